"""How the articles of a store are named: by the paths that they were read from, and by what people call them."""

import difflib
import os
from collections.abc import Sequence
from pathlib import Path

from kg.entities.iri import document_iri
from kg.model import Article
from kg.reading.source import STDIN
from kg.store.errors import StoreError
from kg.store.registry import Source

_STDIN_PATH = "-"
_SHORTEST = 8  # digits of a hash that may stand for an article


def source_of(store: Path, file: Path, article: Article) -> Source:
    """Where an article came from. What tells it from all others is its path, of standard input the text itself."""
    path = f"{_STDIN_PATH}{article.sha256}" if file == STDIN else _seen_from(store, file)
    return Source(path, article.source, article.id, article.sha256)


def meant(store: Path, name: str, known: Sequence[Source], base: str) -> Source:
    """The source that a word means: a path, a file name, an id, the start of a hash, or an IRI. Raises StoreError
    where it means none, or several."""
    here = _seen_from(store, Path(name))
    found = [s for s in known if s.path == here] or [s for s in known if name in (s.name, s.id)]
    # As ids and paths are told where a name has several bearers.
    found = found or [s for s in known if name in (s.path, f"{s.id}-{s.sha256[:6]}")]
    if not found and len(name) >= _SHORTEST:
        iri = name.partition("#")[0]
        found = [s for s in known if s.sha256.startswith(name) or document_iri(base, s.sha256) == iri]
    if not found:
        near = difflib.get_close_matches(name, sorted({s.name for s in known}), n=1, cutoff=0.5)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise StoreError(f"{store} has no article {name}{hint}", f"those that it has: kg remove --list --store {store}")
    if len(found) > 1:
        names = ", ".join(s.path if not s.path.startswith(_STDIN_PATH) else s.sha256[:12] for s in found)
        raise StoreError(f"{store} has several articles called {name}", f"write one of: {names}")
    return found[0]


def _seen_from(store: Path, file: Path) -> str:
    """The path of a file as seen from the store; bytes that are no characters are escaped."""
    try:
        way = Path(os.path.relpath(file.resolve(), store.resolve())).as_posix()
    except ValueError:  # on another drive
        way = file.resolve().as_posix()
    return way.encode("utf-8", "backslashreplace").decode("utf-8")
