"""The parties to something: bodies in a stretch of text, 学校 and 该公司 among them, and the lists they form."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise, product

from kg.facts.our_body import own_body
from kg.mentions.body import Body
from kg.mentions.defined import DEFINITION, opened_before
from kg.mentions.found import Found
from kg.mentions.gazetteer import Hit
from kg.mentions.lexicon import heads
from kg.mentions.page_school import UNVEILED
from kg.model import Kind, Ref
from kg.text.scan import matches

_SCHOOL = re.compile(
    r"我校|我院(?=[与和同]|先后|分别|签|代表|联合|携手|，(?:首?先|先后|分别|依次)[与和同])|(?<!帮扶|受援|支援|结对|对口|合作|成员|签约|参与|薄弱|乡村|农村|中小|职业|高等|民办|公办|普通|示范|实验|试点|联盟|相关|有关|获奖|兄弟|友好|姊妹|院校)(?<![各类级等所名批些])学校(?!的?主管|教育|改革)|该校|本校|(?:(?<=[，。；、与同和\n])|(?<=代表))学院(?=[，。、与同和]|先后|分别|签|代表|以)"
)


_SCHOOL_HEAD = heads(("我校", "我院", "学校", "该校", "本校", "学院"))
Party = tuple[int, int, Ref]
_HEAD = 200  # characters; the school whose news a page brings is named in them
_ROUND = 5  # parties; of more, nobody says that each has to do with each


# 新华社上海8月26日电（记者甲）, 江海日报讯: who brings the news.
_DATELINE = re.compile("[一-鿿]{0,8}(?:\\d{1,2}月\\d{1,2}日)?[电讯](?=[ 　（])")


def org(name: str) -> Ref:
    return Ref(Kind.ORGANIZATION, name)


def is_other_name(found: Found, body: Body) -> bool:
    """Whether a body stands in brackets right behind another: 甲博物馆（乙纪念馆）, one body under two names; 甲公司（以下简称“甲”）."""
    text, opened = found.page.text, body.start - 1
    if (defined := opened_before(text, body.start)) is not None:
        return defined in found.bodies_ending
    return text[opened : opened + 1] == "（" and text[body.end : body.end + 1] == "）" and opened in found.bodies_ending


def parties_of(found: Found, start: int, end: int) -> list[Party]:
    """The bodies in [start, end), 学校 among them where the article says which, outside of documents' names."""
    parties = [
        (b.start, b.end, org(found.body_name(b)))
        for b in found.body_index.within(start, end)
        if not found.document_index.around(b.start, b.end)
        and not _DATELINE.match(found.page.text, b.end)
        and not is_other_name(found, b)
    ]
    for m in matches(
        _SCHOOL, _SCHOOL_HEAD, found.page.text, start, end + 2
    ):  # what follows it tells that 学院 stands alone
        if m.end() > end:
            break
        word = m.group() if m.group() == "该校" else "学校"
        school = own_body(found, "我院") if m.group() == "我院" else found.school_before(m.start(), word)
        if m.group() == "学院" and not (school or "").endswith("学院"):
            school = _college(found)
        if school and not any(s < m.end() and m.start() < e for s, e, _ in parties):
            parties.append((m.start(), m.end(), org(school)))
    for m in _THAT.finditer(found.page.text, start, end):
        body = last_of(found, m.start(), _KINDS[m["kind"]])
        if body and not any(s < m.end() and m.start() < e for s, e, _ in parties):
            parties.append((m.start(), m.end(), org(body)))
    if _BOTH.search(found.page.text, start, end):
        both = _organs_of_both(found, start, end)
        parties += [p for p in both if not found.body_index.touches(p[0], p[1])]
    return sorted(parties)


# 河池、深圳两市教育局: the bureau of each.
_BOTH = re.compile("[两三四](?P<level>[省市县区州旗])(?P<organ>(?:人民)?政府|[一-鿿]{2,8}?(?:局|厅|委员会|委(?!员)))")


def _organs_of_both(found: Found, start: int, end: int) -> Iterator[Party]:
    """The organs of the places of a list that share one word for them, where the page names each of them elsewhere."""
    text, hits = found.page.text, found.hit_index.within(start, end)
    for m in _BOTH.finditer(text, start, end):
        chain = list[Hit]()
        for hit in reversed([h for h in hits if h.end <= m.start()]):
            if hit.end != m.start() and not (chain and text[hit.end : chain[0].start] in ("、", "和", "与", "及")):
                break
            chain.insert(0, hit)
        named = [(h, found.resolver.as_named(f"{_whole(found, h, m['level'])}{m['organ']}")) for h in chain]
        if len(chain) > 1 and all(name in found.body_names for _, name in named):
            yield from ((h.start, h.end, org(name)) for h, name in named)


