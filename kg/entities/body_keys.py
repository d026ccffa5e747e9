"""The identity key of a body: its full name with its division written out, in the one form of all its spellings."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.entities.body_names import standard_name
from kg.mentions.body_words import full_name
from kg.mentions.gazetteer import Division, Hit, gazetteer
from kg.mentions.lexicon import alternation, rows
from kg.mentions.spelling import spelling

_PARTY = re.compile("中共|中国共产党")
_SCHOOL = re.compile("第?(?P<number>[一二三四五六七八九十]{1,3})(?P<kind>[中小])学?")


@cache
def _national() -> re.Pattern[str]:
    return re.compile(alternation(n for r in rows("bodies.tsv", 2) for n in (r[0], *"|".join(r[2:]).split("|")) if n))


@cache
def path_name(division: Division) -> str:
    """The division after all that it lies in: 江苏省南京市鼓楼区."""
    return "".join(d.name for d in gazetteer().path(division))


@lru_cache(maxsize=1 << 16)
def divisions_in(name: str) -> tuple[Hit, ...]:
    """All divisions that a name names, those under a name that is also a common word among them."""
    return tuple(gazetteer().find(name, ambiguous=True))


def place_in(name: str) -> Hit | None:
    """The first division that a name names, one at its head even under a name that is also a common word (新城区)."""
    head = divisions_in(name)
    if head and head[0].start == 0 and named_in_full(name, head[0]):
        return head[0]
    return next(iter(gazetteer().find(name)), None)


def named_in_full(name: str, hit: Hit) -> bool:
    """Whether a name names its division by its full name: 南京市, not 南京."""
    return any(name[: hit.end].endswith(d.name) for d in hit.divisions)


@dataclass(frozen=True, slots=True)
class Placed:
    """A body's name in full, its key as far as the name alone goes, and the division named in it where the key hangs on which
    of its bearers is meant."""

    name: str
    key: str
    hit: Hit | None = None
    known: bool = False  # the name tells the body from all others

    def within(self, division: Division) -> str:
        """The key of the body of this division."""
        assert self.hit is not None
        return spelling(self.name[: self.hit.start] + path_name(division) + self.name[self.hit.end :])


@lru_cache(maxsize=1 << 16)
def settle_name(name: str) -> Placed:
    """What a body's name settles by itself."""
    known = standard_name(name)
    if known == name and len(rest := _PARTY.sub("", name, count=1)) > 1 and _PARTY.match(name):
        known = standard_name(rest)
    name = known
    if (head := _national().match(name)) and (head.end() == len(name) or head.end() > 2):
        whole = full_name(head.group()) + name[head.end() :]
        return Placed(whole, spelling(whole), known=True)
    hit = place_in(name)
    if hit is None:
        return Placed(name, spelling(name))
    name = _with_full_school(name, hit.end)
    if named_in_full(name, hit):
        return Placed(name, spelling(name), hit)
    if hit.start == 0 and len(hit.divisions) == 1 and hit.end < len(name):
        return Placed(name, spelling(path_name(hit.divisions[0]) + name[hit.end :]), known=True)
    return Placed(name, spelling(name), known=True)


def _with_full_school(name: str, place_end: int) -> str:
    """成都第七中学 for 成都七中."""
    m = _SCHOOL.fullmatch(name, place_end)
    return f"{name[:place_end]}第{m['number']}{m['kind']}学" if m else name


def body_key(name: str) -> str:
    """The key of a body whose name tells it from all others."""
    placed = settle_name(name)
    return placed.within(placed.hit.divisions[0]) if placed.hit and len(placed.hit.divisions) == 1 else placed.key
