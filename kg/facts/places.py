"""Where events took place, as a relation."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.facts.told import Told
from kg.facts.venue import place_name
from kg.mentions.found import Found
from kg.model import Kind, Ref, Relation


def places(told: Told) -> Iterator[Relation]:
    """locatedIn: each event and the place that the text gives it."""
    found = told.found
    for g in told.events.all:
        if not g.place:
            continue
        name, place = g.mentions[0], g.place
        together = found.sentence_at(place[0]) == found.sentence_at(name[0])
        span = found.page.span(min(name[0], place[0]), max(name[1], place[1])) if together else found.page.span(*place)
        for start, end in _each(found, *place):
            where = Ref(Kind.PLACE, place_name(found, start, end))
            yield Relation((span,), "event in place", Ref(Kind.EVENT, g.name), "locatedIn", where)


_JOINT = re.compile("[、和与及]")


def _each(found: Found, start: int, end: int) -> list[tuple[int, int]]:
    """The bodies of a list that is all that stands in [start, end), each a venue of its own; else the whole."""
    bodies = [(b.start, b.end) for b in found.body_index.within(start, end)]
    text = found.page.text
    listed = (
        len(bodies) > 1
        and (bodies[0][0], bodies[-1][1]) == (start, end)
        and all(_JOINT.fullmatch(text, a, b) for (_, a), (b, _) in pairwise(bodies))
    )
    return bodies if listed else [(start, end)]
