"""Who puts a hand to an agreement, for whom, and who of a list signs with none of the others."""

import pytest

from tests.reader import facts, triples

HANDS: list[tuple[str, set[str]]] = [
    (
        "程越院长与姜珩副区长分别代表院、区双方，签下合作办医协议。",
        {"程越 signs 合作办医协议", "姜珩 signs 合作办医协议"},
    ),
    (
        "云岭大学校长程越代表学校，星帆集团董事长姜珩代表企业，共同签署《战略合作协议》。",
        {
            "程越 signs 战略合作协议",
            "姜珩 signs 战略合作协议",
            "云岭大学 signs 战略合作协议",
            "星帆集团 signs 战略合作协议",
            "云岭大学 signsWith 星帆集团",
        },
    ),
    (
        "云岭大学校长程越代表云岭大学、星帆集团董事长姜珩代表星帆集团，在《战略合作协议》上签字。",
        {
            "程越 signs 战略合作协议",
            "姜珩 signs 战略合作协议",
            "云岭大学 signs 战略合作协议",
            "星帆集团 signs 战略合作协议",
            "云岭大学 signsWith 星帆集团",
        },
    ),
    (
        "云岭大学副校长程越与星帆集团董事长姜珩各自代表校企双方签订《成果转让协议》；程越又同江海集团董事长卓凡、青岭集团总裁耿朗共同签订《小镇建设协议》。",
        {
            "程越 signs 成果转让协议",
            "姜珩 signs 成果转让协议",
            "云岭大学 signs 成果转让协议",
            "星帆集团 signs 成果转让协议",
            "云岭大学 signsWith 星帆集团",
            "程越 signs 小镇建设协议",
            "卓凡 signs 小镇建设协议",
            "耿朗 signs 小镇建设协议",
            "云岭大学 signs 小镇建设协议",
            "江海集团 signs 小镇建设协议",
            "青岭集团 signs 小镇建设协议",
            "云岭大学 signsWith 江海集团",
            "云岭大学 signsWith 青岭集团",
        },
    ),
    # what somebody reported on before is not what others sign, and whoever goes on to sign is the one named
    (
        "青岭大学党委书记程越汇报了工作情况，并与各高校签署对口支援新一年度工作协议。",
        {"程越 signs 对口支援新一年度工作协议", "青岭大学 signs 对口支援新一年度工作协议"},
    ),
    (
        "青岭大学党委书记程越、校长姜珩汇报了工作情况，并与各高校签署对口支援新一年度工作协议。",
        {"青岭大学 signs 对口支援新一年度工作协议"},
    ),
    # the only agreement of its kind, where it is what is signed by somebody
    (
        "云岭大学与星帆集团签署学术合作备忘录。备忘录由云岭大学校长程越和星帆集团董事长姜珩女士签署。",
        {
            "云岭大学 signs 学术合作备忘录",
            "星帆集团 signs 学术合作备忘录",
            "云岭大学 signsWith 星帆集团",
            "程越 signs 学术合作备忘录",
            "姜珩 signs 学术合作备忘录",
        },
    ),
    (
        "云岭大学与星帆集团签署学术合作备忘录。协议由云岭大学校长程越和星帆集团董事长姜珩女士签署。",
        {
            "云岭大学 signs 学术合作备忘录",
            "星帆集团 signs 学术合作备忘录",
            "云岭大学 signsWith 星帆集团",
        },
    ),
    # of many who come to sign, none signs with the next
    ("当天，云岭大学、星帆集团、江口商会等27个项目集中签约。", set()),
    ("会上，星帆有限公司、江海有限公司等5家企业现场签约。", set()),
    (
        "会上，青岭区政府与星帆有限公司、江海有限公司等5家企业现场签约。",
        {"青岭区政府 signsWith 星帆有限公司", "青岭区政府 signsWith 江海有限公司"},
    ),
    ("云岭大学、星帆集团签约。", {"云岭大学 signsWith 星帆集团"}),
    (
        "天津与甘肃、上海与云南等16个省区市在仪式上分别签订《协作协议》。",
        {
            "天津 signs 协作协议",
            "甘肃 signs 协作协议",
            "上海 signs 协作协议",
            "云南 signs 协作协议",
            "天津 signsWith 甘肃",
            "上海 signsWith 云南",
        },
    ),
    # the agreement that a page names in full elsewhere; of several with several, nobody knows which
    (
        "7月7日，福州市政府与云岭大学签署战略合作框架协议。副市长程越代表市政府与云岭大学副校长姜珩签署协议。",
        {
            "福州市政府 signs 战略合作框架协议",
            "云岭大学 signs 战略合作框架协议",
            "福州市政府 signsWith 云岭大学",
            "程越 signs 战略合作框架协议",
            "姜珩 signs 战略合作框架协议",
        },
    ),
    (
        "云岭大学与星帆集团战略合作框架协议签约仪式举行。云岭大学副校长程越与星帆集团总经理姜珩代表签约双方在协议上签字。",
        {
            "云岭大学 signs 战略合作框架协议",
            "星帆集团 signs 战略合作框架协议",
            "云岭大学 signsWith 星帆集团",
            "程越 signs 战略合作框架协议",
            "姜珩 signs 战略合作框架协议",
        },
    ),
    (
        "程越代表云岭大学与星帆集团签署战略合作协议。云岭大学分别与太行集团、江海集团签署合作协议。",
        {
            "云岭大学 signs 战略合作协议",
            "星帆集团 signs 战略合作协议",
            "云岭大学 signsWith 星帆集团",
            "程越 signs 战略合作协议",
            "云岭大学 signsWith 太行集团",
            "云岭大学 signsWith 江海集团",
        },
    ),
    # a head of a district signs for the body that the page names
    (
        "衡阳市石鼓区人民政府与江口职业学院举行座谈。石鼓区委书记卓凡出席。区委副书记、区长程越与江口职业学院校长姜珩在《合作协议》上签字。",
        {
            "程越 signs 合作协议",
            "姜珩 signs 合作协议",
            "衡阳市石鼓区人民政府 signs 合作协议",
            "江口职业学院 signs 合作协议",
            "衡阳市石鼓区人民政府 signsWith 江口职业学院",
        },
    ),
    (
        "云岭大学副校长程越（上图右）与星帆集团总经理姜珩（上图左）代表双方签署战略合作协议。",
        {
            "程越 signs 战略合作协议",
            "姜珩 signs 战略合作协议",
            "云岭大学 signs 战略合作协议",
            "星帆集团 signs 战略合作协议",
            "云岭大学 signsWith 星帆集团",
        },
    ),
    (
        "（签署横向科研项目协议）\n程越和姜珩代表双方签订战略合作协议，各学院分别与各部门签订横向科研项目协议。",
        {"程越 signs 战略合作协议", "姜珩 signs 战略合作协议"},
    ),
    (
        "丽江大学程越、姜珩、李明华等6位教授作为首席专家，分别与青禾县各产业龙头企业代表签订了合作共建协议书。",
        {
            "程越 signs 合作共建协议书",
            "姜珩 signs 合作共建协议书",
            "李明华 signs 合作共建协议书",
            "丽江大学 signs 合作共建协议书",
        },
    ),
    (
        "丽江市人民政府与云岭大学签署战略合作协议。云岭大学校长程越作为校方代表签约。",
        {
            "程越 signs 战略合作协议",
            "云岭大学 signs 战略合作协议",
            "丽江市人民政府 signs 战略合作协议",
            "丽江市人民政府 signsWith 云岭大学",
        },
    ),
    ("丽江市人民政府与云岭大学达成共识。会上，云岭大学、星帆集团等单位代表签约。", set()),
]


