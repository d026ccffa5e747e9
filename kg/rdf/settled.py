"""What only all articles together can settle: the place of a code, what a thing is called, how long a post was held.

Each article says its part on its sheet; `settle` draws the sum of them, and `complete` writes on a sheet what follows
from the sum for that article. A sheet needs no other sheet once the sum is known.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.entities.iri import division_key, mint
from kg.mentions.gazetteer import Division, gazetteer
from kg.model import ArticleFacts, Kind, Ref
from kg.rdf.iris import period_iri
from kg.rdf.periods import Period, hull
from kg.rdf.sheet import Sheet
from kg.rdf.terms import ALT_LABEL, LABEL, NOTATION, PREF_LABEL, SIMPLIFIED, TYPE, pk, quoted, tagged


@dataclass(frozen=True, slots=True)
class Label:
    """What an entity goes by; `worded` is whether articles call it so, or people gave it the name."""

    text: str
    worded: bool = True


@dataclass(frozen=True, slots=True)
class Settled:
    """The sum: the IRI of the place with each code, the label of each entity, the period of each tenure."""

    places: Mapping[str, str]
    labels: Mapping[str, Label]
    periods: Mapping[str, Period]


def settle(sheets: Sequence[Sheet]) -> Settled:
    """The sum of these sheets. Raises ValueError for a code that no administrative division has."""
    coded: dict[str, set[str]] = {}
    named: dict[str, set[str]] = {}
    given: dict[str, str] = {}
    attested: dict[str, set[Period]] = {}
    for sheet in sheets:
        for code, place in sheet.coded:
            coded.setdefault(code, set()).add(place)
        for _, code in sheet.in_division:
            coded.setdefault(code, set())
        for subject, names in sheet.names.items():
            named.setdefault(subject, set()).update(names)
        given |= sheet.labels
        for tenure, periods in sheet.attested.items():
            attested.setdefault(tenure, set()).update(periods)
    base = sheets[0].base if sheets else ""
    places = {code: place_of(base, code, bearers) for code, bearers in coded.items()}
    for sheet in sheets:
        for place, name in division_names(sheet, places):
            named.setdefault(place, set()).add(name)
    return Settled(
        places,
        {subject: label_of(names, given.get(subject)) for subject, names in named.items()},
        {tenure: period for tenure, periods in attested.items() if (period := hull(periods))},
    )


def place_of(base: str, code: str, bearers: Iterable[str]) -> str:
    """The IRI of the place that has the code of an administrative division: of those that articles name, or its own."""
    return min(bearers, default="") or mint(base, "place", division_key(code))


def division_names(sheet: Sheet, places: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """The places that bodies and venues of an article lie in, by their names: IRI, name."""
    for _, code in sheet.in_division:
        yield places[code], _division(code).name


def label_of(names: Iterable[str], given: str | None) -> Label:
    """What an entity goes by: the name given, else the longest, and of several the first in code point order."""
    known = set(names)
    if given:
        return Label(given, given in known)
    return Label(min(known, key=lambda name: (-len(name), name)))


def open_years(facts: Iterable[ArticleFacts]) -> dict[str, dict[str, str]]:
    """The year of a day that an article gives without one, by the article's hash and the day (--10-29): another article
    dates the same event."""
    dated: dict[tuple[str, str], set[str]] = {}
    undated: dict[tuple[str, str], set[str]] = {}
    for one in facts:
        for event, day in days_of_events(one):
            if day.startswith("--"):
                undated.setdefault((one.page.article.sha256, day), set()).add(event)
            else:
                dated.setdefault((event, day[4:]), set()).add(day[:4])
    years: dict[str, dict[str, str]] = {}
    for (article, day), events in undated.items():
        if year := year_of({year for event in events for year in dated.get((event, day[1:]), ())}):
            years.setdefault(article, {})[day] = year
    return years


def days_of_events(facts: ArticleFacts) -> Iterable[tuple[str, str]]:
    """The IRI of each event and its last day, where the article gives one: 2025-10-29, or --10-29."""
    for o in facts.occurrences:
        event, day = facts.index.get(Ref(Kind.EVENT, o.event)), o.until or o.date or ""
        if event is not None and len(day) >= len("--10-29"):
            yield event.id, day


def year_of(found: set[str]) -> str | None:
    """The year, where the articles agree."""
    return next(iter(found)) if len(found) == 1 else None


def complete(sheet: Sheet, settled: Settled) -> None:
    """Write on the sheet what the sum says of its article's things."""
    _divisions(sheet, settled.places)
    _names(sheet, settled.labels)
    _posts(sheet, settled.labels)
    _tenures(sheet, settled.periods)


def _division(code: str) -> Division:
    if (division := gazetteer().at(code)) is None:
        raise ValueError(f"no administrative division has the code {code}")
    return division


def _divisions(sheet: Sheet, places: Mapping[str, str]) -> None:
    """Bodies and venues lie in the place that bears the code of their division, whichever article named that place."""
    for (subject, code), spans in sheet.in_division.items():
        place = places[code]
        sheet.state(subject, pk("inDivision"), f"<{place}>", spans)
        sheet.state(place, TYPE, pk("Place"), spans)
        sheet.state(place, NOTATION, quoted(code), spans)
        sheet.names[place][_division(code).name] |= spans


def _names(sheet: Sheet, labels: Mapping[str, Label]) -> None:
    """One label an entity, whatever the articles call it; every other name is an alias."""
    for subject, names in sheet.names.items():
        chosen = labels[subject]
        others: Mapping[str, set[str]] = sheet.other_names.get(subject, {})
        label = tagged(chosen.text, SIMPLIFIED)
        spans = set(names.get(chosen.text, ()))
        if not chosen.worded:  # a name that people gave: it is said of what these words name
            spans.update(*names.values())
        spans |= others.get(label, set())  # an alias in one article may be the label in another
        if spans:
            sheet.state(subject, LABEL, label, spans)
            sheet.state(subject, PREF_LABEL, label, spans)
        for name, said in names.items():
            if name != chosen.text:
                sheet.state(subject, ALT_LABEL, tagged(name, SIMPLIFIED), said)
        for term, said in others.items():
            if term != label:
                sheet.state(subject, ALT_LABEL, term, said)


def _posts(sheet: Sheet, labels: Mapping[str, Label]) -> None:
    """A post is called after its body: 青川省教育厅 + 厅长."""
    for post, (body, title) in sheet.posts.items():
        label = tagged(f"{labels[body].text if body else ''}{title}", SIMPLIFIED)
        sheet.state(post, LABEL, label, sheet.post_spans[post])
        sheet.state(post, PREF_LABEL, label, sheet.post_spans[post])


def _tenures(sheet: Sheet, periods: Mapping[str, Period]) -> None:
    """A tenure's period runs from the first to the last day on which an article attests it; the spans that give it
    either day say so."""
    for tenure, attested in sheet.attested.items():
        period = periods.get(tenure)
        if period is None:
            continue
        bounding = [spans for one, spans in attested.items() if bounds(one, period)]
        if spans := frozenset().union(*bounding):
            subject = period_iri(sheet.base, period, None, tenure)
            sheet.state_period(subject, period, spans)
            sheet.state(tenure, pk("tenureDuring"), f"<{subject}>", spans)


def bounds(one: Period, period: Period) -> bool:
    """Whether a period gives another one its first or its last day."""
    return one.earliest == period.earliest or one.latest == period.latest
