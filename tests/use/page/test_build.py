"""Facts → the HTML of the page."""

import json
import os
import re
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kg.model import Article, ArticleFacts, Page
from kg.use.page import build_page, notebook_html

TITLE = "云澜教育协同知识图谱"


class Tags(HTMLParser):
    """The tags of a page with their attributes, and what stands between script and style tags."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inside: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.tags.append((f"/{tag}", {}))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] in ("script", "style"):
            self.inside.append((*self.tags[-1], data))


@pytest.fixture(scope="module")
def page(sample: tuple[ArticleFacts, ...]) -> str:
    return build_page(sample, TITLE)


def policy(tags: Tags) -> str:
    (found,) = (a["content"] for t, a in tags.tags if t == "meta" and a.get("http-equiv") == "Content-Security-Policy")
    assert found
    return found


def blocks(page: str) -> dict[str, object]:
    return {
        str(attributes["id"]): json.loads(text)
        for tag, attributes, text in Tags(page).inside
        if tag == "script" and attributes.get("type") == "application/json" and text.strip()
    }


def test_policy_allows_these_scripts_and_no_others(page: str) -> None:
    tags = Tags(page)
    rules = dict(rule.strip().split(" ", 1) for rule in policy(tags).split(";"))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert "unsafe" not in policy(tags)
    for kind, tag in (("script-src", "script"), ("style-src", "style")):
        texts = ["".join(t for g, a, t in tags.inside if g == tag and a is attributes) for g, attributes in tags.tags
                 if g == tag and attributes.get("type") != "application/json"]  # fmt: skip
        hashes = {f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in texts}
        assert set(rules[kind].split()) == hashes


def test_nothing_is_loaded_from_elsewhere(page: str) -> None:
    tags = Tags(page)
    assert not [(tag, a) for tag, a in tags.tags if {"src", "href", "srcset", "action", "data", "style"} & set(a)]
    assert {tag for tag, _ in tags.tags} & {"link", "img", "iframe", "object", "embed", "base", "form"} == set()
    assert "sourceMappingURL" not in page
    assert "cdn" not in re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL).lower()


def test_data_is_that_of_pyvis(page: str) -> None:
    found = blocks(page)
    nodes, edges, options = found["nodes"], found["edges"], found["options"]
    assert isinstance(nodes, list) and isinstance(edges, list) and isinstance(options, dict)
    assert len(nodes) == 70 and len(edges) == 77
    assert options["physics"] == {"enabled": False}
    assert all(type(node["x"]) is int and type(node["y"]) is int for node in nodes)
    assert not any("title" in node for node in nodes)
    assert {edge["arrows"] for edge in edges} == {"to"}


def test_quotes_are_the_words_of_the_articles(page: str, sample: tuple[ArticleFacts, ...]) -> None:
    data = blocks(page)["data"]
    assert isinstance(data, dict)
    for article, start, text, _ in data["quotes"]:
        assert sample[article].page.article.text[start : start + len(text)] == text
    for statement in data["statements"]:
        assert statement["e"]
        for quote, marks in statement["e"]:
            article, start, text, _ = data["quotes"][quote]
            assert all(start <= a < b <= start + len(text) for a, b in marks)


def test_hostile_names_stay_text(hostile: tuple[ArticleFacts, ...]) -> None:
    page = build_page(hostile, "<script>hacked()</script>")
    tags = Tags(page)
    assert {tag for tag, _ in tags.tags if not tag.startswith("/")} == {
        "html", "head", "meta", "title", "style", "body", "header", "h1", "bdi", "p", "div", "button", "main", "aside",
        "input", "ul", "section", "footer", "noscript", "table", "caption", "thead", "tr", "th", "tbody", "td", "mark",
        "small", "script",
    }  # fmt: skip
    assert [a for t, a in tags.tags if t == "script" and "type" not in a] == [{}, {}]
    for block in re.findall(r'<script type="application/json" id="(?!options)\w+">(.*?)</script>', page, re.DOTALL):
        assert not set(block) & set("<>&\u2028\u2029")
    assert not any(key.startswith("on") for _, a in tags.tags for key in a)


def test_same_bytes_in_any_order(page: str, sample: tuple[ArticleFacts, ...]) -> None:
    assert build_page(sample[::-1], TITLE) == page


@pytest.mark.slow
def test_same_bytes_under_any_hash_seed() -> None:
    script = (
        "import hashlib; from tests.use.page import samples; from kg.use.page import build_page as b;"
        "pages = b(samples.sample_facts(), 'x') + b(samples.generated_facts(600), 'y');"
        "print(hashlib.sha256(pages.encode()).hexdigest())"
    )
    root = Path(__file__).parents[3]
    seen = {
        subprocess.run(
            [sys.executable, "-c", script], cwd=root, check=True, capture_output=True, text=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONDONTWRITEBYTECODE": "1"},
        ).stdout
        for seed in ("0", "1", "4294967295")
    }  # fmt: skip
    assert len(seen) == 1


@pytest.mark.parametrize("facts", [(), (ArticleFacts(Page(Article("a", "a.txt", "", "0" * 64), "", (), ())),)])
def test_nothing_to_show(facts: tuple[ArticleFacts, ...]) -> None:
    assert blocks(build_page(facts, "空"))["nodes"] == []


def test_reader_without_javascript_has_a_table(page: str, sample: tuple[ArticleFacts, ...]) -> None:
    table = page[page.index("<noscript>") : page.index("</noscript>")]
    assert table.count("<tr>") > 80
    assert "<mark>云岭省教育厅厅长沈牧遥</mark>介绍了情况。" in table


def test_large_graph_has_a_short_table(generated: Callable[[int], tuple[ArticleFacts, ...]]) -> None:
    page = build_page(generated(1000), "大")
    assert page[page.index("<noscript>") : page.index("</noscript>")].count("<tr>") == 501


def test_notebook(page: str) -> None:
    html = notebook_html(page, 500)
    (tag, attributes), _ = Tags(html).tags
    assert (tag, attributes["srcdoc"]) == ("iframe", page)
    assert attributes["sandbox"] == "allow-scripts allow-downloads"
    assert "height:500px" in str(attributes["style"])
    assert '"><script>' not in notebook_html(page, '50vh"><script>')[:300]
