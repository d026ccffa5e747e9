"""Identity across articles: what becomes one thing, what stays two, and IRIs that hang on nothing but the identity."""

import pytest

from kg.entities.identify import identify
from kg.entities.iri import BASE
from kg.mentions.spelling import spelling
from kg.model import ArticleFacts, Kind
from tests.reader import facts, names
from tests.writer import writer

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
    (BODY, "南京市鼓楼区教育局召开会议。", "福州市鼓楼区教育局召开会议。", False),
    (BODY, "江苏省南京市鼓楼区教育局召开会议。", "南京市鼓楼区教育局召开会议。", True),
    (BODY, "鼓楼区教育局召开会议。", "鼓楼区教育局印发通知。", False),
    (BODY, "南京市鼓楼区教育局召开会议。", "鼓楼区教育局召开会议。", False),
    (BODY, "新城区人民政府召开会议。", "新城区人民政府印发通知。", False),
    (BODY, "重庆市城口县教育局召开会议。", "城口县教育局召开会议。", True),
    (BODY, "重庆市江北区教育局召开会议。", "宁波市江北区教育局召开会议。", False),
    (BODY, "国家能源局召开会议。", "国家能源局印发通知。", True),
    (BODY, "国家卫生健康委召开会议。", "国家卫生健康委员会召开会议。", True),
    (BODY, "国家林草局召开会议。", "国家林业和草原局召开会议。", True),
    (BODY, "国家统计局召开会议。", "国家统计局印发通知。", True),
    (BODY, "国家民委召开会议。", "国家民族事务委员会召开会议。", True),
    (BODY, "国家医保局召开会议。", "国家医疗保障局召开会议。", True),
    (BODY, "国家发展改革委召开会议。", "国家发展和改革委员会召开会议。", True),
    (BODY, "中央网信办召开会议。", "中央网信办印发通知。", True),
    (BODY, "国务院国资委召开会议。", "国务院国资委印发通知。", True),
    (BODY, "教育部办公厅印发通知。", "教育部办公厅召开会议。", True),
    (BODY, "国家能源局召开会议。", "国家统计局召开会议。", False),
    (BODY, "四川省文旅厅召开会议。", "四川省文化和旅游厅召开会议。", True),
    (BODY, "四川省人社厅召开会议。", "四川省人力资源和社会保障厅召开会议。", True),
    (BODY, "四川省发改委召开会议。", "四川省发展和改革委员会召开会议。", True),
    (BODY, "四川省工信厅召开会议。", "四川省工业和信息化厅召开会议。", True),
    (BODY, "南充市住建局召开会议。", "南充市住房和城乡建设局召开会议。", True),
    (BODY, "四川省卫健委召开会议。", "四川省卫生健康委员会召开会议。", True),
    (BODY, "南充市科技局召开会议。", "南充市科学技术局召开会议。", True),
    (BODY, "重庆市教委召开会议。", "重庆市教育委员会召开会议。", True),
    (BODY, "四川省文旅厅召开会议。", "贵州省文化和旅游厅召开会议。", False),
    (BODY, "市教委召开会议。", "市教委印发通知。", False),
    (BODY, "教育局召开会议。", "教育局印发通知。", False),
    (BODY, "星帆集团召开会议。", "星帆集团有限公司召开会议。", True),
    (BODY, "星帆集团有限公司召开会议。", "星辰集团有限公司召开会议。", False),
    (BODY, "大邑县教育体育局召开会议。", "大邑县教育和体育局召开会议。", True),
    (BODY, "大邑县教育体育局召开会议。", "大邑县教育局召开会议。", False),
    (BODY, "襄阳市文化广电新闻出版局召开会议。", "襄阳市文广新局召开会议。", True),
    (BODY, "襄阳市文化体育新闻出版广电局召开会议。", "襄阳市文体广新局召开会议。", True),
    (BODY, "襄阳市文化广电体育旅游局召开会议。", "襄阳市文广体旅局召开会议。", True),
    (BODY, "襄阳市文化广电旅游体育局召开会议。", "襄阳市文化广电旅游局召开会议。", False),
    (BODY, "襄阳高新区管委会召开会议。", "襄阳高新技术产业开发区管理委员会召开会议。", True),
    (BODY, "武汉经济技术开发区管委会召开会议。", "武汉经开区管委会召开会议。", True),
    (BODY, "湖北省职业教育学会召开会议。", "湖北省职教学会召开会议。", True),
    # persons
    (PERSON, "国家能源局局长姚素心出席。", "国家能源局局长姚素心讲话。", True),
    (PERSON, "南京市鼓楼区教育局局长姚素心出席。", "福州市鼓楼区教育局局长姚素心出席。", False),
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
    (EVENT, "4月9日，数字经济推进会在济南举行。", "4月9日，数字经济推进会在合肥举行。", False),
    (EVENT, "4月9日，数字经济推进会在济南举行。", "4月9日，数字经济推进会在济南市历下区举行。", True),
    (EVENT, "4月9日，数字经济推进会在济南举行。", "4月9日，数字经济推进会在山东省举行。", True),
    (EVENT, "2024年4月9日，数字经济推进会在济南举行。", "2025年4月9日，数字经济推进会在济南举行。", False),
    (EVENT, "4月9日，太行文旅论坛在长治举行。", "4月9日，太行文旅论坛举行。", True),
    (EVENT, "4月9日，全省教育工作会议召开。", "4月9日，全省教育工作会议召开。省长出席。", False),
    (EVENT, "推进太行流域治理联席会议第七次会议召开。", "4月9日，推进太行流域治理联席会议第七次会议在长治召开。", True),
    (
        EVENT,
        "推进太行流域治理联席会议第七次会议召开。",
        "4月9日，推进太行流域治理联席会议第八次会议在长治召开。",
        False,
    ),
    (EVENT, "9月1日，云岭大学在成都举行2025级新生开学典礼。", "9月1日，太行大学在成都举行2025级新生开学典礼。", False),
    (EVENT, "9月1日，云岭大学举行秋季开学典礼。", "9月1日，云岭大学举行秋季开学典礼。师生参加。", True),
    (EVENT, "4月9日，2025年教育工作会议在成都召开。", "4月9日，2025年教育工作会议在成都召开。与会者众。", False),
    # documents
    (DOCUMENT, "印发《2025年工作要点》。", "学习《2025年工作要点》。", False),
    (DOCUMENT, "印发《实施方案》。", "学习《实施方案》。", False),
    (DOCUMENT, "印发《通知》。", "学习《通知》。", False),
    (DOCUMENT, "签署《合作协议》。", "双方签署《合作协议》。", False),
    (DOCUMENT, "印发《全省职业教育提升方案》。", "学习《全省职业教育提升方案》。", False),
    (
        DOCUMENT,
        "学习《职业教育产教融合赋能提升行动实施方案》。",
        "印发《职业教育产教融合赋能提升行动实施方案》。",
        True,
    ),
    (DOCUMENT, "学习《教育强国建设规划纲要（2024—2035年）》。", "印发《教育强国建设规划纲要（2024—2035年）》。", True),
    (DOCUMENT, "印发《湖北省科技成果转化行动方案》。", "学习《湖北省科技成果转化行动方案》。", True),
    (DOCUMENT, "签署《战略合作协议》。", "双方签署《战略合作协议》。", False),
    (DOCUMENT, "印发《湖北省行动方案》。", "印发《湖南省行动方案》。", False),
    # programmes
    (PROGRAM, "学校启动“百名博士进百企”专项行动。", "“百名博士进百企”专项行动启动。", True),
    (PROGRAM, "学校启动职业技能提升行动。", "学校开展职业技能提升行动。", True),
    (DOCUMENT, "双方签署《停火协议》。", "两国签署《停火协议》。", False),
    (DOCUMENT, "双方签署《自由贸易协定》。", "两国签署《自由贸易协定》。", False),
    # places
    (PLACE, "4月9日，太行文旅论坛在人民大会堂举行。", "5月9日，山西科技大会在北京人民大会堂举行。", True),
    (PLACE, "4月9日，太行文旅论坛在长治举行。", "5月9日，山西科技大会在长治市举行。", True),
    (PLACE, "4月9日，太行文旅论坛在长治举行。", "5月9日，山西科技大会在晋城举行。", False),
    (PLACE, "4月9日，太行文旅论坛在鼓楼区举行。", "5月9日，山西科技大会在鼓楼区举行。", False),
    (PLACE, "4月9日，太行文旅论坛在南京市鼓楼区举行。", "5月9日，山西科技大会在江苏省南京市鼓楼区举行。", True),
]


