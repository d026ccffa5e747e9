"""The routes, asked over HTTP as clients do."""

import gzip
import json
from pathlib import Path
from urllib.parse import quote, urljoin

import pytest

import kg
from kg.rdf.read import text_of
from kg.resources import data_file
from kg.serve.forms import FORMS, Form
from kg.serve.linked import described, known
from kg.serve.site import GRIPS, POLICY
from kg.use.query import load
from tests.serve.pages.client import Service

BASE = "https://w3id.org/policy-kg/id/"

NEGOTIATED = [
    ("text/html", "html"),
    ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "html"),
    ("*/*", "html"),
    ("text/turtle", "ttl"),
    ("application/ld+json", "jsonld"),
    ("application/json", "json"),
    ("text/csv", "csv"),
    ("application/n-quads", "nq"),
    ("text/turtle;q=0.5, application/json;q=0.4", "ttl"),
    ("text/html;q=0.1, text/turtle", "ttl"),
    ("application/rdf+xml, text/turtle;q=0.2", "ttl"),
    ("text/*;q=0.3, application/ld+json;q=0.2", "html"),
]


@pytest.fixture(scope="module")
def person(service: Service) -> str:
    """The path of a person."""
    found = service.get(f"/search?q={quote('余孝其')}").page.targets(f"{service.url}/search")
    (path,) = (url.removeprefix(service.url) for url in found if "/id/person/" in url)
    return path


@pytest.mark.parametrize(("accept", "ending"), NEGOTIATED)
def test_a_thing_sends_to_its_document(service: Service, person: str, accept: str, ending: str) -> None:
    answer = service.get(person, accept)
    assert answer.status == 303
    assert urljoin(person, answer.headers["location"]) == f"{person}.{ending}"
    assert "Accept" in answer.headers["vary"].split(", ")


def test_number_of_cases() -> None:
    assert len(NEGOTIATED) == 12


def test_no_form_will_do(service: Service, person: str) -> None:
    answer = service.get(person, "image/png")
    assert answer.status == 406
    assert "text/turtle" in answer.text


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.ending)
def test_each_document(service: Service, person: str, form: Form) -> None:
    ending, media_type = form.ending, form.media_type
    for path in (f"{person}.{ending}", f"/def.{ending}", f"/themes.{ending}", f"/about.{ending}?iri={quote(BASE)}x"):
        answer = service.get(path, "*/*")
        if path.startswith("/about"):
            assert answer.status == 404
            continue
        assert answer.status == 200, path
        assert answer.headers["content-type"].partition(";")[0] == media_type
        assert answer.headers["x-content-type-options"] == "nosniff"
        links = answer.headers["link"]
        assert links.count('rel="alternate"') >= len(FORMS) - 1
        assert len(answer.body) > 500


def test_about_any_iri(service: Service) -> None:
    theme = quote("https://w3id.org/policy-kg/themes#health", safe="")
    assert "卫生健康" in service.get(f"/about?iri={theme}").page.text
    assert service.get(f"/about.json?iri={theme}", "*/*").headers["content-type"] == "application/json"
    assert json.loads(service.get(f"/about.json?iri={theme}").body)["iri"].endswith("#health")
    assert service.get("/about").status == 404


def test_nothing_is_known(service: Service) -> None:
    page = service.get("/id/person/aaaaaaaaaa")
    assert page.status == 404
    assert "search?q=" in page.text
    plain = service.get("/id/person/aaaaaaaaaa.ttl", "text/turtle")
    assert (plain.status, plain.headers["content-type"]) == (404, "text/plain; charset=utf-8")
    for path in ("/id/", "/no/such/page", "/id/person/%3Cscript%3E", "/id/person/%00", "/%2e%2e/%2e%2e/etc/passwd"):
        answer = service.get(path)
        assert answer.status == 404, path
        assert "<script>" not in answer.text


def test_a_page_that_was_seen_is_not_sent_again(service: Service, person: str) -> None:
    for path in ("/", f"{person}.html", "/query?ask=posts"):
        tag = service.get(path).headers["etag"]
        again = service.get(path, if_none_match=tag)
        assert (again.status, again.body) == (304, b""), path
        assert service.get(path, if_none_match='W/"another"').status == 200


