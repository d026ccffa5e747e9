"""Companies that go by a brand alone in a list that says what they are: 考察星澜方舟、云岭激光等企业."""

import re
from collections.abc import Sequence

from kg.mentions.body import Body
from kg.mentions.branded import begins_brand
from kg.mentions.gazetteer import Hit
from kg.mentions.ordered import Ordered, Placed
from kg.mentions.words import Words

_SORT = re.compile(
    r"等(?:\d+[余多]?家|[一二三四五六七八九十两数几多]{1,3}[余多]?家|一批|一大批|众多|一系列)?"
    "(?:国内外?|知名|著名|龙头|重点|骨干|头部|大型|高科技|高新技术|科技|上市|民营|本地|当地|合作|行业|优秀|[一-鿿]{2}籍|的)*(?:企业|公司|车企|药企|名企)(?!家|化|管理|文化|技术|人才|导师|专家)"
)
_JOINTS = re.compile("[、和与]")
_MARK = re.compile("[，。；：！？\n“”‘’（）()《》]")
_SPAN = 160  # characters of a list
_MOST = 20  # items


def listed(text: str, cut: Words, bodies: Sequence[Body], hits: Sequence[Hit]) -> list[Body]:
    """Each brand of such lists of two or more, as a company, in order of the text; none that touches one of the `bodies`."""
    taken: Ordered[Placed] = Ordered(bodies)
    places = Ordered(hits)
    found: dict[int, Body] = {}
    for m in _SORT.finditer(text):
        end, least = m.start(), max(0, m.start() - _SPAN)
        for mark in _MARK.finditer(text, least, end):
            least = mark.end()
        parts = [j.end() for j in _JOINTS.finditer(text, least, end)][-_MOST:]
        if not parts:
            continue
        for part in reversed([least, *parts]):
            last = end
            end = part - 1
            if taken.touches(part, last):
                if part == least or not any(b.end == last for b in taken.within(part, last)):
                    break
                continue
            start = begins_brand(text, cut, last)
            if start is None or start < part or (start > part and part != least):
                continue
            if not taken.touches(start, last) and not any(p.start > start for p in places.within(start, last)):
                found[last] = Body(start, last, text[start:last], "Company")
    return [found[end] for end in sorted(found)]
