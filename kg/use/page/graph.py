"""The facts of several articles as one picture: nodes, statements between them, and the lines to draw."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.model import ArticleFacts, Entity, Kind, Outcome, Ref, Span
from kg.use.page.quotes import Evidence, Quotes
from kg.use.page.terms import OUTCOME

NO_LINE = frozenset({"post", "date", "theme", "direction", "quantity"})


@dataclass(slots=True)
class Node:
    """A thing in the picture. `key` is its permalink, `number` its place in the list of nodes."""

    number: int
    key: str
    iri: str
    kind: str
    name: str
    subclass: str | None = None
    code: str | None = None
    aliases: set[str] = field(default_factory=set)
    mentions: dict[int, set[Span]] = field(default_factory=dict)  # spans by article
    quantity: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """What a fact says, apart from where: subject, relation, object (numbers of nodes) and words that belong to it."""

    subject: int
    relation: str
    object: int | None = None
    text: str = ""
    note: str = ""  # as written, for a date
    ordinal: int = 0
    former: bool = False


@dataclass(slots=True)
class Graph:
    """Nodes and statements of a set of articles; the spans of a statement stand by article."""

    articles: Sequence[ArticleFacts]
    nodes: list[Node] = field(default_factory=list)
    statements: dict[Statement, dict[int, set[Span]]] = field(default_factory=dict)
    _keys: dict[str, int] = field(default_factory=dict)

    def quotes(self) -> Quotes:
        """An empty table of quotes over the articles."""
        return Quotes([facts.page for facts in self.articles])

    def evidence(self, quotes: Quotes, spans: dict[int, set[Span]]) -> tuple[Evidence, ...]:
        """`spans` as quotes, article by article."""
        return tuple(shown for article in sorted(spans) for shown in quotes.evidence(article, spans[article]))

    def lines(self) -> dict[tuple[int, int], list[int]]:
        """The lines to draw: the numbers of the statements between each pair of nodes, by (from, to)."""
        found: dict[tuple[int, int], list[int]] = {}
        for number, statement in enumerate(self.statements):
            other = statement.object
            if other is not None and other != statement.subject and statement.relation not in NO_LINE:
                found.setdefault((statement.subject, other), []).append(number)
        return found

    def node(self, key: str, iri: str, kind: str, name: str) -> Node:
        """The node of `key`, made when it is new."""
        if key not in self._keys:
            self._keys[key] = len(self.nodes)
            self.nodes.append(Node(len(self.nodes), key, iri, kind, name))
        return self.nodes[self._keys[key]]

    def state(self, statement: Statement, article: int, spans: Iterable[Span]) -> None:
        """`statement` stands in `spans` of `article`."""
        self.statements.setdefault(statement, {}).setdefault(article, set()).update(spans)


def permalink(iri: str) -> str:
    """The short form of an IRI for the address bar: what follows the last `/id/`, else all of it."""
    return iri.rpartition("/id/")[2] or iri


def build_graph(facts: Sequence[ArticleFacts]) -> Graph:
    """One graph of `facts`, the same for any order of the articles."""
    graph = Graph(sorted(facts, key=lambda article: (article.page.article.id, article.page.article.sha256)))
    for number, article in enumerate(graph.articles):
        _Reader(graph, number, article).read()
    return graph


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one article into the graph."""

    graph: Graph
    number: int
    facts: ArticleFacts

    def read(self) -> None:
        for entity in self.facts.entities:
            self._entity(entity)
        self._roles()
        self._relations()
        self._occurrences()
        self._outcomes()
        self._directions()

    def _entity(self, entity: Entity) -> Node:
        iri = entity.id or f"{entity.kind.value}:{entity.name}"
        node = self.graph.node(permalink(iri), iri, entity.kind.value, entity.label or entity.name)
        if not entity.label and (-len(entity.name), entity.name) < (-len(node.name), node.name):
            node.aliases.add(node.name)
            node.name = entity.name
        node.aliases.update((entity.name, *entity.aliases))
        node.aliases.discard(node.name)
        node.subclass = node.subclass or entity.subclass
        node.code = node.code or entity.code
        node.mentions.setdefault(self.number, set()).update(entity.mentions)
        return node

    def _find(self, kind: Kind, name: str | None) -> int | None:
        entity = self.facts.index.get(Ref(kind, name)) if name else None
        return self._entity(entity).number if entity else None

    def _say(self, statement: Statement, spans: Iterable[Span]) -> None:
        self.graph.state(statement, self.number, spans)

    def _roles(self) -> None:
        for role in self.facts.roles:
            person = self._find(Kind.PERSON, role.person)
            if person is None:
                continue
            body = self._find(Kind.ORGANIZATION, role.organization)
            if body is None:
                statement = Statement(person, "post", text=role.title, note=role.organization or "", former=role.former)
            else:
                statement = Statement(person, "role", body, text=role.title, former=role.former)
            self._say(statement, role.evidence)

    def _relations(self) -> None:
        for relation in self.facts.relations:
            subject = self._find(relation.subject.kind, relation.subject.name)
            other = self._find(relation.object.kind, relation.object.name)
            if subject is not None and other is not None:
                self._say(Statement(subject, relation.predicate, other), relation.evidence)
        for release in self.facts.releases:
            document, event = self._find(Kind.DOCUMENT, release.document), self._find(Kind.EVENT, release.event)
            if document is not None and event is not None:
                self._say(Statement(document, "releasedAt", event), release.evidence)

    def _occurrences(self) -> None:
        for occurrence in self.facts.occurrences:
            event = self._find(Kind.EVENT, occurrence.event)
            if event is None:
                continue
            place = self._find(Kind.PLACE, occurrence.place)
            if place is not None:
                self._say(Statement(event, "locatedIn", place), occurrence.evidence)
            if occurrence.date:
                days = "/".join(filter(None, (occurrence.date, occurrence.until)))
                written = occurrence.date_as_written or ""
                self._say(Statement(event, "date", text=days, note=written), occurrence.evidence)
            if occurrence.theme:
                self._say(Statement(event, "theme", text=occurrence.theme), occurrence.evidence)

    def _outcomes(self) -> None:
        sha = self.facts.page.article.sha256[:12]
        used: dict[str, int] = {}
        for outcome in self.facts.outcomes:
            span = min(outcome.evidence)
            key = f"outcome/{sha}/{span.start}-{span.end}"
            used[key] = used.get(key, 0) + 1
            if used[key] > 1:
                key = f"{key}.{used[key]}"
            node = self.graph.node(key, "", OUTCOME, outcome_name(outcome))
            node.quantity = outcome
            node.mentions.setdefault(self.number, set()).update(outcome.evidence)
            bearers = [self._find(Kind.PROGRAM, name) for name in outcome.programs]
            if not any(bearer is not None for bearer in bearers):
                bearers = [self._find(Kind.ORGANIZATION, outcome.organization)]
            found = sorted({bearer for bearer in bearers if bearer is not None})
            for bearer in found:
                self._say(Statement(bearer, "outcome", node.number), outcome.evidence)
            if not found:
                self._say(Statement(node.number, "quantity", text=outcome_name(outcome)), outcome.evidence)

    def _directions(self) -> None:
        for direction in self.facts.directions:
            speaker = self._find(direction.speaker.kind, direction.speaker.name)
            if speaker is None:
                continue
            event = self._find(Kind.EVENT, direction.event)
            said = Statement(speaker, "direction", event, text=direction.text, ordinal=direction.ordinal)
            self._say(said, direction.evidence)


def outcome_name(outcome: Outcome) -> str:
    """近6000 + 名 + 教师: the number as written, with unit and thing counted where they are not in it."""
    name = outcome.as_written
    if outcome.unit and outcome.unit not in name:
        name += outcome.unit
    if outcome.what and outcome.what not in name:
        name += outcome.what
    return name
