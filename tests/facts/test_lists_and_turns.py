"""Lists meant by a number or a word before them, posts that change hands in one sentence, schools that lead groups."""

import pytest

from kg.model import Kind
from tests.reader import facts, names, occurrence, posts, triples

RELATIONS: list[tuple[str, set[str]]] = [
    # members: lead schools and members under a heading, renamed ones, lists of places
    (
        "昆明海棠教育集团\n龙头校是昆明市海棠中学。原昆明新源学校更名为昆明海棠学校（加挂“海棠教育集团分校”），作为成员校加入集团。",
        {"昆明市海棠中学 memberOf 昆明海棠教育集团", "昆明海棠学校 memberOf 昆明海棠教育集团"},
    ),
    (
        "昆明海棠教育集团成立。由昆明市海棠中学担任龙头校，成员校为昆明高新和平学校，其前身是昆明新源学校。",
        {"昆明市海棠中学 memberOf 昆明海棠教育集团", "昆明高新和平学校 memberOf 昆明海棠教育集团"},
    ),
    (
        "乌蒙文旅发展联盟29日成立。联盟成员有云南省昭通市、曲靖市，贵州省毕节市，东道主六盘水市也在其中。",
        {
            "云南省昭通市 memberOf 乌蒙文旅发展联盟",
            "曲靖市 memberOf 乌蒙文旅发展联盟",
            "贵州省毕节市 memberOf 乌蒙文旅发展联盟",
            "六盘水市 memberOf 乌蒙文旅发展联盟",
        },
    ),
    (
        "云岭职业教育联合体第一届理事会召开。理事会副理事长单位昆明高新区管委会、星帆集团有限公司先后发言。",
        {"昆明高新区管委会 memberOf 云岭职业教育联合体", "星帆集团有限公司 memberOf 云岭职业教育联合体"},
    ),
    # founders that a second clause names; a zone that founds
    (
        "云岭新材料产业联盟成立。联盟由江海大学等30家单位共同倡议发起，云岭材料工程中心牵头推动。",
        {"江海大学 establishes 云岭新材料产业联盟", "云岭材料工程中心 establishes 云岭新材料产业联盟"},
    ),
    (
        "近日，昆明高新区在招生政策不变的前提下，组建海棠教育集团、玉兰教育集团2个教育集团。",
        {"昆明高新区 establishes 海棠教育集团", "昆明高新区 establishes 玉兰教育集团"},
    ),
    # a plan put out without marks
    (
        "北京、天津17日联合发布“十三五”期间京津冀卫生协同发展工作计划。",
        {
            "北京 publishes “十三五”期间京津冀卫生协同发展工作计划",
            "天津 publishes “十三五”期间京津冀卫生协同发展工作计划",
        },
    ),
    # founders by their number, in what quality, under a name set in brackets
    (
        "江海行业产教融合共同体的牵头单位有4家。企业方面是星帆集团有限公司、云岭机床有限公司，高校有江海大学、昆明学院。共同体近日成立。",
        {
            "星帆集团有限公司 establishes 江海行业产教融合共同体",
            "云岭机床有限公司 establishes 江海行业产教融合共同体",
            "江海大学 establishes 江海行业产教融合共同体",
            "昆明学院 establishes 江海行业产教融合共同体",
        },
    ),
    (
        "江海行业产教融合共同体的牵头单位有4家。企业方面是星帆集团有限公司，高校有江海大学、昆明学院。共同体近日成立。",
        set(),
    ),
    (
        "“云南地方高校联盟”在会上宣告成立，共同发起组建的院校有2所，即江海大学、昆明学院。",
        {"江海大学 establishes 云南地方高校联盟", "昆明学院 establishes 云南地方高校联盟"},
    ),
    (
        "昆明汽车产教联合体成立大会举行。联合体依托昆明高新区，由江海大学和星帆集团分别以牵头学校、牵头企业的身份组建。",
        {"江海大学 establishes 昆明汽车产教联合体", "星帆集团 establishes 昆明汽车产教联合体"},
    ),
    (
        "江海大学附属医院（以下简称“江医附院”）10月15日牵头成立了滇中检验医学专科联盟。",
        {"江海大学附属医院 establishes 滇中检验医学专科联盟"},
    ),
]

