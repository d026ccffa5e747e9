"""Rows of text as a table for people, or as CSV for programs."""

import csv
import io
import re
import unicodedata
from collections.abc import Sequence

MAX_WIDTH = 60  # columns of the terminal that one cell may take in a table

_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?", re.ASCII)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def width(text: str) -> int:
    """Columns of a terminal: a Chinese character takes two, a combining mark none."""
    wide = unicodedata.east_asian_width
    return sum(0 if unicodedata.combining(c) else 2 if wide(c) in "WF" else 1 for c in text)


def fit(text: str, columns: int) -> str:
    """The text in exactly so many columns: padded, or cut and marked with …"""
    text = "".join(c if c.isprintable() else " " for c in text)
    missing = columns - width(text)
    if missing >= 0:
        return text + " " * missing
    kept, used = [], 1
    for character in text:
        used += width(character)
        if used > columns:
            break
        kept.append(character)
    short = "".join(kept) + "…"
    return short + " " * (columns - width(short))


def text_table(columns: Sequence[str], rows: Sequence[Sequence[str]], limit: int | None = None) -> str:
    """Column names, a rule, the rows; columns that hold numbers alone stand to the right."""
    shown = rows if limit is None else rows[:limit]
    cells = [
        [name, *("".join(c if c.isprintable() else " " for c in row[i]) for row in shown)]
        for i, name in enumerate(columns)
    ]
    widths = [min(MAX_WIDTH, max(map(width, column))) for column in cells]
    right = [any(column[1:]) and all(_NUMBER.fullmatch(c) for c in column[1:] if c) for column in cells]

    def line(row: int) -> str:
        parts = []
        for column, columns_wide, is_number in zip(cells, widths, right, strict=True):
            cell = fit(column[row], columns_wide)
            parts.append(" " * (len(cell) - len(cell.rstrip())) + cell.rstrip() if is_number else cell)
        return "  ".join(parts).rstrip()

    out = [line(0), "  ".join("─" * w for w in widths), *(line(i + 1) for i in range(len(shown)))]
    if len(shown) < len(rows):
        out.append(f"… {len(rows) - len(shown)} more")
    return "\n".join(out)


def csv_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """RFC 4180: commas, quotation marks where needed, CR LF; cells as `harmless` makes them."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([harmless(cell) for cell in columns])
    writer.writerows([[harmless(cell) for cell in row] for row in rows])
    return out.getvalue()


def harmless(cell: str) -> str:
    """A cell that no spreadsheet runs: an apostrophe goes before = + - @, a tab or a carriage return, unless the whole
    cell is a number. `original` takes it away again."""
    if cell.startswith(_FORMULA) and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return f"'{cell}" if cell.startswith("'") else cell


def original(cell: str) -> str:
    """What `harmless` was given."""
    return cell.removeprefix("'")
