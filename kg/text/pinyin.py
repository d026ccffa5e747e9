"""Romanisation that a copying site put behind Chinese characters: 區(qū), 建設(shè), 區(qu4), 區qū.

A bracket goes if what it holds is a legal syllable and something says that it is a reading and no remark: a tone mark;
or that the character before it is read so; or, for readings the table lacks, that the text is full of such brackets.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.resources import data_file
from kg.text.draft import Cut
from kg.text.script import HAN, simplify

DENSE = 5
"""So many certain brackets in a text, and doubtful ones are taken for readings as well."""

_MARKS = "\u0300\u0301\u0304\u0306\u030c"
_LETTERS = "a-zA-ZāáǎàăēéěèĕīíǐìĭōóǒòŏūúǔùŭǖǘǚǜüńňǹḿĀÁǍÀĒÉĚÈĪÍǏÌŌÓǑÒŪÚǓÙÜêɑɡ\u0308" + _MARKS
# Each begins with a set of characters, which `re` finds quickly, and looks back from there.
_BRACKET = re.compile(
    rf"[(（ ](?:(?<=[{HAN})）] )[(（]|(?<=[{HAN})）][(（])) ?(?P<inside>[{_LETTERS}?][{_LETTERS}?1-5'’ ]{{0,39}})[)）]"
)
_BARE = re.compile(rf"(?P<inside>[{_LETTERS}](?<=[{HAN})）].)[{_LETTERS}]{{0,7}})(?![{_LETTERS}])")
# The end of a page may cut a bracket in two: 推進(j.
_CUT_OFF = re.compile(rf"(?<=[{HAN})）])[(（][{_LETTERS}]{{0,6}}(?=\s*\Z)")
_HAN_RUN = re.compile(rf"[{HAN}]+\Z")


@cache
def readings() -> dict[str, frozenset[str]]:
    """Syllable without tone (ü as v) → the characters read so; every legal syllable is a key."""
    lines = data_file("lexicon/pinyin.tsv").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {syllable: frozenset(characters) for syllable, characters in pairs}


@cache
def _with_gaps() -> frozenset[str]:
    """Legal syllables with one vowel lost: q?, ji?n."""
    syllables = [s for s in readings() if len(s) > 1]
    return frozenset(s[:i] + "?" + s[i + 1 :] for s in syllables for i, c in enumerate(s) if c in "aeiouv")


@dataclass(frozen=True, slots=True)
class _Syllables:
    plain: str  # letters without tones, ü as v
    toned: int  # how many carry a tone mark or digit
    marked: bool  # a tone mark, not only a digit
    upper: bool
    gap: bool


@lru_cache(maxsize=4096)
def _syllables(inside: str) -> _Syllables | None:
    """What a bracket holds, if it can be one or more pinyin syllables."""
    decomposed = unicodedata.normalize("NFD", inside).replace("ɑ", "a").replace("ɡ", "g")
    marks = sum(c in _MARKS for c in decomposed)
    digits = sum(c.isdigit() for c in decomposed)
    letters = decomposed.replace("u\u0308", "v").replace("U\u0308", "v").replace("\u0302", "")
    # In "nǚ" the marks come as u, diaeresis, caron; any other diaeresis is none of pinyin's.
    plain = "".join(c for c in letters if c not in _MARKS and not c.isdigit() and c not in " '’")
    upper = any(c.isupper() for c in plain)
    plain = plain.lower()
    gap = plain in _with_gaps()
    if not gap and not (plain.isascii() and plain.isalpha() and _is_chain(plain)):
        return None
    if digits > 1 and not marks and " " not in inside:
        return None
    return _Syllables(plain, marks + digits, marks > 0, upper, gap)


def _is_chain(letters: str) -> bool:
    """Whether the letters are legal syllables in a row; u may stand for ü."""
    legal = readings()
    reach = {0}
    for end in range(1, len(letters) + 1):
        if any(end - n in reach and _legal(letters[end - n : end], legal) for n in range(1, 7)):
            reach.add(end)
    return len(letters) in reach


def _legal(syllable: str, legal: dict[str, frozenset[str]]) -> bool:
    return syllable in legal or _spelling(syllable) in legal


def _spelling(syllable: str) -> str:
    """jv, qve → ju, que; lue, nue → lve, nve."""
    if syllable[:1] in ("j", "q", "x", "y") and "v" in syllable:
        return syllable.replace("v", "u")
    if syllable in ("lue", "nue"):
        return syllable.replace("u", "v")
    return syllable


def _is_reading(syllable: str, character: str) -> bool:
    table = readings()
    simple = simplify(character)
    spellings = {syllable, _spelling(syllable)}
    if syllable in ("lu", "nu"):
        spellings.add(syllable[0] + "v")
    return any(simple in table.get(s, ()) for s in spellings)


@dataclass(frozen=True, slots=True)
class _Found:
    cut: Cut
    certain: bool
    certain_if_dense: bool


@lru_cache(maxsize=16384)
def _judge(found: _Syllables, character: str, run: int, bare: bool) -> tuple[bool, bool]:
    """(certain, certain in a text full of readings) for what stands behind `character`, the last of `run`."""
    if found.gap:
        return False, True
    single = found.plain in readings() or _spelling(found.plain) in readings()
    if found.marked:
        # 重庆(chóng qìng) is a reading of two characters; a word with one accent, (café), is no legal chain.
        return (single or found.toned <= run) and not (bare and not single), True
    if not single:
        return False, False
    if found.upper:
        return False, False
    matches = _is_reading(found.plain, character)
    if bare:
        return False, matches
    if len(found.plain) == 1 and not found.toned:
        return False, matches  # (a), (e): rather the letters of a list
    return matches, True


def _run(text: str, end: int) -> int:
    """How many Chinese characters, of the last four, stand before `end`."""
    before = _HAN_RUN.search(text, max(0, end - 4), end)
    return len(before[0]) if before else 0


def _find(text: str, pattern: re.Pattern[str], bare: bool) -> Iterator[_Found]:
    end = -1
    character = ""
    for match in pattern.finditer(text):
        start = match.start()
        if start != end:
            character = text[start - 1]
        if character in ")）":
            continue
        found = _syllables(match["inside"])
        if found is None or (bare and not found.marked and text[match.end() : match.end() + 1].isdigit()):
            continue
        # What was dropped before it may stand between the characters: any run counts as long enough then.
        run = _run(text, start) if found.toned > 1 and start != end else found.toned
        certain, dense = _judge(found, character, run, bare)
        if certain or dense:
            end = match.end()
            yield _Found(Cut(start, end), certain, dense)


def find_pinyin(text: str, bare: bool = False) -> list[Cut]:
    """The romanisation to drop from `text`, in order: in brackets, or (`bare`) in the line itself."""
    found = list(_find(text, _BARE if bare else _BRACKET, bare))
    certain = sum(f.certain for f in found)
    is_dense = certain >= DENSE
    cuts = [f.cut for f in found if f.certain or (is_dense and f.certain_if_dense)]
    if is_dense and (rest := _CUT_OFF.search(text, max(0, len(text) - 20))):
        cuts.append(Cut(*rest.span()))
    return cuts
