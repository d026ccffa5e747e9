"""Facts of articles, written by hand: names and quotations are looked up in the text, so every span is true."""

import hashlib
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Any

from kg.entities.iri import BASE, mint
from kg.model import (
    Article,
    ArticleFacts,
    Direction,
    Entity,
    Kind,
    Modifier,
    Occurrence,
    Outcome,
    Page,
    Ref,
    Relation,
    Release,
    Role,
    Span,
    Topic,
)
from kg.rdf.quads import quads


@dataclass(frozen=True)
class Writer:
    """Facts of one text that grow by one fact a call; `facts` is what they amount to so far."""

    facts: ArticleFacts
    base: str = BASE

    def spans(self, *words: str) -> tuple[Span, ...]:
        """Where each of these runs of the repaired text first stands, in the text as it is."""
        page = self.facts.page
        return tuple(page.span(start, start + len(w)) for w in words for start in [page.text.index(w)])

    def entity(self, kind: Kind, name: str, *aliases: str, key: str = "", **more: Any) -> "Writer":
        page = self.facts.page
        starts = sorted((page.text.find(w), len(w)) for w in (name, *aliases) if w in page.text)
        mentions = tuple(page.span(start, start + length) for start, length in starts)
        iri = mint(self.base, kind.value.lower(), key or name)
        entity = replace(Entity(kind, name, mentions, aliases, id=iri), **more)
        return replace(self, facts=replace(self.facts, entities=(*self.facts.entities, entity)))

    def role(self, person: str, title: str, body: str | None, *said: str, former: bool = False) -> "Writer":
        role = Role(self.spans(*said), "role", person, title, body, former)
        return replace(self, facts=replace(self.facts, roles=(*self.facts.roles, role)))

    def occurrence(self, event: str, *said: str, **more: Any) -> "Writer":
        occurrence = Occurrence(self.spans(*said), "occurrence", event, **more)
        return replace(self, facts=replace(self.facts, occurrences=(*self.facts.occurrences, occurrence)))

    def outcome(self, value: str, what: str, *said: str, modifier: str = "exact", **more: Any) -> "Writer":
        quantity: dict[str, Any] = {"unit": None, "as_written": value, **more}
        outcome = Outcome(self.spans(*said), "outcome", Decimal(value), Modifier(modifier), what=what, **quantity)
        return replace(self, facts=replace(self.facts, outcomes=(*self.facts.outcomes, outcome)))

    def relation(self, subject: Ref, predicate: str, object: Ref, *said: str) -> "Writer":
        relation = Relation(self.spans(*said), "relation", subject, predicate, object)
        return replace(self, facts=replace(self.facts, relations=(*self.facts.relations, relation)))

    def release(self, document: str, event: str, *said: str) -> "Writer":
        release = Release(self.spans(*said), "release", document, event)
        return replace(self, facts=replace(self.facts, releases=(*self.facts.releases, release)))

    def direction(self, speaker: Ref, ordinal: int, text: str, *said: str, event: str | None = None) -> "Writer":
        direction = Direction(self.spans(*said), "direction", speaker, ordinal, text, event)
        return replace(self, facts=replace(self.facts, directions=(*self.facts.directions, direction)))

    def topic(self, of: Ref | Outcome, theme: str, *said: str) -> "Writer":
        topic = Topic(self.spans(*said), "topic", of, theme)
        return replace(self, facts=replace(self.facts, topics=(*self.facts.topics, topic)))


def writer(
    text: str,
    source: str = "article.txt",
    repaired: tuple[str, tuple[int, ...]] | None = None,
    title: str | None = None,
    published: str | None = None,
    publisher: str | None = None,
    base: str = BASE,
) -> Writer:
    """A writer for `text`; `repaired` is the repaired text with the offset of each of its characters, if it differs."""
    article = Article(source.partition(".")[0], source, text, hashlib.sha256(text.encode()).hexdigest())
    characters, offsets = repaired or (text, range(len(text)))
    page = Page(article, characters, offsets, (), title, published, publisher)
    return Writer(ArticleFacts(page), base)


FIRST = (
    "5月8日，青川省数字教育推进会在临溪市举行。青川省委教育工委书记、省教育厅厅长林知远主持会议并讲话。\n"
    "会议以“共建共享”为主题，发布《青川省数字教育行动方案》。\n"
    "林知远提出两点要求：一是夯实基础；二是加强协作。青川师范大学与临溪学院签署合作协议。\n"
    "“云上课堂”项目覆盖近3万名学生，培训教师1200余人次，云帆科技公司实施。临溪市是青川省辖市。\n"
)
SECOND = "6月1日，青川省教育厅厅长林知远赴临溪学院调研。“云上课堂”项目由云帆科技公司实施，受益学生35.34万人。\n"

