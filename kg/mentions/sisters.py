"""Whose a bureau, an institute or a branch is that a list names after a sister of it: 中国科学院甲局局长某、乙局局长某."""

import re
from collections.abc import Mapping

from kg.mentions.body import Body
from kg.mentions.body_edges import Edges

_LIST = 120  # characters of a list of persons
_JOINTS = "、和与及"
# The national academies, of which institutes and branches are listed one after the other.
_ACADEMY = re.compile("中科院|中国(?:社会|农业|医学|林业|水产|环境|中医)?科学院|中国(?:社|农|林)科院")
# 国家卫生健康委员会医政医管局、疾控局; what a city has beside its commission is no part of that.
_HAVE_BUREAUS = re.compile("[一-鿿]*(?:科学院|工程院|总局|总署)|国家[一-鿿]+委员会")


def of_sister(text: str, edges: Edges, start: int, found: Mapping[int, Body]) -> str:
    """The academy or ministry whose bureau was named before the one at `start`, with the post of somebody between."""
    if text[start - 1 : start] not in ("、", "，") or edges.place_at(start) is not None:
        return ""
    left = max(start - _LIST, *(text.rfind(mark, max(0, start - _LIST), start) for mark in "。；\n"), 0)
    before = next((found[e] for e in range(start - 1, left, -1) if e in found), None)
    if before is None or not before.text.endswith("局"):
        return ""
    superior = text[before.start : before.parent_end] if before.parent_end else before.place
    return superior if _HAVE_BUREAUS.fullmatch(superior) else ""


def academy_of(text: str, edges: Edges, body: Body, found: Mapping[int, Body]) -> str:
    """The academy whose institute is meant, after another of its own: 中科院甲研究所、乙研究所; 中科院某局局长、广州分院院长."""
    branch = body.text.endswith("分院")
    if branch != (edges.place_at(body.start) is not None):
        return ""
    before = found.get(body.start - 1) if text[body.start - 1 : body.start] in _JOINTS else None
    if branch and before is None:
        left = max(body.start - _LIST, text.rfind("。", max(0, body.start - _LIST), body.start))
        before = next((found[e] for e in range(body.start - 1, left, -1) if e in found), None)
    whole = before.place + before.text if before else ""
    academy = _ACADEMY.match(whole)
    return academy[0] if academy and academy.end() < len(whole) else ""
