"""The words of the lexicons that the counting rules ask, and a segmenter that knows them.

Word boundaries come from jieba's dictionary; which words end or begin a noun from count_words.tsv and counted.tsv
in data/lexicon/.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

import rjieba

from kg.mentions.lexicon import alternation, rows
from kg.mentions.words import Words

_TAGS = {"noun": "n", "inner": "b", "link": "v", "change": "v", "reach": "v", "act": "vn"}
_BEFORE, _BEHIND = (
    "已比将被把使让由在从均各需该仅共还也就都内同环今昨",
    "是有为到至在使由比将较",
)  # particles that names swallow

_HEADS = ("同比", "环比", "今天", "昨天")
_COMPARING = (
    "比",
    "较",
    "占",
    "完成",
    "高于",
    "低于",
    "高出",
    "低出",
    "快于",
    "多于",
    "少于",
    "优于",
    "好于",
    "超",
    "拉动",
    "带动",
    "领先",
)
_PLACE = 5  # characters; longer names of places have an ending that says so


@cache
def words_of(name: str) -> frozenset[str]:
    """The words of one class of count_words.tsv."""
    return frozenset(word for word, kind in rows("count_words.tsv", 2) if kind == name)


@cache
def endings(name: str) -> tuple[str, ...]:
    """The noun endings of one class of counted.tsv: abstract, concrete, metric, relative."""
    return tuple(sorted((word for word, kind in rows("counted.tsv", 2) if kind == name), key=lambda w: (-len(w), w)))


@cache
def _tags() -> dict[str, str]:
    """The words that jieba parts, lacks or tags otherwise (占比, 升至, 举措), with their part of speech here."""
    metrics = {word: "n" for word, kind in rows("counted.tsv", 2) if kind == "metric" and not word.isascii()}
    known = metrics | {word: _TAGS[kind] for word, kind in rows("count_words.tsv", 2) if kind in _TAGS}
    return {word: tag for word, tag in known.items() if len(word) > 1 or word in words_of("noun")}


@cache
def _segmenter() -> rjieba.Jieba:
    segmenter = rjieba.Jieba()
    for word, tag in _tags().items():
        if len(word) > 1:
            segmenter.add_word(word, None, tag)
    segmenter.add_word("报到", 30_000, "vn")  # often enough for 新生|报到; the dictionary has a paper 新生报
    return segmenter


@lru_cache(maxsize=4096)
def cut(text: str) -> Words:
    """The words of a short run of text, tagged. Several rules ask for the words of one run."""
    starts, ends, tags, position = [], [], [], 0
    known = _tags()
    for guess, guessed in _segmenter().tag(text):
        # a guess at a name may swallow a particle: 已|播, 由|生均; the dictionary alone parts it
        glued = 1 < len(guess) < 5 and (guess[0] in _BEFORE or guess[-1] in _BEHIND)
        pieces = _parted(guess) if glued else ((guess, guessed),)
        for word, tag in pieces:
            starts.append(position)
            position += len(word)
            ends.append(position)
            tags.append(known.get(word, tag))
    return Words(text, tuple(starts), tuple(ends), tuple(tags))


def _parted(guess: str) -> Sequence[tuple[str, str]]:
    """A guessed word as the dictionary parts it; 规模较 and 同比增加, which it lists, beside their 较 and 同比."""
    if guess.startswith(_HEADS):
        return [(guess[:2], "t"), *_segmenter().tag(guess[2:], False)]
    pieces = _segmenter().tag(guess, False)
    return [*_segmenter().tag(guess[:-1], False), ("较", "d")] if len(pieces) == 1 and guess[-1] == "较" else pieces


def is_metric(noun: str) -> bool:
    """Whether a noun names a measure or rate: 覆盖率, 总产值."""
    return noun.endswith(endings("metric"))


def modifies(word: str) -> bool:
    """Whether a verb may stand inside a noun: 创业平台, 审批事项."""
    return word in words_of("nominal") or word in words_of("attributive")


def is_person(noun: str) -> bool:
    """Whether a noun names people, whom 名 and 人 count: 职工, 高校毕业生."""
    return noun.endswith(endings("people"))


@lru_cache(maxsize=4096)
def is_bare(noun: str, whole: bool = True) -> bool:
    """Whether a noun says how much without saying of what: 同比增长, 比规划指标高出; with `whole` 增速, too."""
    said = noun
    for word in endings("relative") if whole else ():
        if noun.startswith(word) and len(noun) > len(word):
            said = noun.removeprefix(word)  # 增速高于全省
            break
    if said.startswith(_COMPARING):
        return True
    run = cut(noun)
    relative = endings("relative") if whole else ()
    if whole and len(run.starts) == 1 and len(noun) <= 4 and noun.endswith(relative):
        return True
    words = (run.word(i) for i in range(len(run.starts)))
    return all(w in words_of("change") or w in words_of("comparison") or w in relative for w in words)


def is_abstract(noun: str) -> bool:
    """Whether a noun names points of a speech or an argument: 方面, 希望."""
    return noun.endswith(endings("abstract"))


def is_concrete(noun: str) -> bool:
    """Whether a noun names agents, places or things: 学校, 企业, 区县."""
    return noun.endswith(endings("concrete"))


@cache
def _attributes() -> re.Pattern[str]:
    """An attribute of one thing right before its number: 时速约, 全长达, 高."""
    long = alternation([w for w in words_of("attribute") if len(w) > 1])
    short = "".join(sorted(w for w in words_of("attribute") if len(w) == 1))
    return re.compile(
        rf"(?:{long}|(?<![增成延提加拓拉升])[{short}])[只仅约近超过达到为是在有可均都已最多逾至了高深]{{0,4}}$"
    )


def is_attribute(text: str, position: int, noun: str) -> bool:
    """Whether the measure at `position` is an attribute of one thing, which counts nothing: 时速350公里, 直径4厘米."""
    return noun.endswith(tuple(words_of("attribute"))) or bool(
        _attributes().search(text, max(0, position - 10), position)
    )


@lru_cache(maxsize=4096)
def is_place(noun: str) -> bool:
    """Whether a noun is but the name of a place: 河南; not 城市, which is counted."""
    run = cut(noun) if len(noun) < _PLACE else None
    return run is not None and len(run.starts) == 1 and run.tags[0] == "ns" and not is_concrete(noun)
