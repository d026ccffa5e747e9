"""Forums: the one of a year is an event, the series a programme.

第四届某论坛在甲市举行，乙大会期间还举办了丙论坛        某大赛、某论坛等品牌活动，某论坛创办于2010年
"""

import re
from collections.abc import Iterable

from kg.mentions.bare_program import Named
from kg.mentions.lexicon import occurrences

_NTH = re.compile("(?:20\\d\\d年?度?|第[一二三四五六七八九十百\\d]{1,4}[届次场]|首届|本届)[一-鿿]{0,6}\\Z")
_LEAD = 12  # characters before the name
_SOON = "(?:将|已|也|还|今[天日]|\\d{1,2}月\\d{1,2}日|\\d{1,2}日|[上下]午|同[日期]|近日|日前|顺利|圆满|成功|隆重|正式|同步){0,4}+"
_HELD = re.compile(
    f"”?(?:（[^（）]{{1,16}}）)?{_SOON}(?:(?:于[^，。；]{{2,14}}?|在[^，。；]{{2,24}}?){_SOON})?(?:举行|举办|召开|开幕|启幕|闭幕|落幕|开讲)(?!的)"
    "|”?(?:上|期间|现场)(?=[，。；、])"
)
_SERIES = re.compile(
    "”?(?:的?发起|创[办立始]|[始起]于|自\\d{4}年|每[年两]|(?:已|先后)?(?:连续|成功)?举办(?:了|过)?[\\d一二三四五六七八九十]{1,3}届)"
)


def without_sessions(text: str, programs: Iterable[Named]) -> list[Named]:
    """The programmes without the forums that are told of only as the one of a year, or as held."""
    named = list(programs)
    series = {
        p.text
        for p in named
        if _is_forum(p) and any(_SERIES.match(text, end) for _, end in occurrences(text, {p.text.removeprefix("全国")}))
    }
    return [p for p in named if p.text in series or not (_is_forum(p) and _is_session(text, p))]


def _is_forum(program: Named) -> bool:
    return program.text.endswith(("论坛", "论坛”"))


def _is_session(text: str, program: Named) -> bool:
    return (
        _NTH.search(text, max(0, program.start - _LEAD), program.start) is not None
        or (_NTH.match(program.text.strip("“”")) is not None and not text.startswith("系列", program.end))
        or _HELD.match(text, program.end) is not None
    )
