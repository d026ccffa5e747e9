"""The vocabulary as records: what the ontology says of each of its terms, for people to read."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from pyoxigraph import Literal, NamedNode

from kg.rdf.read import read_quads, text_of
from kg.rdf.terms import OWL, PK, RDF, RDFS, SKOS, THEMES, shortened
from kg.resources import ontology_file

# Prefixes of the vocabularies that ours is aligned with.
OUTSIDE = {
    "bibo": "http://purl.org/ontology/bibo/",
    "cpsv": "http://purl.org/vocab/cpsv#",
    "dcterms": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": OWL,
    "pk": PK,
    "prov": "http://www.w3.org/ns/prov#",
    "qudt": "http://qudt.org/schema/qudt/",
    "schema": "https://schema.org/",
    "skos": SKOS,
    "theme": THEMES,
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@dataclass(frozen=True, slots=True)
class Term:
    """One class or property of ours; `kind` is class, object or datatype; terms of others stand as prefix:name."""

    name: str
    kind: str
    chinese: str
    english: str
    meaning: str
    definition: str
    example: str
    note: str
    above: tuple[str, ...]
    close: tuple[str, ...]
    domain: str
    range: str
    traits: tuple[str, ...]


_KINDS = {"Class": "class", "ObjectProperty": "object", "DatatypeProperty": "datatype"}


@cache
def terms() -> tuple[Term, ...]:
    """Every term that ontology/policy-kg.ttl defines, in its order."""
    said: dict[str, defaultdict[str, list[NamedNode | Literal]]] = {}
    for quad in read_quads(ontology_file("policy-kg.ttl")):
        subject = text_of(quad.subject)
        if subject.startswith(PK) and isinstance(quad.object, NamedNode | Literal):
            said.setdefault(subject.removeprefix(PK), defaultdict(list))[quad.predicate.value].append(quad.object)
    return tuple(_term(name, facts) for name, facts in said.items())


def _term(name: str, facts: defaultdict[str, list[NamedNode | Literal]]) -> Term:
    types = [text_of(t).removeprefix(OWL) for t in facts[f"{RDF}type"]]

    def words(predicate: str, language: str) -> str:
        found = (o.value for o in facts[predicate] if isinstance(o, Literal) and o.language == language)
        return next(found, "")

    def iris(predicate: str) -> tuple[str, ...]:
        return tuple(shortened(text_of(o), OUTSIDE) for o in facts[predicate])

    return Term(
        name=name,
        kind=next(_KINDS[t] for t in types if t in _KINDS),
        chinese=words(f"{RDFS}label", "zh-hans"),
        english=words(f"{RDFS}label", "en"),
        meaning=words(f"{SKOS}definition", "zh-hans"),
        definition=words(f"{SKOS}definition", "en"),
        example=words(f"{SKOS}example", "zh-hans"),
        note=words(f"{SKOS}scopeNote", "en"),
        above=(*iris(f"{RDFS}subClassOf"), *iris(f"{RDFS}subPropertyOf")),
        close=iris(f"{SKOS}closeMatch"),
        domain=next(iter(iris(f"{RDFS}domain")), ""),
        range=next(iter(iris(f"{RDFS}range")), ""),
        traits=tuple(t.removesuffix("Property").lower() for t in types if t not in _KINDS),
    )
