"""Bytes → text, without guessing into garbage: what no encoding makes plausible Chinese is refused."""

import codecs

from kg.reading.errors import InputError
from kg.reading.plausible import Measure, measure

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_GUESSES = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_MAGIC = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a Word, Excel or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
_WEB_PAGE = (b"<!doctype", b"<html", b"<?xml", b"<head", b"<body", b"<meta", b"<script", b"<div")
_AS_TEXT = "Web pages, PDF and Word files are not read by this version: save the article as plain text (UTF-8)."
_AS_UTF8 = "Save it as UTF-8, or name its encoding with --encoding."


def decode(data: bytes, source: str, encoding: str | None = None) -> tuple[str, str]:
    """The text of `data` without a byte order mark, and the encoding it is in.

    With `encoding`, in that one alone. Otherwise: byte order mark, strict UTF-8, then whichever of GB18030, Big5 and
    UTF-16 gives plausible Chinese. Raises InputError for anything else.
    """
    _refuse_other_formats(data, source)
    if encoding is not None:
        return _declared(data, source, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], source, name), name
    try:
        text = data.decode("utf-8")
        if "\0" not in text:
            return text, "utf-8"
    except UnicodeDecodeError:
        pass
    return _guess(data, source)


def _refuse_other_formats(data: bytes, source: str) -> None:
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise InputError(source, f"{what}, not text (不是纯文本)", _AS_TEXT)
    start = data[:1024].removeprefix(codecs.BOM_UTF8).replace(b"\0", b"").lstrip().lower()
    start = start.removeprefix(codecs.BOM_UTF16_LE).removeprefix(codecs.BOM_UTF16_BE)
    if start.startswith(_WEB_PAGE):
        raise InputError(source, "a saved web page, not text (是网页, 不是纯文本)", _AS_TEXT)


def _declared(data: bytes, source: str, encoding: str) -> tuple[str, str]:
    try:
        name = codecs.lookup(encoding).name
        text = data.decode(name)
    except LookupError:
        way_out = "Known are utf-8, gb18030, big5, utf-16 and the others of Python."
        raise InputError(source, f"unknown encoding {encoding!r}", way_out) from None
    except UnicodeDecodeError as error:
        raise _undecodable(source, encoding, error) from None
    if not isinstance(text, str):
        raise InputError(source, f"{encoding!r} is no encoding of text", _AS_UTF8)
    return text.removeprefix("\ufeff"), name


def _strict(data: bytes, source: str, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise _undecodable(source, name, error) from None


def _undecodable(source: str, name: str, error: UnicodeDecodeError) -> InputError:
    what = f"not {name.upper()} from byte {error.start} on (编码错误)"
    if error.end >= len(error.object) and error.reason in ("unexpected end of data", "incomplete multibyte sequence"):
        what = f"cut off in the middle of a character at byte {error.start} ({name.upper()}; 文件末尾残缺)"
    return InputError(source, what, _AS_UTF8)


def _guess(data: bytes, source: str) -> tuple[str, str]:
    best: tuple[float, str, str, Measure] | None = None
    for name in _GUESSES:
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            continue
        found = measure(text)
        if found.is_chinese and (best is None or found.plausibility > best[0]):
            best = (found.plausibility, text, name, found)
    if best is not None:
        return best[1], best[2]
    if b"\0" in data:
        raise InputError(source, f"binary data, not text (NUL at byte {data.index(0)}; 不是纯文本)", _AS_TEXT)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            raise _undecodable(source, "utf-8", error) from None
    what = "in no encoding that makes it readable Chinese: tried UTF-8, GB18030, Big5 and UTF-16 (无法识别编码)"
    raise InputError(source, what, _AS_UTF8)
