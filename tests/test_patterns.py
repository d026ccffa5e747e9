"""No pattern repeats what it could read in two ways: every further word of a text made to that end would double the
time. The patterns are read, not run, so that no clock decides."""

import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator
from itertools import product
from re import _parser as parser
from typing import Any

import pytest

PACKAGES = ("kg.text", "kg.mentions", "kg.facts", "kg.entities")
MOST = 10_000  # words that one repetition may offer to be read here
FEW = 6  # repetitions of a piece that are spelled out
OFTEN = 16  # repetitions from which on two ways are too many


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for package in PACKAGES:
        for info in pkgutil.walk_packages(importlib.import_module(package).__path__, package + "."):
            for name, value in sorted(vars(importlib.import_module(info.name)).items()):
                if isinstance(value, re.Pattern):
                    yield f"{info.name}.{name}", value


def repeated(tree: Any) -> Iterator[Any]:
    """What the repetitions of a pattern repeat, the inner ones too; not what is never read twice, as with *+."""
    for operation, value in tree:
        match str(operation):
            case "MAX_REPEAT" | "MIN_REPEAT":
                if value[1] > OFTEN:
                    yield value[2]
                yield from repeated(value[2])
            case "SUBPATTERN":
                yield from repeated(value[3])
            case "BRANCH":
                for branch in value[1]:
                    yield from repeated(branch)
            case "POSSESSIVE_REPEAT":
                yield from repeated(value[2])


def spelled(tree: Any) -> list[str] | None:
    """Every way to spell a piece of a pattern, each as often as it can be read; None if they are too many."""
    ways = [""]
    for operation, value in tree:
        match str(operation):
            case "LITERAL":
                here: list[str] | None = [chr(value)]
            case "IN":
                here = [chr(c) for kind, c in value if str(kind) == "LITERAL"]
                here = here if len(here) == len(value) else None
            case "SUBPATTERN":
                here = spelled(value[3])
            case "BRANCH":
                here = [
                    way for branch in value[1] for way in spelled(branch) or ()
                ]  # those that can be spelled will do
            case "MAX_REPEAT" | "MIN_REPEAT" if value[1] <= FEW:
                here = several(spelled(value[2]), *value[:2])
            case "ASSERT_NOT" | "AT":
                here = [""]
            case _:
                here = None
        if here is None or len(here) * len(ways) > MOST:
            return None
        ways = [way + more for way in ways for more in here]
    return ways


def several(ways: list[str] | None, least: int, most: int) -> list[str] | None:
    """Every way to spell so many of a piece one after the other."""
    if ways is None or len(ways) ** most > MOST:
        return None
    return ["".join(some) for times in range(least, most + 1) for some in product(ways, repeat=times)]


def twice(words: list[str]) -> str | None:
    """A word that is there twice, or one that begins something to be read in two ways (Sardinas and Patterson)."""
    counted = Counter(filter(None, words))
    if doubled := [word for word, times in counted.items() if times > 1]:
        return doubled[0]
    begun: dict[str, list[str]] = {}
    for word in counted:
        for at in range(1, len(word)):
            begun.setdefault(word[:at], []).append(word)
    rest = {more[len(word) :]: word for word in counted for more in begun.get(word, ())}
    new = list(rest)
    while new:
        left = new.pop()
        if left in counted:
            return rest[left]
        ahead = [word[len(left) :] for word in begun.get(left, ())]
        ahead += [left[at:] for at in range(1, len(left)) if left[:at] in counted]
        for more in ahead:
            if more not in rest:
                rest[more] = rest[left]
                new.append(more)
    return None


@pytest.mark.parametrize(
    ("pattern", "word"),
    [
        ("(?:并|将|并将)*会", "并"),
        ("(?:甲|乙?甲)*", "甲"),
        ("(?:甲乙|乙丙|丙|甲)*", "甲"),
        ("(?:甲|乙){0,8}", None),
        ("(?:[甲乙]丙?)+", None),
        ("(?:丙|[甲乙]{2,4})+", "乙乙"),
        ("(?:丙|[甲乙]{2,4}+)+", None),
    ],
)
def test_two_ways_are_seen(pattern: str, word: str | None) -> None:
    found = [twice(words) for body in repeated(parser.parse(pattern)) if (words := spelled(body)) is not None]
    assert next(filter(None, found), None) == word


def test_no_repetition_reads_in_two_ways() -> None:
    every = list(patterns())
    read = [
        (name, words)
        for name, p in every
        for body in repeated(parser.parse(p.pattern, p.flags))
        if (words := spelled(body))
    ]
    assert len(every) > 1000
    assert len(read) > 50
    assert {name: word for name, words in read if (word := twice(words))} == {}
