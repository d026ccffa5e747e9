"""Stores on the command line: kg build --store, kg remove, and the commands that read graphs."""

import json
from pathlib import Path

import pytest

from kg.cli import main


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(list(words))
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.fixture
def store(articles: Path, here: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """A store of the articles that come with kg."""
    assert main(["build", str(articles), "--store", "a.store", "--quiet"]) == 0
    capsys.readouterr()
    return "a.store"


def test_it_says_what_changed_and_what_to_do_next(
    articles: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, "build", str(articles), "--store", "a.store")
    assert code == 0 and not err
    assert out.startswith("a.store: 5 added 新增\n5 articles, ")
    assert "kg remove ARTICLE --store a.store" in out
    code, out, _ = run(capsys, "build", str(articles), "--store", "a.store", "--json")
    said = json.loads(out)
    assert code == 0 and said["articles"] == 5 and len(said["unchanged"]) == 5 and not said["added"]


def test_export_has_the_bytes_of_a_build(store: str, demo_out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "export", store, "--to", "nq", "-o", "a.nq")[0] == 0
    assert Path("a.nq").read_bytes() == (demo_out / "graph.nq").read_bytes()
    assert run(capsys, "export", store, "--to", "ttl-annotated", "-o", "a.ttl")[0] == 0
    assert Path("a.ttl").read_bytes() == (demo_out / "graph.annotated.ttl").read_bytes()


@pytest.mark.parametrize(
    "words", [("-q", "posts", "--csv"), ("ASK { ?p a pk:Person }",), ("-q", "bodies-by-province", "--infer")]
)
def test_a_store_answers_as_a_folder_does(
    store: str, demo_out: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    asked = run(capsys, "query", store, *words)
    assert asked == run(capsys, "query", str(demo_out), *words)
    assert asked[0] == 0 and asked[1]


def test_a_query_has_a_time_limit(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    runaway = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    code, out, err = run(capsys, "query", store, runaway, "--timeout", "0.5")
    assert code == 1 and not out
    assert "no answer within 0.5 s; narrow it, or allow more time" in err
    code, _, err = run(capsys, "query", store, "ASK {}", "--timeout", "-1")
    assert code == 2 and "--timeout" in err


def test_the_other_commands_take_a_store(store: str, demo_out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "validate", store)[0] == 0
    code, out, _ = run(capsys, "verify", store)
    assert code == 0 and out.startswith("5 articles, ") and "made anew from its texts and compared, 0 wrong" in out
    assert json.loads(run(capsys, "verify", store, "--json")[1])["good"]
    code, out, _ = run(capsys, "view", store, "-o", "a.html")
    assert code == 0 and Path("a.html").read_bytes() == (demo_out / "graph.html").read_bytes()
    code, out, _ = run(capsys, "entities", store, "--class", "Person")
    assert code == 0 and "余孝其" in out


def test_remove_lists_and_removes(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "remove", "--list", "--store", store)
    assert code == 0 and out.count(".txt") >= 5
    first = json.loads(run(capsys, "remove", "--list", "--store", store, "--json")[1].splitlines()[0])
    code, out, _ = run(capsys, "remove", first["source"], "--store", store)
    assert code == 0 and out.startswith("a.store: 1 removed 删除\n4 articles, ")
    code, _, err = run(capsys, "remove", first["source"], "--store", store)
    assert code == 1 and "has no article" in err and "kg remove --list" in err
    assert run(capsys, "remove", "--store", store)[0] == 2


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("build", "--store", "none"), 1, "there is no store"),
        (("build",), 2, "which articles?"),
        (("build", "a.txt", "--store", "a", "-o", "b"), 2, "one or the other"),
        (("build", "a.txt", "--store", "a", "--infer"), 2, "kg query DIR --infer"),
        (("build", "a.txt", "--store", "a"), 1, "no such file"),
        (("build", "a.txt", "--store", "a", "--base", "x y"), 2, "--base: not an absolute IRI"),
        (("remove", "a.txt", "--store", "none"), 1, "there is no store"),
        (("query", "none", "-q", "posts"), 1, "none is not there"),
    ],
)
def test_misuse_is_told(
    here: Path, words: tuple[str, ...], code: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found, _, err = run(capsys, *words)
    assert found == code and told in err
    assert not Path("a").exists() and not Path("none").exists()


def test_an_input_that_is_skipped_is_told(here: Path, articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("bad.txt").write_bytes(b"\x00\x01")
    code, out, err = run(capsys, "build", "bad.txt", str(min(articles.iterdir())), "--store", "a.store", "--quiet")
    assert code == 3 and "1 added" in out and "skipped" in err
    Path("a.store/decisions.tsv").write_text("merge\tPerson\t张三\t李四\t\n", encoding="utf-8")
    code, out, err = run(capsys, "build", "--store", "a.store")
    assert code == 0 and "decisions.tsv, line 1: waits until an article names it" in err


def test_what_a_text_tells_a_terminal_is_made_harmless(
    here: Path, articles: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "\x1b[31mred.txt"
    Path(name).write_bytes(min(articles.glob("*.txt")).read_bytes())
    run(capsys, "build", name, "--store", "a.store")
    assert "\x1b" not in "".join(run(capsys, "remove", "--list", "--store", "a.store")[1:])
