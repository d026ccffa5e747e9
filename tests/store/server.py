"""HTTP servers on loopback for tests: one that does what a function says, and a small SPARQL server over it."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from pyoxigraph import (
    DefaultGraph,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
    parse,
    serialize,
)


@dataclass(frozen=True)
class Request:
    method: str
    target: str
    headers: Mapping[str, str]  # names in lower case
    body: bytes

    @property
    def path(self) -> str:
        return urlsplit(self.target).path

    @property
    def parameters(self) -> dict[str, str]:
        text = urlsplit(self.target).query
        if self.headers.get("content-type") == "application/x-www-form-urlencoded":
            text = self.body.decode()
        return {name: values[0] for name, values in parse_qs(text, keep_blank_values=True).items()}


@dataclass(frozen=True)
class Reply:
    """What is sent; `body` may come in pieces, of which one can wait, and the line break after the last."""

    status: int = 200
    body: bytes | Iterator[bytes] = b""
    media_type: str = "text/plain"
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Running:
    """A server: what it was asked so far."""

    url: str
    requests: list[Request] = field(default_factory=list)

    @property
    def host(self) -> str:
        return urlsplit(self.url).netloc


Behaviour = Callable[[Request], Reply]


@contextmanager
def serving(behaviour: Behaviour) -> Iterator[Running]:
    """A server for as long as the `with` lasts; its SPARQL is at /sparql."""
    running = Running("")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 20
        disable_nagle_algorithm = True  # head and body are two packets, of which the second would wait

        def answer(self) -> None:
            length = int(self.headers.get("content-length") or 0)
            names = {name.lower(): value for name, value in self.headers.items()}
            request = Request(self.command, self.path, names, self.rfile.read(length))
            running.requests.append(request)
            try:
                reply = behaviour(request)
                self.send_response(reply.status)
                for name, value in {"Content-Type": reply.media_type, **reply.headers}.items():
                    self.send_header(name, value)
                if isinstance(reply.body, bytes):
                    self.send_header("Content-Length", str(len(reply.body)))
                    self.end_headers()
                    self.wfile.write(reply.body)
                    return
                self.close_connection = True
                self.send_header("Content-Length", "1000000000")  # more than comes
                self.end_headers()
                for piece in reply.body:
                    self.wfile.write(piece)
            except OSError:
                self.close_connection = True

        do_GET = do_POST = do_PUT = do_DELETE = answer

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        server.block_on_close = False
        running.url = f"http://127.0.0.1:{server.server_address[1]}/sparql"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield running
        finally:
            server.shutdown()
            thread.join(10)


@dataclass
class Memory:
    """A SPARQL server in memory, with the habits of real ones: the default graph may be the `union` of all, answers may
    be cut at `rows` without a word, an update of more than `most` triples is refused with `status`."""

    store: Store = field(default_factory=Store)
    union: bool = False
    rows: int | None = None
    most: int | None = None
    status: int = 413

    def __call__(self, request: Request) -> Reply:
        if request.path == "/sparql" and "query" in request.parameters:
            return self._query(request.parameters["query"])
        if request.path == "/update":
            return self._update(request.body.decode())
        if request.path == "/data":
            return self._graph(request)
        return Reply(404, b"nothing here")

    def _query(self, text: str) -> Reply:
        found = self.store.query(text, use_default_graph_as_union=self.union)
        if isinstance(found, QueryBoolean):
            return _json({"head": {}, "boolean": bool(found)})
        if not isinstance(found, QuerySolutions):
            body = serialize(found, format=RdfFormat.N_TRIPLES) or b""
            return Reply(200, body, "application/n-triples")
        body = found.serialize(format=QueryResultsFormat.JSON) or b""
        answer = json.loads(body)
        if self.rows is not None:
            del answer["results"]["bindings"][self.rows :]
        return _json(answer)

    def _update(self, text: str) -> Reply:
        if self.most is not None and text.count(" .\n") > self.most:
            return Reply(self.status, b"that is too much for me")
        self.store.update(text)
        return Reply(204)

    def _graph(self, request: Request) -> Reply:
        named = request.parameters.get("graph")
        graph = NamedNode(named) if named else DefaultGraph()
        if request.method == "DELETE":
            there = any(True for _ in self.store.quads_for_pattern(None, None, None, graph))
            self.store.remove_graph(graph)
            return Reply(204 if there else 404)
        if request.method == "PUT":
            self.store.clear_graph(graph)
        self.store.extend(
            Quad(q.subject, q.predicate, q.object, graph) for q in parse(request.body, format=RdfFormat.N_TRIPLES)
        )
        return Reply(201)


def _json(content: object) -> Reply:
    return Reply(200, json.dumps(content, ensure_ascii=False).encode(), "application/sparql-results+json")
