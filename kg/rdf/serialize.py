"""The graph in other formats. Same quads, same bytes: everything is sorted here, and nothing depends on hash order.

Two profiles of Turtle: plain holds the facts and the articles they come from; annotated adds, for tools without named
graphs, an rdf:Statement for each fact with the spans that it was derived from.
"""

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from kg.entities.iri import BASE, mint
from kg.rdf.read import parse_lines
from kg.rdf.terms import PK, PREFIXES, PROV, RDF

# Types of instances, each a prefix in Turtle: person:tq5k7b3lya. Not doc: spans would need escapes, doc:1a\#char\=1\,9.
TYPES = (
    "direction", "document", "event", "organization", "outcome", "period", "person", "place", "post", "program",
    "statement", "tenure", "theme",
)  # fmt: skip

_TYPE = NamedNode(f"{RDF}type")
_SPAN = NamedNode(f"{PK}Span")
_ARTICLE = NamedNode(f"{PK}NewsArticle")
_STATEMENT = NamedNode(f"{RDF}Statement")
_SUBJECT, _PREDICATE, _OBJECT = (NamedNode(f"{RDF}{name}") for name in ("subject", "predicate", "object"))
_DERIVED = NamedNode(f"{PROV}wasDerivedFrom")
_DEFAULT = DefaultGraph()

Source = Iterable[str] | Iterable[Quad]
Subject = NamedNode | BlankNode | Triple
Value = NamedNode | BlankNode | Literal | Triple


def turtle(source: Source) -> bytes:
    """Plain profile: the default graph without the descriptions of spans."""
    quads = as_quads(source)
    spans = _spans(quads)
    facts = [q for q in quads if q.graph_name == _DEFAULT and q.subject not in spans]
    return _write(facts, RdfFormat.TURTLE)


def annotated_turtle(source: Source) -> bytes:
    """Annotated profile: the default graph, and for each fact that a span says an rdf:Statement with
    prov:wasDerivedFrom its spans. No blank nodes: the statement's IRI is a hash of the triple."""
    quads = as_quads(source)
    spans, base = _spans(quads), base_of(quads)
    said: defaultdict[tuple[Subject, NamedNode, Value], list[NamedNode | BlankNode]] = defaultdict(list)
    for quad in quads:
        if not isinstance(quad.graph_name, DefaultGraph) and quad.graph_name in spans:
            said[quad.subject, quad.predicate, quad.object].append(quad.graph_name)
    triples = [quad for quad in quads if quad.graph_name == _DEFAULT]
    for (subject, predicate, value), graphs in said.items():
        statement = NamedNode(mint(base, "statement", f"{subject} {predicate} {value}"))
        triples += [
            Quad(statement, _TYPE, _STATEMENT),
            Quad(statement, _SUBJECT, subject),
            Quad(statement, _PREDICATE, predicate),
            Quad(statement, _OBJECT, value),
            *(Quad(statement, _DERIVED, graph) for graph in graphs),
        ]
    return _write(triples, RdfFormat.TURTLE, base)


def nquads(source: Source) -> bytes:
    """N-Quads, sorted, each line once: the canonical form."""
    return "".join(sorted({f"{_line(quad)}\n" for quad in as_quads(source)})).encode()


def ntriples(source: Source) -> bytes:
    """N-Triples of the default graph, sorted."""
    return nquads(quad for quad in as_quads(source) if quad.graph_name == _DEFAULT)


def trig(source: Source) -> bytes:
    """TriG: the default graph, then each span's graph."""
    return _write(as_quads(source), RdfFormat.TRIG)


def jsonld(source: Source) -> bytes:
    """JSON-LD in expanded form: no @context, so nothing has to be fetched to read it."""
    return _write(as_quads(source), RdfFormat.JSON_LD)


def as_quads(source: Source) -> list[Quad]:
    """Quads of quads or of N-Quads lines."""
    items = list(source)
    quads = [item for item in items if isinstance(item, Quad)]
    return quads if len(quads) == len(items) else parse_lines(item for item in items if isinstance(item, str))


def base_of(quads: Iterable[Quad]) -> str:
    """The base that instances are named under, as the IRIs of articles show it."""
    articles = [q.subject.value for q in quads if q.object == _ARTICLE and isinstance(q.subject, NamedNode)]
    return min((iri.rpartition("doc/")[0] for iri in articles if "doc/" in iri), default=BASE)


def _spans(quads: Iterable[Quad]) -> set[Subject]:
    return {q.subject for q in quads if q.object == _SPAN and q.predicate == _TYPE}


def _line(quad: Quad) -> str:
    text = f"{quad.subject} {quad.predicate} {quad.object}"
    return f"{text} ." if isinstance(quad.graph_name, DefaultGraph) else f"{text} {quad.graph_name} ."


def _write(quads: Iterable[Quad], format: RdfFormat, base: str | None = None) -> bytes:
    unique = list(set(quads))
    base = base or base_of(unique)
    unique.sort(key=lambda q: ("" if q.graph_name == _DEFAULT else str(q.graph_name), str(q.subject), *_predicate(q)))
    prefixes = {} if format == RdfFormat.JSON_LD else {**PREFIXES, **{name: f"{base}{name}/" for name in TYPES}}
    written: bytes = serialize(unique, format=format, prefixes=prefixes) or b""
    # Oxigraph keeps prefixes in a hash table: their order differs from run to run.
    head, body = [], written.split(b"\n")
    while body and body[0].startswith(b"@prefix "):
        head.append(body.pop(0))
    return b"\n".join([*sorted(head), *body])


def _predicate(quad: Quad) -> tuple[bool, str, str]:
    """Types first, as people expect it."""
    return quad.predicate != _TYPE, str(quad.predicate), str(quad.object)
