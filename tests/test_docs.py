"""The pages under docs/ that are made from the project are up to date."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.slow
def test_the_page_of_the_word_lists_is_up_to_date() -> None:
    """`make docs` writes it anew."""
    command: list[str | Path] = [sys.executable, ROOT / "tools" / "lexicons.py", "--check"]
    checked = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60)
    assert checked.returncode == 0, f"docs/lexicons.md is not up to date: make docs\n{checked.stdout}{checked.stderr}"
