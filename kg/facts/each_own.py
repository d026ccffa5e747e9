"""Lists of bodies before one post and of as many names behind it: 甲学院、乙学院院长丙、丁, each the head of one."""

import re
from collections.abc import Iterator

from kg.facts.seats import Seat, placed
from kg.mentions.attached import RULE
from kg.mentions.body import Body
from kg.mentions.found import Found
from kg.mentions.person import Name
from kg.mentions.title import Title

_OTHER = re.compile("[^一-鿿（）、]")
_SHORTEST = 5  # characters of such a list
_JOINT = re.compile("[、和与及]")
_LONGEST = 120  # characters of such a list
_KIND = 2  # characters in which the names of its bodies all end


def each_own(
    found: Found, title: Title, names: list[Name], composed: dict[str, str], *, alike: bool = True
) -> Iterator[Seat]:
    """The post that each of `names`, all behind one title, has in the body at its place of the list before; nothing where there
    are not as many, or they are not `alike` where they must be."""
    ends = _bodies(found, title, len(names), alike=alike)
    for name, (start, end) in zip(names, ends, strict=False):
        at = title._replace(start=end, end=end)
        body = found.bodies_ending.get(end)
        if body is None and end != title.start and (rest := _rest(found, title)):
            whole = found.page.text[start:end] + rest
            yield Seat(name.text, title, found.resolver.as_named(whole), start, name.end, True, name.rule)
            continue
        for seat in placed(found, name._replace(start=end), [at], None, True, composed):
            yield seat._replace(title=title, start=min(seat.start, title.start), end=name.end)


def _bodies(found: Found, title: Title, count: int, *, alike: bool) -> list[tuple[int, int]]:
    """Where the bodies of the list before a title begin and end, where there are `count` of one kind: each ends as the last one
    does, or is a place of its rank (甲市、乙市教育局)."""
    text = found.page.text
    least = max(found.last_person_before(title.start), title.start - _LONGEST)
    run = max([least, *(m.end() for m in _OTHER.finditer(text, least, title.start))])
    if title.start - run < _SHORTEST or count < 2:
        return []
    cuts = [m.start() for m in _JOINT.finditer(text, run, title.start) if not _is_inside(found, m.start())]
    parts = list(zip([run, *(c + 1 for c in cuts)], [*cuts, title.start], strict=True))
    kind = text[title.start - _KIND : title.start]
    rest = _rest(found, title)
    fits = all(
        text.endswith(kind, start, end)
        or (rest and any((h.start, h.end) == (start, end) for h in found.hit_index.within(start, end)))
        for start, end in parts
    )
    return parts if len(parts) == count and (fits or not alike) else []


def _is_inside(found: Found, position: int) -> bool:
    """Whether a position lies in the name of a body: 文化和旅游局."""
    return bool(found.body_index.around(position, position + 1))


def _rest(found: Found, title: Title) -> str:
    """What follows the place in the name of the body right before a title: 教育局 of 武威市教育局."""
    body = found.bodies_ending.get(title.start)
    hit = (
        next((h for h in found.hit_index.within(body.start, body.end) if h.start == body.start), None) if body else None
    )
    return found.page.text[hit.end : body.end] if hit and body else ""


_AND_POST = re.compile("等(?:[两二三四五六七八九十]{1,2}|\\d{1,3})?[位名个]?\\Z")


def behind_bodies(found: Found) -> Iterator[Seat]:
    """The post that ends a list of bodies with a name behind each: 甲中学张某某、乙中学李某等两位校长."""
    text = found.page.text
    by_end = {p.end: p for p in found.people_index.items} if "等" in text else {}
    for title in found.titles if by_end else ():
        counted = _AND_POST.search(text, max(0, title.start - 6), title.start)
        name = by_end.get(counted.start()) if counted and title.group not in ("press", "rank") else None
        chain: list[tuple[Name, Body]] = []
        while name is not None and (body := found.bodies_ending.get(name.start)) is not None:
            chain.append((name, body))
            name = by_end.get(body.start - 1) if text[body.start - 1] in "、和及" else None
        if len(chain) > 1 and found.is_read(title.start):
            for one, body in chain:
                yield Seat(one.text, title, found.body_name(body), body.start, title.end, True, RULE)
