"""kg.rdf.verify: each quotation against its article."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kg.model import Article
from kg.rdf.quads import to_bytes
from kg.rdf.read import GraphError
from kg.rdf.serialize import trig
from kg.rdf.verify import Locate, verify
from tests.writer import first_article, second_article, two_lines

ARTICLES = {a.source: a for a in (first_article().page.article, second_article().page.article)}
SPANS = len([line for line in two_lines() if "#spanOf" in line])


def locate(name: str, sha256: str) -> Article | None:
    assert sha256 in (ARTICLES[name].sha256, "0" * 64)
    return ARTICLES.get(name)


def changed(text: Callable[[str], str]) -> Locate:
    def find(name: str, sha256: str) -> Article | None:
        article = ARTICLES[name]
        new = text(article.text) if name == "second.txt" else article.text
        return replace(article, text=new, sha256=hashlib.sha256(new.encode()).hexdigest())

    return find


def test_all_is_well() -> None:
    report = verify(two_lines(), locate)
    assert report.good
    assert (report.articles, report.checked, report.wrong_spans) == (2, SPANS, 0)


@pytest.mark.parametrize(("name", "content"), [("g.nq", to_bytes(two_lines())), ("g.trig", trig(two_lines()))])
def test_files(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert verify(tmp_path / name, locate).checked == SPANS


def test_a_missing_article() -> None:
    report = verify(two_lines(), lambda name, sha256: None if name == "second.txt" else locate(name, sha256))
    assert report.missing == ("second.txt",)
    assert not report.good
    assert 0 < report.checked < SPANS


def test_an_article_with_words_added_before() -> None:
    report = verify(two_lines(), changed(lambda text: "新" + text))
    assert report.changed == ("second.txt",)
    assert report.wrong_spans == len({line.split(" ")[0] for line in two_lines() if "#spanOf" in line and second(line)})
    assert {w.article for w in report.wrong} == {"second.txt"}


def second(line: str) -> bool:
    return ARTICLES["second.txt"].sha256[:12] in line


def test_an_article_with_words_added_behind() -> None:
    report = verify(two_lines(), changed(lambda text: text + "完"))
    assert report.changed == ("second.txt",)
    assert not report.good
    assert report.wrong == ()


def test_an_article_with_other_words() -> None:
    report = verify(two_lines(), changed(lambda text: text.replace("35.34万人", "35.34万名")))
    wrong = {(w.part, w.expected, w.found) for w in report.wrong if w.part == "exact"}
    assert wrong == {("exact", "受益学生35.34万人", "受益学生35.34万名")}


@pytest.mark.parametrize(
    ("name", "old", "new", "part"),
    [
        ("exact", "林知远主持会议", "林知远主持会", "exact"),
        ("suffix", "并讲话。", "并讲完。", "suffix"),
        ("prefix", "委教育", "委交通", "prefix"),
        ("start", '"39"', '"38"', "iri"),
        ("start", '"39"', '"x"', "iri"),
        ("end", '"46"', '"47"', "exact"),
    ],
)
def test_a_graph_with_other_words(name: str, old: str, new: str, part: str) -> None:
    start = f"#char=39,46> <https://w3id.org/policy-kg/def#{name}> "
    lines = [line.replace(old, new) if start in line else line for line in two_lines()]
    assert lines != list(two_lines())
    report = verify(lines, locate)
    assert part in {w.part for w in report.wrong}
    assert {w.span.partition("#")[2] for w in report.wrong} == {"char=39,46"}
    assert report.changed == ()


def test_a_graph_of_another_text() -> None:
    text = "\n".join(two_lines())
    sha256 = ARTICLES["second.txt"].sha256
    report = verify(text.replace(f'"{sha256}"', f'"{"0" * 64}"').split("\n"), locate)
    assert report.changed == ("second.txt",)


def test_a_span_without_a_graph_and_a_graph_without_a_span() -> None:
    lines = [line for line in two_lines() if not ("#char=39,46> ." in line and "#spanOf" not in line)]
    assert [iri.partition("#")[2] for iri in verify(lines, locate).unused] == ["char=39,46"]
    lines = [line for line in two_lines() if not line.split(" ")[0].endswith("#char=39,46>")]
    assert [iri.partition("#")[2] for iri in verify(lines, locate).undescribed] == ["char=39,46"]


def test_a_span_of_an_unknown_article() -> None:
    lines = [line for line in two_lines() if "def#NewsArticle" not in line]
    with pytest.raises(GraphError, match="is of no article"):
        verify(lines, locate)
