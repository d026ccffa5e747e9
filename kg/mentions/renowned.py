"""Persons of history and public life, known by their names alone: 孔子, 拿破仑; given names of Europe and America: 安德鲁; and rulers.

The first two are looked up; most of them no surname shows, or the segmenter has them as words or places. Rulers are shown by 世
after a number (费利佩六世), those of China, Korea and Vietnam by 祖, 宗 or 帝 after the word of praise that they are called by (宋理宗, 桓帝).
"""

import re
from collections.abc import Iterator
from functools import cache

from kg.mentions.clubs import is_of_game
from kg.mentions.common_word import is_word
from kg.mentions.lexicon import PageWords, words
from kg.mentions.likelihood import foreign
from kg.mentions.name_evidence import belonging
from kg.mentions.parted import DOTS, right_end
from kg.mentions.person import Name
from kg.mentions.surname import frequent_surnames
from kg.mentions.transcribed import transcribing
from kg.mentions.words import Words

_NUMBER = re.compile("[一二三四五六七八九十]{1,3}世(?![纪界代间上])")
_ANY_NUMBER = re.compile("世(?<=[一二三四五六七八九十].)(?![纪界代间上])")  # found more quickly
# What bears a person's name: 孔子庙, 鲁迅文学奖, 诸葛亮会; 圣 and 老 before one make another name of it.
AWARD = "[一-鿿]{0,8}?(?:科技|科学|教育|文学|艺术|创新|发明|物理学?|数学|化学|医学|新闻|美术|教师|学术|成就)[一-鿿]{0,3}奖(?!学金|[章牌状杯品励项])"
"""A prize that is called after whoever stands before it."""
_BEARS = re.compile(
    "[省州市郡海路街镇村县区乡杯式号像庙祠陵墓山湖河桥塔寺馆堂港湾岛城会园牌体派洞岭亭金]|[一二三四五六七八九十百]+号|”?奖|"
    + AWARD
    + "|(?![获荣得夺摘捧颁授设评捐赢拿领发争])[一-鿿]{1,3}[节杯奖](?![一-鿿]?日)|”[号级型]|测试|工坊|课堂|研究院|空军基地|文化节|纪念|烈士陵园|雇佣|故居|故里|故乡|大道|大学|学院|书院|小学|中学|学校|机场|公园|广场|文学|艺术|医院|基金|主义|定律|大厦|陷阱|帝国|王国|王朝|校区|职业中专|精神|志愿|页岩|油田|凹陷|[班岗月]"
)
_PART = re.compile("[-－—.．]|[一-鿿]{1,3}·")
_PARTED = frozenset("-－—.．圣小")
_AT_HOME = 1.0  # log-odds from which on a character is one of foreign names
_SWALLOWED = re.compile("[一-鿿][因已曾不于在将任]")
_LONGEST = 14  # characters of a ruler's name before its number
_TEMPLE_LAST = re.compile("[祖宗帝](?![国庙制师王位景陵室教派旨都君后])")
# The dynasty, and the words of praise.
_PRAISE_BEFORE = re.compile(
    "(?:(?:[前后西东南北蜀曹][秦汉魏蜀晋宋齐梁陈周唐燕赵凉]|[秦汉魏蜀吴晋宋齐梁陈周隋唐辽金元明清夏]))?"
    "(?P<praise>[高太世仁英神哲徽钦孝光宁理度恭端圣文武宣德顺穆宪敬昭哀懿僖肃代中睿玄景明成定显兴道真章熹思毅安惠元平庄献桓灵怀愍炀殇质冲和]"
    "|孝[文武明静庄]|[道太宣]武)\\Z"
)
# Words, and whom no praise names.
_NO_RULERS = frozenset(("中宗", "元祖", "圣祖", "道宗", "安宗", "和宗", "明祖", "圣帝", "玄帝", "文祖", "敬祖"))


