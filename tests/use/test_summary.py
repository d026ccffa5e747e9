from decimal import Decimal

from kg.model import (
    Article,
    ArticleFacts,
    Entity,
    Kind,
    Modifier,
    Occurrence,
    Outcome,
    Page,
    Ref,
    Relation,
    Role,
    Span,
)
from kg.use.summary import CHINESE, summarize

ONE, TWO, THREE = Span(0, 1), Span(1, 2), Span(2, 3)


def facts(sha256: str, *people: str) -> ArticleFacts:
    """An article in which some people hold one post and speak to each other."""
    first, last = Ref(Kind.PERSON, people[0]), Ref(Kind.PERSON, people[-1])
    return ArticleFacts(
        Page(Article(sha256, "a.txt", "甲乙丙丁", sha256), "甲乙丙丁", range(4), ()),
        entities=tuple(Entity(Kind.PERSON, name, (ONE,), id=f"id:{name}") for name in people),
        roles=tuple(Role((ONE,), "r", name, "校长", None) for name in people),
        occurrences=(Occurrence((THREE,), "r", "会", "2025"),),
        outcomes=(Outcome((TWO,), "r", Decimal(1), Modifier.EXACT, "个", "校", "一"),),
        relations=(Relation((TWO,), "r", first, "signsWith", last), Relation((TWO,), "r", first, "memberOf", last)),
    )


def test_things_and_statements_are_counted_once() -> None:
    summary = summarize([facts("1", "甲", "乙"), facts("2", "乙", "丙")])
    assert summary.articles == 2
    assert summary.entities == {
        "Person": 3,
        "Organization": 0,
        "Program": 0,
        "Document": 0,
        "Event": 0,
        "Place": 0,
    }
    assert summary.facts == {"Tenure": 3, "Outcome": 2, "Relation": 4, "Release": 0, "Direction": 0}
    assert summary.predicates == {"memberOf": 2, "signsWith": 2}
    assert summary.statements == 9


def test_spans_are_counted_once_an_article() -> None:
    assert summarize([facts("1", "甲", "乙")]).spans == 3
    assert summarize([facts("1", "甲"), facts("2", "甲")]).spans == 6


def test_all_that_is_counted_has_a_chinese_name() -> None:
    summary = summarize([])
    assert {*summary.entities, *summary.facts} == set(CHINESE)
