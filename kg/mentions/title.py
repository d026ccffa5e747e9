"""Titles of posts and ranks as they stand in a text: 党委副书记, 常务副校长, 原副主席, 二级巡视员, 院士."""

import re
from functools import cache
from typing import NamedTuple

from kg.mentions.lexicon import PageWords, alternation, rows
from kg.mentions.surname import frequent_surnames
from kg.mentions.words import Words

# A party group or committee inside a body: 教育厅党组书记 is the post 党组书记 in 教育厅.
_PARTY = "(?:党组织|党组|党委|党总支|党支部|党工委|分党组|机关党委|纪委|纪检组)"
_GRADE = "(?:[一二三四]级)"
# 主任医师 is no 主任, 委员会 no 委员, 书记处 no 书记: what must not follow a title.
_NOT_AFTER = "(?!工作室|(?<=教师)(?:教育|发展|队伍|资格|培养|专业)|(?<=[师者家])(?:学院|学校|专科学校|进修|发展(?:学院|中心|研究)|培训(?:中心|学院)|协会|事务所|之家)|员|委员会|府|(?<=[统王相])宫|选举|大选|竞选|候选|会(?![长见谈晤])|处(?!长)|(?<=[师员生])司(?=[司长副])|们|级|团(?![长队])|长|后(?!勤)|论坛|热线|信箱|办公|室|制|台|馆(?![长员])|组(?![长织成建])|(?<=代表)(?:队|资格|选举|工作委|联络工作|联络委)|(?<=[挥辑])部|(?<=长)办(?!公)|(?<=法人)[治资机登股组地证银主库]|(?<=副总)[经裁统理监工师编指设干队教书规会法顾督参农建部厂量体数额领园院台站馆护警检策导制调审]|(?<=[席统理])令|(?<=[席事])国(?!事|内|际|宾|务)|(?<=[育行务术运发际]长)[远期效足久短途三江跑城]|奖|单位|岗|职位|工作站|站|负责制|联席会|生涯|(?<=校董)事)"


class Title(NamedTuple):
    """A title in the text: [start, end), the words of the post, the word that makes it a past one, and its class."""

    start: int
    end: int
    text: str
    past: str  # 原, 前, 时任 …: what makes it a past one, empty for one that is held
    group: str  # party, government, education, company, association, rank, press, candidate, other


@cache
def _groups() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("titles.tsv", 2)}


@cache
def _modifiers() -> tuple[frozenset[str], frozenset[str]]:
    """The words that may precede a title, and those among them that are no part of it: 原 makes it a past one, 兼 joins it."""
    table = rows("title_modifiers.tsv", 2)
    return frozenset(r[0] for r in table), frozenset(r[0] for r in table if r[1] in ("former", "concurrent", "current"))


@cache
def _former() -> frozenset[str]:
    return frozenset(r[0] for r in rows("title_modifiers.tsv", 2) if r[1] == "former")


_BEHIND = re.compile(f"(?:助理|(?:候选人|(?:提名|建议|推荐|候选)?人选|提名人)(?!名单|提名|推荐|选举))?{_NOT_AFTER}")


_TO_BE = re.compile("(?:助理|候选人|(?:提名|建议|推荐|候选)?人选|提名人)\\Z")


@cache
def _base() -> PageWords:
    return PageWords(_groups())


@cache
def _before() -> re.Pattern[str]:
    """What may stand right before a title and belongs to it: modifiers, a party group, a grade."""
    modifier = alternation(_modifiers()[0])
    return re.compile(rf"(?:{modifier}){{0,3}}{_PARTY}?{_GRADE}?(?:{modifier}){{0,2}}\Z")


@cache
def _before_ends() -> frozenset[str]:
    """The last characters of what may stand right before a title."""
    return frozenset(word[-1] for word in _modifiers()[0]) | frozenset("组织委部支级")


