"""Dates of events as written, read against the day of publication: 10月17日, 六月一日, 29日, 3月8日至9日, 上月15日, 今年4月27日, 2024-10-17,
昨日, 上周四.

A year that the article neither states nor lets one derive stays open (--10-17). Plans (十五五), school years, bare months and days
that no calendar has (4月31日) are no dates of events.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kg.text.scan import holds, matches

_MONTH = "1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]"
_DAY = "3[01]|[12]\\d|0?[1-9](?!\\d)|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九](?!十)"
_DIGIT_DAY = "3[01]|[12]\\d|0?[1-9](?!\\d)"
_TO = "(?:至|到|[-—–~～]{1,2})"
_HOUR = "(?:上午|下午|晚[间上]?|中午|凌晨|清晨|傍晚)?"
_FULL = re.compile(
    r"(?:(?P<year>(?<!\d)\d{4}|(?<![〇零○一二三四五六七八九])[一二][〇零○一二三四五六七八九]{3})年"
    r"|(?P<this>今年|本年|去年|前年|明年|当年))?"
    rf"(?:(?<![\d零〇一二三四五六七八九十百千万亿])(?P<month>{_MONTH})月|(?P<near>本月|上个?月))(?P<day>{_DAY})"
    rf"(?:日|号(?!文|楼|院|线|公|令)|(?={_TO}(?:{_DAY})[日号])|(?<=\d)(?=晚(?!会|宴|餐)|[上下]午))"
    rf"{_HOUR}(?:(?:[）)]?起)?{_TO}(?:(?P<to_month>{_MONTH})月)?(?P<to_day>{_DAY})[日号])?"
    rf"|(?P<lately>[昨今前])[（(](?P<told>{_DIGIT_DAY})[)）]日{_HOUR}"
    rf"|(?<![\d月.第满续逾约近每])(?<!为期)(?<!工期)(?<!限期)(?<!周期)(?<!学期)(?P<only>{_DIGIT_DAY})(?:日|(?={_TO}(?:{_DIGIT_DAY})日)){_HOUR}(?!电|讯|均|常|益|前|后|内|起(?![在于]))"
    rf"(?:{_TO}(?P<to_only>{_DIGIT_DAY})日(?!内))?"
)
# Where a date may start.
_START = re.compile(
    r"[\d一二三四五六七八九十今本去前明当上昨](?:(?<=\d)\d{0,3}[年月日至到\-—–~～]"
    r"|(?<=[一二三四五六七八九十])[〇零○一二三四五六七八九十]{0,3}[年月]|(?<=[今本去前明当])年|(?<=本)月|(?<=上)个?月|(?<=[昨今前])[（(])"
)
_RELATIVE = re.compile(
    f"(?P<back>今天|今日|昨天|昨日|前天|前日|昨(?=[晚夜])|今(?=[晚晨])|(?<![到至的和、昆黎光文声说证表发])明(?:[天日](?=[上下]午|晚上|[0-9]{{1,2}}[时点]|[（(]|起?[将在，])|(?=晚(?:将|在|，|[0-9])))){_HOUR}|(?P<same>当天|当日|当(?=[晚夜])|同日|次日|翌日){_HOUR}(?=[，在举召]|[一-鿿]{{2,30}}(?:举行|召开|举办))"
)
_DEICTIC = re.compile("[今昨前明当同次翌](?=[天日晚夜晨])")  # where one of these may start
_BACK = {
    "明天": -1,
    "明日": -1,
    "明": -1,
    "今天": 0,
    "今日": 0,
    "今": 0,
    "昨天": 1,
    "昨日": 1,
    "昨": 1,
    "前天": 2,
    "前日": 2,
}
# 某某社6月18日电; 某某网6月18日青岭消息, with the place behind the day.
_DATELINE = re.compile(
    r"(?P<of>(?<=[网社报台]))?(?P<month>[0-9](?<!\d\d)(?:(?<=1)[0-2]|(?<=0)[1-9]|(?<!0)))月(?P<day>3[01]|[12]\d|0?[1-9])日"
    r"(?:电|讯|消息|(?(of)[一-鿿]{2,4}(?:电|讯|消息)[ 　（]|(?!)))"
)
_WIRED = re.compile("日(?:电|讯|消息|[一-鿿]{2,4}(?:电|讯|消息)[ 　（])")  # without this there is no dateline
# 2024-03-21，某会召开; not 发布时间：2024-03-21 10:20
_NUMERIC = re.compile(
    r"(?<![\d.\-/：:第〕号A-Za-z])(?<![A-Za-z] )(?P<year>20\d\d)(?P<mark>[-./])(?P<month>0?[1-9]|1[0-2])(?P=mark)(?P<day>0?[1-9]|[12]\d|3[01])"
    rf"(?![\d\-/:]|\.\d| ?\d{{1,2}}[:：]\d)(?: ?{_HOUR})(?=[，在由举召起])"
)
_WEEKDAY = re.compile(f"(?P<week>[上本这下])个?(?:周|星期|礼拜)(?P<at>[一二三四五六日天])(?![均常报刊间后内]){_HOUR}")
_NUMERIC_MARKS = tuple(f"20{tens}" for tens in range(10))  # of the years
_WEEK_WORDS = ("周", "星期", "礼拜")
_WEEKS = {"上": -1, "本": 0, "这": 0, "下": 1}
_AHEAD = re.compile(r"(?:将[于在]?|定于|拟于|决定(?:于|在)?|商定于?)(?:[明后][天日][（(])?\Z")
# 4月11日，甲将举办…
_SOON = re.compile(
    "(?:\\d{1,2}(?:[时点](?:\\d{1,2}分|半|许)?|[:：]\\d\\d))?，?[^，。；：“”]{0,24}?(?:“[^“”]{2,40}”[^，。；：“”]{0,40}?)?(?:即将|拟于|将(?=[在于举召开启迎首正隆联同陆]))"
)
_DECIDED = re.compile("(?:决定|商定)[，：]?[^，。；\n]{2,40}\\Z")  # 会议决定，某某会议12月22日举行
_YEARS_ON = {"今年": 0, "本年": 0, "去年": -1, "前年": -2, "明年": 1}
_CHINESE = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
_NEAR = 45  # days ahead that are nearer than the same days a year ago, said without a year
_CLAUSE = 45  # characters back to what a meeting decides
_PARTED = re.compile("[。！？\\n]")
_LEAP = 2000  # stands in for a year that is open
_TITLE = 60  # characters of a title before a date in it
_FAR = 300  # characters; 当天 and 同日 mean no day named further back


@dataclass(frozen=True, slots=True)
class Day:
    """A date at [start, end): `iso` is 2025-10-17 or, with the year open, --10-17; `until` the last day of several."""

    start: int
    end: int
    iso: str
    until: str | None = None


_FEW_DAYS = 7


@dataclass(frozen=True, slots=True)
class Calendar:
    """What an article's own dates settle: the day it was published, or parts of it."""

    year: int | None
    month: int | None
    day: int | None

    def iso(
        self, month: int, day: int, year: int | None = None, *, ahead: bool = False, soon: bool = False
    ) -> str | None:
        """The ISO form, None for a day that its month does not have; a day that would lie after publication belongs to the
        year before unless it is said to come `soon`, and one that the text says lies `ahead`, but would lie before it, to the next."""
        if year is None and self.year is not None:
            year = self.year
            if (
                self.month is not None
                and not (ahead or soon)
                and (month, day) > (self.month, self.day or 31)
                and (month - self.month) * 31 + day - (self.day or 31) > _NEAR
            ):
                year -= 1
            if self.month is not None and ahead and (month, day) < (self.month, self.day or 1):
                year += 1
        if not _exists(year, month, day):
            return None
        return f"{year:04d}-{month:02d}-{day:02d}" if year else f"--{month:02d}-{day:02d}"


