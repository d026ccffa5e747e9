"""Where the articles of a build lay: a note in the user's state folder, since outputs hold no path of any machine.

One file for each folder that was built, named by a hash of its path. Best effort: a home that can't be written, or a
note that can't be read, costs `kg verify` a search and nothing else.
"""

import contextlib
import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Origins:
    """Paths of articles by the SHA-256 of their text, and the encoding that was asked for."""

    paths: Mapping[str, Path] = field(default_factory=dict)
    encoding: str | None = None


def remember(out: Path, origins: Origins) -> None:
    """Note where the articles of the build in `out` lay."""
    note = {
        "out": str(out.resolve()),
        "encoding": origins.encoding,
        "articles": {sha256: str(path.resolve()) for sha256, path in sorted(origins.paths.items())},
    }
    with contextlib.suppress(OSError):
        file = _file(out)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(note, indent=1), encoding="utf-8")


def recall(out: Path) -> Origins:
    """What was noted for the build in `out`; nothing where there is no such note."""
    try:
        note = json.loads(_file(out).read_text(encoding="utf-8"))
        paths = {str(sha256): Path(path) for sha256, path in note["articles"].items()}
        return Origins(paths, note["encoding"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Origins()


def _file(out: Path) -> Path:
    state = os.environ.get("XDG_STATE_HOME", "")
    folder = Path(state) if os.path.isabs(state) else Path(os.path.expanduser("~")) / ".local" / "state"
    key = hashlib.sha256(os.fsencode(out.resolve())).hexdigest()[:16]
    return folder / "policy-kg" / f"{key}.json"
