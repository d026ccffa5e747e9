"""kg.use.tables: columns that line up, cells that do no harm."""

import pytest

from kg.use.tables import csv_table, fit, harmless, original, text_table, width


@pytest.mark.parametrize(
    ("text", "columns"),
    [("", 0), ("abc", 3), ("厅长", 4), ("A厅", 3), ("（甲）", 6), ("e\u0301", 1), ("ｶﾅ", 2), ("“甲”", 4)],
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "columns", "fitted"),
    [
        ("厅长", 6, "厅长  "),
        ("厅长", 4, "厅长"),
        ("教育厅厅长", 6, "教育… "),
        ("教育厅厅长", 7, "教育厅…"),
        ("abcdef", 4, "abc…"),
        ("a\nb\x1b[31m", 8, "a b [31m"),
    ],
)
def test_fit(text: str, columns: int, fitted: str) -> None:
    assert fit(text, columns) == fitted
    assert width(fitted) == columns


def test_a_table_lines_up() -> None:
    table = text_table(("名称", "n"), [("青川省教育厅", "7"), ("QED", "-1200.5"), ("甲", "")])
    assert table.split("\n") == [
        "名称                n",
        "────────────  ───────",
        "青川省教育厅        7",
        "QED           -1200.5",
        "甲",
    ]


def test_a_long_cell_is_cut_and_rows_are_counted() -> None:
    table = text_table(("x",), [("长" * 100,), ("短",)], limit=1)
    assert width(table.split("\n")[2]) <= 60
    assert table.split("\n")[2].endswith("…")
    assert table.endswith("… 1 more")
    assert text_table(("x", "y"), []) == "x  y\n─  ─"


FORMULAS = ["=1+1", "+x", "-x", "@SUM(A1)", "\tx", "\rx", "=cmd|' /C calc'!A0", "-1+1", "＝1", "'=1", "'"]


@pytest.mark.parametrize("cell", FORMULAS)
def test_formulas_become_text(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"
    assert original(harmless(cell)) == cell


@pytest.mark.parametrize("cell", ["", "7", "-5", "+3.5", "-1e-7", "厅长", "a=b", "2025-10-17", "35.34万", "<script>"])
def test_other_cells_stay(cell: str) -> None:
    assert harmless(cell) == cell
    assert original(cell) == cell


def test_csv() -> None:
    assert csv_table(("a", "=b"), [("一,二", '"'), ("换\n行", "@x")]) == 'a,\'=b\r\n"一,二",""""\r\n"换\n行",\'@x\r\n'
