"""Who carries out the programmes of a list, those told first, and who only helps; what a place issues."""

import pytest

from tests.reader import facts, triples

CARRIED: list[tuple[str, set[str]]] = [
    (
        "近年来，青岭省妇联大力实施“巾帼脱贫行动”“巾帼家政助脱贫行动”“新市民桥”工程，“锦绣计划”提质升级。",
        {
            "青岭省妇联 implements 巾帼脱贫行动",
            "青岭省妇联 implements 巾帼家政助脱贫行动",
            "青岭省妇联 implements “新市民桥”工程",
        },
    ),
    (
        "甘肃省教育厅启动2024年“青苗计划”、“护苗”行动和“筑梦工程”。",
        {
            "甘肃省教育厅 implements 青苗计划",
            "甘肃省教育厅 implements “护苗”行动",
            "甘肃省教育厅 implements 筑梦工程",
        },
    ),
    ("西安市总工会持续加强引领，深化“劳模进校园”活动。", {"西安市总工会 implements “劳模进校园”活动"}),
    ("湖北推动“百万旅游援疆工程”，成效明显。", {"湖北 implements 百万旅游援疆工程"}),
    ("甘肃省教育厅实施以乡村教师为主要对象的“青苗计划”。", {"甘肃省教育厅 implements 青苗计划"}),
    (
        "甘肃省教育厅、甘肃省文明办在全省开展“助力振兴、培育学子”甘肃希望工程2022“圆梦大学行动”。",
        {"甘肃省教育厅 implements 圆梦大学行动", "甘肃省文明办 implements 圆梦大学行动"},
    ),
    # told first
    (
        "“强师计划”全称“中小学教师国家级培训计划”，教育部、财政部2010年起全面实施。",
        {"教育部 implements 中小学教师国家级培训计划", "财政部 implements 中小学教师国家级培训计划"},
    ),
    ("“万场好戏”是省委省政府实施的民生工程，演出6万余场。", {"省委 implements 万场好戏", "省政府 implements 万场好戏"}),
    (
        "“青苗计划”由甘肃省文明办指导，甘肃省教育厅组织实施，惠及5000人。",
        {"甘肃省教育厅 implements 青苗计划"},
    ),
    ("由中国儿童基金会策划推出的公益项目“你好小孩”在京启动。", {"中国儿童基金会 implements 你好小孩"}),
    (
        "“春风行动”将于2月6日举行，这也是湖北省连续第13年开展“春风行动”。",
        {"湖北省 implements 春风行动"},
    ),
    (
        "“春风送岗就业援助月”持续至三月。该活动由人社部、民政部等10部门联合推出。",
        {"人社部 implements 春风送岗就业援助月", "民政部 implements 春风送岗就业援助月"},
    ),
    (
        "教育部、全国总工会联合实施农民工学历与能力提升行动计划——求学圆梦行动。",
        {"教育部 implements 求学圆梦行动", "全国总工会 implements 求学圆梦行动"},
    ),
    ("甘肃省慈善总会联合有关爱心企业，在兰州实施“光明行动”。", {"甘肃省慈善总会 implements 光明行动"}),
    (
        "共青团浙江省委成立基金，实施面向留守儿童的“微陪伴行动”“微关爱行动”等。",
        {"共青团浙江省委 implements 微陪伴行动", "共青团浙江省委 implements 微关爱行动"},
    ),
    ("文化志愿服务队组建。昆明市文化馆同步实施“春雨工程”项目。", {"昆明市文化馆 implements 春雨工程"}),
    ("此次活动系福建省文化和旅游厅落实“春雨工程”现场会精神。", set()),
    (
        "“云帆救助项目”是由财政部批复支持，云岭慈善总会负责，云岭慈善基金会组织实施的公益项目。",
        {"云岭慈善基金会 implements 云帆救助项目"},
    ),
    # places whose deeds a sentence tells
    (
        "近年来，江西省深入推进改革，实施“青苗计划”，出台《青苗办法》。",
        {"江西省 implements 青苗计划", "江西省 publishes 青苗办法"},
    ),
    ("江西省教育资源丰富，实施“青苗计划”。", set()),
    ("江西省推动高校改革，南昌大学实施“青苗计划”。", {"南昌大学 implements 青苗计划"}),
    ("江西省通过了考核，支持南昌大学实施“青苗计划”。", {"南昌大学 implements 青苗计划"}),
    ("江西省深入调研，要求各地加强领导，落实“青苗计划”。", set()),
    # who helps, takes part, asks; something else that bears its name; a title
    ("中国青基会推出希望工程新公益产品，建设“春蕾计划”基地。", set()),
    ("甘肃省教育厅印发《关于实施求学圆梦行动的意见》。", {"甘肃省教育厅 publishes 关于实施求学圆梦行动的意见"}),
    ("合肥市教育局支持开展“青苗行动”，参与实施“护苗计划”。", set()),
    ("甘肃省教育厅鼓励推行“青苗计划”。", set()),
    ("为落实“青苗计划”，甘肃省教育厅多次前往兰州大学。", set()),
    # what a place issues
    ("山东省印发《高质量推进技能山东建设工作方案》。", {"山东省 publishes 高质量推进技能山东建设工作方案"}),
    ("近日，浙江省温州市出台《温州市青年人才计划》。", {"浙江省温州市 publishes 温州市青年人才计划"}),
    ("会议在山东省济南市发布《技能山东建设方案》。", set()),
]


@pytest.mark.parametrize(("text", "expected"), CARRIED)
def test_who_carries_out(text: str, expected: set[str]) -> None:
    assert triples(facts(text), ("implements", "publishes")) == expected
