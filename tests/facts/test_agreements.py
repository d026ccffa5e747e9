"""Who signed what with whom, who works with whom, who founded, joined, carried out, published what."""

import pytest

from tests.reader import facts, triples

TOLD = (
    "signs",
    "signsWith",
    "cooperatesWith",
    "establishes",
    "memberOf",
    "implements",
    "publishes",
    "partOf",
)

AGREEMENTS: list[tuple[str, set[str]]] = [
    (
        "4月9日，云岭科技大学校长蒋惟清一行到访青禾师范学院，并与该校签署合作备忘录。",
        {"青禾师范学院 signsWith 云岭科技大学"},
    ),
    ("记者从内蒙古自治区教育厅获悉，该厅启动“石榴籽”助学项目。", {"内蒙古自治区教育厅 implements “石榴籽”助学项目"}),
    (
        "上海市第六人民医院与楚雄州人民医院签订医疗帮扶协议书。",
        {
            "上海市第六人民医院 signs 医疗帮扶协议书",
            "上海市第六人民医院 signsWith 楚雄州人民医院",
            "楚雄州人民医院 signs 医疗帮扶协议书",
        },
    ),
    ("云岭科技大学和星帆集团签约。", {"云岭科技大学 signsWith 星帆集团"}),
    (
        "会上，甘肃省教育厅与青海省教育厅签署《甘青职业教育协同发展协议》。",
        {
            "甘肃省教育厅 signs 甘青职业教育协同发展协议",
            "甘肃省教育厅 signsWith 青海省教育厅",
            "青海省教育厅 signs 甘青职业教育协同发展协议",
        },
    ),
    (
        "云岭科技大学分别与星帆集团、太行集团签订合作协议。",
        {"云岭科技大学 signsWith 太行集团", "云岭科技大学 signsWith 星帆集团"},
    ),
    (
        "云岭科技大学与星帆集团签订协议，与太行集团签订意向书。",
        {"云岭科技大学 signsWith 太行集团", "云岭科技大学 signsWith 星帆集团"},
    ),
    ("仪式上，双方签署协议。", set()),
    ("云岭科技大学与星帆集团合作共建实训基地。", {"云岭科技大学 cooperatesWith 星帆集团"}),
    ("云岭科技大学携手星帆集团打造产业学院。", {"云岭科技大学 cooperatesWith 星帆集团"}),
    ("云岭科技大学与青禾师范学院相距5公里。", set()),
    ("湖北省科技厅印发《湖北省科技成果转化行动方案》。", {"湖北省科技厅 publishes 湖北省科技成果转化行动方案"}),
    (
        "教育部、财政部联合印发《学生资助资金管理办法》。",
        {"教育部 publishes 学生资助资金管理办法", "财政部 publishes 学生资助资金管理办法"},
    ),
    (
        "日前，山东省教育厅等八部门印发《关于加强校园餐管理的意见》。",
        {"山东省教育厅 publishes 关于加强校园餐管理的意见"},
    ),
    ("山东省教育厅启动“强课提质”行动。", {"山东省教育厅 implements “强课提质”行动"}),
    ("淮海经济区职业教育联盟由云岭科技大学牵头成立。", {"云岭科技大学 establishes 淮海经济区职业教育联盟"}),
    (
        "由云岭科技大学、星帆集团发起的西部储能产业联盟揭牌。",
        {"云岭科技大学 establishes 西部储能产业联盟", "星帆集团 establishes 西部储能产业联盟"},
    ),
    ("星帆集团加入西部储能产业联盟。", {"星帆集团 memberOf 西部储能产业联盟"}),
    ("星帆集团正式加入了西部储能产业联盟。", {"星帆集团 memberOf 西部储能产业联盟"}),
    ("西部储能产业联盟成立，星帆集团当选理事长单位。", {"星帆集团 memberOf 西部储能产业联盟"}),
    ("教育部职业教育与成人教育司负责人答记者问。", {"教育部职业教育与成人教育司 partOf 教育部"}),
    ("河北省教育厅基础教育处组织观摩。", {"河北省教育厅基础教育处 partOf 河北省教育厅"}),
    ("云岭科技大学召开会议。我校与星帆集团签署合作协议。", {"云岭科技大学 signsWith 星帆集团"}),
    (
        "江苏省文化和旅游厅与安徽省文化和旅游厅签署长江文旅协作协议。",
        {
            "安徽省文化和旅游厅 signs 长江文旅协作协议",
            "江苏省文化和旅游厅 signs 长江文旅协作协议",
            "江苏省文化和旅游厅 signsWith 安徽省文化和旅游厅",
        },
    ),
    (
        "河南省卫生健康委、河南省财政厅联合出台《县域医共体补助办法》。",
        {"河南省卫生健康委 publishes 县域医共体补助办法", "河南省财政厅 publishes 县域医共体补助办法"},
    ),
    ("国家能源局发布《新型储能发展报告》。", {"国家能源局 publishes 新型储能发展报告"}),
    (
        "签约仪式上，云岭科技大学、星帆集团、青禾师范学院三方签署《产教融合协议》。",
        {
            "云岭科技大学 signs 产教融合协议",
            "云岭科技大学 signsWith 星帆集团",
            "云岭科技大学 signsWith 青禾师范学院",
            "星帆集团 signs 产教融合协议",
            "青禾师范学院 signs 产教融合协议",
        },
    ),
    ("根据《教师法》，教育部开展检查。", set()),
    (
        "云岭科技大学与甘肃省陇南市人民政府签署校地合作协议。",
        {
            "云岭科技大学 signs 校地合作协议",
            "云岭科技大学 signsWith 甘肃省陇南市人民政府",
            "甘肃省陇南市人民政府 signs 校地合作协议",
        },
    ),
]


def test_agreements_pins_its_cases() -> None:
    assert len(AGREEMENTS) == 29


@pytest.mark.parametrize(("text", "expected"), AGREEMENTS)
def test_agreements(text: str, expected: set[str]) -> None:
    assert triples(facts(text), TOLD) == expected
