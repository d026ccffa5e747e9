"""What one article says, family by family, as statements on its sheet."""

import re
from collections.abc import Callable

from kg.model import PREDICATES, Entity, Kind, Occurrence, Outcome
from kg.rdf.iris import (
    direction_iri,
    identified,
    outcome_iri,
    period_iri,
    post_iri,
    resolve,
    subjects,
    tenure_iri,
    theme_iri,
)
from kg.rdf.periods import Period, hull, read_period
from kg.rdf.sheet import Sheet, Spans
from kg.rdf.terms import (
    ENGLISH,
    LABEL,
    NOTATION,
    PREF_LABEL,
    SIMPLIFIED,
    THEMES,
    TYPE,
    boolean,
    decimal,
    integer,
    iri,
    pk,
    quoted,
    tagged,
)

BODIES = (Kind.ORGANIZATION, Kind.PLACE)  # 副省长 is held in a province
VENUES = (Kind.PLACE, Kind.ORGANIZATION)  # a ceremony is held at a school

# A person who does this at an event was in office on that day.
_PRESENCE = frozenset({"hosts", "speaksAt", "participatesIn"})
_PREDICATE_TERMS = {name: pk(name) for name in PREDICATES}
_CLASS_TERMS = {kind: pk(kind.value) for kind in Kind}
_HAN = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]")


def entities(sheet: Sheet) -> None:
    """Types, names, codes; evidence is the first mention, and for a name the first mention under that name."""
    same_script = sheet.original == sheet.facts.page.text
    for entity in sheet.facts.entities:
        subject = identified(sheet.facts, entity).id
        iri(subject)
        if not entity.mentions:
            raise ValueError(f"{sheet.article.source}: {entity.kind.value} {entity.name!r} is mentioned nowhere")
        first = sheet.spans(entity.mentions[:1])
        if entity.label:
            sheet.labels[subject] = entity.label
        sheet.state(subject, TYPE, _CLASS_TERMS[entity.kind], first)
        if entity.subclass:
            sheet.state(subject, TYPE, pk(entity.subclass), first)
        if entity.code:
            sheet.state(subject, NOTATION, quoted(entity.code), first)
            sheet.coded.add((entity.code, subject))
        if entity.division:
            sheet.in_division[subject, entity.division] |= first
        if same_script and not entity.aliases:
            sheet.names[subject][entity.name] |= first
            continue
        _names(sheet, entity, first)


def _names(sheet: Sheet, entity: Entity, first: Spans) -> None:
    subject = entity.id
    wordings = sheet.wordings(entity.mentions)
    said = {repaired: span for repaired, _, span in reversed(wordings)}

    def spans(name: str) -> Spans:
        return sheet.spans([said[name]]) if name in said else first

    sheet.names[subject][entity.name] |= spans(entity.name)
    for alias in entity.aliases:
        language = ENGLISH if re.search("[A-Za-z]{2}", alias) and not _HAN.search(alias) else SIMPLIFIED
        sheet.other_names[subject][tagged(alias, language)] |= spans(alias)
    for repaired, original, span in wordings:
        if repaired in entity.pointers:
            continue
        # Traditional script, not damage: every character that differs is a Han character for a Han character.
        if original != repaired and all(a == b or _HAN.match(a) for a, b in zip(original, repaired, strict=True)):
            sheet.other_names[subject][tagged(original, "zh-hant")] |= sheet.spans([span])


def roles(sheet: Sheet) -> None:
    """Posts and tenures. A tenure's days are settled over all articles; a former post attests none."""
    base = sheet.base
    attending = _attendance(sheet)
    for role in sheet.facts.roles:
        person = sheet.entity(role.person, Kind.PERSON).id
        body = sheet.entity(role.organization, *BODIES).id if role.organization else None
        title = role.title.removeprefix("原").removeprefix("前") if role.former else role.title
        post = post_iri(base, title, body, person)
        tenure = tenure_iri(base, person, post)
        spans = sheet.spans(role.evidence)
        sheet.posts[post] = (body, title)
        sheet.post_spans[post] |= spans
        sheet.state(post, TYPE, pk("Post"), spans)
        sheet.state(post, pk("title"), quoted(title), spans)
        sheet.state(tenure, TYPE, pk("Tenure"), spans)
        sheet.state(tenure, pk("tenureOf"), f"<{person}>", spans)
        sheet.state(tenure, pk("inPost"), f"<{post}>", spans)
        if body:
            sheet.state(post, pk("postIn"), f"<{body}>", spans)
            sheet.state(tenure, pk("tenureAt"), f"<{body}>", spans)
        if role.former:
            sheet.state(tenure, pk("isFormer"), boolean(True), spans)
        elif attested := attending(role.person):
            sheet.attested[tenure][attested] |= spans


def _attendance(sheet: Sheet) -> Callable[[str], Period | None]:
    """When the article attests a person's posts: on the last day of the events where they were present, else on the day
    of what it reports, else on that of publication. The year of an event may be known to another article."""
    facts, dates = sheet.facts, {}
    for o in facts.occurrences:
        day = o.until or o.date
        if day and day.startswith("--") and (year := sheet.years.get(day)):
            day = year + day[1:]
        if day and (period := read_period(day)) and period.dated:
            dates[o.event] = period
    told = facts.reported or facts.page.published
    default = (read_period(told) if told else None) or hull(dates.values())
    present: dict[str, list[Period]] = {}
    for relation in facts.relations:
        at_event = relation.subject.kind is Kind.PERSON and relation.object.kind is Kind.EVENT
        if at_event and relation.predicate in _PRESENCE and relation.object.name in dates:
            present.setdefault(relation.subject.name, []).append(dates[relation.object.name])
    return lambda person: hull(present.get(person, ())) or default


