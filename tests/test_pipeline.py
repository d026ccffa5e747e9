"""From files to outputs: the order of the stages, what is left out, and the same bytes every time."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import networkx
import pytest
import rdflib

import kg
from kg.model import ArticleFacts
from kg.reading.errors import InputError

ROOT = Path(__file__).resolve().parent.parent
OUTPUTS = ["graph.nq", "graph.ttl", "graph.annotated.ttl", "graph.html", "facts.jsonl"]


def test_the_six_lines_of_the_readme_run(monkeypatch: pytest.MonkeyPatch) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (lines,) = re.findall(r"^```python\n(.*?)^```", readme, re.DOTALL | re.MULTILINE)
    assert len([line for line in lines.splitlines() if line]) == 6
    monkeypatch.chdir(ROOT)
    names: dict[str, Any] = {}
    exec(lines, names)
    assert isinstance(names["facts"], ArticleFacts)
    assert isinstance(names["rdf"], rdflib.Graph) and len(names["rdf"]) > 100
    assert isinstance(names["net"], networkx.MultiDiGraph) and names["net"].number_of_edges() > 10


def test_one_build_writes_every_output(demo: kg.Build) -> None:
    outputs = demo.outputs()
    assert list(outputs) == OUTPUTS
    assert all(content.endswith(b"\n") or name.endswith(".html") for name, content in outputs.items())
    lines = outputs["graph.nq"].decode().splitlines()
    assert lines == sorted(set(lines)) and not any("_:" in line.split(" ", 1)[0] for line in lines)
    assert [json.loads(line)["id"] for line in outputs["facts.jsonl"].splitlines()] == [
        facts.page.article.id for facts in demo.facts
    ]


def test_every_entity_of_the_facts_is_one_of_the_graph(demo: kg.Build) -> None:
    graph = {str(subject) for subject in demo.graph().subjects()}
    outputs = demo.outputs()["facts.jsonl"].decode().splitlines()
    families = ("persons", "organizations", "programs", "documents", "events", "outcomes", "places")
    named = {thing["id"] for line in outputs for family in families for thing in json.loads(line)[family]}
    assert len(named) > 50
    assert named <= graph


def test_the_base_is_that_of_every_instance(articles: Path) -> None:
    build = kg.build(articles, base="https://example.org/graph/")
    assert "https://example.org/graph/person/" in "".join(build.lines)
    assert not any(b"w3id.org/policy-kg/id/" in content for content in build.outputs().values())


def test_a_text_is_an_article_too(articles: Path) -> None:
    path = min(articles.glob("*.txt"))
    article = kg.read(path)
    assert kg.extract(article.text).entities == kg.extract(article).entities
    with pytest.raises(InputError, match="not a Chinese text"):
        kg.extract("No Chinese in here at all, however long one looks for it.")


def test_inputs_that_cannot_be_read_are_left_out(articles: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    first = min(articles.glob("*.txt"))
    build = kg.build([tmp_path / "empty.txt", tmp_path / "none.txt", first])
    assert [Path(error.source).name for error in build.skipped] == ["empty.txt", "none.txt"]
    assert [facts.page.article.source for facts in build.facts] == [first.name]


@pytest.mark.parametrize("inputs", [[], ["none.txt"], ["none.txt", "nowhere/"]])
def test_where_nothing_can_be_read_there_is_no_build(inputs: list[str], tmp_path: Path) -> None:
    with pytest.raises(InputError):
        kg.build([tmp_path / name for name in inputs])


def test_one_text_in_two_files_is_read_once(articles: Path, tmp_path: Path) -> None:
    first = min(articles.glob("*.txt"))
    shutil.copy(first, tmp_path / "copy.txt")
    build = kg.build([first, tmp_path / "copy.txt"])
    assert len(build.facts) == 1
    assert {build.duplicates[0].source, build.duplicates[0].same_as} == {first.name, "copy.txt"}


def test_a_base_that_is_no_iri_is_refused(articles: Path) -> None:
    with pytest.raises(ValueError, match="IRI"):
        kg.build(articles, base="no iri")


def test_in_a_notebook_a_build_shows_itself(demo: kg.Build) -> None:
    shown = demo._repr_html_()
    assert shown.startswith("<iframe") and "sandbox" in shown


BUILD = "import sys, kg.cli; sys.exit(kg.cli.main(['build', *sys.argv[1:], '-o', 'out', '--quiet']))"


@pytest.mark.slow
def test_the_same_bytes_wherever_and_in_whatever_order(articles: Path, tmp_path: Path) -> None:
    files = sorted(articles.glob("*.txt"))
    hashes = []
    for name, seed, zone, turned in (("a", "0", "Asia/Shanghai", False), ("long name 文", "4242", "UTC+11", True)):
        folder, here = tmp_path / name / "articles", tmp_path / f"{name} cwd"
        folder.mkdir(parents=True)
        here.mkdir()
        for file in files:
            shutil.copy(file, folder)
        inputs = [str(folder / file.name) for file in (reversed(files) if turned else files)]
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C", "PYTHONPATH": str(ROOT)}
        subprocess.run([sys.executable, "-c", BUILD, *inputs], cwd=here, env=environment, check=True, timeout=120)
        hashes.append({f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in (here / "out").iterdir()})
    assert sorted(hashes[0]) == sorted(OUTPUTS)
    assert hashes[0] == hashes[1]
