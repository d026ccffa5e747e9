"""The routes of the service: thin, each hands its request on."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from kg.serve.description import description
from kg.serve.door import Door
from kg.serve.job import Refusal
from kg.serve.metrics import MEDIA_TYPE, Metrics
from kg.serve.openapi import openapi
from kg.serve.protocol import asked_by_get, asked_by_post
from kg.serve.query import query
from kg.serve.service import Options, Service, body_of, refused
from kg.serve.workers import Pool


def make_app(pool: Pool, options: Options, log: Callable[[str], None], again: asyncio.Event) -> Starlette:
    """The application over the graph that `pool` has opened; `again` has it read anew."""
    service = Service(pool, options, Metrics())

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        watching = asyncio.create_task(pool.watch(again))
        yield
        watching.cancel()
        await pool.close()

    middleware = [Middleware(Door, metrics=service.metrics, log=log)]
    if options.cors:
        middleware.append(
            Middleware(
                CORSMiddleware,
                allow_origins=["*"],
                allow_methods=["GET", "HEAD", "POST", "OPTIONS"],
                allow_headers=["Accept", "Content-Type", "If-None-Match"],
                expose_headers=["ETag", "Retry-After", "Content-Length", "Link"],
                max_age=86_400,
            )
        )
    app = Starlette(
        routes=ROUTES,
        middleware=middleware,
        lifespan=lifespan,
        exception_handlers={Refusal: _on_refusal, HTTPException: _on_http},
    )
    app.state.service = service
    return app


def service_of(request: Request) -> Service:
    """The service that the request came to."""
    service: Service = request.app.state.service
    return service


async def sparql(request: Request) -> Response:
    """SPARQL 1.1 Protocol; without a query, what this service is."""
    service = service_of(request)
    most = service.pool.limits.query
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={"Allow": "GET, HEAD, POST, OPTIONS"})
    parameters: bytes = request.scope["query_string"]
    if len(parameters) > 3 * most + 4096:
        raise Refusal(414, f"The address is longer than {3 * most + 4096} bytes.", "Send the query by POST.")
    if request.method == "POST":
        body = await body_of(request, 3 * most + 4096, service.pool.limits.arrival)
        asked = asked_by_post(parameters, request.headers.get("content-type"), body)
    else:
        by_get = asked_by_get(parameters)
        if by_get is None:
            return await describe(request)
        asked = by_get
    if len(asked.query.encode("utf-8", "replace")) > most:
        raise Refusal(413 if request.method == "POST" else 414, f"The query is longer than {most} bytes.")
    if service.options.log_queries:
        request.scope["kg.query"] = asked.query
    accept = ",".join(request.headers.getlist("accept")) or None
    base = service.url(request, "/sparql")  # RFC 3986, 5.1.3
    return await service.answer(request, query, asked.query, asked.default_graphs, asked.named_graphs, accept, base)


async def describe(request: Request) -> Response:
    """The description of the service and of the graph."""
    service = service_of(request)
    accept = ",".join(request.headers.getlist("accept")) or None
    return await service.answer(request, description, service.url(request, "/sparql"), accept)


async def live(request: Request) -> Response:
    """Whether the service itself is alive."""
    return JSONResponse({"status": "live"}, headers={"Cache-Control": "no-store"})


async def ready(request: Request) -> Response:
    """Whether queries can be answered, and of which state of the graph."""
    pool = service_of(request).pool
    word, status = ("ready", 200) if pool.ready else ("not ready", 503)
    return JSONResponse({"status": word, "graph": pool.version}, status, headers={"Cache-Control": "no-store"})


async def metrics(request: Request) -> Response:
    """Figures for Prometheus."""
    service = service_of(request)
    return Response(service.metrics.text(service.pool), media_type=MEDIA_TYPE, headers={"Cache-Control": "no-store"})


async def interface(request: Request) -> Response:
    """What the service serves, as OpenAPI has it."""
    service = service_of(request)
    return JSONResponse(openapi(service.url(request, ""), service.options.version))


ROUTES = [
    Route("/sparql", sparql, methods=["GET", "POST", "OPTIONS"]),
    Route("/.well-known/void", describe),
    Route("/health", ready),
    Route("/health/live", live),
    Route("/health/ready", ready),
    Route("/metrics", metrics),
    Route("/openapi.json", interface),
]


async def _on_refusal(request: Request, refusal: Exception) -> Response:
    assert isinstance(refusal, Refusal)
    return refused(refusal)


async def _on_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return PlainTextResponse(f"{error.detail}.\n", error.status_code, headers=error.headers)
