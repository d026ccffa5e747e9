"""Names behind bodies, whatever their surname is as a word: the first of a list, and before a rank."""

import pytest

from kg.model import Kind
from tests.reader import facts, names

SURNAMES = ("高", "于", "方", "江", "万", "任", "段", "常", "时", "左", "席", "游", "全", "边", "商")


@pytest.mark.parametrize("surname", SURNAMES)
def test_the_first_of_a_list_behind_a_body(surname: str) -> None:
    said = facts(f"武侯区教育局{surname}志强、王晓峰等参加座谈会。")
    assert names(said, Kind.PERSON) == [f"{surname}志强", "王晓峰"]


@pytest.mark.parametrize("surname", [s for s in SURNAMES if s != "时"])
def test_behind_a_body_and_before_a_rank(surname: str) -> None:
    said = facts(f"四川大学{surname}志强教授作报告。")
    assert {(r.person, r.organization) for r in said.roles} == {(f"{surname}志强", "四川大学")}


def test_what_follows_a_body_is_not_always_a_name() -> None:
    assert not names(facts("武侯区教育局全体干部、师生参加座谈会。"), Kind.PERSON)
