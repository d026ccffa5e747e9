"""Facts as N-Quads: sorted, unique, without blank nodes, the same bytes for the same facts in any order.

A fact stands in the default graph, and once more in the graph of each span that says it. What describes articles and
spans is no fact and stands in the default graph alone. What administrative divisions are part of, no article says: that
stands in a graph of its own.
"""

from collections.abc import Iterable, Mapping, Sequence

from kg.entities.iri import BASE, check_base, division_key, document_iri, mint
from kg.mentions.gazetteer import gazetteer
from kg.model import ArticleFacts, Kind, Ref
from kg.rdf.divisions import division_lines
from kg.rdf.iris import period_iri
from kg.rdf.periods import Period, hull
from kg.rdf.sheet import Ledger, Sheet
from kg.rdf.statements import FAMILIES
from kg.rdf.terms import ALT_LABEL, LABEL, NOTATION, PREF_LABEL, SIMPLIFIED, TYPE, pk, quoted, tagged
from kg.rdf.themes import theme_lines


def quads(facts: Sequence[ArticleFacts], base: str = BASE) -> list[str]:
    """The N-Quads lines of these articles, without line breaks.

    Every entity must have its IRI. Raises `kg.rdf.iris.UnknownName` where a fact names something that its article's
    entities lack, ValueError for a base or an IRI that is none.
    """
    ledger = Ledger(check_base(base))
    ledger.years = open_years(facts, base)
    for one in sorted(facts, key=lambda f: (f.page.article.sha256, f.page.article.source)):
        sheet = Sheet(ledger, one)
        sheet.describe_article()
        for family in FAMILIES:
            family(sheet)
    _settle_divisions(ledger)
    labels = _settle_names(ledger)
    _settle_posts(ledger, labels)
    _settle_tenures(ledger)
    if ledger.divisions:
        ledger.lines |= division_lines(ledger.divisions, base)
    ledger.lines |= theme_lines(ledger.themes, base)
    return sorted(ledger.lines)


def open_years(facts: Sequence[ArticleFacts], base: str) -> dict[tuple[str, str], str]:
    """The year of a day that an article gives without one, by the article's IRI and the day (--10-29): another article
    dates the same event."""
    dated: dict[tuple[str, str], set[str]] = {}
    undated: dict[tuple[str, str], set[str]] = {}
    for one in facts:
        document = document_iri(base, one.page.article.sha256)
        for o in one.occurrences:
            event, day = one.index.get(Ref(Kind.EVENT, o.event)), o.until or o.date or ""
            if event is None or len(day) < len("--10-29"):
                continue
            if day.startswith("--"):
                undated.setdefault((document, day), set()).add(event.id)
            else:
                dated.setdefault((event.id, day[4:]), set()).add(day[:4])
    years: dict[tuple[str, str], str] = {}
    for (document, day), events in undated.items():
        found = {year for event in events for year in dated.get((event, day[1:]), ())}
        if len(found) == 1:
            years[document, day] = found.pop()
    return years


def to_bytes(lines: Iterable[str]) -> bytes:
    """The file: one statement a line, UTF-8, a line break at the end of each."""
    return "".join([f"{line}\n" for line in lines]).encode()


def fullest(names: Iterable[str]) -> str:
    """The name that an entity goes by: the longest, and of several the first in code point order."""
    return min(names, key=lambda name: (-len(name), name))


def _settle_divisions(ledger: Ledger) -> None:
    """Bodies and venues lie in the place that bears the code of their division, whichever article named that place.

    Raises ValueError for a code that no division has.
    """
    for (subject, code), spans in ledger.in_division.items():
        division = gazetteer().at(code)
        if division is None:
            raise ValueError(f"no administrative division has the code {code}")
        place = ledger.divisions.setdefault(code, mint(ledger.base, "place", division_key(code)))
        ledger.state(f"<{subject}> {pk('inDivision')} <{place}>", spans)
        ledger.state(f"<{place}> {TYPE} {pk('Place')}", spans)
        ledger.state(f"<{place}> {NOTATION} {quoted(code)}", spans)
        ledger.names[place][division.name] |= spans


def _settle_names(ledger: Ledger) -> dict[str, str]:
    """One label an entity, whatever the articles call it; every other name is an alias. Returns the labels by IRI."""
    labels: dict[str, str] = {}
    for subject, names in ledger.names.items():
        chosen = labels[subject] = ledger.labels.get(subject) or fullest(names)
        label = tagged(chosen, SIMPLIFIED)
        if chosen not in names:  # a name that people gave: it is said of what these words name
            names[chosen] = set().union(*names.values())
        others: Mapping[str, set[str]] = ledger.other_names.get(subject, {})
        names[chosen] |= others.get(label, set())  # an alias in one article may be the label in another
        ledger.state(f"<{subject}> {LABEL} {label}", names[chosen])
        ledger.state(f"<{subject}> {PREF_LABEL} {label}", names[chosen])
        for name, spans in names.items():
            if name != chosen:
                ledger.state(f"<{subject}> {ALT_LABEL} {tagged(name, SIMPLIFIED)}", spans)
        for term, spans in others.items():
            if term != label:
                ledger.state(f"<{subject}> {ALT_LABEL} {term}", spans)
    return labels


def _settle_posts(ledger: Ledger, labels: dict[str, str]) -> None:
    """A post is called after its body: 青川省教育厅 + 厅长."""
    for post, (body, title) in ledger.posts.items():
        label = tagged(f"{labels[body] if body else ''}{title}", SIMPLIFIED)
        ledger.state(f"<{post}> {LABEL} {label}", ledger.post_spans[post])
        ledger.state(f"<{post}> {PREF_LABEL} {label}", ledger.post_spans[post])


def _settle_tenures(ledger: Ledger) -> None:
    """A tenure's period runs from the first to the last day on which an article attests it."""
    for tenure, attested in ledger.attested.items():
        period = hull(attested)
        if period is None:
            continue
        subject = period_iri(ledger.base, period, None, tenure)
        spans = _bounding(attested, period)
        ledger.state_period(subject, period, spans)
        ledger.state(f"<{tenure}> {pk('tenureDuring')} <{subject}>", spans)


def _bounding(attested: dict[Period, set[str]], period: Period) -> frozenset[str]:
    """The spans that give a period its first or its last day."""
    bounds = [
        spans for one, spans in attested.items() if one.earliest == period.earliest or one.latest == period.latest
    ]
    return frozenset().union(*bounds)
