"""A graph in parcels, one an IRI: the unit in which a server's copy is compared and replaced.

A parcel holds the named graph of an IRI and what the default graph says of it: of a span, what it states and where it
stands; of a person, all facts of which it is the subject.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, Triple

from kg.rdf.read import GraphError, parse_lines
from kg.rdf.serialize import base_of

# Also under the base, and no part of the graph: what was sent, and a statement that asks whether it arrives.
RECORD = "graph/pushed"
PROBE = "graph/probe"


@dataclass(frozen=True)
class Parcel:
    """The triples of one IRI as N-Triples without line breaks: of the graph of that name, and of the default graph."""

    name: str
    graph: tuple[str, ...]
    about: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.graph) + len(self.about)

    @cached_property
    def digest(self) -> str:
        """The same for the same triples, in whatever order they came: 32 hexadecimal digits."""
        content = "\0".join(("\n".join(self.graph), "\n".join(self.about)))
        return hashlib.blake2s(content.encode(), digest_size=16).hexdigest()


def parcels(source: Iterable[str] | Iterable[Quad]) -> tuple[str, dict[str, Parcel]]:
    """The base of a graph, in N-Quads lines or quads, and its parcels by IRI, in order.

    Raises GraphError for an empty graph, and for one with blank nodes or with anything that is not under its base: it
    could not be told from what others keep on the server.
    """
    quads = _quads(source)
    base = base_of(quads)
    if not quads:
        raise GraphError("the graph is empty")
    graphs: dict[str, set[str]] = {}
    about: dict[str, set[str]] = {}
    for quad in quads:
        named = not isinstance(quad.graph_name, DefaultGraph)
        owner = quad.graph_name if named else quad.subject
        for term in (owner, quad.subject, quad.object):
            if isinstance(term, BlankNode | Triple):
                raise GraphError(f"{quad}: a blank node or a triple term, which no server knows again")
        assert isinstance(owner, NamedNode)
        if not owner.value.startswith(base) or owner.value in (base + RECORD, base + PROBE):
            what = "the graph" if named else "a statement in the default graph about"
            raise GraphError(f"{what} {owner}: not of this graph, whose IRIs begin with {base}")
        (graphs if named else about).setdefault(owner.value, set()).add(
            f"{quad.subject} {quad.predicate} {quad.object} ."
        )
    names = sorted(graphs.keys() | about.keys())
    return base, {n: Parcel(n, tuple(sorted(graphs.get(n, ()))), tuple(sorted(about.get(n, ())))) for n in names}


def _quads(source: Iterable[str] | Iterable[Quad]) -> Sequence[Quad]:
    items = list(source)
    quads = [item for item in items if isinstance(item, Quad)]
    return quads if len(quads) == len(items) else parse_lines(item for item in items if isinstance(item, str))
