"""kg.rdf.serialize: each format holds what it should, and is read back alike by two parsers."""

from collections.abc import Callable

import pytest
import rdflib
from pyoxigraph import DefaultGraph, Quad, RdfFormat, parse
from rdflib.compare import isomorphic

from kg.entities.iri import BASE
from kg.model import Kind
from kg.rdf.graphs import to_dataset, to_graph
from kg.rdf.quads import quads, to_bytes
from kg.rdf.read import parse_lines
from kg.rdf.serialize import annotated_turtle, base_of, jsonld, nquads, ntriples, rdfxml, trig, turtle
from kg.rdf.terms import PK, PROV, RDF, RDFS, SKOS
from tests.rdf.test_terms import HOSTILE
from tests.writer import first_article, two_lines, writer

# Dataset.parse calls what rdflib itself has deprecated.
RDFLIB_WARNS = pytest.mark.filterwarnings(r"ignore:(Dataset|ConjunctiveGraph)\b:DeprecationWarning")

ALL = set(parse_lines(two_lines()))
DEFAULT = {q for q in ALL if isinstance(q.graph_name, DefaultGraph)}
SPANS = {q.subject for q in DEFAULT if str(q.object) == f"<{PK}Span>"}
_NAMES = (f"{RDFS}label", f"{SKOS}prefLabel")
# What plain profiles take of the divisions and themes: one label a thing, in Chinese, and no definitions.
BACKGROUND = {
    Quad(q.subject, q.predicate, q.object)
    for q in ALL
    if str(q.graph_name).endswith(("graph/divisions>", "graph/themes>"))
    and q.predicate.value != f"{SKOS}definition"
    and not str(q.object).endswith("@en")
    and not (q.predicate.value in _NAMES and q.subject in {d.subject for d in DEFAULT if d.predicate == q.predicate})
}
PLAIN = {q for q in DEFAULT | BACKGROUND if q.subject not in SPANS}

CASES = [
    (nquads, RdfFormat.N_QUADS, ALL),
    (trig, RdfFormat.TRIG, ALL),
    (jsonld, RdfFormat.JSON_LD, ALL),
    (ntriples, RdfFormat.N_TRIPLES, DEFAULT),
    (turtle, RdfFormat.TURTLE, PLAIN),
    (rdfxml, RdfFormat.RDF_XML, PLAIN),
]


@pytest.mark.parametrize(("write", "format", "quads_kept"), CASES)
def test_round_trip(write: Callable[..., bytes], format: RdfFormat, quads_kept: set[Quad]) -> None:
    assert set(parse(write(two_lines()), format=format)) == quads_kept


@pytest.mark.parametrize("write", [case[0] for case in CASES] + [annotated_turtle])
def test_order_makes_no_difference(write: Callable[..., bytes]) -> None:
    assert write(list(reversed(two_lines()))) == write(two_lines()) == write(ALL)


def test_canonical_lines() -> None:
    assert nquads(ALL) == to_bytes(two_lines())


@RDFLIB_WARNS
@pytest.mark.parametrize(
    ("write", "format"), [(turtle, "turtle"), (annotated_turtle, "turtle"), (ntriples, "nt"), (jsonld, "json-ld")]
)
def test_rdflib_reads_the_same_graph(write: Callable[..., bytes], format: str) -> None:
    content = write(two_lines())
    formats = {"turtle": RdfFormat.TURTLE, "nt": RdfFormat.N_TRIPLES, "json-ld": RdfFormat.JSON_LD}
    dataset = rdflib.Dataset()
    dataset.parse(data=content, format=format)
    assert isomorphic(dataset.default_graph, to_graph(parse(content, format=formats[format])))


