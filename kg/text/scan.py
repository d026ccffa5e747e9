"""Costly patterns, tried only where a cheap one says that they may begin."""

import re
from collections.abc import Iterator


def matches(
    pattern: re.Pattern[str], head: re.Pattern[str], text: str, start: int = 0, end: int | None = None
) -> Iterator[re.Match[str]]:
    """What `pattern.finditer(text, start, end)` gives, if `head` finds every place where `pattern` begins.

    `head` matches one character, from a set, and only looks at those around it: `re` finds such a pattern many times as
    fast as another.
    """
    end = len(text) if end is None else end
    for first in head.finditer(text, start, end):
        if first.start() >= start and (match := pattern.match(text, first.start(), end)):
            yield match
            start = match.end()
