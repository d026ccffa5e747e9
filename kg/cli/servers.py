"""SPARQL servers, as a person names them on the command line."""

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from kg.cli.console import MISUSED, Failure, note, safe

if TYPE_CHECKING:
    from kg.store.remote import Server

FOREVER = 1e6  # seconds
EXAMPLE = "for example http://localhost:3030/news/sparql"


def add_default_graph(parser: argparse.ArgumentParser) -> None:
    """--default-graph, wherever a server is asked."""
    parser.add_argument(
        "--default-graph",
        metavar="IRI",
        help="of a server: the graph that serves as its default graph (docs/other-servers.md)  充当默认图的图",
    )


def is_server(named: str) -> bool:
    """Whether a URL is meant, and no file."""
    return named.lower().startswith(("http://", "https://"))


@contextmanager
def server_at(args: argparse.Namespace, url: str) -> Iterator["Server"]:
    """The server at the URL, with credentials from the environment; what it does not do is a Failure."""
    from kg.rdf.terms import iri
    from kg.store.credentials import PASSWORD, TOKEN, USER, CredentialError, credentials
    from kg.store.remote import Server, ServerError

    way_out = f"set {USER} and {PASSWORD}, or {TOKEN}, in the environment"
    try:
        if args.default_graph is not None:
            iri(args.default_graph)
        given = credentials(os.environ)
        opened = Server(url, given, timeout=args.timeout or FOREVER, note=lambda text: note(f"kg: {safe(text)}"))
    except CredentialError as error:
        raise Failure(str(error), way_out, MISUSED) from None
    except ValueError as error:
        raise Failure(str(error), code=MISUSED) from None
    with opened as server:
        try:
            yield server
        except ServerError as error:
            raise Failure(str(error), error.way_out) from error
