"""Many clients at once, with the questions that come with kg: `python bench/load.py GRAPH [URL…] [--virtuoso]`.

GRAPH is the graph that the servers hold: the parameters of questions are filled with what it names. 50 clients ask for
60 s, each over a connection of its own, in an order drawn for it; the next question goes when the last answer has come
whole. Questions are counted in two groups, narrowed to one thing and asked of all; --each shows every one. Of two
servers the ratio is shown. Without a URL, `kg serve GRAPH` is started on loopback; with --virtuoso also a Virtuoso, and
the graph pushed to it.
"""

import argparse
import http.client
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from kg.rdf.read import read_quads
from kg.rdf.terms import PREFIXES
from kg.store.credentials import Credentials
from kg.store.push import push
from kg.store.remote import Server
from kg.use.named import NamedQuery, Parameter, named_queries
from kg.use.query import ask, load
from kg.use.sparql import with_prefixes
from kg.use.tables import text_table

NARROWED, OF_ALL = "narrowed to one thing", "of all there is"
# What a parameter is filled with, by its name: a column of names from the graph.
NAMES = {
    "person": "?x a pk:Person ; rdfs:label ?name",
    "body": "?x a pk:Organization ; rdfs:label ?name",
    "about": "?x a pk:Organization ; rdfs:label ?name",
    "event": "?x a pk:Event ; rdfs:label ?name",
    "place": "?x a pk:Place ; rdfs:label ?name",
    "program": "?x a pk:Program ; rdfs:label ?name",
    "counted": "?x pk:counts ?name",
    "theme": "GRAPH ?g { ?x skos:prefLabel ?name FILTER(LANG(?name) = 'zh-hans') } FILTER(STRENDS(STR(?g), '/themes'))",
}
VALUES = 20  # different things for each parameter


@dataclass(frozen=True, slots=True)
class Question:
    """A query as it is sent, its name and its group."""

    name: str
    group: str
    form: bytes


@dataclass
class Tally:
    """What one client saw: seconds by question, and errors."""

    seconds: list[tuple[Question, float]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Run:
    """What all clients saw of one server in so many seconds, and the share of one processor that they took."""

    url: str
    seconds: float
    tallies: Sequence[Tally]
    own: float

    @property
    def answers(self) -> list[tuple[Question, float]]:
        return [one for tally in self.tallies for one in tally.seconds]

    @property
    def errors(self) -> list[str]:
        return [error for tally in self.tallies for error in tally.errors]

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.answers) / self.seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("graph", type=Path, help="graph.nq of the graph that the servers hold")
    parser.add_argument("url", nargs="*", help="where a server answers SPARQL")
    parser.add_argument("--virtuoso", action="store_true", help="start a Virtuoso, and push the graph to it")
    parser.add_argument("--clients", type=int, default=50, help="how many at once (50)")
    parser.add_argument("--seconds", type=float, default=60, help="how long (60)")
    parser.add_argument("--leave-out", action="append", default=[], metavar="NAME", help="a question not to ask")
    parser.add_argument("--each", action="store_true", help="every question on a line of its own")
    options = parser.parse_args()
    asked = questions(options.graph, options.leave_out)
    print(f"{len(asked)} queries of {len({q.name for q in asked})} questions, {options.clients} clients\n", flush=True)
    runs = [measure(url, asked, options.clients, options.seconds) for url in options.url]
    if not options.url:
        with served(options.graph) as url:
            runs.append(measure(url, asked, options.clients, options.seconds))
    if options.virtuoso:
        with pushed_to_virtuoso(options.graph) as (url, default_graph):
            runs.append(measure(url, asked, options.clients, options.seconds, default_graph))
    for run in runs:
        report(run, options.each)
    if len(runs) == 2:
        print(f"{runs[0].url} answers {runs[0].rate / runs[1].rate:.2f} times as many as {runs[1].url}")


def questions(graph: Path, leave_out: Sequence[str] = ()) -> list[Question]:
    """The questions, each with several values of its parameters, as forms to be sent."""
    store, draw = load(graph), random.Random(1)

    def drawn(parameter: Parameter) -> list[str]:
        if parameter.type == "date":
            return [f"{draw.randint(2019, 2025)}-{draw.randint(1, 12):02}-15" for _ in range(VALUES)]
        if parameter.type == "decimal":
            return [str(draw.choice((100, 1000, 10_000))) for _ in range(VALUES)]
        found = ask(store, f"SELECT DISTINCT (STR(?name) AS ?n) WHERE {{ {NAMES[parameter.name]} }} ORDER BY ?n").texts
        return [draw.choice(found)[0] for _ in range(VALUES)] if found else []

    made = []
    for query in named_queries():
        if query.name in leave_out:
            continue
        made.append(_question(query, OF_ALL, query.text))
        columns = [drawn(parameter) for parameter in query.parameters]
        names = [parameter.name for parameter in query.parameters]
        for values in zip(*columns, strict=False):
            made.append(_question(query, NARROWED, query.given(dict(zip(names, values, strict=True)))))
    return made


