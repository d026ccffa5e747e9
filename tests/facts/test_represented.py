"""Bodies of a list of those present whose heads go without a name."""

import pytest

from tests.reader import facts, triples

OPENING = "4月18日，云岭大学与青岭县人民政府合作签约仪式在福州举行。"
RITE = "云岭大学与青岭县人民政府合作签约仪式"

PRESENT: list[tuple[str, set[str]]] = [
    (
        "青岭县副县长程越，以及青岭县教育局、青岭县财政局、星帆集团等单位主要负责同志参加签约仪式。",
        {"程越", "青岭县教育局", "青岭县财政局", "星帆集团"},
    ),
    ("青岭县教育局、青岭县第一中学负责人共同见证了本次仪式。", {"青岭县教育局", "青岭县第一中学"}),
    (
        "出席仪式的有副县长程越，以及青岭县教育局、青岭县财政局等单位负责人，青岭县第一中学负责人；星帆集团招聘员工。",
        {"程越", "青岭县教育局", "青岭县财政局", "青岭县第一中学"},
    ),
    # the last of the list without a name, and who else came; newspapers and stations
    (
        "青岭县教育局、青岭县财政局、全县12所中学相关负责人，以及青岭电视台、岭河日报等主流媒体参加仪式。",
        {"青岭县教育局", "青岭县财政局", "青岭电视台", "岭河日报"},
    ),
    ("青岭县教育局、青岭县财政局负责人，学生代表、媒体记者等100余人参加仪式。", {"青岭县教育局", "青岭县财政局"}),
    ("岭河日报、云川网等20余家媒体以及兄弟县领导应邀参加。", {"岭河日报", "云川网"}),
    ("青岭县教育局、青岭县财政局负责人，组织学生参加仪式。岭河日报、云川网等媒体报道了仪式。", set()),
    # those who met somewhere
    (
        "青岭县副县长程越，青岭镇党委委员卓凡，以及青岭县教育局负责人，在星帆集团会议室举行签约仪式。",
        {"程越", "卓凡"},
    ),
    ("青岭县副县长程越、青岭县教育局局长卓凡一行在政务中心召开会议。", {"程越", "卓凡"}),
    ("青岭县副县长程越介绍，青岭县教育局局长卓凡在青岭中学举行讲座。", set()),
    # no list, those who are asked to come, what they say or sign, another event
    ("学校各部门负责人参加仪式。", set()),
    ("县里将邀请青岭县教育局、青岭县财政局负责人参加座谈会。", set()),
    ("青岭县教育局、青岭县财政局负责人介绍了情况。", set()),
    ("青岭县教育局、青岭县财政局负责人将参加调研活动。", set()),
    # players are no work of persuasion
    ("青岭县教育局局长程越，以及各校的80余名运动员参加了仪式。", {"程越"}),
    ("青岭县教育局局长程越莅会指导。", {"程越"}),
    ("青岭县教育局局长程越代表园区上台签约。", {"程越"}),
    ("青岭县教育局局长程越代表园区接受采访。", set()),
]


@pytest.mark.parametrize(("text", "expected"), PRESENT)
def test_bodies_present(text: str, expected: set[str]) -> None:
    found = facts(f"{OPENING}\n{text}")
    assert triples(found, ("participatesIn",)) == {f"{who} participatesIn {RITE}" for who in expected}


SPOKE: list[tuple[str, set[str]]] = [
    ("青岭县教育局局长程越组织学习了《实施方案》，并对有关内容作了解读。", {"程越 speaksAt"}),
    ("青岭县教育局局长程越组织学习了《实施方案》，并与大家合影。", set()),
    ("工作推介由青岭县教育局局长张国华作。", {"张国华 speaksAt"}),
    ("工作推介由青岭县教育局局长程越牵头。", set()),
    ("青岭县教育局局长程越、云岭大学教授张国华亦先后致辞。", {"程越 speaksAt", "张国华 speaksAt"}),
]


@pytest.mark.parametrize(("text", "expected"), SPOKE)
def test_speeches(text: str, expected: set[str]) -> None:
    assert triples(facts(f"{OPENING}\n{text}"), ("speaksAt",)) == {f"{who} {RITE}" for who in expected}


JOINT = "4月18日，云岭大学与青岭县人民政府签约仪式暨云岭大学青岭分院揭牌仪式在福州举行。"


@pytest.mark.parametrize(
    ("words", "there"),
    [("签约暨揭牌仪式", True), ("揭牌签约仪式", True), ("签约、揭牌仪式", True), ("签约暨捐赠仪式", False)],
)
def test_two_rites_in_one_word(words: str, there: bool) -> None:
    found = facts(f"{JOINT}\n青岭县县长程越、云岭大学校长姜珩等出席{words}。")
    assert (len(triples(found, ("participatesIn",))) == 2) is there


MEETING = "9月19日，云岭职业教育联盟2023年年会召开。"
ITS_NAME = "云岭职业教育联盟2023年年会"

HALLS: list[tuple[str, set[str]]] = [
    ("云岭大学党委书记程越带领教师参加线下主会场。", {"程越"}),
    ("云岭大学校长姜珩、各院校领导共200余人参加了分会场的有关活动。", {"姜珩"}),
    ("云岭大学校长姜珩参加了有关活动。", set()),
]


@pytest.mark.parametrize(("text", "expected"), HALLS)
def test_halls_of_a_meeting(text: str, expected: set[str]) -> None:
    found = triples(facts(f"{MEETING}\n{text}"), ("participatesIn",))
    assert found == {f"{who} participatesIn {ITS_NAME}" for who in expected}


HELD: list[tuple[str, set[str]]] = [
    (
        "我校承办云岭省高校联盟秘书处联席会议\n2025年3月28日，云岭省高校联盟秘书处联席会议在我校召开。云岭大学校长程越出席。",
        {"云岭大学 organizes 云岭省高校联盟秘书处联席会议"},
    ),
    (
        "我校参加云岭省高校联盟秘书处联席会议\n2025年3月28日，云岭省高校联盟秘书处联席会议在昆明召开。云岭大学校长程越出席。",
        set(),
    ),
    (
        "8月13日上午，区十届人大常委会第三十六次会议在新华区召开。新华区人大常委会主任程越主持会议。",
        {"新华区人大常委会 organizes 区十届人大常委会第三十六次会议"},
    ),
    (
        "8月13日上午，省十届人大常委会第三十六次会议在新华区召开。新华区人大常委会主任程越参加会议。",
        set(),
    ),
    (
        "3月2日，青岭区人大常委会第三十六次会议在机关召开。",
        {"青岭区人大常委会 organizes 青岭区人大常委会第三十六次会议"},
    ),
    (
        "7月31日，区十七届人大常委会举行第十三次会议。长宁区人大常委会主任程越主持会议。",
        {"长宁区人大常委会 organizes 区十七届人大常委会第十三次会议"},
    ),
    (
        "4月24日，青岭县第二届丁香文化旅游节在湖畔公园由青岭县委书记程越宣布开幕后隆重举行。",
        set(),
    ),
]


@pytest.mark.parametrize(("text", "expected"), HELD)
def test_who_holds_its_own_session(text: str, expected: set[str]) -> None:
    assert triples(facts(text), ("organizes",)) == expected
