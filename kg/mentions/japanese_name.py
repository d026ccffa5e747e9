"""Japanese names in full: 佐藤胜昭, 长谷川香织. A surname of the list shows one, and a given name of the characters that Japan gives.

To the segmenter most of the surnames are words or places, so the given name decides: all its characters are those of Japanese given
names, and it is no word that stands behind the place (福岛|核电).
"""

import re
from collections.abc import Iterator
from functools import cache

from kg.mentions.common_word import is_word
from kg.mentions.lexicon import WordList, rows
from kg.mentions.surname import JAPANESE_ENDS, japanese_surnames
from kg.mentions.words import Words

_LOOSE = frozenset("由有上下前后内外中大和里家代方明也")  # more often another word than the edge of a given name
_LAST_OF_THREE = frozenset("郎子之介助吉美香奈代治丸卫门马也次朗和佑平")


@cache
def _characters(kind: str) -> frozenset[str]:
    return frozenset(r[0] for r in rows("japanese_names.tsv", 2) if r[1] == kind)


@cache
def _common() -> frozenset[str]:
    """Surnames that are hardly anything else."""
    return japanese_surnames() | _characters("surname")


@cache
def _surnames() -> WordList:
    return WordList(_common() | _characters("also"))


@cache
def _given() -> frozenset[str]:
    """What given names are written with."""
    return JAPANESE_ENDS | _characters("given")


def japanese(text: str, cut: Words) -> Iterator[tuple[int, int]]:
    """Where a text has Japanese names in full, in order of the text."""
    boundaries, done = cut.boundaries, 0
    for start, middle in _surnames().find(text):
        if start < done or (start not in boundaries and not _is_swallowed(cut, start)):
            continue
        if text[start] == "和" and "一" <= text[start - 1 : start] <= "鿿":
            continue  # 张某某和田某某
        end = _given_end(text, cut, middle, strict=text[start:middle] not in _common())
        if end is not None:
            yield start, end
            done = end


def _is_swallowed(cut: Words, start: int) -> bool:
    """Whether a word that the segmenter guesses begins one character before a place: 年山|内."""
    index = cut.at(start)
    return start - cut.starts[index] == 1 and not is_word(cut.word(index))


def _given_end(text: str, cut: Words, start: int, *, strict: bool) -> int | None:
    """Where the given name ends that begins at a place, the longest first. A `strict` one ends as most of them do."""
    for size in (3, 2):
        end = start + size
        given = text[start:end]
        if len(given) < size or not _given().issuperset(given) or given[0] in "之和村":
            continue
        last = given[-1]
        if (size == 3 and last not in _LAST_OF_THREE) or ((strict or given[0] in _LOOSE) and last not in JAPANESE_ENDS):
            continue
        if (
            is_word(given[-2:])
            or is_word(given)
            or (last in _LOOSE and "一" <= text[end : end + 1] <= "鿿" and text[end] != "的")
        ):
            continue  # 甲某和乙某
        if end in cut.boundaries or _ENDS.match(text, end):
            return end
    return None


_ENDS = re.compile(r"$|[，。、；：！？）（)(“”《》\s]|[于在是为和与及从对的]")
