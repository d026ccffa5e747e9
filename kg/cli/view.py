"""kg view: the page of a graph."""

import argparse
import webbrowser
from pathlib import Path

from kg.cli.command import Command, add_inputs, add_quiet
from kg.cli.console import DONE, SKIPPED, Failure, note, say
from kg.cli.inputs import GRAPH, build_inputs, build_of_store

PAGE = "graph.html"


def arguments(parser: argparse.ArgumentParser) -> None:
    add_inputs(parser, "a folder or store made by kg build; or articles: files, folders, -  建图的输出，或文章")
    parser.add_argument(
        "-o",
        "--out",
        metavar="FILE",
        type=Path,
        help=f"the page to write ({PAGE}; of a built folder a copy)",
    )
    parser.add_argument("--open", action="store_true", help="open it in the browser  在浏览器中打开")
    add_quiet(parser)


def run(args: argparse.Namespace) -> int:
    code = DONE
    page = _built(args.inputs)
    if page is None or args.out is not None:
        from kg.store.files import WriteError, write_atomic

        if page is None:
            build = build_of_store(args.inputs) or build_inputs(args)
            content, code = build.page().encode(), SKIPPED if build.skipped else DONE
        else:
            content = page.read_bytes()
        page = args.out or Path(PAGE)
        try:
            write_atomic(page, content)
        except WriteError as error:
            raise Failure(f"nothing was written: {error}") from error
    say(str(page))
    if args.open and not webbrowser.open(page.resolve().as_uri()):
        note("kg: no browser could be started; open the file yourself")
    return code


def _built(inputs: list[str]) -> Path | None:
    """The page of the one folder that is named, if kg build made it."""
    folder = Path(inputs[0])
    if len(inputs) > 1 or not (folder / GRAPH).is_file():
        return None
    if not (folder / PAGE).is_file():
        raise Failure(f"there is no {PAGE} in {folder}", f"make it anew: kg build ARTICLE… -o {folder}")
    return folder / PAGE


COMMAND = Command(
    "view",
    "Look at a graph.",
    "看图",
    arguments,
    run,
    """\
  kg view out --open                   the page that kg build made
  kg view news/ -o news.html --open    a page of these articles, and nothing else""",
)
