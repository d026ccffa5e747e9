"""What the clauses before a number are about, where its own names but a bare measure: 巩固率, 年均增幅, 同比增长."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from kg.facts.count_words import is_bare
from kg.facts.counted import Counted, leading_noun
from kg.facts.counted_by import is_size
from kg.facts.outcome_scope import Clause, Found
from kg.mentions.quantity import Quantity

_SITE = re.compile("坐落|位于|地处|[省市][一-鿿]{1,6}[市县区州]\\Z")  # where something is: ……——江海省青岭市，占地面积
_RATE = re.compile("[毛净]?(?:[一-鿿]{2})?率\\Z")


def topic(
    text: str, parts: Sequence[Clause], at: int, founds: Sequence[Found], number: Quantity, counted: Counted | None
) -> str:
    """What the clauses before are about, where a clause names but a bare measure: 巩固率, 年均增幅, 同比增长."""
    previous = founds[-1] if founds else None
    if (
        counted
        and previous
        and previous.clause == parts[at]
        and (counted.change == counted.what or is_bare(counted.what))
    ):
        joined = text.startswith(("）", "、"), previous.quantity.end)  # 零售额（90亿元）增长, 12家、占全市三成
        return previous.counted.thing if joined else ""
    alone = number.kind == "person" and (number.start, number.end) == (parts[at].start, parts[at].end)
    if alone and counted is None and previous and at and previous.clause == parts[at - 1] and not parts[at].fresh:
        return previous.counted.thing if previous.quantity.kind == "thing" else ""  # 短训班2个，100人
    if at == 0 or (counted is None and number.kind not in ("ratio", "currency", "measure")):
        return ""
    if counted is None and text.startswith(("约合", "折合", "相当于"), parts[at].start, number.start):
        return ""
    if counted is None and (not number.unit or (number.kind == "measure" and is_size(text, number))):
        return ""  # 其中三分之一留在…
    rates = previous is not None and previous.quantity.kind == number.kind == "ratio"
    if counted is None and rates and previous and previous.counted.thing.endswith("率") and _is_part(text, parts[at]):
        return ""  # 就业率98%，其中八成留在本省: a share of other things
    if counted and not is_bare(counted.what, whole=number.kind == "ratio"):
        return ""
    if counted and number.kind != "ratio":
        for found in founds[:-5:-1]:  # 余额207亿元，增长29%，高于去年12个百分点；增加13亿元
            if _one_unit(found, number) and at - 4 <= bisect_left(parts, found.clause.start, key=_start):
                return found.counted.thing
    for index in range(at - 1, max(-1, at - 4), -1):
        clause = parts[index]
        same = previous is not None and _one_unit(previous, number)
        if previous and previous.clause == clause and (number.kind == "ratio" or counted is None or same):
            return previous.counted.thing
        if _SITE.search(text, clause.start, clause.end):
            break
        if topic := leading_noun(text, clause.start, clause.end):
            return topic if 2 <= len(topic) <= 24 else ""
        if parts[index].fresh:
            break
    return ""


def _is_part(text: str, clause: Clause) -> bool:
    return text.startswith("其中", clause.start)


def _one_unit(previous: Found, number: Quantity) -> bool:
    """Whether two numbers have one unit, said of the first perhaps by what it counts: 入院人次3万，增加5000人次."""
    unit = previous.quantity.unit
    return unit == number.unit or (unit is None and previous.counted.thing.endswith(number.unit or " "))


def _start(clause: Clause) -> int:
    return clause.start


def joined(topic: str, what: str) -> str:
    """What a clause is about with what it says of it, the words that both say once: 服务业比重 + 比重提高; a rate beside
    another is one of the same: 毕业生升学率, 就业率 → 毕业生就业率."""
    if topic.endswith("率") and what.endswith("率"):
        topic = _RATE.sub("", topic)
    for length in range(min(len(topic), len(what)), 1, -1):
        if topic.endswith(what[:length]):
            return topic + what[length:]
    return topic + what
