"""What all articles together settle (see kg.rdf.settled), kept as parts that articles add and the totals of them.

An article whose part changes makes the totals that it adds to change; an article is written again where a total changes
that it shows: a label of something that it names, the period of a tenure that it bounds, the year of a day.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from kg.model import ArticleFacts
from kg.rdf.periods import Period, hull
from kg.rdf.quads import written
from kg.rdf.settled import Label, Settled, bounds, days_of_events, division_names, label_of, place_of, year_of
from kg.rdf.sheet import Sheet
from kg.store.registry import Registry, dumps

Read = Callable[[int], ArticleFacts]  # an article's facts with their IRIs, by its number
Part = tuple[str, str, str]  # family, key, value

DATED, UNDATED, PLACE, NAME, GIVEN, TENURE, THEME = "dated", "undated", "place", "name", "given", "tenure", "theme"
LABEL, YEAR = "label", "year"  # totals
_OPEN = "--"


@dataclass
class Sums:
    """The parts and totals of a registry, under the base of its IRIs."""

    registry: Registry
    base: str
    sheets: dict[int, Sheet] = field(default_factory=dict)  # of the articles that a change touches
    moved: set[str] = field(default_factory=set)  # PLACE, THEME: where what is in use is no longer what it was

    def forget(self, number: int) -> set[tuple[str, str]]:
        """Take an article's parts out; the sums that they were parts of."""
        for key, _ in self._years(number):
            self._put(YEAR, key, None)
        return self._replace(number, (DATED, UNDATED, PLACE, NAME, GIVEN, TENURE, THEME), ())

    def settle(self, dirty: set[int], touched: set[tuple[str, str]], read: Read) -> set[int]:
        """Bring parts and totals to what these articles say now; all articles that are to be written again.

        `touched` are the sums from which an article was taken away.
        """
        dirty = set(dirty)
        for number in sorted(dirty):
            touched |= self._replace(number, (DATED, UNDATED), self._days(read(number)))
        dirty |= self._settle_years(dirty, touched)
        self.sheets = {number: self._sheet(number, read(number)) for number in sorted(dirty)}
        for number, sheet in self.sheets.items():
            touched |= self._replace(number, (PLACE,), self._places(sheet))
        moved = self._settle_places({key for family, key in touched if family == PLACE})
        self._add(moved, read)
        for number, sheet in self.sheets.items():
            touched |= self._replace(number, (NAME, GIVEN, TENURE, THEME), self._names(sheet))
        self.moved.update(family for family, _ in touched if family == THEME)
        again = self._settle_labels({key for family, key in touched if family in (NAME, GIVEN)})
        again |= self._settle_tenures({key for family, key in touched if family == TENURE})
        self._add(again, read)
        return set(self.sheets)

    def settled(self, sheet: Sheet) -> Settled:
        """Of the totals those that the sheet of one article shows."""
        places = self._places_of(sheet)
        labels, periods = {}, {}
        for subject in {*sheet.names, *places.values()}:
            if total := self._total(LABEL, self._short(subject)):
                labels[subject] = Label(*json.loads(total))
        for tenure in sheet.attested:
            if total := self._total(TENURE, self._short(tenure)):
                periods[tenure] = Period(*json.loads(total))
        return Settled(places, labels, periods)

    def places(self) -> dict[str, str]:
        """The IRI of every place that bears the code of an administrative division."""
        rows = self.registry.rows("SELECT key, value FROM total WHERE family = ?", PLACE)
        return {code: self.base + place for code, place in rows}

    def themes(self) -> set[str]:
        """The themes in use."""
        return {key for (key,) in self.registry.rows("SELECT DISTINCT key FROM part WHERE family = ?", THEME)}

    def _short(self, iri: str) -> str:
        return iri.removeprefix(self.base)

    def _add(self, numbers: Iterable[int], read: Read) -> None:
        for number in sorted(set(numbers) - self.sheets.keys()):
            self.sheets[number] = self._sheet(number, read(number))

    def _sheet(self, number: int, facts: ArticleFacts) -> Sheet:
        return written(facts, self.base, {key.partition(" ")[2]: year for key, year in self._years(number)})

    def _years(self, number: int) -> list[tuple[str, ...]]:
        """The days of an article whose year another article knows: the key of the total, the year."""
        query = "SELECT key, value FROM total WHERE family = ? AND key BETWEEN ? AND ?"
        return self.registry.rows(query, YEAR, f"{number} ", f"{number} ~")

    # Parts: what one article adds.

    def _replace(self, number: int, families: tuple[str, ...], parts: Iterable[Part]) -> set[tuple[str, str]]:
        """Make these the parts of an article in some families; the sums (family, key) of which a part came or went."""
        marks = ",".join("?" * len(families))
        query = f"SELECT family, key, value FROM part WHERE article = ? AND family IN ({marks})"
        old, new = set(self.registry.rows(query, number, *families)), set(parts)
        delete = "DELETE FROM part WHERE family = ? AND key = ? AND value = ? AND article = ?"
        self.registry.run(delete, [(*part, number) for part in sorted(old - new)])
        self.registry.run("INSERT INTO part VALUES (?, ?, ?, ?)", [(*part, number) for part in sorted(new - old)])
        return {(family, key) for family, key, _ in old ^ new}

    def _days(self, facts: ArticleFacts) -> Iterable[Part]:
        for event, day in days_of_events(facts):
            if day.startswith(_OPEN):
                yield UNDATED, f"{self._short(event)} {day.removeprefix(_OPEN)}", ""
            else:
                yield DATED, f"{self._short(event)} {day[5:]}", day[:4]

    def _places(self, sheet: Sheet) -> Iterable[Part]:
        for code, place in sheet.coded:
            yield PLACE, code, self._short(place)
        for _, code in sheet.in_division:
            yield PLACE, code, ""

    def _names(self, sheet: Sheet) -> Iterable[Part]:
        for subject, names in sheet.names.items():
            for name in names:
                yield NAME, self._short(subject), name
        for place, name in division_names(sheet, self._places_of(sheet)):
            yield NAME, self._short(place), name
        for subject, label in sheet.labels.items():
            yield GIVEN, self._short(subject), label
        for tenure, periods in sheet.attested.items():
            for period in periods:
                yield TENURE, self._short(tenure), dumps([period.edtf, period.earliest, period.latest])
        for theme in sheet.themes:
            yield THEME, theme, ""

    def _places_of(self, sheet: Sheet) -> dict[str, str]:
        """The IRIs of the places that bodies and venues of an article lie in, by code."""
        return {code: self.base + (self._total(PLACE, code) or "") for _, code in sheet.in_division}

    # Totals: what the articles add up to.

    def _total(self, family: str, key: str) -> str | None:
        return self.registry.value("SELECT value FROM total WHERE family = ? AND key = ?", family, key)

    def _put(self, family: str, key: str, value: str | None) -> bool:
        """Set or take away a total; whether it is another one now."""
        if self._total(family, key) == value:
            return False
        self.registry.run("DELETE FROM total WHERE family = ? AND key = ?", [(family, key)])
        if value is not None:
            self.registry.run("INSERT INTO total VALUES (?, ?, ?)", [(family, key, value)])
        return True

    def _values(self, family: str, key: str) -> set[str]:
        rows = self.registry.rows("SELECT DISTINCT value FROM part WHERE family = ? AND key = ?", family, key)
        return {value for (value,) in rows}

    def _articles(self, family: str, key: str) -> set[int]:
        rows = self.registry.rows("SELECT article FROM part WHERE family = ? AND key = ?", family, key)
        return {int(number) for (number,) in rows}

    def _settle_years(self, dirty: set[int], touched: set[tuple[str, str]]) -> set[int]:
        """The articles that learn the year of a day from another one, or no longer do."""
        asking = set(dirty)
        for family, key in touched:
            if family in (DATED, UNDATED):
                asking |= self._articles(UNDATED, key)
        changed: set[int] = set()
        for number in sorted(asking):
            rows = self.registry.rows("SELECT key FROM part WHERE article = ? AND family = ?", number, UNDATED)
            found: dict[str, set[str]] = {}
            for (key,) in rows:
                found.setdefault(_OPEN + key.partition(" ")[2], set()).update(self._values(DATED, key))
            days = {*found, *(key.partition(" ")[2] for key, _ in self._years(number))}
            if any([self._put(YEAR, f"{number} {day}", year_of(found.get(day, set()))) for day in sorted(days)]):
                changed.add(number)
        return changed

    def _settle_places(self, codes: set[str]) -> set[int]:
        """The articles that name another place now as that in which something lies."""
        changed: set[int] = set()
        for code in sorted(codes):
            values = self._values(PLACE, code)
            bearers = [self.base + value for value in values if value]
            place = self._short(place_of(self.base, code, bearers)) if values else None
            if self._put(PLACE, code, place):
                self.moved.add(PLACE)
                changed |= self._articles(PLACE, code)
        return changed

    def _settle_labels(self, subjects: set[str]) -> set[int]:
        changed: set[int] = set()
        for subject in sorted(subjects):
            names, given = self._values(NAME, subject), self._values(GIVEN, subject)
            label = label_of(names, min(given, default=None)) if names else None
            if self._put(LABEL, subject, dumps([label.text, label.worded]) if label else None):
                changed |= self._articles(NAME, subject)
        return changed

    def _settle_tenures(self, tenures: set[str]) -> set[int]:
        changed: set[int] = set()
        for tenure in sorted(tenures):
            old = self._total(TENURE, tenure)
            values = self._values(TENURE, tenure)
            period = hull(Period(*json.loads(value)) for value in values)
            new = dumps([period.edtf, period.earliest, period.latest]) if period else None
            if not self._put(TENURE, tenure, new):
                continue
            shown = [Period(*json.loads(total)) for total in (old, new) if total]
            for value in values:
                if any(bounds(Period(*json.loads(value)), one) for one in shown):
                    query = "SELECT article FROM part WHERE family = ? AND key = ? AND value = ?"
                    changed |= {int(n) for (n,) in self.registry.rows(query, TENURE, tenure, value)}
        return changed
