"""Two hundred attacks at once, and a service that goes on as if nothing were."""

import hashlib
import http.client
import queue
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.serve.hostile import Attack, attacks
from tests.serve.server import PATIENCE, Server, serving

LIMIT = 0.5  # seconds for a query
ATTACKERS = 12
DUMP = "SELECT * { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } } ORDER BY ?g ?s ?p ?o"

pytestmark = pytest.mark.slow


@contextmanager
def listening() -> Iterator[tuple[int, list[bytes]]]:
    """A port of this machine, and what it hears."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.1)
        over = threading.Event()

        def listen() -> None:
            while not over.is_set():
                try:
                    connection, _ = listener.accept()
                except TimeoutError:
                    continue
                with connection:
                    heard.append(b"a connection")

        thread = threading.Thread(target=listen)
        thread.start()
        try:
            yield listener.getsockname()[1], heard
        finally:
            over.set()
            thread.join()


def attacked(port: int, attack: Attack) -> tuple[int, float]:
    """The status that came back, 0 for none, and the seconds that it took."""
    start = time.monotonic()
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as connection:
        with suppress(OSError):  # it needn't listen to the end
            connection.sendall(attack.sent)
        answer = http.client.HTTPResponse(connection)
        try:
            answer.begin()
            answer.read()
            status = answer.status
        except (http.client.HTTPException, ConnectionError):
            status = 0
    return status, time.monotonic() - start


def asked_all_the_while(server: Server, over: threading.Event, latencies: list[float]) -> None:
    """A good client, who asks ASK {} again and again."""
    while not over.is_set():
        start = time.monotonic()
        reply = server.get("ASK {}")
        latencies.append(time.monotonic() - start if reply.status == 200 else float("inf"))
        time.sleep(0.02)


def test_two_hundred_attacks(demo_out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    graph = demo_out / "graph.nq"
    before = hashlib.sha256(graph.read_bytes()).digest()
    options = ("--timeout", str(LIMIT), "--memory", "256", "--answer", "1", "--workers", "2")
    with listening() as (port, heard), serving(graph, tmp_path / "log", *options) as server:
        content = server.get(DUMP, "text/csv").text
        assert server.get("ASK {}").status == 200
        memory, family = server.memory(), len(server.family())
        waiting: queue.SimpleQueue[Attack] = queue.SimpleQueue()
        planned = attacks(port)
        assert len(planned) >= 200
        for attack in planned:
            waiting.put(attack)
        outcomes: dict[str, tuple[int, float]] = {}

        def attack_on() -> None:
            while not waiting.empty():
                try:
                    attack = waiting.get_nowait()
                except queue.Empty:
                    return
                outcomes[attack.name] = attacked(server.port, attack)

        over, latencies = threading.Event(), list[float]()
        good = threading.Thread(target=asked_all_the_while, args=(server, over, latencies))
        attackers = [threading.Thread(target=attack_on) for _ in range(ATTACKERS)]
        for thread in (good, *attackers):
            thread.start()
        for thread in attackers:
            thread.join()
        over.set()
        good.join()

        slowest = max(outcomes, key=lambda name: outcomes[name][1])
        latencies.sort()
        with capsys.disabled():
            print(f"\n{len(outcomes)} attacks by {ATTACKERS}, limit {LIMIT} s; the slowest ({slowest}) took", end=" ")
            print(f"{outcomes[slowest][1]:.2f} s. ASK {{}} {len(latencies)} times:", end=" ")
            shares = {"half": 0.5, "9 of 10": 0.9, "99 of 100": 0.99, "all": 1.0}
            for name, share in shares.items():
                print(f"{name} in {latencies[int((len(latencies) - 1) * share)] * 1000:.0f} ms", end=", ")
            print(f"memory of the service {memory / 1e6:.0f} → {server.memory() / 1e6:.0f} MB.")
        wrong = {a.name: outcomes.get(a.name) for a in planned if outcomes.get(a.name, (-1, 0))[0] not in a.allowed}
        assert not wrong
        # Real bounds are limit + 1 s and 0.1 s; a machine that is busy with other things gets more.
        assert outcomes[slowest][1] < LIMIT + 10
        assert latencies[-1] < 5
        assert not heard
        assert server.memory() < memory + 60_000_000
        assert server.ask("GET", "/health/ready").status == 200
        assert server.get(DUMP, "text/csv").text == content
        assert hashlib.sha256(graph.read_bytes()).digest() == before
        assert len(server.family()) <= family + 1
        assert "Traceback" not in server.log.read_text()
