"""`build_page`: facts → one HTML file, through pyvis with a template of our own.

pyvis carries vis-network and hands nodes, lines and options to the template. Its own template asks a CDN for parts and
shows node titles as HTML; ours stands in `template/`, inlines everything, and shows every name as text.
"""

from collections.abc import Sequence
from decimal import Decimal
from math import sqrt
from typing import Any

from pyvis.network import Network

from kg.model import ArticleFacts, Outcome
from kg.use.display import display
from kg.use.page.boxes import Size
from kg.use.page.graph import Graph, Node, Statement, build_graph
from kg.use.page.labels import width, wrap
from kg.use.page.layout import LANDSCAPE, PORTRAIT, layout
from kg.use.page.quotes import Evidence, Quotes
from kg.use.page.render import render
from kg.use.page.terms import LOOKS, MODIFIERS, OUTCOME, RELATIONS, SUBCLASSES

FONT = 14  # pixels of a label at scale 1; the scripts read it from the data
LINE = 17
LABELLED = 400  # in a larger graph labels are off until one zooms in, and the layout keeps no room for them
TABLE_ROWS = 500  # of the table for readers without JavaScript

OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "tooltipDelay": 3600000, "hideEdgesOnDrag": False, "multiselect": False},
    "nodes": {"borderWidth": 1, "chosen": False},
    "edges": {"smooth": False, "chosen": False, "selectionWidth": 0, "hoverWidth": 0,
              "arrows": {"to": {"enabled": True, "scaleFactor": 0.45}}, "width": 1},
}  # fmt: skip

_LOOK = {look.key: look for look in LOOKS}


def build_page(facts: Sequence[ArticleFacts], title: str) -> str:
    """The complete HTML of the graph of `facts`: one file that works offline and asks nobody for anything.

    Writes nothing. The same facts, in any order of articles, give the same text.
    """
    graph = build_graph(facts)
    quotes = graph.quotes()
    network = _network(graph, quotes)
    statements = [_statement(graph, quotes, statement) for statement in graph.statements]
    data = {
        "statements": statements,
        "quotes": [[row.article, row.start, quotes.text(row), row.cut] for row in quotes.rows],
        "articles": [_article(article) for article in graph.articles],
        "looks": [[look.key, look.zh, look.en, look.color] for look in LOOKS],
        "relations": [[key, *names] for key, names in RELATIONS.items()],
        "subclasses": SUBCLASSES, "modifiers": MODIFIERS,
        "font": FONT, "line": LINE, "labelled": LABELLED,
    }  # fmt: skip
    return render(network, data, title=display(title), rows=_rows(graph, quotes), total=len(graph.statements))


def _network(graph: Graph, quotes: Quotes) -> Network:
    degree = [0] * len(graph.nodes)
    lines = graph.lines()
    for a, b in lines:
        degree[a] += 1
        degree[b] += 1
    names = [wrap(display(node.name) or "?") for node in graph.nodes]
    radii = [round(9 + 2.6 * min(sqrt(d), 5)) for d in degree]
    boxes = [_box(node, names[node.number], radii[node.number]) for node in graph.nodes]
    labelled = len(graph.nodes) <= LABELLED
    sizes = boxes if labelled else [(2.4 * r, 2.4 * r) for r in radii]
    wide = layout(sizes, sorted(lines), LANDSCAPE, bunch=not labelled)
    # without labels the boxes are squares, so that a picture for a phone is the same one on its side
    high = layout(sizes, sorted(lines), PORTRAIT) if labelled else [(y, x) for x, y in wide]

    network = Network(directed=True, cdn_resources="in_line")
    network.options = OPTIONS
    for node, lines_of_name, radius, (x, y), (px, py), (w, h) in zip(
        graph.nodes, names, radii, wide, high, boxes, strict=True
    ):
        # A label hangs under its shape, which stands at the top of the box; a frame that holds its label fills the box.
        rise = round(h / 2 - radius) if labelled and node.kind not in INSIDE else 0
        network.add_node(
            node.number, label="\n".join(lines_of_name), shape=_LOOK[node.kind].shape, group=node.kind,
            x=x, y=y - rise, portrait=[px, py - rise], size=radius, w=round(w), h=round(h),
            **_details(graph, quotes, node),
        )  # fmt: skip
    for (a, b), statements in lines.items():
        network.add_edge(a, b, facts=statements)
    return network


