"""The day of what an article reports: text, day of publication → day."""

import pytest

from tests.reader import facts

DAYS: list[tuple[str, str | None, str | None]] = [
    ("4月9日，太行文旅论坛在长治举行。", "2025-04-10", "2025-04-09"),
    ("4月8日至9日，太行文旅论坛在长治举行。", "2025-04-10", "2025-04-09"),  # the last of several days
    ("4月8日，费庭芳到云岭大学调研。9日，他到太行中学调研。", "2025-04-10", "2025-04-08"),
    ("费庭芳4月7日、8日先后到长治、晋城调研。", "2025-04-10", "2025-04-08"),
    ("费庭芳到云岭大学调研。", "2025-04-10", "2025-04-10"),
    ("2019年4月9日，云岭大学成立。该校已有六个学院。", "2025-04-10", "2025-04-10"),  # history
    ("4月9日，太行文旅论坛在长治举行。", None, None),  # the year is open
    ("2025年4月9日，太行文旅论坛在长治举行。", None, "2025-04-09"),
    ("费庭芳到云岭大学调研。", None, None),
]


@pytest.mark.parametrize(("text", "published", "day"), DAYS)
def test_days(text: str, published: str | None, day: str | None) -> None:
    assert facts(text, published).reported == day


def test_days_pin_their_cases() -> None:
    assert len(DAYS) == 9
