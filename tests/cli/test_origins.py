from pathlib import Path

import pytest

from kg.cli.origins import Origins, recall, remember


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state" / "policy-kg"


def test_what_was_noted_is_recalled(state: Path, tmp_path: Path) -> None:
    remember(tmp_path / "out", Origins({"f" * 64: tmp_path / "文.txt"}, "gb18030"))
    assert recall(tmp_path / "out") == Origins({"f" * 64: tmp_path / "文.txt"}, "gb18030")
    assert recall(tmp_path / "other") == Origins()


def test_each_folder_has_its_own_note(state: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    remember(Path("out"), Origins())
    remember(tmp_path / "out", Origins())
    remember(tmp_path / "out2", Origins())
    assert len(list(state.iterdir())) == 2


def test_a_home_that_cannot_be_written_costs_nothing(state: Path, tmp_path: Path) -> None:
    state.parent.write_text("a file where a folder should be")
    remember(tmp_path / "out", Origins({"f" * 64: tmp_path}))
    assert recall(tmp_path / "out") == Origins()


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"articles": [], "encoding": null}', "\udcff"])
def test_a_broken_note_is_no_note(state: Path, tmp_path: Path, content: str) -> None:
    remember(tmp_path / "out", Origins())
    (file,) = state.iterdir()
    file.write_text(content, encoding="utf-8", errors="surrogateescape")
    assert recall(tmp_path / "out") == Origins()


def test_without_a_variable_it_is_in_the_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    remember(tmp_path / "out", Origins())
    assert len(list((tmp_path / ".local/state/policy-kg").iterdir())) == 1
