import pytest

from kg.cli.console import safe, size


@pytest.mark.parametrize(
    ("count", "shown"),
    [(0, "0 B"), (999, "999 B"), (1000, "1 KB"), (34_400, "34 KB"), (999_999, "1000 KB"), (1_234_567, "1.2 MB")],
)
def test_size(count: int, shown: str) -> None:
    assert size(count) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("余某某", "余某某"),
        ("a\x1b[31mb", "a�[31mb"),
        ("a\nb\tc", "a b c"),
        ("a\u202eb", "a�b"),  # would turn the direction of the line
        ("a\udcffb", "a�b"),  # a byte of a file name that is no UTF-8
    ],
)
def test_safe(text: str, shown: str) -> None:
    assert safe(text) == shown
