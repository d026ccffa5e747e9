"""Things that share a list of numbers: A、B和C分别达到93.5%、98.47%和64.25%."""

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.facts.count_words import cut, is_metric, words_of
from kg.facts.counted import Counted, clean
from kg.facts.counted_before import noun_before
from kg.facts.outcome_scope import Clause, Found
from kg.mentions.quantity import Quantity

_JOINTS = ("、", "和", "及", "与", "以及")
_EACH_ITS_OWN = ("分别", "依次")
_VERSUS = re.compile(r"[比较](?=[0-9上去前同今年])[^，。；]{1,10}[和、与及]")  # 利率比2月和上年同期分别低24个和46个基点
_SINCE = re.compile(r"[比较](?=[0-9上去前同今年])[^，、；。和与及]{1,10}$")
_IS_SO = re.compile("(?:[为是]|达到?)\\Z")
_TIME = re.compile("[去今前上]年|[上下]半年|\\d{1,4}[年月]")
_FAR = 80  # characters between a list of numbers and the counts that it goes on about


def shared_counts(
    text: str, parts: Sequence[Clause], numbers: Sequence[Quantity]
) -> tuple[dict[int, Counted], dict[int, int]]:
    """The numbers behind 分别, each with its own thing: A、B和C分别达到1%、2%和3%; and, by the index of the first, the
    lengths of the lists whose things stand in a clause before: 同比分别增长15%和18%."""
    found: dict[int, Counted] = {}
    bare: dict[int, int] = {}
    index = 0
    if len(numbers) < 2:
        return found, bare
    for clause in parts:
        while index < len(numbers) and numbers[index].start < clause.start:
            index += 1
        if index >= len(numbers) or numbers[index].start >= clause.end:
            continue
        marker = max(text.rfind(w, clause.start, numbers[index].start) for w in _EACH_ITS_OWN)
        apart = marker >= 0 and numbers[index].start - marker <= 12
        if not apart and numbers[index].kind != "ratio":
            continue
        last = index + 1
        while (
            last < len(numbers)
            and numbers[last].unit == numbers[index].unit
            and _joint(text[numbers[last - 1].end : min(numbers[last].start, numbers[last - 1].end + 6)])
        ):
            last += 1
        if last - index < 2:
            continue
        is_so = (
            None if apart else _IS_SO.search(text, max(clause.start, numbers[index].start - 3), numbers[index].start)
        )
        items = None
        if apart or is_so:
            items = shared_items(text, clause.start, numbers[index].start, last - index, is_so.start() if is_so else -1)
        if items:
            found |= {index + offset: item for offset, item in enumerate(items)}
        else:
            bare[index] = last - index
        index = last
    return found, bare


def _joint(text: str) -> bool:
    """Whether the words between two numbers join them: 和, 、, 和增长."""
    text = text.strip()
    return text in _JOINTS or (text[:1] in _JOINTS and text[1:] in words_of("change"))


def _own_change(text: str, number: Quantity) -> str:
    """增长 of 分别下降2.1%和增长1.5%, where the number at the end of a list changes otherwise."""
    lead = text[max(0, number.start - 3) : number.start]
    return lead[1:] if lead[:1] in _JOINTS and lead[1:] in words_of("change") else ""


def shared_before(
    text: str, clause: Clause, numbers: Sequence[Quantity], index: int, founds: Sequence[Found]
) -> dict[int, Counted]:
    """What the numbers of a list share with as many counts in the clauses before: 接待游客…、实现收入…，同比分别增长15%和18%."""
    said = founds[-len(numbers) :]
    if len(said) < len(numbers):
        return {}
    lead = text[clause.start : numbers[0].start]
    compared = next((w for w in ("同比", "环比") if w in lead), "")
    if lead.strip().endswith("分别占"):
        tail = "占比"
        if said[0].quantity.unit != said[-1].quantity.unit or said[-1].quantity.end > clause.start:
            return {}
        return {
            index + i: Counted(f.counted.thing + tail, number.start, number.end)
            for i, (f, number) in enumerate(zip(said, numbers, strict=True))
        }
    before = noun_before(text, clause.start, numbers[0].start, rate=numbers[0].kind == "ratio")
    if before is None or (before.what != before.change and not before.what.startswith("占")):
        return {}
    tail = compared + (before.change or before.what).removeprefix("同期").removeprefix(compared)
    if clause.fresh or clause.start - said[0].clause.start > _FAR or said[-1].quantity.end > clause.start:
        return {}
    return {
        index + offset: Counted(
            found.counted.thing + (own := _own_change(text, number) or tail), number.start, number.end, change=own
        )
        for offset, (found, number) in enumerate(zip(said, numbers, strict=True))
    }


