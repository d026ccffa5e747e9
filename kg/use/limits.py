"""Work that must end: done in a process of its own, which is stopped when its time is up.

Oxigraph can't be interrupted; a process can. Only what comes back is held in both.
"""

import multiprocessing
import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import TypeVar

Answer = TypeVar("Answer")


class OutOfTime(Exception):
    """The time was up before the answer was there; `seconds` is how long was allowed."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"no answer within {seconds:g} s")
        self.seconds = seconds


class Crashed(Exception):
    """The process ended without an answer: it ran out of memory, or into a fault of a library."""


def within(seconds: float, work: Callable[..., Answer], *arguments: object) -> Answer:
    """What `work` returns, or raises; both must be picklable. Raises OutOfTime, Crashed.

    Where the system can, the process is forked, so that nothing has to be imported again: to be called before threads
    are started.
    """
    receiver, sender = multiprocessing.Pipe(duplex=False)
    if sys.platform == "win32":
        process: BaseProcess = multiprocessing.Process(target=_work, args=(sender, work, arguments), daemon=True)
    else:
        process = multiprocessing.get_context("fork").Process(target=_work, args=(sender, work, arguments), daemon=True)
    process.start()
    sender.close()
    try:
        if not receiver.poll(seconds):
            raise OutOfTime(seconds)
        good, answer = receiver.recv()
    except EOFError:
        process.join()
        raise Crashed(f"the process ended with {_how(process.exitcode)}") from None
    finally:
        process.kill()
        process.join()
        receiver.close()
    if not good:
        raise answer
    found: Answer = answer
    return found


def _how(code: int | None) -> str:
    return signal.Signals(-code).name if code is not None and code < 0 else f"code {code}"


def _work(sender: Connection, work: Callable[..., object], arguments: tuple[object, ...]) -> None:
    try:
        sender.send((True, work(*arguments)))
    except Exception as error:  # whatever it is, the caller is to see it
        sender.send((False, error))
