"""A description for machines: Turtle, JSON-LD, N-Quads, plain JSON, CSV."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from pyoxigraph import Literal, NamedNode

from kg.rdf.serialize import annotated_turtle, jsonld, nquads
from kg.rdf.terms import XSD, shortened
from kg.serve.about import Description, Fact, Group, Reader
from kg.serve.names import words
from kg.use.tables import csv_table

CSV_COLUMNS = (
    "direction", "property", "label", "value", "name", "exact", "prefix", "suffix", "article", "title", "published",
    "start", "end",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a description: the ending that asks for it, its media type (and others that mean it)."""

    ending: str
    media_type: str
    name: str
    also: tuple[str, ...] = ()


HTML = Form("html", "text/html", "HTML", ("application/xhtml+xml",))
FORMS = (
    HTML,
    Form("ttl", "text/turtle", "Turtle", ("application/x-turtle",)),
    Form("jsonld", "application/ld+json", "JSON-LD"),
    Form("json", "application/json", "JSON"),
    Form("csv", "text/csv", "CSV"),
    Form("nq", "application/n-quads", "N-Quads"),
)
BY_ENDING = {form.ending: form for form in FORMS}
BY_TYPE = {name: form for form in FORMS for name in (form.media_type, *form.also)}


def write(reader: Reader, iri: str, form: Form) -> bytes:
    """What the graph says of an IRI in a form other than HTML; b"" where it says nothing.

    Turtle has no named graphs: there each fact has an rdf:Statement with prov:wasDerivedFrom its spans.
    """
    if form.ending in _RDF:
        quads = reader.quads(iri)
        return _RDF[form.ending](quads) if quads else b""
    described = reader.describe(iri)
    if described is None:
        return b""
    return _json(described) if form.ending == "json" else _csv(described)


_RDF: dict[str, Callable[[Any], bytes]] = {"ttl": annotated_turtle, "jsonld": jsonld, "nq": nquads}


def _json(described: Description) -> bytes:
    """{"iri", "name", "note", "classes", "facts": [{"property", "label", "direction", "value" …, "evidence": […]}]}"""
    data = {
        "iri": described.iri,
        "name": described.naming.name,
        "note": described.naming.note,
        "classes": list(described.classes),
        "facts": [_fact(group, fact) for group in described.groups for fact in group.facts],
    }
    return f"{json.dumps(data, ensure_ascii=False, indent=1)}\n".encode()


def _fact(group: Group, fact: Fact) -> dict[str, object]:
    chinese, english = words(group.property, group.incoming)
    value: dict[str, object] = {"value": _lexical(fact)}
    if isinstance(fact.value, Literal):
        if fact.value.language:
            value["language"] = fact.value.language
        elif fact.value.datatype.value != f"{XSD}string":
            value["datatype"] = fact.value.datatype.value
    else:
        value |= {"name": fact.naming.name, "note": fact.naming.note, "kind": fact.naming.kind}
    evidence = [
        {
            "span": one.span, "exact": one.exact, "prefix": one.prefix, "suffix": one.suffix,
            "start": one.start, "end": one.end, "article": one.article, "title": one.title, "published": one.day,
        }
        for one in fact.evidence
    ]  # fmt: skip
    return {
        "property": group.property, "label": {"zh": chinese, "en": english},
        "direction": "in" if group.incoming else "out", **value, "evidence": evidence, "graphs": list(fact.sources),
    }  # fmt: skip


def _lexical(fact: Fact) -> str:
    return fact.value.value if isinstance(fact.value, NamedNode | Literal) else str(fact.value)


def _csv(described: Description) -> bytes:
    """A row for each span of each fact, and one for a fact without; with a byte order mark, or Excel takes the Chinese
    for something else. Cells are made harmless, see kg.use.tables.harmless."""
    return csv_table(CSV_COLUMNS, list(_rows(described))).encode("utf-8-sig")


def _rows(described: Description) -> Iterator[list[str]]:
    for kind in described.classes:
        yield ["out", "rdf:type", " ".join(words("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")), kind, *[""] * 9]
    for group in described.groups:
        label = " ".join(filter(None, words(group.property, group.incoming)))
        for fact in group.facts:
            name = "" if isinstance(fact.value, Literal) else fact.naming.name
            head = ["in" if group.incoming else "out", shortened(group.property), label, _lexical(fact), name]
            for one in fact.evidence:
                place = [one.article, one.title, one.day, str(one.start), str(one.end)]
                yield [*head, one.exact, one.prefix, one.suffix, *place]
            if not fact.evidence:
                yield [*head, *[""] * 8]
