"""Bodies whose names hold or follow what ends a name elsewhere: 记者从, 由, 地方, 一带一路."""

import pytest

from kg.model import Kind
from tests.reader import facts, names

NAMED: list[tuple[str, list[str]]] = [
    ("记者从华为技术有限公司获悉，今年招生。", ["华为技术有限公司"]),
    ("记者从九三学社成都市委获悉，会议召开。", ["九三学社成都市委"]),
    ("由三一重工股份有限公司主办的论坛开幕。", ["三一重工股份有限公司"]),
    ("四川省地方金融监督管理局昨天发文。", ["四川省地方金融监督管理局"]),
    ("一带一路职业教育联盟昨天成立。", ["一带一路职业教育联盟"]),
    ("共青团四川省委员会与武侯区人民政府签约。", ["共青团四川省委员会", "武侯区人民政府"]),
    ("成都铁路局、成都供电局、成都教育局参加。", ["成都铁路局", "成都供电局", "成都市教育局"]),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_named(text: str, expected: list[str]) -> None:
    said = facts(text)
    assert names(said, Kind.ORGANIZATION) == expected
    assert names(said, Kind.PERSON) == []
