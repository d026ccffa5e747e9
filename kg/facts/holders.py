"""Who holds an event: 由甲主办, 甲召开, and a task force whose name the meeting bears."""

import re
from collections.abc import Iterator

from kg.facts.doers import ADVERBS, doers, list_from
from kg.facts.gathering import Gathering
from kg.facts.gatherings import Gatherings
from kg.facts.our_body import own_body
from kg.facts.parties import Party, is_made, our_place, parties_of, places_at
from kg.facts.signatories import NUMBER, bodies_of_sides
from kg.facts.speakers import relation
from kg.mentions.body import Body
from kg.mentions.defined import without_definition
from kg.mentions.found import Found
from kg.mentions.gazetteer import Hit
from kg.mentions.spelling import in_order
from kg.model import Kind, LineRole, Ref, Relation, Sentence

_BY = re.compile(
    r"(?:(?<!自)由|(?<=，)[系是](?!继)(?=[^，。；由]{2,80}?主办[的。；，]))(?P<who>(?:[^。；由]|(?<=自)由){2,160}?)(?:共同|联合|合作)?(?P<how>主办|合办|举办|举行|召开|(?<!教科文)(?<!卫生|贸易|劳工|移民|旅游|气象|海事|粮农|民航|刑警|产权|国际|世界|海关)(?<!上海合作)(?<!党)组织(?!部|者|委)|承办|协办|指导(?!委|组|小组|中心|教师|老师|专家))(?!单位|方)|"
    r"(?<![一上下前往每历各]届)(?<![一上下前往每历各]届的)(?P<label>主办[两三四五]方——|(?:主办(?:单位|方|者|各方)?|(?:组织|召集)(?:单位|方|者))(?:(?:共有?|有)(?:\d{1,2}|[两三四五六七八九十])[家个]，(?:分别[是为]|即)|同?为|是|有|包括|：)|(?:主办|举办|召开|举行|组织)(?:这次|这项|这场|这届|本次|此次|本届|该)?[^，。；的]{0,16}?的(?:是|为|单位是|单位为|有))(?P<named>[^。；\n，]{2,120})"
)
# 甲、乙主办大会; 甲、乙是大会的主办单位: those who do stand before it.
_ACTIVE = re.compile(
    r"(?:主办|(?:联合|共同|联手|携手|牵头)(?:组织)?(?:举办|举行|召开))了?(?:(?:本次|此次|本届|该|这次|这项|这场|这届)[^，。；的]{0,8}?)?(?:会议?|大会|活动|论坛|比赛|大赛|培训|晚会|展|节|赛事|仪式)(?=[，。；])|(?:是|为|作为)(?:[^，。；]{0,16}的)?(?:共同|联合)?(?:主办|举办)(?:单位|方)"
)
_OUTLET = re.compile("[一-鿿A-Za-z]{2,12}(?:网|报社?|电视台|客户端)(?:携手|联合|会同|[与和同、])")  # which no body is
# 论坛主办方甲大学的校长
_DIRECT = re.compile("主办(?:方|单位)(?=[一-鿿]{2})")
_OF_OTHER_TIMES = re.compile("[上下前往每历各]一?届|去年|明年|曾|另|同期|同时|[一-鿿]{2}(?:大赛|赛事|活动|展览?)的?\\Z")
# 承办单位为甲
_CARRIES = re.compile("承办(?:单位|方|者)?(?:为|是|有|包括|：)(?P<named>[^。；\\n，]{2,120})")
# 某部新闻发布会, 某学会第三届年会: a body's own meeting.
_ITS_MEETING = re.compile(
    r"(?:\d{4}年(?:度)?)?(?:第[^，。]{1,5}[次届])?(?:例行|专题|全体|年度|学术|(?<=次)全国[^，。的、]{0,12}?学术)?(?:(?<=学术)大会|(?:“[^“”\n]{4,40}”)?(?:系列)?(?:专题|主题|专场)?新闻(?:发布|通气)会(?:第[^，。]{1,4}场)?|年会|常务会议|全体会议|理事会(?:会议)?|会员大会|会员代表大会|董事会|[一-鿿]{0,6}?工作会议|扩大会议|教?职工大会|(?<=次)(?:会议|全会))"
)
# 甲局、乙局会商工作会议: of both.
_THEIR_MEETING = re.compile(
    "[一-鿿]{0,10}(?:会商|联席|协商|对接|工作|座谈|交流)+(?:工作)?(?:会议?|座谈会|交流会|对接会)"
)
# 青岭区十届人大常委会第三十六次会议: the term stands inside the name of the body.
_OF_TERM = re.compile(
    "(?P<lead>[一-鿿]{0,12}?)第?[一二三四五六七八九十]{1,3}届(?P<organ>人大常委会|人民代表大会常务委员会|政协常委会|常委会|执委会|理事会)第[^，。]{1,5}次(?:全体)?会议"
)
# 我校承办某会, as a title says.
_OURS_HOLD = re.compile("(?:我[校院]|学校)(?:成功|圆满|顺利|联合|牵头)?(?:承办|主办|举办)(?P<what>[^，。；]{6,60})")
# 教育部学生资助工作发布会
_BRIEFING = re.compile("[^，。、与和暨]{2,40}(?:发布会|通气会)")
# 大赛以…为主题，甲、乙、丙主办: a clause of its own, or the head of a sentence.
_BARE = re.compile("(?<![^，。；！\\n])(?P<who>[一-鿿“（A-Z][^，。；由]{3,60}?)(?:共同|联合)?主办(?=[，。；])")
# 由甲指导、乙主办; not 教学指导委员会
_HELPS = re.compile("(?:指导|协办|支持)(?=[、；。的]|单位|方|下|\\Z)")
# Without one of these nobody holds anything.
_HELD = re.compile("主办|合办|举办|举行|召开|组织|承办|协办|指导")
_NEXT = re.compile(
    r"[，、；]?(?!由|的)(?P<who>[^，。；由]{2,100}?)(?:共同|联合|合作|携手|联手|一道|一起)?(?P<how>主办|合办|举办|承办|协办|指导(?!委|组|小组|中心|教师|老师|专家)|支持)(?!单位|方)"
)
_JOINT = re.compile("、|和|及|与|以及|同|会同|联合|携手|共同|，|等(?:单位|部门)?(?:共同|联合)?|暨")


