"""A graph wherever it lies: in a file, in a folder that `kg build` made, in a store."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pyoxigraph import Quad, Store

from kg.rdf.read import GraphError, read_quads
from kg.store.folder import current, is_store, snapshot

GRAPH = "graph.nq"


def graph_at(path: Path) -> Path:
    """The graph that a path means: the file or store itself, or graph.nq in the folder that `kg build` made. Raises
    GraphError where there is none."""
    found = path / GRAPH if path.is_dir() else path
    if found.is_file():
        return found
    if is_store(path):
        return path
    raise GraphError(f"there is no {GRAPH} in {path}" if path.is_dir() else f"{path} is not there")


def version(path: Path) -> str:
    """What changes when the graph at a path does: the number of a store's last change, or what tells a file from the
    one before. Raises GraphError, kg.store.errors.StoreError."""
    found = graph_at(path)
    if is_store(found):
        return current(found)
    said = found.stat()
    return f"{said.st_dev}-{said.st_ino}-{said.st_size}-{said.st_mtime_ns}"


def read_graph(path: Path) -> list[Quad]:
    """All quads of a graph. Raises GraphError, kg.store.errors.StoreError."""
    found = graph_at(path)
    if not is_store(found):
        return read_quads(found)
    with snapshot(found) as store:
        return list(store)


@contextmanager
def opened(path: Path, infer: bool = False) -> Iterator[Store]:
    """A graph to be asked: a store as it stands now, a file in memory; with `infer`, what follows from the facts stands
    in the default graph as well, and all of it is in memory. Raises GraphError, kg.store.errors.StoreError."""
    found = graph_at(path)
    if is_store(found) and not infer:
        with snapshot(found) as store:
            yield store
        return
    yield in_memory(read_graph(found), infer)


def in_memory(quads: Iterable[Quad], infer: bool = False) -> Store:
    """A store of these quads; with `infer`, what follows from the facts stands in the default graph as well."""
    if infer:
        from kg.rdf.infer import with_inferred  # it brings half of kg along: slow to start with

        quads = with_inferred(quads)
    store = Store()
    store.bulk_extend(quads)
    return store