def _exists(year: int | None, month: int, day: int) -> bool:
    try:
        date(year or _LEAP, month, day)
    except ValueError:
        return False
    return True


def calendar(text: str, published: str | None, year: int | None) -> Calendar:
    """The calendar of an article from its day of publication (ISO) or, without one, from its dateline and `year`."""
    if published and (m := re.fullmatch(r"([12]\d{3})-(\d\d)-(\d\d)", published)):
        parts = int(m[1]), int(m[2]), int(m[3])
        if _exists(*parts):
            return Calendar(*parts)
    line = _dateline(text)
    if line and _exists(year, int(line["month"]), int(line["day"])):
        return Calendar(year, int(line["month"]), int(line["day"]))
    return Calendar(year, None, None)


def _dateline(text: str) -> re.Match[str] | None:
    return _DATELINE.search(text) if _WIRED.search(text) else None


def wired(text: str, when: Calendar) -> Day | None:
    """The day of the dateline: 〔通讯社〕6月18日电."""
    line = _dateline(text)
    iso = when.iso(int(line["month"]), int(line["day"])) if line else None
    return Day(line.start(), line.end("day") + 1, iso) if line and iso else None


def _is_soon(text: str, m: re.Match[str]) -> bool:
    """Whether a date is said to be that of something still to come."""
    before = max(0, m.start() - _CLAUSE)
    decided = "定" in text[before : m.start()] and _DECIDED.search(text, before, m.start())
    return bool(decided or _SOON.match(text, m.end()))


