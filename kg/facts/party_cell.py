"""Cells of the Party at the post of their secretary: 机电学院教工第二党支部书记, 我院血液内科教职工党支部书记."""

import re

from kg.mentions.found import Found
from kg.mentions.title import Title

_CELL = ("党支部", "党总支")
_OF_WHOM = re.compile(
    "(?:(?:教职工|教工|教师|学生|本科生|研究生|博士生|硕士生|离退休|退休|机关|师生|员工|职工)(?:教职工|教师|人员|干部)?)?(?:第[一二三四五六七八九十]{1,2})?\\Z"
)
_UNIT = re.compile("(?:(?![的由和与及任为是在率我本该])[一-鿿]){2,12}\\Z")
_LONGEST = 12  # characters


def party_cell(found: Found, title: Title, edge: int) -> tuple[int, str] | None:
    """Where the unit begins whose cell's secretary a title is, and the name of the cell, where it says whose cell it is or which."""
    cell = next((kind for kind in _CELL if title.text.startswith(kind)), None)
    if cell is None:
        return None
    text, least = found.page.text, found.last_person_before(edge)
    whom = _OF_WHOM.search(text, max(least, edge - _LONGEST), edge)
    if whom is None or not whom.group():
        return None
    body = found.bodies_ending.get(whom.start())
    if body is not None:
        return body.start, found.body_name(body) + whom.group() + cell
    unit = _UNIT.search(text, max(least, whom.start() - _LONGEST), whom.start())
    if unit is None:
        return None
    start = unit.start() + (
        text[unit.start() - 1 : unit.start()] in ("我", "本", "该") and text[unit.start()] in "院校"
    )
    return start, text[start : whom.start()] + whom.group() + cell
