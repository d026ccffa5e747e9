"""The bureaus of a list of places that share one word for them: 青岭区、江海市、河湾县|市场监管局 are three."""

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.mentions.body import Body
from kg.mentions.body_words import is_department
from kg.mentions.gazetteer import Hit, gazetteer
from kg.mentions.ordered import Ordered

_LOWER = "市县区州旗盟"  # a bureau (局) or a commission is of any of these; a 厅 of a province
_JOINTS = ("、", "和", "与", "及")
_ORGAN = re.compile("(?:人民)?政府|(?!委|纪委|党委|政协|人大)[一-鿿]{1,12}(?:局|委|厅|委员会)")
_NUMERALS = tuple("二两三四五六七八九十")
_MOST = 20  # places of a list


def shared_organs(text: str, bodies: Sequence[Body], hits: Sequence[Hit]) -> Iterator[Body]:
    """A body for each place of such a list but the last, whose bureau is among the `bodies`; a list has a 、."""
    by_end = {h.end: h for h in hits}
    starts = {h.start: h for h in hits}
    taken = Ordered(bodies)
    for body in bodies:
        place = starts.get(body.start) if body.group == "GovernmentBody" and body.parent_end is None else None
        if place is None or not place.end < body.end or body.text != text[body.start : body.end]:
            continue
        organ = text[place.end : body.end]
        level = "省" if organ.endswith("厅") else _LOWER
        if text[place.end - 1] not in level or not _ORGAN.fullmatch(organ) or not is_department(organ):
            continue
        listed = list[Hit]()
        for hit in _listed_before(text, body.start, by_end, _MOST):
            if text[hit.end - 1] not in level or taken.touches(hit.start, hit.end) or not _are_peers(hit, place):
                break
            listed.append(hit)
        if any(text[h.end] == "、" for h in listed):
            for hit in listed:
                name = text[hit.start : hit.end] + organ
                yield Body(hit.start, hit.end, name, body.group)
    yield from _counted(text, taken, hits, by_end)


def _are_peers(one: Hit, other: Hit) -> bool:
    """Whether neither of two places lies in the other: 姑苏区、苏州市教育局 names one bureau."""
    a, b = one.divisions[0], other.divisions[0]
    return a not in gazetteer().path(b) and b not in gazetteer().path(a)


def _listed_before(text: str, edge: int, by_end: Mapping[int, Hit], most: int) -> Iterator[Hit]:
    """The places of a list that goes on at `edge`, from there backwards, `most` of them."""
    for _ in range(most):
        hit = by_end.get(edge - 1) if text[edge - 1 : edge] in _JOINTS else None
        if hit is None:
            return
        yield hit
        edge = hit.start


# 青岭区、江海市两地|市场监管局
_SO_MANY = re.compile(
    "(?:[二两三四五六七八九]|十[一二三四五六七八九]?)[地市县区州](?P<organ>[一-鿿]{1,12}?(?:局|委员会|委(?!员)))"
)


def _counted(text: str, taken: Ordered[Body], hits: Sequence[Hit], by_end: Mapping[int, Hit]) -> Iterator[Body]:
    """The bureaus of a list of places behind which their number stands."""
    for last in hits:
        m = _SO_MANY.match(text, last.end) if text[last.end : last.end + 1] in _NUMERALS else None
        if m is None or not is_department(m["organ"]):
            continue
        listed = [last, *_listed_before(text, last.start, by_end, _MOST - 1)]
        if len(listed) > 1 and all(text[h.end - 1] in _LOWER and not taken.touches(h.start, h.end) for h in listed):
            for hit in listed:
                yield Body(hit.start, hit.end, text[hit.start : hit.end] + m["organ"], "GovernmentBody")
