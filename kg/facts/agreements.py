"""Who signed what with whom, who works with whom, who founded or joined which alliance, who carries out which programme."""

import re
from collections.abc import Iterator
from itertools import pairwise, product

from kg.facts.aid import aided, places_joined
from kg.facts.carrying import carried_by, carried_else, carried_out
from kg.facts.founding import foundings
from kg.facts.league_founders import league_founders
from kg.facts.memberships import memberships
from kg.facts.parties import (
    Party,
    alliance_at,
    apart,
    chain_of,
    each_with_each,
    list_ending,
    org,
    parties_of,
    places_at,
    places_of,
)
from kg.facts.partners import partners
from kg.facts.parts_of import belonging, departments, subsidiaries
from kg.facts.publishing import publishing
from kg.facts.sides import Acts
from kg.facts.signatories import SIGN
from kg.facts.signers_there import was_there
from kg.facts.signing import signings
from kg.facts.stated_roles import stated_roles
from kg.facts.told import Told
from kg.facts.told_again import told_again
from kg.mentions.defined import DEFINITION
from kg.mentions.event_clause import clause_of
from kg.mentions.found import Found
from kg.model import LineRole, Relation, Sentence
from kg.text.scan import holds

_TOGETHER = re.compile(
    r"合作|协作|(?<![要应需须会能有])(?:密切|紧密|通力|协同)配合|结成|结为|缔结|携手|共建|联合(?!会)|结对|对口|协同|联手|帮扶|战略伙伴|互派|共同(?:打造|推动|推进|建设|开展)|共享|合办(?=的?[^，。；]{0,16}(?:学院|[学分]校|校区|专业|医院|幼儿园|研究院|实验室|办学))|会商(?=会|机制|协议|制度)"
)
# Without one of these, nobody works with anybody in a sentence.
_ANY_WORKED = re.compile(f"{_TOGETHER.pattern}|牵手|联合|分别[与和同]|援|托管")
# What is held or issued together is no cooperation of its own.
_HELD = re.compile("(?:联合|共同|合作|联手|携手|协同)*(?:举办|主办|承办|印发|发布|出台|召开|下发|举行|组织)")
# 推选甲为理事长单位: it stands after the verb.
_ELECTS = re.compile(
    r"(?:推选|选举|推举|选出|聘任|确定|吸收|吸纳|接纳|增补)(?:产生)?(?P<who>[^，。；]{2,60}?)(?=[当担作为])(?:当选|担任|作)?为(?:首届|第[一二三四五]届)?(?:联盟|集团|协会|学会|共同体|联合体)?(?:首届|第[一二三四五]届)?(?:副?理事长|副?会长|常务理事|理事|副?主席|秘书长|成员|牵头)(?:及秘书处)?单位"
)
_CHAIRS = re.compile(
    r"(?:出任|当选为?|担任|成为|(?<!未)[被获](?:推选|推举|选举?)为|入选|(?<!不)是|作为)(?P<of>[^，。；是]{0,32}?)(?=[副理会常主牵龙核首秘]|成员)(?:副?理事长|副?会长|常务理事|理事|成员|副?主席|牵头|龙头|核心|首批成员|秘书长)单位"
    r"|(?:出任|当选为?|担任|成为|被推选为|(?<!不)是|作为)(?P<for>[^，。；是]{0,16}?)(?=[牵轮副理]|成员)(?:牵头|轮值(?:主席|理事长)?|副?理事长|理事|成员)(?:学校|高校|院校|医院|企业)"
    # 甲为理事长单位，乙、丙为副理事长单位; not 甲为理事长单位颁发牌匾
    r"|(?<=[学院司校局会心])(?P<bare>为)(?:联盟|集团|共同体|联合体|协会|学会)?(?:首届|首任|第[一二三四五六]届)?(?:轮值)?(?:常务|副)?(?:理事长|会长|主席|理事)单位(?=[，。；])"
)
IN_A_CHAIR = ("单位", "学校", "高校", "院校", "医院", "企业")
"""Without one of these nobody is in a chair."""
JOINED = ("加入", "加盟", "成为首批")
"""Without one of these nobody joins."""
# What may stand between the members and 加入.
_MANY = re.compile(
    r"(?:等)?(?:\d+|[一二三四五六七八九十]+)?(?:家|所|个)?(?:单位|高校|企业|学校|院校|机构)?[^，。；]{0,6}"
)
_JOINS = re.compile(
    r"(?<!申请)(?<!请求)(?<!希望)(?<!计划)(?<!准备)(?<!拟)(?<!未)(?<!未曾)(?<!没有)(?<!拒绝)(?<!考虑)(?<!不)(?<!不同意)(?<!未正式)(?:正式)?(?:加入了?|加盟了?(?=[，。；]|[一-鿿]{2,16}(?:集团|联盟|共同体|联合体))|成为首批(?:成员|会员)(?:单位|学校|高校|院校|医院|企业)?(?=[，。；]))"
)
# 联盟主席单位由甲当选
_CHOSEN = re.compile(
    "(?:常务|副)?(?:理事长|理事|会长|主席|秘书长|成员|牵头)单位由(?P<who>[^，。；由]{4,60}?)(?:(?:当选|担任|出任|承担)|等(?=[，。；]))"
)
_MEMBERS = re.compile(
    r"(?P<n>(?<!\d)\d{1,6})(?:所|家|个)(?P<members>成员)?(?:高校|单位|学校|院校|企业)(?=结盟|加盟|加入|联合成立|共同发起|组成)?"
)
_THESE_ARE = re.compile("的?(?:主要)?(?:负责人|校长|书记|领导|代表)?(?:分别)?(?:有|是|为|即|包括|：|——)")
# 11所高校结盟, 加入联盟的是11所高校: so many are its members.
_SO_MANY_JOIN = re.compile(
    r"(?:加入联盟的|联盟(?:成员)?(?:共?有|包括))[^，。；\d]{0,16}(?P<a>\d{1,3})[所家]|(?P<b>\d{1,3})[所家](?:高校|院校|学校)(?:结盟|加盟|组成联盟)"
)


