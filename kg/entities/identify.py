"""One identity across articles: which entities of several articles are the same thing, and the IRI of each.

Merged are entities of one class under one full name; everything else stays apart. Two persons of one name are one only where
their posts allow it: a body in common, or bodies of one province, or nothing known of one of them and no other bearer of the name.
Events of one name are one only on compatible days and in compatible places. The IRI hangs on class, name and, where a name has
several bearers, on what tells them apart; so it is the same whatever the order of the articles.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.entities.iri import BASE, mint
from kg.entities.occasions import occasions
from kg.entities.setting import Setting, place_in
from kg.mentions.gazetteer import gazetteer
from kg.model import ArticleFacts, Entity, Kind

_TYPES = {
    Kind.PERSON: "person", Kind.ORGANIZATION: "organization", Kind.PROGRAM: "program", Kind.DOCUMENT: "document",
    Kind.EVENT: "event", Kind.PLACE: "place",
}  # fmt: skip
_QUOTES = str.maketrans("", "", "“”‘’《》 　")
_Marks = Mapping[tuple[str, str], str]


def identify(facts: Sequence[ArticleFacts], base: str = BASE) -> list[ArticleFacts]:
    """The same facts, each entity with the IRI of the one thing that it is in all of the articles."""
    settings = [Setting(f) for f in facts]
    persons, events = _bearers(settings), occasions(settings)
    return [
        replace(
            s.facts,
            entities=tuple(
                replace(e, id=mint(base, _TYPES[e.kind], _key(e, s, persons, events))) for e in s.facts.entities
            ),
        )
        for s in settings
    ]


def _key(entity: Entity, setting: Setting, persons: _Marks, events: _Marks) -> str:
    article = setting.facts.page.article.sha256
    if entity.kind is Kind.PERSON:
        return entity.name + persons.get((article, entity.name), "")
    if entity.kind is Kind.ORGANIZATION:
        return setting.body(entity.name)
    if entity.kind is Kind.PLACE:
        return setting.place(entity)
    if entity.kind is Kind.EVENT:
        return events[article, entity.name]
    key = entity.name.translate(_QUOTES)
    return setting.document(entity.name, key) if entity.kind is Kind.DOCUMENT else key


def _bearers(settings: Sequence[Setting]) -> dict[tuple[str, str], str]:
    """For each person of an article what tells them from others of the name; empty where the name has one bearer."""
    named: dict[str, list[tuple[str, frozenset[str], frozenset[str]]]] = {}
    for setting in settings:
        f = setting.facts
        for e in f.of(Kind.PERSON):
            bodies = frozenset(setting.body(r.organization) for r in f.roles if r.person == e.name and r.organization)
            regions = frozenset(region for body in bodies if (region := _region(body)))
            named.setdefault(e.name, []).append((f.page.article.sha256, bodies, regions))
    marks: dict[tuple[str, str], str] = {}
    for name, seen in named.items():
        groups: list[tuple[set[str], set[str], list[str]]] = []  # bodies, provinces, articles
        for sha, bodies, regions in sorted((s for s in seen if s[1]), key=lambda s: (sorted(s[1]), s[0])):
            near = [g for g in groups if bodies & g[0] or regions & g[1]]
            groups = [g for g in groups if g not in near] if len(near) > 1 else groups
            if len(near) == 1:
                merged = near[0]
            else:
                merged = (
                    {b for g in near for b in g[0]},
                    {r for g in near for r in g[1]},
                    [a for g in near for a in g[2]],
                )
                groups.append(merged)
            merged[0].update(bodies)
            merged[1].update(regions)
            merged[2].append(sha)
        if len(groups) <= 1:
            continue
        for known, _, articles in groups:
            marks.update({(sha, name): "|" + min(known) for sha in articles})
        marks.update({(sha, name): "|?" + sha for sha, bodies, _ in seen if not bodies})
    return marks


def _region(body: str) -> str | None:
    """The province that a body's key places it in."""
    hit = place_in(body)
    codes = {gazetteer().province_of(d).code for d in hit.divisions} if hit else set()
    return codes.pop() if len(codes) == 1 else None
