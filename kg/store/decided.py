"""Decisions on identity, carried out on what a store holds.

Those on what no article names now wait until one does: a store grows, and a decision outlives the articles that it was
made for.
"""

import json
from collections.abc import Callable, Iterator, Sequence

from kg.entities.decisions import Action, Decision
from kg.entities.iri import mint
from kg.entities.portrait import Atom
from kg.entities.rulings import TYPES, Known, Rulings, serving
from kg.entities.setting import Setting
from kg.model import Kind
from kg.store.identity import put_label
from kg.store.registry import Registry, dumps

DECIDED = "decided"  # the origin of a label, before "renamed"
ReadSetting = Callable[[int], Setting]


def carry_out(
    registry: Registry, decisions: Sequence[Decision], base: str, read: ReadSetting
) -> tuple[set[int], list[Decision]]:
    """Give sightings the keys, and entities the labels, that the decisions ask for, and no others.

    The articles in which something is another now, and the decisions that wait. Raises
    kg.entities.decisions.DecisionError for one that can't be carried out.
    """
    wanted: dict[tuple[int, Kind, str], str] = {}
    labels: dict[tuple[Kind, str], str] = {}
    waiting: list[Decision] = []
    if decisions:
        wanted, labels, waiting = _ruled(registry, decisions, base, read)
    return _put_keys(registry, wanted) | _put_labels(registry, labels), waiting


def _ruled(
    registry: Registry, decisions: Sequence[Decision], base: str, read: ReadSetting
) -> tuple[dict[tuple[int, Kind, str], str], dict[tuple[Kind, str], str], list[Decision]]:
    """The keys that are others than those that the articles settle, the labels, the decisions that wait."""
    numbers: dict[Atom, int] = {}
    keys: dict[Atom, str] = {}
    known: list[Known] = []
    for number, one, settled in _concerned(registry, decisions, base, read):
        numbers[one.atom], keys[one.atom] = number, settled
        known.append(one)
    before = dict(keys)
    rulings = Rulings(known, keys, base)
    waiting = [d for d in decisions if rulings.names_nothing(d)]
    rulings.carry_out([d for d in decisions if d not in waiting])
    moved = {(numbers[atom], *atom[1:]): key for atom, key in keys.items() if key != before[atom]}
    return moved, rulings.labels, waiting


def _concerned(
    registry: Registry, decisions: Sequence[Decision], base: str, read: ReadSetting
) -> Iterator[tuple[int, Known, str]]:
    """The sightings of which decisions speak, and all that are one with them or would be: number of the article, what
    decisions ask for, the key that the articles settle."""
    terms = {(d.kind, t) for d in decisions for t in ((d.one,) if d.action is Action.RENAME else (d.one, d.other))}
    wanted: set[tuple[Kind, str]] = set()
    for kind, term in sorted(terms):
        for own, settled in (
            _meant_by_iri(registry, kind, term, base) if "://" in term else _called(registry, kind, term)
        ):
            wanted.update(((kind, settled), (kind, own)))
    query = (
        "SELECT a.number, a.sha256, a.source, s.name, s.own, s.record, s.settled FROM sighting s "
        "JOIN article a ON a.number = s.article WHERE s.kind = ? AND s.settled = ? ORDER BY a.sha256, s.name"
    )
    for kind, key in sorted(wanted):
        for number, sha256, source, name, own, record, settled in registry.rows(query, kind, key):
            aliases, *said = json.loads(record)
            former = tuple(_former(name, said)) if kind is Kind.PERSON else ()
            one = Known(
                (sha256, kind, name), tuple(aliases), own, former, registry.article_id(sha256, source), source,
                _serving(int(number), name, read),
            )  # fmt: skip
            yield int(number), one, settled


def _serving(number: int, person: str, read: ReadSetting) -> Callable[[str], bool]:
    return lambda body: serving(read(number), person)(body)


def _former(name: str, said: Sequence[object]) -> list[str]:
    """The keys that a person has in builds of fewer articles, or of more."""
    bodies = said[3]
    assert isinstance(bodies, list)
    return [name, *(f"{name}|{body}" for body in bodies)]


def _called(registry: Registry, kind: Kind, term: str) -> list[tuple[str, ...]]:
    """The own and settled keys of what a term calls: by name, else by another name."""
    name = term.partition(" @ ")[0].strip()
    found = registry.rows("SELECT DISTINCT own, settled FROM sighting WHERE kind = ? AND name = ?", kind, name)
    if found:
        return found
    query = "SELECT DISTINCT own, settled, record FROM sighting WHERE kind = ? AND instr(record, ?) > 0"
    rows = registry.rows(query, kind, dumps(name))
    return [(own, settled) for own, settled, record in rows if name in json.loads(record)[0]]


def _meant_by_iri(registry: Registry, kind: Kind, iri: str, base: str) -> list[tuple[str, ...]]:
    """The same of an IRI: of what has it, or has it in builds of fewer articles, or of more."""

    def is_meant(key: str) -> bool:
        return mint(base, TYPES[kind], key) == iri

    if kind is Kind.PERSON:
        rows = registry.rows("SELECT DISTINCT own, settled, name, record FROM sighting WHERE kind = ?", kind)
        return [
            (own, settled)
            for own, settled, name, record in rows
            if any(map(is_meant, {own, settled, *_former(name, json.loads(record)[1:])}))
        ]
    rows = registry.rows("SELECT DISTINCT own, settled FROM sighting WHERE kind = ?", kind)
    return [(own, settled) for own, settled in rows if is_meant(own) or is_meant(settled)]


def _put_keys(registry: Registry, wanted: dict[tuple[int, Kind, str], str]) -> set[int]:
    rows = registry.rows("SELECT article, kind, name, key FROM sighting WHERE key <> settled")
    old = {(int(number), Kind(kind), name): key for number, kind, name, key in rows}
    changed = {atom for atom in old.keys() | wanted.keys() if old.get(atom) != wanted.get(atom)}
    query = "UPDATE sighting SET key = COALESCE(?, settled) WHERE article = ? AND kind = ? AND name = ?"
    registry.run(query, [(wanted.get(atom), *atom) for atom in sorted(changed)])
    return {number for number, _, _ in changed}


def _put_labels(registry: Registry, labels: dict[tuple[Kind, str], str]) -> set[int]:
    rows = registry.rows("SELECT kind, key FROM label WHERE origin = ?", DECIDED)
    dirty: set[int] = set()
    for kind, key in sorted({*labels, *((Kind(kind), key) for kind, key in rows)}):
        dirty |= put_label(registry, kind, key, DECIDED, labels.get((kind, key)))
    return dirty
