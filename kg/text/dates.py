"""The day a page was published, and by whom, from its source lines and datelines."""

import re
from dataclasses import dataclass
from datetime import date

from kg.text.script import HAN

_DATE = re.compile(
    r"(?<!\d)(?P<year>(?:19[89]|20\d)\d) ?[年\-/.] ?"
    r"(?P<month>1[0-2]|0?[1-9])(?!\d) ?[月\-/.] ?(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)"
)
# 23-07-11 08:07 at the head of a line
_SHORT = re.compile(r"(?P<year>[012]\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>3[01]|[12]\d|0[1-9]) (?=\d\d[:：]\d\d)")
_LABEL = re.compile("(?:发布|发表|发稿|更新|上传|录入|添加|生成|成文|发文|印发)(?:时间|日期|于)|^(?:时间|日期)")
_DATELINE = re.compile(
    rf"(?P<agency>[{HAN}A-Za-z]{{1,12}}?(?:社|网|报|台|客户端|新闻)(?:/[{HAN}]{{2,8}})?)"
    rf" ?(?:[{HAN}]{{2,8}} ?)?(?:新闻)?"
    r"(?:(?P<year>20\d\d)年)?(?P<month>1[0-2]|0?[1-9])月(?P<day>3[01]|[12]\d|0?[1-9])日(?: ?[电讯消])"
)
_WIRED = re.compile("日 ?[电讯消]")  # without this there is no dateline
_PUBLISHER = re.compile(
    r"(?:来源|稿源|转自|来自|发布机构|发布单位|发表人/单位) ?[：:/丨|] ?"
    r"(?P<name>[^，。；：|｜丨\n\[\]【】（）()]{2,40}(?:（[^（）]{2,40}）)?)"
)
# The name ends before the next label of the line.
_WORDS = (
    "作者|编辑|责任编辑|责编|执行编辑|发布时间|发布日期|发布者|发布人|时间|日期|浏览|浏览次数|浏览量|点击|点击数|点击量|点击次数|"
    "阅读|阅读量|阅读次数|访问量|访问次数|审核|字体|字号|分享|打印|我要|供稿|供稿人|供稿单位|撰稿|撰稿人|记者|通讯员|摄影|校对|"
    "审稿|一审|二审|三审|初审|复审|终审|录入|发布|发表日期|属于|出处|栏目|关键词|标签|打印本页|大|中|小"
)
_NEXT_LABEL = re.compile(rf"(?<! ) {{1,40}}+(?:\d{{4}}[-年/.]|(?:{_WORDS})(?: |$|[：:])).*|(?:{_WORDS}) ?[：:].*")
_LAST_LABEL = re.compile(rf"(?:(?<! ) {{1,40}}+)?(?:{_WORDS})$")
_AGENCY = re.compile(f"(?P<name>[{HAN}]{{1,8}}?(?:报社|社|网|报|台|客户端))")
_OWN_REPORT = re.compile(
    rf"[【（(]?(?P<name>(?!本)[{HAN}]{{2,10}}?(?:社|网|报|台|在线))(?:[—-]{{1,2}}[{HAN}]{{2,10}})?(?:讯|消息)[（(： ]"
)

# 新闻网讯: the paper of a school or body that is not named.
_NAMELESS = frozenset(("新闻网", "校园网", "官网", "内网", "门户网", "校报", "电台", "电视台", "校园广播台", "宣传网"))

NEAR = 31
"""A page dated so many days after its dateline still belongs to it; a later one is a copy that carries its own date."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """新华社成都10月30日电: the agency's short name, and the day; the year is seldom there."""

    agency: str
    month: int
    day: int
    year: int | None

    def in_year(self, year: int) -> date | None:
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


def find_dates(line: str) -> list[date]:
    """Full dates in a line, in order."""
    found = []
    short = _SHORT.match(line)
    for match in (*_DATE.finditer(line), *((short,) if short else ())):
        try:
            year = int(match["year"])
            found.append(date(year + 2000 * (year < 100), int(match["month"]), int(match["day"])))
        except ValueError:
            continue
    return found


def is_labelled(line: str) -> bool:
    """发布时间：…"""
    return bool(_LABEL.search(line))


def find_dateline(line: str) -> Dateline | None:
    """The dateline at the start of a paragraph."""
    match = _DATELINE.match(line[:60].lstrip("【[（( 　")) if _WIRED.search(line) else None
    if not match:
        return None
    year = int(match["year"]) if match["year"] else None
    return Dateline(agency_of(match["agency"]), int(match["month"]), int(match["day"]), year)


def agency_of(words: str) -> str:
    """中新网四川新闻 → 中新网"""
    match = _AGENCY.match(words)
    return match["name"] if match else words


def find_own_report(line: str) -> str | None:
    """某某网讯（记者…）: who reports in their own name."""
    match = _OWN_REPORT.match(line)
    return match["name"] if match and match["name"] not in _NAMELESS else None


def find_publisher(line: str) -> str | None:
    """来源：X, without the labels that follow it."""
    match = _PUBLISHER.search(line)
    if not match:
        return None
    name = _LAST_LABEL.sub("", _NEXT_LABEL.sub("", match["name"]))
    name = re.split(r"[ \u3000](?:记者|通讯员|作者)", name)[0].strip(" -—·")
    return name if re.search(f"[{HAN}]", name) else None


_BEFORE_DATE = re.compile(
    rf"(?P<name>[{HAN}]{{2,12}}(?:网|社|报|台|客户端|发布|在线|融媒体?|头条))[ |｜丨]{{1,4}}(?=(?:19|20)\d\d)"
)


def find_outlet(line: str) -> str | None:
    """某某网 2024-01-01: who stands before the date of a source line."""
    match = _BEFORE_DATE.match(line)
    return match["name"] if match else None


def is_open_source(line: str) -> bool:
    """来源： with the name on the next line."""
    return line.rstrip(" ：:").endswith("来源")


def publication_day(stated: list[date], dateline: Dateline | None) -> date | None:
    """The day of publication from the stated dates (best first) and the dateline."""
    if dateline and dateline.year:
        own = dateline.in_year(dateline.year)
        return stated[0] if stated and own and 0 <= (stated[0] - own).days <= NEAR else own
    if not stated:
        return None
    first = stated[0]
    if dateline is None:
        return first
    written = [d for d in (dateline.in_year(first.year), dateline.in_year(first.year - 1)) if d and d <= first]
    if not written:
        return first
    # A copy put up long after: the article is as old as its dateline says, in the year of the copy at the latest.
    return first if (first - written[0]).days <= NEAR else written[0]
