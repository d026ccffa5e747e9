"""Bodies and programmes under several names: which names across articles are of one.

Names of one spelling have one key already. Beyond that a rule must propose a pair, and no refusal forbid it: a body that was renamed, a
short form that another article explains, a name without its place in an article about that place.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from kg.entities.body_keys import place_in
from kg.entities.candidates import PLACE, proposals
from kg.entities.portrait import Judgement, Line, Portrait, Sighting
from kg.entities.refusals import BODIES, OTHERS, place_name, refused
from kg.entities.renamed import current_key, renamings
from kg.mentions.gazetteer import gazetteer
from kg.mentions.lexicon import alternation, rows
from kg.model import Kind


@lru_cache(maxsize=1 << 16)
def line_of(key: str) -> Line:
    """The codes of the divisions in which a body lies, from the province down, as its key says; empty where it does not."""
    pattern, seats = _schools()
    if school := pattern.match(key):
        return seats[school.group()]
    hit = place_in(key)
    if hit is None or len(hit.divisions) != 1:
        return ()
    return tuple(d.code for d in gazetteer().path(hit.divisions[0]))


@cache
def _schools() -> tuple[re.Pattern[str], dict[str, Line]]:
    """Universities whose name does not say where they lie, at the head of a key, and where that is."""
    seats = {}
    for name, seat in rows("school_places.tsv", 2):
        division = gazetteer().resolve(seat)
        assert division is not None  # a test reads the table
        seats[name] = tuple(d.code for d in gazetteer().path(division))
    return re.compile(alternation(seats)), seats


def portrait(kind: Kind, key: str, sightings: Sequence[Sighting]) -> Portrait:
    """What all articles say of the body with this key."""
    line = line_of(key) if kind is Kind.ORGANIZATION else ()
    return Portrait(
        kind,
        key,
        frozenset([s.entity.name for s in sightings]),
        frozenset([a for s in sightings for a in s.entity.aliases]),
        frozenset([s.article for s in sightings]),
        frozenset([s.entity.subclass for s in sightings if s.entity.subclass]),
        frozenset((line,) if line else ()),
        frozenset().union(*[s.setting.around for s in sightings]),
        scenes=tuple(s.setting for s in sightings),
        sightings=tuple(sightings),
    )


def merges(portraits: Iterable[Portrait]) -> tuple[dict[str, str], list[Judgement]]:
    """Keys of bodies that are one with another → the key of that one, and each merge and refusal on the way."""
    by_key = {p.key: p for p in portraits}
    chosen: dict[str, str] = {}
    judged: list[Judgement] = []
    for key, one in sorted(by_key.items()):
        now = current_key(key) if one.kind is Kind.ORGANIZATION else key
        if now == key:
            continue
        chosen[key] = now
        if now in by_key:
            steps = "; ".join(f"{r.old} became {r.new} ({r.since}; {r.source})" for r in renamings(key))
            judged.append(Judgement(by_key[now], one, True, "renamed body", "机构更名", steps))
    for rule, owners, short in proposals(by_key):
        if short.key in chosen:
            continue
        refusals = [(o, refused(o, short, BODIES if short.kind is Kind.ORGANIZATION else OTHERS)) for o in owners]
        judged += [Judgement(o, short, False, no[0].name, no[0].chinese, no[1]) for o, no in refusals if no]
        left = [o for o, no in refusals if not no and _end(o.key, chosen) != short.key]
        if len(left) == 1:
            chosen[short.key] = left[0].key
            judged.append(Judgement(left[0], short, True, *rule, _why(rule[0], left[0], short)))
        else:
            why = f"{len(left)} bodies have this short form"
            judged += [Judgement(o, short, False, "several bodies", "简称不唯一", why) for o in left]
    return {key: _end(key, chosen) for key in chosen}, judged


def _why(rule: str, owner: Portrait, short: Portrait) -> str:
    """What a merge rests on: the article that explains the short form, or the place that the articles are about."""
    said = sorted(s.setting.facts.page.article.source for s in owner.sightings if short.name in s.entity.aliases)
    if said:
        return f"{said[0]} calls {owner.name} so"
    if rule == PLACE[0]:
        return f"every article that names {short.name} is about {place_name(min(owner.lines)[:1])}"
    return f"{owner.name} and no other is called so"


def _end(key: str, chosen: dict[str, str]) -> str:
    seen = {key}
    while key in chosen and chosen[key] not in seen:
        key = chosen[key]
        seen.add(key)
    return key
