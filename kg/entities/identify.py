"""One identity across articles: which entities of several articles are the same thing, and the IRI of each.

Merged are entities of one class under one full name; everything else stays apart. Two persons of one name are one only where
their posts allow it: a body in common, or bodies of one province, or nothing known of one of them and no other bearer of the name.
Events of one name are one only on compatible days. The IRI hangs on class, name and, where a name has several bearers, on what
tells them apart; so it is the same whatever the order of the articles.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.entities.iri import BASE, division_key, mint
from kg.facts.gatherings import event_key
from kg.mentions.gazetteer import gazetteer
from kg.mentions.resolve import spelling
from kg.model import ArticleFacts, Entity, Kind

_TYPES = {
    Kind.PERSON: "person", Kind.ORGANIZATION: "organization", Kind.PROGRAM: "program", Kind.DOCUMENT: "document",
    Kind.EVENT: "event", Kind.PLACE: "place",
}  # fmt: skip
_QUOTES = str.maketrans("", "", "“”‘’《》 　")
# Names that say no more than a kind: an agreement of one article is not that of another.
_GENERIC_DOCUMENT = re.compile(r"[一-鿿]{0,6}(?:合作协议书?|框架协议|备忘录|合同|意向书|责任书)")


def identify(facts: Sequence[ArticleFacts], base: str = BASE) -> list[ArticleFacts]:
    """The same facts, each entity with the IRI of the one thing that it is in all of the articles."""
    bearers = _bearers(facts)
    return [
        replace(f, entities=tuple(replace(e, id=mint(base, _TYPES[e.kind], _key(e, f, bearers))) for e in f.entities))
        for f in facts
    ]


def _key(entity: Entity, facts: ArticleFacts, bearers: dict[tuple[str, str], str]) -> str:
    if entity.kind is Kind.PERSON:
        return entity.name + bearers.get((facts.page.article.sha256, entity.name), "")
    if entity.kind is Kind.ORGANIZATION:
        return spelling(_placed(entity.name, facts))
    if entity.kind is Kind.PLACE and entity.code:
        return division_key(entity.code)
    if entity.kind is Kind.EVENT:
        day = next((o.date for o in facts.occurrences if o.event == entity.name and o.date), None)
        return event_key(entity.name) + "|" + (day[-5:] if day else "")
    if entity.kind is Kind.DOCUMENT and _GENERIC_DOCUMENT.fullmatch(entity.name):
        return entity.name + "|" + facts.page.article.sha256
    return entity.name.translate(_QUOTES)


def _placed(name: str, facts: ArticleFacts) -> str:
    """A body's name without the province before its city or county (重庆市城口县职业教育中心); a bare 教育局 belongs to its article."""
    hits = gazetteer().find(name)
    if hits and hits[0].start == 0 and len(hits[0].divisions) == 1:
        division = hits[0].divisions[0]
        if division.level != "province" and name[: hits[0].end].endswith(division.name):
            return division.name + name[hits[0].end :]
    if re.fullmatch(r"[省市区县州].{1,6}|[一-鿿]{2,6}[厅局委办]|我校|学校", name) and not hits:
        return name + "|" + facts.page.article.sha256
    return name


def _bearers(facts: Sequence[ArticleFacts]) -> dict[tuple[str, str], str]:
    """For each person of an article what tells them from others of the name; empty where the name has one bearer."""
    named: dict[str, list[tuple[str, frozenset[str], frozenset[str]]]] = {}
    for f in facts:
        for e in f.of(Kind.PERSON):
            bodies = frozenset(
                spelling(_placed(r.organization, f)) for r in f.roles if r.person == e.name and r.organization
            )
            regions = frozenset(
                region for r in f.roles if r.person == e.name and r.organization and (region := _region(r.organization))
            )
            named.setdefault(e.name, []).append((f.page.article.sha256, bodies, regions))
    marks: dict[tuple[str, str], str] = {}
    for name, seen in named.items():
        groups: list[list[tuple[str, frozenset[str], frozenset[str]]]] = []
        for item in sorted((s for s in seen if s[1]), key=lambda s: (sorted(s[1]), s[0])):
            near = [g for g in groups if any(item[1] & o[1] or item[2] & o[2] for o in g)]
            merged = [o for g in near for o in g] + [item]
            groups = [g for g in groups if g not in near] + [merged]
        unknown = [s for s in seen if not s[1]]
        if len(groups) <= 1:
            continue
        for g in groups:
            mark = "|" + min(b for o in g for b in o[1])
            for sha, _, _ in g:
                marks[sha, name] = mark
        for sha, _, _ in unknown:
            marks[sha, name] = "|?" + sha
    return marks


def _region(body: str) -> str | None:
    """The province that a body's name places it in."""
    hits = gazetteer().find(body)
    codes = {gazetteer().province_of(d).code for h in hits[:1] for d in h.divisions}
    return codes.pop() if len(codes) == 1 else None
