"""Ordinary sentences that look like what a rule is for, and say something else."""

import pytest

from kg.model import Kind
from tests.reader import facts, names, posts, triples

LEAGUE = "云岭职业教育联盟成立。"
RELATIONS: list[tuple[str, set[str]]] = [
    # who leads or builds other things did not found the league
    (LEAGUE + "江海大学、青岭学院是省级重点实验室的共建单位。江海大学、青岭学院均为部省共建高校。", set()),
    (LEAGUE + "作为江海产业协会发起单位，青岭学院参加了会议。", set()),
    (LEAGUE + "云岭大学和江海学院两所牵头院校的代表介绍了课题进展。", set()),
    (LEAGUE + "联盟正在推进的课程标准研制项目由江海大学、青岭学院牵头，今年完成。", set()),
    (LEAGUE + "其中师资专委会由江海大学牵头，竞赛专委会由青岭学院牵头。", set()),
    ("云岭职业教育联盟成立以来，由江海大学牵头，开展了多项研究。", set()),
    ("青岭中学是江海大学与青岭教育局联合建立的实习基地。", set()),
    ("由江海大学牵头组建，云岭产教融合联盟正式揭牌的实训基地投入使用。", set()),
    # who deals with a member is none
    ("云岭职业教育联盟成员单位江海大学与青岭集团签署协议。", {"江海大学 memberOf 云岭职业教育联盟"}),
    (
        "云岭职业教育联盟由江海大学担任理事长单位，秘书处设在青岭学院，河湾大学为副理事长单位。",
        {"江海大学 memberOf 云岭职业教育联盟", "河湾大学 memberOf 云岭职业教育联盟"},
    ),
    # departments are of a government; who heads the work did not issue it
    ("江海大学、青岭学院获奖。两部门联合印发《奖励办法》。", set()),
    ("《云岭行动计划》发布。该计划由江海大学程越教授主持制定。", set()),
    (
        "《云南省教育厅关于加强职业教育管理工作的意见》发布。昆明市教育局印发《关于加强职业教育管理工作的意见》。",
        {
            "云南省教育厅 publishes 云南省教育厅关于加强职业教育管理工作的意见",
            "昆明市教育局 publishes 关于加强职业教育管理工作的意见",
        },
    ),
    ("云岭论坛5月1日在昆明举行。代表们发言，他们是江海大学的校长程越的学生。", set()),
    ("“青苗计划”始于2012年，由江海大学举办的青苗论坛5月12日在江海市举行。", set()),
]
ACTS: list[tuple[str, set[str]]] = [
    (
        "江海市教育局副局长吴明禹说，云岭职业学院是示范校，也是江海职教集团理事长单位。",
        {"云岭职业学院 memberOf 江海职教集团"},
    ),
    (
        "江海大学校长程越到青岭学院调研，青岭学院现有学生2万人，也是江海产教联盟理事长单位。",
        {"青岭学院 memberOf 江海产教联盟"},
    ),
    ("江海高校联盟召开年会，江海市教育局为成员单位搭建平台。江海市教育局为理事长单位颁发牌匾。", set()),
    ("江海教育论坛5月1日举行。青岭学院院长王永昭并不在座。据悉，去年签约时，江海大学校长程越也在座。", set()),
    ("江海大学与云岭集团战略合作协议5月1日在福州签署。", {"江海大学 signsWith 云岭集团"}),
    (
        "江海市委常委会扩大会议5月1日召开。会前，江海市委副书记、市长吴明禹与江海大学校长王永昭代表双方签订《市校合作协议》。",
        {
            "吴明禹 participatesIn 江海市委常委会扩大会议",
            "吴明禹 signs 市校合作协议",
            "江海大学 signs 市校合作协议",
            "江海市人民政府 signs 市校合作协议",
            "江海市人民政府 signsWith 江海大学",
            "王永昭 participatesIn 江海市委常委会扩大会议",
            "王永昭 signs 市校合作协议",
        },
    ),
    ("福建省教育厅、福建省科技厅联合召开产教融合推进会。会上，两校签署校企合作协议。", set()),
    ("江海市教育局、江海市工业和信息化局联合召开校企对接会。会上，双方代表现场签约。", set()),
    ("江海大学、云岭集团在江海举行对接会。会后，两市签署框架协议。", set()),
    (
        "江海大学、青岭学院与青岭市人民政府签约，两校将共建青岭研究院。",
        {"江海大学 signsWith 青岭市人民政府", "青岭学院 signsWith 青岭市人民政府"},
    ),
    ("江海大学与青岭学院签约，三方将共建江海产业学院，云岭集团提供场地。", {"江海大学 signsWith 青岭学院"}),
    (
        "江海高校联盟成立大会举行。\n会上，青岭医院联盟介绍了经验，江海大学当选联盟理事长单位。",
        set(),
    ),
    ("两地企业家协会签署合作协议。", set()),
    ("江海艺术节5月1日举行。艺术家程越与李芳的双人展一道开幕。", set()),
    ("与江海大学合作的有北京市", set()),
    (
        "江海高校联盟年会举行。大会介绍，青岭职教联盟由云岭集团牵头，联合星帆集团组建。",
        {"云岭集团 establishes 青岭职教联盟", "星帆集团 establishes 青岭职教联盟"},
    ),
    (
        "江海高校联盟成立大会举行，江海大学当选理事长单位。青岭职教联盟由云岭集团牵头，星帆集团当选联盟理事长单位。",
        {
            "江海大学 memberOf 江海高校联盟",
            "云岭集团 establishes 青岭职教联盟",
            "云岭集团 memberOf 青岭职教联盟",
        },
    ),
    (
        "江海大学与云岭集团签约。多所高校纷纷行动，与云岭集团联合成立云岭实验室。",
        {"江海大学 signsWith 云岭集团", "云岭集团 establishes 云岭实验室"},
    ),
    ("江海高校联盟成立。联盟包括3所高校。论坛邀请3所高校的校长发言，他们来自北京大学、清华大学、复旦大学。", set()),
    (
        "江海大学与云岭集团签署合作备忘录。青岭学院与星帆集团签署合作备忘录。",
        {"江海大学 signsWith 云岭集团", "青岭学院 signsWith 星帆集团"},
    ),
    ("江海高校联盟年会举行。云岭大学当选青岭职教联盟副理事长单位。", {"云岭大学 memberOf 青岭职教联盟"}),
    ("李明毕业于江海大学，云岭集团董事长，也是江海高校联盟会员。", set()),
    ("江海大学与云岭集团签约，两校共建云岭教师发展中心。", {"江海大学 signsWith 云岭集团"}),
]
POSTS: list[tuple[str, set[str]]] = [
    ("江海大学主管单位云南省教育厅厅长程越介绍。", {"程越 厅长 云南省教育厅"}),
    ("青岭中学近日十分热闹。5月12日，江海中学到访交流，校长程越致欢迎辞。", {"程越 校长"}),
    ("青岭中学举行捐赠仪式。江海中学捐赠图书500册，校长程越表示感谢。", {"程越 校长"}),
    ("同乐小学校长程越介绍。同辉集团总裁李芳到会。", {"程越 校长 同乐小学", "李芳 总裁 同辉集团"}),
    ("江海大学教授周家河介绍情况。青岭县县长李家湾讲话。", {"周家河 教授 江海大学", "李家湾 县长 青岭县"}),
    ("江海小学、涉事学校校长程越道歉。", {"程越 校长 江海小学"}),
    ("江海市阳光小区幼儿园园长程越到会。", {"程越 园长 江海市阳光小区幼儿园"}),
    (
        "我校校友程越履新\n\n我校1985级校友程越同志任江海大学校长。副校长李芳代表学校致贺。",
        {"程越 校长 江海大学", "李芳 副校长"},
    ),
    ("江海大学校长吴明禹来到青岭学院调研，任该校院长的王永昭作了汇报。", {"吴明禹 校长 江海大学"}),
    ("江海大学校长吴明禹的履历中有青岭学院院长王永昭的推荐信。", {"吴明禹 校长 江海大学", "王永昭 院长 青岭学院"}),
]
BODIES: list[tuple[str, list[str]]] = [
    ("江海大学组队参加比赛。", ["江海大学"]),
    (
        "巴蜀职业教育发展联盟、成渝职业教育发展联盟两大联盟签约。",
        ["巴蜀职业教育发展联盟", "成渝职业教育发展联盟"],
    ),
    (
        "广东银行业协会、浙江省银行业协会、中国软件行业协会主办活动。",
        ["广东银行业协会", "浙江省银行业协会", "中国软件行业协会"],
    ),
    ("江海县普通高中校长程越、江海市私立中学校长李芳出席。", ["江海县普通高中", "江海市私立中学"]),
    ("形成全国一张网，覆盖全国的地震台网和全国统一的技术交易网、中国最大的招聘网主办活动。", []),
    ("中国建设银行与江海大学签约。中国建设银行股份有限公司副行长程越出席。", ["中国建设银行股份有限公司", "江海大学"]),
    ("香港特区政府高官公开联署，支持政改。", ["香港特区政府"]),
    ("江海市“点亮”基金会与江海大学签约。", ["江海市“点亮”基金会", "江海大学"]),
    ("首个跨省域孔子学院联盟成立，这个江海教育协会参加。", ["跨省域孔子学院联盟", "江海教育协会"]),
]
DOCUMENTS: list[tuple[str, list[str]]] = [
    ("学习旅游法语课程，落实监察法纪要求。", []),
    ("江海市教育科学“十四五”规划项目立项。", []),
    ("根据江海大学章程规定，校长负责。", []),
    ("双方签署“教育强国”“人才强国”战略合作协议。", ["“教育强国”“人才强国”战略合作协议"]),
    ("昨天记者获悉江海高铁建设合作备忘录5月1日签署，工程启动。", []),
    ("程越介绍说战略合作协议5月1日签署。", []),
]


