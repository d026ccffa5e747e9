"""Where bodies stand, what offices belong to, who leads a list of leagues in turn."""

import pytest

from tests.reader import facts, triples

SITES: list[tuple[str, set[str]]] = [
    ("云岭大学坐落在遂宁市，是一所普通高等学校。", {"云岭大学 locatedIn 遂宁市"}),
    ("云岭医院落户尖草坪区并顺利开诊，师生欢迎。", {"云岭医院 locatedIn 尖草坪区"}),
    (
        "云岭职业学院由四川省人民政府主办，四川省教育厅主管，是一所普通高等学校，坐落在遂宁市。",
        {"云岭职业学院 locatedIn 遂宁市"},
    ),
    (
        "江口锦林种植专业合作社位于禹州市磨街乡大涧村，拥有土地百亩。",
        {"江口锦林种植专业合作社 locatedIn 禹州市磨街乡大涧村"},
    ),
    ("云岭大学地处昆明市，历史悠久。", {"云岭大学 locatedIn 昆明市"}),
    ("星帆集团总部位于福州市。", {"星帆集团 locatedIn 福州市"}),
    # by the attribute before its name
    (
        "12月2日，坐落在绍兴市上虞区白马湖滨、象山之麓的春晖中学迎来生日。",
        {"春晖中学 locatedIn 绍兴市上虞区"},
    ),
    ("这些位于福州市的云岭大学校友到会，位于福州市的这座桥由云岭大学修建。", set()),
    # how good it is, which part of it, and who else is named
    ("云岭大学位于全国前列。", set()),
    ("云岭大学的新项目位于福州市。", set()),
    ("云岭大学与江口学院共建的基地位于福州市。", set()),
    ("云岭大学程越教授说，江口学院师资雄厚，位于福州市。", set()),
    ("这座桥位于福州市。", set()),
    (
        "青岭县委教育工作领导小组办公室今天挂牌。",
        {"青岭县委教育工作领导小组办公室 partOf 青岭县委教育工作领导小组"},
    ),
    ("青岭县政府办公室今天挂牌。", set()),
    (
        "云岭职业教育联盟、江口职业教育联盟将分别组建，依次由云岭大学、江口学院牵头，加入的高校近百所。",
        {"云岭大学 memberOf 云岭职业教育联盟", "江口学院 memberOf 江口职业教育联盟"},
    ),
    ("云岭职业教育联盟、江口职业教育联盟将组建，分别由云岭大学、江口学院、太行学院牵头。", set()),
]


def test_sites_pin_their_cases() -> None:
    assert len(SITES) == 17


@pytest.mark.parametrize(("text", "expected"), SITES)
def test_sites(text: str, expected: set[str]) -> None:
    assert triples(facts(text), ("locatedIn", "partOf", "memberOf")) == expected


# what an office of a government publishes
OFFICES: list[tuple[str, set[str]]] = [
    (
        "河南省政府办公厅印发的《关于加快培育农民的意见》提出，要加强培训。",
        {"河南省政府办公厅 publishes 关于加快培育农民的意见"},
    ),
    (
        "河南省委办公厅、河南省政府办公厅印发《关于加快培育农民的意见》。",
        {"河南省委办公厅 publishes 关于加快培育农民的意见", "河南省政府办公厅 publishes 关于加快培育农民的意见"},
    ),
    ("河南省政府办印发《关于加快培育农民的意见》。", {"河南省政府办 publishes 关于加快培育农民的意见"}),
]


@pytest.mark.parametrize(("text", "expected"), OFFICES)
def test_offices_of_governments_publish(text: str, expected: set[str]) -> None:
    assert triples(facts(text), ("publishes",)) == expected


MEETING = "4月18日，福建省乡村教育振兴大会在福州召开。"
SPEAK: list[tuple[str, set[str]]] = [
    # of two in one sentence each has the one verb
    ("厅长程越讲话，省教育厅副厅长姜珩主持。", {"程越 speaksAt", "姜珩 hosts"}),
    ("市委书记程越致辞，市长姜珩主持大会。", {"程越 speaksAt", "姜珩 hosts"}),
    ("省教育厅厅长林知远作题为《东西携手，职教脱贫》的报告，提出要求。", {"林知远 speaksAt"}),
    (
        "云岭大学程越教授报告的题目是《碳点材料对农作物的影响》，姜珩副教授讲《碳点材料应用》。",
        {"程越 speaksAt", "姜珩 speaksAt"},
    ),
]


@pytest.mark.parametrize(("text", "said"), SPEAK)
def test_who_speaks_and_who_is_in_the_chair(text: str, said: set[str]) -> None:
    found = triples(facts(MEETING + text, "2025-04-30"), ("speaksAt", "hosts"))
    assert found == {f"{s} 福建省乡村教育振兴大会" for s in said}


# text → who holds the event; who works with whom
PLACES: list[tuple[str, set[str]]] = [
    (
        "4月9日，广西壮族自治区、广东省、桂林市在灌阳县城联合举办重点企业专场招聘会。",
        {
            "广西壮族自治区 organizes 重点企业专场招聘会",
            "广东省 organizes 重点企业专场招聘会",
            "桂林市 organizes 重点企业专场招聘会",
        },
    ),
    ("4月9日，在福建省，桂林市举办重点企业专场招聘会。", {"桂林市 organizes 重点企业专场招聘会"}),
    (
        "福州市与云岭大学签署合作办学协议。福州与云岭大学合作办学，是重要举措。",
        {"福州市 cooperatesWith 云岭大学"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_places_that_act(text: str, expected: set[str]) -> None:
    assert triples(facts(text, "2025-04-30"), ("organizes", "cooperatesWith")) == expected
