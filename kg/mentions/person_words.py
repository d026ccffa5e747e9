"""Words beside a person's name that show it to be one: verbs after it, other words after it, nouns before it."""

import re
from functools import cache

from kg.mentions.lexicon import WordList, alternation, rows

# What a life told in brief begins with: 甲某某，男，1971年出生.
_LIFE = "男|女|汉族|[一-鿿]{1,5}族|中国国籍|现年|生于|出生|本科|大学|硕士|博士|毕业|曾任|现任|历任|[一-鿿]{2,6}人，|\\d{2,4}[年岁]"

# What somebody is said to be: 甲是一位著名的教育家.
_IS_ONE = (
    "(?:是|为)[^，。；\\n]{0,16}?(?:球员|运动员|演员|歌手|作家|诗人|画家|导演|[学探冒][一-鿿]?家|[科教企政艺音舞书作评军思][学育业治术乐蹈法曲论事想]家|学者|院士|医生|教师|老师|学生|选手|干部|农民|商人|将领|将军|主帅|翻译)"
    "(?=[，。；\\n]|之一|[和及兼、])"
)


@cache
def says() -> WordList:
    """Verbs of speech and of a person's doing, right after the name."""
    return WordList(r[0] for r in rows("person_words.tsv", 2) if r[1] == "says")


@cache
def after_names() -> re.Pattern[str]:
    """What else follows a name: 同志, 等人, a life in brief, a bracket with a place in a picture or a Latin spelling."""
    return re.compile(
        alternation(r[0] for r in rows("person_words.tsv", 2) if r[1] == "after")
        + rf"|{_IS_ONE}|[，：:](?:{_LIFE})|性别|等[^，。；]{{0,2}}\d{{0,4}}余?[多名人位]|[（(](?:[^）)]{{0,3}}[左右中前后男女图岁\d]|[A-Z]?[a-z]{{2}})"
    )


@cache
def _before() -> tuple[frozenset[str], dict[str, tuple[int, ...]]]:
    """The words before a name, and how long those are that end in two given characters."""
    words, sizes = frozenset(r[0] for r in rows("person_words.tsv", 2) if r[1] == "before"), dict[str, set[int]]()
    for word in words:
        sizes.setdefault(word[-2:], set()).add(len(word))
    return words, {end: tuple(sorted(lengths)) for end, lengths in sizes.items()}


def leads(text: str, start: int) -> bool:
    """Whether a word that leads to persons stands right before a place: 据, 前锋, a noun for people or kin."""
    words, sizes = _before()
    if start and text[start - 1] in words:
        return True
    for size in sizes.get(text[start - 2 : start], ()) if start > 1 else ():
        if text[max(0, start - size) : start] in words:
            return True
    return False


def is_calling(word: str) -> bool:
    """Whether a word says who somebody is: 王后, 作家, 妻子."""
    return len(word) > 1 and word in _before()[0]
