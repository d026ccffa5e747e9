"""What programmes, events and outcomes are about, by the words of their names: 中医药文化节 → chinese-medicine.

Themes are those of ontology/themes.ttl. A name may tell of several; a word inside a longer one that tells (教育 in 职业教育)
tells nothing.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache

from kg.mentions.lexicon import WordList, rows
from kg.model import Entity, Kind, Outcome, Page, Ref, Span, Topic

_ABOUT = (Kind.PROGRAM, Kind.EVENT)


def topics(page: Page, entities: Iterable[Entity], counted: Iterable[Outcome]) -> Iterator[Topic]:
    """The themes of each programme and event by where it is named first with a word that tells, and of each outcome by
    the words that state it."""
    for entity in entities:
        if entity.kind in _ABOUT:
            yield from _told(page, entity.ref, entity.mentions)
    for outcome in counted:
        yield from _told(page, outcome, outcome.evidence)


def _told(page: Page, of: Ref | Outcome, places: Iterable[Span]) -> Iterator[Topic]:
    spans: dict[str, Span] = {}
    for place in places:
        start, end = bisect_left(page.offsets, place.start), bisect_left(page.offsets, place.end)
        for begin, stop in _words().find(page.text, start, end):
            spans.setdefault(_themes()[page.text[begin:stop]], page.span(begin, stop))
    for theme, span in spans.items():
        yield Topic((span,), "word of a theme", of, theme)


@cache
def _themes() -> dict[str, str]:
    """Word → local name of its theme."""
    return {word: theme for word, theme in rows("theme_words.tsv", 2)}


@cache
def _words() -> WordList:
    return WordList(_themes())
