"""The summary of a build, as lines for people and as an object for programs."""

import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kg.cli.console import size
from kg.use.summary import CHINESE, Summary
from kg.use.tables import text_table

OUTPUTS = {
    "graph.nq": "the graph with its evidence, canonical  图谱与出处",
    "graph.ttl": "the graph alone, for any tool  图谱",
    "graph.annotated.ttl": "the same with its evidence, for tools without named graphs",
    "graph.html": "the graph to look at: one file, works offline  网页图谱",
    "facts.jsonl": "what each article says, one a line  逐篇事实",
}


def counts(summary: Summary) -> list[str]:
    """A table of how many things of each class there are, and how many statements."""
    found = {**summary.entities, **summary.facts}
    rows = [(name, CHINESE[name], str(count)) for name, count in found.items() if count]
    lines = [text_table(("Class", "类", "Count"), rows)]
    predicates = ", ".join(f"{name} {count}" for name, count in summary.predicates.items())
    if predicates:
        lines.append(f"Relations: {predicates}")
    lines.append(f"{summary.statements} statements, every one tied to its words ({summary.spans} spans)")
    return lines


def written(out: Path, outputs: Mapping[str, bytes]) -> list[str]:
    """The files of a build, their sizes, what they are for."""
    rows = [(str(out / name), size(len(data)), OUTPUTS[name]) for name, data in outputs.items()]
    return [text_table(("File", "Size", ""), rows)]


def next_steps(out: Path) -> list[str]:
    """What to type next."""
    folder = shlex.quote(str(out))
    return [
        "Next  接下来",
        f"  kg view {folder} --open                look at the graph  看图",
        f"  kg query {folder} --list               questions ready to ask  现成的问题",
        f"  kg query {folder} -q evidence          the words behind each relation  原文依据",
        f"  kg verify {folder}                     reread the articles, check every quotation  核对出处",
    ]


def summary_object(summary: Summary, out: Path, outputs: Mapping[str, bytes], skipped: list[str]) -> dict[str, Any]:
    """The same for programs."""
    return {
        "articles": summary.articles,
        "entities": summary.entities,
        "facts": summary.facts,
        "predicates": summary.predicates,
        "spans": summary.spans,
        "files": {name: {"path": str(out / name), "bytes": len(data)} for name, data in outputs.items()},
        "skipped": skipped,
    }
