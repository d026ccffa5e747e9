"""What the articles' places are part of, from the table of administrative divisions.

No article says so: these triples have no span, so they stand in a graph of their own, which says where they come from.
"""

from collections.abc import Mapping

from kg.entities.iri import division_key, mint
from kg.mentions.gazetteer import gazetteer
from kg.rdf.terms import DCTERMS, LABEL, NOTATION, PREF_LABEL, SIMPLIFIED, TYPE, integer, iri, pk, quoted, tagged

GRAPH = "graph/divisions"
_SOURCE = "民政部《中华人民共和国县级以上行政区划代码》"


def division_lines(places: Mapping[str, str], base: str) -> set[str]:
    """N-Quads lines of the graph `{base}graph/divisions`: each place (code → IRI) and all that it lies in.

    A division that no article names has the IRI `mint(base, "place", division_key(code))`. Codes that the table lacks
    are passed over.
    """
    table = gazetteer()
    lines: set[str] = set()
    graph = iri(f"{base}{GRAPH}")
    for code in places:
        division = table.at(code)
        if division is None:
            continue
        parent = ""
        for step in table.path(division):
            place = iri(places.get(step.code) or mint(base, "place", division_key(step.code)))
            name = tagged(step.name, SIMPLIFIED)
            for statement in (f"{TYPE} {pk('Place')}", f"{LABEL} {name}", f"{PREF_LABEL} {name}"):
                lines.add(f"{place} {statement} {graph} .")
            lines.add(f"{place} {NOTATION} {quoted(step.code)} {graph} .")
            if step.ended:  # a name that was given up: an older article may still use it
                lines.add(f"{place} {pk('endedIn')} {integer(int(step.ended))} {graph} .")
            if parent:
                lines.add(f"{place} {pk('partOf')} {parent} {graph} .")
            parent = place
    if lines:
        lines.add(f"{graph} {iri(DCTERMS + 'source')} {quoted(_SOURCE)} {graph} .")
    return lines
