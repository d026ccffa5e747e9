"""Foreign names in parts: 阿尔瓦·林德霍姆. The dot between two parts shows one; where it begins and ends is told by its words.

On either side the name goes on while the words are written in the characters of transcription or the segmenter takes them for names.
"""

import re
from collections.abc import Iterator

from kg.mentions.common_word import in_dictionary, is_guessed
from kg.mentions.lexicon import words
from kg.mentions.likelihood import foreign
from kg.mentions.ordered import Ordered, Placed
from kg.mentions.person_words import is_calling
from kg.mentions.transcribed import transcribing
from kg.mentions.words import Words

DOTS = "·・•‧"
# Han characters but those that join two names (和, 与, 及) and 的.
HAN = "[一-不丏-叉友-咋咍-皃皅-鿿]"
_CHAIN = re.compile(rf"{HAN}{{1,8}}(?:[{DOTS}](?:[A-Z]|{HAN}{{1,8}})){{1,4}}")
_DOT = re.compile(f"[{DOTS}]")
_BEFORE_DOT = re.compile(rf"{HAN}{{1,8}}\Z")
_LONGEST = 24  # characters of a name in parts
_LONGEST_PART = 6  # characters of a name's first part
_SLOT_END = re.compile(f"(?!{HAN}等){HAN}{{1,6}}?(?=[、，]|等)")
# Names of Muslims that begin with Abdul: 都 is no word in them.
_SERVANTS = ("阿布", "阿不", "阿卜")
_ENOUGH = 2.0  # log-odds of all characters
# Tags of the segmenter for the words that stand beside a name and are no part of it: 和, 让, 曾, 就.
_SMALL = frozenset("pcdurmfqy")


def parted(text: str, cut: Words, taken: Ordered[Placed]) -> Iterator[tuple[int, int]]:
    """Where a text has a name in parts that lies outside what is `taken`."""
    for chain in _chains(text):
        dots = [m.start() for m in _DOT.finditer(text, *chain.span())]
        start = _left_end(text, cut, chain.start(), dots[0])
        end = right_end(text, cut, dots[-1], chain.end())
        if text[chain.start() - 1 : chain.start()] == "、" and dots[0] - chain.start() <= _LONGEST_PART:
            start = chain.start()  # 、吾守尔·斯拉木: what fills the slot of a list
            slot = _SLOT_END.match(text, dots[-1] + 1)
            end = slot.end() if slot else end
        whole = start < dots[0] and end > dots[-1] + 1 and not taken.touches(start, end)
        if whole and foreign(text[start:end]) > _ENOUGH:
            yield start, end


def _chains(text: str) -> Iterator[re.Match[str]]:
    """What `_CHAIN.finditer(text)` finds, looked for around the dots."""
    done = 0
    for dot in _DOT.finditer(text):
        first = _BEFORE_DOT.search(text, max(done, dot.start() - 8), dot.start()) if dot.start() > done else None
        if first and (chain := _CHAIN.match(text, first.start())):
            yield chain
            done = chain.end()


def parted_before(text: str, cut: Words, end: int) -> int | None:
    """Where a name in parts begins that ends right at `end`, or None."""
    if (first := _DOT.search(text, max(0, end - _LONGEST), end)) is None:
        return None
    chain = next((m for m in _CHAIN.finditer(text, max(0, first.start() - 8), end) if m.end() == end), None)
    if chain is None:
        return None
    dots = [m.start() for m in _DOT.finditer(text, *chain.span())]
    start = _left_end(text, cut, chain.start(), dots[0])
    if start == dots[0] and not "一" <= text[chain.start() - 1 : chain.start()] <= "鿿":
        start = chain.start()  # the part fills what stands between a mark and the dot
    if start == dots[0] or right_end(text, cut, dots[-1], end) < end or foreign(text[start:end]) <= _ENOUGH:
        return None
    return start


def _left_end(text: str, cut: Words, least: int, dot: int) -> int:
    """Where the part before the first dot begins, at `least` or after it."""
    start = dot
    while start > least:
        index = cut.at(start - 1)
        begin = cut.starts[index]
        if begin < least or not (
            _is_part(text, cut, index, small=start < dot, left=True) or _is_behind_verb(text, cut, index)
        ):
            break
        start = begin
    if start == dot:  # the word before the dot holds more than the name, or none is known there: 苏帕猜·巴图
        rare = dot - 1 if cut.starts[cut.at(dot - 1)] == dot - 1 and text[dot - 1] not in transcribing() else dot
        start = rare
        while start > least and text[start - 1] in transcribing():
            start -= 1
        if start == rare:
            start = dot
    return start


def _is_behind_verb(text: str, cut: Words, index: int) -> bool:
    """Whether 里, which elsewhere stands behind a place, begins a name behind a verb: 致电|里希·某某."""
    return index > 0 and text[cut.starts[index] : cut.ends[index]] == "里" and cut.tags[index - 1] in ("v", "vn")


def right_end(text: str, cut: Words, dot: int, most: int) -> int:
    """Where the part after the last dot ends, at `most` or before it."""
    end, servant = dot + 1, False
    while end < most:
        index, behind = cut.at(end), servant
        servant = text.startswith("都", end) and text.endswith(_SERVANTS, dot + 1, end)  # 阿布|都|克热木
        if behind and in_dictionary(cut.word(index)) and cut.tags[index].startswith("v"):
            break  # 阿布都|参加
        if not servant and not _is_part(text, cut, index, small=end > dot + 1 and not behind):
            break
        end = min(cut.ends[index], most)
    if end == dot + 1:  # the word after the dot holds more than the name
        while end < most and text[end] in transcribing():
            end += 1
    # 夏默|于1901年: a preposition that no name ends in
    return end - 1 if text[end - 1] == "于" and end > dot + 2 else end


def _strange(word: str) -> int:
    """How many characters of a word are none of those that foreign names are written in."""
    return len(word) - sum([c in transcribing() for c in word])


def _is_part(text: str, cut: Words, index: int, *, small: bool, left: bool = False) -> bool:
    """Whether a word belongs to a foreign name; `small` words do not, where the name has begun without them."""
    word, tag = text[cut.starts[index] : cut.ends[index]], cut.tags[index]
    if small and (tag[0] in _SMALL or word in words("countries.tsv")):
        return False
    if tag[:2] == "nr" or transcribing().issuperset(word):
        return not small or not is_calling(word)  # 王后|玛丽·某某
    # right beside the dot also a word that the dictionary has for something else: 路易, 大卫, 伦敦
    most = 1 if small else len(word) - 1
    return (
        len(word) in (2, 3)
        and (not small or tag == "ns")
        and _strange(word) <= most
        and not (left and is_guessed(word))  # 小说|家欧·亨利
    )
