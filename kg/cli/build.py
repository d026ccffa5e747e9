"""kg build: articles in, a folder with the graph, its page and its facts out."""

import argparse
import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.command import Command, add_inputs, add_json, add_quiet
from kg.cli.console import DONE, MISUSED, SKIPPED, Failure, say
from kg.cli.decided import add_decisions, decided
from kg.cli.inputs import articles_read, build_inputs, checked_base, complain_of, store_changed
from kg.cli.origins import Origins, remember
from kg.cli.report import counts, next_steps, next_with_store, say_changes, summary_object, written

if TYPE_CHECKING:
    from kg.pipeline import Build


OUT = Path("out")


def arguments(parser: argparse.ArgumentParser) -> None:
    add_inputs(parser, nargs="*")
    add_out(parser)
    parser.add_argument(
        "--store",
        metavar="DIR",
        type=Path,
        help="keep the graph in a store that takes changes, instead of files  存入图库",
    )
    add_decisions(parser)
    parser.add_argument(
        "--infer", action="store_true", help="also what follows from the facts, in graphs of its own  加入推理所得"
    )
    add_json(parser, "the summary as JSON  以 JSON 输出摘要")
    add_quiet(parser)


def add_out(parser: argparse.ArgumentParser) -> None:
    """-o OUT, the folder of a build."""
    parser.add_argument("-o", "--out", metavar="OUT", type=Path, help=f"the folder to write ({OUT})")


def run(args: argparse.Namespace) -> int:
    if args.store is not None:
        return stored(args)
    if not args.inputs:
        raise Failure("which articles?", "for example: kg build news/ -o out", MISUSED)
    args.out = args.out or OUT
    build = replace(built(args), inferred=args.infer)
    outputs = saved(build, args)
    summary = build.summary()
    if args.json:
        skipped = [str(error) for error in build.skipped]
        say(json.dumps(summary_object(summary, args.out, outputs, skipped), ensure_ascii=False, indent=1))
    else:
        say(f"{summary.articles} article{'s' * (summary.articles != 1)} → {args.out}", "", *counts(summary))
        say("", *written(args.out, outputs))
        if not args.quiet:
            say("", *next_steps(args.out))
    return SKIPPED if build.skipped else DONE


def built(args: argparse.Namespace) -> "Build":
    """What the inputs say; nothing is written."""
    out: Path = args.out
    if out.exists() and not out.is_dir():
        raise Failure(f"{out} is a file, and the outputs need a folder", "name another with -o", MISUSED)
    return build_inputs(args, decided(args, out))


def saved(build: "Build", args: argparse.Namespace) -> dict[str, bytes]:
    """Write the outputs, and note where the articles lay; the contents by name of file."""
    from kg.store.files import WriteError

    try:
        outputs = build.save(args.out)
    except WriteError as error:
        raise Failure(f"nothing was written: {error}") from error
    remember(args.out, Origins(build.paths, args.encoding))
    return outputs


def stored(args: argparse.Namespace) -> int:
    """Add the inputs to a store, and say what that changed."""
    if args.out is not None:
        raise Failure(
            "--store and -o: one or the other", "from a store to files: kg export DIR --to nq -o FILE", MISUSED
        )
    if args.infer:
        raise Failure("--store keeps what articles say", "ask with kg query DIR --infer what follows", MISUSED)
    from kg.store.embedded import add

    base = checked_base(args)
    with articles_read(args) as step, store_changed():
        report = add(
            args.store, args.inputs, encoding=args.encoding, base=base, decisions=args.decisions, progress=step
        )
    complain_of(report.skipped)
    say_changes(report, args)
    if not (args.quiet or args.json):
        say("", *next_with_store(args.store))
    return SKIPPED if report.skipped else DONE


COMMAND = Command(
    "build",
    "Build a graph of articles into a folder.",
    "建图",
    arguments,
    run,
    """\
  kg build article.txt                     one article into out/
  kg build news/ extra.txt -o graph        all articles of a folder, and one more
  cat article.txt | kg build - -o out      from standard input
  kg build old.txt --encoding gb18030      an encoding that is not found by itself
  kg build news/ --infer                   also what follows: 武侯区 ⊂ 成都市 ⊂ 四川省, who works where
  kg build news/ --decisions mine.tsv      with decisions on identity; out/decisions.tsv always counts
  kg build news/ --store news.store        into a store: what is new is added, what changed is replaced
  kg build --store news.store              after its decisions.tsv was edited""",
)
