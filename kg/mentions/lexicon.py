"""Word lists: tab-separated files under data/lexicon, `#` lines are comments that name the source."""

import re
import sys
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import compress

from kg.resources import data_file

_FEW = 24  # words that are looked for one by one


class LexiconError(ValueError):
    """A lexicon file that cannot be used; the message names the file and the line."""


@cache
def rows(name: str, columns: int = 1) -> tuple[tuple[str, ...], ...]:
    """The rows of data/lexicon/{name}, each with at least `columns` cells (empty cells are kept).

    Raises LexiconError for a row with too few cells, a cell with outer white space, or a first cell twice.
    """
    path = data_file(f"lexicon/{name}")
    found: list[tuple[str, ...]] = []
    seen: set[tuple[str, ...]] = set()
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        cells = tuple(line.split("\t"))
        if len(cells) < columns:
            raise LexiconError(f"{path.name}, line {number}: {len(cells)} columns, at least {columns} are needed")
        if not cells[0] or any(c != c.strip() for c in cells):
            raise LexiconError(f"{path.name}, line {number}: an empty first cell, or white space around a cell")
        if cells in seen:
            raise LexiconError(f"{path.name}, line {number}: {cells[0]} stands twice")
        seen.add(cells)
        found.append(cells)
    return tuple(found)


@cache
def scores(name: str, columns: int = 2) -> tuple[tuple[tuple[str, ...], float], ...]:
    """The rows of a file whose last cell is a number: (the other cells, the number).

    Raises LexiconError as `rows` does, and for a cell that is no number.
    """
    found = []
    for cells in rows(name, columns):
        try:
            found.append((cells[:-1], float(cells[-1])))
        except ValueError:
            raise LexiconError(f"{name}, {' '.join(cells[:-1])}: {cells[-1]} is no number, such as 1.5") from None
    return tuple(found)


@cache
def words(name: str) -> frozenset[str]:
    """The first column of a lexicon file."""
    return frozenset(row[0] for row in rows(name))


def beginnings(items: Iterable[str]) -> frozenset[str]:
    """The first two characters of each word (of one character, that one): the `begins` for `kg.text.scan.matches`."""
    return frozenset(word[:2] for word in items)


def occurrences(text: str, items: Collection[str]) -> Iterator[tuple[int, int]]:
    """Where the words stand: the spans that the pattern `alternation(items)` finds, left to right, the longest at each place.

    For the names of one page: to look for a few of them one by one takes less time than to compile their pattern.
    """
    if not items:
        return
    if len(items) > _FEW:
        yield from (m.span() for m in re.finditer(alternation(items), text))
        return
    places: list[tuple[int, int]] = []
    for word in items:
        at = text.find(word)
        while at >= 0:
            places.append((at, -len(word)))
            at = text.find(word, at + 1)
    end = 0
    for at, size in sorted(places):
        if at >= end:
            end = at - size
            yield at, end


def heads(items: Iterable[str]) -> re.Pattern[str]:
    """Where any of the words may begin, told by its first two characters: the `head` for `kg.text.scan.matches`.

    One set of characters for each of the two: some places are found in vain, but the search is many times as fast as one
    with `alternation`.
    """
    pairs = beginnings(items)
    first = _set(b[0] for b in pairs)
    second = _set(b[1] for b in pairs if len(b) > 1)
    alone = _set(b for b in pairs if len(b) == 1)
    follows = f"(?={second})" if second else ""
    return re.compile(f"{first}(?:(?<={alone})|{follows})" if alone else first + follows)


class WordList:
    """Words looked for in a text, the longest at each place: the spans that the pattern `alternation(items)` finds.

    Where one may begin is told by `heads`, which one it is by a look into a set.
    """

    def __init__(self, items: Iterable[str]) -> None:
        self.words = frozenset(items)
        self._heads = heads(self.words)
        sizes: dict[str, set[int]] = {}
        for word in self.words:
            sizes.setdefault(word[:2], set()).add(len(word))
        for head in sizes:
            if head[0] in self.words:
                sizes[head].add(1)
        self._sizes = {head: tuple(sorted(lengths, reverse=True)) for head, lengths in sizes.items()}

    def begins(self, text: str, at: int) -> bool:
        """Whether one of the words stands right behind a place."""
        sizes, words = self._sizes, self.words
        for size in sizes.get(text[at : at + 2]) or sizes.get(text[at : at + 1], ()):  # noqa: SIM110 - faster than `any`
            if text[at : at + size] in words:
                return True
        return False

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
        """Where the words stand in text[start:end], left to right, none overlapping."""
        end = len(text) if end is None else end
        sizes, words, done = self._sizes, self.words, start
        for head in self._heads.finditer(text, start, end):
            at = head.start()
            if at < done:
                continue
            for size in sizes.get(text[at : at + 2]) or sizes.get(text[at], ()):
                if text[at : at + size] in words and at + size <= end:
                    done = at + size
                    yield at, done
                    break


