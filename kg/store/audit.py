"""Whether a store holds what its articles say, and nothing else: it is made anew from their texts, and compared.

What an audit can't find is a store that someone made of other articles, whole: for that, keep a copy of `digest`.
"""

import hashlib
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from kg.entities.decisions import FILE, DecisionError
from kg.reading.source import STDIN
from kg.store.change import Change
from kg.store.embedded import background, decisions_of, recorded
from kg.store.errors import DamagedError, StoreError
from kg.store.folder import REGISTRY, committed, connect, generation_name, leased, open_index
from kg.store.index import Index, digest
from kg.store.reader import fingerprint
from kg.store.registry import Registry

_TABLES = {
    "sighting": "a.sha256, t.kind, t.name, t.own, t.block, t.record, t.traits, t.settled, t.key",
    "beside": "a.sha256, t.own, t.other",
    "part": "a.sha256, t.family, t.key, t.value",
}
_TABLES_OF_NO_ARTICLE = ("named", "link", "label")
_TOTALS = (
    "family, CASE family WHEN 'year' THEN '' ELSE key END, value"  # the key of a year holds a number of an article
)
_TRIES = 20


@dataclass(frozen=True, slots=True)
class Audit:
    """`articles` and `statements` in the store, its `digest` (of the graph, 64 hexadecimal digits), what is wrong;
    `remade` is whether it could be compared with one made anew: another version of kg reads articles otherwise."""

    articles: int
    statements: int
    digest: str
    wrong: tuple[str, ...]
    remade: bool

    @property
    def good(self) -> bool:
        """Whether nothing is wrong."""
        return not self.wrong


def audit(path: Path, progress: Callable[[str], None] = lambda name: None) -> Audit:
    """Look at all of a store, as it stands now: it may be changed meanwhile. Raises kg.store.errors.StoreError where it
    can't be opened at all, or there is no room for a copy of its registry and one made anew."""
    with tempfile.TemporaryDirectory(prefix="kg-audit-") as aside:
        try:
            with _as_it_stands(path, Path(aside)) as (database, index):
                return _audited(path, Registry(database, path), index, Path(aside), progress)
        except sqlite3.Error as error:
            if "full" in str(error):
                raise StoreError(f"{path}: not verified: {error}", _ROOM) from error
            raise DamagedError(f"{path}: the registry can't be read: {error} (存储已损坏)", _BACKUP) from error
        except OSError as error:
            raise StoreError(f"{path}: not verified: {error}", _ROOM) from error


_ROOM = f"make room in {tempfile.gettempdir()}, or name another folder in TMPDIR"
_BACKUP = "put a backup in its place, or build another store"


@contextmanager
def _as_it_stands(path: Path, aside: Path) -> Iterator[tuple[sqlite3.Connection, Path]]:
    """A copy of the registry, and the index of the same state, which is kept as long as it is looked at."""
    recorded(path)  # says what is wrong with a registry that can't be read at all
    with closing(sqlite3.connect(aside / REGISTRY, isolation_level=None)) as copy:
        for again in reversed(range(_TRIES)):
            with leased(path) as index:
                with closing(connect(path, write=False)) as database:
                    database.backup(copy)
                # A writer may have committed since the index was looked up; if it stays so, that is told.
                if generation_name(committed(copy)) == index.name or not again:
                    yield copy, index
                    return


def _audited(path: Path, registry: Registry, index: Path, aside: Path, progress: Callable[[str], None]) -> Audit:
    note = {str(name): str(value) for name, value in registry.rows("SELECT name, value FROM meta")}
    wrong: list[str] = []
    if index.name != generation_name(int(note.get("generation", "0"))):
        wrong.append(f"CURRENT names {index.name}, and the registry {note.get('generation')}")
    said = [row[0] for row in registry.rows("PRAGMA integrity_check(5)") if row[0] != "ok"]
    wrong += [f"{REGISTRY}: {line}" for line in said]
    wrong += _texts(registry)
    wrong += _index(index, note)
    remade = note.get("reader") == fingerprint() and not wrong
    if remade:
        wrong += _made_anew(path, registry, note, aside / "anew", progress)
    articles = len(registry.numbers())
    return Audit(articles, int(note.get("statements", "0")), note.get("digest", "").zfill(64), tuple(wrong), remade)


def _texts(registry: Registry) -> Iterator[str]:
    """Whether each text has its hash and a source."""
    names: dict[str, str | None] = {}
    for number in registry.numbers():
        article = registry.article(number)
        names[article.sha256] = article.source
        if hashlib.sha256(article.text.encode()).hexdigest() != article.sha256:
            yield f"the text of {article.source} is not the one that was read"
        if registry.source_name(article.sha256) != article.source:
            yield f"{article.source} comes from no file that the registry knows"
    for source in registry.sources():
        if source.sha256 not in names:
            yield f"the text of {source.name} is missing"
        if source.id != (Path(source.name).stem if source.name != str(STDIN) else "stdin"):
            yield f"{source.name} has the id of another file: {source.id}"


def _index(folder: Path, note: dict[str, str]) -> Iterator[str]:
    """Whether the index holds as many quads as it is to, and those."""
    try:
        store = open_index(folder)
        count, found = len(store), digest(store)
    except (OSError, RuntimeError, ValueError) as error:
        yield f"the index can't be read: {error}"
        return
    if count != int(note.get("statements", "0")):
        yield f"the index holds {count} statements, and is to hold {note.get('statements')}"
    elif f"{found:x}" != note.get("digest"):
        yield "the index holds other statements than were written to it"


def _made_anew(
    path: Path, registry: Registry, note: dict[str, str], other: Path, progress: Callable[[str], None]
) -> Iterator[str]:
    """What is other in a store that is made of the same texts, in the folder `other`."""
    other.mkdir()
    with closing(connect(other, write=True)) as database:
        database.execute("BEGIN")
        fresh = Registry(database, other)
        fresh.prepare(base=note["base"], reader=fingerprint())
        for source in registry.sources():
            fresh.put_source(source)
        index = Index(other / "index", background(note["base"]))
        try:
            change = Change(fresh, index, note["base"], decisions_of(path))
            change.apply((), [registry.article(number) for number in registry.numbers()], progress)
            change.decide()
        except DecisionError as error:
            yield f"its decisions can't be carried out: {error}"
            return
        finally:
            index.let_go()
        if f"{index.digest:x}" != note["digest"]:
            yield f"the graph of these articles is another (their {FILE} among them)"
        yield from _differences(registry, fresh)


def _differences(registry: Registry, fresh: Registry) -> Iterator[str]:
    queries = {
        table: f"SELECT {columns} FROM {table} t LEFT JOIN article a ON a.number = t.article"
        for table, columns in _TABLES.items()
    }
    queries |= {table: f"SELECT * FROM {table}" for table in _TABLES_OF_NO_ARTICLE}
    queries["total"] = f"SELECT {_TOTALS} FROM total"
    for table, query in queries.items():
        here, there = sorted(registry.rows(query)), sorted(fresh.rows(query))
        if here != there:
            odd = [row for row in here if row not in set(there)] or [row for row in there if row not in set(here)]
            yield f"{REGISTRY}: {table} is not what the articles make it: {odd[:1]}"
