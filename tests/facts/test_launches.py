"""Ceremonies under the name of what they mark, and who was there."""

import pytest

from tests.reader import facts, occurrence, triples

# text, events: name | day | place; who took part or spoke: name event
CEREMONIES: list[tuple[str, list[str], set[str]]] = [
    # what was built by two sides; a meeting after it is not what people attend
    (
        "4月9日，由太行职业技术学院与云岭理工学院共建的“云岭木工坊”在丽江揭牌。副市长王强出席揭牌仪式。\n揭牌后，双方召开座谈会。",
        ["“云岭木工坊”揭牌仪式 | 2025-04-09 | 丽江市"],
        {"王强 participatesIn “云岭木工坊”揭牌仪式"},
    ),
    (
        "4月9日，“东西结对帮教”试点在大理正式启动。省教育厅副厅长王强出席启动仪式并讲话。",
        ["“东西结对帮教”试点启动仪式 | 2025-04-09 | 大理白族自治州"],
        {
            "王强 participatesIn “东西结对帮教”试点启动仪式",
            "王强 speaksAt “东西结对帮教”试点启动仪式",
        },
    ),
    # the ceremony as the text calls it
    (
        "4月9日，云岭职业技术大学正式挂牌成立。省委书记王强出席成立大会。",
        ["云岭职业技术大学成立大会 | 2025-04-09"],
        {"王强 participatesIn 云岭职业技术大学成立大会"},
    ),
    (
        "4月9日，我省首批“名匠工作室”授牌。在授牌仪式上，省教育厅厅长王强讲话。",
        ["首批“名匠工作室”授牌仪式 | 2025-04-09"],
        {"王强 speaksAt 首批“名匠工作室”授牌仪式"},
    ),
    ("近日，云岭木工坊揭牌。王强出席揭牌仪式。", ["云岭木工坊揭牌仪式"], {"王强 participatesIn 云岭木工坊揭牌仪式"}),
    # an event of its own name further on takes nobody from it
    (
        "4月9日上午，全省“书香校园”阅读行动在云岭师范学院启动。省教育厅副厅长王强出席启动仪式。\n4月10日，第二届云岭读书论坛在丽江举行。",
        ["全省“书香校园”阅读行动启动仪式 | 2025-04-09 | 云岭师范学院", "第二届云岭读书论坛 | 2025-04-10 | 丽江市"],
        {"王强 participatesIn 全省“书香校园”阅读行动启动仪式"},
    ),
    (
        "4月9日，第二届云岭读书论坛在丽江举行。论坛上，云岭读书联盟成立。王强出席成立大会。",
        ["第二届云岭读书论坛 | 2025-04-09 | 丽江市"],
        {"王强 participatesIn 第二届云岭读书论坛"},
    ),
    # who unveils what
    (
        "4月9日，王强、李敏在大理为太行大学云岭研究院揭牌。揭牌仪式由赵亮主持。",
        ["太行大学云岭研究院揭牌仪式 | 2025-04-09 | 大理白族自治州"],
        {
            "王强 participatesIn 太行大学云岭研究院揭牌仪式",
            "李敏 participatesIn 太行大学云岭研究院揭牌仪式",
        },
    ),
    (
        "4月9日，王强一行来到云岭大学，并为“太行教授工作站”揭牌。揭牌仪式上，李敏介绍了情况。",
        ["“太行教授工作站”揭牌仪式 | 2025-04-09"],
        {"李敏 speaksAt “太行教授工作站”揭牌仪式"},
    ),
    # without a ceremony there is none
    ("4月9日，云岭木工坊在丽江揭牌。工坊占地200平方米。", [], set()),
    # what is declared open
    (
        "4月9日，云岭科技馆正式对外开放。副市长王强致辞并宣布云岭科技馆开馆，副校长程越出席开馆仪式。",
        ["云岭科技馆开馆仪式 | 2025-04-09"],
        {"王强 speaksAt 云岭科技馆开馆仪式", "程越 participatesIn 云岭科技馆开馆仪式"},
    ),
    # what somebody declares begun, and who presides
    (
        "4月9日，市长王强宣布云岭河大桥工程正式开工。省交通厅厅长李大为出席开工仪式。",
        ["云岭河大桥工程开工仪式 | 2025-04-09"],
        {
            "王强 participatesIn 云岭河大桥工程开工仪式",
            "王强 speaksAt 云岭河大桥工程开工仪式",
            "李大为 participatesIn 云岭河大桥工程开工仪式",
        },
    ),
    (
        "4月9日，云岭材料所工地彩旗飞扬，市长王强宣布工程正式开工。\n副市长陈可辛为“云岭工业研究院”揭牌。\n"
        "余敏主持了云岭材料所二期工程开工典礼暨云岭工业研究院揭牌仪式。",
        ["云岭材料所二期工程开工典礼暨云岭工业研究院揭牌仪式 | 2025-04-09"],
        {
            "王强 participatesIn 云岭材料所二期工程开工典礼暨云岭工业研究院揭牌仪式",
            "王强 speaksAt 云岭材料所二期工程开工典礼暨云岭工业研究院揭牌仪式",
            "陈可辛 participatesIn 云岭材料所二期工程开工典礼暨云岭工业研究院揭牌仪式",
        },
    ),
    # an alliance that the text names before, and calls 联盟 at its 成立大会
    (
        "4月9日，由太行大学倡议发起的云岭高校联盟在太行大学成立。副省长王强出席联盟成立大会并讲话。",
        ["云岭高校联盟成立大会 | 2025-04-09 | 太行大学"],
        {"王强 speaksAt 云岭高校联盟成立大会", "王强 participatesIn 云岭高校联盟成立大会"},
    ),
    (
        "4月9日，联盟成立大会在太行大学举行。副省长王强讲话。",
        ["联盟成立大会 | 2025-04-09 | 太行大学"],
        {"王强 speaksAt 联盟成立大会"},
    ),
    (
        "4月9日，云岭医疗合作签约仪式在丽江举行。副市长王强、李敏莅临丽江参加签约活动。",
        ["云岭医疗合作签约仪式 | 2025-04-09 | 丽江市"],
        {"王强 participatesIn 云岭医疗合作签约仪式", "李敏 participatesIn 云岭医疗合作签约仪式"},
    ),
    # a ceremony at a meeting; who attends the meeting
    (
        "4月9日，云岭创新联盟成立大会在丽江召开，会议审议了章程，并举行了联盟成立仪式。副市长王强出席会议并讲话。",
        ["云岭创新联盟成立大会 | 2025-04-09 | 丽江市", "云岭创新联盟成立仪式 | 2025-04-09 | 丽江市"],
        {"王强 participatesIn 云岭创新联盟成立大会", "王强 speaksAt 云岭创新联盟成立大会"},
    ),
]


