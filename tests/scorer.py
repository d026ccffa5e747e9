"""How well facts agree with the gold of an article: strict names, one to one; `optional` items count for nothing."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

Item = Any

_LOOSE = re.compile(r"[\s“”‘’「」『』《》〈〉（）()、，·—-]")
_SYMMETRIC = frozenset(("signsWith", "cooperatesWith"))
FAMILIES = ("persons", "roles", "organizations", "documents", "events", "relations")


@dataclass(frozen=True)
class Score:
    """Counts over one family of facts; they add up over articles. `wrong` and `missed` say what."""

    right: int = 0
    wrong: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def f1(self) -> float:
        """2PR/(P+R); 1 where there was nothing to find and nothing was found."""
        said = 2 * self.right + len(self.wrong) + len(self.missed)
        return 2 * self.right / said if said else 1.0


def score(gold: Item, found: Item) -> dict[str, Score]:
    """The scores of one article by family; `found` is what `kg facts --json` says of it."""
    optional, same = gold["optional"], _spellings(gold)

    def named(a: Item, b: Item) -> bool:
        return _plain(_name(b)) in same(_name(a))

    def held(a: Item, b: Item) -> bool:
        titles = {_plain(t) for t in (a["title"], *a.get("title_alts", ()))}
        bodies = [a["organization"], *a.get("organization_alts", ())]
        is_body = any(
            b["organization"] is None if o is None else _plain(b["organization"] or "") in same(o) for o in bodies
        )
        return a["person"] == b["person"] and _plain(b["title"]) in titles and is_body

    def happened(a: Item, b: Item) -> bool:
        return named(a, b) and _that_day(a, b["date"]) and _somewhere(a, b["place"])

    places = {p for e in gold["events"] for p in (e["place"], *e.get("place_alts", ())) if p}

    def related(a: Item, b: Item) -> bool:
        if a[1] != b[1]:
            return False
        ways = [(b[0], b[2]), (b[2], b[0])] if a[1] in _SYMMETRIC else [(b[0], b[2])]
        located = a[1] == "locatedIn" and named(a[0], b[0]) and {a[2], b[2]} <= places
        return located or any(named(a[0], s) and named(a[2], o) for s, o in ways)

    posts, others = _roles(gold["persons"])
    return {
        "persons": _compare(gold["persons"], found["persons"], named, optional["persons"]),
        "roles": _compare(posts, _roles(found["persons"])[0], held, others, _loosely_held),
        "organizations": _compare(gold["organizations"], found["organizations"], named, optional["organizations"]),
        "documents": _compare(gold["documents"], found["documents"], named, optional["documents"]),
        "events": _compare(gold["events"], found["events"], happened, optional["events"], named),
        "relations": _compare(
            gold["relations"],
            [(r["subject"], r["predicate"], r["object"]) for r in found["relations"]],
            related,
            optional["relations"],
        ),
    }


def _compare(
    gold: Sequence[Item],
    found: Sequence[Item],
    fits: Callable[[Item, Item], bool],
    optional: Sequence[Item],
    fits_optional: Callable[[Item, Item], bool] | None = None,
) -> Score:
    open_gold, wrong = list(gold), []
    for item in found:
        match = next((g for g in open_gold if fits(g, item)), None)
        if match is not None:
            open_gold.remove(match)
        elif not any((fits_optional or fits)(o, item) for o in optional):
            wrong.append(str(_shown(item)))
    return Score(len(gold) - len(open_gold), tuple(wrong), tuple(str(_shown(g)) for g in open_gold))


def _name(item: Item) -> str:
    return str(item["name"] if isinstance(item, dict) else item)


def _shown(item: Item) -> Item:
    if isinstance(item, dict) and "title" in item:
        return (item["person"], item["title"], item["organization"])
    return item if isinstance(item, list | tuple) else _name(item)


def _plain(name: str) -> str:
    return _LOOSE.sub("", name)


def _spellings(gold: Item) -> Callable[[str], set[str]]:
    alternatives = {e["name"]: e.get("name_alts", []) for e in gold["events"]}

    def same(name: str) -> set[str]:
        return {_plain(n) for n in (name, *gold["aliases"].get(name, ()), *alternatives.get(name, ()))}

    return same


def _roles(persons: Sequence[Item]) -> tuple[list[Item], list[Item]]:
    """The roles that must be found, and those that may be."""
    every = [{"person": p["name"], **r} for p in persons for r in p["roles"]]
    return [r for r in every if not r.get("optional")], [r for r in every if r.get("optional")]


def _loosely_held(a: Item, b: Item) -> bool:
    return bool(a["person"] == b["person"] and _plain(a["title"]) == _plain(b["title"]))


def _that_day(event: Item, date: str | None) -> bool:
    """Whether a date is the event's, or leaves no more than the year open (--05-22)."""
    accepted = [d for d in (event["date"], *event.get("date_alts", ())) if d]
    return date in (accepted or [None]) or any(date == "-" + d[4:] for d in accepted)


def _somewhere(event: Item, place: str | None) -> bool:
    accepted = [p for p in (event["place"], *event.get("place_alts", ())) if p]
    if place is None or not accepted:
        return place is None and not accepted
    return any(place in p or p in place for p in accepted)