def days(text: str, when: Calendar) -> list[Day]:
    """Every date in the text; a bare day takes the month of the dateline or of the last date before it, and the month before
    where it would lie after the day of publication."""
    line = _dateline(text)
    month = int(line["month"]) if line else when.month
    found: list[Day] = []
    last: Day | None = None
    for m in matches(_FULL, _START, text):
        if m["month"] and _DATELINE.match(text, m.start("month")):
            month = _number(m["month"])
            continue
        ahead = bool(_AHEAD.search(text, max(0, m.start() - 5), m.start()))
        if m["month"]:
            year = _year(m, when) or (_year_beside(m, found) if when.year is None else None)
            soon = _is_soon(text, m) and 0 <= _number(m["month"]) - (when.month or 0) <= 2
            iso = when.iso(_number(m["month"]), _number(m["day"]), year, ahead=ahead, soon=soon)
            if iso and text.rfind("《", max(0, m.start() - _TITLE), m.start()) <= text.rfind(
                "》", max(0, m.start() - _TITLE), m.start()
            ):
                month = _number(m["month"])  # no month in the title of a law
        elif m["near"]:
            now = when.month
            if now is None:
                continue
            meant = (now - 2) % 12 + 1 if m["near"].startswith("上") else now
            iso = when.iso(meant, _number(m["day"]), when.year if m["near"] == "本月" else None)
        elif month is None:
            continue
        else:
            asked = text.startswith("记者", max(0, m.start() - 2))
            if when.month and (asked or (last and _is_later(last, when) and _PARTED.search(text, last.end, m.start()))):
                # what a reporter, or a new sentence, tells of is past, whatever day to come was named before
                month = when.month
            day = int(m["only"] or m["told"])
            ahead = ahead or text.startswith("将", m.end())
            past = month != when.month or day <= (when.day or 31) or ahead
            meant = month if past else (month - 2) % 12 + 1
            if ahead and meant == when.month and day < (when.day or 1):
                meant = meant % 12 + 1  # 将于3日, written on the 12th
            iso = when.iso(meant, day, ahead=ahead)
        if iso is not None:
            found.append(last := Day(m.start(), m.end(), iso, _until(m, iso)))
    for m in _NUMERIC.finditer(text) if holds(text, _NUMERIC_MARKS) else ():
        if iso := when.iso(int(m["month"]), int(m["day"]), int(m["year"])):
            found.append(Day(m.start(), m.end(), iso))
    deictic = list(matches(_RELATIVE, _DEICTIC, text))
    wire = when.iso(int(line["month"]), int(line["day"])) if line else None
    said = Calendar(int(wire[:4]) if wire[0] != "-" else None, int(wire[-5:-3]), int(wire[-2:])) if wire else when
    found += _relative([m for m in deictic if m["back"]], said)  # 今天 is the day of the dateline
    if said.year and said.month and said.day and holds(text, _WEEK_WORDS):
        today = date(said.year, said.month, said.day)
        monday = today - timedelta(days=today.weekday())
        for m in _WEEKDAY.finditer(text):
            meant_day = monday + timedelta(
                weeks=_WEEKS[m["week"]], days="一二三四五六日天".index(m["at"]) - (m["at"] == "天")
            )
            found.append(Day(m.start(), m.end(), meant_day.isoformat()))
    return _with_same_days(sorted(found, key=lambda d: d.start), [m for m in deictic if m["same"]])


