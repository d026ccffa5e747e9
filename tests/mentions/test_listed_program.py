"""Programmes that a list names without quotation marks."""

import pytest

from kg.model import Kind
from tests.reader import facts, names

LISTED: list[tuple[str, list[str]]] = [
    (
        "会上还有青岭县智能制造项目、云岭县动力电池综合利用项目、江海县年产800万套服装加工项目等6个产业项目签约。",
        ["青岭县智能制造项目", "云岭县动力电池综合利用项目", "江海县年产800万套服装加工项目"],
    ),
    (
        "两地共推两大工程。一是文化旅游设施提档升级工程，联合推动一体化。二是古籍文献保护利用工程，分别建设。",
        ["文化旅游设施提档升级工程", "古籍文献保护利用工程"],
    ),
    ("一是实施人才提升工程，培养人才；二是要推进计划，抓好落实。", []),
    ("新开工产业项目等20个，签约智能制造项目等6个。", []),
]


@pytest.mark.parametrize(("text", "expected"), LISTED)
def test_listed_programs(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.PROGRAM) == expected
