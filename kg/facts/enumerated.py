"""Lists of places that a page gives once and means later by their number: 结盟的五地，是甲市、乙市…; 5个州市在会上签订协议."""

import re
from collections.abc import Iterator

from kg.facts.parties import Party
from kg.mentions.found import Found
from kg.mentions.gazetteer import Hit
from kg.model import Kind, LineRole, Ref

_JOINT = re.compile("(?:[、，和与及]|以及)?(?:和|与)?(?:东道主|还有)?")
_FEWEST = 3
# What divisions are called together.
DIVISIONS = "州市|市州|市地|区县|县区|县市|市县|城市|地市|地级市|省份|省市|省区|省|市|县|区|州"
_TOLD = ("是", "为", "有", "包括", "即", "：")


def places_listed_from(found: Found, start: int, stop: int) -> list[Party]:
    """The divisions of the list that begins at a position, each without the one that it lies in."""
    text, edge = found.page.text, start
    listed = list[Hit]()
    for hit in found.hit_index.within(start, stop):
        joined = _JOINT.fullmatch(text, edge, hit.start)
        if listed and text[listed[-1].end : hit.start] == "的":
            listed.pop()  # 云南的曲靖市
        elif not (joined or hit.start - start <= 1):
            break
        listed.append(hit)
        edge = hit.end
    return [(h.start, h.end, Ref(Kind.PLACE, found.place_named(h))) for h in listed]


def places_counted(found: Found, number: int, called: str) -> list[Party]:
    """The one list of so many divisions of the kind that they are called by (县, 州市) that a page gives."""
    lists = {
        tuple(p[2] for p in run): run
        for run in _runs(found)
        if len(run) == number and all(p[2].name[-1] in called for p in run)
    }
    return next(iter(lists.values())) if len(lists) == 1 else []


def _runs(found: Found) -> Iterator[list[Party]]:
    """Every list of divisions that the running text announces: 是甲市、乙市和丙市."""
    for sentence in found.page.sentences:
        if sentence.role is not LineRole.BODY:
            continue
        done = sentence.start
        for hit in found.hit_index.within(sentence.start, sentence.end):
            if hit.start >= done:
                run = places_listed_from(found, hit.start, sentence.end)
                done = run[-1][1] if run else hit.end
                if len(run) >= _FEWEST and found.page.text.endswith(_TOLD, 0, hit.start):
                    yield run