def _numbers(text: str, start: int = 0) -> memoryview:
    """Every second pair of characters of a text from `start` on, each as one number: read many times as fast as strings."""
    units = memoryview(text[start : start + (len(text) - start) // 2 * 2].encode(_UNITS, "surrogatepass"))
    return units.cast("Q")


_UNITS = f"utf-32-{sys.byteorder[0]}e"  # four bytes for each character, two characters for each number


class _Walk:
    """Where words of several long lists may begin in a page, by their first two characters: one walk for all of the lists."""

    def __init__(self) -> None:
        # Two characters → the numbers of the lists with a word that begins so; how many lists there are.
        self._lists: tuple[dict[int, tuple[int, ...]], int] = ({}, 0)
        # The page that was walked last, and where words of each list may begin in it.
        self._last: tuple[str, list[list[int]]] = ("", [])

    def add(self, pairs: Iterable[str]) -> int:
        """The number of a list whose words begin with these."""
        owners, number = self._lists
        codes = (_numbers(pair)[0] for pair in pairs)
        self._lists = {**owners, **{code: (*owners.get(code, ()), number) for code in codes}}, number + 1
        return number

    def places(self, number: int, text: str) -> list[int]:
        """Where words of a list may begin."""
        last, found = self._last
        if last is not text or number >= len(found):
            owners, count = self._lists
            found = [[] for _ in range(count)]
            begin: list[tuple[int, ...] | None] = [None] * len(text)
            begin[:-1:2], begin[1:-1:2] = map(owners.get, _numbers(text)), map(owners.get, _numbers(text, 1))
            for at, lists in zip(compress(range(len(text)), begin), filter(None, begin), strict=True):
                for owner in lists:
                    found[owner].append(at)
            self._last = text, found
        return found[number]


_WALK = _Walk()


class Beginnings:
    """Where words may begin in a page, for long lists that are looked for in every page.

    All such lists share one walk over the page: it takes less time than a search for each.
    """

    def __init__(self, items: Iterable[str]) -> None:
        pairs = beginnings(items)
        self._number = _WALK.add(pair for pair in pairs if len(pair) > 1)
        alone = _set(pair for pair in pairs if len(pair) == 1)
        self._alone = re.compile(alone) if alone else None

    def places(self, text: str) -> list[int]:
        """Each in order; also where only the first two characters of a word stand."""
        places = _WALK.places(self._number, text)
        return places if self._alone is None else sorted({*places, *[m.start() for m in self._alone.finditer(text)]})


class PageWords(WordList):
    """A long list that is looked for in every page."""

    def __init__(self, items: Iterable[str]) -> None:
        super().__init__(items)
        self._beginnings = Beginnings(self.words)

    def find_in_page(self, text: str, tail: re.Pattern[str] | None = None) -> Iterator[tuple[int, int]]:
        """As `find`, in a whole page; the spans of `alternation(items)` with `tail`, if there is one."""
        sizes, words, done = self._sizes, self.words, 0
        for at in self._beginnings.places(text):
            if at >= done:
                for size in sizes.get(text[at : at + 2]) or sizes[text[at]]:
                    if (word := text[at : at + size]) in words:
                        end = at + len(word)  # less than `size` at the end of the text
                        if tail is not None:
                            if (behind := tail.match(text, end)) is None:
                                continue
                            end = behind.end()
                        done = end
                        yield at, end
                        break


def _set(characters: Iterable[str]) -> str:
    inside = "".join(sorted({re.escape(c) for c in characters}))
    return f"[{inside}]" if inside else ""


_Node = dict[str, "_Node"]  # a trie; the key "" marks the end of a word


def alternation(items: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest match first.

    Written as a trie, so that `re` skips to a first character that fits and never tries one word after another.
    """
    root: _Node = {}
    for word in items:
        node = root
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return _branches(root)


def _branches(node: _Node) -> str:
    branches = [
        re.escape(c) + (_branches(child) if child.keys() - {""} or "" not in child else "")
        for c, child in sorted(node.items())
        if c
    ]
    if not branches:
        return ""
    body = "(?:" + "|".join(branches) + ")"
    return f"{body}?" if "" in node else body
