"""What is said or takes place elsewhere than at a page's event: in talks, to reporters, in other reports or years."""

import pytest

from tests.reader import facts, occurrence, triples

_FORUM = "4月18日，第三届云岭论坛在青岭市举行。"

SPEAKERS: list[tuple[str, set[str]]] = [
    # a digest, and a page of which a later part alone tells of the event
    (
        "国内快讯\n第三届云岭论坛举行\n"
        + _FORUM
        + "市长程越表示，论坛将推动合作。\n岭河景气指数下滑\n16日，指数再度下滑。研究所所长姜珩表示，形势不佳。",
        {"程越 speaksAt 第三届云岭论坛"},
    ),
    (
        "岭河多地遭遇暴雨\n17日，岭河多地遭遇暴雨，道路中断。\n岭河人士批评救援 青岭称不干涉\n"
        "岭河市市长姜珩17日表示，救援仍在继续。\n"
        "学者呼吁加强岭河合作\n岭河问题云岭联络委员会会议17日在青岭市举行。",
        set(),
    ),
    # headings within one report
    (
        "第三届云岭论坛举行\n" + _FORUM + "\n专家说\n研究所所长姜珩表示，形势不佳。",
        {"姜珩 speaksAt 第三届云岭论坛"},
    ),
    # talks, on a page of talks and before words in the same paragraph
    (
        "程越会见岭河市市长\n4月19日，青岭市市长程越会见岭河市市长姜珩。\n姜珩祝贺第三届云岭论坛成功举行，表示愿加强合作。",
        set(),
    ),
    (
        _FORUM + "市长程越致辞。与会期间，程越会见了研究所所长姜珩。姜珩表示，愿加强合作。",
        {"程越 speaksAt 第三届云岭论坛"},
    ),
    (
        "程越会见客商并出席第三届云岭论坛\n" + _FORUM + "市长程越表示，愿加强合作。",
        {"程越 speaksAt 第三届云岭论坛"},
    ),
    # on a visit to somebody, at an event that is only spoken of
    (
        _FORUM + "市长程越致辞。随后，程越赴星帆集团参观。董事长姜珩表示，愿加强合作。",
        {"程越 speaksAt 第三届云岭论坛"},
    ),
    # to reporters, also later; at a drill; by those who are only named
    (_FORUM + "\n市长程越向随行记者介绍有关情况。\n程越说，合作前景广阔。", set()),
    ("4月18日，联合救援演练在青岭市举行。新闻发言人程越表示，这是一次检验。", set()),
    (_FORUM + "局长姜珩转达程越市长对大家的诚挚问候和热烈欢迎。", set()),
    (
        _FORUM + "论坛由市长程越主持。\n编写法典是以程越同志为核心的党中央作出的重大法治建设部署。",
        set(),
    ),
    (_FORUM + "嘉宾认为，前景广阔。程越主席指出，要加强合作。", set()),
    (_FORUM + "工会主席程越指出，要加强合作。", {"程越 speaksAt 第三届云岭论坛"}),
    # in another year
    (_FORUM + "\n2013年，市长程越在云岭大学演讲时提出合作倡议。", set()),
    (_FORUM + "\n2013年起步的项目由市长程越作了介绍。", {"程越 speaksAt 第三届云岭论坛"}),
]


@pytest.mark.parametrize(("text", "expected"), SPEAKERS)
def test_speakers(text: str, expected: set[str]) -> None:
    assert triples(facts(text, "2025-04-20"), ("speaksAt",)) == expected


