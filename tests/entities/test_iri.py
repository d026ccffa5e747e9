"""kg.entities.iri: names of things."""

import re

import pytest

from kg.entities.iri import BASE, check_base, document_iri, mint, span_iri


def test_an_iri_is_pinned() -> None:
    # A graph that was built once keeps its names: another hash would break every link to it.
    assert mint(BASE, "person", "林知远") == "https://w3id.org/policy-kg/id/person/up7bd4ql5h"


def test_an_iri_is_opaque_ascii() -> None:
    iri = mint(BASE, "organization", "青川省教育厅 <script>")
    assert re.fullmatch(re.escape(BASE) + r"organization/[a-z2-7]{10}", iri)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("person", "林知远"), ("person", "林知近")),
        (("person", "林知远"), ("organization", "林知远")),
        (("person", "林知远"), ("person", "林知远 ")),
        (("ab", "c"), ("a", "bc")),
    ],
)
def test_other_things_have_other_iris(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert mint(BASE, *one).rpartition("/")[2] != mint(BASE, *other).rpartition("/")[2]


def test_a_base_changes_nothing_but_the_base() -> None:
    assert mint("urn:x/", "post", "k") == "urn:x/" + mint(BASE, "post", "k").removeprefix(BASE)


def test_documents_and_spans() -> None:
    document = document_iri(BASE, "0123456789abcdef" * 4)
    assert document == "https://w3id.org/policy-kg/id/doc/0123456789ab"
    assert span_iri(document, 120, 139) == "https://w3id.org/policy-kg/id/doc/0123456789ab#char=120,139"
    hashed = document_iri("https://example.org/kg#", "0123456789abcdef" * 4)
    assert span_iri(hashed, 1, 2) == "https://example.org/kg#doc/0123456789ab/char=1,2"


@pytest.mark.parametrize("base", [BASE, "http://example.org/kg#", "urn:kg:/"])
def test_bases(base: str) -> None:
    assert check_base(base) == base


@pytest.mark.parametrize(
    ("base", "reason"),
    [
        ("", "not an absolute IRI"),
        ("kg/id/", "not an absolute IRI"),
        ("http://example.org/kg", "must end in"),
        ("http://example.org/a b/", "a character"),
        ("http://example.org/<>/", "a character"),
        ('http://example.org/"/', "a character"),
    ],
)
def test_no_bases(base: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        check_base(base)
