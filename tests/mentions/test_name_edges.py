"""Names whose last character is also a word or begins one, and bodies behind names and prepositions."""

import pytest

from kg.model import Kind
from tests.reader import facts, names

PERSONS: list[tuple[str, list[str]]] = [
    ("大会由云岭学院党委副书记李克让主持。", ["李克让"]),
    ("校长李明让大家发言。", ["李明"]),
    ("云岭中学校长李培明说，学校要办好。", ["李培明"]),
    ("云岭中学校长李培明说明了情况。", ["李培明"]),
    ("主任江学文称：“这是好事。”", ["江学文"]),
    ("陈永正书记指出，要抓好落实。王洪正代表学校致辞。", ["陈永正", "王洪正"]),
    ("学院正教授程越到会。", ["程越"]),
    # 4 characters that begin like a wife's and a husband's surname, and end like a body
    ("校长程越、姚素心分别代表江南大学和江南公司致辞。", ["程越", "姚素心"]),
    # who comes to a post behind what is made known
    ("会上宣布段培永任云岭大学党委副书记、校长。", ["段培永"]),
    ("省委决定刘志任云岭大学党委书记。", ["刘志"]),
    ("他曾担任云岭大学党委书记，学校明确责任到校长。", []),
    ("段培永1968年5月生，历任云岭大学校长、书记。", ["段培永"]),
    # what opens a list of names is one, where no dictionary has it
    ("来此执教的有夏丏尊、朱自清、丰子恺。\n夏丏尊、朱自清、丰子恺执教。", ["夏丏尊", "朱自清", "丰子恺"]),
    ("白菜花、朱自清、丰子恺，方案类、朱自清、丰子恺。", ["朱自清", "丰子恺"]),
    ("部门联动齐发力，卫健等部门要做好服务。", []),
    ("今年1968年出生的人退休，温室1999年生产蔬菜。", []),
    ("新闻处陈星主持发布会。此前陈星曾先后担任新闻处处长。", ["陈星"]),
]

BODIES: list[tuple[str, list[str]]] = [
    ("会上宣布：吴志文同志任知行学院党委书记。", ["知行学院"]),
    ("会上宣布段培永任云岭大学党委副书记、校长。", ["云岭大学"]),
    ("高校不多，连齐鲁师范学院在内只有三所。", ["齐鲁师范学院"]),
    ("今年，连江县医院也启用了。", ["连江县医院"]),
    ("分别代表江南大学和江南公司致辞。", ["江南大学", "江南公司"]),
    # 和|县委 behind a name, and the county of 和县
    ("县领导周应忠和县委书记李明参加。", ["县委"]),
    ("安徽省和县县委书记李明到会。", ["安徽省和县县委"]),
    # what is planned, and cadres, are no bodies
    ("革命家经亨颐等续办中学，江海中等职业学校成立。", ["江海中等职业学校"]),
    # 纪委 in the title of a post is no body of the district named before
    (
        "亭湖区教育局党委委员程越、学校党委委员、纪委书记姚素心出席，亭湖区纪委书记裴若谷讲话。",
        ["亭湖区教育局", "亭湖区纪委"],
    ),
    ("亭湖区教育局党委委员程越、学校党委委员、纪委书记姚素心出席。", ["亭湖区教育局"]),
    ("要合理规划幼儿园布局，新建改建小学。", []),
    ("青岭市民政局和公安局公布了学校布局。", ["青岭市民政局", "公安局"]),
    ("援疆挂职干部领队程越、省科协老干部处处长姚素心到会。", ["省科协", "省科协老干部处"]),
    # the party of a province, which the page names
    ("会议由民进安徽省委会主办，民进省委会主委程越讲话。", ["民进安徽省委会"]),
    # hospitals of universities by their number
    (
        "江海医科大学附属第一医院揭牌，附一医院与江医大附一院是一家，附二医院不是。",
        ["江海医科大学", "江海医科大学附属第一医院", "附二医院"],
    ),
    ("青岭联合体指导委员会成立，市教育局指导江海大学办学。", ["青岭联合体指导委员会", "市教育局", "江海大学"]),
    # a department of a university is part of it
    ("程越毕业于上海交通大学自动化系。", ["上海交通大学", "上海交通大学自动化系"]),
    ("4月9日，国务院安委办协调应急管理部召开会议。", ["国务院安委办", "应急管理部"]),
    ("4月9日，国务院安委办协调处召开会议。", ["国务院安委办", "国务院安委办协调处"]),
    ("联盟推举云岭大学党委书记程越为理事长，票选青禾学院为成员。", ["云岭大学", "青禾学院"]),
    ("4月9日，云岭省系列发布会省教育厅专场举行。", ["省教育厅"]),
    ("完美（中国）公司捐资兴建小学，青禾（中国）有限公司参加。", ["青禾（中国）有限公司"]),
]

DOCUMENTS: list[tuple[str, list[str]]] = [
    # with and without the years, or 试行, at its end
    (
        "《江海教育发展报告》印发。《江海教育发展报告（2006—2015）》在论坛上发布。",
        ["江海教育发展报告（2006—2015）"],
    ),
    ("《江海用水办法（试行）》印发，《江海用水办法》提出要求。", ["江海用水办法（试行）"]),
    (
        "《江海教育规划（2010-2020年）》和《江海教育规划（2021年版）》印发，《江海教育规划》提出要求。",
        ["江海教育规划（2010-2020年）", "江海教育规划（2021年版）", "江海教育规划"],
    ),
    ("青岭科技城管委会与江海学院产教融合战略合作协议签约仪式举行。", ["产教融合战略合作协议"]),
    ("江海学院与青岭科技城管委会产教融合战略合作协议签约仪式举行。", ["产教融合战略合作协议"]),
    ("江海学院与市发改委产教融合战略合作协议签约仪式举行。", ["产教融合战略合作协议"]),
]


@pytest.mark.parametrize(("text", "expected"), DOCUMENTS)
def test_documents(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.DOCUMENT) == expected


@pytest.mark.parametrize(("text", "expected"), PERSONS)
def test_persons(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.PERSON) == expected


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_bodies(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.ORGANIZATION) == expected
