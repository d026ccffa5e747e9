"""Outcomes: what is counted, by which program, as of when, and what is none."""

import time
from collections.abc import Iterable

import pytest

from kg.facts.outcomes import outcomes
from kg.model import Article, Kind, LineRole, Mention, Outcome, Page, Sentence


def page_of(*lines: str, heading: str | None = None, published: str | None = None) -> Page:
    """A page of which every line is a sentence of the body, under a heading."""
    texts = [heading, *lines] if heading else list(lines)
    text = "\n".join(texts)
    sentences, start = [], 0
    for number, line in enumerate(texts):
        role = LineRole.HEADING if heading and number == 0 else LineRole.BODY
        sentences.append(Sentence(start, start + len(line), role, number))
        start += len(line) + 1
    article = Article("a", "a.txt", text, "0" * 64)
    return Page(article, text, range(len(text)), tuple(sentences), published=published)


def programs_in(page: Page, names: Iterable[str]) -> list[Mention]:
    return [Mention(Kind.PROGRAM, i, i + len(n), n, "test") for n in names if (i := page.text.find(n)) >= 0]


def short(outcome: Outcome) -> str:
    """2300 所 学校, as in the tables."""
    return f"{outcome.value} {outcome.unit or '-'} {outcome.what}"


# a sentence → the outcomes that it states
COUNTED = [
    # the noun behind the number
    ("研修覆盖近6000名教师。", ["6000 名 教师"]),
    ("惠及2300余所边远和薄弱学校、70余万学生。", ["2300 所 边远和薄弱学校", "700000 - 学生"]),
    (
        "共建23个国家级“名匠计划”高职学校和专业群、76个职教集团（联盟）。",
        ["23 个 国家级“名匠计划”高职学校和专业群", "76 个 职教集团"],
    ),
    ("两省22所高校65个学科深度联建。", ["22 所 高校", "65 个 学科"]),
    ("入围的有8所高校的14个学科。", ["8 所 高校", "14 个 学科"]),
    ("近3万名专家实现资源共享。", ["30000 名 专家"]),
    ("35.34万学生安心就学。", ["353400 - 学生"]),
    ("吸引150余个中外合作办学项目、2万余名国际学生。", ["150 个 中外合作办学项目", "20000 名 国际学生"]),
    ("泸江等5个融合发展试验区正在建设。", ["5 个 融合发展试验区"]),
    ("16个单位签署合作协议。", ["16 个 单位"]),
    ("沿江54所高校领导参加会议。", ["54 所 高校"]),
    ("113所职业院校和30家知名企业的代表到会。", ["113 所 职业院校", "30 家 知名企业"]),
    ("9个市州的教育主管部门发出倡议。", ["9 个 市州"]),
    ("培养22名来自山区的优秀学生。", ["22 名 优秀学生"]),
    ("14位理论功底深厚的教师授课。", ["14 位 教师"]),
    ("近300家世界500强企业落户。", ["300 家 世界500强企业"]),
    ("3000名在校生报名。", ["3000 名 在校生"]),
    ("2000余户种养大户“一对一”对接。", ["2000 户 种养大户"]),
    ("116.2万名建档立卡贫困家庭学生全部受助。", ["1162000 名 建档立卡贫困家庭学生"]),
    ("出台12条具体措施。", ["12 条 具体措施"]),
    # in front of it
    ("举办招聘会500余场，共享岗位70余万个。", ["500 场 招聘会", "700000 个 岗位"]),
    ("互派访问学者220名。", ["220 名 访问学者"]),
    ("现有各级各类学校9177所，在校生639.8万人。", ["9177 所 各级各类学校", "6398000 人 在校生"]),
    ("在学研究生总规模为11.7万人。", ["117000 人 在学研究生总规模"]),
    ("累计为社会输送人才185万人。", ["1850000 人 人才"]),
    ("普通高校达141所。", ["141 所 普通高校"]),
    ("获省部级科技奖励100余项。", ["100 项 省部级科技奖励"]),
    ("全市普惠性幼儿园覆盖率达95.2%。", ["95.2 % 普惠性幼儿园覆盖率"]),
    ("在园幼儿占比为57.03%。", ["57.03 % 在园幼儿占比"]),
    ("高中阶段毛入学率提高到94.95%。", ["94.95 % 高中阶段毛入学率"]),
    ("全年粮食产量达1413.6亿斤。", ["141360000000 斤 全年粮食产量"]),
    ("地区生产总值（GDP）为703.45亿元，同比增长3.0%。", ["70345000000 元 地区生产总值", "3 % 地区生产总值同比增长"]),
    ("城镇新增就业1256万人。", ["12560000 人 城镇新增就业"]),
    ("森林覆盖率提升至24.02%。", ["24.02 % 森林覆盖率"]),
    ("接待游客1.3亿人次，实现旅游收入490多亿元。", ["130000000 人次 游客", "49000000000 元 旅游收入"]),
    ("交易量达到1871亿千瓦时。", ["187100000000 千瓦时 交易量"]),
    ("服务业在经济中占到50.8%。", ["50.8 % 服务业"]),
    ("经济增速目标设定为6%。", ["6 % 经济增速目标"]),
    ("水面面积恢复至290平方公里。", ["290 平方公里 水面面积"]),
    ("3名10岁以上儿童获奖。", ["3 名 10岁以上儿童"]),
    # changes
    ("普通高校招生录取率同比增长5%。", ["5 % 普通高校招生录取率同比增长"]),
    ("游客人数比去年同期增长30%。", ["30 % 游客人数增长"]),
    ("升学比例突破70%，比规划指标高出20%。", ["70 % 升学比例", "20 % 升学比例比规划指标高出"]),
    ("教育经费持续增长，年均增幅超过5%。", ["5 % 教育经费年均增幅"]),
    ("义务教育方面，巩固率升至96.84%。", ["96.84 % 义务教育巩固率"]),
    (
        "总产量546亿斤，比上年增加20.6亿斤，增长3.9%。",
        ["54600000000 斤 总产量", "2060000000 斤 总产量增加", "3.9 % 总产量增长"],
    ),
    ("种植面积从1万亩扩大到2万亩。", ["20000 亩 种植面积"]),
    ("市场主体16236户，比年初新增3207户。", ["16236 户 市场主体", "3207 户 市场主体新增"]),
    ("2021年全市破获案件数较2016年下降61.4%。", ["61.4 % 破获案件数下降"]),
    ("设备投资规模较2023年增长25%。", ["25 % 设备投资规模增长"]),
    ("儿童的数量相比于2010年增加了75%。", ["75 % 儿童的数量增加"]),
    ("机构将今年经济增速预期调低0.2个百分点。", ["0.2 百分点 经济增速预期调低"]),
    ("预计全球经济增长3.5%，较此前预测调低0.2个百分点。", ["3.5 % 全球经济增长", "0.2 百分点 全球经济调低"]),
    ("消费品零售额（100964亿元）同比增长10.2%。", ["10096400000000 元 消费品零售额", "10.2 % 消费品零售额同比增长"]),
    (
        "农民收入增长7.9%，高于全省农村平均水平1.2个百分点。",
        ["7.9 % 农民收入增长", "1.2 百分点 农民收入高于全省农村平均水平"],
    ),
    ("教师由生均30元提高到40元。", ["40 元 教师"]),
    ("激励措施从去年的6项增加到24项。", ["6 项 激励措施", "24 项 激励措施"]),
    ("全省县域内就诊率由2020年的81.3%提高到2024年的90.6%。", ["81.3 % 县域内就诊率", "90.6 % 县域内就诊率"]),
    (
        "省卫生健康委党组书记、主任李某某介绍，全省县域内就诊率由2020年的81.3%提高到2024年的90.6%。",
        ["81.3 % 县域内就诊率", "90.6 % 县域内就诊率"],
    ),
    # shares of a whole
    ("全社会研发投入占GDP的比重由2.1%提升至2.6%。", ["2.6 % 全社会研发投入占GDP的比重"]),
    ("新能源汽车产量98万辆，占全国的比重达10.2%。", ["980000 辆 新能源汽车产量", "10.2 % 新能源汽车产量占全国的比重"]),
    # the object of a verb, and what a verb is done to
    ("三年内为乡镇卫生院培训全科医生1200名。", ["1200 名 全科医生"]),
    ("学校培训教师3000名，资助贫困学生1.2万人次。", ["3000 名 教师", "12000 人次 贫困学生"]),
    ("累计建设高标准农田3120万亩。", ["31200000 亩 高标准农田"]),
    ("建设项目62个。", ["62 个 建设项目"]),
    ("培育龙头企业1200家。", ["1200 家 龙头企业"]),
    ("家庭医生签约服务覆盖287万人。", ["2870000 人 家庭医生签约服务"]),
    ("就业困难人员就业6.5万人。", ["65000 人 就业困难人员就业"]),
    ("建成加氢站96座。", ["96 座 加氢站"]),
    ("学校已输送博士近200名，其中约三分之一留在本省工作。", ["200 名 博士"]),
    ("解决技术难题280项。", ["280 项 技术难题"]),
    # what follows the noun or stands before it is no part of it
    ("3辆汽车连环相撞。", ["3 辆 汽车"]),
    ("会议宣布了30项在教育领域的新举措。", ["30 项 新举措"]),
    ("10名由学校选派的教师到岗。", ["10 名 教师"]),
    ("支持30个城市开展试点。", ["30 个 城市"]),
    ("24个重点大城市今年深化改革。", ["24 个 重点大城市"]),
    ("来自20个国家的8000多件来稿参评。", ["20 个 国家", "8000 件 来稿"]),
    ("存在卡上的9900元学费。", ["9900 元 学费"]),
    ("60岁及以上人口为2.2亿。", ["220000000 - 60岁及以上人口"]),
    ("新增贷款7个亿。", ["700000000 - 贷款"]),
    # a list that shares its numbers
    (
        "毛入园率、高中毛入学率、高等教育毛入学率目前分别达到93.5%、98.47%和64.25%，三项指标领先。",
        ["93.5 % 毛入园率", "98.47 % 高中毛入学率", "64.25 % 高等教育毛入学率"],
    ),
    (
        "幼儿园、小学、普通高中校舍面积分别增长26%、9%、23%。",
        ["26 % 幼儿园校舍面积增长", "9 % 小学校舍面积增长", "23 % 普通高中校舍面积增长"],
    ),
    (
        "培训机构、参训学生和培训收费分别减少93.73%、89.8%和80%。",
        ["93.73 % 培训机构减少", "89.8 % 参训学生减少", "80 % 培训收费减少"],
    ),
    (
        "接待游客1200万人次、实现旅游收入86亿元，同比分别增长15%和18.2%。",
        ["12000000 人次 游客", "8600000000 元 旅游收入", "15 % 游客同比增长", "18.2 % 旅游收入同比增长"],
    ),
    (
        "生产钢材310万吨，销售水泥280万吨，同比分别下降2.1%和增长1.5%。",
        ["3100000 吨 钢材", "2800000 吨 水泥", "2.1 % 钢材同比下降", "1.5 % 水泥增长"],
    ),
    ("钢产量、煤产量分别为10亿吨和47亿吨。", ["1000000000 吨 钢产量", "4700000000 吨 煤产量"]),
    # a verb, where no noun is said
    ("市州干部以及企业负责人共150余人参会。", ["150 人 参会"]),
    ("21万人受益。", ["210000 人 受益"]),
    ("累计培训3000余人次。", ["3000 人次 培训"]),
    ("已经毕业上岗的有779人。", ["779 人 毕业上岗"]),
    ("入围企业7家，其中6家为民营企业。", ["7 家 企业", "6 家 民营企业"]),
    ("签约项目62个，其中50个已开工。", ["62 个 项目", "50 个 项目"]),
    # shares of something
    ("90%的农户用上自来水。", ["90 % 农户"]),
    ("完成意向面积的44.3%。", ["44.3 % 意向面积"]),
    ("投入136亿元资金。", ["13600000000 元 资金"]),
    # small numbers in characters count agents, places and things
    ("六家单位代表分享经验。", ["6 家 单位"]),
    ("欢迎八所重庆高校的领导。", ["8 所 重庆高校"]),
    ("设立两个专业。", ["2 个 专业"]),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_counted(text: str, expected: list[str]) -> None:
    assert [short(o) for o in outcomes(page_of(text))] == expected


# points of a speech, slogans, ranks, stretches of time and space
NO_OUTCOMES = [
    "他提出三点希望。",
    "要从六个方面精准发力。",
    "紧扣两大关键词。",
    "围绕5个方面开展工作。",
    "提出3个重点方向。",
    "三项指标均高于平均。",
    "建设“四个强市”。",
    "活动持续48小时。",
    "路程缩短3个小时。",
    "在地下约6米处发现遗迹。",
    "排名位列76位。",
    "先后两次召开会议。",
    "构建“三位一体”体系。",
    "每投入1元即有回报。",
    "列车时速350公里。",
    "线路全长20公里。",
    "圆盘直径4厘米。",
    "设计时速350公里的高铁开通。",
    "新问题又来了，村子被一个100多米高的沙丘阻隔。",
    "安排2人以上专人看护。",
    "应当配备不少于3名专职人员。",
    "省教育厅副厅长王小明介绍，三年来增长5%。",
    "有5人可能缺勤。",
    "重新装修了一番。",
    "发生一起3车连环相撞事故。",
    "全资子公司以8000万美元收购。",
    "新增病例中，河南4例。",
    "几个人四处忙活。",
    "从7个维度评价。",
]


@pytest.mark.parametrize("text", NO_OUTCOMES)
def test_no_outcome(text: str) -> None:
    assert [short(o) for o in outcomes(page_of(text))] == []


# the programs named, lines → the programs of each outcome
BROUGHT = [
    (["青蓝研修项目"], ["青蓝研修项目覆盖近6000名教师，共建学校30所。"], [("青蓝研修项目",)] * 2),
    (["青蓝研修项目"], ["青蓝研修项目覆盖近6000名教师，毛入园率达95%。"], [("青蓝研修项目",), ()]),
    (["云课堂", "智慧平台"], ["“云课堂”“智慧平台”惠及2300余所学校、70余万学生。"], [("云课堂", "智慧平台")] * 2),
    (["名匠计划"], ["共建23个国家级“名匠计划”高职学校、76个集团，建成186个学院。"], [("名匠计划",), (), ()]),
    (
        ["营养餐计划"],
        ["营养餐计划投入资金136亿元，1571万人次学生受益；新建学校30所。"],
        [("营养餐计划",), ("营养餐计划",), ()],
    ),
    (["青蓝计划"], ["实施青蓝计划，累计培训教师3000名。"], [("青蓝计划",)]),
    (["青蓝计划"], ["“十四五”以来，通过青蓝计划培训教师3000名。"], [("青蓝计划",)]),
    (["青蓝计划"], ["在青蓝计划支持下，农村学校达300所，教师达5000名。"], [("青蓝计划",), ("青蓝计划",)]),
    (["名匠计划"], ["另有9所学校入选新一轮“名匠计划”。"], [("名匠计划",)]),
    (["名匠计划"], ["进入“名匠计划”建设名单的有8所高校，跻身前列的有20所高校。"], [("名匠计划",), ()]),
    (["滨江试验区", "临湖试验区"], ["滨江试验区、临湖试验区等5个试验区正在建设。"], [()]),
    (["云课堂"], ["“云课堂”已经上线。", "该平台覆盖3000所学校。"], [("云课堂",)]),
    (["云课堂"], ["“云课堂”已经上线。", "全市建成3000所学校。"], [()]),
    (["十五五"], ["“十五五”期间建成30所学校。"], [()]),
]


@pytest.mark.parametrize(("names", "lines", "expected"), BROUGHT)
def test_programs(names: list[str], lines: list[str], expected: list[tuple[str, ...]]) -> None:
    page = page_of(*lines)
    assert [o.programs for o in outcomes(page, programs_in(page, names))] == expected


AS_OF = [
    ("截至2024年底，全省有学校300所。", "截至2024年底"),
    ("今年上半年，新建学校30所。", "今年上半年"),
    ("“十四五”期间，建成41所学校。", "“十四五”期间"),
    ("五年来，建成41所学校。", "五年来"),
    ("4月29日至5月3日，发送旅客300万人次。", "4月29日至5月3日"),
    ("与2020年相比，面积增长26%。", None),
    ("学院成立于1958年，现有专业41个。", None),
    ("全省有学校300所。", None),
]

# a change with its beginning dated → (value, period) of both ends
CHANGED = [
    ("就诊率由2020年的81.3%提高到2024年的90.6%。", [("81.3", "2020年"), ("90.6", "2024年")]),
    ("新出生人口从2010年的1592万人增加到2014年的1687万人。", [("15920000", "2010年"), ("16870000", "2014年")]),
    ("收入由2020年的1.6万元增加到2万元。", [("16000", "2020年"), ("20000", None)]),
    ("2024年，费率由1%降至0.75%。", [("0.75", "2024年")]),
]


@pytest.mark.parametrize(("text", "expected"), CHANGED)
def test_change(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(str(o.value), o.as_of) for o in outcomes(page_of(text))] == expected


@pytest.mark.parametrize(("text", "expected"), AS_OF)
def test_as_of(text: str, expected: str | None) -> None:
    (outcome,) = outcomes(page_of(text))
    assert outcome.as_of == expected


TARGETS = [
    ("到2027年，建成学校300所。", True),
    ("到2023年底，已建成学校300所。", False),
    ("力争培训教师3000名。", True),
    ("计划培训教师3000名。", True),
    ("预计接待游客300万人次。", True),
    ("将新建学校30所。", True),
    ("拟新建学校30所。", True),
    ("目标是培训教师3000名。", True),
    ("力争开放发展，已培训教师3000名。", False),
    ("生产预期指数为55.6%。", False),
    ("将3000名学生纳入资助范围。", False),
    ("青蓝计划培训教师3000名。", False),
    ("建成学校300所。", False),
]


@pytest.mark.parametrize(("text", "expected"), TARGETS)
def test_target(text: str, expected: bool) -> None:
    (outcome,) = outcomes(page_of(text, published="2025-06-01"))
    assert outcome.is_target is expected


def test_bounds_and_words_are_kept() -> None:
    (outcome,) = outcomes(page_of("惠及70余万学生。"))
    assert (str(outcome.lower), str(outcome.upper), outcome.lower_open, outcome.upper_open) == (
        "700000",
        "800000",
        True,
        True,
    )
    assert outcome.as_written == "70余万"
    assert outcome.rule == "outcomes.after"


def test_evidence_runs_from_the_program_to_the_noun() -> None:
    page = page_of("据介绍，“云课堂”惠及2300余所学校。")
    (outcome,) = outcomes(page, programs_in(page, ["云课堂"]))
    (span,) = outcome.evidence
    assert page.text[span.start : span.end] == "云课堂”惠及2300余所学校"


def test_evidence_runs_from_the_noun_to_the_number() -> None:
    page = page_of("全市普惠性幼儿园覆盖率达95.2%。")
    (outcome,) = outcomes(page)
    (span,) = outcome.evidence
    assert page.text[span.start : span.end] == "普惠性幼儿园覆盖率达95.2%"


def test_a_heading_counts_what_the_body_does_not_say() -> None:
    page = page_of("会上，16个协作单位签署协议。", heading="28项任务明确 16个单位签约")
    assert [short(o) for o in outcomes(page)] == ["28 项 任务", "16 个 协作单位"]


def test_the_same_count_twice_is_one_outcome() -> None:
    page = page_of("全省有学校300所。", "全省有学校300所。")
    (outcome,) = outcomes(page)
    assert len(outcome.evidence) == 2


def test_captions_and_noise_count_nothing() -> None:
    page = page_of("全省有学校300所。")
    quiet = [Sentence(s.start, s.end, role, 0) for s in page.sentences for role in (LineRole.CAPTION, LineRole.NOISE)]
    assert outcomes(Page(page.article, page.text, page.offsets, tuple(quiet))) == ()


HOSTILE = {
    "digits": "9" * 8000 + "名教师",
    "numerals": "一" * 20000,
    "list": "甲、" * 20000 + "30名教师",
    "numbers": "3名教师、" * 5000,
    "shared": "甲、" * 3000 + "分别达到" + "1%、" * 3000,
    "clauses": "同比增长5%，" * 5000,
    "no punctuation": "教师300名" * 5000,
    "brackets": "（" * 10000 + "3000名教师",
    "quotes": "“" * 20000 + "30名学生",
    "possessive": "3000名" + "的" * 20000,
    "periods": "“十四五”期间" * 5000 + "3000名教师",
    "scales": "9万" * 20000 + "名教师",
    "shared unit": "5和" * 20000 + "名教师",
    "changes": "从2020年的1万亩扩大到2万亩" * 3000,
    "shared before": "教师3名，同比分别增长15%和18%，" * 2000,
    "shares": "占全国的比重" * 10000 + "3%",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile(text: str) -> None:
    page = page_of(text)
    begin = time.process_time()
    outcomes(page)
    assert time.process_time() - begin < 4


def test_the_tables_are_whole() -> None:
    assert (len(COUNTED), len(NO_OUTCOMES), len(BROUGHT), len(AS_OF), len(TARGETS)) == (98, 29, 14, 8, 13)
    assert len(CHANGED) == 4
