"""kg serve: a graph over HTTP, for SPARQL clients and browsers."""

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kg import __version__
from kg.cli.command import Command
from kg.cli.console import DONE, Failure, say
from kg.cli.inputs import graph_path, graph_read

if TYPE_CHECKING:
    from socket import socket

    from kg.serve.job import Limits

PORT = 8000


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "graph", metavar="GRAPH", type=Path, help="a graph file, or a folder or store made by kg build  图谱"
    )
    parser.add_argument("--port", type=_port, default=PORT, metavar="N", help=f"by default {PORT}; 0: a free one  端口")
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
    import asyncio
    from importlib.util import find_spec

    missing = [name for name in ("starlette", "uvicorn") if find_spec(name) is None]
    if missing:
        raise Failure(f"{' and '.join(missing)} not installed", "pip install 'policy-kg[serve]'")
    from kg.serve.generation import launch
    from kg.serve.jobs import JOBS

    limits = _limits(args)
    with graph_read():
        path = graph_path(args.graph)
    with graph_read(), _listener(args.host, args.port) as listener:
        launched = launch(path, JOBS, limits)  # it reads while we load what is left
        from kg.serve.run import run as serve
        from kg.serve.service import Options

        options = Options(args.public_url, cors=not args.no_cors, log_queries=args.log_queries, version=__version__)
        host, port = listener.getsockname()[:2]
        url = args.public_url.rstrip("/") or f"http://{f'[{host}]' if ':' in host else host}:{port}"
        asyncio.run(serve(path, launched, listener, limits, options, args.grace, lambda: _ready(f"{url}/sparql")))
    return DONE


def _ready(url: str) -> None:
    say(url)
    sys.stdout.flush()


def _limits(args: argparse.Namespace) -> "Limits":
    from kg.serve.job import Limits

    return Limits(
        timeout=args.timeout,
        memory=args.memory << 20,
        answer=args.answer * 1_000_000,
        query=args.query << 10,
        long=args.workers or max(2, os.cpu_count() or 2),
        queue=args.queue,
    )


def _listener(host: str, port: int) -> "socket":
    from kg.serve.listen import listen

    try:
        return listen(host, port)
    except OSError as error:
        way_out = "name another: --port N, or --port 0 for a free one"
        raise Failure(f"{host} port {port}: {error.strerror or error}", way_out) from error


def _port(text: str) -> int:
    return _whole(text, 65_535)


def _whole(text: str, most: int = 1_000_000) -> int:
    if not text.isascii() or not text.isdecimal() or int(text[:9]) > most:
        raise argparse.ArgumentTypeError(f"{text} is not a whole number from 0 to {most}")
    return int(text)


def _positive(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = 0
    if not 0 < number < 1e6:
        raise argparse.ArgumentTypeError(f"{text} is not a number over 0")
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
