"""kg.rdf.read: graph files, whole or refused with the place of the fault."""

from pathlib import Path

import pytest

from kg.rdf.quads import to_bytes
from kg.rdf.read import GraphError, parse_lines, read_quads
from kg.rdf.serialize import annotated_turtle, jsonld, ntriples, trig, turtle
from tests.writer import two_lines


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("g.nq", to_bytes(two_lines())),
        ("G.NQ", to_bytes(two_lines())),
        ("g.nt", ntriples(two_lines())),
        ("g.ttl", turtle(two_lines())),
        ("g.annotated.ttl", annotated_turtle(two_lines())),
        ("g.trig", trig(two_lines())),
        ("g.jsonld", jsonld(two_lines())),
    ],
)
def test_formats(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert len(read_quads(tmp_path / name)) > 100


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("g.nq", b"<urn:a> <urn:b> <urn:c> .\n<urn:a> <urn:b> .\n", r"g\.nq: line 2: "),
        ("g.nq", b'<urn:a> <urn:b> "open .\n', r"g\.nq: line 1: "),
        ("g.ttl", b"<urn:a> a <urn:b> .\n\n<urn:a> x:y 1 .\n", r"g\.ttl: line 3: "),
        ("g.ttl", b"<a> a <urn:b> .\n", r"g\.ttl: line 1: No scheme"),
        ("g.ttl", "<urn:a> <urn:b> \"厅\" .\n".encode("gb18030"), r"g\.ttl: line 1: not UTF-8"),
        ("g.trig", b"<urn:g> { <urn:a> <urn:b> }", r"g\.trig: line 1: "),
        ("g.jsonld", b'{"@id": "urn:a", ', r"g\.jsonld: "),
        ("g.jsonld", b'{"@context": "http://127.0.0.1:9/c", "@id": "urn:a"}', r"remote @context is not fetched"),
        ("g.jsonld", b'{"@context": "file:///etc/passwd", "@id": "urn:a"}', r"remote @context is not fetched"),
        ("g.rdf", b"<rdf:RDF/>", r"g\.rdf: not a graph format: \.rdf \(one of \.nq"),
        ("g.xml", b"<rdf:RDF/>", r"not a graph format"),
        ("graph", b"", r"not a graph format: no ending"),
    ],
)  # fmt: skip
def test_broken_files(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(GraphError, match=message):
        read_quads(tmp_path / name)


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="no such file"):
        read_quads(tmp_path / "g.nq")
    (tmp_path / "folder.nq").mkdir()
    with pytest.raises(GraphError, match="cannot be read"):
        read_quads(tmp_path / "folder.nq")


def test_broken_lines() -> None:
    with pytest.raises(GraphError, match="line 2"):
        parse_lines(["<urn:a> <urn:b> <urn:c> .", "nothing"])
