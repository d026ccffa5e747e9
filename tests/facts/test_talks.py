"""Talks of two sides, meetings of a staff, plates of offices, rooms and roads that tell of a place."""

import pytest

from tests.reader import facts, occurrence, triples

# text, events: name | day | place
MET: list[tuple[str, list[str]]] = [
    (
        "3月12日，农业农村部与黑龙江省在北京举行工作会谈。部长程越出席。",
        ["农业农村部与黑龙江省工作会谈 | 2025-03-12 | 北京市"],
    ),
    ("4月9日上午，云岭大学与星帆集团举行座谈，校长程越主持。", ["云岭大学与星帆集团座谈 | 2025-04-09"]),
    ("4月9日，云岭大学和星帆集团在丽江召开合作座谈会。", ["云岭大学与星帆集团合作座谈会 | 2025-04-09 | 丽江市"]),
    # one side, three sides, persons, no day; talks beside an event with a name
    ("4月9日，云岭大学举行座谈。", []),
    ("4月9日，程越与姜珩举行会谈。", []),
    ("云岭大学与星帆集团举行座谈。", []),
    (
        "4月9日，第五届云岭读书节在丽江举行。期间，云岭大学与星帆集团举行座谈。",
        ["第五届云岭读书节 | 2025-04-09 | 丽江市"],
    ),
    # a body's own meeting of its staff
    ("云岭大学4月23日召开干部大会，省委组织部部长程越到会。", ["云岭大学干部大会 | 2025-04-23"]),
    ("4月23日，云岭大学召开全校教师干部大会。", ["全校教师干部大会 | 2025-04-23"]),
    ("4月23日，干部大会召开。", []),
    # an office and its plate
    (
        "4月5日，青岭县委教育工作领导小组办公室在县教科局挂牌。副县长程越出席揭牌仪式。",
        ["青岭县委教育工作领导小组办公室揭牌仪式 | 2025-04-05 | 县教科局"],
    ),
    ("4月5日，青岭县教育局在县城挂牌。副县长程越调研。", []),
    # a room before those who sign, a road that leads to the place
    (
        "4月5日，青岭县政府1号楼第一会议室里，青岭县卫健局与江口县卫健局签订了医疗合作框架协议。副县长程越出席签约仪式。",
        ["医疗合作框架协议签约仪式 | 2025-04-05 | 青岭县政府1号楼第一会议室"],
    ),
    (
        "4月5日，青岭县卫健局与江口县卫健局签订了医疗合作框架协议。签约仪式在青岭宾馆举行。",
        ["签约仪式 | 2025-04-05 | 青岭宾馆"],
    ),
    (
        "车子驶入江口镇文化广场，山庄藏在云里。4月9日，云岭农民学校揭牌仪式在这里举行。",
        ["云岭农民学校揭牌仪式 | 2025-04-09 | 江口镇文化广场"],
    ),
    (
        "4月9日，云岭市教育局副局长程越率校领导来大理州出席滇西职业教育发展大会。",
        ["滇西职业教育发展大会 | 2025-04-09 | 大理白族自治州"],
    ),
    ("4月9日，近年来成绩显著的云岭大学校长程越出席滇西职业教育发展大会。", ["滇西职业教育发展大会 | 2025-04-09"]),
    (
        "4月9日，考察团到青岭小学看望师生。江口镇太和村举行的是“点亮心愿”捐赠仪式。",
        ["“点亮心愿”捐赠仪式 | 2025-04-09 | 江口镇太和村"],
    ),
    (
        "4月9日，滇西技能大赛开赛式在丽江举行。智能交通主题讲座、丝路职业教育论坛与开赛式同期举行。",
        [
            "滇西技能大赛开赛式 | 2025-04-09 | 丽江市",
            "智能交通主题讲座 | 2025-04-09",
            "丝路职业教育论坛 | 2025-04-09",
        ],
    ),
    # the greatest of its kind, and more of them, are no names
    (
        "4月9日，第五届云岭运动会在丽江开幕。运动会是全省举办的最大规模综合性运动会。今后还将举办更多同类型活动。",
        ["第五届云岭运动会 | 2025-04-09 | 丽江市"],
    ),
    # a short name defined inside the name of the press conference is the fair's
    (
        "4月9日，省科技厅举行第十届滇台科技洽谈会（简称“科洽会”）新闻发布会。“科洽会”将于5月29日在丽江开幕。",
        ["第十届滇台科技洽谈会新闻发布会 | 2025-04-09", "第十届滇台科技洽谈会 | 2025-05-29 | 丽江市"],
    ),
]


def test_met_pins_its_cases() -> None:
    assert len(MET) == 21


@pytest.mark.parametrize(("text", "events"), MET)
def test_who_met_and_where(text: str, events: list[str]) -> None:
    assert sorted(occurrence(o) for o in facts(text, "2025-04-30").occurrences) == sorted(events)


CONGRESS = "4月18日，福建省乡村教育振兴大会在福州召开。"
# the rest of the text → who came
CAME: list[tuple[str, set[str]]] = [
    (
        "省委常委程越，副省长姜珩，市长卓凡会见了云岭大学校长耿朗一行，并出席大会。",
        {"程越", "姜珩", "卓凡"},
    ),
    ("省委常委程越陪同云岭大学校长耿朗参观。", set()),
    (
        "泰安市科协、泰安市教育学会、云岭大学也派人参加，领导和专家共50多人。",
        {"泰安市科协", "泰安市教育学会", "云岭大学"},
    ),
    ("泰安市科协、云岭大学派代表参加大会。", {"泰安市科协", "云岭大学"}),
    ("泰安市科协、云岭大学参加调研。", set()),
    ("泰安市科协、云岭大学派人参加了另一次培训。", set()),
]


def test_came_pins_its_cases() -> None:
    assert len(CAME) == 6


@pytest.mark.parametrize(("text", "there"), CAME)
def test_who_came(text: str, there: set[str]) -> None:
    found = triples(facts(CONGRESS + text, "2025-04-30"), ("participatesIn",))
    assert found == {f"{who} participatesIn 福建省乡村教育振兴大会" for who in there}