def _whole(found: Found, hit: Hit, level: str) -> str:
    """The name of a place of a level with its class word: 河池市."""
    name = found.place_named(hit)
    return name if name.endswith(level) else name + level


# Where a place stands as a party and in no post, address or longer name.
_OPENS = re.compile("(?:[，。；：、\\n与和同及]|代表)\\Z")
_SIDE = re.compile(
    "，?(?:已|也|还|又|分别|先后|共同|正式|现场)*(?:[、与和同]|等[\\d两三四五六七八九十]|等(?:地|[省市区县]市?)(?![一-鿿]{0,2}[党政])|签|携手|(?:战略|全面|深度|友好|框架|对口|校地|市校|校市|院地|政校|政企|教育|人才|科技|产业)*合作|协作|东西部|对口|结对|共建|联手|帮扶|（[^（）]{2,16}）就[^，。；]{0,12}(?:协作|合作|帮扶|支援)|就[^，。；]{0,12}(?:协作|合作|帮扶|支援)|(?:通过|开展|建立|结成|结为|缔结|开启|保持|有着?)了?[^，。；]{0,24}?(?:协作|合作|帮扶|支援|结对|对口))"
)
_BARE = re.compile(
    "(?:(?:[两三四五六七八九十]|\\d{1,2})个?(?:[地市州省区县旗](?:（[省市区县旗、]{1,7}）)?|省（?[区市]）?)(?:(?:人民)?政府)?|双方|，?(?:政府|教育部门|两地|各方)(?:之间)?)?(?:已|也|还|又|都|均|分别|先后|共同|正式|现场|日前|近日|今[日天]|昨[日天]|当[日天]|周[一二三四五六日]|\\d{1,2}月|\\d{1,2}日|[上下]午)*(?:在[一-鿿]{2,10})?\\Z"
)


def apart(parties: list[Party]) -> list[Party]:
    """The parties in order, without a place inside a body's name."""
    named = [p for p in parties if p[2].kind is not Kind.PLACE]
    places = [p for p in parties if p[2].kind is Kind.PLACE]
    return sorted(
        [*named, *(p for p in places if not any(n[0] < p[1] and p[0] < n[1] for n in named))], key=lambda p: p[:2]
    )


_ITS_PARTS = (
    "的有关",
    "的相关",
    "的部分",
    "的一些",
    "的多个",
    "的各",
    "对口协作市",
    "对口城市",
    "对口地",
    "对口帮扶市",
    "各市",
    "各县",
    "相关",
    "有关",
)  # 与甲市的有关区签订: not with the city


# 同甲、乙等省级农科院: with their institutes, and not with them.
_OF_THEM = re.compile(
    "等(?:(?:[\\d两三四五六七八九十]{1,3}|多)个?)?(?:省级|市级|县级|[省市县区州])*的?(?:(?![就在于与和同对])[一-鿿]){0,6}?(?:[科教]院|研究院|学院|大学|高校|院校|学校|企业|医院|单位|部门|厅|局)"
)


def places_of(found: Found, start: int, end: int) -> list[Party]:
    """The divisions in [start, end) that act themselves: 蚌埠市分别与宁波市签订…"""
    text, places = found.page.text, list[Party]()
    left_out = -1  # where the last one begins whose parts do, and those in a list with it
    for place in reversed(acting_places(found, start, end)):
        opens = place[0] == start or _OPENS.search(text, max(start, place[0] - 2), place[0])
        if (
            text.startswith(_ITS_PARTS, place[1])
            or _OF_THEM.match(text, place[1], end)
            or (place[1] + 1 == left_out and text[place[1]] in "、和")
        ):
            left_out = place[0]
            continue
        if found.document_index.around(*place[:2]):
            continue
        listed = places and text[place[1]] == "，" and places[-1][0] == place[1] + 1  # 甲区，乙省丙市、丁市等四地
        if opens and (listed or _SIDE.match(text, place[1], end) or _BARE.match(text, place[1], end)):
            places.append(place)
    return places[::-1]


_OUR = re.compile(
    "(?:(?<![一-鿿])|(?<=[与和同]))我(?P<level>[省市县区州旗盟])(?=[与和同签已将、]|先后|分别|相继|正式|共同|双方|现场)"
)


