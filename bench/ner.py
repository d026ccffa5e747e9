"""Mentions against public sets of labelled names: `python bench/ner.py DATA [--peer PYTHON] [--errors N]`.

DATA is a folder with the files of `SETS`, fetched by hand from the repositories named there; none of them is part of
this project, and their test splits are left alone. A mention counts when class and both ends agree. `--peer` names the
interpreter of an environment with LAC, which then tags the same sentences in the same run (see ner_lac.py).
"""

import argparse
import json
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import rjieba

from kg.mentions.find import find
from kg.model import Article
from kg.text.page import read_page
from kg.use.tables import text_table

Labelled = tuple[str, frozenset[tuple[str, int, int]]]  # a sentence, and (class, start, end) of each name in it

SETS = {
    "CLUENER train": ("cluener-train.json", "hemingkx/CLUENER2020, BERT-CRF/data/clue/train.json"),
    "ResumeNER dev": ("resume-dev.bmes", "jiesutd/LatticeLSTM, ResumeNER/dev.char.bmes"),
    "UNER GSDSimp dev": ("uner-dev.iob2", "UniversalNER/UNER_Chinese-GSDSIMP, zh_gsdsimp-ud-dev.iob2"),
    "EduNER dev": ("eduner-dev.csv", "anonymous-xl/eduner, dataset/dev.csv"),
}
CLASSES = {
    "name": "Person", "NAME": "Person", "PER": "Person", "nr": "Person",
    "organization": "Organization", "company": "Organization", "government": "Organization", "ORG": "Organization",
    "nt": "Organization", "TITLE": "Role",
}  # fmt: skip


@dataclass(frozen=True)
class System:
    """A tagger: its name, and sentences → their names."""

    name: str
    tag: Callable[[list[str]], list[frozenset[tuple[str, int, int]]]]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--peer", help="the Python of an environment with LAC")
    parser.add_argument("--errors", type=int, default=0, help="print so many sentences that kg got wrong, by class")
    parser.add_argument("--only", default="", help="sets whose name holds this word")
    options = parser.parse_args()
    systems = [System("kg", by_kg)]
    if options.peer:
        systems += [System("LAC", lambda sentences: by_lac(options.peer, sentences)), System("jieba", by_jieba)]
    rows: list[tuple[str, ...]] = []
    for name, (file, _) in SETS.items():
        if options.only not in name or not (options.data / file).exists():
            continue
        sentences = list(READERS[file.rsplit(".")[-1]](options.data / file))
        classes = [
            c for c in ("Person", "Organization", "Role") if any(n[0] == c for _, said in sentences for n in said)
        ]
        for system in systems:
            begun = time.process_time()
            found = system.tag([text for text, _ in sentences])
            seconds = time.process_time() - begun
            for kind in classes:
                rows.append((name, kind, system.name, *figures(sentences, found, kind), f"{seconds:.0f} s"))
            if system.name == "kg" and options.errors:
                show_errors(sentences, found, classes, options.errors)
    print(text_table(("set", "class", "system", "in gold", "precision", "recall", "F1", "CPU"), rows))


def figures(sentences: list[Labelled], found: list[frozenset[tuple[str, int, int]]], kind: str) -> tuple[str, ...]:
    right = wrong = missed = 0
    for (_, gold), said in zip(sentences, found, strict=True):
        ours, theirs = {n for n in said if n[0] == kind}, {n for n in gold if n[0] == kind}
        right, wrong, missed = right + len(ours & theirs), wrong + len(ours - theirs), missed + len(theirs - ours)
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    f1 = 2 * right / max(1, 2 * right + wrong + missed)
    return (str(right + missed), *(f"{100 * x:.1f}" for x in (precision, recall, f1)))


