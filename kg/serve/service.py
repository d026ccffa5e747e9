"""What every route shares: the workers, the figures, and how a job becomes an HTTP answer."""

import asyncio
import hashlib
import re
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, BinaryIO

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from kg.serve.job import Job, Refusal
from kg.serve.metrics import Metrics
from kg.serve.workers import Answer, Pool

BLOCK = 65_536
_HOST = re.compile(r"[\w.-]{1,253}(:\d{1,5})?|\[[\da-fA-F:.]{2,50}\](:\d{1,5})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Options:
    """How the service shows itself."""

    public_url: str = ""  # what it is called from outside, where a proxy stands before it
    cors: bool = True  # whether pages of other sites may read the answers
    log_queries: bool = False
    version: str = "0"  # of the software


@dataclass(frozen=True, slots=True)
class Service:
    """One graph, served."""

    pool: Pool
    options: Options
    metrics: Metrics

    def url(self, request: Request, path: str) -> str:
        """The address of one of our paths, as clients call it."""
        base = self.options.public_url.rstrip("/")
        if not base:
            host = request.headers.get("host", "")
            base = f"{request.url.scheme}://{host if _HOST.fullmatch(host) else 'localhost'}"
        return f"{base}{path}"

    async def answer(self, request: Request, job: Job, *arguments: Any) -> Response:
        """What a job answers. Raises Refusal; a client that goes away takes the job with it."""
        headers = {"Vary": "Accept", "Cache-Control": "no-cache"}
        tag = self._tag(job, arguments)
        if request.method in ("GET", "HEAD"):
            headers["ETag"] = tag
            if tag in request.headers.get("if-none-match", ""):
                return Response(status_code=304, headers=headers)
        answer = await self._run(request, job, *arguments)
        if answer is None:
            return Response(status_code=499)  # for the log: nobody reads it
        headers["Content-Type"], headers["Content-Length"] = answer.media_type, str(answer.length)
        if answer.version != self.pool.version:
            headers.pop("ETag", None)
        if answer.file is None:
            return Response(answer.content, headers=headers)
        return StreamingResponse(_blocks(answer.file), headers=headers)

    async def _run(self, request: Request, job: Job, *arguments: Any) -> Answer | None:
        running = asyncio.ensure_future(self.pool.run(job, *arguments))
        leaving = asyncio.ensure_future(_left(request))
        try:
            await asyncio.wait([running, leaving], return_when=asyncio.FIRST_COMPLETED)
            return running.result() if running.done() else None
        finally:
            for task in (running, leaving):
                task.cancel()
            with suppress(asyncio.CancelledError, Refusal):
                await running

    def _tag(self, job: Job, arguments: tuple[Any, ...]) -> str:
        """Names an answer as far as it is determined: the graph, the job and what it is given, format included."""
        content = repr((self.pool.version, job.__qualname__, arguments)).encode("utf-8", "surrogatepass")
        return f'W/"{hashlib.sha256(content).hexdigest()[:24]}"'


def refused(refusal: Refusal) -> Response:
    """The HTTP answer of a Refusal."""
    return PlainTextResponse(refusal.text, refusal.status, headers=refusal.headers)


async def body_of(request: Request, most: int, seconds: float) -> bytes:
    """The body; Refusal 413 for one that is longer than `most` bytes, 408 for one that doesn't arrive in time."""
    too_long = Refusal(413, f"The body is longer than {most} bytes.", headers={"Connection": "close"})
    length = request.headers.get("content-length", "")
    if length.isdecimal() and (len(length) > 18 or int(length) > most):
        raise too_long
    content = bytearray()
    try:
        async with asyncio.timeout(seconds):
            async for part in request.stream():
                content += part
                if len(content) > most:
                    raise too_long
    except TimeoutError:
        raise Refusal(408, "The body did not arrive in time.", headers={"Connection": "close"}) from None
    return bytes(content)


async def _left(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def _blocks(file: BinaryIO) -> AsyncIterator[bytes]:
    with file:
        while block := file.read(BLOCK):
            yield block
