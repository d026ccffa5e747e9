"""Names of things in the graph: opaque, ASCII, the same for the same identity.

The key of an IRI is a hash, never a transcription: pinyin collides, and percent-encoded Chinese is unreadable anyway.
Ten characters of base32 are 50 bits: a million entities of one type collide with a chance of 1 in 2,000.
"""

import hashlib
import re

BASE = "https://w3id.org/policy-kg/id/"

KEY_LENGTH = 10
_BASE32 = "abcdefghijklmnopqrstuvwxyz234567"
_TWO = [one + two for one in _BASE32 for two in _BASE32]  # ten bits at a time
DOCUMENT_KEY_LENGTH = 12

# What RFC 3987 and the RDF grammars forbid between < and >.
_FORBIDDEN = re.compile(r"[\x00-\x20<>\"{}|^`\\]")


def mint(base: str, type: str, key: str) -> str:
    """The IRI of the thing of this type with this identity key, `{base}{type}/{10 characters}`.

    `base` ends in `/` or `#`; `type` is a lower-case ASCII word (person, organization, post …).
    """
    digest = hashlib.blake2s(f"{type}\0{key}".encode()).digest()
    bits = int.from_bytes(digest[:8]) >> (64 - 5 * KEY_LENGTH)
    key = "".join([_TWO[bits >> shift & 1023] for shift in range(5 * KEY_LENGTH - 10, -1, -10)])
    return f"{base}{type}/{key}"


def document_iri(base: str, sha256: str) -> str:
    """The IRI of the article whose text has this SHA-256 (64 hexadecimal digits)."""
    return f"{base}doc/{sha256[:DOCUMENT_KEY_LENGTH]}"


def span_iri(document: str, start: int, end: int) -> str:
    """The IRI of the code points [start, end) of a document, as in RFC 5147: `{document}#char=120,139`.

    An IRI has one fragment: under a base that ends in #, it goes on with a slash.
    """
    return f"{document}{'/' if '#' in document else '#'}char={start},{end}"


def division_key(code: str) -> str:
    """The identity key of an administrative division, for `mint(base, "place", …)`: its code, whatever it is called."""
    return f"division:{code}"


def check_base(base: str) -> str:
    """`base` itself if instances can be named under it; raises ValueError otherwise."""
    if not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", base):
        raise ValueError(f"not an absolute IRI: {base!r}; try {BASE}")
    if _FORBIDDEN.search(base):
        raise ValueError(f"a character that no IRI may hold in {base!r}")
    if not base.endswith(("/", "#")):
        raise ValueError(f"a base must end in / or #: {base!r}; try {base}/")
    return base