SIGNED: list[tuple[str, set[str]]] = [
    (
        "4月12日，昆明市人民政府与江海大学、星帆（集团）有限公司（以下简称“星帆”）举行签约仪式。",
        {"昆明市人民政府 signsWith 江海大学", "昆明市人民政府 signsWith 星帆（集团）有限公司"},
    ),
    # the first with each of the others, and these not with each other
    (
        "昆明市市长程越分别同江海大学校长陆闻笙、云岭大学校长孟庭筠代表双方在战略合作协议上签字。",
        {f"{who} signs 战略合作协议" for who in ("程越", "陆闻笙", "孟庭筠", "昆明市人民政府", "江海大学", "云岭大学")}
        | {"昆明市人民政府 signsWith 江海大学", "昆明市人民政府 signsWith 云岭大学"},
    ),
    # with some city of a province, and not with the province; three with others who are not named
    (
        "昭通、曲靖同广东省对口协作市签署协作协议；大理、丽江、普洱三地与对口城市的签约，此前完成。",
        {"昭通 signs 协作协议", "曲靖 signs 协作协议"},
    ),
    # of whom it was said before that they are one of so many
    (
        "参加对口支援的是浙江7所优质高职院校，江海大学是其中之一，与云岭学院签署了对口帮扶协议。",
        {
            "江海大学 signsWith 云岭学院",
            "江海大学 signs 对口帮扶协议",
            "云岭学院 signs 对口帮扶协议",
        },
    ),
    # so many places, which the page lists elsewhere
    (
        "联盟启动仪式举行。来自两省的3个州市在仪式上签订《联盟合作协议》。结盟的三地，是云南的曲靖市、昭通市和贵州的六盘水市。",
        {f"{place} signs 联盟合作协议" for place in ("曲靖市", "昭通市", "六盘水市")}
        | {"曲靖市 signsWith 昭通市", "曲靖市 signsWith 六盘水市", "昭通市 signsWith 六盘水市"},
    ),
    (
        "古籍局局长陆闻笙到会。随后，江海大学文学院负责人又与陆闻笙签下《古籍保护合作协议》。",
        {"陆闻笙 signs 古籍保护合作协议", "江海大学文学院 signs 古籍保护合作协议"},
    ),
    # 同 the next, of firms; by hand together; a rite with a name in it
    (
        "江海科学基金委员会同四川、湖南2个省签署区域发展联合基金协议，同云南星帆集团有限公司签署企业发展联合基金协议。",
        {
            "江海科学基金委员会 signs 区域发展联合基金协议",
            "江海科学基金委员会 signs 企业发展联合基金协议",
            "江海科学基金委员会 signsWith 四川",
            "江海科学基金委员会 signsWith 湖南",
            "江海科学基金委员会 signsWith 云南星帆集团有限公司",
            "四川 signs 区域发展联合基金协议",
            "湖南 signs 区域发展联合基金协议",
            "云南星帆集团有限公司 signs 企业发展联合基金协议",
        },
    ),
    (
        "江海大学与曲靖市人民政府战略合作协议签约暨“江海大学曲靖研究院”揭牌仪式4月19日在曲靖市举行。",
        {
            "江海大学 signs 战略合作协议",
            "曲靖市人民政府 signs 战略合作协议",
            "江海大学 signsWith 曲靖市人民政府",
        },
    ),
]

SPOKE: list[tuple[str, set[str]]] = [
    (
        "昆明教育论坛3月5日在昆明举行。应邀作报告的三位专家是：江海大学校长程越教授、云岭学会会长陆闻笙、孟庭筠研究员。",
        {f"{who} speaksAt 昆明教育论坛" for who in ("程越", "陆闻笙", "孟庭筠")},
    ),
    ("昆明教育大会6月7日在昆明召开。大会由省长程越主持，他在会上也作了讲话。", {"程越 speaksAt 昆明教育大会"}),
    (
        "昆明教育论坛3月5日在昆明举行。代表轮值方汇报一年工作的，是常务副区长程越。出席论坛推介会的还有副区长陆闻笙。",
        {"程越 speaksAt 昆明教育论坛"},
    ),
    (
        "昆明教育论坛3月5日在昆明举行。主旨报告环节，江海大学教授程越讲食品创新，云岭大学教授陆闻笙讲储能材料。",
        {"程越 speaksAt 昆明教育论坛", "陆闻笙 speaksAt 昆明教育论坛"},
    ),
    # beside an event that the page reports under a name that was not read
    (
        "5月16日，一场推介行动在此启动。省总工会副主席程越致辞。\n校企签约仪式也在现场举行，江海大学与星帆集团签署协议。",
        set(),
    ),
]

PAIRS: list[tuple[str, set[str]]] = [
    (
        "海棠中学、海棠小学分别与玉兰中学、玉兰小学建立结对帮扶机制。",
        {"海棠中学 cooperatesWith 玉兰中学", "海棠小学 cooperatesWith 玉兰小学"},
    ),
]

