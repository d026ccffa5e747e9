"""What the graph says of one thing: facts from it and to it, by property, each with the words that say it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store

from kg.rdf.read import text_of
from kg.rdf.terms import DCTERMS, PK, RDF, RDFS, SKOS
from kg.serve.names import DEFAULT, Names, Naming, Term
from kg.use.display import display

SORTED_WHOLE = 2_000  # a larger group is cut before its values are named

# The order in which people look for them; all others come after, in the order of their names.
_ORDER = (
    "tenureOf", "inPost", "tenureAt", "tenureDuring", "isFormer", "title", "postIn", "text", "ordinal", "statedBy",
    "occurredDuring", "locatedIn", "theme", "counts", "asWritten", "value", "lower", "upper", "organizes", "hosts",
    "speaksAt", "participatesIn", "signs", "signsWith", "publishes", "releasedAt", "implements", "establishes",
    "cooperatesWith", "memberOf", "partOf", "outcomeOf", "statedAt", "inDivision", "about",
)  # fmt: skip

# Of a thing that one of these points to, the whole is told with it: alone, it would say nothing.
PARTS = frozenset({"Tenure", "Post", "Period", "Outcome", "Direction"})

_SPAN = re.compile(r"[#/]char=\d+,\d+$", re.ASCII)
_NAMING = frozenset({f"{RDFS}label", f"{SKOS}prefLabel"})
_TYPE = f"{RDF}type"
_LABEL = NamedNode(f"{RDFS}label")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words [start, end) of an article that state a fact, with what stands around them, as they are there; `span`
    and `article` are IRIs. `title` is for display, `day` the day of publication."""

    span: str
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    article: str
    title: str
    day: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: the value at its other end, its evidence in the order of articles, and how many spans say it in all.
    `sources` are the graphs that are no spans: what no article says, and what was inferred."""

    value: Term
    naming: Naming
    evidence: tuple[Evidence, ...]
    spans: int
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The facts of one property in one direction; `total` counts those that are not listed too."""

    property: str
    incoming: bool
    total: int
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Description:
    """A thing: its classes (IRIs), its names, and its facts by property."""

    iri: str
    naming: Naming
    classes: tuple[str, ...]
    groups: tuple[Group, ...]

    def group(self, property: str, incoming: bool = False) -> Group | None:
        """The group of one property of ours (by its local name) or of another (by its IRI)."""
        wanted = {property, f"{PK}{property}"}
        return next((g for g in self.groups if g.property in wanted and g.incoming == incoming), None)


class _Limits(NamedTuple):
    facts: int | None
    spans: int | None


