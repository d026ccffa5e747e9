"""Names of persons that no title stands beside, found by adding up evidence.

A name shows by its characters (a surname, then characters of given names, or characters in which foreign names are written),
by how a dictionary cuts them, and by what stands before and after. Each piece of evidence is worth points, the logarithm of how
much likelier it makes a name; the tables name_characters.tsv and name_evidence.tsv hold them. A name counts from a sum on.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from kg.mentions.lexicon import scores, words
from kg.mentions.likelihood import chinese, foreign
from kg.mentions.ordered import Ordered, Placed
from kg.mentions.parted import transcribing
from kg.mentions.person import AGENT_ENDS, Name, is_guessed, is_no_name, is_word
from kg.mentions.surname import (
    JAPANESE_ENDS,
    compound_surnames,
    japanese_surnames,
    single_surnames,
    word_surnames,
)
from kg.mentions.title import Title
from kg.mentions.words import Words
from kg.text.scan import holds

_MARKS = frozenset("，。、；：“”《》（）·！？\n")
# Characters that no given name holds, or hardly any: the candidate has swallowed a function word.
_NEVER = frozenset("今的了在和与等为是说也还就将对向从到把被及并率赴来任兼主出参作会有让这两以而个们某")
# Words that stand right after a name and that no given name ends in: 甲乙则, 甲乙曾.
NO_LAST = frozenset("则曾亦遂已仍却又再皆均所称便乃")
# How names of places and bodies end that are no names of persons.
_PLACE_END = frozenset("镇湖县乡村区部处局厅科院校会委室司")
_PARTICLES = frozenset("的在和与等为是说也还就将对向从到把被及并率赴来")
# Points of a character that the table lacks.
_RARE = {"surname": -5.0, "first": -1.5, "second": -1.5, "only": -3.0, "foreign": 1.0}
# The name at the head of a life: 甲某，男，汉族 …; 乙某先生：1966年出生 ….
_LIFE = re.compile(
    r"(?:^|(?<=[\n，。；：、“ ]))(?P<name>[一-鿿]{2,4}?)(?=(?:先生|女士)|[，：（] ?(?:男|女)[，。；、）]|[，：（] ?(?:[一-鿿]{1,4}族[，。；、]"
    r"|中国国籍|现年|(?:19|20)\d\d ?年[一-鿿\d]{0,6}?生|\d{2}岁))"
)
# The name at the head of an article about one: 甲某，江西南昌人，… 乙某（1902年…, 丙某，字…. Mark for mark, so that only a name fills the slot.
_HEAD = re.compile(
    r"(?P<name>[一-鿿]{2,4}?)(?:，(?:字|号|本名|原名|又名|别名|艺名|笔名)[一-鿿“]"
    r"|（(?:[^（），。；]{1,12}[，；])?(?:约|公元前?|前)?\d{3,4}年?(?:\d{1,2}月\d{1,2}日)?[-—－–~～至]"
    r"|，[^，。；（）\d]{2,14}(?<![工本该这那别何诗夫军商众古等的])人(?=[，。；]))"
)
_OPENING = re.compile("[\n。](?=[一-鿿]{2,4}[，（])")  # what a sentence begins behind that may begin with a name
# Without one of these no life is told.
_ANY_LIFE = re.compile(r"[，：（] ?(?:[男女]|[一-鿿]{1,4}族|中国国籍|现年|(?:19|20)\d\d ?年|\d\d岁)")
_TITLED = re.compile(r"(?:先生|女士|小姐|同志|[长任总工导师授])\Z")
_AT_HOME = 0.7  # log-odds from which on a character is more at home in foreign names than elsewhere
ENOUGH = 0.5  # points from which on a name counts
_HOPELESS = -9.0  # no evidence outweighs characters worth less


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
    rare = {c: _RARE["foreign"] for c in sorted(transcribing()) if c not in table["foreign"] and foreign(c) > _AT_HOME}
    begun = {
        kind: {key.removeprefix(kind): points for key, points in evidence.items() if key.startswith(kind)}
        for kind in ("given:", "cut:", "before:", "before:word:", "after:", "after:word:", "foreign:", "foreign:cut:")
    }
    characters = table["surname"], table["first"], table["second"], table["only"], {**rare, **table["foreign"]}
    return _Points(*characters, evidence["total"], *begun.values())


@cache
def belonging() -> frozenset[str]:
    """What a place or a body is called by after its name: 岛, 机场, 集团."""
    return frozenset(word for word, points in _points().after_word.items() if points <= -2)


@cache
def _first_of_surnames() -> frozenset[str]:
    return frozenset(surname[0] for surname in _points().surname) - _NEVER


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


class Evidence:
    """What speaks for and against the names of one text. `titles` are the offsets at which titles start and end.

    The points of one candidate are added up in one order, so that the sum is the same to the last bit wherever it is made.
    """

    def __init__(self, text: str, cut: Words, title_starts: frozenset[int], title_ends: frozenset[int]) -> None:
        self.text, self.cut = text, cut
        self.title_starts, self.title_ends = title_starts, title_ends

    def native(self) -> Iterator[tuple[int, int, float]]:
        """Candidates that begin with a surname: where, and what their characters are worth.

        They are whole words of the dictionary's cut: single characters, or one of two beside one; or one word tagged as a name.
        """
        surnames, text = _points().surname, self.text
        starts, kinds, firsts = self.cut.starts, self.cut.kinds, _first_of_surnames()
        ends = self.cut.ends + self.cut.ends[-1:] * 2  # two words follow each
        for index in [i for i, first in enumerate(self.cut.initials) if first in firsts]:
            start, end = starts[index], ends[index]
            if text[start] not in surnames and text[start : start + 2] not in surnames:
                continue
            if text[end : end + 1] in _NEVER and end - start == 1:
                continue  # 于是, 和在
            if text[start] in "由但" and text[start + 1 : start + 2] in surnames:
                continue  # 由林某某接任
            if end - start > 1 and kinds[index] in ("nr", "x"):
                stops = (end, end + 1) if end - start == 2 else (end - 1,) if text[end - 1] in _NEVER else (end,)
            else:
                second, third = ends[index + 1], ends[index + 2]
                stops = (second, third) if third > second else (second,)
            for stop in stops:
                if 1 < stop - start < 5 and (worth := self._read(start, stop)) is not None:
                    yield start, stop, worth

    def _read(self, start: int, end: int) -> float | None:
        """What the characters of a candidate are worth, where it is a surname and one or two characters more."""
        text, points = self.text, _points()
        size = 2 if end - start > 2 and text[start : start + 2] in points.surname else 1
        given = text[start + size : end]
        total = points.surname.get(text[start : start + size])
        if total is None or len(given) > 2 or given[-1] in _PLACE_END:
            return None
        first = given[0]
        if first in _NEVER or not "一" <= first <= "鿿":
            return None
        if len(given) == 1:
            if first in NO_LAST:
                return None
            return total + points.only.get(given, _RARE["only"])
        second = given[1]
        if second in _NEVER or second in NO_LAST or not "一" <= second <= "鿿":
            return None
        return total + points.first.get(first, _RARE["first"]) + points.second.get(second, _RARE["second"])

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

    def of_native(self, start: int, end: int) -> float:
        """What else speaks for a candidate that begins with a surname."""
        points = _points()
        given = end - start - (2 if end - start > 2 and self.text[start : start + 2] in points.surname else 1)
        total = self._cut_by(points.cut, start, end, points.given.get(str(given), 0.0))
        return points.total + self._after(end, self._before(start, total))

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

    def find(self, least: float) -> list[Likely]:
        """The names with at least `least` points, none overlapping, the strongest chosen first, in order of the text."""
        found: list[Likely] = []
        for start, end, total in self.native():
            if total >= _HOPELESS:
                total += self.of_native(start, end)
                if total >= least:
                    found.append(Likely(start, end, total))
        known = _points().foreign
        for start, end in self.foreign():
            total = sum(known[c] for c in self.text[start:end]) / (end - start)
            total += self.of_foreign(start, end)
            if total >= least:
                found.append(Likely(start, end, total))
        taken: set[int] = set()
        chosen = []
        for likely in sorted(found, key=lambda f: (-f.points, f.start, f.end)):
            if taken.isdisjoint(range(likely.start, likely.end)):
                taken.update(range(likely.start, likely.end))
                chosen.append(likely)
        return sorted(chosen, key=lambda f: f.start)


def _mark(mark: str) -> str:
    return "line" if mark == "\n" else mark if mark in _MARKS else "other mark"


def untitled(text: str, cut: Words, titles: list[Title], taken: Ordered[Placed]) -> list[Name]:
    """The persons that a text names without a title, where nothing else is named (`taken`)."""
    lives = [
        Name(*m.span("name"), m["name"], "head of a life")
        for m in (_LIFE.finditer(text) if holds(text, ("先生", "女士")) or _ANY_LIFE.search(text) else ())
        if _has_surname(m["name"]) and not taken.touches(*m.span("name")) and not is_word(m["name"])
    ]
    lives += [
        Name(*m.span("name"), m["name"], "head of a life")
        for start in (0, *(o.end() for o in _OPENING.finditer(text)))
        if (m := _HEAD.match(text, start)) and _may_head(m["name"]) and not taken.touches(*m.span("name"))
    ]
    if holds(text, _OF_OFFICE):
        lives += [
            Name(*m.span("name"), m["name"], "in an appointment")
            for m in _OFFICE.finditer(text)
            if _may_be_appointed(m["name"], firm=m["firm"] is not None) and not taken.touches(*m.span("name"))
        ]
    evidence = Evidence(text, cut, frozenset(t.start for t in titles), frozenset(t.end for t in titles))
    heads = Ordered(lives)
    likely = [
        Name(n.start, end, text[n.start : end], "by its characters")
        for n in evidence.find(ENOUGH)
        for end in (_whole(text, cut, n.start, n.end),)
        if not (taken.touches(n.start, end) or heads.touches(n.start, end) or _is_common(text[n.start : end]))
    ]
    return sorted([*lives, *likely], key=lambda n: n.start)


def _may_head(name: str) -> bool:
    """Whether the characters may be the Chinese name of one whose life is told."""
    return (
        len(name) < 4
        and _has_surname(name)
        and not is_word(name)
        and not _is_common(name)
        and chinese(name[0], name[1:]) > 0
    )


_NEAR = 3000  # characters around a name in which it comes again


def _whole(text: str, cut: Words, start: int, end: int) -> int:
    """Where a name of two characters ends that comes again and again before one and the same third, which begins no word."""
    name, longer = text[start:end], text[start : end + 1]
    third = longer[-1]
    if end - start != 2 or len(longer) < 3 or third in _NEVER or third in _PLACE_END or not "一" <= third <= "鿿":
        return end
    index = cut.index.get(end)
    begins = index is not None and (cut.tags[index][0] in "vpducr" and is_word(cut.word(index)))
    least, most = max(0, start - _NEAR), start + _NEAR
    return end + 1 if not begins and 1 < text.count(name, least, most) == text.count(longer, least, most) else end


# Whom somebody makes something: to the segmenter 任命张伟为 ends in a name of three characters.
_APPOINTED = re.compile(
    "(?:任命|聘任|聘请|提名|选举|补选|推举|推选)(?P<name>[一-鿿]{2,4}?)(?:同志)?(?=为|担任|兼任|出任)"
)


def edges_of_appointed(text: str) -> Iterator[int]:
    """Where names of those begin and end who are made something: no word goes over these edges."""
    for m in _APPOINTED.finditer(text) if holds(text, ("任命", "聘", "提名", "选举", "补选", "推举", "推选")) else ():
        if _has_surname(m["name"]):
            yield from (m.start("name"), m.end("name"), m.end() + 1)


# The function words that the segmenter takes for the end of a name: in no given name, and in hardly any third character of one.
_NO_END = frozenset("的在是也就则还又曾已将对把被从与等所称")
_NO_FOURTH = _NO_END | frozenset("为自以任于受和向由同给让")


def edges_of_swallowed(text: str, cut: Words) -> Iterator[int]:
    """Where a word that the segmenter takes for a name goes on past it: 甲乙丙|为, 甲乙|称."""
    surnames = _points().surname
    for index in [i for i, kind in enumerate(cut.kinds) if kind == "nr"]:
        start, end = cut.starts[index], cut.ends[index]
        if end - start == 4 and _is_three_and_more(text, start):
            yield end - 1
        elif 2 < end - start < 5 and text[start] in surnames:
            ends = _NO_FOURTH if end - start == 4 else _NO_END
            if text[end - 1] in ends and "一" <= text[end : end + 1] <= "鿿":
                yield end - 1


def _is_three_and_more(text: str, start: int) -> bool:
    """Whether four characters that the segmenter guesses to be one name are one of three with the next word's first: 甲乙丙|用."""
    word = text[start : start + 4]
    if word[3] in JAPANESE_ENDS or foreign(word) > _AT_HOME or not is_guessed(word):
        return False
    if word[:2] in compound_surnames() or word[:2] in japanese_surnames():
        return False
    return word[0] in single_surnames() and chinese(word[0], word[1:3]) >= _LEAST_APPOINTED