def holders(found: Found, events: Gatherings) -> Iterator[Relation]:
    """organizes of one page."""
    for g in events.all:
        yield from _named(found, g)
    yield from _stated(found, events)


# 甲联合乙，邀请丙，共同举办…: those of the clauses before.
_HOW = f"(?:{ADVERBS}|共同|联合|携手|合作|联手|一同|一起|组织|隆重){{0,8}}"
_HOLDS = re.compile(f"{_HOW}(?:[于在][^，。；]{{2,24}}?)?{_HOW}(?:主办|举办|召开|举行|承办)(?!的)")
_WITH = re.compile(f"(?:{ADVERBS}){{0,8}}(?:联合|携手|会同|协同|[与和同])")
_OURS = re.compile("(?:我[校院]|本校|学校)\\Z")
_OURS_AMONG = re.compile("(?:\\A|(?<=[、和与及，由]))(?P<word>我[校院]|本校)(?=[、和与及，]|\\Z|共同|联合)")
_OURS_AND = re.compile("(?:我(?P<level>[省市县区州旗])|我[校院]|学校)[与和同]\\Z")
# 某某集团牵头单位甲主办: 甲 does.
_OF_GROUP = re.compile("(?:常务|副)?(?:理事长|理事|会长|主席|会员|成员|牵头|盟主)单位(?=[一-鿿])")
_LAST_TIME = re.compile("[上历往前]一?届[^，。；]{0,14}\\Z")
_INVITES = re.compile("邀请")
_NEAR = 12  # characters between those who hold something and the verb
# 某部于2022年9月9日（星期五）上午10时举行…
_WHEN = re.compile(
    "(?:于|在|定于)?(?:\\d{4}年)?\\d{1,2}月\\d{1,2}[日号](?:（[^）]{1,6}）)?(?:凌晨|上午|中午|下午|晚上?)?(?:\\d{1,2}[时点：](?:\\d{1,2}分?)?)?(?:在[^，。；]{2,20})?"
)
_THEIR_PEOPLE = re.compile("等?(?:相关|主要|有关)?(?:负责人|负责同志|代表|师生|领导|一行|人员|教师|学生|专家)")
_OF_ANOTHER = re.compile("(?:管理|主管|举办|创办|援建|所属|下属|直属|资助|支持)的[一-鿿]{2}")
_AT_PLACE = re.compile("在[^，。；]{0,20}\\Z")  # 我市在甲、乙开展的活动


