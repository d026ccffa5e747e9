"""Two events told in one breath: 甲会议和乙座谈会."""

import re

from kg.mentions.event_name import ends_name, event_name, is_deictic

_JOINS = re.compile("[和、与]|以及")
# 第四届甲博览会和第九届乙旅游节新闻发布会 is one press conference.
_FOR_BOTH = re.compile("(?:发布会|通气会|说明会|[开闭]幕式|启动仪式|推介会)\\Z")
_SECOND = re.compile("(?:博览会|交易会|洽谈会|论坛|节|展|赛|[运峰大年]会|[博贸洽交]会)(?:新闻)?\\Z")
_FAIR = re.compile("(?:博览会|交易会|洽谈会|论坛|节|展|赛|运会|[博贸洽交]会)\\Z")


# 举行两场仪式：甲签约仪式，以及乙启动仪式
_AND_ANOTHER = re.compile("，以及(?P<name>[^，。；：！？\n]{6,50})(?=[。；！？\n]|\\Z)")


def and_another(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The event that a clause of its own behind 以及 adds to the one that ends at `start`."""
    m = _AND_ANOTHER.match(text, start, end)
    named = m is not None and ends_name(text, *m.span("name")) and not is_deictic(event_name(m["name"]))
    return [m.span("name")] if m and named else []


def each_event(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The names in [start, end): 甲会议和乙座谈会 are two events."""
    each = []
    for m in _JOINS.finditer(text, start, end):
        if (
            ends_name(text, start, m.start())
            and not is_deictic(text[m.end() : end])
            and len(event_name(text[start : m.start()])) > (4 if m.group() == "以及" else 5)
            and not (
                (both := _FOR_BOTH.search(text, m.end(), end))
                and _FAIR.search(text, start, m.start())
                and _SECOND.search(text, m.end(), both.start())
            )
        ):
            each.append((start, m.start()))
            start = m.end()
    return [*each, (start, end)]
