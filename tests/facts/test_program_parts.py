"""Which programmes are parts of others, and which only stand beside each other."""

import pytest

from tests.reader import facts, triples

PARTS: list[tuple[str, set[str]]] = [
    (
        "“青苗计划”包括“名师培养项目”“名校长培养项目”和“名班主任培养项目”三个子项目。",
        {"名师培养项目 partOf 青苗计划", "名校长培养项目 partOf 青苗计划", "名班主任培养项目 partOf 青苗计划"},
    ),
    (
        "“强师计划”下设两个项目，分别是“名师工程”、“名校长工程”。",
        {"名师工程 partOf 强师计划", "名校长工程 partOf 强师计划"},
    ),
    ("“名师工程”是“强师计划”的重要组成部分，惠及5000人。", {"名师工程 partOf 强师计划"}),
    ("“青苗行动”是教育部“强师计划”的子项目。", {"青苗行动 partOf 强师计划"}),
    ("作为“强师计划”的重要内容，“名师工程”于6月启动。", {"名师工程 partOf 强师计划"}),
    ("“强师计划”子项目“名师工程”启动。", {"名师工程 partOf 强师计划"}),
    (
        "第九届“云帆杯”青岭省大学生创业竞赛落幕。本届省赛前，“云帆杯”中国大学生创业竞赛启动。本届竞赛是“云帆杯”中国大学生创业竞赛的省级选拔赛。",
        set(),
    ),
    (
        "第九届“云帆杯”安徽省大学生创业竞赛9月7日落幕。本届安徽省竞赛是“云帆杯”中国大学生创业竞赛的省级选拔赛。",
        {"“云帆杯”安徽省大学生创业竞赛 partOf “云帆杯”中国大学生创业竞赛"},
    ),
    (
        "第四届中国“互联网+”大学生创新创业大赛在武汉举行。我校“青年红色筑梦之旅”赛道获1银2铜。",
        {"青年红色筑梦之旅 partOf 中国“互联网+”大学生创新创业大赛"},
    ),
    (
        "“国培计划（2018）”——浙江省骨干教师研修项目开班。",
        {"“国培计划（2018）”——浙江省骨干教师研修项目 partOf 国培计划"},
    ),
    (
        "“国培计划”实施以来，省教育厅组织开展国培中西部项目和幼师国培项目。",
        {"国培中西部项目 partOf 国培计划", "幼师国培项目 partOf 国培计划"},
    ),
    # beside each other, one of many of no name, carried out by somebody
    ("“强师计划”是甘肃省教育厅实施的重点项目，“名师工程”启动。", set()),
    ("“强师计划”和“名师工程”是甘肃省的重点项目。", set()),
    ("作为甘肃省的重点项目，“强师计划”“名师工程”启动。", set()),
    ("“强师计划”实施以来，包括“名师工程”名师在内的教师达5000人。", set()),
]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_parts_of_programmes(text: str, expected: set[str]) -> None:
    assert triples(facts(text), ("partOf",)) == expected
