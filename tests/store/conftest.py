from pathlib import Path

import pytest

from tests.store.corpus import TEXTS


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder with the articles of the corpus."""
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Where a store may be made."""
    return tmp_path / "a.store"
