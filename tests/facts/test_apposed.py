"""Posts told right behind a name: in brackets, after a comma, a colon or a space; and what is somebody else's."""

import pytest

from tests.reader import facts

Post = tuple[str, str, str | None]
APPOSED: list[tuple[str, set[Post]]] = [
    ("李明华，四川大学教授。", {("李明华", "教授", "四川大学")}),
    ("李明华，四川大学教授、博士生导师，长期从事语言学研究。", {("李明华", "教授", "四川大学")}),
    (
        "李明华（四川大学教授）、王晓峰（武侯区教育局局长）出席。",
        {("李明华", "教授", "四川大学"), ("王晓峰", "局长", "武侯区教育局")},
    ),
    ("主讲人：李明华，女，汉族，四川大学教授。", {("李明华", "教授", "四川大学")}),
    ("李明华院士，四川大学校长。", {("李明华", "校长", "四川大学")}),
    ("李明华：四川大学党委书记、校长。", {("李明华", "党委书记", "四川大学"), ("李明华", "校长", "四川大学")}),
    (
        "评委名单\n李明华 四川大学教授\n王晓峰 成都市市长",
        {("李明华", "教授", "四川大学"), ("王晓峰", "市长", "成都市人民政府")},
    ),
    (
        "评委名单\n李明华\t四川大学\t教授\n王晓峰\t武侯区教育局\t局长",
        {("李明华", "教授", "四川大学"), ("王晓峰", "局长", "武侯区教育局")},
    ),
    (
        "四川大学 校长 李明华\n武侯区教育局　局长　王晓峰",
        {("李明华", "校长", "四川大学"), ("王晓峰", "局长", "武侯区教育局")},
    ),
    ("出席会议的有李明华，四川大学教授王晓峰。", {("王晓峰", "教授", "四川大学")}),
    ("李明华感谢王晓峰，四川大学校长张强出席。", {("张强", "校长", "四川大学")}),
    ("会议由李明华主持，四川大学校长、党委书记出席。", set()),
    ("李明华表示，四川大学校长会来。", set()),
    ("成都市副市长李明华，武侯区教育局局长，武侯区财政局局长。", {("李明华", "副市长", "成都市人民政府")}),
]


def test_apposed_pins_its_cases() -> None:
    assert len(APPOSED) == 14


@pytest.mark.parametrize(("text", "expected"), APPOSED)
def test_apposed(text: str, expected: set[Post]) -> None:
    assert {(r.person, r.title, r.organization) for r in facts(text).roles} == expected


UNITS: list[tuple[str, set[Post]]] = [
    ("四川航空股份有限公司工会主席李明华出席会议。", {("李明华", "主席", "四川航空股份有限公司工会")}),
    (
        "玉林街道党委副书记、办事处主任李明华出席。",
        {("李明华", "副书记", "玉林街道党委"), ("李明华", "主任", "玉林街道办事处")},
    ),
    (
        "玉林街道党工委书记王晓峰、街道办事处主任李明华出席会议。",
        {("王晓峰", "书记", "玉林街道党工委"), ("李明华", "主任", "玉林街道办事处")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), UNITS)
def test_units_of_companies_and_streets(text: str, expected: set[Post]) -> None:
    assert {(r.person, r.title, r.organization) for r in facts(text).roles} == expected
