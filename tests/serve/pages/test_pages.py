"""The pages for people, as HTML: what stands on them, and what never may."""

import re
from collections.abc import Iterator
from urllib.parse import quote, urlsplit

import pytest

from kg.pipeline import Build
from kg.serve.pages import DOWNLOADS, Mistake, mistake
from kg.serve.questions import question_groups
from kg.use.named import named_queries
from tests.serve.pages.client import Page, Reply, Service
from tests.serve.pages.graphs import HOSTILE, HUB

ELEMENTS = frozenset({
    "a", "article", "aside", "b", "bdi", "blockquote", "body", "br", "button", "cite", "code", "dd", "details", "div",
    "dl", "dt", "footer", "form", "h1", "h2", "h3", "head", "header", "html", "i", "img", "input", "kbd", "label", "li",
    "link", "main", "mark", "meta", "nav", "ol", "p", "pre", "script", "section", "small", "span", "summary", "table",
    "tbody", "td", "textarea", "th", "thead", "time", "title", "tr", "ul",
})  # fmt: skip


def path_of(service: Service, name: str, kind: str) -> str:
    """The path of the first thing found under this name."""
    found = service.get(f"/search?q={quote(name)}").page.addresses
    return "/" + next(address for address in found if address.startswith(f"id/{kind}/"))


def page(reply: Reply) -> Page:
    """Its page, once it is clear that nothing on it runs."""
    assert reply.headers["content-type"] == "text/html; charset=utf-8"
    found = reply.page
    for tag, attributes in found.elements:
        assert tag in ELEMENTS, tag
        assert not [name for name in attributes if name.startswith("on") or name in ("style", "srcdoc")], attributes
        if tag == "script":
            assert re.match(r"(\.\./)*assets/", attributes["src"])
    for address in found.addresses:
        assert urlsplit(address).scheme == "" and not address.startswith("//"), address
    ours = re.sub(r"<textarea.*?</textarea>|<input[^>]*>", "", reply.text, flags=re.DOTALL)  # not what the reader typed
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u2028]", ours)
    return found


def test_home(service: Service, demo: Build) -> None:
    home = page(service.get("/"))
    counts = demo.summary().entities
    assert f"{counts['Person']} 人物 person" in home.text
    assert f"{counts['Program']} 项目 program" in home.text
    assert "5 新闻文章 news article" in home.text
    asked = [a for a in home.addresses if a.startswith("query?ask=")]
    assert sorted(asked) == sorted(f"query?ask={one.name}" for one in named_queries())


def test_every_question_has_one_group() -> None:
    names = [one.name for group in question_groups() for one in group.questions]
    assert sorted(names) == [one.name for one in named_queries()]
    assert "其他" not in [group.chinese for group in question_groups()]


def test_a_person(service: Service) -> None:
    shown = page(service.get(path_of(service, "余孝其", "person") + ".html"))
    assert "职务 posts held 3" in shown.text
    assert re.search("厅长 四川省教育厅 2025-10-17 .*教育厅党组书记、厅长余孝其", shown.text)
    assert "余孝其在讲话中说" in [word for word in shown.words]
    assert "1. 对准国家战略，把教育协同的布局做优" in shown.text
    assert "《 川渝教育协同五周年：盘点家底，再画新图 》" in shown.text


def test_a_program_has_its_outcomes_as_bounds(service: Service) -> None:
    shown = page(service.get(path_of(service, "四川云教", "program") + ".html"))
    assert "学生 70余万 > 700,000, < 800,000" in shown.text


def test_what_no_article_says_is_told_apart(service: Service) -> None:
    shown = page(service.get(path_of(service, "荣昌区", "place") + ".html"))
    assert re.search("属于 part of 1 重庆市 500000 非文章所述", shown.text)


def test_an_article_shows_what_each_span_says(service: Service) -> None:
    shown = page(service.get(path_of(service, "川渝教育协同五周年", "doc") + ".html"))
    anchors = {attributes["id"] for _, attributes in shown.elements if "id" in attributes}
    assert "char=669,677" in anchors
    assert "余孝其 讲话 推动成渝地区双城经济圈建设教育联合专项组2025年度工作会议" in shown.text
    assert re.search("任职 tenure 余孝其 · 四川省教育厅厅长 2025-10-17", shown.text)


def test_a_hub_says_how_many_more(hub: Service) -> None:
    reply = hub.get(path_of(hub, HUB, "organization") + ".html")
    shown = page(reply)
    assert "任职者 office holders 120" in shown.text
    assert "还有 80 条，查询全部" in shown.text
    assert "还有 50 条，查询全部" in shown.text
    more = [a for a in shown.addresses if "query?query=PREFIX" in a]
    assert len(more) == 2
    assert "120 行 rows" in page(hub.get("/" + more[0].lstrip("./"))).text
    assert len(reply.body) < 100_000


def test_search(service: Service) -> None:
    found = page(service.get(f"/search?q={quote('教育厅')}"))
    assert "四川省教育厅" in found.text
    assert "没有名称" in page(service.get(f"/search?q={quote('<b>无</b>')}")).text
    assert page(service.get("/search?q=")).text


def hostile_pages(hostile: Service) -> Iterator[str]:
    """Every page that its pages lead to."""
    seen, waiting = set[str](), ["/"]
    while waiting:
        path = waiting.pop()
        if path in seen or path.startswith(("/assets/", "/sparql")):
            continue
        seen.add(path)
        reply = hostile.get(path)
        if reply.status == 303:
            waiting.append(urlsplit(reply.headers["location"]).path.join((path.rpartition("/")[0] + "/", "")))
            continue
        assert reply.status == 200, path
        if not reply.headers["content-type"].startswith("text/html"):
            continue
        page(reply)
        yield path
        if len(seen) < 250:
            targets = reply.page.targets(hostile.url + path)
            waiting += sorted(url.removeprefix(hostile.url) for url in targets)


