"""Posts in teams, in grades under a level alone, of several together, and those that an address follows."""

import pytest

from tests.reader import facts, posts

LED: list[tuple[str, set[str]]] = [
    # a name behind a blank, with how its bearer is addressed
    (
        "出席发布会的有：\n江海市政府党组成员 程越先生；\n江海市教育局局长 姚素心女士；\n青岭县政府县长 裴若谷同志。",
        {"程越 党组成员 江海市政府", "姚素心 局长 江海市教育局", "裴若谷 县长 青岭县政府"},
    ),
    ("下面请市教育局局长 程越先生介绍情况。", {"程越 局长 市教育局"}),
    ("主讲嘉宾：云岭科技大学教授 李先生。", set()),
    # how many hold the post
    (
        "市教育局三位副局长程越、姚素心、裴若谷到会。",
        {f"{who} 副局长 市教育局" for who in ("程越", "姚素心", "裴若谷")},
    ),
    ("云岭医院两名副院长程越及姚素心参加。", {"程越 副院长 云岭医院", "姚素心 副院长 云岭医院"}),
    ("市教育局召开会议，各校的三位教师程越、姚素心参加。", {"程越 教师", "姚素心 教师"}),
    # a grade in the government of a place, or of a level
    (
        "柳州市委副书记程越出席，市二级巡视员姚素心、柳北区四级调研员裴若谷参加。",
        {
            "程越 副书记 柳州市委",
            "姚素心 二级巡视员 柳州市人民政府",
            "裴若谷 四级调研员 柳北区人民政府",
        },
    ),
    ("佳木斯市总督学程越到会。", {"程越 总督学 佳木斯市人民政府"}),
    ("四川省教育厅一级巡视员程越到会。", {"程越 一级巡视员 四川省教育厅"}),
    # teams
    (
        "四川省教育考察团一行到访。考察团团长由四川省教育厅副厅长程越担任。",
        {"程越 副厅长 四川省教育厅", "程越 团长 四川省教育考察团"},
    ),
    ("省残联主席、河北代表团团长程越出席。", {"程越 主席 河北省残联", "程越 团长 河北代表团"}),
    (
        "水利部农村水利水电司副司长、督查组组长程越到会。",
        {"程越 副司长 水利部农村水利水电司", "程越 组长 督查组"},
    ),
    ("访问团团长程越致辞。", {"程越 团长"}),
    # of the person before, where the post between is held elsewhere; a hospital by its short form
    (
        "云岭县人民医院党委副书记程越，全国政协委员、副院长姚素心出席。",
        {"程越 党委副书记 云岭县人民医院", "姚素心 委员 全国政协", "姚素心 副院长 云岭县人民医院"},
    ),
    (
        "徐州医科大学副校长、徐医附院党委书记程越到会。",
        {"程越 副校长 徐州医科大学", "程越 党委书记 徐医附院"},
    ),
    # a year before the second post; posts and bodies of the lists
    (
        "江海省职教联盟召开会议，联盟副理事长、2019年轮值理事长程越讲话。",
        {"程越 副理事长 江海省职教联盟", "程越 轮值理事长 江海省职教联盟"},
    ),
    ("江苏省工经联首席专务程越到会。", {"程越 首席专务 江苏省工经联"}),
]


@pytest.mark.parametrize(("text", "expected"), LED)
def test_leaders(text: str, expected: set[str]) -> None:
    assert posts(facts(text)) == expected


def test_leaders_pin_their_cases() -> None:
    assert len(LED) == 17
