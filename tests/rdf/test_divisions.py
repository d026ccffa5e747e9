"""kg.rdf.divisions: what places are part of, in a graph of its own."""

from collections.abc import Iterable

from pyoxigraph import Quad

from kg.entities.iri import BASE, division_key, mint
from kg.model import Kind
from kg.rdf.divisions import division_lines
from kg.rdf.quads import quads
from kg.rdf.read import parse_lines, text_of
from kg.use.named import named_query
from kg.use.query import ask, load
from tests.writer import two_lines, writer

GRAPH = f"{BASE}graph/divisions"


def tree(lines: Iterable[str]) -> dict[str, str]:
    found: list[Quad] = [q for q in parse_lines(lines) if getattr(q.graph_name, "value", "") == GRAPH]
    labels = {str(q.subject): text_of(q.object) for q in found if q.predicate.value.endswith("#label")}
    return {labels[str(q.subject)]: labels[str(q.object)] for q in found if q.predicate.value.endswith("#partOf")}


def test_a_district_is_part_of_its_city_and_province() -> None:
    assert tree(division_lines({"510107": "urn:place"}, BASE)) == {"武侯区": "成都市", "成都市": "四川省"}


def test_divisions_are_named_by_code_unless_an_article_names_them() -> None:
    lines = division_lines({"510107": "urn:district", "510000": "urn:province"}, BASE)
    subjects = {line.partition(" ")[0] for line in lines}
    city = mint(BASE, "place", division_key("510100"))
    assert subjects == {"<urn:district>", f"<{city}>", "<urn:province>", f"<{GRAPH}>"}


def test_a_division_that_was_withdrawn_keeps_its_place_and_says_when() -> None:
    lines = division_lines({"500105": "urn:old"}, BASE)
    assert tree(lines) == {"江北区": "重庆市"}
    assert any("#endedIn>" in line and '"2025"' in line for line in lines)


def test_an_unknown_code_adds_nothing() -> None:
    assert division_lines({"999901": "urn:place"}, BASE) == set()
    assert set(tree(two_lines())) == {"武侯区", "成都市"}


def test_no_article_says_so() -> None:
    facts = writer("会议在武侯区召开").entity(Kind.PLACE, "武侯区", code="510107").facts
    lines = quads([facts])
    assert tree(lines) == {"武侯区": "成都市", "成都市": "四川省"}
    assert not [line for line in lines if "partOf" in line and GRAPH not in line]
    store = load(lines)
    assert ask(store, named_query("completeness").text).texts == (("0",),)
    assert ask(store, named_query("places").text).texts == (("武侯区", "510107", "成都市", "0"),)
