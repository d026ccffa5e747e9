"""The questions that come with the ontology, in groups, as a page lists them."""

from dataclasses import dataclass
from functools import cache

from kg.use.named import NamedQuery, named_queries

_GROUPS = {
    ("人物与职务", "People and posts"): (
        "posts", "person", "holders", "in-office", "former-posts", "several-posts", "successions", "posts-without-body",
        "speakers", "met",
    ),
    ("机构与合作", "Bodies and cooperation"): (
        "partners", "signings", "cooperation", "joint-work", "members", "branches", "bodies-in", "bodies-by-province",
    ),
    ("活动", "Events"): (
        "events", "event", "events-between", "events-in", "events-by-month", "events-by-province", "participants",
        "organizers", "issued-at-events", "events-without-date-or-place",
    ),
    ("项目与成效", "Programs and outcomes"): (
        "program", "implementers", "programs-by-students", "outcomes", "at-least", "at-most", "targets",
        "outcomes-by-theme", "programs-without-outcomes",
    ),
    ("文件、主题与地点", "Documents, themes and places"): ("documents", "directions", "themes", "places"),
    ("出处与名称", "Evidence and names"): (
        "evidence", "quotes", "articles", "by-article", "across-articles", "agreement", "contradictions", "names",
        "renamed", "completeness",
    ),
}  # fmt: skip
_OTHERS = ("其他", "Others")


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """Questions on one subject, in the order in which a page lists them."""

    chinese: str
    english: str
    questions: tuple[NamedQuery, ...]


@cache
def question_groups() -> tuple[QuestionGroup, ...]:
    """Every named query, in exactly one group; one that no group names stands in the last."""
    left = {query.name: query for query in named_queries()}
    groups = [
        QuestionGroup(*title, tuple(left.pop(name) for name in names if name in left))
        for title, names in _GROUPS.items()
    ]
    if left:
        groups.append(QuestionGroup(*_OTHERS, tuple(left.values())))
    return tuple(groups)
