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
    ("speaksAt", HELD + "30年前走上讲台的是江海大学教授王建国。", set()),
    ("speaksAt", HELD + "记者会后，李建华在办公室回答了学生有关问题。", set()),
    # so many leaders, who are not named; of a standard
    (
        "establishes",
        "江海产教融合共同体成立，共同体的牵头单位有两家。\n大会上，星帆科技公司总裁王建国致辞。大会由江苏省教育厅主办。",
        set(),
    ),
    ("establishes", "江海产教融合共同体成立。共同体的牵头单位有两家。南京市教育局、南京市财政局出席。", set()),
    ("establishes", "江苏省教育厅（以下简称“省教育厅”）批准成立长三角职教联盟。", set()),
    # the one of last time; who is invited
    ("organizes", HELD + "上届论坛的主办单位有两家，分别是江海大学和昆明学院。", set()),
    # one who speaks for another, firms that go by what they signed
    ("signs", "校长王建国代表校长李志强致辞，并共同签订了目标责任书。", {"王建国 signs 目标责任书"}),
    ("signsWith", "江海大学、东南大学等签约单位按照协议派出教师。", set()),
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

ELECTED: list[tuple[str, set[str]]] = [
    ("江海省营养学会换届，未能当选副会长的有王建国、李志强。", set()),
    ("江海省营养学会成立。1985年首届理事会上，当选会长的是王建国。", set()),
    ("当选优秀班主任的有王建国。", set()),
    ("法治副校长1名，由民警王建国担任。", set()),
    (
        "江海省营养学会换届，当选副会长的有昆明学院校长王建国。",
        {"王建国 副会长 江海省营养学会", "王建国 校长 昆明学院"},
    ),
]

# what other contests and awards count, what there is anyway
CONTESTS = [
    "学校举办全国大学生数学建模竞赛。学校获国家科技进步奖一等奖2项。",
    "全国大学生数学建模竞赛举行。学校师生在各级各类比赛中获一等奖56项。",
    "江海大学承办全国大学生数学建模竞赛。学校现有国家一级裁判12名。",
    "全国大学生数学建模竞赛落幕。\n江海大学艺术团参加合唱比赛，获金奖2项。",
    "全国大学生数学建模竞赛开幕。\n学校职称评审会召开，评委21人投票。",
    "学校新闻。江海大学今年工作总结如下，学校在人才培养方面取得了很多成绩，在科学研究方面也取得了很多成绩，社会各界给予高度评价，老师和同学们都很高兴，大家都说明年要更加努力工作，争取更好的成绩，为国家和社会培养更多优秀的人才，为地方经济和社会发展做出更大的贡献，让人民满意，让家长放心，让学生成才，把学校的各项事业推向新的高度，迎接新的一年。学校曾承办全国大学生数学建模竞赛。\n本周日，1200名选手跑完全程。",
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


@pytest.mark.parametrize(("text", "expected"), ELECTED)
def test_elected(text: str, expected: set[str]) -> None:
    assert posts(facts(text)) == expected


@pytest.mark.parametrize("text", CONTESTS)
def test_contests(text: str) -> None:
    assert all(o.programs == () for o in facts(text).outcomes)
