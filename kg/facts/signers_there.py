"""Who puts a hand to an agreement at the ceremony that the article tells of was there."""

import re
from bisect import bisect_left

from kg.facts.told import Told
from kg.model import Kind, Ref, Relation

_SIGNING = re.compile("签约|签字|签署|签订|揭牌|[座商会洽恳]谈|大会|会议|论坛|仪式|活动|推介|对接")
# 2016年，甲校长与乙校长签署…: told of as past, or as to come.
_ANOTHER_TIME = re.compile("(?:19|20)\\d\\d年|去年|前年|此前|早在|曾|日后|将于|今后|上个?月")

_FAR = 200  # characters before a signing in which its time is told


def was_there(told: Told, signed: Relation) -> Relation | None:
    """participatesIn of a person of whom a relation says that they signed with their own hand."""
    if signed.subject.kind is not Kind.PERSON or signed.predicate != "signs":
        return None
    page = told.found.page
    at = bisect_left(page.offsets, signed.evidence[0].start)
    sentence = told.found.sentence_at(at)
    event = told.events.current(at)
    if event is None or sentence is None or not _SIGNING.search(event.name):
        return None
    left = max(sentence.start, at - _FAR)
    days = told.found.day_index.within(left, at)
    if days and event.day and days[-1].iso != event.day.iso:
        return None
    if not days and _ANOTHER_TIME.search(page.text, left, at):
        return None
    return Relation(
        signed.evidence, "signed at the event", signed.subject, "participatesIn", Ref(Kind.EVENT, event.name)
    )
