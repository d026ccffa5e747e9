"""Which path stands for an IRI, and back."""

import pytest
from pyoxigraph import Store

from kg.serve.addresses import Addresses, addresses, folder

W3ID = Addresses("https://w3id.org/policy-kg/id/", "id/")
HASH = Addresses("https://example.org/kg#", "kg/")

PATHS = [
    (W3ID, "https://w3id.org/policy-kg/id/person/ab12", "id/person/ab12"),
    (W3ID, "https://w3id.org/policy-kg/id/doc/1a2b#char=1,9", "id/doc/1a2b#char=1,9"),
    (W3ID, "https://w3id.org/policy-kg/id/person/余", "id/person/%E4%BD%99"),
    (W3ID, "https://w3id.org/policy-kg/id/person/%E4%BD%99", "id/person/%E4%BD%99"),
    (W3ID, "https://w3id.org/policy-kg/def#Tenure", "def#Tenure"),
    (W3ID, "https://w3id.org/policy-kg/def", "def"),
    (W3ID, "https://w3id.org/policy-kg/themes", "themes"),
    (
        W3ID,
        "https://w3id.org/policy-kg/themes#health",
        "about?iri=https%3A%2F%2Fw3id.org%2Fpolicy-kg%2Fthemes%23health",
    ),
    (W3ID, "https://w3id.org/policy-kg/id/", "about?iri=https%3A%2F%2Fw3id.org%2Fpolicy-kg%2Fid%2F"),
    (W3ID, "javascript:alert(1)", "about?iri=javascript%3Aalert%281%29"),
    (W3ID, "https://elsewhere.example/a?b=c&d", "about?iri=https%3A%2F%2Felsewhere.example%2Fa%3Fb%3Dc%26d"),
    (HASH, "https://example.org/kg#person/ab12", "kg/person/ab12"),
    (HASH, "https://example.org/kg#doc/1a2b/char=1,9", "kg/doc/1a2b/char=1,9"),
]

FOLDERS = [
    ("https://w3id.org/policy-kg/id/", "id/"),
    ("https://example.org/kg#", "kg/"),
    ("https://example.org/", "id/"),
    ("https://example.org/sparql/", "id/"),  # the service's own
    ("https://example.org/数据/", "id/"),
    ("urn:policy:", "id/"),
]


@pytest.mark.parametrize(("where", "iri", "path"), PATHS)
def test_path_of_an_iri(where: Addresses, iri: str, path: str) -> None:
    assert where.of(iri) == path


@pytest.mark.parametrize(("base", "expected"), FOLDERS)
def test_folder_of_a_base(base: str, expected: str) -> None:
    assert folder(base) == expected


def test_an_iri_is_among_those_of_its_path() -> None:
    for where, iri, path in PATHS:
        if path.startswith(where.folder):
            bare, mark, fragment = path.partition("#")
            assert iri in [one + mark + fragment for one in where.iris(bare)]


def test_nothing_outside_the_folder() -> None:
    assert W3ID.iris("id/") == W3ID.iris("person/ab12") == W3ID.iris("") == []


def test_the_base_is_found_from_the_graph(store: Store) -> None:
    assert addresses(store) == W3ID


def test_number_of_cases() -> None:
    assert (len(PATHS), len(FOLDERS)) == (13, 6)