PERSON = Ref(Kind.PERSON, "林知远")
MEETING = Ref(Kind.EVENT, "青川省数字教育推进会")
PROGRAM = Ref(Kind.PROGRAM, "“云上课堂”项目")
COMPANY = Ref(Kind.ORGANIZATION, "云帆科技公司")
UNIVERSITY = Ref(Kind.ORGANIZATION, "青川师范大学")
COLLEGE = Ref(Kind.ORGANIZATION, "临溪学院")
CITY = Ref(Kind.PLACE, "临溪市")
PROVINCE = Ref(Kind.PLACE, "青川省")


def first_article(base: str = BASE) -> ArticleFacts:
    """A meeting: every family of facts."""
    start = writer(
        FIRST, "first.txt", title="青川省召开数字教育推进会", published="2025-05-09", publisher="青川日报", base=base
    )
    named = (
        start.entity(*_pair(PERSON))
        .entity(Kind.ORGANIZATION, "青川省委教育工委", subclass="PartyBody")
        .entity(Kind.ORGANIZATION, "青川省教育厅", "省教育厅", subclass="GovernmentBody")
        .entity(*_pair(UNIVERSITY), subclass="EducationInstitution")
        .entity(*_pair(COLLEGE), subclass="EducationInstitution")
        .entity(*_pair(COMPANY), subclass="Company", division="510107")
        .entity(*_pair(PROGRAM), "云上课堂")
        .entity(Kind.DOCUMENT, "青川省数字教育行动方案", subclass="PolicyDocument")
        .entity(*_pair(MEETING))
        .entity(*_pair(CITY), code="999901")
        .entity(*_pair(PROVINCE))
    )
    happened = "5月8日，青川省数字教育推进会在临溪市举行。"
    held = {"date": "2025-05-08", "date_as_written": "5月8日", "place": CITY.name, "theme": "共建共享"}
    reached = {"lower": Decimal(20000), "upper": Decimal(30000), "lower_open": True, "upper_open": True}
    trained = {"lower": Decimal(1200), "upper": Decimal(1300), "lower_open": True, "upper_open": True}
    of = {"programs": (PROGRAM.name,)}
    signed = "青川师范大学与临溪学院签署合作协议"
    return (
        named.role(PERSON.name, "书记", "青川省委教育工委", "青川省委教育工委书记", PERSON.name)
        .role(PERSON.name, "厅长", "青川省教育厅", "省教育厅厅长", PERSON.name)
        .occurrence(MEETING.name, happened, "会议以“共建共享”为主题", **held)
        .outcome("30000", "学生", "近3万名学生", modifier="approx", unit="名", as_written="近3万名", **of, **reached)
        .outcome(
            "1200",
            "教师",
            "培训教师1200余人次",
            modifier="over",
            unit="人次",
            as_written="1200余人次",
            as_of="2025",
            is_target=True,
            **of,
            **trained,
        )
        .relation(PERSON, "hosts", MEETING, "林知远主持会议")
        .relation(PERSON, "speaksAt", MEETING, "林知远主持会议并讲话")
        .relation(UNIVERSITY, "signsWith", COLLEGE, signed)
        .relation(UNIVERSITY, "cooperatesWith", COLLEGE, signed)
        .relation(COMPANY, "implements", PROGRAM, "云帆科技公司实施")
        .relation(MEETING, "locatedIn", CITY, "在临溪市举行")
        .relation(CITY, "partOf", PROVINCE, "临溪市是青川省辖市")
        .release("青川省数字教育行动方案", MEETING.name, "发布《青川省数字教育行动方案》")
        .direction(PERSON, 1, "夯实基础", "一是夯实基础", event=MEETING.name)
        .direction(PERSON, 2, "加强协作", "二是加强协作", event=MEETING.name)
        .topic(PROGRAM, "digital-education", "课堂")
        .facts
    )


def second_article(base: str = BASE) -> ArticleFacts:
    """A visit, some days later, about some of the same people: one role and one relation are stated again."""
    return (
        writer(SECOND, "second.txt", published="2025-06-02", base=base)
        .entity(*_pair(PERSON))
        .entity(Kind.ORGANIZATION, "青川省教育厅", subclass="GovernmentBody")
        .entity(*_pair(COLLEGE), subclass="EducationInstitution")
        .entity(*_pair(COMPANY), subclass="Company")
        .entity(*_pair(PROGRAM), "云上课堂")
        .role(PERSON.name, "厅长", "青川省教育厅", "青川省教育厅厅长林知远")
        .outcome("353400", "学生", "受益学生35.34万人", unit="人", as_written="35.34万人", programs=(PROGRAM.name,))
        .relation(COMPANY, "implements", PROGRAM, "“云上课堂”项目由云帆科技公司实施")
        .facts
    )


@cache
def two_lines() -> tuple[str, ...]:
    """Both articles as N-Quads."""
    return tuple(quads([first_article(), second_article()]))


def _pair(ref: Ref) -> tuple[Kind, str]:
    return ref.kind, ref.name
