"""How long each stage takes, and how large each output is: `make bench`, or `python bench/stages.py ARTICLE…`.

Medians of CPU seconds over several runs in one process; loading the word lists, which happens once, stands apart.
"""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from kg.entities.identify import identify
from kg.facts.extract import extract
from kg.pipeline import Build, build, read
from kg.rdf.quads import quads, to_bytes
from kg.rdf.read import parse_lines
from kg.rdf.serialize import annotated_turtle, turtle
from kg.reading.source import find_articles
from kg.text.page import read_page
from kg.use.facts_json import facts_json
from kg.use.page import build_page
from kg.use.tables import text_table

RUNS = 5
T = TypeVar("T")


def main() -> None:
    paths = [
        p for p in find_articles(sys.argv[1:] or sorted(Path("data/articles").glob("*.txt"))) if isinstance(p, Path)
    ]
    started = time.process_time()
    build(paths).outputs()
    first = time.process_time() - started
    rows: list[tuple[str, str]] = []

    def timed(name: str, stage: Callable[[], T]) -> T:
        seconds = []
        for _ in range(RUNS):
            begun = time.process_time()
            result = stage()
            seconds.append(time.process_time() - begun)
        rows.append((name, f"{statistics.median(seconds) * 1000:.1f}"))
        return result

    articles = timed("read", lambda: [read(path) for path in paths])
    pages = timed("repair, sentences", lambda: [read_page(article) for article in articles])
    said = timed("mentions, facts", lambda: [extract(page) for page in pages])
    facts = timed("identity", lambda: identify(said))
    lines = timed("quads", lambda: quads(facts))
    timed("graph.nq", lambda: to_bytes(lines))
    timed("graph.ttl", lambda: turtle(parse_lines(lines)))
    timed("graph.annotated.ttl", lambda: annotated_turtle(parse_lines(lines)))
    timed("graph.html", lambda: build_page(facts, "bench"))
    timed("facts.jsonl", lambda: [facts_json(one) for one in facts])

    characters = sum(len(article.text) for article in articles)
    print(f"{len(articles)} articles, {characters} characters; the first run, word lists and all: {first:.2f} s\n")
    print(text_table(("stage", "ms"), rows))
    sizes = [(name, f"{len(content):,}") for name, content in Build(tuple(facts)).outputs().items()]
    print(f"\n{text_table(('file', 'bytes'), sizes)}")


if __name__ == "__main__":
    main()
