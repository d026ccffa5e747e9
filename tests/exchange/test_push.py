"""kg push and kg query URL on servers that others made: Virtuoso, and the server of Oxigraph."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPDigestAuthHandler, HTTPPasswordMgrWithDefaultRealm, ProxyHandler, Request, build_opener

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, QueryResultsFormat, QuerySolutions, parse_query_results

from kg.cli import main
from kg.rdf.quads import to_bytes
from kg.rdf.read import parse_lines
from kg.store.credentials import Credentials
from kg.store.parcels import RECORD
from kg.store.push import push
from kg.store.remote import Server, Term
from kg.use.named import NamedQuery, named_queries
from kg.use.query import ask, load
from kg.use.remote import ask_server
from tests.exchange import oxigraph as oxigraph_server
from tests.exchange import virtuoso as virtuoso_server
from tests.exchange.oxigraph import oxigraph
from tests.exchange.test_questions_elsewhere import NO_CHINESE_SEPARATOR, rows_of
from tests.exchange.virtuoso import virtuoso
from tests.questions import question_lines
from tests.writer import two_lines

pytestmark = pytest.mark.slow

BASE = "https://w3id.org/policy-kg/id/"
DEFAULT_GRAPH = "urn:policy-kg:default"
FOREIGN = Quad(NamedNode(f"{BASE}person/x"), NamedNode("urn:p"), Literal("不是我们的"), NamedNode("urn:others"))
ABOUT = Quad(NamedNode("urn:x"), NamedNode("urn:p"), Literal("nor this"))
QUERIES = named_queries()
LOCAL = load(question_lines())


@dataclass(frozen=True)
class Elsewhere:
    """A server: where it is asked, who may write, which graph is its default graph (None: one of its own)."""

    name: str
    url: str
    given: Credentials
    default_graph: str | None
    update_url: str

    @property
    def options(self) -> list[str]:
        return ["--default-graph", self.default_graph] if self.default_graph else []

    def post(self, url: str, body: bytes, media_type: str, accept: str = "*/*") -> bytes:
        """By the standard library, not by what is tested here; with a proxy of no kind."""
        passwords = HTTPPasswordMgrWithDefaultRealm()
        passwords.add_password(None, url, self.given.user, self.given.password)
        opener = build_opener(ProxyHandler({}), HTTPDigestAuthHandler(passwords))
        with opener.open(Request(url, body, {"Content-Type": media_type, "Accept": accept}), timeout=60) as answer:
            return bytes(answer.read())

    def update(self, text: str) -> None:
        self.post(self.update_url, text.encode(), "application/sparql-update")

    def held(self) -> set[Quad]:
        """Every quad under our base or of others, read again term by term; the server's own graphs are left out."""
        found: set[Quad] = set()
        default = f"GRAPH <{self.default_graph}>" if self.default_graph else ""
        for pattern in ("GRAPH ?g { ?s ?p ?o }", f"{default} {{ ?s ?p ?o }}"):
            form = urlencode({"query": f"SELECT * WHERE {{ {pattern} }}"}).encode()
            kind = "application/sparql-results+json"
            answer = self.post(self.url, form, "application/x-www-form-urlencoded", kind)
            rows = parse_query_results(answer, format=QueryResultsFormat.JSON)
            assert isinstance(rows, QuerySolutions)
            for row in rows:
                graph = row["g"] if pattern.startswith("GRAPH ?g") else DefaultGraph()
                if isinstance(graph, DefaultGraph) or graph.value.startswith((BASE, "urn:others")):
                    found.add(Quad(row["s"], row["p"], canonical(row["o"]), graph))
        return {quad for quad in found if quad.graph_name != NamedNode(BASE + RECORD)}


def canonical(term: Term) -> Term:
    """Virtuoso writes xsd:boolean as 1 and 0."""
    if isinstance(term, Literal) and term.datatype.value.endswith("#boolean"):
        return Literal({"1": "true", "0": "false"}.get(term.value, term.value), datatype=term.datatype)
    return term