def test_pairs_pin_their_cases() -> None:
    assert len(PAIRS) == 94


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


# what an article names beside 鼓楼区教育局: does the bare name then mean that of 南京?
SETTLED: list[tuple[str, bool]] = [
    ("南京市教育局、鼓楼区教育局召开会议。", True),
    ("福州市教育局、鼓楼区教育局召开会议。", False),
    ("福建省教育厅、鼓楼区教育局召开会议。", False),
    ("江苏省教育厅、鼓楼区教育局召开会议。", False),  # 南京 and 徐州 have one each
    ("江苏省教育厅、南京市教育局、鼓楼区教育局召开会议。", True),
    ("南京市教育局、福州市教育局、鼓楼区教育局召开会议。", False),
]


@pytest.mark.parametrize(("text", "same"), SETTLED)
def test_the_article_settles_which_division_is_meant(text: str, same: bool) -> None:
    first, second = identify([facts("南京市鼓楼区教育局召开会议。", name="one"), facts(text, name="other")])
    [known] = _ids(first, BODY)
    assert (known in _ids(second, BODY)) is same


def test_two_articles_of_one_province_mean_one_district() -> None:
    texts = ("福建省教育厅、鼓楼区教育局召开会议。", "福州市教育局、鼓楼区教育局召开会议。")
    first, second = identify([facts(t, name=t) for t in texts])
    assert len(set(_ids(first, BODY)) & set(_ids(second, BODY))) == 1


