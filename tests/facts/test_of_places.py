"""News of counties, districts and towns themselves: their heads, their committees, their festivals and meetings."""

import pytest

from kg.model import Kind
from tests.reader import facts, names, occurrence, posts, triples

POSTS: list[tuple[str, set[str]]] = [
    (
        "西藏自治区党委常委、常务副主席程越出席会议。广西壮族自治区党委副书记卓凡到会。",
        {
            "程越 常委 西藏自治区党委",
            "程越 常务副主席 西藏自治区人民政府",
            "卓凡 副书记 广西壮族自治区党委",
        },
    ),
    (
        "西藏自治区党委副书记、自治区政协主席程越出席会议。",
        {"程越 副书记 西藏自治区党委", "程越 主席 西藏自治区政协"},
    ),
    ("青海省委宣传部部长吉狄马加到会。", {"吉狄马加 部长 青海省委宣传部"}),
    # who is of a committee for an event, beside posts under their level alone
    (
        "陕西省委副书记、省长、省第十五届运动会组委会名誉主任程越出席。",
        {
            "程越 副书记 陕西省委",
            "程越 省长 陕西省人民政府",
            "程越 名誉主任 陕西省第十五届运动会组委会",
        },
    ),
    (
        "湖南省委常委、省军区政委程越，衡阳市委常委、军分区司令员卓凡出席。",
        {"程越 常委 湖南省委", "程越 政委 湖南省军区", "卓凡 常委 衡阳市委", "卓凡 司令员 衡阳市军分区"},
    ),
    # the city of which the page is, named again and again beside its prefecture
    (
        "邳州第三届桃花节在邳州开幕，邳州市市长程越致辞，介绍邳州情况。市委书记卓凡出席，徐州市旅游局党组书记尤勉祝贺。",
        {"程越 市长 邳州市人民政府", "卓凡 书记 邳州市委", "尤勉 党组书记 徐州市旅游局"},
    ),
    (
        "滁州网讯（记者尤勉）3月10日，市政协主席程越带队赴浙江省杭州市、湖州市考察，市政协副主席卓凡参加。",
        {"程越 主席 滁州市政协", "卓凡 副主席 滁州市政协"},
    ),
    # a city of another country that bears the name of one at home, or ends like one
    (
        "开封市长程越来到韩国永川市，与永川市副市长卓凡会谈。",
        {"程越 市长 开封市人民政府", "卓凡 副市长 永川市人民政府"},
    ),
    ("坦桑尼亚阿鲁沙市市长拉萨罗·布凯尔出席。", {"拉萨罗·布凯尔 市长 坦桑尼亚阿鲁沙市"}),
    ("荆州沙市区委书记程越到会。", {"程越 书记 荆州沙市区委"}),
    # an organ of the town under the word for a town alone
    # the town that the paragraph tells of
    (
        "在白泥镇桂花村茶叶基地，镇党委副书记、镇长程越汇报情况。",
        {"程越 副书记 白泥镇党委", "程越 镇长 白泥镇人民政府"},
    ),
    ("副县长到石门乡调研，乡党委书记程越、乡长卓凡陪同。", {"程越 书记 石门乡党委", "卓凡 乡长 石门乡人民政府"}),
    ("副县长到各乡镇调研，镇党委书记程越陪同。", {"程越 书记"}),
    (
        "麦积区伯阳镇党委书记程越到会。镇政府副镇长尤勉参加。",
        {"程越 书记 麦积区伯阳镇党委", "尤勉 副镇长 麦积区伯阳镇政府"},
    ),
    (
        "红石镇党委书记程越、青岭镇党委书记尤勉到会。\n镇政府办公室主任卓凡参加。",
        {"程越 书记 红石镇党委", "尤勉 书记 青岭镇党委", "卓凡 主任 镇政府办公室"},
    ),
    # who comes here together from another city, and who leads a group of one's own there
    (
        "汉中日报讯 5月28日，四川省巴中市市委书记程越，市长卓凡带领巴中市党政代表团来汉中市参观考察。"
        "汉中市市长尤勉陪同，市委副书记邱仕伟参加。",
        {
            "程越 书记 四川省巴中市委",
            "卓凡 市长 四川省巴中市人民政府",
            "尤勉 市长 汉中市人民政府",
            "邱仕伟 副书记 汉中市委",
        },
    ),
    ("程越当选为十一届青海省政协副主席。", {"程越 副主席 青海省政协"}),
    (
        "市长程越率团赴绍兴市考察，市委书记卓凡陪同。",
        {"程越 市长", "卓凡 书记 市委"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), POSTS)
def test_posts(text: str, expected: set[str]) -> None:
    assert posts(facts(text)) == expected


PERSONS: list[tuple[str, list[str]]] = [
    ("省委常委程越到西江千户苗寨调研。", ["程越"]),
    ("法国弗龙萨克市市长玛丽-佛朗斯·赫吉到会。", ["玛丽-佛朗斯·赫吉"]),
    ("市人大主任周树群宣布中国·宁陵首届桃花节开幕。", ["周树群"]),
    ("运动员入场。本报记者林忠摄\n市长程越到会。", ["林忠", "程越"]),
    ("崔超充满激情地说，我愿意。当记者问他，来之前有什么了解吗？崔超望着远处的山脉。", ["崔超"]),
]


@pytest.mark.parametrize(("text", "expected"), PERSONS)
def test_persons(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.PERSON) == expected


EVENTS: list[tuple[str, list[str]]] = [
    (
        "主题活动有多项，包括2024年湖南教育论坛11月3日在衡阳举行；引人注目的第三届校长大会12月3日在长沙开幕。",
        ["2024年湖南教育论坛 | 2024-11-03 | 衡阳市", "第三届校长大会 | --12-03 | 长沙市"],
    ),
    ("9月3日晚，备受全省人民瞩目的湖南省第十三届运动会在衡阳开幕。", ["湖南省第十三届运动会 | --09-03 | 衡阳市"]),
    (
        "10月25日，程越宣布：“福建省第十五届运动会开幕！”全场鼓掌。",
        ["福建省第十五届运动会 | --10-25"],
    ),
    (
        "省第十三届运动会新闻发布会在肥举行\n运动会由省政府主办。开幕式定于10月12日在安庆市体育中心举行。",
        ["省第十三届运动会新闻发布会 |  | 合肥市"],
    ),
    # with the places in its name and without
    (
        "8月31日，程越赴丰都县考察，并出席对口扶贫协作座谈会。在随后召开的滕州市对口丰都县扶贫协作座谈会上，程越讲话。",
        ["滕州市对口丰都县扶贫协作座谈会 | --08-31 | 丰都县"],
    ),
    (
        "8月31日，滕州市扶贫协作座谈会召开。9月2日，丰都县扶贫协作座谈会召开。",
        ["滕州市扶贫协作座谈会 | --08-31", "丰都县扶贫协作座谈会 | --09-02"],
    ),
    ("会议以举手表决方式通过大会选举办法。", []),
]


@pytest.mark.parametrize(("text", "expected"), EVENTS)
def test_events(text: str, expected: list[str]) -> None:
    assert [occurrence(o) for o in facts(text).occurrences] == expected


PROGRAMS: list[tuple[str, list[str]]] = [
    ("伯阳镇在全镇范围组织广场舞大赛，丰富了文化生活。", []),
    ("上海合作组织大学生创新大赛开幕。", ["大学生创新大赛"]),
]


@pytest.mark.parametrize(("text", "expected"), PROGRAMS)
def test_programs(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.PROGRAM) == expected


BODIES: list[tuple[str, list[str]]] = [
    (
        "由龙子湖区委宣传部、共青团龙子湖区委员会、李楼乡人民政府主办。",
        ["龙子湖区委宣传部", "共青团龙子湖区委员会", "李楼乡人民政府"],
    ),
    ("中共武昌区委员会、武昌区人民政府印发文件。", ["中共武昌区委员会", "武昌区人民政府"]),
    ("武昌区委员会议题广泛，区委员会长期坚持。", []),
    ("国际儒学联合会、全国学联派人参加。", ["国际儒学联合会", "全国学联"]),
    ("首都经济贸易大学、首都医疗卫生协会派人参加。", ["首都经济贸易大学", "首都医疗卫生协会"]),
    ("首都高校、首都医院派人参加。首都各大学派人参加。", []),
    ("三江源国家公园管理局、中国民用航空飞行学院签约。", ["三江源国家公园管理局", "中国民用航空飞行学院"]),
    ("云岭省儿童罕见病诊疗联盟成立。", ["云岭省儿童罕见病诊疗联盟"]),
    ("在服务全市发展大局中贡献政协智慧力量。", []),
    ("新农村发展研究院院长程越到会。", ["新农村发展研究院"]),
]


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_bodies(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.ORGANIZATION) == expected


def test_the_number_of_a_house_counts_nothing() -> None:
    """世纪大道16幢1号 is an address."""
    assert facts("面馆位于世纪大道16幢1号。").outcomes == ()
    assert [o.value for o in facts("建成16幢教学楼。").outcomes] == [16]


SIGNED: list[tuple[str, set[str]]] = [
    (
        "天津市静海区与河北省沧州市、廊坊市日前共同签署《水务专项合作协议》。",
        {
            "天津市静海区 signs 水务专项合作协议",
            "河北省沧州市 signs 水务专项合作协议",
            "廊坊市 signs 水务专项合作协议",
        },
    ),
    (
        "2014年10月，广东、广西两省（区）正式签署《特别试验区建设方案》。",
        {"广东 signs 特别试验区建设方案", "广西 signs 特别试验区建设方案"},
    ),
    (
        "在昆明市·大理市工作交流座谈会上，两市负责人共同签署了《茶园合作框架协议》和《交通备忘录》。",
        {
            "昆明市 signs 茶园合作框架协议",
            "大理市 signs 茶园合作框架协议",
            "昆明市 signs 交通备忘录",
            "大理市 signs 交通备忘录",
        },
    ),
    (
        "昆明市和大理市近日在昆签署协议。两市负责人共同签署了《茶园合作框架协议》。",
        {"昆明市 signs 茶园合作框架协议", "大理市 signs 茶园合作框架协议"},
    ),
    (
        "昆明市将农产品纳入储备，与大理市签订了《蔬菜供应合作协议》。",
        {"昆明市 signs 蔬菜供应合作协议", "大理市 signs 蔬菜供应合作协议"},
    ),
    ("昆明市气候宜人，与大理市签订了《蔬菜供应合作协议》。", {"大理市 signs 蔬菜供应合作协议"}),
    ("昆明市和大理市气候宜人。两市企业负责人共同签署了《茶园合作框架协议》。", set()),
]


@pytest.mark.parametrize(("text", "expected"), SIGNED)
def test_what_places_sign(text: str, expected: set[str]) -> None:
    assert triples(facts(text), ("signs",)) == expected
