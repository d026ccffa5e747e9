"""Counts over the facts of several articles."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kg.model import ArticleFacts, Fact, Kind

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
    """How much several articles say. `entities` counts things, each once however many articles name it; `facts`
    counts statements, each once an article that makes it; `spans` the runs of text that carry them."""

    articles: int
    entities: dict[str, int]
    facts: dict[str, int]
    predicates: dict[str, int]
    spans: int

    @property
    def statements(self) -> int:
        """All statements together."""
        return sum(self.facts.values())


def summarize(articles: Sequence[ArticleFacts]) -> Summary:
    """Count what the articles say."""
    things = {kind: {e.id or e.name for a in articles for e in a.of(kind)} for kind in Kind}
    facts: dict[str, list[Fact]] = {
        "Tenure": [f for a in articles for f in a.roles],
        "Outcome": [f for a in articles for f in a.outcomes],
        "Relation": [f for a in articles for f in a.relations],
        "Release": [f for a in articles for f in a.releases],
        "Direction": [f for a in articles for f in a.directions],
    }
    predicates = Counter(r.predicate for a in articles for r in a.relations)
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
        facts={name: len(found) for name, found in facts.items()},
        predicates=dict(sorted(predicates.items(), key=lambda item: (-item[1], item[0]))),
        spans=len(spans),
    )
