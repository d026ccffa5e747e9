"""Characters out of step: the first byte of a full stop in GBK was lost, and what follows was read one byte late.

。《中華 became ?！吨腥A, 。現 became ?，F, 。”[1] became ?！盵1]: the bytes fall into step again at a character whose
second byte is ASCII. Put together again, they must give a full stop and something that stands after one.
"""

import re
from functools import cache

from kg.text.draft import Cut, Draft
from kg.text.pinyin import readings
from kg.text.script import HAN, simplify

_SIGN = re.compile("\\?(?=[\uff01-\uff5e!,][^\x00-\x3f])")
_FULL = {"!": "！", ",": "，"}
_HAN_CHARACTER = re.compile(f"[{HAN}]")

LONGEST = 14
"""So many characters may be out of step."""

_AFTER_STOP = re.compile(rf"。(?:[《“‘（][{HAN}“《]{{1,20}}|”[\[【]?|[{HAN}])\Z")


def put_in_step(draft: Draft) -> Draft:
    """The draft with what was read one byte late exchanged for what it was."""
    text = draft.text
    if "?" not in text:
        return draft
    pieces: list[str] = []
    cuts: list[Cut] = []
    done = 0
    for sign in _SIGN.finditer(text):
        if sign.start() < done:
            continue
        read = _read(text, sign.end())
        if read is None:
            continue
        characters, end = read
        pieces += [text[done : sign.start()], characters]
        done = sign.start() + len(characters)
        if done < end:
            pieces.append(text[done:end])
            cuts.append(Cut(done, end))
            done = end
    if not pieces:
        return draft
    pieces.append(text[done:])
    return draft.exchanged("".join(pieces)).without(cuts)


@cache
def _common() -> frozenset[str]:
    return frozenset().union(*readings().values())


def _is_common(characters: str) -> bool:
    """Whether none of the Chinese characters is rare."""
    return all(simplify(c) in _common() for c in _HAN_CHARACTER.findall(characters))


def _read(text: str, start: int) -> tuple[str, int] | None:
    """What the characters from `start` are in step, with the lost byte before them, and where the run ends."""
    data = bytearray(b"\xa1")
    for end in range(start, min(start + LONGEST, len(text))):
        character = _FULL.get(text[end], text[end]) if end == start else text[end]
        try:
            data += character.encode("gbk")
        except UnicodeEncodeError:
            return None
        if data[-1] < 0x80:
            try:
                characters = data.decode("gbk")
            except UnicodeDecodeError:
                return None
            # An ASCII character completes the last one; the second byte of a Chinese one is a character of its own.
            length = end - start + (1 if character < "\x80" else 2)
            fits = len(characters) == length and _AFTER_STOP.match(characters) and _is_common(characters)
            return (characters, end + 1) if fits else None
    return None
