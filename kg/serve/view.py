"""A description as a page shows it: a heading for each property, a row for each fact, its words below."""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from kg.rdf.terms import DCTERMS, PK, RDFS, SKOS, shortened
from kg.serve.about import Description, Evidence, Fact, Group, Reader, names_given, statements
from kg.serve.addresses import Addresses
from kg.serve.names import Term, words
from kg.use.display import display

FACTS = 40  # of a property
SPANS = 20  # of a fact
SHOWN_FIRST = 1  # of them, before one asks for more
SPANS_OF_ARTICLE = 400

_LABELS = frozenset({f"{RDFS}label", f"{SKOS}prefLabel", f"{DCTERMS}title"})
# What the note beside the name says already.
_IN_BOUNDS = frozenset(f"{PK}{name}" for name in ("lowerOpen", "upperOpen", "modifier"))


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a row: words; of a thing, its address and IRI, and the kind that colours it."""

    text: str
    address: str = ""
    iri: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article, between what stands around them, as they are there; where they stand."""

    before: str
    exact: str
    after: str
    title: str
    day: str
    place: str
    address: str


@dataclass(frozen=True, slots=True)
class Row:
    """One fact: its parts, what tells it from its like, its quotes; `more` counts quotes that are not shown, `source`
    names what stands behind a fact that no article states."""

    pieces: tuple[Piece, ...]
    note: str
    quotes: tuple[Quote, ...]
    more: int = 0
    source: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """The facts of a property: `total` of them, the first ones as rows; `query` finds all, where there are more."""

    chinese: str
    english: str
    anchor: str
    total: int
    rows: tuple[Row, ...]
    query: str = ""


@dataclass(frozen=True, slots=True)
class ArticleSpan:
    """A span of an article: its fragment (char=1,9), its words, what it says, what it names."""

    anchor: str
    quote: Quote
    said: tuple[tuple[Piece, ...], ...]
    names: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class View:
    """A page about a thing."""

    iri: str
    name: str
    note: str
    kind: str
    classes: tuple[Piece, ...]
    aliases: tuple[str, ...]
    details: tuple[tuple[str, tuple[Piece, ...]], ...]
    words: tuple[Quote, ...]
    sections: tuple[Section, ...]
    spans: tuple[ArticleSpan, ...] = ()
    spans_total: int = 0


