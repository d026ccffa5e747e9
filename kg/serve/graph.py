"""Which graph is served: what tells one state of it from the next, and how it is held while it is asked."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Store

from kg.rdf.read import GraphError, rdf_format, read_quads
from kg.store.errors import StoreError
from kg.store.folder import is_store, leased, open_index
from kg.store.graph import graph_at
from kg.store.graph import version as version_at
from kg.use.limits import Crashed, OutOfTime, within

OPENING = 120.0  # seconds in which a store is to be open


@dataclass(frozen=True, slots=True)
class Held:
    """One state of a graph: in memory, to be inherited by workers, or in a folder that each of them opens."""

    version: str
    memory: Store | None
    folder: Path | None

    def store(self) -> Store:
        """The graph, to be read. Raises GraphError."""
        if self.memory is not None:
            return self.memory
        assert self.folder is not None
        with _told():
            return open_index(self.folder)


def graph_file(path: Path) -> Path:
    """The graph that is meant: a store or file as it is, of a folder its graph.nq. Raises GraphError for none."""
    found = graph_at(path)
    if not is_store(found):
        rdf_format(found)
    return found


def version(path: Path) -> str:
    """Another text whenever the graph at `path` has changed. Raises GraphError where no graph is there."""
    with _told():
        return version_at(graph_file(path))


@contextmanager
def held(path: Path) -> Iterator[Held]:
    """The graph at `path` as it stands now; nobody changes or removes it meanwhile. Raises GraphError."""
    found = graph_file(path)
    if is_store(found):
        with _told(), leased(found) as folder:
            within(OPENING, _try, folder)
            yield Held(folder.name, None, folder)
        return
    before = version(path)
    yield Held(before, _loaded(found), None)


def _try(folder: Path) -> None:
    """Open a store and look into it: in a process of its own, since this one is to fork, and RocksDB has threads."""
    next(iter(open_index(folder)), None)


def _loaded(file: Path) -> Store:
    store = Store()
    try:
        store.bulk_load(path=str(file), format=rdf_format(file))
    except (OSError, SyntaxError, ValueError) as error:
        read_quads(file)  # says what is wrong, and in which line
        raise GraphError(f"{file}: {error}") from error
    return store


@contextmanager
def _told() -> Iterator[None]:
    """What is wrong with a store or its files, as a GraphError."""
    try:
        yield
    except StoreError as error:
        raise GraphError(f"{error}; {error.way_out}" if error.way_out else str(error)) from error
    except (OSError, RuntimeError, OutOfTime, Crashed) as error:
        raise GraphError(f"it cannot be read: {error}") from error
