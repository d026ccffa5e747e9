"""The shapes of the ontology as SPARQL: one query a constraint, which finds what breaks it.

SHACL's own implementation takes the focus nodes one by one, some seconds for every 10,000 triples; Oxigraph answers a
query over all of them at once. The part of SHACL Core that ontology/shapes.ttl uses is here, and nothing else: a
constraint that is not known raises ShapeError when the shapes are read. That pySHACL finds the same is a test.
See https://www.w3.org/TR/shacl/#core-components.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

import rdflib
from rdflib.collection import Collection
from rdflib.namespace import RDF, RDFS, SH
from rdflib.term import Node

from kg.rdf.graphs import to_graph
from kg.rdf.read import read_quads
from kg.resources import ontology_file


class ShapeError(ValueError):
    """A shape that is not understood; the message names it and the constraint."""


@dataclass(frozen=True, slots=True)
class Check:
    """One constraint of a shape.

    `query` finds `?this` and perhaps `?value` that break it, among the nodes that `target` finds; `path` is an IRI, ""
    for a constraint on the node itself; `component` is SHACL's name for it (minCount).
    """

    shape: str
    path: str
    component: str
    target: str
    query: str
    chinese: str
    english: str


@cache
def checks() -> tuple[Check, ...]:
    """All of ontology/shapes.ttl."""
    shapes = to_graph(read_quads(ontology_file("shapes.ttl")))
    return tuple(_Compiler(shapes, to_graph(read_quads(ontology_file("policy-kg.ttl")))).checks())


# What is described and no constraint.
_PASSIVE = frozenset((SH.path, SH.message, SH.property, SH.targetClass, SH.targetSubjectsOf, RDF.type))
_STRING = "<http://www.w3.org/2001/XMLSchema#string>"


class _Compiler:
    def __init__(self, shapes: rdflib.Graph, ontology: rdflib.Graph) -> None:
        self.shapes, self.ontology = shapes, ontology

    def checks(self) -> Iterator[Check]:
        for shape in sorted(self.shapes.subjects(RDF.type, SH.NodeShape), key=str):
            target = self._target(shape)
            yield from self._constraints(shape, shape, target, None)
            for inner in self.shapes.objects(shape, SH.property):
                path = self.shapes.value(inner, SH.path)
                if not isinstance(path, rdflib.URIRef):
                    raise ShapeError(f"{shape}: sh:path is no property: {path}")
                yield from self._constraints(shape, inner, target, path)

    def _target(self, shape: Node) -> str:
        """A pattern for the focus nodes, each once."""
        classes = list(self.shapes.objects(shape, SH.targetClass))
        parts = [self._is("?this", classes)] if classes else []
        parts += [f"?this {p.n3()} ?any" for p in self.shapes.objects(shape, SH.targetSubjectsOf)]
        if not parts:
            raise ShapeError(f"{shape} has no target")
        return f"{{ SELECT DISTINCT ?this {{ {' UNION '.join(f'{{ {part} }}' for part in parts)} }} }}"

    def _constraints(self, shape: Node, inner: Node, target: str, path: rdflib.URIRef | None) -> Iterator[Check]:
        by_language = {
            str(m.language): str(m) for m in self.shapes.objects(inner, SH.message) if isinstance(m, rdflib.Literal)
        }
        for component, value in self.shapes.predicate_objects(inner):
            if component in _PASSIVE:
                continue
            try:
                compile = _COMPONENTS[component]
            except KeyError:
                raise ShapeError(f"{shape}: the constraint {component} is not known") from None
            broken = compile(self, value, path.n3() if path is not None else "")
            yield Check(
                str(shape).rpartition("#")[2],
                str(path or ""),
                str(component).rpartition("#")[2],
                target,
                f"SELECT DISTINCT ?this ?value {{ {target} {broken} }}",
                by_language.get("zh-hans", ""),
                by_language.get("en", ""),
            )

    def _is(self, variable: str, classes: list[Node]) -> str:
        """That a node is of one of the classes, or of a class below it."""
        below = {c.n3() for one in classes for c in self.ontology.transitive_subjects(RDFS.subClassOf, one) if c}
        kind = f"{variable}Class"
        return f"VALUES {kind} {{ {' '.join(sorted(below))} }} {variable} a {kind} ."

    def klass(self, value: Node, path: str) -> str:
        return f"{_each(path)} FILTER NOT EXISTS {{ {self._is('?value', [value])} }}"

    def any_of(self, value: Node, path: str) -> str:
        """sh:or of classes, of datatypes, or of properties of which one must be there."""
        parts = list(Collection(self.shapes, value))
        classes = [c for part in parts if (c := self.shapes.value(part, SH["class"])) is not None]
        if len(classes) == len(parts):
            return f"{_each(path)} FILTER NOT EXISTS {{ {self._is('?value', classes)} }}"
        types = [t for part in parts if (t := self.shapes.value(part, SH.datatype)) is not None]
        if len(types) == len(parts):
            return f"{_each(path)} {_not(' || '.join(f'COALESCE({_has_datatype(t)}, false)' for t in types))}"
        wanted = [self.shapes.value(part, SH.property) for part in parts]
        paths = [self.shapes.value(one, SH.path) for one in wanted if one is not None]
        if path or len(paths) != len(parts) or None in paths:
            raise ShapeError("sh:or must be of classes, of datatypes, or of properties with sh:minCount 1")
        return " ".join(f"FILTER NOT EXISTS {{ ?this {p.n3()} ?any{i} }}" for i, p in enumerate(paths) if p is not None)

    def language_in(self, value: Node, path: str) -> str:
        tags = " ".join(f", {tag.n3()}" for tag in Collection(self.shapes, value))[2:]
        return f"{_each(path)} FILTER(LCASE(LANG(?value)) NOT IN ({tags}))"

    def one_of(self, value: Node, path: str) -> str:
        allowed = ", ".join(item.n3() for item in Collection(self.shapes, value))
        return f"{_each(path)} FILTER(!COALESCE(?value IN ({allowed}), false))"


def _each(path: str) -> str:
    """The value nodes of a property, or the node itself."""
    return f"?this {path} ?value ." if path else "BIND(?this AS ?value)"


def _not(condition: str) -> str:
    """That a condition is false or cannot be told."""
    return f"FILTER(!COALESCE({condition}, false))"


def _min_count(_: _Compiler, value: Node, path: str) -> str:
    if str(value) != "1":
        raise ShapeError("sh:minCount may only be 1")
    return f"FILTER NOT EXISTS {{ ?this {path} ?any1 }}"


def _max_count(_: _Compiler, value: Node, path: str) -> str:
    if str(value) != "1":
        raise ShapeError("sh:maxCount may only be 1")
    return f"FILTER EXISTS {{ ?this {path} ?any1 , ?any2 FILTER(!SAMETERM(?any1, ?any2)) }}"


def _has_datatype(datatype: Node) -> str:
    """That ?value has a datatype. A literal that is no date (2025-02-30) has it by name: only a cast tells."""
    type = datatype.n3()
    cast = "" if type == _STRING or "langString" in type else f" && ISLITERAL({type}(STR(?value)))"
    return f"(DATATYPE(?value) = {type}{cast})"


def _datatype(_: _Compiler, value: Node, path: str) -> str:
    return f"{_each(path)} {_not(_has_datatype(value))}"


def _node_kind(_: _Compiler, value: Node, path: str) -> str:
    if value != SH.IRI:
        raise ShapeError("sh:nodeKind may only be sh:IRI")
    return f"{_each(path)} FILTER(!ISIRI(?value))"


def _equals(_: _Compiler, value: Node, path: str) -> str:
    other = value.n3()
    return (
        f"{{ ?this {path} ?value FILTER NOT EXISTS {{ ?this {other} ?value }} }} UNION "
        f"{{ ?this {other} ?value FILTER NOT EXISTS {{ ?this {path} ?value }} }}"
    )


_COMPONENTS: dict[Node, Callable[[_Compiler, Node, str], str]] = {
    SH["class"]: _Compiler.klass,
    SH["or"]: _Compiler.any_of,
    SH.languageIn: _Compiler.language_in,
    SH["in"]: _Compiler.one_of,
    SH.minCount: _min_count,
    SH.maxCount: _max_count,
    SH.datatype: _datatype,
    SH.nodeKind: _node_kind,
    SH.equals: _equals,
    SH.disjoint: lambda _, value, path: f"?this {path} ?value ; {value.n3()} ?value .",
    SH.minLength: lambda _, value, path: f"{_each(path)} {_not(f'STRLEN(STR(?value)) >= {value}')}",
    SH.pattern: lambda _, value, path: f"{_each(path)} {_not(f'REGEX(STR(?value), {value.n3()})')}",
    SH.minInclusive: lambda _, value, path: f"{_each(path)} {_not(f'?value >= {value}')}",
    SH.lessThan: lambda _, value, path: f"?this {path} ?value ; {value.n3()} ?more . {_not('?value < ?more')}",
    SH.lessThanOrEquals: lambda _, value, path: f"?this {path} ?value ; {value.n3()} ?more . {_not('?value <= ?more')}",
}
