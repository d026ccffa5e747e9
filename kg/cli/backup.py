"""kg backup: a copy of a store."""

import argparse
from pathlib import Path

from kg.cli.command import Command
from kg.cli.console import DONE, say
from kg.cli.inputs import store_changed


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("store", metavar="DIR", type=Path, help="the store  图库")
    parser.add_argument("copy", metavar="COPY", type=Path, help="the folder to make  备份到")


def run(args: argparse.Namespace) -> int:
    from kg.store.backup import backup

    with store_changed():
        backup(args.store, args.copy)
    say(str(args.copy))
    return DONE


COMMAND = Command(
    "backup",
    "Copy a store while it is in use; the copy is a store too.",
    "备份图库",
    arguments,
    run,
    """\
  kg backup news.store /backup/news-2025-10-17.store
  kg verify /backup/news-2025-10-17.store            the copy is whole""",
)
