"""kg push: a graph to a SPARQL server."""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from kg.cli.command import Command, add_json, add_quiet, seconds
from kg.cli.console import DONE, MISUSED, Failure, note, say
from kg.cli.inputs import graph_path, graph_read
from kg.cli.servers import EXAMPLE, add_default_graph, is_server, server_at

TIMEOUT = 300.0  # seconds: a server may sort its indexes before it answers an update


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("graph", metavar="GRAPH", help="a graph file, or a folder or store made by kg build  图谱")
    parser.add_argument("url", metavar="URL", help=f"where the server answers SPARQL queries, {EXAMPLE}  服务的网址")
    parser.add_argument(
        "--via",
        choices=("auto", "update", "graph-store"),
        default="auto",
        help="SPARQL Update (fast), the Graph Store Protocol, or what the server takes (auto)  推送方式",
    )
    parser.add_argument("--update-url", metavar="URL", help="where it takes updates, if not in a usual place  更新网址")
    parser.add_argument("--graph-store-url", metavar="URL", help="where it takes graphs, likewise  图存储网址")
    parser.add_argument("--batch", metavar="N", type=int, help="triples in a request at most (2000)  每批的三元组数")
    parser.add_argument("--dry-run", action="store_true", help="only say what would be done  只说明，不推送")
    parser.add_argument(
        "--timeout",
        metavar="SECONDS",
        type=seconds,
        default=TIMEOUT,
        help=f"give a request up after so long ({TIMEOUT:g}; 0: never)  每次请求的时限",
    )
    add_default_graph(parser)
    add_json(parser, "what was done, as JSON")
    add_quiet(parser)


def run(args: argparse.Namespace) -> int:
    from kg.rdf.read import GraphError
    from kg.store.graph import read_graph
    from kg.store.push import push
    from kg.store.remote import check_url
    from kg.store.ways import BATCH

    if not is_server(args.url):
        what = "the URL comes second" if is_server(args.graph) else f"{args.url} is no URL"
        raise Failure(what, f"kg push out URL; {EXAMPLE}", MISUSED)
    if args.batch is not None and args.batch < 1:
        raise Failure(f"--batch {args.batch}: at least 1", code=MISUSED)
    bar = _Bar(args.quiet)
    with server_at(args, args.url) as server:
        for option, url in (("--update-url", args.update_url), ("--graph-store-url", args.graph_store_url)):
            try:
                check_url(url or args.url)
            except ValueError as error:
                raise Failure(f"{option}: {error}", code=MISUSED) from None
        with graph_read():
            quads = read_graph(graph_path(Path(args.graph)))
        try:
            done = push(
                quads,
                server,
                default_graph=args.default_graph,
                via=args.via,
                update_url=args.update_url,
                graph_store_url=args.graph_store_url,
                size=args.batch or BATCH,
                dry_run=args.dry_run,
                progress=bar.show,
            )
        except GraphError as error:
            raise Failure(f"{args.graph}: {error}", "kg push sends what kg build made") from error
        finally:
            bar.end()
    if args.json:
        say(json.dumps(asdict(done), ensure_ascii=False))
        return DONE
    verb = "would be brought" if done.dry_run else "brought"
    say(
        f"{done.quads} quads, of {done.new + done.changed + done.same} IRIs: "
        f"{done.new} new, {done.changed} changed, {done.gone} gone, {done.same} as they were"
    )
    say(f"{done.brought} {verb}, {done.taken} taken away" + (f", by {done.via} at {done.url}" if done.via else ""))
    return DONE


class _Bar:
    """How far it is, on stderr: a line that is written anew on a terminal, and elsewhere one for each tenth."""

    def __init__(self, quiet: bool) -> None:
        self.shown, self.terminal, self.tenth = not quiet, sys.stderr.isatty(), 0

    def show(self, done: int, of: int) -> None:
        """So many of so many quads are there."""
        if not self.shown:
            return
        line = f"{done} of {of} quads are there"
        if self.terminal:
            sys.stderr.write(f"\r\x1b[K{line}")
            sys.stderr.flush()
        elif of and 10 * done // of > self.tenth:
            self.tenth = 10 * done // of
            note(f"kg: {line}")

    def end(self) -> None:
        """Take the line away."""
        if self.shown and self.terminal:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


COMMAND = Command(
    "push",
    "Bring a graph to a SPARQL server, and keep it the same there.",
    "推送",
    arguments,
    run,
    """\
  kg push out http://localhost:3030/news/sparql            Fuseki; pushed again, only what changed is sent
  KG_SPARQL_USER=dba KG_SPARQL_PASSWORD=… \\
      kg push out http://localhost:8890/sparql-auth --default-graph urn:policy-kg:default      Virtuoso
  kg push out https://example.org/sparql --dry-run         what would be done
  kg query http://localhost:3030/news/sparql -q posts      ask it

A push that was broken off goes on where it was. Only graphs whose IRIs begin with the base of the graph are touched,
and what the default graph says of such IRIs. Credentials come from the environment alone: KG_SPARQL_USER and
KG_SPARQL_PASSWORD, or KG_SPARQL_TOKEN.""",
)
