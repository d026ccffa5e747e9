"""Bodies that a list of those present names for their heads, who go without a name: 甲局、乙公司等单位主要负责人参加仪式."""

import re
from collections.abc import Iterator

from kg.facts.gathering import Gathering
from kg.facts.parties import JOINT, Party, list_ending, org
from kg.facts.speakers import relation
from kg.mentions.found import Found
from kg.model import Relation, Sentence
from kg.text.scan import holds

_HEADS = (
    "(?:等(?:在内的)?(?:\\d{1,3}余?[家个所])?)?(?:(?:(?:市|区|县)?直|相关|有关)?(?:单位|部门|企业|学校|高校|院校|机构))?的?(?:主要|相关|有关|分管|党政)?的?"
    "(?:负责同志|负责人|领导|代表)"
)
_REPRESENTED = re.compile(_HEADS + "(?=[，。；、和及与等共]|以及)")
# 、全市各县区教育局相关负责人: the last of a list, that names none
_OTHERS = (
    "(?:、(?:全[国省市县区州]|[各所][^，。；：、]|部分|[一两三四五六七八九十\\d]{1,3}[所家个])[^，。；：、]{0,16}?)?"
)
# 甲局负责人，以及媒体记者参加会议
_MORE = "(?:，(?:以及|还有)[^，。；：请织动求]{2,60}?(?=[应现共][^，。；：]{1,6}参|出席|参加|列席|见证|参会|与会|到会)|，[^，。；：请织动求]{2,40}?(?:代表|师生|媒体|记者|人员|家长|群众)(?=等|共|\\d|出席|参加|参会|与会|到会))?"
# 负责人、学生代表共100余人参加仪式
_CAME = re.compile(
    _OTHERS
    + _HEADS
    + _MORE
    + "(?:[、和及与][^，。；：、]{2,16}){0,3}(?:等|共计?\\d{1,5}余?人|\\d{1,5}余?人|一同|共同|也|还|分别|应邀|现场|到场){0,4}"
    "(?P<verb>(?:出席|参加|列席|见证)了?(?P<event>[^，。；：]{0,40})|参会|与会|到会)(?=[，。；])"
)
_OPENS = "，。；：、及和与自\n "
_WORDS = ("负责", "领导", "代表")


def _lists(found: Found, start: int, end: int, pattern: re.Pattern[str]) -> Iterator[tuple[list[Party], re.Match[str]]]:
    """The lists of bodies in [start, end) with the words for their heads."""
    text = found.page.text
    if not holds(text, _WORDS, start, end):
        return
    bodies = [(b.start, b.end, org(found.body_name(b))) for b in found.body_index.within(start, end)]
    for i, (_, stop, _) in enumerate(bodies):
        if m := pattern.match(text, stop, end):
            chain = list_ending(text, bodies[: i + 1], JOINT)
            if chain[0][0] == start or text[chain[0][0] - 1] in _OPENS:
                yield chain, m


def heads_came(found: Found, sentence: Sentence) -> Iterator[tuple[list[Party], re.Match[str]]]:
    """Each list of bodies whose heads attended something, with the words that say so; not a single one, or 学校."""
    for chain, m in _lists(found, sentence.start, sentence.end, _CAME):
        if len(chain) > 1:
            yield chain, m


def listed_present(found: Found, event: Gathering, start: int, end: int) -> Iterator[Relation]:
    """The bodies of a list of those present in [start, end): 出席仪式的有某某，以及甲局、乙公司等单位负责人."""
    for chain, m in _lists(found, start, end, _REPRESENTED):
        for begin, _, who in chain:
            yield relation(found, who, "participatesIn", event, begin, m.end(), "body in a list of those present")
