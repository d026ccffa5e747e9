"""Who led others to a meeting, signed there for a side or spoke in turn with others; where it was, and its name."""

import pytest

from tests.reader import facts, occurrence, triples

SAID: list[tuple[str, set[str]]] = [
    # each under a topic of their own, with one verb for all
    (
        "11月3日，第三届云岭论坛在青岭市举行。程越教授围绕“产教融合”，姜珩院长结合办学实践，卓凡总裁从企业角度，分别作了交流发言。",
        {"程越 speaksAt 第三届云岭论坛", "姜珩 speaksAt 第三届云岭论坛", "卓凡 speaksAt 第三届云岭论坛"},
    ),
    (
        "11月3日，第三届云岭论坛在青岭市举行。程越教授围绕“产教融合”思考多年，卓凡总裁作了发言。",
        {"卓凡 speaksAt 第三届云岭论坛"},
    ),
    ("11月3日，第三届云岭论坛在青岭市举行。市长程越表达了对代表的感谢。", {"程越 speaksAt 第三届云岭论坛"}),
    ("11月3日，第三届云岭论坛在青岭市举行。校长程越交流了办学经验。", {"程越 speaksAt 第三届云岭论坛"}),
    # calls, talks and journeys; works that are no 作; the name of a meeting
    ("11月3日，第三届云岭论坛在青岭市举行。市长程越对青禾学院进行了走访。", set()),
    ("11月3日，第三届云岭论坛在青岭市举行。市长程越就校地合作进行了座谈。", set()),
    ("11月3日，第三届云岭论坛在青岭市举行。市长程越就校地合作进行了深入交流。", set()),
    ("11月3日，第三届云岭论坛在青岭市举行。市长程越就教育工作进行调研。", set()),
    (
        "11月3日，第三届云岭论坛在青岭市举行。市长程越就校地合作作了说明，姜珩就办学进行了交流发言。",
        {"程越 speaksAt 第三届云岭论坛", "姜珩 speaksAt 第三届云岭论坛"},
    ),
    ("11月3日，第三届云岭论坛在青岭市举行。昨天，作家程越在北京举办新书分享会。", set()),
    ("11月3日，第三届云岭论坛在青岭市举行。局长程越对肇事者给予处罚。局长程越对事故作出处理。", set()),
    ("11月3日，第三届云岭论坛在青岭市举行。市长程越对论坛给予肯定。", {"程越 speaksAt 第三届云岭论坛"}),
    # those who sign for both sides
    (
        "11月3日，帮扶协议签约仪式在青岭一中举行。青岭县教育局局长程越、岭河市教育局局长姜珩代表双方签约。",
        {"程越 participatesIn 帮扶协议签约仪式", "姜珩 participatesIn 帮扶协议签约仪式"},
    ),
    ("11月3日，帮扶协议签约仪式在青岭一中举行。青岭县教育局局长程越代表感谢签约各方。", set()),
    # who leads others there
    (
        "11月3日，青岭县副县长程越率县教育局局长姜珩赴岭河市考察，并与岭河市教育局举行座谈会。",
        {"程越 participatesIn 座谈会", "姜珩 participatesIn 座谈会"},
    ),
    ("11月3日，青岭县副县长程越率队获得冠军，并在青岭县召开座谈会。", set()),
    # met elsewhere, at another time or at something else
    ("11月3日，青岭市教育座谈会在青岭市召开。此前，厅长程越、副厅长姜珩在北京举行座谈会。", set()),
    ("11月3日，青岭市教育座谈会在青岭市召开。厅长程越、副厅长姜珩在北京举行新闻发布会。", set()),
    ("11月3日，青岭市教育座谈会在青岭市召开。去年，副市长程越率团赴日本考察，并与东京都举行座谈会。", set()),
    # a meeting that only somebody's chairing tells of
    (
        "11月3日，青岭市召开座谈会，市委书记程越主持会议并讲话。市领导姜珩参加。",
        {"程越 hosts 座谈会", "程越 speaksAt 座谈会", "姜珩 participatesIn 座谈会"},
    ),
    # units whose heads met hold nothing
    (
        "11月3日，青岭县副县长程越、县教育局局长姜珩，以及青岭县教育局、青岭县财政局负责人，在星帆集团举行推进会。",
        {"程越 participatesIn 推进会", "姜珩 participatesIn 推进会"},
    ),
    # who keeps a site
    ("11月3日，云岭论坛在青岭市举行。\n主办：青岭县人民政府 承办：青岭县政府办公室 您是第 位访客", set()),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_who_was_there(text: str, expected: set[str]) -> None:
    assert triples(facts(text), ("hosts", "speaksAt", "participatesIn", "organizes")) == expected


WHERE: list[tuple[str, list[str]]] = [
    (
        "11月3日，岭河市和平区到青岭县开展东西部协作工作，并召开座谈会。和平区委书记程越出席会议。",
        ["座谈会 | 2025-11-03 | 青岭县"],
    ),
    (
        "11月3日，青岭市委教育工作领导小组召开第五次会议，市委书记程越主持会议。",
        ["青岭市委教育工作领导小组第五次会议 | 2025-11-03"],
    ),
    ("11月3日，青岭市召开第五次会议，市委书记程越主持会议。", ["第五次会议 | 2025-11-03"]),
]


@pytest.mark.parametrize(("text", "events"), WHERE)
def test_where_it_was(text: str, events: list[str]) -> None:
    assert [occurrence(o) for o in facts(text, "2025-12-30").occurrences] == events