# 任命甲为, 免去乙的, 丙同志任, 丁不再担任: who comes to a post or leaves it.
_OFFICE = re.compile(
    "(?:(?P<firm>任命|聘任|聘请|提名|补选|推举|推选|免去)|(?:^|(?<=[，。；：、由\n])))(?P<name>[一-鿿]{2,4}?)"
    "(?:(?:同志|先生|女士)(?=[为的任兼]|不再|担任|原任|历任|曾任)"
    "|(?=为[^，。；\n]{2,40}[长记任员席事]|的[^，。；\n]{2,40}职务|不再担任|出任|调任))",
    re.M,
)
_OF_OFFICE = ("任命", "聘任", "聘请", "提名", "补选", "推举", "推选", "免去", "同志", "不再担任", "出任", "调任")
_LEAST_APPOINTED = 2.0  # log-odds of the characters of a name that no verb of appointing stands before


def _may_be_appointed(name: str, *, firm: bool) -> bool:
    """Whether the characters may be the name of one who comes to a post."""
    if len(name) > 3 or not _has_surname(name) or is_word(name) or _is_common(name):
        return False
    return firm or chinese(name[0], name[1:]) >= _LEAST_APPOINTED


def _has_surname(name: str) -> bool:
    surnames = _points().surname
    return name[:2] in surnames if len(name) == 4 else name[0] in surnames or (len(name) == 3 and name[:2] in surnames)


# Common words that the segmenter's dictionary takes for parts of foreign names.
_TAKEN_FOR_FOREIGN = frozenset(("科普", "普惠", "普法", "普查", "普及", "普高", "普职"))


def _is_common(name: str) -> bool:
    """Whether the characters are a country's name, a surname with a title, or one that is a word too with a word (高水平)."""
    if _TITLED.search(name) or name[:2] in _TAKEN_FOR_FOREIGN:
        return True
    if len(name) == 4 and is_word(name[2:]):
        return not (name[:2] in japanese_surnames() and name[3] in JAPANESE_ENDS)  # 横田基地, but 三浦美幸
    return is_no_name(name) or (name[0] in word_surnames() and len(name) == 3 and is_word(name[1:]))
