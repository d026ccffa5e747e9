"""RDF terms as they stand in N-Quads, ready to be put into a line.

Every function here returns text: `<https://…>` or `"…"@zh-hans`. Literals are in the lexical form that Oxigraph's
store keeps (no trailing zeros in decimals, language tags in lower case), so that nothing is altered on the way.
"""

import re
from collections.abc import Mapping
from decimal import Decimal

PK = "https://w3id.org/policy-kg/def#"
THEMES = "https://w3id.org/policy-kg/themes#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
PROV = "http://www.w3.org/ns/prov#"
XSD = "http://www.w3.org/2001/XMLSchema#"
OWL = "http://www.w3.org/2002/07/owl#"

# Known to every query and written at the head of every Turtle file.
PREFIXES = {
    "dcterms": DCTERMS,
    "owl": OWL,
    "pk": PK,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "skos": SKOS,
    "xsd": XSD,
}

# Names are in simplified Chinese after repair; tags in lower case, as Oxigraph's parser makes them.
SIMPLIFIED = "zh-hans"
ENGLISH = "en"

_ESCAPES = {
    **{i: f"\\u{i:04X}" for i in (*range(0x20), 0x7F)},
    **str.maketrans({"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}),
}
_ESCAPED = re.compile(r'[\x00-\x1f\x7f"\\]')
_FORBIDDEN = re.compile(r"[\x00-\x20<>\"{}|^`\\]")


def iri(value: str) -> str:
    """`<value>`; raises ValueError where a character may not stand in an IRI, or the value is empty."""
    if not value or _FORBIDDEN.search(value):
        raise ValueError(f"not an IRI: {value!r}")
    return f"<{value}>"


def shortened(iri: str, prefixes: Mapping[str, str] = PREFIXES) -> str:
    """prefix:name of a namespace that has a prefix (the first that fits), else the IRI itself."""
    for prefix, namespace in prefixes.items():
        if iri.startswith(namespace) and not iri[len(namespace) :].startswith("//"):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def pk(name: str) -> str:
    """The term of our vocabulary with this local name."""
    return f"<{PK}{name}>"


def quoted(text: str) -> str:
    """The text between quotation marks, escaped as canonical N-Quads are: other characters stay as they are."""
    return f'"{text.translate(_ESCAPES)}"' if _ESCAPED.search(text) else f'"{text}"'


def tagged(text: str, language: str) -> str:
    """A text in a language."""
    return f"{quoted(text)}@{language}"


def typed(lexical: str, datatype: str) -> str:
    """A literal of the XML Schema datatype with this local name."""
    return f"{quoted(lexical)}^^<{XSD}{datatype}>"


def integer(value: int) -> str:
    """A whole number."""
    return f'"{value}"^^<{XSD}integer>'


def decimal(value: Decimal) -> str:
    """A decimal number without exponent, trailing zeros or a negative zero; raises ValueError for NaN and infinity."""
    if not value.is_finite():
        raise ValueError(f"not a decimal number: {value}")
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return f'"{"0" if text in ("-0", "") else text}"^^<{XSD}decimal>'


def boolean(value: bool) -> str:
    """true or false."""
    return f'"{"true" if value else "false"}"^^<{XSD}boolean>'


TYPE = iri(RDF + "type")
LABEL = iri(RDFS + "label")
PREF_LABEL = iri(SKOS + "prefLabel")
ALT_LABEL = iri(SKOS + "altLabel")
NOTATION = iri(SKOS + "notation")