def acting_places(found: Found, start: int, end: int) -> list[Party]:
    """The divisions in [start, end), 我市 among them where the page says which."""
    places = [(h.start, h.end, Ref(Kind.PLACE, found.place_named(h))) for h in found.hit_index.within(start, end)]
    for m in _OUR.finditer(found.page.text, start, end + 1):
        if m.end() > end:
            break
        if come := [h for h in found.hit_index.within(start, m.start()) if _comes_to(found.page.text, h, m["level"])]:
            places.append((*m.span(), Ref(Kind.PLACE, found.place_named(come[-1]))))  # 来金口河区交流，并与我区签署
        elif place := our_place(found, m.start(), m["level"]):
            places.append((*m.span(), place))
    return sorted(places, key=lambda p: p[:2])


def our_place(found: Found, position: int, level: str) -> Ref | None:
    """The division that 我市 at a position means."""
    division = found.resolver.divisions.before(position, level)
    return Ref(Kind.PLACE, found.resolver.divisions.called(division)) if division else None


def _comes_to(text: str, hit: Hit, level: str) -> bool:
    return text[hit.start - 1 : hit.start] in tuple("来到赴") and text[hit.end - 1] == level


def places_at(found: Found, start: int, end: int) -> list[Party]:
    """The divisions named whole in [start, end), with a class word (山东省, 合肥市) and before no other word of a name."""
    text = found.page.text
    return [
        (h.start, h.end, Ref(Kind.PLACE, found.place_named(h)))
        for h in found.hit_index.within(start, end)
        if text[h.end - 1] in "省市区县州旗" and not found.document_index.around(h.start, h.end)
    ]


def with_places(found: Found, parties: list[Party], start: int, end: int) -> list[Party]:
    """The parties in order, and the divisions that stand in a list with one of them: 甲大学与乙市, 丙区、丁大学."""
    text, named = found.page.text, [p for p in parties if start <= p[0] and p[1] <= end]
    if not named:
        return parties
    opens, closes = {p[0] for p in named}, {p[1] for p in named}
    more = list[Party]()
    for place in places_at(found, start, end):
        if any(p[0] < place[1] and place[0] < p[1] for p in named):
            continue
        before = max((c for c in closes if c <= place[0]), default=-1)
        behind = min((o for o in opens if o >= place[1]), default=-1)
        joined = (
            before >= 0 and JOINT.fullmatch(text, before, place[0]) and _LIST_STOPS.match(text, place[1]) is not None
        )
        if joined or (behind >= 0 and JOINT.fullmatch(text, place[1], behind)):
            more.append(place)
            opens.add(place[0])
            closes.add(place[1])
    return sorted([*parties, *more], key=lambda p: p[:2])


# Behind a place of such a list; not 与甲市|人社部门, 与甲市|多家企业.
_LIST_STOPS = re.compile(
    "[、，。；：\\n”和及与]|以及|\\Z|[共联携合协牵][同合手作力头]|联手|等|两|三地|发起|成立|组建|签|正式|双方|举办|主办|开展|启动|在|将|就|于|已|政府|推动|推进|打造|建设|设立|创办|倡议|\\d"
)


def places_opening(found: Found, start: int, end: int) -> list[Party]:
    """The division that a clause opens with (内蒙古实施…)."""
    return [
        (h.start, h.end, Ref(Kind.PLACE, found.place_named(h)))
        for h in found.hit_index.within(start, end)
        if h.start == start
    ]


# 共建甲实验室、打造“乙”平台: what is made does nothing yet.
_MAKES = re.compile("(?:共建|打造|组建|设立|成立|建设|筹建|创建|建立|创办|兴建|新建|搭建|共创)(?:了|的)?“?\\Z")


def is_made(found: Found, start: int) -> bool:
    """Whether what is named at a position is what a verb of building or founding right before it makes."""
    return _MAKES.search(found.page.text, max(0, start - 4), start) is not None


# What joins the items of a list.
JOINT = re.compile("[、和与及]|以及")


def places_listed(found: Found, start: int, end: int) -> list[Party]:
    """The divisions of the list that a clause opens with: 甲县、乙县和丙市联合成立…"""
    listed = places_opening(found, start, end)[-1:]
    for h in found.hit_index.within(start, end) if listed else ():
        if JOINT.fullmatch(found.page.text, listed[-1][1], h.start):
            listed.append((h.start, h.end, Ref(Kind.PLACE, found.place_named(h))))
    return listed