def agreements(told: Told) -> Iterator[Relation]:
    """signs, signsWith, cooperatesWith, establishes, memberOf, implements, publishes, partOf of one page."""
    found = told.found
    text = found.page.text
    acts: Acts = {}
    for signed in signings(found, told.employers):
        yield signed
        if signed.predicate == "signsWith":
            acts.setdefault(signed.evidence[-1].end, {}).update({signed.subject: None, signed.object: None})
        if there := was_there(told, signed):
            yield there
    yield from foundings(found, acts)
    yield from publishing(found)
    yield from memberships(found)
    yield from league_founders(found)
    yield from told_again(found)
    for sentence in found.page.sentences:
        if sentence.role in (LineRole.BODY, LineRole.HEADING):
            if _ANY_WORKED.search(text, sentence.start, sentence.end):
                yield from _worked(found, sentence)
            yield from _joined(found, sentence)
            if found.programs or found.documents:
                yield from carried_out(found, told.events, sentence)
            yield from stated_roles(found, told.events, sentence)
            if found.programs:
                yield from carried_by(found, sentence)
                yield from carried_else(found, sentence)
    yield from _counted_members(found)
    yield from departments(found)
    yield from subsidiaries(found)
    yield from belonging(found)


_BETWEEN = re.compile(
    r"[）)]?(?:等[一-鿿]{0,8}?)?(?:(?:还|也|今后)?(?:将|已)?[与和同](?:[^，。；、的]{2,6}的)?|携手|联合|牵手)"
)
# 甲和乙相关负责人分别介绍了帮扶需求: they tell of it, each of its own.
_HEADS_OF = re.compile(
    "(?:等[一-鿿]{0,6})?(?:的?(?:相关|有关|主要|部分))*(?:负责人|负责同志|领导|代表|师生|专家|教师)(?:分别|先后|依次|也|还)?(?:介绍|汇报|作了?|就|发言|表示|参加|出席|参观|讲)"
)
# 甲承担的是乙和丙的托管帮扶
_AID_OF_BOTH = re.compile("(?:等[^，。；]{0,10})?的(?:托管|对口|结对|定点|组团式?|“组团式”)*(?:帮扶|支援|扶持)")
# 甲将与乙合作办学
_WILL = re.compile(
    "(?:开展|加强|深化|进行|继续|进一步|全面|深度|战略|密切){0,3}(?:合作|协作|结对)(?:办学|育人|共赢|攻关)?(?=[，。；])(?!，(?:但|不过|然而))"
)
_IF = re.compile("如果?|若|倘若|一旦|假如")
_ENUMERATED = re.compile("、")
_AND_ANOTHER = re.compile("[与同]")
# 甲与乙情谊日深，双方今后将继续深化合作: they work together already.
_GOES_ON = re.compile(
    "，(?:双方|两校|两院|两地|两家|校企|校地|两市|彼此)[^，。；就]{0,40}?(?:继续|持续|不断|进一步)[^，。；就]{0,16}合作"
)
_REACHED = re.compile("达成了?(?:战略|全面|深度|友好|长期|初步|校[企地])*合作(?!协议|意向|备忘录|框架)")
_NEVER = re.compile("(?:尚未|并未|未能|没能|没有|暂未|从未|也未|拒绝)(?:[一-鿿]{0,3})(?:达成|合作|签|建立|开展)")
_RESPECTIVELY = re.compile("分别[与和同]")
_TWINNED = re.compile(
    "结对|结成|合作|共建|对口|帮扶|牵手|携手|(?:建立|达成|形成|缔结)了?(?!联系)[^，。；]{0,8}?(?:结对|合作|帮扶|共建|伙伴|友好)(?!比赛|赛)"
)


