"""Questions to a graph, in SPARQL, answered by Oxigraph: of a store where it lies, of a file in memory."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    Store,
    Triple,
)

from kg.rdf.read import parse_lines, read_quads, text_of
from kg.rdf.terms import PREFIXES
from kg.store.graph import in_memory, opened
from kg.use.limits import Crashed, OutOfTime, within
from kg.use.sparql import QueryError, check, explained
from kg.use.tables import csv_table, text_table

Term = NamedNode | BlankNode | Literal | Triple


@dataclass(frozen=True, slots=True)
class Result:
    """The answer: rows of terms under column names, None where a row has nothing there.

    ASK answers one row in the column `answer`; CONSTRUCT and DESCRIBE answer the columns `subject`, `predicate`,
    `object`. `json` is in the SPARQL 1.1 results format for SELECT and ASK.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    form: str = "SELECT"  # or ASK, GRAPH

    @property
    def answer(self) -> bool:
        """Of ASK: yes or no. Of others: whether there is any row."""
        if self.form == "ASK":
            return self.texts[0][0] == "true"
        return bool(self.rows)

    @property
    def texts(self) -> tuple[tuple[str, ...], ...]:
        """The rows as plain text: an IRI without its brackets, a literal without its tag; "" where there is nothing."""
        return tuple(tuple("" if term is None else text_of(term) for term in row) for row in self.rows)

    def table(self, limit: int | None = None) -> str:
        """An aligned table, a Chinese character two columns wide; at most `limit` rows and a line that says so."""
        return text_table(self.columns, self.texts, limit)

    def csv(self) -> str:
        """SPARQL 1.1 CSV, with text that a spreadsheet would run as a formula made harmless (see kg.use.tables)."""
        return csv_table(self.columns, self.texts)

    def json(self) -> str:
        """SPARQL 1.1 Query Results JSON."""
        if self.form == "ASK":
            return f'{{"head":{{}},"boolean":{"true" if self.answer else "false"}}}'
        return _solutions_json(self.columns, self.rows)


def load(source: Path | Iterable[str], infer: bool = False) -> Store:
    """A store in memory, of a graph file (.nq .nt .ttl .trig .jsonld) or of N-Quads lines; with `infer`, what follows
    stands in the default graph as well.

    Raises kg.rdf.read.GraphError where the file is missing or broken.
    """
    return in_memory(read_quads(source) if isinstance(source, Path) else parse_lines(source), infer)


def answer(graph: Path, query: str, *, timeout: float | None = None, infer: bool = False) -> Result:
    """The answer to a query of a graph file, a folder that `kg build` made, or a store; see `ask`.

    With `timeout` it must be there within so many seconds, opening the graph among them. Raises QueryError,
    kg.rdf.read.GraphError, kg.store.errors.StoreError.
    """
    check(query)
    if timeout is None:
        return _answer(graph, query, infer)
    try:
        return within(timeout, _answer, graph, query, infer)
    except OutOfTime as error:
        raise QueryError(f"{error}; narrow it, or allow more time") from None
    except Crashed as error:
        raise QueryError(f"it needs more than this machine has: {error}") from None


def _answer(graph: Path, query: str, infer: bool) -> Result:
    with opened(graph, infer) as store:
        return ask(store, query)


def ask(store: Store, query: str) -> Result:
    """The answer to a SELECT, ASK, CONSTRUCT or DESCRIBE query; usual prefixes (pk:, rdfs: …) are known already.

    The default graph holds facts and descriptions; named graphs hold what each span says. Raises QueryError.
    """
    check(query)
    with explained(query):
        answer = store.query(query, prefixes=PREFIXES)
        if isinstance(answer, QueryBoolean):
            return Result(("answer",), ((Literal(bool(answer)),),), "ASK")
        if isinstance(answer, QuerySolutions):
            columns = tuple(variable.value for variable in answer.variables)
            return Result(columns, tuple(tuple(row) for row in answer))
        triples = sorted({(t.subject, t.predicate, t.object) for t in answer}, key=str)
        return Result(("subject", "predicate", "object"), tuple(triples), "GRAPH")


def _solutions_json(columns: tuple[str, ...], rows: tuple[tuple[Term | None, ...], ...]) -> str:
    def binding(term: Term) -> dict[str, str]:
        if isinstance(term, NamedNode):
            return {"type": "uri", "value": term.value}
        if isinstance(term, BlankNode):
            return {"type": "bnode", "value": term.value}
        if not isinstance(term, Literal):
            raise QueryError(f"a triple term has no place in SPARQL 1.1 JSON: {term}")
        if term.language:
            return {"type": "literal", "value": term.value, "xml:lang": term.language}
        if term.datatype.value.endswith("#string"):
            return {"type": "literal", "value": term.value}
        return {"type": "literal", "value": term.value, "datatype": term.datatype.value}

    bindings = [{c: binding(t) for c, t in zip(columns, row, strict=True) if t is not None} for row in rows]
    return json.dumps({"head": {"vars": columns}, "results": {"bindings": bindings}}, ensure_ascii=False)
