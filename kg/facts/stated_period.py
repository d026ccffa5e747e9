"""The period that a number holds for, as a sentence states it, and its ISO form where the year is known.

2024年9月 → 2024-09; 今年上半年, on a page of 2025, → 2025-01/2025-06; “十四五”期间 and 五年来 stay as they are written.
"""

import re
from datetime import date

from kg.text.scan import matches

_YEAR = r"(?:1[89]|20)[0-9]{2}年"
_SAID = r"今年|去年|上年(?!结)|前年|明年|当年|本年度?"
_TO = r"(?:至|到|[—–~～-]{1,2})"
_NUMBER = r"[0-9一二两三四五六七八九十]{1,3}"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_MONTHS = rf"{_MONTH}月?(?:份)?{_TO}{_MONTH}月(?:份)?|前{_NUMBER}个?月"
_DAY = rf"{_MONTH}月(?:[0-9]{{1,2}}[日号](?![线院楼])|底|末|份|上旬|中旬|下旬)?"
_PART = (
    rf"(?:[上下]半年|前[一二三]季度|第?[一二三四1-4]季度|首季度?|{_MONTHS}|{_DAY}|"
    r"年?底|年?末|年?初|度|全年|[春夏秋冬]季|春节|暑期|国庆(?:节|假期)?)"
)
_POINT = (
    rf"(?:(?:{_YEAR}|(?<![0-9])20[0-9]{{2}}(?=[—–~～-]{{1,2}}20[0-9]{{2}}年)|{_SAID}){_PART}?|"
    rf"[上下]半年|前?[一二三四]季度|首季度?|{_MONTHS}|{_DAY})"
)
_PLAN = r"[“‘]?(?:十[一二三四五]|[一二])五[”’]?(?:时期|期间|以来|末|规划期)"
PERIOD = re.compile(
    rf"(?<![与比较同和占超0-9一二三四五六七八九十—–~～-])"
    rf"(?:(?:截至|截止到?|自|从)?(?:{_POINT})(?:{_TO}{_POINT})?|{_PLAN}"
    r"|[近过]?去?[一二两三四五六七八九十]{1,3}年来|近?[0-9]{1,2}年来|近[一二两三四五六七八九十0-9]{1,2}年|党的(?:十[八九]|二十)大以来"
    r"|截至(?:目前|昨[日天]|今[日天]))"
    r"(?:以来|以后|止|期间|间)?(?!电|讯|消息|报道|相比|同期|前|持平)(?:(?<=[日号年])|(?![0-9]))"
)
# Where a period may begin.
_SINCE = re.compile(
    r"[截党自从0-9今去上前明当本下首近过一二两三四五六七八九十“‘](?:(?<=[截党])|(?=[^，；。]{0,12}[年月季五]))"
)
_COMPARED = re.compile(r"(?:[与较]|比(?![重例值如])|高于|低于|超过)(?:[^，。；、0-9]{0,6}|[^，。；、]{2,8}、)$")
_SPOKEN = re.compile(r"介绍|表示|获悉|了解到|公布|发布|通报|透露|指出|消息|说(?=[，：])")
# 现 by itself, not in 实现, 体现, 展现, 现金, 现场.
_NOW = re.compile(r"目前|如今|现在|(?<![实体展呈涌出表发兑再重闪浮])现(?![金场代象实状役行任货])")
_AHEAD = ("将", "将于", "将在")  # right before the day on which something begins
_ONWARDS = re.compile(r"[^，。；：、0-9]{1,10}以来")
_BECOMES = re.compile("(?:提高|提升|上升|增长|增加|扩大|发展|跃升|攀升|下降|降低|减少|缩短|压缩|回落|降)(?:到|至|为)")
_REACH = 160  # characters before a number in which its period may stand

_DATED = re.compile(
    rf"(?:截至|截止到?|自|从)?(?:(?P<year>(?:1[89]|20)[0-9]{{2}})年?|(?P<said>{_SAID}))?"
    rf"(?:(?P<first>{_MONTH})月?份?(?:(?P<day>[0-9]{{1,2}})[日号])?(?:{_TO}(?P<last>{_MONTH})月份?(?:(?P<until>[0-9]{{1,2}})[日号])?"
    rf"|{_TO}(?P<only>[0-9]{{1,2}})[日号])?(?<=[月日号份])(?:底|末|初|[上中下]旬)?"
    rf"|前(?P<months>{_NUMBER})个?月|(?P<half>[上下])半年|第?(?P<quarter>[一二三四1-4])季度|首季度?|前(?P<quarters>[一二三])季度"
    rf"|{_TO}(?P<later>(?:1[89]|20)[0-9]{{2}})年|全年|度|(?P<end>年?[底末]))?(?P<since>以来)?[止间]?"
)
_BACK = {"今年": 0, "本年": 0, "本年度": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1}
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2}


