"""Names that an article shows to be one body's: organs of committees, aid, attached schools and hospitals."""

import pytest

from kg.mentions.same_body import unite_attached, unite_parts
from kg.mentions.spelling import spelling
from kg.model import Kind
from tests.reader import facts

ALIKE: list[tuple[str, str, bool]] = [
    ("山西省网信办", "山西省委网信办", True),
    ("陕西省高教工委", "陕西省委高教工委", True),
    ("老挝教育体育部", "老挝教育与体育部", True),
    ("上海市对口援疆指挥部", "上海市对口支援新疆指挥部", True),
    ("山西省网信办", "太原市网信办", False),
    ("山西省委", "山西省委网信办", False),
]


@pytest.mark.parametrize(("one", "other", "alike"), ALIKE)
def test_spellings_of_one_body(one: str, other: str, alike: bool) -> None:
    assert (spelling(one) == spelling(other)) is alike


def test_attached_bodies_under_the_short_name_of_their_school() -> None:
    names = ["江医大附属青岭医院", "江海医科大学附属青岭医院", "江海医科大学附属中心医院"]
    canon = dict(zip(names, names, strict=True))
    unite_attached(canon)
    assert canon == {names[0]: names[1], names[1]: names[1], names[2]: names[2]}


def test_parts_of_a_body_under_its_short_name() -> None:
    canon = {
        name: name for name in ("云岭大学附属中学", "云岭大学附属中学西林分校", "云大附中西林分校", "云大附中东山分校")
    }
    canon["云大附中"] = "云岭大学附属中学"
    unite_parts(canon)
    assert canon["云大附中西林分校"] == "云岭大学附属中学西林分校"
    assert canon["云大附中东山分校"] == "云大附中东山分校"  # nothing says that it has the longer name


def test_an_attached_school_and_its_short_form_are_one() -> None:
    said = facts("云岭大学附属中学今天签约。云大附中校长出席，云大附中西林分校成立，“云岭大学附属中学西林分校”招生。")
    assert {e.name for e in said.of(Kind.ORGANIZATION)} == {"云岭大学附属中学", "云岭大学附属中学西林分校"}