INSIDE = frozenset({"Document", OUTCOME})  # these stand as a frame around their label


def _box(node: Node, lines: Sequence[str], radius: int) -> Size:
    across, down = max(map(width, lines)) * FONT, len(lines) * LINE
    if node.kind in INSIDE:
        return across + 18, down + 10
    return max(across, 2 * radius) + 4, 2 * radius + 4 + down


def _details(graph: Graph, quotes: Quotes, node: Node) -> dict[str, Any]:
    details: dict[str, Any] = {
        "key": node.key, "iri": display(node.iri), "name": display(node.name) or "?",
        "sub": node.subclass, "code": node.code, "alias": sorted(filter(None, map(display, node.aliases))),
        "articles": sorted(node.mentions), "mentions": _evidence(graph.evidence(quotes, node.mentions)),
        "quantity": _quantity(node.quantity) if node.quantity else None,
    }  # fmt: skip
    return {key: value for key, value in details.items() if value}


def _statement(graph: Graph, quotes: Quotes, statement: Statement) -> dict[str, Any]:
    row: dict[str, Any] = {"s": statement.subject, "p": statement.relation}
    if statement.object is not None:
        row["o"] = statement.object
    words = {
        "t": display(statement.text), "n": display(statement.note), "i": statement.ordinal, "f": statement.former,
    }  # fmt: skip
    row.update((key, value) for key, value in words.items() if value)
    row["e"] = _evidence(graph.evidence(quotes, graph.statements[statement]))
    return row


def _evidence(shown: Sequence[Evidence]) -> list[list[Any]]:
    return [[one.quote, [[mark.start, mark.end] for mark in one.marks]] for one in shown]


def _quantity(outcome: Outcome) -> dict[str, Any]:
    return {
        "value": _number(outcome.value), "modifier": outcome.modifier.value, "unit": display(outcome.unit or ""),
        "what": display(outcome.what), "written": display(outcome.as_written), "lower": _number(outcome.lower),
        "upper": _number(outcome.upper), "lowerOpen": outcome.lower_open, "upperOpen": outcome.upper_open,
        "asOf": display(outcome.as_of or ""), "target": outcome.is_target,
    }  # fmt: skip


def _number(value: Decimal | None) -> str:
    return "" if value is None else format(value, ",f")


def _article(facts: ArticleFacts) -> dict[str, str]:
    page = facts.page
    return {
        "name": display(page.title or page.article.source) or page.article.id,
        "date": page.published or "",
    }  # fmt: skip


def _rows(graph: Graph, quotes: Quotes) -> list[tuple[str, str, str, list[tuple[str, str, str, str]]]]:
    """The table for readers without JavaScript: subject, relation, object; and before, marked, after, where."""
    rows = []
    for statement, spans in list(graph.statements.items())[:TABLE_ROWS]:
        other = "" if statement.object is None else graph.nodes[statement.object].name
        said = " ".join(filter(None, (display(other), display(statement.text))))
        relation = " ".join(RELATIONS.get(statement.relation, (statement.relation, "")))
        rows.append((display(graph.nodes[statement.subject].name), relation, said, _cells(graph, quotes, spans)))
    return rows


def _cells(graph: Graph, quotes: Quotes, spans: dict[int, Any]) -> list[tuple[str, str, str, str]]:
    cells = []
    for shown in graph.evidence(quotes, spans):
        row = quotes.rows[shown.quote]
        text, name = graph.articles[row.article].page.article.text, _article(graph.articles[row.article])["name"]
        for mark in shown.marks:
            place = f"《{name}》 {mark.start}-{mark.end}"
            cells.append((text[row.start : mark.start], text[mark.start : mark.end], text[mark.end : row.end], place))
    return cells
