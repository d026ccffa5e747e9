"""Dates: read against the day of publication, open where the year is unknown; plans and ordinals are none."""

import pytest

from kg.mentions.date import calendar, days

# text, day of publication, year of publication, dates
DATES: list[tuple[str, str | None, int | None, list[str]]] = [
    ("4月29日，会议召开。", "2025-04-30", None, ["2025-04-29"]),
    ("29日，会议召开。", "2025-04-30", None, ["2025-04-29"]),
    ("12月3日，会议召开。", "2025-04-30", None, ["2024-12-03"]),
    ("昨日，大会开幕。", "2025-04-30", None, ["2025-04-29"]),
    ("前天上午，大会开幕。", "2025-04-30", None, ["2025-04-28"]),
    ("今天，大会开幕。", "2025-04-30", None, ["2025-04-30"]),
    ("昨天下午，大会开幕。", "2025-05-01", None, ["2025-04-30"]),
    ("昨日，大会开幕。", "2025-01-01", None, ["2024-12-31"]),
    ("前日，大会开幕。", "2024-03-01", None, ["2024-02-28"]),
    ("4月29日，会议召开。", None, None, ["--04-29"]),
    ("4月29日，会议召开。", None, 2025, ["2025-04-29"]),
    ("2023年11月5日，会议召开。", None, None, ["2023-11-05"]),
    ("去年9月10日，学校揭牌。", "2025-04-30", None, ["2024-09-10"]),
    ("今年3月12日，植树活动举行。", "2025-04-30", None, ["2025-03-12"]),
    ("去年9月10日，学校揭牌。", None, None, ["--09-10"]),
    ("4月10日至12日，比赛举行。", "2025-04-30", None, ["2025-04-10"]),
    ("4月28日—5月2日，展览举行。", "2025-04-30", None, ["2025-04-28"]),
    ("“十五五”时期要加快发展。", "2025-04-30", None, []),
    ("2024—2025学年工作安排。", "2025-04-30", None, []),
    ("首届活动举办。", "2025-04-30", None, []),
    ("3月以来，气温回升。", "2025-04-30", None, []),
    ("截至4月底，共有12家。", "2025-04-30", None, []),
    ("日均接待3000人。", "2025-04-30", None, []),
    ("占地15日常维护。", "2025-04-30", None, []),
    ("新华社银川4月10日电（记者卓凡）活动9日举行。", None, 2025, ["2025-04-09"]),
    ("6月18日晚，晚会举行。", "2024-06-20", None, ["2024-06-18"]),
    ("5月7日上午，开幕式举行；8日，闭幕。", "2024-05-09", None, ["2024-05-07", "2024-05-08"]),
    ("近日，会议召开。", "2025-04-30", None, []),
]


def test_dates_pins_its_cases() -> None:
    assert len(DATES) == 28


@pytest.mark.parametrize(("text", "published", "year", "expected"), DATES)
def test_dates(text: str, published: str | None, year: int | None, expected: list[str]) -> None:
    assert [d.iso for d in days(text, calendar(text, published, year))] == expected


@pytest.mark.parametrize(("text", "published", "year"), [case[:3] for case in DATES])
def test_dates_lie_where_they_say(text: str, published: str | None, year: int | None) -> None:
    found = days(text, calendar(text, published, year))
    assert all(0 <= d.start < d.end <= len(text) for d in found)
    assert [d.start for d in found] == sorted(d.start for d in found)
