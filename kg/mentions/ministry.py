"""Departments before their head, of a ministry that the sentence leaves out: 就业促进司副司长 in its press conference."""

import re
from collections.abc import Callable, Mapping

from kg.mentions.body import Body

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
    if text[suffix:end] != "司" or not _ITS_HEAD.match(text, end):
        return None
    low = max(0, suffix - _NAME)
    begin = max(text.rfind(mark, low, suffix) for mark in "，。；：、\n") + 1
    if 0 < begin <= low or suffix - begin < 3 or barrier > begin:
        return None
    sentence = max(text.rfind(mark, max(0, begin - _LIST), begin) for mark in "。\n") + 1
    sisters = (found[e] for e in range(sentence, begin) if e in found)
    if any(b.parent_end or b.place or not b.text.endswith("司") for b in sisters) or not is_unit(begin, suffix, end):
        return None
    return Body(begin, end, text[begin:end], "GovernmentBody")
