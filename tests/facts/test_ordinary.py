"""Ordinary sentences that look like what a rule is for, and say something else."""

import pytest

from kg.model import Kind
from tests.reader import facts, names, posts, triples

LEAGUE = "云岭职业教育联盟成立。"
RELATIONS: list[tuple[str, set[str]]] = [
    # who leads or builds other things did not found the league
    (LEAGUE + "江海大学、青岭学院是省级重点实验室的共建单位。江海大学、青岭学院均为部省共建高校。", set()),
    (LEAGUE + "作为江海产业协会发起单位，青岭学院参加了会议。", set()),
    (LEAGUE + "云岭大学和江海学院两所牵头院校的代表介绍了课题进展。", set()),
    (LEAGUE + "联盟正在推进的课程标准研制项目由江海大学、青岭学院牵头，今年完成。", set()),
    (LEAGUE + "其中师资专委会由江海大学牵头，竞赛专委会由青岭学院牵头。", set()),
    ("云岭职业教育联盟成立以来，由江海大学牵头，开展了多项研究。", set()),
    ("青岭中学是江海大学与青岭教育局联合建立的实习基地。", set()),
    ("由江海大学牵头组建，云岭产教融合联盟正式揭牌的实训基地投入使用。", set()),
    # who deals with a member is none
    ("云岭职业教育联盟成员单位江海大学与青岭集团签署协议。", {"江海大学 memberOf 云岭职业教育联盟"}),
    (
        "云岭职业教育联盟由江海大学担任理事长单位，秘书处设在青岭学院，河湾大学为副理事长单位。",
        {"江海大学 memberOf 云岭职业教育联盟"},
    ),
    # departments are of a government; who heads the work did not issue it
    ("江海大学、青岭学院获奖。两部门联合印发《奖励办法》。", set()),
    ("《云岭行动计划》发布。该计划由江海大学程越教授主持制定。", set()),
    (
        "《云南省教育厅关于加强职业教育管理工作的意见》发布。昆明市教育局印发《关于加强职业教育管理工作的意见》。",
        {
            "云南省教育厅 publishes 云南省教育厅关于加强职业教育管理工作的意见",
            "昆明市教育局 publishes 关于加强职业教育管理工作的意见",
        },
    ),
    ("云岭论坛5月1日在昆明举行。代表们发言，他们是江海大学的校长程越的学生。", set()),
    ("“青苗计划”始于2012年，由江海大学举办的青苗论坛5月12日在江海市举行。", set()),
]
POSTS: list[tuple[str, set[str]]] = [
    ("江海大学主管单位云南省教育厅厅长程越介绍。", {"程越 厅长 云南省教育厅"}),
    ("青岭中学近日十分热闹。5月12日，江海中学到访交流，校长程越致欢迎辞。", {"程越 校长"}),
    ("青岭中学举行捐赠仪式。江海中学捐赠图书500册，校长程越表示感谢。", {"程越 校长"}),
    ("同乐小学校长程越介绍。同辉集团总裁李芳到会。", {"程越 校长 同乐小学", "李芳 总裁 同辉集团"}),
    ("江海大学教授周家河介绍情况。青岭县县长李家湾讲话。", {"周家河 教授 江海大学", "李家湾 县长 青岭县"}),
    ("江海小学、涉事学校校长程越道歉。", {"程越 校长 江海小学"}),
    ("江海市阳光小区幼儿园园长程越到会。", {"程越 园长 江海市阳光小区幼儿园"}),
    (
        "我校校友程越履新\n\n我校1985级校友程越同志任江海大学校长。副校长李芳代表学校致贺。",
        {"程越 校长 江海大学", "李芳 副校长"},
    ),
]
BODIES: list[tuple[str, list[str]]] = [
    ("江海大学组队参加比赛。", ["江海大学"]),
    (
        "巴蜀职业教育发展联盟、成渝职业教育发展联盟两大联盟签约。",
        ["巴蜀职业教育发展联盟", "成渝职业教育发展联盟"],
    ),
]
DOCUMENTS: list[tuple[str, list[str]]] = [
    ("学习旅游法语课程，落实监察法纪要求。", []),
    ("江海市教育科学“十四五”规划项目立项。", []),
    ("根据江海大学章程规定，校长负责。", []),
    ("双方签署“教育强国”“人才强国”战略合作协议。", ["“教育强国”“人才强国”战略合作协议"]),
]


@pytest.mark.parametrize(("text", "expected"), RELATIONS)
def test_relations(text: str, expected: set[str]) -> None:
    assert triples(facts(text), ("establishes", "memberOf", "publishes", "speaksAt", "organizes")) == expected


@pytest.mark.parametrize(("text", "expected"), POSTS)
def test_posts(text: str, expected: set[str]) -> None:
    assert posts(facts(text)) == expected


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_bodies(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.ORGANIZATION) == expected


@pytest.mark.parametrize(("text", "expected"), DOCUMENTS)
def test_documents(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.DOCUMENT) == expected


def test_a_page_that_ends_with_the_verb_of_signing() -> None:
    assert not triples(facts("云岭大学开学。江海大学与青岭县签署"), ("signs", "signsWith"))


def test_no_programme_is_called_twice_by_its_kind() -> None:
    found = facts("实施教师培训计划、学生成长工程、校园建设三项计划。")
    assert not [name for name in names(found, Kind.PROGRAM) if name.endswith(("计划计划", "工程计划"))]


def test_no_reporter_is_called_after_a_column() -> None:
    assert names(facts("仪式昨天举行。（记者走基层）"), Kind.PERSON) == []
