"""Decisions carried out: on the keys that the rules have given to the entities of the articles.

First what is to be kept apart is parted, then what is one is merged, then names are given; each in the order of the file. A decision that
names nothing, or several things, or undoes another one is an error: none is passed over.
"""

import difflib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.entities.decisions import Action, Decision, DecisionError, UnknownError
from kg.entities.iri import mint
from kg.entities.portrait import Atom, Sighting
from kg.entities.setting import Setting
from kg.model import Kind

TYPES = {
    Kind.PERSON: "person", Kind.ORGANIZATION: "organization", Kind.PROGRAM: "program", Kind.DOCUMENT: "document",
    Kind.EVENT: "event", Kind.PLACE: "place",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision, and the keys of the entities that it was about when all decisions were carried out."""

    decision: Decision
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Known:
    """A sighting as far as decisions ask for it: `key` is its own, `former` those that the entity has in builds of fewer
    articles, or of more; `id` and `source` are the article's; `serves` tells whether a person serves a body."""

    atom: Atom
    aliases: tuple[str, ...]
    key: str
    former: tuple[str, ...]
    id: str
    source: str
    serves: Callable[[str], bool] = lambda body: False

    @property
    def kind(self) -> Kind:
        return self.atom[1]

    @property
    def name(self) -> str:
        return self.atom[2]


def known(s: Sighting) -> Known:
    """What decisions ask for of a sighting."""
    former: tuple[str, ...] = ()
    if s.entity.kind is Kind.PERSON:
        roles = [r for r in s.setting.facts.roles if r.person == s.entity.name and r.organization]
        bodies = (s.setting.body(r.organization or "") for r in roles)
        former = (s.entity.name, *(f"{s.entity.name}|{body}" for body in bodies))
    article = s.setting.facts.page.article
    return Known(s.atom, s.entity.aliases, s.key, former, article.id, article.source, serving(s.setting, s.entity.name))


@dataclass
class Rulings:
    """The keys of all sightings while decisions are carried out on them."""

    sightings: Sequence[Known]
    keys: dict[Atom, str]
    base: str
    labels: dict[tuple[Kind, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._by_atom = {s.atom: s for s in self.sightings}
        self._iris: dict[str, set[Atom]] = {}
        for s in self.sightings:
            for key in {self.keys[s.atom], s.key, *s.former}:
                self._iris.setdefault(mint(self.base, TYPES[s.kind], key), set()).add(s.atom)

    def names_nothing(self, d: Decision) -> bool:
        """Whether no article names what the decision is about."""
        try:
            for term in (d.one,) if d.action is Action.RENAME else (d.one, d.other):
                self._atoms(d, term)
        except UnknownError:
            return True
        except DecisionError:
            pass
        return False

    def carry_out(self, decisions: Sequence[Decision]) -> list[Ruling]:
        """All decisions; raises DecisionError."""
        sides = {
            d: (self._atoms(d, d.one), self._atoms(d, d.other)) for d in decisions if d.action is not Action.RENAME
        }
        for d in decisions:
            if d.action is Action.APART:
                self._part(d, *sides[d])
        for d in decisions:
            if d.action is Action.MERGE:
                self._merge(*sides[d])
        self._check(decisions, sides)
        rulings = [Ruling(d, self._key(one), self._key(other)) for d, (one, other) in sides.items()]
        for d in decisions:
            if d.action is Action.RENAME:
                rulings.append(self._rename(d))
        return rulings

    def _key(self, atoms: frozenset[Atom]) -> str:
        return min(self.keys[a] for a in atoms)

    def _atoms(self, d: Decision, term: str) -> frozenset[Atom]:
        """The sightings that a term means: one entity, or with an article the entity as that article names it."""
        if "://" in term:
            return self._of_iri(d, term)
        name, _, where = (part.strip() for part in term.partition(" @ "))
        called = [s for s in self.sightings if s.kind is d.kind and name == s.name]
        called = called or [s for s in self.sightings if s.kind is d.kind and name in s.aliases]
        if not called:
            raise UnknownError(d.where, f"no {d.kind.value} is called “{name}”{self._near(d.kind, name)}", _NOBODY)
        if where:
            within = [s for s in called if where in (s.id, s.source)] or [s for s in called if s.serves(where)]
            if not within:
                raise UnknownError(d.where, f"“{name}” is not in “{where}”", f"write one of: {self._choices(called)}")
            called = within
        self._single(d, name, called)
        return frozenset(s.atom for s in called)

    def _single(self, d: Decision, name: str, called: Sequence[Known]) -> None:
        if len({self.keys[s.atom] for s in called}) > 1:
            raise DecisionError(
                d.where, f"several entities are called “{name}”", f"write one of: {self._choices(called)}"
            )

    def _of_iri(self, d: Decision, iri: str) -> frozenset[Atom]:
        atoms = {a for a in self._iris.get(iri, ()) if a[1] is d.kind}
        exact = {a for a in atoms if mint(self.base, TYPES[a[1]], self.keys[a]) == iri}
        if not (atoms := exact or atoms):
            raise UnknownError(d.where, f"no {d.kind.value} has the IRI {iri}", f"write its name, or: {_NOBODY}")
        self._single(d, iri, [self._by_atom[a] for a in sorted(atoms)])
        return frozenset(atoms)

    def _near(self, kind: Kind, name: str) -> str:
        other = sorted({s.kind.value for s in self.sightings if s.name == name})
        if other:
            return f"; it is of the class {other[0]}"
        names = {n for s in self.sightings if s.kind is kind for n in (s.name, *s.aliases)}
        near = difflib.get_close_matches(name, sorted(names), n=3, cutoff=0.5)
        return f"; did you mean {' or '.join(near)}?" if near else ""

    def _choices(self, called: Sequence[Known]) -> str:
        """A term for each entity among several of a name."""
        seen: dict[str, str] = {}
        for s in sorted(called, key=lambda s: s.id):
            seen.setdefault(self.keys[s.atom], f"{s.name} @ {s.source}")
        return ", ".join(sorted(seen.values()))

    def _part(self, d: Decision, one: frozenset[Atom], other: frozenset[Atom]) -> None:
        if one & other:
            hint = f"say which article names which of them: {d.one.partition(' @ ')[0]} @ ARTICLE"
            raise DecisionError(d.where, "both names mean the same entity of the same article", hint)
        for key in sorted({self.keys[a] for a in one} & {self.keys[a] for a in other}):
            first, second = ({a for a in side if self.keys[a] == key} for side in (one, other))
            moved, term = (first, d.one) if self._owns(second) == {key} != self._owns(first) else (second, d.other)
            owns = self._owns(moved)
            fresh = owns.pop() if len(owns) == 1 and not owns & self._owns(first | second - moved) - owns else key
            taken = {k for a, k in self.keys.items() if a[1] is d.kind}
            fresh = fresh if fresh not in taken else f"{key}|≠|{term}"
            self.keys.update(dict.fromkeys(moved, fresh))

    def _owns(self, atoms: frozenset[Atom] | set[Atom]) -> set[str]:
        """The keys that the sightings have by themselves; those of a person hang on one article, and are none."""
        return {s.key for a in atoms if (s := self._by_atom[a]).kind is not Kind.PERSON}

    def _merge(self, one: frozenset[Atom], other: frozenset[Atom]) -> None:
        into = self._key(one)
        kind = next(iter(one))[1]
        joined = {self.keys[a] for a in one | other}
        self.keys.update({a: into for a, key in self.keys.items() if a[1] is kind and key in joined})

    def _check(
        self, decisions: Sequence[Decision], sides: Mapping[Decision, tuple[frozenset[Atom], frozenset[Atom]]]
    ) -> None:
        for d in decisions:
            if d.action is not Action.APART:
                continue
            one, other = sides[d]
            if shared := {self.keys[a] for a in one} & {self.keys[a] for a in other}:
                against = next(
                    (
                        m
                        for m in decisions
                        if m.action is Action.MERGE and m.kind is d.kind and self.keys[min(sides[m][0])] in shared
                    ),
                    d,
                )
                raise DecisionError(
                    against.where, f"it merges what line {d.line} of {d.file} keeps apart", "delete one of the two"
                )

    def _rename(self, d: Decision) -> Ruling:
        key = self._key(self._atoms(d, d.one))
        given = self.labels.setdefault((d.kind, key), d.other)
        if given != d.other:
            raise DecisionError(d.where, f"the entity is called “{given}” by another line", "delete one of the two")
        return Ruling(d, key, key)


_NOBODY = "delete the line, or begin it with # where its articles are not in this build"


def serving(setting: Setting, person: str) -> Callable[[str], bool]:
    """Whether a person of an article serves a body of some name."""

    def serves(body: str) -> bool:
        held = [r.organization for r in setting.facts.roles if r.person == person and r.organization]
        return any(body == name or setting.body(body) == setting.body(name) for name in held)

    return serves