class Reader:
    """Descriptions of the things of one store."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.names = Names(store)
        self._evidence: dict[str, Evidence | None] = {}

    def describe(self, iri: str, facts: int | None = None, spans: int | None = None) -> Description | None:
        """What all graphs together say of an IRI: at most so many facts a property, and so many spans a fact. None
        where they say nothing."""
        node = _node(iri)
        if node is None:
            return None
        limits = _Limits(facts, spans)
        out = self._gathered(self.store.quads_for_pattern(node, None, None, None), incoming=False)
        coming = self._gathered(self.store.quads_for_pattern(None, None, node, None), incoming=True)
        if not out and not coming:
            return None
        groups = [
            *(self._group(property, False, found, limits) for property, found in out.items() if property != _TYPE),
            *(self._group(property, True, found, limits) for property, found in coming.items()),
        ]
        classes = sorted(term.value for term in out.get(_TYPE, ()) if isinstance(term, NamedNode))
        return Description(iri, self.names.of(node), tuple(classes), tuple(sorted(groups, key=_place)))

    def _gathered(self, quads: Iterable[Quad], incoming: bool) -> dict[str, dict[Term, set[str]]]:
        """By property and value, the graphs that say so beside the default graph."""
        found: defaultdict[str, defaultdict[Term, set[str]]] = defaultdict(lambda: defaultdict(set))
        for quad in quads:
            graphs = found[quad.predicate.value][quad.subject if incoming else quad.object]
            if not isinstance(quad.graph_name, DefaultGraph):
                graphs.add(quad.graph_name.value)
        return {property: dict(values) for property, values in found.items()}

    def _group(self, property: str, incoming: bool, found: dict[Term, set[str]], limits: _Limits) -> Group:
        total = len(found)
        values = sorted(found, key=str)
        if limits.facts is not None and total > SORTED_WHOLE:
            values = values[: limits.facts]
        values.sort(key=lambda value: (_numbered(self.names.of(value).name), str(value)))
        return Group(property, incoming, total, tuple(self._fact(v, found[v], limits) for v in values[: limits.facts]))

    def _fact(self, value: Term, graphs: set[str], limits: _Limits) -> Fact:
        said = {graph for graph in graphs if _SPAN.search(graph)}
        evidence = self.evidence(said, limits.spans)
        return Fact(value, self.names.of(value), evidence, len(said), tuple(sorted(graphs - said)))

    def evidence(self, spans: Iterable[str], limit: int | None = None) -> tuple[Evidence, ...]:
        """The words of these spans that the graph describes, in order."""
        ordered = sorted(spans, key=_span_place)[:limit]
        return tuple(one for span in ordered if (one := self._words(span)))

    def _words(self, span: str) -> Evidence | None:
        if span not in self._evidence:
            self._evidence[span] = self._read(span)
        return self._evidence[span]

    def _read(self, span: str) -> Evidence | None:
        said = {
            quad.predicate.value.removeprefix(PK): quad.object
            for quad in self.store.quads_for_pattern(NamedNode(span), None, None, DEFAULT)
        }
        article = said.get("spanOf")
        if not isinstance(article, NamedNode):
            return None

        def text(name: str) -> str:
            value = said.get(name)
            return value.value if isinstance(value, Literal) else ""

        start, end = (int(text(name)) if text(name).isdecimal() else 0 for name in ("start", "end"))
        named = self.names.of(article)
        return Evidence(
            span, text("exact"), text("prefix"), text("suffix"), start, end, article.value, named.name, named.note
        )

    def quads(self, iri: str) -> list[Quad]:
        """All that belongs to a description, as quads: facts from it and to it in every graph that says them, its
        parts whole (tenures, outcomes, periods …), names of its neighbours, and the spans and articles that say so."""
        node = _node(iri)
        if node is None:
            return []
        about = set(self.store.quads_for_pattern(node, None, None, None))
        about |= set(self.store.quads_for_pattern(None, None, node, None))
        if not about:
            return []
        about |= set(self.store.quads_for_pattern(None, None, None, node))
        neighbours = _neighbours(about) - {node}
        for neighbour in neighbours:
            kinds = set(self.names.kinds(neighbour))
            if kinds & PARTS or "Span" in kinds:
                about |= set(self.store.quads_for_pattern(neighbour, None, None, None))
            if "Span" in kinds:
                about |= set(self.store.quads_for_pattern(None, None, None, neighbour))
        named = _neighbours(about)
        for one in named:
            about |= set(self.store.quads_for_pattern(one, _LABEL, None, DEFAULT))
        spans = {
            q.graph_name for q in about if isinstance(q.graph_name, NamedNode) and _SPAN.search(q.graph_name.value)
        }
        for span in spans:
            about |= set(self.store.quads_for_pattern(span, None, None, DEFAULT))
        articles = {q.object for q in about if q.predicate.value == f"{PK}spanOf" and isinstance(q.object, NamedNode)}
        for article in articles:
            about |= set(self.store.quads_for_pattern(article, None, None, DEFAULT))
        return sorted(about, key=str)


def _node(iri: str) -> NamedNode | None:
    try:
        return NamedNode(iri)
    except ValueError:
        return None


def _neighbours(quads: Iterable[Quad]) -> set[NamedNode]:
    ends = (end for quad in quads for end in (quad.subject, quad.object) if quad.predicate.value != _TYPE)
    return {end for end in ends if isinstance(end, NamedNode)}


def _place(group: Group) -> tuple[bool, int, bool, str]:
    """Names first, then the usual properties in their order, then others."""
    name = group.property.removeprefix(PK)
    rank = _ORDER.index(name) if name in _ORDER else len(_ORDER)
    return group.property not in (*_NAMING, f"{SKOS}altLabel", f"{DCTERMS}title"), rank, group.incoming, group.property


def _numbered(name: str) -> tuple[int, str]:
    """Points by their number, all else by its characters."""
    match = re.match(r"(\d{1,9})\. ", name, re.ASCII)
    return (int(match[1]) if match else 0), name


def _span_place(span: str) -> tuple[str, int, int]:
    """By article, and from its beginning to its end."""
    article, _, place = re.split(r"([#/])char=", span, maxsplit=1)
    start, _, end = place.partition(",")
    return article, int(start), int(end)


def statements(reader: Reader, span: str) -> Iterator[tuple[NamedNode | BlankNode, str, Term]]:
    """What a span says, for people: relations, tenures and outcomes, each once and without what they are made of."""
    said = {}
    for quad in reader.store.quads_for_pattern(None, None, None, NamedNode(span)):
        if isinstance(quad.subject, NamedNode | BlankNode):
            said[quad.subject, quad.predicate.value, quad.object] = quad
    parts = {s for s, p, o in said if p == _TYPE and text_of(o).removeprefix(PK) in PARTS}
    for subject, property, value in sorted(said, key=str):
        name = property.removeprefix(PK)
        if subject in parts:
            if name == "tenureOf" or (property == _TYPE and text_of(value) in (f"{PK}Outcome", f"{PK}Direction")):
                yield subject, property, value
        elif property.startswith(PK) and isinstance(value, NamedNode):
            yield subject, property, value


def names_given(reader: Reader, span: str) -> list[NamedNode]:
    """The things that a span gives a name or a class to."""
    found = {
        quad.subject
        for quad in reader.store.quads_for_pattern(None, None, None, NamedNode(span))
        if isinstance(quad.subject, NamedNode)
        and quad.predicate.value == _TYPE
        and text_of(quad.object).removeprefix(PK) not in PARTS
    }
    return sorted(found, key=lambda node: display(reader.names.of(node).name))
