"""Persons of one name: which of them are one.

One are those who serve a body in common. Others of one province, or of central bodies, are one unless a refusal keeps them apart. Who
has no post that says where they serve is the only bearer of the name, the only one of the province that the article is about, or the only
one in a central body.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from kg.entities.abbreviated import abbreviations
from kg.entities.bodies import line_of
from kg.entities.portrait import Judgement, Portrait, Sighting, joined
from kg.entities.refusals import OFFICES, PEOPLE, Refusal, is_common, refused
from kg.entities.setting import central_bodies
from kg.mentions.lexicon import rows
from kg.model import Kind, Role

_MEMBERS = ("代表", "委员", "会员", "学员", "成员")  # of a body of thousands: no evidence that two are one
_ASSEMBLIES = ("人大", "政协", "党代会", "代表大会")
_NATIONAL = ("国家", "中央", "国务院", "全国", "中共中央", "最高", "中华人民共和国")
# Callings of education that are no office.
_STAFF = re.compile("(?:教师|老师|名师|班主任|辅导员|教研员|教练员?|导师|研究生|项目负责人)\\Z")
_HIGHEST = frozenset(("总书记", "国家主席", "国家副主席", "总理", "副总理", "国务委员", "委员长"))
_AD_HOC = re.compile("领导小组|工作组|专班|指挥部|组委会|筹委会|主席团|代表团")  # in which people of all bodies sit
_MOST = 200  # bearers of one name who share no body: more are not compared

Told = Callable[[Judgement], None]
SEVERAL = Refusal("several bearers", "同名者不止一人", lambda one, other: None)
NOTHING = Refusal("nothing in common", "没有共同点", lambda one, other: None)
COMMON = Refusal("common name", "常见姓名，证据不足", lambda one, other: None)
ELSEWHERE = Refusal("article about elsewhere", "文章所涉地区不同", lambda one, other: None)


@cache
def _groups() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("titles.tsv", 2)}


@cache
def _calling(title: str) -> str:
    """The class of a title: that of the longest word of the list that ends it; a teacher's is none of those who lead schools."""
    if _STAFF.search(title):
        return "staff"
    return next((_groups()[title[i:]] for i in range(len(title)) if title[i:] in _groups()), "other")


def portrait(sighting: Sighting) -> Portrait:
    """What one article says of a person."""
    facts, name = sighting.setting.facts, sighting.entity.name
    roles = [r for r in facts.roles if r.person == name]
    held: set[str] = set()
    once: set[str] = set()
    for role in roles:
        if role.organization and not _is_membership(role) and not _AD_HOC.search(role.organization):
            key = sighting.setting.body(role.organization)
            if not key.endswith(sighting.setting.mark):
                (once if role.former else held).add(key)
    day = facts.reported or facts.page.published or ""
    return Portrait(
        Kind.PERSON,
        sighting.key,
        frozenset((name,)),
        frozenset(sighting.entity.aliases),
        frozenset((sighting.article,)),
        lines=frozenset(line for body in held if (line := line_of(body))),
        around=sighting.setting.around,
        bodies=frozenset({b for body in held | once for b in (body, *abbreviations(body))}),
        posts=frozenset(
            (r.title, sighting.setting.body(r.organization) if r.organization else "", day)
            for r in roles
            if not r.former
        ),
        callings=frozenset("press" if r.rule.startswith("byline") else _calling(r.title) for r in roles),
        national=any(b in central_bodies() or b.startswith(_NATIONAL) for b in held)
        or any(r.title in _HIGHEST and not r.organization for r in roles),
        scenes=(sighting.setting,),
        sightings=(sighting,),
    )


def _is_membership(role: Role) -> bool:
    return role.title in _MEMBERS and any(a in (role.organization or "") for a in _ASSEMBLIES)


def bearers(name: str, seen: Iterable[Portrait], tell: Told = lambda judgement: None) -> list[Portrait]:
    """The persons of a name, of what the articles say of each; the key of each is the name and what tells them apart."""
    known: list[Portrait] = []
    unknown: list[Portrait] = []
    for one in sorted(seen, key=lambda p: (sorted(p.bodies), sorted(p.articles))):
        (known if _is_placed(one) else unknown).append(one)
    parts = _of_one_body(known, tell)
    groups = _of_one_province(parts, tell) if len(parts) <= _MOST else [[p] for p in parts]
    if "·" in name and groups:  # 某某·某某: a foreign name in full, which two of the news hardly share
        groups = [parts]
    people = [joined(g) for g in groups]
    people, left = _assigned(people, unknown, tell)
    people += _unknown_ones(left)
    if len(people) == 1:
        return [joined(people, name)]
    return [joined([p], f"{name}|{_mark(p)}") for p in people]


def are_of_one_body(seen: Iterable[Portrait]) -> bool:
    """Whether all who have a post that says whom they serve share bodies, by way of others too."""
    return len(_of_one_body([p for p in seen if _is_placed(p)], lambda judgement: None)) <= 1


def _is_placed(one: Portrait) -> bool:
    """Whether a post that is held says whom the person serves; former posts and none say nothing of that."""
    return one.national or any(body for _, body, _ in one.posts if body in one.bodies)


def _mark(person: Portrait) -> str:
    """What tells a bearer of a name from the others: a body, or the first article."""
    if person.bodies:
        return min(person.bodies)
    return "中央" if person.national else "?" + min(person.articles)


