"""The process that holds the graph and forks workers; it has one thread, so that forking it is safe.

It is started as `python -m kg.serve.zygote FD SETTINGS` with one end of a socket pair, and ends with the other.
What comes over it, a line each: `fork ID` with a socket for the new worker, `kill ID`, `slow ID` (a lower priority).
What goes back: `ready {…}` or `failed {…}` once; `born ID PID` and `dead ID STATUS` for each worker.
"""

import ctypes
import gc
import json
import os
import select
import signal
import socket
import sys
from collections import deque
from contextlib import ExitStack, suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from kg.rdf.read import GraphError
from kg.serve import worker
from kg.serve.graph import Held, held

PR_SET_PDEATHSIG, PR_SET_NO_NEW_PRIVS = 1, 38
CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000
SLOW = 15  # the priority (nice) of queries that take long


def main() -> int:
    """Hold the graph until the socket closes; exit code 1 where it can't be read."""
    control = socket.socket(fileno=int(sys.argv[1]))
    settings = json.loads(sys.argv[2])
    parent_gone_kills()
    isolated = without_network()
    path = Path(settings["path"])
    jobs = [_named(name) for name in settings["jobs"]]
    with ExitStack() as stack:
        try:
            graph = stack.enter_context(held(path))
        except GraphError as error:
            _say(control, "failed", {"message": str(error)})
            return 1
        gc.collect()
        gc.freeze()  # the collector would write to pages that all workers share
        _say(control, "ready", {"version": graph.version, "isolated": isolated})
        _Zygote(control, graph, jobs, settings).run()
    return 0


class _Zygote:
    def __init__(self, control: socket.socket, graph: Held, jobs: list[Any], settings: dict[str, Any]) -> None:
        self.control, self.graph, self.jobs, self.settings = control, graph, jobs, settings
        self.workers: dict[int, int] = {}  # by process id
        self.text = b""
        self.given: deque[int] = deque()
        self.woken, waker = os.pipe()
        for end in (self.woken, waker):
            os.set_blocking(end, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(waker, warn_on_full_buffer=False)
        self.pipe = (self.woken, waker)

    def run(self) -> None:
        """Until the socket closes."""
        try:
            while True:
                readable, _, _ = select.select([self.control.fileno(), self.woken], [], [])
                if self.woken in readable:
                    with suppress(BlockingIOError):
                        os.read(self.woken, 4096)
                    self.bury()
                if self.control.fileno() in readable and not self.listen():
                    return
        except (BrokenPipeError, ConnectionResetError):
            pass
        finally:
            for pid in self.workers:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)

    def listen(self) -> bool:
        """Do what the lines say; False at the end."""
        content, descriptors, _, _ = socket.recv_fds(self.control, 4096, 16)
        if not content:
            return False
        self.given.extend(descriptors)
        *lines, self.text = (self.text + content).split(b"\n")
        for line in lines:
            word, _, number = line.partition(b" ")
            if word == b"fork":
                self.fork(int(number), self.given.popleft())
            else:
                self.tell(word, int(number))
        return True

    def fork(self, number: int, descriptor: int) -> None:
        """One more worker."""
        pid = os.fork()
        if pid:
            os.close(descriptor)
            self.workers[pid] = number
            self.control.sendall(b"born %d %d\n" % (number, pid))
            return
        code = 1
        try:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            self.control.close()
            for end in self.pipe:
                os.close(end)
            os.setpgid(0, 0)
            parent_gone_kills()
            code = worker.run(socket.socket(fileno=descriptor), self.graph, self.jobs, self.settings)
        finally:
            os._exit(code)

    def tell(self, word: bytes, number: int) -> None:
        """Kill a worker or make it slow. A worker that is not yet buried keeps its process id: no other is hit."""
        pid = next((pid for pid, known in self.workers.items() if known == number), None)
        if pid is None:
            return
        with suppress(ProcessLookupError, PermissionError):
            if word == b"kill":
                os.kill(pid, signal.SIGKILL)
            else:  # the group, for all its threads
                os.setpriority(os.PRIO_PGRP, pid, SLOW)

    def bury(self) -> None:
        """Report the workers that have ended."""
        while self.workers:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if not pid:
                return
            self.control.sendall(b"dead %d %d\n" % (self.workers.pop(pid), os.waitstatus_to_exitcode(status)))


def parent_gone_kills() -> None:
    """Where the system can: this process ends with the one that started it, whatever it is doing."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        ctypes.CDLL(None).prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)


def without_network() -> bool:
    """Where the system lets us: a network of our own, with nothing in it."""
    with suppress(OSError, AttributeError):
        libc = ctypes.CDLL(None)
        return any(libc.unshare(flags) == 0 for flags in (CLONE_NEWNET, CLONE_NEWUSER | CLONE_NEWNET))
    return False


def _named(name: str) -> Any:
    module, _, function = name.partition(":")
    return getattr(import_module(module), function)


def _say(control: socket.socket, word: str, what: dict[str, Any]) -> None:
    control.sendall(f"{word} {json.dumps(what)}\n".encode())


if __name__ == "__main__":
    sys.exit(main())
