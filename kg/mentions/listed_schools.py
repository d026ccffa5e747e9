"""Schools by names of any words beside schools in a list: 云溪小学、育才中学、解二小学."""

import re
from collections.abc import Sequence
from functools import cache

from kg.mentions.body import Body
from kg.mentions.body_words import generic
from kg.mentions.lexicon import alternation, words
from kg.mentions.ordered import Ordered, Placed

_ITEM = re.compile(
    "[、和与](?P<name>(?P<stem>[一-鿿]{2,4})(?:中学|小学|幼儿园))(?=[、，。；]|等(?!级)|[和与的]|参加|调研|考察|师生|校长)"
)
_COUNTED = re.compile("[各全本该每几数多我其这那]|[一二两三四五六七八九十]+[所个家]")
_SCHOOLS = ("中学", "小学", "学校", "高中", "幼儿园")


@cache
def _kind() -> re.Pattern[str]:
    return re.compile(alternation(words("school_kinds.tsv")))


def listed_schools(text: str, bodies: Sequence[Body]) -> list[Body]:
    """The items of a list that end as schools do and stand right behind one that is a school by its name, in order of the text."""
    taken: Ordered[Placed] = Ordered(bodies)
    ends = {b.end for b in bodies if b.group == "EducationInstitution" and b.text.endswith(_SCHOOLS)}
    found = list[Body]()
    for m in _ITEM.finditer(text) if ends else ():
        start, end = m.span("name")
        sort = m["stem"] in generic() or _COUNTED.match(text, start) or _kind().match(text, start)
        if m.start() in ends and not sort and not taken.touches(start, end):
            found.append(Body(start, end, m["name"], "EducationInstitution"))
            ends.add(end)
    return found