# 青海、四川、甘肃三省联合印发…
_IN_NUMBER = re.compile(
    "(?:[两三四五六七八九十]{1,2}|\\d{1,2})?(?:省(?:[区市]|（[区市、]{1,3}）){0,2}|[市县区州地旗])?"
)


def places_together(found: Found, start: int, end: int) -> list[Party]:
    """The list of divisions that is all that stands in [start, end), perhaps with how many they are."""
    text, hits = found.page.text, found.hit_index.within(start, end)
    if len(hits) < 2 or hits[0].start != start or not _IN_NUMBER.fullmatch(text, hits[-1].end, end):
        return []
    if any(text[a.end : b.start] not in ("、", "和", "与", "及") for a, b in pairwise(hits)):
        return []
    return [(h.start, h.end, Ref(Kind.PLACE, found.place_named(h))) for h in hits]


# 青岭市将农产品纳入储备, 青岭市深入推进改革: a place that does something, and not one of which something else is told.
_DOES = re.compile(
    "(?:将(?!军)|把|已|还(?!原)|也|均|都|先后|相继|积极|大力|全力|深入|扎实|不断|主动|持续|坚持|聚焦|加快|认真|高度重视|充分|着力|始终|紧紧|紧扣|"
    "立足|创新(?!型|中心|区)|率先|统筹|强化|完善|健全|发挥|注重|探索|构建|打造|深化|加强|加大|推动|推进|组织(?!部)|选派|通过|开展|建立|围绕|依托|出台|印发|启动|实施|制定|投入|以(?!来|上|下|外|内|西|东|南|北)|与)"
)


def places_doing(found: Found, start: int, end: int) -> list[Party]:
    """The division that a clause opens with, if it goes on with what that does."""
    opening = [p for p in places_opening(found, start, end) if p[2].name[-1] in "省市区县州旗盟"]
    return [p for p in opening if _DOES.match(found.page.text, p[1], end)]


_THAT = re.compile("该(?P<kind>校|学院|院|公司|集团|企业|联盟|局|厅|中心|协会|所)")
_KINDS = {
    "校": ("学", "校", "院"), "院": ("院",), "学院": ("学院",), "公司": ("公司", "集团"), "集团": ("集团", "公司"), "企业": ("公司", "集团"),
    "联盟": ("联盟",), "局": ("局",), "厅": ("厅",), "中心": ("中心",), "协会": ("协会",), "所": ("所",),
}  # fmt: skip


def last_of(found: Found, position: int, endings: tuple[str, ...]) -> str | None:
    """The body of a kind named last before a position, in its paragraph or the one before (该公司)."""
    before = found.body_index.within(found.paragraph_start(position, 1), position)
    near = [b for b in before if b.text.endswith(endings) and found.is_read(b.start)]
    return found.body_name(near[-1]) if near else None


def alliance_at(found: Found, position: int) -> Body | None:
    """The one alliance of the page, else the one that meets, where the sentence names no other before a position; or the one that the
    sentence names last, or that of the paragraph up to there, or of that and the one before."""
    if (ours := found.alliance) is not None:
        return ours
    leagues = {found.body_name(b): b for b in found.bodies if b.group == "Alliance" and found.is_read(b.start)}
    met = [name for name in leagues if any(name in e.text for e in found.events)]
    sentence = found.sentence_at(max(position - 1, 0))
    here = found.body_index.within(sentence.start, position) if sentence else []
    said = [name for b in here if (name := found.body_name(b)) in leagues][-1:]
    if len(met) == 1:
        return leagues[met[0]] if said in ([], met) else None  # of which of the two it is told, it does not say
    if said:
        return leagues[said[0]]
    for before in (0, 1):
        near = found.body_index.within(found.paragraph_start(position, before), position)
        named = {found.body_name(b): b for b in near if b.group == "Alliance" and found.is_read(b.start)}
        if named:
            return next(iter(named.values())) if len(named) == 1 else None
    return None


def _college(found: Found) -> str | None:
    """The one 学院 that the head of a page names."""
    head = found.body_index.within(0, _HEAD)
    colleges = [b for b in head if b.group == "EducationInstitution" and b.text.endswith("学院")]
    names = {found.body_name(b) for b in colleges if not UNVEILED.match(found.page.text, b.end)}
    return names.pop() if len(names) == 1 else None


