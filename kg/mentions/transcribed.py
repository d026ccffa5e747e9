"""Foreign names in one run of the characters that transcribe them: 萨多夫尼奇."""

import re
from functools import cache

from kg.mentions.lexicon import rows
from kg.mentions.likelihood import foreign

_SURELY = 8.0  # log-odds of the characters of a name of which one is rare in such


@cache
def transcribing() -> frozenset[str]:
    """The characters in which foreign names are written, 和 left out, which joins two of them."""
    return frozenset(r[0] for r in rows("given_characters.tsv", 7) if r[5] != "0") - {"和"}


@cache
def transliteration() -> re.Pattern[str]:
    """Two to nine of the characters in which foreign names are written."""
    characters = "".join(sorted(transcribing()))
    return re.compile(f"[{characters}]{{2,9}}")


@cache
def _with_a_rare() -> re.Pattern[str]:
    """Such characters, and between them one that few such names have."""
    usual = "".join(sorted(transcribing()))
    return re.compile(f"[{usual}]{{2,5}}[一-鿿][{usual}]{{1,4}}(?![{usual}])")


def with_a_rare(text: str, position: int) -> int | None:
    """Where a name may end that begins here and has a character that few such names have: 克罗帕切夫."""
    m = _with_a_rare().match(text, position)
    return m.end() if m and foreign(m.group()) > _SURELY else None
