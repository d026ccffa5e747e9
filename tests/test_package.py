"""The wheel, installed into an empty environment, works from any folder."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parent.parent
UV = Path(sys.executable).parent / "uv"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not UV.exists(), reason="uv is not beside this Python; `make test` puts it there"),
]


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    """What a command prints; a failure shows it."""
    clean = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(
        command,
        cwd=cwd,
        env=clean | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(UV, "build", "--quiet", "--wheel", "--out-dir", folder, cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


def test_what_the_wheel_holds(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    wanted = {"kg/py.typed", "kg/_ontology/policy-kg.ttl", "kg/_ontology/shapes.ttl", "kg/_ontology/queries/posts.rq"}
    assert wanted <= names
    assert sum(name.startswith("kg/_data/articles/") for name in names) >= 5
    assert any(name.startswith("kg/_data/lexicon/") for name in names)
    assert any(name.startswith("kg/use/page/template/") for name in names)
    assert {name.split("/")[0].split("-")[0] for name in names} == {"kg", "policy_kg"}


def test_it_runs_where_nothing_else_is(wheel: Path, tmp_path: Path) -> None:
    locked = run(
        *(UV, "export", "--quiet", "--frozen", "--no-dev", "--no-emit-project", "--no-hashes", "--no-header"), cwd=ROOT
    )
    constraints = tmp_path / "locked.txt"
    constraints.write_text(locked, encoding="utf-8")
    python = tmp_path / "venv" / "bin" / "python"
    run(UV, "venv", "--quiet", "--python", sys.executable, tmp_path / "venv", cwd=tmp_path)
    run(UV, "pip", "install", "--quiet", "--python", python, "--constraints", constraints, wheel, cwd=tmp_path)

    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    kg = python.parent / "kg"
    state = str(tmp_path / "state")
    printed = run(kg, "demo", "-o", "graph", cwd=elsewhere, XDG_STATE_HOME=state, LC_ALL="C", PYTHONUTF8="0")
    assert "Person" in printed
    assert (elsewhere / "graph" / "graph.nq").stat().st_size > 10_000
    assert "0 wrong" in run(kg, "verify", "graph", cwd=elsewhere, XDG_STATE_HOME=state)
    assert (tmp_path / "venv").resolve() in Path(
        run(python, "-c", "import kg; print(kg.__file__)", cwd=elsewhere)
    ).parents


def test_the_lock_names_one_public_index() -> None:
    """No path, no credentials, no second index of some machine where it was made."""
    with (ROOT / "uv.lock").open("rb") as file:
        packages = tomllib.load(file)["package"]
    files = [f for package in packages for f in (*package.get("wheels", ()), package.get("sdist")) if f]
    assert all(f["hash"].startswith("sha256:") for f in files)
    places = {str(place) for package in packages for place in package["source"].values()} - {"."}
    hosts = {url.split("/")[2] for url in (*places, *(f["url"] for f in files)) if url.startswith("https://")}
    assert len(places) == 1
    assert len(hosts) == 2  # of the index, and of its files
    assert not any(":" in host or "@" in host for host in hosts)
    assert all(f["url"].startswith("https://") for f in files)