_SCHOOLS = frozenset("学校院园中")


def _refs(found: Found, start: int, end: int) -> list[tuple[int, int, Ref]]:
    """The bodies that hold something in [start, end): the list that ends there; a place (阳信县) where it names no body."""
    text, chain = found.page.text, list[Body]()
    end = without_definition(text, start, end)
    for body in reversed(found.body_index.within(start, end)):
        if not chain and (_THEIR_PEOPLE.match(text, body.end, end) or found.people_index.within(body.end, end)):
            return []
        if chain and not _JOINT.fullmatch(text[body.end : chain[0].start].strip("“” （）")):
            break
        if not chain and end - body.end > _NEAR and not _WHEN.fullmatch(text, body.end, end):
            break
        if not chain and _OF_ANOTHER.match(text, body.end, end):
            return []  # 由甲局管理的完全中学举行典礼
        chain.insert(0, body)
    if chain and not text.endswith("的", 0, chain[0].start) and is_made(found, chain[0].start):
        return []  # 甲与乙共建丙实验室…举行仪式
    if chain:
        bodies = [
            (b.start, b.end, Ref(Kind.ORGANIZATION, found.body_name(b)))
            for b in chain
            if not _OF_GROUP.match(text, b.end)
        ]
        return [*_with_ours(found, start, chain[0].start), *bodies, *_places_beside(found, chain[-1].end, end)]
    if (own := _OURS.search(text, max(start, end - 2), end)) and (school := own_body(found)) is not None:
        return [(own.start(), end, Ref(Kind.ORGANIZATION, school))]
    if text.startswith("该", max(start, end - len("该校"))):
        # of two schools it does not say which
        near = found.body_index.within(found.paragraph_start(start, 1), end)
        others = {n for b in near if (n := found.body_name(b))[-1] in _SCHOOLS}
        if text[end - 1] == "校" and len(others) != 1:
            return []
        return [p for p in parties_of(found, max(start, end - len("该校")), end) if p[1] == end]
    hits = [h for h in found.hit_index.within(start, end) if not _AT_PLACE.search(text, start, h.start)]
    listed = list[Hit]()
    for h in reversed(hits):
        edge = listed[0].start if listed else end
        if h.end != edge and not (listed and _JOINT.fullmatch(text[h.end : edge])):
            break
        listed.insert(0, h)
    return [(h.start, h.end, Ref(Kind.PLACE, text[h.start : h.end])) for h in listed]


def _places_beside(found: Found, start: int, end: int) -> list[Party]:
    """The divisions that a list of those who hold something goes on with: 教育部、某某自治区在京举行."""
    listed = list[Party]()
    for place in places_at(found, start, end):
        if not re.fullmatch("[、和与同]", found.page.text[start : place[0]]):
            break
        listed.append(place)
        start = place[1]
    return listed


