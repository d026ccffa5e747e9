"""A Virtuoso of the tests' own: on loopback, in a folder that goes with it, for as long as a `with` lasts."""

import json
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import ProxyHandler, build_opener

from tests.exchange.running import Refused, running

_PROGRAMS = ("virtuoso-t", "isql-vt")
MISSING = "" if all(map(shutil.which, _PROGRAMS)) else "needs Debian's virtuoso-opensource-7 (make virtuoso)"

# Virtuoso keeps every triple in a named graph and has no default graph of its own. Ours is loaded into a graph of this
# name, and each request names that graph as the default one (default-graph-uri, as the SPARQL protocol has it).
# A pattern GRAPH ?g then still ranges over all graphs that the server has, this one and its own among them.
DEFAULT_GRAPH = "urn:policy-kg:default"

_CONFIG = """\
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/temp.db
TransactionFile = {folder}/temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
ServerThreads = 10
NumberOfBuffers = 4000
MaxDirtyBuffers = 3000
DirsAllowed = {folder}
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 4
"""


# 256 and 512 tell its one parser of Turtle that graphs are named as in TriG or in N-Quads.
_LOADERS = {
    "nq": "DB.DBA.TTLP({}, 512)",
    "nt": "DB.DBA.TTLP({}, 0)",
    "ttl": "DB.DBA.TTLP({}, 0)",
    "ttl-annotated": "DB.DBA.TTLP({}, 0)",
    "trig": "DB.DBA.TTLP({}, 256)",
    "rdfxml": "DB.DBA.RDF_LOAD_RDFXML({})",
}


@dataclass(frozen=True, slots=True)
class Virtuoso:
    """A running server."""

    folder: Path
    sql: int
    http: int

    def load(self, content: bytes, format: str, graph: str = DEFAULT_GRAPH) -> None:
        """A file in a format of _LOADERS; what is in no graph there goes into `graph`."""
        path = self.folder / format
        path.write_bytes(content)
        self.run(_LOADERS[format].format(f"file_to_string_output('{path}'), '', '{graph}'"))

    def forget(self, graph: str) -> None:
        """Remove a graph with all that it holds."""
        self.run(f"SPARQL CLEAR GRAPH <{graph}>")

    def count(self) -> dict[str, int]:
        """How many triples each graph holds, the server's own graphs among them."""
        rows = self.ask("SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")
        return {graph: int(n) for graph, n in rows}

    def run(self, command: str) -> None:
        """A command of its SQL shell."""
        done = subprocess.run(
            ["isql-vt", f"127.0.0.1:{self.sql}", "dba", "dba", f"exec={command};"],
            capture_output=True, text=True, timeout=30, check=False,
        )  # fmt: skip
        assert "Error" not in done.stdout + done.stderr, done.stdout + done.stderr

    def ask(self, query: str) -> list[list[str]]:
        """The rows as plain text, as kg.use.query has them; raises Refused."""
        form = {"query": query, "default-graph-uri": DEFAULT_GRAPH, "format": "application/sparql-results+json"}
        try:
            # No proxy: the server is on this machine.
            with build_opener(ProxyHandler({})).open(
                f"http://127.0.0.1:{self.http}/sparql", urlencode(form).encode(), timeout=30
            ) as answer:
                found = json.load(answer)
        except HTTPError as error:
            with error:
                raise Refused(error.read().decode(errors="replace")) from None
        columns = found["head"]["vars"]
        return [[row.get(c, {}).get("value", "") for c in columns] for row in found["results"]["bindings"]]


@contextmanager
def virtuoso(folder: Path) -> Iterator[Virtuoso]:
    """Start a server in an empty folder, and stop it."""
    server = Virtuoso(folder, *_free_ports())
    config = folder / "virtuoso.ini"
    config.write_text(_CONFIG.format(folder=folder, sql=server.sql, http=server.http), encoding="utf-8")
    command = ["virtuoso-t", "-f", "-c", str(config)]
    with running("Virtuoso", command, folder, lambda: server.ask("SELECT * WHERE { ?s a <urn:nothing> }"), 60):
        yield server


def _free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as other:
        for each in (one, other):
            each.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]