# text, events: name | day | place; published 2025-04-20
EVENTS: list[tuple[str, list[str]]] = [
    # days of what somebody says, months, years, days ahead
    ("4月19日，程越市长强调，第三届云岭论坛成功召开，意义重大。", ["第三届云岭论坛"]),
    ("4月19日，市长程越宣布，第三届云岭论坛开幕。", ["第三届云岭论坛 | 2025-04-19"]),
    ("4月19日，市长程越在青岭调研。第三届云岭论坛即将召开。", ["第三届云岭论坛"]),
    ("2023年6月，市长程越主持召开云岭发展座谈会，作出部署。", ["云岭发展座谈会 | 2023-06"]),
    ("2010年，首届云岭论坛在青岭市举办。", ["首届云岭论坛 | 2010 | 青岭市"]),
    ("2023年以来，首届云岭论坛在青岭市举办。", ["首届云岭论坛 |  | 青岭市"]),
    ("会议决定，第四届云岭论坛5月6日至8日在青岭市举行。", ["第四届云岭论坛 | 2025-05-06 | 青岭市"]),
    (
        "会议决定，第四届云岭论坛于2025年5月6日在青岭市召开。\n云岭学会19日上午在青岭宾馆举行云岭发展座谈会。",
        ["第四届云岭论坛 | 2025-05-06 | 青岭市", "云岭发展座谈会 | 2025-04-19 | 青岭宾馆"],
    ),
    # what is wanted or given up; two things in one title
    ("4月19日，市长程越指出，要推动第三届云岭论坛取得成功。", []),
    ("第三届云岭论坛取得圆满成功。", ["第三届云岭论坛"]),
    ("市长程越说，可能放弃在青岭市举办云岭运动会开幕式。", []),
    (
        "程越主持召开云岭学会第五次会长会议 决定云岭学会第三次代表大会5月6日举行\n"
        "云岭学会第五次会长会议4月18日在青岭市举行。"
        "会议决定，云岭学会第三次代表大会5月6日在岭河市举行。",
        ["云岭学会第五次会长会议 | 2025-04-18 | 青岭市", "云岭学会第三次代表大会 | 2025-05-06 | 岭河市"],
    ),
    # no places: a season, those who hold it, a song, where somebody only lands
    ("在去年底召开的云岭发展座谈会上，程越市长作出部署。", ["云岭发展座谈会"]),
    ("今年将在农历秋分举办第三届云岭丰收节。", ["第三届云岭丰收节"]),
    ("4月18日，在由云岭三地联合举办的云岭招商大会上，项目签约。", ["云岭招商大会 | 2025-04-18"]),
    ("4月18日，在人民银行、工商联等部门联合召开的云岭推进会上，代表发言。", ["云岭推进会 | 2025-04-18"]),
    ("4月18日，第三届云岭论坛在童声合唱《家乡》中拉开序幕。", ["第三届云岭论坛 | 2025-04-18"]),
    ("4月18日，市长程越乘机抵达丽江国际机场，出席第三届云岭论坛。", ["第三届云岭论坛"]),
    ("会谈前，程越在青岭会堂北厅为来宾举行欢迎仪式。", ["欢迎仪式 |  | 青岭会堂北厅"]),
    ("4月18日，程越市长来到黄河青岭段考察并主持召开专题座谈会。", ["专题座谈会 | 2025-04-18 | 黄河青岭段"]),
    ("第134届云交会将于5月15日在福州市分三期举办。", ["第134届云交会 | 2025-05-15 | 福州市"]),
    ("4月18日，新年茶话会在全国政协礼堂举行。", ["新年茶话会 | 2025-04-18 | 全国政协礼堂"]),
    (
        "十四届全国青联常委会第八次会议在京举行 审议工作报告稿 为召开十四届全国青联二次会议作准备\n"
        "十四届全国青联常委会第八次会议18日在福州市举行。",
        ["十四届全国青联常委会第八次会议 | 2025-04-18 | 福州市"],
    ),
    # a month beside the day of something else; a day behind 期; from a day on; a press conference on what comes
    ("4月18日，学会开会，决定今年5月在福州市召开第九次云岭年会。", ["第九次云岭年会 | 2025-05 | 福州市"]),
    ("今年3月举行的第九次云岭年会上，程越市长致辞。", ["第九次云岭年会 | 2025-03"]),
    ("青岭城铁一期18日举行开通运营仪式。", ["开通运营仪式 | 2025-04-18"]),
    ("为期三天的青岭团长大会18日起在福州市举行。", ["青岭团长大会 | 2025-04-18 | 福州市"]),
    # under way at a place
    ("第三届云岭博览会正在福州市举行。", ["第三届云岭博览会 |  | 福州市"]),
]


@pytest.mark.parametrize(("text", "expected"), EVENTS)
def test_events(text: str, expected: list[str]) -> None:
    assert [occurrence(o) for o in facts(text, "2025-04-20").occurrences] == expected


THERE: list[tuple[str, set[str]]] = [
    (_FORUM + "大会开始前，程越市长会见了嘉宾代表。姜珩局长等参加。", set()),
    (_FORUM + "程越市长致辞。姜珩局长等参加。", {"姜珩 participatesIn 第三届云岭论坛"}),
    ("会谈前，程越市长在青岭会堂举行欢迎仪式。\n教育部部长姜珩参加会谈。", set()),
    ("市长程越表示，今年3月举行的云岭青岭峰会达成了共识。\n局长姜珩、卓凡出席。", set()),
    ("4月18日，第三届云岭论坛在青岭会堂举行。乌军袭击了俄军多处阵地。", set()),
]


@pytest.mark.parametrize(("text", "expected"), THERE)
def test_there(text: str, expected: set[str]) -> None:
    assert triples(facts(text, "2025-04-20"), ("participatesIn", "partOf")) == expected
