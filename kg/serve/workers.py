"""The workers as the service sees them: who is free, who waits, who has run long enough.

A query begins in its *first moment*, of which several may be had at once and each lasts a fiftieth of a second. Most
queries end in it. One that doesn't goes on as a *long* one, at a lower priority, if there is room for another long
one; otherwise its worker is killed and it waits to begin again. So cheap queries are answered at once, however many
costly ones are about. A change of the graph makes a new generation of workers; the old one ends with its last query.
"""

import asyncio
import math
import os
import pickle
import signal
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from kg.rdf.read import GraphError
from kg.serve.generation import Generation, Gone, Launched, Reply, Worker, launch
from kg.serve.graph import state
from kg.serve.job import Job, Limits, Refusal
from kg.serve.lane import Busy, Lane

STEPS = 10  # in which a first moment passes at last, where the processors are busy
TRIES = 5  # to read a graph that changes meanwhile
Note = Callable[[str], None]


@dataclass(slots=True)
class Answer:
    """What a job gave: a body in `content`, or in `file` where it is long."""

    media_type: str
    length: int
    content: bytes = b""
    file: BinaryIO | None = None
    version: str = ""  # of the graph that was asked


@dataclass(slots=True)
class Counts:
    """For the figures of the service."""

    running: int = 0
    generations: int = 0
    failed_reloads: int = 0
    ended: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(["done", "refused", "time", "memory", "busy", "gone"], 0)
    )


async def _see_off(generation: Generation) -> None:
    await generation.ended.wait()
    await generation.end()


class Pool:
    """Runs jobs in workers over the graph at `path`, and takes up its changes."""

    def __init__(self, path: Path, jobs: Sequence[Job], limits: Limits, note: Note) -> None:
        self.path, self.jobs, self.limits, self.note = path, tuple(jobs), limits, note
        self.counts = Counts()
        self.quick = Lane(limits.quick, limits.queue)
        self.long = Lane(limits.long, limits.queue)
        self.current: Generation | None = None
        self.before = 0  # workers of states that are gone
        self.failed = ""  # the version that could not be read
        self.stopping = False
        self.retiring: set[asyncio.Task[None]] = set()

    @property
    def version(self) -> str:
        """Of the graph that is served now; "" while there is none."""
        return self.current.version if self.ready and self.current else ""

    @property
    def ready(self) -> bool:
        """Whether queries can be answered."""
        return self.current is not None and not self.current.ended.is_set() and not self.stopping

    @property
    def workers_started(self) -> int:
        """Ever, over all states of the graph."""
        return self.before + (self.current.started if self.current else 0)

    @property
    def isolated(self) -> bool:
        """Whether workers have no network, by the kernel's word."""
        return self.current is not None and self.current.isolated

    async def open(self, launched: Launched | None = None) -> None:
        """Read the graph, or have `launched` read it, and serve it in place of what was served.

        Raises GraphError where it can't be read.
        """
        for _ in range(TRIES):
            generation = Generation(launched or launch(self.path, self.jobs, self.limits), self.limits)
            launched = None
            try:
                await generation.ready
                if state(self.path) == generation.version:
                    break
            except BaseException:
                await generation.end()
                raise
            await generation.end()
        else:
            raise GraphError(f"{self.path} changes again and again while it is read")
        before, self.current = self.current, generation
        self.before += before.started if before else 0
        self.counts.generations += 1
        if before is not None:
            before.retire()
            task = asyncio.get_running_loop().create_task(_see_off(before))
            self.retiring.add(task)
            task.add_done_callback(self.retiring.discard)

    async def watch(self, again: asyncio.Event, every: float = 1.0) -> None:
        """Take up each change of the graph within about two seconds; `again` has it looked at now and read anyhow."""
        seen = ""
        while True:
            forced = False
            with suppress(TimeoutError):
                await asyncio.wait_for(again.wait(), every)
                again.clear()
                forced, self.failed = True, ""
            now = state(self.path)  # "" where it is being replaced, or gone: what was read is kept
            changed = bool(now) and now != self.version and now != self.failed
            settled, seen = now == seen, now
            if forced or not self.ready or (changed and settled):
                await self._reopen(now)

    async def _reopen(self, now: str) -> None:
        try:
            await self.open()
        except GraphError as error:
            self.failed = now
            self.counts.failed_reloads += 1
            self.note(f"kept the graph as it was: {error}")
        else:
            self.note(f"serving the graph as it is now ({self.version})")

    async def close(self) -> None:
        """End all workers."""
        self.stopping = True
        for task in self.retiring:
            task.cancel()
        if self.current is not None:
            await self.current.end()

    async def run(self, job: Job, *arguments: Any) -> Answer:
        """What the job answers. Raises Refusal, also where it took too long or too much, or where too many wait.

        Cancelled, it kills the worker.
        """
        deadline = asyncio.get_running_loop().time() + self.limits.timeout
        self.counts.running += 1
        try:
            answer = await self._run(self.jobs.index(job), arguments, deadline)
            self.counts.ended["done"] += 1
            return answer
        except Refusal:
            self.counts.ended["refused"] += 1
            raise
        except TimeoutError:
            self.counts.ended["time"] += 1
            raise Refusal(
                503,
                f"The query took longer than {self.limits.timeout:g} s.",
                "Ask for less: fewer patterns without a common variable, narrower paths, a LIMIT.",
            ) from None
        except Gone as gone:
            raise self._fell(gone) from None
        except Busy:
            self.counts.ended["busy"] += 1
            seconds = math.ceil(min(self.limits.timeout, 10))
            raise Refusal(
                503, "Too many queries are waiting.", "Try again later.", {"Retry-After": str(seconds)}
            ) from None
        except asyncio.CancelledError:
            self.counts.ended["gone"] += 1
            raise
        finally:
            self.counts.running -= 1

    def _fell(self, gone: Gone) -> Refusal:
        self.counts.ended["memory"] += 1
        if gone.status == -signal.SIGALRM:
            return Refusal(503, f"The query took longer than {self.limits.timeout:g} s.")
        megabytes = self.limits.memory // 1_000_000
        return Refusal(
            503,
            f"The query needs more memory than it may take ({megabytes} MB), or nests too deeply.",
            "Ask for less at once.",
        )

    async def _run(self, number: int, arguments: tuple[Any, ...], deadline: float) -> Answer:
        lane = self.quick
        await lane.enter(deadline)
        try:
            async with self._attempt(number, arguments, deadline) as attempt:
                if await attempt.within(self.limits.moment):
                    return attempt.answer()
                if self.long.enter_now():
                    lane.leave()
                    lane = self.long
                    return await attempt.slowly(deadline)
        finally:
            lane.leave()
        await self.long.enter(deadline)  # it begins again: what it has read so far is lost, and changes nothing
        try:
            async with self._attempt(number, arguments, deadline) as attempt:
                return await attempt.slowly(deadline)
        finally:
            self.long.leave()

    @asynccontextmanager
    async def _attempt(self, number: int, arguments: tuple[Any, ...], deadline: float) -> AsyncIterator["_Attempt"]:
        """A worker at work on the job; at the end it is free again, or killed where it is not done."""
        generation = self.current
        if generation is None or generation.ended.is_set():
            raise Refusal(503, "The graph is being read.", "Try again.", {"Retry-After": "1"})
        loop = asyncio.get_running_loop()
        generation.busy += 1
        attempt: _Attempt | None = None
        try:
            async with asyncio.timeout_at(deadline):
                worker = await generation.take()
                attempt = _Attempt(worker, generation, loop.create_future())
                worker.reply = attempt.reply
                request = pickle.dumps((number, arguments, max(0.001, deadline - loop.time())))
                with suppress(OSError):  # it ended: the zygote will say so
                    await loop.sock_sendall(worker.channel, len(request).to_bytes(4) + request)
            yield attempt
        finally:
            if attempt is not None:
                attempt.end()
            generation.busy -= 1
            if generation.retired:
                generation.retire()


