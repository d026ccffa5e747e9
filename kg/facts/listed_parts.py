"""The parts of an event that a list names with the place of each: 由六个部分组成，有“甲”系列活动（忻州市）、“乙”作品展（太原市）."""

import re

from kg.facts.gathering import Gathering
from kg.mentions.event_name import ends_name, is_deictic, names_one
from kg.mentions.event_place import is_venue
from kg.mentions.found import Found
from kg.mentions.gazetteer import gazetteer
from kg.model import LineRole

# The words that open a list of parts, in a sentence that says what the whole is.
_CONSISTS = re.compile("组成|构成|包括|包含|涵盖|分为|设有?|安排了?|推出了?|策划了?")
_ITEM = re.compile(
    "(?P<name>(?:“[^“”]{2,30}”)?[^，。；、：（）“”]{0,30})（(?P<place>[一-鿿·]{2,20})）(?=[、，；。和及与]|以及)"
)
_BEFORE = re.compile(".*(?:还有|有|包括|包含|以及|和|及|分别[是为]|[是为：])(?=[“一-鿿])")
_TITLED = re.compile("“[^“”]{2,30}”[一-鿿]{2,16}")
_SHORTEST = 4
_FEWEST = 2  # one place in brackets says where something is, not what a whole consists of


def listed_parts(found: Found, kept: list[Gathering]) -> list[Gathering]:
    """The parts that a list names with the place of each."""
    if not kept:
        return []
    parts, names = list[Gathering](), {g.name for g in kept}
    text = found.page.text
    for sentence in [s for s in found.page.sentences if s.role is LineRole.BODY]:
        whole = (
            _CONSISTS.search(text, sentence.start, sentence.end)
            if "（" in text[sentence.start : sentence.end]
            else None
        )
        items = list(_ITEM.finditer(text, whole.end(), sentence.end)) if whole else []
        if len(items) < _FEWEST:
            continue
        for m in items:
            begin, end = m.span("name")
            if lead := _BEFORE.match(text, begin, text.find("“", begin, end) if "“" in m["name"] else end):
                begin = lead.end()
            name = text[begin:end]
            if _is_place(m["place"]) and _is_event(text, begin, end) and name not in names:
                parts.append(Gathering(name, (), ((begin, end),), None, m.span("place"), None, m.span(), LISTED))
    return parts


LISTED = "part of an event, listed with its place"


def _is_place(words: str) -> bool:
    hits = gazetteer().find(words)
    return bool(hits and hits[0].start == 0) or is_venue(words, 0, len(words))


def _is_event(text: str, start: int, end: int) -> bool:
    """Whether some words name an event: by their kind, or by a title that stands before what it is."""
    name = text[start:end]
    kind = ends_name(text, start, end) is not None
    if end - start <= _SHORTEST or is_deictic(name):
        return False
    return _TITLED.fullmatch(name) is not None or (kind and names_one(name))