@pytest.fixture(scope="module", params=["virtuoso", "oxigraph"])
def running(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Elsewhere]:
    folder = tmp_path_factory.mktemp(request.param)
    if request.param == "virtuoso":
        if virtuoso_server.MISSING:
            pytest.skip(virtuoso_server.MISSING)
        with virtuoso(folder) as server:
            url = f"http://127.0.0.1:{server.http}/sparql"
            yield Elsewhere("virtuoso", url, Credentials("dba", "dba"), DEFAULT_GRAPH, f"{url}-auth")
        return
    if oxigraph_server.MISSING:
        pytest.skip(oxigraph_server.MISSING)
    with oxigraph(folder) as url:
        yield Elsewhere("oxigraph", f"{url}/query", Credentials(), None, f"{url}/update")


def emptied(running: Elsewhere) -> None:
    """Nothing is in the server but what others keep there."""
    default = f"GRAPH <{running.default_graph}> {{ ?s ?p ?o }}" if running.default_graph else "?s ?p ?o"
    under = f"GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), '{BASE}'))"
    running.update(f"DELETE {{ GRAPH ?g {{ ?s ?p ?o }} }} WHERE {{ {under} }}")
    running.update(f"DELETE {{ {default} }} WHERE {{ {default} }}")
    triple = f"{FOREIGN.subject} {FOREIGN.predicate} {FOREIGN.object}"
    running.update(f"INSERT DATA {{ GRAPH {FOREIGN.graph_name} {{ {triple} }} }}")


