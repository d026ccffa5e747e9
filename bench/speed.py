"""Text to facts against `jieba.lcut` on the same texts: `make bench`, or `python bench/speed.py [SOURCE…] [--runs 5]`.

SOURCE is a folder of articles, a file, or a .jsonl file of {"id": …, "text": …} lines. CPU seconds of one process, both
by turns, medians of several runs; reading files, word lists and jieba's dictionary stand apart. A ratio above 1: the
facts are there before jieba would have cut the text into words.
"""

import argparse
import hashlib
import logging
import statistics
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

import jieba

from bench.draw import order, texts
from kg.entities.identify import identify
from kg.facts.extract import extract
from kg.model import Article
from kg.text.page import read_page
from kg.use.tables import text_table

OWN = (Path("data/articles"), Path("bench/dev"))
LONG = 200_000
DOUBLINGS = 4
T = TypeVar("T")
Seconds = tuple[float, float, float, float]  # jieba.lcut, then read_page, extract, identify


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("source", nargs="*", type=Path, default=OWN)
    parser.add_argument("--articles", type=int, default=400, help="how many articles to read at most (400)")
    parser.add_argument("--runs", type=int, default=5, help="runs of which the medians are taken (5)")
    options = parser.parse_args()
    jieba.setLogLevel(logging.ERROR)
    jieba.initialize()
    drawn = sorted(texts(options.source), key=lambda named: order("speed", named[0]))
    read = [text for _, text in drawn[: options.articles]]
    long = "\n".join(read)
    once([article(long)])  # word lists
    rows = [
        row(f"{len(read)} articles", [article(text) for text in read], options.runs),
        row("one text", [article(repeated(long, LONG))], options.runs),
        row("one line", [article(repeated(long, LONG).replace("\n", ""))], options.runs),
    ]
    head = ("text", "characters", "jieba.lcut, s", "kg, s", "jieba : kg", "MB/s", "page", "facts", "identity")
    print(text_table(head, rows))
    print("\nTwice the text, so many times the seconds:\n")
    print(text_table(("characters", "lines", "one line"), doublings(long, options.runs)))


def article(text: str) -> Article:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(digest[:12], "bench", text, digest)


def repeated(text: str, length: int) -> str:
    return (text * (length // len(text) + 1))[:length]


def timed(stage: Callable[[], T]) -> tuple[float, T]:
    begun = time.process_time()
    result = stage()
    return time.process_time() - begun, result


def facts_of(articles: Sequence[Article]) -> None:
    for one in articles:
        identify([extract(read_page(one))])


def once(articles: Sequence[Article]) -> Seconds:
    cut, _ = timed(lambda: [jieba.lcut(a.text) for a in articles])
    page, pages = timed(lambda: [read_page(a) for a in articles])
    facts, said = timed(lambda: [extract(p) for p in pages])
    identity, _ = timed(lambda: [identify([s]) for s in said])
    return cut, page, facts, identity


def medians(articles: Sequence[Article], runs: int) -> Seconds:
    cut, page, facts, identity = (
        statistics.median(s) for s in zip(*(once(articles) for _ in range(runs)), strict=True)
    )
    return cut, page, facts, identity


def row(name: str, articles: Sequence[Article], runs: int) -> tuple[str, ...]:
    cut, *stages = medians(articles, runs)
    own = sum(stages)
    size = sum(len(a.text.encode()) for a in articles) / 1e6
    shares = (f"{seconds / own:.0%}" for seconds in stages)
    characters = f"{sum(len(a.text) for a in articles):,}"
    return name, characters, f"{cut:.3f}", f"{own:.3f}", f"{cut / own:.2f}", f"{size / own:.2f}", *shares


def doublings(text: str, runs: int) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    before = [0.0, 0.0]
    for length in (LONG // 2 * 2**i for i in range(DOUBLINGS)):
        one = repeated(text, length)
        forms = [[article(one)], [article(one.replace("\n", ""))]]
        seconds = [statistics.median(timed(partial(facts_of, form))[0] for _ in range(runs)) for form in forms]
        grown = (
            f"{now:.2f} s" + (f" (× {now / was:.2f})" if was else "") for now, was in zip(seconds, before, strict=True)
        )
        rows.append((f"{length:,}", *grown))
        before = seconds
    return rows


if __name__ == "__main__":
    main()
