"""Identity across articles: what becomes one thing, what stays two, and IRIs that hang on nothing but the identity."""

import pytest

from kg.entities import identify
from kg.entities.iri import BASE
from kg.model import ArticleFacts, Kind
from tests.reader import facts, names

PERSON, BODY, EVENT, DOCUMENT, PLACE, PROGRAM = (
    Kind.PERSON,
    Kind.ORGANIZATION,
    Kind.EVENT,
    Kind.DOCUMENT,
    Kind.PLACE,
    Kind.PROGRAM,
)

# class, a sentence of one article, one of another; each names one entity of the class: is it the same one?
PAIRS: list[tuple[Kind, str, str, bool]] = [
    # bodies
    (BODY, "浙江省教育厅召开会议。", "浙江省教育厅印发通知。", True),
    (BODY, "四川省卫生健康委员会召开会议。", "四川省卫生健康委召开会议。", True),
    (BODY, "湖北省科学技术厅召开会议。", "湖北省科技厅召开会议。", True),
    (BODY, "中共河南省委高度重视。", "河南省委高度重视。", True),
    (BODY, "江苏省南京市教育局召开会议。", "南京市教育局召开会议。", True),
    (BODY, "福建省人民政府印发通知。", "福建省政府印发通知。", True),
    (BODY, "北京市教育局召开会议。", "上海市教育局召开会议。", False),
    (BODY, "湖北省教育厅召开会议。", "湖南省教育厅召开会议。", False),
    (BODY, "中国教育学会召开会议。", "中国高等教育学会召开会议。", False),
    (BODY, "云岭科技大学召开会议。", "云岭科技大学附属中学召开会议。", False),
    (BODY, "省教育厅召开会议。", "省教育厅印发通知。", False),
    (BODY, "陕西省教育厅召开会议。", "山西省教育厅召开会议。", False),
    # persons
    (PERSON, "浙江省教育厅厅长姚素心出席。", "浙江省教育厅厅长姚素心讲话。", True),
    (PERSON, "浙江省教育厅厅长姚素心出席。", "浙江省教育厅副厅长姚素心出席。", True),
    (PERSON, "浙江省教育厅厅长姚素心出席。", "浙江省科技厅厅长姚素心出席。", True),
    (PERSON, "浙江省教育厅厅长姚素心出席。", "甘肃省水利厅厅长姚素心出席。", False),
    (PERSON, "浙江省教育厅厅长姚素心出席。", "厅长姚素心出席。", True),
    (PERSON, "浙江省教育厅厅长姚素心出席。", "浙江省教育厅厅长费庭芳出席。", False),
    # events
    (EVENT, "4月9日，太行文旅论坛在长治举行。", "4月9日，太行文旅论坛在长治举行。与会者众。", True),
    (EVENT, "4月9日，太行文旅论坛在长治举行。", "5月9日，太行文旅论坛在长治举行。", False),
    (EVENT, "4月9日，太行文旅论坛在长治举行。", "2025年4月9日，太行文旅论坛在长治举行。", True),
    (EVENT, "4月9日，第四届太行论坛在长治举行。", "4月9日，第五届太行论坛在长治举行。", False),
    # documents
    (DOCUMENT, "印发《湖北省科技成果转化行动方案》。", "学习《湖北省科技成果转化行动方案》。", True),
    (DOCUMENT, "签署《战略合作协议》。", "双方签署《战略合作协议》。", False),
    (DOCUMENT, "印发《湖北省行动方案》。", "印发《湖南省行动方案》。", False),
    # programmes
    (PROGRAM, "学校启动“百名博士进百企”专项行动。", "“百名博士进百企”专项行动启动。", True),
    # places
    (PLACE, "4月9日，太行文旅论坛在长治举行。", "5月9日，山西科技大会在长治市举行。", True),
    (PLACE, "4月9日，太行文旅论坛在长治举行。", "5月9日，山西科技大会在晋城举行。", False),
]


def test_pairs_pin_their_cases() -> None:
    assert len(PAIRS) == 28


def _ids(found: ArticleFacts, kind: Kind) -> list[str]:
    return [e.id for e in found.of(kind)]


@pytest.mark.parametrize(("kind", "one", "other", "same"), PAIRS)
def test_pairs(kind: Kind, one: str, other: str, same: bool) -> None:
    first, second = identify([facts(one, name="one"), facts(other, name="other")])
    [a], [b] = _ids(first, kind), _ids(second, kind)
    assert (a == b) is same


ARTICLES = (
    "浙江省教育厅厅长姚素心出席。",
    "浙江省科技厅厅长姚素心出席。",
    "甘肃省水利厅厅长姚素心出席。",
    "厅长姚素心出席。",
    "北京市教育局、上海市教育局介绍经验。",
    "4月9日，太行文旅论坛在长治举行。省教育厅厅长费庭芳出席。",
)


def _numbered() -> list[ArticleFacts]:
    return [facts(text, name=f"a{i}") for i, text in enumerate(ARTICLES)]


def test_the_order_of_articles_makes_no_difference() -> None:
    forward = {f.page.article.id: _all(f) for f in identify(_numbered())}
    backward = {f.page.article.id: _all(f) for f in identify(_numbered()[::-1])}
    assert forward == backward


def _all(found: ArticleFacts) -> list[tuple[Kind, str, str]]:
    return [(e.kind, e.name, e.id) for e in found.entities]


def test_of_three_bearers_two_are_one_and_who_has_no_post_is_neither() -> None:
    zhejiang, also_zhejiang, gansu, unknown, *_ = (_ids(f, PERSON) for f in identify(_numbered()))
    assert zhejiang == also_zhejiang
    assert len({*zhejiang, *gansu, *unknown}) == 3


def test_every_entity_has_an_iri_of_its_own() -> None:
    for found in identify(_numbered()):
        ids = [e.id for e in found.entities]
        assert all(i.startswith(BASE) for i in ids)
        assert len(set(ids)) == len(ids)


def test_nothing_but_the_iri_changes() -> None:
    before = _numbered()
    after = identify(before)
    assert [names(f, k) for f in after for k in Kind] == [names(f, k) for f in before for k in Kind]
    assert [f.roles for f in after] == [f.roles for f in before]
    assert not any(e.id for f in before for e in f.entities)


def test_the_base_is_what_iris_begin_with() -> None:
    [found] = identify([facts("浙江省教育厅召开会议。")], "https://example.org/kg#")
    assert all(e.id.startswith("https://example.org/kg#organization/") for e in found.entities)


def test_an_identity_keeps_its_iri_beside_other_articles() -> None:
    [alone] = identify([facts(ARTICLES[4], name="a4")])
    among = identify(_numbered())[4]
    assert _all(alone) == _all(among)
