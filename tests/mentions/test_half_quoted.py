"""Programmes with a quotation before their kind, whatever the kind's first characters are as a word."""

import pytest

from kg.model import Kind
from tests.reader import facts, names

KINDS = ("读书月", "民俗节", "动漫节", "消费节", "科普日", "书法节", "徒步节", "质量月", "宣传周", "大赛")


@pytest.mark.parametrize("kind", KINDS)
def test_half_quoted(kind: str) -> None:
    said = facts(f"今年，四川省教育厅启动“青苗”{kind}，培养教师500名。")
    assert names(said, Kind.PROGRAM) == [f"“青苗”{kind}"]