POSTS: list[tuple[str, set[str]]] = [
    (
        "原江海大学副校长孟庭筠离京，升任云岭大学校长；原云岭师范大学副校长陆闻笙赴海滨大学任校长。",
        {"孟庭筠 副校长 江海大学", "孟庭筠 校长 云岭大学", "陆闻笙 副校长 云岭师范大学", "陆闻笙 校长 海滨大学"},
    ),
    ("江海大学校长一职由云岭大学党委书记程越调任。", {"程越 党委书记 云岭大学", "程越 校长 江海大学"}),
    ("江海大学迎来新校长程越，他原任云岭大学校长。", {"程越 校长 江海大学", "程越 校长 云岭大学"}),
    (
        "评估专家组组长由江海大学副校长程越教授担任，副组长由云岭大学副校长陆闻笙教授担任。",
        {"程越 组长 评估专家组", "程越 副校长 江海大学", "陆闻笙 副组长 评估专家组", "陆闻笙 副校长 云岭大学"},
    ),
    ("据悉，云岭教育基金会1989年成立，会长由著名学者程越先生担任。", {"程越 会长 云岭教育基金会"}),
    (
        "云岭合作中心秘书长程越大使、江海交流协会副秘书长陆闻笙到会。",
        {"程越 秘书长 云岭合作中心", "陆闻笙 副秘书长 江海交流协会"},
    ),
    (
        "云岭振兴高校联盟成立大会召开。倡议书由高校联盟秘书长程越宣读。",
        {"程越 秘书长 云岭振兴高校联盟"},
    ),
    # of the city by whose government the page goes, and not of that of the schools that sign with it
    (
        "渭南市政府与西安科技大学签约。\n市委书记程越致辞，西安工业大学校长陆闻笙也致辞。",
        {"程越 书记 渭南市委", "陆闻笙 校长 西安工业大学"},
    ),
    # a list goes on with others who are not named
    ("出席的有程越、陆闻笙、孟庭筠，江海大学负责人，云岭大学负责人。", set()),
    # elected, named last; departments of the party and beside the office
    (
        "云岭职业教育学会第五次会员代表大会召开。\n常务副会长三人，由王伟、陈明、李建华当选；当选副会长的有王志强、张国强等40人；秘书长一职由李建华兼任。",
        {
            "王伟 常务副会长 云岭职业教育学会",
            "陈明 常务副会长 云岭职业教育学会",
            "李建华 常务副会长 云岭职业教育学会",
            "王志强 副会长 云岭职业教育学会",
            "张国强 副会长 云岭职业教育学会",
            "李建华 秘书长 云岭职业教育学会",
        },
    ),
    (
        "金安区区长程越、宣传部部长李建华、扶贫办主任王志强出席。",
        {"程越 区长 金安区人民政府", "李建华 部长 金安区委宣传部", "王志强 主任 金安区扶贫办"},
    ),
    ("江海学院院长徐可为首先致辞。", {"徐可为 院长 江海学院"}),
]

BODIES: list[tuple[str, list[str]]] = [
    ("昆明高新和平学校、昆明银都紫藤中学到会。", ["昆明高新和平学校", "昆明银都紫藤中学"]),
    ("铜奖归江海中学附属英才学校所有，标志性场馆有昆明考古博物馆。", ["江海中学附属英才学校", "昆明考古博物馆"]),
    ("为激励和教育政府工作人员，构建江海组织命运共同体。", []),
]

PEOPLE: list[tuple[str, list[str]]] = [
    ("院长次旦汇报了情况，区长米玛主持会议。", ["次旦", "米玛"]),
    ("副州长凯赛尔·阿布都克热木主持，县长艾山·阿布都拉出席。", ["凯赛尔·阿布都克热木", "艾山·阿布都拉"]),
    ("省委书记强卫、省长程越会见了客人。", ["强卫", "程越"]),
    ("省经信委顾瑜芳副主任到会。", ["顾瑜芳"]),
    ("著名企业家尹衍梁先生到会。", ["尹衍梁"]),
    ("孙武学因年龄原因，不再担任江海大学校长职务。", ["孙武学"]),
    ("局长程越代表长白山·天池文旅联盟发言。", ["程越"]),
    ("这是学校落实总书记来宜来校视察重要指示的举措。", []),
]

DOCUMENTS: list[tuple[str, list[str]]] = [
    ("不再遵守与江海达成的所有协议，这是双方达成的第一份自由贸易协定。", []),
]

HELD: list[tuple[str, list[str]]] = [
    (
        "江苏职业学校技能大赛在南京开幕\n3月29日，2013年江苏省职业学校技能大赛总开幕式在南京举行。副省长程越到场宣布大赛开幕。",
        ["2013年江苏省职业学校技能大赛总开幕式 | 2013-03-29 | 南京市"],
    ),
    (
        "10月23日，“云岭行”活动开幕式暨中国—东盟职业教育交流会在昆明举办。",
        ["“云岭行”活动开幕式暨中国—东盟职业教育交流会 | --10-23 | 昆明市"],
    ),
    ("本届论坛是云岭联盟举办的一场高层次论坛，一个月后，另一场峰会在线上召开。", []),
]

