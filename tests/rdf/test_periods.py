"""kg.rdf.periods: dates as stated → EDTF and bounds."""

import pytest

from kg.rdf.periods import Period, hull, read_period


@pytest.mark.parametrize(
    ("stated", "edtf", "earliest", "latest"),
    [
        ("2025-10-17", "2025-10-17", "2025-10-17", "2025-10-17"),
        ("2025-10", "2025-10", "2025-10-01", "2025-10-31"),
        ("2024-02", "2024-02", "2024-02-01", "2024-02-29"),
        ("2025", "2025", "2025-01-01", "2025-12-31"),
        ("--10-17", "XXXX-10-17", None, None),
        ("--02-29", "XXXX-02-29", None, None),
        ("--10", "XXXX-10", None, None),
        ("2025-10-17/2025-10-19", "2025-10-17/2025-10-19", "2025-10-17", "2025-10-19"),
        ("2024年底", "2024", "2024-01-01", "2024-12-31"),
        ("2024年9月", "2024-09", "2024-09-01", "2024-09-30"),
        ("2027年", "2027", "2027-01-01", "2027-12-31"),
        ("2021/2025", "2021/2025", "2021-01-01", "2025-12-31"),
    ],
)
def test_periods(stated: str, edtf: str, earliest: str | None, latest: str | None) -> None:
    assert read_period(stated) == Period(edtf, earliest, latest)


@pytest.mark.parametrize(
    "stated",
    ["", "近五年", "2025-02-30", "2025-13", "0000", "2025-1-1", "--13-01", "--02-30", "2025-10-19/2025-10-17", "2025/",
     "/2025", "--10-17/--10-19", "２０２５", "2025-10-17\n"],
)  # fmt: skip
def test_no_periods(stated: str) -> None:
    assert read_period(stated) is None


@pytest.mark.parametrize(
    ("stated", "edtf"),
    [
        (["2025-10-17"], "2025-10-17"),
        (["2025-10-17", "2025-05-08"], "2025-05-08/2025-10-17"),
        (["2025-05", "2025-05"], "2025-05"),
        (["2025-05", "2025-05-08"], "2025-05-01/2025-05-31"),
        (["--10-17", "2025-05-08"], "2025-05-08"),
        (["--10-17"], None),
        ([], None),
    ],
)
def test_hulls(stated: list[str], edtf: str | None) -> None:
    periods = [period for text in stated if (period := read_period(text))]
    found = hull(periods)
    assert (found.edtf if found else None) == edtf
