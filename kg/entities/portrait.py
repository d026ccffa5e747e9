"""What is known of a thing before it is settled what it is one with: records that identity works on.

A `Sighting` is one entity of one article. A `Portrait` is what several sightings that are plainly of one thing say of it together.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from kg.entities.setting import Setting
from kg.model import Entity, Kind

Line = tuple[str, ...]  # codes of divisions from the province down
Atom = tuple[str, Kind, str]  # an article's hash, class, name there


class Scene(Protocol):
    """What an article is about, as far as identity asks for that."""

    @property
    def around(self) -> frozenset[str]:
        """The codes of the provinces that its bodies and places lie in."""

    @property
    def is_central(self) -> bool:
        """Whether it names a central body, or no place but the capital."""


class Sighting(NamedTuple):
    """An entity of an article, and its identity key as far as the article alone goes."""

    setting: Setting
    entity: Entity
    key: str

    @property
    def article(self) -> str:
        return self.setting.facts.page.article.sha256

    @property
    def atom(self) -> Atom:
        return self.article, self.entity.kind, self.entity.name


@dataclass(frozen=True, slots=True)
class Portrait:
    """Of a thing of this class and key: its names, where it is named, and what tells it from others.

    Of bodies `lines` says where it lies, by its name; of persons where the bodies lie that they serve.
    """

    kind: Kind
    key: str
    names: frozenset[str] = frozenset()
    aliases: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    lines: frozenset[Line] = frozenset()
    around: frozenset[str] = frozenset()  # provinces that the articles are about
    bodies: frozenset[str] = frozenset()  # that a person serves, by key
    posts: frozenset[tuple[str, str, str]] = frozenset()  # title, body, day
    callings: frozenset[str] = frozenset()  # classes of a person's titles: government, press …
    national: bool = False  # a person who serves a central body
    days: frozenset[str] = frozenset()  # of an event
    beside: frozenset[str] = frozenset()  # keys of bodies that an article lists beside it, where there are no sightings
    scenes: tuple[Scene, ...] = field(default=(), compare=False, repr=False)  # of the articles that name it
    sightings: tuple[Sighting, ...] = field(default=(), compare=False, repr=False)

    @property
    def provinces(self) -> frozenset[str]:
        return frozenset(line[0] for line in self.lines if line)

    @property
    def name(self) -> str:
        """The fullest name."""
        return min(self.names, key=lambda n: (-len(n), n))


def joined(portraits: Iterable[Portrait], key: str | None = None) -> Portrait:
    """What several portraits of one thing say together, under the key of the first or the one given."""
    parts = list(portraits)
    first = parts[0]
    if len(parts) == 1 and key in (None, first.key):
        return first
    return Portrait(
        first.kind,
        first.key if key is None else key,
        frozenset(n for p in parts for n in p.names),
        frozenset(a for p in parts for a in p.aliases),
        frozenset(a for p in parts for a in p.articles),
        frozenset(c for p in parts for c in p.classes),
        frozenset(line for p in parts for line in p.lines),
        frozenset(code for p in parts for code in p.around),
        frozenset(b for p in parts for b in p.bodies),
        frozenset(post for p in parts for post in p.posts),
        frozenset(c for p in parts for c in p.callings),
        any(p.national for p in parts),
        frozenset(d for p in parts for d in p.days),
        frozenset(key for p in parts for key in p.beside),
        tuple(s for p in parts for s in p.scenes),
        tuple(s for p in parts for s in p.sightings),
    )


@dataclass(frozen=True, slots=True)
class Judgement:
    """One thing with another, or not: the rule that joined them or the refusal that keeps them apart, and why in words."""

    one: Portrait
    other: Portrait
    merged: bool
    name: str
    chinese: str
    why: str
