"""Which things may be one: pairs to be judged, found by blocks of names that share a key and never by comparing all with all.

`proposals` are pairs that a rule would merge if no refusal forbids it; `Likeness` finds whatever resembles one thing, for its account.
"""

import re
from collections.abc import Iterator

from kg.entities.abbreviated import abbreviations
from kg.entities.body_keys import body_key, path_name, place_in
from kg.entities.occasions import event_block
from kg.entities.portrait import Portrait
from kg.entities.renamed import current_key, renaming
from kg.entities.setting import is_bare
from kg.mentions.body_words import is_department
from kg.model import Kind

_FORM = re.compile(
    r"(?<=[一-鿿]{2})(?:（集团）|集团)?(?:股份|控股|集团)?(?:有限责任|有限)?公司\Z|(?<=[一-鿿]{2})集团\Z"
)
_HOSPITAL = re.compile(r"(?:大学|学院|科学院)(?:医学院)?(?:附属)?(?!附属|第)(?P<own>[一-鿿]{2,10}医院)\Z")
_SORTS_OF_HOSPITAL = re.compile(
    "(?:教学|临床|人民|中心|协和|中医|西医|结合|中西医|妇幼|妇产|妇女|儿童|肿瘤|精神|传染病|感染|康复|口腔|眼科|骨科|老年|胸科|心血管|血液病|整形|皮肤病|总)+科?医院"
)
_SHORTEST = 3  # characters of a short form that may stand for one body everywhere


def _without_form(key: str) -> str:
    return _FORM.sub("", key) if key.endswith(("公司", "集团")) else key


def without_place(key: str) -> str | None:
    """云岭医院 of 四川省云岭医院; None where no place stands before the name, or nothing is left that tells bodies apart."""
    hit = place_in(key)
    if hit is None or hit.start or len(hit.divisions) != 1:
        return None
    head = path_name(hit.divisions[0])
    rest = key[len(head) :] if key.startswith(head) else key[hit.end :]
    return rest or None


def _without_owner(key: str) -> str | None:
    """华西医院 of 四川大学华西医院; None for a hospital whose own name tells it from no other (附属医院, 口腔医院)."""
    m = _HOSPITAL.search(key)
    return body_key(m["own"]) if m and not is_bare(m["own"]) and not _SORTS_OF_HOSPITAL.fullmatch(m["own"]) else None


def _short_keys(one: Portrait) -> Iterator[str]:
    """The keys of the short forms of a body that may stand for it elsewhere."""
    for alias in one.aliases:
        key = body_key(alias)
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


Rule = tuple[str, str]  # its name, in English and Chinese
ALIAS = ("short form", "简称")
STEM = ("company without its legal form", "省略公司形式")
PLACE = ("name without its place", "省略地名")
OWNER = ("hospital without its university", "省略所属大学")
FIELD = ("abbreviated field", "部门简称")


def _links(one: Portrait) -> Iterator[tuple[Rule, str]]:
    """Each rule by which this body may be one with another, and the key of that one."""
    yield from ((ALIAS, short) for short in _short_keys(one))
    if one.kind is not Kind.ORGANIZATION:
        return
    if len(stem := _without_form(one.key)) >= _SHORTEST:
        yield STEM, stem
    if rest := without_place(one.key):
        yield PLACE, rest
    if own := _without_owner(one.key):
        yield OWNER, own
    yield from ((FIELD, short) for short in abbreviations(one.key))


def linked_keys(one: Portrait) -> set[str]:
    """The keys of other bodies with which this one may be judged: those that a rule links it to, and what it was renamed to.
    A body is judged with no other but those that it is linked to, or that are linked to it."""
    found = {key for _, key in _links(one)}
    if one.kind is Kind.ORGANIZATION:
        found.add(current_key(one.key))
    return found - {one.key}


def proposals(by_key: dict[str, Portrait]) -> Iterator[tuple[Rule, list[Portrait], Portrait]]:
    """The rule, the bodies that a short name may mean, and the short name: blocks of the same key, never all pairs."""
    blocks: dict[Rule, dict[str, set[str]]] = {rule: {} for rule in (ALIAS, STEM, PLACE, OWNER, FIELD)}
    for key, one in by_key.items():
        for rule, short in _links(one):
            if short in by_key and short != key:
                blocks[rule].setdefault(short, set()).add(key)

    def owners(rule: Rule, short: str) -> list[Portrait]:
        return [by_key[key] for key in sorted(blocks[rule][short])]

    aliased, stems, placeless = (blocks[rule].keys() for rule in (ALIAS, STEM, PLACE))
    for short in sorted(aliased):
        yield ALIAS, owners(ALIAS, short), by_key[short]
    for short in sorted(stems - aliased):
        if not by_key[short].lines and not is_bare(short):
            yield STEM, owners(STEM, short), by_key[short]
    for short in sorted(placeless - aliased - stems):
        one = by_key[short]
        around = [o for o in owners(PLACE, short) if _is_about(one, o)]
        if around and not one.lines and not is_bare(short):
            yield PLACE, around, one
    for short in sorted(blocks[OWNER].keys() - aliased - placeless):
        if around := [o for o in owners(OWNER, short) if _is_about(by_key[short], o)]:
            yield OWNER, around, by_key[short]
    for short in sorted(blocks[FIELD].keys() - aliased):
        yield FIELD, owners(FIELD, short), by_key[short]


def _is_about(short: Portrait, owner: Portrait) -> bool:
    """Whether every article that names the short form is about the owner's province."""
    return all(scene.around & owner.provinces for scene in short.scenes)


class Likeness:
    """Whether something looks like the thing that this was made of."""

    def __init__(self, one: Portrait) -> None:
        self.one = one
        self.names = one.names | one.aliases
        self.rest = without_place(one.key) if one.kind is Kind.ORGANIZATION else None
        self.posts = {(t, b) for t, b, _ in one.posts if b}
        self.event = {event_block(n) for n in one.names} if one.kind is Kind.EVENT else set()

    def of(self, other: Portrait) -> bool:
        one = self.one
        if one.kind is Kind.PERSON:
            return bool(one.names & other.names) or bool(self.posts & {(t, b) for t, b, _ in other.posts})
        if self.names & (other.names | other.aliases):
            return True
        if one.kind is Kind.EVENT:
            return bool(self.event & {event_block(n) for n in other.names})
        if one.kind is not Kind.ORGANIZATION:
            return one.key in other.key or other.key in one.key
        rest = without_place(other.key)
        if self.rest is not None and rest == self.rest:
            return True
        if min(len(one.key), len(other.key)) > 2 and (one.key.startswith(other.key) or other.key.startswith(one.key)):
            return True
        return any(
            r is not None and r.new == p.key for r, p in ((renaming(one.key), other), (renaming(other.key), one))
        )
