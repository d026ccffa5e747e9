"""One identity across articles: which entities of several articles are the same thing, and the IRI of each.

    sightings → keys of their own → merges that a rule proposes and no refusal forbids → decisions → IRIs

Entities of one class and one key are one. The key of a body, place, programme or document is its name in the form that all spellings
share; rules then merge short forms and former names. Persons and events of one name are one where nothing known of them disagrees. The IRI
hangs on class, name and, where a name has several bearers, on what tells them apart; so it is the same whatever the order of the articles.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.entities import bodies, people
from kg.entities.decisions import Decision
from kg.entities.iri import BASE, mint
from kg.entities.occasions import occasions
from kg.entities.portrait import Atom, Judgement, Sighting
from kg.entities.rulings import TYPES, Ruling, Rulings, known
from kg.entities.setting import Setting
from kg.model import ArticleFacts, Entity, Kind

_MARKS = str.maketrans("–—－～~()", "-----（）", "“”‘’《》 　")  # marks in which spellings of a title differ
NAMED = (Kind.ORGANIZATION, Kind.PROGRAM)  # classes of things that go by short forms


@dataclass(frozen=True)
class Identities:
    """What was settled: `facts` with the IRIs; the key of each sighting; which bodies were merged, which refused; the decisions."""

    facts: tuple[ArticleFacts, ...]
    base: str
    sightings: tuple[Sighting, ...]
    keys: dict[Atom, str]
    judgements: tuple[Judgement, ...]
    rulings: tuple[Ruling, ...]

    def iri(self, kind: Kind, key: str) -> str:
        """The IRI of the entity of this class with this key."""
        return mint(self.base, TYPES[kind], key)


def identify(facts: Sequence[ArticleFacts], base: str = BASE, decisions: Sequence[Decision] = ()) -> list[ArticleFacts]:
    """The same facts, each entity with the IRI of the one thing that it is in all of the articles.

    Raises kg.entities.decisions.DecisionError for a decision that can't be carried out.
    """
    return list(settle(facts, base, decisions).facts)


def settle(facts: Sequence[ArticleFacts], base: str = BASE, decisions: Sequence[Decision] = ()) -> Identities:
    """The same, with what led to it."""
    settings = [Setting(f) for f in facts]
    events = occasions(settings)
    sightings = tuple(Sighting(s, e, _key(e, s, events)) for s in settings for e in s.facts.entities)
    keys = {s.atom: s.key for s in sightings}
    judged = _merge_named(sightings, keys)
    _tell_people_apart(sightings, keys)
    rulings = Rulings([known(s) for s in sightings], keys, base) if decisions else None
    ruled = rulings.carry_out(decisions) if rulings else []
    labels = {**current_labels(judged), **(rulings.labels if rulings else {})}
    named = tuple(identified(s, base, _keys_of(s, keys), labels) for s in settings)
    return Identities(named, base, sightings, keys, tuple(judged), tuple(ruled))


def _keys_of(setting: Setting, keys: Mapping[Atom, str]) -> Callable[[Entity], str]:
    article = setting.facts.page.article.sha256
    return lambda entity: keys[article, entity.kind, entity.name]


def identified(
    setting: Setting, base: str, key_of: Callable[[Entity], str], labels: Mapping[tuple[Kind, str], str]
) -> ArticleFacts:
    """The facts of an article, its entities with the IRIs and labels that go with their keys."""

    def with_iri(entity: Entity) -> Entity:
        e, key, division = entity, key_of(entity), setting.division(entity)
        iri, label, code = (
            mint(base, TYPES[e.kind], key),
            labels.get((e.kind, key), ""),
            division.code if division else None,
        )
        return Entity(e.kind, e.name, e.mentions, e.aliases, e.subclass, e.code, iri, e.pointers, label, code)

    return replace(setting.facts, entities=tuple(map(with_iri, setting.facts.entities)))


def _key(entity: Entity, setting: Setting, events: dict[tuple[str, str], str]) -> str:
    """The key that an entity has by itself; that of a person is settled later."""
    if entity.kind is Kind.EVENT:
        return events[setting.facts.page.article.sha256, entity.name]
    return own_key(entity, setting)


def own_key(entity: Entity, setting: Setting) -> str:
    """The key of an entity as far as its article alone goes; that of an event hangs on other articles from the first."""
    if entity.kind is Kind.PERSON:
        return entity.name + setting.mark
    if entity.kind is Kind.ORGANIZATION:
        return setting.body(entity.name)
    if entity.kind is Kind.PLACE:
        return setting.place(entity)
    key = entity.name.translate(_MARKS)
    return setting.document(entity.name, key) if entity.kind is Kind.DOCUMENT else setting.program(key)


def _merge_named(sightings: Sequence[Sighting], keys: dict[Atom, str]) -> list[Judgement]:
    """Bodies and programmes under several names get one key."""
    judged: list[Judgement] = []
    for kind in NAMED:
        groups: dict[str, list[Sighting]] = {}
        for s in sightings:
            if s.entity.kind is kind:
                groups.setdefault(s.key, []).append(s)
        became, told = bodies.merges(bodies.portrait(kind, key, group) for key, group in groups.items())
        keys.update({s.atom: became[key] for key in became for s in groups[key]})
        judged += told
    return judged


def _tell_people_apart(sightings: Sequence[Sighting], keys: dict[Atom, str]) -> None:
    named: dict[str, list[Sighting]] = {}
    for s in sightings:
        if s.entity.kind is Kind.PERSON:
            named.setdefault(s.entity.name, []).append(s)
    for name, seen in named.items():
        if len(seen) == 1:  # nobody to be told apart from
            keys[seen[0].atom] = name
            continue
        for person in people.bearers(name, map(people.portrait, seen)):
            keys.update({s.atom: person.key for s in person.sightings})


def current_labels(judged: Sequence[Judgement]) -> dict[tuple[Kind, str], str]:
    """A body that was renamed goes by its current name, however long its former one."""
    return {(j.one.kind, j.one.key): j.one.name for j in judged if j.merged and j.name == "renamed body"}
