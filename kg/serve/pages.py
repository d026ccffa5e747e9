"""The pages for people, as jobs that a worker runs, and those that need no graph.

Each takes `root`, the way from the page to the service's root (`../../`), so that the links hold behind any proxy.
Everything from the graph goes through Jinja's escaping: no template marks anything as safe.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pyoxigraph import Literal, NamedNode, Store

from kg.rdf.read import text_of
from kg.rdf.terms import ENGLISH, PK, RDFS, SIMPLIFIED, SKOS, THEMES
from kg.rdf.themes import scheme
from kg.rdf.vocabulary import terms
from kg.serve.about import Reader
from kg.serve.addresses import addresses
from kg.serve.files import files
from kg.serve.forms import FORMS, HTML
from kg.serve.job import Refusal
from kg.serve.names import Names, term_words
from kg.serve.overview import class_counts, class_query, most_named, search
from kg.serve.questions import question_groups
from kg.serve.results import ROWS, Table, ask
from kg.serve.view import SHOWN_FIRST, Viewer
from kg.use.display import display
from kg.use.named import NamedQuery, named_query
from kg.use.sparql import QueryError

FOLDER = Path(__file__).parent
TYPE = "text/html; charset=utf-8"

DOWNLOADS = {
    "SELECT": (("CSV", "csv"), ("TSV", "tsv"), ("JSON", "json"), ("XML", "xml")),
    "ASK": (("JSON", "json"), ("XML", "xml")),
    "GRAPH": (("Turtle", "ttl"), ("N-Triples", "nt"), ("JSON-LD", "jsonld")),
}
# Controls and formats, the bidirectional ones among them; surrogates, which are no characters.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")
EXAMPLE = """PREFIX pk: <https://w3id.org/policy-kg/def#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?人物 ?职务 ?机构 WHERE {
  ?任职 pk:tenureOf ?人物 ; pk:inPost/pk:title ?职务 .
  OPTIONAL { ?任职 pk:tenureAt ?机构 }
}
LIMIT 100
"""


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with a query; `line` and `column` count from 1 and are 0 where no place is known."""

    reason: str
    line: int = 0
    column: int = 0


def mistake(message: str) -> Mistake:
    """That of a QueryError's message: `line 3, column 7: …`."""
    match = re.fullmatch(r"line (\d{1,9}), column (\d{1,9}): (.*)", message, re.DOTALL | re.ASCII)
    return Mistake(match[3], int(match[1]), int(match[2])) if match else Mistake(message)


def home(store: Store, root: str) -> tuple[str, bytes]:
    """What the graph holds, and ways into it."""
    names = Names(store)
    return _page(
        "home.html", root, counts=class_counts(store), class_query=class_query, groups=question_groups(),
        named=most_named(store, names), addresses=addresses(store), here="home",
    )  # fmt: skip


def found(store: Store, root: str, text: str) -> tuple[str, bytes]:
    """The things that have a text in their name."""
    things, total = search(store, Names(store), text)
    return _page("search.html", root, text=display(text), things=things, total=total, addresses=addresses(store))


def thing(store: Store, root: str, iri: str) -> tuple[str, bytes]:
    """The page about an IRI; b"" where the graph says nothing of it."""
    where = addresses(store)
    view = Viewer(Reader(store), where).view(iri)
    if view is None:
        return TYPE, b""
    address = where.of(iri).partition("#")[0]
    path, mark, asked = address.partition("?")
    forms = [(form.name, form.media_type, f"{path}.{form.ending}{mark}{asked}") for form in FORMS if form != HTML]
    describe = f"DESCRIBE <{iri}>"
    return _page("thing.html", root, view=view, forms=forms, first=SHOWN_FIRST, describe=describe)


def answered(store: Store, root: str, query: str, name: str, values: Mapping[str, str]) -> tuple[str, bytes]:
    """The query page with the answer; raises Refusal (400) for what is no query, or not one for here."""
    names = Names(store)
    try:
        table = ask(store, query, addresses(store), names)
    except QueryError as error:
        raise Refusal(400, str(error)) from None
    return query_page(root, query, name, values, table)


def query_page(
    root: str, query: str, name: str = "", values: Mapping[str, str] | None = None, table: Table | None = None,
    error: Mistake | None = None, problem: tuple[str, str] | None = None,
) -> tuple[str, bytes]:  # fmt: skip
    """The form: with an answer, with what is wrong with the query, or with what became of it (`problem`: what, and the
    way out)."""
    question = _question(name)
    downloads = [(label, _asked(query, format=ending)) for label, ending in DOWNLOADS[table.form]] if table else []
    return _page(
        "query.html", root, query=query or EXAMPLE, question=question, values=values or {}, table=table,
        groups=question_groups(), error=error, problem=problem, excerpt=_excerpt(query, error) if error else (),
        downloads=downloads, permalink=_asked(query), rows=ROWS, here="query", yasgui=yasgui(),
    )  # fmt: skip


