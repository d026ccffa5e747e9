"""kg.rdf.infer: what follows, and that an OWL 2 RL reasoner finds the same."""

import owlrl
import pytest
import rdflib
from pyoxigraph import Literal

from kg.entities.iri import BASE
from kg.model import Kind, Ref
from kg.rdf.graphs import to_graph
from kg.rdf.infer import GRAPHS, RULES, infer, with_inferred
from kg.rdf.quads import quads
from kg.rdf.read import parse_lines, read_quads, text_of
from kg.rdf.serialize import BACKGROUND
from kg.rdf.terms import PK, PREFIXES
from kg.resources import ontology_file
from kg.use.named import named_query
from kg.use.query import ask, load
from tests.writer import Writer, two_lines, writer


def org(name: str) -> Ref:
    return Ref(Kind.ORGANIZATION, name)


def told() -> Writer:
    """One statement that each rule can start from."""
    text = "云帆学院在成都市武侯区举行交流会，院长林知远到会；该校是川西联盟的成员，属于全国联盟，与青禾学院签约合作。"
    start = (
        writer(text)
        .entity(Kind.ORGANIZATION, "云帆学院", division="510107")
        .entity(Kind.ORGANIZATION, "川西联盟")
        .entity(Kind.ORGANIZATION, "全国联盟")
        .entity(Kind.ORGANIZATION, "青禾学院")
        .entity(Kind.PERSON, "林知远")
        .entity(Kind.EVENT, "交流会")
    )
    return (
        start.role("林知远", "院长", "云帆学院", "院长林知远")
        .relation(Ref(Kind.EVENT, "交流会"), "locatedIn", org("云帆学院"), "云帆学院")
        .relation(org("云帆学院"), "memberOf", org("川西联盟"), "川西联盟的成员")
        .relation(org("川西联盟"), "partOf", org("全国联盟"), "属于全国联盟")
        .relation(org("云帆学院"), "signsWith", org("青禾学院"), "签约")
        .relation(org("云帆学院"), "cooperatesWith", org("青禾学院"), "合作")
    )


LINES = quads([told().facts])


def labelled(lines: list[str], graph: str = "") -> set[str]:
    """Triples of our own properties, by labels; of the rule whose graph ends in `graph`."""
    both = parse_lines([*LINES, *lines])
    labels = {q.subject: text_of(q.object) for q in both if q.predicate.value.endswith("#prefLabel")}
    return {
        f"{labels[q.subject]} {q.predicate.value.removeprefix(PK)} {labels[q.object]}"
        for q in parse_lines(lines)
        if text_of(q.graph_name).endswith(graph) and not isinstance(q.object, Literal) and q.object in labels
    }


FOLLOWS = {
    "part-of": {"武侯区 partOf 四川省"},
    "in-division": {"云帆学院 inDivision 成都市", "云帆学院 inDivision 四川省"},
    "located-at-venue": {f"交流会 locatedIn {where}" for where in ("武侯区", "成都市", "四川省")},
    "located-in-part": set(),  # the venue gave them all
    "cooperates-with": {"青禾学院 cooperatesWith 云帆学院"},
    "signs-with": {"青禾学院 signsWith 云帆学院"},
    "works-for": {"林知远 worksFor 云帆学院"},
    "member-of": {"云帆学院 memberOf 全国联盟"},
}


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.name)
def test_rules(rule: object) -> None:
    name = getattr(rule, "name", "")
    assert labelled(infer(parse_lines(LINES)), f"{GRAPHS}{name}") == FOLLOWS[name]


def test_each_graph_names_its_rule_and_nothing_stated_is_said_again() -> None:
    found = parse_lines(infer(parse_lines(LINES)))
    named = {q.subject for q in found if q.predicate.value == PREFIXES["prov"] + "wasGeneratedBy"}
    assert named == {q.graph_name for q in found}
    stated = {(q.subject, q.predicate, q.object) for q in parse_lines(LINES)}
    assert not [q for q in found if (q.subject, q.predicate, q.object) in stated]


def test_a_reasoner_finds_the_same() -> None:
    """The closure of owlrl for the properties of the rules is ours, and the ontology with the facts is consistent."""
    data = to_graph(LINES)
    for quad in parse_lines(LINES):
        if text_of(quad.graph_name).endswith(BACKGROUND):
            data += to_graph([f"{quad.subject} {quad.predicate} {quad.object} ."])
    ours = to_graph(with_inferred(parse_lines(LINES)))
    data += to_graph(read_quads(ontology_file("policy-kg.ttl")))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(data)
    for rule in RULES:
        prefix, _, name = rule.predicate.partition(":")
        predicate = rdflib.URIRef(PREFIXES[prefix] + name)
        theirs = {(s, o) for s, o in data.subject_objects(predicate) if s != o}
        assert theirs == set(ours.subject_objects(predicate)), rule.name
    errors = rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage")
    assert not list(data.subjects(rdflib.RDF.type, errors))


def test_a_reasoner_sees_a_contradiction_with_the_ontology() -> None:
    """That the check above can fail: somebody who is a place."""
    data = to_graph(LINES) + to_graph(read_quads(ontology_file("policy-kg.ttl")))
    person = next(data.subjects(rdflib.RDF.type, rdflib.URIRef(PK + "Person")))
    data.add((person, rdflib.RDF.type, rdflib.URIRef(PK + "Place")))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(data)
    assert list(
        data.subjects(rdflib.RDF.type, rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage"))
    )


def test_same_bytes_and_nothing_new_the_second_time() -> None:
    lines = infer(parse_lines(two_lines()))
    assert lines == sorted(set(lines)) == infer(reversed(parse_lines(two_lines())))
    again = infer(parse_lines([*two_lines(), *(" ".join(line.split(" ")[:-2]) + " ." for line in lines)]))
    assert again == []


def test_inferred_facts_are_answers_only_when_asked_for() -> None:
    query = "SELECT ?name { ?p pk:worksFor ?b . ?p rdfs:label ?name }"
    assert ask(load(LINES), query).texts == ()
    assert ask(load(LINES, infer=True), query).texts == (("林知远",),)
    together = sorted([*LINES, *infer(parse_lines(LINES))])
    assert ask(load(together), named_query("completeness").text).texts == (("0",),)
    assert BASE in together[0]


def test_two_heads_of_one_body_on_one_day_are_a_contradiction() -> None:
    def article(name: str, source: str) -> Writer:
        start = writer(f"青禾县教育局局长{name}到会。", source, published="2025-05-09").entity(Kind.PERSON, name)
        return start.entity(Kind.ORGANIZATION, "青禾县教育局").role(name, "局长", "青禾县教育局", f"局长{name}")

    lines = quads([article("林知远", "a.txt").facts, article("周以宁", "b.txt").facts])
    rows = ask(load(lines), named_query("contradictions").text).texts
    assert {frozenset(row[2::3]) for row in rows} == {frozenset({"林知远", "周以宁"})}
    assert {row[:2] for row in rows} == {("职务 post", "青禾县教育局局长")}
    assert {frozenset((row[3], row[6])) for row in rows} == {frozenset({"局长林知远", "局长周以宁"})}
    assert ask(load(quads([article("林知远", "a.txt").facts])), named_query("contradictions").text).texts == ()
