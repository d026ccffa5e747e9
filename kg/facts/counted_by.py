"""What one number counts, looked for on either side of it as its kind asks: 6000名|教师, 普惠园覆盖率达|95.2%, 300人|受伤."""

import re
from decimal import Decimal

from kg.facts.count_words import cut, is_metric, is_person, is_place, words_of
from kg.facts.counted import JOINTS, Counted, noun_after, of_thing, verb_after
from kg.facts.counted_before import noun_before, said_before
from kg.facts.said_of import often_done, said_of_people, who_came
from kg.mentions.quantity import Quantity

SMALL = Decimal(10)  # up to here a numeral in characters counts only what is concrete: 六家单位, not 六个方面
EXTENT = (
    "处",
    "外",
    "以外",
    "之外",
    "开外",
    "高",
    "深",
    "宽",
    "厚",
    "长",
    "远",
    "重",
    "粗",
    "内",
    "范",
)  # 6米处, 300米外: where or how big, not how much
AMOUNTS = ("ratio", "currency", "measure", "duration")
_WORDS_WITH_IS = ("为期", "系列", "系统", "系数", "系部")  # which 为 and 系 begin
_POLITE = ("名", "位", "员")  # units of people that a noun follows: 30名由学校选派的教师, not 30人在…
_TOWARDS = re.compile(r"(?<![方朝面走转])[向对给][^，、；。：的]{0,8}$")
_STATED = re.compile(r"(?:有|造成|导致|[致使共另计等])$")
_BORE = (
    "毫米",
    "厘米",
    "纳米",
    "微米",
    "英寸",
    "千伏",
    "伏",
    "马力",
    "兆瓦",
    "千瓦",
    "瓦",
    "牛",
)  # how large one thing is: 155毫米火炮
_STOPS = ("", "，", "。", "；", "、", "）", "的", "”", "！", "：", " ", "\n")
_PAIRED = ("结对", "配对", "成对", "应对", "面对", "针对", "核对")  # no 对 before whom something is said to
_LEAD = 12  # characters between a number and the words that tie it to what stands before


def counted_by(text: str, number: Quantity, begin: int, end: int) -> tuple[Counted | None, str]:
    """The noun behind a number or the one in front of it, and which."""
    behind = text[number.end : number.end + 1]
    if number.kind in AMOUNTS:
        return _amount(text, number, begin, end, behind)
    skip = behind in ("为", "是", "系") and not text.startswith(_WORDS_WITH_IS, number.end)  # 其中6家为民营企业
    people = number.kind == "person"
    described = not people or number.unit in _POLITE
    after = (
        noun_after(text, number.end + skip, end, described, plain=not described, people=people)
        if number.end < end and behind != "的" and not (number.kind == "times" and behind == "在")  # 4次在某班上作报告
        else None
    )
    if people and after and after.what in words_of("aim") and begin < number.start:
        after = None  # 高职扩招116万人目标任务
    if after:
        if number.kind in ("body", "thing"):
            after = of_thing(after)
        return (_institution(after) if number.kind == "body" else after), "after"
    possessed_by = text[max(begin, number.start - 1) : number.start] == "的"  # 来自各国的8000件
    if people and possessed_by and behind in _STOPS and (said := said_of_people(text, begin, number.start - 1)):
        return said, "before"  # 享受政府津贴的2人
    if people and not number.chinese and (came := who_came(text, begin, number)):
        return came, "before"
    before = noun_before(text, begin, number.start, people) if begin < number.start and not possessed_by else None
    if before and before.what.endswith("对") and not before.what.endswith(_PAIRED):
        before = None  # 甲对十所支援高校表示感谢
    if before and before.verbal and before.what in words_of("reach"):
        reached = noun_before(text, begin, before.start) if begin < before.start else None
        if reached and not reached.verbal:
            return reached._replace(end=before.end), "before"  # 签约服务覆盖287万人
    if before and before.verbal and before.what in words_of("participation"):
        taking = noun_before(text, begin, before.start) if begin < before.start else None
        if taking and not taking.verbal and before.start - taking.end < 2:
            what = taking.what + text[taking.end : before.end]
            return before._replace(what=what, start=taking.start, verbal=False), "before"  # 困难人员就业
    if text.startswith("组成的", number.end) and (group := noun_after(text, number.end + 3, end)):
        return group, "after"  # 由62人组成的救援队
    if number.kind == "times" and number.value > SMALL and (done := often_done(text, begin, number.start)):
        return done, "before"
    if number.kind in ("person", "times") or not number.unit:
        verb = verb_after(text, number.end, end, number.value > SMALL)
        if verb and _TOWARDS.search(text, max(begin, number.start - _LEAD), number.start):
            verb = None  # 向当地80人发出警告
        if verb and text.endswith("一行", begin, number.start):
            return Counted("一行", number.start - 2, number.start), "before"  # 甲校长一行13人来到某校
        few = number.chinese and number.value <= SMALL and number.lower == number.upper
        if verb and few and verb.what not in words_of("harm") and not _STATED.search(text, begin, number.start):
            verb = None  # 四人均已回家: those named before
        weak = before is None or (before.verbal and number.kind != "times")
        if not weak and before and number.kind == "person" and number.unit not in _POLITE:
            weak = not is_person(before.what) and not is_metric(before.what)  # 大赛共有1350人获奖
        if verb and (weak or _sums_up(text, begin, number.start, verb)):
            return verb, "verb"
    if behind == "的":
        possessed = noun_after(text, number.end + 1, end)
        if before is None or before.verbal:
            return (possessed, "after") if possessed else (before, "verb")
        if possessed and before.start == begin and "一" <= text[begin - 1 : begin] <= "鿿":
            return possessed, "after"  # 80所|学校400多名的师生: that noun is the number's before
    if (
        before
        and before.verbal
        and number.kind in ("thing", "body", "person")
        and not before.what.endswith(("成", "为"))
    ):
        doing = noun_before(text, begin, before.start) if begin < before.start else None
        fits = doing and not is_place(doing.what) and (number.kind != "person" or is_person(doing.what))
        if fits and doing and not doing.verbal and not doing.change:
            return before._replace(
                what=doing.what + before.what, start=doing.start, verbal=False
            ), "before"  # 项目开工382个
    if before and is_place(before.what) and not is_person(before.what):
        before = None  # 河南4个地市
    told = not possessed_by or (behind in _STOPS and _counted_so(text, number))  # 建成的101家, beside 酒庄211家
    if before is None and told and (said := said_before(text, begin, number.start)):
        return said, "before"
    return before, "verb" if before and before.verbal else "before"


