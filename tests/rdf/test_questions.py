"""ontology/queries/: each answers the fixture as questions.json has it, and hangs on every property that it names."""

import json
import re
from pathlib import Path

import pytest

from kg.rdf.terms import PREFIXES
from kg.use.named import NamedQuery, named_queries, named_query
from kg.use.query import ask, load
from kg.use.sparql import QueryError
from tests.questions import question_lines

QUERIES = named_queries()
EXPECTED: dict[str, list[list[str]]] = json.loads(
    (Path(__file__).parent / "questions.json").read_text(encoding="utf-8")
)
LINES = question_lines()
STORE = load(LINES)

# What a question names and the fixture gives it by another way as well, or leaves out on purpose.
IDLE = {
    ("*", "skos:altLabel"),  # another name by which a parameter may call a thing
    ("*", "dcterms:source"),  # tells the graph of the divisions, or is checked with the article's name
    ("agreement", "pk:inDivision"),
    ("agreement", "pk:postIn"),
    ("bodies-in", "pk:partOf"),  # without a place all bodies are told, wherever they lie
    ("events-in", "pk:partOf"),
    ("events-in", "pk:inDivision"),
    ("events-by-province", "pk:inDivision"),  # both events were held in a division, none at a venue
    ("former-posts", "pk:tenureAt"),
    ("holders", "pk:isFormer"),  # who is former there has no body
    ("joint-work", "pk:establishes"),
    ("joint-work", "pk:implements"),
    ("met", "pk:hosts"),
    ("met", "pk:participatesIn"),
    ("outcomes", "pk:asWritten"),  # of a period that could not be read
    ("themes", "pk:asWritten"),  # of outcomes, of which none has a theme of its own
    ("themes", "pk:counts"),
    ("contradictions", "pk:partOf"),
    ("contradictions", "pk:isTarget"),
}


def test_there_are_as_many_as_promised() -> None:
    assert len(QUERIES) == 51
    assert {q.name for q in QUERIES} == set(EXPECTED)


@pytest.mark.parametrize("query", QUERIES, ids=lambda q: q.name)
def test_answers(query: NamedQuery) -> None:
    rows = [list(row) for row in ask(STORE, query.text).texts]
    assert rows == EXPECTED[query.name]
    assert rows, "a question that the fixture does not answer shows nothing"
    assert not [cell for row in rows for cell in row if "://" in cell], "people read labels"
    assert re.search("[一-鿿]", query.chinese)
    assert query.english.isascii()
    assert all(re.search("[一-鿿]", p.chinese) and p.english for p in query.parameters)


NAMED = re.compile(r"(?<![\w?:])(pk|rdfs|skos|dcterms):(\w+)")
PAIRS = [
    (q, f"{prefix}:{name}")
    for q in QUERIES
    for prefix, name in sorted(set(NAMED.findall(q.text.split("WHERE", 1)[-1])))
    if name[0].islower() and not {("*", f"{prefix}:{name}"), (q.name, f"{prefix}:{name}")} & IDLE
]


@pytest.mark.parametrize(("query", "term"), PAIRS, ids=lambda x: getattr(x, "name", x))
def test_every_property_matters(query: NamedQuery, term: str) -> None:
    """Without the statements of one property the answer is another."""
    prefix, _, name = term.partition(":")
    iri = f" <{PREFIXES[prefix]}{name}> "
    assert any(iri in line for line in LINES), f"the fixture has no {term}"
    without = load(line for line in LINES if iri not in line)
    assert [list(row) for row in ask(without, query.text).texts] != EXPECTED[query.name]


def test_every_parameter_narrows() -> None:
    given = {
        ("person", "person"): "林知远",
        ("holders", "body"): "省教育厅",
        ("in-office", "day"): "2025-05-20",
        ("met", "person"): "周以宁",
        ("events-between", "from"): "2025-06-01",
        ("events-between", "until"): "2025-05-31",
        ("events-in", "place"): "四川省",
        ("event", "event"): "川西科普周",
        ("partners", "body"): "临溪学院",
        ("program", "program"): "云上课堂",
        ("at-least", "counted"): "学生",
        ("at-least", "least"): "100000",
        ("at-most", "counted"): "学生",
        ("at-most", "least"): "100000",
        ("outcomes-by-theme", "theme"): "科学普及",
        ("quotes", "about"): "吴致和",
        ("bodies-in", "place"): "成都市",
    }
    assert set(given) == {(q.name, p.name) for q in QUERIES for p in q.parameters}
    for (name, parameter), value in given.items():
        query = named_query(name)
        rows = [list(row) for row in ask(STORE, query.given({parameter: value})).texts]
        everything = EXPECTED[name]
        if name == "met":
            assert {row[0] for row in rows} == {value}
        elif name == "outcomes-by-theme":
            assert rows == []
        elif name == "bodies-in":
            assert [row[0] for row in rows] == ["云帆科技公司", "武侯区教育局"]
        else:
            assert rows and all(row in everything for row in rows) and len(rows) < len(everything), (name, parameter)


def test_a_value_is_a_value() -> None:
    """Nothing that is given as a value becomes part of the query."""
    for hostile in ('林" } } #', "\\", "林\n知远", "?x", "<urn:a>", "UNDEF"):
        assert ask(STORE, named_query("person").given({"person": hostile})).texts == ()


@pytest.mark.parametrize(("name", "values", "message"), [
    ("in-office", {"day": "2025-02-30"}, "not a date"),
    ("at-least", {"least": "many"}, "not a decimal"),
    ("posts", {"body": "x"}, "it has none"),
    ("person", {"body": "x"}, "it has person"),
])  # fmt: skip
def test_wrong_values(name: str, values: dict[str, str], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        named_query(name).given(values)
