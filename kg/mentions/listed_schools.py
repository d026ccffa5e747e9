"""Schools by names of any words beside schools in a list (云溪小学、育才中学、解二小学), and by a name that stands whole elsewhere."""

import re
from collections.abc import Sequence
from functools import cache

from kg.mentions.body import Body
from kg.mentions.body_words import generic
from kg.mentions.common_word import dictionary_cut
from kg.mentions.lexicon import alternation, words
from kg.mentions.ordered import Ordered, Placed
from kg.mentions.words import Words

_ITEM = re.compile(
    "[、和与](?P<name>(?P<stem>[一-鿿]{2,4})(?:中学|小学|学校|幼儿园))(?=[、，。；]|等(?!级)|[和与的]|参加|调研|考察|师生|校长)"
)
# What opens such a list: ，实验中学、某某一小
_FIRST = re.compile("(?<=[，。：；])(?P<name>(?P<stem>[一-鿿]{2,4})(?:中学|小学|学校|幼儿园))(?=、)")
_ONE_OF_A_PLACE = "实验"  # 实验小学 beside other schools of a county is one
_COUNTED = re.compile("[各全本该每几数多我其这那]|[一二两三四五六七八九十]+[所个家]")
_NUMBERED = re.compile("[一二三四五六七八九十][中小]\\Z")
_NO_NAME = frozenset("vbmrpd")  # how the words are tagged that say which schools are meant
_SCHOOLS = ("中学", "小学", "学校", "高中", "幼儿园")


@cache
def _kind() -> re.Pattern[str]:
    return re.compile(alternation(words("school_kinds.tsv")))


def listed_schools(text: str, bodies: Sequence[Body]) -> list[Body]:
    """The items of a list that end as schools do and stand right behind one that is a school by its name, in order of the text."""
    taken: Ordered[Placed] = Ordered(bodies)
    schools = (b for b in bodies if b.group == "EducationInstitution")
    ends = {b.end for b in schools if b.text.endswith(_SCHOOLS) or _NUMBERED.search(b.text)}
    starts = {b.start: b for b in bodies}
    found = list[Body]()
    for m in _FIRST.finditer(text) if ends else ():
        start, end = m.span("name")
        named = starts.get(end + 1)
        if named is not None and named.end in ends and not _is_kind(m) and not taken.touches(start, end):
            found.append(Body(start, end, m["name"], "EducationInstitution"))
            ends.add(end)
    for m in _ITEM.finditer(text) if ends else ():
        start, end = m.span("name")
        if m.start() in ends and not _is_kind(m) and not taken.touches(start, end):
            found.append(Body(start, end, m["name"], "EducationInstitution"))
            ends.add(end)
    return sorted(found, key=lambda b: b.start)


def _is_kind(m: re.Match[str]) -> bool:
    """Whether an item only says of which sort schools are."""
    if m["stem"] == _ONE_OF_A_PLACE and not m["name"].endswith("学校"):
        return False
    if m["name"].endswith("学校") and dictionary_cut(m["stem"])[0][1][0] in _NO_NAME:
        return True  # 涉事学校, 所有学校, 在京学校
    of_any = m["stem"] in generic() or _COUNTED.match(m["stem"]) or _kind().match(m["stem"])
    return bool(of_any) or m["stem"].endswith(("级", "类", "型", "属"))


_FURTHER = 4  # characters of a name that were taken for other words


def as_elsewhere(text: str, cut: Words, bodies: Sequence[Body]) -> list[Body]:
    """The bodies, a school whose name stands longer elsewhere in the same letters where the cut of the words hides its beginning:
    使领|川江安学校 of 领川江安学校."""
    whole = {b.text for b in bodies if b.parent_end is None and not b.place}
    read, edge = list[Body](), 0
    for body in bodies:
        if body.group == "EducationInstitution" and body.parent_end is None and not body.place:
            for start in range(max(edge, body.start - _FURTHER), body.start):
                if start not in cut.boundaries and text[start : body.end] in whole:
                    body = body._replace(start=start, text=text[start : body.end])
                    break
        read.append(body)
        edge = body.end
    return read
