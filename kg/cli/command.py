"""What a command of kg is, and a parser that answers a slip of the finger with the word that was meant."""

import argparse
import difflib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NoReturn

from kg.cli.console import MISUSED, note, safe


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its name, one line of help in English and Chinese, its arguments, what it does.

    `run` returns an exit code; it imports the heavy parts of kg itself, so that help stays quick.
    """

    name: str
    english: str
    chinese: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]
    examples: str = ""

    @property
    def help(self) -> str:
        return f"{self.english}  {self.chinese}"


class Parser(argparse.ArgumentParser):
    """argparse without abbreviations; a misuse ends with exit code 2 and where to read on."""

    def __init__(self, prog: str, description: str, epilog: str = "") -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
            add_help=False,
        )
        self.add_argument("-h", "--help", action="help", help="show this and exit  显示帮助")

    def error(self, message: str) -> NoReturn:
        meant = ""
        if unknown := re.fullmatch(r"unrecognized arguments: (.*)", message):
            word = unknown[1].split()[0]
            options = [o for action in self._actions for o in action.option_strings if o.startswith("--")]
            meant = did_you_mean(word, options) if word.startswith("-") else ""
        note(f"{self.prog}: {safe(message)}{meant}", f"    Read: {self.prog} --help")
        raise SystemExit(MISUSED)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """ "; did you mean build?", or nothing where no known word is near."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f"; did you mean {near[0]}?" if near else ""


INPUT = "a file, a folder, or - for standard input  文件、文件夹或标准输入"


def add_inputs(parser: argparse.ArgumentParser, what: str = INPUT, nargs: str = "+") -> None:
    """INPUT…, --encoding and --base: the same wherever articles are read."""
    parser.add_argument("inputs", metavar="INPUT", nargs=nargs, help=what)
    parser.add_argument(
        "--encoding", metavar="ENC", help="the encoding of the files, where it is not found by itself  文件编码"
    )
    parser.add_argument("--base", metavar="IRI", help="what the IRIs of things begin with  实体 IRI 的前缀")


def seconds(word: str) -> float:
    """A time limit as it is typed; 0 stands for none."""
    if not 0 <= (given := float(word)) < 1e6:
        raise ValueError(word)
    return given


def add_quiet(parser: argparse.ArgumentParser) -> None:
    """--quiet: nothing on stderr but errors."""
    parser.add_argument("--quiet", action="store_true", help="no progress  不显示进度")


def add_json(parser: argparse.ArgumentParser, what: str) -> None:
    """--json: the result for programs instead of people."""
    parser.add_argument("--json", action="store_true", help=what)