# Bodies whose committee is one of its own, called 党委: of regions, zones, townships, divisions of the corps with their city.
_HAS_COMMITTEE = re.compile(
    "(?:自治[区州县旗]|(?<![一-鿿])州|(?:[巴博克]|昌吉|伊犁|克孜勒苏|博尔塔拉|巴音郭楞)州|兵团|[镇乡]|街道|工作|新城|[新园]区|(?:高新|开发|经开|管理|示范|度假)区|第[一二三四五六七八九十]{1,2}师[一-鿿]{2,4}市)\\Z"
)
_BEFORE_AGE = frozenset("时当现年世近古朝")  # 代 behind them is an age
_ACTING = ("长", "主任", "主席", "书记", "总理", "总统", "总裁", "经理", "专员", "校监", "理事")
_FOR_OTHERS = ("同志", "先生", "女士")  # who speaks for another
_STATIONED_AT = re.compile("驻[一-鿿]{2,16}\\Z")
_HAVE_COMMISSION = (*"省市区县州旗盟", "中央")
_ELECTED = ("总统", "总理", "首相", "主席", "议员")  # 总统候选人, who holds nothing yet
_BODY_ENDS = ("委", "局", "厅", "办", "会", "协")
_REACH = 14  # characters; no run of modifiers is longer


def _ends_name(text: str, position: int) -> bool:
    """Whether the character at a position may be the last one of a name: a surname stands two characters before it, or right before it
    where nothing else does (学院正教授, 双方正代表 hold none)."""
    two = text[max(0, position - 2) : position]
    return two[:1] in frequent_surnames() or (two[1:] in frequent_surnames() and not "一" <= two[0] <= "鿿")


def titles(text: str, cut: Words) -> list[Title]:
    """All titles in a text, left to right, none overlapping."""
    _, outside = _modifiers()
    found: list[Title] = []
    edge = 0
    for base_start, end in _base().find_in_page(text, _BEHIND):
        base, start = text[base_start:end], base_start
        if base not in _groups():
            base = _TO_BE.sub("", base)
        if start > edge and text[start - 1] in _before_ends():
            run = _before().search(text, max(edge, start - _REACH), start)
            start = run.start() if run else start
            if start == base_start - 1 and text[start] == "代" and text[start - 1] in _BEFORE_AGE:
                start += 1  # 星帆时代|董事长
            if start == base_start - 1 and text[start] == "代" and not base.endswith(_ACTING):
                start += 1  # 明代|作家
            if start == base_start - 1 and text[start] == "代" and text.endswith(_FOR_OTHERS, 0, start):
                start += 1  # 甲同志代|市长乙作报告
            if start == base_start - 1 and text[start] == "正" and _ends_name(text, start):
                start += 1  # 陈永正|书记, 王洪正|代表某局
        if text.startswith("党委", start) and _HAS_COMMITTEE.search(text, max(0, start - 9), start):
            start += 2  # 自治区党委 is a body like 省委, 某市教育卫生工作党委 one like the 工委
        if text.startswith("纪委", start) and end - start > 2 and text.endswith(_HAVE_COMMISSION, 0, start):
            start += 2  # 市纪委|书记, 中央纪委|书记, but 某局|纪委书记
        if (
            text.startswith("党工委", start)
            and "一" <= text[start - 1 : start] <= "鿿"
            and text[start - 1] not in "局厅院校司"
        ):
            start += 3  # so is that of a zone or a street, not that of a bureau
        if text.startswith("纪检组", start) and _STATIONED_AT.search(text, max(0, start - 20), start):
            start += 3  # the head of 驻某部纪检组
        # 合作处|处长|于…, 旅发委|主任|何某, which the segmenter cuts across
        firm = text[start - 1 : start] == text[start : start + 1] or text[start - 1 : start] in _BODY_ENDS
        if start not in cut.boundaries and end not in cut.boundaries and not firm:
            continue  # 社团长期
        if text.startswith(("第一党支部", "第一党总支"), start):
            start += 2  # 教工第一|党支部书记
        if text.startswith("校长", start) and text.endswith("学院院", 0, start):
            start -= 1  # 某医学院院校长
        if (
            text.startswith("系主任", start)
            and start > 0
            and "一" <= text[start - 1] <= "鿿"
            and text[start - 1] not in "系院"
        ):
            start += 1  # the head of 首饰系
        group = _groups()[base]
        to_be = ("人选", "提名人", "候选人") if base.endswith(_ELECTED) else ("人选", "提名人")
        if text.endswith(to_be, start, end):
            group = "candidate"  # of an election
        if base == "主持人" and text.startswith("工作室", max(0, start - 3 - (text[start - 1 : start] == "”"))):
            group = "education"  # of a teacher's studio, not of an evening
        lead = [w for w in outside if text.startswith(w, start, base_start)] if start < base_start else ()
        first = max(lead, key=len, default="")
        first = "" if first == "兼" and text.startswith("兼职", start) else first
        past = first if first in _former() else ""
        found.append(Title(start, end, text[start + len(first) : end], past, group))
        edge = end
    return found
