"""The wheel, installed into an empty environment, works from any folder."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest

from tools import web

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
    assert {"kg/serve/templates/query.html", "kg/serve/assets/query.js", "kg/serve/web/package-lock.json"} <= names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"kg", "policy_kg"}


def test_the_editor_of_the_query_page_is_in_the_wheel_with_its_licences(wheel: Path) -> None:
    if not web.built():
        pytest.skip("the query page's editor is not there: make web")
    archive, folder = ZipFile(wheel), "kg/serve/assets/yasgui"
    held = {name.rpartition("/")[2] for name in archive.namelist() if name.startswith(f"{folder}/")}
    assert held == {*web.FILES, web.LICENCES, web.STAMP}
    assert archive.read(f"{folder}/{web.STAMP}").decode().strip() == web.lock_hash()
    licences = archive.read(f"{folder}/{web.LICENCES}").decode()
    locked = json.loads((web.SOURCE / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for place, package in locked.items():
        if place:
            name = place.rpartition("node_modules/")[2]
            assert re.search(
                rf"^=+\n{re.escape(name)} {re.escape(package['version'])} · .+\n=+$", licences, re.MULTILINE
            )
    parts = re.split(r"^=+\n.+ · (.+)\n=+$", licences, flags=re.MULTILINE)[1:]
    assert len(parts) == 2 * (len(locked) - 1)
    for name, words in zip(parts[::2], parts[1::2], strict=True):
        assert name == "CC0-1.0" or len(words.strip()) > 500  # the words of a licence, not its name alone
    assert not any(name.endswith(".map") or "node_modules" in name for name in archive.namelist())


def test_the_editor_is_locked_and_no_registry_named() -> None:
    text = (web.SOURCE / "package-lock.json").read_text(encoding="utf-8")
    locked = json.loads(text)["packages"]
    assert json.loads((web.SOURCE / "package.json").read_text(encoding="utf-8"))["dependencies"] == {
        web.PACKAGE: locked[f"node_modules/{web.PACKAGE}"]["version"]
    }
    for place, package in locked.items():
        assert not place or package["integrity"].startswith("sha512-"), place
    assert "resolved" not in text
    assert "omit-lockfile-registry-resolved=true" in (web.SOURCE / ".npmrc").read_text(encoding="utf-8")
    assert web.NODE in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("place", ["no npm", "no registry"])
def test_without_npm_the_page_stays_a_form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    """Nothing that was there is lost, and the build goes on."""
    monkeypatch.setattr(web, "TARGET", tmp_path / "yasgui")
    (tmp_path / "yasgui").mkdir()
    (tmp_path / "yasgui" / "old").touch()
    failing = tmp_path / "npm"
    failing.write_text("#!/bin/sh\necho no network >&2\nexit 1\n", encoding="utf-8")
    failing.chmod(0o755)
    monkeypatch.setattr(web, "npm", lambda: None if place == "no npm" else [str(failing)])
    with pytest.raises(web.Unreachable, match="no npm on PATH" if place == "no npm" else "no network"):
        web.build()
    assert [path.name for path in (tmp_path / "yasgui").iterdir()] == ["old"]
    monkeypatch.setattr(sys, "argv", ["web.py"])
    assert web.main() == 0


def test_an_editable_install_waits_for_no_npm(tmp_path: Path) -> None:
    """uv sync, on a machine where npm would fail, and without what it would have brought."""
    copied = tmp_path / "checkout"
    skipped = shutil.ignore_patterns(".git", ".venv", "yasgui", "out", "*.nq", "__pycache__", ".*_cache")
    shutil.copytree(ROOT, copied, ignore=skipped)
    failing = tmp_path / "bin" / "npm"
    failing.parent.mkdir()
    failing.write_text(f"#!/bin/sh\ntouch {tmp_path}/called\nexit 1\n", encoding="utf-8")
    failing.chmod(0o755)
    run(UV, "venv", "--quiet", "--python", sys.executable, tmp_path / "venv", cwd=tmp_path)
    python = tmp_path / "venv" / "bin" / "python"
    path = f"{failing.parent}{os.pathsep}{os.environ['PATH']}"
    run(UV, "pip", "install", "--quiet", "--no-deps", "--python", python, "--editable", copied, cwd=tmp_path, PATH=path)
    assert not (tmp_path / "called").exists()
    assert not (copied / "kg" / "serve" / "assets" / "yasgui").exists()


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
