"""Who works with whom because one aids the other, runs it in trust, or goes on with what they began; founders."""

import pytest

from tests.reader import facts, triples

AID: list[tuple[str, set[str]]] = [
    ("云岭大学自2010年起对口支援青岭大学，已有十多年。", {"云岭大学 cooperatesWith 青岭大学"}),
    ("天津市儿童医院组团式援助甘南州人民医院。", {"天津市儿童医院 cooperatesWith 甘南州人民医院"}),
    ("教育部高校团队对口支援青岭大学工作会议召开。", set()),
    ("教育部对口支援青岭大学。", {"教育部 cooperatesWith 青岭大学"}),
    (
        "5月11日，江海市域产教联合体成立。该联合体以江海高新区为依托，由云岭大学、太行集团牵头，教育、发改等部门同企业共同组建。",
        {"云岭大学 establishes 江海市域产教联合体", "太行集团 establishes 江海市域产教联合体"},
    ),
    (
        "5月11日，江海市域产教联合体成立。该联合体由云岭大学、太行集团使用。",
        set(),
    ),
    (
        "2021年6月，云岭大学与江海职业学院牵头，联合18所中等职业学校，组建了云海职业教育共同体。",
        {
            "云岭大学 cooperatesWith 江海职业学院",
            "云岭大学 establishes 云海职业教育共同体",
            "江海职业学院 establishes 云海职业教育共同体",
        },
    ),
    (
        "云岭大学与江海职业学院牵头，联合18所中等职业学校，赴云海职业教育共同体调研。",
        {"云岭大学 cooperatesWith 江海职业学院"},
    ),
    ("云岭大学与美国马里兰大学合办的孔子学院获奖。", {"云岭大学 cooperatesWith 美国马里兰大学"}),
    ("云岭大学与美国马里兰大学合办的论坛在昆明举行。", set()),
    (
        "4月1日，昌平区与内蒙古自治区太仆寺旗（以下简称太仆寺旗）就京蒙协作工作进行对接。",
        {"昌平区 cooperatesWith 内蒙古自治区太仆寺旗"},
    ),
    ("4月1日，昌平区与太仆寺旗就边界问题进行磋商。", set()),
    ("黔东南州、佛山市两地签署了劳务协作协议。", {"黔东南州 cooperatesWith 佛山市"}),
    ("黔东南州、佛山市两地气候不同。", set()),
    ("星帆集团有限公司援助青岭县人民医院设备76台。", set()),
    ("青岭县中医院由河南省中医院托管。", {"青岭县中医院 cooperatesWith 河南省中医院"}),
    ("计划用5年时间，将青岭县中医院交由河南省中医院全面托管。", {"青岭县中医院 cooperatesWith 河南省中医院"}),
    ("青岭县中医院由河南省中医院专家坐诊。", set()),
    (
        "按照协议，北京市卫生计生委采取“交钥匙”方式支持建设1所医院；同时对口帮扶容城县人民医院、容城县中医院2家机构，选派专家。",
        {"北京市卫生计生委 cooperatesWith 容城县人民医院", "北京市卫生计生委 cooperatesWith 容城县中医院"},
    ),
    # whoever does not open the sentence does not aid in its last clause
    ("会议要求北京市卫生计生委做好工作，同时对口帮扶容城县人民医院。", set()),
    (
        "北京市卫生计生委介绍情况。在对口支援青岭县19家医院的基础上，又对口帮扶容城县的医院。",
        set(),
    ),
    # what goes on was there before
    (
        "自结为合作单位以来，云岭大学与江口医院情谊日深，双方今后将在学科建设、人才培养等方面继续深化合作。",
        {"云岭大学 cooperatesWith 江口医院"},
    ),
    ("云岭大学与江口医院举行座谈，双方就下一步工作交换了意见。", set()),
    ("5月19日，江海省科技厅与淮安市政府厅市工作会商会议在淮安召开。", {"江海省科技厅 cooperatesWith 淮安市政府"}),
    ("气象局与水务局会商研判雨情。", set()),
    # who builds a school together founds it; the year a school was founded in is not who founded it
    (
        "云岭产业学院由太行集团有限公司、云岭大学共同建设。",
        {"太行集团有限公司 establishes 云岭产业学院", "云岭大学 establishes 云岭产业学院"},
    ),
    ("云岭大学由两所学校合并而成：1960年成立的江海工业学院，1958年成立的江海科技学院。", set()),
    # two places joined by a dash or a dot; one that is said to give another its aid
    ("慈溪市·兴仁市对口帮扶党政联席会议召开。", {"慈溪市 cooperatesWith 兴仁市"}),
    ("慈溪市——兴仁市东西部协作联席会议召开。", {"慈溪市 cooperatesWith 兴仁市"}),
    ("湖北·咸宁合作大会召开。", set()),
    ("天津市津南区与秦安县通过多层次的帮扶，结下了深厚的友谊。", {"天津市津南区 cooperatesWith 秦安县"}),
    ("象山县对敦化市开展了多形式的对口帮扶工作。", {"象山县 cooperatesWith 敦化市"}),
    ("象山县对敦化市的发展给予肯定。", set()),
    ("云岭大学定点帮扶凤庆县、永德县。", {"云岭大学 cooperatesWith 凤庆县", "云岭大学 cooperatesWith 永德县"}),
]


def test_aid_pins_its_cases() -> None:
    assert len(AID) == 34


@pytest.mark.parametrize(("text", "expected"), AID)
def test_aid(text: str, expected: set[str]) -> None:
    assert triples(facts(text), ("cooperatesWith", "establishes")) == expected


def test_two_who_head_bodies_of_the_page_sign_for_these() -> None:
    text = "云岭市政府与云岭大学签订《合作协议》。\n"
    text += "4月9日，云岭大学副校长程越与星帆有限公司董事长姜珩代表双方签订《成果转让协议》。"
    assert "星帆有限公司 signs 成果转让协议" in triples(facts(text), ("signs",))
    assert "云岭市政府 signs 成果转让协议" not in triples(facts(text), ("signs",))


RITES = [("签约授牌仪式", True), ("签约暨揭牌仪式", True), ("签约启动仪式", True), ("揭牌仪式", False)]


@pytest.mark.parametrize(("rite", "signed"), RITES)
def test_signing_in_a_rite_of_two_kinds(rite: str, signed: bool) -> None:
    found = facts(f"3月26日，龙湾区人民政府与云岭大学合作建设龙湾区职业技术学校{rite}在龙湾举行。")
    assert (triples(found, ("signsWith",)) == {"龙湾区人民政府 signsWith 云岭大学"}) is signed