def shared_items(text: str, start: int, end: int, count: int, link: int = -1) -> list[Counted] | None:
    """The `count` things that share the numbers behind 分别, or behind the 为 at `link`: A、B和C, each with the tail of the last where it
    has one.

    幼儿园、小学、高等教育校舍面积分别增长 → 幼儿园校舍面积增长, 小学校舍面积增长, 高等教育校舍面积增长
    """
    begin = max(start, end - 30 * max(count, 2))
    marker = link if link >= 0 else max(text.rfind(w, begin, end) for w in _EACH_ITS_OWN)
    if marker < 0:
        return None
    tail = _shared_verb(text[marker + 2 : end]) if link < 0 else ""
    subject_end = marker
    while subject_end > begin:
        run = cut(text[max(begin, subject_end - 4) : subject_end])
        word = run.word(len(run.starts) - 1)
        if word not in words_of("scope") and word not in words_of("adverb") and word not in words_of("link"):
            break
        subject_end -= len(word)
    if versus := _SINCE.search(text, begin, subject_end):
        subject_end = versus.start()  # 碳排放强度|较2012年
    pieces = [(m.start(), m.end()) for m in re.finditer(r"[^、和及与]+(?:以及)?", text[begin:subject_end])]
    if len(pieces) != count and link < 0:
        pieces = _split(text[begin:subject_end], count)
    if len(pieces) != count or _VERSUS.search(text, begin, subject_end):
        return None
    if link >= 0 and any(_TIME.match(text, begin + a) for a, _ in pieces):
        return None  # 去年和今年的就业率为97%、98%
    items = []
    for index, (a, b) in enumerate(pieces):
        noun = noun_before(text, begin + a, begin + b) if index == 0 else None
        items.append(noun or Counted(clean(text[begin + a : begin + b]), begin + a, begin + b))
    shared = _shared_tail([i.what for i in items])
    if not all(i.what for i in items):
        return None
    whats = [i.what if i.what.endswith(shared) else i.what + shared for i in items]
    return [Counted(what + tail, i.start, i.end, change=tail) for what, i in zip(whats, items, strict=True)]


def _shared_verb(text: str) -> str:
    """增长 of 分别同比增长, 进出口 of 分别进出口; nothing of 分别达到, 分别提高到."""
    if text.startswith("占"):
        return text.rstrip("的了约")
    if (said := noun_before(text, 0, len(text))) and said.change:
        return said.change  # 增长 of 分别比2011年增长
    run = cut(text)
    links = [run.word(i) in words_of("link") for i in range(len(run.starts))]
    if not links or any(run.word(i).endswith(("到", "至", "为", "达")) for i in range(len(run.starts))):
        return ""
    return "".join(run.word(i) for i, link in enumerate(links) if not link and run.tags[i] != "x")


def _split(text: str, count: int) -> list[tuple[int, int]]:
    """`count` pieces at 、 and the last 和, with the piece before the first cut whole."""
    cuts = [m.start() for m in re.finditer("、", text)]
    last = max(text.rfind(j) for j in "和及与")
    if last > (cuts[-1] if cuts else 0):
        cuts.append(last)
    cuts = cuts[-(count - 1) :]
    edges = [-1, *cuts, len(text)]
    return [(a + 1, b) for a, b in pairwise(edges)]


def _shared_tail(items: list[str]) -> str:
    """校舍面积 of 幼儿园 · 小学 · 高等教育校舍面积: the measure that only the last of the items names."""
    if not is_metric(items[-1]) or any(is_metric(i) for i in items[:-1]):
        return ""
    run = cut(items[-1])
    longest = max(len(i) for i in items[:-1])
    best = min(range(1, len(run.starts) + 1), key=lambda i: (abs(run.ends[i - 1] - longest), i))
    return items[-1][run.ends[best - 1] :]
