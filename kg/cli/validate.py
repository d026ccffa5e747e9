"""kg validate: does a graph keep to the shapes of the vocabulary (SHACL), and does every fact have its evidence?"""

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from kg.cli.command import Command, add_json
from kg.cli.console import DONE, FAILED, safe, say
from kg.cli.inputs import graph_path, graph_read

SHOWN = 20


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "graph", metavar="FILE", type=Path, help="a graph file, or a folder or store made by kg build  图谱"
    )
    add_json(parser, "the report as JSON")


def run(args: argparse.Namespace) -> int:
    from kg.rdf.validate import validate_quads
    from kg.store.folder import is_store
    from kg.store.graph import read_graph
    from kg.use.named import named_query
    from kg.use.query import answer

    path = graph_path(args.graph)
    missing = 0
    with graph_read():
        report = validate_quads(read_graph(path))
        # Only a format with named graphs can hold evidence.
        if is_store(path) or path.suffix.lower() in (".nq", ".trig", ".jsonld"):
            missing = int(answer(path, named_query("completeness").text).texts[0][0])
    good = report.conforms and not missing
    if args.json:
        violations = [asdict(v) for v in report.violations]
        found = {"conforms": report.conforms, "triples": report.triples, "withoutEvidence": missing}
        say(json.dumps(found | {"violations": violations}, ensure_ascii=False, indent=1))
        return DONE if good else FAILED
    if report.conforms:
        say(f"conforms (符合): {report.triples} triples checked against the shapes")
    else:
        say(f"does not conform (不符合): {len(report.violations)} violations in {report.triples} triples")
        say(*(f"  {safe(str(v))}" for v in report.violations[:SHOWN]))
        if len(report.violations) > SHOWN:
            say(f"  … {len(report.violations) - SHOWN} more; all of them: --json")
    if missing:
        say(f"facts without evidence (没有出处): {missing}")
    return DONE if good else FAILED


COMMAND = Command(
    "validate",
    "Check a graph against the shapes of the vocabulary (SHACL).",
    "校验图谱",
    arguments,
    run,
    """\
  kg validate out
  kg validate other.ttl --json""",
)
