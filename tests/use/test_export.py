"""kg.use.export: each format, there and back."""

import csv
import io
import json
from pathlib import Path

import networkx as nx
import pytest

from kg.model import Kind
from kg.rdf.quads import quads, to_bytes
from kg.rdf.read import GraphError, parse_lines, read_quads
from kg.use.export import FORMATS, ExportError, export, render
from kg.use.network import ALL_KINDS, to_networkx
from kg.use.tables import original
from tests.rdf.test_terms import HOSTILE
from tests.writer import two_lines, writer

QUADS = parse_lines(two_lines())
GRAPH = to_networkx(QUADS, ALL_KINDS)
NAMES = [format.name for format in FORMATS]


@pytest.fixture
def graph_file(tmp_path: Path) -> Path:
    path = tmp_path / "graph.nq"
    path.write_bytes(to_bytes(two_lines()))
    return path


def edges(graph: nx.MultiDiGraph) -> list[tuple[str, str, str, dict[str, str]]]:
    return sorted((a, b, k, dict(sorted(d.items()))) for a, b, k, d in graph.edges(keys=True, data=True))


def nodes(graph: nx.MultiDiGraph) -> dict[str, dict[str, str]]:
    return {iri: dict(sorted(data.items())) for iri, data in graph.nodes(data=True)}


def hostile() -> list[str]:
    texts = [text for text in HOSTILE if text]
    start = writer("".join(f"〔{text}〕" for text in texts))
    for text in texts:
        start = start.entity(Kind.ORGANIZATION, f"〔{text}〕")
    return quads([start.facts])


def test_formats() -> None:
    assert NAMES == ["nq", "nt", "ttl", "ttl-annotated", "trig", "jsonld", "rdfxml", "graphml", "gexf", "json", "csv"]
    assert all(format.chinese and format.english for format in FORMATS)


@pytest.mark.parametrize("name", NAMES)
def test_files(graph_file: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / "new" / f"news.{name}"
    written = export(graph_file, name, out)
    expected = ["news.nodes.csv", "news.edges.csv"] if name == "csv" else [f"news.{name}"]
    assert [path.name for path in written] == expected
    assert sorted(path.name for path in out.parent.iterdir()) == sorted(expected)
    assert all(path.stat().st_size > 500 for path in written)


def test_rdf_to_rdf(graph_file: Path, tmp_path: Path) -> None:
    (trig,) = export(graph_file, "trig", tmp_path / "a.trig")
    (jsonld,) = export(trig, "jsonld", tmp_path / "b.jsonld")
    (back,) = export(jsonld, "nq", tmp_path / "c.nq")
    assert back.read_bytes() == graph_file.read_bytes()


def test_graphml() -> None:
    content = render(QUADS, "graphml")[""]
    back = nx.read_graphml(io.BytesIO(content), force_multigraph=True)
    assert nodes(back) == nodes(GRAPH)
    assert edges(back) == edges(GRAPH)


def test_gexf() -> None:
    content = render(QUADS, "gexf")[""]
    assert b"lastmodified" not in content
    back = nx.read_gexf(io.BytesIO(content))
    assert {i: d["label"] for i, d in nodes(back).items()} == {i: d["label"] for i, d in nodes(GRAPH).items()}
    found = sorted((a, b, d["predicate"], d["quotes"]) for a, b, d in back.edges(data=True))
    assert found == sorted((a, b, d["predicate"], d["quotes"]) for a, b, d in GRAPH.edges(data=True))


def test_node_link() -> None:
    back = nx.node_link_graph(json.loads(render(QUADS, "json")[""]), edges="edges")
    assert nodes(back) == nodes(GRAPH)
    assert edges(back) == edges(GRAPH)


def test_csv() -> None:
    tables = {
        k: list(csv.reader(io.StringIO(v.decode("utf-8-sig"), newline=""))) for k, v in render(QUADS, "csv").items()
    }
    assert tables[".nodes"][0] == ["id", "label", "kind", "subclass", "aliases", "date"]
    assert tables[".edges"][0] == ["source", "target", "predicate", "zh", "en", "title", "quotes"]
    assert {row[0]: row[1] for row in tables[".nodes"][1:]} == {i: d["label"] for i, d in nodes(GRAPH).items()}
    assert len(tables[".edges"]) == len(edges(GRAPH)) + 1
    assert all(v.startswith(b"\xef\xbb\xbf") for v in render(QUADS, "csv").values())


@pytest.mark.parametrize("name", ["graphml", "gexf", "json", "csv"])
def test_hostile_names(name: str) -> None:
    expected = {f"〔{text}〕" for text in HOSTILE if text}
    made = parse_lines(hostile())
    content = render(made, name)
    match name:
        case "graphml":
            found = {d["label"] for _, d in nx.read_graphml(io.BytesIO(content[""])).nodes(data=True)}
        case "gexf":
            found = {d["label"] for _, d in nx.read_gexf(io.BytesIO(content[""])).nodes(data=True)}
        case "json":
            found = {d["label"] for d in json.loads(content[""])["nodes"]}
        case _:
            rows = csv.reader(io.StringIO(content[".nodes"].decode("utf-8-sig"), newline=""))
            found = {original(row[1]) for row in rows} - {"label"}
    if name in ("graphml", "gexf"):
        # XML 1.0 cannot hold control characters, and its readers turn CR LF into LF.
        expected = {"".join("\ufffd" if c in "\b\f\x07" else c for c in t.replace("\r\n", "\n")) for t in expected}
    assert found == expected


def test_formulas_are_made_harmless() -> None:
    facts = writer("=HYPERLINK(1)").entity(Kind.ORGANIZATION, "=HYPERLINK(1)").facts
    rows = list(csv.reader(io.StringIO(render(parse_lines(quads([facts])), "csv")[".nodes"].decode("utf-8-sig"))))
    assert rows[1][1] == "'=HYPERLINK(1)"


@pytest.mark.parametrize(
    ("name", "hint"), [("turtle", "there are: nq, nt"), ("graphlm", "did you mean graphml"), ("", "there are")]
)
def test_no_such_format(graph_file: Path, tmp_path: Path, name: str, hint: str) -> None:
    with pytest.raises(ExportError, match=hint):
        export(graph_file, name, tmp_path / "x")
    assert not (tmp_path / "x").exists()


def test_no_graph(tmp_path: Path) -> None:
    (tmp_path / "g.ttl").write_text("nothing", encoding="utf-8")
    with pytest.raises(GraphError, match=r"g\.ttl: line 1"):
        export(tmp_path / "g.ttl", "nq", tmp_path / "x.nq")
    assert not (tmp_path / "x.nq").exists()


def test_an_export_may_replace_its_source(graph_file: Path) -> None:
    before = graph_file.read_bytes()
    export(graph_file, "nq", graph_file)
    assert graph_file.read_bytes() == before
    assert len(read_quads(graph_file)) == len(QUADS)
