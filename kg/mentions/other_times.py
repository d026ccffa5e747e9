"""Words by which an event lies at another time than what the sentence before, or the article, tells of.

自2月开幕以来，某某节举办了〔名称〕        支持某国明年举办〔名称〕        期待即将召开的〔名称〕        成功举办2010年〔名称〕
"""

import re

from kg.mentions.date import Day

_OTHER = re.compile(
    "以来|(?:明|后|去|前|往|历)年|下[个半]?[月年周届]|上[个半]?[月年周届]|即将|将要|曾|此前|期待|预祝|"
    "(?:支持|欢迎|祝贺|感谢|愿同?|希望|邀请|推动|争取|申请|同意|商定)[^，。；]{0,20}?(?:召开|举行|举办|主办|承办)"
)
# 甲强调，今年7月，〔名称〕召开: what somebody says of it on another day.
_SAYS = re.compile("(?:表示|指出|强调|认为|谈到|回顾说?|(?<![据传宣声号简自])[说称])[，：](?!这是)")
_GOES = re.compile("离开|离京|启程|动身|乘[^，。；]{0,4}(?:专机|包机|飞机|专列|列车)|抵达|抵离")
_YEAR = re.compile("(?<!\\d)(?P<year>(?:19|20)\\d\\d)年")
_APART = 2  # years; a meeting on one year's work is held at its end or in the next


def elsewhen(text: str, start: int, end: int) -> bool:
    """Whether the words in [start, end) put what stands there at another time."""
    return _OTHER.search(text, start, end) is not None


def in_words(text: str, start: int, end: int) -> bool:
    """Whether what stands at `end` is part of what somebody is said to say behind `start`."""
    clause = max(text.rfind("。", start, end), text.rfind("；", start, end), start)
    return _SAYS.search(text, clause, end) is not None


def on_the_way(text: str, start: int, end: int) -> bool:
    """Whether somebody leaves or arrives between a day and the event: 26日离京，赴某国出席〔名称〕."""
    return _GOES.search(text, start, end) is not None


def of_its_year(name: str, day: Day) -> bool:
    """Whether a day may be that of an event whose name states a year."""
    m = _YEAR.search(name)
    return m is None or day.iso.startswith("--") or abs(int(m["year"]) - int(day.iso[:4])) < _APART