def _is_later(day: Day, when: Calendar) -> bool:
    """Whether a day lies after that of publication."""
    return None not in (when.year, when.day) and day.iso > f"{when.year:04d}-{when.month:02d}-{when.day:02d}"


def _year_beside(m: re.Match[str], found: Sequence[Day]) -> int | None:
    """The year of the date before, where that is a day or a few days away: 2023年11月1日至2日…11月2日."""
    last = found[-1].iso if found else "--"
    if last.startswith("--") or int(last[5:7]) != _number(m["month"]):
        return None
    return int(last[:4]) if abs(int(last[8:]) - _number(m["day"])) <= _FEW_DAYS else None


def _with_same_days(found: list[Day], words: list[re.Match[str]]) -> list[Day]:
    """With 当天, 同日 and 次日, which mean the last day named before them or the one after it."""
    more = []
    for m in words:
        index = bisect_left(found, m.start(), key=lambda d: d.start) - 1
        if index < 0 or m.start() - found[index].end > _FAR:
            continue
        iso = found[index].iso
        if m["same"] in ("次日", "翌日"):
            open_year = iso.startswith("--")
            day = date.fromisoformat(f"{_LEAP}{iso[1:]}" if open_year else iso) + timedelta(days=1)
            iso = f"--{day.month:02d}-{day.day:02d}" if open_year else day.isoformat()
        more.append(Day(m.start(), m.end(), iso))
    return sorted((*found, *more), key=lambda d: d.start)


def _until(m: re.Match[str], iso: str) -> str | None:
    """The last day of 3月8日至9日, in the form of the first; None for a single day or one that does not follow."""
    stated = m["to_day"] or m["to_only"]
    if not stated:
        return None
    month = _number(m["to_month"]) if m["to_month"] else int(iso[-5:-3])
    last = f"{iso[:-5]}{month:02d}-{_number(stated):02d}"
    year = int(iso[:4]) if iso[0] != "-" else None
    return last if last > iso and _exists(year, month, _number(stated)) else None


def _year(m: re.Match[str], when: Calendar) -> int | None:
    """The year that a date states; None where it is to be derived, or cannot be."""
    if m["year"]:
        return int("".join(str(_CHINESE.get(c, c)) for c in m["year"])) or None
    if m["this"] in _YEARS_ON and when.year:
        return when.year + _YEARS_ON[m["this"]]
    return None


def _number(numeral: str) -> int:
    """A month or day in either script: 07, 七, 二十一."""
    if numeral[0] in "0123456789":
        return int(numeral)
    tens, ten, ones = numeral.rpartition("十")
    return (_CHINESE.get(tens, 1) * 10 if ten else 0) + _CHINESE.get(ones, 0)


def _relative(words: list[re.Match[str]], when: Calendar) -> list[Day]:
    """今天, 昨日 and 昨晚, counted from the day of publication or of the dateline."""
    if when.month is None or when.day is None:
        return []
    found = []
    for m in words:
        day = date(when.year or _LEAP, when.month, when.day) - timedelta(days=_BACK[m["back"]])
        iso = day.isoformat() if when.year else f"--{day.month:02d}-{day.day:02d}"
        if when.year or iso != "--02-29" or (when.month, when.day) == (2, 29):  # else 28 or 29 February: no telling
            found.append(Day(m.start(), m.end(), iso))
    return found
