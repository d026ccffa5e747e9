"""Sentences that look like what a rule reads and say something else: each adds no more than is listed."""

import pytest

from kg.model import Kind
from tests.reader import facts, names, posts, triples

HELD = "5月8日，滇池教育大会在昆明市举行。"

RELATIONS: list[tuple[str, str, set[str]]] = [
    # of places, bodies are the members; leading companies of a region lead no group
    ("memberOf", "滇中职教联盟成立，联盟成员包括昆明、曲靖、玉溪等地的30所高校。", set()),
    ("memberOf", "云岭集团落户昆明市。该区现有龙头企业包括云科科技有限公司、青岭科技有限公司等10家。", set()),
    (
        "memberOf",
        "江海教育集团与云岭集团签约。江海第一中学是龙头校，现有学生3000人。",
        {"江海第一中学 memberOf 江海教育集团"},
    ),
    # who leads a part of the work is no founder
    (
        "establishes",
        "滇中职教联盟由江海大学发起成立，首批项目由云岭科技有限公司牵头，昆明学院参与。",
        {"江海大学 establishes 滇中职教联盟"},
    ),
    # who listens, is praised, is told of, or speaks somewhere else
    ("speaksAt", HELD + "听取汇报的有副市长李建华。", set()),
    ("speaksAt", HELD + "会议通报表扬的有李建华、王志强。", set()),
    ("speaksAt", HELD + "通报的是李建华违纪案件。", set()),
    ("speaksAt", HELD + "会后，李建华走访企业，他还在企业座谈会上发表讲话。", set()),
    ("speaksAt", HELD + "李建华陪同省长出席，他发表了重要讲话。", set()),
    (
        "speaksAt",
        HELD + "交流发言环节，李建华介绍经验，学生代表王志强以茶敬师。",
        {"李建华 speaksAt 滇池教育大会"},
    ),
    # a league of others, a match of friends
    ("cooperatesWith", "江海大学、青岭大学分别与昆明学院、曲靖师范学院开展足球友好邀请赛。", set()),
    ("signsWith", "昆明市、曲靖市、玉溪市三地水质改善。\n近日，江海省推进会举行，3个县现场签订合作协议。", set()),
]

POSTS: list[tuple[str, set[str]]] = [
    ("江海大学成立了专家委员会，主任由李建华担任。", {"李建华 主任"}),
    ("江海大学组织志愿者支援灾区，队长由李建华担任。", {"李建华 队长"}),
    ("江海大学成立了校友研究会，会长由李建华担任。", {"李建华 会长 校友研究会"}),
    ("李建华将到江海大学任校长。", set()),
    ("李建华到江海大学任校长一职的消息不实。", set()),
    ("李建华回到江海大学任校长王志强的助手。", {"王志强 校长"}),
]

NAMES: list[tuple[Kind, str, list[str]]] = [
    (Kind.EVENT, "5月8日，高质量教育体系建设研讨会在江海大学举行。", ["高质量教育体系建设研讨会"]),
    (Kind.EVENT, "5月8日，高端装备制造论坛在昆明市举行。", ["高端装备制造论坛"]),
    (Kind.ORGANIZATION, "县和学校签订责任书，乡和学校层层落实。", []),
    (Kind.ORGANIZATION, "村和小学共建图书室。", []),
    (Kind.ORGANIZATION, "昆明高新区设立以来发展迅速。", []),
    (Kind.ORGANIZATION, "昆明高新区成立20周年庆祝活动举行。", []),
    (Kind.PERSON, "书记谈心、校长谈话。", []),
    (Kind.PERSON, "市委书记常抓、市长直管。", []),
    (Kind.PERSON, "买买提·阿布都参加会议。", ["买买提·阿布都"]),
    (Kind.PROGRAM, "我们要做到三个行动，即思想上行动、组织上行动、落实在行动。", []),
    (Kind.PROGRAM, "学校列出三个计划：我的学习计划、我的读书计划、我的锻炼计划。", []),
    (Kind.DOCUMENT, "昆明市教育局印发了2025年工作计划，明确了任务。", []),
]


@pytest.mark.parametrize(("predicate", "text", "expected"), RELATIONS)
def test_relations(predicate: str, text: str, expected: set[str]) -> None:
    assert triples(facts(text), (predicate,)) == expected


@pytest.mark.parametrize(("text", "expected"), POSTS)
def test_posts(text: str, expected: set[str]) -> None:
    assert posts(facts(text)) == expected


@pytest.mark.parametrize(("kind", "text", "expected"), NAMES)
def test_names(kind: Kind, text: str, expected: list[str]) -> None:
    assert names(facts(text), kind) == expected
