"""Inputs → files to read."""

import os
from pathlib import Path

import pytest

from kg.reading.errors import InputError
from kg.reading.source import STDIN, find_articles


@pytest.fixture
def news(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "sub/c.TXT", "sub/d.text", ".hidden.txt", ".git/e.txt", "f.html", "sub/g.json"):
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("教育", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    return tmp_path / "news"


def names(found: list[Path | InputError], root: Path) -> list[str]:
    return [str(f.relative_to(root)) if isinstance(f, Path) else f.what for f in found]


def test_a_folder_is_searched_in_order(news: Path) -> None:
    assert names(list(find_articles([str(news)])), news) == ["a.md", "b.txt", "sub/c.TXT", "sub/d.text"]


def test_a_named_file_may_have_any_suffix_and_comes_once(news: Path) -> None:
    found = list(find_articles([news / "f.html", news / ".hidden.txt", news, news / "b.txt", news]))
    assert names(found, news) == ["f.html", ".hidden.txt", "a.md", "b.txt", "sub/c.TXT", "sub/d.text"]


def test_standard_input() -> None:
    assert list(find_articles(["-"])) == [STDIN]


def test_errors_stand_in_place_of_the_input(news: Path) -> None:
    empty = news.parent / "empty"
    found = list(find_articles([news.parent / "none", empty, news / "b.txt"]))
    assert [isinstance(f, InputError) for f in found] == [True, True, False]
    assert "no such file or folder" in str(found[0])
    assert str(found[1]).startswith(f"{empty}: a folder without articles")
    assert "*.txt, *.text, *.md" in str(found[1])


def test_a_link_that_leads_to_itself_is_told(news: Path) -> None:
    (news / "loop.txt").symlink_to("loop.txt")
    found = list(find_articles([news]))
    assert [f.what for f in found if isinstance(f, InputError)] == ["a link that leads nowhere (链接循环)"]
    assert len(found) == 5


def test_a_pipe_in_a_folder_is_no_article(news: Path) -> None:
    os.mkfifo(news / "pipe.txt")
    assert names(list(find_articles([news])), news) == ["a.md", "b.txt", "sub/c.TXT", "sub/d.text"]
