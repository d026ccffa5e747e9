"""Which graph a path means, to the command line and to the library alike."""

from pathlib import Path

import pytest

from kg.rdf.read import GraphError
from kg.store.graph import graph_at

FOLDERS = [
    (["graph.nq"], "graph.nq"),
    (["registry.db"], "."),
    (["registry.db", "graph.nq"], "graph.nq"),  # as written, whatever else lies there
]


@pytest.mark.parametrize(("files", "meant"), FOLDERS)
def test_of_a_folder(files: list[str], meant: str, tmp_path: Path) -> None:
    for name in files:
        (tmp_path / name).touch()
    assert graph_at(tmp_path) == tmp_path / meant
    assert graph_at(tmp_path / files[0]) == tmp_path / files[0]


def test_of_none(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"there is no graph\.nq in"):
        graph_at(tmp_path)
    with pytest.raises(GraphError, match="is not there"):
        graph_at(tmp_path / "nowhere")