def test_head(service: Service, person: str) -> None:
    for path, status in (("/", 200), (person, 303), (f"{person}.ttl", 200), ("/assets/style.css", 200)):
        answer = service.get(path, method="HEAD")
        assert (answer.status, answer.body) == (status, b""), path


def test_pages_may_do_nothing_else(service: Service, person: str) -> None:
    for path in ("/", "/search?q=x", "/def", "/themes", f"{person}.html", "/id/person/no", "/nothing"):
        assert service.get(path).headers["content-security-policy"] == POLICY, path
    policy = service.get("/query").headers["content-security-policy"]
    assert policy == service.get("/query?ask=posts").headers["content-security-policy"]
    assert "unsafe" not in policy
    assert f"style-src 'self' {GRIPS};" in policy
    assert "connect-src 'self'" in policy


def test_files_are_kept_for_ever_and_sent_small(service: Service) -> None:
    plain = service.get("/assets/style.css", "*/*")
    small = service.get("/assets/style.css", "*/*", accept_encoding="gzip")
    assert gzip.decompress(small.body) == plain.body
    assert small.headers["content-encoding"] == "gzip"
    assert len(small.body) < len(plain.body) / 2
    assert "immutable" in plain.headers["cache-control"]
    for path in ("/assets/", "/assets/../site.py", "/assets/%2e%2e/site.py", "/assets/yasgui/lock.sha256", "/assets/x"):
        assert service.get(path).status == 404, path


def test_labels(service: Service, person: str) -> None:
    iri = f"https://w3id.org/policy-kg{person}"
    answer = service.get("/labels", method="POST", body=json.dumps([iri]).encode())
    assert json.loads(answer.body) == {iri: ["余孝其", "", person.lstrip("/")]}
    for body in (b"", b"{}", b"[1]", b"\xff", b"[" * 100_000):
        assert service.get("/labels", method="POST", body=body).status == 400
    announced = {"Content-Length": "1000003"}  # and not sent: the answer may come before the end of a long body
    assert service.get("/labels", method="POST", body=b"[", **announced).status == 413
    assert service.get("/labels").status in (404, 405)


def test_schema_names_terms_and_prefixes(service: Service) -> None:
    schema = json.loads(service.get("/schema.json").body)
    terms = {term["iri"]: term for term in schema["terms"]}
    tenure = terms["https://w3id.org/policy-kg/def#Tenure"]
    assert (tenure["kind"], tenure["zh"], tenure["en"]) == ("class", "任职", "tenure")
    assert terms["http://www.w3.org/2000/01/rdf-schema#label"]["kind"] == "property"
    assert schema["prefixes"]["pk"] == "https://w3id.org/policy-kg/def#"


def test_sparql_for_links(service: Service) -> None:
    query = quote("SELECT ?x { ?x a pk:Event }")
    for ending, media_type in (("csv", "text/csv"), ("json", "application/json"), ("xml", "application/xml")):
        answer = service.get(f"/sparql?query={query}&format={ending}")
        assert (answer.status, answer.headers["content-type"].partition(";")[0]) == (200, media_type)
    assert service.get(f"/sparql?query={query}&format=docx").status == 400
    browser = service.get("/sparql")
    assert (browser.status, browser.headers["location"]) == (303, "query")


def test_a_base_of_its_own(tmp_path: Path) -> None:
    """Behind a base that ends in #, instances have no fragment; spans are paths."""
    build = kg.build([data_file("articles")], base="https://example.org/kg#")
    build.save(tmp_path)
    store = load(tmp_path / "graph.nq")
    span = next(
        text_of(q.subject).removeprefix("https://example.org/kg#")
        for q in store
        if "/char=" in text_of(q.subject) and q.predicate.value.endswith("#exact")
    )
    assert known(store, f"kg/{span}", "")[1]
    page = described(store, "../../../", f"kg/{span}", "", "html")[1].decode()
    assert 'href="../../../kg/doc/' in page
