"""Does a graph keep to the shapes of the ontology? SHACL, asked as queries (kg.rdf.shacl)."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, QuerySolutions, Store

from kg.rdf.read import read_quads, text_of
from kg.rdf.shacl import checks
from kg.rdf.terms import PK, PREFIXES, RDF, quoted, shortened
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
    return validate_quads(read_quads(path))


def validate_quads(quads: Iterable[Quad]) -> Report:
    """The same for quads in memory."""
    store = Store()
    store.bulk_extend(quad for quad in quads if isinstance(quad.graph_name, DefaultGraph))
    violations = _unknown_terms(store)
    for check in checks():
        answer = store.query(check.query)
        assert isinstance(answer, QuerySolutions)
        for row in answer:
            node, value = row["this"], row["value"]
            shown = "" if value is None or value == node else _shown(value)
            violations.add(
                Violation(str(text_of(node)), shortened(check.path), shown, check.shape, check.chinese, check.english)
            )
    return Report(not violations, len(store), tuple(sorted(violations)))


def _unknown_terms(store: Store) -> set[Violation]:
    """Properties and classes of our namespace that the ontology lacks: a shape never looks at a misspelt one."""
    known = {text_of(quad.subject) for quad in read_quads(ontology_file("policy-kg.ttl"))}
    found = set()
    for quad in store:
        for term in (quad.predicate, quad.object) if quad.predicate.value == f"{RDF}type" else (quad.predicate,):
            name = text_of(term)
            if isinstance(term, NamedNode) and name.startswith(PK) and name not in known:
                near = difflib.get_close_matches(name, known, n=1)
                hint = f"; did you mean {shortened(near[0])}?" if near else ""
                messages = ("词汇中没有这个词", f"no such term in the vocabulary{hint}")
                subject, predicate = text_of(quad.subject), shortened(quad.predicate.value)
                found.add(Violation(subject, predicate, shortened(name), "UnknownTerm", *messages))
    return found


def _shown(value: object) -> str:
    """A value as in Turtle, an IRI in full."""
    if not isinstance(value, Literal):
        return str(getattr(value, "value", value))
    plain = value.datatype.value in (PREFIXES["xsd"] + "string", f"{RDF}langString")
    suffix = f"@{value.language}" if value.language else "" if plain else f"^^{shortened(value.datatype.value)}"
    return f"{quoted(value.value)}{suffix}"
