import json
from pathlib import Path

import pytest

import kg
from kg.cli import main


def test_for_people(demo: kg.Build, article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["facts", "article.txt"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("━━ article.txt\n")
    (facts,) = kg.build(article).facts
    assert all(name in out for role in facts.roles for name in (role.person, role.title))
    assert f"Posts 任职 ({len(facts.roles)})" in out


def test_for_programs(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["facts", "article.txt", "--json"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    said, text = json.loads(line), article.read_bytes().decode()
    assert said["source"] == "article.txt"
    for family in ("persons", "organizations", "programs", "documents"):
        assert all(text[a:b] for thing in said[family] for a, b in thing["mentions"])


def test_explained(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["facts", "article.txt", "--explain"]) == 0
    out = capsys.readouterr().out
    (facts,) = kg.build(article).facts
    role, text = facts.roles[0], facts.page.article.text
    assert f"{role.person}  —post→  {role.title}" in out
    assert f"    rule   {role.rule}\n" in out
    span = role.evidence[0]
    assert f"    words  [{span.start}, {span.end})  {text[span.start : span.end]}" in out


def test_what_is_skipped_shows(article: Path) -> None:
    assert main(["facts", "article.txt", "none.txt"]) == 3