def _paired(found: Found, sentence: Sentence, parties: list[Party]) -> Iterator[Relation]:
    """甲、乙分别与丙、丁结对: one by one where both lists are as long."""
    text = found.page.text
    for m in _RESPECTIVELY.finditer(text, sentence.start, sentence.end) if len(parties) > 1 else ():
        left = _list(text, [p for p in reversed(parties) if p[1] <= m.start()], m.start(), back=True)
        right = _list(text, [p for p in parties if p[0] >= m.end()], m.end(), back=False)
        if not left or not right or not _TWINNED.match(text, right[-1][1]):
            continue
        one_by_one = len(left) == len(right) > 1
        for a, b in zip(left, right, strict=True) if one_by_one else product(left, right):
            if a[2] != b[2]:
                yield Relation((found.page.span(a[0], b[1]),), "works with", a[2], "cooperatesWith", b[2])


def _list(text: str, parties: list[Party], edge: int, *, back: bool) -> list[Party]:
    """The list of parties that touches a position."""
    chain: list[Party] = []
    for p in parties:
        gap = text[p[1] : edge] if back else text[edge : p[0]]
        if gap not in ("", "、", "和") or (gap == "") != (not chain):
            break
        chain.append(p)
        edge = p[0] if back else p[1]
    return chain[::-1] if back else chain


# 由甲、乙合作的项目: they work with each other.
_JOINTLY = re.compile(
    r"(?<!自)由(?P<who>[^，。；由]{4,100}?)(?:等(?:单位|部门|高校|方)?)?(?:[两二三四五多]方)?(?:共同|联合)?合作(?=的|开展|实施|共建|建设|推出|开发|研[发究制]|成立|完成)"
)


def _together(found: Found, sentence: Sentence, parties: list[Party]) -> Iterator[Relation]:
    text = found.page.text
    if len(parties) < 2 or text.find("合作", sentence.start, sentence.end) < 0:
        return
    for m in _JOINTLY.finditer(text, sentence.start, sentence.end):
        who = [p for p in parties if m.start() < p[0] and p[1] <= m.end("who")]
        for a, b in each_with_each(who):
            if a[2] != b[2]:
                yield Relation((found.page.span(m.start(), m.end()),), "works with", a[2], "cooperatesWith", b[2])


def _worked(found: Found, sentence: Sentence) -> Iterator[Relation]:
    text = found.page.text
    yield from places_joined(found, sentence)
    parties = parties_of(found, sentence.start, sentence.end)
    yield from _paired(found, sentence, parties)
    yield from _together(found, sentence, parties)
    yield from partners(found, sentence, parties)
    yield from aided(found, sentence, apart([*parties, *places_at(found, sentence.start, sentence.end)]))
    if places := places_of(found, sentence.start, sentence.end):
        parties = apart([*parties, *places])
    for (s1, e1, a), (s2, e2, b) in pairwise(parties):
        joint = DEFINITION.sub("", text[e1:s2])
        if a == b or not _BETWEEN.fullmatch(joint):
            continue
        if joint == "和" and text[s1 - 1] == "、":  # 甲、乙和丙等高校: a list, no partners
            continue
        end = min((i for i in (text.find(x, e2, sentence.end) for x in "，。；") if i > 0), default=sentence.end)
        if joint == "和" and (_HEADS_OF.match(text, e2) or _AID_OF_BOTH.match(text, e2)):
            continue
        comma_ok = text[end : end + 1] == "，"
        m = _TOGETHER.search(text, e2, end) or (
            (_TOGETHER.search(text, e2, min(end + 20, sentence.end)) if comma_ok and joint in "与同" else None)
            or (_GOES_ON.match(text, end, sentence.end) if comma_ok else None)
        )
        if "将" in joint and not (_WILL.match(text, e2) and not _IF.search(text, sentence.start, s1)):
            continue  # 甲将与乙终止合作, 甲将与乙共建丙
        if m is not None and _NEVER.search(text, e2, m.end()):
            continue  # 甲与乙尚未达成合作
        if m is None and (joint not in ("携手", "联合", "牵手") or _HELD.match(text, e2)):
            continue
        if m is not None and (
            _HELD.match(text, m.start())
            or ((act := SIGN.search(text, e2, m.start())) and not _REACHED.fullmatch(text, act.start(), m.end()))
            or re.match("合作(?:协议|备忘录|框架|意向)", text[m.start() : m.start() + 5])
        ):
            continue
        stop = m.end() if m else e2
        group = [b]
        for (_, e3, _), (s4, e4, d) in pairwise(parties[parties.index((s2, e2, b)) :]):
            if text[e3:s4] != "、" or _AND_ANOTHER.match(text, e4) or (joint == text[e4 : e4 + 1] == "和"):
                break  # 甲与乙、丙与丁: two pairs
            group.append(d)
            stop = max(stop, e4)
        before = parties[: parties.index((s1, e1, a)) + 1]
        side = before[-1:] if "和" in joint else list_ending(text, before, _ENUMERATED)  # 甲、乙等高校与丙合作
        side = side[max((i for i, p in enumerate(side) if _AND_ANOTHER.match(text, p[0] - 1)), default=-1) + 1 :]
        for (begin, _, one), other in product(side, group):
            if other != one:
                yield Relation((found.page.span(begin, stop),), "works with", one, "cooperatesWith", other)


