"""Does a graph keep to the shapes of the ontology? SHACL, through pySHACL."""

import difflib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pyshacl
import rdflib
from rdflib.namespace import SH

from kg.rdf.graphs import to_graph
from kg.rdf.read import read_quads
from kg.rdf.terms import PK, PREFIXES, quoted
from kg.resources import ontology_file


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One thing that breaks a shape: `node` (an IRI), `path` (a property, "" where the node itself is wrong), `value`
    (as in Turtle, "" where there is none), `shape` (local name), and the message in both languages."""

    node: str
    path: str
    value: str
    shape: str
    chinese: str
    english: str

    def __str__(self) -> str:
        where = f"{self.node} {self.path}".rstrip()
        return f"{where}{f' = {self.value}' if self.value else ''}: {self.english} {self.chinese}"


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome: whether the graph conforms, how many triples were checked, and every violation, sorted."""

    conforms: bool
    triples: int
    violations: tuple[Violation, ...]

    def __str__(self) -> str:
        if self.conforms:
            return f"conforms: {self.triples} triples checked"
        return "\n".join([f"{len(self.violations)} violations in {self.triples} triples", *map(str, self.violations)])


def validate(path: Path) -> Report:
    """Check a graph file (.nq .nt .ttl .trig .jsonld); of several graphs, the default one, which holds every fact.

    Raises kg.rdf.read.GraphError where the file cannot be read.
    """
    with _quiet():
        return validate_graph(to_graph(read_quads(path)))


def validate_graph(data: rdflib.Graph) -> Report:
    """The same for a graph in memory; it is not changed."""
    shapes = to_graph(read_quads(ontology_file("shapes.ttl")))
    ontology = to_graph(read_quads(ontology_file("policy-kg.ttl")))
    with _quiet():
        checked, ill_typed = _comparable(data)
        conforms, results, text = pyshacl.validate(checked, shacl_graph=shapes, ont_graph=ontology, inference="none")
    if not isinstance(results, rdflib.Graph):
        raise ValueError(f"pySHACL could not check the graph: {text}")
    told = {(v.node, v.path, v.value) for v in ill_typed}
    found = {_violation(results, shapes, node) for node in results.subjects(rdflib.RDF.type, SH.ValidationResult)}
    kept = [v for v in found if (v.node, v.path, v.value) not in told]
    unknown = _unknown_terms(data, ontology)
    violations = sorted([*kept, *(replace(v, value=value) for v, value in ill_typed.items()), *unknown])
    return Report(bool(conforms) and not violations, len(data), tuple(violations))


def _unknown_terms(data: rdflib.Graph, ontology: rdflib.Graph) -> set[Violation]:
    """Properties and classes of our namespace that the ontology lacks: a shape never looks at a misspelt one."""
    known = {str(term) for term in ontology.subjects() if isinstance(term, rdflib.URIRef)}
    found = set()
    for subject, predicate, value in data:
        for term in (predicate, value) if predicate == rdflib.RDF.type else (predicate,):
            if str(term).startswith(PK) and str(term) not in known:
                near = difflib.get_close_matches(str(term), known, n=1)
                hint = f"; did you mean {_short(rdflib.URIRef(near[0]))}?" if near else ""
                messages = ("词汇中没有这个词", f"no such term in the vocabulary{hint}")
                found.add(Violation(str(subject), _short(predicate), _short(term), "UnknownTerm", *messages))
    return found


def _comparable(data: rdflib.Graph) -> tuple[rdflib.Graph, dict[Violation, str]]:
    """The graph with ill-typed literals (2025-02-30 as a date) as strings, since pySHACL cannot compare them, and a
    violation for each, found under that string, with the literal as it was."""
    checked, ill_typed = rdflib.Graph(bind_namespaces="none"), {}
    for subject, predicate, value in data:
        if isinstance(value, rdflib.Literal) and value.ill_typed:
            string = rdflib.Literal(str(value))
            datatype = _short(value.datatype)
            broken = Violation(
                str(subject),
                _short(predicate),
                _shown(string),
                "IllTyped",
                f"不是有效的 {datatype}",
                f"not a valid {datatype}",
            )
            ill_typed[broken] = _shown(value)
            value = string
        checked.add((subject, predicate, value))
    return checked, ill_typed


@contextmanager
def _quiet() -> Iterator[None]:
    """rdflib logs a traceback for each ill-typed literal; the report tells of it already."""
    logger = logging.getLogger("rdflib.term")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)


def _violation(results: rdflib.Graph, shapes: rdflib.Graph, node: rdflib.term.Node) -> Violation:
    messages = [m for m in results.objects(node, SH.resultMessage) if isinstance(m, rdflib.Literal)]
    by_language = {str(m.language): str(m) for m in sorted(messages)}
    source = results.value(node, SH.sourceShape)
    owner = source if isinstance(source, rdflib.URIRef) else shapes.value(predicate=SH.property, object=source)
    value = results.value(node, SH.value)
    return Violation(
        str(results.value(node, SH.focusNode)),
        _short(results.value(node, SH.resultPath)),
        _shown(value),
        str(owner or "").rpartition("#")[2],
        by_language.get("zh-hans", ""),
        by_language.get("en", "; ".join(str(m) for m in sorted(messages))),
    )


def _shown(value: rdflib.term.Node | None) -> str:
    """A value as in Turtle; rdflib's own n3() warns of numbers that are none."""
    if not isinstance(value, rdflib.Literal):
        return str(value or "")
    suffix = f"@{value.language}" if value.language else f"^^{_short(value.datatype)}" if value.datatype else ""
    return f"{quoted(str(value))}{suffix}"


def _short(iri: rdflib.term.Node | None) -> str:
    text = str(iri or "")
    for prefix, namespace in PREFIXES.items():
        if text.startswith(namespace):
            return f"{prefix}:{text[len(namespace) :]}"
    return text
