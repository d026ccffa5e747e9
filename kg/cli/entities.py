"""kg entities: who and what the articles of a build name, and why each is one thing or two."""

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.cli.command import Command, add_inputs, add_json, add_quiet, did_you_mean
from kg.cli.console import DONE, MISUSED, SKIPPED, Failure, safe, say
from kg.cli.decided import add_decisions, decided
from kg.cli.inputs import GRAPH, build_inputs, build_of_store
from kg.cli.origins import recall
from kg.model import Kind
from kg.use.summary import CHINESE
from kg.use.tables import text_table

if TYPE_CHECKING:
    from kg.entities.explain import Account, Listed
    from kg.entities.portrait import Portrait, Sighting
    from kg.pipeline import Build

SHOWN = 12  # articles, look-alikes; --json has them all
FACTS = "facts.jsonl"


def arguments(parser: argparse.ArgumentParser) -> None:
    add_inputs(parser, "a folder or store made by kg build; or articles: files, folders, -  建图的输出，或文章")
    parser.add_argument("--class", metavar="CLASS", dest="kind", help=f"{', '.join(Kind)} alone  只看一类")
    parser.add_argument(
        "--explain",
        metavar="NAME",
        help="why what is called so is one thing, and its look-alikes others  为何合一、为何分开",
    )
    add_decisions(parser)
    add_json(parser, "one JSON object an entity, one a line  每个实体一行 JSON")
    add_quiet(parser)


def run(args: argparse.Namespace) -> int:
    kind = _kind(args.kind)
    build = _built(args)
    assert build.identities is not None  # a build of articles has them
    from kg.entities.explain import explain, listed, near_names

    if args.explain is None:
        entities = listed(build.identities, kind)
        if args.json:
            say(*(json.dumps(_object(e), ensure_ascii=False) for e in entities))
        else:
            say(_table(entities))
        return SKIPPED if build.skipped else DONE
    accounts = explain(build.identities, args.explain, kind)
    if not accounts:
        meant = did_you_mean(args.explain, near_names(build.identities, kind))
        of_class = f" {kind.value}" if kind else "thing"
        raise Failure(
            f"no{of_class} is called {args.explain}{meant}", "`kg entities` without --explain lists the names"
        )
    for number, account in enumerate(accounts):
        if args.json:
            say(json.dumps(_account_object(account), ensure_ascii=False))
        else:
            say(*([""] if number else []), *_account(account))
    return SKIPPED if build.skipped else DONE


def _kind(word: str | None) -> Kind | None:
    if word is None:
        return None
    names = {k.value.lower(): k for k in Kind} | {CHINESE[k.value]: k for k in Kind}
    if word.lower() not in names:
        raise Failure(
            f"--class: no class is called {word}{did_you_mean(word.capitalize(), list(Kind))}", ", ".join(Kind), MISUSED
        )
    return names[word.lower()]


def _built(args: argparse.Namespace) -> "Build":
    """A build of the articles that are named, or of those of which the folder was made."""
    folder = Path(args.inputs[0])
    if (kept := build_of_store(args.inputs)) is not None:
        return kept
    if len(args.inputs) > 1 or not (folder / GRAPH).is_file():
        return build_inputs(args, decided(args))
    facts = _said(folder)
    origins = recall(folder)
    gone = [source for sha256, source, _ in facts if not (sha256 in origins.paths and origins.paths[sha256].is_file())]
    if gone:
        raise Failure(
            f"{gone[0]} is not where it was when {folder} was built (找不到原文)",
            "name the articles: kg entities ARTICLE…",
        )
    args.inputs = [str(origins.paths[sha256]) for sha256, _, _ in facts]
    args.encoding = args.encoding or origins.encoding
    args.base = args.base or next((base for _, _, base in facts if base), None)
    build = build_inputs(args, decided(args, folder))
    if {f.page.article.sha256 for f in build.facts} != {sha256 for sha256, _, _ in facts}:
        raise Failure(
            f"articles have changed since {folder} was built (原文已改)", "build it anew, or name the articles"
        )
    return build


def _said(folder: Path) -> list[tuple[str, str, str]]:
    """The hash and file name of each article of a build, and what its IRIs begin with."""
    try:
        lines = (folder / FACTS).read_text(encoding="utf-8").splitlines()
        return [(said["sha256"], said["source"], _base(line)) for line in lines if (said := json.loads(line))]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Failure(f"{folder / FACTS} can't be read", f"build it anew: kg build ARTICLE… -o {folder}") from error


def _base(line: str) -> str:
    found = re.search(r'"id": "([^"]+)(?:person|organization|program|document|event|place)/[a-z2-7]{10}"', line)
    return found[1] if found else ""


