"""The two ways in which servers take a graph.

SPARQL Update sends many small graphs in one request; the Graph Store Protocol sends each graph in a request of its own,
and the default graph only whole.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Protocol

from kg.rdf.terms import iri, quoted
from kg.store.holding import DIGEST, Place, Plan
from kg.store.parcels import Parcel
from kg.store.remote import Server, ServerError

BATCH = 2000  # triples in a request; Virtuoso 7.2.5 takes no more than some 4,900
BATCH_BYTES = 1_000_000
CLEARED = 500  # IRIs of which the old triples go in one request
RECORDED = 50  # graphs that are brought one by one before it is recorded that they are there

_TOO_MUCH = (400, 413, 500)  # what servers answer to a request that is too large for them


class Way(Protocol):
    """How a graph gets to a server, at a URL of its own. All raise kg.store.remote.ServerError."""

    server: Server
    place: Place
    url: str
    name: str

    def send(self, plan: Plan) -> Iterator[int]:
        """Carry out a plan; yields after each request how many triples it brought."""
        ...

    def put(self, graph: str, triples: str) -> None:
        """Bring a new graph, as N-Triples."""
        ...

    def forget(self, graph: str) -> None:
        """Remove a graph."""
        ...


@dataclass(frozen=True, slots=True)
class Batch:
    """One update: the IRIs whose triples go, the triples that come (None: of the default graph), and the digests of
    the parcels that are whole with that."""

    clear: tuple[str, ...] = ()
    triples: tuple[tuple[str | None, str], ...] = ()
    whole: tuple[Parcel, ...] = ()

    def halves(self) -> "tuple[Batch, Batch] | None":
        """The same in two requests, one after the other; None where it is too small for that."""
        if self.clear and (self.triples or self.whole):
            return Batch(self.clear), Batch((), self.triples, self.whole)
        if self.triples and self.whole and len(self.whole) >= len(self.triples):
            return Batch((), self.triples), Batch((), (), self.whole)
        for field_name in ("triples", "whole", "clear"):
            items = getattr(self, field_name)
            if len(items) > 1:
                middle = len(items) // 2
                first, second = {field_name: items[:middle]}, {field_name: items[middle:]}
                return Batch(**first), replace(self, **second)
        return None

    def update(self, place: Place) -> str:
        """The SPARQL text. The record of a parcel goes first and comes last: wherever the server stops, what is
        recorded is whole."""
        steps = []
        record = iri(place.record)
        if self.clear:
            names = " ".join(map(iri, self.clear))
            for what in (f"GRAPH {record} {{ ?i {DIGEST} ?o }}", "GRAPH ?i { ?s ?p ?o }", place.about("?i ?p ?o")):
                steps.append(f"DELETE {{ {what} }} WHERE {{ VALUES ?i {{ {names} }} {what} }}")
        if self.triples or self.whole:
            by_graph: dict[str | None, list[str]] = {}
            for graph, triple in self.triples:
                by_graph.setdefault(graph or place.default_graph, []).append(for_sparql(triple))
            if self.whole:
                by_graph[place.record] = [recorded(parcel) for parcel in self.whole]
            parts = []
            for graph, lines in by_graph.items():
                text = "\n".join(lines)
                parts.append(f"GRAPH {iri(graph)} {{\n{text}\n}}" if graph else text)
            steps.append("INSERT DATA {\n" + "\n".join(parts) + "\n}")
        return " ;\n".join(steps)


@dataclass
class Update:
    """SPARQL Update at this URL; `size` is the most triples in a request, and shrinks where the server takes less."""

    server: Server
    place: Place
    url: str
    size: int = BATCH
    name: str = field(default="update", init=False)

    def send(self, plan: Plan) -> Iterator[int]:
        for batch in self.batches(plan):
            yield from self._sent(batch)

    def put(self, graph: str, triples: str) -> None:
        self.server.update(self.url, f"INSERT DATA {{ GRAPH {iri(graph)} {{ {triples} }} }}")

    def forget(self, graph: str) -> None:
        what = f"GRAPH {iri(graph)} {{ ?s ?p ?o }}"
        self.server.update(self.url, f"DELETE {{ {what} }} WHERE {{ {what} }}")

    def batches(self, plan: Plan) -> Iterator[Batch]:
        """What comes first, what goes after it: so that nobody finds less than there was."""
        clear: list[str] = []
        triples: list[tuple[str | None, str]] = []
        whole: list[Parcel] = []
        length = 0
        for parcel in plan.write:
            if parcel.name in plan.stale:
                clear.append(parcel.name)
            for graph, triple in (*((parcel.name, t) for t in parcel.graph), *((None, t) for t in parcel.about)):
                if len(triples) + len(whole) >= self.size or length >= BATCH_BYTES:
                    yield Batch(tuple(clear), tuple(triples), tuple(whole))
                    clear, triples, whole, length = [], [], [], 0
                triples.append((graph, triple))
                length += len(triple.encode())
            whole.append(parcel)
            if len(clear) >= CLEARED:
                yield Batch(tuple(clear), tuple(triples), tuple(whole))
                clear, triples, whole, length = [], [], [], 0
        if triples or whole:
            yield Batch(tuple(clear), tuple(triples), tuple(whole))
        for start in range(0, len(plan.gone), CLEARED):
            yield Batch(plan.gone[start : start + CLEARED])

    def _sent(self, batch: Batch) -> Iterator[int]:
        try:
            self.server.update(self.url, batch.update(self.place))
            yield len(batch.triples)
        except ServerError as error:
            halves = batch.halves()
            if error.status not in _TOO_MUCH or halves is None:
                raise
            if batch.triples:
                self.size = max(1, min(self.size, len(batch.triples) // 2))
            for half in halves:
                yield from self._sent(half)


@dataclass
class GraphStore:
    """The Graph Store Protocol at this URL. The default graph can only be replaced as a whole, so that it must hold
    nothing of others."""

    server: Server
    place: Place
    url: str
    name: str = field(default="graph-store", init=False)

    def send(self, plan: Plan) -> Iterator[int]:
        # Only what is recorded and stays as it is remains on record until it has been brought again.
        if plan.same:
            self.put(self.place.record, _lines(map(recorded, plan.same)))
        else:
            self.forget(self.place.record)
        if plan.gone or any(parcel.about for parcel in plan.write) or any(plan.stale):
            self._alone_in_default_graph()
            lines = [triple for parcel in plan.everything.values() for triple in parcel.about]
            self.server.put_graph(self.url, self.place.default_graph, _lines(lines))
            yield sum(len(parcel.about) for parcel in plan.write)
        whole: list[Parcel] = []
        for number, parcel in enumerate(plan.write, 1):
            if parcel.graph:
                self.put(parcel.name, _lines(parcel.graph))
            elif parcel.name in plan.held.graphs:
                self.forget(parcel.name)
            whole.append(parcel)
            if number % RECORDED == 0 or number == len(plan.write):
                self.server.put_graph(self.url, self.place.record, _lines(map(recorded, whole)), add=True)
                whole = []
            yield len(parcel.graph)
        for name in plan.gone:
            if name in plan.held.graphs:
                self.forget(name)
                yield 0

    def put(self, graph: str, triples: str) -> None:
        self.server.put_graph(self.url, graph, triples)

    def forget(self, graph: str) -> None:
        self.server.delete_graph(self.url, graph)

    def _alone_in_default_graph(self) -> None:
        foreign = f"!STRSTARTS(STR(?i), {quoted(self.place.base)})"
        if self.server.ask(f"ASK {{ {self.place.about('?i ?p ?o')} FILTER(isBlank(?i) || {foreign}) }}"):
            where = f"the graph {self.place.default_graph}" if self.place.default_graph else "the default graph"
            raise ServerError(
                f"{where} holds what is not of this graph, and the Graph Store Protocol would replace it all",
                "--via update leaves it alone; or name another graph: --default-graph IRI",
            )


def _lines(triples: Iterable[str]) -> str:
    return "".join(f"{triple}\n" for triple in triples)


def recorded(parcel: Parcel) -> str:
    """The triple that says that a parcel is there whole."""
    return f"{iri(parcel.name)} {DIGEST} {quoted(parcel.digest)} ."


def for_sparql(triple: str) -> str:
    r"""A triple of N-Triples as SPARQL has it. A backslash before u in a text (`\\u0022`) is no escape, but servers
    that look for escapes before all else take it for one: so the u is written as an escape itself."""
    return _BACKSLASH.sub(_without_u, triple) if "\\\\" in triple else triple


_BACKSLASH = re.compile(r"\\\\([uU])|\\.", re.DOTALL)


def _without_u(match: re.Match[str]) -> str:
    return f"\\\\\\u{ord(match[1]):04X}" if match[1] else match[0]