@pytest.mark.slow
def test_hostile_names_stay_words(hostile: Service) -> None:
    pages = list(hostile_pages(hostile))
    assert len(pages) > 100
    body = hostile.get(path_of(hostile, "某局", "organization") + ".html").page.text
    for name in HOSTILE:
        if name.isprintable() and len(name) < 100:
            assert " ".join(name.split()) in body
    assert "甲⟨U+202E⟩乙⟨U+2066⟩丙" in body


def test_hostile_queries_stay_words(hostile: Service) -> None:
    for name in HOSTILE[:-1]:
        query = quote(f"SELECT ?p {{ ?p rdfs:label ?l FILTER(STR(?l) = '''{name}''') }}", safe="")
        shown = page(hostile.get(f"/query?query={query}"))
        assert name.split("\u2028")[0].split("\u202e")[0] in shown.text or name not in shown.text
        page(hostile.get(f"/query?ask={quote(name)}"))
        page(hostile.get(f"/query?ask=person&person={quote(name, safe='')}"))
        page(hostile.get(f"/search?q={quote(name, safe='')}"))


@pytest.mark.parametrize("name", [one.name for one in named_queries()])
def test_each_question_is_answered_without_scripts(service: Service, name: str) -> None:
    reply = service.get(f"/query?ask={name}")
    assert reply.status == 200
    shown = page(reply)
    question = next(one for one in named_queries() if one.name == name)
    assert question.chinese in shown.text
    fields = [a["name"] for tag, a in shown.elements if tag == "input" and a.get("name") not in ("q", "ask")]
    assert fields == [parameter.name for parameter in question.parameters]
    for _, ending in DOWNLOADS["SELECT"]:
        (link,) = (a for a in shown.addresses if a.startswith("sparql?") and a.endswith(f"&format={ending}"))
    assert service.get("/" + link).status == 200


def test_a_parameter_narrows(service: Service) -> None:
    shown = page(service.get(f"/query?ask=person&person={quote('余孝其')}"))
    assert "3 行 rows" in shown.text
    assert 'VALUES ?person { "余孝其" }' in shown.text
    everything = page(service.get("/query?ask=person&person="))
    assert "3 行 rows" not in everything.text
    reply = service.get("/query?ask=events-between&from=soon")
    assert (reply.status, "not a date" in page(reply).text) == (400, True)
    reply = service.get("/query?ask=persn")
    assert (reply.status, "did you mean person?" in page(reply).text) == (400, True)


def test_labels_in_place_of_iris(service: Service) -> None:
    query = quote("SELECT ?人 ?会 { ?人 pk:speaksAt ?会 }")
    shown = page(service.get(f"/query?query={query}"))
    assert "余孝其 推动成渝地区双城经济圈建设教育联合专项组2025年度工作会议 2025-10-17" in shown.text
    assert "https://w3id.org/policy-kg/id/" not in shown.text
    assert {"人", "会"} <= set(shown.words)


def test_forms_of_answers(service: Service) -> None:
    assert "是 yes" in page(service.get(f"/query?query={quote('ASK { ?s a pk:Person }')}")).text
    assert "否 no" in page(service.get(f"/query?query={quote('ASK { ?s a pk:Persn }')}")).text
    graph = page(service.get(f"/query?query={quote('CONSTRUCT WHERE { ?s a pk:Event }')}"))
    assert "5 行 rows" in graph.text
    assert any(address.endswith("&format=ttl") for address in graph.addresses)
    none = page(service.get(f"/query?query={quote('SELECT * { ?s a pk:Persn }')}"))
    assert "没有结果" in none.text
    many = page(service.get(f"/query?query={quote('SELECT * { GRAPH ?g { ?s ?p ?o } }')}"))
    assert "500 行 rows 只列出前 500 行" in many.text


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("SELECT * WHERE {\n  ?s a pk:Person ;\n  FILTR(?s)\n}", "第 3 行第 3 列 line 3, column 3 FILTR is no keyword"),
        ("SELECT * { ?s a nope:Thing }", "line 1, column 17 the prefix nope: is not declared"),
        ("SELECT * { ?s ?p ?o", "a { is not closed"),
        ("DELETE WHERE { ?s ?p ?o }", "DELETE would change the graph"),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE would ask another server"),
    ],
)
def test_a_mistake_is_shown_at_its_place(service: Service, query: str, words: str) -> None:
    reply = service.get(f"/query?query={quote(query)}")
    assert reply.status in (400, 403)
    shown = page(reply)
    assert "查询有误" in shown.text
    assert words in shown.text
    if "FILTR" in query:
        assert "<mark>F</mark>ILTR(?s)" in reply.text
    (area,) = (a for tag, a in shown.elements if tag == "textarea")
    assert area["aria-invalid"] == "true"


def test_a_mistake_from_its_message() -> None:
    assert mistake("line 3, column 7: what: ever") == Mistake("what: ever", 3, 7)
    assert mistake("no place") == Mistake("no place")


@pytest.mark.slow
def test_every_link_leads_somewhere(service: Service) -> None:
    seen, waiting = set[str](), ["/"]
    while waiting and len(seen) < 700:
        path = waiting.pop(0)
        if path in seen:
            continue
        seen.add(path)
        reply = service.get(path)
        assert reply.status in (200, 303), (reply.status, path)
        if reply.headers.get("content-type", "").startswith("text/html"):
            targets = page(reply).targets(service.url + path)
            assert all(url.startswith(service.url) for url in targets)
            waiting += sorted(url.removeprefix(service.url) for url in targets)
    assert len(seen) > 500
