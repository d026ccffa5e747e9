"""No pattern repeats what it could read in two ways: every further word of a text made to that end would double the
time. The patterns are read, not run, so that no clock decides."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from re import _parser as parser
from typing import Any

import pytest

PACKAGES = ("kg.text", "kg.mentions", "kg.facts", "kg.entities")
MOST = 400  # words that one repetition may offer to be read here
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
                branches = [spelled(branch) for branch in value[1]]
                here = [way for ways in branches for way in ways or ()] if None not in branches else None
            case "MAX_REPEAT" | "MIN_REPEAT" if value[:2] == (0, 1):
                inner = spelled(value[2])
                here = ["", *inner] if inner is not None else None
            case "ASSERT" | "ASSERT_NOT" | "AT":
                here = [""]
            case _:
                here = None
        if here is None or len(here) * len(ways) > MOST:
            return None
        ways = [way + more for way in ways for more in here]
    return ways


def twice(words: list[str]) -> str | None:
    """A word that is there twice, or that others make up."""
    for i, word in enumerate(words):
        others = [w for w in words[:i] + words[i + 1 :] if w]
        reached = {0}
        for at in range(len(word)):
            if at in reached:
                reached |= {at + len(w) for w in others if word.startswith(w, at)}
        if word and len(word) in reached:
            return word
    return None


@pytest.mark.parametrize(
    ("pattern", "word"),
    [("(?:并|将|并将)*会", "并将"), ("(?:甲|乙?甲)*", "甲"), ("(?:甲|乙){0,8}", None), ("(?:[甲乙]丙?)+", None)],
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