def _question(query: NamedQuery, group: str, text: str) -> Question:
    return Question(query.name, group, urlencode({"query": with_prefixes(text, PREFIXES)}).encode())


def measure(url: str, asked: Sequence[Question], clients: int, seconds: float, default_graph: str | None = None) -> Run:
    """Let the clients ask for so many seconds."""
    tallies = [Tally() for _ in range(clients)]
    begun, end = time.monotonic(), time.monotonic() + seconds
    before = resource.getrusage(resource.RUSAGE_SELF)
    threads = [
        threading.Thread(target=client, args=(url, asked, number, end, tally, default_graph), daemon=True)
        for number, tally in enumerate(tallies)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took, after = time.monotonic() - begun, resource.getrusage(resource.RUSAGE_SELF)
    own = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(url, took, tallies, own / took)


def client(
    url: str, asked: Sequence[Question], number: int, end: float, tally: Tally, default_graph: str | None
) -> None:
    """One client: questions drawn by chance, half of them narrowed, until the end."""
    parts, draw = urlsplit(url), random.Random(number)
    groups = [group for group in ([q for q in asked if q.group == name] for name in (NARROWED, OF_ALL)) if group]
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Accept": "application/sparql-results+json",
    }
    more = f"&{urlencode({'default-graph-uri': default_graph})}".encode() if default_graph else b""
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=120)
    while time.monotonic() < end:
        question = draw.choice(draw.choice(groups))
        start = time.monotonic()
        try:
            connection.request("POST", parts.path or "/", question.form + more, headers)
            answer = connection.getresponse()
            body = answer.read()
            took = time.monotonic() - start
            if answer.status != 200:
                said = " ".join(body[:200].decode("utf-8", "replace").split())
                tally.errors.append(f"{question.name}: {answer.status} {said}")
                continue
            if not body.rstrip().endswith(b"}"):
                tally.errors.append(f"{question.name}: an answer without an end")
                continue
            tally.seconds.append((question, took))
        except (OSError, http.client.HTTPException) as error:
            tally.errors.append(f"{question.name}: {type(error).__name__} {error}")
            connection.close()
    connection.close()


def report(run: Run, each: bool) -> None:
    """The figures of a run."""
    print(
        f"{run.url}: {run.rate:.1f} answers a second, "
        f"{len(run.answers)} in {run.seconds:.0f} s, {len(run.errors)} errors"
    )
    for error in sorted(set(run.errors))[:5]:
        print(f"  {error}")
    print(f"  the clients took {run.own:.0%} of one processor of {os.cpu_count()}")
    groups: dict[str, list[float]] = {}
    for question, seconds in run.answers:
        groups.setdefault(question.group, []).append(seconds)
        if each:
            groups.setdefault(f"  {question.name}", []).append(seconds)
    order = [NARROWED, OF_ALL, *sorted(name for name in groups if name.startswith(" "))]
    rows = [(name, *quantiles(groups[name])) for name in order if name in groups]
    print(text_table(("questions", "answers", "p50, ms", "p99, ms", "max, ms"), rows), end="\n\n", flush=True)


def quantiles(seconds: Sequence[float]) -> tuple[str, str, str, str]:
    ordered = sorted(seconds)
    at = [ordered[min(len(ordered) - 1, int(len(ordered) * share))] for share in (0.5, 0.99, 1)]
    return f"{len(ordered)}", f"{at[0] * 1000:.1f}", f"{at[1] * 1000:.1f}", f"{at[2] * 1000:.1f}"


@contextmanager
def served(graph: Path) -> Iterator[str]:
    """`kg serve` with the graph: the URL of its SPARQL."""
    command = [sys.executable, "-m", "kg", "serve", str(graph), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8") as process:
        assert process.stdout
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()
            process.wait(30)


@contextmanager
def pushed_to_virtuoso(graph: Path) -> Iterator[tuple[str, str]]:
    """A Virtuoso that holds the graph: its URL, and the graph that is its default graph."""
    from tests.exchange.virtuoso import DEFAULT_GRAPH, MISSING, virtuoso

    if MISSING:
        raise SystemExit(f"Virtuoso {MISSING}")
    with tempfile.TemporaryDirectory() as folder, virtuoso(Path(folder)) as running:
        url = f"http://127.0.0.1:{running.http}/sparql"
        start = time.monotonic()
        with Server(url, Credentials("dba", "dba"), timeout=600) as server:
            done = push(read_quads(graph), server, default_graph=DEFAULT_GRAPH)
        took = time.monotonic() - start
        print(f"pushed to Virtuoso: {json.dumps({'quads': done.quads, 'seconds': round(took, 1)})}\n", flush=True)
        yield url, DEFAULT_GRAPH


if __name__ == "__main__":
    main()
