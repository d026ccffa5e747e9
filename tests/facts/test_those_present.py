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
    ("江海大学校长韩敏和云岭大学校长石孝荣作为双方代表签署了协议。", {"韩敏", "石孝荣"}),
]


@pytest.mark.parametrize(("text", "expected"), PRESENT)
def test_those_present(text: str, expected: set[str]) -> None:
    told = facts(HELD + text).relations
    assert {r.subject.name for r in told if r.predicate == "participatesIn"} == expected
