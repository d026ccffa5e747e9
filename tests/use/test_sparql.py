"""kg.use.sparql: what is refused before it runs."""

import time
from contextlib import suppress
from typing import cast

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store

from kg.use.sparql import MAX_LENGTH, QueryError, check, explain, form, graphs_asked, with_prefixes


@pytest.mark.parametrize(
    ("query", "message", "place"),
    [
        ("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "SERVICE would ask another server", (1, 12)),
        ("SELECT *\n{ service silent ?x { } }", "SERVICE", (2, 3)),
        ("SELECT * { { SELECT * { SERVICE\n<urn:x> {} } } }", "SERVICE", (1, 25)),
        ("INSERT DATA { <urn:a> <urn:b> <urn:c> }", "INSERT would change the graph", (1, 1)),
        ("PREFIX a: <urn:a>\nBASE <urn:b>\ndelete where { ?s ?p ?o }", "DELETE would change", (3, 1)),
        ("# a comment\nLOAD <file:///etc/passwd>", "LOAD would change", (2, 1)),
        ("CLEAR ALL", "CLEAR would change", (1, 1)),
        ("DROP GRAPH <urn:g>", "DROP would change", (1, 1)),
        ("SELECT * " + "{" * 201 + "}" * 201, "nested more than 200 deep", (1, 210)),
        ("SELECT (" + "(" * 5000 + "1" + ")" * 5000 + " AS ?x) {}", "nested more than 200 deep", (1, 208)),
        ("SELECT * {} #" + "x" * MAX_LENGTH, "a query of 200013 characters", (0, 0)),
        (" \n", "an empty query", (0, 0)),
    ],
)
def test_refused(query: str, message: str, place: tuple[int, int]) -> None:
    with pytest.raises(QueryError, match=message) as caught:
        check(query)
    assert (caught.value.line, caught.value.column) == place


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s rdfs:label 'SERVICE' }",
        'SELECT * { ?s rdfs:label "a \\" SERVICE" }',
        'SELECT * { ?s rdfs:label """SERVICE\n"x" INSERT""" }',
        "SELECT * { ?s rdfs:label '''SERVICE''' }",
        "# SERVICE\nSELECT * { ?s ?p ?o } # SERVICE",
        "SELECT * { <http://example.org/SERVICE#SERVICE> ?p ?o }",
        "SELECT ?service $SERVICE { ?service ex:SERVICE $SERVICE }",
        "SELECT ?insert { ?insert ?p ?o }",
        "PREFIX service: <urn:x> SELECT * { ?s service:service ?o }",
        "SELECT * " + "{" * 200 + "}" * 200,
        "SELECT * { " + "{ ?s ?p ?o } " * 300 + "}",
        "SELECT * { ?s ?p 'x'@service }",
        "SELECT * { FILTER(?a < 1 && 'SERVICE' > ?b) ?s ?p ?o }",
    ],
)
def test_let_through(query: str) -> None:
    check(query)


CALLS = [
    "SELECT * { OPTIONAL { ?x ?y trueSERVICE<AWAY>{?s ?p ?o} } }",
    "SELECT * { OPTIONAL { ?x ?y 1e1SERVICE<AWAY>{?s ?p ?o} } }",
    "SELECT * { BIND(1 AS ?y) SERVICE:x{?s ?p ?o} }",
    "SELECT * { BIND(1 AS ?y) service: # a comment\n {?s ?p ?o} }",
    "SELECT * { ?a ?b 1SERVICE:x{?s ?p ?o} }",
    "SELECT * { ?a ?b :.SERVICE<AWAY>{?s ?p ?o} }",
    "SELECT * { BIND(1 AS ?y)SERVICESILENT<AWAY>{?s ?p ?o} }",
    "SELECT * { FILTER(1<'>')SERVICE<AWAY>{?s ?p ?o} FILTER('a'!='b') }",
    "SELECT * { FILTER(1<#>'''\n 2)SERVICE<AWAY>{?s ?p ?o} } #'''",
    "SELECT * { BIND(<urn:\\u0061'> AS ?z) SERVICE <AWAY>{?s ?p ?o} BIND(<urn:'> AS ?y) }",
]


@pytest.mark.parametrize("query", CALLS)
def test_a_call_in_every_spelling(query: str) -> None:
    """Oxigraph reads each as a query with a call; none gets so far."""
    away = "http://127.0.0.1:1/"
    query = f"PREFIX : <{away}> {query.replace('AWAY', away)}"
    store = Store()
    store.add(Quad(NamedNode("urn:a"), NamedNode("urn:b"), Literal(1)))
    with suppress(OSError):  # a port that it may not call; a SyntaxError would be another thing
        list(cast(QuerySolutions, store.query(query)))
    with pytest.raises(QueryError, match="SERVICE would ask another server"):
        check(query)


@pytest.mark.parametrize(
    ("query", "graphs"),
    [
        ("ASK FROM <urn:a> FROM NAMED <urn:b> { ?s ?p 'FROM <urn:c>' } # FROM <urn:d>", ["urn:a", "urn:b"]),
        ("BASE <http://x/y/> ASK FROM <z> from named <../w> {}", ["http://x/y/z", "http://x/w"]),
        ("PREFIX e: <http://x/> PREFIX : <urn:> ASK FROM e:a FROM NAMED :b\\-c {}", ["http://x/a", "urn:b-c"]),
        (r"ASK FROM <http://x/\u0061> {}", ["http://x/a"]),
        ("ASK FROM # a comment\n <urn:a> {}", ["urn:a"]),
        ("ASK FROM <relative> { ?from ?named <urn:x> }", []),
    ],
)
def test_graphs_that_are_asked(query: str, graphs: list[str]) -> None:
    assert graphs_asked(query) == graphs


@pytest.mark.parametrize(
    "text",
    [
        "<" * 100_000,
        '"' * 100_000,
        "'" * 100_001,
        '"""' + '""\\' * 30_000,
        "a:" * 90_000,
        "SERVICE:" * 20_000,
        "<#>SERVICE" * 9_000,
    ],
)
def test_time_is_linear(text: str) -> None:
    began = time.process_time()
    with suppress(QueryError):
        check(f"SELECT {text}")
    assert time.process_time() - began < 2


def test_an_error_of_another_form_is_kept() -> None:
    assert str(explain("ASK {}", "out of luck")) == "out of luck"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT * {}", "SELECT"),
        ("# ASK?\nprefix ask: <urn:select> BASE <urn:x>\nconstruct {} where {}", "CONSTRUCT"),
        ("PREFIX : <urn:x> describe :x", "DESCRIBE"),
        ("ASK { ?x a 'SELECT' }", "ASK"),
        ("INSERT DATA {}", ""),
        ("", ""),
    ],
)
def test_form(query: str, expected: str) -> None:
    assert form(query) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT *\n{}", "PREFIX a: <urn:a> PREFIX b: <urn:b> SELECT *\n{}"),
        ("PREFIX a: <urn:own> ASK {}", "PREFIX b: <urn:b> PREFIX a: <urn:own> ASK {}"),
        (
            "# PREFIX a: <urn:own>\nASK { a:x ?p b:y }",
            "PREFIX a: <urn:a> PREFIX b: <urn:b> # PREFIX a: <urn:own>\nASK { a:x ?p b:y }",
        ),
    ],
)
def test_with_prefixes(query: str, expected: str) -> None:
    assert with_prefixes(query, {"a": "urn:a", "b": "urn:b"}) == expected
