"""Divisions whose characters mean something else elsewhere: 定 and 则 before a verb, 任 and 应, numbers, 等, 本."""

import pytest

from kg.mentions.lexicon import rows
from tests.reader import facts

HELD: list[str] = ["保定", "嘉定", "康定", "大同", "会同", "建德", "建瓯", "无为", "犍为", "全椒", "于都"]
GOVERNED: list[str] = ["任丘市", "任城区", "应城市", "本溪市", "天等县", "二七区", "定南县", "宁南县", "马边彝族自治县"]


@pytest.mark.parametrize("place", HELD)
def test_where_something_is_held(place: str) -> None:
    (held,) = facts(f"2024年3月21日，校企合作签约仪式在{place}举行。").occurrences
    assert held.place and place in held.place


@pytest.mark.parametrize("place", GOVERNED)
def test_who_governs(place: str) -> None:
    said = facts(f"由{place}教育局主办。{place[:-1]}{place[-1]}委书记李明华会见{place}人民政府副{place[-1]}长王晓峰。")
    held = {(r.person, r.organization) for r in said.roles}
    assert held == {("李明华", f"{place}委"), ("王晓峰", f"{place}人民政府")}
    assert f"{place}教育局" in {e.name for e in said.entities}


def test_a_district_is_no_army() -> None:
    assert not [e for e in facts("点军区昨天下雨。").entities if e.name == "点军区" and e.kind.value == "Organization"]


def every_division() -> list[tuple[str, str]]:
    """Full and short names of the divisions of the table, without zones and what lies beyond the ministry's codes."""
    found = []
    for row in rows("divisions.tsv", 5):
        if row[2] != "zone" and row[0].isdigit() and row[0][:2] not in ("71", "81", "82"):
            found.append((row[1], row[4]))
    return found


def test_every_division_has_a_bureau() -> None:
    wrong = []
    for name in dict.fromkeys(full for full, _ in every_division()):
        roles = facts(f"{name}教育局局长李明华出席会议。").roles
        if not any((r.organization or "").endswith(f"{name}教育局") for r in roles):
            wrong.append(name)
    assert wrong == []


def test_something_is_held_in_every_division() -> None:
    wrong = []
    for short in dict.fromkeys(short for _, short in every_division() if len(short) > 1):
        held = facts(f"2024年3月21日，校企合作签约仪式在{short}举行。").occurrences
        if not held or not held[0].place:
            wrong.append(short)
    assert wrong == ["改则", "合作"]  # 改 and 合作 are verbs right before 举行


@pytest.mark.parametrize("given", ["明华", "静"])
def test_every_surname_stands_behind_a_title(given: str) -> None:
    wrong = []
    for surname, kind, *_ in rows("surnames.tsv", 2):
        if kind == "japanese" or surname + given in ("平静",):
            continue
        said = facts(f"武侯区教育局局长{surname}{given}出席会议。")
        if [r.person for r in said.roles] != [surname + given]:
            wrong.append(surname)
    assert set(wrong) <= {"后", "员", "和", "长孙"}  # 局长和, 局长后, 局员, 局长长孙
