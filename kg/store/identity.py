"""Identity as a store keeps it: what a change touches is settled anew, by the functions that settle a whole build.

What two articles say can be of one thing only where they share a *block*: a person's name, what an event's name comes
to, or linked keys of bodies and programmes. A block in which nothing new is said is not looked at again: 教育部 may be
named in every article of the store.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from kg.entities import bodies, people
from kg.entities.candidates import linked_keys
from kg.entities.identify import NAMED, current_labels, own_key
from kg.entities.occasions import Seen, event_block, keys_of, seen_event
from kg.entities.portrait import Judgement, Portrait, Sighting
from kg.entities.refusals import LISTING
from kg.entities.setting import Setting
from kg.model import Entity, Kind
from kg.store.registry import Registry, dumps

RENAMED = "renamed"  # the origin of a label: a body goes by its current name
_SIMPLE = "one"  # of a block of persons: one bearer, whose bodies hang together


@dataclass(frozen=True, slots=True)
class Scene:
    """What an article is about (see kg.entities.portrait.Scene)."""

    around: frozenset[str]
    is_central: bool = False


@dataclass
class Touched:
    """Blocks in which sightings came or went; in those in `changed`, what is said of a thing is not what it was."""

    blocks: set[tuple[Kind, str]] = field(default_factory=set)
    changed: set[tuple[Kind, str]] = field(default_factory=set)


def forget(registry: Registry, number: int, found: Touched) -> None:
    """Take an article's sightings out."""
    rows = registry.rows("SELECT kind, block, traits FROM sighting WHERE article = ?", number)
    registry.run("DELETE FROM sighting WHERE article = ?", [(number,)])
    for kind, block, traits in rows:
        found.blocks.add((Kind(kind), block))
        if not _is_said(registry, Kind(kind), block, traits):
            found.changed.add((Kind(kind), block))
    pairs = registry.rows("SELECT own, other FROM beside WHERE article = ?", number)
    registry.run("DELETE FROM beside WHERE article = ?", [(number,)])
    found.changed.update((Kind.ORGANIZATION, own) for own, other in pairs if not _is_beside(registry, own, other))


def enter(registry: Registry, number: int, setting: Setting, found: Touched) -> None:
    """Put an article's sightings in."""
    for entity in setting.facts.entities:
        kind, own, block, record, traits = _row(entity, setting)
        if block:
            found.blocks.add((kind, block))
            if not _is_said(registry, kind, block, traits):
                found.changed.add((kind, block))
        settled = "" if block else own
        row = (number, kind, entity.name, own, block, record, traits, settled, settled)
        registry.run("INSERT INTO sighting VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", [row])
    for own, other in _side_by_side(setting):
        if not _is_beside(registry, own, other):
            found.changed.add((Kind.ORGANIZATION, own))
        registry.run("INSERT OR IGNORE INTO beside VALUES (?, ?, ?)", [(own, other, number)])


def settle(registry: Registry, found: Touched) -> set[int]:
    """Settle the blocks that were touched; the numbers of the articles in which an entity has another key or label now.

    Articles that are new are among them.
    """
    dirty: set[int] = set()
    for kind, block in sorted(found.blocks):
        if kind is Kind.PERSON:
            dirty |= _settle_persons(registry, block, (kind, block) in found.changed)
        elif kind is Kind.EVENT:
            dirty |= _settle_events(registry, block)
    for kind in NAMED:
        dirty |= _settle_named(
            registry,
            kind,
            {block for k, block in found.blocks if k is kind},
            {block for k, block in found.changed if k is kind},
        )
    return dirty


def _is_said(registry: Registry, kind: Kind, block: str, traits: str) -> bool:
    query = "SELECT 1 FROM sighting WHERE kind = ? AND block = ? AND traits = ? LIMIT 1"
    return registry.one(query, kind, block, traits) is not None


def _is_beside(registry: Registry, own: str, other: str) -> bool:
    return registry.one("SELECT 1 FROM beside WHERE own = ? AND other = ? LIMIT 1", own, other) is not None


def _settled(registry: Registry, kind: Kind, own: str) -> str | None:
    """What was settled of the persons of a name, or of a body or programme by its key."""
    return registry.value("SELECT settled FROM named WHERE kind = ? AND own = ?", kind, own)


def _row(entity: Entity, setting: Setting) -> tuple[Kind, str, str, str, str]:
    """The class, own key, block, record and traits of a sighting. Equal traits in a block say equal things of it."""
    kind, aliases = entity.kind, sorted(entity.aliases)
    if kind is Kind.PERSON:
        own = own_key(entity, setting)
        record, traits = _person_record(people.portrait(Sighting(setting, entity, own)), setting)
        return kind, own, entity.name, dumps([aliases, *record]), _digest([aliases, *traits])
    if kind is Kind.EVENT:
        seen = seen_event(entity.name, setting)
        record = [seen.year, seen.day, seen.last, seen.said_today, seen.places, seen.holders]
        return kind, "", event_block(entity.name), dumps([aliases, *record]), ""
    own = own_key(entity, setting)
    if kind in NAMED:
        record = [entity.subclass or "", sorted(setting.around)]
        return kind, own, own, dumps([aliases, *record]), _digest([entity.name, aliases, *record])
    return kind, own, "", dumps([aliases]), ""


