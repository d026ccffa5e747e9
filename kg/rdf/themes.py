"""The themes that articles touch, with all broader ones, from the scheme of the ontology.

Articles say which things are about a theme; none says what the theme is called and what it belongs to: that stands in a
graph of its own, as the administrative divisions do.
"""

from collections.abc import Iterable
from functools import cache

from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from kg.rdf.terms import SKOS, THEMES, iri
from kg.resources import ontology_file

GRAPH = "graph/themes"
_BROADER = NamedNode(f"{SKOS}broader")


@cache
def scheme() -> dict[NamedNode, tuple[Triple, ...]]:
    """What ontology/themes.ttl says of each theme."""
    said: dict[NamedNode, list[Triple]] = {}
    for quad in parse(path=ontology_file("themes.ttl"), format=RdfFormat.TURTLE):
        if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(THEMES):
            said.setdefault(quad.subject, []).append(quad.triple)
    return {theme: tuple(triples) for theme, triples in said.items()}


def theme_lines(themes: Iterable[str], base: str) -> set[str]:
    """N-Quads lines of the graph `{base}graph/themes`: these themes (local names) and all that are broader.

    Raises ValueError for a theme that the scheme lacks.
    """
    graph, lines = iri(f"{base}{GRAPH}"), set()
    waiting = [NamedNode(THEMES + theme) for theme in themes]
    while waiting:
        theme = waiting.pop()
        if theme not in scheme():
            raise ValueError(f"ontology/themes.ttl has no theme {theme.value.removeprefix(THEMES)}")
        for triple in scheme()[theme]:
            lines.add(f"{triple.subject} {triple.predicate} {triple.object} {graph} .")
            if triple.predicate == _BROADER and isinstance(triple.object, NamedNode):
                waiting.append(triple.object)
    return lines
