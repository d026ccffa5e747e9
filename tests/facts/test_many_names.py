"""Names of one kind that begin and end alike are held against each other: how often does not grow with their square."""

import pytest

from kg.facts import programs
from kg.mentions import same_agreement, spelling
from tests.reader import facts

_SIGNS = "山河云林海天春秋明光远清华德仁义康宁泰昌盛兴旺金玉石泉松柏梅兰竹菊"
_WORDS = [a + b for a in _SIGNS for b in _SIGNS][:600]


def test_programmes(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def counted(short: str, long: str) -> bool:
        asked.append(short)
        return spelling.in_order(short, long)

    monkeypatch.setattr(programs, "in_order", counted)
    facts("".join(f"启动“青山{word}振兴计划”。" for word in _WORDS))
    assert 0 < len(asked) <= 60 * len(_WORDS)


def test_agreements(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    of_kind = same_agreement._of_kind

    def counted(name: str) -> str:
        asked.append(name)
        return of_kind(name)

    monkeypatch.setattr(same_agreement, "_of_kind", counted)
    facts("".join(f"云岭大学与海东学院签署{word}共建协议。\n" for word in _WORDS))
    assert 0 < len(asked) <= 2 * len(_WORDS)
