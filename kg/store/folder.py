"""The folder of a store, and how its readers and its one writer keep out of each other's way.

    registry.db         who said what, and what that settled (SQLite): the record
    index/00000007/     the graph for queries (Oxigraph), as it stood after the seventh change; never written again
    CURRENT             the name of the folder under index/ that readers take
    decisions.tsv       decisions on identity, edited by people

A change writes a new folder, from links to the files of the one before, which never change. The commit of the registry
is the moment at which the change holds: a process that dies before it leaves a folder that nobody knows and the next
writer removes; one that dies between it and the renaming of CURRENT is made good by whoever opens the store next.
Readers lock the folder that they read; a writer leaves locked ones alone.
"""

import contextlib
import os
import re
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from pyoxigraph import Store

from kg.store.errors import BusyError, DamagedError, StoreError
from kg.store.files import write_atomic

if sys.platform != "win32":
    import fcntl

REGISTRY = "registry.db"
CURRENT = "CURRENT"
INDEX = "index"
_FIRST = 1
_IMMUTABLE = (".sst", ".blob")  # files that RocksDB writes once
_NOT_OURS = ("LOCK", "LOG")
_TRIES = 20
_GENERATION = re.compile("[0-9]{8}")


def is_store(path: Path) -> bool:
    """Whether a folder is a store, whole or damaged."""
    return (path / REGISTRY).exists() or bool(_generations(path))


def was_changed(path: Path) -> bool:
    """Whether a change of this store was ever carried through, as far as its folder tells."""
    first = path / INDEX / generation_name(_FIRST)  # of a writer that died, perhaps
    return (path / CURRENT).exists() or any(folder != first for folder in _generations(path))


def empty(path: Path) -> StoreError:
    """What is wrong with a store whose registry holds nothing."""
    if was_changed(path):
        return DamagedError(f"{path}: the registry is empty (存储已损坏)", "put a backup in its place")
    return StoreError(f"{path}: nothing was put into the store yet", f"kg build ARTICLE… --store {path}")


def generation_name(number: int) -> str:
    """The name of the folder under index/ that holds the graph after so many changes."""
    return f"{number:08d}"


def _generations(path: Path) -> list[Path]:
    """The folders under index/ that hold graphs; whatever else is there is not ours."""
    try:
        return [folder for folder in (path / INDEX).iterdir() if _GENERATION.fullmatch(folder.name)]
    except (FileNotFoundError, NotADirectoryError):
        return []


def current(path: Path) -> str:
    """The name of the folder under index/ that readers take; raises StoreError where there is none."""
    _make_good(path)
    try:
        name = (path / CURRENT).read_text(encoding="ascii").strip()
    except FileNotFoundError:
        if not was_changed(path):
            raise StoreError(f"{path}: nothing was put into the store yet", _FILL.format(path)) from None
        raise DamagedError(f"{path}: {CURRENT} is missing; the store is damaged (存储已损坏)", _REBUILD) from None
    except (OSError, UnicodeDecodeError) as error:
        raise DamagedError(f"{path / CURRENT} can't be read: {error}", _REBUILD) from error
    if not (name.isdigit() and (path / INDEX / name).is_dir()):
        raise DamagedError(f"{path}: there is no {INDEX}/{name}; the store is damaged (存储已损坏)", _REBUILD)
    return name


_FILL = "kg build ARTICLE… --store {}"
_REBUILD = "put a backup in its place, or build another: kg build ARTICLE… --store NEW"


@contextmanager
def snapshot(path: Path) -> Iterator[Store]:
    """The graph as it stands now, to be read: nothing changes it, and nobody removes it while it is in use.

    Raises StoreError.
    """
    with leased(path) as folder:
        try:
            yield open_index(folder)
        except RuntimeError as error:
            raise DamagedError(f"{folder}: the index can't be read: {error} (存储已损坏)", _REBUILD) from error


@contextmanager
def leased(path: Path) -> Iterator[Path]:
    """The folder of the graph as it stands now, kept from removal until the end of the context, or of the process."""
    if sys.platform == "win32":
        raise StoreError(
            f"{path}: a store needs locks on folders, which this system lacks", "use files: kg build -o OUT"
        )
    handle = -1
    for _ in range(_TRIES):
        folder = path / INDEX / current(path)
        try:
            handle = os.open(folder, os.O_RDONLY)
            fcntl.flock(handle, fcntl.LOCK_SH)
            if os.stat(folder).st_ino == os.fstat(handle).st_ino:
                break
        except FileNotFoundError:  # a writer removed it between the look and the lock: there is a newer one
            pass
        if handle >= 0:
            os.close(handle)
            handle = -1
    else:
        raise DamagedError(f"{path}: {CURRENT} names a folder that is not there (存储已损坏)", _REBUILD)
    try:
        yield folder
    finally:
        os.close(handle)