def _counted_so(text: str, number: Quantity) -> bool:
    """Whether the clause before counts in the same unit: 酒庄211家，建成的|101家."""
    before = text.rfind(number.unit, max(0, number.start - _BESIDE), number.start) if number.unit else -1
    if before <= 0 or not text[before - 1].isdigit():
        return False
    return "其中" not in text[before : number.start] or _SCHOOLED.search(text, before, number.start) is not None


# 教师120人，其中研究生学历的30人: what it says of persons, where it says little of schools (其中新建的12所).
_SCHOOLED = re.compile("学历|学位|职称|以上|以下")


_BESIDE = 60  # characters


def _amount(text: str, number: Quantity, begin: int, end: int, behind: str) -> tuple[Counted | None, str]:
    """What a rate, a sum of money or a measure is of: as a rule it stands in front (覆盖率达95%, 投资3亿元)."""
    lead = text[max(begin, number.start - 1) : number.start]
    if lead == "以" and number.kind == "currency":
        return None, ""  # 以8000万美元收购: a price
    rate = number.kind == "ratio" or text.find("高出", begin, number.start) >= 0
    before = noun_before(text, begin, number.start, rate=rate) if begin < number.start else None
    if lead == "的" and before and not is_metric(before.what) and (after := noun_after(text, number.end, end)):
        return after, "after"  # 卡上的9900元学费
    owned = behind == "的" and before is not None and is_metric(before.what)  # 投资100亿元的项目
    if before and not owned and before.what in words_of("predicate"):
        after = noun_after(text, number.end, end, sum_of=True)
        if after and not _spends(after.what, text[end : end + 1].isdigit() and after.end == end):
            return after, "after"  # 投入136亿元资金; not 投入2亿元改善|42所学校
    firm = before is not None and (before.change or is_metric(before.what))
    if number.kind == "measure":
        if is_size(text, number):
            return (before if firm else None), "before"
    elif behind != "的" and before and not before.verbal and (number.unit or firm):
        return before, "before"
    if number.kind == "ratio" and number.unit and behind != "的":
        share = before is None and text.endswith("的占", begin, number.start)
        if share and (said := said_before(text, begin, number.start)):
            return said, "before"  # 受过高等教育的占25%
        who = None if before else noun_after(text, number.end, end, plain=True, people=True)
        if who and is_person(who.what):
            return who, "after"  # 超过七成受访者
        return before, "verb" if before and before.verbal else "before"
    after = (
        None
        if firm
        else noun_after(text, number.end + (behind == "的"), end, plain=behind != "的", people=True, sum_of=True)
    )
    if after:
        return after, "after"
    if before is None and number.kind == "currency" and (verb := verb_after(text, number.end, end)):
        return verb, "verb"
    return before, "verb" if before and before.verbal else "before"


def _spends(words: str, counted: bool) -> bool:
    """Whether what stands behind a sum says what it is spent on: 改善|42所学校 (`counted` next), 资助贫困儿童."""
    run = cut(words)
    if counted and run.tags[-1].startswith("v"):
        return True
    acts = run.tags[0].startswith("v") or run.word(0) in words_of("predicate")
    return acts and len(run.tags) > 1 and not is_metric(words)


def is_size(text: str, number: Quantity) -> bool:
    """Whether a measure says where something is, or how large one thing is: 6米处, 155毫米火炮, 350兆瓦项目."""
    behind = text[number.end : number.end + 1]
    return text.startswith(EXTENT, number.end) or (number.unit in _BORE and behind not in _STOPS)


def _institution(counted: Counted) -> Counted:
    """高校 of 54所高校领导: what 所 and 家 count is the body, not its people."""
    staff = sorted(words_of("staff"), key=len, reverse=True)
    joined = (at for word in staff for joint in JOINTS if (at := counted.what.find(word + joint)) > 0)
    if (at := min(joined, default=0)) > 0:  # 中小学校|校长以及机关科室负责人
        return counted._replace(what=counted.what[:at], end=counted.end - len(counted.what) + at)
    for word in staff:
        if counted.what.endswith(word) and len(counted.what) > len(word):
            return counted._replace(what=counted.what.removesuffix(word), end=counted.end - len(word))
    return counted


def _sums_up(text: str, begin: int, end: int, verb: Counted) -> bool:
    """Whether a number of people sums up a list, or those who take part: …的干部、负责人共150余人参会."""
    lead = text[max(begin, end - 40) : end]
    takes_part = verb.what.startswith(tuple(words_of("participation")))
    return lead.endswith(tuple(words_of("totals"))) or (lead.endswith("有") and takes_part)
