"""From the mentions of a page to all that it says: the families of facts in one visible list, then the entities they name."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from kg.facts.agreements import agreements
from kg.facts.directions import directions
from kg.facts.event_parts import event_parts
from kg.facts.gatherings import Gatherings
from kg.facts.occurrences import occurrences
from kg.facts.outcomes import outcomes
from kg.facts.participation import participation
from kg.facts.places import places
from kg.facts.planned import stated
from kg.facts.program_parts import program_parts
from kg.facts.programs import Programs, other_forms
from kg.facts.releases import releases
from kg.facts.reported import reported_day
from kg.facts.roles import roles
from kg.facts.sites import sites
from kg.facts.told import Told
from kg.facts.topics import topics
from kg.facts.venue import place_name
from kg.mentions.body import Body
from kg.mentions.find import find
from kg.mentions.found import Found
from kg.mentions.gazetteer import gazetteer
from kg.mentions.lexicon import words
from kg.mentions.ordered import Ordered
from kg.model import ArticleFacts, Entity, Fact, Kind, Mention, Outcome, Page, Ref, Relation, Role, Span
from kg.text.page import publication_year

# The families of relations. A new one is a file beside these with such a function, and its name here.
RELATIONS: tuple[Callable[[Told], Iterable[Relation]], ...] = (participation, places, sites, event_parts, agreements)


def extract(page: Page) -> ArticleFacts:
    """Everything that one page says, with the spans that say it."""
    found = find(page, publication_year(page))
    events = Gatherings(found)
    programs = Programs(found)
    bodies = tuple(_read_bodies(found, events))
    named = [Mention(Kind.PROGRAM, p.start, p.end, programs.name(p), p.rule) for p in programs.read]
    named += [Mention(Kind.ORGANIZATION, b.start, b.end, found.body_name(b), "body") for b in bodies]
    named += [Mention(Kind.PERSON, n.start, n.end, n.text, n.rule) for n in found.people_index.items]
    named += [Mention(Kind.DOCUMENT, d.start, d.end, d.text, d.rule) for d in found.documents]
    counted = outcomes(page, named)
    posts = roles(found)
    told = Told(found, events, posts)
    said = [_renamed(r, programs) for family in RELATIONS for r in family(told)]
    relations = _once([*stated(found, said), *program_parts(found, programs)])
    held = occurrences(events)
    released = tuple(releases(found, events))
    points = tuple(directions(found, events))
    entities = _Entities(found, events, programs, bodies).all(posts, relations, counted)
    return ArticleFacts(
        page=page,
        entities=entities,
        roles=posts,
        occurrences=held,
        outcomes=counted,
        relations=relations,
        releases=released,
        directions=points,
        topics=tuple(topics(page, entities, counted)),
        reported=reported_day(found, held),
    )


_SIGNING = ("signs", "signsWith", "cooperatesWith")


def _by_government(relations: Iterable[Relation]) -> Iterator[Relation]:
    """The relations, those of a place under its government where the page names that as who signs, too: 贵州省, 贵州省人民政府."""
    told = list(relations)
    signed = {ref for r in told if r.predicate in _SIGNING for ref in (r.subject, r.object)}
    names = {ref.name for ref in signed if ref.kind is Kind.ORGANIZATION and ref.name.endswith("政府")}
    whose = {
        ref: Ref(Kind.ORGANIZATION, name)
        for ref in signed
        if ref.kind is Kind.PLACE
        for name in (ref.name + "人民政府", ref.name + "政府")
        if name in names
    }
    for r in told:
        if whose and r.predicate in _SIGNING:
            r = replace(r, subject=whose.get(r.subject, r.subject), object=whose.get(r.object, r.object))
        yield r


def _once(relations: Iterable[Relation]) -> tuple[Relation, ...]:
    """One relation for each triple, with all spans that say it."""
    merged: dict[tuple[Ref, str, Ref], tuple[Relation, dict[Span, None]]] = {}
    for r in _by_government(relations):
        if r.subject == r.object:
            continue
        key = (r.subject, r.predicate, r.object)
        if r.predicate in ("signsWith", "cooperatesWith") and (r.object, r.predicate, r.subject) in merged:
            key = (r.object, r.predicate, r.subject)
        merged.setdefault(key, (r, {}))[1].update(dict.fromkeys(r.evidence))
    said = [r if len(spans) == len(r.evidence) else replace(r, evidence=tuple(spans)) for r, spans in merged.values()]
    return tuple(sorted(said, key=lambda r: (r.evidence[0].start, r.evidence[0].end)))


def _renamed(relation: Relation, programs: Programs) -> Relation:
    if relation.object.kind is Kind.PROGRAM:
        return replace(
            relation, object=Ref(Kind.PROGRAM, programs.names.get(relation.object.name, relation.object.name))
        )
    return relation


# What a document of policy is called: a plan, an opinion, a regulation, not a report or an agreement.
_POLICY = re.compile(r"(?:方案|规划|纲要|意见|办法|条例|规定|通知|决定|计划|措施|细则|章程|条措施|法)(?:（[^）]*）)?\Z")


# How a page of a school speaks of it.
_OWN_SCHOOL = re.compile(
    r"[我本]校|(?:(?<=[，。；、\n])|(?<=代表)|(?<=介绍了))(?:学校|学院)(?=[^一-鿿]|[将以与在向愿党历的领植])"
)


def _read_bodies(found: Found, events: Gatherings) -> Iterator[Body]:
    """The bodies that running text names: none inside a title, none that is but the venue of an event."""
    venues = Ordered(Span(*g.place) for g in events.all if g.place)
    for body in found.bodies:
        if not found.is_read(body.start) or found.title_index.around(body.start, body.end):
            continue
        venue = any(v.end == body.end for v in venues.around(body.start, body.end))
        if not venue or body.group == "EducationInstitution":
            yield body


class _Entities:
    """The entities of a page, with their mentions in running text."""

    def __init__(self, found: Found, events: Gatherings, programs: Programs, bodies: tuple[Body, ...]) -> None:
        self.found, self.events, self.programs, self.bodies = found, events, programs, bodies
        self._spans: dict[Ref, list[tuple[int, int]]] = {}
        self._aliases: dict[Ref, list[str]] = {}
        self._subclass: dict[Ref, str] = {}
        self._facts: dict[Ref, dict[Span, None]] = {}
        self._pointed: dict[Ref, dict[str, list[tuple[int, int]]]] = {}

    def all(
        self, posts: tuple[Role, ...], relations: tuple[Relation, ...], counted: tuple[Outcome, ...]
    ) -> tuple[Entity, ...]:
        """Every entity, in order of first mention; those that only a fact names (a 市人民政府) stand on its evidence."""
        self._collect()
        for role in posts:
            self._needed(Ref(Kind.PERSON, role.person), role)
            if role.organization:
                self._needed(Ref(Kind.ORGANIZATION, role.organization), role)
        for r in relations:
            self._needed(r.subject, r)
            self._needed(r.object, r)
        for o in counted:
            if o.organization:
                self._needed(Ref(Kind.ORGANIZATION, o.organization), o)
        self._point()
        return tuple(
            sorted(
                (self._entity(ref) for ref in {**self._spans, **self._facts}),
                key=lambda e: (e.mentions[0].start, e.mentions[0].end, e.kind, e.name),
            )
        )

    def _needed(self, ref: Ref, fact: Fact) -> None:
        if ref not in self._spans:
            self._facts.setdefault(ref, {}).update(dict.fromkeys(fact.evidence))

    def _add(self, ref: Ref, start: int, end: int, alias: str | None = None) -> None:
        self._spans.setdefault(ref, []).append((start, end))
        if alias is not None:
            self._alias(ref, alias)

    def _alias(self, ref: Ref, name: str) -> None:
        if name != ref.name and name not in self._aliases.setdefault(ref, []):
            self._aliases[ref].append(name)

    def _collect(self) -> None:
        found, text = self.found, self.found.page.text
        self._spans |= {Ref(Kind.PERSON, name): [*spans] for name, spans in found.persons.items()}
        for body in self.bodies:
            ref = Ref(Kind.ORGANIZATION, found.body_name(body))
            self._add(ref, body.start, body.end, body.text)
            self._subclass.setdefault(ref, body.group)
        school = found.resolver.school
        if school and Ref(Kind.ORGANIZATION, school) not in self._spans:  # named in the page's head alone
            for m in _OWN_SCHOOL.finditer(text):
                if found.is_read(m.start()):
                    self._add(Ref(Kind.ORGANIZATION, school), m.start(), m.end(), m.group())
                    self._subclass[Ref(Kind.ORGANIZATION, school)] = "EducationInstitution"
        for program in self.programs.read:
            ref = Ref(Kind.PROGRAM, self.programs.name(program))
            self._add(ref, program.start, program.end, program.text)
            for written in other_forms(text, program):
                self._alias(ref, written)
        for document in found.documents:
            if found.is_read(document.start):
                self._add(
                    Ref(Kind.DOCUMENT, document.text), document.start, document.end, text[document.start : document.end]
                )
        for g in self.events.all:
            ref = Ref(Kind.EVENT, g.name)
            for start, end in g.mentions:
                self._add(ref, start, end, text[start:end] if len(text[start:end]) > 3 else None)
            for alias in g.aliases:
                self._alias(ref, alias)
            if g.place:
                self._add(Ref(Kind.PLACE, place_name(found, *g.place)), *g.place, text[g.place[0] : g.place[1]])

    def _point(self) -> None:
        """The words that mean a body here and name it nowhere: mentions of those that the article names."""
        for pointer in self.found.pointers:
            ref = Ref(Kind.ORGANIZATION, pointer.body)
            if ref in self._spans or ref in self._facts:
                self._pointed.setdefault(ref, {}).setdefault(pointer.text, []).append((pointer.start, pointer.end))

    def _entity(self, ref: Ref) -> Entity:
        page = self.found.page
        pointed = self._pointed.get(ref, {})
        if ref in self._spans:
            meant = [place for places in pointed.values() for place in places]
            mentions = tuple([page.span(s, e) for s, e in sorted({*self._spans[ref], *meant})])
        else:
            mentions = tuple(sorted(self._facts[ref]))
        aliases = tuple(self._aliases.get(ref, ()))
        code = None
        if (
            ref.kind is Kind.PLACE
            and (division := gazetteer().resolve(ref.name, self.found.resolver.divisions.province)) is not None
        ):
            code = division.code
        subclass = self._subclass.get(ref)
        if ref.kind is Kind.DOCUMENT and _POLICY.search(ref.name):
            subclass = "PolicyDocument"
        if ref.kind is Kind.ORGANIZATION and subclass is None:
            # 泰国总理 heads the government of a state, as 青岭县县长 does that of a county
            rules = ref.name.endswith("政府") or ref.name in words("countries.tsv")
            subclass = "GovernmentBody" if rules else "Organization"
        return Entity(
            ref.kind,
            ref.name,
            mentions,
            aliases,
            None if subclass == "Organization" else subclass,
            code,
            pointers=tuple(p for p in pointed if p != ref.name and p not in aliases),
        )
