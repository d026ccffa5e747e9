"""Leagues: who belongs to one, told by a list with its number; what names one; that of a field and that of all."""

import pytest

from kg.mentions.spelling import unite
from kg.model import Kind
from tests.reader import facts, names, triples

MEMBERS: list[tuple[str, set[str]]] = [
    (
        "云岭高校联盟包含云岭大学、青江学院等12所云岭高校和江海大学、江海师范学院等8所高校。",
        {f"{m} memberOf 云岭高校联盟" for m in ("云岭大学", "青江学院", "江海大学", "江海师范学院")},
    ),
    (
        "云岭高校联盟共有20所高校，包括云岭大学、江海大学，江海市教育局到会祝贺。",
        {f"{m} memberOf 云岭高校联盟" for m in ("云岭大学", "江海大学")},
    ),
    ("云岭高校联盟包含交流、云岭大学论坛等活动。", set()),
]
BODIES: list[tuple[str, list[str]]] = [
    ("两地合力营造联盟建设的良好氛围。", []),
    ("职业教育教材建设联盟在江海市揭牌成立。", ["职业教育教材建设联盟"]),
    ("鼓励跨学校、跨学院组建团队。", []),
    ("会议指出，两地教育厅（委）、宣传部、人社厅要加强协作。", []),
    ("会议指出，两地高校、江海市教育局要加强协作。", ["江海市教育局"]),
]


@pytest.mark.parametrize(("text", "expected"), MEMBERS)
def test_members_with_their_number(text: str, expected: set[str]) -> None:
    assert triples(facts(text), ("memberOf",)) == expected


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_what_names_a_body(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.ORGANIZATION) == expected


def test_a_league_of_a_field_is_not_that_of_all() -> None:
    general, special = "云岭地区高校联盟", "云岭地区高校法治教育联盟"
    assert unite([general, special])[general] == general
    assert unite(["青岭小动物保护基金会", "青岭小动物保护发展基金会"])["青岭小动物保护基金会"] != "青岭小动物保护基金会"
