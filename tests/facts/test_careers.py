"""Posts of a career that one clause after the other tells."""

import pytest

from tests.reader import facts, posts

CAREERS: list[tuple[str, set[str]]] = [
    # a school's own posts end where another school stands in the list
    (
        "程越，男，历任云岭学院化学系副主任，青岭大学教务处处长，江海大学党委常委、副校长，温州大学校长等职。",
        {
            "程越 副主任 云岭学院化学系",
            "程越 处长 青岭大学教务处",
            "程越 党委常委 江海大学",
            "程越 副校长 江海大学",
            "程越 校长 温州大学",
        },
    ),
    # 此前, 同时: what somebody was before, what somebody is as well
    (
        "院长姚素心是理学博士，此前任青岭大学教务处处长，同时担任江海大学校长。",
        {"姚素心 院长", "姚素心 处长 青岭大学教务处", "姚素心 校长 江海大学"},
    ),
    ("程越出席会议。此前任青岭大学校长的程越也到会。", set()),
    ("程越和姚素心到会，同时担任青岭大学校长。", set()),
    # of somebody who is not named; what is done for the holders of a post
    ("院长姚素心会见了一名外国学者，此前任青岭大学校长。", {"姚素心 院长"}),
    ("院长姚素心是一名教师，此前任青岭大学校长。", {"姚素心 院长", "姚素心 校长 青岭大学"}),
    ("院长姚素心出席。姚素心为青岭大学校长、副校长颁奖。", {"姚素心 院长"}),
    (
        "院长姚素心出席。姚素心为青岭大学校长、党委副书记。",
        {"姚素心 院长", "姚素心 校长 青岭大学", "姚素心 党委副书记 青岭大学"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), CAREERS)
def test_careers(text: str, expected: set[str]) -> None:
    assert posts(facts(text)) == expected


def test_what_somebody_was_before_is_past() -> None:
    """此前任 tells of a post that is held no more."""
    text = "院长姚素心是理学博士，此前任青岭大学校长，同时担任江海学会会长。"
    assert {(r.title, r.former) for r in facts(text).roles} == {("院长", False), ("校长", True), ("会长", False)}
