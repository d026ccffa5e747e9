"""Pairs and what is said of them: the rule that makes them one, or the refusal by its name. Invented names."""

import pytest

from kg.entities.explain import explain
from kg.entities.identify import settle
from kg.model import ArticleFacts, Kind
from tests.reader import facts
from tests.writer import writer

SAME = "one name"  # one key already: no rule was needed
UNSEEN = "no look-alike"

# one body, another, what is said
BODIES: list[tuple[str, str, str]] = [
    ("常州市教育局", "常州市教育局", SAME),
    ("四川省云岭医院", "四川省云岭医院", SAME),
    ("江苏省教委", "江苏省教育委员会", SAME),
    ("江苏省文旅厅", "江苏省文化和旅游厅", SAME),
    ("中共江苏省委", "江苏省委", SAME),
    ("中共江苏省委员会", "江苏省委", SAME),
    ("共青团江苏省委", "团江苏省委", SAME),
    ("中国共产党", "中共", SAME),
    ("湖北武汉金云潭医院", "武汉市金云潭医院", SAME),
    ("江苏省政协", "中国人民政治协商会议江苏省委员会", SAME),
    ("中华人民共和国民政部", "民政部", SAME),
    ("南京八中", "南京市第八中学", SAME),
    ("江苏省南京市第八中学", "南京八中", SAME),
    ("南京市鼓楼区教育局", "江苏省南京市鼓楼区教育局", SAME),
    ("云岭师大", "云岭师范大学", SAME),
    ("云岭大学附中", "云岭大学附属中学", SAME),
    ("星帆（集团）有限公司", "星帆集团", SAME),
    ("江苏省税务局", "国家税务总局江苏省税务局", SAME),
    ("江苏省环境保护厅", "江苏省生态环境厅", "renamed body"),
    ("南京市环保局", "南京市生态环境局", "renamed body"),
    ("湖南省国土资源厅", "湖南省自然资源厅", "renamed body"),
    ("湖南省农业厅", "湖南省农业农村厅", "renamed body"),
    ("湖南省卫生和计划生育委员会", "湖南省卫生健康委", "renamed body"),
    ("湖南省卫计委", "湖南省卫健委", "renamed body"),
    ("湖南省林业厅", "湖南省林业和草原局", "renamed body"),
    ("湖南省扶贫办", "湖南省乡村振兴局", "renamed body"),
    ("国土资源部", "自然资源部", "renamed body"),
    ("国家林业局", "国家林草局", "renamed body"),
    ("星帆科技股份有限公司", "星帆科技", "company without its legal form"),
    ("云岭电器集团", "云岭电器", "company without its legal form"),
    ("中共江苏省委教育工作委员会", "江苏省教工委", SAME),
    ("中国少年先锋队江苏省工作委员会", "江苏省少工委", SAME),
    ("江苏省教育科学研究院", "江苏省教科院", SAME),
    ("新疆生产建设兵团教育局", "兵团教育局", SAME),
    ("中国建设银行江苏省分行", "建行江苏省分行", SAME),
    ("新疆和田地区行政公署", "和田地区行署", SAME),
    ("南京市公安局鼓楼区分局", "南京市鼓楼区公安分局", SAME),
    ("中华人民共和国南京海关", "南京海关", SAME),
    ("中国驻英国大使馆", "中国驻英使馆", SAME),
    ("中国驻英国大使馆教育处", "中国驻英使馆教育处", SAME),
    ("浙江大学医学院附属第二医院", "浙大二院", SAME),
    ("南京市文化广播电视和旅游局", "南京市文旅局", "abbreviated field"),
    ("教育部职业教育与成人教育司", "教育部职成司", "abbreviated field"),
    ("教育部高校学生司", "教育部学生司", "abbreviated field"),
    ("江苏省教育厅基础教育处", "江苏省教育厅基教处", "abbreviated field"),
    ("云岭大学学生工作部", "云岭大学学工部", "abbreviated field"),
    ("云岭大学国际合作与交流处", "云岭大学国际处", "abbreviated field"),
    ("云岭大学材料科学与工程学院", "云岭大学材料学院", "abbreviated field"),
    ("云岭大学马克思主义学院", "云岭大学马院", "abbreviated field"),
    ("首都医科大学附属北京云岭医院", "北京云岭医院", "hospital without its university"),
    ("双流县教育局", "成都市双流区教育局", "renamed body"),
    ("开县教育局", "重庆市开州区教育局", "renamed body"),
    ("双流县国土资源局", "双流区自然资源局", "renamed body"),
    ("毕节地区教育局", "毕节市教育局", "renamed body"),
    # apart
    ("上饶县教育局", "上饶市教育局", "other administrative division"),
    ("江苏省教育厅", "浙江省教育厅", "other administrative division"),
    ("南京市教育局", "苏州市教育局", "other administrative division"),
    ("陕西省教育厅", "山西省教育厅", "other administrative division"),
    ("南京市第八中学", "苏州市第八中学", "other administrative division"),
    ("江苏省生态环境厅", "湖南省环境保护厅", "other administrative division"),
    ("南京市鼓楼区政府", "徐州市鼓楼区政府", "other administrative division"),
    ("江苏省人民医院", "浙江省人民医院", "other administrative division"),
    ("江苏省旅游局", "江苏省文化和旅游厅", UNSEEN),  # a 局 became a part of a 厅 in some provinces only
    ("江苏省文化厅", "江苏省文化和旅游厅", "successor of several"),
    ("江苏省工商行政管理局", "江苏省市场监督管理局", "successor of several"),
    ("国家旅游局", "文化和旅游部", "successor of several"),
    ("文化部", "文化和旅游部", "successor of several"),
    ("国家乡村振兴局", "农业农村部", "successor of several"),
    ("教育部", "教育部教育考试院", "superior and subordinate"),
    ("江苏省教育厅", "江苏省教育厅职教处", "superior and subordinate"),
    ("江苏省委", "江苏省委组织部", "superior and subordinate"),
    ("江苏省政府", "江苏省政府办公厅", "superior and subordinate"),
    ("云岭大学", "云岭大学附属医院", "superior and subordinate"),
    ("云岭大学", "云岭大学马克思主义学院", "superior and subordinate"),
    ("全国人大", "全国人大常委会", "superior and subordinate"),
    ("中国科学院", "中国科学院云岭研究所", "superior and subordinate"),
    ("星帆集团", "星帆集团云岭分公司", "superior and subordinate"),
    ("南京市第八中学", "南京市第九中学", UNSEEN),
    ("云岭大学", "云岭理工大学", UNSEEN),
    ("市教育局", "市教育局", "too little known"),
    ("第一中学", "第一中学", "too little known"),
    ("实验小学", "实验小学", "too little known"),
    ("我校", "我校", "too little known"),
    ("鼓楼区教育局", "鼓楼区教育局", "too little known"),
    ("南京市教育局", "南京市教委", UNSEEN),
    ("中国驻法国大使馆", "中国驻英使馆", UNSEEN),
    ("云岭大学化学工程学院", "云岭大学化学学院", UNSEEN),
    ("云岭大学经济管理学院", "云岭大学经济学院", UNSEEN),
    ("云岭大学教学服务处", "云岭大学教务处", UNSEEN),
    ("江苏省教育厅职业教育与成人教育处", "江苏省教育厅职教处", UNSEEN),
    ("南京市教育和体育局", "南京市教育局", UNSEEN),
    ("南京市文化局", "南京市文旅局", "successor of several"),
    ("云岭大学口腔医院", "口腔医院", UNSEEN),
]

