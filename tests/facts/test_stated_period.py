"""The period of a number as a sentence states it, and its ISO form."""

import time

import pytest

from kg.facts.stated_period import stated_period

# words before a number → the period, on a page without a day and on one of 22 October 2025
STATED = [
    ("自2023年10月14日启动以来，吸引", "2023-10-14", "2023-10-14/2025-10-22"),
    ("截至2024年底，学校", "2024-12", "2024-12"),
    ("2023年11月份，学校", "2023-11", "2023-11"),
    ("2019年至2022年，学校", "2019/2022", "2019/2022"),
    ("2024年全年，学校", "2024", "2024"),
    ("2020年以来，学校", "2020年以来", "2020-01-01/2025-10-22"),
    ("今年上半年，学校", "今年上半年", "2025-01/2025-06"),
    ("上半年，学校", "上半年", "2025-01/2025-06"),
    ("一季度，学校", "一季度", "2025-01/2025-03"),
    ("前三季度，学校", "前三季度", "2025-01/2025-09"),
    ("四季度，学校", "四季度", "2024-10/2024-12"),
    ("前8个月，学校", "前8个月", "2025-01/2025-08"),
    ("1—3月，学校", "1—3月", "2025-01/2025-03"),
    ("1~9月学校", "1~9月", "2025-01/2025-09"),
    ("去年，学校", "去年", "2024"),
    ("去年12月，学校", "去年12月", "2024-12"),
    ("11月，学校", "11月", "2024-11"),
    ("9月底，学校", "9月底", "2025-09"),
    ("今年以来，学校", "今年以来", "2025-01-01/2025-10-22"),
    ("4月29日至5月3日，学校", "4月29日至5月3日", "2025-04-29/2025-05-03"),
    ("3月8日12时，学校", "3月8日", "2025-03-08"),
    ("自2016年开办以来，学校", "自2016年以来", "2016-01-01/2025-10-22"),
    ("2022年接待游客900万人次，实现收入", "2022", "2022"),
    ("“十四五”期间，学校", "“十四五”期间", "“十四五”期间"),
    ("五年来，学校", "五年来", "五年来"),
    ("占全国的比重从2012年的", "2012", "2012"),
    # what a number is compared with, and what is over
    ("2023年，较2022年", "2023", "2023"),
    ("与2020年相比，学校", None, None),
    ("与1-2月份持平，学校", None, None),
    ("较2019年同期学校", None, None),
    ("学院成立于1958年，现有", None, None),
    ("2024—2025学年，学校", None, None),
    ("5月17日，省教育厅厅长王某介绍，学校", None, None),
    ("上年结转，学校", None, None),
    ("学校", None, None),
    ("发布《某市三年行动计划（2024—2026年）》，为学校", None, None),
    ("就诊率由2017年的68%提高到82%，覆盖学校", None, None),
    ("大赛将从5月6日起在天津等", None, None),
    ("大赛自5月6日起在天津等", "自5月6日", "2025-05-06"),
]


@pytest.mark.parametrize(("text", "undated", "dated"), STATED)
def test_stated(text: str, undated: str | None, dated: str | None) -> None:
    assert stated_period(text, 0, len(text)) == undated
    assert stated_period(text, 0, len(text), "2025-10-22") == dated


@pytest.mark.parametrize("published", ["2025", "2025-13", "not a date", "2025-10"])
def test_part_of_a_day(published: str) -> None:
    assert stated_period("今年以来", 0, 4, published) == "今年以来"


def test_hostile() -> None:
    text = "1—" * 20000 + "月" + "2024年" * 20000
    begin = time.process_time()
    for position in range(0, len(text), 500):
        stated_period(text, 0, position, "2025-10-22")
    assert time.process_time() - begin < 2


def test_the_table_is_whole() -> None:
    assert len(STATED) == 39
