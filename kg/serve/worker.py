"""One worker: a forked process that does jobs one after another, under limits that the kernel keeps.

A request is a length of four bytes and a pickle of (number of the job, arguments, seconds); it comes from our own
service. The answer is a length and a JSON object, then the body, unless that is long: then it is a file whose
descriptor comes along.
"""

import errno
import json
import os
import pickle
import resource
import signal
import socket
import sys
import tempfile
import threading
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

from pyoxigraph import Store

from kg.serve.graph import Held
from kg.serve.job import Refusal

INLINE = 262_144  # bytes; a longer body goes through a file, so that a slow reader holds no worker
NICE = 5  # whoever hands out jobs and makes workers comes first
JOBS = 2_000  # a worker ends after so many
GROWTH = 64 << 20  # bytes; or after a job that left it so much larger


class TooLarge(Exception):
    """The answer is longer than allowed."""


class Sink:
    """Takes the body: in memory while it is short, then in a file without a name."""

    def __init__(self, cap: int) -> None:
        self.cap, self.length = cap, 0
        self.stream: IO[bytes] = BytesIO()
        self.is_file = False

    def write(self, data: bytes) -> int:
        self.length += len(data)
        if self.length > self.cap:
            raise TooLarge
        if not self.is_file and self.length > INLINE:
            file = tempfile.TemporaryFile()  # noqa: SIM115  # closed when it is sent
            file.write(cast(BytesIO, self.stream).getvalue())
            self.stream, self.is_file = file, True
        return self.stream.write(data)

    def flush(self) -> None:
        self.stream.flush()


def run(channel: socket.socket, graph: Held, jobs: list[Any], settings: dict[str, Any]) -> int:
    """Do jobs until told to end; the exit code."""
    for caught in (signal.SIGINT, signal.SIGTERM):
        signal.signal(caught, signal.SIG_DFL)
    os.nice(NICE)
    with suppress(OSError):  # rather a worker than the service, where the machine runs out of memory
        Path("/proc/self/oom_score_adj").write_text("900")
    store = graph.store()
    _limit(settings)
    # Deep queries recurse deeply, and only a new thread can have a stack of our own choice.
    threading.stack_size(settings["stack"])
    thread = threading.Thread(target=_serve, args=(channel, store, jobs, settings))
    thread.start()
    thread.join()
    return 0


def _limit(settings: dict[str, Any]) -> None:
    """Memory over what is inherited, length of files, no core dumps."""
    memory = _pages(0) + settings["stack"] + settings["memory"]
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, settings["answer"] + INLINE),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(OSError, ValueError):  # a stricter limit is set already
            resource.setrlimit(what, (most, most))


def _pages(which: int) -> int:
    """Bytes of this process: 0 all addresses, 1 in memory. 0 where the system doesn't say."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[which]) * os.sysconf("SC_PAGESIZE")
    except OSError:
        return 0


def _serve(channel: socket.socket, store: Store, jobs: list[Any], settings: dict[str, Any]) -> None:
    at_first = _pages(1)
    with suppress(BrokenPipeError, ConnectionResetError, EOFError):
        for done in range(1, JOBS + 1):
            if done == 1:
                channel.sendall(b"\0\0\0\0")  # ready
            number, arguments, seconds = pickle.loads(_exactly(channel, int.from_bytes(_exactly(channel, 4))))
            # The service kills in time; should it be stuck, the kernel does.
            signal.setitimer(signal.ITIMER_REAL, seconds + 0.25)
            sink, head = _do(jobs[number], store, arguments, settings["answer"])
            signal.setitimer(signal.ITIMER_REAL, 0)
            head["last"] = done == JOBS or _pages(1) > at_first + GROWTH
            _send(channel, head, sink)
            if head["last"]:
                return


def _do(job: Any, store: Store, arguments: tuple[Any, ...], cap: int) -> tuple[Sink, dict[str, Any]]:
    sink = Sink(cap)
    try:
        media_type, body = job(store, *arguments)
        if isinstance(body, bytes):
            sink.write(body)
        else:
            body(cast(BinaryIO, sink))
        sink.flush()
    except Refusal as refusal:
        return _refused(refusal)
    except TooLarge:
        return _refused(too_large(cap))
    except MemoryError:
        return _refused(Refusal(503, "The query needs more memory than it may take."))
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT):
            return _fault(error)
        return _refused(Refusal(503, f"No room for the answer: {error.strerror}."))
    except Exception as error:
        return _fault(error)
    return sink, {"status": 200, "type": media_type, "length": sink.length, "file": sink.is_file}


def too_large(cap: int) -> Refusal:
    """For an answer past its limit."""
    return Refusal(503, f"The answer is longer than {cap} bytes.", "Ask for less at once: LIMIT and OFFSET, or COUNT.")


def _refused(refusal: Refusal) -> tuple[Sink, dict[str, Any]]:
    head = {"status": refusal.status, "message": refusal.message, "hint": refusal.hint, "headers": refusal.headers}
    return Sink(0), {**head, "length": 0, "file": False}


def _fault(error: Exception) -> tuple[Sink, dict[str, Any]]:
    """What nobody foresaw: the log has it, the client learns nothing of our insides."""
    print(f"kg serve: a fault of kg itself: {type(error).__name__}: {error!r:.300}", file=sys.stderr, flush=True)
    return _refused(Refusal(500, "A fault of the service itself; its log says more."))


def _send(channel: socket.socket, head: dict[str, Any], sink: Sink) -> None:
    header = json.dumps(head).encode()
    start = len(header).to_bytes(4) + header
    if sink.is_file:
        sent = socket.send_fds(channel, [start], [sink.stream.fileno()])
        channel.sendall(start[sent:])
        sink.stream.close()
    else:
        channel.sendall(start + cast(BytesIO, sink.stream).getvalue())


def _exactly(channel: socket.socket, count: int) -> bytes:
    parts = bytearray()
    while len(parts) < count:
        part = channel.recv(count - len(parts))
        if not part:
            raise EOFError
        parts += part
    return bytes(parts)
