"""Things that share a list of numbers: A、B和C分别达到93.5%、98.47%和64.25%."""

import re
from itertools import pairwise

from kg.facts.count_words import cut, is_metric, words_of
from kg.facts.counted import Counted, clean, noun_before


def shared_items(text: str, start: int, end: int, count: int) -> list[Counted] | None:
    """The `count` things that share the numbers behind 分别: A、B和C, each with the tail of the last where it has one.

    幼儿园、小学、高等教育校舍面积分别增长 → 幼儿园校舍面积增长, 小学校舍面积增长, 高等教育校舍面积增长
    """
    begin = max(start, end - 30 * max(count, 2))
    marker = max(text.rfind(w, begin, end) for w in ("分别", "依次"))
    if marker < 0:
        return None
    tail = _shared_verb(text[marker + 2 : end])
    subject_end = marker
    while subject_end > begin:
        run = cut(text[max(begin, subject_end - 4) : subject_end])
        word = run.word(len(run.starts) - 1)
        if word not in words_of("scope") and word not in words_of("adverb") and word not in words_of("link"):
            break
        subject_end -= len(word)
    pieces = [(m.start(), m.end()) for m in re.finditer(r"[^、和及与]+(?:以及)?", text[begin:subject_end])]
    if len(pieces) != count:
        pieces = _split(text[begin:subject_end], count)
    if len(pieces) != count:
        return None
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
