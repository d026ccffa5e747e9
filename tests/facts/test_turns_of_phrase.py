"""What headlines, labels and clauses turned round say of who is there, founds, joins or comes to a post."""

import pytest

from kg.model import Kind
from tests.reader import facts, names, posts, triples

_HELD = "江海职教论坛3月8日在昆明举行。"
RELATIONS: list[tuple[str, set[str]]] = [
    # headlines that say in a row who did what
    (
        "江海职业技能大赛开幕\n孙建军宣布开幕 程越致辞 姜珩主持\n"
        "3月18日，江海职业技能大赛开幕式在昆明举行。市委书记孙建军、局长程越、主任姜珩参加活动。",
        {
            "孙建军 participatesIn 江海职业技能大赛开幕式",
            "程越 participatesIn 江海职业技能大赛开幕式",
            "程越 speaksAt 江海职业技能大赛开幕式",
            "姜珩 participatesIn 江海职业技能大赛开幕式",
            "姜珩 hosts 江海职业技能大赛开幕式",
        },
    ),
    # an event that is named only as the occasion of what is told
    (
        "3月18日，江海市首届职业技能大赛启动仪式上，市教育局局长程越致辞。",
        {"程越 speaksAt 江海市首届职业技能大赛启动仪式"},
    ),
    ("江海市教育局近日发文。3月18日的产教融合推进会由副市长姜珩主持。", {"姜珩 hosts 产教融合推进会"}),
    # guests by a label, those who come with others, those who do something elsewhere
    (
        _HELD + "应邀前来的嘉宾有：市教育局局长程越、江海大学校长姜珩。",
        {"程越 participatesIn 江海职教论坛", "姜珩 participatesIn 江海职教论坛"},
    ),
    (_HELD + "获奖的代表有：江海大学教授程越、昆明学院教授姜珩。", set()),
    (
        _HELD + "副校长程越陪同校长姜珩出席论坛。",
        {"程越 participatesIn 江海职教论坛", "姜珩 participatesIn 江海职教论坛"},
    ),
    (_HELD + "副校长程越陪同校长姜珩考察企业，市长胡国灿出席论坛。", {"胡国灿 participatesIn 江海职教论坛"}),
    (_HELD + "校长姜珩在外地出差，市长胡国灿出席论坛。", {"胡国灿 participatesIn 江海职教论坛"}),
    # no person is called what a list of places is
    (_HELD + "来自昆明、曲靖等地的校长参加了江海职教论坛。", set()),
    (_HELD + "昆明、曲靖、玉溪等三市的局长出席江海职教论坛。", set()),
    # founders that a clause turned round names, that lead what others join, whose college it is
    (
        "云岭新能源联盟3月8日成立。联合组建它的，是江海大学和昆明学院。",
        {"江海大学 establishes 云岭新能源联盟", "昆明学院 establishes 云岭新能源联盟"},
    ),
    ("云岭新能源联盟3月8日成立。联合组建它的设想，是江海大学和昆明学院提出的。", set()),
    (
        "江海大学牵头，昆明学院、云岭学院等单位参与，共同成立了云岭产教融合联盟。",
        {
            "江海大学 establishes 云岭产教融合联盟",
            "昆明学院 establishes 云岭产教融合联盟",
            "云岭学院 establishes 云岭产教融合联盟",
        },
    ),
    ("昆明海棠学院是江海大学举办的独立学院。", {"江海大学 establishes 昆明海棠学院"}),
    ("昆明海棠学院是江海大学学习的榜样。", set()),
    # members of a group that is pointed at, of one that grants its plaque, of one joined later
    (
        "云岭教育集团成立。\n这个集团的龙头校是江海一中，成员校包括江海二小、云岭三中。",
        {
            "江海一中 memberOf 云岭教育集团",
            "江海二小 memberOf 云岭教育集团",
            "云岭三中 memberOf 云岭教育集团",
        },
    ),
    ("江海博物馆获授“云岭博物馆联盟”牌匾，正式成为其成员单位。", {"江海博物馆 memberOf 云岭博物馆联盟"}),
    ("江海博物馆获授“云岭博物馆联盟”牌匾，正式成为其合作单位。", set()),
    (
        "云岭高校联盟入盟的高校还包括江海大学、昆明学院。",
        {"江海大学 memberOf 云岭高校联盟", "昆明学院 memberOf 云岭高校联盟"},
    ),
    ("云岭职教联盟成立。成员来自26所学校，毕业生去向包括江海大学、昆明学院。", set()),
]


@pytest.mark.parametrize(("text", "expected"), RELATIONS)
def test_relations(text: str, expected: set[str]) -> None:
    told = triples(facts(text), ("participatesIn", "speaksAt", "hosts", "establishes", "memberOf"))
    assert told == expected


