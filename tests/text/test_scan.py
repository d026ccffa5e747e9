"""Patterns that are tried only where a cheap one says that they may begin find the same as everywhere."""

import re
from pathlib import Path

import pytest

from kg.facts import stated_period
from kg.mentions import bare_program, body_words, date, event, title
from kg.mentions.lexicon import heads
from kg.text.repair import repair
from kg.text.scan import matches

ROOT = Path(__file__).parent.parent.parent
# Articles, and the tables of the tests: they show every construction that a rule knows.
FILES = [
    *(ROOT / "data/articles").glob("*.txt"),
    *(ROOT / "bench").glob("*/*.txt"),
    *(ROOT / "tests").glob("*/test_*.py"),
]
TEXTS = [repair(path.read_text(encoding="utf-8"))[0] for path in sorted(FILES)]

PAIRS: dict[str, tuple[re.Pattern[str], re.Pattern[str]]] = {
    "dates": (date._FULL, date._START),
    "days told from another": (date._RELATIVE, date._DEICTIC),
    "periods": (stated_period.PERIOD, stated_period._SINCE),
    "titles": (title._base(), title._heads()),
    "ends of bodies' names": (body_words.suffixes()[0], body_words._suffix_heads()),
    "numbered schools": (body_words.suffixes()[1], body_words._NUMBERED_HEAD),
    "bodies of the national list": (body_words.named_bodies()[0], body_words._named_heads()),
    "bodies of other countries": (body_words.foreign_bodies()[0], body_words._foreign_heads()),
    "kinds of programme": (bare_program._patterns()[0], bare_program._kind_heads()),
    "known programmes": (bare_program._patterns()[1], bare_program._name_heads()),
}


@pytest.mark.parametrize("name", PAIRS)
def test_nothing_is_missed(name: str) -> None:
    pattern, head = PAIRS[name]
    found = 0
    for text in TEXTS:
        everywhere = [m.span() for m in pattern.finditer(text)]
        assert [m.span() for m in matches(pattern, head, text)] == everywhere
        found += len(everywhere)
    assert found > 5


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("titles", title._beginnings()),
        ("ends of bodies' names", body_words._suffix_beginnings()),
        ("bodies of the national list", body_words._named_beginnings()),
    ],
)
def test_beginnings_miss_nothing(name: str, begins: frozenset[str]) -> None:
    pattern, head = PAIRS[name]
    for text in TEXTS:
        assert [m.span() for m in matches(pattern, head, text, begins=begins)] == [
            m.span() for m in pattern.finditer(text)
        ]


def test_verbs_of_events() -> None:
    for text in TEXTS:
        for m in event._HELD.finditer(text):
            assert event._ANY_HELD.search(text, m.start(), m.end()), m.group()


def test_number_of_pairs() -> None:
    assert len(PAIRS) == 10
    assert len(TEXTS) > 60


@pytest.mark.parametrize(
    ("words", "text", "starts"),
    [
        (["计划", "大赛"], "技能大赛和支持计划", [2, 7]),
        (["局", "办公室"], "教育局和办公桌", [2, 4]),  # 办公 may begin 办公室
        (["a.b", "[x]"], "a.c [x]", [0, 4]),
    ],
)
def test_heads(words: list[str], text: str, starts: list[int]) -> None:
    assert [m.start() for m in heads(words).finditer(text)] == starts


def test_start_and_end() -> None:
    pattern, head = re.compile("ab+"), re.compile("a")
    assert [m.span() for m in matches(pattern, head, "abbabb", 1, 5)] == [(3, 5)]
    assert [m.span() for m in matches(re.compile("a*"), head, "aab")] == [(0, 2)]
