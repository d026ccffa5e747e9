"""Four short articles for the questions that come with the ontology: at least one answer to each."""

from functools import cache

from kg.model import ArticleFacts, Kind, Ref
from kg.rdf.quads import quads
from tests.writer import (
    COLLEGE,
    COMPANY,
    MEETING,
    PERSON,
    PROGRAM,
    UNIVERSITY,
    Writer,
    first_article,
    second_article,
    writer,
)

THIRD = (
    "6月10日，川西科普周在成都市武侯区举行，青川省教育厅厅长周以宁、临溪学院院长吴致和出席并讲话。\n"
    "活动由临溪学院、云帆科技公司主办。临溪学院是川西职教联盟成员单位，隶属青川师范大学。\n"
    "“灯塔”计划由青川省教育厅设立，2024年惠及学生35万人。"
    "“晨光”行动招募志愿者120名。\n"
)
FOURTH = (
    "6月10日，临溪学院院长郑怀真到武侯区教育局，原校长吴致和陪同，双方商定召开座谈会。\n"
    "5月9日，青川省数字教育推进会在武侯区教育局举行。“灯塔”计划2024年惠及学生36万人。\n"
)

SCHOOLS = Ref(Kind.ORGANIZATION, "川西职教联盟")
WEEK = Ref(Kind.EVENT, "川西科普周")
DOCUMENT = Ref(Kind.DOCUMENT, "青川省数字教育行动方案")
OFFICE = Ref(Kind.ORGANIZATION, "青川省教育厅")
LIGHT = Ref(Kind.PROGRAM, "“灯塔”计划")
DAWN = Ref(Kind.PROGRAM, "“晨光”行动")


def person(name: str) -> Ref:
    return Ref(Kind.PERSON, name)


def third_article() -> ArticleFacts:
    """A second event, a successor, an alliance."""
    start = writer(THIRD, "third.txt", published="2025-06-11")
    for ref in (OFFICE, COLLEGE, COMPANY, SCHOOLS, UNIVERSITY, WEEK, LIGHT, DAWN, person("周以宁"), person("吴致和")):
        start = start.entity(ref.kind, ref.name)
    start = start.entity(Kind.PLACE, "武侯区", "成都市武侯区", code="510107")
    start = start.occurrence(WEEK.name, "6月10日，川西科普周", date="2025-06-10", place="武侯区")
    start = start.role("周以宁", "厅长", OFFICE.name, "青川省教育厅厅长周以宁")
    start = start.role("吴致和", "院长", COLLEGE.name, "临溪学院院长吴致和")
    for name in ("周以宁", "吴致和"):
        start = start.relation(person(name), "speaksAt", WEEK, f"{name}", "出席并讲话")
    return (
        start.relation(COLLEGE, "organizes", WEEK, "活动由临溪学院、云帆科技公司主办")
        .relation(COMPANY, "organizes", WEEK, "活动由临溪学院、云帆科技公司主办")
        .relation(COLLEGE, "memberOf", SCHOOLS, "临溪学院是川西职教联盟成员单位")
        .relation(COLLEGE, "partOf", UNIVERSITY, "隶属青川师范大学")
        .relation(OFFICE, "establishes", LIGHT, "“灯塔”计划由青川省教育厅设立")
        .relation(OFFICE, "publishes", LIGHT, "“灯塔”计划由青川省教育厅设立")
        .outcome(
            "350000",
            "学生",
            "2024年惠及学生35万人",
            unit="人",
            as_written="35万人",
            programs=(LIGHT.name,),
            as_of="2024",
        )
        .outcome("120", "志愿者", "招募志愿者120名", unit="名", as_written="120名")
        .topic(WEEK, "popular-science", "科普")
        .facts
    )


def fourth_article() -> ArticleFacts:
    """What contradicts the others: another head of the college, another day and place of a meeting, another number."""
    start = writer(FOURTH, "fourth.txt", published="2025-06-10")
    for ref in (COLLEGE, LIGHT, MEETING, Ref(Kind.EVENT, "座谈会"), person("郑怀真"), person("吴致和")):
        start = start.entity(ref.kind, ref.name)
    start = start.entity(Kind.ORGANIZATION, "武侯区教育局", division="510107")
    start = start.entity(Kind.PLACE, "武侯区", code="510107")
    start = start.occurrence("座谈会", "召开座谈会")
    start = start.occurrence(MEETING.name, "5月9日，青川省数字教育推进会", date="2025-05-09", place="武侯区")
    return (
        start.role("郑怀真", "院长", COLLEGE.name, "6月10日，临溪学院院长郑怀真")
        .outcome(
            "360000",
            "学生",
            "2024年惠及学生36万人",
            unit="人",
            as_written="36万人",
            programs=(LIGHT.name,),
            as_of="2024",
        )
        .role("吴致和", "校长", None, "原校长吴致和", former=True)
        .facts
    )


@cache
def question_lines() -> tuple[str, ...]:
    """The graph of the four articles."""
    first = (
        Writer(first_article())
        .relation(COMPANY, "organizes", MEETING, "云帆科技公司")
        .relation(UNIVERSITY, "participatesIn", MEETING, "青川师范大学")
        .relation(COMPANY, "participatesIn", PROGRAM, "云帆科技公司")
        .relation(UNIVERSITY, "signs", DOCUMENT, "签署合作协议")
        .relation(COLLEGE, "signs", DOCUMENT, "签署合作协议")
        .relation(COMPANY, "publishes", DOCUMENT, "发布《青川省数字教育行动方案》")
        .role(PERSON.name, "主任", None, "林知远")
        .facts
    )
    return tuple(quads([first, second_article(), third_article(), fourth_article()]))