def _table(entities: "list[Listed]") -> str:
    rows = [
        (f"{e.kind.value} {CHINESE[e.kind.value]}", safe(e.name), str(len(e.portrait.articles)), safe(_others(e)))
        for e in entities
    ]
    return text_table(("class", "name", "articles", "also called; of persons: whom they serve"), rows)


def _others(entity: "Listed") -> str:
    names = [n for n in entity.names if n != entity.name]
    if entity.kind is Kind.PERSON:
        said = (
            r for s in entity.sightings for r in s.setting.facts.roles if r.person == s.entity.name and not r.former
        )
        names += dict.fromkeys(r.organization for r in said if r.organization)
    return "、".join(names)


def _account(account: "Account") -> Iterator[str]:
    entity = account.listed
    count = len(entity.portrait.articles)
    yield f"━━ {safe(entity.name)}  {entity.kind.value} {CHINESE[entity.kind.value]}  <{entity.iri}>"
    yield f"Named in {count} article{'s' * (count != 1)}  出处"
    yield from _first([f"  {words}" for s in entity.sightings for words in _wordings(s)])
    for ruling in account.rulings:
        d = ruling.decision
        said = "  ".join(filter(None, (d.action.value, d.one, d.other, d.note)))
        yield f"Decided  人工决定  {safe(d.where)}: {safe(said)}"
    if account.merged:
        yield f"One thing  合一 ({len(account.merged)})"
        yield from _first(
            [
                line
                for j in account.merged
                for line in _pair(f"{_called(j.one)} = {_called(j.other)}", j.name, j.chinese, j.why)
            ]
        )
    if account.apart:
        yield f"Kept apart  分开 ({len(account.apart)})"
        shown = account.apart[:SHOWN]
        for j in shown:
            yield from _pair(_called(j.other), j.name, j.chinese, j.why)
            yield from (f"      {words}" for s in j.other.sightings[:1] for words in _wordings(s)[:1])
        if len(account.apart) > SHOWN:
            yield f"  … {len(account.apart) - SHOWN} more: --json"


def _called(portrait: "Portrait") -> str:
    return safe(portrait.name)


def _pair(names: str, rule: str, chinese: str, why: str) -> Iterator[str]:
    yield f"  {names}"
    yield f"    {rule} {chinese}" + (f": {safe(why)}" if why else "")


def _first(lines: list[str]) -> list[str]:
    return lines if len(lines) <= 2 * SHOWN else [*lines[: 2 * SHOWN], f"  … {len(lines) - 2 * SHOWN} more: --json"]


def _wordings(sighting: "Sighting") -> list[str]:
    """Each wording of an entity in an article, and where it first stands."""
    article = sighting.setting.facts.page.article
    first: dict[str, int] = {}
    for span in sighting.entity.mentions:
        first.setdefault(article.text[span.start : span.end], span.start)
    called = sighting.entity.name
    return [
        f"{safe(article.source)}  [{start}, {start + len(words)})  {safe(words)}"
        + (f"  → {safe(called)}" if words != called else "")
        for words, start in first.items()
    ]


def _object(entity: "Listed") -> dict[str, Any]:
    return {
        "id": entity.iri,
        "class": entity.kind.value,
        "name": entity.name,
        "names": list(entity.names),
        "articles": sorted({s.setting.facts.page.article.id for s in entity.sightings}),
    }


def _account_object(account: "Account") -> dict[str, Any]:
    return _object(account.listed) | {
        "mentions": [_mentions(s) for s in account.listed.sightings],
        "decisions": [
            {
                "where": r.decision.where,
                "action": r.decision.action.value,
                "one": r.decision.one,
                "other": r.decision.other,
            }
            for r in account.rulings
        ],
        "merged": [
            {"one": _seen(j.one), "other": _seen(j.other), "rule": j.name, "why": j.why} for j in account.merged
        ],
        "apart": [{"other": _seen(j.other), "refusal": j.name, "why": j.why} for j in account.apart],
    }


def _seen(portrait: "Portrait") -> dict[str, Any]:
    return {"name": portrait.name, "mentions": [_mentions(s) for s in portrait.sightings[:1]]}


def _mentions(sighting: "Sighting") -> dict[str, Any]:
    article = sighting.setting.facts.page.article
    return {
        "article": article.id,
        "name": sighting.entity.name,
        "spans": [[s.start, s.end] for s in sighting.entity.mentions],
        "words": sorted({article.text[s.start : s.end] for s in sighting.entity.mentions}),
    }


COMMAND = Command(
    "entities",
    "List who and what articles name, and why each is one thing or two.",
    "看实体",
    arguments,
    run,
    """\
  kg entities out                                   the entities of a build
  kg entities news/ --class Person                  the people of these articles
  kg entities out --explain 教育厅                  why its names are one body, and its look-alikes are not
  kg entities out --decisions mine.tsv              with what people have decided""",
)