def _of_one_body(known: Sequence[Portrait], tell: Told) -> list[Portrait]:
    """Those who share a body together, by way of others too."""
    root: dict[int, int] = {}

    def find(i: int) -> int:
        while root.get(i, i) != i:
            i = root[i]
        return i

    first: dict[str, int] = {}
    for number, one in enumerate(known):
        for body in sorted(one.bodies or {"中央"}):
            if (other := first.setdefault(body, number)) != number and find(other) != find(number):
                root[find(number)] = find(other)
                tell(Judgement(known[other], one, True, "body in common", "同一机构任职", body))
    parts: dict[int, list[Portrait]] = {}
    for number, one in enumerate(known):
        parts.setdefault(find(number), []).append(one)
    return [joined(group) for group in parts.values()]


def _of_one_province(parts: Sequence[Portrait], tell: Told) -> list[list[Portrait]]:
    """Parts of one province, or of central bodies, together: where no part of one group is refused one of the other."""
    verdicts: dict[tuple[int, int], tuple[Refusal, str] | None] = {}
    for j in range(len(parts)):
        for i in range(j):
            no = verdicts[i, j] = refused(parts[i], parts[j], PEOPLE) or _nothing_in_common(parts[i], parts[j])
            if no:
                tell(Judgement(parts[i], parts[j], False, no[0].name, no[0].chinese, no[1]))
    groups: list[list[int]] = []
    for j in range(len(parts)):
        fits = [g for g in groups if all(verdicts[i, j] is None for i in g)]
        if fits:
            fits[0].append(j)
            both = parts[fits[0][0]], parts[j]
            shared = both[0].provinces & both[1].provinces
            why = "、".join(sorted(shared)) or "central bodies"
            tell(Judgement(*both, True, "one province's system", "同一省份任职", why))
        else:
            groups.append([j])
    return [[parts[i] for i in g] for g in groups]


def _nothing_in_common(one: Portrait, other: Portrait) -> tuple[Refusal, str] | None:
    if one.provinces & other.provinces or (one.national and other.national):
        return None
    return NOTHING, f"{'、'.join(sorted(one.bodies)[:2])} / {'、'.join(sorted(other.bodies)[:2])}"


def _assigned(people: list[Portrait], unknown: Sequence[Portrait], tell: Told) -> tuple[list[Portrait], list[Portrait]]:
    """Those without a known post given to the one bearer that they can be; and those who are left."""
    given: dict[int, list[Portrait]] = {}
    left: list[Portrait] = []
    for one in unknown:
        fits = [i for i, p in enumerate(people) if not _refused_unknown(p, one)]
        for rule, chosen in _choices(people, fits, one):
            if len(chosen) == 1:
                given.setdefault(chosen[0], []).append(one)
                tell(Judgement(people[chosen[0]], one, True, *rule, "no post says otherwise"))
                break
        else:
            left.append(one)
            for p in people:
                no = _refused_unknown(p, one) or (SEVERAL, f"{len(people)} persons of the name are known")
                tell(Judgement(p, one, False, no[0].name, no[0].chinese, no[1]))
    return [joined([p, *given.get(i, ())]) for i, p in enumerate(people)], left


def _choices(people: Sequence[Portrait], fits: Sequence[int], one: Portrait) -> list[tuple[tuple[str, str], list[int]]]:
    """The rules by which a person without a post may be one of those known, each with whom it gives, in the order of their weight."""
    return [
        (("a former body in common", "曾任职机构相同"), [i for i in fits if people[i].bodies & one.bodies]),
        (("only bearer of the name", "唯一同名者"), list(fits) if len(people) == 1 else []),
        (("only bearer in the province", "该省唯一同名者"), [i for i in fits if people[i].provinces & one.around]),
        (("only bearer in a central body", "中央机构唯一同名者"), [i for i in fits if people[i].national]),
    ]


def _refused_unknown(person: Portrait, one: Portrait) -> tuple[Refusal, str] | None:
    if no := refused(person, one, PEOPLE[1:2]):  # other calling
        return no
    if one.callings and not one.callings & OFFICES and person.callings & OFFICES and is_common(min(one.names)):
        return COMMON, f"{min(one.names)}: one holds an office, the other does not"
    if is_common(min(one.names)) and not one.bodies & person.bodies and not _may_meet(person, one):
        return COMMON, f"{min(one.names)}: nothing in common"
    if not person.national and person.provinces and one.around and not person.provinces & one.around:
        return ELSEWHERE, "the article is about another province"
    return None


def _may_meet(person: Portrait, one: Portrait) -> bool:
    """Whether an article speaks of the province that a person serves; of who serves a central body, of one or of no province."""
    if one.around & person.provinces:
        return True
    return person.national and all(scene.is_central for scene in one.scenes)


def _unknown_ones(left: Sequence[Portrait]) -> list[Portrait]:
    """Of those of whom nothing is known the ones that may be one: of a rare name all, of a common one those of a province."""
    if not left:
        return []
    if not is_common(left[0].name):
        return [joined(left)]
    where = {tuple(sorted(one.around)) for one in left if one.around}
    if len(where) <= 1:
        return [joined(left)]
    groups: dict[tuple[str, ...], list[Portrait]] = {}
    for one in left:
        groups.setdefault(tuple(sorted(one.around)) if len(one.around) == 1 else tuple(one.articles), []).append(one)
    return [joined(g) for g in groups.values()]
