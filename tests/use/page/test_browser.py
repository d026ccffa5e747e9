"""The page in Chromium: what a reader sees and does."""

from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

import pytest

from kg.model import ArticleFacts
from kg.use.page import build_page, notebook_html
from tests.use.page.chromium import Browser, Tab
from tests.use.page.samples import hub_facts

pytestmark = pytest.mark.browser

Facts = tuple[ArticleFacts, ...]
MEETING = "云澜教育协同发展2031年度工作会议"
NODES = "JSON.parse(document.getElementById('nodes').textContent)"


def key(name: str) -> str:
    """A JavaScript expression for the permalink of `name`."""
    return f"{NODES}.find((node) => node.name === '{name}').key"


@pytest.fixture(scope="module")
def page(sample: Facts, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "graph.html"
    path.write_text(build_page(sample, "云澜教育协同知识图谱"), encoding="utf-8")
    return path


@pytest.fixture
def tab(browser: Browser, page: Path) -> Tab:
    """The page of the sample, whole."""
    return quiet(browser.open(page))


def quiet(tab: Tab) -> Tab:
    """`tab`, once it is clear that nothing went wrong in it."""
    assert tab.events("Runtime.exceptionThrown") == []
    assert [e for e in tab.events("Log.entryAdded") if e["entry"]["level"] == "error"] == []
    return tab


def clashes(boxes: list[list[float]]) -> list[tuple[int, int]]:
    return [
        (i, j)
        for i, a in enumerate(boxes)
        for j, b in enumerate(boxes[:i])
        if a[0] < b[2] - 0.01 and b[0] < a[2] - 0.01 and a[1] < b[3] - 0.01 and b[1] < a[3] - 0.01
    ]


def label_boxes(tab: Tab) -> list[list[float]]:
    return [label["box"] for label in tab.js("policyKg.labels()")]


def marks(tab: Tab) -> list[list[Any]]:
    """Article's name, start, end and text of each mark in the panel."""
    found: list[list[Any]] = tab.js(
        "[...document.querySelectorAll('#panel mark')].map((mark) => [mark.closest('blockquote').nextSibling"
        ".querySelector('bdi').textContent.slice(1, -1), +mark.dataset.start, +mark.dataset.end, mark.textContent])"
    )
    return found


def test_no_request_leaves_the_file(browser: Browser, page: Path) -> None:
    tab = quiet(browser.open(page))
    tab.js(f"policyKg.select({key(MEETING)})")
    asked = {event["request"]["url"] for event in tab.events("Network.requestWillBeSent")}
    assert asked == {page.as_uri()}


def test_start_shows_every_node_with_its_label(tab: Tab) -> None:
    assert len(tab.js("policyKg.shown().nodes")) == 70
    labels = tab.js("policyKg.labels()")
    assert {label["key"] for label in labels} == set(tab.js("policyKg.shown().nodes"))
    assert clashes([label["box"] for label in labels]) == []
    dots = tab.js("""(() => {
      const source = document.querySelector('#canvas canvas');
      const seen = new Set();
      const pixels = source.getContext('2d').getImageData(0, 0, source.width, source.height).data;
      for (let i = 0; i < pixels.length; i += 4) if (pixels[i + 3] === 255) seen.add(pixels.slice(i, i + 3).join());
      return [...seen];
    })()""")
    okabe_ito = {"0,114,178", "204,121,167", "213,94,0", "0,158,115", "230,159,0", "86,180,233"}
    assert okabe_ito <= set(dots)


@pytest.mark.parametrize("size", [(1400, 900), (1024, 700), (390, 844)])
@pytest.mark.parametrize("name", [MEETING, "云岭师范大学", "云澜高校协同发展联盟", "近6000名教师"])
def test_labels_in_focus_do_not_collide(browser: Browser, page: Path, name: str, size: tuple[int, int]) -> None:
    tab = quiet(browser.open(page, size=size))
    tab.js(f"policyKg.select({key(name)})")
    tab.wait("policyKg.labels().length > 0")
    near = tab.js(
        f"(() => {{ const me = {NODES}.find((node) => node.name === '{name}').id; return new Set(JSON.parse(document."
        "getElementById('edges').textContent).filter((e) => e.from === me || e.to === me)"
        ".flatMap((e) => [e.from, e.to])).size; })()"
    )
    labels = label_boxes(tab)
    assert len(labels) == near
    assert clashes(labels + tab.js("policyKg.lineLabels()")) == []


@pytest.mark.parametrize(("size", "labelled"), [(42, 43), (90, 1)])
def test_labels_around_a_hub_do_not_collide(browser: Browser, tmp_path: Path, size: int, labelled: int) -> None:
    path = tmp_path / "graph.html"
    path.write_text(build_page(hub_facts(size), "枢纽"), encoding="utf-8")
    tab = quiet(browser.open(path))
    event = tab.js(f"{NODES}.find((node) => node.group === 'Event').key")
    tab.js(f"policyKg.select({event!r})")
    labels = tab.js("policyKg.labels()")
    assert event in {label["key"] for label in labels}
    assert len(labels) >= labelled
    assert clashes([label["box"] for label in labels] + tab.js("policyKg.lineLabels()")) == []


def test_panel_marks_the_exact_words(tab: Tab, sample: Facts) -> None:
    texts = {facts.page.title: facts.page.article.text for facts in sample}
    for node in tab.js(f"{NODES}.map((node) => node.key)"):
        tab.js(f"policyKg.select({node!r})")
        found = marks(tab)
        assert found
        assert all(texts[name][start:end] == text for name, start, end, text in found)


def test_panel_of_an_event(tab: Tab) -> None:
    tab.js(f"policyKg.select({key(MEETING)})")
    text = tab.js("document.getElementById('panel').innerText")
    for words in (
        "事件",
        "2031-10-17",
        "10月17日",
        "携手育新、共绘未来",
        "← 主办",
        "位于 →",
        "砚州市",
        "提出的方向 (5)",
        "抓好顶层设计",
    ):
        assert words in " ".join(text.split())
    tab.js(f"policyKg.select({key('沈牧遥')})")
    text = " ".join(tab.js("document.getElementById('panel').innerText").split())
    assert "任职于 → 云岭省教育厅 厅长" in text
    assert "提出的方向 (3)" in text


def test_click_on_a_node_and_on_a_link(tab: Tab) -> None:
    x, y = tab.js(f"policyKg.at({key('砚州职业技术学院')})")
    left, top = tab.js("(({left, top}) => [left, top])(document.getElementById('canvas').getBoundingClientRect())")
    tab.click(left + x, top + y)
    tab.wait("!document.getElementById('panel').hidden")
    assert tab.js("document.querySelector('#panel h2').textContent") == "砚州职业技术学院"
    tab.js("[...document.querySelectorAll('#panel a')].find((a) => a.textContent === '温如砚').click()")
    assert tab.js("document.querySelector('#panel h2').textContent") == "温如砚"
    assert tab.js("decodeURIComponent(location.hash)") == "#" + tab.js(key("温如砚"))


def test_list_of_entities_opens_the_panel(tab: Tab) -> None:
    tab.js("document.querySelector('#list summary').click()")
    tab.wait("document.querySelectorAll('#list button').length === 70")
    tab.js("[...document.querySelectorAll('#list button')].find((b) => b.textContent === '许望舒').focus()")
    tab.key("Enter")
    tab.wait("document.querySelector('#panel h2')?.textContent === '许望舒'")
    assert tab.js("document.activeElement.id") == "panel"


def test_search_by_keyboard(tab: Tab) -> None:
    tab.key("/")
    assert tab.js("document.activeElement.id") == "search"
    tab.type("省教育厅")
    names = "[...document.querySelectorAll('#results .name')].map((e) => e.textContent)"
    assert tab.js(names)[0] == "云岭省教育厅"  # 省教育厅 is its other name
    assert "澜江省教育厅" in tab.js(names)
    tab.key("ArrowDown")
    chosen = tab.js("document.querySelector('#results [aria-selected=true] .name').textContent")
    assert chosen == tab.js(names)[1]
    tab.key("Enter")
    assert tab.js("document.querySelector('#panel h2').textContent") == chosen
    tab.key("Escape")
    assert tab.js("document.getElementById('panel').hidden")
    assert tab.js("location.hash") == ""


def test_search_finds_nothing(tab: Tab) -> None:
    tab.key("/")
    tab.type("查无此人")
    assert tab.js("document.getElementById('results').innerText") == "没有找到"
    tab.key("Enter")
    assert tab.js("document.getElementById('panel').hidden")


@pytest.mark.parametrize(
    ("tick", "nodes", "lines"),
    [("Person", -18, -25), ("EducationInstitution", -8, None), ("implements", 0, -12), ("2", None, None)],
)
def test_legend_hides(tab: Tab, tick: str, nodes: int | None, lines: int | None) -> None:
    before = tab.js("[policyKg.shown().nodes.length, policyKg.shown().lines, policyKg.labels().length]")
    tab.js(f"document.querySelector('#legend input[data-key=\"{tick}\"]').click()")
    tab.wait(f"policyKg.labels().length === policyKg.shown().nodes.length || {tick!r} === 'implements'")
    after = tab.js("[policyKg.shown().nodes.length, policyKg.shown().lines, policyKg.labels().length]")
    assert after[0] < before[0] or after[1] < before[1]
    if nodes is not None:
        assert after[0] - before[0] == nodes
    if lines is not None:
        assert after[1] - before[1] == lines
    tab.js(f"document.querySelector('#legend input[data-key=\"{tick}\"]').click()")
    assert tab.js("[policyKg.shown().nodes.length, policyKg.shown().lines]") == before[:2]


def test_legend_counts(tab: Tab) -> None:
    rows = tab.js("[...document.querySelectorAll('#legend .row')].map((row) => row.innerText.split(/\\s+/).join(' '))")
    assert {"机构 仅此 20", "人物 仅此 18", "教育机构 仅此 8", "任职于 仅此 18", "实施 仅此 12"} <= set(rows)
    tab.js("document.querySelector('#legend input[data-key=Event]').closest('.row').querySelector('.only').click()")
    assert len(tab.js("policyKg.shown().nodes")) == 4
    assert tab.js("document.getElementById('counts').textContent").startswith("4 个实体")


def test_permalink_restores(browser: Browser, page: Path) -> None:
    node = browser.open(page).js(key("顾长庚"))
    tab = quiet(browser.open(page, fragment=node.replace("/", "%2F")))
    assert tab.js("document.querySelector('#panel h2').textContent") == "顾长庚"
    tab.js(f"policyKg.select({key('宋予安')})")
    tab.js("history.back()")
    tab.wait("document.querySelector('#panel h2').textContent === '顾长庚'")
    assert quiet(browser.open(page, fragment="%zz/none")).js("document.getElementById('panel').hidden")


def test_other_keys(tab: Tab) -> None:
    theme = "document.documentElement.dataset.theme"
    assert tab.js(theme) == "light"
    tab.key("d")
    assert tab.js(theme) == "dark"
    scale = tab.js("policyKg.scale()")
    tab.key("+")
    assert tab.js("policyKg.scale()") > scale
    tab.key("f")
    assert tab.js("policyKg.scale()") == pytest.approx(scale)


def test_dark_where_the_system_is(browser: Browser, page: Path) -> None:
    tab = browser.open(page, features=[("prefers-color-scheme", "dark")])
    assert tab.js("document.documentElement.dataset.theme") == "dark"
    assert tab.js("getComputedStyle(document.body).backgroundColor") == "rgb(22, 28, 36)"


def test_english(tab: Tab) -> None:
    tab.js("document.getElementById('lang').click()")
    tab.js(f"policyKg.select({key(MEETING)})")
    assert tab.js("document.documentElement.lang") == "en"
    text = tab.js("document.body.innerText")
    for words in (
        "Organization",
        "holds a post in",
        "Facts and evidence",
        "Directions set out",
        "Copy link",
        "entities",
    ):
        assert words in text


def test_esc_puts_all_back(tab: Tab) -> None:
    at = f"{NODES}.map((node) => policyKg.at(node.key))"
    before = tab.js(at)
    for name in (MEETING, "砚州市"):
        tab.js(f"policyKg.select({key(name)})")
    tab.key("Escape")
    assert tab.js(at) == [pytest.approx(place, abs=0.5) for place in before]


@pytest.mark.parametrize("guarded", [True, False])
def test_hostile_names_do_not_run(browser: Browser, hostile: Facts, tmp_path: Path, guarded: bool) -> None:
    """Not with the policy, and not without it either: the names are never markup."""
    html = build_page(hostile, "</title><script>hacked()</script>")
    if not guarded:
        html = html.replace("Content-Security-Policy", "X-None")
    path = tmp_path / "graph.html"
    hook = "<script>window.ran = 0; window.hacked = window.alert = () => { window.ran++; };</script>"
    path.write_text(html if guarded else html.replace("<title>", f"{hook}<title>", 1), encoding="utf-8")
    tab = quiet(browser.open(path))
    for node in tab.js(f"{NODES}.map((node) => node.key)"):
        tab.js(f"policyKg.select({NODES}.find((n) => n.key.startsWith({node[:20]!r})).key)")
        tab.js("[...document.querySelectorAll('details')].forEach((d) => { d.open = true; })")
    tab.key("Escape")
    tab.key("/")
    tab.type("c")
    assert tab.js("document.querySelectorAll('#results li').length") > 1
    assert (
        tab.js("document.querySelectorAll('img, iframe, svg[onload], sub, s, u, i, h1 script, a[href^=java]').length")
        == 0
    )
    assert (
        tab.js(
            "[...document.querySelectorAll('*')].some((e) => [...e.attributes].some((a) => a.name.startsWith('on')))"
        )
        is False
    )
    assert tab.js("window.ran || 0") == 0
    assert "\u202e" not in tab.js("document.getElementById('legend').textContent + document.title")


def test_marks_count_code_points(browser: Browser, hostile: Facts, tmp_path: Path) -> None:
    path = tmp_path / "graph.html"
    path.write_text(build_page(hostile, "𠮷"), encoding="utf-8")
    tab = quiet(browser.open(path))
    tab.js("policyKg.select(JSON.parse(document.getElementById('nodes').textContent)[0].key)")
    found = marks(tab)
    text = hostile[0].page.article.text
    assert found
    assert all(text[start:end] == shown for _, start, end, shown in found)


def test_in_a_notebook(browser: Browser, page: Path, tmp_path: Path) -> None:
    """In the sandboxed frame there is neither storage nor history, and the page works."""
    html = notebook_html(page.read_text(encoding="utf-8"), 700)
    path = tmp_path / "notebook.html"
    path.write_text(f"<!doctype html><meta charset=utf-8><title>{escape('笔记')}</title>{html}", encoding="utf-8")
    tab = browser.open(path, size=(1200, 760))
    inside = tab.frame()
    inside.wait("document.readyState === 'complete'")
    assert inside.js("window.origin") == "null"
    inside.js(f"policyKg.select({key('顾长庚')})")
    inside.js("document.getElementById('dark').click()")
    assert inside.js("document.querySelector('#panel h2').textContent") == "顾长庚"
    assert inside.js("document.documentElement.dataset.theme") == "dark"
    quiet(inside)


def test_without_javascript(browser: Browser, page: Path) -> None:
    tab = browser.open(page, script=False)
    root = tab.call("DOM.getDocument")["root"]["nodeId"]
    found = tab.call("DOM.querySelectorAll", nodeId=root, selector="noscript td mark")["nodeIds"]
    assert len(found) > 80


@pytest.mark.slow
@pytest.mark.parametrize("size", [1000, 5000])
def test_large_graph(browser: Browser, generated: Callable[[int], Facts], tmp_path: Path, size: int) -> None:
    path = tmp_path / "graph.html"
    path.write_text(build_page(generated(size), "大图"), encoding="utf-8")
    tab = quiet(browser.open(path))
    tab.wait("policyKg.labels().length > 0")
    assert len(tab.js("policyKg.shown().nodes")) > 0.9 * size
    assert 20 < len(label_boxes(tab)) <= 90
    assert clashes(label_boxes(tab)) == []
    tab.js(f"policyKg.select({key('第7号实验学校')})")
    assert clashes(label_boxes(tab) + tab.js("policyKg.lineLabels()")) == []
    assert len(marks(tab)) >= 8
