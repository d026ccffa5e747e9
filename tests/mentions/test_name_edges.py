"""Names whose last character is also a word or begins one, and bodies behind names and prepositions."""

import pytest

from kg.model import Kind
from tests.reader import facts, names

PERSONS: list[tuple[str, list[str]]] = [
    ("大会由云岭学院党委副书记李克让主持。", ["李克让"]),
    ("校长李明让大家发言。", ["李明"]),
    ("云岭中学校长李培明说，学校要办好。", ["李培明"]),
    ("云岭中学校长李培明说明了情况。", ["李培明"]),
    ("主任江学文称：“这是好事。”", ["江学文"]),
    ("陈永正书记指出，要抓好落实。王洪正代表学校致辞。", ["陈永正", "王洪正"]),
    ("学院正教授程越到会。", ["程越"]),
    # 4 characters that begin like a wife's and a husband's surname, and end like a body
    ("校长程越、姚素心分别代表江南大学和江南公司致辞。", ["程越", "姚素心"]),
    # who comes to a post behind what is made known
    ("会上宣布段培永任云岭大学党委副书记、校长。", ["段培永"]),
    ("省委决定刘志任云岭大学党委书记。", ["刘志"]),
    ("他曾担任云岭大学党委书记，学校明确责任到校长。", []),
    ("段培永1968年5月生，历任云岭大学校长、书记。", ["段培永"]),
    ("今年1968年出生的人退休，温室1999年生产蔬菜。", []),
]

BODIES: list[tuple[str, list[str]]] = [
    ("会上宣布：吴志文同志任知行学院党委书记。", ["知行学院"]),
    ("会上宣布段培永任云岭大学党委副书记、校长。", ["云岭大学"]),
    ("高校不多，连齐鲁师范学院在内只有三所。", ["齐鲁师范学院"]),
    ("今年，连江县医院也启用了。", ["连江县医院"]),
    ("分别代表江南大学和江南公司致辞。", ["江南大学", "江南公司"]),
]


@pytest.mark.parametrize(("text", "expected"), PERSONS)
def test_persons(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.PERSON) == expected


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_bodies(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.ORGANIZATION) == expected
