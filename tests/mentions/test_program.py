"""Programmes: quoted, half quoted and bare names; slogans and borrowed words are none."""

import pytest

from kg.model import Kind
from tests.reader import facts, names, words

PROGRAMS: list[tuple[str, list[str]]] = [
    ("“十四五”计划实施以来，成效显著。", []),
    ("启动“石榴籽”助学项目，惠及学生1.2万名。", ["“石榴籽”助学项目"]),
    ("我省深入实施“强师惠师”计划。", ["“强师惠师”计划"]),
    ("“银发园丁行动”惠及乡村学校2000余所。", ["银发园丁行动"]),
    ("“星火助学计划”已资助学生3.2万人。", ["星火助学计划"]),
    ("第三届“丝路杯”机器人大赛落幕。", ["“丝路杯”机器人大赛"]),
    ("“云上中医馆”平台接入基层机构1300家。", ["“云上中医馆”平台"]),
    ("学校启动“百名博士进百企”专项行动。", ["“百名博士进百企”专项行动"]),
    ("“双一流”建设稳步推进。", []),
    ("要当好“领头雁”，走在前列。", []),
    ("他被村民称为“活地图”。", []),
    ("“十五五”时期是关键阶段。", []),
    ("“十四五”规划圆满收官。", []),
    ("让数据“多跑路”，让群众“少跑腿”。", []),
    ("完善“校家社”协同育人机制。", []),
    ("共有25个项目签约。", []),
    ("组织实施重大科技项目12项。", []),
    ("制定工作计划，明确责任。", []),
    ("这是一项民心工程。", []),
    ("“名师牵手”项目培训教师4600名。", ["“名师牵手”项目"]),
    ("参加全国职业院校技能大赛并获金奖。", ["全国职业院校技能大赛"]),
    ("“智汇乡村”工程覆盖全省。", ["“智汇乡村”工程"]),
    ("推进“863”计划成果转化。", ["“863”计划"]),
    ("打造“一码通游”平台。", ["“一码通游”平台"]),
    ("入选国家“万人计划”。", ["万人计划"]),
    ("平台建设取得成效。", []),
    ("工程质量全部合格。", []),
    ("实施“健康乡村”行动计划，建设标准化卫生室。", ["“健康乡村”行动计划"]),
    ("“金种子”创业大赛吸引530支队伍报名。", ["“金种子”创业大赛"]),
    ("推出“雪域丹心”援藏工程。", ["“雪域丹心”援藏工程"]),
    ("依托“薪火工作室”开展培训。", ["薪火工作室"]),
]


def test_programs_pins_its_cases() -> None:
    assert len(PROGRAMS) == 31


@pytest.mark.parametrize(("text", "expected"), PROGRAMS)
def test_programs(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.PROGRAM) == expected


@pytest.mark.parametrize("text", [text for text, expected in PROGRAMS if expected])
def test_a_mention_is_the_name(text: str) -> None:
    found = facts(text)
    for entity in found.of(Kind.PROGRAM):
        assert {words(found.page, span) for span in entity.mentions} <= {entity.name, *entity.aliases}
