"""What the news pages of schools say: who went where, signed what, and under which names."""

import pytest

from kg.model import Kind
from tests.reader import facts, names, occurrence, posts, triples

ORGANIZATIONS: list[tuple[str, list[str]]] = [
    # sorts of schools, and what any school has
    ("努力建设技能型高水平大学，建成全国一流综合性师范大学。", []),
    ("考察了实训工厂、校园文化馆等。", []),
    # 与 joins what somebody works with, and no second field
    ("双方将在技术攻关等方面与学院开展合作。", []),
    # 新 is the first character of a town
    ("一行赴兰州市新河口镇调研，新河口镇党委接待。", ["新河口镇党委"]),
    # offices for cooperation
    ("校领导讲话，合作发展办公室负责人参加。", ["合作发展办公室"]),
    # the society of a college of two fields
    ("江海大学文学与新闻学院校友会正式成立。", ["江海大学文学与新闻学院校友会"]),
]


@pytest.mark.parametrize(("text", "expected"), ORGANIZATIONS)
def test_organizations(text: str, expected: list[str]) -> None:
    assert sorted(names(facts(text), Kind.ORGANIZATION)) == sorted(expected)


def test_a_strategy_before_cooperation_is_no_programme() -> None:
    text = "江海大学与兰州市人民政府“携手共建、同向发展”战略合作签约仪式举行。"
    assert names(facts(text), Kind.PROGRAM) == []


POSTS: list[tuple[str, set[str]]] = [
    # who runs a zone or a street heads its office, and not the committee
    (
        "云岭经济开发区党工委副书记、主任程越，副主任李泌出席。",
        {
            "程越 副书记 云岭经济开发区党工委",
            "程越 主任 云岭经济开发区管委会",
            "李泌 副主任 云岭经济开发区管委会",
        },
    ),
    ("青云街道党工委书记、主任程越出席。", {"程越 书记 青云街道党工委", "程越 主任 青云街道办事处"}),
    # what somebody else is to the school stands between the posts and the name
    (
        "兰州市委副书记、市长，我校杰出校友程越来访。",
        {"程越 副书记 兰州市委", "程越 市长 兰州市人民政府"},
    ),
    ("云岭集团董事长、机制94级校友程越参加。", {"程越 董事长 云岭集团"}),
    ("云岭集团董事长、校友会会长程越参加。", {"程越 董事长 云岭集团", "程越 会长"}),
    # a name that is a place too
    ("教育局局长江华一行来校调研。", {"江华 局长 教育局"}),
    # parts of a committee behind a head who shares a character with his office
    (
        "陇西县委书记程越，县委常委、宣传部长、农工委书记李泌出席。",
        {"程越 书记 陇西县委", "李泌 常委 陇西县委", "李泌 部长 陇西县委宣传部", "李泌 书记 陇西县委农工委"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), POSTS)
def test_posts(text: str, expected: set[str]) -> None:
    assert posts(facts(text)) == expected


EVENTS: list[tuple[str, list[str]]] = [
    # what an event is part of
    (
        "6月2日，数字教育创新发展论坛作为第3届兰州科技周的配套活动，在云溪会展中心举行。",
        ["数字教育创新发展论坛 | --06-02 | 云溪会展中心"],
    ),
    (
        "6月2日，江海大学与兰州市人民政府举行全面战略合作框架协议签约仪式。",
        ["全面战略合作框架协议签约仪式 | --06-02"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), EVENTS)
def test_events(text: str, expected: list[str]) -> None:
    assert [occurrence(o) for o in facts(text).occurrences] == expected


COUNTED: list[tuple[str, set[str]]] = [
    # what is done where somebody goes
    ("校长一行赴江苏9所高职院校考察交流。", {"高职院校 9"}),
    ("副校长先后到3个县区考察指导。", {"县区 3"}),
    ("学校有3个考察交流项目。", {"考察交流项目 3"}),
    # a year before a place
    ("2016余庆（上海）招商推介会举行。", set()),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_counted(text: str, expected: set[str]) -> None:
    assert {f"{o.what} {o.value}" for o in facts(text).outcomes} == expected


SIGNED: list[tuple[str, set[str]]] = [
    # a title names its two sides, with a gap between them
    (
        "会上，双方签订《陇西县教育局 江海大学合作协议》。",
        {
            "陇西县教育局 signsWith 江海大学",
            "陇西县教育局 signs 陇西县教育局 江海大学合作协议",
            "江海大学 signs 陇西县教育局 江海大学合作协议",
        },
    ),
    # two agreements of one sentence: the headline means the one that it names
    (
        "江海大学与陇西县人民政府签署战略合作协议\n会上，校长程越和县长李泌代表双方签订战略合作协议，各学院签订具体的横向科研项目协议。",
        {
            "江海大学 signs 战略合作协议",
            "陇西县人民政府 signs 战略合作协议",
            "江海大学 signsWith 陇西县人民政府",
            "程越 signs 战略合作协议",
            "李泌 signs 战略合作协议",
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), SIGNED)
def test_signed(text: str, expected: set[str]) -> None:
    assert triples(facts(text), ("signs", "signsWith")) == expected


def test_whose_work_is_given_was_not_there() -> None:
    text = "10月25日，江海大学校史馆揭牌仪式举行。校长程越向来宾赠送了著名作家李泌的画作。"
    assert triples(facts(text), ("participatesIn",)) == {"程越 participatesIn 江海大学校史馆揭牌仪式"}
