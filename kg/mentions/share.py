"""Shares and multiples that need no unit: 百分之五, 三分之二, 1/3, 九成, 超过八成, 超过一半, 翻两番."""

import re
from decimal import Decimal
from typing import NamedTuple

from kg.mentions.numeral import ARABIC, plain, read_numeral


class Share(NamedTuple):
    """A share that ends at `end`; `digit` is the unit of its last digit where the value does not show it (九成)."""

    end: int
    value: Decimal
    unit: str | None
    digit: Decimal | None = None
    bounded: bool = True  # False: no unit of a last digit to bound it with


_DECIMALS = rf"(?:{ARABIC}|[零〇一二三四五六七八九两十百]{{1,6}}(?:点[零〇一二三四五六七八九]{{1,6}})?)"
_PARTS = re.compile(rf"([百千])分之({_DECIMALS})")
_FRACTION = re.compile(r"([二三四五六七八九十]|[0-9]{1,3})分之([一二两三四五六七八九]|[0-9]{1,3})")
_DOUBLED = re.compile(r"(?:(?<=翻)|(?<=翻了))([一两二三四])番")
_TENTHS = re.compile(r"([一二两三四五六七八九1-9])成([一二三四五六七八九半])?(?=多|以上|以下|左右|的|[，。；、）])")
# 超过八成留在本省: whatever follows, where it is said to be so much; but 约三成年人.
_TENTHS_SAID = re.compile(r"([一二两三四五六七八九])成(半)?(?![功立员果为绩就本套都品交人年长熟一二三四五六七八九])")
_SLASHED = re.compile(r"([1-9])/([2-9]|10)(?=的(?!比例|比分)|以上|以下|左右)")
_SAID_SO = re.compile(r"(?:超过?|[近约逾占达过]|不足|接近|达到|高达)了?\Z")


def share(text: str, start: int, end: int) -> Share | None:
    """The share that begins at `start`."""
    near = text[start : start + 6]
    part = "分之" in near
    if part and (match := _PARTS.match(text, start, end)):
        value = _decimal(match[2])
        return None if value is None else Share(match.end(), value, "%" if match[1] == "百" else "‰")
    if part and (match := _FRACTION.match(text, start, end)):
        return _fraction(match.end(), match[2], match[1])
    if near[1:2] == "/" and (match := _SLASHED.match(text, start, end)):
        return _fraction(match.end(), match[1], match[2]) if int(match[1]) < int(match[2]) else None
    if "番" in near and (match := _DOUBLED.match(text, start, end)):
        number = read_numeral(match[1])
        return Share(match.end(), number.value, "番") if number else None
    said = near[1:2] in ("成", "半") and _SAID_SO.search(text, max(0, start - 3), start) is not None
    if "成" in near and (
        match := _TENTHS.match(text, start, end) or (_TENTHS_SAID.match(text, start, end) if said else None)
    ):
        tens, ones = read_numeral(match[1]), read_numeral((match[2] or "零").replace("半", "五"))
        return Share(match.end(), tens.value * 10 + ones.value, "%", Decimal(10)) if tens and ones else None
    if near.startswith("一半") and (said or near.startswith("一半以上")):
        return Share(start + 2, Decimal("0.5"), None, bounded=False)
    return None


def _fraction(end: int, above: str, below: str) -> Share | None:
    over, under = read_numeral(above), read_numeral(below)
    if not over or not under or not under.value:
        return None
    return Share(end, (over.value / under.value).quantize(Decimal("0.0001")), None, bounded=False)


def _decimal(text: str) -> Decimal | None:
    whole, _, part = text.partition("点")
    number = read_numeral(whole)
    if number is None:
        return None
    if not part:
        return number.value
    digits = "".join(str("零一二三四五六七八九".find(c.replace("〇", "零"))) for c in part)
    return plain(number.value + Decimal(f"0.{digits}"))
