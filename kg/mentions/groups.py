"""Companies under the group or the company that they belong to: 甲集团乙公司, 甲集团江海乙有限公司, 中储粮江海直属库."""

import re
from collections.abc import Mapping, Set

from kg.mentions.body import Body
from kg.mentions.body_edges import Edges
from kg.mentions.words import Words


def subsidiary(edges: Edges, group: Body, suffix: int, end: int) -> bool:
    """Whether a company that stands right behind a group is of it: by less than its full name, or with its place behind the group's."""
    ending = edges.text[suffix:end]
    placed = ending.endswith("有限公司") and edges.place_at(group.end) is not None
    return group.group == "Company" and group.text.endswith("集团") and (ending == "公司" or placed)


def of_group(
    edges: Edges, start: int, parent_end: int | None, suffix: int, end: int, found: Mapping[int, Body]
) -> bool:
    """Whether the group that a company belongs to stands at the head of its name."""
    group = found.get(parent_end if parent_end is not None else start)
    return group is not None and group.start == start and subsidiary(edges, group, suffix, end)


def reached_into(start: int, suffix: int, known: Set[int], found: Mapping[int, Body]) -> Body | None:
    """The known company in whose middle a name begins as the segmenter cuts it: 中|储粮江海直属库."""
    end = next((e for e in range(start + 1, min(start + 8, suffix)) if e in known), None)
    return found[end] if end is not None and found[end].start < start else None


def ends_idiom(cut: Words, suffix: int, end: int) -> bool:
    """Whether the last character of an idiom looks like the end of a name: 统揽全局."""
    index = cut.at(suffix)
    return cut.tags[index] in ("i", "l") and cut.ends[index] == end and end - cut.starts[index] == 4


# “优质生源基地学校” after 授予 is an honour.
_HONOURED = re.compile("(?:授予|评为|荣获|命名|认定|确定|列为|获评|获得|授牌|挂牌)[^，。；]{0,10}\\Z")


def is_honour(text: str, suffix: int, end: int) -> bool:
    """Whether the words are an honour in quotation marks, not a body: 授予“优质生源基地学校”, “文明学校”称号."""
    if text[end : end + 1] != "”":
        return False
    opening = text.rfind("“", max(0, end - 24), suffix)
    return opening >= 0 and (
        bool(re.match("等?的?(?:称号|荣誉)", text[end + 1 : end + 6]))
        or bool(_HONOURED.search(text, max(0, opening - 14), opening))
    )
