"""Bodies and programmes under several names: which names across articles are of one.

Names of one spelling have one key already. Beyond that a rule must propose a pair, and no refusal forbid it: a body that was renamed, a
short form that another article explains, a name without its place in an article about that place.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from kg.entities.body_names import current_key, renamings, standard_name
from kg.entities.portrait import Judgement, Line, Portrait, Sighting
from kg.entities.refusals import BODIES, OTHERS, refused
from kg.entities.setting import is_bare, path_name, place_in
from kg.mentions.body_words import is_department
from kg.mentions.gazetteer import gazetteer
from kg.mentions.resolve import spelling
from kg.model import Kind

_FORM = re.compile(
    r"(?<=[一-鿿]{2})(?:（集团）|集团)?(?:股份|控股|集团)?(?:有限责任|有限)?公司\Z|(?<=[一-鿿]{2})集团\Z"
)
_SHORTEST = 3  # characters of a short form that may stand for one body everywhere


@cache
def line_of(key: str) -> Line:
    """The codes of the divisions in which a body lies, from the province down, as its key says; empty where it does not."""
    hit = place_in(key)
    if hit is None or len(hit.divisions) != 1:
        return ()
    return tuple(d.code for d in gazetteer().path(hit.divisions[0]))


def portrait(kind: Kind, key: str, sightings: Sequence[Sighting]) -> Portrait:
    """What all articles say of the body with this key."""
    line = line_of(key) if kind is Kind.ORGANIZATION else ()
    return Portrait(
        kind,
        key,
        frozenset(s.entity.name for s in sightings),
        frozenset(a for s in sightings for a in s.entity.aliases),
        frozenset(s.article for s in sightings),
        frozenset(s.entity.subclass for s in sightings if s.entity.subclass),
        frozenset((line,) if line else ()),
        frozenset(code for s in sightings for code in s.setting.around),
        sightings=tuple(sightings),
    )


def without_place(key: str) -> str | None:
    """云岭医院 of 四川省云岭医院; None where no place stands before the name, or nothing is left that tells bodies apart."""
    hit = place_in(key)
    if hit is None or hit.start or len(hit.divisions) != 1:
        return None
    head = path_name(hit.divisions[0])
    rest = key[len(head) :] if key.startswith(head) else key[hit.end :]
    return rest or None


def _short_keys(one: Portrait) -> Iterator[str]:
    """The keys of the short forms of a body that may stand for it elsewhere."""
    for alias in one.aliases:
        key = spelling(standard_name(alias))
        if (
            len(alias) >= _SHORTEST
            and key not in (one.key, without_place(one.key))
            and not is_bare(alias)
            and not is_department(alias)
            and not _is_place(alias)
        ):
            yield key


def _is_place(name: str) -> bool:
    hit = place_in(name)
    return hit is not None and (hit.start, hit.end) == (0, len(name))


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
    for rule, owners, short in _proposals(by_key):
        if short.key in chosen:
            continue
        refusals = [(o, refused(o, short, BODIES if short.kind is Kind.ORGANIZATION else OTHERS)) for o in owners]
        judged += [Judgement(o, short, False, no[0].name, no[0].chinese, no[1]) for o, no in refusals if no]
        left = [o for o, no in refusals if not no]
        if len(left) == 1:
            chosen[short.key] = left[0].key
            judged.append(Judgement(left[0], short, True, *rule, _article_of(left[0], short)))
        else:
            why = f"{len(left)} bodies have this short form"
            judged += [Judgement(o, short, False, "several bodies", "简称不唯一", why) for o in left]
    return {key: _end(key, chosen) for key in chosen}, judged


def _article_of(owner: Portrait, short: Portrait) -> str:
    """Which article says that the short form is that of the owner."""
    said = sorted(s.setting.facts.page.article.source for s in owner.sightings if short.name in s.entity.aliases)
    return f"{said[0]} calls {owner.name} so" if said else f"{short.name} in an article about the same place"


def _end(key: str, chosen: dict[str, str]) -> str:
    seen = {key}
    while key in chosen and chosen[key] not in seen:
        key = chosen[key]
        seen.add(key)
    return key


_ALIAS = ("short form", "简称")
_STEM = ("company without its legal form", "省略公司形式")
_PLACE = ("name without its place", "省略地名")


def _proposals(by_key: dict[str, Portrait]) -> Iterator[tuple[tuple[str, str], list[Portrait], Portrait]]:
    """The rule, the bodies that a short name may mean, and the short name: blocks of the same key, never all pairs."""
    owners: dict[str, set[str]] = {}
    placeless: dict[str, set[str]] = {}
    stems: dict[str, set[str]] = {}
    for key, one in by_key.items():
        for short in _short_keys(one):
            if short in by_key:
                owners.setdefault(short, set()).add(key)
        if one.kind is not Kind.ORGANIZATION:
            continue
        if (stem := _FORM.sub("", key)) != key and len(stem) >= _SHORTEST and stem in by_key:
            stems.setdefault(stem, set()).add(key)
        if (rest := without_place(key)) in by_key and rest != key:
            placeless.setdefault(str(rest), set()).add(key)
    for short in sorted(owners):
        yield _ALIAS, [by_key[k] for k in sorted(owners[short])], by_key[short]
    for short in sorted(stems.keys() - owners.keys()):
        if not by_key[short].lines and not is_bare(short):
            yield _STEM, [by_key[k] for k in sorted(stems[short])], by_key[short]
    for short in sorted(placeless.keys() - owners.keys() - stems.keys()):
        one = by_key[short]
        around = [by_key[k] for k in sorted(placeless[short]) if _is_about(one, by_key[k])]
        if around and not one.lines and not is_bare(short):
            yield _PLACE, around, one


def _is_about(short: Portrait, owner: Portrait) -> bool:
    """Whether every article that names the short form is about the owner's province."""
    return all(s.setting.around & owner.provinces for s in short.sightings)