class _Attempt:
    """A job that a worker is doing."""

    def __init__(self, worker: Worker, generation: Generation, reply: asyncio.Future[Reply]) -> None:
        self.worker, self.generation, self.reply = worker, generation, reply
        self.slow = False

    async def within(self, seconds: float) -> bool:
        """Whether it is done with so many seconds of a processor, which may take longer by the clock."""
        before, used = self.worker.cpu(), 0.0
        for _ in range(STEPS):
            done, _ = await asyncio.wait([self.reply], timeout=max(seconds - used, seconds / 4))
            if done:
                return True
            used = self.worker.cpu() - before
            if used >= seconds:
                return False
        return False

    async def slowly(self, deadline: float) -> Answer:
        """Let it go on at a low priority, and wait for it."""
        self.slow = True
        self.generation.tell("slow", self.worker.number)
        async with asyncio.timeout_at(deadline):
            await asyncio.wait([self.reply])
        return self.answer()

    def answer(self) -> Answer:
        """What the worker said; raises Refusal or Gone."""
        head, content, descriptor = self.reply.result()
        if head["status"] != 200:
            raise Refusal(head["status"], head["message"], head["hint"], head["headers"])
        file = None
        if descriptor is not None:
            file = os.fdopen(descriptor, "rb")
            file.seek(0)
        return Answer(head["type"], head["length"], content, file, self.generation.version)

    def end(self) -> None:
        """Free the worker, or kill it where it is not done, tired or slow."""
        done = self.reply.done() and not self.reply.cancelled() and self.reply.exception() is None
        if done and not self.slow and not self.reply.result()[0]["last"] and not self.generation.retired:
            self.worker.reply = None
            self.generation.free(self.worker)
        else:
            self.generation.tell("kill", self.worker.number)
