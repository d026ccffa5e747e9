"""kg ontology: the vocabulary, its shapes and themes."""

import argparse
import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from kg.cli.command import Command, add_json, did_you_mean
from kg.cli.console import DONE, MISUSED, Failure, say

if TYPE_CHECKING:
    from kg.rdf.vocabulary import Term

FILES = {"ttl": "policy-kg.ttl", "shapes": "shapes.ttl", "themes": "themes.ttl"}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("term", metavar="TERM", nargs="?", help="one term: participatesIn, 参加, pk:Tenure  一个词")
    parser.add_argument(
        "--print",
        metavar="WHAT",
        choices=(*FILES, "context"),
        help="the file itself: ttl, shapes, themes, or the JSON-LD context  输出词汇文件",
    )
    add_json(parser, "the terms as JSON")


def run(args: argparse.Namespace) -> int:
    from kg.rdf.jsonld import context
    from kg.rdf.serialize import TYPES
    from kg.rdf.vocabulary import terms
    from kg.resources import ontology_file
    from kg.use.tables import text_table

    if args.print == "context":
        say(json.dumps({"@context": context(types=TYPES)}, ensure_ascii=False, indent=1))
        return DONE
    if args.print:
        say(ontology_file(FILES[args.print]).read_text(encoding="utf-8").rstrip("\n"))
        return DONE
    chosen = [_find(args.term, terms())] if args.term else list(terms())
    if args.json:
        say(json.dumps([asdict(term) for term in chosen], ensure_ascii=False, indent=1))
    elif args.term:
        say(*_told(chosen[0]))
    else:
        say(
            text_table(
                ("Term", "名称", "Label", "Kind"), [(f"pk:{t.name}", t.chinese, t.english, t.kind) for t in chosen]
            )
        )
        say("", "one of them: kg ontology TERM        the file: kg ontology --print ttl")
    return DONE


def _find(wanted: str, terms: "tuple[Term, ...]") -> "Term":
    name = wanted.removeprefix("pk:")
    for term in terms:
        if name in (term.name, term.chinese, term.english):
            return term
    names = [n for t in terms for n in (t.name, t.chinese, t.english)]
    raise Failure(
        f"the vocabulary has no term {wanted!r}{did_you_mean(name, names)}", "all of them: kg ontology", MISUSED
    )


def _told(term: "Term") -> list[str]:
    lines = [f"pk:{term.name}  {term.chinese}  {term.english}  ({term.kind})", term.meaning, term.definition]
    rows = {
        "example 例": term.example,
        "note": term.note,
        "is a kind of 上位": ", ".join(term.above),
        "close to 相近": ", ".join(term.close),
        "of 主语": term.domain,
        "gives 宾语": term.range,
        "is 性质": ", ".join(term.traits),
    }
    return lines + [f"  {name}: {value}" for name, value in rows.items() if value]


COMMAND = Command(
    "ontology",
    "Show the vocabulary: its terms, shapes and themes.",
    "词汇",
    arguments,
    run,
    """\
  kg ontology                              all terms
  kg ontology Tenure                       one term: what it is, what it is not, an example
  kg ontology --print ttl > policy-kg.ttl  the vocabulary as Turtle
  kg ontology --print context              the context of our JSON-LD""",
)
