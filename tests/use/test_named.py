"""kg.use.named: queries by name."""

import pytest

from kg.use.named import named_queries, named_query
from kg.use.sparql import QueryError


def test_by_name() -> None:
    query = named_query("posts")
    assert (query.chinese, query.english) == ("谁任何职", "Who holds which post")
    assert query.text.startswith("# title: ")
    assert [q.name for q in named_queries()] == sorted(q.name for q in named_queries())


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("post", "did you mean posts"),
        ("complete-ness", "did you mean completeness"),
        ("x", "there are: across-articles, agreement, "),
    ],
)
def test_no_such_name(name: str, hint: str) -> None:
    with pytest.raises(QueryError, match=hint):
        named_query(name)


def test_no_way_out_of_the_folder() -> None:
    with pytest.raises(QueryError, match="no query"):
        named_query("../queries/posts")
