"""Where the service answers for an IRI: the IRI's last part, below the service's own root.

    https://w3id.org/policy-kg/id/person/ab12  ↔  id/person/ab12
    https://w3id.org/policy-kg/def#Tenure      →  def#Tenure

Addresses are relative to the root, so that they hold behind any proxy and under any host.
"""

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote

from pyoxigraph import DefaultGraph, NamedNode, Store

from kg.rdf.serialize import base_of
from kg.rdf.terms import PK, RDF, THEMES

# What the service answers itself: no base may take these over.
RESERVED = frozenset(
    {"", "about", "assets", "def", "graph", "health", "metrics", "schema", "search", "sparql", "themes"}
)
VOCABULARY, SCHEME = "def", "themes"

_ARTICLE = NamedNode(f"{PK}NewsArticle")
_TYPE = NamedNode(f"{RDF}type")
_SEGMENT = re.compile(r"[A-Za-z0-9._~-]+")
_SAFE = "/:@!$&'()*+,;=-._~%"  # what may stand in a path as it is, RFC 3986, and what is escaped already


@dataclass(frozen=True, slots=True)
class Addresses:
    """`base` is the IRI that instances are named under; `folder` the part of the path that stands for it, as `id/`."""

    base: str
    folder: str

    def of(self, iri: str) -> str:
        """The address of the page about an IRI, relative to the service's root. What has no path of its own (themes,
        terms of others) is asked about as `about?iri=…`."""
        if iri.startswith(self.base) and len(iri) > len(self.base):
            path, mark, fragment = iri.removeprefix(self.base).partition("#")
            return self.folder + quote(path, safe=_SAFE) + (mark + quote(fragment, safe=_SAFE) if mark else "")
        if iri.startswith(PK):
            return f"{VOCABULARY}#{quote(iri.removeprefix(PK), safe=_SAFE)}"
        if iri in (PK.rstrip("#"), THEMES.rstrip("#")):
            return VOCABULARY if iri == PK.rstrip("#") else SCHEME
        return f"about?iri={quote(iri, safe='')}"

    def iris(self, path: str) -> list[str]:
        """The IRIs that the service may be asked for at a path as it was sent (escaped): none outside `folder`."""
        if not path.startswith(self.folder) or path == self.folder:
            return []
        rest = path.removeprefix(self.folder)
        return list(dict.fromkeys([self.base + rest, self.base + unquote(rest)]))


def addresses(store: Store) -> Addresses:
    """Those of the graph in `store`: its base is found from its articles."""
    base = base_of(store.quads_for_pattern(None, _TYPE, _ARTICLE, DefaultGraph()))
    return Addresses(base, folder(base))


def folder(base: str) -> str:
    """The part of the service's path that stands for a base: `id/` for …/policy-kg/id/."""
    last = base.rstrip("/#").rpartition("/")[2]
    host = base.rstrip("/#").count("/") < 3  # https://example.org/ has no path
    return "id/" if host or last in RESERVED or not _SEGMENT.fullmatch(last) else f"{last}/"