@pytest.mark.parametrize(("text", "expected"), RELATIONS)
def test_relations(text: str, expected: set[str]) -> None:
    assert triples(facts(text), ("establishes", "memberOf", "publishes", "speaksAt", "organizes")) == expected


@pytest.mark.parametrize(("text", "expected"), ACTS)
def test_acts(text: str, expected: set[str]) -> None:
    assert triples(facts(text), ("signs", "signsWith", "participatesIn", "memberOf", "establishes")) == expected


@pytest.mark.parametrize(("text", "expected"), POSTS)
def test_posts(text: str, expected: set[str]) -> None:
    assert posts(facts(text)) == expected


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_bodies(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.ORGANIZATION) == expected


@pytest.mark.parametrize(("text", "expected"), DOCUMENTS)
def test_documents(text: str, expected: list[str]) -> None:
    assert names(facts(text), Kind.DOCUMENT) == expected


# Pages end anywhere: after a chair's 单位, after the last of a list of partners.
CUT_OFF = [
    "江海高校联盟成立。云岭大学当选江海高校联盟理事长单位",
    "大会在丽江举行。大会签署了云岭大学与星帆集团、青禾学院战略合作协议",
    "与江海大学合作的有北京市、上海市",
    *(text for text, _ in ACTS),
]


@pytest.mark.parametrize("text", CUT_OFF)
def test_a_page_may_be_cut_off_anywhere(text: str) -> None:
    for end in range(1, len(text) + 1):
        assert facts(text[:end]).page.text


def test_a_page_that_ends_with_the_verb_of_signing() -> None:
    assert not triples(facts("云岭大学开学。江海大学与青岭县签署"), ("signs", "signsWith"))


def test_no_programme_is_called_twice_by_its_kind() -> None:
    found = facts("实施教师培训计划、学生成长工程、校园建设三项计划。")
    assert not [name for name in names(found, Kind.PROGRAM) if name.endswith(("计划计划", "工程计划"))]


def test_no_reporter_is_called_after_a_column() -> None:
    assert names(facts("仪式昨天举行。（记者走基层）"), Kind.PERSON) == []


@pytest.mark.parametrize(
    "text",
    [
        "江海大学将与云岭集团解除合作关系。江海大学将与云岭集团终止合作。",
        "江海大学将与青岭学院争夺校企合作示范基地。",
        "如果条件成熟，江海大学将与云岭集团合作。",
        "江海大学将与云岭集团合作共建产业学院。",
        "江海市教育局与江海市公安局没有密切配合，导致事故发生。江海市教育局和江海市公安局要密切配合，确保高考安全。",
    ],
)
def test_no_cooperation(text: str) -> None:
    assert not triples(facts(text), ("cooperatesWith",))
