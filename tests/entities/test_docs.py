"""docs/identity.md names every refusal that there is, in both languages."""

from pathlib import Path

from kg.entities.people import ELSEWHERE, NOTHING, SEVERAL
from kg.entities.refusals import BODIES, EVENTS, OTHERS, PEOPLE

PAGE = Path(__file__).resolve().parents[2] / "docs" / "identity.md"


def test_every_refusal_is_explained() -> None:
    rows = [
        [cell.strip() for cell in line.split("|")[1:3]] for line in PAGE.read_text().splitlines() if line[:1] == "|"
    ]
    named = {name: chinese for name, chinese in rows[2:]}
    known = {r.name: r.chinese for r in (*OTHERS, *EVENTS, *PEOPLE, *BODIES, SEVERAL, ELSEWHERE, NOTHING)}
    assert named == {**known, "several bodies": "简称不唯一"}
