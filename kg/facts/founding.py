"""Who founded which body or programme: 由甲、乙发起成立的丙; 丙由甲、乙联合建设; 甲、乙共同成立丙; 双方合力创办丙."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.facts.doers import doers, list_from
from kg.facts.parties import Party, alliance_at, chain_of, is_made, last_of, org, parties_of, places_listed, with_places
from kg.facts.sides import Acts, are_sides, sides_of, signer_with
from kg.mentions.defined import DEFINITION
from kg.mentions.event_clause import clause_of
from kg.mentions.found import Found
from kg.mentions.gazetteer import gazetteer
from kg.mentions.lexicon import occurrences
from kg.mentions.ordered import Ordered
from kg.model import Kind, LineRole, Ref, Relation, Sentence

_ANY_OF_ITS_KIND = re.compile("[一-鿿]{2,4}?(?:省|市|区|国家)级?重点实验室")


class Thing(NamedTuple):
    """What may have been founded, at [start, end), quotation marks included."""

    start: int
    end: int
    ref: Ref
    alliance: bool
    own: bool  # it can be founded by one alone: 甲成立丙


# Without one of these in a sentence, nobody founds anything.
_ANY = re.compile(
    "[同合作手资]建设|打造|兴建|发起|组建|组成|构成|成立|创[建设办立]|设立|共建|筹建|建立|[举开兴合]办|由"
)
_FOUND = "发起成立|成立|组建|设立|创建|创立|创办|共建|筹建|开办|合办|兴办"
_AS_ONE = "共同|联合|携手|合作|合力|联手|协同"  # with these also what one may do to a thing that is there
_BY = re.compile(
    r"(?<!自)由(?:[^，。；由]{2,20}(?:指导|主管|支持|批准|主导)，由?)?(?P<who>(?:[^，。；：由]|(?<=自)由){2,120}?(?:，(?:并|共同)?(?:联合(?!会)|携手|会同|协同|邀请|与|和)[^，。；由]{2,100}?|(?<=牵头)，[^，。；由]{2,60}?(?=共同|联合|组建))?)(?:牵头|共同|联合|合作|携手|联手|等|倡议|单位|高校|分别以[^，。；由]{2,20}的?身份)*(?:(?:发起|组建|成立|创建|设立|创办|创立|共建|筹建)(?:成立|组建)?|(?<=[共联合携投][同合作手资])(?:建设|打造|兴建|建立|举办)|(?:建设|举办|建立|开办|兴办)(?=[的，。；])|(?:发出|提出)倡议(?=[，。；])|(?<=倡议)(?=、[^，。；由]{2,40}组成的)|(?<=牵头)(?=的|，[^，。；由]{2,40}(?:参与|参加|加盟|协同|配合)，(?:共同|联合|正式)*(?:成立|组建)))(?P<of>的)?"
)
# 由甲、乙发起，某某联盟正式成立; 由甲发起，乙、丙参与的联盟成立
_FOUNDED_BEHIND = re.compile(
    "(?:，(?:[^，。；由]{2,60}?(?:参与|参加|加盟|协同|配合)的)?|、[^，。；由]{2,40}组成的|，[^，。；由]{2,40}?，(?:共同|联合|正式)*(?:成立|组建)了?)“?"
)
# 某某联盟在某地成立，由甲、乙共同发起
_CAME_TO_BE = re.compile(
    "”?(?:[^，。；由]{0,24}?)(?:成立|揭牌|组建|诞生|亮相|问世)(?:仪式|大会)?[^，。；由]{0,10}，(?:它|其)?[是系]?"
)
_IS_FOUNDED = re.compile("”?[^，。；]{0,10}?(?:成立|揭牌|组建|诞生)(?!的)")
# 联盟由甲、乙等高校组成; 由甲、乙组成的联盟: those are its members.
_MADE_OF = re.compile(
    r"(?:(?:成立了?|组建|揭牌)?(?:，(?:它|其)?)?(?:是|现|目前|主要|共){0,4})?由(?P<who>[^。；由]{2,160}?)(?:共同|联合|等|自愿|单位|高校|\d+[所家个])*(?:组成|构成)(?P<of>的)?"
)
# What stands between a thing and 由; where it opens the sentence, more.
_SINCE = "(?:于?(?:20|19)\\d\\d年(?:\\d{1,2}月)?)?"
_IS = re.compile(f"(?:则|均|都|系|是|，(?:它|其)?(?:是|系|均|都)?)?{_SINCE}")
_IS_UNDER = re.compile(
    f"(?:成立于[^，。；]{{4,14}}，)?是?{_SINCE}"
    "(?:(?:在[^，。；]{2,40}?指导下|经[^，。；]{2,40}?批准|以[^，。；]{2,30}?为(?:依托|基础|平台|纽带|载体))，?)?"
)
_THE_GROUP = re.compile(
    "该(?P<kind>联盟|联合体|共同体|协作体|医联体|集团)(?!公司)|(?P<bare>联盟|联合体|共同体|协作体|医联体)(?="
    + _SINCE
    + "由)"
)
_LEAGUE_OPENS = re.compile("(?:该|这[家个])?“?(?:产教)?(?P<kind>联盟|联合体|共同体|协作体|医联体)”?(?=[由是以依])")
_FOUND_OF = re.compile(
    f"(?:(?:共同|联合|携手|合作|牵头|发起){{0,4}}(?:{_FOUND}|建立)|牵头|领衔|倡议|发起)的(?![是有为包，：])"
)
_FOUNDS = re.compile(
    rf"(?:{_AS_ONE}|牵头|发起|投资|出资|挂牌|分别){{0,4}}(?:(?<=[合联共手][作合同手力])(?:建立|建设|举办|打造)|(?<=[投出]资)(?:建立|建设|兴建)|{_FOUND}|建立(?=[了“]))(?:了|起)?"
)
# 双方将深度协作，共建丙: the two who sign with each other on the page.
_BOTH = re.compile("(?:[双三四]方|[两二](?:校|院|地|馆|家)(?!的|级))")
_OTHERS = re.compile(
    r"[\d两三四五六七八九十][余多]?[所家个](?!月|多月)[一-鿿]{0,8}(?:牵头|共同|联合|发起)"
)  # 三所省级电大牵头成立丙
_SPEAKS = re.compile("[说称]|表示|指出|强调|介绍|透露|要求|提出|建议|希望")
_HELPS = re.compile("[^，。；]{1,16}(?:下|委托|邀请|建议)，")  # 在甲的支持下，筹建乙: no founder by that
_PROCLAIM = ("揭牌", "宣布", "宣告")
_LED_BY = re.compile("(?:牵头|领衔|主导)，\\Z")
_ALLOWS = re.compile("(?:正式|已)?(?:批准|同意|支持|委托|授权|指导|推动|要求|鼓励|批复)")
# Between who founds and the verb.
_GAP = re.compile(
    "(?:等[^，。；、]{0,8})?(?:将|已|拟|正|还|也|又|先后|相继|分别|随之|计划|决定|成功|正式|同时|\\d{4}年|\\d{1,2}[月日]|于|首个|联合[^，。；、]{2,14}|在[^，。；、]{2,14}?)*"
)
_NAME_ENDS = re.compile("[，。；、（”）]|\\Z|揭牌|挂牌|成立|正式|在|于|落户|启动|是|已|将|日前|近日|今|举行")
_GAP_CHARACTERS, _WIDE_GAP = 8, 24
# What parts who founds from the verb: somebody else's deed, a word of wish, what is said.
_ELSE = re.compile(
    "[的说称若]|表示|指出|要求|希望|建议|支持|指导|帮助|推动|促[进成]|参[加与观]|考察|走访|调研|见证|出席|祝贺|批[准复]|同意|申[请报]|拟|没|未|不|后|期间|教师|校友|学生|毕业生|退休|如果|提出|呼吁|鼓励|组织|邀请|通过|围绕"
)
_LONG = 120  # characters back to who founds, in 甲、乙共同成立的丙
# Schools that other schools, places and companies found, and programmes that are founded, not only carried out.
_BRANCHES = ("产业学院", "教育集团", "职教集团", "分院", "研究院", "校区", "分校", "实验室", "工作室")
_FOUNDED_PROGRAMS = ("工坊", "基金", "平台", "基地", "工作室", "实验室", "书院")
_LIST = re.compile("[、和与]|以及")
_LEADS_TOO = re.compile("，(?P<who>[^，。；]{4,40}?)(?:牵头|主导)(?:推动|推进|组建|成立|发起|筹建)(?=[，。；])")
_SO_MANY = re.compile("(?:\\d{1,3}|[两三四五六七八九十]{1,3})余?[所家个]")
_JOINTLY_MADE = re.compile("共建|(?<=[合共联][作同合])建设")
_ARE_AMONG = re.compile("，(?P<named>(?:其中)?(?:包括|有|分别[为是]))?")
_ARE_IN = re.compile("，(?P<place>[一-鿿]{2,5}?)(?:方面)?(?:则)?(?:有|是|包括|为)")  # ，上海有甲、乙，香港则是丙、丁
_IS_AMONG = re.compile("等?(?:均|都|也)?(?:位列其中|名列其中|位居其中|在列|参与其中|是其成员)")
# What a person does, and what is done to schools that are no branches of others.
_ANEW = re.compile("创[办建立]|兴[办建]|合办|开办|筹建|(?<=[合联共][作合同])(?:举办|建立)")
# 甲学院是乙大学经教育部批准举办的独立学院
_IS_THEIRS = re.compile(
    "”?(?:[都均]?是|系)由?(?P<who>[^，。；是系由的]{3,60}?)(?:经[^，。；的]{2,24}?(?:批准|同意|批复))?(?:共同|联合|合作|投资|独资|出资){0,2}(?:创办|创建|举办|设立|兴办|组建|成立)的"
    "(?=[^，。；]{0,20}?(?:学院|学校|院校|大学|高校|[中小]学|幼儿园|机构|公司|企业|平台|联盟|基金会|医院|中心|组织|团体)[，。；])"
)
# 联盟由甲发起，联合乙、丙共同组建: those join it.
_WITH_THEM = re.compile(
    "，并?(?:联合(?![国会发举颁])|携手|会同)(?P<who>[^，。；]{4,160}?)(?:共同|联合){0,2}(?:组建|发起|成立|创建|筹建)(?=[，。；])"
)


# 甲与乙签约，三方共建丙: those who sign.
_THEN = re.compile("(?:(?P<sides>[双三四]方|两[校地院家])|各方|校[企地])?(?:将|拟|共同|携手|合作|联合)*")


def foundings(found: Found, acts: Acts) -> Iterator[Relation]:
    """establishes and memberOf of one page, some of them by those who sign with each other there."""
    text = found.page.text
    programs = _programs(found)
    for sentence in found.page.sentences:
        if sentence.role not in (LineRole.BODY, LineRole.HEADING) or not _ANY.search(
            text, sentence.start, sentence.end
        ):
            continue
        things = _things(found, programs, sentence)
        if sentence.role is LineRole.HEADING:
            yield from _founds(found, sentence, things, {}) if things else ()
            continue
        yield from _founded_by(found, programs, sentence, things)
        yield from _it(found, sentence)
        if things:
            yield from _made_of(found, sentence, things)
            yield from _founders_of(found, sentence, things)
            yield from _theirs(found, sentence, things)
            yield from _founds(found, sentence, things, acts)


def _programs(found: Found) -> Ordered[Thing]:
    """The programmes of a page that somebody may have founded, also where they stand without the marks that a page sets once."""
    names = sorted({p.text for p in found.programs if p.text.strip("“”").endswith(_FOUNDED_PROGRAMS)}, key=len)
    named = {name.strip("“”"): name for name in names}
    text = found.page.text
    return Ordered(Thing(s, e, Ref(Kind.PROGRAM, named[text[s:e]]), False, True) for s, e in occurrences(text, named))


def _things(found: Found, programs: Ordered[Thing], sentence: Sentence) -> list[Thing]:
    """The bodies and programmes of a sentence that somebody may have founded."""
    text = found.page.text
    things = []
    for b in found.body_index.within(sentence.start, sentence.end):
        if found.document_index.around(b.start, b.end) or text[b.end : b.end + 1] in ("‘", "“"):
            continue  # 签订共建…实验室协议 is an agreement yet, no laboratory
        alliance = b.group == "Alliance"
        if _ANY_OF_ITS_KIND.fullmatch(b.text) or text.startswith(("教育集团", "集团"), b.end):
            continue  # 四川省重点实验室, whichever; 甲中学|教育集团
        own = alliance or b.group == "Organization" or b.text.endswith(_BRANCHES) or "附属" in b.text
        if own or b.group == "EducationInstitution":
            things.append(Thing(b.start, b.end, org(found.body_name(b)), alliance, own))
    taken = Ordered(things)
    things += [p for p in programs.within(sentence.start, sentence.end) if not taken.touches(p.start, p.end)]
    quoted = (
        t._replace(start=t.start - (text[t.start - 1] == "“"), end=t.end + text.startswith("”", t.end)) for t in things
    )
    return sorted(quoted, key=lambda t: t.start)


def _list_from(text: str, things: list[Thing], start: int, within: int = 0) -> list[Thing]:
    """The list of things that begins at a position, or so many characters after it."""
    chain = list[Thing]()
    for t in things:
        if (not chain and 0 <= t.start - start <= within) or (chain and _LIST.fullmatch(text, chain[-1].end, t.start)):
            chain.append(t)
    return chain


def _list_to(text: str, things: list[Thing], end: int) -> list[Thing]:
    """The list of things that ends at a position, but for 则, 是 and the like."""
    chain = list[Thing]()
    for t in reversed(things):
        if (not chain and t.end <= end and _IS.fullmatch(text, t.end, end)) or (
            chain and _LIST.fullmatch(text, t.end, chain[0].start)
        ):
            chain.insert(0, t)
    return chain


def _said(found: Found, rule: str, who: list[Party], things: list[Thing], start: int, end: int) -> Iterator[Relation]:
    for t in things:
        for _, _, ref in who:
            if ref.name != t.ref.name:
                span = found.page.span(min(start, t.start), max(end, t.end))
                yield Relation((span,), rule, ref, "establishes", t.ref)


def _founded_by(found: Found, programs: Ordered[Thing], sentence: Sentence, things: list[Thing]) -> Iterator[Relation]:
    """由甲、乙发起成立的丙; 丙由甲、乙联合成立; 该联盟由甲发起."""
    text = found.page.text
    for m in _BY.finditer(text, sentence.start, sentence.end):
        made = _list_from(text, things, m.end(), 2)[:1] if m["of"] else _list_to(text, things, m.start())
        made = made or _list_from(text, things, m.end())[:1]  # 由甲牵头，联合55家高校发起成立“丙”
        if made and text.startswith("——", made[-1].end):  # 由甲组建的一家集团——丙集团
            made = [t for t in things if t.start == made[-1].end + len("——")] or made
        if not made and (behind := _FOUNDED_BEHIND.match(text, m.end(), sentence.end)):
            first = [t for t in things if behind.end() - 1 <= t.start <= behind.end()]
            told = first and (
                behind.group().rstrip("了“").endswith(("成立", "组建")) or _IS_FOUNDED.match(text, first[0].end)
            )
            made = first[:1] if told else []
        opens = next((t for t in things if t.start == sentence.start and t.alliance), None)
        if not made and not m["of"] and opens and _IS_UNDER.fullmatch(text, opens.end, m.start()):
            made = [opens]
        if not made:
            made = list(_meant(found, programs, sentence, m.start())) or list(_told_of(found, sentence, m))
        if not made and not m["of"] and text[m.start() - 1] in "，是系":
            before = [t for t in things if t.end <= m.start() and t.own][-1:]
            made = [t for t in before if _CAME_TO_BE.fullmatch(text, t.end, m.start())]
        who, end = _founders(found, *m.span("who")), m.end()
        if made and not any(ref.kind is Kind.ORGANIZATION for _, _, ref in who) and _SO_MANY.search(m["who"]):
            who = list(_among(found, m.end(), sentence.end))  # 由13所高校发起，甲、乙等位列其中
            end = max([end, *(e for _, e, _ in who)])
        if made and not m["of"] and (more := _LEADS_TOO.match(text, m.end(), sentence.end)):
            led = parties_of(found, *more.span("who"))  # 由甲等发起，乙牵头推动
            if _fill(text, led, *more.span("who")):
                who, end = [*who, *led], max(end, more.end())
        yield from _said(found, "founded by", who, made, m.start(), end)
        if made and made[0].alliance and not m["of"] and (more := _WITH_THEM.match(text, m.end(), sentence.end)):
            for begin, stop, ref in parties_of(found, *more.span("who")):
                span = found.page.span(min(made[0].start, begin), max(stop, more.end()))
                yield Relation((span,), "joined by", ref, "memberOf", made[0].ref)


def _fill(text: str, parties: list[Party], start: int, end: int) -> bool:
    """Whether a list of parties is all that stands in [start, end)."""
    edges = [start, *(edge for p in parties for edge in p[:2]), end]
    joints = zip(edges[::2], edges[1::2], strict=True)
    return bool(parties) and all(a == b or _LIST.fullmatch(text, a, b) for a, b in joints)


def _among(found: Found, start: int, stop: int) -> Iterator[Party]:
    """Those of so many founders that the words behind name: ，包括甲、乙; ，甲、乙等位列其中."""
    text = found.page.text
    if lead := _ARE_AMONG.match(text, start, stop):
        parties = parties_of(found, lead.end(), stop)
        listed = parties[:1] if parties and parties[0][0] == lead.end() else []
        for p in parties[1:]:
            if listed and not _LIST.fullmatch(text, listed[-1][1], p[0]):
                break
            listed += [p] if listed else []
        if listed and (lead["named"] or _IS_AMONG.match(text, listed[-1][1], stop)):
            yield from listed
    while where := _ARE_IN.match(text, start, stop):
        place = where["place"] in gazetteer().by_name or where["place"] in gazetteer().short
        listed = list_from(text, parties_of(found, where.end(), stop), where.end()) if place else []
        if not listed or listed[-1][1] in found.title_at or text.startswith("的", listed[-1][1]):
            return
        yield from listed
        start = listed[-1][1]


def _told_of(found: Found, sentence: Sentence, by: re.Match[str]) -> Iterator[Thing]:
    """The league that a sentence tells of from its head on: 联合体由三地政府主导，以甲园区为依托，由乙、丙共同发起."""
    opens = _LEAGUE_OPENS.match(found.page.text, sentence.start)
    later = opens is not None and by["of"] is None and found.page.text[by.start() - 1] == "，"
    if opens and later and (name := last_of(found, opens.start(), (opens["kind"],))):
        yield Thing(opens.start(), opens.end(), org(name), True, True)


def _meant(found: Found, programs: Ordered[Thing], sentence: Sentence, position: int) -> Iterator[Thing]:
    """该联盟, or 它 of the one thing that the sentence before names, right before 由."""
    text = found.page.text
    for m in _THE_GROUP.finditer(text, sentence.start, position + 1):
        if _IS_UNDER.fullmatch(text, m.end(), position) and (
            name := last_of(found, m.start(), (m["kind"] or m["bare"],))
        ):
            yield Thing(m.start(), m.end(), org(name), True, True)
    before = found.sentence_at(sentence.start - 1) if text.startswith("它", sentence.start) else None
    if before and position == sentence.start + 1:
        things = {t.ref: t for t in _things(found, programs, before)}
        yield from things.values() if len(things) == 1 else ()


def _made_of(found: Found, sentence: Sentence, things: list[Thing]) -> Iterator[Relation]:
    """联盟由甲、乙等高校组成: its members."""
    text = found.page.text
    for m in _MADE_OF.finditer(text, sentence.start, sentence.end):
        beside = (t for t in things if (0 <= t.start - m.end() <= 2 if m["of"] else t.end == m.start()))
        target = next((t for t in beside if t.alliance), None)
        for s, e, ref in parties_of(found, *m.span("who")) if target else ():
            assert target is not None
            if ref != target.ref:
                span = found.page.span(min(s, m.start(), target.start), max(e, m.end(), target.end))
                yield Relation((span,), "made up of", ref, "memberOf", target.ref)


def _founders_of(found: Found, sentence: Sentence, things: list[Thing]) -> Iterator[Relation]:
    """甲、乙共同成立的丙."""
    text = found.page.text
    for m in _FOUND_OF.finditer(text, sentence.start, sentence.end):
        made = _list_from(text, things, m.end(), 2)
        near = [p for p in parties_of(found, sentence.start, m.start()) if m.start() - p[1] < _LONG]
        ends = bool(made) and _NAME_ENDS.match(text, made[-1].end) is not None
        who = chain_of(text, near) if ends else []
        if ends and not who:
            clause = clause_of(text, sentence.start, m.start())
            who = places_listed(found, clause, m.start())
            who = who if who and who[-1][1] == m.start() else []
        if who and m.start() - who[-1][1] <= _GAP_CHARACTERS and "年" not in text[who[-1][1] : m.start()]:
            yield from _said(found, "founded by", who, made, who[0][0], made[-1].end)


# 联合组建它的，是甲、乙和丙
_WHO_FOUNDED_IT = re.compile(
    "(?:共同|联合|携手|牵头|发起){0,3}(?:组建|成立|发起|创办|创建)(?:它|该联盟|联盟)的，?(?:是|有|包括)"
)


def _it(found: Found, sentence: Sentence) -> Iterator[Relation]:
    """Those whom a sentence names last as the founders of the league told of before."""
    for m in _WHO_FOUNDED_IT.finditer(found.page.text, sentence.start, sentence.end):
        group = alliance_at(found, m.start())
        who = list_from(found.page.text, parties_of(found, m.end(), sentence.end), m.end())
        for _, end, ref in who if group is not None else ():
            if group is not None and ref.name != found.body_name(group):
                span = found.page.span(m.start(), end)
                yield Relation((span,), "founded by", ref, "establishes", org(found.body_name(group)))


def _theirs(found: Found, sentence: Sentence, things: list[Thing]) -> Iterator[Relation]:
    """甲学院是乙大学举办的独立学院."""
    for m in _IS_THEIRS.finditer(found.page.text, sentence.start, sentence.end):
        made, who = _list_to(found.page.text, things, m.start()), parties_of(found, *m.span("who"))
        if made and made[-1].end == m.start() and _fill(found.page.text, who, *m.span("who")):
            yield from _said(found, "founded by", who, made, made[0].start, m.end())


def _founds(found: Found, sentence: Sentence, things: list[Thing], acts: Acts) -> Iterator[Relation]:
    """甲、乙共同成立丙; 甲牵头，联合乙发起成立丙; 甲与乙签约，共同创办丙; 双方将共建丙."""
    text = found.page.text
    for m in _FOUNDS.finditer(text, sentence.start, sentence.end):
        made = [t for t in _list_from(text, things, m.end()) if t.own or _may_found(text, m.group(), t)]
        if made:
            who = _subjects(found, sentence, m, made, acts)
            if sentence.role is LineRole.HEADING and who and _ELSE.search(text, who[-1][1], m.start()):
                continue  # 教育部批准成立甲联盟
            begin, end = min((p[0] for p in who), default=0), made[-1].end
            if len(who) == len(made) > 1 and text.find("分别", who[-1][1], m.end()) >= 0:  # one by one
                for one, thing in zip(who, made, strict=True):
                    yield from _said(found, "founds", [one], [thing], begin, end)
            else:
                yield from _said(found, "founds", who, made, begin, end)


def _leaders(text: str, start: int, position: int, parties: list[Party]) -> list[Party]:
    """Those who take the lead, where the clause right before a position says so: 甲牵头，|乙参与，成立了丙."""
    led = _LED_BY.search(text, start, position)
    leaders = chain_of(text, [p for p in parties if p[1] <= led.start()]) if led else []
    return leaders if led and leaders and leaders[-1][1] == led.start() else []


def _may_found(text: str, verb: str, thing: Thing) -> bool:
    """Whether a verb says that a school was founded, and not what is done to one that is there (部省共建甲大学) or set up in it."""
    if _ANEW.search(verb):
        return True
    if thing.ref.name.endswith("大学") or not _NAME_ENDS.match(text, thing.end):
        return False  # 设立甲学院|奖学金
    schools = thing.ref.name.endswith(("中学", "小学", "学校", "幼儿园"))
    return any(word in verb for word in ("成立", "设立", "组建")) or (
        schools and _JOINTLY_MADE.search(verb) is not None
    )


def _subjects(found: Found, sentence: Sentence, m: re.Match[str], made: list[Thing], acts: Acts) -> list[Party]:
    """Who does what a verb says: of its clause, or of the one before where that goes on."""
    text = found.page.text
    clause = clause_of(text, sentence.start, m.start())
    named = [p for p in parties_of(found, sentence.start, m.start()) if text[p[0] - 1] != "在"]
    parties = [p for p in named if not is_made(found, p[0])]
    if text.endswith(_PROCLAIM, 0, m.start()):  # 甲厅厅长乙揭牌成立丙
        parties = [p for p in parties if p[1] not in found.title_at]
    if together := _who_signed_before(found, sentence, clause, m.start(), acts):
        return together
    if (earlier := doers(found, sentence.start, m.start(), parties, planned=True)).own:
        return [*_leaders(text, sentence.start, earlier.own[0][0], named), *earlier.all]
    who = [p for p in with_places(found, parties, clause, m.start()) if p[0] >= clause]
    while len(who) > 1 and _ALLOWS.fullmatch(text, who[0][1], who[1][0]):
        who = who[1:]  # 省教育厅批准|甲大学成立丙
    places = places_listed(found, clause, m.start())  # 甲区联合16所院校组建丙, 甲县、乙县和丁大学共同组建丙
    if not who or (places and _LIST.fullmatch(text, places[-1][1], who[0][0])):
        who = [*places, *who]
    if who:
        deeds = len(parties) < len(named) and text[m.start() - 1] == "、"  # 共建甲实验室、组建乙学院
        named_so = DEFINITION.match(text, who[-1][1], m.start())  # 甲医院（以下简称“甲附院”）牵头成立丙
        edge = named_so.end() if named_so else who[-1][1]
        if named_so and _ALLOWS.match(text, edge):
            return []
        close = deeds or m.start() - edge <= _GAP_CHARACTERS or bool(_GAP.fullmatch(text, edge, m.start()))
        wide = who[-1][2].kind is Kind.ORGANIZATION and m.start() - edge <= _WIDE_GAP
        wide = wide and not found.people_index.within(edge, m.start())
        close = close or (wide and not _ELSE.search(text, edge, m.start()))
        along = text[who[0][0] - 1] in "与和同" and who[0][0] - 1 == clause
        said = found.page.span(sentence.start, sentence.end)
        here = {end: signers for end, signers in acts.items() if along and said.start < end <= said.end}
        return (
            [*_leaders(text, sentence.start, who[0][0], named), *signer_with(here, who, clause), *who] if close else []
        )
    if clause > sentence.start and (then := _THEN.fullmatch(text, clause, m.start())):
        before = clause_of(text, sentence.start, clause - 1)
        said = found.page.span(before, clause - 1)
        signed = [end for end in acts if said.start < end <= said.end]
        if signed and are_sides(acts[max(signed)], then["sides"]):
            return [(before, clause - 1, ref) for ref in acts[max(signed)]]
    both = _BOTH.search(text, sentence.start, m.start())
    if both and not _OTHERS.search(text, both.end(), m.end()):
        return [(both.start(), both.end(), ref) for ref in sides_of(acts, both.group())]
    if not _ANEW.search(m.group()) or text.startswith("的", made[-1].end):
        return []  # 甲走访乙市，筹建丙学院的丁
    return _one_person(found, clause_of(text, sentence.start, clause - 1), m.start())


_TOGETHER = ("共同", "携手", "合作", "联合")


def _who_signed_before(found: Found, sentence: Sentence, clause: int, verb: int, acts: Acts) -> list[Party]:
    """Those who sign in the clause before one that opens with 共同: 甲日前与乙签约，共同成立丙."""
    if not sentence.start < clause == verb or not found.page.text.startswith(_TOGETHER, verb):
        return []
    before = clause_of(found.page.text, sentence.start, clause - 1)
    said = found.page.span(before, clause - 1)
    signed = [end for end in acts if said.start < end <= said.end]
    return [(before, clause - 1, ref) for ref in acts[max(signed)]] if signed else []


def _founders(found: Found, start: int, end: int) -> list[Party]:
    """The bodies in [start, end), else the places, else the one person."""
    text = found.page.text
    if bodies := [p for p in parties_of(found, start, end) if text[p[0] - 1] != "在"]:
        return with_places(found, bodies, start, end)
    if _ANEW.match(text, end) and (person := _one_person(found, start, end)):
        return person
    hits = [h for h in gazetteer().find(text[start:end]) if text[start + h.start - 1] != "在"]
    return [(start + h.start, start + h.end, Ref(Kind.PLACE, text[start + h.start : start + h.end])) for h in hits]


def _one_person(found: Found, start: int, end: int) -> list[Party]:
    people = found.people_index.within(start, end)
    text = found.page.text
    if len(people) != 1 or _SPEAKS.search(text, people[0].end, end) or _HELPS.match(text, people[0].end, end):
        return []
    return [(people[0].start, people[0].end, Ref(Kind.PERSON, people[0].text))]
