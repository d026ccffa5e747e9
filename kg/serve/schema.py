"""The vocabulary for the query page's completion, and for machines: terms and prefixes, nothing of the graph."""

import json
from functools import cache

from kg.rdf.read import read_quads
from kg.rdf.serialize import jsonld, nquads
from kg.rdf.terms import PK, PREFIXES
from kg.rdf.vocabulary import terms
from kg.resources import ontology_file
from kg.serve.names import term_words
from kg.use.tables import csv_table

FILES = {"def": "policy-kg.ttl", "themes": "themes.ttl"}


@cache
def schema_json() -> bytes:
    """{"prefixes": {…}, "terms": [{"iri", "kind": "class" | "property", "zh", "en", "meaning"}]}"""
    ours = [
        {
            "iri": f"{PK}{term.name}",
            "kind": "class" if term.kind == "class" else "property",
            "zh": term.chinese,
            "en": term.english,
            "meaning": term.meaning,
        }
        for term in terms()
    ]
    others = [
        {"iri": iri, "kind": "class" if iri.rpartition("#")[2][:1].isupper() else "property", "zh": zh, "en": en}
        for iri, (zh, en) in term_words().items()
        if not iri.startswith(PK)
    ]
    data = {"prefixes": PREFIXES, "terms": [*ours, *others]}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


@cache
def vocabulary(name: str, ending: str) -> bytes:
    """The vocabulary (def) or the scheme of themes, in one of the forms other than HTML."""
    path = ontology_file(FILES[name])
    if ending == "ttl":
        return path.read_bytes()
    quads = read_quads(path)
    if ending == "jsonld":
        return jsonld(quads)
    if ending == "nq":
        return nquads(quads)
    rows = sorted({(str(q.subject), str(q.predicate), str(q.object)) for q in quads})
    if ending == "csv":
        return csv_table(("subject", "predicate", "object"), rows).encode("utf-8-sig")
    return schema_json() if name == "def" else json.dumps([*rows], ensure_ascii=False, indent=1).encode()
