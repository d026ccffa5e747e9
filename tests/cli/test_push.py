"""kg push and kg query URL, as typed."""

import json
from pathlib import Path

import pytest
from pyoxigraph import Store

from kg.cli import main
from tests.store.server import Memory, Reply, serving


def test_push_and_query(demo_out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with serving(Memory()) as running:
        assert main(["push", str(demo_out), running.url]) == 0
        out, err = capsys.readouterr()
        assert " IRIs: " in out and f"by update at http://{running.host}/update" in out
        assert "quads are there" in err
        assert main(["push", str(demo_out), running.url, "--json", "--quiet"]) == 0
        out, err = capsys.readouterr()
        done = json.loads(out)
        assert (done["brought"], done["taken"], done["new"], done["changed"], done["gone"]) == (0, 0, 0, 0, 0)
        assert done["quads"] == len((demo_out / "graph.nq").read_bytes().splitlines())
        assert not err
        for form in ([], ["--json"], ["--csv"]):
            assert main(["query", running.url, "-q", "posts", *form]) == 0
            there = capsys.readouterr().out
            assert main(["query", str(demo_out), "-q", "posts", *form]) == 0
            assert there == capsys.readouterr().out


def test_a_dry_run(demo_out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = Store()
    with serving(Memory(store)) as running:
        assert main(["push", str(demo_out), running.url, "--dry-run"]) == 0
    assert "would be brought" in capsys.readouterr().out
    assert not len(store)


def test_a_password_is_never_shown(
    demo_out: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KG_SPARQL_USER", "dba")
    monkeypatch.setenv("KG_SPARQL_PASSWORD", "s3cret-pass")
    challenge = {"WWW-Authenticate": 'Basic realm="x"'}
    with serving(lambda request: Reply(401, str(request.headers).encode(), headers=challenge)) as running:
        for words in (["push", str(demo_out), running.url], ["query", running.url, "ASK {}"]):
            assert main(words) == 1
            out, err = capsys.readouterr()
            assert "answers 401" in err and not out
            assert "s3cret" not in err and "ZGJhOnMzY3JldC1wYXNz" not in err
            assert "authorization" in running.requests[-1].headers
    assert main(["push", str(demo_out), "http://dba:s3cret-pass@localhost/sparql"]) == 2
    assert "s3cret" not in capsys.readouterr().err


def test_half_of_the_credentials(
    demo_out: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KG_SPARQL_USER", "dba")
    monkeypatch.delenv("KG_SPARQL_PASSWORD", raising=False)
    assert main(["push", str(demo_out), "http://127.0.0.1:1/sparql"]) == 2
    assert "KG_SPARQL_USER is set, KG_SPARQL_PASSWORD is not" in capsys.readouterr().err
