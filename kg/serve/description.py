"""The job that describes the service (SPARQL 1.1 Service Description) and its graph (VoID)."""

from functools import partial
from typing import BinaryIO

from pyoxigraph import NamedNode, QuerySolutions, RdfFormat, Store, parse, serialize

from kg.serve.accept import negotiate
from kg.serve.job import Body
from kg.serve.query import GRAPHS, header

SD = "http://www.w3.org/ns/sparql-service-description#"
VOID = "http://rdfs.org/ns/void#"
FORMATS = "http://www.w3.org/ns/formats/"
PREFIXES = {"sd": SD, "void": VOID, "formats": FORMATS}
GIVEN = (
    *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
    *("Turtle", "N-Triples", "JSON-LD", "RDF_XML"),
)


def description(store: Store, url: str, accept: str | None = None) -> Body:
    """What stands at `url`, the address of the SPARQL service, in RDF; raises Refusal 406."""
    media_type = negotiate(accept, GRAPHS)
    address = str(NamedNode(url))
    counted = store.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert isinstance(counted, QuerySolutions)
    triples = next(iter(counted))["n"]
    text = f"""\
        PREFIX sd: <{SD}> PREFIX void: <{VOID}> PREFIX formats: <{FORMATS}>
        {address} a sd:Service ;
            sd:endpoint {address} ;
            sd:supportedLanguage sd:SPARQL11Query ;
            sd:resultFormat {", ".join(f"<{FORMATS}{name}>" for name in GIVEN)} ;
            sd:defaultDataset [ a sd:Dataset, void:Dataset ;
                void:sparqlEndpoint {address} ;
                sd:defaultGraph [ a sd:Graph, void:Dataset ; void:triples {triples} ] ] ."""
    return header(media_type), partial(_write, text, GRAPHS[media_type])


def _write(text: str, chosen: RdfFormat, out: BinaryIO) -> None:
    prefixes = None if chosen == RdfFormat.N_TRIPLES else PREFIXES
    serialize(parse(text, format=RdfFormat.TURTLE), out, format=chosen, prefixes=prefixes)
