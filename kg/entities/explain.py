"""Why an entity is one thing and not another: its names by article, what was merged into it, and look-alikes with what keeps them apart.

Look-alikes are sought widely, one entity at a time: whatever shares a name, a short form, the name without its place, a post, or holds
the other's name in its own. Each passes the same refusals that a merge has to pass.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kg.entities import bodies, people
from kg.entities.candidates import Likeness
from kg.entities.decisions import Action
from kg.entities.identify import Identities
from kg.entities.occasions import seen_at
from kg.entities.portrait import Atom, Judgement, Portrait, Sighting, joined
from kg.entities.refusals import BODIES, EVENTS, OTHERS, PEOPLE, Refusal, refused
from kg.entities.rulings import Ruling
from kg.entities.setting import is_bare
from kg.model import Kind

REFUSALS: dict[Kind, tuple[Refusal, ...]] = {
    Kind.PERSON: PEOPLE,
    Kind.ORGANIZATION: BODIES,
    Kind.EVENT: EVENTS,
    Kind.PROGRAM: OTHERS,
    Kind.DOCUMENT: OTHERS,
    Kind.PLACE: (BODIES[1],),
}


@dataclass(frozen=True, slots=True)
class Listed:
    """An entity of a build: its IRI and class, the name that it goes by, all of its names, where it is named."""

    iri: str
    kind: Kind
    name: str
    names: tuple[str, ...]
    portrait: Portrait

    @property
    def sightings(self) -> tuple[Sighting, ...]:
        """In order of the articles' ids."""
        return tuple(
            sorted(self.portrait.sightings, key=lambda s: (s.setting.facts.page.article.id, s.entity.mentions))
        )


@dataclass(frozen=True, slots=True)
class Account:
    """What there is to say of one entity."""

    listed: Listed
    merged: tuple[Judgement, ...]
    apart: tuple[Judgement, ...]
    rulings: tuple[Ruling, ...]


def listed(identities: Identities, kind: Kind | None = None) -> list[Listed]:
    """The entities of a build, by class and name."""
    groups: dict[tuple[Kind, str], list[Sighting]] = {}
    for s in identities.sightings:
        if kind is None or s.entity.kind is kind:
            groups.setdefault((s.entity.kind, identities.keys[s.atom]), []).append(s)
    called = {(e.kind, e.id): e.label for f in identities.facts for e in f.entities if e.label}
    found = [_listed(identities, k, key, group, called) for (k, key), group in groups.items()]
    return sorted(found, key=lambda e: (list(Kind).index(e.kind), e.name, e.iri))


def _listed(
    identities: Identities, kind: Kind, key: str, group: Sequence[Sighting], called: dict[tuple[Kind, str], str]
) -> Listed:
    iri = identities.iri(kind, key)
    portrait = joined([_portrait(s) for s in group], key)
    name = called.get((kind, iri)) or portrait.name
    return Listed(iri, kind, name, tuple(sorted((portrait.names | portrait.aliases | {name}) - {""})), portrait)


def _portrait(s: Sighting) -> Portrait:
    if s.entity.kind is Kind.PERSON:
        return people.portrait(s)
    one = bodies.portrait(s.entity.kind, s.key, [s])
    if s.entity.kind is Kind.EVENT:
        days, line = seen_at(s.entity.name, s.setting)
        return Portrait(
            one.kind, one.key, one.names, one.aliases, one.articles, lines=line, days=days, sightings=one.sightings
        )
    return one


def explain(identities: Identities, name: str, kind: Kind | None = None) -> list[Account]:
    """An account of every entity that goes by this name or has this IRI; none where nothing does."""
    everything = listed(identities, kind)
    asked = [e for e in everything if name in (e.name, e.iri) or name in e.portrait.names]
    asked = asked or [e for e in everything if name in e.names or name in _pointers(e)]
    pointed = {e.iri for e in asked if name not in e.names}
    return [_account(identities, e, everything, pointed, name) for e in asked]


