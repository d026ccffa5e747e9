"""What looks like a fact and says none, or another one: each line was once read wrongly."""

import pytest

from kg.model import Kind
from tests.reader import facts, names, occurrence, posts, triples

TRIPLES: list[tuple[str, set[str]]] = [
    (
        "云岭大学对口支援青江学院、江海大学对口支援青禾学院。",
        {"云岭大学 cooperatesWith 青江学院", "江海大学 cooperatesWith 青禾学院"},
    ),
    (
        "5月3日，我院与江海市公安局签署合作协议。江海市人民医院提供医疗保障。",
        set(),
    ),
    ("如果云岭大学是云岭高校联盟成员，可以免试。", set()),
    ("一旦云岭大学是云岭高校联盟成员，即可免试。", set()),
    ("云岭大学是否是云岭高校联盟成员，尚无定论。", set()),
    ("江海职业教育集团涵盖云岭大学、青江学院等12所高校的毕业生。", set()),
    ("江海职业教育集团包括云岭大学、青江学院的毕业生。", set()),
    (
        "江海职业教育集团涵盖云岭大学、青江学院等12所高校。",
        {"云岭大学 memberOf 江海职业教育集团", "青江学院 memberOf 江海职业教育集团"},
    ),
]
BODIES: list[tuple[str, list[str]]] = [
    ("江海市实验中学、社区幼儿园、公立幼儿园参加。", ["江海市实验中学"]),
    ("江海市实验中学、民族中学、国际小学、双语幼儿园参加。", ["江海市实验中学"]),
    ("江海市实验中学、薄弱小学、附属小学参加。", ["江海市实验中学"]),
    ("江海市实验中学、育生中学参加。", ["江海市实验中学", "育生中学"]),
    ("江苏省教育厅、姑苏区、苏州市教育局参加会议。", ["江苏省教育厅", "苏州市教育局"]),
    ("姑苏区、苏州市教育局参加会议。", ["苏州市教育局"]),
    ("姑苏区、虎丘区教育局参加会议。", ["姑苏区教育局", "虎丘区教育局"]),
]
HELD: list[tuple[str, list[str]]] = [
    (
        "5月3日，江海职业教育集团成立大会举行。星帆集团董事长程越出席集团成立大会。",
        ["江海职业教育集团成立大会 | --05-03"],
    ),
]
POSTS: list[tuple[str, set[str]]] = [
    ("仪式上，老校长、知名校友程越致辞。", set()),
    ("江海市市长、我校杰出校友程越致辞。", {"程越 市长 江海市"}),
]
COUNTED: list[tuple[str, int]] = [
    ("无锡市培训教师5000人，常州市培训乡村教师5000人。", 2),
    ("全市培训教师5326人。其中说明，培训乡村教师5326人。", 1),
]


@pytest.mark.parametrize(("text", "expected"), TRIPLES)
def test_no_relation(text: str, expected: set[str]) -> None:
    assert triples(facts(text), ("cooperatesWith", "memberOf", "signs", "signsWith")) == expected


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_no_body(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.ORGANIZATION) == expected


@pytest.mark.parametrize(("text", "expected"), HELD)
def test_no_event(text: str, expected: list[str]) -> None:
    assert [occurrence(o) for o in facts(text).occurrences] == expected


@pytest.mark.parametrize(("text", "expected"), POSTS)
def test_no_post(text: str, expected: set[str]) -> None:
    assert posts(facts(text)) == expected


@pytest.mark.parametrize(("text", "number"), COUNTED)
def test_counted_twice(text: str, number: int) -> None:
    assert len(facts(text).outcomes) == number
