"""Evidence as the page shows it: the sentence around, cut from the original text, with the spans to mark."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.model import Page, Span

WHOLE = 140  # a sentence of up to so many characters is shown whole
AROUND = 48  # of a longer one, so many on either side of the evidence
CUT_BEFORE, CUT_AFTER = 1, 2


@dataclass(frozen=True, slots=True)
class Quote:
    """The original characters [start, end) of an article; `cut` says on which sides the sentence goes on."""

    article: int
    start: int
    end: int
    cut: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote, by its number in the table of quotes, and the spans to mark in it."""

    quote: int
    marks: tuple[Span, ...]


def sentences_of(page: Page) -> list[tuple[int, int]]:
    """The sentences of `page` in original offsets, in order."""
    spans = (page.span(s.start, s.end) for s in page.sentences if s.start < s.end)
    return sorted((span.start, span.end) for span in spans)


def _sentence_around(sentences: list[tuple[int, int]], span: Span, length: int) -> tuple[int, int]:
    """The sentences that `span` touches, as one run; without any, some characters on either side."""
    first = bisect_right(sentences, (span.start, length)) - 1
    last = bisect_right(sentences, (span.end - 1, length)) - 1
    start, end = span.start, span.end
    found = False
    for begin, finish in sentences[max(first, 0) : last + 1]:
        if begin < span.end and finish > span.start:
            start, end, found = min(start, begin), max(end, finish), True
    if not found:
        start, end = max(0, span.start - AROUND), min(length, span.end + AROUND)
    return start, end


@dataclass(slots=True)
class Quotes:
    """The table of quotes of a page: facts of one sentence share its text."""

    pages: list[Page]
    rows: list[Quote] = field(default_factory=list)
    _numbers: dict[Quote, int] = field(default_factory=dict)
    _sentences: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def text(self, row: Quote) -> str:
        """The characters of `row`, as they stand in the article."""
        return self.pages[row.article].article.text[row.start : row.end]

    def evidence(self, article: int, spans: Iterable[Span]) -> tuple[Evidence, ...]:
        """The quotes that show `spans`, those of one quote together."""
        marks: dict[int, list[Span]] = {}
        for span in sorted(set(spans)):
            marks.setdefault(self._number(article, span), []).append(span)
        return tuple(Evidence(quote, tuple(found)) for quote, found in marks.items())

    def _number(self, article: int, span: Span) -> int:
        text = self.pages[article].article.text
        if article not in self._sentences:
            self._sentences[article] = sentences_of(self.pages[article])
        start, end = _sentence_around(self._sentences[article], span, len(text))
        cut = 0
        if end - start > WHOLE:
            if span.start - AROUND > start:
                start, cut = span.start - AROUND, cut | CUT_BEFORE
            if span.end + AROUND < end:
                end, cut = span.end + AROUND, cut | CUT_AFTER
        while start < span.start and text[start].isspace():
            start += 1
        while end > span.end and text[end - 1].isspace():
            end -= 1
        quote = Quote(article, start, end, cut)
        if quote not in self._numbers:
            self._numbers[quote] = len(self.rows)
            self.rows.append(quote)
        return self._numbers[quote]
