"""The graph in other formats. Same quads, same bytes: everything is sorted here, and nothing depends on hash order.

Two profiles of Turtle: plain holds the facts and the articles they come from; annotated adds, for tools without named
graphs, an rdf:Statement for each fact with the spans that it was derived from. Both hold the divisions and the themes,
which have graphs of their own elsewhere: without what a place lies in, nobody could count by province. The plain
profile drops evidence in any case; the annotated one says of these statements too which graph they come from.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from kg.entities.iri import BASE, mint
from kg.rdf import jsonld as compact
from kg.rdf.read import parse_lines
from kg.rdf.terms import PK, PREFIXES, PROV, RDF, RDFS, SIMPLIFIED, SKOS

# Types of instances, each a prefix in Turtle: person:tq5k7b3lya. Not doc: spans would need escapes, doc:1a\#char\=1\,9.
TYPES = (
    "direction", "document", "event", "organization", "outcome", "period", "person", "place", "post", "program",
    "statement", "tenure", "theme",
)  # fmt: skip

# What no article says: where places lie, what themes are called. Rules may build on it.
BACKGROUND = ("graph/divisions", "graph/themes")

# What XML 1.0 cannot hold, escaped or not.
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_TYPE = NamedNode(f"{RDF}type")
_SPAN = NamedNode(f"{PK}Span")
_ARTICLE = NamedNode(f"{PK}NewsArticle")
_STATEMENT = NamedNode(f"{RDF}Statement")
_SUBJECT, _PREDICATE, _OBJECT = (NamedNode(f"{RDF}{name}") for name in ("subject", "predicate", "object"))
_DERIVED = NamedNode(f"{PROV}wasDerivedFrom")
_LABEL, _PREF_LABEL = NamedNode(f"{RDFS}label"), NamedNode(f"{SKOS}prefLabel")
_DEFINITION = NamedNode(f"{SKOS}definition")
_DEFAULT = DefaultGraph()

Source = Iterable[str] | Iterable[Quad]
Subject = NamedNode | BlankNode | Triple
Value = NamedNode | BlankNode | Literal | Triple


def turtle(source: Source) -> bytes:
    """Plain profile: the default graph without the descriptions of spans, and the background beside it."""
    return _write(_plain(as_quads(source)), RdfFormat.TURTLE)


def rdfxml(source: Source) -> bytes:
    """The plain profile as RDF/XML, without a document type or entities; what XML cannot hold becomes U+FFFD."""
    quads = as_quads(source)
    facts = [Quad(q.subject, q.predicate, _for_xml(q.object)) for q in _plain(quads)]
    return _write(facts, RdfFormat.RDF_XML, base_of(quads))


def annotated_turtle(source: Source) -> bytes:
    """Annotated profile: the default graph and the background, and for each fact that a span or the background says an
    rdf:Statement with prov:wasDerivedFrom its spans. No blank nodes: the statement's IRI is a hash of the triple."""
    quads = as_quads(source)
    spans, base = _spans(quads), base_of(quads)
    sources = spans | background_graphs(base)
    said: defaultdict[tuple[Subject, NamedNode, Value], list[NamedNode | BlankNode]] = defaultdict(list)
    triples = _merged(quads, base)
    stated = {quad.triple for quad in triples}
    for quad in quads:
        if not isinstance(quad.graph_name, DefaultGraph) and quad.graph_name in sources and quad.triple in stated:
            said[quad.subject, quad.predicate, quad.object].append(quad.graph_name)
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
    """Compact JSON-LD with our context written into it, so nothing has to be fetched to read it."""
    quads = as_quads(source)
    return compact.write(quads, base_of(quads), TYPES)


def as_quads(source: Source) -> list[Quad]:
    """Quads of quads or of N-Quads lines."""
    items = list(source)
    quads = [item for item in items if isinstance(item, Quad)]
    return quads if len(quads) == len(items) else parse_lines(item for item in items if isinstance(item, str))


def base_of(quads: Iterable[Quad]) -> str:
    """The base that instances are named under, as the IRIs of articles show it."""
    articles = [q.subject.value for q in quads if q.object == _ARTICLE and isinstance(q.subject, NamedNode)]
    return min((iri.rpartition("doc/")[0] for iri in articles if "doc/" in iri), default=BASE)


def background_graphs(base: str) -> set[Subject]:
    """The graphs of what no article says."""
    return {NamedNode(f"{base}{name}") for name in BACKGROUND}


def _merged(quads: list[Quad], base: str) -> list[Quad]:
    """The default graph and the background as one graph, in which a thing has one label, in Chinese: that of the
    background only where the articles name none. Names in English and definitions stay behind."""
    facts = [quad for quad in quads if isinstance(quad.graph_name, DefaultGraph)]
    labelled = {quad.subject for quad in facts if quad.predicate == _LABEL}
    background = background_graphs(base)
    for quad in quads:
        if quad.graph_name not in background or quad.predicate == _DEFINITION:
            continue
        if quad.predicate in (_LABEL, _PREF_LABEL):
            chinese = isinstance(quad.object, Literal) and quad.object.language == SIMPLIFIED
            if quad.subject in labelled or not chinese:
                continue
        facts.append(Quad(quad.subject, quad.predicate, quad.object))
    return facts


def _plain(quads: list[Quad]) -> list[Quad]:
    spans = _spans(quads)
    return [q for q in _merged(quads, base_of(quads)) if q.subject not in spans]


def _for_xml(value: Value) -> Value:
    if not isinstance(value, Literal):
        return value
    text = NOT_XML.sub("\ufffd", value.value)
    return Literal(text, language=value.language) if value.language else Literal(text, datatype=value.datatype)


def _spans(quads: Iterable[Quad]) -> set[Subject]:
    return {q.subject for q in quads if q.object == _SPAN and q.predicate == _TYPE}


def _line(quad: Quad) -> str:
    text = f"{quad.subject} {quad.predicate} {quad.object}"
    return f"{text} ." if isinstance(quad.graph_name, DefaultGraph) else f"{text} {quad.graph_name} ."


def _write(quads: Iterable[Quad], format: RdfFormat, base: str | None = None) -> bytes:
    unique = list(set(quads))
    base = base or base_of(unique)
    unique.sort(key=lambda q: ("" if q.graph_name == _DEFAULT else str(q.graph_name), str(q.subject), *_predicate(q)))
    prefixes = {**PREFIXES, **{name: f"{base}{name}/" for name in TYPES}}
    if format == RdfFormat.RDF_XML:  # there, prefixes are for predicates alone
        return _xml(serialize(unique, format=format, prefixes=PREFIXES) or b"")
    written: bytes = serialize(unique, format=format, prefixes=prefixes) or b""
    # Oxigraph keeps prefixes in a hash table: their order differs from run to run.
    head, body = [], written.split(b"\n")
    while body and body[0].startswith(b"@prefix "):
        head.append(body.pop(0))
    return b"\n".join([*sorted(head), *body])


def _xml(written: bytes) -> bytes:
    """With the prefixes in order, and with carriage returns as references: as they are, XML's readers make them line
    breaks."""
    start, end = written.index(b"<rdf:RDF"), written.index(b">", written.index(b"<rdf:RDF"))
    names = sorted(written[start:end].split()[1:])
    opening = b"<rdf:RDF" + b"".join(b"\n\t" + name for name in names)
    return (written[:start] + opening + written[end:]).replace(b"\r", b"&#13;") + b"\n"


def _predicate(quad: Quad) -> tuple[bool, str, str]:
    """Types first, as people expect it."""
    return quad.predicate != _TYPE, str(quad.predicate), str(quad.object)