def test_ceremonies_pins_its_cases() -> None:
    assert len(CEREMONIES) == 17


@pytest.mark.parametrize(("text", "events", "there"), CEREMONIES)
def test_ceremonies_are_named_by_what_they_mark(text: str, events: list[str], there: set[str]) -> None:
    found = facts(text, "2025-04-30")
    assert [occurrence(o) for o in found.occurrences] == events
    assert triples(found, ("participatesIn", "speaksAt")) == there


def test_what_was_heard_takes_no_day_from_what_is_to_come() -> None:
    found = facts("记者9日从云岭市教育局新闻发布会上获悉，《云岭市职业教育条例》将于6月1日起施行。", "2025-04-30")
    assert [occurrence(o) for o in found.occurrences] == ["云岭市教育局新闻发布会 | 2025-04-09"]
    found = facts("记者从云岭市教育局新闻发布会上获悉，《云岭市职业教育条例》将于6月1日起施行。", "2025-04-30")
    assert [occurrence(o) for o in found.occurrences] == ["云岭市教育局新闻发布会"]


# 参加座谈 is attendance of the one meeting that the article tells of, and of none of two.
TALKS: list[tuple[str, set[str]]] = [
    (
        "4月9日，云岭大学校企合作座谈会在丽江举行。副校长赵亮参加座谈。",
        {"赵亮 participatesIn 云岭大学校企合作座谈会"},
    ),
    ("4月9日，云岭教育论坛在丽江举行。4月10日，太行集团恳谈会在大理举行。副校长赵亮参加座谈。", set()),
    ("4月9日，第五届云岭读书节在丽江举行。副校长赵亮参加座谈。", set()),
]


@pytest.mark.parametrize(("text", "there"), TALKS)
def test_talks_are_the_one_meeting_of_the_article(text: str, there: set[str]) -> None:
    assert triples(facts(text, "2025-04-30"), ("participatesIn", "speaksAt")) == there
