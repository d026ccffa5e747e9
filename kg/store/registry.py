"""The registry of a store, in SQLite: its articles, what each says of whom, and what all of that settled.

    source      where an article came from: a path, and the name that the graph gives the article
    article     its text, by number
    sighting    an entity that an article names: its keys, and the record on which identity works
    named, link, beside     what identity knows of bodies and programmes by key
    part        what an article adds to a sum: a name, a day on which a post was held …
    total       the sum: the label of an entity, the period of a tenure …

Keys and records are those of kg.entities; IRIs stand without the base of the store.
"""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.model import Article
from kg.store.errors import DamagedError
from kg.store.folder import REGISTRY

FORMAT = "1"

_SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE source (path TEXT PRIMARY KEY, name TEXT NOT NULL, id TEXT NOT NULL, sha256 TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX source_sha256 ON source (sha256);
CREATE INDEX source_name ON source (name);
CREATE INDEX source_id ON source (id);
CREATE TABLE article (
    number INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, source TEXT NOT NULL, text BLOB NOT NULL
);
CREATE TABLE sighting (
    article INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, own TEXT NOT NULL, block TEXT NOT NULL,
    record TEXT NOT NULL, traits TEXT NOT NULL, settled TEXT NOT NULL, key TEXT NOT NULL,
    PRIMARY KEY (article, kind, name)
) WITHOUT ROWID;
CREATE INDEX sighting_block ON sighting (kind, block, traits);
CREATE INDEX sighting_new ON sighting (kind, block) WHERE settled = '';
CREATE INDEX sighting_settled ON sighting (kind, settled);
CREATE INDEX sighting_decided ON sighting (article) WHERE key <> settled;
CREATE INDEX sighting_key ON sighting (kind, key);
CREATE INDEX sighting_name ON sighting (kind, name);
CREATE TABLE named (kind TEXT, own TEXT, settled TEXT NOT NULL, PRIMARY KEY (kind, own)) WITHOUT ROWID;
CREATE TABLE link (kind TEXT, own TEXT, other TEXT, PRIMARY KEY (kind, own, other)) WITHOUT ROWID;
CREATE INDEX link_other ON link (kind, other);
CREATE TABLE beside (own TEXT, other TEXT, article INTEGER, PRIMARY KEY (own, other, article)) WITHOUT ROWID;
CREATE INDEX beside_article ON beside (article);
CREATE TABLE label (
    kind TEXT, key TEXT, origin TEXT, text TEXT NOT NULL, PRIMARY KEY (kind, key, origin)
) WITHOUT ROWID;
CREATE TABLE part (
    family TEXT, key TEXT, value TEXT, article INTEGER, PRIMARY KEY (family, key, value, article)
) WITHOUT ROWID;
CREATE INDEX part_article ON part (article);
CREATE TABLE total (family TEXT, key TEXT, value TEXT NOT NULL, PRIMARY KEY (family, key)) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """Where an article came from: its path as seen from the store, the file's name, its id, the hash of its text."""

    path: str
    name: str
    id: str
    sha256: str


class Registry:
    """The tables, by their columns. Who changes them holds the writer's transaction (kg.store.folder.writing)."""

    def __init__(self, database: sqlite3.Connection, path: Path) -> None:
        self.database = database
        self.path = path
        database.execute("PRAGMA cache_size = -200000")
        database.execute("PRAGMA cache_spill = OFF")  # readers of the old state are not shut out before the commit

    def prepare(self, **meta: str) -> None:
        """Make the tables of a new store; of another format, raises DamagedError."""
        if not self.is_prepared():
            for statement in _SCHEMA.split(";"):
                self.database.execute(statement)
            for name, value in {"format": FORMAT, **meta}.items():
                self.set(name, value)

    def is_prepared(self) -> bool:
        """Whether the tables are there; raises DamagedError for a file that is no registry of this format."""
        try:
            tables = {name for (name,) in self.database.execute("SELECT name FROM sqlite_master")}
            if not tables:
                return False
            if "meta" not in tables:
                raise DamagedError(f"{self.path}: {REGISTRY} holds something else than a registry", _BACKUP)
            found = self.get("format")
        except sqlite3.DatabaseError as error:
            raise DamagedError(f"{self.path}: the registry can't be read: {error} (存储已损坏)", _BACKUP) from error
        if found != FORMAT:
            way_out = "use the version of kg that made it, or build another store"
            raise DamagedError(f"{self.path}: a store of format {found or '?'}, and this kg knows {FORMAT}", way_out)
        return True

    def get(self, name: str) -> str:
        """A note on the store as a whole; "" where there is none."""
        row = self.database.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def set(self, name: str, value: str) -> None:
        """Note it."""
        self.database.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def rows(self, query: str, *values: object) -> list[tuple[str, ...]]:
        """All rows of a query."""
        return self.database.execute(query, values).fetchall()

    def one(self, query: str, *values: object) -> tuple[str, ...] | None:
        """The first row of a query."""
        row: tuple[str, ...] | None = self.database.execute(query, values).fetchone()
        return row

    def value(self, query: str, *values: object) -> str | None:
        """The first column of the first row; None without one."""
        row = self.one(query, *values)
        return row[0] if row else None

    def run(self, query: str, rows: Iterable[Sequence[object]]) -> None:
        """Change something, once a row."""
        self.database.executemany(query, rows)

    def clear(self) -> None:
        """Forget all but the sources and the notes."""
        for table in ("article", "sighting", "named", "link", "beside", "label", "part", "total"):
            self.database.execute(f"DELETE FROM {table}")

    # Sources and articles.

    def sources(self) -> list[Source]:
        """All of them, by path."""
        return [Source(*row) for row in self.rows("SELECT path, name, id, sha256 FROM source ORDER BY path")]

    def source(self, path: str) -> Source | None:
        """The one with this path."""
        row = self.one("SELECT path, name, id, sha256 FROM source WHERE path = ?", path)
        return Source(*row) if row else None

    def put_source(self, source: Source) -> None:
        """Add or replace it."""
        self.run(
            "INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?)", [(source.path, source.name, source.id, source.sha256)]
        )

    def drop_source(self, path: str) -> None:
        """Forget it."""
        self.run("DELETE FROM source WHERE path = ?", [(path,)])

    def source_name(self, sha256: str) -> str | None:
        """The name that the graph gives the article with this text: that of its first source; None without one."""
        first = self._first_source(sha256)
        return first.name if first else None

    def _first_source(self, sha256: str) -> Source | None:
        query = "SELECT path, name, id, sha256 FROM source WHERE sha256 = ? ORDER BY id, name LIMIT 1"
        row = self.one(query, sha256)
        return Source(*row) if row else None

    def number(self, sha256: str) -> int | None:
        """The number of the article with this text."""
        number = self.value("SELECT number FROM article WHERE sha256 = ?", sha256)
        return None if number is None else int(number)

    def numbers(self) -> list[int]:
        """Those of all articles."""
        return [int(number) for (number,) in self.rows("SELECT number FROM article ORDER BY sha256")]

    def put_article(self, article: Article) -> int:
        """Add an article; its number."""
        text = zlib.compress(article.text.encode("utf-8"), 6)
        cursor = self.database.execute(
            "INSERT INTO article (sha256, source, text) VALUES (?, ?, ?)", (article.sha256, article.source, text)
        )
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def rename_article(self, number: int, source: str) -> None:
        """Give an article another file name."""
        self.run("UPDATE article SET source = ? WHERE number = ?", [(source, number)])

    def drop_article(self, number: int) -> None:
        """Forget an article, and no more than that."""
        self.run("DELETE FROM article WHERE number = ?", [(number,)])

    def article_id(self, sha256: str, source: str) -> str:
        """The id of an article: its file name without ending, with the start of the hash where others have that too."""
        own = self._first_source(sha256)
        name = own.id if own else Path(source).stem or source
        others = self.rows("SELECT DISTINCT sha256 FROM source WHERE id = ? AND sha256 <> ?", name, sha256)
        firsts = (self._first_source(other) for (other,) in others)
        return f"{name}-{sha256[:6]}" if any(first and first.id == name for first in firsts) else name

    def article(self, number: int) -> Article:
        """An article by its number; raises DamagedError."""
        row = self.one("SELECT sha256, source, text FROM article WHERE number = ?", number)
        if row is None:
            raise DamagedError(f"{self.path}: the registry has no article {number} (存储已损坏)", _BACKUP)
        sha256, source, text = row
        try:
            decoded = zlib.decompress(text).decode("utf-8")  # type: ignore[arg-type] # a BLOB is bytes
        except (zlib.error, UnicodeDecodeError, TypeError) as error:
            raise DamagedError(f"{self.path}: the text of {source} can't be read (存储已损坏)", _BACKUP) from error
        return Article(self.article_id(sha256, source), source, decoded, sha256)


_BACKUP = "put a backup in its place, or build another: kg build ARTICLE… --store NEW"


def dumps(record: object) -> str:
    """A record as JSON: the same text for the same record."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))
