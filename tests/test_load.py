"""bench/load.py, short: a few clients ask every kind of question, and each is answered. No clock decides."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.load import NARROWED, OF_ALL, Question, measure, questions
from kg.cli import COMMANDS
from kg.use.named import named_queries
from tests.store.server import Memory, serving

SERVES = "serve" in {command.name for command in COMMANDS}


@pytest.fixture(scope="module")
def asked(demo_out: Path) -> list[Question]:
    return questions(demo_out / "graph.nq")


def test_every_question_is_asked_and_those_with_parameters_are_narrowed(asked: list[Question]) -> None:
    assert {q.name for q in asked} == {q.name for q in named_queries()}
    narrowed = {q.name for q in asked if q.group == NARROWED}
    assert narrowed == {q.name for q in named_queries() if q.parameters}
    assert {q.name for q in asked if q.group == OF_ALL} == {q.name for q in named_queries()}


def test_errors_are_counted(asked: list[Question]) -> None:
    with serving(Memory(rows=3)) as running:
        good = measure(running.url, asked, 2, 0.5)
        bad = measure(f"{running.url}/nowhere", asked, 2, 0.1)
    assert good.answers and not good.errors
    assert bad.errors and not bad.answers


@pytest.fixture
def served(demo_out: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "kg", "serve", str(demo_out), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8", cwd=Path(__file__).parents[1]) as process:
        assert process.stdout
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()
            process.wait(30)


@pytest.mark.slow
@pytest.mark.skipif(not SERVES, reason="kg serve is not there yet")
def test_kg_serve_answers_many_at_once(served: str, asked: list[Question]) -> None:
    run = measure(served, asked, 8, 4)
    assert not run.errors
    assert {question.group for question, _ in run.answers} == {NARROWED, OF_ALL}
