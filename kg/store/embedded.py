"""A store on disk that takes changes: articles come, become others and go, and the graph is that of those there.

    add(path, inputs)  remove(path, articles)  →  Report        one change, all of it or nothing
    quads(path)  sources(path)  articles(path)                  what it holds

What a store holds hangs on the set of its articles (with their file names), its base and its decisions, never on the
way that led there: its graph is the one that `kg build` makes of them.
"""

import errno
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from kg.entities.decisions import FILE, Decision, read_decisions
from kg.entities.iri import BASE, check_base
from kg.model import Article
from kg.rdf.serialize import BACKGROUND
from kg.reading.article import read_articles
from kg.reading.errors import InputError
from kg.store.change import Change
from kg.store.errors import BusyError, DamagedError, StoreError
from kg.store.files import WriteError, write_atomic
from kg.store.folder import (
    begin,
    committed,
    connect,
    discard,
    empty,
    is_store,
    publish,
    snapshot,
    was_changed,
    writing,
)
from kg.store.index import Index
from kg.store.reader import fingerprint
from kg.store.registry import Registry, Source
from kg.store.source import meant, source_of

Progress = Callable[[str], None]


@dataclass
class Report:
    """What a change did, by file names: articles that are new, whose text is another, that are as they were, that went;
    `doubles` have the text of another article, `skipped` are inputs that can't be read, `waiting` decisions on what no
    article names."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    doubles: list[str] = field(default_factory=list)
    skipped: list[InputError] = field(default_factory=list)
    waiting: list[Decision] = field(default_factory=list)
    reread: int = 0  # articles read again since another version of kg read them before
    articles: int = 0  # in the store afterwards
    statements: int = 0  # quads in the store afterwards
    generation: int = 0


def add(
    path: Path,
    inputs: Sequence[str | Path],
    *,
    encoding: str | None = None,
    base: str | None = None,
    decisions: Path | None = None,
    progress: Progress = lambda name: None,
) -> Report:
    """Add the articles in files and folders (`-` is standard input), in place of what was read from the same files.

    Makes the store where there is none. Without inputs, decisions that were edited are carried out. Raises InputError
    where no input can be read, StoreError, kg.entities.decisions.DecisionError, ValueError for a base that is none;
    then nothing has changed.
    """
    check_base(base or BASE)
    found, skipped = read_articles(inputs, encoding, progress) if inputs else ([], [])
    report = Report(skipped=skipped)
    read: dict[str, tuple[Source, Article]] = {}
    for file, article in found:
        source = source_of(path, file, article)
        read[source.path] = source, article
    if not inputs and not is_store(path):
        raise StoreError(f"{path}: there is no store", f"make one: kg build ARTICLE… --store {path}")
    with _changing(path, base, decisions, report) as change:
        _read_again(change, report, progress)
        _put(change, list(read.values()), report, progress)
    return report


def remove(path: Path, articles: Sequence[str], progress: Progress = lambda name: None) -> Report:
    """Remove articles, each named by its path, file name, id, hash or IRI. Raises StoreError where one is not there, or
    several are meant; then nothing has changed."""
    if not is_store(path):
        raise StoreError(f"{path}: there is no store", "name the folder that kg build --store made")
    report = Report()
    with _changing(path, None, None, report) as change:
        _read_again(change, report, progress)
        registry = change.registry
        known = registry.sources()
        gone = dict.fromkeys(meant(path, name, known, change.base) for name in articles)
        for source in gone:
            registry.drop_source(source.path)
            report.removed.append(source.name)
        _settle(change, {source.sha256 for source in gone}, {}, progress)
    return report


@contextmanager
def quads(path: Path) -> Iterator[Iterator[Quad]]:
    """The graph as it stands now, in no order. Raises StoreError."""
    with snapshot(path) as store:
        yield iter(store)


def sources(path: Path) -> list[Source]:
    """Where the articles of a store came from, by path. Raises StoreError."""
    with _reading(path) as registry:
        return registry.sources()


def articles(path: Path) -> list[Article]:
    """The articles of a store, by id, with the texts that it keeps. Raises StoreError."""
    with _reading(path) as registry:
        return sorted((registry.article(number) for number in registry.numbers()), key=lambda a: (a.id, a.sha256))


def base_of(path: Path) -> str:
    """What the IRIs of a store begin with. Raises StoreError."""
    with _reading(path) as registry:
        return registry.get("base")


def recorded(path: Path) -> dict[str, str]:
    """What the registry notes of the store as a whole: format, base, reader, generation, digest, statements."""
    with _reading(path) as registry:
        return {str(name): str(value) for name, value in registry.rows("SELECT name, value FROM meta")}


@contextmanager
def _reading(path: Path) -> Iterator[Registry]:
    if not is_store(path):
        raise StoreError(f"{path}: there is no store", "name the folder that kg build --store made")
    database = connect(path, write=False)
    try:
        registry = Registry(database, path)
        database.execute("BEGIN")  # one state, whatever is committed between two looks
        if not registry.is_prepared():
            raise empty(path)
        yield registry
    except sqlite3.Error as error:
        if "locked" in str(error):
            raise BusyError(f"{path}: a change is being written (另一进程正在写入)", "try again") from error
        raise DamagedError(
            f"{path}: the registry can't be read: {error} (存储已损坏)", "put a backup in its place"
        ) from error
    finally:
        database.close()


@contextmanager
def _changing(path: Path, base: str | None, decisions: Path | None, report: Report) -> Iterator[Change]:
    """A change of the store: carried through to its end if the context ends well, and none at all otherwise."""
    if path.exists() and not path.is_dir():
        raise StoreError(f"{path} is a file, and a store is a folder", "name another folder")
    if path.is_dir() and not is_store(path) and any(path.iterdir()):
        raise StoreError(f"{path} is a folder with other things in it, and no store", "name a new folder")
    try:
        path.mkdir(parents=True, exist_ok=True)
        with closing(connect(path, write=True)) as database, writing(path, database):
            registry = Registry(database, path)
            fresh = not registry.is_prepared()
            if fresh and was_changed(path):
                raise empty(path)
            registry.prepare(base=base or BASE, reader=fingerprint(), digest="0", statements="0")
            if base and base != registry.get("base"):
                what = f"{path} has the base {registry.get('base')}, not {base}"
                raise StoreError(what, "leave --base away, or build another store")
            known, new = _decisions(path, decisions)
            before = committed(database)
            folder = begin(path, before)
            ours = True  # to be removed again
            index: Index | None = None
            try:
                graphs = background(registry.get("base"))
                index = Index(folder, graphs, int(registry.get("digest"), 16), int(registry.get("statements")))
                changes = database.total_changes
                change = Change(registry, index, registry.get("base"), known)
                yield change
                change.decide()
                index.close()
                if fresh or database.total_changes > changes or new is not None:
                    with _kept(path, new):
                        _commit(registry, index, before + 1)
                    ours = False
                    _publish(path, before + 1)
                report.waiting = change.waiting
                report.articles = len(registry.numbers())
                report.statements = index.count
                report.generation = committed(database)
            finally:  # while nobody else may write: the next one makes a folder of the same name
                if index is not None:
                    index.let_go()
                if ours:
                    discard(folder)
    except (OSError, RuntimeError, sqlite3.Error) as error:  # RuntimeError: a file of RocksDB that is not what it was
        raise _no_change(path, error) from error


def _commit(registry: Registry, index: Index, generation: int) -> None:
    """The moment from which the change holds."""
    registry.set("digest", f"{index.digest:x}")
    registry.set("statements", str(index.count))
    registry.set("generation", str(generation))
    registry.database.execute("COMMIT")


def _publish(path: Path, generation: int) -> None:
    try:
        publish(path, generation)
    except WriteError as error:
        way_out = "make room, then run any kg command on the store: it takes the change from there"
        raise StoreError(f"{path}: the change is kept, but readers do not see it yet: {error}", way_out) from error


def _no_change(path: Path, error: Exception) -> StoreError:
    full = getattr(error, "errno", None) == errno.ENOSPC or "full" in str(error) or "No space" in str(error)
    way_out = "make room, then try again" if full else "the store is as it was before"
    if "locked" in str(error):
        way_out = "somebody reads its registry, and took long: try again"
    return StoreError(f"{path}: nothing was changed: {error}", way_out)


def _decisions(path: Path, given: Path | None) -> tuple[tuple[Decision, ...], bytes | None]:
    """The decisions that the store keeps, or is to keep from now on: those of `given`, with what is in that file."""
    if given is None:
        return decisions_of(path), None
    found, content, kept = read_decisions(given), given.read_bytes(), path / FILE
    if not kept.exists():
        return found, content
    if kept.read_bytes() != content:
        raise StoreError(f"{path} has decisions of its own", f"edit {kept}, and leave --decisions away")
    return found, None


@contextmanager
def _kept(path: Path, decisions: bytes | None) -> Iterator[None]:
    """New decisions stand in the store if the context ends well, and not otherwise."""
    if decisions is None:
        yield
        return
    write_atomic(path / FILE, decisions)
    try:
        yield
    except BaseException:
        (path / FILE).unlink()
        raise


def decisions_of(path: Path) -> tuple[Decision, ...]:
    """The decisions that a store keeps; raises kg.entities.decisions.DecisionError for a line that can't be read."""
    return read_decisions(path / FILE) if (path / FILE).exists() else ()


