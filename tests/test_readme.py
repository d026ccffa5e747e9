import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg.use.query import ask, load

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.slow
def test_the_outputs_in_the_readme_are_real() -> None:
    """`make readme` writes them anew."""
    checked = subprocess.run(
        [sys.executable, ROOT / "tools" / "readme.py", "--check"], capture_output=True, encoding="utf-8", timeout=300
    )
    assert checked.returncode == 0, f"README.md is not up to date: make readme\n{checked.stdout}{checked.stderr}"


@pytest.mark.parametrize("command", ["make demo", "make test"])
def test_the_two_commands_stand_first(command: str) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert readme.index(f"$ {command}\n") < readme.index("\n## ")


def test_the_query_has_answers(demo_out: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (query,) = re.findall(r"^```sparql\n(.*?)^```", readme, re.DOTALL | re.MULTILINE)
    assert len(ask(load(demo_out / "graph.nq"), query).rows) > 10
