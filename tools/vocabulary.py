"""docs/vocabulary.html is made from the ontology: `make docs` writes it; with --check this script compares.

One file, no scripts, nothing from elsewhere; each term has an anchor (vocabulary.html#Tenure).
"""

import sys
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from pyoxigraph import Literal

from kg.rdf.read import text_of
from kg.rdf.terms import RDFS, SKOS
from kg.rdf.themes import scheme
from kg.rdf.vocabulary import OUTSIDE, Term, terms
from tools.pages import written

PAGE = Path(__file__).resolve().parent.parent / "docs" / "vocabulary.html"

# What each drawing shows: class, property, class of the values; those of one class stand together.
DRAWINGS = {
    "职务与任职 Posts and tenures": [
        ("Tenure", "tenureOf", "Person"),
        ("Tenure", "inPost", "Post"),
        ("Tenure", "tenureAt", "Organization"),
        ("Tenure", "tenureDuring", "Period"),
        ("Post", "postIn", "Organization"),
    ],
    "活动 Events": [
        ("Organization", "organizes", "Event"),
        ("Person", "hosts", "Event"),
        ("Person", "speaksAt", "Event"),
        ("Event", "occurredDuring", "Period"),
        ("Event", "locatedIn", "Place"),
        ("Event", "theme", "Theme"),
        ("Document", "releasedAt", "Event"),
    ],
    "项目与成效 Programs and outcomes": [
        ("Organization", "implements", "Program"),
        ("Organization", "inDivision", "Place"),
        ("Organization", "signs", "Document"),
        ("Outcome", "outcomeOf", "Program"),
        ("Outcome", "asOf", "Period"),
        ("Program", "about", "Theme"),
    ],
    "出处 Evidence": [("Span", "spanOf", "NewsArticle")],
}
STYLE = """
:root { color-scheme: light dark; --line: #8886; --soft: #8881; --link: #1a5fb4; }
@media (prefers-color-scheme: dark) { :root { --link: #8ab4f8; } }
body { font: 16px/1.6 system-ui, "Noto Sans CJK SC", sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
a { color: var(--link); }
table { border-collapse: collapse; width: 100%; }
td, th { border-bottom: 1px solid var(--line); padding: .25rem .6rem .25rem 0; text-align: left; vertical-align: top; }
section.term { border-top: 1px solid var(--line); padding: .4rem 0 .8rem; }
section.term h3 { margin: .4rem 0; }
h3 small { font-weight: normal; }
dl { display: grid; grid-template-columns: 10rem 1fr; gap: .1rem 1rem; margin: .3rem 0; }
dd { margin: 0; }
code { background: var(--soft); padding: 0 .2em; border-radius: 3px; }
svg { max-width: 100%; height: auto; }
svg rect { fill: var(--soft); stroke: currentColor; }
svg line { stroke: currentColor; }
svg text { fill: currentColor; font-size: 13px; }
svg a { fill: var(--link); }
"""
INTRODUCTION = """<p>policy-kg 的词汇：政策新闻中的人物、机构、职务、项目、文件、活动、地点与成效，
以及说出每条事实的原文片段。前缀 <code>pk:</code> 即 <code>https://w3id.org/policy-kg/def#</code>。</p>
<p lang="en">The vocabulary of policy-kg: the people, bodies, posts, programs, documents, events, places and outcomes of
policy news, and the characters that state each fact. <code>pk:</code> stands for
<code>https://w3id.org/policy-kg/def#</code>. The file is <code>ontology/policy-kg.ttl</code>
(<code>kg ontology --print ttl</code>), the shapes that a graph must keep to <code>ontology/shapes.ttl</code>, under
CC BY 4.0.</p>
<p lang="en">A fact stands in the default graph, and once more in the named graph of each span that says it; the
graph's IRI is the span's. What no article says (which division lies in which, what a theme is called) and what is
inferred stand in graphs of their own.</p>"""


