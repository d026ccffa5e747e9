"""Precision and recall on the articles with gold: `python bench/accuracy.py [--errors]`.

Names are compared whole, numbers with their modifier; what the gold calls optional counts neither way.
"""

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import score

from kg.pipeline import build
from kg.use.facts_json import facts_object
from kg.use.tables import text_table

HERE = Path(__file__).resolve().parent
SETS = {
    "development articles, on which the rules were mended": (HERE / "dev", HERE / "dev"),
    "practice articles, on which the rules are mended": (HERE / "practice", HERE / "practice"),
    "articles of this project": (HERE.parent / "data" / "articles", HERE.parent / "data" / "gold"),
}
FAMILIES = {
    "persons": "persons",
    "roles_exact": "posts (person, title, body)",
    "organizations": "organizations",
    "programs": "programs",
    "documents": "documents",
    "events": "events",
    "outcomes_strict": "outcomes",
    "relations": "relations",
}


@dataclass(frozen=True)
class Measured:
    """By family: number in the gold, precision, recall, F1; events with the right day and place; what went wrong."""

    articles: int
    families: dict[str, tuple[int, float, float, float]]
    days: tuple[int, int]
    places: tuple[int, int]
    errors: dict[str, dict[str, dict[str, list[Any]]]]


def measure(articles: Path, gold: Path) -> Measured:
    """The scores of the articles in one folder against the gold in another."""
    said = {f.page.article.id: facts_object(f) for f in build(sorted(articles.glob("*.txt"))).facts}
    golds = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(gold.glob("*.json"))]
    total, right, each = score.evaluate({str(g["id"]): {"aliases": {}, "optional": {}} | g for g in golds}, said)
    families = {key: (total[key][0] + total[key][2], *(x or 0.0 for x in score.prf(*total[key]))) for key in FAMILIES}
    errors = {article: wrong for article, (_, _, wrong) in each.items()}
    return Measured(len(each), families, tuple(right["event_date"]), tuple(right["event_place"]), errors)


def main() -> None:
    """Print the tables, with --errors each thing missed or wrong."""
    for name, (articles, gold) in SETS.items():
        found = measure(articles, gold)
        print(
            f"{found.articles} {name}: day right {found.days[0]}/{found.days[1]},"
            f" place {found.places[0]}/{found.places[1]}"
        )
        rows = [
            (FAMILIES[key], str(count), f"{precision:.3f}", f"{recall:.3f}", f"{f1:.3f}")
            for key, (count, precision, recall, f1) in found.families.items()
        ]
        print(text_table(("family", "in gold", "precision", "recall", "F1"), rows))
        if "--errors" in sys.argv:
            for article, errors in found.errors.items():
                for key in FAMILIES:
                    for kind, items in errors[key].items():
                        for item in items:
                            print(f"   {article} {key} {kind}: {item}")
        print()


if __name__ == "__main__":
    main()
