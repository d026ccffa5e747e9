"""Who founded what: in the active and the passive, together, one by one, by a person; and what is no founding."""

import pytest

from tests.reader import facts, triples

FOUNDINGS: list[tuple[str, set[str]]] = [
    (
        "泰国鲁班工坊由云岭职业学院、青禾学院联合泰国清迈大学共同建设。",
        {
            "云岭职业学院 establishes 泰国鲁班工坊",
            "青禾学院 establishes 泰国鲁班工坊",
            "泰国清迈大学 establishes 泰国鲁班工坊",
        },
    ),
    (
        "泰国鲁班工坊揭牌成立。它由云岭职业学院在青禾学院建立，是第一个。",
        {"云岭职业学院 establishes 泰国鲁班工坊"},
    ),
    (
        "云岭中学青禾附属幼儿园、云岭中学青禾附属小学由云岭中学同武侯区人民政府合作举办。",
        {
            "云岭中学 establishes 云岭中学青禾附属幼儿园",
            "云岭中学 establishes 云岭中学青禾附属小学",
            "武侯区人民政府 establishes 云岭中学青禾附属幼儿园",
            "武侯区人民政府 establishes 云岭中学青禾附属小学",
        },
    ),
    (
        "云岭科技大学与青禾师范学院签约，今后双方将合力创办“云岭科技大学青禾分校”。",
        {"云岭科技大学 establishes 云岭科技大学青禾分校", "青禾师范学院 establishes 云岭科技大学青禾分校"},
    ),
    (
        "云岭科技大学、星帆集团分别设立了云岭研究院、星帆研究院。",
        {"云岭科技大学 establishes 云岭研究院", "星帆集团 establishes 星帆研究院"},
    ),
    ("1908年，乡贤林文远捐银5万元，在小越横山创办青禾学堂。", {"林文远 establishes 青禾学堂"}),
    ("学校的前身是由爱国华侨林文远先生于1921年创办的青禾大学。", {"林文远 establishes 青禾大学"}),
    ("星帆集团分别在昆明、楚雄设立星帆研究院。", {"星帆集团 establishes 星帆研究院"}),
    ("云岭科技大学附属医院由省卫生健康委主管，由学校建设。", set()),  # which school, nobody says
    ("林文远表示，今年将筹建云岭科技大学附属医院。", set()),  # who says it is not who does it
    # the place is no founder
    ("青禾师范学院开展联合办学，在云岭中学创办云岭中学分校。", {"青禾师范学院 establishes 云岭中学分校"}),
    (
        "云岭职业教育联盟由青禾学院牵头组建，由星帆集团主办的首届年会昨日举行。",
        {"青禾学院 establishes 云岭职业教育联盟"},
    ),
    ("云岭科技大学与星帆集团签订共建星帆实验室协议。", set()),  # an agreement yet
    ("在林文远支持下，筹建云岭科技大学附属医院。", set()),  # who helps does not found
    ("林文远走访青禾学院，筹建云岭中学分校的程越介绍情况。", set()),  # another does
    (
        "云岭科技大学与星帆集团建立“青禾产业研究院”。",
        {"云岭科技大学 establishes 青禾产业研究院", "星帆集团 establishes 青禾产业研究院"},
    ),
    ("云岭科技大学与星帆集团签约，双方支持三所电大牵头成立青禾教育联盟。", set()),
    ("云岭科技大学与星帆集团建立“一对一”帮扶机制，青禾学院建立“导师制”培养模式。", set()),
    # places that found something together
    (
        "昆明市、曲靖市和玉溪市联合成立“云岭职业教育联盟”。",
        {
            "昆明市 establishes 云岭职业教育联盟",
            "曲靖市 establishes 云岭职业教育联盟",
            "玉溪市 establishes 云岭职业教育联盟",
        },
    ),
    (
        "昆明市与青禾学院共同组建云岭职业教育联盟。",
        {"昆明市 establishes 云岭职业教育联盟", "青禾学院 establishes 云岭职业教育联盟"},
    ),
    # one deed after the other: what is founded first does not found the next
    (
        "云岭科技大学共建星帆实验室、共同打造“青禾智慧城”、组建云岭产业学院。",
        {"云岭科技大学 establishes 星帆实验室", "云岭科技大学 establishes 云岭产业学院"},
    ),
]


def test_foundings_pin_their_cases() -> None:
    assert len(FOUNDINGS) == 21


@pytest.mark.parametrize(("text", "expected"), FOUNDINGS)
def test_foundings(text: str, expected: set[str]) -> None:
    assert triples(facts(text), ("establishes",)) == expected