# what two articles say of a person of one name: texts, days of publication, what is said
PEOPLE: list[tuple[str, str, str, str, str]] = [
    ("江苏省教育厅厅长姚建国出席。", "2024-05-01", "江苏师范大学教授姚建国发言。", "2024-05-09", "common name"),
    (
        "江苏省教育厅厅长姚素心出席。",
        "2024-05-01",
        "江苏师范大学教授姚素心发言。",
        "2024-05-09",
        "one province's system",
    ),
    ("南京市副市长姚志强出席。", "2024-05-01", "徐州市副市长姚志强出席。", "2020-05-01", "other prefecture"),
    ("江苏省教育厅厅长姚素心出席。", "2024-05-01", "江苏省教育厅厅长姚素心讲话。", "2025-05-01", "body in common"),
    ("江苏省教育厅厅长姚素心出席。", "2024-05-01", "江苏省教育厅副厅长姚素心讲话。", "2022-05-01", "body in common"),
    ("江苏省教育厅副厅长姚素心出席。", "2022-05-01", "南京市副市长姚素心讲话。", "2025-05-01", "one province's system"),
    ("教育部副部长姚素心出席。", "2022-05-01", "国家民委副主任姚素心讲话。", "2025-05-01", "one province's system"),
    ("江苏省教育厅厅长姚素心出席。", "2024-05-01", "姚素心教授出席。", "2024-05-01", "only bearer of the name"),
    (
        "江苏省教育厅厅长姚素心出席。",
        "2024-05-01",
        "浙江省教育厅厅长姚素心出席。",
        "2024-05-01",
        "other administrative division",
    ),
    (
        "江苏省教育厅厅长姚素心出席。",
        "2024-05-01",
        "甘肃省水利厅副厅长姚素心出席。",
        "2020-05-01",
        "other administrative division",
    ),
    (
        "教育部副部长姚素心出席。",
        "2022-05-01",
        "甘肃省水利厅副厅长姚素心讲话。",
        "2025-05-01",
        "other administrative division",
    ),
    ("南京市鼓楼区区长姚素心出席。", "2024-05-01", "徐州市鼓楼区区长姚素心出席。", "2020-05-01", "other prefecture"),
    ("南京市副市长姚素出席。", "2024-05-01", "徐州市副市长姚素出席。", "2020-05-01", "other prefecture"),
    ("南京市副市长姚素心出席。", "2024-05-01", "徐州市副市长姚素心出席。", "2020-05-01", "one province's system"),
    (
        "教育部职业教育与成人教育司司长姚素心出席。",
        "2022-05-01",
        "教育部职成司司长姚素心讲话。",
        "2022-06-01",
        "body in common",
    ),
    ("江苏省教育厅厅长姚素心出席。", "2024-05-01", "江苏省水利厅厅长姚素心出席。", "2024-05-09", "same post elsewhere"),
    (
        "江苏省教育厅厅长姚素心出席。",
        "2024-05-01",
        "江苏省水利厅厅长姚素心出席。",
        "2020-05-09",
        "one province's system",
    ),
    ("江苏省教育厅厅长姚素出席。", "2024-05-01", "江苏师范大学教授姚素发言。", "2024-05-09", "common name"),
    (
        "江苏省教育厅厅长姚素心出席。",
        "2024-05-01",
        "本报讯（记者 姚素心）江苏省教育厅召开会议。",
        "2024-05-09",
        "other calling",
    ),
    (
        "江苏省教育厅厅长姚素心出席。",
        "2024-05-01",
        "浙江省教育厅召开会议。姚素心老师发言。",
        "2024-05-09",
        "article about elsewhere",
    ),
    (
        "江苏省教育厅厅长姚素心出席。",
        "2024-05-01",
        "江苏省教育厅原厅长姚素心到会。",
        "2025-05-09",
        "a former body in common",
    ),
    ("星帆科技有限公司董事长姚素心出席。", "2024-05-01", "云岭大学校长姚素心出席。", "2024-05-01", "nothing in common"),
]