def unknown(root: str, iri: str) -> tuple[str, bytes]:
    """The graph says nothing of this IRI, and what one can do."""
    return _page("unknown.html", root, iri=display(iri))


def problem(root: str, status: int, message: str, hint: str = "") -> tuple[str, bytes]:
    """A page for what went wrong: too many requests, no time, no such page."""
    return _page("problem.html", root, status=status, message=message, hint=hint)


def given(name: str, values: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """The SPARQL text of a named question for what a form sent: empty fields ask for all. Raises QueryError."""
    question = named_query(name)
    wanted = {p.name: values[p.name].strip() for p in question.parameters if values.get(p.name, "").strip()}
    return question.given(wanted), wanted


@cache
def yasgui() -> bool:
    """Whether the build brought the editor."""
    return "yasgui/yasgui.min.js" in files()


@cache
def asset(name: str) -> str:
    """The address of an asset, with a hash of its content: it may be kept for ever."""
    return f"assets/{name}?v={hashlib.sha256(files()[name].content).hexdigest()[:12]}"


def _question(name: str) -> NamedQuery | None:
    try:
        return named_query(name) if name else None
    except QueryError:
        return None


def _asked(query: str, **more: str) -> str:
    return urlencode({"query": query, **more}, quote_via=quote)


def _excerpt(query: str, error: Mistake) -> tuple[tuple[int, str, str, str], ...]:
    """The lines around the mistake: number, what stands before it, the character, what stands after it."""
    if not error.line:
        return ()
    lines = query.split("\n")
    shown = []
    for number in range(max(1, error.line - 2), min(len(lines), error.line + 1) + 1):
        text = lines[number - 1].rstrip("\r")
        at = error.column - 1 if number == error.line else len(text) + 1
        shown.append((number, text[:at], text[at : at + 1] or ("␣" if number == error.line else ""), text[at + 1 :]))
    return tuple(shown)


def _page(template: str, root: str, **content: Any) -> tuple[str, bytes]:
    return TYPE, _environment().get_template(template).render(root=root, **content).encode("utf-8", "replace")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    environment.globals.update(asset=asset, asked=_asked, here="")
    environment.filters["grouped"] = lambda number: f"{number:,}"
    environment.filters["visible"] = _visible
    environment.filters["inline"] = lambda text: _visible(re.sub(r"\s+", " ", text))
    return environment


def _visible(text: str) -> str:
    """The words of an article with their line breaks; a character that nobody would see is named where it stands."""
    return _UNSEEN.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", text.replace("\r\n", "\n"))


def vocabulary_page(root: str) -> tuple[str, bytes]:
    """The terms of the vocabulary, each under its name."""
    every = terms()
    kinds = [
        ("类", "Classes", [t for t in every if t.kind == "class"]),
        ("属性", "Properties", [t for t in every if t.kind != "class"]),
    ]
    return _page("def.html", root, kinds=kinds, namespace=PK, forms=_forms("def"), here="def")


def themes(store: Store, root: str) -> tuple[str, bytes]:
    """The scheme of themes, the narrower below the broader; those that the graph has are links."""
    words: dict[str, dict[str, str]] = {}
    broader: dict[str, str] = {}
    for theme, triples in scheme().items():
        for triple in triples:
            if triple.predicate.value == f"{RDFS}label" and isinstance(triple.object, Literal):
                words.setdefault(theme.value, {})[triple.object.language or ""] = triple.object.value
            elif triple.predicate.value == f"{SKOS}broader":
                broader[theme.value] = text_of(triple.object)
    shown = {
        iri: {
            "iri": iri,
            "name": iri.removeprefix(THEMES),
            "chinese": said.get(SIMPLIFIED, ""),
            "english": said.get(ENGLISH, ""),
            "used": next(iter(store.quads_for_pattern(None, None, NamedNode(iri), None)), None) is not None,
        }
        for iri, said in words.items()
    }
    tree = [
        (shown[top], [shown[one] for one in words if broader.get(one) == top]) for top in words if top not in broader
    ]
    return _page("themes.html", root, tree=tree, forms=_forms("themes"), about=lambda iri: urlencode({"iri": iri}))


def _forms(path: str) -> list[tuple[str, str, str]]:
    return [(form.name, form.media_type, f"{path}.{form.ending}") for form in FORMS if form != HTML]


def _warm() -> None:
    """Templates compiled and lists read once, before workers are forked: a page would cost each of them 0.3 s."""
    for name in _environment().list_templates():
        _environment().get_template(name)
    question_groups()
    term_words()
    for name in files():
        asset(name)


_warm()
