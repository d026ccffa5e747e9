"""Evidence spans → the words shown around them."""

import pytest

from kg.model import Article, LineRole, Page, Sentence, Span
from kg.use.page.quotes import AROUND, CUT_AFTER, CUT_BEFORE, WHOLE, Quotes


def page(text: str, sentences: list[tuple[int, int]], offsets: list[int] | None = None, repaired: str = "") -> Page:
    cut = tuple(Sentence(a, b, LineRole.BODY, 0) for a, b in sentences)
    return Page(Article("a", "a.txt", text, "0" * 64), repaired or text, offsets or list(range(len(text))), cut)


SHORT = "甲校开学。乙校放假。丙校停课。"
LONG = "前" * 200 + "证据" + "后" * 200 + "。"
CASES = [
    # the text, its sentences, the evidence, what is shown, the sides on which the sentence is cut
    (SHORT, [(0, 5), (5, 10), (10, 15)], Span(5, 7), "乙校放假。", 0),
    (SHORT, [(0, 5), (5, 10), (10, 15)], Span(8, 12), "乙校放假。丙校停课。", 0),  # two sentences
    (SHORT, [], Span(5, 7), SHORT, 0),  # no sentence at all
    (SHORT, [(0, 5)], Span(10, 12), SHORT, 0),  # outside of every sentence
    ("甲校开学。\n 乙校放假。\n", [(0, 6), (6, 13)], Span(7, 9), "乙校放假。", 0),  # no white space at the ends
    (LONG, [(0, len(LONG))], Span(200, 202), "前" * AROUND + "证据" + "后" * AROUND, CUT_BEFORE | CUT_AFTER),
    (LONG, [(0, len(LONG))], Span(0, 202), LONG[: 202 + AROUND], CUT_AFTER),  # evidence is never cut
    ("长" * WHOLE, [(0, WHOLE)], Span(3, 4), "长" * WHOLE, 0),
]


@pytest.mark.parametrize(("text", "sentences", "span", "shown", "cut"), CASES)
def test_quote(text: str, sentences: list[tuple[int, int]], span: Span, shown: str, cut: int) -> None:
    quotes = Quotes([page(text, sentences)])
    (evidence,) = quotes.evidence(0, [span])
    row = quotes.rows[evidence.quote]
    assert (quotes.text(row), row.cut, evidence.marks) == (shown, cut, (span,))


def test_damage_is_shown_as_it_is() -> None:
    text = "我校(xiào)開學。後記。"  # repaired: 我校开学。后记。
    offsets = [0, 1, 8, 9, 10, 11, 12, 13]
    quotes = Quotes([page(text, [(0, 5), (5, 8)], offsets, "我校开学。后记。")])
    (evidence,) = quotes.evidence(0, [Span(1, 10)])
    assert quotes.text(quotes.rows[evidence.quote]) == "我校(xiào)開學。"
    assert text[1:10] == "校(xiào)開學"


def test_facts_of_one_sentence_share_its_text() -> None:
    quotes = Quotes([page(SHORT, [(0, 5), (5, 10), (10, 15)])])
    first = quotes.evidence(0, [Span(5, 7), Span(7, 9)])
    second = quotes.evidence(0, [Span(5, 9)])
    assert [e.marks for e in first] == [(Span(5, 7), Span(7, 9))]
    assert first[0].quote == second[0].quote
    assert len(quotes.rows) == 1
