"""ontology/shapes.ttl: every constraint lets the fixture pass and is broken by a change made for it; pySHACL agrees."""

from collections.abc import Callable, Iterator

import pyshacl
import pytest
import rdflib
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, QuerySolutions, Store, Triple
from rdflib.namespace import RDF, SH

from kg.rdf.graphs import to_graph
from kg.rdf.infer import infer
from kg.rdf.read import parse_lines, read_quads, text_of
from kg.rdf.shacl import Check, ShapeError, checks
from kg.rdf.terms import PREFIXES, XSD, shortened
from kg.rdf.validate import validate_quads
from kg.resources import ontology_file
from tests.questions import question_lines

TYPE = NamedNode(f"{PREFIXES['rdf']}type")
Term = NamedNode | BlankNode | Literal | Triple


def everything() -> list[Quad]:
    """The four articles of the questions, with what follows from them, and what only the divisions' own graph says."""
    quads = parse_lines(question_lines())
    stated = [q for q in quads if isinstance(q.graph_name, DefaultGraph)]
    works_for = NamedNode(f"{PREFIXES['pk']}worksFor")
    works = [Quad(q.subject, q.predicate, q.object) for q in parse_lines(infer(quads)) if q.predicate == works_for]
    place = next(q.subject for q in stated if q.object == NamedNode(f"{PREFIXES['pk']}Place"))
    ended = Quad(place, NamedNode(f"{PREFIXES['pk']}endedIn"), Literal(2025))
    return [*stated, ended, *works]


FIXTURE = everything()
CHECKS = checks()


def test_the_fixture_passes() -> None:
    report = validate_quads(FIXTURE)
    assert report.conforms, str(report)
    assert len(CHECKS) > 150


def focus(check: Check) -> list[NamedNode]:
    """The nodes that a check looks at."""
    store = Store()
    store.bulk_extend(FIXTURE)
    answer = store.query(f"SELECT ?this {{ {check.target} }}")
    assert isinstance(answer, QuerySolutions)
    return sorted((row["this"] for row in answer if isinstance(row["this"], NamedNode)), key=str)


def broken(check: Check) -> Iterator[list[Quad]]:
    """Copies of the fixture with one node changed so that the check must complain."""
    for node in focus(check):
        path = NamedNode(check.path) if check.path else None
        here = [q for q in FIXTURE if q.subject == node and q.predicate == path]
        rest = [q for q in FIXTURE if q not in here]
        if path is None:
            yield list(strangers(check, node))
        elif check.component == "minCount" and here:
            yield rest
        elif check.component == "maxCount" and here:
            yield [*FIXTURE, Quad(node, path, other(here[0].object))]
        elif check.component == "equals":
            yield rest
        elif check.component == "disjoint":
            label = next(q.object for q in FIXTURE if q.subject == node and q.predicate.value.endswith("prefLabel"))
            yield [*FIXTURE, Quad(node, path, label)]
        elif here and check.component in WRONG:
            yield [*rest, Quad(node, path, WRONG[check.component](here[0].object))]


def strangers(check: Check, node: NamedNode) -> Iterator[Quad]:
    """The fixture with a node that must not be a target, or that lacks all that it may have."""
    if check.component == "nodeKind":
        yield from FIXTURE
        yield from (Quad(BlankNode("b"), q.predicate, q.object) for q in FIXTURE if q.subject == node)
    elif check.shape == "Period":
        yield from (q for q in FIXTURE if q.subject != node or q.predicate == TYPE)
    else:
        yield from FIXTURE
        yield from (
            Quad(NamedNode("urn:stranger"), q.predicate, q.object)
            for q in FIXTURE
            if q.subject == node and q.predicate != TYPE
        )


def other(value: Term) -> Literal | NamedNode:
    """Another value of the same datatype or language; another IRI for an IRI."""
    if not isinstance(value, Literal):
        return NamedNode("urn:other")
    if value.language:
        return Literal("别的", language=value.language)
    numeric = value.datatype.value in (f"{XSD}integer", f"{XSD}decimal")
    return Literal("7" if numeric else "2999-01-01", datatype=value.datatype)


def like(value: Term, text: str) -> Literal:
    assert isinstance(value, Literal)
    return Literal(text, language=value.language) if value.language else Literal(text, datatype=value.datatype)


