"""The command line, `kg`: thin over the library. Each command is a file here; COMMANDS is the list of them."""

import argparse
import errno
import sys
from collections.abc import Sequence

from kg import __version__
from kg.cli import (
    backup,
    build,
    demo,
    entities,
    export,
    facts,
    ontology,
    push,
    query,
    remove,
    serve,
    validate,
    verify,
    view,
)
from kg.cli.command import Command, Parser, did_you_mean
from kg.cli.console import FAILED, MISUSED, Failure, complain, note, own_fault, quiet_pipe, say, use_utf8

COMMANDS: tuple[Command, ...] = (
    demo.COMMAND,
    build.COMMAND,
    remove.COMMAND,
    backup.COMMAND,
    facts.COMMAND,
    entities.COMMAND,
    query.COMMAND,
    serve.COMMAND,
    view.COMMAND,
    export.COMMAND,
    push.COMMAND,
    validate.COMMAND,
    verify.COMMAND,
    ontology.COMMAND,
)

OVERVIEW = f"""\
kg {__version__}: Chinese policy news in, an evidenced knowledge graph out.
把中文政策新闻变成知识图谱，每条事实都指回原文。

Begin here  从这里开始
  kg demo                       five articles that come with kg, from text to graph to answers
  kg build news/ -o out         your own articles: files, folders, or - for standard input
  kg query out -q posts         who holds which post; kg query out --list names the other questions
  kg facts article.txt          what one article says; --explain shows the rule and the words
  kg verify out                 reread the articles and check every quotation

Commands  命令
"""

EXIT_CODES = """\
Exit codes: 0 done, 1 failed, 2 misused, 3 done but some inputs were skipped. `kg COMMAND --help` tells more."""


def overview() -> str:
    """What `kg` alone prints."""
    lines = [f"  {c.name:<10}{c.english}  {c.chinese}" for c in COMMANDS]
    return OVERVIEW + "\n".join(lines) + "\n\n" + EXIT_CODES


def parser_for(command: Command) -> Parser:
    """The parser of one command."""
    epilog = f"Examples  示例\n{command.examples}" if command.examples else ""
    parser = Parser(f"kg {command.name}", f"{command.english}\n{command.chinese}", epilog)
    command.arguments(parser)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run `kg` with these arguments (those of the process by default); the exit code."""
    use_utf8()
    if argv is None:
        sys.excepthook = own_fault
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        return _run(words)
    except SystemExit as end:  # argparse has printed its help or its complaint
        return end.code if isinstance(end.code, int) else MISUSED
    except Failure as failure:
        complain(failure)
        return failure.code
    except BrokenPipeError:
        quiet_pipe()
        return 0
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EIO):
            raise
        quiet_pipe()
        complain(Failure(f"the output could not be written (无法写出): {error.strerror}"))
        return FAILED
    except KeyboardInterrupt:
        note("kg: interrupted")
        return 130


def _run(words: list[str]) -> int:
    if not words or words[0] in ("-h", "--help", "help"):
        asked = [c for c in COMMANDS if words[1:2] == [c.name]]
        say(parser_for(asked[0]).format_help().rstrip() if asked else overview())
        return 0
    if words[0] in ("-V", "--version"):
        say(f"kg {__version__}")
        return 0
    command = next((c for c in COMMANDS if c.name == words[0]), None)
    if command is None:
        meant = did_you_mean(words[0], (c.name for c in COMMANDS))
        raise Failure(f"no command is called {words[0]}{meant}", "`kg` alone lists the commands", MISUSED)
    code = command.run(parse(command, words[1:]))
    sys.stdout.flush()
    return code


def parse(command: Command, words: Sequence[str]) -> argparse.Namespace:
    """The arguments of a command."""
    return parser_for(command).parse_args(words)
