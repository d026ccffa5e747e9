"""kg export: a graph in another format."""

import argparse
from pathlib import Path

from kg.cli.command import Command
from kg.cli.console import DONE, MISUSED, Failure, say
from kg.cli.inputs import graph_path, graph_read
from kg.use.tables import text_table


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "graph", metavar="GRAPH", type=Path, nargs="?", help="a graph file, or a folder or store made by kg build  图谱"
    )
    parser.add_argument("--to", metavar="FMT", help="the format; see --list  格式")
    parser.add_argument("-o", "--out", metavar="FILE", type=Path, help="the file to write")
    parser.add_argument("--list", action="store_true", help="the formats  列出格式")


def run(args: argparse.Namespace) -> int:
    from kg.store.files import WriteError
    from kg.use.export import FORMATS, ExportError, export

    if args.list:
        say(text_table(("Format", "格式", "What it is"), [(f.name, f.chinese, f.english) for f in FORMATS]))
        return DONE
    if args.graph is None or args.to is None or args.out is None:
        lacking = [
            name for name, value in (("GRAPH", args.graph), ("--to", args.to), ("-o", args.out)) if value is None
        ]
        raise Failure(
            f"{', '.join(lacking)} is missing", "for example: kg export out --to graphml -o news.graphml", MISUSED
        )
    try:
        with graph_read():
            files = export(graph_path(args.graph), args.to, args.out)
    except ExportError as error:
        raise Failure(str(error), "what they are: kg export --list", MISUSED) from error
    except WriteError as error:
        raise Failure(f"nothing was written: {error}") from error
    say(*map(str, files))
    return DONE


COMMAND = Command(
    "export",
    "Write a graph in another format: RDF, GraphML, GEXF, CSV …",
    "导出",
    arguments,
    run,
    """\
  kg export --list                                 the formats
  kg export out --to jsonld -o graph.jsonld
  kg export out --to graphml -o graph.graphml      for yEd, igraph
  kg export out --to csv -o graph.csv              graph.nodes.csv and graph.edges.csv""",
)