def more(value: Term) -> Literal:
    assert isinstance(value, Literal)
    return like(value, "2999-01-01" if value.datatype.value == f"{XSD}date" else "99999999")


WRONG: dict[str, Callable[[Term], Literal | NamedNode]] = {
    "datatype": lambda value: Literal("x", datatype=NamedNode(f"{XSD}anyURI")),
    "class": lambda value: NamedNode("urn:stranger"),
    "or": lambda value: NamedNode("urn:stranger"),
    "nodeKind": lambda value: Literal("no IRI"),
    "languageIn": lambda value: Literal("nom", language="fr"),
    "minLength": lambda value: like(value, ""),
    "pattern": lambda value: like(value, "!") if isinstance(value, Literal) else NamedNode("urn:stranger"),
    "in": lambda value: like(value, "nonsense"),
    "minInclusive": lambda value: like(value, "-1"),
    "lessThan": more,
    "lessThanOrEquals": more,
}


@pytest.mark.parametrize("check", CHECKS, ids=lambda c: f"{c.shape}-{c.path.rpartition('#')[2]}-{c.component}")
def test_every_constraint_can_be_broken(check: Check) -> None:
    for graph in broken(check):
        told = {(v.shape, v.path) for v in validate_quads(graph).violations}
        if (check.shape, shortened(check.path)) in told:
            return
    pytest.fail("no change of the fixture breaks it")


def test_every_message_is_in_both_languages_and_says_something_of_its_own() -> None:
    for check in CHECKS:
        assert len(check.chinese) > 5 and len(check.english) > 5, check
        assert check.english.isascii() or "…" in check.english, check


def found_by_pyshacl(graph: list[Quad]) -> set[tuple[str, str, str]]:
    """(node, property, shape) of each violation, by the reference implementation."""
    shapes = to_graph(read_quads(ontology_file("shapes.ttl")))
    ontology = to_graph(read_quads(ontology_file("policy-kg.ttl")))
    _, results, _ = pyshacl.validate(to_graph(graph), shacl_graph=shapes, ont_graph=ontology, inference="none")
    assert isinstance(results, rdflib.Graph)
    found = set()
    for result in results.subjects(RDF.type, SH.ValidationResult):
        source = results.value(result, SH.sourceShape)
        owner = source if isinstance(source, rdflib.URIRef) else shapes.value(predicate=SH.property, object=source)
        path = results.value(result, SH.resultPath)
        found.add((str(results.value(result, SH.focusNode)), str(path or ""), str(owner).rpartition("#")[2]))
    return found


@pytest.mark.slow
def test_pyshacl_finds_the_same() -> None:
    """For one change of each kind of constraint and shape; pySHACL stops at literals that are ill typed."""
    seen: set[tuple[str, str]] = set()
    compared = 0
    for check in CHECKS:
        if (check.component, check.shape) in seen or check.component in ("datatype", "minLength"):
            continue
        seen.add((check.component, check.shape))
        for graph in list(broken(check))[:1]:
            named = {text_of(q.subject) for q in graph if isinstance(q.subject, NamedNode)}
            ours = {
                (v.node, v.path, v.shape)
                for v in validate_quads(graph).violations
                if v.shape != "UnknownTerm" and v.node in named
            }
            theirs = {(node, shortened(path), shape) for node, path, shape in found_by_pyshacl(graph) if node in named}
            assert ours == theirs, check
            compared += 1
    assert compared > 50


def test_a_constraint_that_is_not_known_is_told() -> None:
    from kg.rdf.shacl import _Compiler

    shapes = rdflib.Graph().parse(
        data="""@prefix sh: <http://www.w3.org/ns/shacl#> .
        <urn:s> a sh:NodeShape ; sh:targetClass <urn:c> ; sh:closed true .""",
        format="turtle",
    )
    with pytest.raises(ShapeError, match="closed"):
        list(_Compiler(shapes, rdflib.Graph()).checks())


def test_text_of_a_violation_names_the_node() -> None:
    graph = next(broken(next(c for c in CHECKS if c.component == "minCount")))
    report = validate_quads(graph)
    assert all(v.node and text_of(NamedNode(v.node)) in str(v) for v in report.violations)
