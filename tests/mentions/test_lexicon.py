"""Word lists: what is read out of a file, and the file and line that an error names."""

import re
from pathlib import Path

import pytest

from kg.mentions import lexicon
from kg.mentions.lexicon import LexiconError, alternation, occurrences, rows, words
from kg.resources import data_file

READ = [
    ("厅长\tgovernment\n", 2, (("厅长", "government"),)),
    ("# 说明\n厅长\n\n局长\n", 1, (("厅长",), ("局长",))),
    ("厅长\t\tx\n", 3, (("厅长", "", "x"),)),
    ("厅长\tgovernment\n厅长\teducation\n", 2, (("厅长", "government"), ("厅长", "education"))),
    ("", 1, ()),
]

REFUSED = [
    ("厅长\n", 2, "line 1: 1 columns, at least 2 are needed"),
    ("厅长\n\tx\n", 1, "line 2: an empty first cell"),
    ("厅长\n局长 \n", 1, "line 2: an empty first cell, or white space around a cell"),
    ("厅长\n　局长\n", 1, "line 2: an empty first cell, or white space around a cell"),
    ("厅长\n# x\n厅长\n", 1, "line 3: 厅长 stands twice"),
]


def test_tables_pin_their_cases() -> None:
    assert (len(READ), len(REFUSED)) == (5, 5)


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file to write; named after the test's own folder, so that nothing read before is remembered for it."""
    path = tmp_path / "table.tsv"
    monkeypatch.setattr(lexicon, "data_file", lambda name: path)
    return path


@pytest.mark.parametrize(("text", "columns", "expected"), READ)
def test_rows(text: str, columns: int, expected: tuple[tuple[str, ...], ...], table: Path) -> None:
    table.write_text(text, encoding="utf-8")
    assert rows(str(table), columns) == expected
    assert words(str(table.with_name("words.tsv"))) == frozenset(r[0] for r in expected)


@pytest.mark.parametrize(("text", "columns", "message"), REFUSED)
def test_a_bad_row_is_named(text: str, columns: int, message: str, table: Path) -> None:
    table.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=f"^table.tsv, {re.escape(message)}"):
        rows(str(table), columns)


def test_the_longest_alternative_comes_first() -> None:
    pattern = re.compile(alternation(["教育", "教育局", "局（分）", "教育"]))
    assert [m.group() for m in pattern.finditer("教育局与教育厅局（分）")] == ["教育局", "教育", "局（分）"]


@pytest.mark.parametrize("few", [0, 24])
@pytest.mark.parametrize(
    ("items", "text"),
    [
        (["教育", "教育局", "育局长"], "教育局长与教育厅，育局长"),
        (["王明", "王明华"], "王明华、王明和王明"),
        (["哈哈"], "哈哈哈哈哈"),
        (["甲"], "乙"),
        ([], "甲"),
    ],
)
def test_occurrences_are_what_the_pattern_finds(
    items: list[str], text: str, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lexicon, "_FEW", few)
    expected = [m.span() for m in re.finditer(alternation(items), text)] if items else []
    assert list(occurrences(text, items)) == expected


# Tables of other columns have readers of their own.
ELSEWHERE = ("divisions.tsv", "division_names.tsv", "page_lines.tsv", "pinyin.tsv", "radicals.tsv", "variants.tsv")
OWN = sorted(path.name for path in data_file("lexicon").glob("*.tsv") if path.name not in ELSEWHERE)


@pytest.mark.parametrize("name", OWN)
def test_every_file_can_be_read_and_names_its_source(name: str) -> None:
    assert rows(name)
    head = data_file(f"lexicon/{name}").read_text(encoding="utf-8").split("\n", 12)[:12]
    assert any("Source" in line and line.startswith("#") for line in head)
