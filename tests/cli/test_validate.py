import json
from pathlib import Path

import pytest

from kg.cli import main


@pytest.mark.parametrize("name", ["", "graph.ttl", "graph.annotated.ttl"])
def test_every_graph_of_a_build_conforms(name: str, demo_out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", str(demo_out / name)]) == 0
    assert capsys.readouterr().out.startswith("conforms")


def test_what_does_not(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "article.txt", "--quiet"]) == 0
    capsys.readouterr()
    lines = Path("out/graph.nq").read_text(encoding="utf-8").splitlines()
    people = [line for line in lines if line.endswith("#Person> .")]
    subject = people[0].split()[0]
    extra = f'{subject} <http://www.w3.org/2004/02/skos/core#altLabel> "别名"@zh-hans .'
    Path("bad.nq").write_text("\n".join([*lines, extra]), encoding="utf-8")
    assert main(["validate", "bad.nq"]) == 1
    out = capsys.readouterr().out
    assert out.startswith("conforms") and out.endswith(": 1\n")
    bad = [line for line in lines if not (line.startswith(subject) and "label" in line.lower())]
    Path("bad.nq").write_text("\n".join(bad), encoding="utf-8")
    assert main(["validate", "bad.nq", "--json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert not report["conforms"] and report["violations"]
