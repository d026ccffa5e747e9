"""Facts for the page, and a headless Chromium to open it in."""

import shutil
from collections.abc import Callable, Iterator

import pytest

from kg.model import ArticleFacts
from tests.use.page import samples
from tests.use.page.chromium import Browser


@pytest.fixture(scope="session")
def sample() -> tuple[ArticleFacts, ...]:
    return samples.sample_facts()


@pytest.fixture(scope="session")
def hostile() -> tuple[ArticleFacts, ...]:
    return samples.hostile_facts()


@pytest.fixture(scope="session")
def generated() -> Callable[[int], tuple[ArticleFacts, ...]]:
    return samples.generated_facts


def program() -> str:
    """Chromium's file name; skips the test where there is none."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        pytest.skip(f"needs Chromium: none of {', '.join(names)} is on PATH")
    return found


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    running = Browser(program(), tmp_path_factory.mktemp("chromium-profile"))
    yield running
    running.close()


@pytest.fixture
def browser(chromium: Browser) -> Iterator[Browser]:
    """Chromium without tabs."""
    yield chromium
    chromium.close_tabs()
