"""Bylines: reporters, correspondents, and that photographers and editors are none."""

import pytest

from kg.model import Kind
from tests.reader import facts, is_byline

BYLINES: list[tuple[str, dict[str, str]]] = [
    ("本报讯（记者 裴若谷 通讯员 姚素心）近日，教育工作会议召开。", {"裴若谷": "记者", "姚素心": "通讯员"}),
    ("新华社南昌5月6日电（记者姚素心、卓凡）江西今年新建一批幼儿园。", {"姚素心": "记者", "卓凡": "记者"}),
    ("会议在杭州召开。（裴若谷 梁若水/文 姚素心/摄）", {"裴若谷": "记者", "梁若水": "记者"}),
    ("会议在杭州召开。\n编辑：裴若谷 梁若水\n编审：姚素心", {}),
    ("会议在杭州召开。\n一 审：魏 倩\n二 审：姚素心", {}),
    ("双方签署协议\n裴若谷 姚素心 2025-11-25\n　　双方今天在杭州签署了协议。", {"裴若谷": "记者", "姚素心": "记者"}),
    ("会议在杭州召开。（新闻中心）", {}),
    ("会议在杭州召开。（宣传部 供稿）", {}),
    ("本报讯（记者 加孜拉·泥斯拉别克）会议召开。", {"加孜拉·泥斯拉别克": "记者"}),
    ("会议在杭州召开。\n姚素心校长参观校史馆（左一）", {}),
    ("河东网海川7月27日电（河东报·河东网记者 裴若谷）会议今天召开。", {"裴若谷": "记者"}),
    ("会议在杭州召开。\n（图/文 裴若谷；审核 姚素心）", {"裴若谷": "记者"}),
    ("文章作者：庄子镇 责任编辑：薛皓", {}),
]


def test_bylines_pins_its_cases() -> None:
    assert len(BYLINES) == 13


@pytest.mark.parametrize(("text", "expected"), BYLINES)
def test_bylines(text: str, expected: dict[str, str]) -> None:
    assert {r.person: r.title for r in facts(text).roles if is_byline(r)} == expected


def test_who_edited_a_page_is_no_person_of_it() -> None:
    assert not facts("会议在杭州召开。\n编辑：裴若谷 梁若水\n编审：姚素心").of(Kind.PERSON)