def _with_ours(found: Found, start: int, end: int) -> list[tuple[int, int, Ref]]:
    """我市 or 我校 beside the first of those who hold something: 我市与自治区教育厅举行签约仪式."""
    m = _OURS_AND.search(found.page.text, max(start, end - 3), end)
    if m is None:
        return []
    if m["level"] is None:
        school = own_body(found)
        return [(m.start(), m.end() - 1, Ref(Kind.ORGANIZATION, school))] if school else []
    place = our_place(found, m.start(), m["level"])
    return [(m.start(), m.end() - 1, place)] if place else []


def _named(found: Found, g: Gathering) -> Iterator[Relation]:
    """The words that say who holds the event, and a task force in its name."""
    text = found.page.text
    who = list[Party]()
    if g.hosts and not found.people_index.within(*g.hosts) and not text[g.hosts[0] : g.hosts[1]].endswith("的"):
        invites = _INVITES.search(text, *g.hosts)  # 甲邀请乙、丙等负责人召开…
        who = _refs(found, g.hosts[0], invites.start() if invites else g.hosts[1])
    along = g.hosts is not None and _WITH.match(text, g.hosts[0])
    verb = g.hosts[1] if g.hosts and along else g.said[0]
    if (along or (not who and _HOLDS.match(text, verb))) and (sentence := found.sentence_at(verb)):
        earlier = doers(found, sentence.start, verb, parties_of(found, sentence.start, verb), planned=True)
        who = earlier.all if earlier.own else who
    if not who and g.hosts and text[g.hosts[0] : g.hosts[1]] == "双方":  # 甲与乙的答案是合作，双方举行签约仪式
        who = bodies_of_sides(found, g.hosts[0], NUMBER["双"])
    for start, end, ref in who:
        yield relation(found, ref, "organizes", g, start, max(g.said[1], g.mentions[0][1], end), "holds the event")
    start, end = g.mentions[0]
    for body in found.body_index.within(start, end):
        if (
            body.start == start
            and body.end < end
            and (
                (
                    body.group == "Organization"
                    and body.text.endswith(("组", "专班", "小组"))
                    and not text.startswith("成立", body.end)
                )
                or _ITS_MEETING.fullmatch(text, body.end, end)
                or (body.group == "GovernmentBody" and _BRIEFING.fullmatch(text, body.end, end))
            )
        ):
            ref = Ref(Kind.ORGANIZATION, found.body_name(body))
            yield relation(found, ref, "organizes", g, start, max(g.said[1], end), "meeting of the body")
    listed = list_from(text, parties_of(found, start, end), start)
    if len(listed) > 1 and _THEIR_MEETING.fullmatch(text, listed[-1][1], end):
        for begin, _, ref in listed:
            yield relation(found, ref, "organizes", g, begin, max(g.said[1], end), "meeting of the body")
    if term := _OF_TERM.match(g.name):
        names = {n for b in found.bodies if (n := found.body_name(b)).endswith(term["organ"])}
        if len(names) == 1 and term["lead"] in (whose := names.pop()):
            ref = Ref(Kind.ORGANIZATION, whose)
            yield relation(found, ref, "organizes", g, start, max(g.said[1], end), "meeting of the body")


