"""Outcomes: how many of what, brought by which program, as of when.

Needs the page, and the mentions of programs; gives `Outcome`s in order of first mention.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kg.facts.count_words import is_abstract, is_bare, is_concrete, is_metric, words_of
from kg.facts.counted import Counted, leading_noun, noun_after, noun_before, said_before, verb_after
from kg.facts.outcome_scope import (
    Clause,
    clauses,
    frames,
    goes_on,
    is_target,
    period,
    starts_with_pronoun,
    subject_programs,
)
from kg.facts.shared_counts import shared_items
from kg.mentions.quantity import Quantity, quantities
from kg.model import Kind, LineRole, Mention, Outcome, Page, Sentence

_SMALL = Decimal(10)  # up to here a numeral in characters counts only what is concrete: 六家单位, not 六个方面
_EXTENT = ("处", "外", "高", "深", "宽", "厚", "长", "远", "内", "范")  # 6米处, 300米外: where or how big, not how much
_RANKS = ("位列", "位居", "排名", "排在", "跻身")
_NO_NOUNS = ("方面", "方向", "层面", "维度", "个工作日", "个")
_AMOUNTS = ("ratio", "currency", "measure", "duration")
_CHANGES_TO = re.compile(r"[^，、；。]{0,6}(?:到了?|至|为|成)")
_PART = re.compile(r"其中(?:有|包括|含)?|含|包括")
_EACH = re.compile(r"每(?![年月日天周季])[^，、；]{0,4}$")
_JOINTS = ("、", "和", "及", "与", "以及")


def outcomes(page: Page, programs: Sequence[Mention] = ()) -> tuple[Outcome, ...]:
    """What a page counts. A heading counts only what no sentence of the body says; the same count twice is one outcome
    with the evidence of both."""
    mentions = sorted((m for m in programs if m.kind is Kind.PROGRAM), key=lambda m: (m.start, -m.end))
    found: dict[tuple[object, ...], list[Outcome]] = {}
    headings: list[Outcome] = []
    carried: list[Mention] = []
    cursor = 0
    for sentence in page.sentences:
        if sentence.role not in (LineRole.BODY, LineRole.HEADING):
            continue
        while cursor < len(mentions) and mentions[cursor].end <= sentence.start:
            cursor += 1
        last = cursor
        while last < len(mentions) and mentions[last].start < sentence.end:
            last += 1
        here = mentions[cursor:last]
        if not starts_with_pronoun(page.text, sentence.start, sentence.end):
            carried = []
        for outcome in _read(page, sentence, here, carried):
            if sentence.role is LineRole.HEADING:
                headings.append(outcome)
            else:
                _add(found, outcome)
        carried = here or carried
    said: dict[Decimal, list[Outcome]] = {}
    for outcome, *_ in found.values():
        said.setdefault(outcome.value, []).append(outcome)
    for outcome in headings:
        if not any(_same(outcome, other) for other in said.get(outcome.value, ())):
            _add(found, outcome)
    merged = [
        replace(same[0], evidence=tuple(sorted({e for o in same for e in o.evidence}))) for same in found.values()
    ]
    return tuple(sorted(merged, key=lambda o: o.evidence[0]))


def _add(found: dict[tuple[object, ...], list[Outcome]], outcome: Outcome) -> None:
    count = (outcome.value, outcome.modifier, outcome.unit, outcome.what)
    key = (*count, outcome.programs, outcome.as_of, outcome.is_target)
    found.setdefault(key, []).append(outcome)


def _same(heading: Outcome, body: Outcome) -> bool:
    """Whether a sentence of the body says what a heading says in fewer words."""
    return heading.unit == body.unit or heading.what in body.what or body.what in heading.what


def _read(page: Page, sentence: Sentence, mentions: Sequence[Mention], carried: Sequence[Mention]) -> Iterator[Outcome]:
    """The outcomes of one sentence."""
    text = page.text
    numbers = quantities(text, sentence.start, sentence.end)
    if not numbers:
        return
    parts = clauses(text, sentence.start, sentence.end)
    founds = list(_counts(text, sentence, parts, numbers))
    brought = brought_by(text, parts, founds, mentions, carried) if mentions or carried else {}
    for found in founds:
        quantity, counted = found.quantity, found.counted
        inside = [m for m in mentions if counted.start <= m.start and m.end <= counted.end]
        by = inside or brought.get((found.clause.start, quantity.start), [])
        near = [m for m in by if found.clause.start <= m.start < found.clause.end]
        start = min([quantity.start, counted.start, *(m.start for m in near)])
        end = max([quantity.end, counted.end, *(m.end for m in near)])
        yield Outcome(
            evidence=(page.span(start, end),),
            rule=f"outcomes.{found.rule}",
            value=quantity.value,
            modifier=quantity.modifier,
            unit=quantity.unit,
            what=counted.what,
            as_written=text[quantity.start : quantity.end],
            programs=tuple(dict.fromkeys(m.name for m in by)),
            lower=quantity.lower,
            upper=quantity.upper,
            lower_open=quantity.lower_open,
            upper_open=quantity.upper_open,
            as_of=period(text, sentence.start, quantity.start),
            is_target=is_target(text, sentence.start, quantity.start, page.published),
        )


def _counts(text: str, sentence: Sentence, parts: Sequence[Clause], numbers: Sequence[Quantity]) -> Iterator[Found]:
    """Each number of a sentence with what it counts, where that is an outcome."""
    shared = _shared(text, parts, numbers)
    previous: Found | None = None
    changing: Counted | None = None
    at = 0
    for index, number in enumerate(numbers):
        while at + 1 < len(parts) and parts[at].end <= number.start:
            at += 1
        clause = parts[at]
        following = numbers[index + 1].start if index + 1 < len(numbers) else clause.end
        begin = max(clause.start, numbers[index - 1].end if index else clause.start)
        rule = "shared" if index in shared else ""
        counted = shared.get(index)
        if index + 1 < len(numbers) and _starts_change(text, number, numbers[index + 1]):
            changing = noun_before(text, begin, number.start - 1) if begin < number.start - 1 else None
            continue  # 从1万亩扩大到2万亩: the second is the outcome
        if _EACH.search(text[max(begin, number.start - 6) : number.start]):
            continue  # 每投入1元: what the next number is for
        if counted is None:
            if changing:
                counted, rule, changing = changing, "change", None
            else:
                counted, rule = _counted(text, number, begin, min(clause.end, following))
            if counted is None and previous and _of_which(text, clause, number, previous):
                counted, rule = Counted(previous.counted.what, *_place(number, None)), "topic"
            topic = _topic(text, parts, at, previous, number, counted)
            if topic:
                what = topic + (counted.what if counted else "")
                counted = Counted(what, *_place(number, counted), change=counted.change if counted else "")
                rule = rule or "topic"
        if counted is None or not _counts_something(text, number, counted):
            continue
        previous = Found(number, counted, clause, rule)
        yield previous


def _starts_change(text: str, number: Quantity, following: Quantity) -> bool:
    """Whether a number is where a change starts: 从1万亩扩大到2万亩, 由150万元调整为100万元."""
    return text[max(0, number.start - 1) : number.start] in ("从", "由") and bool(
        _CHANGES_TO.fullmatch(text, number.end, following.start)
    )


def _of_which(text: str, clause: Clause, number: Quantity, previous: Found) -> bool:
    """Whether a number is a part of the one before: 62个项目，其中50个是…"""
    lead = text[max(clause.start, previous.quantity.end) : number.start].strip("，（ ")
    return number.unit == previous.quantity.unit and number.unit is not None and bool(_PART.fullmatch(lead))


def _place(number: Quantity, counted: Counted | None) -> tuple[int, int]:
    return (counted.start, counted.end) if counted else (number.start, number.end)


def _counted(text: str, number: Quantity, begin: int, end: int) -> tuple[Counted | None, str]:
    """The noun behind a number or the one in front of it, and which."""
    behind = text[number.end : number.end + 1]
    if number.kind in _AMOUNTS:
        return _amount(text, number, begin, end, behind)
    skip = behind in ("为", "是", "系")  # 其中6家为民营企业
    after = noun_after(text, number.end + skip, end) if number.end < end and behind != "的" else None
    if after:
        return (_institution(after) if number.kind == "body" else after), "after"
    before = noun_before(text, begin, number.start) if begin < number.start else None
    if number.kind in ("person", "times") or not number.unit:
        verb = verb_after(text, number.end, end)
        weak = before is None or (before.verbal and number.kind != "times")
        if verb and (weak or _sums_up(text, begin, number.start, verb)):
            return verb, "verb"
    if behind == "的" and (before is None or before.verbal):
        possessed = noun_after(text, number.end + 1, end)
        return (possessed, "after") if possessed else (before, "verb")
    if before is None and (said := said_before(text, begin, number.start)):
        return said, "before"
    return before, "verb" if before and before.verbal else "before"


def _amount(text: str, number: Quantity, begin: int, end: int, behind: str) -> tuple[Counted | None, str]:
    """What a rate, a sum of money or a measure is of: as a rule it stands in front (覆盖率达95%, 投资3亿元)."""
    before = noun_before(text, begin, number.start) if begin < number.start else None
    if before and before.what in words_of("predicate") and (after := noun_after(text, number.end, end)):
        return after, "after"  # 投入136亿元资金
    firm = before is not None and (before.change or is_metric(before.what))
    if number.kind == "measure":
        if behind in _EXTENT:
            return (before if firm else None), "before"
    elif behind != "的" and before and not before.verbal and (number.unit or firm):
        return before, "before"
    if number.kind == "ratio" and number.unit and behind != "的":
        return before, "verb" if before and before.verbal else "before"
    after = None if firm else noun_after(text, number.end + (behind == "的"), end)
    if after:
        return after, "after"
    if before is None and number.kind == "currency" and (verb := verb_after(text, number.end, end)):
        return verb, "verb"
    return before, "verb" if before and before.verbal else "before"


def _institution(counted: Counted) -> Counted:
    """高校 of 54所高校领导: what 所 and 家 count is the body, not its people."""
    for word in sorted(words_of("staff"), key=len, reverse=True):
        if counted.what.endswith(word) and len(counted.what) > len(word):
            return replace(counted, what=counted.what.removesuffix(word), end=counted.end - len(word))
    return counted


def _sums_up(text: str, begin: int, end: int, verb: Counted) -> bool:
    """Whether a number of people sums up a list, or those who take part: …的干部、负责人共150余人参会."""
    lead = text[max(begin, end - 40) : end]
    takes_part = verb.what.startswith(tuple(words_of("participation")))
    return lead.endswith(tuple(words_of("totals"))) or (lead.endswith("有") and takes_part)


def _topic(
    text: str, parts: Sequence[Clause], at: int, previous: Found | None, number: Quantity, counted: Counted | None
) -> str:
    """What the clauses before are about, where a clause names but a bare measure: 巩固率, 年均增幅, 同比增长."""
    if at == 0 or (counted is None and number.kind not in ("ratio", "currency", "measure")):
        return ""
    if counted is None and text[parts[at].start : number.start].startswith(("约合", "折合", "相当于")):
        return ""
    if counted and not is_bare(counted.what, whole=number.kind == "ratio"):
        return ""
    for index in range(at - 1, max(-1, at - 4), -1):
        clause = parts[index]
        same = previous is not None and previous.quantity.unit == number.unit
        if previous and previous.clause == clause and (number.kind == "ratio" or counted is None or same):
            return previous.counted.thing
        if topic := leading_noun(text, clause.start, clause.end):
            return topic if 2 <= len(topic) <= 24 else ""
        if parts[index].fresh:
            break
    return ""


def _shared(text: str, parts: Sequence[Clause], numbers: Sequence[Quantity]) -> dict[int, Counted]:
    """The numbers behind 分别, each with its own thing: A、B和C分别达到1%、2%和3%."""
    found: dict[int, Counted] = {}
    index = 0
    for clause in parts:
        while index < len(numbers) and numbers[index].start < clause.start:
            index += 1
        if index >= len(numbers) or numbers[index].start >= clause.end:
            continue
        marker = max(text.rfind(w, clause.start, numbers[index].start) for w in ("分别", "依次"))
        if marker < 0 or numbers[index].start - marker > 12:
            continue
        last = index + 1
        while (
            last < len(numbers)
            and numbers[last].unit == numbers[index].unit
            and text[numbers[last - 1].end : numbers[last].start].strip() in _JOINTS
        ):
            last += 1
        if last - index < 2:
            continue
        items = shared_items(text, clause.start, numbers[index].start, last - index)
        if items:
            found |= {index + offset: item for offset, item in enumerate(items)}
        index = last
    return found


def _counts_something(text: str, number: Quantity, counted: Counted) -> bool:
    """Whether a count is one of agents, things, money or rates: not of points (三点希望), not a stretch of time."""
    what = counted.what
    if number.kind == "duration" and not is_metric(what):
        return False
    if counted.verbal and (number.kind in ("times", "duration") or len(what) < 2 or what in _RANKS):
        return counted.start >= number.end and len(what) > 1
    if what.startswith(_NO_NOUNS):
        return False
    if number.kind not in _AMOUNTS and not counted.verbal and is_abstract(what) and not is_metric(what):
        return False
    small = number.chinese and number.lower == number.upper and number.value <= _SMALL and number.kind != "ratio"
    if small and text[max(0, number.start - 1) : number.start] in ("“", "‘"):
        return False  # “四个一”: the name of a slogan
    if small and number.kind not in ("person", "body"):
        return number.kind == "thing" and is_concrete(what)
    return True
