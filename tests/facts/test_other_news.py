"""Further constructions of reports: what stands below 相关新闻, datelines, members of rank, plans that share a word."""

import pytest

from kg.model import Kind
from tests.reader import facts, names, occurrence, posts, triples

MAIN = (
    "云岭大学召开年会\n\n12月23日，云岭大学年会在云岭大学举行，校长程越致辞。"
    "会议总结了全年工作，部署了明年的任务，与会代表进行了讨论。\n\n"
)
BELOW = (
    "9月20日，青岭市第三季度工业项目集中开工、投产、签约活动举行，签约项目27个，合同金额120亿元；开工项目21个，总投资107.5亿元。"
    "青岭市委书记林文远到场并讲话，他希望企业加快建设。"
)
HELD: list[tuple[str, list[str]]] = [
    # a paragraph of its own below 相关报道
    (
        f"{MAIN}相关报道\n{BELOW}",
        ["云岭大学年会 | --12-23 | 云岭大学", "青岭市第三季度工业项目集中开工、投产、签约活动 | --09-20"],
    ),
    (
        "国际在线重庆频道消息 （张三 李四）职业教育服务国际产能合作论坛5月12日在成都举行。",
        ["职业教育服务国际产能合作论坛 | --05-12 | 成都市"],
    ),
    ("教育论坛此前于11月28日举行。第三届云南省教育论坛此前于11月28日举行。", ["第三届云南省教育论坛 | --11-28"]),
    ("2020年3月9日，荣昌区春季重点工业项目集中开工活动也曾举行。", ["荣昌区春季重点工业项目集中开工活动 | 2020-03-09"]),
    (
        "云岭·江海汽车职业教育联盟5月22日在德州成立。德州市副市长程越出席成立仪式。",
        ["云岭·江海汽车职业教育联盟成立仪式 | --05-22 | 德州市"],
    ),
    ("随后召开的第一届理事会第一次会议由高校的校长组成理事会。", ["第一届理事会第一次会议"]),
]
POSTS: list[tuple[str, set[str]]] = [
    (
        "福建船政学院 > 学院要闻\n共同体在我院揭牌\n6月2日，大会在我院举行。\n"
        "宁夏职业学院校长程越、我院院长林文远致辞。\n学院副院长李芳介绍了章程。",
        {"程越 校长 宁夏职业学院", "林文远 院长 福建船政学院", "李芳 副院长 福建船政学院"},
    ),
    (
        "国家开放大学书画研究院副院长程越、社会教育部部长李芳出席。",
        {"程越 副院长 国家开放大学书画研究院", "李芳 部长 国家开放大学社会教育部"},
    ),
    ("中共青岭市委副书记张雄正致辞。", {"张雄正 副书记 中共青岭市委"}),
    ("兴国县委书记李贱贵同星帆集团董事程越会谈。", {"李贱贵 书记 兴国县委", "程越 董事 星帆集团"}),
    (
        "来到第七一三研究所。七一三所所长程越到场。",
        {"程越 所长 第七一三研究所"},
    ),
    (
        "远新技术服务（广东）有限公司交通事业部总经理程越出席。",
        {"程越 总经理 远新技术服务（广东）有限公司交通事业部"},
    ),
    (
        "中国职业技术教育学会副会长程越，机械工业教育发展中心主任李芳出席。",
        {"程越 副会长 中国职业技术教育学会", "李芳 主任 机械工业教育发展中心"},
    ),
    (
        "中国科学院东北地理与农业生态研究所与云岭大学签约。东北地理所所长程越出席。",
        {"程越 所长 中国科学院东北地理与农业生态研究所"},
    ),
]
TRIPLES: list[tuple[str, set[str]]] = [
    (
        "云岭职业教育联盟年会召开。联盟理事长单位云岭学院、江海学院承办。",
        {"云岭学院 memberOf 云岭职业教育联盟", "江海学院 memberOf 云岭职业教育联盟"},
    ),
    (
        "云岭大学、江海大学分别对口支援丽江一中、大理一中。",
        {"云岭大学 cooperatesWith 丽江一中", "江海大学 cooperatesWith 大理一中"},
    ),
    (
        "程越代表江海市教育工委、江海市教育局对两校签署合作框架协议表示祝贺。",
        set(),
    ),
    (
        "云岭省教育厅与江海信托有限公司、青岭慈善总会（李某某慈善基金）签订项目合作协议。",
        {
            "云岭省教育厅 cooperatesWith 江海信托有限公司",
            "云岭省教育厅 cooperatesWith 青岭慈善总会",
            "云岭省教育厅 signsWith 江海信托有限公司",
            "云岭省教育厅 signsWith 青岭慈善总会",
        },
    ),
    (
        "《云南省教育三年行动计划》成效明显。这一计划由省委办公厅、省政府办公厅于2023年5月印发。",
        {
            "云南省委办公厅 publishes 云南省教育三年行动计划",
            "云南省政府办公厅 publishes 云南省教育三年行动计划",
        },
    ),
    (
        "由团省委与星帆集团联合举办的“四新杯”无限创意大赛高校邀请赛共有127个项目参赛。",
        {
            "团省委 organizes “四新杯”无限创意大赛高校邀请赛",
            "星帆集团 organizes “四新杯”无限创意大赛高校邀请赛",
        },
    ),
    (
        "其中，丽江市30余名干部挂联学校；玉溪市构建工作体系，实施“青苗先锋”工程。",
        {"玉溪市 implements “青苗先锋”工程"},
    ),
    (
        "云岭研究院、江海研究院的院长到会。会上，两家研究院签下战略合作协议。",
        {"云岭研究院 cooperatesWith 江海研究院", "云岭研究院 signsWith 江海研究院"},
    ),
]
PROGRAMS: list[tuple[str, list[str]]] = [
    (
        "将重点实施一流大学和一流学科建设、高水平应用型高校建设、研究生教育扩容提质三项计划。",
        ["一流大学和一流学科建设计划", "高水平应用型高校建设计划", "研究生教育扩容提质计划"],
    ),
    (
        "教育部办公厅印发《关于组织实施部属高校县中托管帮扶项目的通知》。部属高校县中托管帮扶项目全面启动。",
        ["部属高校县中托管帮扶项目"],
    ),
    (
        "启动国家乡村振兴重点帮扶县教育人才“组团式”帮扶工作。",
        ["国家乡村振兴重点帮扶县教育人才“组团式”帮扶"],
    ),
]
BODIES: list[tuple[str, list[str]]] = [
    ("均为“双一流”普通高等学校，“1+X”考核管理中心落地，“上好大学”的机会更多。", []),
    ("了解铜仁市山村幼儿园建设情况。参观了临汾市博物馆等处。", ["临汾市博物馆"]),
    ("启动仪式在雄县电大举行。该省用电大户参加。", ["雄县电大"]),
    (
        "川渝应用型高校产教融合联盟相聚宜宾。成渝地区双城经济圈应用型高校产教融合联盟召开会议。",
        ["成渝地区双城经济圈应用型高校产教融合联盟"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), HELD)
def test_events(text: str, expected: list[str]) -> None:
    assert [occurrence(o) for o in facts(text).occurrences] == expected


@pytest.mark.parametrize(("text", "expected"), POSTS)
def test_posts(text: str, expected: set[str]) -> None:
    assert posts(facts(text)) == expected


@pytest.mark.parametrize(("text", "expected"), TRIPLES)
def test_triples(text: str, expected: set[str]) -> None:
    kinds = ("memberOf", "cooperatesWith", "signsWith", "publishes", "organizes", "implements")
    found = triples(facts(text), kinds)
    assert found - {t for t in found if "2023年" in t or t.endswith("年会")} == expected


@pytest.mark.parametrize(("text", "expected"), PROGRAMS)
def test_programs(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.PROGRAM) == expected


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_bodies(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.ORGANIZATION) == expected


def test_who_is_there_of_other_news() -> None:
    """Whoever a page names below 相关新闻 is not at the event that it reports."""
    found = facts(f"{MAIN}相关新闻：2023年3月10日，青岭市政协常委林文远到江海学院交流，并出席座谈会。", None)
    assert triples(found, ("participatesIn", "speaksAt")) == {"程越 speaksAt 云岭大学年会"}


def test_those_who_spoke_are_named_behind() -> None:
    found = facts(
        "4月9日，云岭论坛启动仪式举行。代表也在启动仪式上发言，他们是青岛电子学校毕业生林知远、青岭学校毕业生李芳。"
    )
    assert triples(found, ("speaksAt",)) == {f"{p} speaksAt 云岭论坛启动仪式" for p in ("林知远", "李芳")}
