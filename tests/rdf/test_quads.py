"""kg.rdf.quads: facts → N-Quads, with evidence, the same bytes whatever the order."""

import os
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad

from kg.entities.iri import BASE, mint
from kg.model import ArticleFacts, Kind, Ref, Span
from kg.rdf.iris import UnknownName
from kg.rdf.quads import quads, to_bytes
from kg.rdf.read import parse_lines, text_of
from kg.rdf.terms import PK, RDF, RDFS, SKOS
from tests.writer import COMPANY, MEETING, PERSON, PROGRAM, first_article, second_article, two_lines, writer

ROOT = Path(__file__).parents[2]


def triples(lines: list[str] | tuple[str, ...], predicate: str) -> set[tuple[str, str]]:
    """Subject and object, as text, of a property of our own, or of any by its IRI, in the default graph."""
    iri = predicate if ":" in predicate else f"{PK}{predicate}"
    return {
        (text_of(q.subject), text_of(q.object)) for q in parsed(lines) if q.predicate.value == iri and is_default(q)
    }


def parsed(lines: list[str] | tuple[str, ...]) -> list[Quad]:
    return parse_lines(lines)


def is_default(quad: Quad) -> bool:
    return isinstance(quad.graph_name, DefaultGraph)


def quotes(lines: list[str] | tuple[str, ...], predicate: str) -> set[str]:
    """The words in whose graphs statements with this property stand."""
    exact = dict(triples(lines, "exact"))
    iri = predicate if ":" in predicate else f"{PK}{predicate}"
    return {
        exact[text_of(q.graph_name)]
        for q in parsed(lines)
        if q.predicate.value == iri and "#char=" in text_of(q.graph_name)
    }


def test_lines_are_sorted_unique_and_canonical() -> None:
    lines = list(two_lines())
    assert lines == sorted(set(lines))
    again = [f"{' '.join(map(str, [q.subject, q.predicate, q.object, *graph(q)]))} ." for q in parsed(lines)]
    assert again == lines


def graph(quad: Quad) -> list[NamedNode | BlankNode]:
    return [] if isinstance(quad.graph_name, DefaultGraph) else [quad.graph_name]


def test_no_blank_nodes() -> None:
    terms = [t for q in parsed(two_lines()) for t in (q.subject, q.object, q.graph_name)]
    assert not [t for t in terms if isinstance(t, BlankNode)]


@pytest.mark.parametrize(
    ("predicate", "words"),
    [
        ("tenureOf", {"青川省委教育工委书记", "省教育厅厅长", "林知远", "青川省教育厅厅长林知远"}),
        ("tenureDuring", {"青川省委教育工委书记", "省教育厅厅长", "林知远", "青川省教育厅厅长林知远"}),
        ("implements", {"云帆科技公司实施", "“云上课堂”项目由云帆科技公司实施"}),
        ("occurredDuring", {"5月8日，青川省数字教育推进会在临溪市举行。", "会议以“共建共享”为主题"}),
        ("value", {"近3万名学生", "培训教师1200余人次", "受益学生35.34万人"}),
        ("releasedAt", {"发布《青川省数字教育行动方案》"}),
        ("statedBy", {"一是夯实基础", "二是加强协作"}),
        (f"{SKOS}altLabel", {"省教育厅", "云上课堂"}),
        (f"{SKOS}notation", {"临溪市", "云帆科技公司"}),
        ("inDivision", {"云帆科技公司"}),
        ("about", {"课堂"}),
    ],
)
def test_every_fact_stands_in_the_graphs_of_its_words(predicate: str, words: set[str]) -> None:
    assert quotes(two_lines(), predicate) == words


def test_a_fact_of_two_articles_is_one_triple_with_two_spans() -> None:
    of_fact = [q for q in parsed(two_lines()) if q.predicate.value == f"{PK}implements"]
    assert len([q for q in of_fact if is_default(q)]) == 1
    assert len([q for q in of_fact if not is_default(q)]) == 2


