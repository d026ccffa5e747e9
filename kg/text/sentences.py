"""A block of text → sentences. A sentence ends with 。！？…, with the quotes and brackets that close after it.

Two characters lost together (出席仪式??委副书记主持) were most often the 。 and what came after it."""

import re
from collections.abc import Iterator

SHORT = 60
"""A quotation, title or bracket that closes within so many characters is not cut inside."""

LONGEST = 2000
"""A sentence without an end is cut here at the latest, at a comma if one is near: rules may be slow on longer ones."""

# It begins with a set of characters, which `re` finds quickly, and looks back at the one that was found.
_SIGNS = re.compile(
    "[。！？…\n“‘《（?](?:(?<=\\?)\\?{1,9}|(?<![“‘《（])(?:(?<=[。！？])[。！？]*|(?<=…)…{0,5})?[”’）】》」』]*)?"
)
_CLOSING = {"“": "”", "‘": "’", "《": "》", "（": "）"}
_SPACE = " \n"
_PAUSE = re.compile("[；，、 ]")
# After an ellipsis the sentence goes on with these.
_GOES_ON = "，、；：的等和与及或"


def cut_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """[start, end) of each sentence within text[start:end], without surrounding spaces, in order; none is empty."""
    begin = start
    for stop in _stops(text, start, end):
        yield from _trimmed(text, begin, stop)
        begin = stop
    yield from _trimmed(text, begin, end)


def _stops(text: str, start: int, end: int) -> Iterator[int]:
    inside_until = start  # the sign that closes a short quotation stands here; no cut before it
    opened_at = start
    begin = start
    for match in _SIGNS.finditer(text, start, end):
        at, stop = match.span()
        sign = text[at]
        if sign in _CLOSING:
            if at >= inside_until:
                closing = text.find(_CLOSING[sign], at + 1, min(at + SHORT + 2, end))
                if closing >= 0:
                    inside_until, opened_at = closing, at
            continue
        if sign == "?":
            if stop > at + 1:
                yield at
                begin = at
            continue
        if sign == "\n":
            yield stop
            begin = stop
            continue
        following = text[stop : stop + 1] if stop < end else ""
        if at < inside_until:
            # “……。”某某说: what opened the sentence goes on; 他说：“……。” ends it. A bracket or title inside goes on.
            if stop <= inside_until:
                continue
            lead = text[begin:opened_at].strip(_SPACE)
            if text[opened_at] != "“" or (not lead and following not in ("", "\n", " ")):
                continue
        if sign == "…" and following and following in _GOES_ON:
            continue
        if following and following in "，、；：":
            continue
        yield stop
        begin = stop


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start] in _SPACE:
        start += 1
    while start < end and text[end - 1] in _SPACE:
        end -= 1
    while end - start > LONGEST:
        pauses = [m.end() for m in _PAUSE.finditer(text, start + LONGEST // 2, start + LONGEST)]
        cut = pauses[-1] if pauses else start + LONGEST
        yield start, cut
        start = cut
    if start < end:
        yield start, end