@pytest.fixture
def elsewhere(running: Elsewhere, monkeypatch: pytest.MonkeyPatch) -> Elsewhere:
    """The server, emptied, with our credentials in the environment."""
    emptied(running)
    for name in ("KG_SPARQL_USER", "KG_SPARQL_PASSWORD", "KG_SPARQL_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    if running.given:
        monkeypatch.setenv("KG_SPARQL_USER", running.given.user)
        monkeypatch.setenv("KG_SPARQL_PASSWORD", running.given.password)
    return running


@pytest.fixture(scope="module")
def full(running: Elsewhere) -> Elsewhere:
    """The server with the graph of four articles; only to be asked."""
    emptied(running)
    with Server(running.url, running.given) as server:
        push(question_lines(), server, default_graph=running.default_graph)
    return running


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """graph.nq of four articles, and two.nq of two of them."""
    made = tmp_path_factory.mktemp("graphs")
    (made / "graph.nq").write_bytes(to_bytes(question_lines()))
    (made / "two.nq").write_bytes(to_bytes(two_lines()))
    return made


@pytest.mark.parametrize("via", ["update", "graph-store"])
def test_pushed_pushed_again_and_pushed_after_a_change(
    elsewhere: Elsewhere, folder: Path, via: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def pushed(graph: str) -> dict[str, int | str]:
        command = ["push", str(folder / graph), elsewhere.url, *elsewhere.options, "--via", via, "--json", "--quiet"]
        assert main(command) == 0, capsys.readouterr().err
        return dict(json.loads(capsys.readouterr().out))

    others = {FOREIGN}
    if via == "update":
        place = f"GRAPH <{elsewhere.default_graph}>" if elsewhere.default_graph else ""
        elsewhere.update(
            f"INSERT DATA {{ {place} {{ {ABOUT.subject} {ABOUT.predicate} {ABOUT.object} }} }}"
            if place
            else f"INSERT DATA {{ {ABOUT.subject} {ABOUT.predicate} {ABOUT.object} }}"
        )
        others.add(ABOUT)
    first = pushed("graph.nq")
    assert elsewhere.held() == {*parse_lines(question_lines()), *others}
    assert first["brought"] == len(question_lines())
    again = pushed("graph.nq")
    assert (again["brought"], again["taken"], again["url"], again["same"]) == (0, 0, "", first["new"])
    changed = pushed("two.nq")
    assert elsewhere.held() == {*parse_lines(two_lines()), *others}
    assert changed["gone"] and changed["changed"] and changed["same"]
    pushed("graph.nq")
    assert elsewhere.held() == {*parse_lines(question_lines()), *others}


@pytest.mark.parametrize("after", [1, 4, 8])
def test_killed_in_the_middle_and_resumed(elsewhere: Elsewhere, folder: Path, after: int) -> None:
    command = [sys.executable, "-m", "kg", "push", str(folder), elsewhere.url, *elsewhere.options, "--batch", "25"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as process:
        assert process.stderr
        for _ in range(after):
            assert b"quads are there" in process.stderr.readline()
        process.kill()
    assert process.returncode == -9
    with Server(elsewhere.url, elsewhere.given) as server:
        done = push(question_lines(), server, default_graph=elsewhere.default_graph)
    assert done.same and done.brought < len(question_lines())
    assert elsewhere.held() == {*parse_lines(question_lines()), FOREIGN}


@pytest.mark.parametrize("query", QUERIES, ids=lambda q: q.name)
def test_a_question_has_the_same_answer_as_here(full: Elsewhere, query: NamedQuery) -> None:
    """Rows without their order, and the parts of a GROUP_CONCAT without theirs: see test_questions_elsewhere.py."""
    with Server(full.url, full.given) as server:
        there, here = ask_server(server, query.text, full.default_graph), ask(LOCAL, query.text)
    assert (there.columns, there.form) == (here.columns, here.form)
    rows = [list(row) for row in there.texts]
    if full.name == "virtuoso" and query.name in NO_CHINESE_SEPARATOR:
        assert rows_of(rows) != rows_of(here.texts)
        rows = [[cell.replace("?", "；") for cell in row] for row in rows]
    assert rows_of(rows) == rows_of(here.texts)


def test_questions_by_the_command_line(elsewhere: Elsewhere, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["push", str(folder), elsewhere.url, *elsewhere.options, "--quiet"]) == 0
    capsys.readouterr()
    for words in (
        ["-q", "holders", "--param", "body=临溪学院", "--csv"],
        ["ASK { ?x a pk:Person }", "--json"],
        ["CONSTRUCT { ?x rdfs:label ?l } WHERE { ?x a pk:Program ; rdfs:label ?l }"],
        ["PREFIX pk: <urn:other#> ASK { ?x a pk:Person }"],
    ):
        assert main(["query", elsewhere.url, *words, *elsewhere.options]) == 0
        there = capsys.readouterr().out
        assert main(["query", str(folder), *words]) == 0
        assert there == capsys.readouterr().out
    assert main(["query", elsewhere.url, "SELECT ?x { ?x a pk:Person"]) == 1
    assert re.search(r"kg: 127.0.0.1:\d+ answers 400", capsys.readouterr().err)


TEXTS = (
    "a\\u0022b",
    "\\\\u0022 } } ; DROP ALL ; #",
    "\\u005C\\U0001F600",
    'quote " and \\" end\\',
    "\n\t'''\"\"\"",
    "上海😀",
    "\\\\u",
)


def test_texts_of_articles_stay_texts(elsewhere: Elsewhere) -> None:
    article = f"{BASE}doc/aaaa"
    lines = [
        f"<{article}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/policy-kg/def#NewsArticle> .",
        *(f"<{article}> <urn:p{n}> {Literal(text)} <{article}> ." for n, text in enumerate(TEXTS)),
    ]
    with Server(elsewhere.url, elsewhere.given) as server:
        push(lines, server, default_graph=elsewhere.default_graph)
    assert elsewhere.held() == {*parse_lines(lines), FOREIGN}


def test_wrong_credentials(
    elsewhere: Elsewhere, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if not elsewhere.given:
        pytest.skip(f"{elsewhere.name} asks nobody who they are")
    for user, password, said in (("dba", "not-the-password", "may be wrong"), ("", "", "none are set")):
        monkeypatch.setenv("KG_SPARQL_USER", user)
        monkeypatch.setenv("KG_SPARQL_PASSWORD", password)
        assert main(["push", str(folder), elsewhere.url, *elsewhere.options]) == 1
        out, err = capsys.readouterr()
        assert "answers 401" in err and said in err and "KG_SPARQL_USER" in err
        assert not out and "not-the-password" not in err
    assert elsewhere.held() == {FOREIGN}


def test_a_server_without_a_default_graph_is_told(
    elsewhere: Elsewhere, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if elsewhere.default_graph is None:
        pytest.skip(f"{elsewhere.name} has a default graph of its own")
    assert main(["push", str(folder), elsewhere.url]) == 1
    assert "--default-graph urn:policy-kg:default" in capsys.readouterr().err
    assert elsewhere.held() == {FOREIGN}
