"""Who is who across the development articles: `python bench/identity.py`.

Pairwise precision and recall over the names listed in identities.json, look-alikes that were made one, and tenures:
each person in each post from the first to the last day that the articles attest.
"""

import itertools
import json
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.pipeline import Build, build
from kg.use.facts_json import facts_object
from kg.use.query import ask, load

HERE = Path(__file__).resolve().parent
KEYS = {"Person": "persons", "Organization": "organizations", "Program": "programs", "Event": "events"}
TENURES = """SELECT ?who ?title ?first ?last WHERE {
  ?tenure a pk:Tenure ; pk:tenureOf ?who ; pk:inPost/pk:title ?title .
  OPTIONAL { ?tenure pk:tenureDuring ?period . ?period pk:earliest ?first ; pk:latest ?last }
}"""
Facts = dict[str, dict[str, Any]]
Days = tuple[str | None, str | None]


@dataclass(frozen=True)
class Measured:
    """Pairs right, wrong and missed; gold names that stand nowhere; look-alikes made one; tenures that differ."""

    right: int
    wrong: int
    missed: int
    lost: list[tuple[str, str]]
    merged: list[tuple[str, str]]
    tenures: int
    tenures_wrong: list[str]

    @property
    def f1(self) -> float:
        return 2 * self.right / (2 * self.right + self.wrong + self.missed)


def _norm(name: str) -> str:
    return re.sub("[ \t“”‘’《》]", "", name)


def _find(facts: Facts, article: str, kind: str, surface: str) -> str | None:
    """The IRI of what an article calls so; a gold name may go on (刘宴兵书记), or end the entity's (联席会议)."""
    named = facts.get(article, {}).get(KEYS[kind], [])
    for e in named:
        if _norm(surface) in map(_norm, (e["name"], *e["aliases"])):
            return str(e["id"])
    for e in named:
        if _norm(surface).startswith(_norm(e["name"])) or _norm(e["name"]).endswith(_norm(surface)):
            return str(e["id"])
    return None


def measure(articles: Iterable[Path] | None = None) -> Measured:
    """The scores of one build over the articles."""
    made = build(sorted(articles or (HERE / "dev").glob("*.txt")))
    facts = {f.page.article.id: facts_object(f) for f in made.facts}
    gold = json.loads((HERE / "identities.json").read_text(encoding="utf-8"))
    right = wrong = missed = 0
    lost: list[tuple[str, str]] = []
    ids: dict[str, set[str]] = {}
    nodes: dict[str, list[tuple[int, str | None]]] = {}
    for number, cluster in enumerate(gold["clusters"]):
        if cluster["type"] not in KEYS:
            continue
        for article, surface in cluster["members"]:
            if article not in facts:
                continue
            iri = _find(facts, article, cluster["type"], surface)
            ids.setdefault(cluster["canonical"], set()).update({iri} if iri else ())
            if not cluster.get("optional"):
                lost += [] if iri else [(article, surface)]
                nodes.setdefault(cluster["type"], []).append((number, iri))
    for members in nodes.values():
        for (a, i), (b, j) in itertools.combinations(members, 2):
            one = i is not None and i == j
            right, wrong, missed = right + (a == b and one), wrong + (a != b and one), missed + (a == b and not one)
    merged = [(d["a"], d["b"]) for d in gold["distinct"] if ids.get(d["a"], set()) & ids.get(d["b"], set())]
    count, differ = _tenures(made, facts, gold["tenures"])
    return Measured(right, wrong, missed, lost, merged, count, differ)


def _tenures(made: Build, facts: Facts, gold: list[dict[str, Any]]) -> tuple[int, list[str]]:
    """How many tenures the gold has of these articles, and those of which the graph has other days, or none.

    A day that the gold knows from elsewhere (the article leaves its year open) may be missing in the graph.
    """
    found: dict[tuple[str, str], list[Days]] = {}
    for who, title, first, last in ask(load(made.lines), TENURES).texts:
        found.setdefault((who, title), []).append((first or None, last or None))
    wrong, count = [], 0
    for tenure in gold:
        articles = [a for a in tenure["articles"] if a in facts]
        if len(articles) < len(tenure["articles"]):
            continue
        count += 1
        name = re.sub(r"\(.*\)", "", tenure["person"])
        person = next((p for a in articles for p in facts[a]["persons"] if p["name"] == name), None)
        title = tenure["title"].removeprefix("原")
        held = found.get((person["id"], title), []) if person else []
        dated = any(facts[a]["published"] for a in articles)
        days = set(held)
        if (tenure["earliest"], tenure["latest"]) not in days and not (held and not dated and (None, None) in days):
            about = (tenure[key] for key in ("person", "title", "organization", "earliest", "latest"))
            wrong.append(f"{' '.join(map(str, about))}: {sorted(map(str, days))}")
    return count, wrong


def main() -> None:
    """Print what was measured."""
    got = measure([Path(p) for p in sys.argv[1:]] or None)
    precision = got.right / max(1, got.right + got.wrong)
    recall = got.right / max(1, got.right + got.missed)
    print(f"pairs: {got.right} right, {got.wrong} wrong, {got.missed} missed")
    print(f"precision {precision:.3f}, recall {recall:.3f}, F1 {got.f1:.3f}")
    print(f"names found nowhere: {got.lost or 'none'}")
    print(f"look-alikes made one: {got.merged or 'none'}")
    print(
        f"tenures: {got.tenures - len(got.tenures_wrong)} of {got.tenures} with the right days",
        *got.tenures_wrong,
        sep="\n  ",
    )


if __name__ == "__main__":
    main()
