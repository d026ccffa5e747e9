"""Word lists: tab-separated files under data/lexicon, `#` lines are comments that name the source."""

import re
from collections.abc import Iterable
from functools import cache

from kg.resources import data_file


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
def words(name: str) -> frozenset[str]:
    """The first column of a lexicon file."""
    return frozenset(row[0] for row in rows(name))


def alternation(items: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first."""
    return "(?:" + "|".join(re.escape(w) for w in sorted(set(items), key=lambda w: (-len(w), w))) + ")"
