"""The query page and the others in Chromium that finds no host but this one, with JavaScript and without."""

import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest

from kg.serve.pages import yasgui
from tests.serve.pages.client import Service
from tests.use.page.chromium import Browser, Tab

pytestmark = pytest.mark.browser
better = pytest.mark.skipif(not yasgui(), reason="the editor is not built: make web")

SPEAKERS = "SELECT ?人 ?会 {\n  ?人 pk:speaksAt ?会\n}"
NARROW = (390, 844)


def requests(tab: Tab) -> set[str]:
    return {event["request"]["url"] for event in tab.events("Network.requestWillBeSent")}


def quiet(tab: Tab, service: Service, status: int = 200) -> Tab:
    """`tab`, once it is clear that nothing went wrong in it and nobody else was asked."""
    tab.js("1")  # what happened until now has been told
    assert tab.events("Runtime.exceptionThrown") == []
    errors = [e["entry"]["text"] for e in tab.events("Log.entryAdded") if e["entry"]["level"] == "error"]
    assert [text for text in errors if f"status of {status}" not in text] == []
    asked = requests(tab)
    assert asked
    assert {url for url in asked if not url.startswith((service.url + "/", "data:"))} == set()
    return tab


@pytest.fixture
def page(browser: Browser, service: Service) -> Iterator[Tab]:
    """The query page, ready."""
    tab = browser.open(f"{service.url}/query")
    ready(tab)
    yield tab
    quiet(tab, service, 400)


def ready(tab: Tab) -> None:
    tab.wait("window.policyKg && policyKg.schema.terms.length > 0")


def write(tab: Tab, text: str) -> None:
    """Put a query into the editor; the cursor stands at ‸."""
    before = text.partition("‸")[0]
    place = {"line": before.count("\n"), "ch": len(before) - before.rfind("\n") - 1}
    tab.js(
        f"(() => {{ const e = policyKg.editor; e.setValue({text.replace('‸', '')!r}); e.getDoc().setCursor({place}); "
        "e.focus(); })()"
    )


def run(tab: Tab, text: str) -> None:
    write(tab, text)
    tab.js("document.getElementById('run').click()")
    tab.wait("!document.getElementById('yasr').hidden && document.querySelector('#yasr .yasr_results').children.length")


def hints(tab: Tab) -> list[str]:
    tab.wait("document.querySelectorAll('.CodeMirror-hint').length > 0", 5)
    found: list[str] = tab.js("[...document.querySelectorAll('.CodeMirror-hint')].map((one) => one.textContent)")
    return found


def cells(tab: Tab, row: int = 1) -> list[str]:
    found: list[str] = tab.js(
        f"[...document.querySelectorAll('#yasr tbody tr:nth-child({row}) td')].map((one) => one.innerText.trim())"
    )
    return found


@better
def test_a_query_is_run_in_place_with_names_for_iris(page: Tab, service: Service) -> None:
    run(page, SPEAKERS)
    page.wait("document.querySelectorAll('#yasr tbody tr').length === 20")
    names = page.js("[...document.querySelectorAll('#yasr tbody a.iri')].map((one) => one.textContent)")
    assert "余孝其" in names
    assert not [name for name in names if ":" in name and "//" in name]
    href = page.js("[...document.querySelectorAll('#yasr a.iri')].find((one) => one.textContent === '余孝其').href")
    assert href.startswith(f"{service.url}/id/person/")
    assert page.js("location.search").startswith("?query=")
    assert page.js("[...document.querySelectorAll('#yasr th')].map((one) => one.textContent)")[1:] == ["人", "会"]


@better
def test_the_table_is_found_in_and_sorted_by_name(page: Tab) -> None:
    run(page, SPEAKERS)
    page.js(
        "(() => { const field = document.querySelector('#yasr .tableFilter'); field.value = '余孝其'; "
        "field.dispatchEvent(new KeyboardEvent('keyup')); })()"
    )
    page.wait("document.querySelectorAll('#yasr tbody tr').length === 1")
    assert cells(page)[1] == "余孝其"


@better
@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("SELECT * { ?x a pk:Ten‸ }", "pk:Tenure  任职 tenure"),
        ("SELECT * { ?x a 任职‸ }", "pk:Tenure  任职 tenure"),
        ("SELECT * { ?x tenureO‸ ?y }", "pk:tenureOf  任职人 tenure of"),
        ("SELECT * { ?人物 ?b ?人‸ }", "?人物"),
    ],
)
def test_completion_from_our_own_schema(page: Tab, text: str, first: str) -> None:
    write(page, text)
    page.js("policyKg.editor.autocomplete()")
    assert hints(page)[0] == first


@better
def test_typing_asks_nobody(page: Tab, service: Service) -> None:
    """The completers that come with the editor would send each of these keystrokes to a public host."""
    for text in ("SELECT * { ?x a foaf:Per", "SELECT * { ?x foaf:na", "PREFIX fo"):
        write(page, "‸")
        for character in text:
            page.type(character)
        page.js("policyKg.editor.autocomplete()")
        time.sleep(0.3)
    asked = {url.removeprefix(service.url).partition("?")[0] for url in requests(page)}
    assert asked <= {"/query", "/schema.json"} | {url for url in asked if url.startswith("/assets/")}
    assert len(requests(page)) <= 10


