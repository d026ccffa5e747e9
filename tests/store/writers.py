"""Processes that change a store, from a server that has opened none: the threads of RocksDB do not outlive a fork."""

import multiprocessing
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from kg.store.embedded import add, remove

_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["tests.store.writers"])


def come_and_go(store: Path, article: Path) -> None:
    """Change the store to and fro, without end."""
    while True:
        add(store, [article])
        remove(store, [str(article)])


def started(store: Path, article: Path) -> ForkServerProcess:
    """A process that does so."""
    process = _CONTEXT.Process(target=come_and_go, args=(store, article), daemon=True)
    process.start()
    return process
