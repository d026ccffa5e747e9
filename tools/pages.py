"""Pages that are made from the project: written by `make docs`, compared by the tests (--check)."""

import sys
from difflib import unified_diff
from pathlib import Path


def written(page: Path, new: str) -> int:
    """The exit code: 0 if the page has been written, or with --check is as it should be; the difference is printed."""
    if sys.argv[1:] == ["--check"]:
        old = page.read_text(encoding="utf-8")
        difference = list(unified_diff(old.splitlines(), new.splitlines(), page.name, "as it should be", lineterm=""))
        print("\n".join(difference))
        return bool(difference)
    page.parent.mkdir(exist_ok=True)
    page.write_text(new, encoding="utf-8")
    return 0
