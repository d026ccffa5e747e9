"""Draw extractions at random, to be judged by hand: `python bench/draw.py FAMILY SOURCE… [--n 100] [--seed WORD]`.

SOURCE is a folder of articles, a file, or a .jsonl file of {"id": …, "text": …} lines. What is drawn hangs on the seed
and the texts alone. Each extraction is printed with the sentence that says it, its characters in 【】.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import kg
from kg.model import ArticleFacts, Entity, Kind, Span
from kg.reading.errors import InputError
from kg.reading.source import find_articles

KINDS = {
    "persons": Kind.PERSON, "organizations": Kind.ORGANIZATION, "programs": Kind.PROGRAM, "documents": Kind.DOCUMENT,
    "events": Kind.EVENT,
}  # fmt: skip
FAMILIES = (*KINDS, "roles", "outcomes", "relations")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("family", choices=FAMILIES)
    parser.add_argument("source", nargs="+", type=Path)
    parser.add_argument("--n", type=int, default=100, help="how many extractions (100)")
    parser.add_argument("--articles", type=int, default=400, help="how many articles to read at most (400)")
    parser.add_argument("--seed", default="1", help="another word draws others")
    options = parser.parse_args()
    articles = sorted(texts(options.source), key=lambda a: order(options.seed, a[0]))[: options.articles]
    drawn: list[tuple[str, str, str, str]] = []
    read = 0
    for name, text in articles:
        try:
            facts = kg.extract(text)
        except InputError as error:
            print(f"{name}: {error}", file=sys.stderr)
            continue
        read += 1
        for number, (said, span) in enumerate(extractions(facts, options.family)):
            drawn.append((order(options.seed, f"{name} {number} {said}"), name, said, context(facts, span)))
    drawn.sort()
    for number, (_, name, said, words) in enumerate(drawn[: options.n], 1):
        print(f"{number}. {said}\n   {name}: {words}")
    print(f"{min(len(drawn), options.n)} of {len(drawn)} {options.family} in {read} articles", file=sys.stderr)


def order(seed: str, name: str) -> str:
    return hashlib.sha256(f"{seed}\0{name}".encode()).hexdigest()


def texts(sources: Iterable[Path]) -> Iterator[tuple[str, str]]:
    for source in sources:
        if source.suffix == ".jsonl":
            with source.open(encoding="utf-8") as lines:
                for line in lines:
                    item = json.loads(line)
                    yield str(item["id"]), str(item["text"])
        else:
            for path in find_articles([source]):
                if isinstance(path, Path):
                    yield path.name, path.read_text(encoding="utf-8")


def extractions(facts: ArticleFacts, family: str) -> Iterator[tuple[str, Span]]:
    """What one article says of a family, and the first span that says it."""
    if family == "roles":
        for r in facts.roles:
            yield f"{r.person} | {r.title} | {r.organization}{' (past)' if r.former else ''}", r.evidence[0]
    elif family == "outcomes":
        for o in facts.outcomes:
            yield (
                f"{o.as_written} = {o.value} {o.modifier} {o.unit} | {o.what}"
                f" | of {'、'.join((*o.programs, o.organization or ''))}"
                f" | as of {o.as_of}{' | target' if o.is_target else ''}",
                o.evidence[0],
            )
    elif family == "relations":
        for x in facts.relations:
            yield f"{x.subject.name} {x.predicate} {x.object.name}", x.evidence[0]
    else:
        for e in facts.of(KINDS[family]):
            yield shown(e, facts), e.mentions[0]


def shown(entity: Entity, facts: ArticleFacts) -> str:
    extra = ""
    if entity.kind is Kind.EVENT:
        extra = "".join(f" | {o.date} | {o.place}" for o in facts.occurrences if o.event == entity.name)
    return entity.name + (f" (also {'、'.join(entity.aliases)})" if entity.aliases else "") + extra


def context(facts: ArticleFacts, span: Span) -> str:
    """The sentence around a span, on one line, at most 300 characters of it."""
    text = facts.page.article.text
    start = max([text.rfind(c, 0, span.start) + 1 for c in "。！？\n"] + [span.start - 150])
    ends = [e for e in (text.find(c, span.end) for c in "。！？\n") if e >= 0]
    end = min([*ends, span.end + 100])
    return f"{text[start : span.start]}【{text[span.start : span.end]}】{text[span.end : end]}".replace("\n", " ")


if __name__ == "__main__":
    main()
