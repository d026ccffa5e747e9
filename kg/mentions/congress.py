"""The committees of a congress or a consultative conference, named behind a post of it: 省政协常委、科教委主任."""

import re
from collections.abc import Mapping

from kg.mentions.body import Body
from kg.mentions.body_edges import Edges

_COMMITTEE = re.compile(
    "(?:提案|经科|经济科技|文史|文史和?学习|学习和?文史|经济|财经|财政经济|预算|法制|社法|社会和?法制|监察和?司法|内司|科教|科教文卫体?|教科文卫?体?|教科卫体?|文卫体?|文化文史"
    "|民宗|民族和?宗教|侨|民侨外|外侨|港澳台侨|联谊|人资环|人口资源环境|人资环建|环资|城环|城建环资|农村|农业[和与]?农村|委员工作|代表工作|社会建设"
    "|外事|华侨|民族|法律|宪法和法律|财政预算|内务司法|文化文史和?学习|教育科学文化卫生(?:体育)?|环境与?资源保护|城乡建设[和与]?(?:环境)?资源保护"
    "|(?:民族)?(?:华侨|侨务)外事|人事代表选举|人事代表|选举任免(?:代表|联络)?|代表资格审查|代表联络)(?:工作)?委(?:员会)?(?:办公室)?"
)
_CONGRESSES = ("政协", "人大", "人大常委会")
_TERM = re.compile(
    "(?P<level>(?:(?<![一-鿿])|(?<=[和与及由去的任为]))[省市区县州旗])?第?[一二三四五六七八九十0-9]{1,4}届\\Z"
)
_OF_TERM = re.compile("人大常委会|(?:政协|人大)(?:[一-鿿]{2,12}委(?:员会)?)?")
_TERM_LONG = 8  # characters of a term with the level before it
_OF_STANDING = re.compile("(?:工作|资格审查)委|办公室")
_SESSION = re.compile("(?:常委会|常务委员会)?第?[一二三四五六七八九十0-9]{1,4}次(?:全体)?(?:会议|大会|全会)")


def is_of_congress(name: str) -> bool:
    """Whether a name is that of such a committee, without its congress."""
    return _COMMITTEE.fullmatch(name) is not None


def congress(text: str, name: str, before: Body | None) -> str:
    """The congress of a committee after a post in it, or in its office; nothing where that is held elsewhere. Working committees
    and offices are of the standing committee, the others of the congress itself."""
    if before is None:
        return ""
    of = before.place + (text[before.start : before.parent_end] if before.parent_end else before.text)
    if not of.endswith(_CONGRESSES):
        return ""
    return of if _OF_STANDING.search(name) else of.removesuffix("常委会")


_ITS_COMMITTEE = re.compile(f"(?:{_COMMITTEE.pattern})\\Z")
_LONGEST = 16  # characters of a committee's name


def committee(text: str, end: int, found: Mapping[int, Body]) -> Body | None:
    """The committee right behind its congress whose name holds verbs: 省人大常委会|人事代表选举工作委员会."""
    own = _ITS_COMMITTEE.search(text, max(0, end - _LONGEST), end)
    of = found.get(own.start()) if own else None
    if of is None or not of.text.endswith(_CONGRESSES):
        return None
    parent = of.end if of.text == text[of.start : of.end] else None  # else a term stands in it
    return of._replace(end=end, text=of.text + text[of.end : end], parent_end=parent)


def before_term(edges: Edges, start: int, end: int) -> tuple[int, int] | None:
    """The place of a congress, or its level, that a term stands before: 某县第十届|政协, 县十届|人大法制委员会; no session's name has one."""
    if not _OF_TERM.fullmatch(edges.text, start, end) or _SESSION.match(edges.text, end):
        return None
    term = _TERM.search(edges.text, max(0, start - _TERM_LONG), start)
    if term is None:
        return None
    if term["level"]:
        return term.span("level")
    place = edges.place_ending(term.start())
    return None if place is None else (place, term.start())
