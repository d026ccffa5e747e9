"""Press conferences: their names, who holds them, who speaks there, who speaks under a label."""

import pytest

from tests.reader import facts, occurrence, triples

# text, events: name | day | place; who holds, chairs, speaks
PRESS: list[tuple[str, list[str], set[str]]] = [
    # the press conference bears the name of what it announces, and what is said is said there
    (
        "4月18日上午，云川省政府新闻办召开新闻发布会，宣布第三届云川茶叶博览会将于5月6日在青岭市开幕。云川省商务厅副厅长程越介绍有关情况。",
        ["第三届云川茶叶博览会 | 2025-05-06 | 青岭市", "第三届云川茶叶博览会新闻发布会 | 2025-04-18"],
        {"云川省政府新闻办 organizes 第三届云川茶叶博览会新闻发布会", "程越 speaksAt 第三届云川茶叶博览会新闻发布会"},
    ),
    (
        "5月6日，以“全民健身、冰雪同行”为主题的第二届云川冰雪季系列活动启动仪式将在青岭滑雪场举行。这是记者从福建省政府新闻办4月28日举办的新闻发布会上了解到的。云川省体育局局长程越出席发布会。\n姜珩表示，今年全省开放雪场22个。",
        [
            "第二届云川冰雪季系列活动启动仪式 | 2025-05-06 | 青岭滑雪场 | 全民健身、冰雪同行",
            "第二届云川冰雪季新闻发布会 | 2025-04-28",
        ],
        {
            "福建省政府新闻办 organizes 第二届云川冰雪季新闻发布会",
            "程越 participatesIn 第二届云川冰雪季新闻发布会",
            "姜珩 speaksAt 第二届云川冰雪季新闻发布会",
        },
    ),
    (
        "云川省第二届技能大赛将于5月26日至30日在青岭市举办，记者28日从该大赛新闻发布会上获悉，报名参赛的已有2568人。\n云川省人社厅副厅长程越表示，大赛为技能人才搭建了平台。",
        ["云川省第二届技能大赛 | 2025-05-26 | 青岭市", "云川省第二届技能大赛新闻发布会 | 2025-04-28"],
        {"程越 speaksAt 云川省第二届技能大赛新闻发布会"},
    ),
    # a named one is the event that the page reports, before what it announces; who holds that is said of that
    (
        "云川省第二届运动会5月8日将在青岭市开幕。4月27日上午，云川省政府新闻办公室召开云川省第二届运动会新闻发布会。\n运动会由云川省体育局主办。\n程越副省长在会上说，筹备工作已经就绪。",
        ["云川省第二届运动会 | 2025-05-08 | 青岭市", "云川省第二届运动会新闻发布会 | 2025-04-27"],
        {
            "云川省政府新闻办公室 organizes 云川省第二届运动会新闻发布会",
            "云川省体育局 organizes 云川省第二届运动会",
            "程越 speaksAt 云川省第二届运动会新闻发布会",
        },
    ),
    # what took place before the press conference is not what it is on
    (
        "4月8日，第三届云川茶叶博览会在青岭市闭幕。4月18日，云川省教育厅召开新闻发布会，介绍中考改革情况。",
        ["第三届云川茶叶博览会 | 2025-04-08 | 青岭市"],
        set(),
    ),
    # a committee that bears the name of what it tells of, however far
    (
        "4月18日，首届云川茶叶博览会组委会举行新闻发布会。云川省商务厅副厅长程越出席。会上介绍了筹备情况。博览会设有展区。首届云川茶叶博览会将于5月6日在青岭市开幕。",
        ["首届云川茶叶博览会 | 2025-05-06 | 青岭市", "首届云川茶叶博览会新闻发布会 | 2025-04-18"],
        {
            "程越 participatesIn 首届云川茶叶博览会新闻发布会",
            "云川茶叶博览会组委会 organizes 首届云川茶叶博览会新闻发布会",
        },
    ),
    (
        "记者今天从福建省政府新闻办举行的新闻发布会上获悉，首届云川茶叶博览会将于5月6日在青岭市开幕。",
        ["首届云川茶叶博览会 | 2025-05-06 | 青岭市", "首届云川茶叶博览会新闻发布会 | 2025-04-30"],
        {"福建省政府新闻办 organizes 首届云川茶叶博览会新闻发布会"},
    ),
    (
        "云川教育改革新闻发布会4月17日在青岭市举行。\n主持人 云川省教育厅新闻发言人 程越\n"
        "出席人员 云川省教育厅副厅长姜珩，青岭市教育局局长卓凡\n程越：各位记者朋友，上午好！",
        ["云川教育改革新闻发布会 | 2025-04-17 | 青岭市"],
        {
            "程越 hosts 云川教育改革新闻发布会",
            "姜珩 participatesIn 云川教育改革新闻发布会",
            "卓凡 participatesIn 云川教育改革新闻发布会",
        },
    ),
    (
        "福建省教育厅第3次新闻通气会\n时 间 2025年2月22日9:30\n地 点 福州市北楼大会议室\n"
        "主持人 福建省教育厅新闻发言人 程越\n程越：各位记者朋友，上午好！",
        ["福建省教育厅第3次新闻通气会 | 2025-02-22 | 福州市北楼大会议室"],
        {"程越 hosts 福建省教育厅第3次新闻通气会", "福建省教育厅 organizes 福建省教育厅第3次新闻通气会"},
    ),
    (
        "福建省教育厅第3次新闻通气会\n时间：2025-02-22 来源：福建日报\n程越厅长介绍有关情况。",
        ["福建省教育厅第3次新闻通气会"],
        {"福建省教育厅 organizes 福建省教育厅第3次新闻通气会"},
    ),
    # on what else it may be
    (
        "4月18日，云川省教育厅召开新闻发布会，介绍中考改革情况。改革分三步走。程越厅长答问。第三届云川茶叶博览会将于5月6日在青岭市开幕。",
        ["第三届云川茶叶博览会 | 2025-05-06 | 青岭市"],
        set(),
    ),
    (
        "4月18日，云川省卫健委举行新闻发布会，通报流感情况。第三届云川茶叶博览会将于5月6日在青岭市开幕。",
        ["第三届云川茶叶博览会 | 2025-05-06 | 青岭市"],
        set(),
    ),
    # a plan that a page of something else tells of makes no press conference
    (
        "4月18日，云川省教育工作会议在青岭市召开。程越厅长讲话。第三届云川茶叶博览会将于5月6日举行。",
        ["云川省教育工作会议 | 2025-04-18 | 青岭市", "第三届云川茶叶博览会 | 2025-05-06"],
        {"程越 speaksAt 云川省教育工作会议"},
    ),
    # lines with a label
    (
        "云川教育改革新闻发布会4月17日在青岭市举行。\n主持人：云川省委宣传部副处长 程越\n"
        "全省教育取得新进展。\n新闻发言人：云川省教育厅副厅长 姜珩\n一是优先发展。",
        ["云川教育改革新闻发布会 | 2025-04-17 | 青岭市"],
        {"程越 hosts 云川教育改革新闻发布会", "姜珩 speaksAt 云川教育改革新闻发布会"},
    ),
    (
        "云川教育改革新闻发布会4月17日在青岭市举行。\n云川省委宣传部副处长程越：\n女士们、先生们，上午好！\n云川日报记者姜珩：请介绍有关情况。\n云川省教育厅副厅长卓凡：谢谢您的提问。",
        ["云川教育改革新闻发布会 | 2025-04-17 | 青岭市"],
        {"程越 speaksAt 云川教育改革新闻发布会", "卓凡 speaksAt 云川教育改革新闻发布会"},
    ),
    (
        "云川乡村教育论坛4月17日在青岭市举行。\n主讲人：云川大学教授程越、云川师范大学教授姜珩\n论坛吸引百余人。",
        ["云川乡村教育论坛 | 2025-04-17 | 青岭市"],
        {"程越 speaksAt 云川乡村教育论坛", "姜珩 speaksAt 云川乡村教育论坛"},
    ),
    # whom the one in the chair addresses is not in the chair, and an interview is no event
    (
        "云川乡村教育论坛4月17日在青岭市举行。\n主持人：欢迎云川大学校长程越来到直播间。\n大家好。",
        ["云川乡村教育论坛 | 2025-04-17 | 青岭市"],
        set(),
    ),
    ("主持人：云川省教育厅厅长程越\n大家好，今天谈谈中考改革。", [], set()),
    # a colon that brings words in an interview beside a meeting
    (
        "云川乡村教育论坛4月17日在青岭市举行。\n云川大学校长程越：我们将扎根乡村。",
        ["云川乡村教育论坛 | 2025-04-17 | 青岭市"],
        set(),
    ),
    # brought word for word, under a title that quotes what it is on; those present one a line
    (
        "云川省政府新闻办“第三届云川茶叶博览会”新闻发布会图文实录\n大家上午好！欢迎出席由云川省人民政府新闻办公室举办的新闻发布会。"
        "第三届云川茶叶博览会将于5月6日在青岭市开幕，博览会由云川省农业厅主办。"
        "今天，我们齐聚博览会的主会场青岭县举行新闻发布会。我是云川省政府新闻办副主任程越，今天的发布会由我主持。"
        "首先介绍出席今天发布会的各位嘉宾，他们是："
        "\n云川省农业厅副厅长 姜珩先生；\n青岭市副市长 卓凡女士。\n下面请姜珩副厅长介绍情况。",
        [
            "第三届云川茶叶博览会 | 2025-05-06 | 青岭市",
            "“第三届云川茶叶博览会”新闻发布会 | 2025-04-30 | 青岭县",
        ],
        {
            "云川省人民政府新闻办公室 organizes “第三届云川茶叶博览会”新闻发布会",
            "云川省农业厅 organizes 第三届云川茶叶博览会",
            "程越 hosts “第三届云川茶叶博览会”新闻发布会",
            "姜珩 participatesIn “第三届云川茶叶博览会”新闻发布会",
            "卓凡 participatesIn “第三届云川茶叶博览会”新闻发布会",
            "姜珩 speaksAt “第三届云川茶叶博览会”新闻发布会",
        },
    ),
    (
        "各位记者，我是今天的主持人、云川省教育厅办公室主任程越，欢迎参加4月28日的新闻发布会。",
        [],
        set(),
    ),
    (
        "4月18日，云川省教育大会在福州召开。我是一名教师，程越来过，会议由我主持。参加会议的学生是：\n程越回来了。",
        ["云川省教育大会 | 2025-04-18 | 福州市"],
        set(),
    ),
]


