"""One change of a store: articles come, go and become others, all of it or nothing.

    sightings in and out → identity of the blocks touched → sums → the articles to be written again → their quads

An article's facts are read from its text again where they are needed: what is kept of them is only what other articles
can ask for.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from kg.entities.decisions import Decision
from kg.entities.identify import identified
from kg.entities.iri import document_iri
from kg.entities.setting import Setting
from kg.facts.extract import extract
from kg.model import Article, ArticleFacts, Entity, Kind
from kg.rdf import divisions, themes
from kg.rdf.settled import complete
from kg.store import identity
from kg.store.decided import carry_out
from kg.store.index import Index
from kg.store.registry import Registry
from kg.store.sums import PLACE, THEME, Sums
from kg.text.page import read_page

KEPT = 400  # articles of which the facts are kept at hand
BATCH = 200  # articles that come or go at once; more go by in several batches


@dataclass
class Change:
    """A change that is under way; the writer's transaction is open, the index is a new one."""

    registry: Registry
    index: Index
    base: str
    decisions: Sequence[Decision] = ()
    waiting: list[Decision] = field(default_factory=list)  # decisions on what no article names, in the end
    _settings: dict[int, Setting] = field(default_factory=dict)

    def apply(
        self, gone: Sequence[int], new: Sequence[Article], progress: Callable[[str], None] = lambda name: None
    ) -> None:
        """Remove articles by their numbers, and add others, whose texts the registry must not hold yet."""
        for start in range(0, max(len(gone), len(new)), BATCH):
            batch: list[tuple[int, Setting]] = []
            for article in new[start : start + BATCH]:
                progress(article.source)
                setting = Setting(extract(read_page(article)))
                batch.append((self.registry.put_article(article), setting))
            self._apply(gone[start : start + BATCH], batch)

    def rename(self, number: int, source: str) -> None:
        """Give an article another file name."""
        self.registry.rename_article(number, source)
        self._settings.pop(number, None)
        self._rewrite(Sums(self.registry, self.base), {number}, set())

    def decide(self) -> None:
        """Carry out the decisions, once all articles are in; raises kg.entities.decisions.DecisionError."""
        moved, self.waiting = carry_out(self.registry, self.decisions, self.base, self._setting)
        if moved:
            self._rewrite(Sums(self.registry, self.base), moved, set())

    def _apply(self, removed: Sequence[int], added: Sequence[tuple[int, Setting]]) -> None:
        found, sums = identity.Touched(), Sums(self.registry, self.base)
        touched: set[tuple[str, str]] = set()
        for number in removed:
            identity.forget(self.registry, number, found)
            touched |= sums.forget(number)
            self._settings.pop(number, None)
            self.index.write(document_iri(self.base, self.registry.article(number).sha256), ())
            self.registry.drop_article(number)
        for number, setting in added:
            self._keep(number, setting)
            identity.enter(self.registry, number, setting, found)
        dirty = identity.settle(self.registry, found) | {number for number, _ in added}
        self._rewrite(sums, dirty, touched)

    def _rewrite(self, sums: Sums, dirty: set[int], touched: set[tuple[str, str]]) -> None:
        """Write the articles again whose facts, or whatever of the sums they show, are others now."""
        sums.settle(dirty, touched, self._facts)
        for sheet in sums.sheets.values():
            complete(sheet, sums.settled(sheet))
            self.index.write(sheet.document, sheet.lines)
        self.index.settle()
        if PLACE in sums.moved:
            lines = divisions.division_lines(sums.places(), self.base)
            self.index.write_background(NamedNode(self.base + divisions.GRAPH), lines)
        if THEME in sums.moved:
            lines = themes.theme_lines(sums.themes(), self.base)
            self.index.write_background(NamedNode(self.base + themes.GRAPH), lines)

    def _facts(self, number: int) -> ArticleFacts:
        """What an article says, of entities with their IRIs."""
        setting = self._setting(number)
        rows = self.registry.rows("SELECT kind, name, key FROM sighting WHERE article = ?", number)
        keys = {(Kind(kind), name): key for kind, name, key in rows}
        labels: dict[tuple[Kind, str], str] = {}
        for (kind, _), key in keys.items():
            if text := self._label(kind, key):
                labels[kind, key] = text

        def key_of(entity: Entity) -> str:
            return keys[entity.kind, entity.name]

        return identified(setting, self.base, key_of, labels)

    def _label(self, kind: Kind, key: str) -> str | None:
        """What an entity is to be called: as people decided, or by its current name."""
        return self.registry.value("SELECT text FROM label WHERE kind = ? AND key = ? ORDER BY origin", kind, key)

    def _setting(self, number: int) -> Setting:
        """An article as identity sees it; read again where it is not at hand."""
        if (setting := self._settings.get(number)) is None:
            setting = Setting(extract(read_page(self.registry.article(number))))
            self._keep(number, setting)
        return setting

    def _keep(self, number: int, setting: Setting) -> None:
        while len(self._settings) >= KEPT:
            self._settings.pop(next(iter(self._settings)))
        self._settings[number] = setting
