"""Dates of events as written, read against the day of publication: 10月17日, 29日, 3月8日至9日, 今年4月27日, 昨日.

A year that the article neither states nor lets one derive stays open (--10-17). Plans (十五五), school years and bare months are
no dates of events.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

_FULL = re.compile(
    r"(?:(?P<year>\d{4})年|(?P<this>今年|去年|当年))?(?P<month>1[0-2]|0?[1-9])月(?P<day>3[01]|[12]\d|0?[1-9])日"
    r"(?:上午|下午|晚间?|中午|晚上)?(?:(?:至|到|-|—|–|~|～)(?:(?:1[0-2]|0?[1-9])月)?(?:3[01]|[12]\d|0?[1-9])日)?"
    r"|(?<![\d月.])(?P<only>3[01]|[12]\d|0?[1-9])日(?:上午|下午|晚间?|中午|晚上)?(?!电|讯|均|常|益|前|后|内|起)"
    r"(?:(?:至|到|-|—)(?:3[01]|[12]\d|0?[1-9])日)?"
)
_RELATIVE = re.compile("(?P<back>今天|今日|当天(?=在|，)|昨天|昨日|前天|前日)(?:上午|下午|晚间?|中午|晚上)?")
_BACK = {"今天": 0, "今日": 0, "当天": 0, "昨天": 1, "昨日": 1, "前天": 2, "前日": 2}
_DATELINE = re.compile(r"(?P<month>1[0-2]|0?[1-9])月(?P<day>3[01]|[12]\d|0?[1-9])日(?:电|讯|消息)")
_STATED = re.compile(
    r"(?P<year>(?:19|20)\d\d)[年./-](?P<month>1[0-2]|0?[1-9])(?:[月./-](?P<day>3[01]|[12]\d|0?[1-9])日?)?"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A date at [start, end): `iso` is 2025-10-17 or, with the year open, --10-17."""

    start: int
    end: int
    iso: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """What an article's own dates settle: the day it was published, or parts of it."""

    year: int | None
    month: int | None
    day: int | None

    def iso(self, month: int, day: int, year: int | None = None) -> str:
        """The ISO form; a day that would lie after publication belongs to the year before."""
        if year is None and self.year is not None:
            year = self.year
            if self.month is not None and (month, day) > (self.month, self.day or 31):
                year -= 1
        return f"{year:04d}-{month:02d}-{day:02d}" if year else f"--{month:02d}-{day:02d}"


def calendar(text: str, published: str | None, year: int | None) -> Calendar:
    """The calendar of an article from its day of publication (ISO) or, without one, from its dateline and `year`."""
    if published and (m := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", published)):
        return Calendar(int(m[1]), int(m[2]), int(m[3]))
    if line := _DATELINE.search(text):
        return Calendar(year, int(line["month"]), int(line["day"]))
    return Calendar(year, None, None)


def days(text: str, when: Calendar) -> list[Day]:
    """Every date in the text; a bare day takes the month of the dateline or of the last date before it."""
    line = _DATELINE.search(text)
    month = int(line["month"]) if line else when.month
    found = []
    for m in _FULL.finditer(text):
        if _DATELINE.match(text, m.start()):
            month = int(m["month"])
            continue
        if m["only"]:
            if month is None:
                continue
            iso = when.iso(month, int(m["only"]))
        else:
            month = int(m["month"])
            year = int(m["year"]) if m["year"] else None
            if m["this"] == "去年":
                year = when.year - 1 if when.year else None
            iso = when.iso(month, int(m["day"]), year)
        found.append(Day(m.start(), m.end(), iso))
    return sorted((*found, *_relative(text, when)), key=lambda d: d.start)


def _relative(text: str, when: Calendar) -> list[Day]:
    """今天 and 昨日, counted from the day of publication or of the dateline."""
    if when.month is None or when.day is None:
        return []
    found = []
    for m in _RELATIVE.finditer(text):
        day = date(when.year or 2000, when.month, when.day) - timedelta(days=_BACK[m["back"]])
        iso = day.isoformat() if when.year else f"--{day.month:02d}-{day.day:02d}"
        found.append(Day(m.start(), m.end(), iso))
    return found
