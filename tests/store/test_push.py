"""kg push against a SPARQL server in memory, with the habits that real ones have."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from kg.rdf.read import GraphError, parse_lines
from kg.store import ways
from kg.store.holding import Place
from kg.store.parcels import PROBE, RECORD
from kg.store.push import Pushed, push
from kg.store.remote import Server, ServerError
from kg.store.urls import graph_store_urls, update_urls
from kg.store.ways import Batch, Update, for_sparql
from tests.questions import question_lines
from tests.store.server import Memory, Reply, Request, Running, serving
from tests.writer import two_lines

BASE = "https://w3id.org/policy-kg/id/"
FOREIGN = (
    Quad(NamedNode("urn:a"), NamedNode("urn:b"), Literal("ours"), NamedNode("urn:g")),
    Quad(NamedNode(f"{BASE}person/x"), NamedNode("urn:b"), Literal("a remark of others"), NamedNode("urn:g")),
    Quad(NamedNode("urn:a"), NamedNode("urn:b"), Literal("in the default graph")),
    Quad(NamedNode("https://w3id.org/policy-kg/identity"), NamedNode("urn:b"), Literal("nearly under the base")),
)
WAYS = ("update", "graph-store")


def quads(lines: Sequence[str], default_graph: str | None = None) -> set[Quad]:
    graph = NamedNode(default_graph) if default_graph else DefaultGraph()
    return {
        Quad(q.subject, q.predicate, q.object, graph if q.graph_name == DefaultGraph() else q.graph_name)
        for q in parse_lines(lines)
    }


def held(store: Store, own: bool = False) -> set[Quad]:
    """What the server holds, without the record of what was sent."""
    return {q for q in store if own or q.graph_name != NamedNode(BASE + RECORD)}


@contextmanager
def memory(store: Store, **habits: object) -> Iterator[tuple[Running, Server]]:
    with serving(Memory(store, **habits)) as running, Server(running.url) as server:  # type: ignore[arg-type]
        yield running, server


def changes(running: Running) -> list[Request]:
    return [request for request in running.requests if request.path != "/sparql" or b"query=" not in request.body]


@pytest.mark.parametrize("via", WAYS)
def test_a_server_becomes_the_same_as_the_graph(via: str) -> None:
    store = Store()
    foreign = FOREIGN if via == "update" else FOREIGN[:2]
    store.extend(foreign)
    with memory(store) as (running, server):
        first = push(question_lines(), server, via=via)
        assert held(store) == {*quads(question_lines()), *foreign}
        assert (first.quads, first.brought, first.same) == (len(question_lines()), len(question_lines()), 0)
        assert first.via == via

        sent = len(changes(running))
        again = push(question_lines(), server, via=via)
        assert (again.brought, again.taken, again.same) == (0, 0, first.new)
        assert len(changes(running)) == sent

        smaller = push(two_lines(), server, via=via)
        assert held(store) == {*quads(two_lines()), *foreign}
        assert smaller.gone and smaller.changed and smaller.same
        assert smaller.taken - smaller.brought == len(question_lines()) - len(two_lines())

        back = push(question_lines(), server, via=via)
        assert held(store) == {*quads(question_lines()), *foreign}
        assert (back.changed, back.same) == (smaller.changed, smaller.same)


@pytest.mark.parametrize("via", WAYS)
def test_a_graph_takes_the_place_of_the_default_graph(via: str) -> None:
    store = Store()
    store.extend(FOREIGN)
    for default_graph in ("urn:default", f"{BASE}graph/facts"):
        with memory(store, union=True) as (_, server):
            push(question_lines(), server, default_graph=default_graph, via=via)
            push(two_lines(), server, default_graph=default_graph, via=via)
        assert held(store) >= {*quads(two_lines(), default_graph), *FOREIGN}
        assert not push_again(store, default_graph).brought
        store.remove_graph(NamedNode(default_graph))


def push_again(store: Store, default_graph: str | None = None, lines: Sequence[str] = ()) -> Pushed:
    with memory(store) as (_, server):
        return push(lines or two_lines(), server, default_graph=default_graph)


def test_a_default_graph_that_is_the_union_of_all_is_told() -> None:
    store = Store()
    store.extend(FOREIGN)
    with memory(store, union=True) as (_, server), pytest.raises(ServerError, match="all of its graphs") as caught:
        push(two_lines(), server)
    assert "--default-graph" in caught.value.way_out
    assert held(store, own=True) == set(FOREIGN)


def test_the_graph_store_protocol_would_replace_what_others_keep() -> None:
    store = Store()
    store.extend(FOREIGN)
    with memory(store) as (_, server), pytest.raises(ServerError, match="holds what is not of this graph"):
        push(two_lines(), server, via="graph-store")
    assert held(store, own=True) == set(FOREIGN)


@pytest.mark.parametrize("rows", [1, 7, 50])
def test_answers_that_are_cut_without_a_word(rows: int) -> None:
    store = Store()
    with memory(store, rows=rows) as (_, server):
        push(two_lines(), server)
        smaller = [line for line in two_lines() if "organization" not in line]
        done = push(smaller, server)
        assert held(store) == quads(smaller)
        assert done.gone and done.same


@pytest.mark.parametrize("status", [400, 413, 500])
@pytest.mark.parametrize("most", [1, 10, 100])
def test_a_server_that_takes_less_is_sent_less(most: int, status: int) -> None:
    store = Store()
    with memory(store, most=most, status=status) as (running, server):
        push(two_lines(), server)
        assert held(store) == quads(two_lines())
        assert len(changes(running)) < 4 * len(two_lines()) / most + 40


def test_a_server_that_takes_nothing() -> None:
    store = Store()
    with (
        memory(store, most=0, status=500) as (_, server),
        pytest.raises(ServerError, match=r"500 .*: that is too much for me \(tried .*/update") as caught,
    ):
        push(two_lines(), server, via="update")
    assert "--update-url" in caught.value.way_out


@pytest.mark.parametrize("via", WAYS)
def test_broken_off_at_every_request(via: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that stops for good after so many changes, the last of which it carries out and does not answer."""
    monkeypatch.setattr(ways, "RECORDED", 5)
    before, after = [line for line in two_lines() if "林知远" not in line], two_lines()
    start = Store()
    start.extend(FOREIGN[:2])
    push_again(start, lines=before)
    stops, resumed, left = 0, [], True
    while left:
        store = Store()
        store.extend(start)
        behave, count = Memory(store), 0

        def once(request: Request, behave: Memory = behave, stops: int = stops) -> Reply:
            nonlocal count
            if request.path == "/sparql" and "query" in request.parameters:
                return behave(request)
            count += 1
            if count > stops + 1:
                return Reply(403, b"stopped")
            reply = behave(request)
            return Reply(403, b"stopped") if count == stops + 1 and reply.status < 300 else reply

        with serving(once) as running, Server(running.url) as server:
            try:
                push(after, server, via=via, size=40)
                left = False
            except ServerError:
                pass
        done = push_again(store, lines=after)
        resumed.append(done.brought)
        assert held(store, own=True) == held(store, own=True) | quads(after) | set(FOREIGN[:2])
        assert held(store) == quads(after) | set(FOREIGN[:2])
        stops += 1 if via == "update" else 6
    assert resumed == sorted(resumed, reverse=True)
    assert resumed[0] > resumed[-1] == 0 and len(set(resumed)) > 2