TOGETHER: list[tuple[str, set[str]]] = [
    (
        "昆明市事务管理局与昆明市教育委员会给出的答案是合作。5月8日，双方举行人才合作签约仪式。",
        {"昆明市事务管理局 organizes 人才合作签约仪式", "昆明市教育委员会 organizes 人才合作签约仪式"},
    ),
    (
        "此次专题询问会5月27日举行，主办方有两家，即昆明市人大常委会和昆明市盘龙区人大常委会。",
        {"昆明市人大常委会 organizes 专题询问会", "昆明市盘龙区人大常委会 organizes 专题询问会"},
    ),
    (
        "6月12日，滇池教育大会举行。江海大学校长李建华、昆明市教育局局长时俊等领导到场出席开幕式。",
        {"李建华 participatesIn 滇池教育大会", "时俊 participatesIn 滇池教育大会"},
    ),
]

# what only a contest has is the contest's
CONTESTS: list[tuple[str, list[str]]] = [
    (
        "第三届云岭职业技能大赛近日在昆明举行。大赛共设45个赛项，来自31所学校的817名选手参赛。全省现有技师学院12所。",
        ["45 云岭职业技能大赛", "31 云岭职业技能大赛", "817 云岭职业技能大赛", "12 "],
    ),
    ("“强基计划”实施三年，同期举办的比赛设45个赛项。", ["45 "]),
]

COUNTS: list[tuple[str, list[str]]] = [
    ("酒庄现有211家，建成的101家。受伤的3人。", ["211 家 酒庄", "101 家 建成"]),
    ("专任教师有128990人，专科毕业及以上学历的占到128887人。", ["128990 人 专任教师", "128887 人 专科毕业及以上学历"]),
]

PROGRAMS: list[tuple[str, list[str]]] = [
    (
        "三项行动，就是特色农业创新团队建设行动、省农科院跃升行动、地市农科院壮大行动。",
        ["特色农业创新团队建设行动", "省农科院跃升行动", "地市农科院壮大行动"],
    ),
    ("我们有三个计划，就是读书计划、旅行计划和健身计划。", []),
]


@pytest.mark.parametrize(("text", "expected"), RELATIONS)
def test_relations(text: str, expected: set[str]) -> None:
    assert triples(facts(text), ("memberOf", "establishes", "publishes")) == expected


@pytest.mark.parametrize(("text", "expected"), SIGNED)
def test_signed(text: str, expected: set[str]) -> None:
    assert triples(facts(text), ("signs", "signsWith")) == expected


@pytest.mark.parametrize(("text", "expected"), SPOKE)
def test_spoke(text: str, expected: set[str]) -> None:
    assert triples(facts(text), ("speaksAt",)) == expected


@pytest.mark.parametrize(("text", "expected"), PAIRS)
def test_pairs(text: str, expected: set[str]) -> None:
    assert triples(facts(text), ("cooperatesWith",)) == expected


@pytest.mark.parametrize(("text", "expected"), POSTS)
def test_posts(text: str, expected: set[str]) -> None:
    assert posts(facts(text)) == expected


@pytest.mark.parametrize(("kind", "text", "expected"), [
    *((Kind.ORGANIZATION, *row) for row in BODIES),
    *((Kind.PERSON, *row) for row in PEOPLE),
    *((Kind.DOCUMENT, *row) for row in DOCUMENTS),
    *((Kind.PROGRAM, *row) for row in PROGRAMS),
])  # fmt: skip
def test_names(kind: Kind, text: str, expected: list[str]) -> None:
    assert names(facts(text), kind) == expected


@pytest.mark.parametrize(("text", "expected"), HELD)
def test_events(text: str, expected: list[str]) -> None:
    assert [occurrence(o) for o in facts(text).occurrences] == expected


@pytest.mark.parametrize(("text", "expected"), TOGETHER)
def test_held_together(text: str, expected: set[str]) -> None:
    assert triples(facts(text), ("organizes", "participatesIn")) == expected


@pytest.mark.parametrize(("text", "expected"), CONTESTS)
def test_contests(text: str, expected: list[str]) -> None:
    assert [f"{o.value} {' '.join(o.programs)}" for o in facts(text).outcomes] == expected


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_counts(text: str, expected: list[str]) -> None:
    assert [f"{o.value} {o.unit} {o.what}" for o in facts(text).outcomes] == expected
