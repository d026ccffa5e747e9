"""Pairs of schools that become partners, schools of churches, societies with two works."""

import pytest

from kg.model import Kind
from tests.reader import facts, names

PAIRS: list[tuple[str, set[str]]] = [
    (
        "新缔结的姐妹学校共有两对，分别是江海中学与青岭市第二中学、圣玛大肋纳学校与青岭市第一小学。",
        {"江海中学 青岭市第二中学", "圣玛大肋纳学校 青岭市第一小学"},
    ),
    ("结对帮扶学校分别为：江海中学和青岭中学、云岭小学和海安小学。", {"江海中学 青岭中学", "云岭小学 海安小学"}),
    ("云岭县与海安县共建学校共有四所，分别是江海中学和青岭中学、云岭小学和海安小学。", set()),
    ("结对帮扶成效明显，其中受表彰的分别是江海中学和青岭中学、云岭小学和海安小学。", set()),
    ("合作单位包括江海大学和云岭大学、星帆集团和华星公司。", set()),
    ("校企合作的成果分别是江海大学与青岭公司的专利。", set()),
]
BODIES: list[tuple[str, list[str]]] = [
    ("圣若瑟教区中学与圣保禄学校签约。", ["圣若瑟教区中学", "圣保禄学校"]),
    ("圣诞节学校放假，珠澳学校往来不断。", []),
    ("论坛由台湾中华劳工共同品质提升暨就业辅导促进会主办。", ["台湾中华劳工共同品质提升暨就业辅导促进会"]),
    ("江海大赛启动仪式暨青岭就业促进会成立大会举行。", ["青岭就业促进会"]),
]


@pytest.mark.parametrize(("text", "expected"), PAIRS)
def test_pairs_of_partners(text: str, expected: set[str]) -> None:
    told = facts(text).relations
    assert {f"{r.subject.name} {r.object.name}" for r in told if r.predicate == "cooperatesWith"} == expected


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_bodies(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.ORGANIZATION) == expected


def test_parts_of_a_bureau_called_ting_stand_beside_each_other() -> None:
    """Where the page says only in other words that it is of Macao, no 厅 is a part of the 厅 before it."""
    told = facts("本澳学校参加。出席观礼的有教青局局长程越、教育研究暨资源厅厅长姚素心、青年厅厅长裴若谷。澳门的学校。")
    assert {r.person: r.organization for r in told.roles} == {
        "程越": "教青局",
        "姚素心": "教育研究暨资源厅",
        "裴若谷": "青年厅",
    }
