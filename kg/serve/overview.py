"""What a graph holds: how many things of each class, and which of them articles name most."""

import re
from collections import Counter
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Store

from kg.model import Kind
from kg.rdf.terms import PK, RDFS, SKOS
from kg.serve.names import DEFAULT, KINDS, LABELS, TYPE, Names, words
from kg.use.display import display

CLASSES = KINDS[:-3]  # without what they are made of
MOST_NAMED = 12
FOUND = 100

_ALT_LABEL = NamedNode(f"{SKOS}altLabel")


@dataclass(frozen=True, slots=True)
class ClassCount:
    """How many things of a class there are; `kind` is its local name."""

    kind: str
    chinese: str
    english: str
    count: int


@dataclass(frozen=True, slots=True)
class Found:
    """A thing: its IRI, name, class and the name by which it was found, or how many articles name it."""

    iri: str
    name: str
    kind: str
    note: str
    articles: int = 0


def class_counts(store: Store) -> tuple[ClassCount, ...]:
    """The classes that have things, in the order in which people look for them."""
    counted = []
    for kind in CLASSES:
        things = sum(1 for _ in store.quads_for_pattern(None, TYPE, NamedNode(f"{PK}{kind}"), DEFAULT))
        if things:
            counted.append(ClassCount(kind, *words(f"{PK}{kind}"), things))
    return tuple(counted)


def most_named(store: Store, names: Names, limit: int = MOST_NAMED) -> tuple[Found, ...]:
    """The entities that most articles name; of those that as many name, the ones of which most is said."""
    articles: Counter[NamedNode] = Counter()
    for kind in Kind:
        named = set()
        for quad in store.quads_for_pattern(None, TYPE, NamedNode(f"{PK}{kind.value}"), None):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.graph_name, NamedNode):
                article, span, _ = re.split(r"([#/]char=|$)", quad.graph_name.value, maxsplit=1)
                if span:
                    named.add((quad.subject, article))
        articles.update(subject for subject, _ in named)
    candidates = [node for node, _ in articles.most_common(20 * limit)]
    said = {node: sum(1 for _ in store.quads_for_pattern(None, None, node, DEFAULT)) for node in candidates}
    candidates.sort(key=lambda node: (-articles[node], -said[node], node.value))
    return tuple(_found(names, node, "", articles[node]) for node in candidates[:limit])


def search(store: Store, names: Names, text: str, limit: int = FOUND) -> tuple[tuple[Found, ...], int]:
    """The things that have this text in a name, whole names first, and how many there are in all."""
    wanted = display(text).casefold()
    if not wanted:
        return (), 0
    found: dict[NamedNode, tuple[bool, bool, int, str]] = {}
    for property in (*LABELS, _ALT_LABEL):
        for quad in store.quads_for_pattern(None, property, None, None):
            if not isinstance(quad.object, Literal) or not isinstance(quad.subject, NamedNode):
                continue
            name = quad.object.value
            folded = name.casefold()
            if wanted in folded:
                rank = (folded != wanted, not folded.startswith(wanted), len(name), name)
                found[quad.subject] = min(rank, found.get(quad.subject, rank))
    ordered = sorted(found, key=lambda node: (found[node], node.value))
    return tuple(_found(names, node, found[node][3]) for node in ordered[:limit]), len(ordered)


def _found(names: Names, node: NamedNode, by: str, articles: int = 0) -> Found:
    named = names.of(node)
    by = display(by)
    return Found(node.value, named.name, named.kind, by if by != named.name else "", articles)


def class_query(kind: str) -> str:
    """The query that lists the things of a class."""
    return (
        f"PREFIX pk: <{PK}>\nPREFIX rdfs: <{RDFS}>\n"
        f"SELECT ?thing WHERE {{\n  ?thing a pk:{kind} .\n  OPTIONAL {{ ?thing rdfs:label ?label }}\n}}\n"
        "ORDER BY ?label ?thing"
    )
