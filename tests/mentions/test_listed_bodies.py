"""Bodies to which a list lends a place, and short forms of societies."""

import pytest

from kg.model import Kind
from tests.reader import facts, names

LISTED: list[tuple[str, list[str]]] = [
    (
        "忻州市商务局、文旅局、杂粮产业发展中心以及贸促会承办。",
        ["忻州市商务局", "忻州市文旅局", "忻州市杂粮产业发展中心", "忻州市贸促会"],
    ),
    ("教育部、财政部、就业指导中心负责人讲话。", ["教育部", "财政部"]),
    ("江苏省工业经济联合会召开会议，江苏省工经联发出倡议。", ["江苏省工业经济联合会"]),
    ("山东省老科技工作者协会开会，山东省老科协参加。", ["山东省老科技工作者协会"]),
    (
        "中国下一代教育基金会、中国古代史学会参加，下一代教育很重要。",
        ["中国下一代教育基金会", "中国古代史学会"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), LISTED)
def test_listed_bodies(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.ORGANIZATION) == expected


def test_listed_bodies_pin_their_cases() -> None:
    assert len(LISTED) == 5