def chain_of(text: str, parties: list[Party]) -> list[Party]:
    """The parties that hang together, backwards from the last one."""
    chain: list[Party] = []
    for p in reversed(parties):
        if chain and not linked(text, p[1], chain[0][0]):
            break
        chain.insert(0, p)
    return chain


def list_ending(text: str, parties: Sequence[Party], joint: re.Pattern[str]) -> list[Party]:
    """The list that ends with the last of the parties: it and those before that nothing but a joint parts from the next."""
    chain = list(parties[-1:])
    for p in reversed(parties[:-1]):
        called = _CALLED.match(text, p[1], chain[0][0])  # 甲（以下简称“乙”）与丙
        if not joint.fullmatch(text, called.end() if called else p[1], chain[0][0]):
            break
        chain.insert(0, p)
    return chain


def list_to(text: str, parties: Sequence[Party], position: int) -> list[Party]:
    """The list of parties that ends at a position; none where no party ends there."""
    before = [p for p in parties if p[1] <= position]
    return list_ending(text, before, JOINT) if before and before[-1][1] == position else []


def pairs_in(text: str, parties: Sequence[Party], end: int) -> list[tuple[Party, Party]]:
    """The pairs of a list that ends at `end`: 甲与乙、丙与丁, each with nothing but 与 between its two."""
    return [
        (a, b)
        for a, b in pairwise(parties)
        if a[2] != b[2]
        and _WITH.fullmatch(text, a[1], b[0])
        and text[max(0, a[0] - 1) : a[0]] in ("", "、", "，", "；", "。", "：", "\n")
        and (text[b[1] : b[1] + 1] in ("、", "，", "；", "等") or _EACH.fullmatch(text, b[1], end))
    ]


_EACH = re.compile("(?:两两|分别|逐一|依次|先后|现场|结对|也|亦|还|已)*")
_WITH = re.compile("(?:已|也|还|将|又)?[与和同]")
_CALLED = re.compile(f"{DEFINITION.pattern}|”?）(?=[、与和同])")
_BRACKET = re.compile("^（[^（）]{1,24}）")  # another name of the first of the two


def linked(text: str, left: int, right: int) -> bool:
    return bool(
        re.fullmatch(
            r"(?:等[一-鿿]{0,4})?(?:分别|共同)?[与和同、及，]?(?:与|和|同)?(?:[^，。；]{0,6})|[^，。；]{0,14}[与和同]|，(?:也|又|还|并|分别|先后|共同|首?先|再|接着|随后|最后|而后|继而|继续){1,2}[与和同]",
            _BRACKET.sub("", text[left:right]),
        )
    )


def each_with_each(parties: list[Party]) -> Iterable[tuple[Party, Party]]:
    """Every two of the parties, in a long list the first with each."""
    return combinations(parties, 2) if len(parties) <= _ROUND else product(parties[:1], parties[1:])


_SIDE_OF = re.compile("[两三四五六七八九十2-9]所")  # 甲市和两所高校: these are one side
_RESPECTIVELY = re.compile("分别|各自|一一对应")  # 甲、乙分别与丙、丁: the first with the first


def across(text: str, linked: list[Party]) -> list[tuple[Ref, Ref]]:
    """Who signs with whom: across 与 or 同 (甲、乙与丙: each of the two with 丙), else each with each, in a long list the first
    with each."""
    gaps = [text[a[1] : b[0]] for a, b in pairwise(linked)]
    if (
        len(linked) > 2
        and len(linked) % 2 == 0
        and all(re.fullmatch("[与和同]" if i % 2 == 0 else "[、，；]", gap) for i, gap in enumerate(gaps))
    ):  # 甲与乙、丙与丁分别签约
        return [(a[2], b[2]) for a, b in zip(linked[::2], linked[1::2], strict=True)]
    joints = [i for i in range(1, len(linked)) if re.search("[与同]", gaps[i - 1])]
    if len(joints) == 1 and len(linked) == 2 * joints[0] > 2 and _RESPECTIVELY.search(gaps[joints[0] - 1]):
        return [(a[2], b[2]) for a, b in zip(linked[: joints[0]], linked[joints[0] :], strict=True)]
    whole = product(linked[: joints[-1]], linked[joints[-1] :]) if joints else each_with_each(linked)
    pairs = [(a[2], b[2]) for a, b in whole if a[2] != b[2] and not (a[:2] == b[:2] and _SIDE_OF.match(text, a[0]))]
    return list(dict.fromkeys(pairs))
