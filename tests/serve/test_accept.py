"""What the client takes against what there is."""

import pytest

from kg.serve.accept import negotiate
from kg.serve.job import Refusal

OFFERED = ("a/json", "a/xml", "text/csv")


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        (None, "a/json"),
        ("", "a/json"),
        ("*/*", "a/json"),
        ("a/*", "a/json"),
        ("text/*", "text/csv"),
        ("a/xml", "a/xml"),
        ("A/XML", "a/xml"),
        ("x/y, a/xml", "a/xml"),
        ("a/json;q=0.5, a/xml;q=0.6", "a/xml"),
        ("a/xml, a/json", "a/json"),  # equals: ours first
        ("a/json;q=0.1, */*", "a/xml"),  # the exact range counts
        ("a/*;q=0, */*", "text/csv"),
        ("a/json;q=0, a/*", "a/xml"),
        ("a/json ; q=0.2 , text/csv ; charset=utf-8 ; q=0.3", "text/csv"),
        ("text/html,application/xhtml+xml,a/xml;q=0.9,*/*;q=0.8", "a/xml"),
        ("a/json;q=nonsense, a/xml;q=0.1", "a/xml"),
        ("a/json;q=nan, a/xml;q=0.1", "a/xml"),
        ("a/json;q=7, a/xml", "a/json"),
    ],
)
def test_the_best_of_what_there_is(accept: str | None, chosen: str) -> None:
    assert negotiate(accept, OFFERED) == chosen


@pytest.mark.parametrize("accept", ["x/y", "a/json;q=0", "*/*;q=0", "a", "/", ",", "text/*;q=0, a/json;q=0.0"])
def test_nothing_of_what_there_is(accept: str) -> None:
    with pytest.raises(Refusal) as refused:
        negotiate(accept, OFFERED)
    assert refused.value.status == 406
    assert "a/json, a/xml, text/csv" in refused.value.text
