"""The graph of a store in Oxigraph, brought from what an article said to what it says.

Every fact stands in the graph of the spans that say it, and a span is of one article: so an article's quads are found
by its spans. A fact stands in the default graph as long as any span says it.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store, Triple

from kg.rdf.read import parse_lines
from kg.rdf.terms import PK

_SPAN_OF = NamedNode(f"{PK}spanOf")
_DEFAULT = DefaultGraph()
_WIDTH = 32  # bytes of a digest
_MODULUS = 1 << (8 * _WIDTH)


def digest(quads: Iterable[Quad]) -> int:
    """A hash of a set of quads, each once: the sum of theirs, so that what comes and goes is added and taken away."""
    total = 0
    for quad in quads:
        total += int.from_bytes(hashlib.blake2b(str(quad).encode(), digest_size=_WIDTH).digest(), "big")
    return total % _MODULUS


class Index:
    """A graph in a folder while it is changed. `background` names the graphs that hold what no article says; `digest`
    is that of all quads, `count` how many there are."""

    def __init__(self, folder: Path, background: Iterable[NamedNode], digest: int = 0, count: int = 0) -> None:
        self.store = Store(str(folder))
        self.background = frozenset(background)
        self.digest = digest
        self.count = count
        self._gone: set[Triple] = set()  # facts that a span no longer says

    def close(self) -> None:
        """Write all of it to the disk, and let go of the folder; afterwards nothing changes in it."""
        self.store.flush()
        self.let_go()

    def let_go(self) -> None:
        """Let go of the folder, whatever is in it: it is open as long as anything holds the store."""
        vars(self).pop("store", None)

    def clear(self) -> None:
        """Hold nothing."""
        self.store.clear()
        self.digest = self.count = 0

    def write(self, document: str, lines: Iterable[str]) -> None:
        """Let the article with this IRI say these lines, whatever it said before; none: it is gone."""
        old, new = self._said_by(NamedNode(document)), self._own(parse_lines(lines))
        self._remove(old - new)
        self._add(new - old)
        self._gone.update(q.triple for q in old - new if q.graph_name != _DEFAULT)
        self._add({Quad(*q.triple) for q in new - old if q.graph_name != _DEFAULT})

    def settle(self) -> None:
        """Take facts that no span says any more out of the default graph, once all articles are written."""
        self._remove({Quad(*triple) for triple in self._gone if not self._is_said(triple)})
        self._gone.clear()

    def write_background(self, graph: NamedNode, lines: Iterable[str]) -> None:
        """Let one of the background graphs hold these lines."""
        old, new = set(self.store.quads_for_pattern(None, None, None, graph)), set(parse_lines(lines))
        self._remove(old - new)
        self._add(new - old)

    def _said_by(self, document: NamedNode) -> set[Quad]:
        """The quads of an article: its description, those of its spans, and what they say."""
        said = set(self.store.quads_for_pattern(document, None, None, _DEFAULT))
        for of in self.store.quads_for_pattern(None, _SPAN_OF, document, _DEFAULT):
            span = of.subject
            assert isinstance(span, NamedNode)
            said.update(self.store.quads_for_pattern(span, None, None, _DEFAULT))
            said.update(self.store.quads_for_pattern(None, None, None, span))
        return said

    @staticmethod
    def _own(quads: list[Quad]) -> set[Quad]:
        """Without the facts in the default graph, which other articles may say as well."""
        facts = {Quad(*q.triple) for q in quads if q.graph_name != _DEFAULT}
        return {q for q in quads if q not in facts}

    def _is_said(self, triple: Triple) -> bool:
        subject, predicate, value = triple
        found = self.store.quads_for_pattern(subject, predicate, value, None)
        return any(q.graph_name != _DEFAULT and q.graph_name not in self.background for q in found)

    def _add(self, quads: set[Quad]) -> None:
        fresh = [quad for quad in quads if quad not in self.store]
        self.store.extend(fresh)
        self.digest = (self.digest + digest(fresh)) % _MODULUS
        self.count += len(fresh)

    def _remove(self, quads: set[Quad]) -> None:
        there = [quad for quad in quads if quad in self.store]
        for quad in there:
            self.store.remove(quad)
        self.digest = (self.digest - digest(there)) % _MODULUS
        self.count -= len(there)
