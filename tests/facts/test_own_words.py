"""What reports say of posts, bodies, documents and those who hold something, in turns of their own."""

import pytest

from kg.model import Kind
from tests.reader import facts, names, occurrence, posts, triples

POSTS: list[tuple[str, set[str]]] = [
    # what somebody has in hand stands between the body and the post
    ("云岭大学主持行政全面工作副校长李芳介绍了情况。", {"李芳 副校长 云岭大学"}),
    ("江海市政府分管教育的副市长李芳到会。", {"李芳 副市长 江海市政府"}),
    (
        "云岭大学校长程越出席。该校主持工作的副校长李芳介绍了情况。",
        {"程越 校长 云岭大学", "李芳 副校长 云岭大学"},
    ),
    # the subject of the clause before
    ("江海大学、青江学院到会。云岭职业学院承办了此次活动，院长程越表示欢迎。", {"程越 院长 云岭职业学院"}),
    ("江海大学、青江学院到会。云岭职业学院与高岭大学签约，院长程越表示欢迎。", {"程越 院长"}),
    ("江海大学、青江学院到会。星帆集团捐赠图书，校长程越表示感谢。", {"程越 校长"}),
    # the congress of a region, behind the committee of its party
    (
        "内蒙古自治区党委书记、人大常委会主任程越会见了来宾。",
        {"程越 书记 内蒙古自治区党委", "程越 主任 内蒙古自治区人大常委会"},
    ),
    # no part of the department whose head its own is, too
    ("省教育厅厅长、试验区管理局局长程越主持仪式。", {"程越 厅长 省教育厅", "程越 局长 试验区管理局"}),
    # the school of a page to which another comes
    (
        "西安交通大学校长程越一行来我校考察\n\n西安交通大学校长程越9月30日到我校考察交流，校长高云主持会议。"
        "高云对西安交通大学支持云岭大学建设表示感谢。程越希望西安交通大学与云岭大学加强交流。",
        {"程越 校长 西安交通大学", "高云 校长 云岭大学"},
    ),
    # of the nation, and of a province
    (
        "四川省中华职业教育社主任程越、中华职业教育社总干事林文远出席。",
        {"程越 主任 四川省中华职业教育社", "林文远 总干事 中华职业教育社"},
    ),
    ("云南省政协经科委主任程越到会。", {"程越 主任 云南省政协经科委"}),
]
BODIES: list[tuple[str, list[str]]] = [
    ("活动由云南省政协提案委、昆明市政协文史委指导。", ["云南省政协提案委", "昆明市政协文史委"]),
    ("6所部属师范大学和4所双一流省属师范大学参与。", []),
    ("300名家庭贫困大学新生受益。", []),
    ("省长杯足球联赛大学组总决赛揭幕。", []),
    ("4个高校农业成果转化联盟单位参加。", []),
    ("2021年增加喀什大学、石河子大学、西藏民族大学3所。", ["喀什大学", "石河子大学", "西藏民族大学"]),
]
PEOPLE: list[tuple[str, list[str]]] = [
    ("云岭农业大学党委书记程强也在会上发言。", ["程强"]),
    ("云岭大学校长高山在会上介绍情况。", ["高山"]),
    ("大会由海南陵水黎安国际教育创新试验区举办。", []),
    ("湘闽宁三地共绘同心圆。", []),
    ("省国资委副厅级领导程越出席。", ["程越"]),
]
PROGRAMS: list[tuple[str, list[str]]] = [
    ("推进高原特色农业产业链人才培养项目。", ["高原特色农业产业链人才培养项目"]),
    ("加强人才培养项目建设。", []),
    ("同时推进1+X证书制度试点。", ["1+X证书制度试点"]),
]
DOCUMENTS: list[tuple[str, list[str]]] = [
    ("云岭高校联盟章程指出，联盟以共享为目的。", ["云岭高校联盟章程"]),
    (
        "两校签订“合作建设国际教育培训基地”“关于共同推进职业教育发展”等两项合作框架协议。",
        ["合作建设国际教育培训基地", "关于共同推进职业教育发展"],
    ),
    (
        "星帆公益基金会与云岭大学近日签署合作框架协议。"
        "此前，星帆公益基金会与江海大学签订《星帆公益基金会 江海大学合作框架协议》。",
        ["合作框架协议", "星帆公益基金会 江海大学合作框架协议"],
    ),
    (
        "云岭大学签署合作框架协议。此前，两校签订《云岭大学 江海大学合作框架协议》。",
        ["云岭大学 江海大学合作框架协议"],
    ),
]
TRIPLES: list[tuple[str, set[str]]] = [
    (
        "“云岭助学行动助学金发放仪式”8月29日在石家庄举行，云岭省青少年发展基金会、星帆集团为共同举办单位。",
        {
            "云岭省青少年发展基金会 organizes 云岭助学行动助学金发放仪式",
            "星帆集团 organizes 云岭助学行动助学金发放仪式",
        },
    ),
    (
        "“云岭助学”希望工程圆梦行动始于2012年，由云岭省青基会、星帆集团联合举办。",
        {
            "云岭省青基会 organizes “云岭助学”希望工程圆梦行动",
            "星帆集团 organizes “云岭助学”希望工程圆梦行动",
        },
    ),
    (
        "云岭大学、青山县人民政府、青山县第一中学（以下简称青山一中）三方签订托管帮扶合作框架协议。",
        {
            "云岭大学 signs 托管帮扶合作框架协议",
            "青山县人民政府 signs 托管帮扶合作框架协议",
            "青山县第一中学 signs 托管帮扶合作框架协议",
            "云岭大学 signsWith 青山县人民政府",
            "云岭大学 signsWith 青山县第一中学",
            "青山县人民政府 signsWith 青山县第一中学",
        },
    ),
    (
        "云岭高校联盟成立大会6月8日在云岭大学举行。\n出席成立大会的3省11所高校负责人有：江海学院党委书记高云、青江学院校长林文远等。",
        {"高云 participatesIn 云岭高校联盟成立大会", "林文远 participatesIn 云岭高校联盟成立大会"},
    ),
    (
        "云岭高校联盟成立大会6月8日在云岭大学举行。\n应邀参加论坛及联盟成立大会的还有安康学院教授王建平。",
        {"王建平 participatesIn 云岭高校联盟成立大会"},
    ),
    (
        "职业教育推进会9月30日在兰州召开，副省长程越出席会议。\n8月4日上午，省政府新闻办举行新闻发布会，省委宣传部处长高云主持。",
        {
            "程越 participatesIn 职业教育推进会",
            "甘肃省政府新闻办 organizes 省政府新闻办新闻发布会",
            "高云 hosts 省政府新闻办新闻发布会",
        },
    ),
]
TRIPLES += [
    # 该校 is the school named last, and not the one of the page
    (
        "吉林师范大学签约。学校愿与基金会合作。\n李芳到访重庆师范大学，并与该校签订合作框架协议。",
        {"重庆师范大学 signs 合作框架协议"},
    ),
    # a press conference is no other meeting; a month of another year is not that of the meeting
    (
        "职业教育推进会11月15日在昆明召开，副省长程越出席会议。\n省教育厅厅长高云在新闻发布会上介绍了情况。",
        {"程越 participatesIn 职业教育推进会"},
    ),
    (
        "职业教育推进会2024年11月15日在昆明召开，副省长程越出席会议。\n2020年6月，方案印发。时任省教育厅厅长高云主持仪式。",
        {"程越 participatesIn 职业教育推进会"},
    ),
]
HELD: list[tuple[str, list[str]]] = [
    ("7月19日上午，县中托管帮扶工作座谈会接着举行。", ["县中托管帮扶工作座谈会 | --07-19"]),
    (
        "云岭高校联盟（以下简称“联盟”）6月8日成立。程越在成立仪式上致辞时说，举行首届云岭论坛暨云岭高校联盟成立大会意义重大。",
        ["首届云岭论坛暨云岭高校联盟成立大会 | --06-08"],
    ),
    (
        "职业教育大会6月8日在昆明召开。\n第七届云岭省大学生创新创业大赛启动仪式上，近300名师生代表到场。",
        ["职业教育大会 | --06-08 | 昆明市", "第七届云岭省大学生创新创业大赛启动仪式"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), POSTS)
def test_posts(text: str, expected: set[str]) -> None:
    assert posts(facts(text)) == expected


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_bodies(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.ORGANIZATION) == expected


@pytest.mark.parametrize(("text", "expected"), PEOPLE)
def test_people(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.PERSON) == expected


@pytest.mark.parametrize(("text", "expected"), PROGRAMS)
def test_programs(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.PROGRAM) == expected


@pytest.mark.parametrize(("text", "expected"), DOCUMENTS)
def test_documents(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.DOCUMENT) == expected


@pytest.mark.parametrize(("text", "expected"), TRIPLES)
def test_triples(text: str, expected: set[str]) -> None:
    found = triples(facts(text), ("participatesIn", "speaksAt", "organizes", "signs", "signsWith", "hosts"))
    assert found == expected


@pytest.mark.parametrize(("text", "expected"), HELD)
def test_events(text: str, expected: list[str]) -> None:
    assert [occurrence(o) for o in facts(text).occurrences] == expected