def test_press_pins_its_cases() -> None:
    assert len(PRESS) == 22


@pytest.mark.parametrize(("text", "events", "said"), PRESS)
def test_press_conferences(text: str, events: list[str], said: set[str]) -> None:
    found = facts(text, "2025-04-30")
    assert [occurrence(o) for o in found.occurrences] == events
    assert triples(found, ("organizes", "hosts", "speaksAt", "participatesIn")) == said


# text → what is part of what, and where
PARTS: list[tuple[str, set[str]]] = [
    (
        "4月18日，首届云川民歌节在青岭市开幕。民歌节由四个部分组成，除论坛外，还有“山水之声”系列活动（江口县）、“水乡欢歌”民歌展演（太和市）、民歌书画展（云岭县）。",
        {
            "“山水之声”系列活动 partOf 首届云川民歌节",
            "“水乡欢歌”民歌展演 partOf 首届云川民歌节",
            "民歌书画展 partOf 首届云川民歌节",
            "“山水之声”系列活动 locatedIn 江口县",
            "“水乡欢歌”民歌展演 locatedIn 太和市",
            "民歌书画展 locatedIn 云岭县",
            "首届云川民歌节 locatedIn 青岭市",
        },
    ),
    (
        "5月22日，第三届滇台教育论坛在桂林举行。\n23日上午，开幕式在云岭学院大门广场举行。",
        {
            "第三届滇台教育论坛 locatedIn 桂林市",
            "第三届滇台教育论坛开幕式 locatedIn 云岭学院大门广场",
            "第三届滇台教育论坛开幕式 partOf 第三届滇台教育论坛",
        },
    ),
    # brackets that say who, how many, or where one thing is
    (
        "4月18日，首届云川民歌节在桂林开幕。民歌节包括“山水之声”民歌展演（专业组）、“水乡欢歌”民歌展演（少儿组）、颁奖典礼。",
        {"首届云川民歌节 locatedIn 桂林市"},
    ),
    (
        "4月18日，首届云川民歌节在桂林开幕。主会场设在博物馆，包括“甲乙”民歌展演（桂林市）。",
        {"首届云川民歌节 locatedIn 桂林市"},
    ),
]


def test_parts_pin_their_cases() -> None:
    assert len(PARTS) == 4


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_parts_of_an_event(text: str, expected: set[str]) -> None:
    assert triples(facts(text, "2025-05-30"), ("partOf", "locatedIn")) == expected
