"""The files that the pages need, as they are served: from memory, compressed, and kept by browsers for ever."""

import gzip
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "assets"

_MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class File:
    """One file."""

    content: bytes
    media_type: str


@cache
def files() -> dict[str, File]:
    """All below assets/ by their names there: what is not among them is not served."""
    found = {}
    for path in sorted(FOLDER.rglob("*")):
        if path.is_file() and path.suffix in _MEDIA_TYPES:
            name = path.relative_to(FOLDER).as_posix()
            found[name] = File(path.read_bytes(), _MEDIA_TYPES[path.suffix])
    return found


@cache
def zipped(name: str) -> bytes:
    """A file compressed; b"" where that would be no smaller."""
    content = files()[name].content
    small = gzip.compress(content, 6, mtime=0)
    return small if len(small) < len(content) else b""
