"""Characters that carry no text: invisible ones, pictographs, carriage returns, HTML character references left over."""

import html
import re
from collections.abc import Iterator

from kg.text.draft import Cut

_INVISIBLE = (
    "\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff"
)
# Pictographs that pages carry as ornaments, or that copying sites sprinkle over a text. Signs such as ■ ★ → stay.
_PICTOGRAPHS = (
    "\u231a\u231b\u23e9-\u23f3\u2600-\u2604\u2614-\u2618\u2640\u2642\u2648-\u2653\u267f\u26a0-\u26ff\u2702-\u27b0"
    "\u2b50\u2b55\u20e3\U0001f000-\U0001faff"
)
_LINE = "\r\x0b\x0c\x85\u2028\u2029"
_DEBRIS = re.compile(
    rf"[{_INVISIBLE}{_PICTOGRAPHS}]+|\r(?=\n)|(?P<line>[{_LINE}])"
    r"|(?P<reference>&(?:[A-Za-z]{2,8}|#[0-9]{2,7}|#[xX][0-9A-Fa-f]{2,6});)"
)
_SUSPECT = re.compile(f"[{_INVISIBLE}{_PICTOGRAPHS}{_LINE}&]")


def find_debris(text: str) -> Iterator[Cut]:
    """What to drop from `text`, or to exchange for one character, in order."""
    first = _SUSPECT.search(text)  # most texts have none
    for match in _DEBRIS.finditer(text, first.start()) if first else ():
        start, end = match.span()
        if match["line"]:
            yield Cut(start, end, "\n")
        elif match["reference"]:
            character = html.unescape(match["reference"])
            if character in ("\n", "\r", "\t"):
                character = " "
            if len(character) == 1 and (character.isprintable() or character == "\xa0"):
                yield Cut(start, end, character)
            elif len(character) == 1:
                yield Cut(start, end)
        else:
            yield Cut(start, end)
