"""A state of the graph: the zygote that holds it, and the workers that it forked."""

import asyncio
import itertools
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any, NamedTuple

from kg.rdf.read import GraphError
from kg.serve.job import Job, Limits, name_of
from kg.serve.worker import INLINE

SPARE = 4  # workers more than there are places, so that none has to be waited for

Reply = tuple[dict[str, Any], bytes, int | None]


class Gone(Exception):
    """The worker ended without an answer; `status` is its exit code, negative for a signal."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Worker:
    """One forked process, seen through its socket."""

    def __init__(self, number: int, channel: socket.socket, ready: "Callable[[Worker], None]") -> None:
        self.number, self.channel, self.on_ready = number, channel, ready
        self.loop = asyncio.get_running_loop()
        self.buffer = bytearray()
        self.descriptor: int | None = None
        self.reply: asyncio.Future[Reply] | None = None
        self.closed = False
        self.pid = 0
        channel.setblocking(False)
        self.loop.add_reader(channel, self._readable)

    def cpu(self) -> float:
        """Seconds of a processor that it has used; 0 where the system doesn't say."""
        with suppress(OSError, OverflowError):  # what clock_getcpuclockid(3) makes of a process id on Linux
            return time.clock_gettime(~self.pid << 3 | 2) if self.pid else 0.0
        return 0.0

    def _readable(self) -> None:
        try:
            content, descriptors, _, _ = socket.recv_fds(self.channel, 262_144, 1)
        except BlockingIOError:
            return
        except OSError:
            content, descriptors = b"", []
        if descriptors:
            self.descriptor = descriptors[0]
        if not content:
            self.loop.remove_reader(self.channel)  # what became of it is told by the zygote
            return
        self.buffer += content
        try:
            self._parse()
        except (ValueError, KeyError, TypeError):
            self.loop.remove_reader(self.channel)  # not our worker's words; it is killed at its limit

    def _parse(self) -> None:
        if len(self.buffer) < 4:
            return
        body = 4 + int.from_bytes(self.buffer[:4])
        if body > INLINE:
            raise ValueError
        if body == 4:
            del self.buffer[:4]
            self.on_ready(self)
            return
        if len(self.buffer) < body:
            return
        head = json.loads(self.buffer[4:body])
        if not head["file"] and head["length"] > INLINE:
            raise ValueError
        end = body if head["file"] else body + head["length"]
        if len(self.buffer) < end or self.reply is None or self.reply.done():
            return
        content = bytes(self.buffer[body:end])
        del self.buffer[:end]
        descriptor, self.descriptor = self.descriptor, None
        self.reply.set_result((head, content, descriptor))

    def dead(self, status: int) -> None:
        """The zygote buried it."""
        self._readable_rest()
        if self.reply is not None and not self.reply.done():
            self.reply.set_exception(Gone(status))
            self.reply.exception()  # seen, even if nobody waits any more
        self.close()

    def _readable_rest(self) -> None:
        """An answer may stand in the socket still, after the worker has ended."""
        while not self.closed and self.reply is not None and not self.reply.done():
            before = len(self.buffer)
            self._readable()
            if len(self.buffer) == before:
                return

    def close(self) -> None:
        """Let go of the socket."""
        if not self.closed:
            self.closed = True
            self.loop.remove_reader(self.channel)
            self.channel.close()
            if self.descriptor is not None:
                os.close(self.descriptor)
                self.descriptor = None


class Launched(NamedTuple):
    """A zygote that has been started and reads the graph, and our end of the socket pair."""

    process: subprocess.Popen[bytes]
    control: socket.socket


def launch(path: Path, jobs: Sequence[Job], limits: Limits) -> Launched:
    """Start a zygote over the graph at `path`."""
    ours, theirs = socket.socketpair()
    settings = {**asdict(limits), "path": str(path), "jobs": [name_of(job) for job in jobs]}
    with theirs:
        process = subprocess.Popen(
            [sys.executable, "-m", "kg.serve.zygote", str(theirs.fileno()), json.dumps(settings)],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is ours to answer
        )
    ours.setblocking(False)
    return Launched(process, ours)


