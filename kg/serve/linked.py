"""Linked data, as jobs that a worker runs: what the graph says of an IRI, in the form that was asked for."""

import json
from collections.abc import Sequence

from pyoxigraph import NamedNode, Store

from kg.rdf.terms import PK
from kg.serve.about import Reader
from kg.serve.addresses import addresses
from kg.serve.forms import BY_ENDING, HTML, write
from kg.serve.job import Refusal
from kg.serve.names import Names
from kg.serve.pages import thing

MANY = 5_000  # IRIs whose names are asked for at once


def known(store: Store, path: str, iri: str) -> tuple[str, bytes]:
    """Whether the graph says anything of the IRI `iri`, or (where it is "") of one that the service answers for at
    `path`: its text, b"" where it does not."""
    return "text/plain; charset=utf-8", next(iter(_known(store, path, iri)), "").encode()


def described(store: Store, root: str, path: str, iri: str, ending: str) -> tuple[str, bytes]:
    """What the graph says, in the form with this ending. Raises Refusal (404) where it says nothing."""
    form = BY_ENDING[ending]
    for one in _known(store, path, iri):
        media_type, content = thing(store, root, one) if form == HTML else ("", write(Reader(store), one, form))
        if content:
            return media_type or with_charset(form.media_type), content
    raise Refusal(404, "The graph says nothing of this IRI.")


def labels(store: Store, iris: Sequence[str]) -> tuple[str, bytes]:
    """{IRI: [name, note, address]} of these IRIs, the address "" where there is no page; what is no IRI is left out.

    Raises Refusal (413) for too many.
    """
    if len(iris) > MANY:
        raise Refusal(413, f"At most {MANY} IRIs at once.")
    names, where, found = Names(store), addresses(store), {}
    for iri in iris:
        try:
            node = NamedNode(iri)
        except ValueError:
            continue
        named = names.of(node)
        found[iri] = [named.name, named.note, where.of(iri) if iri.startswith(PK) or names.told(node) else ""]
    return "application/json", json.dumps(found, ensure_ascii=False).encode()


def _known(store: Store, path: str, iri: str) -> list[str]:
    found = []
    for one in [iri] if iri else addresses(store).iris(path):
        try:
            node = NamedNode(one)
        except ValueError:
            continue
        if Names(store).told(node):
            found.append(one)
    return found


def with_charset(media_type: str) -> str:
    """As it stands in a header: text is in UTF-8."""
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
