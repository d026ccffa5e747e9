"""Counts over the facts of several articles."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kg.model import ArticleFacts, Kind, Ref

CHINESE = {
    "Person": "人物",
    "Organization": "机构",
    "Program": "项目",
    "Document": "文件",
    "Event": "活动",
    "Place": "地点",
    "Tenure": "任职",
    "Outcome": "成效",
    "Relation": "关系",
    "Release": "发布",
    "Direction": "要求",
}


@dataclass(frozen=True, slots=True)
class Summary:
    """How much several articles say. `entities` and `facts` count each thing and each statement once, however many
    articles make it (a number belongs to its article); `spans` counts the runs of text that carry them."""

    articles: int
    entities: dict[str, int]
    facts: dict[str, int]
    predicates: dict[str, int]
    spans: int

    @property
    def statements(self) -> int:
        """All statements together."""
        return sum(self.facts.values())


def _id(facts: ArticleFacts, kind: Kind, name: str) -> str:
    entity = facts.index.get(Ref(kind, name))
    return entity.id if entity and entity.id else name


def _thing(facts: ArticleFacts, ref: Ref) -> str:
    return _id(facts, ref.kind, ref.name)


def summarize(articles: Sequence[ArticleFacts]) -> Summary:
    """Count what the articles say."""
    things = {kind: {e.id or e.name for a in articles for e in a.of(kind)} for kind in Kind}
    tenures = {(_id(a, Kind.PERSON, f.person), f.title, f.organization) for a in articles for f in a.roles}
    relations = {(_thing(a, f.subject), f.predicate, _thing(a, f.object)) for a in articles for f in a.relations}
    facts = {
        "Tenure": len(tenures),
        "Outcome": sum(len(a.outcomes) for a in articles),
        "Relation": len(relations),
        "Release": len({(f.document, f.event) for a in articles for f in a.releases}),
        "Direction": sum(len(a.directions) for a in articles),
    }
    predicates = Counter(predicate for _, predicate, _ in relations)
    spans = {
        (a.page.article.sha256, span)
        for a in articles
        for said in (a.roles, a.occurrences, a.outcomes, a.relations, a.releases, a.directions)
        for fact in said
        for span in fact.evidence
    }
    return Summary(
        articles=len(articles),
        entities={kind.value: len(found) for kind, found in things.items()},
        facts=facts,
        predicates=dict(sorted(predicates.items(), key=lambda item: (-item[1], item[0]))),
        spans=len(spans),
    )
