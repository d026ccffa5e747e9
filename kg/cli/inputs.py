"""Articles and graphs, as a person names them on the command line."""

import argparse
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.console import MISUSED, Failure, Progress, complain, note, safe

if TYPE_CHECKING:
    from kg.entities.decisions import Decision
    from kg.pipeline import Build
    from kg.reading.errors import InputError

GRAPH = "graph.nq"


def build_inputs(args: argparse.Namespace, decisions: "Sequence[Decision]" = ()) -> "Build":
    """Build what INPUT…, --encoding and --base ask for, and say of each input that was skipped why.

    Raises Failure where nothing could be read, --base is no IRI, or a decision can't be carried out.
    """
    from kg.entities.decisions import DecisionError
    from kg.entities.iri import BASE
    from kg.pipeline import build

    base = checked_base(args) or BASE
    try:
        with articles_read(args) as step:
            made = build(args.inputs, encoding=args.encoding, base=base, decisions=decisions, progress=step)
    except DecisionError as error:
        raise Failure(str(error), error.way_out) from error
    complain_of(made.skipped)
    if not args.quiet:
        for double in made.duplicates:
            note(f"kg: {safe(double.source)} has the same text as {safe(double.same_as)}; read once (内容相同)")
    return made


@contextmanager
def articles_read(args: argparse.Namespace) -> Iterator[Callable[[str], None]]:
    """Where articles are read: that none of them can be is a Failure. Yields what is called with each one's name."""
    from kg.reading.errors import InputError

    progress = Progress(args.quiet)
    try:
        yield progress.step
    except InputError as error:
        raise Failure(f"{error.source}: {error.what}", error.way_out) from error
    finally:
        progress.end()


def complain_of(skipped: "Iterable[InputError]") -> None:
    """Say of each input that could not be read why."""
    for error in skipped:
        complain(Failure(f"{error.source}: {error.what}; skipped (已跳过)", error.way_out))


def checked_base(args: argparse.Namespace) -> str | None:
    """--base, where it is given; raises Failure for one that is no IRI."""
    from kg.entities.iri import check_base

    try:
        return check_base(args.base) if args.base else None
    except ValueError as error:
        raise Failure(f"--base: {error}", code=MISUSED) from error


def build_of_store(inputs: Sequence[str]) -> "Build | None":
    """A build of the articles of the one store that is named; None where none is."""
    from kg.store.folder import is_store

    store = Path(inputs[0])
    if len(inputs) > 1 or not is_store(store):
        return None
    from kg.pipeline import build_articles
    from kg.store.embedded import articles, base_of, decisions_of

    with graph_read(), store_changed():
        return build_articles(articles(store), base_of(store), decisions_of(store))


def graph_path(named: Path) -> Path:
    """The graph that is meant: the file or store itself, or graph.nq in the folder that `kg build` made."""
    from kg.rdf.read import GraphError
    from kg.store.graph import graph_at

    try:
        return graph_at(named)
    except GraphError as error:
        other = "name a graph file, or a folder or store that kg build made"
        raise Failure(str(error), f"make one: kg build ARTICLE… -o {named}" if named.is_dir() else other) from error


@contextmanager
def store_changed() -> Iterator[None]:
    """Where a store is changed: what stands in the way is a Failure."""
    from kg.entities.decisions import DecisionError
    from kg.store.errors import StoreError

    try:
        yield
    except (StoreError, DecisionError) as error:
        raise Failure(str(error), error.way_out) from error


@contextmanager
def graph_read() -> Iterator[None]:
    """Where a graph is read: what is wrong with the file is a Failure."""
    from kg.rdf.read import GraphError
    from kg.store.errors import StoreError

    try:
        yield
    except GraphError as error:
        way_out = "a graph is a folder or store made by kg build, or a file .nq .nt .ttl .trig .jsonld"
        raise Failure(str(error), way_out) from error
    except StoreError as error:
        raise Failure(str(error), error.way_out) from error
