"""A copy of a store, made while it is in use."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from kg.entities.decisions import FILE
from kg.store.errors import DamagedError, StoreError
from kg.store.folder import (
    CURRENT,
    INDEX,
    REGISTRY,
    committed,
    connect,
    current,
    empty,
    generation_name,
    is_store,
    link_index,
    writing,
)
from kg.store.registry import Registry


def backup(path: Path, target: Path) -> None:
    """A copy of a store as it stands, in a folder that is not there yet; it is a store too. Readers are not in the way,
    and changes wait. Raises StoreError."""
    if not is_store(path):
        raise StoreError(f"{path}: there is no store", "name the folder that kg build --store made")
    if target.exists():
        raise StoreError(f"{target} is there already", "name a new folder")
    aside = target.with_name(f".{target.name}.part")
    shutil.rmtree(aside, ignore_errors=True)
    database = connect(path, write=True)
    try:
        with writing(path, database):
            if not Registry(database, path).is_prepared():
                raise empty(path)
            name = current(path)
            if name != generation_name(committed(database)):
                raise DamagedError(
                    f"{path}: {CURRENT} names another state than {REGISTRY} (存储已损坏)",
                    f"look at it: kg verify {path}",
                )
            link_index(path / INDEX / name, aside / INDEX / name)
            with closing(connect(path, write=False)) as registry, closing(sqlite3.connect(aside / REGISTRY)) as copy:
                registry.backup(copy)
            for file in (CURRENT, FILE):
                if (path / file).exists():
                    shutil.copy2(path / file, aside / file)
        os.replace(aside, target)
    except (OSError, sqlite3.Error) as error:
        shutil.rmtree(aside, ignore_errors=True)
        raise StoreError(
            f"{target}: no copy was made: {error}", "look at its permissions and the room there"
        ) from error
    finally:
        database.close()
