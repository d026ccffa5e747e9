"""The body that a number belongs to: the subject of its clause (滨江大学现有专业41个), or of a clause before it that goes on."""

import re
from collections.abc import Sequence

from kg.facts.count_words import words_of
from kg.facts.counted import Counted
from kg.facts.outcome_scope import Clause, Found, goes_on
from kg.facts.stated_period import PERIOD
from kg.mentions.lexicon import alternation
from kg.model import Mention

_LEAD = 24  # characters that a period or an adverb may take before the subject of a clause
_AFTER = (
    "的",
    "、",
    "和",
    "与",
    "及",
    "等",
    "以及",
    "联合",
    "携手",
    "党委书记",
    "书记",
    "校长",
    "院长",
    "）",
    "副",
    "军",
    "主任",
    "局长",
    "厅长",
    "所长",
    "发言人",
    "负责人",
    "记者",
)
_WIDER = ("全市", "全省", "全县", "全区", "全国", "各地", "当地")  # a clause that is about more than the body
_OPENS = re.compile(
    r"(?:近日|日前|目前|昨日|今日|当天|据悉|据统计|据介绍|其中|此外|同时|另外|截至目前|至今|而|，| |　)*$"
)
_SAID = re.compile(alternation(words_of("speech")) + r"(?:说|称|道|了)?$")


def bodies_of(
    text: str, parts: Sequence[Clause], founds: Sequence[Found], bodies: Sequence[Mention]
) -> dict[tuple[int, int], str]:
    """The body of each number that has one, by (start of its clause, start of the number)."""
    result: dict[tuple[int, int], str] = {}
    counted: dict[int, list[Found]] = {}
    for found in founds:
        counted.setdefault(found.clause.start, []).append(found)
    holding: str | None = None
    listed = False  # the clause before counted something of the body
    at = 0
    for clause in parts:
        here: list[Mention] = []
        while at < len(bodies) and bodies[at].start < clause.end:
            if bodies[at].start >= clause.start:
                here.append(bodies[at])
            at += 1
        if clause.fresh:
            holding, listed = None, False
        numbers = counted.get(clause.start, [])
        subject = _subject(text, clause, here)
        if subject:
            spoken = _SAID.search(text, max(clause.start, clause.end - 6), clause.end)
            holding = None if spoken else subject.name
        kept = False
        for found in numbers:
            start = min(found.counted.start, found.quantity.start)
            if subject and holding and subject.end <= found.quantity.start:
                name: str | None = holding
            elif subject or holding is None or text.startswith(_WIDER, clause.start):
                name = None
            else:
                lists = listed and start - clause.start <= 1
                name = holding if lists or goes_on(text, clause, start) else None
            if name:
                result[clause.start, found.quantity.start] = name
                kept = True
        if numbers:
            listed = kept
            holding = holding if kept else None
    return result


def without_body(text: str, counted: Counted, end: int, bodies: Sequence[Mention]) -> str:
    """What is counted, before the number at `end`, without the body at its head: 滨江医院|开放床位."""
    head = next((text[b.start : b.end] for b in bodies if b.start == counted.start and b.end <= end), "")
    rest = counted.what.removeprefix(head).lstrip("的")
    return rest if head and len(rest) > 1 and rest != counted.what else counted.what


def _subject(text: str, clause: Clause, bodies: Sequence[Mention]) -> Mention | None:
    """The body with which a clause begins, behind a period or an adverb; not one of several, nor the owner of another."""
    first = bodies[0] if bodies else None
    if first is None or first.start - clause.start > _LEAD:
        return None
    lead = text[clause.start : first.start]
    if lead and not _OPENS.match(PERIOD.sub("", lead)):
        return None
    return None if text.startswith(_AFTER, first.end) else first