def test_hands_pin_their_cases() -> None:
    assert len(HANDS) == 22


@pytest.mark.parametrize(("text", "expected"), HANDS)
def test_who_signs_by_hand(text: str, expected: set[str]) -> None:
    assert triples(facts(text, "2025-04-30"), ("signs", "signsWith")) == expected


CEREMONY = "4月9日，云岭大学与星帆集团合作签约仪式在丽江举行。"
# the rest of the text → whether those who sign are said to have been there
THERE = [
    ("校长程越与董事长姜珩在《合作框架协议》上签字。", True),
    ("4月9日，校长程越与董事长姜珩代表双方签署《合作框架协议》。", True),
    ("2019年，校长程越与董事长姜珩代表双方签署《框架协议》。", False),
    ("2月3日，校长程越与董事长姜珩代表双方签署《框架协议》。", False),
    ("此前，校长程越与董事长姜珩代表双方签署《框架协议》。", False),
]


def test_there_pins_its_cases() -> None:
    assert len(THERE) == 5


@pytest.mark.parametrize(("text", "there"), THERE)
def test_who_signs_at_a_ceremony_was_there(text: str, there: bool) -> None:
    event = "云岭大学与星帆集团合作签约仪式"
    found = triples(facts(CEREMONY + text, "2025-04-30"), ("participatesIn",))
    assert found == ({f"程越 participatesIn {event}", f"姜珩 participatesIn {event}"} if there else set())


def test_a_caption_tells_of_a_signing_of_bodies_that_the_text_names() -> None:
    text = (
        "青岭市第一中学等8所学校分别与省城同行签订协议，江海中学带队前来。\n图为青岭市第一中学与江海中学签订帮扶协议。"
    )
    assert "青岭市第一中学 signsWith 江海中学" in triples(facts(text), ("signsWith",))
    text = "青岭市第一中学等8所学校分别与省城同行签订协议。\n图为青岭市第一中学与江海中学签订帮扶协议。"
    assert triples(facts(text), ("signsWith",)) == set()
