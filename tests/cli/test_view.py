from pathlib import Path

import pytest

from kg.cli import main


def test_of_a_build(demo_out: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    opened: list[str] = []

    def browse(url: str) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr("webbrowser.open", browse)
    assert main(["view", str(demo_out)]) == 0
    assert main(["view", str(demo_out), "--open"]) == 0
    assert capsys.readouterr().out == f"{demo_out / 'graph.html'}\n" * 2
    assert opened == [(demo_out / "graph.html").as_uri()]


def test_of_articles(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["view", "article.txt", "-o", "page.html"]) == 0
    assert capsys.readouterr().out == "page.html\n"
    assert Path("page.html").read_text(encoding="utf-8").lower().startswith("<!doctype html>")


def test_a_folder_that_lost_its_page(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "article.txt", "--quiet"]) == 0
    Path("out/graph.html").unlink()
    assert main(["view", "out"]) == 1
    assert "there is no graph.html in out" in capsys.readouterr().err


def test_a_copy_of_a_built_page(demo_out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = tmp_path / "copy.html"
    assert main(["view", str(demo_out), "-o", str(copy)]) == 0
    assert capsys.readouterr().out == f"{copy}\n"
    assert copy.read_bytes() == (demo_out / "graph.html").read_bytes()
