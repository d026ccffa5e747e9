"""The graph as compact JSON-LD, under a context that stands in the file: nothing has to be fetched to read it.

The context is made from the ontology: a term of ours is its own name, and its values need no type where the ontology
gives one range. Where a value is of another type than its term says, it says so itself.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from kg.entities.iri import BASE
from kg.rdf.terms import DCTERMS, PREFIXES, PROV, RDF, RDFS, SIMPLIFIED, SKOS, THEMES, shortened
from kg.rdf.vocabulary import terms

# What the graph says in terms of others: with "@id" where the values are things, else with their datatype or language.
_OTHERS = {
    "label": (f"{RDFS}label", {"@language": SIMPLIFIED}),
    "prefLabel": (f"{SKOS}prefLabel", {"@language": SIMPLIFIED}),
    "altLabel": (f"{SKOS}altLabel", {"@language": SIMPLIFIED}),
    "definition": (f"{SKOS}definition", {"@language": SIMPLIFIED}),
    "notation": (f"{SKOS}notation", {}),
    "broader": (f"{SKOS}broader", {"@type": "@id"}),
    "inScheme": (f"{SKOS}inScheme", {"@type": "@id"}),
    "topConceptOf": (f"{SKOS}topConceptOf", {"@type": "@id"}),
    "issued": (f"{DCTERMS}issued", {"@type": "xsd:date"}),
    "publisher": (f"{DCTERMS}publisher", {}),
    "source": (f"{DCTERMS}source", {}),
    "documentTitle": (f"{DCTERMS}title", {"@language": SIMPLIFIED}),
    "wasGeneratedBy": (f"{PROV}wasGeneratedBy", {"@type": "@id"}),
}
_DATES = ("earliest", "latest")  # without a range in the ontology, see there
_NATIVE = {"xsd:boolean", "xsd:integer"}
_EXACT = 2**53  # JSON numbers beyond it are rounded by many readers

Value = NamedNode | BlankNode | Literal | Triple


def context(base: str = BASE, types: Iterable[str] = ()) -> dict[str, object]:
    """The value of "@context": prefixes, of instances as well, and a term for each property."""
    properties = _properties()
    names = (*types, "doc", "graph")
    # pk:theme is a property, and theme a type of instances: the property has the name.
    instances = {name if name not in properties else f"{name}-id": f"{base}{name}/" for name in names}
    prefixes = {**PREFIXES, "sector": THEMES, **instances}
    return {**dict(sorted(prefixes.items())), **properties}


def write(quads: Iterable[Quad], base: str = BASE, types: Iterable[str] = ()) -> bytes:
    """Compact JSON-LD of these quads: a node a line, the default graph first; then each named graph, under its name."""
    shorter = _Shorter(context(base, types))
    graphs: defaultdict[str, defaultdict[str, list[Quad]]] = defaultdict(lambda: defaultdict(list))
    for quad in set(quads):
        graph = "" if isinstance(quad.graph_name, DefaultGraph) else shorter.name(quad.graph_name)
        graphs[graph][shorter.name(quad.subject)].append(quad)
    lines = []
    for graph, nodes in sorted(graphs.items()):
        described = [shorter.node(name, said) for name, said in sorted(nodes.items())]
        lines += [_text(node) for node in (described if not graph else [{"@id": graph, "@graph": described}])]
    inside = ",\n".join(lines)
    return f'{{"@context": {_text(shorter.context)},\n"@graph": [\n{inside}\n]}}\n'.encode()


@cache
def _properties() -> dict[str, dict[str, str]]:
    found = {}
    for term in terms():
        if term.kind == "object":
            found[term.name] = {"@id": f"pk:{term.name}", "@type": "@id"}
        elif term.kind == "datatype":
            kind = "xsd:date" if term.name in _DATES else term.range
            typed = {} if kind in ("", "xsd:string") or not kind.startswith("xsd:") else {"@type": kind}
            found[term.name] = {"@id": f"pk:{term.name}", **typed}
    for name, (iri, more) in _OTHERS.items():
        found[name] = {"@id": shortened(iri, PREFIXES), **more}
    return found


class _Shorter:
    """Terms in the words of a context."""

    def __init__(self, context: dict[str, object]) -> None:
        self.context = context
        self.prefixes = {name: value for name, value in context.items() if isinstance(value, str)}
        self.terms = {
            _expanded(value["@id"], self.prefixes): (name, value)
            for name, value in context.items()
            if isinstance(value, dict)
        }

    def name(self, term: object) -> str:
        if isinstance(term, NamedNode):
            return shortened(term.value, self.prefixes)
        if isinstance(term, BlankNode):
            return str(term)
        raise ValueError(f"JSON-LD has no triple terms: {term}")

    def node(self, name: str, said: list[Quad]) -> dict[str, object]:
        types = sorted(self.name(q.object) for q in said if q.predicate.value == f"{RDF}type")
        values: defaultdict[str, list[object]] = defaultdict(list)
        for quad in sorted(said, key=lambda q: (str(q.predicate), str(q.object))):
            if quad.predicate.value != f"{RDF}type":
                term, definition = self.terms.get(quad.predicate.value, (self.name(quad.predicate), {}))
                values[term].append(self._value(quad.object, definition))
        node: dict[str, object] = {"@id": name}
        if types:
            node["@type"] = types[0] if len(types) == 1 else types
        node.update({term: found[0] if len(found) == 1 else found for term, found in sorted(values.items())})
        return node

    def _value(self, value: Value, definition: dict[str, str]) -> object:
        if not isinstance(value, Literal):
            return self.name(value) if definition.get("@type") == "@id" else {"@id": self.name(value)}
        if value.language:
            said = {"@language": value.language}
        else:
            kind = shortened(value.datatype.value, self.prefixes)
            said = {} if kind == "xsd:string" else {"@type": kind}
        if said != {key: text for key, text in definition.items() if key != "@id"}:
            return {"@value": value.value, **said}
        return _native(value.value, said["@type"]) if said.get("@type") in _NATIVE else value.value


def _native(text: str, kind: str) -> object:
    """A JSON number or boolean where it is read back as it was."""
    if kind == "xsd:boolean":
        return text == "true" if text in ("true", "false") else text
    digits = text.removeprefix("-")
    if digits.isascii() and digits.isdigit() and text == str(int(text)) and abs(int(text)) < _EXACT:
        return int(text)
    return text


def _expanded(name: str, prefixes: dict[str, str]) -> str:
    prefix, _, local = name.partition(":")
    return prefixes[prefix] + local


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
