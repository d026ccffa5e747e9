"""Does every quotation of a graph stand in its article? Checked against the articles themselves."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import DefaultGraph, Quad

from kg.entities.iri import DOCUMENT_KEY_LENGTH, span_iri
from kg.model import Article
from kg.rdf.read import GraphError, parse_lines, read_quads, text_of
from kg.rdf.terms import DCTERMS, PK, RDF

Locate = Callable[[str, str], Article | None]

_TYPE = f"{RDF}type"
_SOURCE = f"{DCTERMS}source"
_SPAN = re.compile("[#/]char=")
_DEFAULT = DefaultGraph()


@dataclass(frozen=True, slots=True, order=True)
class WrongSpan:
    """A span that does not say what stands in its article: file name, span (its IRI), which part (exact, prefix,
    suffix, iri), what the graph says there, and what the article has there."""

    article: str
    span: str
    part: str
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """`checked` counts the spans that were compared with their article, `wrong` lists what differs in them.

    `missing` names articles that were not found, `changed` those whose text has another SHA-256 than at the build;
    `undescribed` are named graphs without a span's description, `unused` descriptions whose graph states nothing.
    """

    articles: int
    checked: int
    wrong: tuple[WrongSpan, ...]
    missing: tuple[str, ...]
    changed: tuple[str, ...]
    undescribed: tuple[str, ...]
    unused: tuple[str, ...]

    @property
    def good(self) -> bool:
        """Whether everything was found and nothing is wrong."""
        return not (self.wrong or self.missing or self.changed or self.undescribed or self.unused)

    @property
    def wrong_spans(self) -> int:
        """How many spans are wrong in some part."""
        return len({(w.article, w.span) for w in self.wrong})


def verify(graph: Path | Iterable[str], locate: Locate) -> VerifyReport:
    """Check a graph in N-Quads or TriG, or N-Quads lines, against its articles, each under all of its names.

    `locate` is given a file name and the SHA-256 that the text had; it returns the article, changed or not, or None
    where there is no such file.

    Raises GraphError where the graph cannot be read, or holds spans of an article that it does not describe.
    """
    quads = read_quads(graph) if isinstance(graph, Path) else parse_lines(graph)
    about = _descriptions(quads)
    spans = {iri: said for iri, said in about.items() if f"{PK}Span" in said.get(_TYPE, ())}
    articles = {iri: said for iri, said in about.items() if f"{PK}NewsArticle" in said.get(_TYPE, ())}
    by_article: defaultdict[str, list[str]] = defaultdict(list)
    for iri, said in spans.items():
        article = said.get(f"{PK}spanOf", [""])[0]
        if article not in articles:
            raise GraphError(f"the span <{iri}> is of no article that the graph describes")
        by_article[article].append(iri)

    checked, wrong, missing, changed = 0, list[WrongSpan](), set[str](), set[str]()
    for article, said in articles.items():
        for source in said.get(_SOURCE, ()):
            located = locate(source, next(iter(said.get(f"{PK}sha256", ())), ""))
            if located is None:
                missing.add(source)
                continue
            sha256 = hashlib.sha256(located.text.encode()).hexdigest()
            if said.get(f"{PK}sha256") != [sha256] or not article.endswith(f"doc/{sha256[:DOCUMENT_KEY_LENGTH]}"):
                changed.add(source)
            for span in by_article[article]:
                checked += 1
                wrong += _differences(source, article, span, spans[span], located.text)
    graphs = {text_of(q.graph_name) for q in quads if q.graph_name != _DEFAULT}
    evidence = {name for name in graphs if _SPAN.search(name) or name in spans}
    return VerifyReport(
        len(articles),
        checked,
        tuple(sorted(wrong)),
        tuple(sorted(missing)),
        tuple(sorted(changed)),
        tuple(sorted(evidence - set(spans))),
        tuple(sorted(set(spans) - graphs)),
    )


def _descriptions(quads: Iterable[Quad]) -> dict[str, dict[str, list[str]]]:
    """What the default graph says of each thing, as text."""
    about: dict[str, dict[str, list[str]]] = {}
    for quad in quads:
        if quad.graph_name == _DEFAULT:
            said = about.setdefault(text_of(quad.subject), {})
            said.setdefault(quad.predicate.value, []).append(text_of(quad.object))
    return about


def _differences(source: str, article: str, span: str, said: dict[str, list[str]], text: str) -> list[WrongSpan]:
    def value(name: str) -> str:
        return said.get(f"{PK}{name}", [""])[0]

    try:
        start, end = int(value("start")), int(value("end"))
    except ValueError:
        return [WrongSpan(source, span, "iri", "a start and an end", f"{value('start')}, {value('end')}")]
    exact, prefix, suffix = value("exact"), value("prefix"), value("suffix")
    parts = (
        ("iri", span, span_iri(article, start, end)),
        ("exact", exact, text[start:end]),
        ("prefix", prefix, text[max(0, start - len(prefix)) : start]),
        ("suffix", suffix, text[end : end + len(suffix)]),
    )
    return [WrongSpan(source, span, part, expected, found) for part, expected, found in parts if expected != found]
