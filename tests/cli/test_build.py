import json
from pathlib import Path

import pytest

from kg.cli import main


def test_it_writes_and_sums_up(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "article.txt", "-o", "deep/out"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("1 article → deep/out\n")
    assert "Person        人物" in out and "Next  接下来" in out
    assert err == ""
    files = {file.name for file in Path("deep/out").iterdir()}
    assert files == {"graph.nq", "graph.ttl", "graph.annotated.ttl", "graph.html", "facts.jsonl"}
    assert all(f"deep/out/{name}" in out for name in files)


def test_the_rest_of_a_batch_goes_on(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("empty.txt").touch()
    assert main(["build", "empty.txt", "article.txt", "none.txt", "--json"]) == 3
    out, err = capsys.readouterr()
    summary = json.loads(out)
    assert summary["articles"] == 1
    assert [line.split(":")[0] for line in summary["skipped"]] == ["empty.txt", "none.txt"]
    assert summary["entities"]["Person"] > 0
    assert "kg: empty.txt: empty" in err and "kg: none.txt: no such file" in err


def test_nothing_is_left_where_nothing_could_be_read(here: Path) -> None:
    assert main(["build", "none.txt", "-o", "out"]) == 1
    assert not (here / "out").exists()


def test_an_old_build_stays_where_a_new_one_fails(article: Path) -> None:
    assert main(["build", "article.txt", "-o", "out", "--quiet"]) == 0
    before = {file.name: file.read_bytes() for file in Path("out").iterdir()}
    article.write_bytes(b"")
    assert main(["build", "article.txt", "-o", "out"]) == 1
    assert {file.name: file.read_bytes() for file in Path("out").iterdir()} == before


def test_other_files_of_the_folder_stay(article: Path) -> None:
    Path("out").mkdir()
    Path("out/mine.txt").write_text("mine")
    assert main(["build", "article.txt", "-o", "out", "--quiet"]) == 0
    assert Path("out/mine.txt").read_text() == "mine"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_encodings_give_the_same_graph(encoding: str, article: Path, here: Path) -> None:
    assert main(["build", "article.txt", "-o", "one", "--quiet"]) == 0
    text = article.read_bytes().decode()
    article.write_bytes(text.encode(encoding))
    assert main(["build", "article.txt", "-o", "two", "--quiet"]) == 0
    assert main(["build", "article.txt", "-o", "three", "--quiet", "--encoding", encoding]) == 0
    for name in ("graph.nq", "facts.jsonl"):
        assert Path("one", name).read_bytes() == Path("two", name).read_bytes() == Path("three", name).read_bytes()


def test_demo(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "-o", "graph"]) == 0
    out, err = capsys.readouterr()
    assert "The 5 articles that come with kg → graph" in out and err == ""
    assert all(f"kg query graph -q {name}" in out for name in ("posts", "programs-by-students", "issued-at-events"))
    assert "kg verify graph" in out
    assert main(["verify", "graph"]) == 0