def _pointers(entity: Listed) -> set[str]:
    """The words that mean an entity in one article alone: 学校, 该联盟."""
    return {p for s in entity.portrait.sightings for p in s.entity.pointers}


def near_names(identities: Identities, kind: Kind | None = None) -> list[str]:
    """Every name that can be asked for."""
    return sorted({n for e in listed(identities, kind) for n in e.names})


def _account(
    identities: Identities, asked: Listed, everything: Sequence[Listed], pointed: set[str], word: str
) -> Account:
    """Of one entity that was asked for; `pointed` are the IRIs of those that `word` points to in their articles."""
    told = list(identities.judgements)
    if asked.kind is Kind.PERSON:
        for name in sorted(asked.portrait.names):
            seen = [
                people.portrait(s)
                for s in identities.sightings
                if (s.entity.kind, s.entity.name) == (Kind.PERSON, name)
            ]
            people.bearers(name, seen, told.append)
    mine = {s.atom for s in asked.portrait.sightings}
    about = [j for j in told if any(s.atom in mine for p in (j.one, j.other) for s in p.sightings)]
    merged = tuple(
        j for j in about if j.merged and all(any(s.atom in mine for s in p.sightings) for p in (j.one, j.other))
    )
    others = [e for e in everything if e.kind is asked.kind and e.iri != asked.iri]
    apart: dict[tuple[frozenset[str], str], Judgement] = {}
    rulings = [
        r for r in identities.rulings if r.decision.kind is asked.kind and asked.portrait.key in (r.one, r.other)
    ]
    ruled = _ruled_apart(asked, others, rulings)
    refused_at_first = (_facing(j, mine) for j in about if not j.merged)
    decided = {j.other.key for j in ruled}
    alike = (j for j in _look_alikes(asked, others, pointed, word) if j.other.key not in decided)
    for j in (*ruled, *refused_at_first, *alike):
        whom = frozenset(identities.keys[s.atom] for s in j.other.sightings)
        if whom != {asked.portrait.key}:  # refused at first, and one by way of others
            apart.setdefault((whom, j.name), j)
    return Account(asked, merged, tuple(apart.values()), tuple(rulings))


def _ruled_apart(asked: Listed, others: Sequence[Listed], rulings: Sequence[Ruling]) -> list[Judgement]:
    """What a decision keeps apart from the entity asked for."""
    keys = {key: r.decision.where for r in rulings if r.decision.action is Action.APART for key in (r.one, r.other)}
    return [
        Judgement(asked.portrait, e.portrait, False, "decided", "人工决定", keys[e.portrait.key])
        for e in others
        if e.portrait.key in keys
    ]


def _facing(judgement: Judgement, mine: set[Atom]) -> Judgement:
    """The same judgement as seen from the entity asked for, or a part of it."""
    if any(s.atom in mine for s in judgement.one.sightings):
        return judgement
    return replace(judgement, one=judgement.other, other=judgement.one)


def _look_alikes(asked: Listed, others: Iterable[Listed], pointed: set[str], word: str) -> Iterator[Judgement]:
    one = asked.portrait
    likeness = Likeness(one)
    for other in others:
        if not likeness.of(other.portrait):
            if {asked.iri, other.iri} <= pointed:
                why = f"{word} means another body in every article"
                yield Judgement(one, other.portrait, False, "too little known", "依据不足", why)
            continue
        no = refused(one, other.portrait, REFUSALS[one.kind])
        if no:
            yield Judgement(one, other.portrait, False, no[0].name, no[0].chinese, no[1])
        elif one.kind is not Kind.PERSON or one.names & other.portrait.names:
            yield Judgement(one, other.portrait, False, "too little known", "依据不足", _unsettled(one, other.portrait))


def _unsettled(one: Portrait, other: Portrait) -> str:
    bare = sorted(n for n in one.names | other.names if is_bare(n))
    if bare:
        return f"{bare[0]} means another thing in every article"
    return "nothing that the articles say makes them one"