POSTS: list[tuple[str, set[str]]] = [
    (
        "近日，程越从市教育局调到江海职业技术学院担任党委书记、院长。",
        {"程越 党委书记 江海职业技术学院", "程越 院长 江海职业技术学院"},
    ),
    ("程越到江海大学任校长一职的消息不实。", set()),
    ("江海大学迎来新任校长程越。", {"程越 校长 江海大学"}),
    ("新一届理事会会长由程越出任。", {"程越 会长"}),
    # where a name ends before what it is told with
    ("县长陈志挺受县委书记吴海端委托致辞。", {"陈志挺 县长", "吴海端 书记 县委"}),
    ("记者从市农业局局长林劲处获悉，订单已落实。", {"林劲 局长 市农业局"}),
    # foreign names with one character that few have, names in Latin letters
    ("圣彼得堡国立大学校长克罗帕切夫致辞。", {"克罗帕切夫 校长 圣彼得堡国立大学"}),
    ("外籍教师Mary表示，江海大学的课程很好。", {"Mary 教师"}),
]


@pytest.mark.parametrize(("text", "expected"), POSTS)
def test_posts(text: str, expected: set[str]) -> None:
    assert posts(facts(text)) == expected


BODIES: list[tuple[str, list[str]]] = [
    ("市妇联动员全市妇女参与志愿服务，县妇联系统干部参加培训。", ["市妇联", "县妇联"]),
    ("中国——东盟现代工匠学院揭牌。", ["中国——东盟现代工匠学院"]),
    ("绩溪县教育基金会成立。受助学生名单由基金会和县教体局审核。", ["绩溪县教育基金会", "绩溪县教体局"]),
    ("《规划》已由省教育厅编制完成，各市县把情况报给省政府。", ["省教育厅", "省政府"]),
    ("新联盟成立大会召开。", []),
    ("西安求是中学揭牌。", ["西安求是中学"]),
]


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_bodies(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.ORGANIZATION) == expected


NO_BODIES = [
    "川渝三校结成教育共同体。",
    "长清大学城十校牵手。",
    "两地精英大学汇聚于联盟之中。",
]


@pytest.mark.parametrize("text", NO_BODIES)
def test_no_bodies(text: str) -> None:
    assert names(facts(text), Kind.ORGANIZATION) == []


PERSONS: list[tuple[str, list[str]]] = [
    ("江海大学举行开学典礼。Tom Wilson说，他很高兴。Tom Wilson还参观了校园。", ["Tom Wilson"]),
    ("iPhone的说明书由江海大学翻译。", []),
    ("研究团队开发的大模型DeepSeek回答了提问，教师DeepSeek应用培训班开班。", []),
    ("人工智能公司DeepMind称将开放课程。据英国媒体The Guardian报道，教育改变。", []),
    ("机器人教师Pepper走进课堂。助手ChatGPT表示欢迎。", []),
    ("毕业生被多所名校录取，包括Harvard、Yale、Princeton等。项目感谢Google提供支持。", []),
    ("Hong Kong获得主办权。Big Data正在改变教育。Goldman Sachs认为，前景广阔。", []),
    ("孩子Ipad成瘾。学生Pad管理规定出台。", []),
    ("留学生Henry说，重庆很美。重庆Henry国际学校成立。", ["Henry"]),
    ("主办方（市教委主任）、承办方（西南大学校长）致辞。", []),
    ("西南大学马克思主义学院荣休院长出席会议。省教育厅单联成副厅长出席。", ["单联成"]),
    # companies by their brand, and whoever bears it
    ("携手海亮 皋兰县教育集团签约\n3月6日，皋兰县教育局与海亮教育科技服务集团举行签约仪式。", []),
    ("安踏（安踏集团副总裁）、华润（华润集团董事长）主持会议。", []),
    ("校友雷军捐资，雷军科技公司将接收毕业生。", ["雷军"]),
    ("陈明说，他创办的陈明教育科技公司已资助500名学生。", ["陈明"]),
    # places before a post, and people
    ("昆明、曲靖、玉溪等三市的局长出席会议。", []),
    ("李明、王刚等五地校长发言。", ["李明", "王刚"]),
]


@pytest.mark.parametrize(("text", "expected"), PERSONS)
def test_persons(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.PERSON) == expected


def test_a_partner_is_not_ours() -> None:
    """Nobody hopes anything of the university that the district's head comes from."""
    told = facts(
        "5月12日，我校与北碚区人民政府签署战略合作协议。毕业于浙江大学的北碚区区长姜珩致辞。校党委书记程越表示，希望双方深化合作。"
    )
    assert posts(told) == {"姜珩 区长 北碚区人民政府", "程越 党委书记"}


EVENTS: list[tuple[str, list[str]]] = [
    ("5月8日，以“青春”为主题的重庆市第十届大学生运动会拉开帷幕。", ["重庆市第十届大学生运动会"]),
    ("为期三天的第六届重庆市大学生艺术展演在西南大学拉开帷幕。", ["第六届重庆市大学生艺术展演"]),
]


@pytest.mark.parametrize(("text", "expected"), EVENTS)
def test_events(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.EVENT) == expected