@better
def test_control_space_offers_all_where_nothing_is_typed(page: Tab) -> None:
    write(page, "SELECT * { ?x a ‸ }")
    page.call("Input.dispatchKeyEvent", type="keyDown", key=" ", code="Space", windowsVirtualKeyCode=32, modifiers=2)
    assert "pk:Organization  机构 organization" in hints(page)


@better
def test_chinese_variables_are_no_mistake(page: Tab) -> None:
    write(page, "PREFIX 数据: <https://d.example/>\nSELECT ?标签 {\n  ?人物 数据:名 ?标签\n}‸")
    assert page.js("policyKg.editor.queryValid") is True
    write(page, "PREFIX 数据: <https://d.example/>\nSELCT ?标签 {\n  ?人物 数据:名 ?标签\n}‸")
    assert page.js("policyKg.editor.queryValid") is False


@better
def test_prefixes_that_are_used_are_declared(page: Tab) -> None:
    assert "PREFIX pk: <https://w3id.org/policy-kg/def#>" in page.js("policyKg.editor.getValue()")
    write(page, "SELECT * { ?x ‸ ?y }")
    for character in "skos:":
        page.type(character)
    page.wait("policyKg.editor.getValue().includes('PREFIX skos: <http://www.w3.org/2004/02/skos/core#>')", 5)


@better
def test_a_mistake_is_marked_in_the_editor(page: Tab) -> None:
    run(page, "SELECT * {\n  ?s a pk:Person ; FILTR(?s)\n}")
    page.wait("document.querySelector('#yasr').textContent.includes('did you mean FILTER?')")
    assert page.js("document.querySelector('.CodeMirror .mistake') !== null")


@better
def test_hostile_words_in_the_table(browser: Browser, hostile: Service) -> None:
    query = "SELECT ?p ?l ?t { ?p rdfs:label ?l ; pk:title ?t }"
    tab = browser.open(f"{hostile.url}/query?query={quote(query)}")
    ready(tab)
    tab.wait("!document.getElementById('yasr').hidden")
    shown = tab.js("document.getElementById('yasr').innerText")
    assert "</script><img src=x onerror=hacked()>" in shown
    assert "{{ 7 * 7 }}{% raw %}" in shown
    assert "甲⟨U+202E⟩乙⟨U+2066⟩丙" in shown
    assert (
        tab.js("document.querySelectorAll('#yasr img, #yasr script, #yasr [onmouseover], #yasr [onfocus]').length") == 0
    )
    assert tab.js("[...document.querySelectorAll('#yasr a')].filter((a) => a.protocol === 'javascript:').length") == 0
    quiet(tab, hostile)


@better
def test_served_results_are_drawn_again(browser: Browser, service: Service) -> None:
    tab = browser.open(f"{service.url}/query?ask=posts")
    tab.wait("document.getElementById('results').hidden && document.querySelectorAll('#yasr tbody tr').length === 40")
    quiet(tab, service)
    assert len(requests(tab)) <= 12


@pytest.mark.parametrize("path", ["/query?ask=posts", f"/query?query={quote(SPEAKERS)}"])
def test_without_javascript(browser: Browser, service: Service, path: str) -> None:
    tab = browser.open(service.url + path, script=False)
    tree = tab.call("DOM.getDocument", depth=-1)

    def names(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
        yield node
        for child in node.get("children", ()):
            yield from names(child)

    nodes = list(names(tree["root"]))
    area = next(node for node in nodes if node["nodeName"] == "TEXTAREA")
    assert "hidden" not in area["attributes"]
    assert sum(node["nodeName"] == "TR" for node in nodes) > 20
    assert "余孝其" in {node.get("nodeValue") for node in nodes}
    assert {url for url in requests(tab) if not url.startswith(service.url + "/")} == set()


@pytest.mark.parametrize("size", [(1400, 900), NARROW])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path", ["/", "/query?ask=evidence", "/search?q=%E6%95%99%E8%82%B2", "/def", "/themes", "person"]
)
def test_nothing_runs_over_the_window(
    browser: Browser, service: Service, path: str, size: tuple[int, int], scheme: str
) -> None:
    if path == "person":
        found = service.get(f"/search?q={quote('余孝其')}").page.addresses
        path = "/" + next(one for one in found if one.startswith("id/person/"))
    tab = browser.open(service.url + path, size=size, features=[("prefers-color-scheme", scheme)])
    tab.wait("document.fonts.ready.then(() => true)")
    assert tab.js("document.documentElement.scrollWidth") <= size[0]
    dark = tab.js("getComputedStyle(document.body).backgroundColor") == "rgb(22, 28, 36)"
    assert dark == (scheme == "dark")
    quiet(tab, service)


def test_pages_by_keyboard(browser: Browser, service: Service) -> None:
    tab = browser.open(f"{service.url}/")
    tab.key("Tab")
    assert tab.js("document.activeElement.className") == "skip"
    tab.key("Enter")
    tab.wait("location.hash === '#main'")


def test_a_span_is_shown_in_its_article(browser: Browser, service: Service) -> None:
    found = service.get(f"/search?q={quote('川渝教育协同五周年')}").page.addresses
    path = next(one for one in found if one.startswith("id/doc/"))
    tab = browser.open(f"{service.url}/{path}", fragment="char=669,677")
    assert tab.js("location.pathname").endswith(".html")
    assert tab.js("document.querySelector(':target mark').textContent") == "余孝其在讲话中说"
    assert 0 <= tab.js("document.querySelector(':target').getBoundingClientRect().top") < 900
    quiet(tab, service)