def test_what_someone_changed_is_put_right() -> None:
    store = Store()
    push_again(store)
    one, *_, last = sorted(held(store), key=str)
    store.remove(one)
    store.add(Quad(last.subject, NamedNode("urn:more"), Literal("x"), last.graph_name))
    assert push_again(store).changed == 2
    assert held(store) == quads(two_lines())


def test_a_dry_run_changes_nothing() -> None:
    store = Store()
    push_again(store, lines=question_lines())
    before = set(store)
    with memory(store) as (running, server):
        would = push(two_lines(), server, dry_run=True)
        assert not changes(running)
    assert set(store) == before
    did = push_again(store)
    assert (would.brought, would.taken, would.gone) == (did.brought, did.taken, did.gone)
    assert (would.via, would.dry_run) == ("", True)


def test_a_server_that_only_pretends() -> None:
    """It says yes to every change, and keeps none."""
    empty = Memory()

    def behave(request: Request) -> Reply:
        return empty(request) if "query" in request.parameters else Reply(200, b"<html>Welcome!</html>", "text/html")

    with serving(behave) as running, Server(running.url) as server:
        with pytest.raises(ServerError, match=r"accepts a statement, and .* does not have it"):
            push(two_lines(), server)
        assert len(changes(running)) < 20


def test_a_graph_of_others_is_refused() -> None:
    with serving(Memory()) as running, Server(running.url) as server:
        with pytest.raises(GraphError, match="not of this graph"):
            push([*two_lines(), '<urn:a> <urn:b> "c" .'], server)
        assert not running.requests


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    with memory(Store()) as (_, server):
        push(two_lines(), server, size=20, progress=lambda done, of: told.append((done, of)))
    assert told[-1] == (len(two_lines()),) * 2
    assert len(told) > 5 and told == sorted(told)


