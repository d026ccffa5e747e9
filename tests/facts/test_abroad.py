"""Posts abroad: cities and states behind whoever meets their head, ministers called 大臣, names of four characters."""

import pytest

from tests.reader import facts

Post = tuple[str, str, str | None]
ABROAD: list[tuple[str, set[Post]]] = [
    (
        "成都市副市长李明华在成都会见了来访的德国波恩市市长凯特雅·多纳一行。",
        {("李明华", "副市长", "成都市人民政府"), ("凯特雅·多纳", "市长", "德国波恩市")},
    ),
    ("会上，李明华会见德国波恩市市长凯特雅·多纳。", {("凯特雅·多纳", "市长", "德国波恩市")}),
    ("柬埔寨教育青年与体育大臣杭春那洛出席。", {("杭春那洛", "大臣", "柬埔寨教育青年与体育部")}),
    ("日本外务大臣盛山正仁出席。", {("盛山正仁", "大臣", "日本外务省")}),
    ("英国教育大臣吉莉安·基根致辞。", {("吉莉安·基根", "大臣", "英国教育部")}),
    ("新加坡国立大学教授王赓武在会上发言。", {("王赓武", "教授", "新加坡国立大学")}),
]


def test_posts_abroad_pin_their_cases() -> None:
    assert len(ABROAD) == 6


@pytest.mark.parametrize(("text", "expected"), ABROAD)
def test_posts_abroad(text: str, expected: set[Post]) -> None:
    assert {(r.person, r.title, r.organization) for r in facts(text).roles} == expected
