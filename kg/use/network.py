"""The graph as NetworkX has it: entities as nodes, what connects them as directed edges with their quotations."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import networkx as nx
from pyoxigraph import DefaultGraph, NamedNode, Quad

from kg.model import ArticleFacts, Kind
from kg.rdf.quads import quads
from kg.rdf.read import parse_lines, text_of
from kg.rdf.terms import PK, RDF, RDFS, SKOS
from kg.rdf.vocabulary import terms
from kg.store.graph import read_graph

ENTITY_KINDS: tuple[str, ...] = tuple(kind.value for kind in Kind)
ALL_KINDS = (*ENTITY_KINDS, "Theme", "Outcome", "Direction")
HOLDS_POST = "holdsPost"  # an edge from person to body that stands for a tenure and its post

_DEFAULT = DefaultGraph()
_OWN_LABELS = {HOLDS_POST: ("任职", "holds a post at")}


class _Statement(NamedTuple):
    subject: str
    predicate: str
    value: str


def to_networkx(
    source: Sequence[ArticleFacts] | Path | Iterable[Quad], kinds: Collection[str] = ENTITY_KINDS
) -> nx.MultiDiGraph:
    """A graph of facts, of a graph file, or of quads; nodes are IRIs.

    Nodes carry `label`, `kind` (Person, Organization, Program, Document, Event, Place), `subclass`, `aliases` (joined
    by ；), `date` (of events, EDTF). Edges are keyed by predicate and carry `predicate`, `zh`, `en` (its labels) and
    `quotes` (the words that say so, joined by ｜). A tenure is an edge `holdsPost` from the person to the body, keyed
    `holdsPost 厅长`, with `title`. Every value is a string. With `kinds=ALL_KINDS` outcomes, themes and directions are
    nodes too.
    """
    reading = _Reading(_quads_of(source))
    graph = nx.MultiDiGraph()
    nodes = reading.nodes(kinds)
    for iri in sorted(nodes):
        graph.add_node(iri, **nodes[iri])
    edges = [*reading.relations(nodes), *reading.tenures(nodes)]
    for subject, key, value, attributes in sorted(edges, key=lambda edge: edge[:3]):
        graph.add_edge(subject, value, key=key, **attributes)
    return graph


def _quads_of(source: Sequence[ArticleFacts] | Path | Iterable[Quad]) -> list[Quad]:
    if isinstance(source, Path):
        return read_graph(source)
    items = list(source)
    facts = [item for item in items if isinstance(item, ArticleFacts)]
    if facts:
        return parse_lines(quads(facts))
    return [item for item in items if isinstance(item, Quad)]


@cache
def term_labels() -> dict[str, tuple[str, str]]:
    """The labels of our terms, Chinese and English, by local name, as the ontology has them."""
    return {term.name: (term.chinese, term.english) for term in terms()} | _OWN_LABELS


_Edge = tuple[str, str, str, dict[str, str]]  # from, key, to, attributes


class _Reading:
    """Quads, indexed for what a network needs."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self.about: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self.facts: set[_Statement] = set()
        said: defaultdict[_Statement, set[str]] = defaultdict(set)
        for quad in quads:
            statement = _Statement(text_of(quad.subject), quad.predicate.value, text_of(quad.object))
            if quad.graph_name == _DEFAULT:
                self.about[statement.subject][statement.predicate].append(statement.value)
                if isinstance(quad.object, NamedNode):
                    self.facts.add(statement)
            else:
                said[statement].add(text_of(quad.graph_name))
        self.said = said

    def first(self, iri: str, predicate: str) -> str:
        """The least of the values, "" where there is none."""
        return min(self.about[iri][predicate], default="") if iri in self.about else ""

    def pk(self, iri: str, *path: str) -> str:
        """The value at the end of a path of our own properties."""
        for name in path:
            iri = self.first(iri, f"{PK}{name}")
        return iri

    def nodes(self, kinds: Collection[str]) -> dict[str, dict[str, str]]:
        found = {}
        for iri in list(self.about):
            types = {t.removeprefix(PK) for t in self.about[iri].get(f"{RDF}type", ())}
            kind = next((k for k in ALL_KINDS if k in types), None)
            if kind is None or kind not in kinds:
                continue
            found[iri] = {
                "label": self.first(iri, f"{RDFS}label") or self._wording(iri, kind),
                "kind": kind,
                "subclass": min(types - {kind}, default=""),
                "aliases": "；".join(sorted(set(self.about[iri].get(f"{SKOS}altLabel", ())))),
                "date": self.pk(iri, "occurredDuring", "edtf"),
            }
        return found

    def _wording(self, iri: str, kind: str) -> str:
        if kind == "Outcome":
            return f"{self.pk(iri, 'counts')} {self.pk(iri, 'asWritten')}"
        return self.pk(iri, "text")

    def relations(self, nodes: Collection[str]) -> list[_Edge]:
        found = []
        for fact in self.facts:
            if fact.subject in nodes and fact.value in nodes and fact.predicate.startswith(PK):
                name = fact.predicate.removeprefix(PK)
                found.append((fact.subject, name, fact.value, self._attributes(name, [fact])))
        return found

    def tenures(self, nodes: Collection[str]) -> list[_Edge]:
        found = []
        for tenure in list(self.about):
            person, body = self.pk(tenure, "tenureOf"), self.pk(tenure, "tenureAt")
            if person in nodes and body in nodes:
                title = self.pk(tenure, "inPost", "title")
                fact = _Statement(tenure, f"{PK}tenureOf", person)
                attributes = self._attributes(HOLDS_POST, [fact]) | {"title": title}
                if self.pk(tenure, "isFormer") == "true":
                    attributes["former"] = "true"
                found.append((person, f"{HOLDS_POST} {title}", body, attributes))
        return found

    def _attributes(self, predicate: str, facts: Iterable[_Statement]) -> dict[str, str]:
        zh, en = term_labels().get(predicate, (predicate, predicate))
        spans = sorted({span for fact in facts for span in self.said.get(fact, ())}, key=self._position)
        quotes = list(dict.fromkeys(self.pk(span, "exact") for span in spans))
        return {"predicate": predicate, "zh": zh, "en": en, "quotes": "｜".join(q for q in quotes if q)}

    def _position(self, span: str) -> tuple[str, int]:
        start = self.pk(span, "start")
        return self.pk(span, "spanOf"), int(start) if start.isdecimal() else 0
