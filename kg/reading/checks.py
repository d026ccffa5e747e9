"""What a decoded text must be: not empty, Chinese, of a size that can be worked on, and free of control characters."""

import re

from kg.reading.errors import InputError
from kg.reading.plausible import Measure, measure

# All of C0 but tab, line feed, form feed and carriage return; lone surrogates; noncharacters. Neither XML nor
# Turtle can carry them.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
_ORIGINAL = "Fetch the article again and save it as UTF-8; what is lost cannot be restored."


def check(text: str, source: str) -> None:
    """Raise InputError unless the text is an article in Chinese."""
    if not text.strip("\ufeff\u200b \t\r\n\f\xa0\u3000"):
        raise InputError(source, "empty (文件是空的)", "Save the text of the article in it.")
    forbidden = _FORBIDDEN.search(text)
    if forbidden:
        raise _control_character(text, forbidden.start(), source)
    found = measure(text)
    if not found.is_chinese:
        raise _not_chinese(text, found, source)


def _control_character(text: str, at: int, source: str) -> InputError:
    line = text.count("\n", 0, at) + 1
    column = at - (text.rfind("\n", 0, at) + 1) + 1
    what = f"control character U+{ord(text[at]):04X} in line {line}, column {column} (控制字符)"
    return InputError(source, what, "Remove it; a text editor shows it when it shows invisible characters.")


def _not_chinese(text: str, found: Measure, source: str) -> InputError:
    """Say what it is instead: garbled by a wrong encoding, or another language."""
    if garbled := _garbled(text):
        return InputError(source, f"garbled (乱码): {garbled}", _ORIGINAL)
    language = ""
    if found.kana > found.hangul and found.kana > 0.15 * found.han:
        language = "; it looks Japanese"
    elif found.hangul > 0.15 * found.han:
        language = "; it looks Korean"
    elif found.han_share >= 0.2 and not found.is_read:
        language = f", and only {found.common_share:.0%} of those are in common use; it may be garbled"
    what = f"not a Chinese text (不是中文): {found.han_share:.0%} of its letters are Chinese characters{language}"
    return InputError(source, what, "Only articles in Chinese can be read.")


def _garbled(text: str) -> str:
    """Whether undoing a wrong decoding gives Chinese: UTF-8 read as GBK or Latin-1, GBK read as Latin-1 …"""
    sample = text[:5000]
    for wrong, right, what in (
        ("gb18030", "utf-8", "UTF-8 that was read as GBK and saved again"),
        ("cp1252", "utf-8", "UTF-8 that was read as Latin-1 and saved again"),
        ("latin-1", "utf-8", "UTF-8 that was read as Latin-1 and saved again"),
        ("latin-1", "gb18030", "GBK that was read as Latin-1 and saved again"),
        ("latin-1", "big5hkscs", "Big5 that was read as Latin-1 and saved again"),
        ("gb18030", "big5hkscs", "Big5 that was read as GBK and saved again"),
        ("big5hkscs", "gb18030", "GBK that was read as Big5 and saved again"),
    ):
        data = sample.encode(wrong, "ignore")
        found = measure(data.decode(right, "ignore"))
        if len(data.decode(wrong)) > 0.7 * len(sample) and found.han >= 2 and found.is_chinese:
            return what
    return ""