def show_errors(
    sentences: list[Labelled], found: list[frozenset[tuple[str, int, int]]], classes: list[str], most: int
) -> None:
    left = Counter({(c, sign): most for c in classes for sign in "+-"})
    for (text, gold), said in zip(sentences, found, strict=True):
        for sign, names in (("+", said - gold), ("-", gold - said)):
            for kind, start, end in sorted(names):
                if left[kind, sign] > 0:
                    left[kind, sign] -= 1
                    print(
                        f"{sign} {kind}: {text[max(0, start - 20) : start]}【{text[start:end]}】{text[end : end + 20]}"
                    )


def by_kg(sentences: list[str]) -> list[frozenset[tuple[str, int, int]]]:
    return [frozenset(_names(text)) for text in sentences]


def _names(text: str) -> Iterator[tuple[str, int, int]]:
    """What kg sees named in one sentence: every mention of a person or a body, and every title.

    The mentions are those of `kg.mentions`, before the facts choose among them: a fact needs no body that is only a
    venue or stands inside book-title marks, and none in a heading or a caption, but each of them is named there.
    """
    page = read_page(Article("sentence", "sentence", text, ""))  # too short to be asked whether it is Chinese
    found = find(page)
    persons = {(n.start, n.end) for n in (*(n for n, _ in found.names), *found.untitled, *found.bylines)}
    persons |= {place for places in found.persons.values() for place in places}
    for kind, places in (
        ("Person", persons),
        ("Organization", {(b.start, b.end) for b in found.bodies}),
        ("Role", {(t.start, t.end) for t in found.titles}),
    ):
        for start, end in sorted(places):
            span = page.span(start, end)
            yield kind, span.start, span.end


def by_lac(python: str, sentences: list[str]) -> list[frozenset[tuple[str, int, int]]]:
    ran = subprocess.run(
        [python, str(Path(__file__).with_name("ner_lac.py"))],
        input="\n".join(json.dumps(s) for s in sentences),
        capture_output=True, text=True, check=True, timeout=1800,
    )  # fmt: skip
    return [
        frozenset((CLASSES[tag], start, end) for tag, start, end in json.loads(line) if tag in CLASSES)
        for line in ran.stdout.splitlines()
    ]


def by_jieba(sentences: list[str]) -> list[frozenset[tuple[str, int, int]]]:
    """The tags of jieba, through rjieba, which cuts alike."""
    result = []
    for text in sentences:
        position, names = 0, set()
        for word, tag in rjieba.tag(text):
            if tag[:2] in ("nr", "nt"):
                names.add((CLASSES[tag[:2]], position, position + len(word)))
            position += len(word)
        result.append(frozenset(names))
    return result


def read_cluener(path: Path) -> Iterator[Labelled]:
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        yield (
            item["text"],
            frozenset(
                (CLASSES[kind], start, end + 1)
                for kind, names in item["label"].items()
                if kind in CLASSES
                for places in names.values()
                for start, end in places
            ),
        )


def read_columns(path: Path, token: int, label: int, separator: str | None) -> Iterator[Labelled]:
    """A token a line, blank lines between sentences; labels B-, I-/M-, E-/S-, O."""
    text, names = "", list[list[object]]()
    for line in [*path.read_text(encoding="utf-8-sig").splitlines(), ""]:
        cells = line.split(separator)
        if not line.strip():
            if text:
                yield text, frozenset((CLASSES[str(k)], int(str(s)), int(str(e))) for k, s, e in names if k in CLASSES)
            text, names = "", []
        elif not line.startswith("# ") and len(cells) > label:
            place, _, kind = cells[label].partition("-")
            if place in ("B", "S"):
                names.append([kind, len(text), len(text) + len(cells[token])])
            elif place in ("I", "M", "E") and names:
                names[-1][2] = len(text) + len(cells[token])
            text += cells[token]


READERS: dict[str, Callable[[Path], Iterator[Labelled]]] = {
    "json": read_cluener,
    "bmes": lambda path: read_columns(path, 0, 1, None),
    "iob2": lambda path: read_columns(path, 1, 2, "\t"),
    "csv": lambda path: read_columns(path, 0, 1, None),
}

if __name__ == "__main__":
    main()
