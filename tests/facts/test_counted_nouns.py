"""Nouns that begin like a verb: 到款额, 到位率."""

import pytest

from tests.reader import facts

COUNTED: list[tuple[str, set[str]]] = [
    ("科研项目数增长7倍，到款额增长10倍。", {"科研项目数增长 7", "到款额增长 10"}),
    ("全年到账资金增长20%，课堂到课率达98%。", {"全年到账资金增长 20", "课堂到课率 98"}),
    ("到2015年增加到50所学校。", {"学校 50"}),
    ("12所本地高校和江海大学参加，活动由教育局等20个部门联合主办。", {"本地高校 12", "部门 20"}),
    ("推介会发布6条“五一”假期精品旅游线路。", {"“五一”假期精品旅游线路 6"}),
    ("公司售出6张“春游”今年新卡。", {"“春游” 6"}),
    ("大赛共产生一等奖26个，决出金牌20枚。", {"一等奖 26", "金牌 20"}),
    ("项目产生经济效益12亿元，选举产生理事60名。", {"经济效益 1200000000", "理事 60"}),
    ("三所省级电大和14家县直单位参加。", {"省级电大 3", "县直单位 14"}),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_counted_nouns(text: str, expected: set[str]) -> None:
    assert {f"{o.what} {o.value}" for o in facts(text).outcomes} == expected
