"""A service of its own for a test: the real command in a process of its own, on a free port of this machine."""

import http.client
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 60  # seconds that nothing may take


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back."""

    status: int
    headers: Mapping[str, str]  # names in lower case
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass(frozen=True, slots=True)
class Server:
    """A service that runs."""

    process: subprocess.Popen[str]
    url: str  # of its SPARQL endpoint
    log: Path

    @property
    def port(self) -> int:
        port = urlsplit(self.url).port
        assert port
        return port

    def ask(
        self,
        method: str,
        path: str,
        headers: Mapping[str, str] | None = None,
        body: bytes | None = None,
        timeout: float = PATIENCE,
    ) -> Reply:
        """One request on a connection of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, body, dict(headers or {}))
            answer = connection.getresponse()
            return Reply(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
        finally:
            connection.close()

    def get(self, query: str, accept: str | None = None, **headers: str) -> Reply:
        """A query by GET."""
        given = {"Accept": accept} if accept is not None else {}
        return self.ask("GET", f"/sparql?query={quote(query)}", given | headers)

    def family(self) -> list[int]:
        """The process ids of the service and of all that it started, itself first."""
        parents: dict[int, int] = {}
        for folder in Path("/proc").iterdir():
            if folder.name.isdecimal():
                try:
                    parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
                except OSError:
                    continue
        found = [self.process.pid]
        for parent in found:
            found.extend(pid for pid, of in parents.items() if of == parent)
        return found

    def cpu(self) -> int:
        """Clock ticks that the family has used."""
        return sum(sum(map(int, fields[11:13])) for fields in map(_stat, self.family()))

    def memory(self) -> int:
        """Bytes of the service itself that are in memory."""
        return int(_stat(self.process.pid)[21]) * os.sysconf("SC_PAGESIZE")


def _stat(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ["0"] * 50


@contextmanager
def serving(graph: Path, log: Path, *options: str) -> Iterator[Server]:
    """`kg serve` over a graph, until the end of the block."""
    command = [sys.executable, "-m", "kg", "serve", str(graph), "--port", "0", *options]
    with log.open("w") as errors:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=errors,
            encoding="utf-8",
            env=os.environ | {"KG_DEBUG": "1"},
        )
    assert process.stdout
    try:
        url = process.stdout.readline().strip()
        assert url, log.read_text()
        yield Server(process, url, log)
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()