def _digest(record: Sequence[object]) -> str:
    return hashlib.blake2s(dumps(record).encode(), digest_size=9).hexdigest()


# Persons.


def _person_record(one: Portrait, setting: Setting) -> tuple[list[object], list[object]]:
    """A person's portrait as JSON has it, and the same without the days of the posts."""
    said: list[object] = [sorted(one.around), setting.is_central, sorted(one.lines), sorted(one.bodies)]
    said += [sorted(one.callings), one.national]
    return [*said, sorted(one.posts)], [*said, sorted({post[:2] for post in one.posts})]


def _person(name: str, article: str, record: str) -> Portrait:
    aliases, around, central, lines, held, callings, national, posts = json.loads(record)
    provinces = frozenset(around)
    return Portrait(
        Kind.PERSON,
        name,
        frozenset((name,)),
        frozenset(aliases),
        frozenset((article,)),
        lines=frozenset(map(tuple, lines)),
        around=provinces,
        bodies=frozenset(held),
        posts=frozenset(map(tuple, posts)),
        callings=frozenset(callings),
        national=national,
        scenes=(Scene(provinces, central),),
    )


def _settle_persons(registry: Registry, name: str, changed: bool) -> set[int]:
    """The persons of one name. Where one person bears it and nothing new is said of that person, those who are new are
    that person too: days alone tell no one from another whose bodies hang together."""
    if not changed and _settled(registry, Kind.PERSON, name) == _SIMPLE:
        return _put(registry, Kind.PERSON, name, _always(name), "AND settled = ''")
    rows = registry.rows(
        "SELECT a.sha256, s.record FROM sighting s JOIN article a ON a.number = s.article "
        "WHERE s.kind = ? AND s.block = ?",
        Kind.PERSON,
        name,
    )
    registry.run("DELETE FROM named WHERE kind = ? AND own = ?", [(Kind.PERSON, name)])
    if not rows:
        return set()
    seen = [_person(name, article, record) for article, record in rows]
    found = people.bearers(name, seen)
    simple = len(found) == 1 and people.are_of_one_body(seen)
    registry.run("INSERT INTO named VALUES (?, ?, ?)", [(Kind.PERSON, name, _SIMPLE if simple else "several")])
    keys = {(article, name): person.key for person in found for article in person.articles}
    return _put(registry, Kind.PERSON, name, lambda row: keys[row])


# Events.


def _settle_events(registry: Registry, block: str) -> set[int]:
    rows = registry.rows(
        "SELECT a.sha256, s.name, s.record FROM sighting s JOIN article a ON a.number = s.article "
        "WHERE s.kind = ? AND s.block = ?",
        Kind.EVENT,
        block,
    )
    keys = keys_of([_event(article, name, record) for article, name, record in rows])
    return _put(registry, Kind.EVENT, block, lambda row: keys[row])


def _event(article: str, name: str, record: str) -> Seen:
    _, year, day, last, today, places, holders = json.loads(record)
    return Seen(article, name, year, day, last, today, tuple(places), tuple(holders))


def _always(key: str) -> Callable[[tuple[str, str]], str]:
    return lambda row: key


def _put(
    registry: Registry,
    kind: Kind,
    block: str,
    key_of: Callable[[tuple[str, str]], str],
    which: str = "",
) -> set[int]:
    """Give the sightings of a block their keys; the articles in which one has another key than before."""
    rows = registry.rows(
        "SELECT s.article, a.sha256, s.name, s.settled FROM sighting s JOIN article a ON a.number = s.article "
        f"WHERE s.kind = ? AND s.block = ? {which}",
        kind,
        block,
    )
    moved = [
        (key, key, number, kind, name)
        for number, article, name, settled in rows
        if (key := key_of((article, name))) != settled
    ]
    registry.run("UPDATE sighting SET settled = ?, key = ? WHERE article = ? AND kind = ? AND name = ?", moved)
    return {int(number) for _, _, number, _, _ in moved}


# Bodies and programmes.


def _side_by_side(setting: Setting) -> set[tuple[str, str]]:
    """Pairs of keys of bodies that the article lists side by side."""
    starts: defaultdict[int, set[str]] = defaultdict(set)
    mentions = [(m, setting.body(e.name)) for e in setting.facts.of(Kind.ORGANIZATION) for m in e.mentions]
    for span, key in mentions:
        starts[span.start].add(key)
    text = setting.facts.page.article.text
    pairs: set[tuple[str, str]] = set()
    for span, key in mentions:
        if span.end < len(text) and text[span.end] in LISTING:
            pairs.update((key, other) for other in starts.get(span.end + 1, ()))
    return pairs | {(other, key) for key, other in pairs}


