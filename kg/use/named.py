"""The questions that come with the ontology, by name, and their parameters.

    # title: 某人的所有职务 | All posts of a person
    # param: person string | 人物姓名 | a person's name
    SELECT … { VALUES ?person { UNDEF } … }

A parameter is a VALUES line of its own, so that the file is a whole query for any tool: with UNDEF it asks for all.
"""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from kg.rdf.terms import decimal, quoted, typed
from kg.resources import ontology_file
from kg.use.sparql import QueryError

_TITLE = re.compile(r"# title: *(.+?) *\| *(.+)")
_PARAMETER = re.compile(r"^# param: *(\w+) +(string|date|decimal) *\| *(.+?) *\| *(.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True, order=True)
class Parameter:
    """What a question can be narrowed to: `type` is string, date or decimal; the words say what to give."""

    name: str
    type: str
    chinese: str
    english: str

    def term(self, value: str) -> str:
        """The value as it stands in SPARQL; raises QueryError for one that is none of its type."""
        try:
            if self.type == "date":
                return typed(date.fromisoformat(value).isoformat(), "date")
            if self.type == "decimal":
                return decimal(Decimal(value.replace(",", "")))
        except (ValueError, InvalidOperation):
            example = "2025-05-08" if self.type == "date" else "1200"
            raise QueryError(f"{self.name}={value}: not a {self.type}; for example {self.name}={example}") from None
        return quoted(value)


@dataclass(frozen=True, slots=True, order=True)
class NamedQuery:
    """A file of ontology/queries/: its name without .rq, its title in both languages, its SPARQL text."""

    name: str
    chinese: str
    english: str
    text: str
    parameters: tuple[Parameter, ...] = ()

    def given(self, values: Mapping[str, str]) -> str:
        """The SPARQL text for these values of parameters; raises QueryError for one that the question lacks."""
        text = self.text
        known = {parameter.name: parameter for parameter in self.parameters}
        for name, value in values.items():
            if name not in known:
                has = f"it has {', '.join(known)}" if known else "it has none"
                raise QueryError(f"the question {self.name} has no parameter {name!r}; {has}")
            asked, everything = known[name].term(value), f"VALUES ?{name} {{ UNDEF }}"
            text = text.replace(everything, f"VALUES ?{name} {{ {asked} }}")
        return text


def named_queries() -> tuple[NamedQuery, ...]:
    """All of them, by name."""
    found = []
    for path in ontology_file("queries").glob("*.rq"):
        text = path.read_text(encoding="utf-8")
        title = _TITLE.match(text)
        chinese, english = (title[1], title[2]) if title else (path.stem, path.stem)
        parameters = tuple(Parameter(*m.groups()) for m in _PARAMETER.finditer(text))
        found.append(NamedQuery(path.stem, chinese, english, text, parameters))
    return tuple(sorted(found))


def named_query(name: str) -> NamedQuery:
    """The query of this name; raises QueryError with the nearest name, or all of them."""
    queries = {query.name: query for query in named_queries()}
    if name in queries:
        return queries[name]
    near = difflib.get_close_matches(name, queries, n=1)
    hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(queries)}"
    raise QueryError(f"no query is called {name!r}; {hint}")
