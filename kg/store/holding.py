"""What a server holds under a base: how many triples of each IRI, and the record of what was sent."""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.rdf.terms import iri, quoted
from kg.store.parcels import RECORD, Parcel
from kg.store.remote import Server, ServerError

DIGEST = "<https://w3id.org/policy-kg/push#digest>"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a graph goes on a server: its base, and the IRI of the graph that takes the place of the default graph
    (None: the server's own default graph)."""

    base: str
    default_graph: str | None = None

    @property
    def record(self) -> str:
        """The graph with the digest of each parcel that is there whole."""
        return self.base + RECORD

    def about(self, pattern: str) -> str:
        """The pattern, in what serves as the default graph."""
        return f"GRAPH {iri(self.default_graph)} {{ {pattern} }}" if self.default_graph else pattern


@dataclass(frozen=True, slots=True)
class Holding:
    """By IRI: triples in its graph, triples about it in the default graph, and the digest that was recorded."""

    graphs: Mapping[str, int]
    about: Mapping[str, int]
    digests: Mapping[str, str]

    @property
    def names(self) -> set[str]:
        """All IRIs of which the server holds anything."""
        return self.graphs.keys() | self.about.keys() | self.digests.keys()

    def count(self, name: str) -> int:
        """Triples of one IRI."""
        return self.graphs.get(name, 0) + self.about.get(name, 0)

    def has(self, parcel: Parcel) -> bool:
        """Whether the parcel is there as it is here: it was sent whole, and as many triples are there still."""
        name = parcel.name
        counts = (self.graphs.get(name, 0), self.about.get(name, 0))
        return self.digests.get(name) == parcel.digest and counts == (len(parcel.graph), len(parcel.about))


@dataclass(frozen=True, slots=True)
class Plan:
    """What has to be done to make a server hold `everything`: the parcels to bring, the names of those among them of
    which something is there already, and the names of what is there and should not be."""

    everything: Mapping[str, Parcel]
    held: Holding
    write: tuple[Parcel, ...]
    stale: frozenset[str]
    gone: tuple[str, ...]

    @property
    def same(self) -> list[Parcel]:
        """What is there as it should be."""
        written = {parcel.name for parcel in self.write}
        return [parcel for name, parcel in self.everything.items() if name not in written]


def plan(everything: Mapping[str, Parcel], held: Holding) -> Plan:
    """The difference between a graph and what a server holds."""
    write = tuple(parcel for parcel in everything.values() if not held.has(parcel))
    names = held.names
    return Plan(
        everything,
        held,
        write,
        frozenset(parcel.name for parcel in write if parcel.name in names),
        tuple(sorted(names - everything.keys())),
    )


def holding(server: Server, place: Place) -> Holding:
    """Ask a server what it holds; raises kg.store.remote.ServerError."""
    graphs = _listed(server, place, "GRAPH ?i { ?s ?p ?o }", "COUNT(*)")
    about = _listed(server, place, place.about("?i ?p ?o"), "COUNT(*)")
    digests = _listed(
        server, place, f"GRAPH {iri(place.record)} {{ ?i {DIGEST} ?d }}", 'GROUP_CONCAT(?d; SEPARATOR=" ")'
    )
    for own in (place.record, place.default_graph):
        graphs.pop(own or "", None)
    return Holding(_numbers(graphs), _numbers(about), digests)


def _listed(server: Server, place: Place, where: str, value: str) -> dict[str, str]:
    """`value` of each ?i under the base. Servers may cut long answers without a word: then the rest is asked for in
    order, from where each answer ended."""
    under = f"STRSTARTS(STR(?i), {quoted(place.base)})"
    expected = int(_text(server.select(f"SELECT (COUNT(DISTINCT ?i) AS ?n) WHERE {{ {where} FILTER({under}) }}")[0][0]))
    select = f"SELECT ?i ({value} AS ?v) WHERE {{ {where} FILTER({under}"
    found = {_text(i): _text(v) for i, v in server.select(f"{select}) }} GROUP BY ?i")}
    limit = len(found)
    if limit == expected:
        return found
    found, last = {}, ""
    while limit and len(found) < expected:
        page = server.select(f"{select} && STR(?i) > {quoted(last)}) }} GROUP BY ?i ORDER BY STR(?i) LIMIT {limit}")
        if not page:
            break
        found |= {_text(i): _text(v) for i, v in page}
        last = _text(page[-1][0])
    if len(found) != expected:
        raise ServerError(
            f"the server names {len(found)} of {expected} IRIs: it changes meanwhile, or cuts its answers"
        )
    return found


def _numbers(found: Mapping[str, str]) -> dict[str, int]:
    return {name: int(value) for name, value in found.items()}


def _text(term: object) -> str:
    value = getattr(term, "value", None)
    if not isinstance(value, str):
        raise ServerError("the server's answer lacks a value")
    return value
