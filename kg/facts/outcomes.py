"""Outcomes: how many of what, brought by which program, as of when.

Needs the page, and the mentions of programs; gives `Outcome`s in order of first mention.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from kg.facts.count_words import is_abstract, is_attribute, is_bare, is_concrete, is_metric, is_place, words_of
from kg.facts.counted import Counted, leading_noun, noun_after, verb_after
from kg.facts.counted_before import noun_before, said_before
from kg.facts.outcome_scope import (
    Change,
    Clause,
    Found,
    brought_by,
    clauses,
    is_norm,
    is_target,
    period,
    starts_change,
    starts_with_pronoun,
)
from kg.facts.shared_counts import shared_before, shared_counts
from kg.mentions.quantity import Quantity, quantities
from kg.model import Kind, LineRole, Mention, Outcome, Page, Sentence

_POLITE = ("名", "位", "员")  # units of people that a noun follows: 30名由学校选派的教师, not 30人在…
_SMALL = Decimal(10)  # up to here a numeral in characters counts only what is concrete: 六家单位, not 六个方面
_MANY = Decimal(50)  # from here on what is counted is no list of points: 解决难题280项
_EXTENT = ("处", "外", "高", "深", "宽", "厚", "长", "远", "内", "范")  # 6米处, 300米外: where or how big, not how much
_RANKS = ("位列", "位居", "排名", "排在", "跻身")
_NO_NOUNS = ("方面", "方向", "层面", "维度", "个工作日", "个")
_AMOUNTS = ("ratio", "currency", "measure", "duration")
_PART = re.compile(r"其中(?:有|包括|含)?|含|包括")
_EACH = re.compile(r"每(?![年月日天周季])[^，、；]{0,4}$")
_LEAD = 12  # characters between a number and the words that tie it to what stands before


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
    bodies = [same[0] for same in found.values()] if headings else []
    units = {(o.value, o.unit) for o in bodies}
    nouns, endings = {(o.value, o.what) for o in bodies}, {e for o in bodies for e in _endings(o)}
    for outcome in headings:  # the body says the same in more words, or in fewer
        same = (outcome.value, outcome.unit) in units or (outcome.value, outcome.what) in endings
        if not same and nouns.isdisjoint(_endings(outcome)):
            _add(found, outcome)
    merged = [
        replace(same[0], evidence=tuple(sorted({e for o in same for e in o.evidence}))) if len(same) > 1 else same[0]
        for same in found.values()
    ]
    return tuple(sorted(merged, key=lambda o: o.evidence[0]))


def _add(found: dict[tuple[object, ...], list[Outcome]], outcome: Outcome) -> None:
    count = (outcome.value, outcome.modifier, outcome.unit, outcome.what)
    key = (*count, outcome.programs, outcome.as_of, outcome.is_target)
    found.setdefault(key, []).append(outcome)


def _endings(outcome: Outcome) -> Iterator[tuple[Decimal, str]]:
    """The number with each of the last words of what it counts: 任务 of 重点任务."""
    return ((outcome.value, outcome.what[i:]) for i in range(len(outcome.what)))


def _read(page: Page, sentence: Sentence, mentions: Sequence[Mention], carried: Sequence[Mention]) -> Iterator[Outcome]:
    """The outcomes of one sentence."""
    text = page.text
    numbers = quantities(text, sentence.start, sentence.end)
    if not numbers:
        return
    parts = clauses(text, sentence.start, sentence.end)
    founds = list(_counts(text, sentence, parts, numbers))
    brought = brought_by(text, parts, founds, mentions, carried) if mentions or carried else {}
    starts = [m.start for m in mentions]
    for found in founds:
        quantity, counted = found.quantity, found.counted
        among = mentions[bisect_left(starts, counted.start) : bisect_right(starts, counted.end)]
        inside = [m for m in among if m.end <= counted.end]
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
            as_of=next((p for start, end in found.when if (p := period(text, start, end))), None),
            is_target=is_target(text, sentence.start, quantity.start, page.published),
        )


def _counts(text: str, sentence: Sentence, parts: Sequence[Clause], numbers: Sequence[Quantity]) -> Iterator[Found]:
    """Each number of a sentence with what it counts, where that is an outcome."""
    shared, lists = shared_counts(text, parts, numbers)
    founds: list[Found] = []
    change: Change | None = None
    changing: Counted | None = None
    at = 0
    for index, number in enumerate(numbers):
        while at + 1 < len(parts) and parts[at].end <= number.start:
            at += 1
        clause = parts[at]
        following = numbers[index + 1].start if index + 1 < len(numbers) else clause.end
        begin = max(clause.start, numbers[index - 1].end if index else clause.start)
        previous = founds[-1] if founds else None
        when: tuple[tuple[int, int], ...] = ((sentence.start, number.start),)
        counted, rule = shared.get(index), "shared" if index in shared else ""
        if index in lists:
            shared |= shared_before(text, clause, numbers[index : index + lists[index]], index, founds)
            counted, rule = shared.get(index), "shared" if index in shared else ""
        ended, change = change, None
        if index + 1 < len(numbers):
            change = starts_change(text, begin, number, numbers[index + 1])
        if ended:
            counted, rule = changing, "change"
            when = ((numbers[index - 1].end, number.start), (sentence.start, ended.start))
        elif change:
            counted, rule = noun_before(text, begin, change.start) if begin < change.start else None, "change"
            changing = counted = None if counted and counted.verbal else counted
            when = ((change.start + 1, number.start),)
            if not change.dated:
                continue  # 从1万亩扩大到2万亩: the second is the outcome
        if _EACH.search(text[max(begin, number.start - 6) : number.start]) and not (ended or change):
            continue  # 每投入1元: what the next number is for
        if counted is None:
            if not change:
                counted, rule = _counted(text, number, begin, min(clause.end, following))
            if ended and counted and counted.verbal:
                counted = None
            if counted is None and previous and _of_which(text, clause, number, previous):
                counted, rule = Counted(previous.counted.what, *_place(number, None)), "topic"
            topic = _topic(text, parts, at, previous, number, counted)
            if topic:
                what = topic + (counted.what if counted else "")
                counted = Counted(what, *_place(number, counted), change=counted.change if counted else "")
                rule = rule or "topic"
            changing = counted if change else None
        if counted is None or not _counts_something(text, number, counted) or is_norm(text, clause, number):
            continue
        founds.append(Found(number, counted, clause, rule, when))
        yield founds[-1]


def _of_which(text: str, clause: Clause, number: Quantity, previous: Found) -> bool:
    """Whether a number is a part of the one before: 62个项目，其中50个是…"""
    begin = max(clause.start, previous.quantity.end)
    if number.unit is None or number.unit != previous.quantity.unit or number.start - begin > _LEAD:
        return False
    return bool(_PART.fullmatch(text[begin : number.start].strip("，（ ")))


def _place(number: Quantity, counted: Counted | None) -> tuple[int, int]:
    return (counted.start, counted.end) if counted else (number.start, number.end)


def _counted(text: str, number: Quantity, begin: int, end: int) -> tuple[Counted | None, str]:
    """The noun behind a number or the one in front of it, and which."""
    behind = text[number.end : number.end + 1]
    if number.kind in _AMOUNTS:
        return _amount(text, number, begin, end, behind)
    skip = behind in ("为", "是", "系")  # 其中6家为民营企业
    people = number.kind == "person"
    described = not people or number.unit in _POLITE
    after = noun_after(text, number.end + skip, end, described) if number.end < end and behind != "的" else None
    if after:
        return (_institution(after) if number.kind == "body" else after), "after"
    possessed_by = text[max(begin, number.start - 1) : number.start] == "的"  # 来自各国的8000件
    before = noun_before(text, begin, number.start, people) if begin < number.start and not possessed_by else None
    if before and before.verbal and before.what in words_of("reach"):
        reached = noun_before(text, begin, before.start) if begin < before.start else None
        if reached and not reached.verbal:
            return replace(reached, end=before.end), "before"  # 签约服务覆盖287万人
    if before and before.verbal and before.what in words_of("participation"):
        taking = noun_before(text, begin, before.start) if begin < before.start else None
        if taking and not taking.verbal and before.start - taking.end < 2:
            what = taking.what + text[taking.end : before.end]
            return replace(before, what=what, start=taking.start, verbal=False), "before"  # 困难人员就业
    if number.kind in ("person", "times") or not number.unit:
        verb = verb_after(text, number.end, end)
        weak = before is None or (before.verbal and number.kind != "times")
        if verb and (weak or _sums_up(text, begin, number.start, verb)):
            return verb, "verb"
    if behind == "的" and (before is None or before.verbal):
        possessed = noun_after(text, number.end + 1, end)
        return (possessed, "after") if possessed else (before, "verb")
    if before and is_place(before.what):
        before = None  # 河南4个地市
    if before is None and not possessed_by and (said := said_before(text, begin, number.start)):
        return said, "before"
    return before, "verb" if before and before.verbal else "before"


def _amount(text: str, number: Quantity, begin: int, end: int, behind: str) -> tuple[Counted | None, str]:
    """What a rate, a sum of money or a measure is of: as a rule it stands in front (覆盖率达95%, 投资3亿元)."""
    lead = text[max(begin, number.start - 1) : number.start]
    if lead == "以" and number.kind == "currency":
        return None, ""  # 以8000万美元收购: a price
    before = noun_before(text, begin, number.start) if begin < number.start else None
    if lead == "的" and before and not is_metric(before.what) and (after := noun_after(text, number.end, end)):
        return after, "after"  # 卡上的9900元学费
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
    after = None if firm else noun_after(text, number.end + (behind == "的"), end, plain=behind != "的")
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
    if counted and counted.change == counted.what and previous and previous.clause == parts[at]:
        return previous.counted.thing if text.startswith("）", previous.quantity.end) else ""  # 零售额（90亿元）增长
    if at == 0 or (counted is None and number.kind not in ("ratio", "currency", "measure")):
        return ""
    if counted is None and text.startswith(("约合", "折合", "相当于"), parts[at].start, number.start):
        return ""
    if counted is None and (not number.unit or (number.kind == "measure" and text.startswith(_EXTENT, number.end))):
        return ""  # 其中三分之一留在…
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


def _counts_something(text: str, number: Quantity, counted: Counted) -> bool:
    """Whether a count is one of agents, things, money or rates: not of points (三点希望), not a stretch of time."""
    what = counted.what
    if what in (counted.change, "天"):
        return False  # 同比增长5%, and no word of what
    if number.kind == "duration" and not is_metric(what):
        return False
    if number.kind == "measure" and is_attribute(text, number.start, "" if counted.change else what):
        return False  # 时速350公里
    if counted.verbal and (number.kind in ("times", "duration") or len(what) < 2 or what in _RANKS):
        return counted.start >= number.end and len(what) > 1
    if what.startswith(_NO_NOUNS):
        return False
    if (
        number.kind not in _AMOUNTS
        and not counted.verbal
        and number.value < _MANY
        and is_abstract(what)
        and not is_metric(what)
    ):
        return False
    small = number.chinese and number.lower == number.upper and number.value <= _SMALL and number.kind != "ratio"
    if small and text[max(0, number.start - 1) : number.start] in ("“", "‘"):
        return False  # “四个一”: the name of a slogan
    if small and number.kind not in ("person", "body"):
        return number.kind == "thing" and is_concrete(what)
    return True
