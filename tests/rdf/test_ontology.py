"""ontology/: every term in use is declared, described in both languages, and has a shape; every query runs."""

import re
import time
from dataclasses import replace

import pyoxigraph
import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SH, SKOS

from kg.model import PREDICATES, Kind
from kg.rdf.graphs import to_graph
from kg.rdf.quads import quads
from kg.rdf.read import parse_lines, read_quads
from kg.rdf.terms import PK
from kg.resources import ontology_file
from kg.use.named import NamedQuery, named_queries
from kg.use.query import ask, load
from tests.writer import FIRST, first_article, two_lines, writer

ONTOLOGY = to_graph(read_quads(ontology_file("policy-kg.ttl")))
SHAPES = to_graph(read_quads(ontology_file("shapes.ttl")))
TERMS = sorted(str(s) for s in set(ONTOLOGY.subjects(RDFS.label)) if str(s).startswith(PK))
CLASSES = [t for t in TERMS if (rdflib.URIRef(t), RDF.type, OWL.Class) in ONTOLOGY]
PROPERTIES = [t for t in TERMS if t not in CLASSES]

# What queries outside the project rely on.
FIXED = (
    "Organization GovernmentBody PartyBody EducationInstitution Company Alliance Person Post Tenure Program "
    "Event Document PolicyDocument NewsArticle Place Outcome Period Theme Span tenureOf tenureAt inPost "
    "tenureDuring title postIn organizes hosts participatesIn speaksAt signs signsWith publishes implements "
    "partOf locatedIn cooperatesWith establishes memberOf occurredDuring releasedAt theme edtf earliest latest "
    "asWritten outcomeOf counts value lower upper lowerOpen upperOpen modifier unit asOf isTarget spanOf start "
    "end exact prefix suffix sha256"
)


def test_nothing_promised_is_lacking() -> None:
    assert {f"{PK}{name}" for name in FIXED.split()} <= set(TERMS)
    assert {f"{PK}{name}" for name in (*PREDICATES, *Kind)} <= set(TERMS)
    assert (len(CLASSES), len(PROPERTIES)) == (20, 52)


@pytest.mark.parametrize("term", TERMS)
def test_every_term_is_labelled_and_defined_in_both_languages(term: str) -> None:
    for predicate in (RDFS.label, SKOS.definition):
        texts = list(ONTOLOGY.objects(rdflib.URIRef(term), predicate))
        assert sorted(str(t.language) for t in texts if isinstance(t, rdflib.Literal)) == ["en", "zh-hans"]


def test_every_term_in_use_is_declared() -> None:
    used = {t.value for q in parse_lines(two_lines()) for t in (q.predicate, q.object) if hasattr(t, "value")}
    assert {t for t in used if t.startswith(PK)} <= set(TERMS)


@pytest.mark.parametrize("term", CLASSES)
def test_every_class_has_a_shape(term: str) -> None:
    iri = rdflib.URIRef(term)
    covered = {iri, *ONTOLOGY.transitive_objects(iri, RDFS.subClassOf)}
    assert any((None, SH.targetClass, c) in SHAPES for c in covered)


@pytest.mark.parametrize("term", PROPERTIES)
def test_every_property_has_a_shape(term: str) -> None:
    assert (None, SH.path, rdflib.URIRef(term)) in SHAPES
    assert (None, SH.targetSubjectsOf, rdflib.URIRef(term)) in SHAPES


def test_every_shape_speaks_both_languages() -> None:
    for shape in set(SHAPES.subjects(SH.path)) - set(SHAPES.objects(None, RDF.first)):
        messages = [m for m in SHAPES.objects(shape, SH.message) if isinstance(m, rdflib.Literal)]
        inside_or = any(True for _ in SHAPES.subjects(SH.property, shape) if isinstance(_, rdflib.BNode))
        assert inside_or or sorted(str(m.language) for m in messages) == ["en", "zh-hans"]


def test_no_range_that_owl_2_lacks() -> None:
    assert rdflib.XSD.date not in set(ONTOLOGY.objects(None, RDFS.range))


def test_the_ontology_says_what_it_is() -> None:
    ontology = rdflib.URIRef(PK.removesuffix("#"))
    assert (ontology, RDF.type, OWL.Ontology) in ONTOLOGY
    assert str(ONTOLOGY.value(ontology, OWL.versionIRI)).startswith(str(ontology))
    licence = ONTOLOGY.value(ontology, rdflib.DCTERMS.license)
    assert str(licence) == "https://creativecommons.org/licenses/by/4.0/"
    assert "CC BY 4.0" in ontology_file("LICENSE").read_text(encoding="utf-8")


