"""bench/load.py, short: a few clients ask every kind of question, and each is answered. No clock decides."""

from pathlib import Path

import pytest

from bench.load import NARROWED, OF_ALL, Question, measure, questions, served
from kg.use.named import named_queries
from tests.store.server import Memory, serving


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


@pytest.mark.slow
def test_kg_serve_answers_many_at_once(demo_out: Path, asked: list[Question]) -> None:
    with served(demo_out / "graph.nq") as url:
        run = measure(url, asked, 8, 4)
    assert not run.errors
    assert {question.group for question, _ in run.answers} == {NARROWED, OF_ALL}
