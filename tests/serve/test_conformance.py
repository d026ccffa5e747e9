"""The W3C's tests of SPARQL 1.1 Query and Protocol, against the running service.

They are no part of the project: RDF_TESTS names a folder with a run.py that runs them against an endpoint, otherwise
they are looked for in shared/rdf-tests beside the project. exceptions.txt names what the service doesn't pass.
"""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.serve.server import ROOT

SUITE = Path(os.environ.get("RDF_TESTS", ROOT.parent / "shared" / "rdf-tests"))
EXCEPTIONS = Path(__file__).with_name("exceptions.txt")
TESTS = {"sparql11-query": 225, "protocol": 34}
FAILING = {"sparql11-query": 10, "protocol": 7}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (SUITE / "run.py").is_file(), reason=f"no W3C tests: RDF_TESTS names no folder with run.py ({SUITE})"
    ),
]


def exceptions() -> set[str]:
    """The IRIs of the tests that fail."""
    lines = EXCEPTIONS.read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("# ")}


def run(suite: str, results: Path) -> dict[str, dict[str, str]]:
    """The outcomes of the tests of a suite by their IRIs; each test gets a service of its own, one after another."""
    serve = f"cd {shlex.quote(str(ROOT))} && exec {shlex.quote(sys.executable)} -m kg serve {{data}} --port {{port}}"
    command = [
        *(sys.executable, str(SUITE / "run.py"), "http://127.0.0.1:1/sparql", "--tests", str(SUITE), "--suite", suite),
        *("--serve-cmd", serve, "--timeout", "60", "--json", str(results)),
    ]
    environment = os.environ | {"TMPDIR": str(results.parent)}
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=1800, env=environment)
    assert results.is_file(), done.stdout + done.stderr
    return {outcome["id"]: outcome for outcome in json.loads(results.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("suite", TESTS)
def test_conformance(suite: str, tmp_path: Path) -> None:
    outcomes = run(suite, tmp_path / "results.json")
    assert len(outcomes) == TESTS[suite]
    failed = {iri for iri, outcome in outcomes.items() if outcome["status"] != "pass"}
    named = exceptions() & set(outcomes)
    assert not {iri: outcomes[iri]["message"] for iri in failed - named}
    assert not named - failed, "these pass now: take them out of exceptions.txt"
    assert len(failed) == FAILING[suite]
