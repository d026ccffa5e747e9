"""Who aids whom, which is to work together: 甲对口支援乙, 甲成为乙的帮扶单位, 将甲交由乙托管, 广州—龙岩对口合作."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from kg.facts.parties import Party, list_ending
from kg.mentions.found import Found
from kg.mentions.gazetteer import Hit, gazetteer
from kg.model import Kind, Ref, Relation, Sentence
from kg.text.scan import holds

# 甲对口支援乙; 甲、乙成为丙的对口支援单位.
_AIDS = re.compile(
    "(?:[^，。；：、“”与和同]{0,14}?)(?<!团队)(?<!小组)(?:对口|结对|定点)(?:支援|帮扶|协作|扶持|援助)(?:了|的)?|(?:组团式?|全面|正式)*(?:支援|援助|托管(?:帮扶)?)了?"
)
# 将甲交由乙托管; 甲由乙托管.
_ENTRUSTED = re.compile("(?:将?交由|委托给?|交给|由)")
_IN_TRUST = re.compile("(?:进行|实行|实施)?(?:全面|整体|委托|集团化|紧密型)*(?:托管|代管|接管)")
# 甲对乙开展了多层次的对口帮扶.
_GIVES_AID = re.compile(
    "的?(?:对口|结对|定点)(?:帮扶|支援|扶贫|援助|协作)(?!资金|项目资金|[^，。；]{0,10}(?:考核|督查|审计|检查|评估|备案|报道))|[一-鿿]{0,8}?(?:帮扶|支援|扶贫协作)(?:(?:工作|行动)(?![^，。；]{0,16}(?:考核|督查|审计|调研|检查|评估|报道|备案|要求|肯定|总结|指导|视察|监督))|签约|协议(?!进行|予以))|(?:持续|全面|积极|先后|长期)*(?:开展|进行|实施|给予|提供)了?[^，。；]{0,24}?(?:帮扶|支援|协作|援助)"
)
# 甲采取…方式；同时对口帮扶乙、丙3家机构: it stands at the head of the sentence.
_AIDS_TOO = re.compile("[，；](?:同时|并|还|另|又|也|将|继续|分别)*(?:对口|结对|定点)(?:支援|帮扶|协作|扶持|援助)了?")
_OPENS = re.compile("(?:[按依根][照据][^，。；]{2,20}，)?")
# 乙项目; 援助乙设备76台, which is a gift.
_THINGS = re.compile("项目|工程|[^，。；、年]{0,12}?\\d[\\d.]{0,8}余?[万亿台套件批张册辆箱支盒份吨]")
_LIST_GOES_ON = re.compile("[、，。；和及与]|以及|等|\\Z")
_FAR = 300  # characters of a list of those who aid
_SEVERALLY = ("分别", "则分别", "将分别", "已分别")
_AND = ("、", "和", "与", "及")
_LIST = re.compile("[、，和与及]|以及")
# 作为对口支援乙的组长单位，甲…
_AS_AIDER = re.compile(
    "作为[^，。；]{0,10}?(?:对口|结对|定点)(?:支援|帮扶|援助|协作)(?P<whom>[^，。；、的]{2,30})的[^，。；]{0,6}(?:单位|高校|学校|院校|医院|省市|城市)，"
)
_AIDERS = re.compile(
    "(?:成为|就?是|作为)(?P<whom>[^，。；、]{2,30}?)的(?:对口|结对|定点)?(?:支援|帮扶|援助|协作)(?:单位|高校|学校|院校|医院|方)"
)


def aided(found: Found, sentence: Sentence, parties: list[Party]) -> Iterator[Relation]:
    """甲对口支援乙; 甲、乙成为丙的对口支援单位."""
    text = found.page.text
    if len(parties) < 2:
        return
    if not holds(
        text, ("支援", "帮扶", "协作", "扶持", "援助", "托管", "代管", "接管", "对口"), sentence.start, sentence.end
    ):
        return
    for i, ((s1, e1, a), (s2, e2, b)) in enumerate(pairwise(parties)):
        if i and text[s1 - 1] in _AND and text.startswith(_SEVERALLY, e1):
            continue  # 甲、乙分别对口支援丙、丁: each one of them
        if a != b and _AIDS.fullmatch(text, e1, s2) and not _THINGS.match(text, e2):
            yield Relation((found.page.span(s1, e2),), "aids", a, "cooperatesWith", b)
            for j, (start, end, other) in enumerate(parties[i + 2 :], i + 3):  # 甲定点帮扶乙县、丙县
                if other.kind is not b.kind or text[e2:start] not in _AND or _THINGS.match(text, end):
                    break
                if any(_AIDS.fullmatch(text, end, then) for then, _, _ in parties[j : j + 1]):
                    break  # 甲对口支援乙、丙对口支援丁
                e2 = end
                if other not in (a, b):
                    yield Relation((found.page.span(s1, end),), "aids", a, "cooperatesWith", other)
        elif a != b and _ENTRUSTED.fullmatch(text, e1, s2) and (trust := _IN_TRUST.match(text, e2, sentence.end)):
            yield Relation((found.page.span(s1, trust.end()),), "in trust", a, "cooperatesWith", b)
        elif a != b and text[e1:s2] == "对" and (aid := _GIVES_AID.match(text, e2, sentence.end)):
            yield Relation((found.page.span(s1, aid.end()),), "aids", a, "cooperatesWith", b)
    yield from _one_by_one(found, sentence, parties)
    first, starts = parties[0], [p[0] for p in parties]
    opens = _OPENS.fullmatch(text, sentence.start, first[0])
    for m in _AIDS_TOO.finditer(text, sentence.start, sentence.end) if opens else ():
        edge = m.end()
        for i in range(bisect_left(starts, edge), len(parties)):
            start, end, other = parties[i]
            if other.kind is Kind.PLACE and not _LIST_GOES_ON.match(text, end):
                break  # of a body whose name was not read
            if not (start == edge or _LIST.fullmatch(text, edge, start)):
                break
            edge = end
            if other != first[2]:
                yield Relation((found.page.span(first[0], end),), "aids", first[2], "cooperatesWith", other)
    for m in _AS_AIDER.finditer(text, sentence.start, sentence.end):
        pair = [p for p in parties if p[:2] == m.span("whom") or p[0] == m.end()]
        if len(pair) == 2 and pair[0][2] != pair[1][2]:
            yield Relation((found.page.span(m.start(), pair[1][1]),), "aids", pair[1][2], "cooperatesWith", pair[0][2])
    for m in _AIDERS.finditer(text, sentence.start, sentence.end):
        low, high, at = (bisect_left(starts, p) for p in (m.start() - _FAR, m.start(), m.start("whom")))
        whom = [p for p in parties[at : at + 1] if p[:2] == m.span("whom")]
        near = [p for p in parties[low:high] if p[1] <= m.start()]
        who = list_ending(text, [p for p in near if p[2] != whom[0][2]], _LIST) if whom else []
        for start, _, one in who:
            yield Relation((found.page.span(start, m.end()),), "aids", one, "cooperatesWith", whom[0][2])


# 甲、乙、丙分别对口支援丁、戊、己
_EACH = re.compile("(?:则|将|已)?分别(?:对口|结对|定点)(?:支援|帮扶|协作|扶持|援助|托管)?了?")


def _one_by_one(found: Found, sentence: Sentence, parties: list[Party]) -> Iterator[Relation]:
    """Who of one list aids whom of another as long: the first the first, the second the second."""
    text = found.page.text
    for m in _EACH.finditer(text, sentence.start, sentence.end):
        givers = list_ending(text, [p for p in parties if p[1] <= m.start()], _LIST)
        takers = [p for p in parties if p[0] == m.end()]
        for p in parties:
            if takers and _LIST.fullmatch(text, takers[-1][1], p[0]):
                takers.append(p)
        if givers and givers[-1][1] == m.start() and 1 < len(givers) == len(takers):
            for (start, _, one), (_, end, other) in zip(givers, takers, strict=True):
                yield Relation((found.page.span(start, end),), "aids one by one", one, "cooperatesWith", other)


def _lowest(found: Found, hit: Hit) -> str:
    """A place as the page names it, without what it lies in: 巴楚县 of 喀什地区巴楚县."""
    name, text = hit.divisions[0].name, found.page.text[hit.start : hit.end]
    return name if text.endswith(name) else found.place_named(hit)


# 广州—龙岩卫生健康对口合作推进会, 甲县·乙县东西部协作联席会议: the two places that a dash or a dot joins.
_ACROSS = re.compile("(?:[^，。；“”]{0,10})(?:对口|东西部|扶贫|教育|结对)*(?:合作|协作|帮扶|支援)(?!区|示范)")


_DASH = re.compile("[—－–-]{1,2}|[·•]")


def places_joined(found: Found, sentence: Sentence) -> Iterator[Relation]:
    """Two places that a dash or a dot joins, and one that is said to be aided by the other."""
    yield from _joined_by_dash(found, sentence)
    yield from _aided_place(found, sentence)


def _joined_by_dash(found: Found, sentence: Sentence) -> Iterator[Relation]:
    text = found.page.text
    for one, other in pairwise(found.hit_index.within(sentence.start, sentence.end)):
        if (
            _DASH.fullmatch(text, one.end, other.start)
            and _ACROSS.match(text, other.end)
            and one.divisions[0] not in gazetteer().path(other.divisions[0])  # 湖北·咸宁 is one
        ):
            a, b = (Ref(Kind.PLACE, found.place_named(h)) for h in (one, other))
            yield Relation((found.page.span(one.start, other.end),), "works with", a, "cooperatesWith", b)


# 和田是北京市对口援疆的地区
_AIDED_PLACE = re.compile("(?:就)?是(?P<who>[^，。；的]{2,16}?)对口(?:援[疆藏青]|支援|帮扶|援助|协作)的")


# 静安对口支援的喀什地区巴楚县
_WHOM = re.compile("对口(?:援[疆藏青]|支援|帮扶|援助|协作)的")


def _aided_place(found: Found, sentence: Sentence) -> Iterator[Relation]:
    text = found.page.text
    if text.find("对口", sentence.start, sentence.end) < 0:
        return
    for left, right in pairwise(found.hit_index.within(sentence.start, sentence.end)):
        if _WHOM.fullmatch(text, left.end, right.start):
            a, b = (Ref(Kind.PLACE, _lowest(found, h)) for h in (left, right))
            yield Relation((found.page.span(left.start, right.end),), "aids", a, "cooperatesWith", b)
    for m in _AIDED_PLACE.finditer(text, sentence.start, sentence.end):
        hits = found.hit_index.within(sentence.start, m.end())
        one = next((h for h in hits if (h.start, h.end) == m.span("who")), None)
        other = next((h for h in hits if h.end == m.start()), None)
        if one is not None and other is not None:
            a, b = (Ref(Kind.PLACE, text[h.start : h.end]) for h in (one, other))
            yield Relation((found.page.span(other.start, m.end()),), "aids", a, "cooperatesWith", b)
