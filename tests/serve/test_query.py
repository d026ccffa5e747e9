"""The job of a query: its formats, and what it refuses."""

from io import BytesIO

import pytest
from pyoxigraph import QueryResultsFormat, RdfFormat, Store, parse, parse_query_results

from kg.serve.job import Refusal
from kg.serve.query import GRAPHS, TABLES, query

STORE = Store()
STORE.update("INSERT DATA { <urn:a> <urn:p> '教育', 1 . GRAPH <urn:g> { <urn:b> <urn:p> 2 } }")


def answered(
    text: str, accept: str | None = None, default: tuple[str, ...] = (), named: tuple[str, ...] = ()
) -> tuple[str, bytes]:
    """The media type and the whole body."""
    media_type, body = query(STORE, text, default, named, accept)
    if isinstance(body, bytes):
        return media_type, body
    out = BytesIO()
    body(out)
    return media_type, out.getvalue()


@pytest.mark.parametrize("accept", TABLES)
def test_tables(accept: str) -> None:
    media_type, body = answered("SELECT ?o { <urn:a> <urn:p> ?o } ORDER BY ?o", accept)
    assert media_type.partition(";")[0] == accept
    if TABLES[accept] == QueryResultsFormat.CSV:
        assert body.decode() == "o\r\n1\r\n教育\r\n"
        return
    rows = parse_query_results(body, format=TABLES[accept])
    assert [row["o"].value for row in rows] == ["1", "教育"]  # type: ignore[union-attr]


@pytest.mark.parametrize("accept", GRAPHS)
def test_graphs(accept: str) -> None:
    media_type, body = answered("CONSTRUCT WHERE { ?s ?p ?o }", accept)
    assert media_type.partition(";")[0] == accept
    read = {(q.subject, q.predicate, q.object) for q in parse(body, format=GRAPHS[accept])}
    assert read == {
        tuple(quad)[:3] for quad in STORE.quads_for_pattern(None, None, None, None) if str(quad.graph_name) == "DEFAULT"
    }
    assert answered("DESCRIBE <urn:a>", accept)[0] == media_type
    assert GRAPHS["text/turtle"] == RdfFormat.TURTLE


@pytest.mark.parametrize(
    ("default", "named", "values"),
    [
        ((), (), ["1", "2", "教育"]),
        (("urn:g",), (), ["2"]),
        ((), ("urn:g",), ["2"]),
        (("urn:g",), ("urn:g",), ["2", "2"]),
        (("urn:none",), (), []),  # unknown graphs are empty
    ],
)
def test_the_graphs_that_are_asked(default: tuple[str, ...], named: tuple[str, ...], values: list[str]) -> None:
    text = "SELECT ?o { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } } ORDER BY STR(?o)"
    lines = answered(text, "text/csv", default, named)[1].decode().split("\r\n")
    assert lines[1:-1] == values


@pytest.mark.parametrize(
    ("text", "accept", "status", "said"),
    [
        ("SELECT * { ?s ?p", None, 400, "line 1, column"),
        ("SELECT * {\n ?s ?p ?o FILTR(?o) }", None, 400, "line 2, column 11: FILTR"),
        ("", None, 400, "empty query"),
        ("DROP ALL", None, 403, "queries only read"),
        ("ASK { SERVICE <urn:x> {} }", None, 403, "another server"),
        ("ASK FROM <urn:none> {}", None, 403, "FROM <urn:none>"),
        ("ASK FROM NAMED <urn:none> {}", None, 403, "FROM <urn:none>"),
        ("BASE <http://x/> ASK FROM <y> {}", None, 403, "FROM <http://x/y>"),
        ("PREFIX x: <http://x/> ASK FROM x:y {}", None, 403, "FROM <http://x/y>"),
        ("SELECT (<urn:f>(1) AS ?x) {}", None, 400, "not supported"),
        ("ASK {" + "{" * 201, None, 400, "nested"),
        ("ASK {}", "text/turtle", 406, "sparql-results"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "text/csv", 406, "text/turtle"),
    ],
)
def test_refused(text: str, accept: str | None, status: int, said: str) -> None:
    with pytest.raises(Refusal) as refused:
        answered(text, accept)
    assert refused.value.status == status
    assert said in refused.value.text


@pytest.mark.parametrize(
    "text",
    ["ASK FROM <urn:g> {}", "PREFIX u: <urn:> ASK FROM u:g FROM NAMED <urn:g> {}", "ASK { ?s ?p 'FROM <urn:x>' }"],
)
def test_from_what_is_here(text: str) -> None:
    assert answered(text)[0] == "application/sparql-results+json"


def test_prefixes_are_known() -> None:
    assert b"urn:a" in answered("SELECT * { ?s <urn:p> 1 FILTER(?s != pk:Person) }")[1]
