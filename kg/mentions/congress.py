"""The committees of a congress or a consultative conference, named behind a post of it: 省政协常委、科教委主任."""

import re

from kg.mentions.body import Body
from kg.mentions.body_edges import Edges

_COMMITTEE = re.compile(
    "(?:提案|文史|文史和?学习|学习和?文史|经济|财经|财政经济|预算|法制|社法|社会和?法制|监察和?司法|内司|科教|科教文卫体?|教科文卫?体?|教科卫体?|文卫体?|文化文史"
    "|民宗|民族和?宗教|侨|民侨外|外侨|港澳台侨|联谊|人资环|人口资源环境|人资环建|环资|城环|城建环资|农村|农业和?农村|委员工作|代表工作|社会建设)委(?:员会)?(?:办公室)?"
)
_CONGRESSES = ("政协", "人大", "人大常委会")
_TERM = re.compile("(?P<level>(?:(?<![一-鿿])|(?<=[和与及由]))[省市区县州旗])?第?[一二三四五六七八九十0-9]{1,4}届\\Z")
_TERM_LONG = 8  # characters of a term with the level before it
_SESSION = re.compile("(?:常委会|常务委员会)?第?[一二三四五六七八九十0-9]{1,4}次(?:全体)?(?:会议|大会|全会)")


def is_of_congress(name: str) -> bool:
    """Whether a name is that of such a committee, without its congress."""
    return _COMMITTEE.fullmatch(name) is not None


def congress(text: str, before: Body | None) -> str:
    """The congress in which the post before is held, or in whose office; nothing where it is held elsewhere."""
    if before is None:
        return ""
    name = before.place + (text[before.start : before.parent_end] if before.parent_end else before.text)
    return name if name.endswith(_CONGRESSES) else ""


def before_term(edges: Edges, start: int, end: int) -> tuple[int, int] | None:
    """The place of a congress that its term stands before: 某县第十届|政协, 县十届|人大常委会; no name of a session has one."""
    if edges.text[start:end] not in _CONGRESSES or _SESSION.match(edges.text, end):
        return None
    term = _TERM.search(edges.text, max(0, start - _TERM_LONG), start)
    if term is None:
        return None
    if term["level"]:
        return term.span("level")
    place = edges.place_ending(term.start())
    return None if place is None else (place, term.start())
