"""Where the statements of an article are gathered.

A statement is a triple as text without its closing dot. It is written once in the default graph and once in the graph
of each span that says it; a span is described the first time it is used. What only all articles together can settle
(which of several names is the label, which days a tenure spans) is gathered beside the lines, for `kg.rdf.settled`.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType

from kg.entities.iri import document_iri, span_iri
from kg.model import ArticleFacts, Entity, Kind, Span
from kg.rdf.iris import resolve
from kg.rdf.periods import Period
from kg.rdf.terms import DCTERMS, LABEL, PREF_LABEL, SIMPLIFIED, TYPE, integer, iri, pk, quoted, tagged, typed

CONTEXT = 16  # characters of prefix and suffix

_SPAN = f"{TYPE} {pk('Span')}"
_ARTICLE = f"{TYPE} {pk('NewsArticle')}"
_SPAN_OF, _START, _END = pk("spanOf"), pk("start"), pk("end")
_EXACT, _PREFIX, _SUFFIX = pk("exact"), pk("prefix"), pk("suffix")
_DATE_TYPES = {4: "gYear", 7: "gYearMonth", 10: "date"}

Spans = frozenset[str]  # graph names, each `<…#char=120,139>`


class Sheet:
    """What one article states: `lines` of N-Quads without line breaks, and what it says of things that all articles
    settle. `years` gives the year of a day that the article leaves open (--10-29), where another article knows it;
    `labelled` is whether the article's title is stated as its label.
    """

    def __init__(
        self, facts: ArticleFacts, base: str, years: Mapping[str, str] = MappingProxyType({}), labelled: bool = True
    ) -> None:
        self.base = base
        self.facts = facts
        self.years = years
        self.labelled = labelled
        self.article = facts.page.article
        self.document = document_iri(base, self.article.sha256)
        self.lines: set[str] = set()
        self.names: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self.other_names: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self.posts: dict[str, tuple[str | None, str]] = {}  # post → body, title
        self.post_spans: defaultdict[str, set[str]] = defaultdict(set)
        self.attested: defaultdict[str, defaultdict[Period, set[str]]] = defaultdict(lambda: defaultdict(set))
        self.labels: dict[str, str] = {}  # what identity has settled that an entity is called
        self.themes: set[str] = set()  # local names of the themes in use
        self.in_division: defaultdict[tuple[str, str], set[str]] = defaultdict(set)  # body or venue, code → spans
        self.coded: set[tuple[str, str]] = set()  # code of an administrative division, a place that bears it
        self._terms: dict[Span, str] = {}

    def describe(self, statement: str) -> None:
        """A statement that is no fact: it stands in the default graph alone."""
        self.lines.add(f"{statement} .")

    def state(self, subject: str, predicate: str, value: str, spans: Iterable[str]) -> None:
        """A fact, with the graphs of the spans that say it; subject is an IRI, predicate and value are terms."""
        statement = f"<{subject}> {predicate} {value}"
        add = self.lines.add
        add(f"{statement} .")
        for span in spans:
            add(f"{statement} {span} .")

    def state_period(self, subject: str, period: Period | None, spans: Iterable[str]) -> None:
        """That there is a period, with its EDTF and bounds if it could be read."""
        self.state(subject, TYPE, pk("Period"), spans)
        if period:
            self.state(subject, pk("edtf"), quoted(period.edtf), spans)
            if period.earliest and period.latest:
                self.state(subject, pk("earliest"), typed(period.earliest, "date"), spans)
                self.state(subject, pk("latest"), typed(period.latest, "date"), spans)

    def spans(self, evidence: Iterable[Span]) -> Spans:
        """The graph names of these spans, each described once."""
        return frozenset([self._terms.get(span) or self._describe_span(span) for span in evidence])

    def _describe_span(self, span: Span) -> str:
        text, start, end = self.article.text, span.start, span.end
        if end > len(text):
            raise ValueError(
                f"{self.article.source}: span [{start}, {end}) ends after its text of {len(text)} characters"
            )
        term = iri(span_iri(self.document, start, end))
        add = self.lines.add
        add(f"{term} {_SPAN} .")
        add(f"{term} {_SPAN_OF} <{self.document}> .")
        add(f"{term} {_START} {integer(start)} .")
        add(f"{term} {_END} {integer(end)} .")
        add(f"{term} {_EXACT} {quoted(text[start:end])} .")
        add(f"{term} {_PREFIX} {quoted(text[max(0, start - CONTEXT) : start])} .")
        add(f"{term} {_SUFFIX} {quoted(text[end : end + CONTEXT])} .")
        self._terms[span] = term
        return term

    def describe_article(self) -> None:
        """The article itself: file name, hash, title, day and place of publication. No facts."""
        page = self.facts.page
        article = f"<{self.document}>"
        self.describe(f"{article} {_ARTICLE}")
        self.describe(f"{article} {iri(DCTERMS + 'source')} {quoted(self.article.source)}")
        self.describe(f"{article} {pk('sha256')} {quoted(self.article.sha256)}")
        if self.labelled:
            label = tagged(page.title or self.article.source, SIMPLIFIED)
            self.describe(f"{article} {LABEL} {label}")
            self.describe(f"{article} {PREF_LABEL} {label}")
        if page.title:
            self.describe(f"{article} {iri(DCTERMS + 'title')} {tagged(page.title, SIMPLIFIED)}")
        if page.published and len(page.published) in _DATE_TYPES:
            issued = typed(page.published, _DATE_TYPES[len(page.published)])
            self.describe(f"{article} {iri(DCTERMS + 'issued')} {issued}")
        if page.publisher:
            self.describe(f"{article} {iri(DCTERMS + 'publisher')} {quoted(page.publisher)}")

    def entity(self, name: str, *kinds: Kind) -> Entity:
        """The entity of this name, of the first of these kinds that has one."""
        return resolve(self.facts, name, *kinds)

    @cached_property
    def original(self) -> str:
        """The characters of the article that the repaired text was made of, one for one."""
        text = self.article.text
        return "".join([text[offset] for offset in self.facts.page.offsets])

    def wordings(self, mentions: Sequence[Span]) -> list[tuple[str, str, Span]]:
        """Each mention as repaired and as it stands in the article, brackets left out, in order."""
        page, offsets = self.facts.page, self.facts.page.offsets
        found = []
        for span in mentions:
            start, end = bisect_left(offsets, span.start), bisect_left(offsets, span.end)
            found.append((page.text[start:end], self.original[start:end], span))
        return found
