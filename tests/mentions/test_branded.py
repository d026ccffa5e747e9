"""Companies that go by a brand alone, before the titles of who speaks for them."""

import pytest

from kg.model import Kind
from tests.reader import facts, names

BRANDS: list[tuple[str, list[str]]] = [
    ("会上，星澜云副总裁陆闻笙介绍了方案。", ["星澜云"]),
    ("出席的有万青教育董事长陆闻笙、外岭在线总经理卓凡。", ["万青教育", "外岭在线"]),
    ("青禾云教育总监陆闻笙、作业岭联合创始人卓凡到会。", ["青禾云", "作业岭"]),
    ("中国青冶党委书记、董事长陆闻笙到会。", ["中国青冶"]),
    ("TCK创始人陆闻笙到会。", ["TCK"]),
    ("云岭省自明党新总裁陆闻笙讲话。", ["云岭省自明党"]),
    ("星澜云科技有限公司（以下简称“星澜云”）成立，星澜云总裁陆闻笙讲话。", ["星澜云科技有限公司"]),
    ("青萌基金创始人、星澜集团董事长陆闻笙到会。", ["青萌基金", "星澜集团"]),
    # which sort of company, which part of one, which post
    ("民营企业董事长陆闻笙、大中华区总裁卓凡、中国央企总经理程越到会。", []),
    ("青岛云脉CEO陆闻笙、CFO卓凡到会。", ["青岛云脉"]),
    ("该公司董事长陆闻笙、集团总经理卓凡、某品牌创始人程越到会。", []),
    ("执行董事陆闻笙、时任董事长姚素心、美女总裁陆小满到会。", []),
    ("房地产总监陆闻笙、著名企业家、创始人姚素心到会。", []),
    ("青岛总经理陆闻笙、除了中房董事长卓凡到会。", []),
    ("乐岭论坛项目总监陆闻笙到会。", []),
]


def test_brands_pins_its_cases() -> None:
    assert len(BRANDS) == 15


@pytest.mark.parametrize(("text", "expected"), BRANDS)
def test_brands(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.ORGANIZATION) == expected


def test_the_title_is_held_in_the_company() -> None:
    held = {(r.person, r.title, r.organization) for r in facts("中国青冶党委书记、总裁陆闻笙到会。").roles}
    assert held == {("陆闻笙", "党委书记", "中国青冶"), ("陆闻笙", "总裁", "中国青冶")}