def test_the_names_of_an_entity_stand_in_the_words_that_use_them() -> None:
    facts = (
        writer("省教育厅发文。青川省教育厅表示。").entity(Kind.ORGANIZATION, "青川省教育厅", "省教育厅", "QED").facts
    )
    lines = quads([facts])
    assert quotes(lines, f"{RDFS}label") == {"青川省教育厅"}
    labels = {(q.object, text_of(q.graph_name).partition("=")[2]) for q in parsed(lines) if not is_default(q)}
    found = {(str(term), place) for term, place in labels if "Organization" not in str(term)}
    assert found == {
        ('"青川省教育厅"@zh-hans', "7,13"),
        ('"省教育厅"@zh-hans', "0,4"),
        ('"QED"@en', "0,4"),  # not in the text: the first mention stands for it
    }


def test_traditional_names_are_aliases_and_spans_point_into_the_text_as_it_is() -> None:
    text, kept = "據青川省教育廳(tīng)介紹", (0, 1, 2, 3, 4, 5, 6, 13, 14)
    facts = writer(text, repaired=("据青川省教育厅介绍", kept)).entity(Kind.ORGANIZATION, "青川省教育厅").facts
    lines = quads([facts])
    assert triples(lines, "exact") == {(next(iter(triples(lines, "exact")))[0], "青川省教育廳")}
    aliases = {str(q.object) for q in parsed(lines) if q.predicate.value == f"{SKOS}altLabel"}
    assert aliases == {'"青川省教育廳"@zh-hant'}


def test_damage_is_no_traditional_script() -> None:
    facts = writer("⽉湖学校", repaired=("月湖学校", (0, 1, 2, 3))).entity(Kind.ORGANIZATION, "月湖学校").facts
    assert not triples(quads([facts]), f"{SKOS}altLabel")


def test_one_label_whatever_the_articles_call_it() -> None:
    long = writer("青川省云上课堂项目启动", "a.txt").entity(Kind.PROGRAM, "青川省云上课堂项目", key="k").facts
    short = writer("云上课堂开课", "b.txt").entity(Kind.PROGRAM, "云上课堂", key="k").facts
    lines = quads([short, long])
    subject = mint(BASE, "program", "k")
    assert (subject, "青川省云上课堂项目") in triples(lines, f"{RDFS}label")
    assert (subject, "云上课堂") in triples(lines, f"{SKOS}altLabel")
    assert len([s for s, _ in triples(lines, f"{RDFS}label") if s == subject]) == 1


def test_an_alias_that_is_the_label_is_evidence_of_it() -> None:
    one = writer("云上课堂启动", "a.txt").entity(Kind.PROGRAM, "云上课堂", key="k").facts
    other = writer("云课开讲，即云上课堂", "b.txt").entity(Kind.PROGRAM, "云课", "云上课堂", key="k").facts
    lines = quads([one, other])
    label = [q for q in parsed(lines) if q.predicate.value == f"{RDFS}label" and "/program/" in str(q.subject)]
    assert {text_of(q.object) for q in label} == {"云上课堂"}
    assert len([q for q in label if not is_default(q)]) == 2
    described = {s for s, _ in triples(lines, "exact")}
    assert described == {text_of(q.graph_name) for q in parsed(lines) if not is_default(q)}


def test_a_tenure_spans_the_days_that_attest_it() -> None:
    lines = two_lines()
    periods = dict(triples(lines, "tenureDuring"))
    bounds = {t: (dict(triples(lines, "earliest"))[p], dict(triples(lines, "latest"))[p]) for t, p in periods.items()}
    titles = {t: dict(triples(lines, "title"))[post] for t, post in triples(lines, "inPost")}
    assert {titles[t]: b for t, b in bounds.items()} == {
        "厅长": ("2025-05-08", "2025-06-02"),  # the meeting in the one, the day of publication of the other
        "书记": ("2025-05-08", "2025-05-08"),
    }


