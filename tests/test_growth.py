"""The work of reading a text grows with the text: steps of the interpreter are counted, so that no clock decides."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice, product
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from kg.mentions.same_body import unite_colleges, unite_vocational
from kg.mentions.spelling import unite
from kg.model import Sentence
from kg.pipeline import extract
from tests.reader import page

ARTICLES = Path("data/articles")
MOST = 2.2  # times the steps for twice the text
REPEATED = 3
BUDGET = 660  # steps a character of a short article, three tenths above 508, what they were when this was written


def steps(run: Callable[[], object]) -> int:
    """How many bytecode instructions `run` takes; those of functions in C count as one each."""
    count = 0

    def step(_frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal count
        count += event == "opcode"
        return step

    def enter(frame: FrameType, _event: str, _argument: object) -> Any:
        frame.f_trace_lines, frame.f_trace_opcodes = False, True
        return step

    before = sys.gettrace()
    sys.settrace(enter)
    try:
        run()
    finally:
        sys.settrace(before)
    return count


def growth(read: Callable[[str], object], text: str) -> float:
    """How many times the steps for twice the text."""
    read(text)  # word lists, compiled patterns and what is remembered of words
    read(text + text)
    return steps(lambda: read(text + text)) / steps(lambda: read(text))


@pytest.fixture(scope="module")
def text() -> str:
    whole = "\n".join(path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.txt")))
    assert len(whole) > 3000
    return whole * REPEATED


@pytest.mark.parametrize("join", ["\n", ""], ids=["lines", "one line"])
def test_steps_grow_with_the_text(text: str, join: str) -> None:
    times = growth(extract, text.replace("\n", join))
    assert times < MOST


def test_where_the_running_text_begins_is_found_once() -> None:
    walks = 0

    class Walked(tuple[Sentence, ...]):
        def __iter__(self) -> Iterator[Sentence]:
            nonlocal walks
            walks += 1
            return super().__iter__()

    read = page("昆明市教育局\n5月8日，大会在昆明市举行。")
    walked = replace(read, sentences=Walked(read.sentences))
    assert {walked.body_start for _ in range(3)} == {read.body_start}
    assert walks == 1


def test_steps_a_character_stay_in_their_budget() -> None:
    articles = [path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.txt"))]
    for article in articles:
        extract(article)
    taken = steps(lambda: [extract(article) for article in articles])
    assert 0 < taken / sum(map(len, articles)) < BUDGET


def test_a_square_is_seen() -> None:
    def square(text: str) -> int:
        return sum(1 for a in text for b in text if a == b)

    assert growth(square, "学校教育" * 20) > 3


def _districts(count: int) -> Iterator[str]:
    yield from ("".join(pair) for pair in islice(product("东南西北山水云石林江河湖海田", repeat=3), count))


@pytest.mark.parametrize(
    ("form", "short"),
    [
        ("{}县教育局", "教育局"),
        ("{}职业技术学院", "{}职院"),
        ("云岭大学{}学院", "{}学院"),
        ("云岭{}集团有限公司", "云岭{}集团"),
        ("云岭{}精神病医院", "{}医院"),
        ("云岭大学（{}）", "云岭{}大学"),
    ],
)
def test_uniting_names_grows_with_them(form: str, short: str) -> None:
    def run(count: int) -> int:
        names = [f.format(d) for d in _districts(count) for f in (form, short)]
        return steps(lambda: unite_all(list(dict.fromkeys(names))))

    run(800)  # what is remembered of words
    assert run(800) / run(400) < MOST


def test_founded_programmes_grow_with_the_text() -> None:
    lines = [f"由云岭大学、青禾学院发起“{name}教育”基金。" for name in _districts(600)]
    whole, half = "\n".join(lines), "\n".join(lines[:300])
    extract(whole)  # what is remembered of words
    assert steps(lambda: extract(whole)) / steps(lambda: extract(half)) < MOST


def unite_all(names: list[str]) -> None:
    canon = unite(names)
    unite_colleges(canon)
    unite_vocational(canon)
