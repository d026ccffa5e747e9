"""The whole house on a page: an article's way from a file to a graph. Read this first.

    file → Article → Page → facts → identity → quads → outputs

Each stage is a function from frozen records to frozen records (`kg.model`); nothing flows back.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import networkx
import rdflib

from kg.entities.decisions import Decision
from kg.entities.identify import Identities, settle
from kg.entities.iri import BASE, check_base
from kg.facts.extract import extract as extract_facts
from kg.model import Article, ArticleFacts
from kg.rdf.graphs import to_dataset, to_graph
from kg.rdf.infer import infer as infer_quads
from kg.rdf.quads import quads, to_bytes
from kg.rdf.read import parse_lines
from kg.rdf.serialize import annotated_turtle, turtle
from kg.reading.article import Duplicate, read_article, read_articles, read_bytes, unique_ids
from kg.reading.errors import InputError
from kg.reading.source import STDIN
from kg.store.files import write_together
from kg.text.page import read_page
from kg.use.facts_json import facts_json
from kg.use.network import to_networkx
from kg.use.page import build_page, notebook_html
from kg.use.summary import Summary, summarize

Source = str | Path


def read(path: Source, encoding: str | None = None) -> Article:
    """The article in a file, `-` for standard input; raises InputError."""
    return read_article(path, encoding)


def extract(article: Article | str, base: str = BASE) -> ArticleFacts:
    """What one article or text says. Of several use `build`, which knows when two of them name the same thing.

    Raises InputError for a text that is no Chinese article.
    """
    if isinstance(article, str):
        article = read_bytes(article.encode("utf-8", "surrogatepass"), "text", "utf-8")
    return settle([extract_facts(read_page(article))], base).facts[0]


def build(
    inputs: Iterable[Source] | Source,
    *,
    encoding: str | None = None,
    base: str = BASE,
    decisions: Sequence[Decision] = (),
    infer: bool = False,
    progress: Callable[[str], None] = lambda name: None,
) -> "Build":
    """Read files and folders (`-` is standard input) and extract what they say. Nothing is written.

    Inputs that can't be read stand in `Build.skipped`; raises InputError where none can, ValueError for a base that is
    no IRI, kg.entities.decisions.DecisionError for a decision that can't be carried out. `progress` is called with the
    name of each file before it is read. The order of inputs makes no difference. With `infer` the graph also holds what
    follows from the facts, in graphs of its own (see kg.rdf.infer).
    """
    check_base(base)
    read, skipped = read_articles([inputs] if isinstance(inputs, Source) else list(inputs), encoding, progress)
    made = build_articles((article for _, article in read), base, decisions)
    paths = {article.sha256: found for found, article in read if found != STDIN}
    return replace(made, paths=paths, skipped=tuple(skipped), inferred=infer)


def build_articles(articles: Iterable[Article], base: str = BASE, decisions: Sequence[Decision] = ()) -> "Build":
    """The same of articles that were read already, those of a store for example."""
    kept, duplicates = unique_ids(articles)
    identities = settle([extract_facts(read_page(article)) for article in kept], base, decisions)
    return Build(identities.facts, base, duplicates=duplicates, identities=identities)


@dataclass(frozen=True)
class Build:
    """What several articles say, and the forms in which one takes it away.

    `facts` is sorted by the articles' ids; `paths` says where each text (by its SHA-256) was read from; `skipped` are
    the inputs that could not be read, `duplicates` the articles left out because another has the same text,
    `identities` what made entities one or kept them apart (see kg.entities.explain).
    """

    facts: tuple[ArticleFacts, ...]
    base: str = BASE
    paths: Mapping[str, Path] = field(default_factory=dict)
    skipped: tuple[InputError, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
    identities: Identities | None = None  # how the entities of `facts` were settled
    inferred: bool = False  # whether the graph holds what follows from the facts

    @cached_property
    def lines(self) -> list[str]:
        """The graph as lines of canonical N-Quads, without line breaks."""
        stated = quads(self.facts, self.base)
        return sorted([*stated, *infer_quads(parse_lines(stated))]) if self.inferred else stated

    def graph(self) -> rdflib.Graph:
        """The facts, and the articles and spans that they come from, as rdflib has them."""
        return to_graph(self.lines)

    def dataset(self) -> rdflib.Dataset:
        """The same with a named graph for each span, which holds what the span says."""
        return to_dataset(self.lines)

    def network(self) -> networkx.MultiDiGraph:
        """The facts between entities, with their words, as NetworkX has them."""
        return to_networkx(parse_lines(self.lines))

    def page(self) -> str:
        """The graph as HTML that works offline."""
        return build_page(self.facts, self.title)

    def summary(self) -> Summary:
        """How much there is of what."""
        return summarize(self.facts)

    @property
    def title(self) -> str:
        """That of the only article (without one, the event that it reports), or how many there are."""
        if len(self.facts) == 1:
            page, events = self.facts[0].page, self.facts[0].occurrences
            return page.title or (events[0].event if events else page.article.source)
        return f"{len(self.facts)} 篇文章"

    def outputs(self) -> dict[str, bytes]:
        """The files of a build, by name: the same bytes for the same articles, wherever and in whatever order."""
        parsed = parse_lines(self.lines)
        return {
            "graph.nq": to_bytes(self.lines),
            "graph.ttl": turtle(parsed),
            "graph.annotated.ttl": annotated_turtle(parsed),
            "graph.html": self.page().encode(),
            "facts.jsonl": "".join(f"{facts_json(facts, self.base)}\n" for facts in self.facts).encode(),
        }

    def save(self, folder: Source) -> dict[str, bytes]:
        """Write the outputs into a folder, all or none, and return them; raises kg.store.files.WriteError."""
        outputs = self.outputs()
        write_together(Path(folder), outputs)
        return outputs

    def _repr_html_(self) -> str:
        return notebook_html(self.page())
