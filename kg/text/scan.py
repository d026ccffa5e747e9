"""Costly patterns, tried only where a cheap one says that they may begin."""

import re
from collections.abc import Iterator


def matches(
    pattern: re.Pattern[str], head: re.Pattern[str], text: str, start: int = 0, end: int | None = None
) -> Iterator[re.Match[str]]:
    """What `pattern.finditer(text, start, end)` gives, if `head` finds every place where `pattern` begins.

    `head` should begin with a set of characters: `re` looks for such a pattern many times as fast as for another.
    """
    end = len(text) if end is None else end
    while first := head.search(text, start, end):
        match = pattern.match(text, first.start(), end)
        if match:
            yield match
            start = max(match.end(), first.start() + 1)
        else:
            start = first.start() + 1
