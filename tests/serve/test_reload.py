"""A graph that is replaced while it is served: readers see the old or the new one, never a mixture."""

import os
import signal
import threading
from pathlib import Path

import pytest

from kg.cli import main
from kg.store import embedded
from tests.serve.server import serving
from tests.serve.test_service import FOREVER, figure, until

SIZE = 400
ALL = "SELECT (COUNT(*) AS ?all) (COUNT(DISTINCT ?o) AS ?states) (SAMPLE(?o) AS ?state) { ?s <urn:state> ?o }"


def written(path: Path, state: int) -> None:
    """The graph in one of its states, put in place at once."""
    new = path.with_suffix(".new")
    new.write_text("".join(f"<urn:{i}> <urn:state> <urn:state:{state}> .\n" for i in range(SIZE)))
    os.replace(new, path)


def test_the_old_or_the_new(tmp_path: Path) -> None:
    graph = tmp_path / "graph.nq"
    written(graph, 0)
    with serving(graph, tmp_path / "log") as server:
        over, seen, wrong = threading.Event(), list[int](), list[str]()

        def ask() -> None:
            while not over.is_set():
                reply = server.get(ALL, "text/csv")
                count, states, state = reply.text.split("\r\n")[1].split(",")
                if (reply.status, count, states) != (200, str(SIZE), "1"):
                    wrong.append(reply.text)
                seen.append(int(state.rpartition(":")[2]))

        readers = [threading.Thread(target=ask) for _ in range(3)]
        for reader in readers:
            reader.start()
        tag = server.get(ALL).headers["etag"]
        for state in (1, 2, 3):
            written(graph, state)
            until(lambda state=state: seen[-1:] == [state])  # type: ignore[misc]
        over.set()
        for reader in readers:
            reader.join()
        assert not wrong
        assert set(seen) == {0, 1, 2, 3}
        assert server.get(ALL, **{"If-None-Match": tag}).status == 200
        until(lambda: len(server.family()) < 30)  # the old workers have ended


def test_a_query_ends_on_the_graph_that_it_began_on(tmp_path: Path) -> None:
    graph = tmp_path / "graph.nq"
    written(graph, 0)
    with serving(graph, tmp_path / "log", "--timeout", "6") as server:
        replies: list[str] = []
        asking = threading.Thread(target=lambda: replies.append(server.get(FOREVER).text))
        asking.start()
        until(lambda: figure(server, "kg_jobs_running") == 1)
        written(graph, 1)
        until(lambda: figure(server, "kg_graph_loads_total") == 2)
        assert figure(server, "kg_jobs_running") == 1
        asking.join()
        assert replies[0].startswith("The query took longer than 6 s")


def test_a_new_one_that_is_broken_is_not_taken(tmp_path: Path) -> None:
    graph = tmp_path / "graph.nq"
    written(graph, 0)
    with serving(graph, tmp_path / "log") as server:
        graph.write_text("this is no graph\n")
        until(lambda: figure(server, "kg_graph_failed_loads_total") == 1)
        assert "state:0" in server.get(ALL, "text/csv").text
        assert "kept the graph as it was" in server.log.read_text()
        graph.unlink()
        assert "state:0" in server.get(ALL, "text/csv").text
        written(graph, 5)
        until(lambda: "state:5" in server.get(ALL, "text/csv").text)


def test_hangup_reads_it_again(tmp_path: Path) -> None:
    graph = tmp_path / "graph.nq"
    written(graph, 0)
    with serving(graph, tmp_path / "log") as server:
        server.process.send_signal(signal.SIGHUP)
        until(lambda: figure(server, "kg_graph_loads_total") == 2)
        assert server.get("ASK {}").status == 200


def test_a_store_that_takes_changes(articles: Path, tmp_path: Path) -> None:
    first, *rest = sorted(articles.glob("*.txt"))
    store = tmp_path / "store"
    embedded.add(store, rest)
    size = "SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
    with serving(store, tmp_path / "log") as server:

        def now() -> int:
            reply = server.get(size, "text/csv")
            assert reply.status == 200, reply.text
            return int(reply.text.split()[1])

        sizes = [embedded.add(store, []).statements]
        assert now() == sizes[0]
        over, seen = threading.Event(), list[int]()
        reader = threading.Thread(target=lambda: seen.extend(now() for _ in iter(over.is_set, True)))
        reader.start()
        sizes.append(embedded.add(store, [first]).statements)
        until(lambda: now() == sizes[1])
        sizes.append(embedded.remove(store, [first.name]).statements)
        until(lambda: now() == sizes[2])
        over.set()
        reader.join()
        assert sizes[0] == sizes[2] < sizes[1]
        assert set(seen) <= set(sizes)
        assert figure(server, "kg_graph_failed_loads_total") == 0


def test_a_store_that_is_damaged_is_told(articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = tmp_path / "store"
    embedded.add(store, [min(articles.glob("*.txt"))])
    for file in (store / "index" / "00000001").glob("*.sst"):
        file.unlink()
    assert main(["serve", str(store), "--port", "0"]) == 1
    assert "can't be opened" in capsys.readouterr().err
