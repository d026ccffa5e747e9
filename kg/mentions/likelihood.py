"""How likely it is that some characters are a person's name, by the characters alone.

Log-odds: how often each character stands at its place in names against how often it stands anywhere. 建国 is at home in names,
工作 is not. What stands around the characters is for others to weigh.
"""

import math
from functools import cache, lru_cache
from typing import NamedTuple

from kg.mentions.lexicon import rows

_SMOOTH = 20.0  # a character is judged by all places together until it has been seen this often at one of them
_LEAST = -3.5  # of one character: a text may be about a place (叙利亚) whose characters then seem to stand in no name
_UNSEEN = 1.0  # the log-odds of a character too rare for the table: names hold more rare ones than running text does


class _Odds(NamedTuple):
    surname: dict[str, float]
    first: dict[str, float]
    last: dict[str, float]
    lone: dict[str, float]
    foreign: dict[str, float]


@cache
def _odds() -> _Odds:
    table = [(r[0], [int(n) for n in r[1:]]) for r in rows("given_characters.tsv", 7)]
    totals = [sum(counts[i] for _, counts in table) for i in range(5)]
    given = totals[1] + totals[2] + totals[3]
    columns: list[dict[str, float]] = [{} for _ in range(5)]
    for character, counts in table:
        text = counts[5] / 1e6
        anywhere = (sum(counts[1:4]) + 0.5) / (given + 1000)
        for i, column in enumerate(columns):
            if i in (0, 4):
                share = (counts[i] + 0.2) / (totals[i] + 200)
            else:
                share = (counts[i] + _SMOOTH * anywhere) / (totals[i] + _SMOOTH)
            column[character] = max(math.log(share / text), _LEAST)
    return _Odds(*columns)


@lru_cache(maxsize=1 << 16)
def chinese(surname: str, given: str) -> float:
    """The log-odds of a Chinese name: above 0 it looks like one, above 6 hardly anything else; without a surname, those of a given name."""
    odds = _odds()
    score = 6.0 if len(surname) > 1 else odds.surname.get(surname, 0.0)
    if len(given) == 1:
        return score + odds.lone.get(given, _UNSEEN)
    if len(given) == 2:
        return score + odds.first.get(given[0], _UNSEEN) + odds.last.get(given[1], _UNSEEN)
    return score + sum(odds.lone.get(c, _UNSEEN) for c in given)


def foreign(name: str) -> float:
    """The log-odds of a transliterated name, dots left out."""
    known = _odds().foreign
    return sum([known.get(c, -1.0) for c in name if c not in "·・•"])