def role(day: str | None, text: str = "周以宁校长到会", former: bool = False) -> ArticleFacts:
    return (
        writer(text, f"{day}.txt", published=day)
        .entity(Kind.PERSON, "周以宁")
        .role("周以宁", "校长", None, "周以宁校长", former=former)
        .facts
    )


def test_another_article_knows_the_year_of_an_event() -> None:
    def held(day: str, text: str) -> ArticleFacts:
        start = (
            writer(text)
            .entity(Kind.EVENT, "第七次会议")
            .entity(Kind.PERSON, "周以宁")
            .role("周以宁", "校长", None, "周以宁")
        )
        there = start.occurrence("第七次会议", "第七次会议", date=day)
        return there.relation(Ref(Kind.PERSON, "周以宁"), "speaksAt", Ref(Kind.EVENT, "第七次会议"), text).facts

    lines = quads([held("--05-08", "周以宁校长在第七次会议讲话"), held("2025-05-08", "第七次会议召开，周以宁讲话")])
    assert [edtf for _, edtf in triples(lines, "edtf")].count("2025-05-08") == 1
    assert len(set(triples(lines, "tenureDuring"))) == 1
    alone = quads([held("--05-08", "周以宁校长在第七次会议讲话")])
    assert not triples(alone, "tenureDuring")
    other = quads([held("--05-08", "周以宁校长在第七次会议讲话"), held("2025-05-09", "第七次会议召开，周以宁讲话")])
    assert {e for _, e in triples(other, "earliest")} == {"2025-05-09"}


def test_a_former_post_attests_no_day() -> None:
    lines = quads([role("2025-05-01", former=True)])
    assert len(triples(lines, "isFormer")) == 1
    assert not triples(lines, "tenureDuring")
    both = quads([role("2025-05-01", "原周以宁校长", former=True), role("2021-03-04")])
    assert {edtf for _, edtf in triples(both, "edtf")} == {"2021-03-04"}


def test_a_role_without_a_day_or_a_body() -> None:
    lines = quads([role(None)])
    assert not triples(lines, "tenureDuring")
    assert not triples(lines, "postIn")
    assert {title for _, title in triples(lines, "title")} == {"校长"}
    assert (next(iter(triples(lines, "title")))[0], "校长") in triples(lines, f"{RDFS}label")


def test_a_post_of_no_known_body_is_not_shared() -> None:
    text = "周以宁校长、吴思齐校长到会"
    start = writer(text).entity(Kind.PERSON, "周以宁").entity(Kind.PERSON, "吴思齐")
    facts = start.role("周以宁", "校长", None, "周以宁校长").role("吴思齐", "校长", None, "吴思齐校长").facts
    assert len({post for post, _ in triples(quads([facts]), "title")}) == 2


def test_an_event_of_which_nothing_else_is_said() -> None:
    facts = writer("研讨会已召开").entity(Kind.EVENT, "研讨会").occurrence("研讨会", "研讨会已召开").facts
    assert quotes(quads([facts]), f"{RDF}type") == {"研讨会", "研讨会已召开"}


def test_an_open_year_is_not_shared() -> None:
    def held(day: str, text: str) -> ArticleFacts:
        return writer(text).entity(Kind.EVENT, "研讨会").occurrence("研讨会", "研讨会", date=day).facts

    open_years = quads([held("--05-08", "研讨会召开"), held("--05-08", "昨天研讨会召开")])
    assert len(triples(open_years, "edtf")) == 2
    assert {edtf for _, edtf in triples(open_years, "edtf")} == {"XXXX-05-08"}
    assert not triples(open_years, "earliest")
    assert len(triples(quads([held("2025-05-08", "研讨会召开"), held("2025-05-08", "昨天研讨会召开")]), "edtf")) == 1


