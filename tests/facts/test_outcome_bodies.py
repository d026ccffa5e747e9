"""The body that a number belongs to."""

import pytest

from kg.facts.outcomes import outcomes
from kg.model import Kind, Mention
from tests.facts.test_outcomes import page_of

# bodies, a sentence → the body of each outcome
OWNED = [
    (["滨江大学"], "滨江大学现有专业41个，专任教师1167人。", ["滨江大学", "滨江大学"]),
    (["滨江大学"], "2024年，滨江大学获批项目86项，到账经费2.3亿元。", ["滨江大学", "滨江大学"]),
    (["滨江医院"], "目前，滨江医院开放床位818张，年门诊30万人次。", ["滨江医院", "滨江医院"]),
    (["滨江市教育局"], "滨江市教育局介绍，全市建成学校300所。", [None]),
    (["滨江大学", "临湖大学"], "滨江大学、临湖大学共建实验室3个。", [None]),
    (["滨江大学"], "滨江大学的教师获奖12项。", [None]),
    (["滨江大学"], "滨江大学校长王某说，新增专业3个。", [None]),
    (["滨江大学"], "全市高校28所，滨江大学新增专业3个。", [None, "滨江大学"]),
    (["滨江大学"], "滨江大学发展很快；全市新增学校3所。", [None]),
    (["滨江大学"], "滨江大学举行仪式，全市就业率达95%，新增学校3所。", [None, None]),
]


@pytest.mark.parametrize(("names", "text", "expected"), OWNED)
def test_owned(names: list[str], text: str, expected: list[str | None]) -> None:
    page = page_of(text)
    bodies = [Mention(Kind.ORGANIZATION, (i := text.find(n)), i + len(n), n, "test") for n in names]
    assert [o.organization for o in outcomes(page, bodies)] == expected


def test_the_same_count_twice_keeps_its_body() -> None:
    page = page_of("建成学校300所。", "滨江集团建成学校300所。")
    body = Mention(Kind.ORGANIZATION, page.text.find("滨江集团"), page.text.find("滨江集团") + 4, "滨江集团", "test")
    (outcome,) = outcomes(page, [body])
    assert (outcome.organization, len(outcome.evidence)) == ("滨江集团", 2)


def test_the_table_is_whole() -> None:
    assert len(OWNED) == 10
