"""What a dictionary says of a few characters: whether they are a common word, a place, or known to be no person's name."""

import re
from functools import cache, lru_cache

import rjieba

from kg.mentions.lexicon import rows, words

# How nouns for people end: 村民, 毕业生, 选手, 志愿者.
AGENT_ENDS = frozenset("生民户员者手工人师匠友迷星帅将长妻夫母父儿女弟妹哥姐")


@lru_cache(maxsize=1 << 16)
def dictionary_cut(text: str) -> list[tuple[str, str]]:
    """The words of a short text by the segmenter's dictionary alone, with their tags."""
    return list(rjieba.tag(text, False))


@lru_cache(maxsize=1 << 16)
def is_word(text: str) -> bool:
    """Whether the segmenter's dictionary knows these characters as a common word and not as a name."""
    cut = dictionary_cut(text)
    return len(cut) == 1 and not cut[0][1].startswith("nr")


def in_dictionary(text: str) -> bool:
    """Whether the segmenter's dictionary has these characters as one word, a name or not."""
    return len(dictionary_cut(text)) == 1


def is_guessed(word: str) -> bool:
    """Whether the segmenter's dictionary lacks a word, so that its being one is a guess."""
    return len(dictionary_cut(word)) > 1


def is_place(name: str) -> bool:
    """Whether the segmenter's dictionary knows these characters as the name of a place."""
    cut = dictionary_cut(name)
    return len(cut) == 1 and cut[0][1] == "ns"


@cache
def _no_names() -> frozenset[str]:
    """Common words, countries and capitals, the sides in talks (韩方), and football clubs."""
    sides = (short + "方" for r in rows("countries.tsv", 2) for short in (r[0][0], r[1][:1]))
    clubs = (name for r in rows("clubs.tsv") for name in (r[0], *"".join(r[1:2]).split("|")) if name)
    return frozenset((*words("no_names.tsv"), *words("countries.tsv"), *sides, *clubs))


# 校长|和师生代表, 教师|来穗参加
_AND_WHOM = re.compile("[和与及](?:师生|学生|教师|家长|嘉宾|代表|专家|员工|领导|同事|教练|家属|医护|干部)")
_COMES = re.compile("[来抵][京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀黔贵滇藏陕秦甘陇青宁新蒙港澳台穗蓉杭甬榕]")


def is_no_name(text: str) -> bool:
    """Whether these characters read like a person's name and are known to be none, after no title."""
    if _AND_WHOM.fullmatch(text) or _COMES.fullmatch(text):
        return True
    return text in _no_names() or text.startswith("双方") or (text[-1] in "愿称地" and text[:-1] in _no_names())


# 人 of a place, 图 of a sort, 学 of a field, 树 of a kind: the head of a compound whose first part is a word of its own.
_HEADS = frozenset("人军图书学滩歌米花堂站岛版案卡队团楼率权式型类期树花草")


def is_compound(text: str) -> bool:
    """Whether three characters are a word with the head of a compound: 伊朗人, 高清图, 承诺书, 桂花树; or a country's forces: 乌军方. 高志军 is none, for 志军 is a given name."""
    return (
        len(text) == 3
        and text[1:] not in words("common_given_names.tsv")
        and (
            text[1:] == "军方"
            or (text[2] in _HEADS and is_word(text[:2]))
            or (text[2] == "树" and in_dictionary(text[:2]))
        )
    )
