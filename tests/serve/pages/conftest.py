"""A service over the articles that come with kg, others over hostile and over large graphs, a browser cut off."""

import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from pyoxigraph import Store

from kg.use.query import load
from tests.serve.pages import graphs
from tests.serve.pages.client import Service
from tests.use.page.chromium import Browser
from tests.use.page.conftest import program


@pytest.fixture(scope="session")
def store(demo_out: Path) -> Store:
    """The graph of the articles that come with kg."""
    return load(demo_out / "graph.nq")


@pytest.fixture(scope="session")
def service(demo_out: Path) -> Iterator[Service]:
    """`kg serve` over it."""
    yield from _served(demo_out / "graph.nq")


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """`kg serve` over names, titles and posts that would like to be markup."""
    yield from _served(_written(tmp_path_factory.mktemp("hostile") / "graph.nq", graphs.hostile_lines()))


@pytest.fixture(scope="session")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """`kg serve` over a body with hundreds of facts."""
    yield from _served(_written(tmp_path_factory.mktemp("hub") / "graph.nq", graphs.hub_lines(120, 90)))


@pytest.fixture(scope="session")
def cut_off(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Chromium that finds no host but this one."""
    rules = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    running = Browser(program(), tmp_path_factory.mktemp("chromium-cut-off"), rules)
    yield running
    running.close()


@pytest.fixture
def browser(cut_off: Browser) -> Iterator[Browser]:
    """That, without tabs."""
    yield cut_off
    cut_off.close_tabs()


def _written(path: Path, lines: Sequence[str]) -> Path:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def _served(graph: Path) -> Iterator[Service]:
    command = [sys.executable, "-m", "kg", "serve", str(graph), "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8")
    assert process.stdout is not None
    line = process.stdout.readline()
    match = re.match(r"http://127\.0\.0\.1:(\d+)/", line)
    assert match, line
    yield Service(int(match[1]))
    process.terminate()
    process.wait(30)
    process.stdout.close()
