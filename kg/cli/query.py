"""kg query: a question to a graph, in SPARQL or by the name of one that comes with kg."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.command import Command, seconds
from kg.cli.console import DONE, MISUSED, Failure, say
from kg.cli.inputs import graph_path, graph_read
from kg.cli.servers import add_default_graph, is_server, server_at

if TYPE_CHECKING:
    from kg.use.query import Result

TIMEOUT = 300.0


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "graph",
        metavar="GRAPH",
        nargs="?",
        help="a graph file, a folder or store made by kg build, or the URL of a SPARQL server  图谱，或服务的网址",
    )
    parser.add_argument("sparql", metavar="SPARQL", nargs="?", help="the query; pk: rdfs: and such are known  查询语句")
    parser.add_argument("-f", "--file", metavar="FILE", type=Path, help="a file with the query  查询文件")
    parser.add_argument("-q", "--name", metavar="NAME", help="a question that comes with kg; see --list  现成的问题")
    parser.add_argument(
        "--param",
        metavar="NAME=VALUE",
        action="append",
        default=[],
        help="narrow a question that comes with kg; may be repeated  给现成的问题加条件",
    )
    parser.add_argument("--list", action="store_true", help="the questions that come with kg  列出现成的问题")
    parser.add_argument(
        "--infer", action="store_true", help="ask what follows from the facts as well  连同推理所得一并查询"
    )
    parser.add_argument(
        "--timeout",
        metavar="SECONDS",
        type=seconds,
        default=TIMEOUT,
        help=f"give up after so long ({TIMEOUT:g}; 0: never)  限时",
    )
    add_default_graph(parser)
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="SPARQL 1.1 results as JSON")
    shape.add_argument("--csv", action="store_true", help="comma-separated values")


def run(args: argparse.Namespace) -> int:
    from kg.use.named import named_queries
    from kg.use.tables import text_table

    if args.list:
        rows = [(q.name, q.chinese, q.english, " ".join(p.name for p in q.parameters)) for q in named_queries()]
        say(text_table(("Name", "问题", "Question", "--param"), rows))
        return DONE
    if args.graph is None:
        raise Failure("which graph?", "for example: kg query out -q posts", MISUSED)
    text = _text(args)
    from kg.use.sparql import QueryError

    try:
        answer = _asked(args, text)
    except QueryError as error:
        raise Failure(f"the query failed: {error}", "ready questions: kg query --list") from error
    if args.csv:
        sys.stdout.write(answer.csv())
    else:
        say(answer.json() if args.json else answer.table())
    return DONE


def _asked(args: argparse.Namespace, text: str) -> "Result":
    """The answer of a server, or of a file."""
    if is_server(args.graph):
        from kg.use.remote import ask_server

        if args.infer:
            raise Failure("--infer is for files", "push what follows as well: kg build --infer, kg push", MISUSED)
        with server_at(args, args.graph) as server:
            return ask_server(server, text, args.default_graph)
    if args.default_graph is not None:
        raise Failure("--default-graph goes with a URL", f"{args.graph} is none", MISUSED)
    from kg.use.query import answer as ask

    with graph_read():
        return ask(graph_path(Path(args.graph)), text, timeout=args.timeout or None, infer=args.infer)


def _text(args: argparse.Namespace) -> str:
    """The SPARQL text that is asked for in one of three ways."""
    from kg.use.named import named_query
    from kg.use.sparql import QueryError

    given = [value for value in (args.sparql, args.file, args.name) if value is not None]
    if len(given) != 1:
        wrong = "no query" if not given else "more than one query"
        raise Failure(f"{wrong}: give SPARQL text, -f FILE or -q NAME", "ready questions: kg query --list", MISUSED)
    if args.param and args.name is None:
        raise Failure("--param goes with -q NAME", "for example: kg query out -q person --param person=王明", MISUSED)
    if args.sparql is not None:
        return str(args.sparql)
    try:
        if args.name is not None:
            return named_query(args.name).given(dict(map(_pair, args.param)))
        return str(args.file.read_text(encoding="utf-8"))
    except QueryError as error:
        raise Failure(str(error), "all of them: kg query --list", MISUSED) from error
    except UnicodeDecodeError as error:
        raise Failure(f"{args.file} is not UTF-8", "save the query as UTF-8") from error
    except OSError as error:
        raise Failure(f"{args.file} can't be read: {error.strerror}", "name a file with SPARQL after -f") from error


def _pair(given: str) -> tuple[str, str]:
    name, equals, value = given.partition("=")
    if not (name and equals and value):
        raise Failure(f"--param {given}: not NAME=VALUE", "for example: --param person=王明", MISUSED)
    return name, value


COMMAND = Command(
    "query",
    "Ask a graph a question.",
    "提问",
    arguments,
    run,
    """\
  kg query --list                           the questions that come with kg
  kg query out -q posts                     who holds which post
  kg query out -q holders --param body=四川省教育厅
  kg query out 'SELECT ?name { ?p a pk:Person ; rdfs:label ?name }'
  kg query out -f question.rq --csv > answer.csv
  kg query http://localhost:3030/news/sparql -q posts     a server; see kg push --help""",
)
