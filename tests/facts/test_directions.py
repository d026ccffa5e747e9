"""Numbered points of speeches: whose they are, how far each goes, and lists that nobody in particular set out."""

import pytest

from tests.reader import facts

POINTS: list[tuple[str, list[str]]] = [
    ("厅长陆闻铮要求，一是抓早；二是抓小。会议还提到，四是抓好总结。", ["陆闻铮 1 抓早", "陆闻铮 2 抓小"]),
    (
        "陆闻铮厅长提出三点要求：一是建强队伍；二是优化布局；三是严守底线。",
        ["陆闻铮 1 建强队伍", "陆闻铮 2 优化布局", "陆闻铮 3 严守底线"],
    ),
    (
        "福建省教育厅厅长陆闻铮强调，一要压实责任，二要加大投入，三要广泛宣传。",
        ["陆闻铮 1 压实责任", "陆闻铮 2 加大投入", "陆闻铮 3 广泛宣传"],
    ),
    ("会议要求，一是抓实教研；二是用好数据。", []),
    ("厅长陆闻铮指出，要抓落实。一是抓早；二是抓小。", ["陆闻铮 1 抓早", "陆闻铮 2 抓小"]),
    ("厅长陆闻铮指出，学校是第一责任主体，每一要点都要落细。", []),
    (
        "厅长陆闻铮要求，一是要强化统筹，形成合力；二是要突出重点，精准施策。",
        ["陆闻铮 1 强化统筹，形成合力", "陆闻铮 2 突出重点，精准施策"],
    ),
    ("厅长陆闻铮讲话。\n副厅长耿朗要求，一是开好头；二是起好步。", ["耿朗 1 开好头", "耿朗 2 起好步"]),
    ("厅长陆闻铮强调，二是不能松劲。", []),
    (
        "局长罗恺提出四点意见：一是摸清底数。二是建立台账。三是对账销号。四是严格验收。",
        ["罗恺 1 摸清底数", "罗恺 2 建立台账", "罗恺 3 对账销号", "罗恺 4 严格验收"],
    ),
]


def test_points_pins_its_cases() -> None:
    assert len(POINTS) == 10


@pytest.mark.parametrize(("text", "expected"), POINTS)
def test_points(text: str, expected: list[str]) -> None:
    assert [f"{d.speaker.name} {d.ordinal} {d.text}" for d in facts(text).directions] == expected


def test_points_belong_to_the_event() -> None:
    found = facts("4月9日，汾河流域生态保护大会在太原召开。副省长姜珩要求，一是治污；二是增绿。")
    assert [d.event for d in found.directions] == ["汾河流域生态保护大会", "汾河流域生态保护大会"]
