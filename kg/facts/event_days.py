"""The day of an event: none on which somebody only sets out for it or speaks of it; the month or year where the text gives no day."""

import re

from kg.mentions.date import Day
from kg.mentions.event import Happening
from kg.mentions.found import Found
from kg.mentions.other_times import in_words, of_its_year, on_the_way
from kg.model import LineRole

# 2023年6月，某地召开; 2010年，; 今年7月，; no 2023年6月起, 2023年度, 2023年以来.
_IN_MONTH = re.compile(
    "(?<![至到从自—–-])(?:(?P<year>(?<!\\d)(?:19|20)\\d\\d)年|(?P<said>今年|去年|前年)(?=\\d))(?:(?P<month>1[0-2]|0?[1-9])月)?(?:，|(?<=月)(?=在|[一-鿿]{0,30}?(?:召开|举行|举办)))"
)
_PARTS = re.compile("[。；：]|(?:表示|指出|强调)[，：]|\\d{4}年(?!度)|[今去明]年")
_NEAR = 60  # characters
_FULL = 10  # characters of an ISO day


def is_vague(day: Day) -> bool:
    """Whether what is known of a day is its month or year alone."""
    return len(day.iso) < _FULL and not day.iso.startswith("--")


def timed(found: Found, h: Happening) -> Happening:
    """Without a day on which somebody only sets out for it, or that is of another year than its name's."""
    if h.day is None:
        return h._replace(day=_month(found, h))
    if (month := _month(found, h)) and month.start > h.day.end:
        return h._replace(day=month)  # 7月30日，会议决定今年10月召开〔名称〕
    leaves = h.rule == "attended" and on_the_way(found.page.text, h.day.end, h.start)
    said = h.day.end < h.start and in_words(found.page.text, h.day.end, h.start)
    return h._replace(day=None) if leaves or said or not of_its_year(h.text, h.day) else h


def _month(found: Found, h: Happening) -> Day | None:
    """The month or year that the clause of an event, or the one before it, begins with: 2023年6月，某地召开〔名称〕."""
    text, sentence = found.page.text, found.sentence_at(h.start)
    if sentence is None or sentence.role is not LineRole.BODY:
        return None
    told = list(_IN_MONTH.finditer(text, max(sentence.start, h.start - _NEAR), h.start))
    if not told or _PARTS.search(text, told[-1].end(), h.start):
        return None
    m = told[-1]
    year = int(m["year"]) if m["year"] else _year_said(found, m["said"])
    iso = f"{year}-{int(m['month']):02d}" if m["month"] else str(year)
    day = Day(*m.span(), iso)
    return day if year and of_its_year(h.text, day) else None


def _year_said(found: Found, word: str) -> int | None:
    now = found.calendar.year
    return now + ("前去今".index(word[0]) - 2) if now else None
