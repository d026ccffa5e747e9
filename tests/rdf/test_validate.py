"""kg.rdf.validate: what conforms, and each way not to."""

from pathlib import Path

import pytest

from kg.rdf.quads import quads, to_bytes
from kg.rdf.read import GraphError
from kg.rdf.serialize import annotated_turtle, jsonld, ntriples, trig
from kg.rdf.validate import validate
from tests.writer import first_article, two_lines

DECIMAL = "^^<http://www.w3.org/2001/XMLSchema#decimal>"
PK = "<https://w3id.org/policy-kg/def#"
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("g.nq", to_bytes(two_lines())),
        ("g.nt", ntriples(two_lines())),
        ("g.trig", trig(two_lines())),
        ("g.annotated.ttl", annotated_turtle(two_lines())),
        ("g.jsonld", jsonld(two_lines())),
        ("other.nq", to_bytes(quads([first_article("urn:kg:/")], "urn:kg:/"))),
        ("empty.nq", b""),
    ],
)
def test_what_conforms(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    report = validate(tmp_path / name)
    assert report.conforms, str(report)
    assert report.violations == ()
    assert str(report).startswith("conforms")


# What is replaced in the lines of the two articles, and the shape and property that must complain.
BROKEN = [
    ('"2025-05-08"^^', '"2025-02-30"^^', "Period", "pk:earliest"),
    (f'"353400"{DECIMAL}', '"353400"', "Outcome", "pk:value"),
    (f'"353400"{DECIMAL}', f'"many"{DECIMAL}', "Outcome", "pk:value"),
    ('"over"', '"more"', "Outcome", "pk:modifier"),
    (f'"20000"{DECIMAL}', f'"40000"{DECIMAL}', "Outcome", "pk:lower"),
    (f'{PK}upper> "30000"', f'{PK}upper> "20500"', "Outcome", "pk:value"),
    (f'{PK}value> "1200"', f'{PK}value> "1100"', "Outcome", "pk:lower"),
    (f"{PK}lowerOpen>", f"{PK}upperOpen>", "LowerBound", "pk:lowerOpen"),
    (f"{PK}hosts>", f"{PK}host>", "UnknownTerm", "pk:host"),
    (f"{TYPE} {PK}Person>", f"{TYPE} {PK}Human>", "UnknownTerm", "rdf:type"),
    (f"{TYPE} {PK}Person>", f"{TYPE} {PK}Place>", "Tenure", "pk:tenureOf"),
    (f"{TYPE} {PK}Event>", f"{TYPE} {PK}Person>", "SpeaksAt", "pk:speaksAt"),
    (f"{PK}title>", f"{PK}text>", "Post", "pk:title"),
    (f"{PK}inPost>", f"{PK}tenureAt>", "Tenure", "pk:inPost"),
    (f"{PK}exact>", f"{PK}prefix>", "Span", "pk:exact"),
    (f"{PK}spanOf>", f"{PK}asOf>", "Span", "pk:spanOf"),
    (f"{PK}sha256>", f"{PK}unit>", "NewsArticle", "pk:sha256"),
    (f"{PK}edtf> \"2025\"", f"{PK}edtf> \"二〇二五\"", "Period", "pk:edtf"),
    ('"林知远"@zh-hans', '"林知远"', "Named", "rdfs:label"),
    ("prefLabel> \"林知远\"", "prefLabel> \"林致远\"", "Named", "skos:prefLabel"),
    ('"省教育厅"@zh-hans', '"青川省教育厅"@zh-hans', "Named", "skos:altLabel"),
    ('"999901"', '"临溪"', "Place", "skos:notation"),
    (f"{PK}ordinal> \"1\"", f"{PK}ordinal> \"0\"", "Direction", "pk:ordinal"),
    (f"{PK}latest>", f"{PK}edtf>", "Earliest", "pk:latest"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "shape", "path"), BROKEN)
def test_what_does_not(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, old: str, new: str, shape: str, path: str
) -> None:
    text = to_bytes(two_lines()).decode()
    assert old in text
    (tmp_path / "g.nq").write_text(text.replace(old, new), encoding="utf-8")
    report = validate(tmp_path / "g.nq")
    assert not report.conforms
    assert (shape, path) in {(v.shape, v.path) for v in report.violations}, str(report)
    assert all(v.chinese and v.english for v in report.violations), str(report)
    assert f"{len(report.violations)} violations" in str(report)
    assert not caplog.records


def test_an_unknown_term_gets_a_suggestion(tmp_path: Path) -> None:
    text = to_bytes(two_lines()).decode().replace(f"{PK}hosts>", f"{PK}host>")
    (tmp_path / "g.nq").write_text(text, encoding="utf-8")
    assert "did you mean pk:hosts?" in str(validate(tmp_path / "g.nq"))


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "g.ttl").write_text("<urn:a> <urn:b> .", encoding="utf-8")
    with pytest.raises(GraphError, match=r"g\.ttl: line 1"):
        validate(tmp_path / "g.ttl")
