"""A file or bytes → an Article."""

import hashlib
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kg.model import Article
from kg.reading.checks import check
from kg.reading.decode import decode
from kg.reading.errors import InputError
from kg.reading.source import STDIN, find_articles

LARGEST = 64 * 1024 * 1024
"""Bytes; a larger file is no article."""


def read_article(path: str | Path, encoding: str | None = None) -> Article:
    """The article in a file, or in standard input for `-`. Raises InputError where there is none."""
    path = Path(path)
    try:
        if path == STDIN:
            data = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with path.open("rb") as file:
                data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise InputError(str(path), "no such file (文件不存在)", "Check the path.") from None
    except IsADirectoryError:
        raise InputError(str(path), "a folder, not a file", "Name a file in it, or build from the folder.") from None
    except OSError as error:
        raise InputError(str(path), f"cannot be read: {error.strerror} (无法读取)", "Check its permissions.") from None
    return read_bytes(data, str(path), encoding)


def read_articles(
    inputs: Sequence[str | Path], encoding: str | None = None, progress: Callable[[str], None] = lambda name: None
) -> tuple[list[tuple[Path, Article]], list[InputError]]:
    """The articles in files and folders (`-` is standard input), each with its file, and the inputs that can't be read.

    `progress` is called with the name of each file before it is read. Raises InputError where no input can be read.
    """
    read: list[tuple[Path, Article]] = []
    skipped: list[InputError] = []
    for found in find_articles(inputs):
        if isinstance(found, InputError):
            skipped.append(found)
            continue
        progress(found.name)
        try:
            read.append((found, read_article(found, encoding)))
        except InputError as error:
            skipped.append(error)
    if not read:
        raise skipped[0] if skipped else InputError("nothing", "no input was named", "Name a file or a folder.")
    return read, skipped


def read_bytes(data: bytes, source: str, encoding: str | None = None) -> Article:
    """The article in `data`, which came from the file `source`; in `encoding`, or in the one that it shows to be in.

    The text keeps its line ends and loses its byte order mark. Raises InputError, naming `source`, for what is no
    Chinese text.
    """
    if len(data) > LARGEST:
        what = f"larger than {LARGEST >> 20} MB (文件过大)"
        raise InputError(source, what, "Split it into its articles, one a file.")
    if not data.strip(b" \t\r\n\f"):
        raise InputError(source, "empty (文件是空的)", "Save the text of the article in it.")
    text, _ = decode(data, source, encoding)
    check(text, source)
    name = _clean_name("stdin" if source == str(STDIN) else Path(source).name)
    return Article(
        id=Path(name).stem or name,
        source=str(STDIN) if source == str(STDIN) else name,
        text=text,
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
    )


def _clean_name(name: str) -> str:
    """The name of a file as text that can be written: names may hold bytes that are no characters, or line ends."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", "_", text)


@dataclass(frozen=True, slots=True)
class Duplicate:
    """An article left out because another one has the same text."""

    source: str
    same_as: str


def unique_ids(articles: Iterable[Article]) -> tuple[tuple[Article, ...], tuple[Duplicate, ...]]:
    """The articles with one id each, sorted by id, and those left out since their text is there already.

    Articles from files of one name in several folders get the start of their sha256 behind their id. The result does
    not depend on the order of the articles.
    """
    kept: dict[str, Article] = {}
    duplicates: list[Duplicate] = []
    for article in sorted(articles, key=lambda a: (a.id, a.source, a.sha256)):
        first = kept.setdefault(article.sha256, article)
        if first is not article:
            duplicates.append(Duplicate(article.source, first.source))
    names = Counter(article.id for article in kept.values())
    result: list[Article] = []
    taken = {name for name, count in names.items() if count == 1}
    shared: dict[str, list[Article]] = defaultdict(list)
    for article in kept.values():
        if names[article.id] == 1:
            result.append(article)
        else:
            shared[article.id].append(article)
    for group in shared.values():
        for article in group:
            digits = 6
            while (name := f"{article.id}-{article.sha256[:digits]}") in taken and digits < 64:
                digits += 1
            taken.add(name)
            result.append(replace(article, id=name))
    return tuple(sorted(result, key=lambda a: a.id)), tuple(duplicates)
