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
    """One file; `zipped` is b"" where that would be no smaller."""

    content: bytes
    zipped: bytes
    media_type: str


@cache
def files() -> dict[str, File]:
    """All below assets/ by their names there: what is not among them is not served."""
    found = {}
    for path in sorted(FOLDER.rglob("*")):
        if path.is_file() and path.suffix in _MEDIA_TYPES:
            content = path.read_bytes()
            zipped = gzip.compress(content, 6, mtime=0)
            name = path.relative_to(FOLDER).as_posix()
            found[name] = File(content, zipped if len(zipped) < len(content) else b"", _MEDIA_TYPES[path.suffix])
    return found
