"""What a page says stays the same however it is damaged, and every span quotes what stands on the page."""

from functools import cache

import pytest

from kg.model import ArticleFacts, Kind
from kg.resources import data_file
from kg.text.repair import repair
from tests.damage import DAMAGES
from tests.reader import facts, names, posts, words

ARTICLES = sorted(p.name for p in data_file("articles").glob("*.txt"))
KEPT = 0.98
"""Share of what the clean articles say that is read on the damaged ones, and the other way round."""


@cache
def _clean(name: str) -> tuple[str, frozenset[str]]:
    text = data_file(f"articles/{name}").read_text(encoding="utf-8")
    return text, _said(facts(text))


def _said(found: ArticleFacts) -> frozenset[str]:
    said = {f"{kind.value} {name}" for kind in Kind for name in names(found, kind)}
    said |= posts(found)
    said |= {f"{r.subject.name} {r.predicate} {r.object.name}" for r in found.relations}
    said |= {f"{o.value} {o.modifier} {o.unit} {o.what}" for o in found.outcomes}
    return frozenset(said)


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_takes_nothing_away(damage: str) -> None:
    both = before = after = 0
    for name in ARTICLES:
        text, clean = _clean(name)
        found = facts(DAMAGES[damage](text))
        damaged = _said(found)
        both, before, after = both + len(clean & damaged), before + len(clean), after + len(damaged)
        for entity in found.entities:
            if entity.kind in (Kind.PERSON, Kind.DOCUMENT, Kind.PROGRAM):
                for span in entity.mentions:
                    assert words(found.page, span) in (entity.name, *entity.aliases)
                    original = found.page.article.text[span.start : span.end]
                    assert _bare(repair(original)[0]) == _bare(words(found.page, span))
    assert both / before >= KEPT and both / after >= KEPT, (both, before, after)


def _bare(name: str) -> str:
    """A name without marks, whose form depends on the words around it."""
    return "".join(c for c in name if "一" <= c <= "鿿")


def test_number_of_damages() -> None:
    assert len(DAMAGES) == 14
    assert len(ARTICLES) == 5
