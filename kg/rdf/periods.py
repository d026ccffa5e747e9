"""Dates and intervals as articles state them: EDTF, and the first and last day that they can mean."""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_OPEN_YEAR = re.compile(r"--(\d{2})(?:-(\d{2}))?", re.ASCII)
_LEAP_YEAR = 2024  # in a year that is not known, 29 February may be a day


@dataclass(frozen=True, slots=True)
class Period:
    """`edtf` as in ISO 8601-2 (2025-10-17, 2025-10, 2025, XXXX-10-17, 2025-10-17/2025-10-19); `earliest` and `latest`
    are days, None where the year is open."""

    edtf: str
    earliest: str | None
    latest: str | None

    @property
    def dated(self) -> bool:
        """Whether the year is known, so that one IRI may serve all articles."""
        return self.earliest is not None


def read_period(stated: str) -> Period | None:
    """The period of 2025-10-17, 2025-10, 2025, --10-17, --10, or two of the dated ones with / between; else None."""
    stated = _iso(stated)
    if "/" in stated:
        first, _, last = stated.partition("/")
        opening, closing = _days(first), _days(last)
        if opening is None or closing is None or opening[0] > closing[1]:
            return None
        return Period(stated, opening[0], closing[1])
    if days := _days(stated):
        return Period(stated, *days)
    if (match := _OPEN_YEAR.fullmatch(stated)) and _day(_LEAP_YEAR, match[1], match[2] or "01"):
        return Period(f"XXXX-{stated[2:]}", None, None)
    return None


_CHINESE = re.compile(r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?|年?[底末初中])?")


def _iso(stated: str) -> str:
    """2024年9月 → 2024-09, 2024年底 → 2024; anything else as it is (去年, 十四五期间 stay words)."""
    match = _CHINESE.fullmatch(stated)
    if match is None:
        return stated
    year, month, day = match.groups()
    return "-".join([year, *(f"{int(part):02d}" for part in (month, day) if part)])


def hull(periods: Iterable[Period]) -> Period | None:
    """The shortest period that holds all of the dated ones; None where none is dated."""
    dated = sorted({(p.earliest, p.latest, p.edtf) for p in periods if p.earliest and p.latest})
    if not dated:
        return None
    if len(dated) == 1:
        earliest, latest, edtf = dated[0]
        return Period(edtf, earliest, latest)
    earliest, latest = min(d[0] for d in dated), max(d[1] for d in dated)
    return Period(earliest if earliest == latest else f"{earliest}/{latest}", earliest, latest)


def _days(stated: str) -> tuple[str, str] | None:
    match = _POINT.fullmatch(stated)
    if match is None:
        return None
    year, month, day = match.groups()
    if day:
        return (stated, stated) if _day(int(year), month, day) else None
    if month:
        if not 1 <= int(month) <= 12 or int(year) == 0:
            return None
        return f"{stated}-01", f"{stated}-{monthrange(int(year), int(month))[1]}"
    return (f"{year}-01-01", f"{year}-12-31") if int(year) else None


def _day(year: int, month: str, day: str) -> date | None:
    try:
        return date(year, int(month), int(day))
    except ValueError:
        return None
