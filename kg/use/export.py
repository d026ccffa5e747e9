"""A graph in another format: RDF, or a network of entities for Gephi, Neo4j, spreadsheets and scripts.

RDF formats keep what they can hold: nq, trig, jsonld and ttl-annotated all of it, nt the default graph, ttl and rdfxml
the facts without evidence. Network formats hold entities, outcomes, themes and directions as nodes; posts and tenures
are edges from person to body; periods are an event's date; quotations are text on the edges.
"""

import difflib
import io
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import networkx as nx
from pyoxigraph import Quad

from kg.rdf.serialize import NOT_XML, annotated_turtle, jsonld, nquads, ntriples, rdfxml, trig, turtle
from kg.store.files import write_together
from kg.store.graph import read_graph
from kg.use.network import ALL_KINDS, to_networkx
from kg.use.tables import csv_table

NODE_COLUMNS = ("id", "label", "kind", "subclass", "aliases", "date")
EDGE_COLUMNS = ("source", "target", "predicate", "zh", "en", "title", "quotes")


class ExportError(ValueError):
    """No such format; the message names the nearest one and all of them."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format: the word for it, what it is in both languages, and what makes its files: `write` gives the content of
    each by what is put before the ending of its name ("" for a single file)."""

    name: str
    chinese: str
    english: str
    write: Callable[[list[Quad]], dict[str, bytes]]


def export(graph: Path, format: str, out: Path) -> list[Path]:
    """Write `graph` in a format of FORMATS to `out`; returns the files written.

    csv makes two: news.csv becomes news.nodes.csv and news.edges.csv. Raises ExportError for an unknown format,
    kg.rdf.read.GraphError for a graph that cannot be read, kg.store.errors.StoreError, kg.store.files.WriteError.
    """
    files = {f"{out.stem}{part}{out.suffix}": content for part, content in render(read_graph(graph), format).items()}
    write_together(out.parent, files)
    return [out.parent / name for name in files]


def render(quads: list[Quad], format: str) -> dict[str, bytes]:
    """The content of each file, by what is put before the ending of its name; see `Format`."""
    for known in FORMATS:
        if known.name == format:
            return known.write(quads)
    names = [known.name for known in FORMATS]
    near = difflib.get_close_matches(format, names, n=1)
    hint = f"did you mean {near[0]}? " if near else ""
    raise ExportError(f"no format is called {format!r}; {hint}there are: {', '.join(names)}")


def _single(write: Callable[[list[Quad]], bytes]) -> Callable[[list[Quad]], dict[str, bytes]]:
    return lambda quads: {"": write(quads)}


def _graphml(quads: list[Quad]) -> bytes:
    out = io.BytesIO()
    nx.write_graphml_xml(_clean(to_networkx(quads, ALL_KINDS)), out)
    return out.getvalue() + b"\n"


def _gexf(quads: list[Quad]) -> bytes:
    out = io.BytesIO()
    nx.write_gexf(_clean(to_networkx(quads, ALL_KINDS)), out)
    # networkx writes the day of the export into the file.
    content = re.sub(rb' lastmodifieddate="[^"]*"', b"", out.getvalue(), count=1)
    return content + b"\n"


def _node_link(quads: list[Quad]) -> bytes:
    data = nx.node_link_data(to_networkx(quads, ALL_KINDS), edges="edges")
    return f"{json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)}\n".encode()


def _csv(quads: list[Quad]) -> dict[str, bytes]:
    """With a byte order mark, or Excel takes the Chinese for something else; cells are made harmless, see
    kg.use.tables.harmless."""
    graph = to_networkx(quads, ALL_KINDS)
    nodes = [[iri, *(data.get(c, "") for c in NODE_COLUMNS[1:])] for iri, data in graph.nodes(data=True)]
    edges = [[a, b, *(data.get(c, "") for c in EDGE_COLUMNS[2:])] for a, b, data in graph.edges(data=True)]
    return {
        ".nodes": csv_table(NODE_COLUMNS, nodes).encode("utf-8-sig"),
        ".edges": csv_table(EDGE_COLUMNS, edges).encode("utf-8-sig"),
    }


def _clean(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """Values that XML can hold, and line breaks that it keeps."""

    def clean(text: str) -> str:
        return NOT_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))

    for _, data in graph.nodes(data=True):
        data.update({key: clean(value) for key, value in data.items()})
    for _, _, data in graph.edges(data=True):
        data.update({key: clean(value) for key, value in data.items()})
    return graph


FORMATS: tuple[Format, ...] = (
    Format("nq", "N-Quads，含出处", "N-Quads, with evidence", _single(nquads)),
    Format("nt", "N-Triples", "N-Triples, the default graph", _single(ntriples)),
    Format("ttl", "Turtle，不含出处", "Turtle, facts alone", _single(turtle)),
    Format(
        "ttl-annotated", "Turtle，出处为 rdf:Statement", "Turtle, evidence as rdf:Statement", _single(annotated_turtle)
    ),
    Format("trig", "TriG，含出处", "TriG, with evidence", _single(trig)),
    Format("jsonld", "JSON-LD，含出处", "JSON-LD, with evidence", _single(jsonld)),
    Format("rdfxml", "RDF/XML，不含出处", "RDF/XML, facts alone", _single(rdfxml)),
    Format("graphml", "GraphML（yEd、igraph）", "GraphML, for yEd and igraph", _single(_graphml)),
    Format("gexf", "GEXF（Gephi）", "GEXF, for Gephi", _single(_gexf)),
    Format("json", "节点与连线的 JSON", "JSON of nodes and edges, as networkx and d3 read it", _single(_node_link)),
    Format("csv", "CSV 两份：节点与连线", "two CSV files, nodes and edges, for spreadsheets", _csv),
)