def _portrait(registry: Registry, kind: Kind, own: str) -> Portrait | None:
    """What all articles say of the body with this key; None where none names it."""
    rows = registry.rows("SELECT DISTINCT name, record FROM sighting WHERE kind = ? AND block = ?", kind, own)
    if not rows:
        return None
    records = [json.loads(record) for _, record in rows]
    scenes = {frozenset(around) for _, _, around in records}
    line = bodies.line_of(own) if kind is Kind.ORGANIZATION else ()
    beside = registry.rows("SELECT DISTINCT other FROM beside WHERE own = ?", own) if kind is Kind.ORGANIZATION else []
    return Portrait(
        kind,
        own,
        frozenset(name for name, _ in rows),
        frozenset(alias for aliases, _, _ in records for alias in aliases),
        classes=frozenset(subclass for _, subclass, _ in records if subclass),
        lines=frozenset((line,) if line else ()),
        around=frozenset(code for scene in scenes for code in scene),
        beside=frozenset(other for (other,) in beside),
        scenes=tuple(Scene(scene) for scene in sorted(scenes, key=sorted)),
    )


def _settle_named(registry: Registry, kind: Kind, blocks: set[str], changed: set[str]) -> set[int]:
    dirty: set[int] = set()
    dirty |= _settle_linked(registry, kind, changed)
    for own in sorted(blocks):
        settled = _settled(registry, kind, own)
        if settled is not None:
            dirty |= _put(registry, kind, own, _always(settled), "AND settled = ''")
    return dirty


def _settle_linked(registry: Registry, kind: Kind, changed: set[str]) -> set[int]:
    """Settle anew the bodies of which something new is said, with all that are linked to them."""
    portraits: dict[str, Portrait | None] = {}
    reached: set[str] = set()
    waiting = set(changed)
    while waiting:
        own = waiting.pop()
        reached.add(own)
        one = portraits[own] = _portrait(registry, kind, own)
        near = _neighbours(registry, kind, own)
        if own in changed:
            registry.run("DELETE FROM link WHERE kind = ? AND own = ?", [(kind, own)])
            if one is not None:
                registry.run(
                    "INSERT INTO link VALUES (?, ?, ?)", [(kind, own, other) for other in sorted(linked_keys(one))]
                )
                near |= _neighbours(registry, kind, own)
        waiting |= near - reached
    present = [one for one in portraits.values() if one is not None]
    became, judged = bodies.merges(present)
    dirty: set[int] = set()
    for own, one in sorted(portraits.items()):
        settled = became.get(own, own) if one is not None else None
        if _settled(registry, kind, own) == settled:
            continue
        registry.run("DELETE FROM named WHERE kind = ? AND own = ?", [(kind, own)])
        if settled is not None:
            registry.run("INSERT INTO named VALUES (?, ?, ?)", [(kind, own, settled)])
            dirty |= _put(registry, kind, own, _always(settled))
    return dirty | _put_labels(registry, kind, judged, {*portraits, *(became.get(own, own) for own in portraits)})


def _neighbours(registry: Registry, kind: Kind, own: str) -> set[str]:
    """Keys of bodies that are linked to this one, or to which it is, as far as an article names them or did so."""
    ahead = registry.rows("SELECT other FROM link WHERE kind = ? AND own = ?", kind, own)
    back = registry.rows("SELECT own FROM link WHERE kind = ? AND other = ?", kind, own)
    return {
        key
        for (key,) in {*ahead, *back}
        if registry.one("SELECT 1 FROM sighting WHERE kind = ? AND block = ? LIMIT 1", kind, key)
        or _settled(registry, kind, key) is not None
    }


def _put_labels(registry: Registry, kind: Kind, judged: Iterable[Judgement], keys: set[str]) -> set[int]:
    """Bodies that were renamed go by their current names."""
    wanted = {key: text for (_, key), text in current_labels(list(judged)).items()}
    dirty: set[int] = set()
    for key in sorted(keys | wanted.keys()):
        dirty |= put_label(registry, kind, key, RENAMED, wanted.get(key))
    return dirty


def put_label(registry: Registry, kind: Kind, key: str, origin: str, text: str | None) -> set[int]:
    """Set or take away what an entity is called; the articles that name it, where that is new."""
    query = "SELECT text FROM label WHERE kind = ? AND key = ? AND origin = ?"
    if registry.value(query, kind, key, origin) == text:
        return set()
    registry.run("DELETE FROM label WHERE kind = ? AND key = ? AND origin = ?", [(kind, key, origin)])
    if text is not None:
        registry.run("INSERT INTO label VALUES (?, ?, ?, ?)", [(kind, key, origin, text)])
    return {int(n) for (n,) in registry.rows("SELECT article FROM sighting WHERE kind = ? AND key = ?", kind, key)}
