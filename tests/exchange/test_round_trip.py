"""Each RDF format that we export says the same to rdflib and to Oxigraph, and comes back as it went out."""

import pytest
import rdflib
from pyoxigraph import DefaultGraph, Quad, RdfFormat, parse
from rdflib.compare import isomorphic

from kg.rdf.graphs import to_dataset
from kg.rdf.read import parse_lines
from kg.use.export import render
from tests.questions import question_lines

# Dataset.parse calls what rdflib itself has deprecated.
pytestmark = pytest.mark.filterwarnings(r"ignore:(Dataset|ConjunctiveGraph)\b:DeprecationWarning")

QUADS = parse_lines(question_lines())
FORMATS = {
    "nq": (RdfFormat.N_QUADS, "nquads"),
    "nt": (RdfFormat.N_TRIPLES, "nt"),
    "ttl": (RdfFormat.TURTLE, "turtle"),
    "ttl-annotated": (RdfFormat.TURTLE, "turtle"),
    "trig": (RdfFormat.TRIG, "trig"),
    "jsonld": (RdfFormat.JSON_LD, "json-ld"),
    "rdfxml": (RdfFormat.RDF_XML, "xml"),
}

Statement = tuple[str, str, str, str]


def by_oxigraph(content: bytes, format: RdfFormat) -> set[Quad]:
    return set(parse(content, format=format))


def by_rdflib(content: bytes, format: str) -> rdflib.Dataset:
    dataset = rdflib.Dataset()
    dataset.parse(data=content, format=format)
    return dataset


def statements(dataset: rdflib.Dataset) -> set[Statement]:
    """Term by term, with the literal as written: rdflib's own equality is by value in places."""
    default = dataset.default_graph.identifier
    return {(s.n3(), p.n3(), o.n3(), "" if g in (None, default) else str(g)) for s, p, o, g in dataset.quads()}


@pytest.mark.parametrize("name", FORMATS)
def test_both_read_the_same(name: str) -> None:
    content = render(QUADS, name)[""]
    for_oxigraph, for_rdflib = FORMATS[name]
    read, other = by_oxigraph(content, for_oxigraph), by_rdflib(content, for_rdflib)
    assert statements(to_dataset(read)) == statements(other)
    assert isomorphic(to_dataset(read).default_graph, other.default_graph)
    assert not [q for q in read if "_:" in (str(q.subject)[:2], str(q.object)[:2])], "no blank nodes"


@pytest.mark.parametrize("name", ["nq", "trig", "jsonld"])
def test_formats_with_graphs_hold_all(name: str) -> None:
    assert by_oxigraph(render(QUADS, name)[""], FORMATS[name][0]) == set(QUADS)


def test_the_others_hold_the_facts() -> None:
    read = {name: by_oxigraph(render(QUADS, name)[""], FORMATS[name][0]) for name in FORMATS}
    assert read["nt"] == {q for q in QUADS if q.graph_name == DefaultGraph()}
    assert read["rdfxml"] == read["ttl"] < read["ttl-annotated"]
    spans = {q.subject for q in read["nt"] if str(q.object).endswith("def#Span>")}
    assert spans and {q for q in read["nt"] if q.subject not in spans} < read["ttl"]
    assert read["nt"] < read["ttl-annotated"]


@pytest.mark.parametrize("name", FORMATS)
def test_what_rdflib_writes_again_is_the_same(name: str) -> None:
    """Through rdflib's own serializer and back; it may write literals in another form, their values stay."""
    first = by_rdflib(render(QUADS, name)[""], FORMATS[name][1])
    again = first.serialize(format="nquads")
    assert set(parse(again.encode(), format=RdfFormat.N_QUADS)) == by_oxigraph(
        render(QUADS, name)[""], FORMATS[name][0]
    )


@pytest.mark.parametrize("name", ["ttl", "rdfxml", "ttl-annotated"])
def test_provinces_can_be_counted_without_named_graphs(name: str) -> None:
    graph = by_rdflib(render(QUADS, name)[""], FORMATS[name][1]).default_graph
    rows = graph.query("""
        PREFIX pk: <https://w3id.org/policy-kg/def#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        SELECT ?province (COUNT(DISTINCT ?event) AS ?events) WHERE {
          ?event a pk:Event ; pk:locatedIn/pk:inDivision?/pk:partOf* ?top .
          ?top skos:notation ?code ; rdfs:label ?province .
          FILTER NOT EXISTS { ?top pk:partOf ?larger }
        }
        GROUP BY ?province""")
    assert [(str(province), int(str(events))) for province, events in rows] == [("四川省", 2)]
