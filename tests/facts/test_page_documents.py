"""Documents that a page brings under their title, and who issued them; what is signed on, and by whom."""

import pytest

from kg.model import Kind
from tests.reader import facts, names, triples

PAGES: list[tuple[str, list[str], set[str]]] = [
    (
        "岭河藏族自治州2023年国民经济和社会发展统计公报\n岭河州统计局\n\n2023年是开局之年。全州生产总值113亿元。",
        ["岭河藏族自治州2023年国民经济和社会发展统计公报"],
        {"岭河州统计局 publishes 岭河藏族自治州2023年国民经济和社会发展统计公报"},
    ),
    (
        "云川省教育厅 云川省财政厅关于印发学前教育资助办法的通知\n各市教育局：\n现将有关事项通知如下。",
        ["云川省教育厅 云川省财政厅关于印发学前教育资助办法的通知"],
        {
            "云川省教育厅 publishes 云川省教育厅 云川省财政厅关于印发学前教育资助办法的通知",
            "云川省财政厅 publishes 云川省教育厅 云川省财政厅关于印发学前教育资助办法的通知",
        },
    ),
    (
        "关于加快职业教育发展的意见（试行）\n云川省教育厅（2024年3月1日）\n为加快发展，提出如下意见。",
        ["关于加快职业教育发展的意见（试行）"],
        {"云川省教育厅 publishes 关于加快职业教育发展的意见（试行）"},
    ),
    (
        "云川省文化局关于非遗名录推荐项目的公示\n\n为加强保护，现将名单公示。",
        ["云川省文化局关于非遗名录推荐项目的公示"],
        {"云川省文化局 publishes 云川省文化局关于非遗名录推荐项目的公示"},
    ),
    # what a meeting announces, what is told of it; a line below that says more
    ("学校召开干部会议 宣布省委关于学校主要领导调整的决定\n3月1日，会议召开。", [], set()),
    ("解读：云川省关于加快职业教育发展的意见\n3月1日，云川省教育厅召开会议。", [], set()),
    (
        "关于加快职业教育发展的意见\n云川省教育厅召开会议。\n会议指出，要加快发展。",
        ["关于加快职业教育发展的意见"],
        set(),
    ),
    # a circular is no newspaper
    (
        "会议宣读了《关于表扬“两筛”工作先进单位的通报》《关于表彰先进单位的决定》，发言者读了《云川晚报》。",
        ["关于表扬“两筛”工作先进单位的通报", "关于表彰先进单位的决定"],
        set(),
    ),
    (
        "5月17日，云岭学院与岭河市高新区管委会产教融合战略合作协议签约仪式在会议室举行。",
        ["产教融合战略合作协议"],
        set(),
    ),
]


@pytest.mark.parametrize(("text", "documents", "issued"), PAGES)
def test_documents_of_a_page(text: str, documents: list[str], issued: set[str]) -> None:
    found = facts(text)
    assert names(found, Kind.DOCUMENT) == documents
    assert triples(found, ("publishes",)) == issued


SIGNED: list[tuple[str, set[str]]] = [
    (
        "云川省物流协会会长程越、星帆集团总经理姜珩在战略合作协议上共同签字。",
        {
            "程越 signs 战略合作协议",
            "姜珩 signs 战略合作协议",
            "云川省物流协会 signs 战略合作协议",
            "星帆集团 signs 战略合作协议",
        },
    ),
    # another agreement, of others
    (
        "程越与姜珩分别代表云岭大学和青岭县人民政府签订校地战略合作协议；教授卓凡与董事长陆闻笙签订了合作协议。",
        {
            "程越 signs 校地战略合作协议",
            "姜珩 signs 校地战略合作协议",
            "云岭大学 signs 校地战略合作协议",
            "青岭县人民政府 signs 校地战略合作协议",
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), SIGNED)
def test_what_is_signed(text: str, expected: set[str]) -> None:
    assert triples(facts(text), ("signs",)) == expected


TOGETHER: list[tuple[str, bool]] = [
    ("5月17日，产教融合座谈会在岭河市举行。会上，云岭大学与星帆集团签约。", True),
    ("5月17日，云岭大学与青岭县第一中学签订互助办学协议。", True),
    ("5月17日，产教融合座谈会在岭河市举行。会上，云岭大学与星帆集团签订采购协议。", False),
    ("5月17日，产教融合座谈会在岭河市举行。会上，云岭大学与星帆集团签订施工合同。", False),
    ("5月17日，产教融合座谈会在岭河市举行。会上，云岭大学与星帆集团签署和解协议。", False),
    ("5月17日，项目推介会在岭河市举行。会上，云岭大学与星帆集团签约。", False),
]


@pytest.mark.parametrize(("text", "together"), TOGETHER)
def test_who_signs_on_a_page_of_cooperation_works_together(text: str, together: bool) -> None:
    found = facts(text)
    assert len(triples(found, ("signsWith",))) == 1
    assert len(triples(found, ("cooperatesWith",))) == together