def _stated(found: Found, events: Gatherings) -> Iterator[Relation]:
    """大会由甲、乙主办，丙承办: those who hold it and those who carry it out for them."""
    text = found.page.text
    for sentence in found.page.sentences:
        if sentence.role is LineRole.HEADING and (ours := _OURS_HOLD.match(text, sentence.start, sentence.end)):
            event, school = events.at_name(ours["what"], None), own_body(found)
            if event is not None and school is not None and event.name in text[: ours.end()]:
                ref = Ref(Kind.ORGANIZATION, school)
                yield relation(found, ref, "organizes", event, ours.start(), ours.end(), "held by")
        if (
            sentence.role is not LineRole.BODY
            or not found.body_index.within(sentence.start, sentence.end)  # who holds it has a name
            or _HELD.search(text, sentence.start, sentence.end) is None
        ):
            continue
        for m in _ACTIVE.finditer(text, sentence.start, sentence.end):
            left = max(max(text.rfind(mark, sentence.start, m.start()) for mark in "，。；") + 1, sentence.start)
            current = events.held(m.start())
            if current is None or "由" in text[left : m.start()]:
                continue
            bodies = found.body_index.within(left, m.start())
            if not bodies and m.group().startswith("作为") and text[m.end() : m.end() + 1] == "，":
                bodies = [b for b in found.body_index.within(m.end(), sentence.end) if b.start == m.end() + 1]
            for body in bodies:
                ref = Ref(Kind.ORGANIZATION, found.body_name(body))
                yield relation(found, ref, "organizes", current, min(body.start, m.start()), m.end(), "held by")
        for m in _DIRECT.finditer(text, sentence.start, sentence.end):
            clause = max(text.rfind(mark, sentence.start, m.start()) for mark in "，。；：") + 1 or sentence.start
            current = None if _OF_OTHER_TIMES.search(text, clause, m.start()) else events.held(m.start())
            for body in found.body_index.within(m.end(), sentence.end)[:1] if current else ():
                if body.start == m.end() and current is not None:
                    ref = Ref(Kind.ORGANIZATION, found.body_name(body))
                    yield relation(found, ref, "organizes", current, m.start(), body.end, "held by")
        for m in _CARRIES.finditer(text, sentence.start, sentence.end):
            current = events.held(m.start())
            for body in found.body_index.within(*m.span("named")) if current else ():
                assert current is not None
                ref = Ref(Kind.ORGANIZATION, found.body_name(body))
                yield relation(found, ref, "organizes", current, m.start(), body.end, "held by")
        for m in _BARE.finditer(text, sentence.start, sentence.end) if "主办" in text else ():
            current, listed = events.held(m.start()), found.body_index.within(*m.span("who"))
            if current is None or not listed or listed[-1].end != m.end("who"):
                continue
            if listed[0].start != m.start() and not _OUTLET.fullmatch(text, m.start(), listed[0].start):
                continue
            for body in (b for b in listed if not _OF_GROUP.match(text, b.end)):
                ref = Ref(Kind.ORGANIZATION, found.body_name(body))
                yield relation(found, ref, "organizes", current, body.start, m.end(), "held by")
        yield from _is_held(found, events, sentence)
        for m in _BY.finditer(text, sentence.start, sentence.end):
            if m["label"] and _LAST_TIME.search(text, max(sentence.start, m.start() - _SERIES_NEAR), m.start()):
                continue  # 上届论坛的主办单位是…
            if m["how"] in ("举行", "召开") and re.search("[在的，]|宣布", m["who"]):
                continue  # 由甲组建的联盟在某地举行大会
            carried = m.end() + len("实施的")
            if m["how"] == "组织" and text.startswith("实施的", m.end()) and _is_programme(found, carried):
                continue  # 由甲、乙共同组织实施的丙计划
            if m["how"] == "组织" and found.people_index.within(*m.span("who")):
                continue  # 由副部长甲主持，…介绍了竞赛组织筹备情况
            yield from (series := list(_of_series(found, events, sentence.start, m)))
            if series and text.endswith("年，", sentence.start, m.start()):
                continue  # 某某行动始于2012年，由甲举办
            parts = list(_parts(text, m, sentence.end))
            event = _meant(found, events, sentence.start, m, parts[-1][2])
            for who, how, end in parts if event else ():
                if how in ("协办", "指导"):
                    continue
                if event and (ours := _OURS_AMONG.search(text, *who)) and (school := own_body(found, ours["word"])):
                    ref = Ref(Kind.ORGANIZATION, school)
                    yield relation(found, ref, "organizes", event, m.start(), end, "held by")
                for body in found.body_index.within(*who):
                    if (
                        event is None
                        or _OF_GROUP.match(text, body.end)
                        or _HELPS.search(text[body.end : end].split("，")[0])
                    ):
                        continue
                    ref = Ref(Kind.ORGANIZATION, found.body_name(body))
                    yield relation(found, ref, "organizes", event, m.start(), end, "held by")


