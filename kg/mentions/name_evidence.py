"""What speaks for and against a name of a person that no title stands beside, in points.

A name shows by its characters (a surname, then characters of given names, or characters in which foreign names are written),
by how a dictionary cuts them, and by what stands before and after. Each piece of evidence is worth points, the logarithm of how
much likelier it makes a name; the tables name_characters.tsv and name_evidence.tsv hold them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import compress
from typing import NamedTuple

from kg.mentions.common_word import AGENT_ENDS, in_dictionary
from kg.mentions.lexicon import scores, words
from kg.mentions.likelihood import foreign
from kg.mentions.name_context import Context, of_characters, scale
from kg.mentions.surname import LAND
from kg.mentions.transcribed import transcribing
from kg.mentions.words import Words

_MARKS = frozenset("，。、；：“”《》（）·！？\n")
# Characters that no given name holds, or hardly any: the candidate has swallowed a function word.
NO_GIVEN = frozenset("他她它我你咱今的了在和与等为是说也还就将对向从到把被及并率赴来任兼主出参作会有让这两以而个们某")
# Words that stand right after a name and that no given name ends in: 甲乙则, 甲乙曾.
NO_LAST = frozenset("各则曾亦遂已仍却又再皆均所称便乃拥携偕")
# How names of places and bodies end that are no names of persons.
PLACE_END = frozenset("镇湖县乡村区部处局厅科院校会委室司岛滩案版寨屯峪垭圩")
_PARTICLES = frozenset("的在和与等为是说也还就将对向从到把被及并率赴来")
# Points of a character that the table lacks.
_RARE = {"surname": -5.0, "first": -1.5, "second": -1.5, "only": -3.0, "foreign": 1.0}
AT_HOME = 0.7  # log-odds from which on a character is more at home in foreign names than elsewhere
# 卫健|委, 朱雀|二号: what stands before is no person.
_EVENTS = frozenset("会式礼动赛议坛")  # 会议|由
_IS_THING = re.compile(
    r"委(?![员托派任婉屈以身])|[一二三四五六七八九十\d]{1,3}号|(?:慈善|公益|教育|专项|爱心){0,2}基金|(?:国际|假日|商务)?(?:宾馆|大?酒店|饭店|大厦|风?景区|客栈|水库)"
)
_SURE = 0.8  # how much less a candidate is worth whose context says nothing
_SURE_BY_TITLE = 0.3  # the same where a title stands right beside it
# What the characters must be worth where all is weighed, for no evidence outweighs less: those of a word that is a name or of single
# characters, of another word, of a name that ends inside the word behind; and of a name with how it lies in the words of the cut.
_LEAST_OF_NAME, _LEAST_OF_WORD, _LEAST_ACROSS, _LEAST_AS_CUT = -4.5, -3.2, -1.5, -3.0


class Likely(NamedTuple):
    """A name at [start, end) with the points that speak for it."""

    start: int
    end: int
    points: float


@dataclass(frozen=True, slots=True)
class _Points:
    surname: dict[str, float]
    first: dict[str, float]
    second: dict[str, float]
    only: dict[str, float]
    foreign: dict[str, float]
    # What other evidence is worth, by its key without the words before the colon.
    total: float
    given: dict[str, float]
    cut: dict[str, float]
    before: dict[str, float]
    before_word: dict[str, float]
    after: dict[str, float]
    after_word: dict[str, float]
    foreign_size: dict[str, float]
    foreign_cut: dict[str, float]


@cache
def _points() -> _Points:
    table: dict[str, dict[str, float]] = {}
    for (character, place), points in scores("name_characters.tsv", 3):
        table.setdefault(place, {})[character] = points
    evidence = {key: points for (key,), points in scores("name_evidence.tsv")}
    rare = {c: _RARE["foreign"] for c in sorted(transcribing()) if c not in table["foreign"] and foreign(c) > AT_HOME}
    begun = {
        kind: {key.removeprefix(kind): points for key, points in evidence.items() if key.startswith(kind)}
        for kind in ("given:", "cut:", "before:", "before:word:", "after:", "after:word:", "foreign:", "foreign:cut:")
    }
    characters = table["surname"], table["first"], table["second"], table["only"], {**rare, **table["foreign"]}
    return _Points(*characters, evidence["total"], *begun.values())


@cache
def surnames() -> frozenset[str]:
    """The surnames that the table has points for, of one character and of two."""
    return frozenset(_points().surname)


@cache
def belonging() -> frozenset[str]:
    """What a place or a body is called by after its name: 岛, 机场, 集团."""
    return frozenset(word for word, points in _points().after_word.items() if points <= -2)


@cache
def _first_of_surnames() -> frozenset[str]:
    return frozenset(surname[0] for surname in _points().surname) - NO_GIVEN


@cache
def _foreign_run() -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted(_points().foreign))}]{{3,9}}")


@cache
def _countries() -> tuple[frozenset[str], frozenset[int]]:
    names = (*words("countries.tsv"), "苏丹", "埃米尔")
    return frozenset(names), frozenset(map(len, names))


def after_country(text: str, start: int, end: int) -> int:
    """Where a foreign name begins in a run of its characters: after a country and the title of its ruler (文莱苏丹, 卡塔尔埃米尔)."""
    known, sizes = _countries()
    size = 1
    while size:
        size = max((n for n in sizes if start + n <= end and text[start : start + n] in known), default=0)
        start += size
    return start


@lru_cache(maxsize=1 << 16)
def _read(name: str) -> tuple[float, float] | None:
    """What the characters of a candidate are worth, here and where all is weighed; None unless they are a surname and a given name."""
    worth = _worth(name)
    return None if worth is None else (worth, of_characters(name) + scale() * worth)


def _worth(name: str) -> float | None:
    points = _points()
    size = 2 if len(name) > 2 and name[:2] in points.surname else 1
    given = name[size:]
    total = points.surname.get(name[:size])
    if total is None or not 0 < len(given) < 3 or given[-1] in PLACE_END:
        return None
    first = given[0]
    if first in NO_GIVEN or not "一" <= first <= "鿿":
        return None
    if len(given) == 1:
        if first in NO_LAST:
            return None
        return total + points.only.get(given, _RARE["only"])
    second = given[1]
    if second in NO_GIVEN or second in NO_LAST or not "一" <= second <= "鿿":
        return None
    if first == "家" and second in LAND:
        return None
    if second in "地得" and in_dictionary(name[:-1]):
        return None  # 殷切|地
    return total + points.first.get(first, _RARE["first"]) + points.second.get(second, _RARE["second"])


class Evidence:
    """What speaks for and against the names of one text. `titles` are the offsets at which titles start and end.

    The points of one candidate are added up in one order, so that the sum is the same to the last bit wherever it is made.
    """

    def __init__(self, text: str, cut: Words, title_starts: frozenset[int], title_ends: frozenset[int]) -> None:
        self.text, self.cut = text, cut
        self.title_starts, self.title_ends = title_starts, title_ends

    def native(self) -> Iterator[tuple[int, int, tuple[float, float]]]:
        """Candidates that begin with a surname: where, and what their characters are worth.

        They are whole words of the cut: one that is a name or that no dictionary has, or single characters, or one of two beside one.
        """
        surnames, text = _points().surname, self.text
        starts, kinds, firsts, boundaries = self.cut.starts, self.cut.kinds, _first_of_surnames(), self.cut.boundaries
        ends = self.cut.ends + self.cut.ends[-1:] * 2  # two words follow each
        for index in [i for i, first in enumerate(self.cut.initials) if first in firsts]:
            start, end = starts[index], ends[index]
            if text[start] not in surnames and text[start : start + 2] not in surnames:
                continue
            if text[end : end + 1] in NO_GIVEN and end - start == 1:
                continue  # 于是, 和在
            if text[start] in "由但" and (
                text[start + 1 : start + 2] in surnames or text[start - 1 : start] in _EVENTS
            ):
                continue  # 由林某某接任, 会议由卯某主持
            if text[start] == "字" and text[start - 1 : start] in _MARKS:
                continue  # 甲某，字乙某
            size, is_name = end - start, kinds[index] in ("nr", "x")
            least = _LEAST_OF_NAME if is_name or size == 1 else _LEAST_OF_WORD
            if size == 1 or text[start:end] in surnames:
                second, third = ends[index + 1], ends[index + 2]
                stops = (second, third) if third > second else (second,)
            elif size == 2:
                second = ends[index + 1]
                stops = (end, end + 1) if second == end + 1 or is_name else (end,)
            else:
                stops = (end - 1,) if text[end - 1] in NO_GIVEN else (end,)
            for stop in stops:
                if 1 < stop - start < 5 and (read := _read(text[start:stop])) is not None and read[1] >= least:
                    if stop == end + 1 and size == 2 and read[1] < _LEAST_ACROSS and stop not in boundaries:
                        continue
                    yield start, stop, read

    def foreign(self) -> Iterator[tuple[int, int]]:
        """Candidates written in the characters of foreign names: a run of them, with an edge moved to a word's edge."""
        boundaries = self.cut.boundaries
        for m in _foreign_run().finditer(self.text):
            start, end = after_country(self.text, *m.span()), m.end()
            for left in range(start, min(start + 3, end)):
                if left == start or left in boundaries:
                    for right in range(end, max(end - 3, left + 1), -1):
                        if right == end or right in boundaries:
                            yield left, right

    def of_native(self, start: int, end: int, read: tuple[float, float]) -> float | None:
        """What speaks for a candidate that begins with a surname and whose characters are worth so much; None if too little does."""
        points, name = _points(), self.text[start:end]
        given = end - start - (2 if end - start > 2 and name[:2] in points.surname else 1)
        total = self._cut_by(points.cut, start, end, points.given.get(str(given), 0.0))
        if read[1] + scale() * total < _LEAST_AS_CUT:
            return None
        return read[0] + (points.total + self._after(end, self._before(start, total)))

    def of_foreign(self, start: int, end: int) -> float:
        """What else speaks for a candidate written as foreign names are."""
        points = _points()
        text, known = self.text, points.foreign
        total = points.foreign_size.get(str(min(end - start, 6)), 0.0)
        whole = (start == 0 or text[start - 1] not in known) and (end >= len(text) or text[end] not in known)
        total += points.foreign_size.get("whole" if whole else "part", 0.0)
        total = self._cut_by(points.foreign_cut, start, end, total)
        return points.total + self._after(end, self._before(start, total))

    def _cut_by(self, worth: dict[str, float], start: int, end: int, total: float) -> float:
        """`total` with how the candidate lies in the words of a cut: one word with its tag, several, or across one."""
        cut = self.cut
        first = cut.index.get(start)
        if first is not None and cut.ends[first] == end:
            return total + worth.get(f"one:{cut.kinds[first]}", 0.0)
        clean_start, clean_end = first is not None or start in cut.boundaries, end in cut.boundaries
        if not (clean_start and clean_end):
            total += worth.get(f"across:{int(not clean_start)}{int(not clean_end)}", 0.0)
            index = cut.at(start) if not clean_start else cut.at(end - 1)
            return total + worth.get(f"across:{cut.kinds[index]}", 0.0)
        index, sizes = first if first is not None else cut.at(start), list[str]()
        while index < len(cut.starts) and cut.starts[index] < end:
            size = cut.ends[index] - cut.starts[index]
            sizes.append(str(size))
            if size > 1:
                total += worth.get(f"holds:{cut.kinds[index]}", 0.0)
            index += 1
        return total + worth.get("+".join(sizes) if len(sizes) < 4 else "many", 0.0)

    def _before(self, start: int, total: float) -> float:
        """`total` with what stands before: a title, a mark, a word."""
        worth, text = _points().before, self.text
        if start in self.title_ends:
            return total + worth.get("title", 0.0)
        if start == 0:
            return total + worth.get("start", 0.0)
        before = text[start - 1]
        if not "一" <= before <= "鿿":
            return total + worth.get(_mark(before), 0.0)
        index = self.cut.at(start - 1)
        if before in AGENT_ENDS and self.cut.starts[index] < start - 1:
            total += worth.get("agent", 0.0)
        total += worth.get(self.cut.kinds[index], 0.0)
        return total + _points().before_word.get(self.cut.word(index), 0.0)

    def _after(self, end: int, total: float) -> float:
        """`total` with what stands behind."""
        worth, text = _points().after, self.text
        if end in self.title_starts:
            return total + worth.get("title", 0.0)
        if end >= len(text):
            return total + worth.get("end", 0.0)
        after = text[end]
        if not "一" <= after <= "鿿":
            return total + worth.get(_mark(after), 0.0)
        if after in _PARTICLES:
            total += worth.get("particle", 0.0)
        index = self.cut.index.get(end)
        if index is None:
            return total + worth.get("inside a word", 0.0)
        total += worth.get(self.cut.kinds[index], 0.0)
        return total + _points().after_word.get(self.cut.word(index), 0.0)

    def others(self) -> Iterator[tuple[int, int]]:
        """Words that the segmenter takes for names and that begin with no surname: given names, names of other scripts."""
        cut, known = self.cut, surnames()
        for index in compress(range(len(cut.kinds)), map("nr".__eq__, cut.kinds)):
            first = cut.initials[index]
            if first not in known and "一" <= first <= "鿿" and 1 < cut.ends[index] - cut.starts[index] < 5:
                yield cut.starts[index], cut.ends[index]

    def weighed(self) -> Iterator[Likely]:
        """The candidates that are not hopeless, with all that speaks for them."""
        context, text, seen = Context(self.text, self.cut), self.text, set[tuple[int, int]]()
        for start, end, read in self.native():
            if (points := self.of_native(start, end, read)) is None or _IS_THING.match(text, end):
                continue
            seen.add((start, end))
            if (total := context.of_native(start, end, points)) is not None:
                less = _SURE_BY_TITLE if end in self.title_starts or start in self.title_ends else _SURE
                yield Likely(start, end, max(total, points - less))  # what stands right beside it says enough
        known = _points().foreign
        for start, end in self.foreign():
            if (start, end) not in seen:
                seen.add((start, end))
                points = sum([known[c] for c in text[start:end]]) / (end - start) + self.of_foreign(start, end)
                if (total := context.of_other("foreign", start, end, points)) is not None:
                    yield Likely(start, end, total)
        for start, end in self.others():
            if (start, end) not in seen:
                points = self._after(end, self._before(start, 0.0))
                if (total := context.of_other("word", start, end, points)) is not None:
                    yield Likely(start, end, total)

    def find(self, least: float) -> list[Likely]:
        """The names with at least `least` points, none overlapping, the strongest chosen first, in order of the text."""
        found = [likely for likely in self.weighed() if likely.points >= least]
        taken: set[int] = set()
        chosen = []
        for likely in sorted(found, key=lambda f: (-f.points, f.start, f.end)):
            if taken.isdisjoint(range(likely.start, likely.end)):
                taken.update(range(likely.start, likely.end))
                chosen.append(likely)
        return sorted(chosen, key=lambda f: f.start)


def _mark(mark: str) -> str:
    return "line" if mark == "\n" else mark if mark in _MARKS else "other mark"
