from pathlib import Path

import pytest

from kg.cli import main


def test_export(here: Path, demo_out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--list"]) == 0
    formats = [line.split()[0] for line in capsys.readouterr().out.splitlines()[2:]]
    assert {"nq", "ttl", "jsonld", "graphml"} <= set(formats)
    for name in formats:
        assert main(["export", str(demo_out), "--to", name, "-o", f"to/graph.{name}"]) == 0
        written = capsys.readouterr().out.splitlines()
        assert written and all(Path(file).stat().st_size > 100 for file in written)
