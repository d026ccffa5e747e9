"""kg remove: articles out of a store."""

import argparse
import json
from pathlib import Path

from kg.cli.command import Command, add_json, add_quiet
from kg.cli.console import DONE, MISUSED, Failure, safe, say
from kg.cli.inputs import graph_read, store_changed
from kg.cli.report import say_changes
from kg.use.tables import text_table


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("articles", metavar="ARTICLE", nargs="*", help="its path, file name, id, hash or IRI  文章")
    parser.add_argument("--store", metavar="DIR", type=Path, required=True, help="the store  图库")
    parser.add_argument("--list", action="store_true", help="the articles that it holds  列出其中的文章")
    add_json(parser, "what changed as JSON  以 JSON 输出")
    add_quiet(parser)


def run(args: argparse.Namespace) -> int:
    from kg.store.embedded import remove, sources

    if args.list:
        with graph_read():
            held = sources(args.store)
        if args.json:
            say(*(json.dumps({"path": s.path, "source": s.name, "sha256": s.sha256}, ensure_ascii=False) for s in held))
        else:
            say(
                text_table(
                    ("Article 文章", "Path 路径", "SHA-256"),
                    [(safe(s.name), safe(s.path), s.sha256[:12]) for s in held],
                )
            )
        return DONE
    if not args.articles:
        raise Failure("which article?", f"those that it has: kg remove --list --store {args.store}", MISUSED)
    with store_changed():
        report = remove(args.store, args.articles)
    say_changes(report, args)
    return DONE


COMMAND = Command(
    "remove",
    "Take articles out of a store, and what they alone say.",
    "从图库删除文章",
    arguments,
    run,
    """\
  kg remove --list --store news.store              the articles that it holds
  kg remove 2025-10-17.txt --store news.store""",
)
