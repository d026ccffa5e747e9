"""The work of reading a text grows with the text: calls are counted, so that no clock decides."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

from kg.pipeline import extract

ARTICLES = Path("data/articles")
MOST = 2.2  # times the calls for twice the text


def calls(run: Callable[[], object]) -> int:
    """How many functions, those in C among them, are called while `run` runs."""
    count = 0

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        run()
    finally:
        sys.setprofile(None)
    return count


def growth(read: Callable[[str], object], text: str) -> float:
    """How many times the calls for twice the text."""
    read(text)  # word lists, compiled patterns and what is remembered of words
    read(text + text)
    return calls(lambda: read(text + text)) / calls(lambda: read(text))


@pytest.fixture(scope="module")
def text() -> str:
    whole = "\n".join(path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.txt")))
    assert len(whole) > 3000
    return whole * 2


@pytest.mark.parametrize("join", ["\n", ""], ids=["lines", "one line"])
def test_calls_grow_with_the_text(text: str, join: str) -> None:
    assert growth(extract, text.replace("\n", join)) < MOST


def test_a_square_is_seen() -> None:
    def square(text: str) -> None:
        for start in range(len(text)):
            for end in range(len(text)):
                text.startswith("校", start, end)

    assert growth(square, "学校" * 50) > 3
