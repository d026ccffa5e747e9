"""The pages under docs/ that are made from the project are up to date."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg.rdf.vocabulary import terms

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.slow
@pytest.mark.parametrize(("tool", "page"), [("lexicons.py", "lexicons.md"), ("vocabulary.py", "vocabulary.html")])
def test_the_page_is_up_to_date(tool: str, page: str) -> None:
    """`make docs` writes it anew."""
    command: list[str | Path] = [sys.executable, ROOT / "tools" / tool, "--check"]
    checked = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60)
    assert checked.returncode == 0, f"docs/{page} is not up to date: make docs\n{checked.stdout}{checked.stderr}"


def test_the_page_of_the_vocabulary_is_whole() -> None:
    """Every term has its place, every link leads somewhere, nothing comes from elsewhere."""
    text = (ROOT / "docs" / "vocabulary.html").read_text(encoding="utf-8")
    anchors = set(re.findall(r'id="([^"]+)"', text))
    assert {term.name for term in terms()} <= anchors
    assert set(re.findall(r'href="#([^"]+)"', text)) <= anchors
    assert not re.search(r'(?:src|href)="(?!#)|<script|@import|url\((?!#)', text)
