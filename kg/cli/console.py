"""What a person sees: results on stdout, all else on stderr, nothing in a text that drives the terminal."""

import os
import shutil
import sys
import unicodedata
from io import TextIOWrapper
from types import TracebackType

from kg.use.tables import fit

DONE, FAILED, MISUSED, SKIPPED = 0, 1, 2, 3


class Failure(Exception):
    """A command can't do what it was asked. `hint` is the way out, `code` the exit code."""

    def __init__(self, message: str, hint: str = "", code: int = FAILED) -> None:
        super().__init__(message)
        self.message, self.hint, self.code = message, hint, code


def use_utf8() -> None:
    """Write UTF-8 whatever the locale says; a name that is no Unicode is escaped, not refused."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def say(*lines: str) -> None:
    """Results, on stdout."""
    for line in lines:
        print(line)


def note(*lines: str) -> None:
    """Everything else, on stderr."""
    sys.stdout.flush()
    for line in lines:
        print(line, file=sys.stderr)


def complain(failure: Failure) -> None:
    """Say on stderr what went wrong and what to do."""
    note(f"kg: {safe(failure.message)}")
    if failure.hint:
        note(f"    {failure.hint}")


def own_fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """For sys.excepthook: what nobody foresaw, on one line; all of it where KG_DEBUG is set."""
    if os.environ.get("KG_DEBUG"):
        sys.__excepthook__(kind, error, trace)
        return
    complain(Failure(f"a fault of kg itself: {kind.__name__}: {error}", "please report it; KG_DEBUG=1 shows where"))


def safe(text: str) -> str:
    """The text on one line, without characters that move the cursor, colour it or turn its direction."""
    return "".join(c if not unicodedata.category(c).startswith("C") else " " if c in "\n\r\t" else "�" for c in text)


def size(count: int) -> str:
    """A number of bytes for people: 912 B, 34 KB, 1.2 MB."""
    if count < 1000:
        return f"{count} B"
    return f"{count / 1000:.0f} KB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"


class Progress:
    """A line on stderr that names what is being read: on a terminal alone, and not when quiet."""

    def __init__(self, quiet: bool) -> None:
        self.done = 0
        self.shown = not quiet and sys.stderr.isatty()

    def step(self, name: str) -> None:
        """One more begins."""
        self.done += 1
        if self.shown:
            columns = shutil.get_terminal_size().columns - 1
            self._write(fit(f"{self.done}  {safe(name)}", columns))

    def end(self) -> None:
        """Take the line away."""
        if self.shown:
            self._write("")

    def _write(self, line: str) -> None:
        sys.stderr.write(f"\r\x1b[K{line}")
        sys.stderr.flush()


def quiet_pipe() -> None:
    """After the reader of stdout has gone: nothing more is written, not even at exit."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, sys.stdout.fileno())
    os.close(devnull)
