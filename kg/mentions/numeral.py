"""Numerals as Chinese text writes them: 1,200, 3.5, 2.08万, 14亿1178万, 一百二十, 两千三, 数十, 十几, 七八百."""

import re
from decimal import Decimal
from typing import NamedTuple

SCALES = {"十": 10, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
LONGEST = 16  # digits or characters; a longer run is a code or an attack, not a number of things

ARABIC_REST = r"[0-9]*+(?:,[0-9]{3}(?![0-9]))*+(?:\.[0-9]++)?+"
ARABIC = f"[0-9]{ARABIC_REST}"
CHINESE = r"[零〇一二三四五六七八九两十百千万亿]"
_ARABIC = re.compile(ARABIC)
_CHINESE = re.compile(f"{CHINESE}+")
_MIXED = re.compile(rf"({ARABIC})([十百千万亿]{{1,3}})")
_VAGUE = re.compile(r"(?:数|几|上|过|成)(?=[十百千万亿])")
_NEIGHBOURS = re.compile(r"([一二三四五六七八])([二三四五六七八九])(?=[十百千万亿]|$)")


class Numeral(NamedTuple):
    """A numeral's value.

    `vague` is the word that makes the value a lower bound (数, 几, 上, 过, or 至 for 七八百), `upper` where that ends.
    """

    value: Decimal
    vague: str = ""
    upper: Decimal | None = None


def read_numeral(text: str) -> Numeral | None:
    """The value of a numeral that fills the whole of `text`, None where it is none (一一一, 二〇二五, 17 digits).

    >>> read_numeral("14亿1178万").value
    Decimal('1411780000')
    """
    if not text or len(text) > 2 * LONGEST:
        return None
    if text[0] in "0123456789":
        value = _arabic(text)
        return None if value is None else Numeral(value)
    if text in ("成百上千", "成千上万"):
        return Numeral(Decimal(SCALES[text[1]]), "上")
    if vague := _VAGUE.match(text):
        value = _chinese(text[vague.end() :])
        if value is None:
            return None
        # 数十 is less than the next scale; 上百 and 过百 have no end
        return Numeral(value, vague[0][-1], value * 10 if vague[0][-1] in "数几" else None)
    if text == "十几":
        return Numeral(Decimal(10), "几", Decimal(20))
    if len(text) <= 4 and (pair := _NEIGHBOURS.match(text)):
        low, high = _chinese(pair[1] + text[2:]), _chinese(pair[2] + text[2:])
        if low is None or high is None or DIGITS[pair[2]] - DIGITS[pair[1]] not in (1, 2):
            return None
        return Numeral(low, "至", high)
    value = _chinese(text)
    return None if value is None else Numeral(value)


def step(value: Decimal) -> Decimal:
    """One unit of the last significant digit: 700000 → 100000, 2300 → 100, 98.5 → 0.1."""
    _, _, exponent = value.normalize().as_tuple()
    return plain(Decimal(1).scaleb(int(exponent))) if value else Decimal(1)


def plain(value: Decimal) -> Decimal:
    """The same number without an exponent or trailing zeros: 7E+5 → 700000, 3.50 → 3.5."""
    value = value.normalize()
    return value.quantize(Decimal(1)) if int(value.as_tuple().exponent) > 0 else value


def _arabic(text: str) -> Decimal | None:
    """1,200 · 3.5 · 2.08万 · 3千亿 · 14亿1178万"""
    if text.isdecimal():
        return Decimal(text) if len(text) <= LONGEST else None
    if _ARABIC.fullmatch(text):
        digits = text.replace(",", "")
        return plain(Decimal(digits)) if len(digits) <= LONGEST else None
    total, position, last = Decimal(0), 0, Decimal(10) ** LONGEST
    while piece := _MIXED.match(text, position):
        scale = Decimal(1)
        for character in piece[2]:
            scale *= SCALES[character]
        digits = piece[1].replace(",", "")
        if len(digits) > LONGEST or scale >= last:
            return None
        total, position, last = total + Decimal(digits) * scale, piece.end(), scale
    if last == 10_000 and len(text) - position == 4 and text[position:].isdigit():
        return plain(total + Decimal(text[position:]))  # 3万8000
    return plain(total) if position == len(text) else None


def _chinese(text: str) -> Decimal | None:
    """一百二十 · 两千三 · 三万五千 · 百 (one hundred) · 万亿; None for digits in a row (二〇二五)."""
    if not text or len(text) > LONGEST or not _CHINESE.fullmatch(text):
        return None
    total = section = digit = 0  # 亿 and 万 close a section
    previous = ""
    lowest = 10**LONGEST  # within a section the scales fall
    for character in text:
        if character in DIGITS:
            if previous and previous in DIGITS and previous not in "零〇":
                return None
            digit = DIGITS[character]
        elif character in "十百千":
            scale = SCALES[character]
            if scale >= lowest or (previous in DIGITS and digit == 0):
                return None
            section, digit, lowest = section + (digit if previous in DIGITS else 1) * scale, 0, scale
        else:
            scale = SCALES[character]
            section += digit
            if not previous or (section == 0 and total == 0):
                section = 1
            if section == 0 or (total and scale > total):
                total = (total + section) * scale
            else:
                total += section * scale
            section, digit, lowest = 0, 0, 10**LONGEST
        previous = character
    if digit and len(text) > 2 and text[-2] in SCALES and text[-1] in DIGITS:
        digit *= SCALES[text[-2]] // 10  # 两千三 is 2,300
    if previous in "零〇" and len(text) > 1:
        return None
    return Decimal(total + section + digit)


def skip_code(text: str, position: int, end: int) -> int:
    """Past the rest of a code, a date or a time of day: 61-30, 13:26:00, CN51-0052, 2020/3/4."""
    while position < end and (text[position] in "-:./×" or (text[position].isascii() and text[position].isalnum())):
        position += 1
    return position
