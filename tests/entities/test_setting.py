"""kg.entities.setting: the division that a body is of, or a venue lies in, by its name."""

import pytest

from kg.entities.setting import Setting, is_bare
from kg.model import Kind
from tests.writer import writer

DIVISIONS: list[tuple[str, Kind, str | None]] = [
    ("四川省教育厅", Kind.ORGANIZATION, "510000"),
    ("中共四川省委组织部", Kind.ORGANIZATION, "510000"),
    ("成都市武侯区教育局", Kind.ORGANIZATION, "510107"),
    ("重庆市荣昌区永荣中学", Kind.PLACE, "500153"),
    ("北京师范大学珠海分校", Kind.ORGANIZATION, None),
    ("教育部", Kind.ORGANIZATION, None),
    ("鼓楼区教育局", Kind.ORGANIZATION, None),  # there are several
    ("星帆科技集团成都有限公司", Kind.ORGANIZATION, None),
    ("四川省", Kind.PLACE, None),  # it is one
]


@pytest.mark.parametrize(("name", "kind", "code"), DIVISIONS)
def test_division(name: str, kind: Kind, code: str | None) -> None:
    facts = writer(f"{name}到会").entity(kind, name).facts
    division = Setting(facts).division(facts.entities[0])
    assert (division and division.code) == code


def test_a_name_that_several_bear_is_settled_by_the_article() -> None:
    start = writer("鼓楼区教育局、南京市教育局到会").entity(Kind.ORGANIZATION, "鼓楼区教育局")
    facts = start.entity(Kind.ORGANIZATION, "南京市教育局").facts
    division = Setting(facts).division(facts.entities[0])
    assert division is not None
    assert division.code == "320106"


# a name without a place, whether it tells the body from no other of its sort
BARE: list[tuple[str, bool]] = [
    ("大赛组委会", True),
    ("春运工作专班", True),
    ("疫情防控工作领导小组", True),
    ("评审委员会", True),
    ("教育科学文化卫生委员会", True),
    ("古生物研究所", True),
    ("革命纪念馆", True),
    ("驻多国使领馆", True),
    ("市教育局", True),
    ("第一中学", True),
    ("中央农村工作领导小组", False),
    ("国务院抗震救灾指挥部", False),
    ("故宫博物院", False),
    ("清华大学", False),
    ("星帆科技集团", False),
    ("云岭教育研究院", False),
]


@pytest.mark.parametrize(("name", "bare"), BARE)
def test_what_tells_a_body_from_no_other(name: str, bare: bool) -> None:
    assert is_bare(name) is bare


def test_number_of_bare_names() -> None:
    assert len(BARE) == 16
