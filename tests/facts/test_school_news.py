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
    # no bureau in 局务会议, no school in a sort of them
    ("兰州市教育局局务会议在云溪中学召开，要办好初级中学。", ["兰州市教育局", "云溪中学"]),
    ("省政府加快推进职业院校现代产业学院建设。", ["省政府"]),
    # 新 is part of a school's name where it always stands before it
    ("来到新虹溪中学调研，新虹溪中学的教师参加。", ["新虹溪中学"]),
    ("新江海中学成立，新江海中学在江海中学旧址。", ["江海中学"]),
    # 赴 leads to a company
    ("校长带队赴云海集团（兰州）有限公司走访。", ["云海集团（兰州）有限公司"]),
    # a zone under its full kind whose place no list has; who else signs in a list
    (
        "江海大学与虹溪经济技术开发区、兰州高新技术产业开发区签订了政校合作协议。",
        ["江海大学", "虹溪经济技术开发区", "兰州高新技术产业开发区"],
    ),
    ("江海大学与有关经济技术开发区签署协议。", ["江海大学"]),
    # schools under any name beside others in a list
    (
        "一行赴兰州市特殊教育学校、育生中学、解二小学和启明幼儿园调研。",
        ["兰州市特殊教育学校", "启明幼儿园", "育生中学", "解二小学"],
    ),
    ("兰州市第一中学、农村小学、部分中学参加。", ["兰州市第一中学"]),
    # a room is no office
    ("在江海大学图书馆贵宾室会见客人。", ["江海大学图书馆"]),
    # 大学园区 is no university
    ("介绍了海湾大学园区和兰州大学城建设。", []),
    # an outlet whose head is named
    ("云川网党委副书记、总编辑程越出席，官网总编辑李泌参加。", ["云川网"]),
]


@pytest.mark.parametrize(("text", "expected"), ORGANIZATIONS)
def test_organizations(text: str, expected: list[str]) -> None:
    assert sorted(names(facts(text), Kind.ORGANIZATION)) == sorted(expected)