def renowned(text: str, cut: Words) -> Iterator[Name]:
    """Where a text names persons of the list as whole words, in order of the text."""
    given = words("foreign_given_names.tsv")
    for start, end in _known().find_in_page(text):
        before = text[start - 1 : start]
        if text[start:end] in given and (is_of_game(text) or _is_part(text, cut, start, end)):
            continue  # players go by their surnames
        if end - start == 2 and _is_given(text, cut, start):
            continue
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
        swallowed = _SWALLOWED.fullmatch(cut.word(index)) if end - start == 2 and index is not None else None
        if swallowed and not is_word(swallowed.group()):
            continue  # 孙武|学因: 孙武学, and what happened to him
        if end < len(text) and _is_piece(cut, cut.at(end), 0) and transcribing().issuperset(text[start:end]):
            continue  # 卡尔维诺|夫
        if start > 0 and _goes_on(cut, cut.at(start - 1)):
            continue
        yield Name(start, end, text[start:end], "known by name")


def _is_given(text: str, cut: Words, start: int) -> bool:
    """Whether a Chinese surname stands alone before two characters, behind a mark: 、王|莉莉."""
    return (
        start - 1 in cut.index
        and text[start - 1] in frequent_surnames()
        and not "一" <= text[start - 2 : start - 1] <= "鿿"
    )


def _is_part(text: str, cut: Words, start: int, end: int) -> bool:
    """Whether a given name is part of a longer name: 玛丽|特·拉森, 罗伯特-唐尼, 圣|克莱尔, 刘易斯|顿."""
    if _PART.match(text, end) or text[max(0, start - 1) : start] in _PARTED:
        return True
    return (start > 0 and _is_piece(cut, cut.at(start - 1), -1)) or (end < len(text) and _is_piece(cut, cut.at(end), 0))


def _is_piece(cut: Words, index: int, near: int) -> bool:
    """Whether a word beside a given name may be the rest of a longer one, by its character next to it."""
    word, tag = cut.word(index), cut.tags[index]
    return foreign(word[near]) > _AT_HOME and (tag[0] not in "pdcuvrm" if len(word) == 1 else not is_word(word))


def _goes_on(cut: Words, index: int) -> bool:
    """Whether a word beside a name is part of a longer one: 巴赫|穆特, 彼得罗|巴甫洛夫|斯克."""
    return cut.kinds[index] in ("nr", "ns", "nz", "x") and transcribing().issuperset(cut.word(index))


@cache
def _known() -> PageWords:
    return PageWords(words("persons.tsv") | words("foreign_given_names.tsv"))


def rulers(text: str, cut: Words) -> Iterator[Name]:
    """Where a text names rulers with their number, in order of the text: 费利佩六世, 腓特烈·威廉四世."""
    for number in _NUMBER.finditer(text) if _ANY_NUMBER.search(text) else ():
        start = _beginning(text, cut, number.start())
        end = number.end()
        if text[end : end + 1] in DOTS and end < len(text):  # 卡尔十六世·古斯塔夫
            end = right_end(text, cut, end, min(len(text), end + 9))
        if number.start() - start > 1:
            yield Name(start, end, text[start:end], "ruler with a number")
    yield from _temple_names(text, cut)


def _temple_names(text: str, cut: Words) -> Iterator[Name]:
    """Where a text calls emperors and kings by their temple or posthumous names: 宋理宗, 桓帝, 世宗."""
    for last in _TEMPLE_LAST.finditer(text):
        end = last.end()
        praise = _PRAISE_BEFORE.search(text, max(0, end - 5), end - 1)
        if praise is None or end not in cut.boundaries or text[praise.start() : end] in _NO_RULERS:
            continue
        start = praise.start() if praise.start() in cut.boundaries else praise.start("praise")
        if start in cut.boundaries:
            yield Name(start, end, text[start:end], "ruler by temple name")


def _beginning(text: str, cut: Words, end: int) -> int:
    """Where the name begins that a number follows: a word that may be a name, and what is written as foreign names are before it."""
    start, characters = end, transcribing()
    while start > max(0, end - _LONGEST):
        if text[start - 1] in DOTS and start < end:
            start -= 1
            continue
        index = cut.at(start - 1)
        begin, kind = cut.starts[index], cut.kinds[index]
        word = text[begin:start]
        if characters.issuperset(word) and (kind in ("nr", "ns", "nz", "x") or start < end or len(word) > 1):
            start = begin
        elif start == end and kind in ("nr", "nz") and len(word) > 1:
            start = begin + (word[0] not in characters and len(word) > 2)  # 称|卡洛 is one word to the segmenter
            break
        else:
            break
    return start
