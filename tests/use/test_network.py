"""kg.use.network: nodes and edges of the two articles."""

from pathlib import Path

from kg.model import Kind
from kg.rdf.quads import to_bytes
from kg.rdf.read import parse_lines
from kg.use.network import ALL_KINDS, term_labels, to_networkx
from tests.writer import first_article, second_article, two_lines, writer

GRAPH = to_networkx([first_article(), second_article()])
LABELS = {iri: data["label"] for iri, data in GRAPH.nodes(data=True)}
EDGES = {(LABELS[a], key, LABELS[b]): data for a, b, key, data in GRAPH.edges(keys=True, data=True)}


def node(label: str) -> dict[str, str]:
    return next(dict(data) for _, data in GRAPH.nodes(data=True) if data["label"] == label)


def test_nodes() -> None:
    assert len(GRAPH) == 12
    assert node("青川省教育厅") == {
        "label": "青川省教育厅",
        "kind": "Organization",
        "subclass": "GovernmentBody",
        "aliases": "省教育厅",
        "date": "",
    }
    assert node("青川省数字教育行动方案")["subclass"] == "PolicyDocument"
    assert node("林知远")["subclass"] == ""
    assert node("青川省数字教育推进会")["date"] == "2025-05-08"


def test_edges() -> None:
    assert set(EDGES) == {
        ("林知远", "hosts", "青川省数字教育推进会"),
        ("林知远", "speaksAt", "青川省数字教育推进会"),
        ("林知远", "holdsPost 书记", "青川省委教育工委"),
        ("林知远", "holdsPost 厅长", "青川省教育厅"),
        ("青川师范大学", "signsWith", "临溪学院"),
        ("青川师范大学", "cooperatesWith", "临溪学院"),
        ("云帆科技公司", "implements", "“云上课堂”项目"),
        ("云帆科技公司", "inDivision", "武侯区"),
        ("青川省数字教育推进会", "locatedIn", "临溪市"),
        ("临溪市", "partOf", "青川省"),
        ("青川省数字教育行动方案", "releasedAt", "青川省数字教育推进会"),
    }
    quotes = "“云上课堂”项目由云帆科技公司实施｜云帆科技公司实施"
    implements = EDGES["云帆科技公司", "implements", "“云上课堂”项目"]
    assert implements | {"quotes": "｜".join(sorted(implements["quotes"].split("｜")))} == {
        "predicate": "implements",
        "zh": "实施",
        "en": "implements",
        "quotes": quotes,
    }
    post = EDGES["林知远", "holdsPost 厅长", "青川省教育厅"]
    assert (post["predicate"], post["title"], post["zh"]) == ("holdsPost", "厅长", "任职")
    assert set(post["quotes"].split("｜")) == {"省教育厅厅长", "林知远", "青川省教育厅厅长林知远"}
    assert "former" not in post


def test_a_former_post_says_so() -> None:
    facts = (
        writer("月湖学校原校长周以宁")
        .entity(Kind.PERSON, "周以宁")
        .entity(Kind.ORGANIZATION, "月湖学校")
        .role("周以宁", "校长", "月湖学校", "月湖学校原校长", former=True)
        .facts
    )
    ((_, _, data),) = to_networkx([facts]).edges(data=True)
    assert data["former"] == "true"


def test_all_kinds() -> None:
    graph = to_networkx(parse_lines(two_lines()), ALL_KINDS)
    labels = {data["label"] for _, data in graph.nodes(data=True)} - set(LABELS.values())
    assert labels == {"共建共享", "夯实基础", "加强协作", "学生 近3万名", "学生 35.34万人", "教师 1200余人次"}
    assert {d["predicate"] for _, _, d in graph.edges(data=True)} >= {"theme", "outcomeOf", "statedBy", "statedAt"}


def test_a_file_and_facts_give_the_same(tmp_path: Path) -> None:
    (tmp_path / "g.nq").write_bytes(to_bytes(two_lines()))
    assert list(to_networkx(tmp_path / "g.nq").edges(keys=True, data=True)) == list(GRAPH.edges(keys=True, data=True))


def test_every_value_is_a_string() -> None:
    values = [v for _, data in GRAPH.nodes(data=True) for v in data.values()]
    values += [v for *_, data in GRAPH.edges(data=True) for v in data.values()]
    assert {type(v) for v in values} == {str}


def test_nothing() -> None:
    assert len(to_networkx([])) == 0


def test_labels_of_terms() -> None:
    assert term_labels()["cooperatesWith"] == ("合作", "cooperates with")
    assert term_labels()["Person"] == ("人物", "person")