def test_a_day_that_is_none_is_kept_as_written() -> None:
    facts = writer("研讨会近日召开").entity(Kind.EVENT, "研讨会").occurrence("研讨会", "研讨会", date="近日").facts
    lines = quads([facts])
    assert {words for _, words in triples(lines, "asWritten")} == {"近日"}
    assert not triples(lines, "edtf")


def test_the_same_outcome_of_two_articles_is_one_and_of_no_subject_two() -> None:
    def counted(text: str, *programs: str) -> ArticleFacts:
        start = writer(text).entity(Kind.PROGRAM, "云上课堂")
        return start.outcome("300", "教师", "300名教师", unit="名", programs=programs).facts

    both = [counted("云上课堂培训300名教师", "云上课堂"), counted("据悉云上课堂培训300名教师", "云上课堂")]
    assert len(triples(quads(both), "value")) == 1
    neither = [counted("云上课堂培训300名教师"), counted("据悉云上课堂培训300名教师")]
    assert len(triples(quads(neither), "value")) == 2


@pytest.mark.parametrize(
    "change",
    [{"unit": "人"}, {"what": "学生"}, {"value": Decimal(301)}, {"is_target": True}, {"as_of": "2024"},
     {"lower": Decimal(300)}, {"upper": Decimal(300)}],
)  # fmt: skip
def test_another_quantity_is_another_outcome(change: dict[str, object]) -> None:
    facts = writer("云上课堂培训300名教师").entity(Kind.PROGRAM, "云上课堂").outcome("300", "教师", "300名").facts
    (outcome,) = facts.outcomes
    both = replace(facts, outcomes=(outcome, replace(outcome, **change)))  # type: ignore[arg-type]  # a table of fields
    assert len({s for s, _ in triples(quads([both]), "counts")}) == 2


def test_spans_and_articles_are_described() -> None:
    lines = quads([first_article()])
    (article,) = {a for _, a in triples(lines, "spanOf")}
    span = f"{article}#char=39,46"
    described = {name: dict(triples(lines, name))[span] for name in ("start", "end", "exact", "prefix", "suffix")}
    assert described == {
        "start": "39",
        "end": "46",
        "exact": "林知远主持会议",
        "prefix": "川省委教育工委书记、省教育厅厅长",
        "suffix": "并讲话。\n会议以“共建共享”为主",
    }
    assert (article, "first.txt") in triples(lines, "http://purl.org/dc/terms/source")
    assert (article, "2025-05-09") in triples(lines, "http://purl.org/dc/terms/issued")
    assert (article, "青川日报") in triples(lines, "http://purl.org/dc/terms/publisher")
    assert (article, first_article().page.article.sha256) in triples(lines, "sha256")


def test_one_text_under_two_names_is_one_article() -> None:
    facts = first_article()
    page = facts.page
    copy = replace(facts, page=replace(page, article=replace(page.article, source="copy.txt"), title=None))
    lines = quads([facts, copy])
    assert {name for _, name in triples(lines, "http://purl.org/dc/terms/source")} == {"first.txt", "copy.txt"}
    assert len([s for s, _ in triples(lines, f"{RDFS}label") if "/doc/" in s]) == 1
    assert lines == quads([copy, facts])


def test_the_same_article_twice_changes_nothing() -> None:
    assert quads([first_article(), first_article()]) == quads([first_article()])


def test_another_base_moves_every_instance() -> None:
    base = "https://example.org/kg/"
    lines = quads([first_article(base), second_article(base)], base)
    assert "w3id.org/policy-kg/id/" not in "\n".join(lines)
    assert len(lines) == len(two_lines())


@pytest.mark.parametrize("base", ["", "no iri", "http://x y/"])
def test_no_base(base: str) -> None:
    with pytest.raises(ValueError):
        quads([], base)


def test_nothing_is_nothing() -> None:
    assert quads([]) == []
    assert to_bytes([]) == b""


