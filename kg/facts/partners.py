"""Who works with those of a list behind 与, where the one who does stands further before it: 学校先后与甲、乙建立合作关系,
医院引进人才，与甲、乙等机构紧密合作."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from kg.facts.doers import doers
from kg.facts.parties import JOINT, Party, org
from kg.facts.signatories import SIGN
from kg.facts.venue import own_institute
from kg.mentions.event_clause import clause_of
from kg.mentions.found import Found
from kg.model import LineRole, Relation, Sentence

_WITH = re.compile(
    "(?P<opens>(?<![^，；。：\\n 　]))?(?P<how>(?:(?:近年来|目前|长期以来|多年来|同时|此外)，?|先后|已经?|还|也|又|并|积极|陆续|相继|长期|主动|不断|一直|始终|现|密切|广泛|深入){0,4})[与同]"
)
# What is only talked over, sought or ended is no work together.
_DONE = "(?:(?!不(?!断)|未(?!来)|没有|谈|商[讨洽]|协商|探讨|寻求|谋求|争取|停止|终止|解除|中断|暂停)[^，。；要将签])"
_WORKS = re.compile(
    f"(?:等[^，。；]{{0,24}}?)?(?:(?:在[^，。；]{{2,30}}?(?:方面|领域))?(?:(?:分别|共同)?(?:建立|开展|进行|保持|达成|形成|缔结|结成|实行|实施|推进|深化)了?)?{_DONE}{{0,12}}?"
    "(?:合作(?!协议|备忘录|框架|意向|经验|事宜|前景|空间|可能|潜力|机会|方案|社|共赢的|举办|主办|承办)|协作|战略伙伴|联合(?:办学|培养|共建|攻关|研发|开展)|共建|合办|联办)|(?:结成|结为)[^，。；]{0,8}?(?:对子|伙伴|姊妹|姐妹|友好))"
)
_SELF = re.compile("(?:我院|本院|该院|医院|学院)(?![一-鿿]{0,4}(?:学院|医院))")
# What is wished, asked or planned is not done yet.
_NOT_YET = re.compile(
    "[将要拟愿]|希望|计划|准备|争取|可以|能够|力争|应当?|鼓励|支持|要求|建议|提出|如果|未来|今后|下一步|推动|促进|引导|组织|邀请"
)
_FOUNDED = re.compile("(?:成立|始?建|创[建办]|位于|坐落|简称|[^，。]{0,8}是)")
_MOST = 12  # items of a list


def partners(found: Found, sentence: Sentence, parties: list[Party]) -> Iterator[Relation]:
    """cooperatesWith of one sentence, whose `parties` are in order."""
    text = found.page.text
    yield from _sisters(found, sentence, parties)
    starts = [p[0] for p in parties]
    for m in _WITH.finditer(text, sentence.start, sentence.end) if parties else ():
        group, edge = list[Party](), m.end()
        for p in parties[bisect_left(starts, edge) :][:_MOST]:
            if not (p[0] == edge if not group else JOINT.fullmatch(text, edge, p[0])):
                break
            group.append(p)
            edge = p[1]
        works = _WORKS.match(text, edge, sentence.end) if group else None
        if works is None or SIGN.search(text, edge, works.end()):
            continue
        clause = clause_of(text, sentence.start, m.start())
        start, who = _who(found, sentence, clause, m, parties)
        if who is None or _NOT_YET.search(text, start, m.start()):
            continue
        for _, end, other in group:
            if other.name != who:
                yield Relation(
                    (found.page.span(start, max(end, works.end())),), "works with", org(who), "cooperatesWith", other
                )


# 缔结的姐妹学校共有四对，分别是甲与乙、丙与丁
_SISTERS = re.compile(
    "(?:(?:缔结|结成|结为|结对|结好|帮扶)的?[^，。；：]{0,8}?(?:学校|院校|高校|单位|[中小]学|幼儿园|医院|企业|城市|对子|姐妹|姊妹|伙伴|[村镇乡市县])(?:共?有?[\\d两二三四五六七八九十]{1,3}[对组])?"
    "|(?:合作|共建|协作)[^，。；：]{0,8}?[\\d两二三四五六七八九十]{1,3}[对组][^，。；：]{0,4})，?(?:分别|依次)(?:是|为|有)?[：:]?(?P<pairs>[^。；]{6,300})"
)


def _sisters(found: Found, sentence: Sentence, parties: list[Party]) -> Iterator[Relation]:
    """cooperatesWith of the pairs that a sentence lists of those who become partners."""
    text = found.page.text
    m = _SISTERS.search(text, sentence.start, sentence.end) if len(parties) > 1 else None
    listed = [p for p in parties if m.start("pairs") <= p[0]] if m else []
    if m is None or not listed or listed[0][0] != m.start("pairs"):
        return
    first, end = m.span("pairs")
    for a, b in pairwise(listed):
        joined = text[a[1] : b[0]] in ("与", "和", "同") and (a[0] == first or text[a[0] - 1] in "、，；")
        if joined and a[2] != b[2] and (b[1] == end or text[b[1]] in "、，；等"):
            span = found.page.span(m.start(), b[1])
            yield Relation((span,), "pairs of partners", a[2], "cooperatesWith", b[2])


def _who(
    found: Found, sentence: Sentence, clause: int, m: re.Match[str], parties: list[Party]
) -> tuple[int, str | None]:
    """The one who works with them and where it stands: right before the adverbs, or at the head of an earlier clause."""
    text = found.page.text
    if m["opens"] is None:
        if not m["how"]:
            return 0, None  # two beside each other
        near = next((p for p in parties if p[0] == clause and p[1] == m.start()), None)
        if near is not None:
            return near[0], near[2].name
        alone = _SELF.fullmatch(text, clause, m.start())
        return clause, _own(found) if alone else None
    if (named := doers(found, sentence.start, m.start("how"), parties).own) and len(named) == 1:
        return named[0][0], named[0][2].name
    first = _SELF.match(text, _first(found, sentence), clause)
    return (first.start(), _own(found)) if first else (0, None)


_SINCE = re.compile("(?:[^，。；：]{0,12}?[来中前]，|同时，|此外，|目前，|在[^，。；]{2,16}中，)?")


def _first(found: Found, sentence: Sentence) -> int:
    since = _SINCE.match(found.page.text, sentence.start, sentence.end)
    return since.end() if since else sentence.start


def _own(found: Found) -> str | None:
    """The college or hospital that a page is about: that of its head, or the one with which the text of a profile opens."""
    if (own := own_institute(found)) is not None:
        return own
    first = next((s for s in found.page.sentences if s.role is LineRole.BODY), None)
    opening = found.body_index.within(first.start, first.end) if first else []
    if first and opening and opening[0].start == first.start and _FOUNDED.match(found.page.text, opening[0].end):
        name = found.body_name(opening[0])
        return name if name.endswith("院") else None
    return None
