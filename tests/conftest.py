from pathlib import Path

import pytest

from kg import pipeline
from kg.resources import data_file


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is noted in the home of who runs the tests."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / ".state"))


@pytest.fixture(scope="session")
def articles() -> Path:
    """The folder of the articles that come with kg."""
    return data_file("articles")


@pytest.fixture(scope="session")
def demo(articles: Path) -> pipeline.Build:
    """What those articles say."""
    return pipeline.build(articles)


@pytest.fixture(scope="session")
def demo_out(demo: pipeline.Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the outputs of that build; tests only read it."""
    folder = tmp_path_factory.mktemp("demo") / "out"
    demo.save(folder)
    return folder