def background(base: str) -> list[NamedNode]:
    """The graphs that hold what no article says."""
    return [NamedNode(base + graph) for graph in BACKGROUND]


def _read_again(change: Change, report: Report, progress: Progress) -> None:
    """Read all articles again where another version of kg read them: what it made of them may be another."""
    registry = change.registry
    if registry.get("reader") == fingerprint():
        return
    texts = [registry.article(number) for number in registry.numbers()]
    registry.clear()
    change.index.clear()
    registry.set("reader", fingerprint())
    change.apply((), texts, progress)
    report.reread = len(texts)


def _put(change: Change, read: Sequence[tuple[Source, Article]], report: Report, progress: Progress) -> None:
    """Let the store hold these articles, each under its source."""
    registry = change.registry
    touched: set[str] = set()
    for source, article in read:
        old = registry.source(source.path)
        if old == source:
            report.unchanged.append(source.name)
            continue
        if registry.source_name(article.sha256) is not None and (old is None or old.sha256 != article.sha256):
            report.doubles.append(source.name)
        else:
            (report.added if old is None else report.changed).append(source.name)
        registry.put_source(source)
        touched.update({article.sha256, *([old.sha256] if old else [])})
    _settle(change, touched, {article.sha256: article for _, article in read}, progress)


def _settle(change: Change, touched: set[str], texts: Mapping[str, Article], progress: Progress) -> None:
    """Bring the articles with these hashes to what their sources are now."""
    registry = change.registry
    gone: list[int] = []
    new: list[Article] = []
    for sha256 in sorted(touched):
        name, number = registry.source_name(sha256), registry.number(sha256)
        if name is None and number is not None:
            gone.append(number)
        elif name is not None and number is None:
            new.append(replace(texts[sha256], source=name))
        elif name is not None and number is not None and registry.article(number).source != name:
            change.rename(number, name)
    change.apply(gone, new, progress)