class Generation:
    """A zygote that holds one state of the graph, and its workers."""

    def __init__(self, launched: "Launched", limits: Limits) -> None:
        self.size = limits.quick + limits.long + SPARE
        self.numbers = itertools.count()
        self.started = 0  # workers, ever
        self.version, self.isolated = "", False
        self.idle: deque[Worker] = deque()
        self.waiting: deque[asyncio.Future[Worker]] = deque()
        self.workers: dict[int, Worker] = {}
        self.busy = 0
        self.retired = False
        self.ended = asyncio.Event()
        self.ready: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.process, self.control = launched
        self.listener = asyncio.get_running_loop().create_task(self._listen())

    async def _listen(self) -> None:
        loop = asyncio.get_running_loop()
        text = b""
        while content := await self._heard(loop):
            *lines, text = (text + content).split(b"\n")
            for line in lines:
                word, _, rest = line.partition(b" ")
                if word == b"dead":
                    number, status = map(int, rest.split())
                    self._buried(number, status)
                elif word == b"born":
                    number, pid = map(int, rest.split())
                    if number in self.workers:
                        self.workers[number].pid = pid
                elif not self.ready.done():
                    self._opened(word == b"ready", json.loads(rest))
        self._over()

    async def _heard(self, loop: asyncio.AbstractEventLoop) -> bytes:
        with suppress(OSError):
            return await loop.sock_recv(self.control, 65_536)
        return b""

    def _opened(self, fine: bool, what: dict[str, Any]) -> None:
        if not fine:
            self.ready.set_exception(GraphError(what["message"]))
            return
        self.version, self.isolated = what["version"], what["isolated"]
        self.ready.set_result(None)
        for _ in range(self.size):
            self.fork()

    def _over(self) -> None:
        """The zygote has ended, and so have its workers."""
        for worker in list(self.workers.values()):
            self.workers.pop(worker.number)
            worker.dead(-signal.SIGKILL)
        for waiting in self.waiting:
            if not waiting.done():
                waiting.set_exception(Gone(-signal.SIGKILL))
        if not self.ready.done():
            self.ready.set_exception(GraphError("the process that reads the graph ended before it was read"))
            self.ready.exception()
        self.control.close()
        self.ended.set()

    def tell(self, word: str, number: int, descriptor: int | None = None) -> None:
        """One line to the zygote. They are short and few: the socket always takes them whole."""
        with suppress(OSError):
            socket.send_fds(self.control, [f"{word} {number}\n".encode()], [] if descriptor is None else [descriptor])

    def fork(self) -> None:
        """Have one more worker made."""
        if self.retired:
            return
        ours, theirs = socket.socketpair()
        number = next(self.numbers)
        self.workers[number] = Worker(number, ours, self.free)
        self.tell("fork", number, theirs.fileno())
        theirs.close()
        self.started += 1

    def free(self, worker: Worker) -> None:
        """A worker can be given a job."""
        while self.waiting:
            waiting = self.waiting.popleft()
            if not waiting.done():
                waiting.set_result(worker)
                return
        self.idle.append(worker)

    def _buried(self, number: int, status: int) -> None:
        worker = self.workers.pop(number, None)
        if worker is None:
            return
        with suppress(ValueError):
            self.idle.remove(worker)
        worker.dead(status)
        self.fork()

    async def take(self) -> Worker:
        """A free worker; there soon is one, since there are more workers than places."""
        if self.idle:
            return self.idle.popleft()
        waiting: asyncio.Future[Worker] = asyncio.get_running_loop().create_future()
        self.waiting.append(waiting)
        try:
            return await waiting
        except asyncio.CancelledError:
            if waiting.done() and not waiting.cancelled() and waiting.exception() is None:
                self.free(waiting.result())
            raise

    def retire(self) -> None:
        """No new jobs; end with the last one."""
        self.retired = True
        if not self.busy:
            with suppress(OSError):
                self.control.shutdown(socket.SHUT_RDWR)

    async def end(self) -> None:
        """End now, and wait for it."""
        self.retired = True
        with suppress(OSError):
            self.control.shutdown(socket.SHUT_RDWR)
        await self.ended.wait()
        await asyncio.get_running_loop().run_in_executor(None, self.process.wait)
