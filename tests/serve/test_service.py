"""The service as its clients see it: a real one, asked over HTTP."""

import json
import os
import re
import signal
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import pytest
from pyoxigraph import RdfFormat, parse

from kg.cli import main
from tests.serve.server import PATIENCE, Reply, Server, serving, until

FOREVER = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
SHORT = ("--timeout", "1", "--memory", "256", "--answer", "1", "--workers", "2", "--queue", "8")


@pytest.fixture(scope="module")
def server(demo_out: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One with limits soon reached."""
    with serving(demo_out, tmp_path_factory.mktemp("serve") / "log", *SHORT, "--log-queries") as running:
        yield running


def figure(server: Server, name: str) -> float:
    """One of the figures of the service."""
    found = re.search(rf"^{re.escape(name)} (\S+)$", server.ask("GET", "/metrics").text, re.MULTILINE)
    assert found, name
    return float(found[1])


def test_a_query(server: Server) -> None:
    reply = server.get("SELECT ?label { ?p a pk:Person ; rdfs:label ?label } ORDER BY ?label LIMIT 1")
    assert reply.status == 200
    assert reply.headers["content-type"] == "application/sparql-results+json"
    assert json.loads(reply.body)["results"]["bindings"][0]["label"]["xml:lang"] == "zh-hans"
    form = f"query={quote('ASK {}')}".encode()
    assert server.ask("POST", "/sparql", {"Content-Type": "application/x-www-form-urlencoded"}, form).status == 200
    assert server.ask("POST", "/sparql", {"Content-Type": "application/sparql-query"}, b"ASK {}").status == 200


def test_head_and_options(server: Server) -> None:
    path = f"/sparql?query={quote('ASK {}')}"
    got, head = server.ask("GET", path), server.ask("HEAD", path)
    assert (head.status, head.body) == (200, b"")
    assert head.headers["content-length"] == str(len(got.body))
    options = server.ask("OPTIONS", "/sparql")
    assert (options.status, options.headers["allow"]) == (204, "GET, HEAD, POST, OPTIONS")


def test_headers(server: Server) -> None:
    for reply in (
        server.get("ASK {}"),
        server.get("nonsense"),
        server.ask("GET", "/nothing"),
        server.ask("GET", "/health"),
    ):
        assert reply.headers["x-content-type-options"] == "nosniff"
        assert reply.headers["content-security-policy"].startswith("default-src 'none'")
        assert "server" not in reply.headers
    assert "Accept" in server.get("ASK {}").headers["vary"]


def test_pages_of_other_sites_may_read(server: Server) -> None:
    asked = server.get("ASK {}", Origin="https://example.org")
    assert asked.headers["access-control-allow-origin"] == "*"
    assert "etag" in asked.headers["access-control-expose-headers"].lower()
    assert server.get("nonsense", Origin="https://example.org").headers["access-control-allow-origin"] == "*"
    preflight = {
        "Origin": "https://example.org",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type,accept",
    }
    reply = server.ask("OPTIONS", "/sparql", preflight)
    assert reply.status == 200
    assert "POST" in reply.headers["access-control-allow-methods"]
    assert "content-type" in reply.headers["access-control-allow-headers"].lower()
    assert "access-control-allow-credentials" not in reply.headers
    assert server.ask("OPTIONS", "/sparql", preflight | {"Access-Control-Request-Method": "DELETE"}).status == 400


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "SPARQL"])
def test_other_methods(method: str, server: Server) -> None:
    reply = server.ask(method, "/sparql")
    assert reply.status == 405
    assert {"GET", "HEAD", "POST", "OPTIONS"} == {word.strip() for word in reply.headers["allow"].split(",")}


def test_not_asked_twice_for_the_same(server: Server) -> None:
    first = server.get("ASK {}")
    again = server.get("ASK {}", **{"If-None-Match": first.headers["etag"]})
    assert (again.status, again.body) == (304, b"")
    assert server.get("ASK { }", **{"If-None-Match": first.headers["etag"]}).status == 200
    assert server.get("ASK {}", "text/csv").headers["etag"] != first.headers["etag"]


def test_what_the_service_is(server: Server) -> None:
    for path in ("/sparql", "/.well-known/void"):
        reply = server.ask("GET", path, {"Accept": "application/n-triples"})
        triples = {
            (str(q.subject), q.predicate.value, str(q.object)) for q in parse(reply.body, format=RdfFormat.N_TRIPLES)
        }
        sd = "http://www.w3.org/ns/sparql-service-description#"
        assert (f"<{server.url}>", f"{sd}endpoint", f"<{server.url}>") in triples
        sizes = [size for _, predicate, size in triples if predicate == "http://rdfs.org/ns/void#triples"]
        assert [re.match(r'"[1-9]\d*"', size) for size in sizes] != [None]
        assert len(sizes) == 1
    assert server.ask("GET", "/sparql").headers["content-type"] == "text/turtle; charset=utf-8"
    assert server.ask("GET", "/sparql", {"Accept": "image/png"}).status == 406
    assert json.loads(server.ask("GET", "/openapi.json").body)["paths"].keys() >= {"/sparql", "/metrics", "/health"}


def test_time(server: Server) -> None:
    start = time.monotonic()
    reply = server.get(FOREVER)
    assert reply.status == 503
    assert reply.text.startswith("The query took longer than 1 s.")
    assert time.monotonic() - start < PATIENCE / 2


def test_memory(demo_out: Path, tmp_path: Path) -> None:
    doubling = " ".join(f"BIND(CONCAT(?x{i}, ?x{i}) AS ?x{i + 1})" for i in range(40))
    with serving(demo_out, tmp_path / "log", "--memory", "128") as server:
        reply = server.get(f"SELECT (STRLEN(?x40) AS ?n) {{ BIND('xxxxxxxx' AS ?x0) {doubling} }}")
        assert server.get("ASK {}").status == 200
    assert reply.status == 503
    assert "more memory" in reply.text


def test_answers_short_long_and_too_long(server: Server) -> None:
    row = "SELECT * { ?s ?p ?o . BIND(CONCAT(STR(?s), STR(?s)) AS ?x) } ORDER BY ?s ?p ?o"
    short, long = server.get(f"{row} LIMIT 10", "text/csv"), server.get(f"{row} LIMIT 1500", "text/csv")
    assert (short.status, long.status) == (200, 200)
    assert len(long.body) > 300_000  # too long to stay in memory
    assert long.body.startswith(short.body)
    assert long.body.count(b"\r\n") >= 1501
    too_long = server.get("SELECT * { ?s ?p ?o . ?a ?b ?c } LIMIT 9000", "text/csv")
    assert too_long.status == 503
    assert "longer than 1000000 bytes" in too_long.text


def test_a_query_that_nobody_waits_for_ends(demo_out: Path, tmp_path: Path) -> None:
    with serving(demo_out, tmp_path / "log", "--workers", "4") as server:  # half a minute for a query
        gone = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(6)]
        for connection in gone:
            connection.sendall(f"GET /sparql?query={quote(FOREVER)} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        until(lambda: figure(server, "kg_jobs_running") == 6)
        for connection in gone:
            connection.close()
        until(lambda: figure(server, "kg_jobs_running") == 0)
        time.sleep(0.3)
        before = server.cpu()
        time.sleep(1)
        assert server.cpu() - before < os.sysconf("SC_CLK_TCK") / 4
        assert server.get("ASK {}").status == 200


def test_too_many(server: Server) -> None:
    with ThreadPoolExecutor(40) as crowd:
        replies = list(crowd.map(lambda _: server.get(FOREVER), range(40)))
    assert {reply.status for reply in replies} == {503}
    waiting = [reply for reply in replies if "Too many" in reply.text]
    assert waiting
    assert all(int(reply.headers["retry-after"]) > 0 for reply in waiting)
    assert server.get("ASK {}").status == 200


def test_cheap_queries_are_answered_beside_costly_ones(server: Server) -> None:
    with ThreadPoolExecutor(6) as crowd:
        costly = [crowd.submit(server.get, FOREVER) for _ in range(6)]
        time.sleep(0.1)
        while not all(future.done() for future in costly):
            assert server.get("SELECT * { ?s a pk:Person } LIMIT 5").status == 200
    assert {future.result().status for future in costly} == {503}


@pytest.mark.parametrize("host", ["a b", 'x">', "[::1", "", "x" * 300, "例", "x:y"])
def test_a_host_that_is_none(host: str, server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE) as connection:
        connection.sendall(f"GET /sparql HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    assert answer.startswith((b"HTTP/1.1 200", b"HTTP/1.1 400"))
    assert b"200" not in answer[:15] or b"<http://localhost/sparql> a sd:Service" in answer


def test_health_and_figures(server: Server) -> None:
    assert json.loads(server.ask("GET", "/health").body)["status"] == "ready"
    assert server.ask("GET", "/health/live").status == server.ask("GET", "/health/ready").status == 200
    before = figure(server, 'kg_jobs_total{outcome="done"}')
    server.get("ASK { }", **{"Accept": "text/csv"})
    assert figure(server, 'kg_jobs_total{outcome="done"}') == before + 1
    text = server.ask("GET", "/metrics").text
    assert re.search(r'^kg_http_requests_total\{route="sparql",method="GET",status="200"\} \d+$', text, re.MULTILINE)
    for line in text.splitlines():
        assert re.fullmatch(r'# (HELP|TYPE) \w+ .+|\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? [\d.e+-]+', line), line


def test_the_log_is_a_line_a_request(server: Server) -> None:
    def logged() -> list[str]:
        """Without the figures that the tests before may have asked for a moment ago."""
        return [line for line in server.log.read_text().splitlines() if " /metrics " not in line]

    before = len(logged())
    server.ask("GET", "/nothing%0a2026-01-01T00:00:00Z%20127.0.0.1%20GET%20/forged%1b[31m")
    server.ask("GET", "/" + "x" * 5000)
    server.get("ASK { ?s ?p 'a\n教\x1b' }")
    until(lambda: len(logged()) >= before + 3)
    lines = logged()[before:]
    line = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ 127\.0\.0\.1 [A-Z]+ \S+ \d{3} [\d.]+ms \d+B( \S+)?"
    assert all(line_.isascii() and re.fullmatch(line, line_) for line_ in lines), lines
    assert len(lines) == 3
    assert "404" in lines[0] and "\\u000a2026" in lines[0]
    assert len(lines[1]) < 400
    assert lines[2].endswith("B ASK\\u0020{\\u0020?s\\u0020?p\\u0020'a\\u000a\\u6559\\u001b'\\u0020}")


def seccomp(process: Path) -> str:
    """0 for none, 2 for a filter."""
    found = re.search(r"^Seccomp:\s*(\d)", (process / "status").read_text(), re.MULTILINE)
    assert found
    return found[1]


def test_workers_have_no_network(server: Server) -> None:
    if not figure(server, "kg_workers_isolated"):
        pytest.skip("this machine doesn't let a process give up its network")
    service, *others = [Path(f"/proc/{pid}") for pid in server.family()]
    assert f"{(service / 'ns/net').readlink()} {seccomp(service)}" == f"{Path('/proc/self/ns/net').readlink()} 0"
    for worker in others:
        with suppress(FileNotFoundError):  # it has just ended
            own = (worker / "ns/net").readlink() != (service / "ns/net").readlink()
            assert own or seccomp(worker) == "2"  # what keeps it from sockets: tests/serve/test_isolation.py


def test_without_leave_for_other_sites(demo_out: Path, tmp_path: Path) -> None:
    with serving(demo_out, tmp_path / "log", "--no-cors", "--public-url", "https://kg.example.org/") as server:
        connection = server.process
        assert connection.poll() is None
        assert server.url == "https://kg.example.org/sparql"


@pytest.mark.parametrize("caught", [signal.SIGTERM, signal.SIGINT])
def test_a_stop_lets_queries_end(caught: signal.Signals, demo_out: Path, tmp_path: Path) -> None:
    with serving(demo_out, tmp_path / "log", "--timeout", "2", "--grace", "20") as server:
        replies: list[Reply] = []
        asking = threading.Thread(target=lambda: replies.append(server.get(FOREVER)))
        asking.start()
        until(lambda: figure(server, "kg_jobs_running") == 1)
        family = server.family()
        server.process.send_signal(caught)
        asking.join(PATIENCE)
        assert replies and replies[0].text.startswith("The query took longer")
        assert server.process.wait(PATIENCE) == 0
        until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in family[1:]))


def test_a_stop_doesnt_wait_for_ever(demo_out: Path, tmp_path: Path) -> None:
    with (
        serving(demo_out, tmp_path / "log", "--timeout", "100", "--grace", "1") as server,
        socket.create_connection(("127.0.0.1", server.port)) as connection,
    ):
        connection.sendall(f"GET /sparql?query={quote(FOREVER)} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        until(lambda: figure(server, "kg_jobs_running") == 1)
        server.process.terminate()
        assert server.process.wait(PATIENCE) == 0


def test_workers_that_die_are_replaced(demo_out: Path, tmp_path: Path) -> None:
    with serving(demo_out, tmp_path / "log") as server:
        zygote, *workers = server.family()[1:]
        for worker in workers:
            os.kill(worker, signal.SIGKILL)
        until(lambda: server.get("ASK {}").status == 200)
        os.kill(zygote, signal.SIGKILL)
        until(lambda: zygote not in server.family() and server.ask("GET", "/health").status == 200)
        assert server.get("ASK {}").status == 200
        assert server.process.poll() is None


def test_all_end_with_the_service(demo_out: Path, tmp_path: Path) -> None:
    with serving(demo_out, tmp_path / "log") as server:
        until(lambda: len(server.family()) > 5)
        family = server.family()
        server.process.kill()
        server.process.wait()
        until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in family[1:]))


def test_a_port_that_is_taken(demo_out: Path, server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", str(demo_out), "--port", str(server.port)]) == 1
    said = capsys.readouterr().err
    assert f"port {server.port}: Address already in use" in said
    assert "--port 0" in said


def test_without_its_packages(
    demo_out: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert main(["serve", str(demo_out)]) == 1
    assert "pip install 'policy-kg[serve]'" in capsys.readouterr().err
