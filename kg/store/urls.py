"""Where a server takes updates and graphs, by the URL at which it answers queries; and whether it really does."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit, urlunsplit

from kg.rdf.terms import RDF, iri
from kg.store.holding import Place
from kg.store.parcels import PROBE
from kg.store.remote import Server, ServerError
from kg.store.ways import Way


def update_urls(url: str) -> tuple[str, ...]:
    """Where a server that answers queries at `url` may take updates, as servers have it: Virtuoso and Blazegraph at the
    same URL or beside it, Fuseki and Oxigraph at /update, GraphDB and RDF4J at /statements."""
    if re.search(r"/repositories/[^/]+/?$", urlsplit(url).path):
        return (_path(url, r"/?$", "/statements"),)
    found = [url, _path(url, r"/[^/]*$", "/update"), _path(url, r"/?$", "/update")]
    if urlsplit(url).path.endswith("/sparql"):
        found.insert(1, _path(url, "$", "-auth"))
    return tuple(dict.fromkeys(found))


def graph_store_urls(url: str) -> tuple[str, ...]:
    """Likewise for the Graph Store Protocol."""
    path = urlsplit(url).path
    if re.search(r"/repositories/[^/]+/?$", path):
        return (_path(url, r"/?$", "/rdf-graphs/service"),)
    found = [_path(url, r"/[^/]*$", "/data"), _path(url, r"/[^/]*$", "/store"), _path(url, r"/?$", "/data")]
    if re.search("/sparql(-auth)?$", path):
        found.insert(0, _path(url, "/sparql(-auth)?$", "/sparql-graph-crud-auth"))
    return tuple(dict.fromkeys([*found, url]))


def _path(url: str, ending: str, other: str) -> str:
    parts = urlsplit(url)
    return urlunsplit(parts._replace(path=re.sub(ending, other, parts.path, count=1)))


def find_way(server: Server, place: Place, ways: Iterable[Way]) -> Way:
    """The first way by which a statement arrives; it is taken away again. Raises ServerError where none does, and where
    the default graph of the server is none of its own."""
    refusals: list[ServerError] = []
    tried: list[str] = []
    graph, triple = place.base + PROBE, f"{iri(place.base + PROBE)} <{RDF}type> {iri(place.base + PROBE)}"
    for way in ways:
        tried.append(way.url)
        try:
            way.put(graph, f"{triple} .\n")
        except ServerError as error:
            if error.status in (0, 401, 403):  # no answer; or the right place, and not the right to write there
                raise
            refusals.append(error)
            continue
        try:
            if not server.ask(f"ASK {{ GRAPH {iri(graph)} {{ {triple} }} }}"):
                refusals.append(ServerError(f"{way.url} accepts a statement, and {server.url} does not have it"))
                continue
            if place.default_graph is None and server.ask(f"ASK {{ {triple} }}"):
                raise ServerError(
                    "the default graph of this server is not one of its own, but all of its graphs together",
                    "name a graph to take its place: --default-graph urn:policy-kg:default",
                )
            return way
        finally:
            way.forget(graph)
    told = min(refusals, key=lambda r: r.status in (404, 405))  # who understood enough to object tells more
    raise ServerError(
        f"{told} (tried {', '.join(tried)})",
        told.way_out or "name the URL that takes changes: --update-url URL or --graph-store-url URL",
        told.status,
    )
