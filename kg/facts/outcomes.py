"""Outcomes: how many of what, brought by which program, as of when.

Needs the page, and the mentions of programs; gives `Outcome`s in order of first mention.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from kg.facts.changed import changing_rate, dated_base
from kg.facts.contests import Contests
from kg.facts.count_words import (
    is_abstract,
    is_attribute,
    is_concrete,
    is_metric,
    is_person,
    words_of,
)
from kg.facts.counted import Counted, clean, noun_after
from kg.facts.counted_before import noun_before
from kg.facts.counted_by import AMOUNTS, EXTENT, SMALL, counted_by
from kg.facts.counted_topic import joined
from kg.facts.counted_topic import topic as said_topic
from kg.facts.outcome_bodies import bodies_of, without_body
from kg.facts.outcome_scope import (
    Change,
    Clause,
    Found,
    brought_by,
    clauses,
    is_norm,
    is_target,
    starts_change,
    starts_with_pronoun,
)
from kg.facts.page_topic import topic
from kg.facts.said_of import given_to_each, present
from kg.facts.shared_counts import shared_before, shared_counts
from kg.facts.stated_period import stated_period
from kg.mentions.ordered import Ordered
from kg.mentions.quantity import Quantity, quantities
from kg.model import Kind, LineRole, Mention, Outcome, Page, Sentence

# From here on, and with more digits than these before its zeros, a number is hardly that of two things of one kind.
_TELLING, _ROUND = Decimal(1000), 2
_MANY = Decimal(50)  # from here on what is counted is no list of points: 解决难题280项
_RANKS = ("位列", "位居", "排名", "排在", "跻身")
_NO_NOUNS = ("方面", "方向", "层面", "维度", "个工作日", "个")
_PART = re.compile(r"其中(?:有|包括|含)?|含|包括")
_EACH = re.compile(r"每(?![年月日天周季届期批]|学[年期])[^，、；]{0,4}$")
# 每人每年3000元助学金: what each of them is given.
_SHARE = re.compile(
    r"每[人生户家校所位](?:每(?:人|生|年|月|学年|学期))?(?:可?给予|可?发放|可领取|可?奖励|补助|补贴|资助)?$"
)
_AID = re.compile(
    r"(?:人民币)?的?[^，。；、的0-9]{0,10}?(?:资助|补助|补贴|奖励|奖金|奖学金|助学金|津贴|奖补|救助金|慰问金|助学款|生活费|学费)"
)
_GIVING = re.compile("标准(?:的|给予|发放|拨付|予以)?|给予|发放|拨付|的")
_FAR_AWAY = re.compile(
    r"(?:距离?(?!缩|拉近)|相距|间距|间隔)[^，、；。：]{0,16}$|(?:以[东南西北]|[东南西北][部侧]|方向)[仅约大近只有]{0,3}$"
)
_VERSUS = re.compile(r"[比较](?:[0-9]{4}年|上年|去年|同期|此前|原来|年初)[^，。；、0-9]{0,6}的$")
_ALSO = re.compile("[、，](?:共计?|合计|总计)?")
_MOVES_UP = re.compile("(?:前移|后移|前进|上升|提升|下降|下滑|跃升)了?\\Z")  # by so many ranks
_LEAD = 12  # characters between a number and the words that tie it to what stands before


def outcomes(page: Page, named: Sequence[Mention] = ()) -> tuple[Outcome, ...]:
    """What a page counts, and of which of the `named` programs and bodies; how many of the named persons there are is no count.

    A heading counts only what no sentence of the body says; the same count twice is one outcome with the evidence of both.
    """
    mentions = sorted((m for m in named if m.kind is Kind.PROGRAM), key=lambda m: (m.start, -m.end))
    bodies = sorted((m for m in named if m.kind is Kind.ORGANIZATION), key=lambda m: (m.start, -m.end))
    contests = Contests.among(page, mentions)
    about = topic(page, mentions)
    people = frozenset(m.end for m in named if m.kind is Kind.PERSON)
    places = [m.start for m in bodies]
    titles = Ordered(m for m in named if m.kind is Kind.DOCUMENT)
    numbers = [n for n in quantities(page.text) if not titles.around(n.start, n.end)]  # “职教20条”
    first = 0
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
        while first < len(numbers) and numbers[first].end <= sentence.start:
            first += 1
        behind = first
        while behind < len(numbers) and numbers[behind].start < sentence.end:
            behind += 1
        if carried and not starts_with_pronoun(page.text, sentence.start, sentence.end):
            carried = []
        if behind > first:
            owners = bodies[bisect_left(places, sentence.start) : bisect_left(places, sentence.end)]
            for outcome in _read(page, sentence, numbers[first:behind], here, carried, contests, about, owners, people):
                if sentence.role is LineRole.HEADING:
                    headings.append(outcome)
                else:
                    _add(found, outcome)
        carried = here or carried
    said = [same[0] for same in found.values()] if headings else []
    units = {(o.value, o.unit) for o in said}
    nouns, endings = {(o.value, o.what) for o in said}, {e for o in said for e in _endings(o)}
    for outcome in headings:  # the body says the same in more words, or in fewer
        same = (outcome.value, outcome.unit) in units or (outcome.value, outcome.what) in endings
        if not same and nouns.isdisjoint(_endings(outcome)):
            _add(found, outcome)
    merged = [_merged(same) if len(same) > 1 else same[0] for same in _once(list(found.values()))]
    return tuple(sorted(merged, key=lambda o: o.evidence[0]))


def _once(groups: list[list[Outcome]]) -> list[list[Outcome]]:
    """The counts of a page, one that says less behind the same one that says more: of when, of which programme, of what exactly."""
    alike: dict[tuple[object, ...], list[list[Outcome]]] = {}
    kept: list[list[Outcome]] = []
    for group in groups:
        one = group[0]
        same = alike.setdefault((one.value, one.modifier, one.unit, one.is_target), [])
        more = next((other for other in same if _says_same(other[0], one)), None)
        if more is None:
            same.append(group)
            kept.append(group)
        else:
            fuller = max((more[0], one), key=lambda o: (len(o.what), o.as_of is not None, len(o.programs)))
            more[0] = replace(
                fuller,
                evidence=more[0].evidence,
                as_of=more[0].as_of or one.as_of,
                programs=more[0].programs or one.programs,
            )
            more += group
    return kept


def _says_same(first: Outcome, second: Outcome) -> bool:
    """Whether two counts of one number are one: 2682万人 of 在校生, and of 中高职在校生 in 2016."""
    if first.as_of != second.as_of and first.as_of and second.as_of:
        return False
    if first.programs != second.programs and first.programs and second.programs:
        return False
    if first.what == second.what:
        return True
    if first.organization != second.organization and first.organization and second.organization:
        return False
    long, short = sorted((first.what, second.what), key=len, reverse=True)
    digits = len(second.value.normalize().as_tuple().digits)
    return second.value >= _TELLING and digits > _ROUND and long.endswith(short)


def _merged(same: Sequence[Outcome]) -> Outcome:
    """One outcome of several that say the same."""
    owner = next((o.organization for o in same if o.organization), None)
    return replace(same[0], organization=owner, evidence=tuple(sorted({e for o in same for e in o.evidence})))


def _add(found: dict[tuple[object, ...], list[Outcome]], outcome: Outcome) -> None:
    count = (outcome.value, outcome.modifier, outcome.unit, outcome.what)
    key = (*count, outcome.programs, outcome.as_of, outcome.is_target)
    found.setdefault(key, []).append(outcome)


def _endings(outcome: Outcome) -> Iterator[tuple[Decimal, str]]:
    """The number with each of the last words of what it counts: 任务 of 重点任务."""
    return ((outcome.value, outcome.what[i:]) for i in range(len(outcome.what)))


def _read(
    page: Page,
    sentence: Sentence,
    numbers: Sequence[Quantity],
    mentions: Sequence[Mention],
    carried: Sequence[Mention],
    contests: Contests,
    about: Mention | None,
    bodies: Sequence[Mention],
    people: frozenset[int],
) -> Iterator[Outcome]:
    """The outcomes of one sentence, of a page that is `about` a programme; `people` are the places where names of persons end."""
    text = page.text
    parts = clauses(text, sentence.start, sentence.end)
    founds = _counts(text, sentence, parts, numbers)
    brought = brought_by(text, parts, founds, mentions, carried) if mentions or carried else {}
    owned = bodies_of(text, parts, founds, bodies) if bodies and founds else {}
    starts = [m.start for m in mentions]
    for found in founds:
        quantity, counted = found.quantity, found.counted
        if counted.end == quantity.start and quantity.start in people:
            continue  # 甲、乙、丙3位
        among = mentions[bisect_left(starts, counted.start) : bisect_right(starts, counted.end)]
        inside = [m for m in among if m.end <= counted.end]
        owner = owned.get((found.clause.start, quantity.start))
        by = inside or brought.get((found.clause.start, quantity.start), []) or contests.counted(text, sentence, found)
        by = by or ([about] if about and sentence.role is LineRole.BODY else [])
        near = [m for m in by if found.clause.start <= m.start < found.clause.end]
        start = min([quantity.start, counted.start, *(m.start for m in near)])
        end = max([quantity.end, counted.end, *(m.end for m in near)])
        yield Outcome(
            evidence=(page.span(start, end),),
            rule=f"outcomes.{found.rule}",
            value=quantity.value,
            modifier=quantity.modifier,
            unit=quantity.unit,
            what=without_body(text, counted, quantity.start, bodies) if owner else counted.what,
            as_written=text[quantity.start : quantity.end],
            programs=tuple(dict.fromkeys(m.name for m in by)),
            organization=owner,
            lower=quantity.lower,
            upper=quantity.upper,
            lower_open=quantity.lower_open,
            upper_open=quantity.upper_open,
            as_of=next(
                (p for start, end in found.when if (p := stated_period(text, start, end, page.published))), None
            ),
            is_target=is_target(text, sentence.start, quantity.start, page.published),
        )


def _counts(text: str, sentence: Sentence, parts: Sequence[Clause], numbers: Sequence[Quantity]) -> list[Found]:
    """Each number of a sentence with what it counts, where that is an outcome."""
    shared, lists = shared_counts(text, parts, numbers)
    founds: list[Found] = []
    change: Change | None = None
    changing: Counted | None = None
    since, earlier = sentence.start, tuple[tuple[int, int], ...]()
    at = 0
    for index, number in enumerate(numbers):
        while at + 1 < len(parts) and parts[at].end <= number.start:
            at += 1
        clause = parts[at]
        following = numbers[index + 1].start if index + 1 < len(numbers) else clause.end
        begin = max(clause.start, numbers[index - 1].end if index else clause.start)
        previous = founds[-1] if founds else None
        when: tuple[tuple[int, int], ...] = ((since, number.start), *earlier)
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
            counted = counted or changing_rate(text, parts, at, change.start)
            changing = counted = None if counted and counted.verbal else counted
            when = ((change.start + 1, number.start),)
            if not change.dated:
                continue  # 从1万亩扩大到2万亩: the second is the outcome
        elif counted is None and (base := dated_base(text, begin, number)) and not base.verbal:
            counted, rule, when = base, "change", ((base.end, number.start),)
            since, earlier = number.end, ((sentence.start, base.start),)  # what follows is no longer of that year
        lead = text[max(begin, number.start - 6) : number.start]
        given = number.kind == "currency" and _SHARE.search(lead) and _AID.match(text, number.end)
        if "每" in text[max(begin, number.start - 12) : number.start] and (each := given_to_each(text, begin, number)):
            counted, rule = each, "each"
        elif given:
            noun = clean(_GIVING.split(given[0].removeprefix("人民币"))[-1])
            counted, rule = Counted(noun, given.end() - len(noun), given.end()), "after"  # 每人发放2000元的求职补贴
        if not (ended or change or given or counted) and _EACH.search(lead):
            continue  # 每投入1元: what the next number is for
        if _VERSUS.search(text, max(begin, number.start - 16), number.start) and _changes(text, number.end):
            continue  # 比2013年的32人激增56%
        if number.kind == "measure" and index and number.start == numbers[index - 1].end:
            continue  # 14台70万千瓦机组
        if number.kind in ("measure", "duration") and _FAR_AWAY.search(
            text, max(begin, number.start - 24), number.start
        ):
            continue  # 距离县城仅60公里
        if counted is None:
            if not change:
                size = numbers[index + 1] if following == number.end and index + 1 < len(numbers) else None
                sized = size.end if size and size.kind == "measure" and number.kind == "thing" else 0
                sized += bool(sized) and text.startswith(EXTENT, sized)  # 3棵6米长的松树
                after = noun_after(text, sized, clause.end) if 0 < sized < clause.end else None  # 14台70万千瓦机组
                # 76名来自5省的教师: the noun stands behind the next number
                stop = clause.end if text.startswith("来自", number.end) else min(clause.end, following)
                by = (after, "after") if after else counted_by(text, number, begin, stop)
                counted, rule = by
            if ended and counted and counted.verbal:
                counted = None
            if counted is None or counted.verbal:
                both = _with_next(text, number, numbers[index + 1], clause.end) if index + 1 < len(numbers) else None
                counted, rule = (both, "after") if both else (counted, rule)
            if (
                (counted is None or (counted.verbal and counted.end <= number.start))
                and previous
                and _of_which(text, clause, number, previous)
            ):
                counted, rule = Counted(previous.counted.what, *_place(number, None)), "topic"
            if counted is None and previous and _follows(text, previous.quantity, number):
                counted, rule = Counted(previous.counted.thing, *_place(number, None)), "topic"  # 医疗队9批24人
            topic = said_topic(text, parts, at, founds, number, counted)
            if topic:
                share = "占比" if number.kind == "ratio" and text.endswith("占", begin, number.start) else ""
                what = joined(topic, counted.what if counted else share)
                counted = Counted(what, *_place(number, counted), change=counted.change if counted else "")
                rule = rule or "topic"
            changing = counted if change else None
        if counted and rule == "before" and number.kind in ("person", "body", "thing"):
            counted = present(text, clause.start, counted)
        if counted is None or not _counts_something(text, number, counted) or is_norm(text, clause, number):
            continue
        if index in lists and counted.start <= number.start and counted.end <= number.end:  # 立项数分别为929项、969项
            shared |= {index + i: counted for i in range(1, lists[index]) if index + i not in shared}
        if index and number.end > counted.end > counted.start:
            counted = _with_threshold(text, numbers[index - 1], counted)
        while rule != "shared" and founds and counted.start < founds[-1].quantity.end <= counted.end < number.end:
            founds.pop()  # 亿元以上 of 亿元以上项目2100个
        founds.append(Found(number, counted, clause, rule, when))
    return founds


def _follows(text: str, previous: Quantity, number: Quantity) -> bool:
    """Whether a number says how many were in those that the one before it counts: 医疗队9批24人, 医疗队395批次、4595人次."""
    if number.start == previous.end:
        return True
    grouped = previous.unit in ("批", "批次", "场", "场次", "期") and number.unit in ("人次", "人", "名")
    return grouped and _ALSO.fullmatch(text, previous.end, number.start) is not None


def _with_next(text: str, number: Quantity, following: Quantity, end: int) -> Counted | None:
    """What a number counts in two units: 培训班 of 3万项、28万场次培训班."""
    both = number.unit != following.unit and {number.kind, following.kind} <= {"thing", "body", "times"}
    if not both or following.start != number.end + 1 or text[number.end] not in "、和" or following.end >= end:
        return None
    return noun_after(text, following.end, end)


def _of_which(text: str, clause: Clause, number: Quantity, previous: Found) -> bool:
    """Whether a number is a part of the one before: 62个项目，其中50个是…; 5家企业获奖，2家被评为…"""
    begin = max(clause.start, previous.quantity.end)
    if number.unit in (None, "%") or number.unit != previous.quantity.unit or number.start - begin > _LEAD:
        return False
    if number.start == clause.start and not clause.fresh and previous.clause != clause:
        return text.startswith(("被", "获", "入选"), number.end)
    if previous.clause != clause and text.startswith("其中", begin):
        return True
    return bool(_PART.fullmatch(text[begin : number.start].strip("，（ ")))


def _with_threshold(text: str, number: Quantity, counted: Counted) -> Counted:
    """5000万元及以上项目, 50亿项目: a sum that stands right before what the next number counts."""
    least = text.endswith(("以上", "以下", "以内"), number.start, number.end)
    acts = counted.verbal or counted.what in words_of("predicate")  # 投入8亿元资助180万
    sized = not acts and (number.kind == "currency" or (number.unit is None and number.kind == ""))
    if counted.start != number.end or not text.startswith(counted.what[:1], number.end) or not (least or sized):
        return counted
    return counted._replace(what=text[number.start : number.end] + counted.what, start=number.start)


def _changes(text: str, position: int) -> bool:
    """Whether a change is said right behind: 激增, 上升了."""
    return any(text[position : position + length] in words_of("change") for length in (1, 2, 3))


def _place(number: Quantity, counted: Counted | None) -> tuple[int, int]:
    return (counted.start, counted.end) if counted else (number.start, number.end)


def _counts_something(text: str, number: Quantity, counted: Counted) -> bool:
    """Whether a count is one of agents, things, money or rates: not of points (三点希望), not a stretch of time."""
    what = counted.what
    limit = number.kind == "person" and text.endswith(("以上", "以下", "以内"), number.start, number.end)
    if limit and counted.start >= number.end and not is_person(what):
        return False  # 56人及以上的大班额
    if number.unit == "位" and _MOVES_UP.search(text, max(0, number.start - 4), number.start):
        return False
    if what in (counted.change, "天"):
        return False  # 同比增长5%, and no word of what
    if number.kind == "duration" and not is_metric(what):
        return False
    if number.kind == "measure" and is_attribute(text, number.start, "" if counted.change else what):
        return False  # 时速350公里
    if number.kind in ("measure", "currency", "ratio") and counted.start >= number.end and what in words_of("norm"):
        return False  # 不超6平方米的规定
    if counted.verbal and (number.kind in ("times", "duration") or len(what) < 2 or what in _RANKS):
        return counted.start >= number.end and len(what) > 1
    if what.startswith(_NO_NOUNS) and not is_person(what):
        return False  # 两个方面; but 32名个人
    if (
        number.kind not in AMOUNTS
        and not counted.verbal
        and number.value < _MANY
        and is_abstract(what)
        and not is_metric(what)
    ):
        return False
    small = number.chinese and number.lower == number.upper and number.value <= SMALL and number.kind != "ratio"
    if small and text[max(0, number.start - 1) : number.start] in ("“", "‘"):
        return False  # “四个一”: the name of a slogan
    if small and number.kind not in ("person", "body"):
        return number.kind == "thing" and is_concrete(what)
    return True
