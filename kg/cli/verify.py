"""kg verify: reread the articles of a build and check every quotation in its graph."""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.command import Command, add_json
from kg.cli.console import DONE, FAILED, Failure, Progress, complain, note, safe, say
from kg.cli.inputs import graph_path, graph_read
from kg.cli.origins import Origins, recall

if TYPE_CHECKING:
    from kg.model import Article
    from kg.rdf.verify import VerifyReport

SHOWN = 5
LONGEST = 60  # characters of a quotation in a complaint


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("graph", metavar="OUT", type=Path, help="a folder or store made by kg build, or its graph.nq")
    parser.add_argument(
        "--articles",
        metavar="PATH",
        type=Path,
        nargs="+",
        default=[],
        help="where the articles are: files or folders  原文所在",
    )
    parser.add_argument("--encoding", metavar="ENC", help="their encoding, where it is not found by itself  文件编码")
    add_json(parser, "the outcome as JSON")


def run(args: argparse.Namespace) -> int:
    from kg.rdf.verify import verify
    from kg.store.folder import is_store

    graph = graph_path(args.graph)
    if is_store(graph):
        return audited(args)
    for named in args.articles:
        if not named.exists():
            raise Failure(f"{named} is not there", "name a file or a folder after --articles")
    origins = recall(graph.parent)
    encoding = args.encoding or origins.encoding

    def locate(source: str, sha256: str) -> "Article | None":
        return _read(_places(source, sha256, args.articles, origins, graph.parent), sha256, encoding)

    with graph_read():
        report = verify(graph, locate)
    if not report.articles:
        raise Failure(f"{graph} quotes no article", "name a folder that kg build made")
    _complain(report)
    if args.json:
        said = {
            "articles": report.articles,
            "checked": report.checked,
            "wrong": report.wrong_spans,
            "missing": report.missing,
            "changed": report.changed,
            "undescribed": report.undescribed,
            "unused": report.unused,
            "good": report.good,
        }
        say(json.dumps(said, ensure_ascii=False, indent=1))
    else:
        reread = report.articles - len(report.missing)
        say(
            f"{reread} of {report.articles} articles reread, {report.checked} spans checked, {report.wrong_spans} wrong"
        )
    return DONE if report.good else FAILED


def audited(args: argparse.Namespace) -> int:
    """Look at all of a store: its texts, its registry, its index, and one made anew of its texts."""
    from kg.store.audit import audit

    progress = Progress(quiet=False)
    try:
        with graph_read():
            found = audit(args.graph, progress.step)
    finally:
        progress.end()
    for wrong in found.wrong:
        complain(Failure(f"{args.graph}: {wrong} (与原文不符)", "put a backup in its place, or build another store"))
    if args.json:
        said = {
            "articles": found.articles,
            "statements": found.statements,
            "digest": found.digest,
            "remade": found.remade,
            "wrong": list(found.wrong),
            "good": found.good,
        }
        say(json.dumps(said, ensure_ascii=False, indent=1))
    else:
        how = "made anew from its texts and compared" if found.remade else "its texts and statements checked"
        say(f"{found.articles} articles, {found.statements} statements: {how}, {len(found.wrong)} wrong")
        say(f"digest {found.digest}")
        if not found.remade and found.good:
            note("kg: another version of kg made it, so its articles were not read anew; kg build --store does that")
    return DONE if found.good else FAILED


def _complain(report: "VerifyReport") -> None:
    for source in report.missing:
        complain(Failure(f"{source} is not found (找不到原文)", "say where it is: kg verify OUT --articles FOLDER"))
    for source in report.changed:
        complain(Failure(f"{source} has changed since the graph was built (原文已改)", "build the graph anew"))
    for wrong in report.wrong[:SHOWN]:
        said = f"{wrong.part} is “{_short(wrong.expected)}” in the graph, “{_short(wrong.found)}” in the article"
        complain(Failure(f"{wrong.article}: <{wrong.span}>", said))
    if len(report.wrong) > SHOWN:
        complain(Failure(f"… {len(report.wrong) - SHOWN} more differences"))
    for name in report.undescribed[:SHOWN]:
        complain(Failure(f"the span <{name}> says something, and is described nowhere"))
    for name in report.unused[:SHOWN]:
        complain(Failure(f"the span <{name}> is described, and says nothing"))


def _short(text: str) -> str:
    """The beginning of a quotation, on one line."""
    line = safe(text)
    return line if len(line) <= LONGEST else line[:LONGEST] + "…"


def _places(source: str, sha256: str, named: Sequence[Path], origins: Origins, out: Path) -> Iterator[Path]:
    """Where an article may lie: where the user says, where it lay at the build, beside the outputs, here."""
    for place in named:
        if place.is_dir():
            yield from sorted(p for p in place.rglob("*") if p.name == source)
        elif place.name == source:
            yield place
    if sha256 in origins.paths:
        yield origins.paths[sha256]
    yield from (folder / source for folder in (out.parent, Path()))


def _read(places: Iterator[Path], sha256: str, encoding: str | None) -> "Article | None":
    """The article with this hash, else the first that can be read: it has changed. None where there is none."""
    from kg.pipeline import read
    from kg.reading.errors import InputError

    first: Article | None = None
    for path in places:
        if not path.is_file():
            continue
        try:
            article = read(path, encoding)
        except InputError:
            continue
        if article.sha256 == sha256:
            return article
        first = first or article
    return first


COMMAND = Command(
    "verify",
    "Reread the articles and check every quotation of a graph.",
    "核对出处",
    arguments,
    run,
    """\
  kg verify out                        the articles are where they were when out/ was built
  kg verify out --articles news/       they are here now""",
)
