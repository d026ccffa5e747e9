"""What the graph says of an IRI, for machines: each form against the graph itself."""

import csv
import io
import json

import pytest
import rdflib
from pyoxigraph import DefaultGraph, Literal, NamedNode, RdfFormat, Store, parse

from kg.rdf.read import text_of
from kg.rdf.terms import PK, PROV, RDF, RDFS
from kg.serve.about import Reader
from kg.serve.forms import BY_ENDING, write
from kg.serve.job import Refusal
from kg.serve.linked import MANY, described, known, labels
from kg.use.query import load
from tests.serve.pages.graphs import HOSTILE, HUB, hostile_lines, hub_lines

DEFAULT = DefaultGraph()


def named(store: Store, name: str) -> NamedNode:
    """The thing with this label."""
    label = NamedNode(f"{RDFS}label")
    return next(
        q.subject
        for q in store.quads_for_pattern(None, label, None, DEFAULT)
        if text_of(q.object) == name and isinstance(q.subject, NamedNode)
    )


@pytest.fixture(scope="module")
def yu(store: Store) -> str:
    return named(store, "余孝其").value


def test_json_has_every_fact_with_its_words(store: Store, yu: str) -> None:
    data = json.loads(write(Reader(store), yu, BY_ENDING["json"]))
    assert data["name"] == "余孝其"
    assert data["classes"] == [f"{PK}Person"]
    node = NamedNode(yu)
    out = {(q.predicate.value, text_of(q.object)) for q in store.quads_for_pattern(node, None, None, DEFAULT)}
    coming = {(q.predicate.value, text_of(q.subject)) for q in store.quads_for_pattern(None, None, node, DEFAULT)}
    told = {(f["direction"], f["property"], f["value"]) for f in data["facts"]}
    wanted = {("out", *one) for one in out if one[0] != f"{RDF}type"} | {("in", *one) for one in coming}
    assert told == wanted
    assert len(told) > 10
    for fact in data["facts"]:
        assert fact["evidence"], fact
        for one in fact["evidence"]:
            (exact,) = store.quads_for_pattern(NamedNode(one["span"]), NamedNode(f"{PK}exact"), None, DEFAULT)
            assert one["exact"] == text_of(exact.object)
            assert one["span"] == f"{one['article']}#char={one['start']},{one['end']}"


def test_tenures_tell_their_days_and_bounds_are_shown(store: Store, yu: str) -> None:
    data = json.loads(write(Reader(store), yu, BY_ENDING["json"]))
    posts = {(f["name"], f["note"]) for f in data["facts"] if f["property"] == f"{PK}tenureOf"}
    assert ("余孝其 · 四川省教育厅厅长", "2025-10-17") in posts
    program = named(store, "四川云教").value
    data = json.loads(write(Reader(store), program, BY_ENDING["json"]))
    outcomes = {(f["name"], f["note"]) for f in data["facts"] if f["property"] == f"{PK}outcomeOf"}
    assert ("学生 70余万", "> 700,000, < 800,000") in outcomes


def test_turtle_says_what_each_fact_was_derived_from(store: Store, yu: str) -> None:
    graph = rdflib.Graph().parse(data=write(Reader(store), yu, BY_ENDING["ttl"]), format="turtle")
    subject, rdf, prov = rdflib.URIRef(yu), rdflib.Namespace(RDF), rdflib.Namespace(PROV)
    assert (subject, rdflib.RDFS.label, rdflib.Literal("余孝其", lang="zh-hans")) in graph
    event = next(graph.objects(subject, rdflib.URIRef(f"{PK}speaksAt")))
    (statement,) = (
        s for s in graph.subjects(rdf.object, event) if (s, rdf.predicate, rdflib.URIRef(f"{PK}speaksAt")) in graph
    )
    (span,) = graph.objects(statement, prov.wasDerivedFrom)
    assert graph.value(span, rdflib.URIRef(f"{PK}exact")) == rdflib.Literal("余孝其在讲话中说")


@pytest.mark.parametrize(("ending", "syntax"), [("jsonld", RdfFormat.JSON_LD), ("nq", RdfFormat.N_QUADS)])
def test_named_graphs_keep_who_says_so(store: Store, yu: str, ending: str, syntax: RdfFormat) -> None:
    found = set(parse(write(Reader(store), yu, BY_ENDING[ending]), format=syntax))
    node = NamedNode(yu)
    about = set(store.quads_for_pattern(node, None, None, None)) | set(store.quads_for_pattern(None, None, node, None))
    assert about <= found
    assert found <= set(store)


