import json
import os
import shutil
from pathlib import Path

import pytest

from kg.cli import main


def built() -> None:
    assert main(["build", "news", "-o", "out", "--quiet"]) == 0


@pytest.fixture
def news(articles: Path, here: Path) -> Path:
    (here / "news").mkdir()
    for file in sorted(articles.glob("*.txt"))[:2]:
        shutil.copy(file, here / "news")
    built()
    return here / "news"


def test_it_finds_the_articles_where_they_were(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["verify", "out"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("2 of 2 articles reread, ") and said.endswith(" spans checked, 0 wrong\n")
    assert int(said.split()[5]) > 10
    assert main(["verify", "out/graph.nq", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["good"] is True


def test_a_changed_article_is_named(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed = min(news.iterdir())
    changed.write_bytes("新".encode() + changed.read_bytes())
    assert main(["verify", "out"]) == 1
    out, err = capsys.readouterr()
    assert f"kg: {changed.name} has changed" in err
    assert not out.endswith(" 0 wrong\n")


def test_a_lost_article_is_named_with_the_way_out(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    news.rename("elsewhere")
    assert main(["verify", "out"]) == 1
    err = capsys.readouterr().err
    assert "is not found" in err and "--articles FOLDER" in err
    assert main(["verify", "out", "--articles", "elsewhere"]) == 0
    assert main(["verify", "out", "--articles", *map(str, Path("elsewhere").iterdir())]) == 0


def test_without_a_note_it_looks_around(news: Path) -> None:
    shutil.rmtree(os.environ["XDG_STATE_HOME"])
    assert main(["verify", "out"]) == 1
    for file in news.iterdir():
        shutil.copy(file, ".")
    assert main(["verify", "out"]) == 0


def test_a_forged_quotation_is_found(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    graph = Path("out/graph.nq")
    lines = graph.read_text(encoding="utf-8").splitlines()
    number = next(i for i, line in enumerate(lines) if "def#exact>" in line)
    lines[number] = lines[number].replace('> "', '> "伪', 1)
    graph.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert main(["verify", "out"]) == 1
    out, err = capsys.readouterr()
    assert out.endswith(", 1 wrong\n") and "伪" in err


def test_two_articles_of_one_name(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, two = sorted(news.iterdir())
    (news / "more").mkdir()
    two.rename(news / "more" / one.name)
    built()
    assert main(["verify", "out"]) == 0
    shutil.rmtree(os.environ["XDG_STATE_HOME"])
    assert main(["verify", "out", "--articles", "news"]) == 0
