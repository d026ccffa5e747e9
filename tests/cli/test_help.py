"""What kg teaches, and what it answers to a slip."""

from pathlib import Path

import pytest

import kg
from kg.cli import COMMANDS, main


def test_kg_alone_teaches(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    said = capsys.readouterr().out
    assert "kg demo" in said and "命令" in said
    assert all(f"  {command.name} " in said for command in COMMANDS)


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["help"], ["help", "nothing"]])
def test_so_does_help(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == main(words) == 0
    said = capsys.readouterr().out
    assert said[: len(said) // 2] == said[len(said) // 2 :]


@pytest.mark.parametrize("name", [command.name for command in COMMANDS])
def test_every_command_has_help_and_examples(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--help"]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"usage: kg {name}")
    assert "Examples" in said and f"  kg {name}" in said
    assert main(["help", name]) == 0
    assert capsys.readouterr().out == said


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == main(["-V"]) == 0
    assert capsys.readouterr().out == f"kg {kg.__version__}\n" * 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["biuld"], "did you mean build?"),
        (["xyzzy"], "`kg` alone lists the commands"),
        (["build"], "which articles?"),
        (["build", "a.txt", "--qiuet"], "did you mean --quiet?"),
        (["build", "a.txt", "--qui"], "did you mean --quiet?"),
        (["build", "a.txt", "--base", "no iri"], "--base: not an absolute IRI"),
        (["build", "a.txt", "-o", "taken"], "taken is a file"),
        (["query"], "which graph?"),
        (["query", "out"], "no query: give SPARQL text, -f FILE or -q NAME"),
        (["query", "out", "ASK {}", "-q", "posts"], "more than one query"),
        (["query", "out", "-q", "post"], "did you mean posts?"),
        (["query", "out", "ASK {}", "--json", "--csv"], "not allowed with argument"),
        (["export", "out"], "--to, -o is missing"),
        (["export", "{out}", "--to", "grafml", "-o", "x"], "did you mean graphml?"),
        (["query", "http://localhost:1/", "ASK {}", "--infer"], "--infer is for files"),
        (["query", "http://me:secret@localhost/", "ASK {}"], "a URL with a password in it"),
        (["query", "http://localhost:1/", "ASK {}", "--timeout", "-1"], "argument --timeout: invalid seconds value"),
        (["query", "http://localhost:1/", "ASK {}", "--default-graph", "no iri"], "not an IRI: 'no iri'"),
        (["query", "out", "ASK {}", "--default-graph", "urn:g"], "--default-graph goes with a URL"),
        (["push", "out"], "the following arguments are required: URL"),
        (["push", "http://localhost:1/", "out"], "the URL comes second"),
        (["push", "{out}", "localhost:1"], "localhost:1 is no URL"),
        (["push", "{out}", "http://localhost:1/", "--batch", "0"], "--batch 0: at least 1"),
        (["push", "{out}", "http://localhost:1/", "--update-url", "x"], "--update-url: not an http or https URL: x"),
        (["verify"], "the following arguments are required: OUT"),
    ],
)
def test_misuse(words: list[str], said: str, here: Path, demo_out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "taken").touch()
    assert main([word.replace("{out}", str(demo_out)) for word in words]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["build", "none.txt"], "none.txt: no such file"),
        (["build", "empty.txt"], "empty.txt: empty"),
        (["build", "folder"], "a folder without articles"),
        (["build", "english.txt"], "not a Chinese text"),
        (["build", "binary.txt"], "binary.txt: "),
        (["build", "article.txt", "--encoding", "klingon"], "unknown encoding 'klingon'"),
        (["build", "article.txt", "-o", "article.txt/out"], "a file stands where the folder should be"),
        (["facts", "none.txt"], "none.txt: no such file"),
        (["view", "none.txt"], "none.txt: no such file"),
        (["query", "none", "-q", "posts"], "none is not there"),
        (["query", "folder", "-q", "posts"], "there is no graph.nq in folder"),
        (["query", "article.txt", "-q", "posts"], "not a graph format"),
        (["query", "{out}", "SELECT ?x { ?x a pk:Person"], "line 1, column"),
        (["query", "{out}", "DROP ALL"], "queries only read"),
        (["query", "{out}", "-f", "none.rq"], "none.rq can't be read: No such file"),
        (["query", "{out}", "-f", "binary.txt"], "binary.txt is not UTF-8"),
        (["query", "{out}", "SERVICE"], "SERVICE would ask another server"),
        (["query", "http://127.0.0.1:1/", "DROP ALL"], "queries only read"),
        (["query", "http://127.0.0.1:1/", "ASK {}"], "127.0.0.1:1 can't be reached"),
        (["push", "{out}", "http://127.0.0.1:1/"], "is the server running, and the URL right?"),
        (["push", "broken.nq", "http://127.0.0.1:1/"], "broken.nq: line 1"),
        (["push", "none", "http://127.0.0.1:1/"], "none is not there"),
        (["validate", "broken.nq"], "broken.nq: line 1"),
        (["verify", "broken.nq"], "broken.nq: line 1"),
        (["verify", "{out}", "--articles", "none"], "none is not there"),
        (["export", "broken.nq", "--to", "ttl", "-o", "x.ttl"], "broken.nq: line 1"),
    ],
)
def test_failure(
    words: list[str], said: str, article: Path, demo_out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    here = article.parent
    (here / "empty.txt").touch()
    (here / "folder").mkdir()
    (here / "english.txt").write_text("Nothing in here is in Chinese, from the first word to the last. " * 5)
    (here / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (here / "broken.nq").write_text("this is no graph\n")
    before = sorted(here.iterdir())
    assert main([word.replace("{out}", str(demo_out)) for word in words]) == 1
    err = capsys.readouterr().err
    assert said in err
    assert err.startswith("kg: ")
    assert "Traceback" not in err
    assert sorted(here.iterdir()) == before