def test_annotated_statements_say_what_the_named_graphs_say() -> None:
    triples = list(parse(annotated_turtle(two_lines()), format=RdfFormat.TURTLE))
    parts: dict[str, dict[str, list[str]]] = {}
    for t in triples:
        if "/statement/" in str(t.subject):
            parts.setdefault(str(t.subject), {}).setdefault(t.predicate.value, []).append(str(t.object))
    said = {
        (*(s[f"{RDF}{name}"][0] for name in ("subject", "predicate", "object")), span)
        for s in parts.values()
        for span in s[f"{PROV}wasDerivedFrom"]
    }
    assert said == {
        (str(q.subject), str(q.predicate), str(q.object), str(q.graph_name))
        for q in ALL
        if not isinstance(q.graph_name, DefaultGraph) and Quad(q.subject, q.predicate, q.object) in DEFAULT | BACKGROUND
    }
    assert {(t.subject, t.predicate, t.object) for t in triples} >= {
        (q.subject, q.predicate, q.object) for q in DEFAULT | BACKGROUND
    }
    assert BACKGROUND - DEFAULT


def test_turtle_is_readable() -> None:
    text = turtle(two_lines()).decode()
    assert text.startswith("@prefix dcterms: ")
    assert text.count("@prefix") == len({line for line in text.splitlines() if line.startswith("@prefix")})
    assert '\tpk:title "厅长"' in text
    assert "tenure:" in text
    assert "_:" not in text
    assert "\\#" not in trig(two_lines()).decode()


@RDFLIB_WARNS
@pytest.mark.parametrize("label", [text for text in HOSTILE if text])
@pytest.mark.parametrize("write", [turtle, annotated_turtle, trig, jsonld, ntriples])
def test_hostile_names_survive(write: Callable[..., bytes], label: str) -> None:
    content = write(quads([writer(f"在{label}召开").entity(Kind.EVENT, label).facts]))
    formats = {turtle: "turtle", annotated_turtle: "turtle", trig: "trig", jsonld: "json-ld", ntriples: "nt"}
    dataset = rdflib.Dataset()
    dataset.parse(data=content, format=formats[write])
    labels = {o for _, _, o, _ in dataset.quads((None, rdflib.RDFS.label, None, None))}
    assert rdflib.Literal(label, lang="zh-hans") in labels


def test_rdfxml_holds_what_xml_can() -> None:
    """No entities, and of the characters that XML has no place for U+FFFD; a carriage return stays one."""
    content = rdfxml(quads([writer("在甲\x07乙\r丙召开").entity(Kind.EVENT, "甲\x07乙\r丙").facts]))
    assert b"<!" not in content
    graph = rdflib.Graph().parse(data=content, format="xml")
    assert rdflib.Literal("甲\ufffd乙\r丙", lang="zh-hans") in set(graph.objects(None, rdflib.RDFS.label))
    names = [line.split("=")[0] for line in content.decode().splitlines() if line.startswith("\txmlns:")]
    assert names and names == sorted(names)


def test_the_base_is_found() -> None:
    base = "https://example.org/kg/"
    lines = quads([first_article(base)], base)
    assert base_of(parse_lines(lines)) == base
    assert "@prefix person: <https://example.org/kg/person/> ." in turtle(lines).decode()
    assert base_of([]) == BASE


def test_rdflib_gets_the_default_graph_and_literals_as_they_are() -> None:
    integer = "http://www.w3.org/2001/XMLSchema#integer"
    lines = [f'<urn:s> <urn:p> "007"^^<{integer}> .', "<urn:s> <urn:p> <urn:o> <urn:g> ."]
    ((_, _, value),) = to_graph(lines)
    assert isinstance(value, rdflib.Literal)
    assert (str(value), str(value.datatype)) == ("007", integer)
    assert len(list(to_dataset(lines).quads((None, None, None, None)))) == 2


def test_graphs_of_rdflib() -> None:
    graph, dataset = to_graph(two_lines()), to_dataset(two_lines())
    assert len(graph) == len(DEFAULT)
    assert sum(1 for _ in dataset.quads((None, None, None, None))) == len(ALL)
    assert {str(o) for o in graph.objects(None, rdflib.URIRef(f"{PK}value"))} == {"30000", "1200", "353400"}
    predicate = rdflib.URIRef(f"{PK}implements")
    spans = {str(g) for *_, g in dataset.quads((None, predicate, None, None)) if g}
    assert len([g for g in spans if "#char=" in g]) == 2
