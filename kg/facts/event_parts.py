"""Which events of a page are parts of another: its opening, and what a list gives each its own place."""

import re
from collections.abc import Iterator

from kg.facts.listed_parts import LISTED
from kg.facts.told import Told
from kg.model import Kind, Ref, Relation

_OPENING = re.compile("(?:活动)?(?:开幕|闭幕|启动|揭幕|颁奖)(?:式|仪式|典礼|大会|晚会)\\Z")


def event_parts(told: Told) -> Iterator[Relation]:
    """partOf of the events of one page."""
    found, events = told.found, told.events.all
    named = {g.name: g for g in reversed(events)}
    first = next((g for g in events if g.rule != LISTED and not _OPENING.search(g.name)), None)
    for g in events:
        opened = _OPENING.sub("", g.name)
        whole = named.get(opened) if opened != g.name else None
        if whole is None and g.rule == LISTED:
            whole = first
        if whole is not None:
            start, end = g.mentions[0]
            yield Relation(
                (found.page.span(start, end),), "part of an event", Ref(Kind.EVENT, g.name), "partOf", Ref(Kind.EVENT, whole.name)
            )  # fmt: skip