def stated_period(text: str, start: int, position: int, published: str | None = None) -> str | None:
    """The last period stated between the beginning of a sentence and a number, none that the number is compared with."""
    last = None
    for match in matches(PERIOD, _SINCE, text, max(start, position - _REACH), position):
        compared = _COMPARED.search(text, max(start, match.start() - 10), match.start())
        if not (compared or _in_title(text, match.end(), position) or _is_left(text, match, position)):
            last = match
    if last is None or _NOW.search(text, last.end(), position) or text.endswith(_AHEAD, 0, last.start()):
        return None  # 成立于1958年，现有41个频道; 将从5月6日起在23个城市展开
    if last[0].endswith(("日", "号")) and not last[0].startswith("截") and _SPOKEN.search(text, last.end(), position):
        return None  # 5月17日，省教育厅厅长介绍: the day on which it was said
    since = last[0][0] in "自从" and _ONWARDS.match(text, last.end(), position)  # 自2008年创办以来
    return resolved(last[0] + "以来" if since else last[0], published)


def _in_title(text: str, end: int, position: int) -> bool:
    """Whether a period is part of the title of a document: 《某某行动计划（2024—2026年）》."""
    closing = text.find("》", end, position)
    return closing >= 0 and text.find("《", end, closing) < 0


def _is_left(text: str, period: re.Match[str], position: int) -> bool:
    """Whether the number is what a value of that period has become: 由2017年的68%提高到82.6%."""
    began = text[period.start() - 1 : period.start()] in ("由", "从") or period[0][0] in "从自"
    return began and text[period.end()] == "的" and _BECOMES.search(text, period.end(), position) is not None


def resolved(stated: str, published: str | None) -> str:
    """The ISO form of a period (2024-09, 2025-01/2025-06), reckoned from the day of publication; as written otherwise.

    >>> resolved("去年", "2025-10-22")
    '2024'
    """
    match = _DATED.fullmatch(stated)
    if match is None or not stated:
        return stated
    year = _year(match, published)
    if year is None:
        return stated
    if match["later"]:
        return f"{year}/{match['later']}"
    first, last = _span(match)
    if not first:
        return stated
    if match["day"]:
        begin = _day(year, first, int(match["day"]))
        until = match["until"] or match["only"]
        end = _day(year, last, int(until)) if until else begin
        if begin is None or end is None or end < begin:
            return stated
        if match["since"] and published and len(published) == len(begin):
            return f"{begin}/{published}"
        return begin if begin == end else f"{begin}/{end}"
    if match["since"]:
        return f"{year}-{first:02d}-01/{published}" if published and len(published) == 10 else stated
    if (first, last) == (1, 12):
        return str(year)
    return f"{year}-{first:02d}" if first == last else f"{year}-{first:02d}/{year}-{last:02d}"


def _year(match: re.Match[str], published: str | None) -> int | None:
    """The year stated; of a bare 上半年 or 9月 the last one that is over, or begun, on the day of publication."""
    if match["year"]:
        return int(match["year"])
    if not published or not re.fullmatch(r"[12][0-9]{3}(?:-[01][0-9](?:-[0-3][0-9])?)?", published):
        return None
    now = int(published[:4])
    if match["said"]:
        return now + _BACK[match["said"]] if match["said"] in _BACK else None
    if len(published) < 7 or match["later"]:
        return None
    first, last = _span(match)
    month = int(published[5:7])
    if (first, last) == (1, 12):
        return None
    begun = first <= month if first == last else last <= month
    return now if begun else now - 1


def _span(match: re.Match[str]) -> tuple[int, int]:
    """The first and the last month, (0, 0) where there is no such month."""
    if match["first"]:
        first = _number(match["first"])
        last = _number(match["last"]) if match["last"] else first
        return (first, last) if last >= first else (0, 0)
    if match["months"]:
        last = _number(match["months"])
        return (1, last) if 1 <= last <= 12 else (0, 0)
    if match["half"]:
        return (1, 6) if match["half"] == "上" else (7, 12)
    if match["quarter"]:
        quarter = _number(match["quarter"])
        return 3 * quarter - 2, 3 * quarter
    if match["quarters"]:
        return 1, 3 * _number(match["quarters"])
    if "首季" in match[0]:
        return 1, 3
    if match["end"]:
        return 12, 12
    return 1, 12


def _number(numeral: str) -> int:
    if numeral[0] in "0123456789":
        return int(numeral)
    tens, ten, ones = numeral.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
