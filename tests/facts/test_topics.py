"""What programmes, events and outcomes are about."""

import pytest

from kg.mentions.lexicon import rows
from kg.model import Outcome
from kg.rdf.terms import THEMES
from kg.rdf.themes import scheme
from tests.reader import facts

TOPICS: list[tuple[str, set[str]]] = [
    ("4月18日，西南中医药产业大会在贵阳召开。", {"西南中医药产业大会: chinese-medicine 中医药, industry 产业"}),
    (
        "青海省教育厅启动“石榴籽”职业教育帮扶项目。",
        {
            "“石榴籽”职业教育帮扶项目: ethnic-affairs 石榴籽, rural-revitalization 帮扶, "
            "vocational-education 职业教育"
        },
    ),
    ("5月6日，第三届临江县龙舟赛在临江县举行。", set()),
    ("项目实施以来，全县培训乡村教师1200余人次。", {"乡村教师 1200余人次: teacher-development 乡村教师"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOPICS)
def test_topics(text: str, expected: set[str]) -> None:
    said = facts(text)
    found: dict[str, list[str]] = {}
    for topic in said.topics:
        of = f"{topic.of.what} {topic.of.as_written}" if isinstance(topic.of, Outcome) else topic.of.name
        words = [text[span.start : span.end] for span in topic.evidence]
        found.setdefault(of, []).append(f"{topic.theme} {' '.join(words)}")
    assert {f"{of}: {', '.join(sorted(themes))}" for of, themes in found.items()} == expected


def test_every_word_tells_of_a_theme_of_the_scheme_and_every_theme_is_told() -> None:
    themes = {iri.value.removeprefix(THEMES) for iri in scheme()}
    assert {theme for _, theme in rows("theme_words.tsv", 2)} == themes
    assert len(themes) == 67
