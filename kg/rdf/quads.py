"""Facts as N-Quads: sorted, unique, without blank nodes, the same bytes for the same facts in any order.

A fact stands in the default graph, and once more in the graph of each span that says it. What describes articles and
spans is no fact and stands in the default graph alone. What administrative divisions are part of, no article says: that
stands in a graph of its own.
"""

from collections.abc import Iterable, Mapping, Sequence

from kg.entities.iri import BASE, check_base
from kg.model import ArticleFacts
from kg.rdf.divisions import division_lines
from kg.rdf.settled import complete, open_years, settle
from kg.rdf.sheet import Sheet
from kg.rdf.statements import FAMILIES
from kg.rdf.themes import theme_lines


def quads(facts: Sequence[ArticleFacts], base: str = BASE) -> list[str]:
    """The N-Quads lines of these articles, without line breaks.

    Every entity must have its IRI. Raises `kg.rdf.iris.UnknownName` where a fact names something that its article's
    entities lack, ValueError for a base or an IRI that is none.
    """
    check_base(base)
    years = open_years(facts)
    sheets: list[Sheet] = []
    labels: dict[str, str] = {}
    for one in sorted(facts, key=lambda f: (f.page.article.sha256, f.page.article.source)):
        article = one.page.article
        # One text under two file names is one article: it keeps one label.
        first = labels.setdefault(article.sha256, one.page.title or article.source)
        sheets.append(written(one, base, years.get(article.sha256, {}), first == (one.page.title or article.source)))
    settled = settle(sheets)
    lines: set[str] = set()
    for sheet in sheets:
        complete(sheet, settled)
        lines |= sheet.lines
    lines |= division_lines(settled.places, base)
    lines |= theme_lines({theme for sheet in sheets for theme in sheet.themes}, base)
    return sorted(lines)


def written(facts: ArticleFacts, base: str, years: Mapping[str, str], labelled: bool = True) -> Sheet:
    """The sheet of one article, all but what the articles settle together."""
    sheet = Sheet(facts, base, years, labelled)
    sheet.describe_article()
    for family in FAMILIES:
        family(sheet)
    return sheet


def to_bytes(lines: Iterable[str]) -> bytes:
    """The file: one statement a line, UTF-8, a line break at the end of each."""
    return "".join([f"{line}\n" for line in lines]).encode()
