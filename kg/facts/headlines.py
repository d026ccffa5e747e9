"""Headlines that say in a row who did what at the event below them: 甲宣布开幕 乙 丙出席 丁致辞 戊主持."""

import re
from collections.abc import Iterator

from kg.facts.gatherings import Gatherings
from kg.facts.speakers import People, Person, person, relation
from kg.mentions.found import Found
from kg.model import LineRole, Relation

_ITEM = re.compile("[^ 　\n]+")
_DOES = re.compile(
    "(?:(?P<there>宣布开[幕赛班营]|出席|参加|列席|见证)|(?P<chair>主持)|(?P<speaks>讲话|致[欢贺]?[迎开闭]?[辞词]|发言|[作做][一-鿿]{0,8}(?:报告|讲话|发言|部署|总结)|演讲))"
    "(?P<more>并(?:讲话|致辞|宣布开幕|作[一-鿿]{0,6}(?:报告|讲话)))?(?:开幕式|会议|大会|仪式|论坛|活动)?"
)
_BETWEEN = re.compile("[、和与]?")


def headlines(found: Found, events: Gatherings, people: People) -> Iterator[Relation]:
    """hosts, speaksAt and participatesIn of the headlines of one page."""
    event = events.main
    for sentence in found.page.sentences if event is not None else ():
        if sentence.role is not LineRole.HEADING or not people.within(sentence.start, sentence.end):
            continue
        waiting = list[Person]()
        for item in _ITEM.finditer(found.page.text, sentence.start, sentence.end):
            named = people.within(*item.span())
            does = _DOES.fullmatch(found.page.text, named[-1].end, item.end()) if named else None
            if not named or not _are_all(found.page.text, named, item.start()):
                waiting = []
            elif does is None:
                waiting = [*waiting, *named] if named[-1].end == item.end() else []
            else:
                predicate = "hosts" if does["chair"] else "participatesIn" if does["there"] else "speaksAt"
                for p in (*waiting, *named):
                    assert event is not None
                    for what in (predicate, *(("speaksAt",) if does["more"] else ())):
                        yield relation(found, person(p.name), what, event, p.start, does.end(), "headline")
                waiting = []


def _are_all(text: str, named: list[Person], start: int) -> bool:
    """Whether nothing but marks stands before and between the names of an item that begins at `start`."""
    edges = (start, *(p.end for p in named))
    return all(_BETWEEN.fullmatch(text, edge, p.start) for edge, p in zip(edges, named, strict=False))
