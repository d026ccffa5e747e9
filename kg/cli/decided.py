"""Decisions about identity: those of the file that is named, and those in the folder of the build."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.console import Failure, note, safe

if TYPE_CHECKING:
    from kg.entities.decisions import Decision


def add_decisions(parser: argparse.ArgumentParser) -> None:
    """--decisions FILE."""
    parser.add_argument(
        "--decisions",
        metavar="FILE",
        type=Path,
        help="what people decided about identity: see docs/identity.md  人工决定",
    )


def decided(args: argparse.Namespace, folder: Path | None = None) -> "tuple[Decision, ...]":
    """The decisions in --decisions and in the folder's decisions.tsv; raises Failure for a line that can't be read."""
    from kg.entities.decisions import FILE, DecisionError, read_decisions

    standing = folder / FILE if folder is not None and (folder / FILE).exists() else None
    files = [path for path in (standing, args.decisions) if path is not None]
    if len(files) == 2 and files[1].exists() and files[0].samefile(files[1]):
        files.pop()
    found: list[Decision] = []
    for path in files:
        try:
            read = read_decisions(path)
        except DecisionError as error:
            raise Failure(str(error), error.way_out) from error
        found += read
        if not args.quiet:
            note(f"kg: {len(read)} decision{'s' * (len(read) != 1)} on identity from {safe(str(path))} (人工决定)")
    return tuple(found)
