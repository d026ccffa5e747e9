import json
from pathlib import Path

import pytest

from kg.cli import main


def test_a_table(demo_out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", str(demo_out), "SELECT (COUNT(*) AS ?people) { ?p a pk:Person }"]) == 0
    head, rule, count = capsys.readouterr().out.splitlines()
    assert (head, rule) == ("people", "──────") and int(count) > 5


def test_json_and_csv(demo_out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    query = [str(demo_out / "graph.nq"), "SELECT ?name { ?p a pk:Person ; rdfs:label ?name } ORDER BY ?name"]
    assert main(["query", *query, "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)["results"]["bindings"]
    assert main(["query", *query, "--csv"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines == ["name", *(row["name"]["value"] for row in rows)]


def test_from_a_file(here: Path, demo_out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("question.rq").write_text("ASK { ?人 a pk:Person }", encoding="utf-8")
    assert main(["query", str(demo_out), "-f", "question.rq", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["boolean"] is True


def test_the_questions_that_come_with_kg(demo_out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", "--list"]) == 0
    names = [line.split()[0] for line in capsys.readouterr().out.splitlines()[2:]]
    assert {"posts", "programs-by-students", "issued-at-events", "completeness"} <= set(names)
    for name in names:
        assert main(["query", str(demo_out), "-q", name]) == 0
        assert capsys.readouterr().out
