"""Costly patterns, tried only where a cheap one says that they may begin."""

import re
from collections.abc import Iterable, Iterator


def holds(text: str, words: Iterable[str], start: int = 0, end: int | None = None) -> bool:
    """Whether any of a few words stands in text[start:end]: asked before a pattern is tried that needs one of them."""
    for word in words:  # noqa: SIM110 - a generator takes longer than the search
        if text.find(word, start, end) >= 0:
            return True
    return False


def matches(
    pattern: re.Pattern[str],
    head: re.Pattern[str],
    text: str,
    start: int = 0,
    end: int | None = None,
    begins: frozenset[str] | None = None,
) -> Iterator[re.Match[str]]:
    """What `pattern.finditer(text, start, end)` gives, if `head` finds every place where `pattern` begins.

    `head` matches one character, from a set, and only looks at those around it: `re` finds such a pattern many times as
    fast as another. `begins`, if given, holds the first character or two of everything that `pattern` finds.
    """
    end = len(text) if end is None else end
    for first in head.finditer(text, start, end):
        at = first.start()
        if at < start or not (begins is None or text[at : at + 2] in begins or text[at] in begins):
            continue
        if match := pattern.match(text, at, end):
            yield match
            start = match.end()


def matches_at(pattern: re.Pattern[str], places: Iterable[int], text: str) -> Iterator[re.Match[str]]:
    """What `pattern.finditer(text)` gives, if `places` are, in order, all where `pattern` may begin."""
    done = 0
    for at in places:
        if at >= done and (match := pattern.match(text, at)):
            yield match
            done = match.end()
