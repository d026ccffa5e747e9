"""The questions that come with the ontology, by name."""

import difflib
import re
from dataclasses import dataclass

from kg.resources import ontology_file
from kg.use.sparql import QueryError

_TITLE = re.compile(r"# title: *(.+?) *\| *(.+)")


@dataclass(frozen=True, slots=True, order=True)
class NamedQuery:
    """A file of ontology/queries/: its name without .rq, its title in both languages, its SPARQL text."""

    name: str
    chinese: str
    english: str
    text: str


def named_queries() -> tuple[NamedQuery, ...]:
    """All of them, by name."""
    found = []
    for path in ontology_file("queries").glob("*.rq"):
        text = path.read_text(encoding="utf-8")
        title = _TITLE.match(text)
        found.append(NamedQuery(path.stem, title[1] if title else path.stem, title[2] if title else path.stem, text))
    return tuple(sorted(found))


def named_query(name: str) -> NamedQuery:
    """The query of this name; raises QueryError with the nearest name, or all of them."""
    queries = {query.name: query for query in named_queries()}
    if name in queries:
        return queries[name]
    near = difflib.get_close_matches(name, queries, n=1)
    hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(queries)}"
    raise QueryError(f"no query is called {name!r}; {hint}")
