"""The summary of a build, as lines for people and as an object for programs."""

import argparse
import json
import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.cli.console import note, say, size
from kg.use.summary import CHINESE, Summary
from kg.use.tables import text_table

if TYPE_CHECKING:
    from kg.store.embedded import Report

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


CHANGES = {
    "added": "added 新增",
    "changed": "changed 更新",
    "unchanged": "unchanged 未变",
    "removed": "removed 删除",
    "doubles": "with the text of another one 内容重复",
}


def say_changes(report: "Report", args: argparse.Namespace) -> None:
    """What a change of args.store did, and unless --quiet what still waits."""
    if args.json:
        say(json.dumps(_change_object(report, args.store), ensure_ascii=False, indent=1))
    else:
        say(_told(report, args.store))
    if not args.quiet:
        note(*(f"kg: {d.where}: waits until an article names it (暂无文章提及)" for d in report.waiting))


def _told(report: "Report", store: Path) -> str:
    """What a change of a store did, on one line."""
    changes = {word: len(getattr(report, name)) for name, word in CHANGES.items()}
    said = ", ".join(f"{count} {word}" for word, count in changes.items() if count) or "nothing changed 无变化"
    if report.reread:
        said += f"; all {report.reread} read again, since another version of kg read them before"
    return f"{store}: {said}\n{report.articles} articles, {report.statements} statements"


def _change_object(report: "Report", store: Path) -> dict[str, Any]:
    """The same for programs."""
    return {
        "store": str(store),
        **{name: getattr(report, name) for name in CHANGES},
        "skipped": [str(error) for error in report.skipped],
        "waiting": [d.where for d in report.waiting],
        "reread": report.reread,
        "articles": report.articles,
        "statements": report.statements,
        "generation": report.generation,
    }


def next_with_store(store: Path) -> list[str]:
    """What to type next."""
    folder = shlex.quote(str(store))
    return [
        "Next  接下来",
        f"  kg query {folder} --list               questions ready to ask  现成的问题",
        f"  kg export {folder} --to nq -o FILE     the graph as kg build writes it  导出",
        f"  kg remove ARTICLE --store {folder}     take an article out  删除文章",
        f"  kg verify {folder}                     make it anew from its texts, and compare  核对",
    ]