def _joined(found: Found, sentence: Sentence) -> Iterator[Relation]:
    """甲、乙等6家单位加入联盟; 甲当选理事长单位."""
    text = found.page.text
    if text.find("单位", sentence.start, sentence.end) >= 0:
        yield from _elected(found, sentence)
    for pattern, needed in ((_CHAIRS, IN_A_CHAIR), (_JOINS, JOINED)):
        if not holds(text, needed, sentence.start, sentence.end):
            continue
        for m in pattern.finditer(text, sentence.start, sentence.end):
            left = sentence.start
            if pattern is _CHAIRS and m["bare"]:
                left = max(left, text.rfind("，", left, m.start()) + 1)
            members = chain_of(text, parties_of(found, left, m.start())) or _place_joining(found, left, m.start())
            if not members or not _MANY.fullmatch(text, members[-1][1], m.start()):
                continue
            near = found.body_index.within(m.start(), m.end() + 40)
            of_schools = pattern is _JOINS  # 加盟某某教育集团
            groups = (b for b in near if b.group == "Alliance" or (of_schools and b.text.endswith("集团")))
            beside = (
                b for b in groups if b.start <= m.end() or (b.start == m.end() + 1 and text[m.end()] not in "，。；")
            )
            target = next(beside, None)
            if target is None and (pattern is _CHAIRS or text.startswith(("联盟", "，", "。"), m.end())):
                target = alliance_at(found, m.start())
            if target is None:
                continue
            end = max(m.end(), target.end) if m.start() <= target.start <= m.end() + 2 else m.end()
            alliance = org(found.body_name(target))
            named = max((i for i, p in enumerate(members) if p[2] == alliance), default=-1)
            for start, _, member in members[named + 1 :]:  # 甲牵头成立联盟，乙加盟
                yield Relation((found.page.span(start, end),), "member", member, "memberOf", alliance)


_TO_COME = re.compile("明年|后年|将|拟|计划|有望|力争")


def _place_joining(found: Found, start: int, end: int) -> list[Party]:
    """The division that stands alone in the clause before a verb of joining: 安徽省|加盟."""
    clause = clause_of(found.page.text, start, end)
    if _TO_COME.search(found.page.text, start, end):
        return []
    return [p for p in places_at(found, clause, end) if p[0] == clause and p[1] == end]


def _elected(found: Found, sentence: Sentence) -> Iterator[Relation]:
    """大会推选甲、乙为理事长单位, of the one alliance that the article is about."""
    text = found.page.text
    for m in (
        *_ELECTS.finditer(text, sentence.start, sentence.end),
        *_CHOSEN.finditer(text, sentence.start, sentence.end),
    ):
        if target := alliance_at(found, m.start()):
            for start, _, member in parties_of(found, *m.span("who")):
                if member.name != found.body_name(target):
                    span = found.page.span(min(m.start(), start), m.end())
                    yield Relation((span,), "member", member, "memberOf", org(found.body_name(target)))


def _counted_members(found: Found) -> Iterator[Relation]:
    """联盟20所成员高校负责同志…。参加的有：…: a list with as many schools as there are members names them."""
    text, alliance = found.page.text, found.alliance
    if alliance is None:
        return
    joined = {m["a"] or m["b"] for m in _SO_MANY_JOIN.finditer(text)}
    for m in _MEMBERS.finditer(text):
        sentence = found.sentence_at(m.start())
        if sentence is None or not (m["members"] or (m["n"] in joined and _THESE_ARE.match(text, m.end()))):
            continue
        following = found.sentence_at(sentence.end) if m["members"] else None
        for told in (sentence, following):
            if told is None or told.role is not LineRole.BODY:
                continue
            listed = found.body_index.within(max(told.start, m.end()), told.end)
            schools = {found.body_name(b): b for b in listed if b.group == "EducationInstitution"}
            if len(schools) != int(m["n"]):
                continue
            for name, body in schools.items():
                yield Relation(
                    (found.page.span(body.start, body.end), found.page.span(m.start(), m.end())), "counted members", org(name), "memberOf",
                    org(found.body_name(alliance)),
                )  # fmt: skip
