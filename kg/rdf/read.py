"""Graph files → quads, through Oxigraph's parsers: strict, with the line of an error, and nothing is fetched.

RDF/XML is not read: its entities can blow a small file up to any size.
"""

from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple, parse

FORMATS = {
    ".nq": RdfFormat.N_QUADS,
    ".nt": RdfFormat.N_TRIPLES,
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".jsonld": RdfFormat.JSON_LD,
}


class GraphError(ValueError):
    """A file that cannot be read as a graph; the message names the file, the line, and what is wrong."""


def rdf_format(path: Path) -> RdfFormat:
    """The format that the ending of the name stands for; raises GraphError for others."""
    try:
        return FORMATS[path.suffix.lower()]
    except KeyError:
        endings = " ".join(FORMATS)
        raise GraphError(f"{path}: not a graph format: {path.suffix or 'no ending'} (one of {endings})") from None


def read_quads(path: Path) -> list[Quad]:
    """All quads of a graph file, in its order. Raises GraphError for a file that is missing, broken, or of no known
    format."""
    chosen = rdf_format(path)
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise GraphError(f"{path}: no such file") from None
    except OSError as error:
        raise GraphError(f"{path}: cannot be read: {error.strerror}") from error
    return _parse(content, chosen, str(path))


def text_of(term: NamedNode | BlankNode | Literal | Triple | DefaultGraph) -> str:
    """A term as people read it: an IRI without its brackets, a literal without its tag, "" for the default graph."""
    if isinstance(term, DefaultGraph):
        return ""
    return str(term) if isinstance(term, Triple) else term.value


def parse_lines(lines: Iterable[str]) -> list[Quad]:
    """The quads of N-Quads lines."""
    return _parse("\n".join(lines).encode(), RdfFormat.N_QUADS, "N-Quads")


def _parse(content: bytes, chosen: RdfFormat, name: str) -> list[Quad]:
    try:
        content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise GraphError(f"{name}: line {line}: not UTF-8") from None
    try:
        return list(parse(content, format=chosen))
    except SyntaxError as error:
        line_number = error.lineno
        where = f"line {line_number}: " if line_number else ""
        reason = (error.msg or "").partition(": ")[2] if line_number else error.msg
        if "LoadDocumentCallback" in (error.msg or ""):
            reason = "a remote @context is not fetched; write the context into the file"
        raise GraphError(f"{name}: {where}{reason or error.msg}") from None
