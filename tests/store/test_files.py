"""kg.store.files: whole files or none."""

import errno
import os
from pathlib import Path

import pytest

from kg.store.files import WriteError, write_atomic, write_together


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_write(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "er" / "图谱.nq"
    write_atomic(path, b"one")
    write_atomic(path, b"two")
    assert path.read_bytes() == b"two"
    assert names(path.parent) == ["图谱.nq"]


def test_permissions_are_those_of_any_file(tmp_path: Path) -> None:
    mask = os.umask(0o022)
    try:
        write_atomic(tmp_path / "a", b"")
        assert (tmp_path / "a").stat().st_mode & 0o777 == 0o644
        (tmp_path / "a").chmod(0o600)
        write_atomic(tmp_path / "a", b"")
        assert (tmp_path / "a").stat().st_mode & 0o777 == 0o600
    finally:
        os.umask(mask)


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "the folder is not writable"),
        (errno.EROFS, "the folder is not writable"),
        (errno.EIO, "cannot be written: "),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_fault_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, fault: int, reason: str
) -> None:
    write_together(tmp_path, {"a": b"old", "b": b"old"})

    def fail(*_: object) -> None:
        raise OSError(fault, os.strerror(fault))

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(WriteError, match=reason):
        write_together(tmp_path, {"a": b"new", "b": b"new"})
    assert names(tmp_path) == ["a", "b"]
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes() == b"old"


def test_a_full_disk_at_the_second_file_leaves_the_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_together(tmp_path, {"a": b"old", "b": b"old"})
    left = [1]
    real = os.fsync

    def full(handle: int) -> None:
        if not left:
            raise OSError(errno.ENOSPC, "full")
        left.pop()
        real(handle)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteError, match="the disk is full"):
        write_together(tmp_path, {"a": b"new", "b": b"new"})
    assert (tmp_path / "a").read_bytes() == b"old"


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    for path in (tmp_path / "out" / "a", tmp_path / "out" / "b" / "a"):
        with pytest.raises(WriteError, match="a file stands where the folder should be"):
            write_atomic(path, b"")


def test_a_folder_where_the_file_should_be(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(WriteError, match="that is a folder"):
        write_atomic(tmp_path / "a", b"")
    assert names(tmp_path) == ["a"]
    with pytest.raises(WriteError, match="that is a folder"):
        write_together(tmp_path, {"0": b"", "a": b""})
    assert names(tmp_path) == ["a"]


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="too long"):
        write_atomic(tmp_path / ("长" * 200), b"")


def test_a_long_name_that_is_allowed(tmp_path: Path) -> None:
    write_atomic(tmp_path / ("a" * 255), b"x")
    assert names(tmp_path) == ["a" * 255]
