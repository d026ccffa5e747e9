"""Where events took place, as a relation."""

from collections.abc import Iterator

from kg.facts.told import Told
from kg.facts.venue import place_name
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
        where = Ref(Kind.PLACE, place_name(found, *place))
        yield Relation((span,), "event in place", Ref(Kind.EVENT, g.name), "locatedIn", where)
