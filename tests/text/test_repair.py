"""Damage → repaired text, with the way back for each character."""

from itertools import pairwise

import pytest

from kg.text.repair import repair

# Enough certain readings to call a text full of them.
DENSE = "推進(jìn)產(chǎn)業(yè)發(fā)展,會(huì)議,負(fù)責(zé)人,"
DENSE_REPAIRED = "推进产业发展，会议，负责人，"

CASES = [
    # readings in brackets
    ("區(qū)", "区"),
    ("建設(shè)", "建设"),
    ("建设（shè）", "建设"),
    ("經(jing)濟(ji)建(jian)設(she)", "经济建设"),
    ("教(jiao4)育(yu4)", "教育"),
    ("女(nv)生,旅(lǚ)行,戰略(lüè)", "女生，旅行，战略"),
    ("教(jiao)育(yu)(yu)(yu)廳", "教育厅"),
    ("重慶(chóng qìng)市", "重庆市"),
    ("區qū域", "区域"),
    ("區(qū)qū域", "区域"),
    ("集團(tuán)(聯(lián)盟)", "集团（联盟）"),
    ("建設(sh\u00e8)和建設(she\u0300)", "建设和建设"),
    ("數(ɡuī)數", "数数"),
    (DENSE + "經濟(j", DENSE_REPAIRED + "经济"),
    (DENSE + "行(xxing)動(dong)", DENSE_REPAIRED + "行（xxing）动"),
    (DENSE + "技術(sh?)", DENSE_REPAIRED + "技术"),
    (DENSE + "重(zhong)要,銀行(hang)", DENSE_REPAIRED + "重要，银行"),
    # real brackets
    ("人工智能(AI)、负责人(CFO)、应用(APP)、处理器(CPU)", "人工智能（AI）、负责人（CFO）、应用（APP）、处理器（CPU）"),
    ("方案(a)、方案(b)和方案(e)", "方案（a）、方案（b）和方案（e）"),
    ("上海(Shanghai)大学(Shanghai University)", "上海（Shanghai）大学（Shanghai University）"),
    ("通知(2025)第(12)号", "通知（2025）第（12）号"),
    ("咖啡馆(café)", "咖啡馆（café）"),
    ("附录阿(a)", "附录阿（a）"),
    ("戰略(lue)", "战略"),
    ("张乾答覆了来信", "张乾答覆了来信"),
    ("全国(he)一家", "全国（he）一家"),
    (DENSE + "人工智能(AI)(Ai)", DENSE_REPAIRED + "人工智能（AI）（Ai）"),
    ("拍了vlog和app", "拍了vlog和app"),
    # script
    ("碩果盈枝,邁入新階段", "硕果盈枝，迈入新阶段"),
    ("走著看著,隨著改革,專著、著作和著名學者,覆蓋著全省", "走着看着，随着改革，专著、著作和著名学者，覆盖着全省"),
    ("結合著實際,著力推進,顯著提高,著有《論學》", "结合着实际，着力推进，显著提高，著有《论学》"),
    ("随著改革的深入，著名学者的专著", "随着改革的深入，著名学者的专著"),
    ("乾燥的地區有乾隆年間的書院", "干燥的地区有乾隆年间的书院"),
    ("张乾同志参加会议", "张乾同志参加会议"),
    ("首批覆蓋全省,首批覆盖全省", "首批覆盖全省，首批覆盖全省"),
    ("首批覆盖全省", "首批覆盖全省"),
    ("委員馬馼發言", "委员马馼发言"),
    ("衞生局啓動計劃", "卫生局启动计划"),
    ("産教融郃躰系,層麪", "产教融合体系，层面"),
    ("10⽉17⽇⾄⼀⼗⽇,⻓江⻅證", "10月17日至一十日，长江见证"),
    ("豈有", "岂有"),
    ("２０２５年ＡＩ", "2025年AI"),
    # marks
    ("会议强调,要落实;一是推进:改革(试点)!", "会议强调，要落实；一是推进：改革（试点）！"),
    ("投入1,200万元,增长3.5%,14:26开始,比例1:3", "投入1,200万元，增长3.5%，14:26开始，比例1:3"),
    ("达93.5%,98.47%和64%", "达93.5%，98.47%和64%"),
    ("见https://example.org/a?b=1,c 和 www.example.org", "见https://example.org/a?b=1,c 和 www.example.org"),
    ("Smith, John来访", "Smith, John来访"),
    ('实施"双高计划"和"强基计划"', "实施“双高计划”和“强基计划”"),
    ("实施「双高计划」和『强基计划』", "实施“双高计划”和‘强基计划’"),
    ("实施”双高计划“的", "实施“双高计划”的"),
    ("实施”双高计划”的", "实施“双高计划”的"),
    ("称'双高'为抓手, it's", "称‘双高’为抓手， it's"),
    ("工作完成.", "工作完成。"),
    ("约翰.史密斯", "约翰.史密斯"),
    ("教育•科技‧人才", "教育·科技·人才"),
    ("2024年3月 9日 , 9 月 28 日,约 6000 名", "2024年3月9日 ， 9月28日，约6000名"),
    ("No Chinese, here (at all).", "No Chinese, here (at all)."),
    # names set as wide as those of three characters, and lines set wide altogether
    ("出席会议的有：张 三、李小四、王　五。", "出席会议的有：张三、李小四、王五。"),
    ("（记者 李 敏 邱 琦 谭冬晴）", "（记者 李敏 邱琦 谭冬晴）"),
    ("将建设1 200所幼儿园，有3 942所，2021 100名学生。", "将建设1200所幼儿园，有3942所，2021 100名学生。"),
    ("“国培计划 （2013）”项目，主任 （兼）到会。", "“国培计划（2013）”项目，主任 （兼）到会。"),
    # a line that broke in a word
    (
        "中国社会科学院世界经 济与政治研究所、社会科学杂志 社国际部、一系列政 策。",
        "中国社会科学院世界经济与政治研究所、社会科学杂志社国际部、一系列政策。",
    ),
    (
        "市长讲话 中国家长学校开课，贵阳发布新政 策马扬鞭，主任高明 天津市长到会。",
        "市长讲话 中国家长学校开课，贵阳发布新政 策马扬鞭，主任高明 天津市长到会。",
    ),
    ("市教育局局长 张 三，副局长李 四等。", "市教育局局长 张三，副局长李四等。"),
    ("推均工作,。座谈会上,,双方交流", "推均工作。座谈会上，双方交流"),
    ("““十四五””规划", "“十四五”规划"),
    ("标题\n??3月5日上午,会议召开", "标题\n3月5日上午，会议召开"),
    ("总 投 入 214.16 亿 元 用 于 改 善 全 省 学校", "总投入214.16亿元用于改善全省学校"),
    ("字号： 大 中 小", "字号： 大 中 小"),
    # one byte late: a full stop whose first byte was lost
    ("水平的评价?！吨腥A人民共和國教師法》規(guī)定", "水平的评价。《中华人民共和国教师法》规定"),
    ("一样优质?！盵1]学校", "一样优质。”[1]学校"),
    ("吸引公眾參與?，F(xiàn)場氛圍熱烈", "吸引公众参与。现场氛围热烈"),
    ("真的吗?！他问道。为何?，A组", "真的吗？！他问道。为何？，A组"),
    ("达dá5300辆,歸（guī）guī5类", "达5300辆，归5类"),
    # a question mark, or the sign of a lost character
    ("如何赋能?两地给出答案", "如何赋能？两地给出答案"),
    ("王?明强调", "王?明强调"),
    ("总领事维拉萨?宋蓬、查理?丹", "总领事维拉萨·宋蓬、查理·丹"),
    ("谁是维拉萨?宋蓬说", "谁是维拉萨？宋蓬说"),
    ("(记者 ?王小明)", "（记者 王小明）"),
    ("为了什么?", "为了什么？"),
    # debris
    ("教\u200b育\ufeff部\u00ad门", "教育部门"),
    ("教育\u3000部\xa0门", "教育 部 门"),
    ("校长🖊、书记👩🏿‍🦰出席", "校长、书记出席"),
    ("&nbsp;实施&ldquo;双高&rdquo;A&amp;B", " 实施“双高”A&B"),
    ("一\r\n二\r三\u2028四", "一\n二\n三\n四"),
    ("", ""),
]


@pytest.mark.parametrize(("damaged", "repaired"), CASES)
def test_repairs(damaged: str, repaired: str) -> None:
    text, offsets = repair(damaged)
    assert text == repaired
    assert len(offsets) == len(text)
    assert all(a < b for a, b in pairwise(offsets))
    assert all(0 <= i < len(damaged) for i in offsets)


def test_number_of_cases() -> None:
    assert len(CASES) == 86


def test_offsets_lead_back_to_the_damaged_characters() -> None:
    damaged = "成渝地區(qū)雙城經(jīng)濟(jì)圈"
    text, offsets = repair(damaged)
    assert [damaged[i] for i in offsets] == list("成渝地區雙城經濟圈")
    start = text.index("双城")
    assert damaged[offsets[start] : offsets[start + 3] + 1] == "雙城經(jīng)濟"


def test_repair_of_repaired_text_changes_nothing() -> None:
    for damaged, _ in CASES:
        once, _ = repair(damaged)
        assert repair(once)[0] == once
