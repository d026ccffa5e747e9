import shutil
from pathlib import Path

import pytest


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to type commands in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def article(articles: Path, here: Path) -> Path:
    """One article, in that folder."""
    return Path(shutil.copy(min(articles.glob("*.txt")), here / "article.txt"))
