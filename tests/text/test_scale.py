"""Hostile lines of some megabytes pass: a step that is not linear would not end."""

import pytest

from kg.model import Article
from kg.text.page import read_page
from kg.text.repair import repair

SIZE = 2_000_000

LINES = {
    "brackets": "(",
    "brackets after Chinese": "区（",
    "readings": "区(qu)",
    "readings with tones": "区(qū)区(shè)",
    "readings run together": "区(xianxianxianxianxianxianxianxian)",
    "bare readings": "区qū",
    "letters": "a",
    "straight quotes": '"',
    "opening quotes": "“",
    "titles": "《",
    "quotations": "“区。”",
    "enumeration": "一、",
    "enumeration of two": "一、一、",
    "spaces": " ",
    "spaced characters": "区 ",
    "spaced digits": "区 1 ",
    "digits": "1",
    "question marks": "区?",
    "references": "&a",
    "out of step": "?！吨",
    "out of step, in one": "?，F",
    "wide names": "李 四 ",
    "wide names in a list": "、李 四",
    "spread out": "区 区 1 ",
    "captions": "图为",
    "captions run in": "现场。摄",
    "editors": "。【编辑：",
    "bylines": "。（记者 ",
    "datelines": "中新网",
    "labels": "来源：",
    "aspect": "著",
    "full stops": "。",
    "one character a line": "区\n",
    "one label a line": "来源：区\n",
    "breadcrumbs": "区>区>区\n",
    "line ends": "\r\n",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", LINES)
def test_passes(name: str) -> None:
    unit = LINES[name]
    size = SIZE if "\n" not in unit else SIZE // 5
    text = "会议召开。" + unit * (size // len(unit.encode()))
    page = read_page(Article("a", "a.txt", text, ""))
    assert len(page.offsets) == len(page.text)
    assert page.text.startswith("会议召开。")


def test_a_line_is_repaired_the_same_at_any_length() -> None:
    once, _ = repair("區(qū)雙城,")
    many, offsets = repair("區(qū)雙城," * 10_000)
    assert many == once * 10_000
    assert offsets[-1] == 8 * 10_000 - 1
