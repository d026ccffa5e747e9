"""Words that mean a body in one article alone: text → what each of them points to."""

import pytest

from kg.mentions.find import find
from kg.mentions.pointer import pointers
from kg.model import Kind
from kg.use.facts_json import facts_object
from tests.reader import facts, page

POINTERS: list[tuple[str, list[str]]] = [
    ("云岭大学新闻网\n首页 > 学校要闻 > 正文\n我校召开会议。会上，学校发布方案。", ["我校 云岭大学", "学校 云岭大学"]),
    ("青禾师范学院招生就业处处长程越说，该校有毕业生5000人。", ["该校 青禾师范学院"]),
    (
        "青禾大学新闻网\n首页 > 学校要闻 > 正文\n学校召开会议。"
        "云岭大学校长程越表示，学校将扩大招生。“我校将出台方案。”太行学院院长姚素心说。",
        ["学校 青禾大学", "学校 云岭大学", "我校 太行学院"],
    ),
    ("我校召开会议。", []),  # nobody says whose
    ("各学校要重视。职业学校发展很快。", []),
    ("太行职业教育联盟在长治成立。该联盟将整合资源。", ["该联盟 太行职业教育联盟"]),
    ("太行职业教育联盟成立。\n该联盟将整合资源。", ["该联盟 太行职业教育联盟"]),
    ("太行职业教育联盟成立。会上，联盟发布倡议。", ["联盟 太行职业教育联盟"]),
    ("太行职业教育联盟、云岭高校联盟成立。会上，联盟发布倡议。", []),  # which of them is open
    ("星帆科技有限公司成立于杭州。该公司生产传感器。", ["该公司 星帆科技有限公司"]),
    ("星帆科技有限公司、云岭电器有限公司参展。该公司生产传感器。", ["该公司 云岭电器有限公司"]),
    ("云岭大学与太行中学签约。该校代表发言。", ["该校 太行中学"]),
    ("云岭大学举行仪式。教育部派员出席，该校师生参加。", ["该校 云岭大学"]),
    ("云岭大学人工智能研究院揭牌。该研究院由多方共建。", ["该研究院 云岭大学人工智能研究院"]),
    ("南充市教育局召开会议。该局面向社会征集意见。", []),
    ("国家统计局发布数据。该部分数据显示增长。", []),
    ("该校有百年历史。", []),
    ("云岭大学举行仪式。\n活动持续三天。\n天气晴好。\n该校师生参加。", []),  # too far off
    ("云岭科技有限公司落户。公司将生产传感器。", ["公司 云岭科技有限公司"]),
    ("云岭县人民医院揭牌。医院、学校、企业参加。", []),  # of all sorts
    ("太行教育学会成立。学会感恩，学会做人。", []),
]


@pytest.mark.parametrize(("text", "expected"), POINTERS)
def test_pointers(text: str, expected: list[str]) -> None:
    read = page(text)
    assert [f"{p.text} {p.body}" for p in pointers(find(read))] == expected


def test_pointers_pin_their_cases() -> None:
    assert len(POINTERS) == 21


def test_a_pointer_is_a_mention_and_no_name() -> None:
    found = facts("太行职业教育联盟在长治成立。该联盟将整合资源。")
    [body] = found.of(Kind.ORGANIZATION)
    assert body.pointers == ("该联盟",)
    assert body.aliases == ()
    assert [(s.start, s.end) for s in body.mentions] == [(0, 8), (14, 17)]


def test_the_facts_list_it_among_the_forms_of_the_article() -> None:
    found = facts("太行职业教育联盟在长治成立。该联盟将整合资源。")
    assert facts_object(found)["organizations"][0]["aliases"] == ["该联盟"]
