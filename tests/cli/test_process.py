"""What only a process of its own shows."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from kg.cli import main

ROOT = Path(__file__).resolve().parent.parent.parent


def run(*words: str, cwd: Path, stdin: bytes = b"", environment: Mapping[str, str] = {}) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "kg", *words],
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | dict(environment),
        input=stdin,
        capture_output=True,
        timeout=120,
    )
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


def test_utf8_in_an_ascii_locale(here: Path) -> None:
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    code, out, err = run(cwd=here, environment=ascii_only)
    assert (code, err) == (0, "") and "知识图谱" in out
    code, out, err = run("build", "没有.txt", cwd=here, environment=ascii_only)
    assert code == 1 and "文件不存在" in err


def test_standard_input(article: Path) -> None:
    code, out, err = run("facts", "-", "--json", cwd=article.parent, stdin=article.read_bytes())
    assert (code, err) == (0, "")
    assert (json.loads(out)["source"], json.loads(out)["id"]) == ("-", "stdin")


def test_a_reader_who_goes_away(article: Path) -> None:
    command = f"'{sys.executable}' -m kg facts article.txt --json | true; exit ${{PIPESTATUS[0]}}"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(["bash", "-c", command], cwd=article.parent, env=environment, capture_output=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_home_that_cannot_be_written(article: Path) -> None:
    code, _, err = run("build", "article.txt", cwd=article.parent, environment={"XDG_STATE_HOME": "/proc/none"})
    assert (code, err) == (0, "")


def test_a_fault_of_its_own_is_one_line(here: Path) -> None:
    broken = "import kg.cli, sys; kg.cli._run = lambda words: 1 / 0; sys.argv = ['kg']; sys.exit(kg.cli.main())"
    for debug, lines in (("", 2), ("1", 5)):
        done = subprocess.run(
            [sys.executable, "-c", broken],
            env=os.environ | {"PYTHONPATH": str(ROOT), "KG_DEBUG": debug},
            capture_output=True,
            encoding="utf-8",
            timeout=60,
        )
        assert done.returncode == 1
        assert "ZeroDivisionError: division by zero" in done.stderr
        assert (len(done.stderr.splitlines()) > lines) == bool(debug)


def test_help_is_quick(here: Path) -> None:
    """None of the heavy parts is loaded to show it."""
    heavy = "{'rdflib', 'pyoxigraph', 'networkx'}"
    shown = f"import sys, kg.cli; kg.cli.main([]); sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", shown], cwd=ROOT, capture_output=True, timeout=60).returncode == 0


def test_an_interruption_is_no_traceback(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(words: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("kg.cli._run", interrupted)
    assert main([]) == 130
    assert capsys.readouterr().err == "kg: interrupted\n"


def test_a_full_disk_under_the_output(article: Path) -> None:
    command = f"'{sys.executable}' -m kg facts article.txt > /dev/full"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(["bash", "-c", command], cwd=article.parent, env=environment, capture_output=True, timeout=60)
    assert done.returncode == 1 and "无法写出".encode() in done.stderr and b"Traceback" not in done.stderr
