"""Whether a store holds what its articles say, and nothing else: it is made anew from their texts, and compared.

What an audit can't find is a store that someone made of other articles, whole: for that, keep a copy of `digest`.
"""

import hashlib
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.entities.decisions import FILE
from kg.store.change import Change
from kg.store.embedded import background, decisions_of, recorded
from kg.store.errors import DamagedError
from kg.store.folder import REGISTRY, connect, current, generation_name, snapshot
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
SHOWN = 5


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
    """Look at all of a store. Raises kg.store.errors.StoreError where it can't be opened at all."""
    note = recorded(path)
    wrong: list[str] = []
    if current(path) != generation_name(int(note.get("generation", "0"))):
        wrong.append(f"CURRENT names {current(path)}, and the registry {note.get('generation')}")
    database = connect(path, write=False)
    try:
        registry = Registry(database, path)
        try:
            said = [row[0] for row in registry.rows("PRAGMA integrity_check(5)") if row[0] != "ok"]
            wrong += [f"{REGISTRY}: {line}" for line in said]
            wrong += _texts(registry)
        except sqlite3.Error as error:
            raise DamagedError(f"{path}: the registry can't be read: {error} (存储已损坏)") from error
        wrong += _index(path, note)
        remade = note.get("reader") == fingerprint() and not wrong
        if remade:
            wrong += _made_anew(path, registry, note, progress)
        articles = len(registry.numbers())
    finally:
        database.close()
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


def _index(path: Path, note: dict[str, str]) -> Iterator[str]:
    """Whether the index holds as many quads as it is to, and those."""
    try:
        with snapshot(path) as store:
            count, found = 0, digest(())
            for count, quad in enumerate(store, 1):  # noqa: B007 # the last one is how many there are
                found = (found + digest((quad,))) % (1 << 256)
    except (OSError, ValueError) as error:
        yield f"the index can't be read: {error}"
        return
    if count != int(note.get("statements", "0")):
        yield f"the index holds {count} statements, and is to hold {note.get('statements')}"
    elif f"{found:x}" != note.get("digest"):
        yield "the index holds other statements than were written to it"


def _made_anew(path: Path, registry: Registry, note: dict[str, str], progress: Callable[[str], None]) -> Iterator[str]:
    """What is other in a store that is made of the same texts."""
    with tempfile.TemporaryDirectory(prefix="kg-audit-") as folder:
        other = Path(folder)
        database = connect(other, write=True)
        try:
            database.execute("BEGIN")
            fresh = Registry(database, other)
            fresh.prepare(base=note["base"], reader=fingerprint())
            for source in registry.sources():
                fresh.put_source(source)
            index = Index(other / "index", background(note["base"]))
            change = Change(fresh, index, note["base"], decisions_of(path))
            change.apply((), [registry.article(number) for number in registry.numbers()], progress)
            change.decide()
            if f"{index.digest:x}" != note["digest"]:
                yield f"the graph of these articles is another (their {FILE} among them)"
            index.let_go()
            yield from _differences(registry, fresh)
        finally:
            database.close()


def _differences(registry: Registry, fresh: Registry) -> Iterator[str]:
    queries = {
        table: f"SELECT {columns} FROM {table} t LEFT JOIN article a ON a.number = t.article"
        for table, columns in _TABLES.items()
    }
    queries |= {table: f"SELECT * FROM {table}" for table in _TABLES_OF_NO_ARTICLE}
    queries["total"] = f"SELECT {_TOTALS} FROM total"
    for table, query in queries.items():
        if table == "named":  # of persons it notes how they were looked at last, which hangs on the way
            query += " WHERE kind <> 'Person'"
        here, there = sorted(registry.rows(query)), sorted(fresh.rows(query))
        if here != there:
            odd = [row for row in here if row not in set(there)] or [row for row in there if row not in set(here)]
            yield f"{REGISTRY}: {table} is not what the articles make it: {odd[:1]}"
