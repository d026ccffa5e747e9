"""Names whose title comes after them all: 甲、乙、丙等中国工程院院士, 甲、乙两位副市长."""

import re
from typing import Protocol

from kg.mentions.gazetteer import gazetteer
from kg.mentions.title import Title

_MARKS = re.compile("[、和与及]")
# Between the list and the title: 等 (not 昆明、曲靖等地的校长), how many there are, the body in which the title is held.
_BETWEEN = re.compile(
    r"(?:等(?!以?[及和与]|多?地(?![质理税方铁震产区勘矿委]))(?:[一二两三四五六七八九十几多]{1,3}|\d{1,3})?余?[位名]?(?P<body>[一-鿿（）]{0,16})|[两三四五六七八九十几][位名](?P<held>[一-鿿（）]{0,16}))\Z"
)
_PLACES = re.compile("等[多两三四五六七八九十\\d]{1,2}个?[省市州县区国地]")
_REACH = 24  # characters from the list to the title
_LIST = 160  # characters of the list
_BODY_END = frozenset("会院学校部局厅所司社团组")
_OPEN = re.compile("[，。；：！？\n（）“”《》 　]")
_FOREIGN = re.compile("[一-鿿]{1,8}(?:[·・•][一-鿿]{1,8}){1,4}")


class Slots(Protocol):
    """Says whether a name fills a slot between two marks."""

    @property
    def text(self) -> str: ...

    def fills(self, start: int, end: int) -> bool:
        """Whether a Chinese name is all that stands in [start, end)."""
        ...

    def ends_well(self, end: int) -> bool:
        """Whether a mark or a verb stands here."""
        ...


def lists_before(slots: Slots, title: Title) -> list[tuple[int, int]]:
    """Where the names of a list stand that a title follows and shares, the first one first."""
    text = slots.text
    between = _BETWEEN.search(text, max(0, title.start - _REACH), title.start)
    if between is None or title.text == "代表" or not slots.ends_well(title.end):
        return []
    many = _PLACES.match(between.group()) is not None
    stop, least = between.start(), max(0, between.start() - _LIST)
    opened = [m.end() for m in _OPEN.finditer(text, least, stop)]
    edges = [m.span() for m in _MARKS.finditer(text, opened[-1] if opened else least, stop)]
    starts = [opened[-1] if opened else least, *(e for _, e in edges)]
    ends = [*(s for s, _ in edges), stop]
    found: list[tuple[int, int]] = []
    for start, end in zip(reversed(starts), reversed(ends), strict=True):
        if not (slots.fills(start, end) or _FOREIGN.fullmatch(text, start, end)):
            led = [p for p in (end - 3, end - 2) if p > start and text[p - 1] in _BODY_END and slots.fills(p, end)]
            if found and led:  # 某某学会甲、乙等委员
                found.insert(0, (led[0], end))
            break
        found.insert(0, (start, end))
    places = gazetteer()
    if many and any(text[s:e] in places.by_name or text[s:e] in places.short for s, e in found):
        return []  # 昆明、曲靖等两市局长
    return found
