"""Processes that change a store, from a server that has opened none: the threads of RocksDB do not outlive a fork."""

import multiprocessing
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from kg.store.embedded import add, remove

_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["tests.store.writers", "tests.store.warm"])


def come_and_go(store: Path, article: Path, ready: Connection) -> None:
    """Change the store to and fro, without end."""
    ready.send(True)
    while True:
        add(store, [article])
        remove(store, [str(article)])


def started(store: Path, article: Path) -> ForkServerProcess:
    """A process that is about to."""
    receiver, sender = _CONTEXT.Pipe(duplex=False)
    process = _CONTEXT.Process(target=come_and_go, args=(store, article, sender), daemon=True)
    process.start()
    sender.close()
    with receiver:
        receiver.recv()
    return process
