"""Lines that were broken at a fixed width, as in text copied out of a PDF file or a mail, are put together again."""

import re
from collections import Counter
from collections.abc import Iterator

from kg.text.draft import Cut

NARROWEST, WIDEST = 12, 60
"""The width of such lines, in Chinese characters."""

COLUMN = 18
"""Lines narrower than this may be headlines one under the other: those of a column hold commas."""

FEWEST = 6
"""So many such lines at least."""

_NARROW = re.compile("[^\u0250-\U0010ffff]")
_ENDS = "。！？；：…!?;:"


def find_wraps(text: str) -> Iterator[Cut]:
    """The line ends to drop, in order; none unless most of the widest lines break off in a sentence."""
    lines = text.split("\n")
    if len(lines) < FEWEST or max(map(len, lines)) > 2 * (WIDEST + 2):
        return  # a paragraph in one line: the usual case, told apart quickly
    widths = [_width(line) for line in lines]
    filled = [width for line, width in zip(lines, widths, strict=True) if line.strip()]
    usual = Counter(width for width in filled if width >= NARROWEST)
    if len(filled) < FEWEST or not usual:
        return
    full = max(usual, key=lambda width: (usual[width] + usual[width - 1], width))
    if full > WIDEST or max(filled) > full + 2:
        return
    if full < COLUMN:
        held = [line for line, width in zip(lines, widths, strict=True) if full - 2 <= width]
        if sum(any(mark in line.strip()[1:-1] for mark in "，、,") for line in held) < len(held) / 3:
            return
    broken = [
        full - 2 <= width <= full + 2 and line.rstrip(" ")[-1:] not in _ENDS and following[:1].strip() != ""
        for line, width, following in zip(lines, widths, lines[1:], strict=False)
    ]
    # Titles, source lines and the ends of paragraphs are shorter.
    wide = sum(full - 2 <= width for width in filled)
    if sum(broken) < max(4, len(filled) / 4, 0.6 * wide):
        return
    at = 0
    for line, is_broken in zip(lines, broken, strict=False):
        at += len(line)
        if is_broken:
            yield Cut(at, at + 1)
        at += 1


def _width(line: str) -> int:
    """In Chinese characters; two of ASCII are as wide as one."""
    stripped = line.rstrip(" ")
    narrow = len(_NARROW.findall(stripped))
    return len(stripped) - narrow // 2
