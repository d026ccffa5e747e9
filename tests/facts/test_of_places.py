"""News of counties, districts and towns themselves: their heads, their committees, their festivals and meetings."""

import pytest

from kg.model import Kind
from tests.reader import facts, names, occurrence, posts

POSTS: list[tuple[str, set[str]]] = [
    (
        "西藏自治区党委常委、常务副主席程越出席会议。广西壮族自治区党委副书记卓凡到会。",
        {
            "程越 常委 西藏自治区党委",
            "程越 常务副主席 西藏自治区人民政府",
            "卓凡 副书记 广西壮族自治区党委",
        },
    ),
    (
        "西藏自治区党委副书记、自治区政协主席程越出席会议。",
        {"程越 副书记 西藏自治区党委", "程越 主席 西藏自治区政协"},
    ),
    ("青海省委宣传部部长吉狄马加到会。", {"吉狄马加 部长 青海省委宣传部"}),
    # an organ of the town under the word for a town alone
    (
        "麦积区伯阳镇党委书记程越到会。镇政府副镇长尤勉参加。",
        {"程越 书记 麦积区伯阳镇党委", "尤勉 副镇长 麦积区伯阳镇政府"},
    ),
    (
        "红石镇党委书记程越、青岭镇党委书记尤勉到会。\n镇政府办公室主任卓凡参加。",
        {"程越 书记 红石镇党委", "尤勉 书记 青岭镇党委", "卓凡 主任 镇政府办公室"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), POSTS)
def test_posts(text: str, expected: set[str]) -> None:
    assert posts(facts(text)) == expected


PERSONS: list[tuple[str, list[str]]] = [
    ("省委常委程越到西江千户苗寨调研。", ["程越"]),
    ("崔超充满激情地说，我愿意。当记者问他，来之前有什么了解吗？崔超望着远处的山脉。", ["崔超"]),
]


@pytest.mark.parametrize(("text", "expected"), PERSONS)
def test_persons(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.PERSON) == expected


EVENTS: list[tuple[str, list[str]]] = [
    # with the places in its name and without
    (
        "8月31日，程越赴丰都县考察，并出席对口扶贫协作座谈会。在随后召开的滕州市对口丰都县扶贫协作座谈会上，程越讲话。",
        ["滕州市对口丰都县扶贫协作座谈会 | --08-31 | 丰都县"],
    ),
    (
        "8月31日，滕州市扶贫协作座谈会召开。9月2日，丰都县扶贫协作座谈会召开。",
        ["滕州市扶贫协作座谈会 | --08-31", "丰都县扶贫协作座谈会 | --09-02"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), EVENTS)
def test_events(text: str, expected: list[str]) -> None:
    assert [occurrence(o) for o in facts(text).occurrences] == expected


PROGRAMS: list[tuple[str, list[str]]] = [
    ("伯阳镇在全镇范围组织广场舞大赛，丰富了文化生活。", []),
    ("上海合作组织大学生创新大赛开幕。", ["大学生创新大赛"]),
]


@pytest.mark.parametrize(("text", "expected"), PROGRAMS)
def test_programs(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.PROGRAM) == expected


def test_the_number_of_a_house_counts_nothing() -> None:
    """世纪大道16幢1号 is an address."""
    assert facts("面馆位于世纪大道16幢1号。").outcomes == ()
    assert [o.value for o in facts("建成16幢教学楼。").outcomes] == [16]
