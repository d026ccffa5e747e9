"""Who was at an event: names that end like a modal verb, lists of sorts of bodies, donors, who signs for others."""

import pytest

from tests.reader import facts

HELD = "5月28日，青岭联盟成立大会在南昌举行。"
PRESENT: list[tuple[str, set[str]]] = [
    ("省委常委李红军，副省长史可出席。", {"李红军", "史可"}),
    ("省委常委李红军将出席大会。", set()),
    (
        "云岭师范大学、青岭市汽车协会等院校、科研机构和行业协会，江海大学以及高新区骨干企业的代表共120余人参加大会。",
        {"云岭师范大学", "青岭市汽车协会", "江海大学"},
    ),
    ("大会介绍了云岭师范大学、江海大学等高校的经验，各地代表共120人参加大会。", set()),
    (
        "出席大会的领导有：省科技厅巡视员景茂。学会专家有：江海大学教授朱蓓、云岭大学教授元英。",
        {"景茂", "朱蓓", "元英"},
    ),
    ("院士陈卫致辞。学会专家有：江海大学教授朱蓓、云岭大学教授元英。", set()),
    ("董事长胡国灿、院长张自立2位校友向江海大学捐资100万元。", {"胡国灿", "张自立"}),
    ("出席大会的领导有：省科技厅巡视员景茂。获得表彰的专家有：江海大学教授朱蓓。", {"景茂"}),
    ("市长程越没有在主席台就座。市长姜珩未出席大会。", set()),
    ("市长程越见证了联盟的成长。", set()),
    ("未能出席大会的专家有：江海大学教授朱蓓。", set()),
    ("董事长胡国灿多年来向江海大学捐资100万元。", set()),
    ("去年，董事长胡国灿向江海大学捐资100万元。", set()),
    ("受商务部副部长盛秋平委托，商务部司长张祥出席大会。", {"张祥"}),
    # who comes to a post does not hand over the papers
    (
        "会议免去程越同志县财政局局长职务，任命姜珩同志为县教育局局长，韩敏同志为县财政局局长，县人大常委会主任胡国灿为两名同志颁发任命书。",
        {"胡国灿"},
    ),
    ("江海大学校长韩敏和云岭大学校长石孝荣作为双方代表签署了协议。", {"韩敏", "石孝荣"}),
]


@pytest.mark.parametrize(("text", "expected"), PRESENT)
def test_those_present(text: str, expected: set[str]) -> None:
    told = facts(HELD + text).relations
    assert {r.subject.name for r in told if r.predicate == "participatesIn"} == expected


MEMBERS: list[tuple[str, set[str]]] = [
    (
        "江海大学、云岭公司等长三角职教联盟成员单位参加会议。",
        {"江海大学 长三角职教联盟", "云岭公司 长三角职教联盟"},
    ),
    ("江海大学介绍了云岭公司等长三角职教联盟成员单位的经验。", {"云岭公司 长三角职教联盟"}),
    (
        "青岭市教体局、科技局等青岭市域产教联合体指导委员会单位参加。",
        {"青岭市教体局 青岭市域产教联合体指导委员会", "科技局 青岭市域产教联合体指导委员会"},
    ),
    ("江海大学、云岭公司等长三角职教联盟单位参加会议。", set()),
]


@pytest.mark.parametrize(("text", "expected"), MEMBERS)
def test_members_before_their_group(text: str, expected: set[str]) -> None:
    told = facts(text).relations
    assert {f"{r.subject.name} {r.object.name}" for r in told if r.predicate == "memberOf"} == expected


def test_who_congratulates_two_others_on_an_agreement_has_not_signed_it() -> None:
    told = facts("县长程越代表青岭县委、县政府对两家医院合作签约表示热烈祝贺。").relations
    assert not {r for r in told if r.predicate in ("signsWith", "cooperatesWith")}


MEETINGS: list[tuple[str, set[str]]] = [
    (
        "8月15日，云岭学院召开中层以上干部会议。\n8月10日，江海大学中层以上干部会议召开。",
        {"云岭学院中层以上干部会议", "江海大学中层以上干部会议"},
    ),
    ("8月15日，云岭学院召开全校干部教师大会。", {"全校干部教师大会"}),
]


@pytest.mark.parametrize(("text", "expected"), MEETINGS)
def test_meetings_of_staff(text: str, expected: set[str]) -> None:
    assert {o.event for o in facts(text).occurrences} == expected
