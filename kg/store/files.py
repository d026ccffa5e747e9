"""Files that are there whole or not at all."""

import errno
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path


class WriteError(OSError):
    """A file that could not be written; the message names it, the reason and the way out. What was there before is
    still there."""


def write_atomic(path: Path, content: bytes) -> None:
    """Write a file: aside in the same folder, flushed to the disk, then renamed over what was there.

    Makes the folder if need be. Raises WriteError.
    """
    write_together(path.parent, {path.name: content})


def write_together(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write several files of one folder: all are written aside before the first is renamed, so that a full disk leaves
    the old ones. Raises WriteError."""
    aside: dict[Path, Path] = {}
    target = folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in contents.items():
            target = folder / name
            if target.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
            handle, temporary = tempfile.mkstemp(prefix=".kg-", suffix=".part", dir=folder)
            aside[target] = Path(temporary)
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            # mkstemp makes files that their owner alone can read.
            os.chmod(temporary, (target.stat().st_mode & 0o777) if target.exists() else 0o666 & ~_umask())
        for target, temporary_path in aside.items():
            os.replace(temporary_path, target)
        _sync_folder(folder)
    except OSError as error:
        for temporary_path in aside.values():
            temporary_path.unlink(missing_ok=True)
        raise WriteError(f"{target}: {_reason(error)}") from error


def _reason(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "the disk is full; free some room, or write to another folder"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return "the folder is not writable; name another"
    if error.errno in (errno.ENOTDIR, errno.EEXIST):
        return "a file stands where the folder should be; name another"
    if error.errno == errno.EISDIR:
        return "that is a folder; name a file"
    if error.errno == errno.ENAMETOOLONG:
        return "the name is too long; name another"
    return f"cannot be written: {error.strerror or error}"


def _umask() -> int:
    # There is no way to ask without setting.
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    """Make the renames last; Windows cannot open a folder, and needs none of it."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        # Some network file systems refuse; the files themselves are on the disk already.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)
