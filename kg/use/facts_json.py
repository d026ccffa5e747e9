"""What an article says, as one line of JSON: the public face of extraction.

Offsets are pairs [start, end) of code points in the text as decoded from the file. Keys stand in a fixed order; later
versions may add keys, none is renamed.
"""

import json
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from kg.entities.iri import BASE
from kg.mentions.lexicon import words
from kg.model import ArticleFacts, Entity, Kind, Occurrence, Outcome, Span
from kg.rdf.iris import outcome_iri

Json = dict[str, Any]


def facts_json(facts: ArticleFacts, base: str = BASE) -> str:
    """One line without its line break; lists in order of first mention. `base` is what the graph's IRIs begin with."""
    return json.dumps(facts_object(facts, base), ensure_ascii=False)


def facts_object(facts: ArticleFacts, base: str = BASE) -> Json:
    """The same as an object of plain Python values."""
    page = facts.page
    return {
        "id": page.article.id,
        "source": page.article.source,
        "sha256": page.article.sha256,
        "title": page.title,
        "published": page.published,
        "publisher": page.publisher,
        "persons": [_person(e, facts) for e in _of(facts, Kind.PERSON)],
        # A state or a government that only a post implies (泰国总理, 青岭县县长) is named there alone.
        "organizations": [
            _named(e) | {"class": e.subclass or "Organization"}
            for e in _of(facts, Kind.ORGANIZATION)
            if not _is_implied(e, facts)
        ],
        "programs": [_named(e) for e in _of(facts, Kind.PROGRAM)],
        "documents": [_document(e, facts) for e in _of(facts, Kind.DOCUMENT)],
        "events": [_event(e, facts) for e in _of(facts, Kind.EVENT)],
        "outcomes": [_outcome(o, facts, base) for o in facts.outcomes],
        "relations": [
            {
                "subject": r.subject.name,
                "predicate": r.predicate,
                "object": r.object.name,
                "evidence": _pairs(r.evidence),
                "rule": r.rule,
            }
            for r in facts.relations
        ],
        "directions": [
            {
                "speaker": d.speaker.name,
                "event": d.event,
                "ordinal": d.ordinal,
                "text": d.text,
                "evidence": _pairs(d.evidence),
                "rule": d.rule,
            }
            for d in facts.directions
        ],
        "places": [_named(e) | {"code": e.code} for e in _of(facts, Kind.PLACE)],
    }


def _of(facts: ArticleFacts, kind: Kind) -> list[Entity]:
    return sorted(facts.of(kind), key=lambda e: min(e.mentions))


_PLACES = ("省", "州", "县", "邦")  # 加拿大安大略省省长


def _is_implied(body: Entity, facts: ArticleFacts) -> bool:
    """Whether the article tells but who heads it of a state, or of a government that it never names: 青岭县县长."""
    raw = facts.page.article.text
    is_government = body.name.endswith("政府") and not any(raw[s.start : s.end].endswith("府") for s in body.mentions)
    if not is_government and body.name not in words("countries.tsv") and not body.name.endswith(_PLACES):
        return False
    posts = {s for r in facts.roles if r.organization == body.name for s in r.evidence}
    told = any(body.name in (r.subject.name, r.object.name) for r in facts.relations)
    counted = any(o.organization == body.name for o in facts.outcomes)
    return posts.issuperset(body.mentions) and not told and not counted


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[s.start, s.end] for s in sorted(set(spans))]


def _named(entity: Entity) -> Json:
    return {
        "id": entity.id,
        "name": entity.name,
        "aliases": [*entity.aliases, *entity.pointers],
        "mentions": _pairs(entity.mentions),
    }


def _person(person: Entity, facts: ArticleFacts) -> Json:
    return {
        "id": person.id,
        "name": person.name,
        "mentions": _pairs(person.mentions),
        "roles": [
            {
                "title": r.title,
                "organization": r.organization,
                "evidence": _pairs(r.evidence),
                "former": r.former,
                "rule": r.rule,
            }
            for r in facts.roles
            if r.person == person.name
        ],
        "aliases": list(person.aliases),
    }


def _document(document: Entity, facts: ArticleFacts) -> Json:
    events = [r.event for r in facts.releases if r.document == document.name]
    return {
        "id": document.id,
        "name": document.name,
        "mentions": _pairs(document.mentions),
        "aliases": list(document.aliases),
        "class": document.subclass or "Document",
        "releasedAt": events[0] if events else None,
    }


def _event(event: Entity, facts: ArticleFacts) -> Json:
    said = [o for o in facts.occurrences if o.event == event.name]
    return {
        "id": event.id,
        "name": event.name,
        "date": _first(said, "date"),
        "place": _first(said, "place"),
        "evidence": _pairs(s for o in said for s in o.evidence) if said else _pairs(event.mentions),
        "theme": _first(said, "theme"),
        "until": _first(said, "until"),
        "dateAsWritten": _first(said, "date_as_written"),
        "mentions": _pairs(event.mentions),
        "aliases": list(event.aliases),
    }


def _first(said: Sequence[Occurrence], name: str) -> str | None:
    return next((value for o in said if (value := getattr(o, name)) is not None), None)


def _outcome(outcome: Outcome, facts: ArticleFacts, base: str) -> Json:
    return {
        "id": outcome_iri(outcome, facts, base),
        "value": _number(outcome.value),
        "modifier": outcome.modifier.value,
        "unit": outcome.unit,
        "what": outcome.what,
        "program": outcome.programs[0] if outcome.programs else None,
        "evidence": _pairs(outcome.evidence),
        "programs": list(outcome.programs),
        "organization": outcome.organization,
        "lower": _number(outcome.lower),
        "upper": _number(outcome.upper),
        "lowerOpen": outcome.lower_open,
        "upperOpen": outcome.upper_open,
        "asWritten": outcome.as_written,
        "asOf": outcome.as_of,
        "isTarget": outcome.is_target,
        "rule": outcome.rule,
    }


def _number(value: Decimal | None) -> int | float | None:
    """An integer where it is one; else the float that prints as the decimal does (87.88)."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
