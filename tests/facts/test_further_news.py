"""Who takes part, founds and signs in the news of schools and places, as further articles put it."""

import pytest

from kg.model import Kind
from tests.reader import facts, names, posts, triples

TRIPLES: list[tuple[str, set[str]]] = [
    # one of a list is known by what he wrote
    (
        "江海学院签约仪式11月12日在江海学院举行。江海学院校长陈知秋；作家林文远，《山海之间》作者程越等出席仪式。",
        {f"{p} participatesIn 江海学院签约仪式" for p in ("陈知秋", "林文远", "程越")},
    ),
    # the founders of a league under their label
    (
        "云岭产教融合联盟在昆明成立。联盟的共同发起方有两家，分别是云岭大学和星帆集团。",
        {"云岭大学 establishes 云岭产教融合联盟", "星帆集团 establishes 云岭产教融合联盟"},
    ),
    (
        "云岭产教联合体在昆明成立。联合体由昆明与玉溪两地政府主导，以云岭工业园为依托，由云岭大学、江海学院会同两地的企业共同发起。",
        {"云岭大学 establishes 云岭产教联合体", "江海学院 establishes 云岭产教联合体"},
    ),
    # what an agreement carries out is signed by nobody
    (
        "云岭大学与星帆集团签署合作协议，是贯彻落实《云岭振兴指导意见》的举措。",
        {"云岭大学 signsWith 星帆集团"},
    ),
    # three agreements with one side
    (
        "程越代表星帆集团、林文远代表太行集团，先后与陈知秋所代表的学院签订协议。",
        set(),
    ),
]
BODIES: list[tuple[str, list[str]]] = [
    ("支持云岭大学建设国家级未来技术学院。", ["云岭大学"]),
    ("仪式在江海市行政中心举行。", []),
    ("昆明市人民政府机关幼儿园参加。", ["昆明市人民政府机关幼儿园"]),
    ("昆明市第三中学校与江海市青石小学校签约。", ["昆明市第三中学校", "江海市青石小学校"]),
    ("介绍“两会一刊一库一中心”品牌格局，支持高品质学校建设。", []),
]
POSTS: list[tuple[str, set[str]]] = [
    ("总书记来川视察时强调。", set()),
    (
        "云岭职业技术学院党委程越书记、林文远副院长出席。",
        {"程越 书记 云岭职业技术学院", "林文远 副院长 云岭职业技术学院"},
    ),
    ("昆明市云溪中学校党委书记程越到场。", {"程越 党委书记 昆明市云溪中学"}),
    ("江海市委党校（行政学院）常务副校（院）长程越致辞。", {"程越 常务副校（院）长 江海市委党校"}),
    (
        "云岭革命老区研究中心主任程越和古文化研究院院长林文远到会。",
        {"程越 主任 云岭革命老区研究中心", "林文远 院长 古文化研究院"},
    ),
    (
        "由昆明市卫健委、我院主办的义诊举行。我院常务副院长程越出席。希望云溪医院专家发挥优势。",
        {"程越 常务副院长 云溪医院"},
    ),
    (
        "昆明市政府与我校签署合作协议\n昆明市人民政府与学校签约。双方在《昆明市人民政府云岭大学合作协议》上签字。学校党委书记程越出席。",
        {"程越 党委书记 云岭大学"},
    ),
    # another hospital deals with ours
    ("云溪医院与我院签约。我院院长程越出席。", {"程越 院长"}),
    (
        "云岭片区党工委委员、管委会副主任程越到会。",
        {"程越 委员 云岭片区党工委", "程越 副主任 云岭片区管委会"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), TRIPLES)
def test_triples(text: str, expected: set[str]) -> None:
    told = ("participatesIn", "establishes", "signs", "signsWith")
    assert {t for t in triples(facts(text), told) if "合作协议" not in t} == expected


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_bodies(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.ORGANIZATION) == expected


@pytest.mark.parametrize(("text", "expected"), POSTS)
def test_posts(text: str, expected: set[str]) -> None:
    assert posts(facts(text)) == expected


def test_two_agreements_of_any_name_are_two() -> None:
    text = (
        "青岭区携手云岭大学\n11月10日，青岭区人民政府与云岭大学的战略合作协议正式签署。\n"
        "仪式现场，青岭区农业局与云岭大学食品学院签订专项合作协议。"
    )
    assert names(facts(text), Kind.DOCUMENT) == ["战略合作协议", "专项合作协议"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the ceremony's name says 框架, a speech leaves it out
        (
            "5月3日，云岭学院与青岭县战略合作框架协议签约仪式在青岭县举行。双方签订战略合作协议，开展合作。",
            ["战略合作框架协议"],
        ),
        # of two titles the one that ends in the words
        (
            "双方代表在《昆明市与云岭大学合作框架协议》《云岭研究院合作协议》上签字。此次签署合作框架协议，意义重大。",
            ["昆明市与云岭大学合作框架协议", "云岭研究院合作协议"],
        ),
        ("双方签约之后双方要照协议办。", []),
    ],
)
def test_agreements_by_one_name(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.DOCUMENT) == expected


def test_a_steering_group_of_a_field_is_no_body() -> None:
    text = "双方还将共同成立校地融合发展领导小组。昆明市成立昆明市教育改革领导小组。"
    assert names(facts(text), Kind.ORGANIZATION) == ["昆明市教育改革领导小组"]


def test_whose_doctrine_it_is() -> None:
    assert names(facts("坚持以习近平新时代中国特色社会主义思想为指导。"), Kind.PERSON) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("教育部组织开展高校毕业生就业创业促进行动，推动就业。", ["高校毕业生就业创业促进行动"]),
        ("教育部实施高等教育综合改革试点战略工程。", ["高等教育综合改革试点战略工程"]),
        ("5月24日，云岭省职业教育活动周在昆明启动。", ["云岭省职业教育活动周"]),
        (
            "基础教育扩优提质行动加快实施，基础学科拔尖人才培养计划得到实施。",
            ["基础教育扩优提质行动", "基础学科拔尖人才培养计划"],
        ),
        ("省科技厅启动实施的“云岭科技成果转化合作专项”也在会上推介。", ["云岭科技成果转化合作专项"]),
        ("牢记“打造标杆和示范项目”的嘱托，用“六个着力”概括促进行动。", []),
    ],
)
def test_programmes(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.PROGRAM) == expected
