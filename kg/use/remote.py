"""Questions to a SPARQL server, with answers as those to a file have them."""

from pyoxigraph import DefaultGraph, Literal, RdfFormat, parse

from kg.rdf.terms import PREFIXES, iri
from kg.store.remote import JSON, Server, boolean, solutions
from kg.use.query import Result
from kg.use.sparql import check, form, with_prefixes

_TRIPLES = {
    "application/n-triples": RdfFormat.N_TRIPLES,
    "text/plain": RdfFormat.N_TRIPLES,
    "text/turtle": RdfFormat.TURTLE,
}
_ACCEPT = "application/n-triples, text/turtle;q=0.8"


def ask_server(server: Server, query: str, default_graph: str | None = None) -> Result:
    """The answer to a SELECT, ASK, CONSTRUCT or DESCRIBE query; usual prefixes (pk:, rdfs: …) are known already.

    `default_graph` is the IRI of the graph that serves as the default graph, where the server is not to choose. Raises
    kg.use.sparql.QueryError for a query that is not sent, ValueError for a graph that is no IRI,
    kg.store.remote.ServerError for what the server does not answer.
    """
    check(query)
    if default_graph is not None:
        iri(default_graph)
    asked, text = form(query), with_prefixes(query, PREFIXES)
    if asked in ("CONSTRUCT", "DESCRIBE"):
        answer = server.query(text, _ACCEPT, default_graph)
        try:
            quads = list(parse(answer.body, format=_TRIPLES[answer.media_type]))
        except (KeyError, SyntaxError, ValueError) as error:
            raise server.strange(answer, "triples") from error
        triples = {(q.subject, q.predicate, q.object) for q in quads if q.graph_name == DefaultGraph()}
        return Result(("subject", "predicate", "object"), tuple(sorted(triples, key=str)), "GRAPH")
    answer = server.query(text, JSON, default_graph)
    if asked == "ASK":
        return Result(("answer",), ((Literal(boolean(answer, server)),),), "ASK")
    columns, rows = solutions(answer, server)
    return Result(columns, tuple(rows))