QUERIES = named_queries()
STORE = load(two_lines())


def test_queries() -> None:
    assert len(QUERIES) == 17
    assert {"posts", "programs-by-students", "issued-at-events", "completeness"} <= {q.name for q in QUERIES}


ANSWERS = {
    "completeness": [("0",)],
    "posts": [
        ("林知远", "书记", "青川省委教育工委", "2025-05-08", "2025-05-08"),
        ("林知远", "厅长", "青川省教育厅", "2025-05-08", "2025-06-02"),
    ],
    "programs-by-students": [
        ("“云上课堂”项目", "35.34万人", "学生", "353400", "353400"),
        ("“云上课堂”项目", "近3万名", "学生", "20000", "30000"),
    ],
    "issued-at-events": [("青川省数字教育行动方案", "青川省数字教育推进会", "2025-05-08", "临溪市")],
    "events": [("青川省数字教育推进会", "2025-05-08", "临溪市", "共建共享")],
    "directions": [
        ("林知远", "青川省数字教育推进会", "1", "夯实基础"),
        ("林知远", "青川省数字教育推进会", "2", "加强协作"),
    ],
    "cooperation": [
        ("临溪学院", "青川师范大学", "合作 cooperatesWith"),
        ("临溪学院", "青川师范大学", "签约 signsWith"),
    ],
    "implementers": [("“云上课堂”项目", "云帆科技公司")],
    "names": [("“云上课堂”项目", "云上课堂"), ("青川省教育厅", "省教育厅")],
    "participants": [
        ("青川省数字教育推进会", "主持 hosts", "林知远"),
        ("青川省数字教育推进会", "讲话 speaksAt", "林知远"),
    ],
    "outcomes": [
        ("“云上课堂”项目", "学生", "30000", "approx", "名", "20000", "30000", "", "false"),
        ("“云上课堂”项目", "学生", "353400", "exact", "人", "", "", "", "false"),
        ("“云上课堂”项目", "教师", "1200", "over", "人次", "1200", "1300", "2025", "true"),
    ],
    "places": [("青川省", "", "", "0"), ("武侯区", "510107", "成都市", "0"), ("临溪市", "999901", "青川省", "1")],
    "bodies-by-province": [("510000", "四川省", "1")],
    "themes": [("教育数字化", "“云上课堂”项目", "课堂")],
    "articles": [("first.txt", "青川省召开数字教育推进会", "2025-05-09", "28"), ("second.txt", "", "2025-06-02", "9")],
}


@pytest.mark.parametrize("query", QUERIES, ids=lambda q: q.name)
def test_answers(query: NamedQuery) -> None:
    assert re.search("[一-鿿]", query.chinese)
    assert query.english.isascii()
    result = ask(STORE, query.text)
    assert result.rows or query.name == "contradictions"
    assert not [t for row in result.rows for t in row if isinstance(t, pyoxigraph.NamedNode | pyoxigraph.BlankNode)]
    if query.name in ANSWERS:
        assert list(result.texts) == ANSWERS[query.name]


def test_former_posts_are_no_posts() -> None:
    posts = next(q.text for q in QUERIES if q.name == "posts")
    start = writer("原校长周以宁到会").entity(Kind.PERSON, "周以宁")
    former = start.role("周以宁", "校长", None, "原校长周以宁", former=True).facts
    assert ask(load(quads([former])), posts).texts == ()
    assert ask(load(quads([start.role("周以宁", "校长", None, "校长周以宁").facts])), posts).rows


def test_completeness_sees_a_fact_without_evidence() -> None:
    text = next(q.text for q in QUERIES if q.name == "completeness")
    stripped = [line for line in two_lines() if not ("#implements" in line and "#char=" in line)]
    assert ask(load(stripped), text).texts == (("1",),)
    undescribed = [line for line in two_lines() if "#spanOf" not in line]
    assert int(ask(load(undescribed), text).texts[0][0]) > 100


def test_no_query_is_slow() -> None:
    # A join in the wrong order took 33 seconds for a graph of this size.
    many = [writer(f"{FIRST}{i}").facts.page for i in range(40)]
    store = load(quads([replace(first_article(), page=page) for page in many]))
    assert len(store) > 12_000
    for query in QUERIES:
        began = time.process_time()
        ask(store, query.text)
        assert time.process_time() - began < 2, query.name
