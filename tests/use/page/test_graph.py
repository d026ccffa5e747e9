"""Facts of several articles → one graph."""

from kg.model import ArticleFacts
from kg.use.page.graph import Graph, build_graph, permalink


def said(graph: Graph) -> set[tuple[str, str, str]]:
    name = [node.name for node in graph.nodes]
    return {(name[s.subject], s.relation, "" if s.object is None else name[s.object]) for s in graph.statements}


def test_every_kind_of_fact_is_there(sample: tuple[ArticleFacts, ...]) -> None:
    found = said(build_graph(sample))
    meeting = "云澜教育协同发展2031年度工作会议"
    assert {
        ("沈牧遥", "role", "云岭省教育厅"),
        ("阮清和", "post", ""),  # no body
        ("云岭省教育厅", "organizes", meeting),
        (meeting, "locatedIn", "砚州市"),
        (meeting, "date", ""),
        (meeting, "theme", ""),
        ("《云澜教师队伍建设白皮书》", "releasedAt", meeting),
        ("云澜教师协同研修项目", "outcome", "近6000名教师"),
        ("砚州职业技术学院", "outcome", "50余个实训基地"),  # of a body, without a program
        ("19个试验区", "quantity", ""),  # of neither: no line is invented
        ("沈牧遥", "direction", meeting),
    } <= found


def test_no_fact_is_lost(sample: tuple[ArticleFacts, ...]) -> None:
    spans = {(at, span) for at, article in enumerate(sample) for facts in (
        article.roles, article.occurrences, article.outcomes, article.relations, article.releases, article.directions,
    ) for fact in facts for span in fact.evidence}  # fmt: skip
    graph = build_graph(sample)
    assert spans == {(at, span) for by in graph.statements.values() for at, found in by.items() for span in found}


def test_one_entity_of_many_articles_is_one_node(sample: tuple[ArticleFacts, ...]) -> None:
    graph = build_graph(sample)
    (node,) = (node for node in graph.nodes if node.name == "砚州职业技术学院")
    assert len(node.mentions) > 1
    assert len({node.key for node in graph.nodes}) == len(graph.nodes)


def test_a_fact_said_twice_is_one_statement_with_both_spans(sample: tuple[ArticleFacts, ...]) -> None:
    graph = build_graph(sample)
    name = [node.name for node in graph.nodes]
    (spans,) = (
        by for s, by in graph.statements.items()
        if (name[s.subject], s.relation) == ("云岭省教育厅", "implements") and name[s.object or 0] == "“繁星”行动计划"
    )  # fmt: skip
    assert sum(map(len, spans.values())) == 2


def test_order_of_articles_does_not_matter(sample: tuple[ArticleFacts, ...]) -> None:
    one, other = build_graph(sample), build_graph(sample[::-1])
    assert [(n.key, n.name) for n in one.nodes] == [(n.key, n.name) for n in other.nodes]
    assert list(one.statements) == list(other.statements)


def test_permalink() -> None:
    assert permalink("https://w3id.org/policy-kg/id/person/abcd234567") == "person/abcd234567"
    assert permalink("urn:x") == "urn:x"
