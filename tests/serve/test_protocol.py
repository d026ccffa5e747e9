"""What a request asks, by the SPARQL 1.1 Protocol."""

import pytest

from kg.serve.job import Refusal
from kg.serve.protocol import Asked, asked_by_get, asked_by_post

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"


@pytest.mark.parametrize(
    ("query_string", "asked"),
    [
        (b"query=ASK%20%7B%7D", Asked("ASK {}")),
        (b"query=ASK+%7B%7D", Asked("ASK {}")),
        ("query=教育".encode(), Asked("教育")),
        (b"query=%E6%95%99", Asked("教")),
        (b"query=a&default-graph-uri=urn%3Ax&default-graph-uri=urn%3Ay", Asked("a", ("urn:x", "urn:y"))),
        (b"named-graph-uri=urn%3Ax&query=a&other=1", Asked("a", (), ("urn:x",))),
        (b"query=", Asked("")),
        (b"", None),
    ],
)
def test_get(query_string: bytes, asked: Asked | None) -> None:
    assert asked_by_get(query_string) == asked


@pytest.mark.parametrize(
    ("query_string", "content_type", "body", "asked"),
    [
        (b"", FORM, b"query=ASK+%7B%7D", Asked("ASK {}")),
        (b"", f"{FORM}; charset=UTF-8", b"query=a&named-graph-uri=urn%3Ax", Asked("a", (), ("urn:x",))),
        (b"", QUERY, "ASK { ?s ?p '教' }".encode(), Asked("ASK { ?s ?p '教' }")),
        (b"default-graph-uri=urn%3Ax", QUERY, b"a&b", Asked("a&b", ("urn:x",))),
        (b"", 'Application/SPARQL-Query; charset="utf-8"', b"a", Asked("a")),
    ],
)
def test_post(query_string: bytes, content_type: str, body: bytes, asked: Asked) -> None:
    assert asked_by_post(query_string, content_type, body) == asked


@pytest.mark.parametrize(
    ("query_string", "status", "said"),
    [
        (b"query=a&query=b", 400, "more than one query"),
        (b"default-graph-uri=urn%3Ax", 400, "no query"),
        (b"query=%FF", 400, "not UTF-8"),
        (b"query=\xff", 400, "not UTF-8"),
        (b"update=DROP+ALL", 403, "only reads"),
        (b"&".join([b"a=1"] * 1001), 400, "Too many"),
    ],
)
def test_get_refused(query_string: bytes, status: int, said: str) -> None:
    with pytest.raises(Refusal, match=said) as refused:
        asked_by_get(query_string)
    assert refused.value.status == status


@pytest.mark.parametrize(
    ("query_string", "content_type", "body", "status", "said"),
    [
        (b"", None, b"ASK {}", 415, "no Content-Type"),
        (b"", "text/plain", b"ASK {}", 415, "text/plain"),
        (b"", "application/sparql-update", b"DROP ALL", 403, "only reads"),
        (b"", FORM, b"update=DROP+ALL", 403, "only reads"),
        (b"", FORM, b"", 400, "no query"),
        (b"", f"{QUERY}; charset=utf-16", b"\xff\xfe", 415, "charset"),
        (b"", QUERY, b"ASK { '\xff' }", 400, "byte 7"),
        (b"query=a", FORM, b"query=b", 400, "in the body"),
        (b"query=a", QUERY, b"b", 400, "in the body"),
    ],
)
def test_post_refused(query_string: bytes, content_type: str | None, body: bytes, status: int, said: str) -> None:
    with pytest.raises(Refusal, match=said) as refused:
        asked_by_post(query_string, content_type, body)
    assert refused.value.status == status
    assert ("Accept-Post" in refused.value.headers) == (status == 415 and said != "charset")
