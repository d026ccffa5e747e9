"""What reports of meetings, founders and schools say in words of their own."""

import pytest

from kg.model import Kind
from tests.reader import facts, names, occurrence, posts, triples

POSTS: list[tuple[str, set[str]]] = [
    # a street's organs, each of the street named before
    (
        "参加的有江海新区青岭街道党工委书记曾勇，党工委副书记、办事处主任程越，党工委委员、人大工委副主任李芳。",
        {
            "曾勇 书记 江海新区青岭街道党工委",
            "程越 党工委副书记 江海新区青岭街道党工委",
            "程越 主任 江海新区青岭街道办事处",
            "李芳 党工委委员 江海新区青岭街道党工委",
            "李芳 副主任 江海新区青岭街道人大工委",
        },
    ),
    ("主持人为广元市委副书记、市长程越。", {"程越 副书记 广元市委", "程越 市长 广元市人民政府"}),
    (
        "南岸区区长、重庆经开区党工委副书记（兼）周涛作推介。",
        {"周涛 区长 南岸区人民政府", "周涛 副书记 重庆经开区党工委"},
    ),
    # who is given a post, and each of a list
    (
        "成立山东省产教融合工作领导小组。组长由省委书记程越，教育部部长林文远，省长李芳担任。",
        {
            "程越 书记 山东省委",
            "程越 组长 山东省产教融合工作领导小组",
            "林文远 部长 教育部",
            "林文远 组长 山东省产教融合工作领导小组",
            "李芳 省长 山东省人民政府",
            "李芳 组长 山东省产教融合工作领导小组",
        },
    ),
    ("芜湖市人社局局长程越，赛项监督组组长李芳出席。", {"程越 局长 芜湖市人社局", "李芳 组长 赛项监督组"}),
    ("俄罗斯工程院外籍院士程越出席。", {"程越 外籍院士 俄罗斯工程院"}),
    # the end of a committee's name
    (
        "云南省教联体建设专家指导委员会会议召开。专家指导委员会主任、云岭大学校长程越发言。",
        {"程越 主任 云南省教联体建设专家指导委员会", "程越 校长 云岭大学"},
    ),
    ("6月10日，云岭职业教育集团召开会议。职教集团理事长程越讲话。", {"程越 理事长 云岭职业教育集团"}),
    # a report is done by its reader; whoever is the first
    ("会上，联盟工作报告由云南省教师发展中心主任高云作。", {"高云 主任 云南省教师发展中心"}),
    ("北京市教委基础教育二处副处长程越第一个开讲。", {"程越 副处长 北京市教委基础教育二处"}),
    # the school of a page: the one that leads, the one whose head somebody becomes
    (
        "云岭装备职业教育集团成立 我校为理事长单位\n\n"
        "9月6日，由江海工业大学牵头组建的云岭装备职业教育集团举行成立大会。出席的有江海水利学院校长程越，"
        "青江职业学院校长林文远。会议由学校校长李芳主持。",
        {"程越 校长 江海水利学院", "林文远 校长 青江职业学院", "李芳 校长 江海工业大学"},
    ),
    (
        "我院召开干部大会 宣布院长任职决定\n\n"
        "11月4日，我院召开干部大会。我院党委书记程越出席。会上宣布，李芳同志任云岭艺术职业学院院长。",
        {"程越 党委书记 云岭艺术职业学院", "李芳 院长 云岭艺术职业学院"},
    ),
]
BODIES: list[tuple[str, list[str]]] = [
    ("青岭智能制造产教融合发展共同体成立。", ["青岭智能制造产教融合发展共同体"]),
    ("云南省第一人民医院又名青山医院，是云南最早自办的省立医院。", ["云南省第一人民医院", "青山医院"]),
    ("到会的还有省直管县（市）教育局职成教科科长。", []),
    ("各县（市）区高中等职业学校的领导到场。", []),
    ("上述研究院将参与，为全国同类共同体积累经验。", []),
    ("红军后代参加开幕式。", []),
    ("“双名计划”工作室承载着任务。", []),
    ("南乐县教育局到会。县政府办、县教育局参加。", ["南乐县教育局", "南乐县政府办"]),
    ("努力使领川江安实验学校成为高地。领川江安实验学校揭牌。", ["领川江安实验学校"]),
    (
        "接下来，实验中学、洪雅一小、育生小学、致远学校等学校的师生登台。",
        ["实验中学", "洪雅一小", "育生小学", "致远学校"],
    ),
    ("学校愿同省教育厅紧密配合。", ["省教育厅"]),
    ("西安交通大学派人到会。星帆集团同西安交大签约。", ["西安交通大学", "星帆集团"]),
    ("西安交通大学创新学院到会。星帆集团与西安交大签约。", ["西安交通大学创新学院", "星帆集团", "西安交通大学"]),
    ("“特立海航楼”启用，海航班可达到6个班。", []),
    ("成立部省共建国家职业教育创新高地领导小组。", ["部省共建国家职业教育创新高地领导小组"]),
]
TRIPLES: list[tuple[str, set[str]]] = [
    (
        "4月9日，云岭高校联盟年会召开。云岭大学校长程越公布了优秀案例名单。江海大学教务处处长李芳梳理了教学理念。",
        {"程越 speaksAt 云岭高校联盟年会", "李芳 speaksAt 云岭高校联盟年会"},
    ),
    (
        "青岭制造产教联合体成立大会举行。联合体由青岭市政府指导，云岭高铁学院（下称“高铁院”）、江海财经学院联合牵头组建。",
        {"云岭高铁学院 establishes 青岭制造产教联合体", "江海财经学院 establishes 青岭制造产教联合体"},
    ),
    (
        "云岭制造产教联合体成立。联合体的发起单位共50家，其中有云岭大学、青江学院等。",
        {"云岭大学 establishes 云岭制造产教联合体", "青江学院 establishes 云岭制造产教联合体"},
    ),
    (
        "省教育厅、省发改委、省财政厅印发《云岭省建设方案》。同年6月，三部门又联合下发《关于公布建设名单的通知》。",
        {
            f"{body} publishes {document}"
            for body in ("省教育厅", "省发改委", "省财政厅")
            for document in ("云岭省建设方案", "关于公布建设名单的通知")
        },
    ),
    (
        "红安县、金寨县、新县3个县现场签订联盟协议。",
        {
            "红安县 signs 联盟协议",
            "金寨县 signs 联盟协议",
            "新县 signs 联盟协议",
            "红安县 signsWith 金寨县",
            "红安县 signsWith 新县",
            "金寨县 signsWith 新县",
        },
    ),
]
PEOPLE: list[tuple[str, list[str]]] = [
    ("旅游节在曾家山景区举行。曾家山正是旅游的缩影。", []),
    ("社区青少年宫梁家巷示范宫揭牌。", []),
    ("对接会在上海虹桥郁锦香宾馆召开。", []),
    ("慈善总会（张汉鸣慈善公益基金）出资。", []),
    ("本报讯（记者 得舟）近日获悉。", ["得舟"]),
    ("有关人员参加仪式。（记者杨莉菊吴芳）", ["杨莉菊", "吴芳"]),
    ("副校长卯辉到会。会议由卯辉主持。", ["卯辉"]),
]
PROGRAMS: list[tuple[str, list[str]]] = [
    ("以动态淘汰的办法实施湖北隆中实验室科技专项。", ["湖北隆中实验室科技专项"]),
    ("青岭中学二期项目主体已经完工。", ["青岭中学二期项目"]),
    ("这里也是云南科技创新平台的先锋队。", []),
    ("程越带领学员做“破冰”活动。", []),
    (
        "“校长国培计划”——2015年边远贫困地区农村校长助力工程云岭学院培训班开班。",
        ["校长国培计划", "边远贫困地区农村校长助力工程"],
    ),
]
DOCUMENTS: list[tuple[str, list[str]]] = [
    ("按照新修订的职业教育法，每年5月第二周为活动周。职业教育法律规定甚多。", ["职业教育法"]),
    (
        "省政府印发《云南省人民政府关于推动职业教育高质量发展的意见》。落实《关于推动职业教育高质量发展的意见》。",
        ["云南省人民政府关于推动职业教育高质量发展的意见"],
    ),
]
HELD: list[tuple[str, list[str]]] = [
    ("6月22日，云岭文化旅游走廊推进工作会又在成都召开。", ["云岭文化旅游走廊推进工作会 | --06-22 | 成都市"]),
    ("两地将轮流举办云岭特藏文献展示活动。", []),
    (
        "教育厅副厅长程越在云南省第十四届人大常委会第十六次会议上作报告。",
        ["云南省第十四届人大常委会第十六次会议"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), POSTS)
def test_posts(text: str, expected: set[str]) -> None:
    assert posts(facts(text)) == expected


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_bodies(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.ORGANIZATION) == expected


@pytest.mark.parametrize(("text", "expected"), TRIPLES)
def test_triples(text: str, expected: set[str]) -> None:
    assert triples(facts(text), ("speaksAt", "establishes", "publishes", "signs", "signsWith")) == expected


@pytest.mark.parametrize(("text", "expected"), PEOPLE)
def test_people(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.PERSON) == expected


@pytest.mark.parametrize(("text", "expected"), PROGRAMS)
def test_programs(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.PROGRAM) == expected


@pytest.mark.parametrize(("text", "expected"), DOCUMENTS)
def test_documents(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.DOCUMENT) == expected


@pytest.mark.parametrize(("text", "expected"), HELD)
def test_events(text: str, expected: list[str]) -> None:
    assert [occurrence(o) for o in facts(text).occurrences] == expected