def test_what_serves_a_zone_is_no_part_of_its_name() -> None:
    assert names(facts("实现国际化，助力青白江自贸试验区建设。"), Kind.PROGRAM) == ["青白江自贸试验区"]


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
    # 公司 behind 受到
    ("在兰州云海科技有限公司，一行受到公司董事长程越的接待。", {"程越 董事长 兰州云海科技有限公司"}),
    # who is visited is not the page's own
    ("学院院长程越一行走访企业。学院领导先后走访了云溪职业技术学院。", {"程越 院长"}),
    # 向 before a surname with a title
    ("程越校长向姚局长汇报了情况。", {"程越 校长"}),
    ("校长向东局长来访。", {"向东 校长"}),
    # those who are elected to fill a place
    ("程越同志被补选为云溪小学党支部委员。", {"程越 党支部委员 云溪小学"}),
    # the last of a list before what it does
    ("江海大学副校长程越、李小明在主楼会见来宾。", {"程越 副校长 江海大学", "李小明 副校长 江海大学"}),
    ("江海大学副校长程越、李小明率队调研。", {"程越 副校长 江海大学", "李小明 副校长 江海大学"}),
    ("江海大学副校长程越、高校在会上。", {"程越 副校长 江海大学"}),
    ("江海大学副校长程越、海南在会上。", {"程越 副校长 江海大学"}),
    # a group of inspectors in a school is no school
    (
        "江海大学党委书记程越，驻学校纪检监察组组长、学校纪委书记李泌出席。",
        {"程越 党委书记 江海大学", "李泌 纪委书记 江海大学"},
    ),
    # the office of the zone whose committee stands before it
    (
        "聊城市副市长程越，高新区党工委书记、管委会主任李泌出席。聊城高新技术产业开发区建设加快。",
        {"程越 副市长 聊城市人民政府", "李泌 书记 聊城高新区党工委", "李泌 主任 聊城高新区管委会"},
    ),
    ("徐校长向庄书记汇报了情况。", set()),
    # 董事长 of a school
    ("学校董事长程越、校董李泌出席。", {"程越 董事长", "李泌 校董"}),
    # one name ends in 一, before 等
    ("云溪中学校长曾宪一等出席座谈会。", {"曾宪一 校长 云溪中学"}),
    # the inspector of a bureau behind its head
    (
        "兰州市教育局副局长、教育总督学程越出席。",
        {"程越 副局长 兰州市教育局", "程越 教育总督学 兰州市教育局"},
    ),
    # the office of a government behind that of the committee
    (
        "兰州市委书记程越带领市委办公室副主任李泌、政府办公室副主任卓凡来校。",
        {"程越 书记 兰州市委", "李泌 副主任 兰州市委办公室", "卓凡 副主任 兰州市政府办公室"},
    ),
    # 该校 is the one named last, even one from which somebody came
    (
        "江海大学校长程越率团来访我校，该校副教务长李泌随行。",
        {"程越 校长 江海大学", "李泌 副教务长 江海大学"},
    ),
    # 该院 of a 检察长 is no college, and he is of the whole of his office
    (
        "陇西县检察院与江海大学法学院举行签约仪式，该院党组书记、检察长程越，政治部主任李泌，副检察长卓凡出席。",
        {
            "程越 党组书记 陇西县检察院",
            "程越 检察长 陇西县检察院",
            "李泌 主任 陇西县检察院政治部",
            "卓凡 副检察长 陇西县检察院",
        },
    ),
    (
        "陇西县检察院检察长程越到访。程越检察长对江海大学法学院表示感谢。",
        {"程越 检察长 陇西县检察院"},
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
    # a motto before the name in a title
    (
        "深化政校协同育人 助推智能产业发展——聊城市智能制造产教联盟成立仪式在我院举行",
        ["聊城市智能制造产教联盟成立仪式"],
    ),
    # what is to be held
    ("各校要立即组织召开全体教职工代表大会，各地应及时召开安全工作推进会。", []),
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
    # whose heads came; what others are named with the next number
    ("26所中小学校校长以及机关业务科室负责人参加。", {"中小学校 26"}),
    ("建有6个二级学院和云溪智造、东岭数字等7个特色产业学院。", {"二级学院 6", "特色产业学院 7"}),
    ("有5个学院和3个研究所。", {"学院 5", "研究所 3"}),
    ("六名校友汇报了工作情况。", {"校友 6"}),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_counted(text: str, expected: set[str]) -> None:
    assert {f"{o.what} {o.value}" for o in facts(text).outcomes} == expected


FOUNDED: list[tuple[str, set[str]]] = [
    (
        "由江海大学牵头，联合55家高校共同发起成立“西部数字教育发展联盟”。",
        {"江海大学 establishes 西部数字教育发展联盟"},
    ),
    ("西部数字教育发展联盟由江海大学发起成立，兰州大学加入。", {"江海大学 establishes 西部数字教育发展联盟"}),
]


@pytest.mark.parametrize(("text", "expected"), FOUNDED)
def test_founded(text: str, expected: set[str]) -> None:
    assert triples(facts(text), ("establishes",)) == expected


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
    # 我院 signs with each of a list
    (
        "云溪技师学院新闻\n我院分别与聊城经济技术开发区、兰州高新技术产业开发区签订了政校合作协议。",
        {
            "云溪技师学院 signs 政校合作协议",
            "聊城经济技术开发区 signs 政校合作协议",
            "兰州高新技术产业开发区 signs 政校合作协议",
            "云溪技师学院 signsWith 聊城经济技术开发区",
            "云溪技师学院 signsWith 兰州高新技术产业开发区",
        },
    ),
    # who speaks for a school before another signs for it
    (
        "校长程越代表学校讲话，副校长李泌代表学校与云海集团互赠纪念品，副校长卓凡代表学校与云海集团签订了产学研合作协议。",
        {"卓凡 signs 产学研合作协议", "云海集团 signs 产学研合作协议"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), SIGNED)
def test_signed(text: str, expected: set[str]) -> None:
    assert triples(facts(text), ("signs", "signsWith")) == expected


def test_whose_work_is_given_was_not_there() -> None:
    text = "10月25日，江海大学校史馆揭牌仪式举行。校长程越向来宾赠送了著名作家李泌的画作。"
    assert triples(facts(text), ("participatesIn",)) == {"程越 participatesIn 江海大学校史馆揭牌仪式"}


@pytest.mark.parametrize("text", ["座谈会顺利举行。（文图：汪宜 王曲）", "座谈会顺利举行。\n文图：汪宜 王曲"])
def test_a_credit_for_words_and_pictures_names_nobody_itself(text: str) -> None:
    assert names(facts(text), Kind.PERSON) == ["汪宜", "王曲"]
