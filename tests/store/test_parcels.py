import pytest

from kg.rdf.read import GraphError
from kg.store.parcels import parcels
from tests.questions import question_lines
from tests.writer import two_lines

ARTICLE = "https://w3id.org/policy-kg/id/doc/aaaa"
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
ONE = f"<{ARTICLE}> {TYPE} <https://w3id.org/policy-kg/def#NewsArticle> ."


def test_every_quad_is_in_one_parcel() -> None:
    base, found = parcels(question_lines())
    assert base == "https://w3id.org/policy-kg/id/"
    assert sum(map(len, found.values())) == len(question_lines())
    for name, parcel in found.items():
        assert all(triple.startswith(f"<{name}> ") for triple in parcel.about)
        assert all(f"{triple[:-1]}<{name}> ." in question_lines() for triple in parcel.graph)


def test_the_digest_is_of_the_triples_alone() -> None:
    lines = list(two_lines())
    forward, backward = parcels(lines)[1], parcels([*reversed(lines), *lines])[1]
    assert list(forward) == list(backward)
    assert {p.digest for p in forward.values()} == {p.digest for p in backward.values()}
    assert len({p.digest for p in forward.values()}) == len(forward)


def test_the_digest_knows_where_a_triple_stands() -> None:
    inner, outer = (
        parcels([ONE, line])[1][ARTICLE]
        for line in (f'<{ARTICLE}> {TYPE} "x" <{ARTICLE}> .', f'<{ARTICLE}> {TYPE} "x" .')
    )
    assert inner.digest != outer.digest


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (f'<urn:other> {TYPE} "x" .', "a statement in the default graph about <urn:other>"),
        (f'<{ARTICLE}> {TYPE} "x" <urn:other> .', "the graph <urn:other>"),
        (f'_:b {TYPE} "x" .', "a blank node"),
        (f"<{ARTICLE}> {TYPE} _:b .", "a blank node"),
        (f'<{ARTICLE}> {TYPE} "x" _:b .', "a blank node"),
        (f'<{ARTICLE}> {TYPE} "x" <https://w3id.org/policy-kg/id/graph/pushed> .', "graph/pushed"),
    ],
)
def test_what_could_not_be_told_from_what_others_keep(line: str, said: str) -> None:
    with pytest.raises(GraphError, match=said):
        parcels([ONE, line])


def test_an_empty_graph() -> None:
    with pytest.raises(GraphError, match="empty"):
        parcels([])
