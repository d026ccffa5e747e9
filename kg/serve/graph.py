"""Which graph is served: what tells one state of it from the next, and how workers come by it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Store

from kg.rdf.read import GraphError, rdf_format, read_quads
from kg.store.errors import StoreError
from kg.store.folder import is_store, leased, open_index
from kg.store.graph import graph_at, version
from kg.use.limits import Crashed, OutOfTime, within

OPENING = 120.0  # seconds in which a store is to be open


@dataclass(frozen=True, slots=True)
class Held:
    """One state of a graph, which stays as it is while it is held.

    `loaded` is a graph in memory, which forked workers inherit; without it each opens the index of a store, at `index`.
    """

    version: str
    loaded: Store | None
    index: Path

    def store(self) -> Store:
        """The graph, to be read. Raises GraphError."""
        if self.loaded is not None:
            return self.loaded
        try:
            return open_index(self.index)
        except StoreError as error:
            raise GraphError(str(error)) from error


@contextmanager
def held(path: Path) -> Iterator[Held]:
    """The graph at `path` as it stands now. Raises GraphError where it can't be read."""
    try:
        found = graph_at(path)
        if is_store(found):
            with leased(found) as index:
                within(OPENING, _try, index)
                yield Held(index.name, None, index)
            return
        before = version(path)
    except (StoreError, OSError, OutOfTime, Crashed) as error:
        raise GraphError(f"{path}: {error}") from error
    yield Held(before, _loaded(found), found)


def state(path: Path) -> str:
    """Another text whenever the graph at `path` has changed; "" where no graph is there now."""
    try:
        return version(path)
    except (GraphError, StoreError, OSError):
        return ""


def _try(index: Path) -> None:
    """Open a store and look into it: in a process of its own, since this one is to fork, and RocksDB starts threads."""
    next(iter(open_index(index)), None)


def _loaded(file: Path) -> Store:
    store = Store()
    try:
        store.bulk_load(path=str(file), format=rdf_format(file))
    except (OSError, SyntaxError, ValueError) as error:
        read_quads(file)  # says what is wrong, and in which line
        raise GraphError(f"{file}: {error}") from error
    return store
