import json
from pathlib import Path

import pytest

from kg.cli import main

TEXTS = {
    "a.txt": "江苏省教育厅厅长姚素心出席。国土资源部派员出席，国家林草局参加。",
    "b.txt": "江苏省教育厅副厅长姚素心讲话。自然资源部派员出席。",
    "c.txt": "甘肃省水利厅厅长姚素心出席。教育部教育考试院参加，教育部派员出席。",
}


@pytest.fixture
def news(here: Path) -> Path:
    """Three articles, built into out/."""
    for name, text in TEXTS.items():
        (here / "news").mkdir(exist_ok=True)
        (here / "news" / name).write_text(text + "会议强调，要认真学习，抓好落实。" * 3, encoding="utf-8")
    assert main(["build", "news", "-o", "out", "--quiet"]) == 0
    return here


def _json(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


@pytest.mark.parametrize("named", ["news", "out"])
def test_it_lists_them(named: str, news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["entities", named]) == 0
    out = capsys.readouterr().out
    assert "Person 人物" in out and "江苏省教育厅" in out
    assert main(["entities", named, "--class", "Person", "--json"]) == 0
    people = _json(capsys.readouterr().out)
    assert sorted((p["name"], p["articles"]) for p in people) == [("姚素心", ["a", "b"]), ("姚素心", ["c"])]


def test_the_ids_are_those_of_the_graph(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "news", "-o", "other", "--quiet", "--base", "https://example.org/kg#"]) == 0
    assert main(["verify", "other"]) == main(["validate", "other"]) == 0
    capsys.readouterr()
    assert main(["entities", "other", "--class", "机构", "--json"]) == 0
    ids = {e["id"] for e in _json(capsys.readouterr().out)}
    graph = Path("other/graph.nq").read_text(encoding="utf-8")
    assert ids and all(f"<{i}>" in graph for i in ids)


def test_it_explains(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["entities", "out", "--explain", "姚素心"]) == 0
    out = capsys.readouterr().out
    assert out.count("━━ 姚素心") == 2
    assert "body in common 同一机构任职: 江苏省教育厅" in out
    assert "other administrative division 不同行政区划" in out
    assert "a.txt  [8, 11)  姚素心" in out


def test_it_explains_words_that_point(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text("太行职业教育联盟在长治成立。该联盟将整合资源，推动发展。" * 2, encoding="utf-8")
    assert main(["entities", "a.txt", "--explain", "该联盟"]) == 0
    out = capsys.readouterr().out
    assert "━━ 太行职业教育联盟" in out
    assert "a.txt  [14, 17)  该联盟  → 太行职业教育联盟" in out


def test_it_explains_a_former_name(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["entities", "news", "--explain", "国土资源部"]) == 0
    out = capsys.readouterr().out
    assert "━━ 自然资源部" in out and "renamed body 机构更名" in out and "2018-03" in out
    assert main(["entities", "news", "--explain", "教育部", "--json"]) == 0
    [said] = _json(capsys.readouterr().out)
    assert said["merged"] == []
    assert "superior and subordinate" in str(said["apart"])


def test_decisions_of_the_folder_and_of_the_command_line(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("out/decisions.tsv").write_text("merge\tPerson\t姚素心 @ a\t姚素心 @ c\tone person\n", encoding="utf-8")
    Path("mine.tsv").write_text("rename\tPerson\t姚素心 @ a\t姚素馨\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["build", "news", "-o", "out", "--decisions", "mine.tsv"]) == 0
    err = capsys.readouterr().err
    assert "1 decision on identity from out/decisions.tsv" in err and "from mine.tsv" in err
    first = {f.name: f.read_bytes() for f in Path("out").iterdir()}
    assert '"姚素馨"@zh' in first["graph.nq"].decode()
    assert main(["build", "news", "-o", "out", "--decisions", "mine.tsv"]) == 0
    assert {f.name: f.read_bytes() for f in Path("out").iterdir()} == first
    capsys.readouterr()
    assert main(["entities", "out", "--decisions", "mine.tsv", "--explain", "姚素馨"]) == 0
    out = capsys.readouterr().out
    assert out.count("━━ 姚素馨") == 1
    assert "decisions.tsv, line 1: merge" in out and "mine.tsv, line 1: rename" in out
    assert "one person" in out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["entities", "out", "--explain", "姚素馨"], 1, "nothing is called 姚素馨; did you mean 姚素心?"),
        (["entities", "out", "--explain", "姚素心", "--class", "Place"], 1, "no Place is called 姚素心"),
        (["entities", "out", "--class", "Persn"], 2, "no class is called Persn; did you mean Person?"),
        (["entities"], 2, "the following arguments are required: INPUT"),
        (["entities", "none"], 1, "none"),
        (["entities", "news", "--decisions", "none.tsv"], 1, "none.tsv: it cannot be read"),
        (
            ["build", "news", "--decisions", "bad.tsv"],
            1,
            "bad.tsv, line 2: no Person is called “姚素”; did you mean 姚素心?",
        ),
    ],
)
def test_what_goes_wrong(
    words: list[str], code: int, said: str, news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("bad.tsv").write_text("# mine\nmerge\tPerson\t姚素\t姚素心 @ a\n", encoding="utf-8")
    before = {f.name: f.read_bytes() for f in Path("out").iterdir()}
    assert main(words) == code
    assert said in capsys.readouterr().err
    assert {f.name: f.read_bytes() for f in Path("out").iterdir()} == before


def test_articles_that_are_gone_or_changed(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("news/a.txt").write_text("江苏省教育厅厅长费庭芳出席。" * 3, encoding="utf-8")
    assert main(["entities", "out"]) == 1
    assert "articles have changed" in capsys.readouterr().err
    Path("news/a.txt").unlink()
    assert main(["entities", "out"]) == 1
    assert "a.txt is not where it was" in capsys.readouterr().err


def test_what_is_skipped_shows(news: Path) -> None:
    assert main(["entities", "news/a.txt", "none.txt"]) == 3