# events of one name on one day of the year in several articles: which are one
TOGETHER: list[tuple[list[str], list[list[int]]]] = [
    (
        ["4月9日，太行文旅论坛在济南举行。", "4月9日，太行文旅论坛在合肥举行。", "4月9日，太行文旅论坛举行。"],
        [[0], [1], [2]],
    ),
    (
        ["4月9日，太行文旅论坛在济南举行。", "2025年4月9日，太行文旅论坛在济南市举行。", "4月9日，太行文旅论坛举行。"],
        [[0, 1, 2]],
    ),
    (
        ["2024年4月9日，太行文旅论坛举行。", "2025年4月9日，太行文旅论坛举行。", "4月9日，太行文旅论坛举行。"],
        [[0], [1], [2]],
    ),
    (
        [
            "2024年4月9日，太行文旅论坛在济南举行。",
            "4月9日，太行文旅论坛在济南举行。",
            "4月9日，太行文旅论坛在合肥举行。",
        ],
        [[0, 1], [2]],
    ),
    (
        ["4月9日，太行文旅论坛在济南举行。", "4月9日，太行文旅论坛在青岛举行。", "4月9日，太行文旅论坛在山东省举行。"],
        [[0], [1], [2]],
    ),
    (["4月8日至9日，太行文旅论坛在长治举行。", "4月9日，太行文旅论坛举行。"], [[0, 1]]),
    (["4月8日至9日，太行文旅论坛在长治举行。", "4月10日，太行文旅论坛举行。"], [[0], [1]]),
    (["发布时间：2025-04-11\n太行文旅论坛今天在长治举行。", "4月9日，太行文旅论坛在长治举行。"], [[0, 1]]),
    (["发布时间：2025-04-19\n太行文旅论坛今天在长治举行。", "4月9日，太行文旅论坛在长治举行。"], [[0], [1]]),
    (["4月9日，第四届太行论坛举行。", "第四届太行论坛在济南举行。", "第四届太行论坛举行。"], [[0, 1, 2]]),
    (["4月9日，第四届太行论坛开幕。", "4月12日，第四届太行论坛闭幕。"], [[0, 1]]),
    (["4月9日，太行文旅论坛开幕。", "4月12日，太行文旅论坛闭幕。"], [[0], [1]]),
    (["4月9日，第四届太行论坛开幕。", "4月12日，第四届太行论坛闭幕。", "第四届太行论坛举行。"], [[0, 1, 2]]),
    (["4月9日，第四届太行论坛开幕。", "4月12日，第五届太行论坛开幕。"], [[0], [1]]),
    (["4月9日，第四届太行论坛举行。", "5月9日，第四届太行论坛举行。", "第四届太行论坛举行。"], [[0], [1], [2]]),
    (["4月9日，第四届太行文旅论坛在长治举行。", "4月9日，太行文旅论坛在山西长治开幕。"], [[0, 1]]),
    (["4月9日，第四届太行文旅论坛在长治举行。", "4月9日，太行文旅论坛在济南开幕。"], [[0], [1]]),
    (["4月9日，第四届太行文旅论坛在长治举行。", "4月9日，太行文旅论坛开幕。"], [[0], [1]]),
    (["4月9日，第四届太行文旅论坛在长治举行。", "4月9日，2025太行文旅论坛在长治开幕。"], [[0, 1]]),
    (
        ["2024年4月9日，第四届太行文旅论坛在长治举行。", "4月9日，2025太行文旅论坛在长治开幕。"],
        [[0], [1]],
    ),
    (
        [
            "4月9日，第四届太行文旅论坛在长治举行。",
            "4月9日，第五届太行文旅论坛在长治举行。",
            "4月9日，太行文旅论坛在长治举行。",
        ],
        [[0], [1], [2]],
    ),
]


