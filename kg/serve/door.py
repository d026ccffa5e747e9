"""Around every request: safety headers, the access log, the figures, and no fault of ours shown to the client."""

import sys
import time
from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.serve.metrics import Metrics

METHODS = frozenset(["GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE"])
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}
LONGEST = 200  # characters of a path in the log


class Door:
    """The ASGI application that others stand behind."""

    def __init__(self, app: ASGIApp, metrics: Metrics, log: Callable[[str], None]) -> None:
        self.app, self.metrics, self.log = app, metrics, log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        start, status, sent = time.monotonic(), 0, 0

        async def watched(message: Message) -> None:
            nonlocal status, sent
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            elif message["type"] == "http.response.body":
                sent += len(message.get("body", b""))
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except Exception as error:
            self.log(f"a fault of kg itself: {type(error).__name__}: {clean(repr(error))}")
            if not status:
                body = PlainTextResponse("A fault of the service itself; its log says more.\n", 500)
                await body(scope, receive, watched)
        finally:
            seconds = time.monotonic() - start
            self._note(scope, status, seconds, sent)

    def _note(self, scope: Scope, status: int, seconds: float, sent: int) -> None:
        method = scope["method"] if scope["method"] in METHODS else "other"
        self.metrics.seen(route_of(scope), method, status, seconds, sent)
        client = scope["client"][0] if scope.get("client") else "-"
        asked = scope.get("kg.query")  # set where queries are logged
        query = f" {clean(asked, 2000)}" if asked else ""
        path = clean(scope["path"])
        self.log(f"{client} {clean(scope['method'])} {path} {status} {seconds * 1000:.1f}ms {sent}B{query}")


def route_of(scope: Scope) -> str:
    """The name of the route that took the request."""
    route = scope.get("route")
    return str(getattr(route, "name", "") or "other")


def clean(text: str, longest: int = LONGEST) -> str:
    """Any text as one printable word of ASCII: nothing in it begins a line, drives a terminal or forges a field."""
    whole = "".join(c if "!" <= c <= "~" and c not in '\\"' else f"\\u{ord(c):04x}" for c in text[: longest + 1])
    return whole if len(text) <= longest else f"{whole}..."


def to_stderr(line: str) -> None:
    """The access log: a line with the time in UTC."""
    now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    sys.stderr.write(f"{now} {line}\n")
    sys.stderr.flush()
