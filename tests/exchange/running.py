"""A program of others that serves for as long as a `with` lasts."""

import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path


class Refused(Exception):
    """A server's own words about a query that it does not answer."""


@contextmanager
def running(
    name: str, command: Sequence[str], folder: Path, ask: Callable[[], object], patience: float
) -> Iterator[None]:
    """Start it in a folder of its own, wait until `ask` has its answer, for so many seconds at most, and stop it."""
    with (folder / "output").open("wb") as output:
        process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
    try:
        end = time.monotonic() + patience
        while True:
            try:
                ask()
                break
            except (Refused, OSError):
                if time.monotonic() > end or process.poll() is not None:
                    said = (folder / "output").read_text(encoding="utf-8", errors="replace")
                    raise RuntimeError(f"{name} does not answer: {said[-500:]}") from None
                time.sleep(0.1)
        yield
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(10)
