"""kg serve: a graph over HTTP, for SPARQL clients and browsers."""

import argparse
from pathlib import Path

from kg.cli.command import Command
from kg.cli.console import DONE, MISUSED, Failure, say
from kg.cli.inputs import graph_read

PORT = 8000


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("graph", metavar="GRAPH", type=Path, help="a graph file, or a folder made by kg build  图谱")
    parser.add_argument(
        "--port", type=_whole, default=PORT, metavar="N", help=f"by default {PORT}; 0: a free one  端口"
    )
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        metavar="ADDRESS",
        help="by default this machine alone can ask  监听地址，默认仅本机",
    )
    limits = parser.add_argument_group("limits  限额")
    limits.add_argument(
        "--timeout", type=_positive, default=30.0, metavar="SECONDS", help="for a query, waiting included; 30  查询时限"
    )
    limits.add_argument(
        "--memory", type=_whole, default=1024, metavar="MB", help="for a query, on top of the graph; 1024  内存"
    )
    limits.add_argument("--answer", type=_whole, default=50, metavar="MB", help="the longest answer; 50  结果大小")
    limits.add_argument("--query", type=_whole, default=64, metavar="KB", help="the longest query; 64  查询长度")
    limits.add_argument(
        "--workers", type=_whole, default=0, metavar="N", help="long queries at once; as many as processors  并发长查询"
    )
    limits.add_argument("--queue", type=_whole, default=64, metavar="N", help="queries that may wait; 64  排队上限")
    limits.add_argument(
        "--grace", type=_positive, default=10.0, metavar="SECONDS", help="for running queries at the end; 10  退出宽限"
    )
    parser.add_argument("--public-url", default="", metavar="URL", help="its address from outside  对外网址")
    parser.add_argument("--no-cors", action="store_true", help="pages of other sites may not read it  禁止跨站读取")
    parser.add_argument("--log-queries", action="store_true", help="queries in the log as well  日志记录查询")


def run(args: argparse.Namespace) -> int:
    try:
        from kg.serve.run import listen
        from kg.serve.run import run as serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("starlette", "uvicorn", "h11", "anyio"):
            raise
        raise Failure(f"{error.name} is not installed", "pip install 'policy-kg[serve]'") from error
    import os

    from kg.serve.graph import graph_file
    from kg.serve.job import Limits
    from kg.serve.service import Options

    limits = Limits(
        timeout=args.timeout,
        memory=args.memory << 20,
        answer=args.answer * 1_000_000,
        query=args.query << 10,
        long=args.workers or max(2, os.cpu_count() or 2),
        queue=args.queue,
    )
    options = Options(args.public_url, cors=not args.no_cors, log_queries=args.log_queries)
    with graph_read():
        graph_file(args.graph)
        try:
            listener = listen(args.host, args.port)
        except OSError as error:
            way_out = "name another: --port N, or --port 0 for a free one"
            raise Failure(f"{args.host} port {args.port}: {error.strerror or error}", way_out) from error
        except OverflowError as error:
            raise Failure(f"there is no port {args.port}", "name one up to 65535", MISUSED) from error
        host, port = listener.getsockname()[:2]
        url = args.public_url.rstrip("/") or f"http://{f'[{host}]' if ':' in host else host}:{port}"
        serve(args.graph, listener, limits, options, args.grace, lambda: say(f"{url}/sparql"))
    return DONE


def _whole(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ValueError
    return number


def _positive(text: str) -> float:
    number = float(text)
    if not 0 < number < 1e6:
        raise ValueError
    return number


COMMAND = Command(
    "serve",
    "Serve a graph over HTTP: SPARQL, read-only.",
    "开放查询服务",
    arguments,
    run,
    """\
  kg serve out                              at http://127.0.0.1:8000/sparql
  kg serve out --port 0                     at a free port, which it prints
  kg serve graph.nq --timeout 5 --workers 4
  curl -H 'Accept: text/csv' --data-urlencode 'query=SELECT * { ?s a pk:Person }' http://127.0.0.1:8000/sparql""",
)