# two articles on events of one name, what is said
EVENTS: list[tuple[str, str, str]] = [
    ("4月9日，太行文旅论坛在长治举行。", "4月9日，太行文旅论坛在长治举行。众人到会。", SAME),
    ("4月9日，太行文旅论坛在长治举行。", "5月9日，太行文旅论坛在长治举行。", "other day"),
    ("4月9日，数字经济推进会在济南举行。", "4月9日，数字经济推进会在合肥举行。", "other place"),
    ("2024年4月9日，太行文旅论坛举行。", "2025年4月9日，太行文旅论坛举行。", "other day"),
    ("4月9日，教育工作会议召开。", "4月9日，教育工作会议召开。众人到会。", "too little known"),
    ("4月9日，数字经济推进会在济南举行。", "4月9日，数字经济推进会在济南市历下区举行。", SAME),
    ("4月9日，第12届太行文旅论坛举行。", "4月9日，第十二届太行文旅论坛举行。", SAME),
    ("4月9日，2024年太行文旅论坛举行。", "4月9日，2024太行文旅论坛举行。", SAME),
]


def _body(name: str, source: str) -> ArticleFacts:
    return writer(f"{name}召开会议。{source}", source).entity(Kind.ORGANIZATION, name).facts


def said(one: ArticleFacts, other: ArticleFacts, kind: Kind) -> str:
    """What an account of the entity of one article says of that of the other."""
    settled = settle([one, other])
    first, second = (next((e for e in f.entities if e.kind is kind), None) for f in settled.facts)
    if first is None or second is None:
        return UNSEEN
    [account] = [a for a in explain(settled, first.name, kind) if a.listed.iri == first.id]
    if first.id == second.id:
        return next((j.name for j in account.merged), SAME)
    return next((j.name for j in account.apart if second.name in j.other.names), UNSEEN)


