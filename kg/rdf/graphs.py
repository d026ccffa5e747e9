"""Quads as rdflib graphs, term by term: no literal is rewritten on the way."""

from collections.abc import Iterable

import rdflib
from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad
from pyoxigraph import Literal as OxLiteral
from rdflib.term import Node

from kg.rdf.read import parse_lines
from kg.rdf.terms import PREFIXES, XSD

_STRING = f"{XSD}string"


def to_graph(source: Iterable[str] | Iterable[Quad]) -> rdflib.Graph:
    """The default graph of N-Quads lines or quads: facts, and descriptions of articles and spans."""
    graph = rdflib.Graph(bind_namespaces="none")
    _bind(graph)
    for quad in _quads(source):
        if isinstance(quad.graph_name, DefaultGraph):
            graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return graph


def to_dataset(source: Iterable[str] | Iterable[Quad]) -> rdflib.Dataset:
    """All graphs of N-Quads lines or quads; a span's graph holds what the span says.

    Look up evidence with `Dataset.quads((s, p, o, None))`: rdflib's SPARQL is slow over many graphs.
    """
    dataset = rdflib.Dataset()
    _bind(dataset)
    for quad in _quads(source):
        name = quad.graph_name
        graph = (
            dataset.default_graph
            if isinstance(name, DefaultGraph)
            else dataset.graph(rdflib.URIRef(name.value) if isinstance(name, NamedNode) else rdflib.BNode(name.value))
        )
        graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return dataset


def _bind(graph: rdflib.Graph) -> None:
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)


def _quads(source: Iterable[str] | Iterable[Quad]) -> list[Quad]:
    items = list(source)
    quads = [item for item in items if isinstance(item, Quad)]
    return quads if len(quads) == len(items) else parse_lines(item for item in items if isinstance(item, str))


def _term(term: object) -> Node:
    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, BlankNode):
        return rdflib.BNode(term.value)
    if isinstance(term, OxLiteral):
        if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        if term.datatype.value == _STRING:
            return rdflib.Literal(term.value)
        return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value), normalize=False)
    raise ValueError(f"rdflib has no triple terms: {term}")
