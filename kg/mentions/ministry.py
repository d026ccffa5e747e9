"""Departments of a ministry that the sentence leaves out: 就业促进司副司长 in its press conference, 部规划司 after 水利部."""

import re
from collections.abc import Callable, Mapping, Sequence

from kg.mentions.body import Body
from kg.mentions.body_words import named_bodies

_ITS_HEAD = re.compile("(?:原|时任)?副?司长")
_NAME = 16  # characters of a department's name
_LIST = 120  # characters of a list of persons


def of_ministry(
    text: str,
    suffix: int,
    end: int,
    barrier: int,
    found: Mapping[int, Body],
    is_unit: Callable[[int, int, int], bool],
) -> Body | None:
    """The department that ends in the suffix; `barrier` is the last offset before it that no name reaches over, `is_unit` tells
    whether some words are the name of a department."""
    if text[suffix:end] != "司":
        return None
    low = max(0, suffix - _NAME)
    begin = max(text.rfind(mark, low, suffix) for mark in "，。；：、\n") + 1
    if not _ITS_HEAD.match(text, end) and (text[begin] != "部" or begin == 0):
        return None
    if 0 < begin <= low or suffix - begin < 3 or barrier > begin:
        return None
    sentence = max(text.rfind(mark, max(0, begin - _LIST), begin) for mark in "。\n") + 1
    sisters = (found[e] for e in range(sentence, begin) if e in found)
    alone = text[begin] != "部" and any(b.parent_end or b.place or not b.text.endswith("司") for b in sisters)
    if alone or not is_unit(begin, suffix, end):
        return None
    return Body(begin, end, text[begin:end], "GovernmentBody")


_OWN = re.compile("部(?![门队长分级属委省市])[一-鿿]{0,12}(?:司|局|厅|办|中心|考试院|研究院|研究所|出版社)\\Z")


def own_of_ministry(text: str, name: str, start: int, bodies: Sequence[Body]) -> str:
    """The name, with its ministry where it is one of its own units: 部信息中心 after 教育部, the last ministry before `start`."""
    if not _OWN.match(name) or "一" <= text[start - 1 : start] <= "鿿":
        return name
    before = (b for b in reversed(bodies) if b.start < start and b.text.endswith("部") and b.text in named_bodies())
    ministry = next((b.text for b in before if named_bodies()[b.text][1] == "GovernmentBody"), "")
    return ministry + name[1:] if ministry else name
