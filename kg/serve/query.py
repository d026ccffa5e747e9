"""The job of a query: from SPARQL to one of the formats that the client takes."""

from collections.abc import Sequence
from functools import partial
from typing import Any, BinaryIO

from pyoxigraph import (
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    serialize,
)

from kg.rdf.terms import PREFIXES
from kg.serve.accept import negotiate
from kg.serve.job import Body, Refusal
from kg.use.sparql import QueryError, check, explain, graphs_asked

# In the order in which we would rather give them. A media type stands for the format, and is what the answer is called.
TABLES = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
    "application/json": QueryResultsFormat.JSON,
    "application/xml": QueryResultsFormat.XML,
    "text/xml": QueryResultsFormat.XML,
}
GRAPHS = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/json": RdfFormat.JSON_LD,
    "application/xml": RdfFormat.RDF_XML,
}
WITH_CHARSET = ("text/csv", "text/tab-separated-values", "text/turtle", "text/xml")


def query(
    store: Store,
    text: str,
    default_graphs: Sequence[str] = (),
    named_graphs: Sequence[str] = (),
    accept: str | None = None,
    base: str | None = None,
) -> Body:
    """The answer to a query, over the given graphs where any are given.

    `accept` is the HTTP header, `base` what relative IRIs are relative to. Raises Refusal: 400 for what is no query,
    403 for what would reach beyond this graph, 406.
    """
    try:
        check(text)
        _check_graphs(store, text, base)
        # One alone leaves the other empty. A name that is not ours is that of an empty graph, as in any SPARQL store.
        chosen = bool(default_graphs or named_graphs)
        default = [*map(_graph, default_graphs)] if chosen else None
        named = [*map(_graph, named_graphs)] if chosen else None
        answer = store.query(text, base_iri=base, prefixes=PREFIXES, default_graph=default, named_graphs=named)
    except QueryError as error:
        raise refused(error) from None
    except SyntaxError as error:
        raise refused(explain(text, error.msg or str(error))) from None
    except (RuntimeError, ValueError) as error:
        raise Refusal(400, f"The query can't be answered: {error}") from None
    if isinstance(answer, QueryTriples):
        media_type = negotiate(accept, GRAPHS)
        return header(media_type), partial(_write_graph, answer, GRAPHS[media_type])
    media_type = negotiate(accept, TABLES)
    return header(media_type), partial(_write_table, answer, TABLES[media_type])


def _graph(iri: str) -> Any:
    try:
        return NamedNode(iri)
    except ValueError as error:
        raise Refusal(400, f"A graph is named by an absolute IRI: {error}") from None


def _check_graphs(store: Store, text: str, base: str | None) -> None:
    """Refusal for a FROM of what the store doesn't hold: who writes that wants it fetched, and nothing is."""
    for iri in graphs_asked(text, base or ""):
        if not store.contains_named_graph(_graph(iri)):
            raise Refusal(403, f"FROM <{iri}>: no such graph is here.", "Graphs from elsewhere are not fetched.")


def header(media_type: str) -> str:
    """The media type as the header has it."""
    return f"{media_type}; charset=utf-8" if media_type in WITH_CHARSET else media_type


def refused(error: QueryError) -> Refusal:
    """A query that `check` or Oxigraph doesn't take."""
    outside = "would change" in str(error) or "another server" in str(error)
    return Refusal(403 if outside else 400, f"The query was not understood: {error}" if not outside else f"{error}")


def _write_table(answer: QuerySolutions | QueryBoolean, chosen: QueryResultsFormat, out: BinaryIO) -> None:
    try:
        answer.serialize(out, format=chosen)
    except ValueError as error:  # CSV and TSV hold no yes or no
        raise Refusal(406, f"This answer has no such format: {error}") from None
    except RuntimeError as error:
        raise Refusal(400, f"The query can't be answered: {error}") from None


def _write_graph(answer: QueryTriples, chosen: RdfFormat, out: BinaryIO) -> None:
    try:
        serialize(answer, out, format=chosen, prefixes=None if chosen == RdfFormat.N_TRIPLES else PREFIXES)
    except (RuntimeError, ValueError) as error:
        raise Refusal(400, f"The query can't be answered: {error}") from None