def _is_programme(found: Found, position: int) -> bool:
    """Whether a programme begins at a position that is carried out and not held."""
    named = found.program_index.within(position, position + _SERIES_NEAR)
    return any(p.start == position and p.text.rstrip("”").endswith(("计划", "工程", "行动", "项目")) for p in named)


# 某某大赛是甲会同乙等部门联合举办的赛事.
_IS_HELD = re.compile(
    "”?是由?(?P<who>[^，。；由是]{2,80}?)(?:共同|联合|每年|定期|牵头|\\d+[个家]部门)*(?:主办|举办|组织|发起|创办)的"
)


# 这场由甲、乙主办的活动吸引了…
_THIS_BY = re.compile(
    "(?:这场|这次|此次|本次|本届|这届)由(?P<who>[^，。；由是]{2,80}?)(?:共同|联合|牵头)*(?:主办|举办|组织|发起)的(?P<what>活动|会议|大会|论坛|年会|峰会|研讨会|座谈会|交流会|仪式|盛会)(?=[吸在于共为旨以将，]|自|已|是)"
)


_BESIDE_IT = re.compile("同期|介绍|点评|汇报|分享")


def _is_held(found: Found, events: Gatherings, sentence: Sentence) -> Iterator[Relation]:
    """organizes of what is said to be the contest, meeting or campaign that somebody holds."""
    text = found.page.text
    for m in _THIS_BY.finditer(text, sentence.start, sentence.end):
        told = events.at_name(m["what"], m.start())
        if told is None or _BESIDE_IT.search(text, sentence.start, m.start()):
            continue
        for b in found.body_index.within(*m.span("who")):
            who_held = Ref(Kind.ORGANIZATION, found.body_name(b))
            yield relation(found, who_held, "organizes", told, m.start(), m.end(), "held by")
    for m in _IS_HELD.finditer(text, sentence.start, sentence.end):
        who = [(b.start, Ref(Kind.ORGANIZATION, found.body_name(b))) for b in found.body_index.within(*m.span("who"))]
        clause = max(text.rfind(mark, sentence.start, m.start()) for mark in "，。；：") + 1
        words = text[max(clause, sentence.start) : m.start()].strip("“”")
        event = next((g for g in events.all if words in (g.name, *g.aliases)), None)
        if event is None and words.startswith(("本届", "本次", "此次", "该", "这次", "这届")):
            event = events.at_name(words, m.start())  # 本届论坛是甲联盟举办的
        series = next((p for p in found.program_index.within(sentence.start, m.start()) if p.end == m.start()), None)
        if not who or who[0][0] != m.start("who") or (event is None and series is None):
            continue
        held = Ref(Kind.EVENT, event.name) if event else Ref(Kind.PROGRAM, series.text) if series else None
        for start, ref in who if held else ():
            assert held is not None
            yield Relation((found.page.span(min(start, m.start()), m.end()),), "held by", ref, "organizes", held)


def _short_of(name: str, event: str) -> bool:
    """Whether a fair's name stands in that of an event, whole or short (农博会 for 农业博览会)."""
    return name in event or (name.endswith("博会") and "博览会" in event and in_order(name, event))


