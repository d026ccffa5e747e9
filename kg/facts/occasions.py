"""Events that a clause names only as the occasion of what it tells: 某某大赛启动仪式上，…; 3月18日的某某推进会由甲主持."""

import re
from collections.abc import Iterator

from kg.facts.doers import SINCE
from kg.facts.gathering import Gathering
from kg.facts.gathering_names import same_event
from kg.mentions.event_name import event_name, is_deictic, name_end, names_one
from kg.mentions.found import Found
from kg.model import LineRole, Sentence

OPENS = "at the head of a sentence"
_MEETING = "仪式|典礼|大会|[开闭]幕式|[座商恳]谈会|研讨会|交流会|对接会"
_MARKED = (
    "(?=[^，。；：]{0,40}(?:第[一二三四五六七八九十百\\d]{1,4}[届次]|首届|20\\d\\d|“))"  # which makes a name of 论坛
)
# 某某大赛启动仪式上，: where a sentence begins.
_OPENS_AT = re.compile(
    f"(?P<what>(?:[^，。；：在]{{8,60}}?(?:{_MEETING})|{_MARKED}[^，。；：在]{{6,60}}?(?:论坛|年会|峰会|博览会|发布会|交流周|会议)))(?:上|现场)，"
    f"|(?P<rite>{_MARKED}?[^，。；：在]{{4,50}}?(?:[开闭]幕式|仪式|典礼))(?=由[^，。；由]{{2,60}}主持)"
)
# 3月18日的某某推进会由甲主持; 2月18日下午的某某座谈会上，…
_DATED_AT = re.compile(
    f"(?:\\d[日号]|今天|昨天|当[天日])(?:上午|下午|中午|晚上?)?(?:在[^，。；在的]{{2,20}})?(?:举行|召开|举办)?的(?P<what>[^，。；：的]{{5,40}}?(?:会议|会|论坛|{_MEETING}))"
    "(?=[上中]，|由[^，。；由]{2,60}(?:主持|召集))"
)


def occasions(found: Found, kept: list[Gathering]) -> list[Gathering]:
    """The first further event that a sentence names so, beside those of `kept`."""
    told = (
        g for s in found.page.sentences if s.role is LineRole.BODY and found.is_read(s.start) for g in _named(found, s)
    )
    return [g for g in told if not any(same_event(g.name, k.name) for k in kept)][:1]


def _named(found: Found, sentence: Sentence) -> Iterator[Gathering]:
    text = found.page.text
    begin = SINCE.match(text, sentence.start, sentence.end)
    first = (
        begin.end() + text.startswith("，", begin.end()) if begin and begin.end() > sentence.start else sentence.start
    )
    for m in (_OPENS_AT.match(text, at, sentence.end) for at in sorted({sentence.start, first})):
        if m is not None and _is_name(text[slice(*(span := m.span(m.lastgroup or "what")))]):
            days = found.day_index.within(sentence.start, m.start())
            yield Gathering(text[slice(*span)], (), (span,), days[-1] if days else None, None, None, span, OPENS)
    for m in _DATED_AT.finditer(text, sentence.start, sentence.end):
        name = event_name(m["what"])
        days = found.day_index.within(sentence.start, m.start("what"))
        if days and _is_name(name) and name_end().search(name):
            span = m.end("what") - len(name), m.end("what")
            yield Gathering(name, (), (span,), days[-1], None, None, (days[-1].start, span[1]), "on its day")


def _is_name(name: str) -> bool:
    whole = name.count("“") == name.count("”")
    return whole and event_name(name) == name and not is_deictic(name) and names_one(name)
