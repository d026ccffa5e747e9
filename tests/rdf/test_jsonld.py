"""kg.rdf.jsonld: compact under our context, and nothing is lost for it."""

import json
from typing import Any

import pytest
from pyoxigraph import RdfFormat, parse

from kg.rdf.jsonld import context, write
from kg.rdf.read import parse_lines
from kg.rdf.serialize import jsonld
from kg.rdf.terms import PK, RDFS, XSD
from kg.rdf.vocabulary import terms
from tests.questions import question_lines


def test_every_property_of_ours_is_a_term() -> None:
    known = context()
    assert {t.name for t in terms() if t.kind != "class"} <= set(known)
    assert known["hosts"] == {"@id": "pk:hosts", "@type": "@id"}
    assert known["value"] == {"@id": "pk:value", "@type": "xsd:decimal"}
    assert known["earliest"] == {"@id": "pk:earliest", "@type": "xsd:date"}
    assert known["text"] == {"@id": "pk:text"}


def test_the_graph_is_compact() -> None:
    """Every property by its term, every value without a type of its own but for labels in another language."""
    document = json.loads(jsonld(question_lines()))
    used: set[str] = set()
    spelled_out: set[frozenset[str]] = set()

    def walk(nodes: list[dict[str, Any]]) -> None:
        for node in nodes:
            assert "://" not in node["@id"] or node["@id"].endswith("/themes")
            walk(node.pop("@graph", []))
            used.update(key for key in node if not key.startswith("@"))
            for value in node.values():
                values = value if isinstance(value, list) else [value]
                spelled_out.update(frozenset(v) for v in values if isinstance(v, dict))

    walk(document["@graph"])
    assert used <= {name for name, value in document["@context"].items() if isinstance(value, dict)}
    assert spelled_out <= {frozenset({"@value", "@language"})}


@pytest.mark.parametrize(("triple", "written"), [
    (f'<{PK}hosts> <urn:b>', '"hosts": "urn:b"'),
    (f'<{PK}hosts> "b"', '"hosts": {"@value": "b"}'),
    (f'<{PK}text> "b"', '"text": "b"'),
    (f'<{PK}text> <urn:b>', '"text": {"@id": "urn:b"}'),
    (f'<{PK}start> "7"^^<{XSD}integer>', '"start": 7'),
    (f'<{PK}start> "007"^^<{XSD}integer>', '"start": "007"'),
    (f'<{PK}start> "99999999999999999999"^^<{XSD}integer>', '"start": "99999999999999999999"'),
    (f'<{PK}value> "7"^^<{XSD}integer>', '"value": {"@value": "7", "@type": "xsd:integer"}'),
    (f'<{PK}value> "7.5"^^<{XSD}decimal>', '"value": "7.5"'),
    (f'<{PK}isTarget> "false"^^<{XSD}boolean>', '"isTarget": false'),
    (f'<{PK}isTarget> "0"^^<{XSD}boolean>', '"isTarget": "0"'),
    (f'<{RDFS}label> "甲"@zh-hans', '"label": "甲"'),
    (f'<{RDFS}label> "A"@en', '"label": {"@value": "A", "@language": "en"}'),
    (f'<{RDFS}label> "甲"', '"label": {"@value": "甲"}'),
    ('<urn:other#p> <urn:b>', '"urn:other#p": {"@id": "urn:b"}'),
])  # fmt: skip
def test_values(triple: str, written: str) -> None:
    quads = parse_lines([f"<urn:a> {triple} ."])
    content = write(quads)
    assert written in content.decode()
    assert set(parse(content, format=RdfFormat.JSON_LD)) == set(quads)
