"""Leagues: who belongs to one, what names one, what they hold and who is there."""

import pytest

from kg.mentions.spelling import unite
from kg.model import Kind
from tests.reader import facts, names, occurrence, posts, triples

MEMBERS: list[tuple[str, set[str]]] = [
    (
        "云岭高校联盟包含云岭大学、青江学院等12所云岭高校和江海大学、江海师范学院等8所高校。",
        {f"{m} memberOf 云岭高校联盟" for m in ("云岭大学", "青江学院", "江海大学", "江海师范学院")},
    ),
    (
        "云岭高校联盟共有20所高校，包括云岭大学、江海大学，江海市教育局到会祝贺。",
        {f"{m} memberOf 云岭高校联盟" for m in ("云岭大学", "江海大学")},
    ),
    ("云岭高校联盟包含交流、云岭大学论坛等活动。", set()),
    (
        "云岭学院既是云岭化工联盟理事会成员，也是云岭化工职业教育集团成员。",
        {"云岭学院 memberOf 云岭化工联盟", "云岭学院 memberOf 云岭化工职业教育集团"},
    ),
    (
        "云岭大学、青江学院都是云岭高校联盟成员，江海中学不是云岭高校联盟成员。",
        {"云岭大学 memberOf 云岭高校联盟", "青江学院 memberOf 云岭高校联盟"},
    ),
    (
        "青江学院由此正式成为云岭地区师范大学教师教育创新与发展联盟的成员单位。",
        {"青江学院 memberOf 云岭地区师范大学教师教育创新与发展联盟"},
    ),
]
BODIES: list[tuple[str, list[str]]] = [
    ("两地合力营造联盟建设的良好氛围。", []),
    ("职业教育教材建设联盟在江海市揭牌成立。", ["职业教育教材建设联盟"]),
    ("四川教师教育创新与发展联盟成立。", ["四川教师教育创新与发展联盟"]),
    ("西部师范大学教师教育联盟第二届年会召开。", ["西部师范大学教师教育联盟"]),
    ("会议就改革与发展联盟工作进行研究。", []),
    ("双方以提质为主线，打造成渝地区职业教育共同体。", ["成渝地区职业教育共同体"]),
    ("鼓励跨学校、跨学院组建团队。", []),
    ("会议指出，两地教育厅（委）、宣传部、人社厅要加强协作。", []),
    ("会议指出，两地高校、江海市教育局要加强协作。", ["江海市教育局"]),
]


HELD: list[tuple[str, list[str]]] = [
    (
        "7月8日上午，云岭现代农牧职业教育集团举行成立大会。",
        ["云岭现代农牧职业教育集团成立大会 | --07-08"],
    ),
    ("7月8日上午，云岭大学举行成立大会。", ["成立大会 | --07-08"]),  # of what, nobody says
    (
        "9月16日，青江市教育局和江海市教育局在重庆签署合作协议。签约之后，云岭职教协同发展联盟揭牌，协同发展联盟成立大会随即召开。",
        ["云岭职教协同发展联盟成立大会 | --09-16 | 重庆市"],
    ),
    (
        "9月16日，青江市教育局和江海市教育局在重庆签署合作协议。\n协议列出六项任务。\n签约之后，云岭职教联盟成立大会随即召开。",
        ["云岭职教联盟成立大会 | --09-16 | 重庆市"],
    ),
    (
        "4月15日，云岭技师学院院长唐勇来到江海职业中专学校（以下简称江海职校），参加协同发展签约仪式。",
        ["协同发展签约仪式 | --04-15 | 江海职业中专学校"],
    ),
]
PRESENT: list[tuple[str, set[str]]] = [
    (
        "5月17日，云岭新能源大会在自贡开幕。作主旨报告的有：中国科学院院士、青江先进技术研究院碳中和技术研究所所长、"
        "江海金属研究所材料科学国家研究中心先进炭材料研究部主任程越明；青江大学校长林文远；江海研究所研究员李青峰。",
        {f"{p} speaksAt 云岭新能源大会" for p in ("程越明", "林文远", "李青峰")},
    ),
    (
        "4月15日，云岭技师学院院长唐勇、党委书记金露一行5人来到江海职业中专学校，参加合作交流座谈暨协同发展签约仪式。",
        {f"{p} participatesIn 合作交流座谈暨协同发展签约仪式" for p in ("唐勇", "金露")},
    ),
    (
        "10月12日，云岭联盟第二届年会在云岭大学举行。云岭大学、青江大学等24所师范院校的领导到会。",
        {f"{p} participatesIn 云岭联盟第二届年会" for p in ("云岭大学", "青江大学")},
    ),
    (
        "10月12日，云岭高校论坛在云岭大学举行。论坛上，云岭大学校长张祖武、青江市教育局局长王永全分别从服务强国建设、优化机制等方面，"
        "对联盟成立以来的成绩作了总结。会后，青江大学校长程越明对调研报告作了批示。",
        {f"{p} speaksAt 云岭高校论坛" for p in ("张祖武", "王永全")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), HELD)
def test_what_leagues_hold(text: str, expected: list[str]) -> None:
    assert [occurrence(o) for o in facts(text).occurrences] == expected


@pytest.mark.parametrize(("text", "expected"), PRESENT)
def test_who_is_there(text: str, expected: set[str]) -> None:
    assert triples(facts(text), ("speaksAt", "participatesIn")) == expected


def test_a_post_by_its_letter() -> None:
    assert posts(facts("会上，李青峰获颁云岭产业研究院专家咨询委员会主任聘书。")) == {
        "李青峰 主任 云岭产业研究院专家咨询委员会"
    }


@pytest.mark.parametrize(("text", "expected"), MEMBERS)
def test_members_with_their_number(text: str, expected: set[str]) -> None:
    assert triples(facts(text), ("memberOf",)) == expected


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_what_names_a_body(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.ORGANIZATION) == expected


def test_a_league_of_a_field_is_not_that_of_all() -> None:
    general, special = "云岭地区高校联盟", "云岭地区高校法治教育联盟"
    assert unite([general, special])[general] == general
    assert unite(["青岭小动物保护基金会", "青岭小动物保护发展基金会"])["青岭小动物保护基金会"] != "青岭小动物保护基金会"