@pytest.mark.parametrize(("one", "other", "expected"), BODIES)
def test_bodies(one: str, other: str, expected: str) -> None:
    assert said(_body(one, "one.txt"), _body(other, "other.txt"), Kind.ORGANIZATION) == expected
    assert said(_body(other, "other.txt"), _body(one, "one.txt"), Kind.ORGANIZATION) == expected


@pytest.mark.parametrize(("one", "day", "other", "then", "expected"), PEOPLE)
def test_people(one: str, day: str, other: str, then: str, expected: str) -> None:
    assert said(facts(one, day, "one"), facts(other, then, "other"), Kind.PERSON) == expected


@pytest.mark.parametrize(("one", "other", "expected"), EVENTS)
def test_events(one: str, other: str, expected: str) -> None:
    assert said(facts(one, name="one"), facts(other, name="other"), Kind.EVENT) == expected


def test_the_tables_pin_their_cases() -> None:
    assert (len(BODIES), len(PEOPLE), len(EVENTS)) == (93, 22, 8)


def _people(*texts: str) -> list[str]:
    """The IRI of 姚素心 in each article."""
    settled = settle([facts(t, name=f"a{n}") for n, t in enumerate(texts)])
    return [next(e.id for e in f.entities if e.kind is Kind.PERSON) for f in settled.facts]


def test_of_several_bearers_the_one_of_the_province_is_meant() -> None:
    texts = (
        "江苏省教育厅厅长姚素心出席。",
        "甘肃省水利厅厅长姚素心出席。",
        "江苏省水利厅召开会议，姚素心教授发言。",
        "姚素心教授发言。",
    )
    jiangsu, gansu, of_jiangsu, unknown = _people(*texts)
    assert jiangsu == of_jiangsu
    assert len({jiangsu, gansu, unknown}) == 3


def test_a_former_post_joins_two_places() -> None:
    """江苏 and 甘肃 would be two; who was in 江苏 and is in 甘肃 makes them one."""
    texts = ("江苏省教育厅厅长姚素心出席。", "甘肃省副省长、江苏省教育厅原厅长姚素心出席。", "甘肃省副省长姚素心出席。")
    assert len(set(_people(*texts))) == 1


def test_a_post_passes_on() -> None:
    first, second = (
        facts("江苏省教育厅厅长姚素心出席。", "2021-05-01", "a"),
        facts("江苏省教育厅厅长费庭芳出席。", "2024-05-01", "b"),
    )
    [account] = explain(settle([first, second]), "姚素心", Kind.PERSON)
    [judgement] = account.apart
    assert (judgement.name, judgement.why) == (
        "other person in the post",
        "江苏省教育厅厅长: 姚素心 2021-05-01, 费庭芳 2024-05-01",
    )


def _laboratories(*articles: tuple[str, tuple[str, ...]]) -> list[str]:
    made = [
        writer(f"{n}{name}揭牌。{''.join(aliases)}", f"{n}.txt").entity(Kind.ORGANIZATION, name, *aliases).facts
        for n, (name, aliases) in enumerate(articles)
    ]
    return [f.entities[0].id for f in settle(made).facts]


def test_a_short_form_that_an_article_explains_stands_for_the_body_elsewhere() -> None:
    one, other = _laboratories(("星帆数字经济实验室", ("星帆实验室",)), ("星帆实验室", ()))
    assert one == other


def test_a_short_form_of_two_bodies_stands_for_neither() -> None:
    ids = _laboratories(
        ("星帆数字经济实验室", ("星帆实验室",)), ("星帆海洋科学实验室", ("星帆实验室",)), ("星帆实验室", ())
    )
    assert len(set(ids)) == 3