def _days(occurrence: Occurrence) -> str | None:
    """The day of an event, or first/last of several."""
    if occurrence.until and occurrence.date and not occurrence.date.startswith("--"):
        return f"{occurrence.date}/{occurrence.until}"
    return occurrence.date


def occurrences(sheet: Sheet) -> None:
    """When and where an event took place, and its theme."""
    for occurrence in sheet.facts.occurrences:
        event = sheet.entity(occurrence.event, Kind.EVENT).id
        spans = sheet.spans(occurrence.evidence)
        sheet.state(event, TYPE, _CLASS_TERMS[Kind.EVENT], spans)  # that it took place, if nothing else
        if occurrence.date or occurrence.date_as_written:
            period = state_period(sheet, _days(occurrence), occurrence.date_as_written, spans)
            sheet.state(event, pk("occurredDuring"), f"<{period}>", spans)
        if occurrence.place:
            place = sheet.entity(occurrence.place, *VENUES).id
            sheet.state(event, pk("locatedIn"), f"<{place}>", spans)
        if occurrence.theme:
            theme = theme_iri(sheet.base, occurrence.theme)
            label = tagged(occurrence.theme, SIMPLIFIED)
            sheet.state(event, pk("theme"), f"<{theme}>", spans)
            sheet.state(theme, TYPE, pk("Theme"), spans)
            sheet.state(theme, LABEL, label, spans)
            sheet.state(theme, PREF_LABEL, label, spans)


def state_period(sheet: Sheet, stated: str | None, as_written: str | None, spans: Spans) -> str:
    """The IRI of a period, described. What is no date that we can read is kept as it is written."""
    period = read_period(stated) if stated else None
    if period is None:
        as_written = as_written or stated
    subject = period_iri(sheet.base, period, as_written, sheet.document)
    sheet.state_period(subject, period, spans)
    if as_written:
        sheet.state(subject, pk("asWritten"), quoted(as_written), spans)
    return subject


def outcomes(sheet: Sheet) -> None:
    """Quantities with their bounds."""
    for outcome in sheet.facts.outcomes:
        subject = outcome_iri(outcome, sheet.facts, sheet.base)
        spans = sheet.spans(outcome.evidence)
        for predicate, value in _quantity(outcome):
            sheet.state(subject, predicate, value, spans)
        for entity in subjects(outcome, sheet.facts):
            sheet.state(subject, pk("outcomeOf"), f"<{entity.id}>", spans)
        if outcome.as_of:
            period = state_period(sheet, outcome.as_of, None, spans)
            sheet.state(subject, pk("asOf"), f"<{period}>", spans)


def _quantity(outcome: Outcome) -> list[tuple[str, str]]:
    stated = [
        (TYPE, pk("Outcome")),
        (pk("counts"), quoted(outcome.what)),
        (pk("value"), decimal(outcome.value)),
        (pk("modifier"), quoted(outcome.modifier.value)),
        (pk("asWritten"), quoted(outcome.as_written)),
        (pk("isTarget"), boolean(outcome.is_target)),
    ]
    if outcome.unit:
        stated.append((pk("unit"), quoted(outcome.unit)))
    if outcome.lower is not None:
        stated += [(pk("lower"), decimal(outcome.lower)), (pk("lowerOpen"), boolean(outcome.lower_open))]
    if outcome.upper is not None:
        stated += [(pk("upper"), decimal(outcome.upper)), (pk("upperOpen"), boolean(outcome.upper_open))]
    return stated


def relations(sheet: Sheet) -> None:
    """One property a predicate."""
    for relation in sheet.facts.relations:
        subject = resolve(sheet.facts, relation.subject.name, relation.subject.kind).id
        value = resolve(sheet.facts, relation.object.name, relation.object.kind).id
        if relation.predicate not in _PREDICATE_TERMS:
            raise ValueError(f"{sheet.article.source}: no such predicate: {relation.predicate}")
        sheet.state(subject, _PREDICATE_TERMS[relation.predicate], f"<{value}>", sheet.spans(relation.evidence))


def releases(sheet: Sheet) -> None:
    """Documents released at events."""
    for release in sheet.facts.releases:
        document = sheet.entity(release.document, Kind.DOCUMENT).id
        event = sheet.entity(release.event, Kind.EVENT).id
        sheet.state(document, pk("releasedAt"), f"<{event}>", sheet.spans(release.evidence))


def directions(sheet: Sheet) -> None:
    """The numbered points that a speaker set out."""
    for direction in sheet.facts.directions:
        speaker = resolve(sheet.facts, direction.speaker.name, direction.speaker.kind).id
        subject = direction_iri(sheet.base, direction, speaker)
        spans = sheet.spans(direction.evidence)
        sheet.state(subject, TYPE, pk("Direction"), spans)
        sheet.state(subject, pk("statedBy"), f"<{speaker}>", spans)
        sheet.state(subject, pk("ordinal"), integer(direction.ordinal), spans)
        sheet.state(subject, pk("text"), quoted(direction.text), spans)
        if direction.event:
            event = sheet.entity(direction.event, Kind.EVENT).id
            sheet.state(subject, pk("statedAt"), f"<{event}>", spans)


def topics(sheet: Sheet) -> None:
    """What programs, events and outcomes are about."""
    for topic in sheet.facts.topics:
        if isinstance(topic.of, Outcome):
            subject = outcome_iri(topic.of, sheet.facts, sheet.base)
        else:
            subject = resolve(sheet.facts, topic.of.name, topic.of.kind).id
        spans = sheet.spans(topic.evidence)
        sheet.state(subject, pk("about"), iri(THEMES + topic.theme), spans)
        sheet.themes.add(topic.theme)


FAMILIES = (entities, roles, occurrences, outcomes, relations, releases, directions, topics)
