"""kg demo: the articles that come with kg, from text to graph to answers."""

import argparse
from pathlib import Path

from kg.cli.build import OUT, add_out, built, saved
from kg.cli.command import Command
from kg.cli.console import DONE, say
from kg.cli.report import counts, next_steps, written

QUESTIONS = ("posts", "programs-by-students", "issued-at-events")
ROWS = 8


def arguments(parser: argparse.ArgumentParser) -> None:
    add_out(parser)
    parser.set_defaults(encoding="utf-8", base=None, quiet=True, decisions=None)


def run(args: argparse.Namespace) -> int:
    from kg.resources import data_file
    from kg.use.named import named_query
    from kg.use.query import ask, load

    out: Path = args.out or OUT
    args.out = out
    args.inputs = sorted(map(str, data_file("articles").glob("*.txt")))
    build = built(args)
    outputs = saved(build, args)
    summary = build.summary()
    say(f"The {summary.articles} articles that come with kg → {out}  自带文章 → 图谱", "", *counts(summary))
    say("", *written(out, outputs))
    graph = load(out / "graph.nq")
    for name in QUESTIONS:
        question = named_query(name)
        say("", f"{question.english}? {question.chinese}?    kg query {out} -q {name}")
        say(ask(graph, question.text).table(ROWS))
    say("", *next_steps(out))
    return DONE


COMMAND = Command(
    "demo",
    "See it work: the articles that come with kg, a graph of them, three questions.",
    "演示",
    arguments,
    run,
    """\
  kg demo                 into out/
  kg demo -o graph        into another folder""",
)
