"""Which files to read."""

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.reading.errors import InputError

SUFFIXES = (".txt", ".text", ".md")
"""What counts as an article in a folder; a file that is named itself may have any suffix."""

STDIN = Path("-")


def find_articles(inputs: Sequence[str | Path]) -> Iterator[Path | InputError]:
    """The files behind the inputs, each once: in the order of the inputs, those of a folder sorted by path.

    A folder is searched with the folders below it, hidden ones left out; `-` is standard input. An input that is
    missing or a folder without articles yields an InputError in its place, so that the others can be read.
    """
    seen: set[Path] = set()
    for given in inputs:
        for found in _behind(Path(given)):
            if isinstance(found, Path) and found != STDIN:
                try:
                    real = found.resolve()
                except (OSError, RuntimeError):  # a symbolic link that leads to itself
                    yield InputError(str(found), "a link that leads nowhere (链接循环)", "Remove the link.")
                    continue
                if real in seen:
                    continue
                seen.add(real)
            yield found


def _behind(path: Path) -> Iterator[Path | InputError]:
    if path == STDIN:
        yield path
    elif path.is_dir():
        files = sorted(_inside(path))
        if files:
            yield from files
        else:
            kinds = ", ".join("*" + suffix for suffix in SUFFIXES)
            way_out = f"Articles are text files: {kinds}; hidden files are left out."
            yield InputError(str(path), "a folder without articles (文件夹中没有文章)", way_out)
    elif path.exists():
        yield path
    else:
        way_out = "Check the path; a name with spaces stands in quotes."
        yield InputError(str(path), "no such file or folder (文件不存在)", way_out)


def _inside(folder: Path) -> Iterator[Path]:
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            path = Path(here, name)
            if not name.startswith(".") and name.lower().endswith(SUFFIXES) and not _is_special(path):
                yield path


def _is_special(path: Path) -> bool:
    """Whether something else than a file or a link stands there: a pipe would be waited for without end."""
    try:
        return not (stat.S_ISREG(path.lstat().st_mode) or stat.S_ISLNK(path.lstat().st_mode)) or path.is_fifo()
    except (OSError, RuntimeError):
        return False