@pytest.mark.parametrize(("texts", "groups"), TOGETHER)
def test_events_of_one_name(texts: list[str], groups: list[list[int]]) -> None:
    for order in (1, -1):
        found = identify([facts(t, name=t) for t in texts][::order])[::order]
        ids = [i for f in found for i in _ids(f, EVENT)]
        assert sorted([n for n, i in enumerate(ids) if i == one] for one in dict.fromkeys(ids)) == groups


# names of bodies: is the form that all spellings of one name share the same?
SPELLED: list[tuple[str, str, bool]] = [
    ("教育部", "教育部教育考试院", False),
    ("北京市教育局", "上海市教育局", False),
    ("北京市教委", "北京市教育局", False),
    ("北京市教委", "天津市教育委员会", False),
    ("云岭市卫健委", "云岭市卫生健康委员会", True),
    ("云岭市国有资产监督管理委员会", "云岭市国资委", True),
    ("云岭高新区管理委员会", "云岭高新区管委会", True),
    ("云岭市经济和信息化局", "云岭市工业和信息化局", False),
    ("云岭市文化广电和旅游局", "云岭市文化和旅游局", False),
    ("星帆集团有限公司", "星帆（集团）有限责任公司", True),
    ("星帆集团有限公司", "星帆集团股份有限公司", False),
    ("星帆集团有限公司", "星帆集团云岭分公司", False),
    ("云岭科学技术学院", "云岭科技学院", False),
    ("云岭市文旅局", "云岭市文旅局执法支队", False),
    ("中共云岭市委员会", "云岭市委", True),
    ("中共云岭市委", "云岭市委组织部", False),
    ("云岭医科大学第一附属医院", "云岭医科大学附属第一医院", True),
    ("云岭医科大学第一附属医院", "云岭医科大学附属第二医院", False),
    ("云岭医科大学第一附属医院", "云岭医科大学附属医院", False),
]


@pytest.mark.parametrize(("one", "other", "same"), SPELLED)
def test_spellings(one: str, other: str, same: bool) -> None:
    assert (spelling(one) == spelling(other)) is same


def test_tables_pin_their_cases() -> None:
    assert (len(SETTLED), len(TOGETHER), len(SPELLED)) == (6, 21, 19)


# names of programmes: does it mean one thing in all articles?
PROGRAMS: list[tuple[str, bool]] = [
    ("专项整治行动", False),
    ("公共服务平台", False),
    ("国家自主创新示范区", False),
    ("自由贸易试验区", False),
    ("重点项目", False),
    ("三年行动计划", False),
    ("云岭自由贸易试验区", True),
    ("“百名博士进百企”专项行动", True),
    ("职业技能提升行动", True),
    ("双高计划", True),
    ("三北工程", True),
]


@pytest.mark.parametrize(("name", "same"), PROGRAMS)
def test_programmes(name: str, same: bool) -> None:
    found = identify([writer(f"{n}启动{name}。", f"{n}.txt").entity(PROGRAM, name).facts for n in "ab"])
    assert len({f.entities[0].id for f in found}) == (1 if same else 2)
