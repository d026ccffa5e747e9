"""The opening and the closing of a contest or festival that a page tells of by those words alone: 开幕式将于8月8日晚在大同举行."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.facts.gathering import Gathering
from kg.facts.press import PRESS
from kg.mentions.found import Found
from kg.mentions.program_words import contest_kinds

_RITE = re.compile("[开闭]幕(?:式|仪式|典礼|大会)")
_OF_SERIES = re.compile(f"(?:{contest_kinds()})[”》]?\\Z")


def rites(found: Found, kept: Sequence[Gathering], bare: Sequence[Gathering]) -> list[Gathering]:
    """Those among the events without a name that have a day and a place, each under the name of the one series that the page tells of."""
    told = [b for b in bare if b.day and b.place and _RITE.fullmatch(b.name)]
    if not told or not all(g.name.endswith(PRESS) for g in kept):
        return []
    first = min(b.mentions[0][0] for b in told)
    series = {
        p.text for p in found.programs if p.start < first and found.is_read(p.start) and _OF_SERIES.search(p.text)
    }
    longest = max(series, key=len, default="")
    if not longest or any(name not in longest for name in series):
        return []  # of which of them, it does not say
    of_series = [replace(b, name=longest.strip("“”") + b.name, aliases=(*b.aliases, b.name)) for b in told]
    return [g for i, g in enumerate(of_series) if all(g.name != other.name for other in of_series[:i])]