def open_index(folder: Path) -> Store:
    """The graph in a folder under index/, to be read; raises DamagedError."""
    try:
        return Store.read_only(str(folder))
    except (OSError, RuntimeError, ValueError) as error:  # RuntimeError: a file of RocksDB that is not what it was
        raise DamagedError(f"{folder}: the index can't be opened: {error}", _REBUILD) from error


def begin(path: Path, before: int) -> Path:
    """A folder for the graph after one more change, with what it held before; nobody reads it yet."""
    index = path / INDEX
    folder = index / generation_name(before + 1)
    if folder.exists():  # of a writer that died
        shutil.rmtree(folder)
    if before < _FIRST:
        folder.mkdir(parents=True)
        return folder
    old = index / generation_name(before)
    if not old.is_dir():
        raise DamagedError(f"{path}: there is no {INDEX}/{old.name}; the store is damaged (存储已损坏)", _REBUILD)
    link_index(old, folder)
    return folder


def link_index(old: Path, new: Path) -> None:
    """A second folder with the graph of the first, which nobody changes: the large files are links where that goes."""
    new.mkdir(parents=True)
    for file in old.iterdir():
        if file.suffix in _IMMUTABLE:
            _link(file, new / file.name)
        elif not file.name.startswith(_NOT_OURS):
            shutil.copy2(file, new / file.name)


def _link(source: Path, target: Path) -> None:
    """A hard link; a copy where the file system knows none."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def publish(path: Path, number: int) -> None:
    """Let readers take this one from now on, and remove those before it that nobody reads."""
    name = generation_name(number)
    write_atomic(path / CURRENT, f"{name}\n".encode())
    for folder in _generations(path):
        if folder.name < name:
            _remove_unread(folder)


def discard(folder: Path) -> None:
    """Remove a folder that was never published."""
    shutil.rmtree(folder, ignore_errors=True)


def _remove_unread(folder: Path) -> None:
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(folder)
        finally:
            os.close(handle)


def _make_good(path: Path) -> None:
    """Finish what a writer left undone that died between its commit and the renaming of CURRENT; mend a CURRENT that is
    damaged."""
    with contextlib.suppress(sqlite3.Error, OSError, StoreError), closing(connect(path, False, patience=0)) as database:
        database.execute("BEGIN")  # until it is closed nobody commits, so that CURRENT is not set back
        number = committed(database)
        name = generation_name(number)
        named = (path / CURRENT).read_bytes().strip() if (path / CURRENT).exists() else b""
        if number >= _FIRST and named != name.encode() and (path / INDEX / name).is_dir():
            write_atomic(path / CURRENT, f"{name}\n".encode())


def connect(path: Path, write: bool, patience: float = 10) -> sqlite3.Connection:
    """The registry, for which a reader waits so many seconds while a commit goes on; raises StoreError."""
    file = path / REGISTRY
    if not file.exists() and (not write or is_store(path)):
        raise DamagedError(f"{path}: {REGISTRY} is missing; the store is damaged (存储已损坏)", _REBUILD)
    try:
        # Readers too may have to undo what a writer that died in the midst of its commit left half done.
        uri = f"{file.resolve().as_uri()}?mode={'rwc' if write else 'rw'}"
        database = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=patience)
        if not write:
            database.execute("PRAGMA query_only = ON")
        return database
    except sqlite3.Error as error:
        raise StoreError(f"{file} can't be opened: {error}", "look at its permissions") from error


def committed(database: sqlite3.Connection) -> int:
    """How many changes the registry has committed."""
    row = database.execute("SELECT value FROM meta WHERE name = 'generation'").fetchone()
    return int(row[0]) if row else 0


@contextmanager
def writing(path: Path, database: sqlite3.Connection) -> Iterator[None]:
    """The one writer: raises BusyError where there is another. What is not committed at the end is undone."""
    database.execute("PRAGMA busy_timeout = 0")
    try:
        database.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise BusyError(
                f"{path}: another process is changing the store (另一进程正在写入)",
                "wait until it is done, then try again",
            ) from None
        raise
    database.execute("PRAGMA busy_timeout = 60000")  # the commit waits for readers, who are quick
    try:
        yield
    finally:
        if database.in_transaction:
            database.execute("ROLLBACK")
