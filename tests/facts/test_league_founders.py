"""Who founded a league, told in the words of those who lead it; and who leads something without having founded it."""

import pytest

from tests.reader import facts, triples

FOUNDERS: list[tuple[str, set[str]]] = [
    (
        "由云岭大学、江海大学发起，云岭高校联盟正式成立。",
        {"云岭大学 establishes 云岭高校联盟", "江海大学 establishes 云岭高校联盟"},
    ),
    ("由云岭大学发起，江海大学、青江学院参与的云岭高校联盟成立。", {"云岭大学 establishes 云岭高校联盟"}),
    (
        "云岭高校联盟成立大会举行。按照组建方案，联盟以青岭高新区为依托，由云岭大学、星帆集团等5家单位牵头，企业共同参与。",
        {"云岭大学 establishes 云岭高校联盟", "星帆集团 establishes 云岭高校联盟"},
    ),
    (
        "云岭高校联盟成立大会在我校举行。云岭大学和江海大学两所牵头院校到会。",
        {"云岭大学 establishes 云岭高校联盟", "江海大学 establishes 云岭高校联盟"},
    ),
    ("作为联盟发起单位，云岭大学将发挥作用。云岭高校联盟今天成立。", {"云岭大学 establishes 云岭高校联盟"}),
    (
        "云岭大学、江海大学为联盟发起单位，云岭高校联盟今天成立。",
        {"云岭大学 establishes 云岭高校联盟", "江海大学 establishes 云岭高校联盟"},
    ),
    (
        "云岭高校联盟在云岭大学、江海大学的共同倡议下成立。",
        {"云岭大学 establishes 云岭高校联盟", "江海大学 establishes 云岭高校联盟"},
    ),
    (
        "云岭研究院是云岭大学和星帆集团联合成立的研究机构。",
        {"云岭大学 establishes 云岭研究院", "星帆集团 establishes 云岭研究院"},
    ),
    ("省教育厅批准云岭大学成立云岭研究院。", {"云岭大学 establishes 云岭研究院"}),
    (
        "云岭高校联盟由云岭大学担任理事长单位，江海大学、青江学院为副理事长单位。",
        {
            "云岭大学 memberOf 云岭高校联盟",
            "江海大学 memberOf 云岭高校联盟",
            "青江学院 memberOf 云岭高校联盟",
        },
    ),
    # an exercise that they lead, no league that they founded
    ("云岭高校联盟召开会议，由云岭大学、江海大学等牵头。", set()),
    ("云岭高校联盟开展了课题研究，课题由云岭大学牵头，江海大学参加。", set()),
]


@pytest.mark.parametrize(("text", "expected"), FOUNDERS)
def test_founders(text: str, expected: set[str]) -> None:
    assert triples(facts(text), ("establishes", "memberOf")) == expected