def page() -> str:
    """The page as it should be."""
    every = terms()
    classes = [t for t in every if t.kind == "class"]
    properties = [t for t in every if t.kind != "class"]
    return "\n".join(
        [
            '<!doctype html>\n<html lang="zh-Hans"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>policy-kg 词汇 vocabulary</title><style>{STYLE}</style></head><body>",
            "<h1>policy-kg 词汇 <small>vocabulary</small></h1>",
            INTRODUCTION,
            "<h2>图示 Drawings</h2>",
            *(_drawing(title, edges, every) for title, edges in DRAWINGS.items()),
            f"<h2>类 Classes ({len(classes)})</h2>",
            *_table(classes),
            f"<h2>属性 Properties ({len(properties)})</h2>",
            *_table(properties),
            "<h2>逐条 One by one</h2>",
            *map(_section, every),
            "<h2>主题 Themes</h2>",
            *_themes(),
            "<h2>前缀 Prefixes</h2>",
            "<table>"
            + "".join(f"<tr><td><code>{p}:</code></td><td>{u}</td></tr>" for p, u in OUTSIDE.items())
            + "</table>",
            "</body></html>\n",
        ]
    )


def _linked(name: str) -> str:
    """A term as code, with a link if it is ours."""
    local = name.removeprefix("pk:")
    return (
        f'<a href="#{escape(local)}"><code>{escape(name)}</code></a>'
        if name != local
        else f"<code>{escape(name)}</code>"
    )


def _table(chosen: Iterable[Term]) -> Iterator[str]:
    yield "<table><tr><th>Term</th><th>名称</th><th>Label</th></tr>"
    for t in chosen:
        yield f"<tr><td>{_linked(f'pk:{t.name}')}</td><td>{escape(t.chinese)}</td><td>{escape(t.english)}</td></tr>"
    yield "</table>"


def _section(t: Term) -> str:
    rows = {
        "例 example": escape(t.example),
        "上位 above it": ", ".join(map(_linked, t.above)),
        "相近 close to": ", ".join(map(_linked, t.close)),
        "主语 domain": _linked(t.domain) if t.domain else "",
        "宾语 range": _linked(t.range) if t.range else "",
        "性质 is": ", ".join(t.traits),
        "注 note": escape(t.note),
    }
    listed = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in rows.items() if value)
    return (
        f'<section class="term" id="{t.name}"><h3><code>pk:{t.name}</code> {escape(t.chinese)} '
        f'<small lang="en">{escape(t.english)} · {t.kind}</small></h3>'
        f'<p>{escape(t.meaning)}</p><p lang="en">{escape(t.definition)}</p><dl>{listed}</dl></section>'
    )


def _drawing(title: str, edges: list[tuple[str, str, str]], every: tuple[Term, ...]) -> str:
    """A row for each property: its class, an arrow, the class of its values. A box that repeats is drawn once."""
    names = {t.name: t for t in every}
    height = len(edges) * 46 + 6
    marker = '<marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
    parts = [
        f'<svg viewBox="0 0 700 {height}" width="700" height="{height}" role="img" aria-label="{escape(title)}">',
        f'<defs>{marker}<path d="M0 0 L8 4 L0 8z" fill="currentColor"/></marker></defs>',
    ]

    def label(name: str, x: int, y: int) -> str:
        return f'<a href="#{name}"><text x="{x}" y="{y}" text-anchor="middle">{name} {names[name].chinese}</text></a>'

    for i, (subject, name, value) in enumerate(edges):
        y = i * 46 + 24
        parts.append(f'<line x1="200" y1="{y}" x2="500" y2="{y}" marker-end="url(#arrow)"/>' + label(name, 350, y - 5))
        parts.append(f'<rect x="500" y="{y - 17}" width="180" height="34" rx="4"/>' + label(value, 590, y + 5))
        if i == 0 or edges[i - 1][0] != subject:
            many = sum(1 for other, _, _ in edges[i:] if other == subject)
            parts.append(f'<rect x="20" y="{y - 17}" width="180" height="{many * 46 - 12}" rx="4"/>')
            parts.append(label(subject, 110, y + 5))
    return f"<h3>{escape(title)}</h3>\n" + "".join(parts) + "</svg>"


def _themes() -> Iterator[str]:
    words: dict[str, list[str]] = {}
    broader: dict[str, str] = {}
    for theme, triples in scheme().items():
        for triple in triples:
            if triple.predicate.value == f"{RDFS}label" and isinstance(triple.object, Literal):
                words.setdefault(theme.value, []).append(escape(triple.object.value))
            elif triple.predicate.value == f"{SKOS}broader":
                broader[theme.value] = text_of(triple.object)
    yield "<ul>"
    for top in (theme for theme in words if theme not in broader):
        below = "；".join(" ".join(words[theme]) for theme, above in broader.items() if above == top)
        yield f"<li><b>{' '.join(words[top])}</b>{'：' + below if below else ''}</li>"
    yield "</ul>"


if __name__ == "__main__":
    sys.exit(written(PAGE, page()))
