"""Titles: where one begins and ends, which are past ones, and what only looks like one."""

from itertools import pairwise

import pytest

from kg.mentions.title import titles
from kg.mentions.words import cut
from tests.reader import facts, posts

TITLES: list[tuple[str, list[str]]] = [
    ("厅长", ["厅长"]),
    ("党组书记、厅长", ["党组书记", "厅长"]),
    ("常务副省长", ["常务副省长"]),
    ("党委副书记、校长", ["党委副书记", "校长"]),
    ("原副主席", ["原副主席"]),
    ("代市长", ["代市长"]),
    ("代理镇长", ["代理镇长"]),
    ("书记兼董事长", ["书记", "董事长"]),
    ("二级巡视员", ["二级巡视员"]),
    ("名誉会长", ["名誉会长"]),
    ("校长助理", ["校长助理"]),
    ("执行院长", ["执行院长"]),
    ("轮值理事长", ["轮值理事长"]),
    ("党委常委、副校长", ["党委常委", "副校长"]),
    ("纪委书记、监察专员", ["纪委书记", "监察专员"]),
    ("主任医师", ["主任医师"]),
    ("委员会", []),
    ("书记处", []),
    ("局长办公会", []),
    ("校长们", []),
    ("院长论坛", []),
    ("市长热线", []),
    ("厅级", []),
    ("院士工作站", []),
    ("教师进修学校", []),
    ("技师学院", []),
    ("会计师事务所", []),
    ("记者协会主席", ["主席"]),
    ("青禾专家组、青禾代表队", []),
    ("青禾领事馆、青禾编辑部", []),
    ("图书馆馆长", ["馆长"]),
    ("局长组织召开会议", ["局长"]),
    ("河长制", []),
    ("校长负责制", []),
    ("首席科学家", ["首席科学家"]),
    ("总经济师", ["总经济师"]),
    ("现任主任", ["主任"]),
    ("新任院长", ["院长"]),
    ("一级调研员", ["一级调研员"]),
    ("正高级工程师", ["正高级工程师"]),
    ("首任馆长", ["首任馆长"]),
    ("党组成员、总规划师", ["党组成员", "总规划师"]),
    ("副秘书长、办公厅主任", ["副秘书长", "主任"]),
    ("副总经理兼总工程师", ["副总经理", "总工程师"]),
    ("国家级教练", ["教练"]),
    ("护士长", ["护士长"]),
    ("团长", ["团长"]),
    ("县长、县委副书记", ["县长", "副书记"]),
    ("区委常委、宣传部部长、统战部部长", ["常委", "部长", "部长"]),
    ("教务处处长", ["处长"]),
    ("原党委书记、原院长", ["原党委书记", "原院长"]),
    ("候任校长", ["候任校长"]),
    ("市委书记、市人大常委会主任", ["书记", "主任"]),
    ("教授级高级工程师", ["教授级高级工程师"]),
    ("常务理事", ["常务理事"]),
    ("主任科员", ["主任科员"]),
    ("主席台", []),
    ("主席团", []),
    ("代表团", []),
    ("科技特派员", ["科技特派员"]),
    ("主席国", []),
    ("主席国事访问", ["主席"]),
    ("中央纪委书记", ["书记"]),
    ("副总领事", ["副总领事"]),
    ("明代作家", ["作家"]),
    ("代主任", ["代主任"]),
]


def test_titles_pins_its_cases() -> None:
    assert len(TITLES) == 66


@pytest.mark.parametrize(("text", "expected"), TITLES)
def test_titles(text: str, expected: list[str]) -> None:
    assert [("原" if t.past else "") + t.text for t in titles(text, cut(text))] == expected


@pytest.mark.parametrize("text", [text for text, _ in TITLES])
def test_titles_lie_where_they_say(text: str) -> None:
    found = titles(text, cut(text))
    assert all(text[t.start : t.end].endswith(t.text) for t in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_a_past_title_makes_a_past_role() -> None:
    found = facts("青海省政协原副主席郝景澄应邀参加。")
    assert posts(found) == {"郝景澄 原副主席 青海省政协"}
    assert [r.former for r in found.roles] == [True]