@pytest.mark.parametrize(
    "text",
    [
        "a\\u0022b",
        "\\\\u0022 } } ; DROP ALL ; #",
        "\\u005C",
        "\\U0001F600",
        'quote " and \\" end\\',
        "\n\r\t\b\f\x7f",
        "上海",
        "\\",
        "\\\\u",
    ],
)
def test_texts_come_through_servers_that_look_for_escapes_first(text: str) -> None:
    """A conforming server, and one that replaces \\uXXXX in the whole request before it reads anything else."""
    triple = f"{NamedNode('urn:s')} {NamedNode('urn:p')} {Literal(text)} ."
    wanted = Quad(NamedNode("urn:s"), NamedNode("urn:p"), Literal(text))
    update = "INSERT DATA { " + for_sparql(triple) + " }"
    hasty = re.sub(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})", lambda m: chr(int(m[1] or m[2], 16)), update)
    for request in (update, hasty):
        store = Store()
        store.update(request)
        assert set(store) == {wanted}


def test_halves_make_the_whole() -> None:
    batch = Batch(("urn:a", "urn:b"), ((None, '<urn:s> <urn:p> "1" .'), ("urn:g", '<urn:s> <urn:p> "2" .')))
    place = Place(BASE)

    def parts(one: Batch) -> list[Batch]:
        halves = one.halves()
        return [one] if halves is None else [part for half in halves for part in parts(half)]

    pieces = parts(batch)
    assert len(pieces) == 4
    whole, piecemeal = Store(), Store()
    for store in (whole, piecemeal):
        store.extend([Quad(NamedNode("urn:a"), NamedNode("urn:p"), Literal("old")), *FOREIGN])
    whole.update(batch.update(place))
    for piece in pieces:
        piecemeal.update(piece.update(place))
    assert set(whole) == set(piecemeal)
    assert Quad(NamedNode("urn:a"), NamedNode("urn:p"), Literal("old")) not in whole


def test_batches_keep_to_their_size() -> None:
    sizes: list[int] = []

    def behave(request: Request) -> Reply:
        if request.path == "/update":
            sizes.append(request.body.count(b" .\n"))
        return Memory(store)(request)

    store = Store()
    with serving(behave) as running, Server(running.url) as server:
        push(question_lines(), server, size=100)
    assert max(sizes) <= 101  # and the record of the last parcel
    assert Update(server, Place(BASE), "", 100).size == 100


@pytest.mark.parametrize(
    ("url", "updates", "stores"),
    [
        ("http://h:8890/sparql", "http://h:8890/sparql-auth", "http://h:8890/sparql-graph-crud-auth"),
        ("http://h:8890/sparql-auth", "http://h:8890/sparql-auth", "http://h:8890/sparql-graph-crud-auth"),
        ("http://h:3030/news/sparql", "http://h:3030/news/update", "http://h:3030/news/data"),
        ("http://h:3030/news", "http://h:3030/news/update", "http://h:3030/news/data"),
        ("http://h:7878/query", "http://h:7878/update", "http://h:7878/store"),
        ("http://h/bigdata/namespace/kb/sparql", "http://h/bigdata/namespace/kb/sparql", ""),
        (
            "http://h/repositories/kg",
            "http://h/repositories/kg/statements",
            "http://h/repositories/kg/rdf-graphs/service",
        ),
    ],
)
def test_usual_places_are_tried(url: str, updates: str, stores: str) -> None:
    assert updates in update_urls(url)
    assert not stores or stores in graph_store_urls(url)
    assert all(other.startswith("http://h") for other in (*update_urls(url), *graph_store_urls(url)))
    assert PROBE != RECORD
