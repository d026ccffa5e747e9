"""The record of a body that a page names."""

from typing import NamedTuple


class Body(NamedTuple):
    """A mention of a body at [start, end). `parent_end` is where the superior body's name ends inside it, if it has one."""

    start: int
    end: int
    text: str
    group: str  # the class in the ontology
    parent_end: int | None = None
    place: str = ""  # the place that the name before it in a list lends it