_CEREMONY = re.compile("[开闭]幕[式会]|仪式|典礼|发布会|赛区|[决初复]赛|选拔赛")
# 文化旅游节由甲主办 at the opening of 第三届某某文化旅游节: the series is held by them, whatever is said of its opening.
_SERIES = re.compile(
    "(?:(?:[本该此][届次]|该)(?P<short>[一-鿿]{3,14}?)(?=[，是系]|\\Z)|(?P<close>[”]?)(?:系列)?(?:活动|项目)?)(?:(?:始创?|启动|创办|创立|设立|发起|举办)于\\d{4}年(?:\\d{1,2}月)?，)?(?:，|，?[是系])?\\Z"
)
_BARE_KINDS = frozenset(
    ("运动会", "博览会", "展览会", "交易会", "洽谈会", "文化节", "艺术节", "体育节", "科技节", "旅游节", "嘉年华")
)
_SERIES_NEAR = 36  # characters
_NEXT_TO = 40  # characters between 由甲主办的 and the event


def _of_series(found: Found, events: Gatherings, left: int, m: re.Match[str]) -> Iterator[Relation]:
    """organizes of a programme: a contest, festival or class that stands before 由甲主办, by its name or a short form."""
    text = found.page.text
    if not m["who"] or m["how"] in ("协办", "指导", "组织"):
        return
    before = _SERIES.search(text, max(left, m.start() - _SERIES_NEAR), m.start())
    if before is None or (text.startswith("的", m.end()) and before.group().endswith("年，")):
        return
    if before["short"]:
        if events.main is not None and before["short"] in _BARE_KINDS:
            return  # 本届运动会 is the one that is told of
        named = max(
            (p for p in found.programs if p.text.endswith(before["short"])), key=lambda p: len(p.text), default=None
        )
    else:
        named = next((p for p in found.program_index.within(left, m.start()) if p.end == before.start()), None)
    if named is None or any(
        (g.day or g.place) and _short_of(named.text, g.name) and not _CEREMONY.search(g.name) for g in events.all
    ):
        return
    for body in found.body_index.within(*m.span("who")):
        if m["how"] == "承办" and "主办" in text[body.end : m.end()]:
            continue
        who, what = Ref(Kind.ORGANIZATION, found.body_name(body)), Ref(Kind.PROGRAM, named.text)
        span = found.page.span(before.start() if before["short"] else named.start, m.end())
        yield Relation((span,), "held by", who, "organizes", what)


def _parts(text: str, m: re.Match[str], stop: int) -> Iterator[tuple[tuple[int, int], str, int]]:
    """Whom each part of 由甲指导，乙主办，丙承办 names, what they do, and where the part ends."""
    if not m["who"]:
        yield m.span("named"), "主办", m.end()
        return
    yield m.span("who"), m["how"], m.end()
    after = _NEXT.match(text, m.end(), stop)
    while after:
        yield after.span("who"), after["how"], after.end()
        after = _NEXT.match(text, after.end(), stop)


# 本届茶博会由, 本次“双选会”虽由, 这项活动是由.
_LINKS = re.compile("(?:虽然?|都|均|则|将|也|是|系){1,6}\\Z")
_ITS_SHORT = re.compile("(?:[本该此这][届次项场]|该)“?(?P<short>[一-鿿]{2,14})”?")


def _meant(found: Found, events: Gatherings, left: int, m: re.Match[str], end: int) -> Gathering | None:
    """The event that a statement of who holds it means, which ends at `end`: named before it, or the one the paragraph tells of."""
    text = found.page.text
    opens = m.start() == left or text[m.start() - 1] in "，；"
    if text.startswith("的", end):  # 由甲主办，乙承办的…: the event follows
        near = [
            (s, g) for g in events.all for s, _ in g.mentions if 0 <= s - end < _NEXT_TO and "。" not in text[end:s]
        ]
        return min(near, key=lambda told: told[0])[1] if near else None
    before = re.search(r"(?P<what>[^，。；、]{2,60})\Z", text[max(left, m.start() - 60) : m.start()])
    what = _LINKS.sub("", before["what"]) if before else ""
    if what and (event := events.at_name(what, m.start())):
        return event
    if (short := _ITS_SHORT.fullmatch(what)) and (
        event := next((g for g in events.all if _short_of(short["short"], g.name)), None)
    ):
        return event
    return events.held(m.start()) if opens or m["label"] else None
