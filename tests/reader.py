"""Chinese sentences in, what is read out of them as short strings: for tables of tests."""

import hashlib
from collections.abc import Collection
from dataclasses import replace

from kg.facts import extract
from kg.model import Article, ArticleFacts, Fact, Kind, LineRole, Occurrence, Page, Relation, Role, Span
from kg.text.page import read_page


def page(text: str, published: str | None = None, name: str = "article") -> Page:
    """The page of a text; `published` is its day (ISO) where the text itself gives none."""
    article = Article(name, f"{name}.txt", text, hashlib.sha256(text.encode()).hexdigest())
    read = read_page(article)
    return replace(read, published=published) if published else read


def facts(text: str, published: str | None = None, name: str = "article") -> ArticleFacts:
    """What a text says."""
    return extract(page(text, published, name))


def names(found: ArticleFacts, kind: Kind) -> list[str]:
    """The entities of one class, in order of first mention."""
    return [e.name for e in found.of(kind)]


def post(role: Role) -> str:
    """`林知远 厅长 四川省教育厅`; without a body only `林知远 厅长`."""
    return " ".join(filter(None, (role.person, role.title, role.organization)))


def is_byline(role: Role) -> bool:
    """Whether a role only says that somebody wrote the article."""
    return role.rule.startswith("byline")


def posts(found: ArticleFacts) -> set[str]:
    """Every post but those of who wrote the article."""
    return {post(r) for r in found.roles if not is_byline(r)}


def triple(relation: Relation) -> str:
    """`甲大学 signsWith 乙大学`."""
    return f"{relation.subject.name} {relation.predicate} {relation.object.name}"


def triples(found: ArticleFacts, predicates: Collection[str]) -> set[str]:
    """The relations of these predicates."""
    return {triple(r) for r in found.relations if r.predicate in predicates}


def occurrence(o: Occurrence) -> str:
    """`某某大会 | 2025-03-08 | 福州市 | 某某主题`: what is unknown is left out at the end and empty before it."""
    return " | ".join((o.event, o.date or "", o.place or "", o.theme or "")).rstrip(" |")


def words(page: Page, span: Span) -> str:
    """The repaired characters that a span of the original text covers."""
    return "".join(c for c, at in zip(page.text, page.offsets, strict=True) if span.start <= at < span.end)


def all_facts(found: ArticleFacts) -> list[Fact]:
    """The facts of every family."""
    return [
        *found.roles,
        *found.occurrences,
        *found.outcomes,
        *found.relations,
        *found.releases,
        *found.directions,
    ]


def role_of_line(page: Page, span: Span) -> set[LineRole]:
    """The roles of the lines in which a span of the original text stands."""
    return {
        s.role for s in page.sentences if page.offsets[s.start] < span.end and span.start <= page.offsets[s.end - 1]
    }