def test_csv_is_for_spreadsheets(store: Store, yu: str) -> None:
    content = write(Reader(store), yu, BY_ENDING["csv"])
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    (row,) = (r for r in rows if r["property"] == "pk:speaksAt")
    assert (row["exact"], row["start"], row["end"]) == ("余孝其在讲话中说", "669", "677")
    assert row["name"].endswith("工作会议")


def test_every_iri_of_the_graph_is_known(store: Store) -> None:
    base = "https://w3id.org/policy-kg/"
    subjects = {text_of(q.subject) for q in store if isinstance(q.subject, NamedNode)}
    assert len(subjects) > 600
    for iri in subjects:
        path = iri.removeprefix(base)
        if path.startswith("id/") and "#" not in path:
            assert known(store, path, "")[1].decode() == iri
        assert known(store, "", iri)[1].decode() == iri


@pytest.mark.parametrize("path", ["id/person/aaaaaaaaaa", "id/", "", "id/person/<script>", "id/%zz", "other/person/ab"])
def test_unknown(store: Store, path: str) -> None:
    assert known(store, path, "")[1] == b""
    with pytest.raises(Refusal, match="says nothing") as refusal:
        described(store, "", path, "", "ttl")
    assert refusal.value.status == 404


def test_hostile_names_in_every_form() -> None:
    store = load(hostile_lines())
    body = named(store, "某局").value
    reader = Reader(store)
    names = {text_of(q.object) for q in store.quads_for_pattern(None, NamedNode(f"{PK}title"), None, DEFAULT)}
    assert names == set(HOSTILE)
    for ending, syntax in (("ttl", RdfFormat.TURTLE), ("jsonld", RdfFormat.JSON_LD), ("nq", RdfFormat.N_QUADS)):
        texts = {text_of(q.object) for q in parse(write(reader, body, BY_ENDING[ending]), format=syntax)
                 if isinstance(q.object, Literal)}  # fmt: skip
        assert {name for name in HOSTILE if any(name in text for text in texts)} == set(HOSTILE)
    data = json.loads(write(reader, body, BY_ENDING["json"]))
    assert "\u202e" not in "".join(f.get("name", "") for f in data["facts"])
    for row in csv.reader(io.StringIO(write(reader, body, BY_ENDING["csv"]).decode("utf-8-sig"))):
        assert not any(cell.startswith(("=", "+", "@", "\t", "\r")) for cell in row)


def test_a_hub_is_told_whole_to_machines() -> None:
    store = load(hub_lines(30, 20))
    data = json.loads(write(Reader(store), named(store, HUB).value, BY_ENDING["json"]))
    counts = [sum(f["property"] == f"{PK}{name}" for f in data["facts"]) for name in ("tenureAt", "signsWith")]
    assert counts == [30, 20]


def test_words_stand_in_the_order_of_their_article(store: Store) -> None:
    event = named(store, "推动成渝地区双城经济圈建设教育联合专项组2025年度工作会议")
    reader = Reader(store)
    article = next(q.graph_name.value.partition("#")[0] for q in store.quads_for_pattern(event, None, None, None)
                   if isinstance(q.graph_name, NamedNode) and "#" in q.graph_name.value)  # fmt: skip
    spans = {text_of(q.subject) for q in store.quads_for_pattern(None, NamedNode(f"{PK}spanOf"), None, DEFAULT)}
    starts = [one.start for one in reader.evidence(spans) if one.article == article]
    assert len(starts) > 50
    assert starts == sorted(starts)
    assert [one.start for one in reader.evidence(spans, 3)] == [one.start for one in reader.evidence(spans)][:3]


def test_labels_of_what_is_an_iri(store: Store, yu: str) -> None:
    _, content = labels(store, [yu, "https://w3id.org/policy-kg/def#speaksAt", "no iri", "https://elsewhere.example/x"])
    assert json.loads(content) == {
        yu: ["余孝其", "", yu.removeprefix("https://w3id.org/policy-kg/")],
        "https://w3id.org/policy-kg/def#speaksAt": ["讲话 speaks at", "", "def#speaksAt"],
        "https://elsewhere.example/x": ["https://elsewhere.example/x", "", ""],
    }


def test_too_many_labels(store: Store) -> None:
    with pytest.raises(Refusal) as refusal:
        labels(store, ["https://elsewhere.example/x"] * (MANY + 1))
    assert refusal.value.status == 413