PLAIN = writer("研讨会召开").entity(Kind.EVENT, "研讨会")


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        (PLAIN.role("周以宁", "校长", None, "研讨会").facts, "article.txt: a fact names '周以宁', and no Person"),
        (PLAIN.occurrence("研讨会", "研讨会", place="月湖").facts, "no Place / Organization"),
        (PLAIN.relation(PERSON, "hosts", Ref(Kind.EVENT, "研讨会"), "研讨会").facts, "no Person"),
        (PLAIN.relation(Ref(Kind.EVENT, "研讨会"), "partOf", MEETING, "研讨会").facts, "no Event"),
        (PLAIN.outcome("3", "人", "研讨会", programs=("云上",)).facts, "no Program / Event / Organization"),
        (PLAIN.entity(Kind.PERSON, "周以宁", id="").facts, "has no IRI"),
    ],
)
def test_a_name_without_an_entity(facts: ArticleFacts, message: str) -> None:
    with pytest.raises(UnknownName, match=message):
        quads([facts])


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        (PLAIN.entity(Kind.PERSON, "周以宁").facts, "is mentioned nowhere"),
        (PLAIN.entity(Kind.PERSON, "研讨", id="not an iri").facts, "not an IRI"),
        (
            PLAIN.relation(Ref(Kind.EVENT, "研讨会"), "likes", Ref(Kind.EVENT, "研讨会"), "研讨会").facts,
            "no such predicate",
        ),
        (PLAIN.entity(Kind.PERSON, "研讨", mentions=(Span(0, 99),)).facts, "ends after its text"),
    ],
)
def test_facts_that_cannot_be(facts: ArticleFacts, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        quads([facts])


@pytest.mark.parametrize("label", ['“a"b"”', "<script>alert(1)</script>", "甲\\乙", "一\u0085二", "x>y", "甲\n乙"])
def test_hostile_names(label: str) -> None:
    facts = writer(f"在{label}召开").entity(Kind.EVENT, label).facts
    assert {text for _, text in triples(quads([facts]), f"{RDFS}label")} >= {label}


IN_ANOTHER_PROCESS = """
import hashlib
from tests.writer import first_article, second_article
from kg.rdf.quads import quads, to_bytes
from kg.rdf.serialize import annotated_turtle, jsonld, trig, turtle
from kg.use.export import FORMATS
from kg.rdf.read import parse_lines
from kg.use.query import ask, load
from kg.use.named import named_queries
articles = [first_article(), second_article()]
if {reverse}:
    articles.reverse()
lines = quads(articles)
print(hashlib.sha256(to_bytes(lines)).hexdigest())
for format in FORMATS:
    for name, content in format.write(parse_lines(lines)).items():
        print(format.name, name, hashlib.sha256(content).hexdigest())
store = load(lines)
for query in named_queries():
    print(query.name, ask(store, query.text).json())
"""


def test_the_same_bytes_under_any_hash_seed_and_order() -> None:
    outputs = set()
    for seed, reverse in (("0", False), ("1", True), ("4242", False)):
        code = IN_ANOTHER_PROCESS.replace("{reverse}", str(reverse))
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
        )
        outputs.add(done.stdout)
    assert len(outputs) == 1
    assert len(next(iter(outputs)).splitlines()) > 20


def test_what_refers_to_what() -> None:
    lines = two_lines()
    names = dict(triples(lines, f"{RDFS}label"))
    assert {(names[s], names[o]) for s, o in triples(lines, "implements")} == {(COMPANY.name, PROGRAM.name)}
    assert {(names[s], names[o]) for s, o in triples(lines, "hosts")} == {(PERSON.name, MEETING.name)}
    assert {(names[s], names[o]) for s, o in triples(lines, "releasedAt")} == {("青川省数字教育行动方案", MEETING.name)}
    assert {(names[s], names[o]) for s, o in triples(lines, "theme")} == {(MEETING.name, "共建共享")}
    assert {names[post] for post, _ in triples(lines, "title")} == {"青川省委教育工委书记", "青川省教育厅厅长"}
