"""Names → what is shown of them."""

import pytest

from kg.use.display import display
from kg.use.page.labels import LINE_EM, width, wrap

SHOWN = [
    ("云岭省教育厅", "云岭省教育厅"),
    ("  云岭省\n教育厅\t ", "云岭省 教育厅"),
    ("abc\u202edcba", "abcdcba"),  # right-to-left override
    ("\u2066甲\u2069乙\u200f\u061c", "甲乙"),
    ("甲\u2028乙\x00丙\x1b", "甲 乙 丙"),
    ("甲\ud800乙", "甲\N{REPLACEMENT CHARACTER}乙"),
    ("</script><b>", "</script><b>"),  # escaping is not done here
    ("\u202e\u200b", ""),
]
LINES = [
    ("云岭省教育厅", ("云岭省教育厅",)),
    ("云澜高校协同发展联盟", ("云澜高校协同发展联盟",)),  # ten characters
    ("云澜教育协同发展工作会议", ("云澜教育协同", "发展工作会议")),  # twelve: in halves, not ten and two
    ("云澜教育协同发展2031年度工作会议", ("云澜教育协同发展", "2031年度工作会议")),  # the number stays whole
    ("《关于推进学分互认的实施意见》", ("《关于推进学分互", "认的实施意见》")),  # brackets cling to their words
    ("一二三四五六七八九十" * 5, ("一二三四五六七八九十", "一二三四五六七八九十", "一二三四五六七八九…")),
    ("", ("",)),
]


@pytest.mark.parametrize(("text", "shown"), SHOWN)
def test_display(text: str, shown: str) -> None:
    assert display(text) == shown


@pytest.mark.parametrize(("text", "lines"), LINES)
def test_wrap(text: str, lines: tuple[str, ...]) -> None:
    assert wrap(text) == lines


def test_lines_fit() -> None:
    for text in ("a" * 300, "《" * 50, "》" * 50, "1234567890 " * 20, "中a" * 40):
        lines = wrap(text)
        assert len(lines) <= 3
        assert max(map(width, lines)) <= LINE_EM + 1


def test_width() -> None:
    assert width("教育厅") == 3
    assert width("“繁星”") == 4
    assert width("2031") < 3
