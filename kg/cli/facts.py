"""kg facts: what articles say, for people or as JSON."""

import argparse
from collections.abc import Iterator

from kg.cli.command import Command, add_inputs, add_json, add_quiet
from kg.cli.console import DONE, SKIPPED, safe, say
from kg.cli.inputs import build_inputs
from kg.model import ArticleFacts, Fact, Kind, Modifier
from kg.use.tables import text_table

SIGNS = {
    Modifier.EXACT: "",
    Modifier.APPROX: "≈ ",
    Modifier.AT_LEAST: "≥ ",
    Modifier.OVER: "> ",
    Modifier.AT_MOST: "≤ ",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    add_inputs(parser)
    add_json(parser, "one JSON object an article, one a line  每篇一行 JSON")
    parser.add_argument("--explain", action="store_true", help="of each fact the rule and the words  列出规则与原文")
    add_quiet(parser)


def run(args: argparse.Namespace) -> int:
    build = build_inputs(args)
    if args.json:
        from kg.use.facts_json import facts_json

        say(*(facts_json(facts, build.base) for facts in build.facts))
    else:
        for number, facts in enumerate(build.facts):
            if number:
                say("")
            say(*_head(facts), *(explained(facts) if args.explain else _tables(facts)))
    return SKIPPED if build.skipped else DONE


def _head(facts: ArticleFacts) -> list[str]:
    page = facts.page
    about = [page.title or "(no title)", page.published or "(no date)", page.publisher]
    return [f"━━ {safe(page.article.source)}", "   " + safe("  ".join(a for a in about if a))]


def _tables(facts: ArticleFacts) -> Iterator[str]:
    """A table for each family that says something."""
    roles = {r.person for r in facts.roles}
    people = [(r.person, r.title, r.organization or "") for r in facts.roles]
    people += [(p.name, "", "") for p in facts.of(Kind.PERSON) if p.name not in roles]
    events = [(o.event, o.date or "", o.place or "", o.theme or "") for o in facts.occurrences]
    held = {o.event for o in facts.occurrences}
    events += [(e.name, "", "", "") for e in facts.of(Kind.EVENT) if e.name not in held]
    released = {r.document: r.event for r in facts.releases}
    outcomes = [
        (o.as_written, f"{SIGNS[o.modifier]}{o.value:,f}", o.unit or "", o.what, "、".join(o.programs))
        for o in facts.outcomes
    ]
    families = (
        ("Posts 任职", ("name", "post", "body"), people),
        ("Organizations 机构", ("name", "aliases"), _names(facts, Kind.ORGANIZATION)),
        ("Programs 项目", ("name", "aliases"), _names(facts, Kind.PROGRAM)),
        (
            "Documents 文件",
            ("name", "released at"),
            [(d.name, released.get(d.name, "")) for d in facts.of(Kind.DOCUMENT)],
        ),
        ("Events 活动", ("name", "date", "place", "theme"), events),
        ("Outcomes 成效", ("as written", "value", "unit", "of what", "program"), outcomes),
        (
            "Relations 关系",
            ("subject", "predicate", "object"),
            [(r.subject.name, r.predicate, r.object.name) for r in facts.relations],
        ),
        (
            "Directions 要求",
            ("speaker", "no.", "words"),
            [(d.speaker.name, str(d.ordinal), d.text) for d in facts.directions],
        ),
    )
    for title, head, rows in families:
        if rows:
            yield ""
            yield f"{title} ({len(rows)})"
            yield text_table(head, rows)


def _names(facts: ArticleFacts, kind: Kind) -> list[tuple[str, str]]:
    return [(e.name, "、".join(e.aliases)) for e in facts.of(kind)]


def explained(facts: ArticleFacts) -> Iterator[str]:
    """Each fact, the rule that read it, and the words with their place, as they stand in the file."""
    text = facts.page.article.text
    for statement, fact in _statements(facts):
        yield ""
        yield safe(statement)
        yield f"    rule   {fact.rule}"
        for span in fact.evidence:
            yield f"    words  [{span.start}, {span.end})  {safe(text[span.start : span.end])}"


def _statements(facts: ArticleFacts) -> Iterator[tuple[str, Fact]]:
    for role in facts.roles:
        former = " (former)" if role.former else ""
        yield f"{role.person}  —post→  {role.title} of {role.organization or '?'}{former}", role
    for held in facts.occurrences:
        about = [held.date or held.date_as_written, held.place, f"theme “{held.theme}”" if held.theme else None]
        yield f"{held.event}  —took place→  {', '.join(a for a in about if a)}", held
    for outcome in facts.outcomes:
        of = "、".join(outcome.programs) or outcome.organization or "?"
        target = " (target)" if outcome.is_target else ""
        number = f"{SIGNS[outcome.modifier]}{outcome.value:,f}{outcome.unit or ''}"
        yield f"{of}  —outcome→  {number} {outcome.what}{target}", outcome
    for relation in facts.relations:
        yield f"{relation.subject.name}  —{relation.predicate}→  {relation.object.name}", relation
    for release in facts.releases:
        yield f"{release.document}  —releasedAt→  {release.event}", release
    for direction in facts.directions:
        yield f"{direction.speaker.name}  —direction {direction.ordinal}→  {direction.text}", direction


COMMAND = Command(
    "facts",
    "Show what articles say.",
    "看事实",
    arguments,
    run,
    """\
  kg facts article.txt                 tables for people
  kg facts article.txt --explain       which rule read each fact, in which words
  kg facts news/ --json > facts.jsonl  one JSON object an article""",
)
