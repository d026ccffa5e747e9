"""Partners told further before 与 than right beside it; by whom 该项目 is carried out."""

import pytest

from tests.reader import facts, triples

PARTNERS: list[tuple[str, set[str]]] = [
    (
        "云岭大学坚持开放办学，先后与江海大学、岭河学院等30所高校建立了合作关系。",
        {"云岭大学 江海大学", "云岭大学 岭河学院"},
    ),
    (
        "近年来，云岭大学推进校企合作，与星帆集团、华星公司等企业开展深度合作。",
        {"云岭大学 星帆集团", "云岭大学 华星公司"},
    ),
    ("云岭大学召开大会。学校长期与星帆集团联合培养人才。", {"云岭大学 星帆集团"}),
    (
        "岭河市第一医院成立于1953年。\n医院积极引进人才，与江海医院、云岭医科大学附属医院等机构紧密合作。",
        {"岭河市第一医院 江海医院", "岭河市第一医院 云岭医科大学附属医院"},
    ),
    (
        "云岭职业学院简介\n学院于1953年建校。\n学院开门办学，与星帆集团、青岭县第一中学共建实训基地。",
        {"云岭职业学院 星帆集团", "云岭职业学院 青岭县第一中学"},
    ),
    ("昆明市第一小学与大理市海东小学结为姊妹学校。", {"昆明市第一小学 大理市海东小学"}),
    # what is asked, wished or planned; what is held or signed; somebody else
    ("教育厅要求云岭大学开放办学，与星帆集团、华星公司等企业合作。", set()),
    ("云岭大学将开放办学，与星帆集团开展合作。", set()),
    ("云岭大学推进合作，计划与星帆集团开展合作。", set()),
    ("云岭大学推进改革，与星帆集团合作举办论坛。", set()),
    ("程越走访企业，与星帆集团开展合作。", set()),
    ("云岭大学推进改革，先后与江海大学、岭河学院结为姊妹学校。", {"云岭大学 江海大学", "云岭大学 岭河学院"}),
    ("云岭大学推进改革，与星帆集团不断加强合作。", {"云岭大学 星帆集团"}),
    ("云岭大学推进改革，与星帆集团洽谈合作。云岭大学推进改革，与星帆集团探讨合作。", set()),
    ("云岭大学推进改革，与星帆集团交流合作经验。", set()),
    ("云岭大学推进改革，已与星帆集团终止合作。", set()),
    ("云岭大学教授程越主持课题，与星帆集团合作完成。", set()),
    ("岭河市各医院引进人才，与江海医院紧密合作。", set()),
    # places and schools that aid others, told otherwise
    ("静安对口支援的喀什地区巴楚县建立了办公室。", {"静安 巴楚县"}),
    ("作为对口支援云岭师范大学的组长单位，青禾大学召开会议。", {"青禾大学 云岭师范大学"}),
    ("作为云岭师范大学的组长单位，青禾大学召开会议。", set()),
]


@pytest.mark.parametrize(("text", "pairs"), PARTNERS)
def test_partners(text: str, pairs: set[str]) -> None:
    assert triples(facts(text), ("cooperatesWith",)) == {" cooperatesWith ".join(p.split()) for p in pairs}


CARRIED: list[tuple[str, set[str]]] = [
    (
        "“石榴籽”助学项目启动。该项目由云岭省民宗委、江海医院等单位共同开展。",
        {"云岭省民宗委 “石榴籽”助学项目", "江海医院 “石榴籽”助学项目"},
    ),
    ("“强课提质”行动启动。\n这项行动自2023年起由云岭大学牵头实施。", {"云岭大学 “强课提质”行动"}),
    (
        "“石榴籽”助学计划启动，该计划由云岭大学和青岭县教育局联合发起。",
        {"云岭大学 “石榴籽”助学计划", "青岭县教育局 “石榴籽”助学计划"},
    ),
    ("“强课提质”行动启动。该项目由云岭大学实施。", set()),
    ("“石榴籽”助学项目启动。该项目由云岭大学实施的部分已完成。", set()),
]


@pytest.mark.parametrize(("text", "pairs"), CARRIED)
def test_what_that_programme_is_carried_out_by(text: str, pairs: set[str]) -> None:
    assert triples(facts(text), ("implements",)) == {" implements ".join(p.split()) for p in pairs}
