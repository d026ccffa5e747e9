"""Which graph is served: what tells one state of it from the next, and how it is opened."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pyoxigraph import Store

from kg.rdf.read import GraphError, rdf_format, read_quads

GRAPH = "graph.nq"  # in a folder that `kg build` made


def graph_file(path: Path) -> Path:
    """The file that holds the graph: `path` itself, or graph.nq in a folder. Raises GraphError where there is none."""
    file = path / GRAPH if path.is_dir() else path
    if not file.is_file():
        raise GraphError(f"{path}: there is no {GRAPH} in this folder" if path.is_dir() else f"{path}: no such file")
    rdf_format(file)
    return file


def version(path: Path) -> str:
    """Another text whenever the graph at `path` has changed. Raises GraphError where no graph is there."""
    file = graph_file(path)
    try:
        stat = file.stat()
    except OSError as error:
        raise GraphError(f"{file}: cannot be read: {error.strerror}") from error
    return f"{stat.st_dev:x}-{stat.st_ino:x}-{stat.st_size:x}-{stat.st_mtime_ns:x}"


def in_memory(path: Path) -> bool:
    """Whether the graph is loaded once and inherited by the workers, or opened by each of them."""
    return graph_file(path) is not None


@contextmanager
def opened(path: Path) -> Iterator[Store]:
    """The graph at `path`, to be read while the context lasts. Raises GraphError for one that can't be read."""
    file = graph_file(path)
    store = Store()
    try:
        store.bulk_load(path=str(file), format=rdf_format(file))
    except (OSError, SyntaxError, ValueError) as error:
        read_quads(file)  # says what is wrong, and in which line
        raise GraphError(f"{file}: {error}") from error
    yield store
