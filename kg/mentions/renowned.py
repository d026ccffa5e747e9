"""Persons of history and public life, known by their names alone: 孔子, 拿破仑; and rulers with a number: 费利佩六世.

The first are looked up; most of them no surname shows, or the segmenter has them as words or places. The others are shown by 世
after a number.
"""

import re
from collections.abc import Iterator
from functools import cache

from kg.mentions.lexicon import WordList, words
from kg.mentions.parted import DOTS, right_end, transcribing
from kg.mentions.person import Name
from kg.mentions.untitled import belonging
from kg.mentions.words import Words

_NUMBER = re.compile("[一二三四五六七八九十]{1,3}世(?![纪界代间上])")
_ANY_NUMBER = re.compile("世(?<=[一二三四五六七八九十].)(?![纪界代间上])")  # found more quickly
# What bears a person's name: 孔子庙, 鲁迅文学奖, 诸葛亮会; 圣 and 老 before one make another name of it.
_BEARS = re.compile(
    "[路街镇村县区乡杯式号像庙祠陵墓山湖河桥塔寺馆堂港湾岛城会园牌体派洞岭亭金]|”?奖|”[号级型]|测试|工坊|课堂|研究院|空军基地|文化节|纪念|烈士陵园|雇佣|故居|故里|故乡|大道|大学|学院|书院|小学|中学|学校|机场|公园|广场|文学|艺术|医院|基金|主义|定律|大厦"
)
_LONGEST = 14  # characters of a ruler's name before its number


def renowned(text: str, cut: Words) -> Iterator[Name]:
    """Where a text names persons of the list as whole words, in order of the text."""
    for start, end in _known().find(text):
        before = text[start - 1 : start]
        if (
            start not in cut.boundaries
            or end not in cut.boundaries
            or (before and before in DOTS)
            or before.isdecimal()
        ):
            continue
        if (end < len(text) and text[end] in DOTS) or _BEARS.match(text, end) or _NUMBER.match(text, end):
            continue
        index = cut.index.get(end)
        if index is not None and (cut.word(index) in belonging() or _goes_on(cut, index)):
            continue
        if (
            end - start == 2
            and index is not None
            and len(cut.word(index)) == 1
            and cut.tags[index][0] not in "vpcdurxf"
        ):
            continue  # 杨业|峰
        if start > 0 and _goes_on(cut, cut.at(start - 1)):
            continue
        yield Name(start, end, text[start:end], "known by name")


def _goes_on(cut: Words, index: int) -> bool:
    """Whether a word beside a name is part of a longer one: 巴赫|穆特, 彼得罗|巴甫洛夫|斯克."""
    return cut.kinds[index] in ("nr", "ns", "nz", "x") and transcribing().issuperset(cut.word(index))


@cache
def _known() -> WordList:
    return WordList(words("persons.tsv"))


def rulers(text: str, cut: Words) -> Iterator[Name]:
    """Where a text names rulers with their number, in order of the text: 费利佩六世, 腓特烈·威廉四世."""
    for number in _NUMBER.finditer(text) if _ANY_NUMBER.search(text) else ():
        start = _beginning(text, cut, number.start())
        end = number.end()
        if text[end : end + 1] in DOTS and end < len(text):  # 卡尔十六世·古斯塔夫
            end = right_end(text, cut, end, min(len(text), end + 9))
        if number.start() - start > 1:
            yield Name(start, end, text[start:end], "ruler with a number")


def _beginning(text: str, cut: Words, end: int) -> int:
    """Where the name begins that a number follows: a word that may be a name, and what is written as foreign names are before it."""
    start, foreign = end, transcribing()
    while start > max(0, end - _LONGEST):
        if text[start - 1] in DOTS and start < end:
            start -= 1
            continue
        index = cut.at(start - 1)
        begin, kind = cut.starts[index], cut.kinds[index]
        word = text[begin:start]
        if foreign.issuperset(word) and (kind in ("nr", "ns", "nz", "x") or start < end or len(word) > 1):
            start = begin
        elif start == end and kind in ("nr", "nz") and len(word) > 1:
            start = begin + (word[0] not in foreign and len(word) > 2)  # 称|卡洛 is one word to the segmenter
            break
        else:
            break
    return start
