"""Precision and recall on the articles with gold: `python bench/accuracy.py [--errors]`.

Names are compared whole, numbers with their modifier; what the gold calls optional counts neither way.
"""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import score

from kg.pipeline import build
from kg.use.facts_json import facts_object
from kg.use.tables import text_table

HERE = Path(__file__).resolve().parent
SETS = {
    "development articles (rules were mended on them)": (HERE / "dev", HERE / "dev"),
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


def main() -> None:
    for name, (articles, gold) in SETS.items():
        built = build(sorted(articles.glob("*.txt")))
        said = {facts.page.article.id: json.loads(json.dumps(facts_object(facts))) for facts in built.facts}
        total, right, each = score.evaluate(score.load_gold(str(gold)), said)
        rows = []
        for key, label in FAMILIES.items():
            precision, recall, f1 = score.prf(*total[key])
            rows.append((label, str(total[key][0] + total[key][2]), *(f"{x:.3f}" for x in (precision, recall, f1))))
        print(f"{len(each)} {name}; events with the right day {right['event_date'][0]}/{right['event_date'][1]},"
              f" place {right['event_place'][0]}/{right['event_place'][1]}")  # fmt: skip
        print(text_table(("family", "in gold", "precision", "recall", "F1"), rows))
        if "--errors" in sys.argv:
            for article, (_, _, errors) in each.items():
                for key in FAMILIES:
                    for kind, items in errors[key].items():
                        for item in items:
                            print(f"   {article} {key} {kind}: {item}")
        print()


if __name__ == "__main__":
    main()
