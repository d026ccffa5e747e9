"""A graph to a SPARQL server, so that the server holds it, no more and no less.

Under its base, and in what serves as the default graph, a push makes the server's copy the same as the graph; what
others keep there stays. The server itself is the record of progress: with each parcel goes its digest, into a graph
beside the others. So a push that was broken off goes on where it was, from whichever machine, and a server that was
restored from a backup or emptied is not taken for one that is up to date.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pyoxigraph import Quad

from kg.store.holding import Place, holding, plan
from kg.store.parcels import parcels
from kg.store.remote import Server, ServerError
from kg.store.urls import find_way, graph_store_urls, update_urls
from kg.store.ways import BATCH, GraphStore, Update, Way


@dataclass(frozen=True, slots=True)
class Pushed:
    """What a push did, or with `dry_run` would do: IRIs that were new, changed, gone or the same as before; quads of
    the graph, brought, and taken away. `via` and `url` are empty where nothing had to be done."""

    base: str
    quads: int
    new: int
    changed: int
    gone: int
    same: int
    brought: int
    taken: int
    via: str = ""
    url: str = ""
    dry_run: bool = False


def push(
    source: Iterable[str] | Iterable[Quad],
    server: Server,
    *,
    default_graph: str | None = None,
    via: str = "auto",
    update_url: str | None = None,
    graph_store_url: str | None = None,
    size: int = BATCH,
    dry_run: bool = False,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> Pushed:
    """Push N-Quads lines or quads. `default_graph` is the IRI of the graph that takes the place of the default graph,
    for servers without one of their own; `via` is update, graph-store, or auto for what the server takes; `progress` is
    told how many quads of how many are there.

    Raises kg.rdf.read.GraphError for a graph that can't be told from what others keep there, ValueError for a
    `default_graph` that is no IRI, kg.store.remote.ServerError for what the server does not do.
    """
    base, everything = parcels(source)
    place = Place(base, default_graph)
    held = holding(server, place)
    todo = plan(everything, held)
    brought = sum(map(len, todo.write))
    way: Way | None = None
    if (todo.write or todo.gone) and not dry_run:
        way = find_way(server, place, _ways(server, place, via, update_url, graph_store_url, size))
        done = 0
        for sent in way.send(todo):
            done += sent
            progress(done, brought)
        left = plan(everything, holding(server, place))
        if left.write or left.gone:
            one = left.write[0].name if left.write else left.gone[0]
            raise ServerError(
                f"the server took all, but {len(left.write) + len(left.gone)} IRIs are not as they were sent, {one} "
                "among them",
                "does anyone else write there? otherwise push again",
            )
    return Pushed(
        base=base,
        quads=sum(map(len, everything.values())),
        new=len(todo.write) - len(todo.stale),
        changed=len(todo.stale),
        gone=len(todo.gone),
        same=len(everything) - len(todo.write),
        brought=brought,
        taken=sum(held.count(name) for name in (*todo.stale, *todo.gone)),
        via=way.name if way else "",
        url=way.url if way else "",
        dry_run=dry_run,
    )


def _ways(
    server: Server, place: Place, via: str, update_url: str | None, graph_store_url: str | None, size: int
) -> list[Way]:
    """The ways to try, in order: what was named, and otherwise what servers have."""
    updates = [update_url] if update_url else update_urls(server.url)
    stores = [graph_store_url] if graph_store_url else graph_store_urls(server.url)
    ways: list[Way] = []
    if via in ("auto", "update") and not (via == "auto" and graph_store_url and not update_url):
        ways += [Update(server, place, url, size) for url in updates]
    if via in ("auto", "graph-store") and not (via == "auto" and update_url and not graph_store_url):
        ways += [GraphStore(server, place, url) for url in stores]
    return ways
