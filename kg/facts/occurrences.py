"""When and where each event of a page took place, and the theme that the page states."""

import re

from kg.facts.gatherings import Gatherings
from kg.facts.venue import place_name
from kg.model import Occurrence
from kg.text.scan import holds

_THEME = re.compile(
    r"(?:会议|大会|活动|论坛|本届|本次|此次|峰会|仪式|展会|博览会)[^，。“]{0,12}以“(?P<a>[^”]{2,40})”为(?:主题|题)"
    r"|(?:会议|大会|活动|论坛|峰会)?的?主题[是为：](?:“(?P<b>[^”]{2,40})”)|以“(?P<c>[^”]{2,40})”为(?:会议|活动|大会|年度)?主题"
)


def theme(events: Gatherings) -> tuple[str, int, int] | None:
    """The stated theme of the main event and the clause that states it."""
    text = events.found.page.text
    for m in _THEME.finditer(text) if holds(text, ("主题", "以“")) else ():
        if events.found.is_read(m.start()):
            group = next(g for g in ("a", "b", "c") if m[g])
            return m[group], m.start(), m.end()
    return None


def occurrences(events: Gatherings) -> tuple[Occurrence, ...]:
    """When and where each event took place."""
    found, page, result = events.found, events.found.page, []
    stated = theme(events)
    for g in events.all:
        start, end = min(g.said[0], g.mentions[0][0]), max(g.said[1], g.mentions[0][1])
        if g.day and found.sentence_at(g.day.start) == found.sentence_at(g.mentions[0][0]):
            start, end = min(start, g.day.start), max(end, g.day.end)
        spans = [page.span(*_trimmed(page.text, start, end))]
        told = stated if g is events.ahead else None
        if told:
            spans.append(page.span(told[1], told[2]))
        result.append(
            Occurrence(
                evidence=tuple(dict.fromkeys(spans)),
                rule=g.rule,
                event=g.name,
                date=_dated(g.name, g.day.iso) if g.day else None,
                until=_dated(g.name, g.day.until) if g.day and g.day.until else None,
                date_as_written=page.text[g.day.start : g.day.end] if g.day else None,
                place=place_name(found, *g.place) if g.place else None,
                theme=told[0] if told else None,
            )
        )
    return tuple(result)


def _dated(event: str, iso: str) -> str:
    """A day of an event; the year that the event's own name states (2025年度工作会议) closes an open one."""
    # 暨2025年某某大赛选拔赛 is held the year before
    year = re.search(r"(?<!\d)(20\d\d)(?:年|(?=[\u4e00-\u9fff]{3}))", event.split("暨")[0])
    return f"{year[1]}-{iso[2:]}" if year and iso.startswith("--") else iso


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " 　，、；。\n）":
        start += 1
    return start, end
