"""The service as a process: a socket, uvicorn, signals."""

import asyncio
import signal
import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from kg.serve.app import make_app
from kg.serve.connection import connection
from kg.serve.door import to_stderr
from kg.serve.generation import Launched
from kg.serve.job import Limits
from kg.serve.jobs import JOBS
from kg.serve.service import Options
from kg.serve.workers import Pool

KEEP_ALIVE = 15  # seconds between requests of one connection
CONNECTIONS = 1000
HEAD = 65_536  # bytes of a request's head beside a query in its address


async def run(
    path: Path,
    launched: Launched,
    listener: socket.socket,
    limits: Limits,
    options: Options,
    grace: float,
    started: Callable[[], None],
) -> None:
    """Serve the graph at `path`, which `launched` reads, until SIGTERM or SIGINT; SIGHUP has it read anew.

    `started` is called when queries can be answered; at the end those that run have `grace` seconds. Raises GraphError
    for a graph that can't be read.
    """
    again = asyncio.Event()
    pool = Pool(path, JOBS, limits, to_stderr)
    await pool.open(launched)
    app = make_app(pool, options, to_stderr, again)
    config = uvicorn.Config(
        app,
        http=connection(limits.arrival),
        ws="none",
        loop="asyncio",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        limit_concurrency=CONNECTIONS,
        timeout_keep_alive=KEEP_ALIVE,
        timeout_graceful_shutdown=max(1, round(grace)),
        h11_max_incomplete_event_size=3 * limits.query + HEAD,
        lifespan="on",
    )
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    while not server.started and not serving.done():
        await asyncio.sleep(0.005)
    loop = asyncio.get_running_loop()
    # Over uvicorn's own, which end the process by the signal again: a stop that was asked for is no failure.
    for caught in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(caught, _stop, server)
    loop.add_signal_handler(signal.SIGHUP, again.set)
    if not serving.done():
        started()
    await serving


def _stop(server: uvicorn.Server) -> None:
    server.force_exit = server.should_exit  # the second time there is no grace
    server.should_exit = True