class Viewer:
    """Views of the things of one graph."""

    def __init__(self, reader: Reader, addresses: Addresses) -> None:
        self.reader, self.addresses = reader, addresses

    def view(self, iri: str) -> View | None:
        """The page about an IRI; None where the graph says nothing of it."""
        described = self.reader.describe(iri, FACTS, SPANS)
        if described is None:
            return None
        kind = described.naming.kind
        article = kind == "NewsArticle"
        spans, total = self._spans(iri) if article else ((), 0)
        hidden = set(_LABELS) | {f"{SKOS}altLabel"}
        if kind == "Outcome":
            hidden |= _IN_BOUNDS
        sections = [
            self._section(described, group)
            for group in described.groups
            if not (group.property in hidden and not group.incoming)
            and not (article and group.incoming and group.property == f"{PK}spanOf")
            and not _told_by_tenures(described, group)
            and not _plain(group)
        ]
        aliases = described.group(f"{SKOS}altLabel")
        return View(
            iri=iri,
            name=described.naming.name,
            note=described.naming.note,
            kind=kind,
            classes=tuple(self.piece(NamedNode(one)) for one in described.classes),
            aliases=tuple(fact.naming.name for fact in aliases.facts) if aliases else (),
            details=tuple(
                (" ".join(filter(None, words(group.property))), tuple(self.piece(fact.value) for fact in group.facts))
                for group in described.groups
                if _plain(group) and group.property not in hidden
            ),
            words=() if article else self._words(described),
            sections=tuple(sections),
            spans=spans,
            spans_total=total,
        )

    def piece(self, term: Term) -> Piece:
        """A thing with a link, or a literal's text."""
        named = self.reader.names.of(term)
        if isinstance(term, NamedNode):
            return Piece(named.name, self.addresses.of(term.value), display(term.value), named.kind)
        return Piece(named.name)

    def quote(self, one: Evidence) -> Quote:
        """Evidence with the link to its place in the article."""
        place = f"{one.start}–{one.end}"
        return Quote(one.prefix, one.exact, one.suffix, one.title, one.day, place, self.addresses.of(one.span))

    def _words(self, described: Description) -> tuple[Quote, ...]:
        """The words behind its name and its figures, each once."""
        plain = (fact for group in described.groups if _plain(group) for fact in group.facts)
        found = {one.span: one for fact in plain for one in fact.evidence}
        return tuple(self.quote(one) for one in list(found.values())[:SPANS])

    def _section(self, described: Description, group: Group) -> Section:
        chinese, english = words(group.property, group.incoming)
        rows = tuple(self._row(group, fact) for fact in group.facts)
        name = shortened(group.property).replace(":", "-")
        anchor = f"{'to' if group.incoming else 'from'}-{name}"
        query = _all_of(described.iri, group) if group.total > len(rows) else ""
        return Section(chinese, english, anchor, group.total, rows, query)

    def _row(self, group: Group, fact: Fact) -> Row:
        quotes = tuple(self.quote(one) for one in fact.evidence)
        source = "" if quotes or not fact.sources else self.reader.names.of(NamedNode(fact.sources[0])).name
        pieces = self._tenure(group, fact) or (self.piece(fact.value),)
        note = fact.naming.note
        return Row(pieces, note, quotes, fact.spans - len(quotes), source)

    def _tenure(self, group: Group, fact: Fact) -> tuple[Piece, ...]:
        """Who holds which post: what the page is about need not be said again."""
        if fact.naming.kind != "Tenure" or not isinstance(fact.value, NamedNode):
            return ()
        names, name = self.reader.names, group.property.removeprefix(PK)
        person, post, body = (names.node(fact.value, p) for p in ("tenureOf", "inPost", "tenureAt"))
        title = names.text(post, "title") if post else ""
        pieces = []
        if person and name != "tenureOf":
            pieces.append(self.piece(person))
        pieces.append(Piece(title or fact.naming.name, self.addresses.of(fact.value.value), fact.value.value, "Tenure"))
        if body and name != "tenureAt":
            pieces.append(self.piece(body))
        return tuple(pieces)

    def _spans(self, article: str) -> tuple[tuple[ArticleSpan, ...], int]:
        """What an article says, span by span, in its order."""
        store = self.reader.store
        found = store.quads_for_pattern(None, NamedNode(f"{PK}spanOf"), NamedNode(article), None)
        every = self.reader.evidence({q.subject.value for q in found if isinstance(q.subject, NamedNode)})
        shown = []
        for one in every[:SPANS_OF_ARTICLE]:
            said = tuple(tuple(self._said(*statement)) for statement in statements(self.reader, one.span))
            told = {piece.iri for pieces in said for piece in pieces}
            names = tuple(
                piece for node in names_given(self.reader, one.span) if (piece := self.piece(node)).iri not in told
            )
            shown.append(ArticleSpan(f"char={one.start},{one.end}", self.quote(one), said, names))
        return tuple(shown), len(every)

    def _said(self, subject: Term, property: str, value: Term) -> Iterator[Piece]:
        kind = self.reader.names.of(subject).kind
        if kind in ("Tenure", "Outcome", "Direction"):
            yield Piece(" ".join(words(f"{PK}{kind}")))
            named = self.piece(subject)
            note = self.reader.names.of(subject).note
            yield named
            if note:
                yield Piece(note)
            return
        yield self.piece(subject)
        yield Piece(words(property)[0] or words(property)[1])
        yield self.piece(value)


def _plain(group: Group) -> bool:
    """A literal beside the name (a code, a day, a number) needs no section of its own."""
    return not group.incoming and all(isinstance(fact.value, Literal) for fact in group.facts)


def _told_by_tenures(described: Description, group: Group) -> bool:
    """A body's posts are listed with who holds them."""
    return group.property == f"{PK}postIn" and group.incoming and described.group("tenureAt", True) is not None


def _all_of(iri: str, group: Group) -> str:
    """The query that finds every fact of a group."""
    pattern = f"?thing <{group.property}> <{iri}>" if group.incoming else f"<{iri}> <{group.property}> ?thing"
    return (
        "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n"
        f"SELECT ?thing ?label WHERE {{\n  {pattern} .\n  OPTIONAL {{ ?thing rdfs:label ?label }}\n}}\nORDER BY ?label"
    )
