"""The answer to a query as a table for people: labels in place of IRIs, each a link to its page."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QuerySolutions, Store

from kg.rdf.terms import PK, PREFIXES
from kg.serve.addresses import Addresses
from kg.serve.names import Names, Term, grouped
from kg.use.display import display
from kg.use.sparql import check, explained

ROWS = 500  # on a page; the rest is in the downloads
LONG = 600  # characters of a cell

_NUMBER = re.compile(r"[+-]?\d{1,300}(?:\.\d{1,300})?", re.ASCII)
_NUMERIC = ("integer", "decimal", "double", "float", "int", "long")


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: text; of a thing, its address, its IRI and what tells it from its like."""

    text: str
    address: str = ""
    iri: str = ""
    note: str = ""
    number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The first rows of an answer. `more` says whether there are others; `form` is SELECT, ASK or GRAPH."""

    form: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    more: bool = False


def ask(store: Store, query: str, addresses: Addresses, names: Names, rows: int = ROWS) -> Table:
    """The first rows of the answer; raises kg.use.sparql.QueryError."""
    check(query)
    with explained(query):
        answer = store.query(query, prefixes=PREFIXES)
        if isinstance(answer, QueryBoolean):
            return Table("ASK", ("answer",), ((Cell("true" if answer else "false"),),))
        if isinstance(answer, QuerySolutions):
            form, columns = "SELECT", tuple(variable.value for variable in answer.variables)
            found: Iterator[Iterable[Term | None]] = iter(answer)
        else:
            form, columns = "GRAPH", ("subject", "predicate", "object")
            found = ((triple.subject, triple.predicate, triple.object) for triple in answer)
        taken = [tuple(row) for row in islice(found, rows + 1)]
    shown = tuple(tuple(cell(term, addresses, names) for term in row) for row in taken[:rows])
    return Table(form, columns, shown, len(taken) > rows)


def cell(term: Term | None, addresses: Addresses, names: Names) -> Cell:
    """One term: a literal as it is, a thing by its name."""
    if term is None:
        return Cell("")
    if isinstance(term, NamedNode):
        named = names.of(term)
        address = addresses.of(term.value) if term.value.startswith(PK) or names.told(term) else ""
        return Cell(_short(named.name), address, display(term.value), named.note)
    if isinstance(term, Literal) and term.datatype.value.rpartition("#")[2] in _NUMERIC:
        return Cell(grouped(term.value) if _NUMBER.fullmatch(term.value) else display(term.value), number=True)
    text = term.value if isinstance(term, Literal | BlankNode) else str(term)
    return Cell(_short(display(text)))


def _short(text: str) -> str:
    return text if len(text) <= LONG else f"{text[:LONG]}…"
