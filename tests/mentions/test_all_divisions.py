"""Divisions whose characters mean something else elsewhere: 定 and 则 before a verb, 任 and 应, numbers, 等, 本."""

import pytest

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
