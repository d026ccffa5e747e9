"""kg.use.query: questions and the shapes of their answers."""

import csv
import io
import json
from pathlib import Path

import pytest

from kg.rdf.quads import to_bytes
from kg.rdf.read import GraphError
from kg.use.query import ask, load
from kg.use.sparql import QueryError
from tests.writer import two_lines

STORE = load(two_lines())
POSTS = "SELECT ?name ?title { ?t pk:tenureOf/rdfs:label ?name ; pk:inPost/pk:title ?title } ORDER BY ?title"


def test_select() -> None:
    result = ask(STORE, POSTS)
    assert result.columns == ("name", "title")
    assert result.texts == (("林知远", "书记"), ("林知远", "厅长"))
    assert result.answer


def test_evidence_is_asked_for_as_documented() -> None:
    result = ask(
        STORE,
        "SELECT ?quote { ?s pk:implements ?o . GRAPH ?ev { ?s pk:implements ?o } ?ev pk:exact ?quote ; pk:spanOf ?a }"
        " ORDER BY ?quote",
    )
    assert result.texts == (("“云上课堂”项目由云帆科技公司实施",), ("云帆科技公司实施",))


def test_ask() -> None:
    assert ask(STORE, "ASK { ?s a pk:Person }").answer is True
    no = ask(STORE, "ASK { ?s a pk:Nothing }")
    assert no.answer is False
    assert json.loads(no.json()) == {"head": {}, "boolean": False}
    assert no.texts == (("false",),)


def test_construct_and_describe() -> None:
    made = ask(STORE, "CONSTRUCT { ?s rdfs:label ?l } { ?s a pk:Person ; rdfs:label ?l }")
    assert made.columns == ("subject", "predicate", "object")
    assert [row[2] for row in made.texts] == ["林知远"]
    described = ask(STORE, "DESCRIBE ?s { ?s a pk:Person }")
    assert len(described.rows) == 5
    assert list(described.rows) == sorted(described.rows, key=str)


def test_json() -> None:
    result = ask(
        STORE, "SELECT ?s ?l ?v ?n ?none { ?s rdfs:label '林知远'@zh-hans, ?l . BIND(1.5 AS ?v) BIND('a' AS ?n) }"
    )
    data = json.loads(result.json())
    assert data["head"] == {"vars": ["s", "l", "v", "n", "none"]}
    (row,) = data["results"]["bindings"]
    assert row["s"]["type"] == "uri"
    assert row["l"] == {"type": "literal", "value": "林知远", "xml:lang": "zh-hans"}
    assert row["v"] == {"type": "literal", "value": "1.5", "datatype": "http://www.w3.org/2001/XMLSchema#decimal"}
    assert row["n"] == {"type": "literal", "value": "a"}
    assert "none" not in row


def test_csv() -> None:
    text = ask(
        STORE, 'SELECT ?a ?b ?c { VALUES (?a ?b ?c) { ("甲,乙" "一\\"二" UNDEF) ("=1+1" -5 "x") } } ORDER BY ?c'
    ).csv()
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows == [["a", "b", "c"], ["甲,乙", '一"二', ""], ["'=1+1", "-5", "x"]]
    assert text.endswith("\r\n")


def test_table() -> None:
    assert ask(STORE, POSTS).table() == "name    title\n──────  ─────\n林知远  书记\n林知远  厅长"
    assert ask(STORE, POSTS).table(limit=1).endswith("林知远  书记\n… 1 more")


def test_an_own_prefix_wins() -> None:
    assert not ask(STORE, "PREFIX pk: <urn:other#> SELECT * { ?s a pk:Person }").rows


def test_files(tmp_path: Path) -> None:
    (tmp_path / "g.nq").write_bytes(to_bytes(two_lines()))
    assert len(load(tmp_path / "g.nq")) == len(two_lines())
    with pytest.raises(GraphError, match="no such file"):
        load(tmp_path / "other.nq")


def test_from_reads_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.ttl"
    secret.write_text("<urn:a> <urn:b> <urn:c> .", encoding="utf-8")
    assert not ask(STORE, f"SELECT * FROM <{secret.as_uri()}> {{ ?s ?p ?o }}").rows


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT ?x { ?x foo:bar ?y }", "line 1, column 16: the prefix foo: is not declared"),
        ("SELECT ?x {\n  ?x ?y\n}", "line 3, column 2: not understood at or before the end of the query"),
        ("SELEC ?x { ?x a pk:Person }", "line 1, column 1: SELEC is no keyword of SPARQL; did you mean SELECT?"),
        (
            "SELECT x { ?x a pk:Person }",
            "line 1, column 8: x is no keyword of SPARQL; a variable is written ?x, a term pk:x",
        ),
        ("SELECT ?x { ?x a pk:Person\n", "line 1, column 11: a { is not closed; expected }"),
        ("SELECT ?x { ?x a pk:Person } }", "line 1, column 30: a } too many"),
        ("SELECT ?x { ?x a pk:Person ] }", "line 1, column 28: a ] too many"),
        ("SELECT ?x { ?x a 'open }", "line 1, column 18: a quotation mark ' is not closed"),
        ('SELECT ?x { ?x a "open } ORDER BY ?x', 'line 1, column 18: a quotation mark " is not closed'),
        ("", "an empty query; try: SELECT ?s ?label { ?s a pk:Person ; rdfs:label ?label }"),
        ("SELECT * { ?s ?p ?o } LIMIT", "line 1, column 28: not understood at or before the end of the query"),
        ("SELECT * { ?s ?p ?o } LIMIT ?x", "line 1, column 29: not understood at or before “?x”"),
    ],
)
def test_errors(query: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        ask(STORE, query)
    assert str(caught.value) == message


def test_the_example_of_an_empty_query_works() -> None:
    with pytest.raises(QueryError) as caught:
        ask(STORE, "")
    assert ask(STORE, str(caught.value).partition("try: ")[2]).rows


def test_keywords_are_known() -> None:
    functions = "STRLEN ucase isIRI sameTerm sha256 MD5 encode_for_uri"
    for name in functions.split():
        arguments = "?x, ?x" if name == "sameTerm" else "?x"
        with pytest.raises(QueryError, match="not understood"):
            ask(STORE, f"SELECT * {{ BIND({name}({arguments}) AS ?y) . ?s ?p }}")
