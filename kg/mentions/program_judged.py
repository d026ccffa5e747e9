"""Whether a name without quotation marks that ends in a kind of programme is specific enough, for each class of kinds.

Of a place or of the country, of several words, or said to be carried out, to be held, to be built.
"""

import re
from typing import NamedTuple

from kg.mentions.lexicon import words
from kg.mentions.program_words import program_words

_CARRIED = re.compile(r"(?:实施|启动|入选|列入|推进|落实|依托|通过|获批|加入|推行)了?\Z")
_AFTER = re.compile(
    r"(?:覆盖|惠及|启动|实施|投入|举行|举办|落地|累计|获批|由|是|自|正式|共|已|将|建设|圆满|成功|在|吸引|上线|招募|资助|培训|落实(?:工作|情况|协议|会)|(?:全面|有序|深入|稳步|顺利|持续|加快|扎实)(?:推进|实施|启动|展开)|持续发[挥力]|提供了?|得到(?:实施|落实|推进)|(?:攻坚|开局|决胜|收官|关键|起步)之?年|(?:主要|具体|计划)?(?:包括|包含|涵盖|分为|面向|聚焦|旨在)|总投资|(?:已?全部|基本|全面)?(?:完成|完工|收官)|\d{1,2}月\d{1,2}日|\d{1,2}日|等|、|，|（以下|（简称|（20)"
)
# 计划 is also a verb: 原计划, 公司计划新增…
_MEANS_TO = re.compile(
    r"在|于|到|从|将|使用|开行|增开|发送|投放|发行|生产|引进|招聘|今年|明年|年内|近期|总?投资|新增|招|派|用|对|把|以|再|建成|完成|利用|组织|开展|进行|举办"
)
_CARRIED_OUT = re.compile("(?:接连|相继|深入|全面|持续|先后|正式|顺利)*(?:实施|启动)(?:以来|以后|之后|后|[，。])")
# 校舍维修改造工程, 危房改造工程: what is mended everywhere, no one building site.
_MENDED = re.compile(
    "(?:校舍|危房|危旧房|棚户区|薄弱学校|农村厕所|老旧小区|旧城|农网|农村电网|城镇老旧小区)(?:安全|维修|加固|改建|[和与])*改造\\Z"
)
_ORDINAL = re.compile(r"(?:第[一二三四五六七八九十百\d]{1,4}届|首届|本届|20\d\d年?度?)(?:中国|全国|国际|世界)?\Z")
# 岭河邀请赛 may be one of any sport; 岭河马拉松, 岭河桃花节 are the one.
_ANY_CONTEST = frozenset(
    ("锦标赛", "挑战赛", "邀请赛", "大奖赛", "公开赛", "选拔赛", "对抗赛", "巡回赛", "冠军赛", "精英赛", "辩论赛")
)
_SUPERLATIVE = re.compile("(?:大|高|小)规模|大型|综合性|群众性|高水平|高规格|历届|[一-鿿]{2}级别")
_MAKING = frozenset(("建设", "改造", "提升", "整治", "维修", "修缮"))
_MANNERS = frozenset(
    (
        "数字化",
        "信息化",
        "智能化",
        "智慧化",
        "网络化",
        "专业化",
        "一体化",
        "标准化",
        "国家级",
        "省级",
        "市级",
        "一站式",
        "综合性",
        "高水平",
        "高能级",
        "开放式",
    )
)
_LISTED = 60  # characters of a list behind its verb
_BUILDS = re.compile(
    "[^、]{0,16}?(?:加快|规划|全力|稳步|持续|大力|统筹|协同|高标准|高水平|高质量|共同|联合|合力|扎实|着力|有序|深入)*(?:建设|推进|打造|共建|创建|谋划|启动)(?:了|好)?"
    "(?:[一-鿿“”（）·A-Za-z\\d、]{2,120}(?<=[、和及与]))?"
)
_IS_BUILT = re.compile(
    "(?:等)?(?:重大|重点)?(?:项目)?(?:正式|顺利|加快|全面|同步|启动|一期|二期)*(?:建设(?!局|用地|单位)|开工|奠基|动工|签约|开园|揭牌)"
)
_STATIONS = ("站", "赛区", "分区")  # where one part of a contest is held
# A match in a list of those: 甲比赛、乙比赛等5项活动, 甲比赛“最佳组织奖”.
_MATCHES = re.compile(
    "(?:、[^，。；、！？\n]{2,24}){0,5}等\\d{0,3}余?[项个场]?[一-鿿]{0,6}(?:活动|赛事|比赛)|“[^“”]{2,8}奖”|[一二三特]等奖|[金银铜]奖"
)
_AMONG = re.compile("等(?:各项|多项|系列|一系列|重点|重大|\\d{1,2}项)?(?:任务|举措|措施|行动|工程|项目|计划|活动)")
# Words that are verbs too: only a place makes a name of them.
_SHOWN = frozenset(("展演", "会演", "汇演", "调演", "大展", "联展", "特展"))
_LEVELS = frozenset(("国培", "省培", "市培", "县培", "区培", "校培"))  # training of teachers
_SITE = re.compile("[一-鿿]{0,4}(?:基地|园区|产业园|科技园|中心|校区|院区|小镇|工厂|港区|枢纽)")
_BUILT = re.compile(
    "(?:正式|顺利|集中|成功|全面|稳步)?(?:签约|开工|落户|落地|奠基|竣工|投产|启用|建成|投用|推进|开建|揭牌|占地|总投资|属于|是|的?开工|位于|坐落|，?(?:将|计划|拟|规划|预计|主要))"
)
# 全省中职学校教师教学竞赛: its place is where the page is from.
_THROUGHOUT = frozenset(("全省", "全市", "全县", "全区", "全州", "全自治区"))
_ANY_PLATFORM = frozenset(("科技", "创新", "科研", "合作", "交流", "发展", "开放", "产业", "科技创新"))
_SCOPE = ("农村", "乡村", "城乡", "中小学", "义务教育", "学前教育", "高中", "职业教育", "特殊教育", "教育")
_IS_DONE = re.compile("(?:加快|深入|全面|持续|扎实|有序|正式|稳步){0,2}(?:实施|启动|推进)(?=[，。；])")
_DOES = re.compile("(?:实施|启动|推行|推出|组织开展|深入开展)了?\\Z")


class Candidate(NamedTuple):
    """A run of words that may be a programme's name: `text`[start:end), its kind from `kind_start`; `pieces` are the words before the
    kind from the nearest on, with their `tags`, `proper` those that are neither common nor verbs."""

    text: str
    start: int
    kind_start: int
    end: int
    group: str  # the class of the kind
    pieces: list[str]
    tags: list[str]
    proper: list[str]
    placed: bool  # a place, the country or a region stands at its head
    joined: bool  # right behind another programme of a list
    before: bool  # behind a verb that carries out, or in a list

    @property
    def kind(self) -> str:
        return self.text[self.kind_start : self.end]

    @property
    def name(self) -> str:
        return self.text[self.start : self.end]

    @property
    def length(self) -> int:
        """Characters before the kind."""
        return self.kind_start - self.start

    @property
    def alone(self) -> bool:
        """浙江省计划: a place and nothing else."""
        return self.placed and len(self.pieces) == 1

    @property
    def follows(self) -> bool:
        """What comes after a programme's name comes after this."""
        return _AFTER.match(self.text, self.end) is not None

    @property
    def common(self) -> bool:
        return self.pieces[0] in program_words("common")

    @property
    def trains(self) -> bool:
        """教育科研提升工程: words that are common by themselves, and a name together."""
        return self.pieces[0] in program_words("trains") or self.pieces[0][-2:] in ("治理", "整治")  # 综合治理

    @property
    def ordinal(self) -> bool:
        return _ORDINAL.search(self.text, max(0, self.start - 10), self.start) is not None


def is_specific(c: Candidate) -> bool:
    """Whether the name tells one programme from others of its kind."""
    judge = {"plan": _plan, "contest": _contest, "match": _match, "park": _park, "zone": _zone}.get(c.group, _loose)
    return judge(c) or (c.group in ("plan", "loose") and (_is_under_way(c) or _is_put_into_effect(c)))


# 启动实施村庄清洁行动，: what is carried out is called so, where nothing else stands between the verb and the mark.
_EFFECTS = re.compile(
    "(?<![各全][校地市县区省镇乡村])(?<!学校)(?<!我校)(?<!企业)(?<!公司)(?<!班级)(?:实施|推行)了?\\Z"
)  # 全校实施节能减排行动: a practice
_CLOSES = re.compile("[，。；、（\\n]|以来|以后|之后|后，|等")
_CALLED_SO = frozenset(("计划", "行动", "专项行动", "行动计划", "专项计划"))


def _is_put_into_effect(c: Candidate) -> bool:
    return (
        c.kind in _CALLED_SO
        and c.length >= 4
        and not c.common
        and len(c.pieces) > 1
        and _EFFECTS.search(c.text, max(0, c.start - 5), c.start) is not None
        and _CLOSES.match(c.text, c.end) is not None
    )


# 基层能力提升工程铺开, 教育强镇筑基行动3月份启动: a clause that begins with it says that it is carried out.
_OPENS = re.compile("(?:\\A|[，。；：！？\\n 　”—]|[一二三四五六]期|推[动进])\\Z")
_UNDER_WAY = re.compile(
    "(?:\\d{1,2}月份?|今[日天年]|同步|连续|接连|相继|先后|加快|深入|全面|持续|扎实|有序|正式|稳步|顺利|也|已){0,4}(?:实施|启动|推进|铺开|打造|落地|开展|展开|上线|动工|开工|签约)"
)
_ENOUGH = 6  # characters before the kind; four before one of four
_LONG = 8
_IS = ("是", "也是", "则是")


def _is_under_way(c: Candidate) -> bool:
    return (
        c.length >= (_ENOUGH if len(c.kind) < 4 else 4)
        and len(c.pieces) + (len(c.kind) > 3) > 1
        and _OPENS.search(c.text, max(0, c.start - 2), c.start) is not None
        and (_UNDER_WAY.match(c.text, c.end) is not None or (c.length >= _LONG and c.text.startswith(_IS, c.end)))
    )


def is_verb(c: Candidate) -> bool:
    """Whether 计划 is rather what somebody means to do: 原计划, 公司计划新增…"""
    return c.kind == "计划" and bool(
        c.pieces[-1] == "原"
        or c.pieces[0] in "原本曾正还也都将已未拟按"
        or (_MEANS_TO.match(c.text, c.end) and not c.before)
    )


def _plan(c: Candidate) -> bool:
    # 学前教育行动计划实施以来: a kind of two words says enough where it is carried out
    done = len(c.kind) > 3 and _CARRIED_OUT.match(c.text, c.end) is not None
    if c.kind in ("工程", "工程项目"):
        good = _works(c)
    elif c.length >= 6:
        good = c.before or c.follows or c.placed
    elif c.length >= 4:
        proper = bool(c.proper) or c.placed or done or "年" in c.kind  # 启动省基础研究十年行动
        good = proper and (c.before or c.placed or done) and (not c.common or "年" in c.kind)
    else:
        good = (c.placed and not c.alone and not c.common) or (
            c.length >= 2
            and len(c.pieces) == 1
            and not c.common
            and bool(c.proper)
            and c.tags[0][0] in "njba"
            and _CARRIED.search(c.text, max(0, c.start - 4), c.start) is not None
        )
    return good or (c.length > 0 and _is_told_of(c.text, c.start, c.end, c.pieces))


def _works(c: Candidate) -> bool:
    if c.before and c.length >= 8 and len(c.pieces) > 3 and c.pieces[0] not in program_words("built") | _MAKING:
        return True  # 实施高等教育综合改革试点战略工程: common words, and a name together
    return (
        c.length >= 4
        and (bool(c.proper) or c.placed or (c.trains and c.length >= 6))
        and (c.before or c.placed or (c.follows and c.length >= 6 and (c.trains or c.name.startswith(_SCOPE))))
        and (c.placed or c.pieces[0] not in program_words("built") or _MENDED.search(c.name[: c.length]) is not None)
        and not (c.common and c.kind == "工程项目")
    )


def _contest(c: Candidate) -> bool:
    placed = c.placed and c.pieces[-1] != "国家级"
    specific = any(w not in program_words("common") for w in c.proper) and (
        (c.ordinal and c.length >= 4) or (c.length >= 5 and (c.before or c.follows))
    )
    specific = specific and c.kind not in _SHOWN  # 项目登台展演 says what is done
    throughout = (
        c.pieces[-1] in _THROUGHOUT and c.length >= 6 and len(c.pieces) > 2 and (c.before or c.follows or c.ordinal)
    )
    known = c.kind == "论坛" or (len(c.kind) > 2 and c.kind[-1] in "节赛松" and c.kind not in _ANY_CONTEST)
    return (
        c.length >= 2
        and (placed or specific or throughout)
        and (not c.alone or known)
        and not c.pieces[0].endswith(_STATIONS)
        and not (_SUPERLATIVE.search(c.name) or c.text[c.start - 1 : c.start] == "最")
    )  # 某地站巡展, 天津赛区选拔赛, 最大规模综合性运动会


def _match(c: Candidate) -> bool:
    among = _MATCHES.match(c.text, c.end) is not None
    return c.length >= 6 and (c.placed or among) and (c.joined or among) and not c.pieces[0].endswith(_STATIONS)


def _park(c: Candidate) -> bool:
    """What is built or to be built under a name of its own; 彭泽县现代农业产业园 is where a company is."""
    return (
        c.length >= 4
        and c.pieces[-1] not in ("国家", "国家级", "省级", "市级")
        and (c.placed or c.joined or any(t[:2] in ("ns", "nr", "nt", "nz") for t in c.tags))
        and not c.common
        and (c.joined or _builds(c.text, c.start, c.end))
    )


def _zone(c: Candidate) -> bool:
    named = any(t in ("ns", "nr", "nt") for t in c.tags)
    if _MANNERS & set(c.pieces) and not c.placed:
        return False  # 高水平合作示范区
    return c.length >= 4 and (c.placed or (named and (c.before or c.follows or len(c.pieces) >= 3)))


def _loose(c: Candidate) -> bool:
    """Platforms, projects and actions: words of every day, so more must speak for a name."""
    text, pieces, length = c.text, c.pieces, c.length
    many = len(pieces) > 2 and length >= 8
    if c.kind == "平台" and c.placed and _ANY_PLATFORM.issuperset(pieces[:-1]):
        return False  # 云岭科技创新平台
    if c.kind == "平台":
        return not _MANNERS & {pieces[0], pieces[-1]} and (
            (c.placed and length >= 4 and not c.common and "平台" not in pieces)
            or (length >= 6 and len(pieces) >= 3 and bool(c.proper) and c.before and c.follows and not c.common)
        )  # not 数字化平台, 国家级信息服务平台
    if c.kind == "项目" and _SITE.fullmatch(pieces[0]) and length >= 6 and (c.placed or len(pieces) > 2):
        # 呼和产业园项目签约: what is built under a name of its own
        return (bool(c.proper) or c.placed) and (c.before or _BUILT.match(text, c.end) is not None)
    if c.kind == "行动" and many and _IS_DONE.match(text, c.end):
        return True  # 基础教育扩优提质行动加快实施
    if c.kind == "行动" and many and (c.joined or _DOES.search(text, max(0, c.start - 4), c.start)):
        return True  # 乡村产业振兴科技支撑行动: words that are common by themselves, and a name together
    if c.kind == "行动" and many and c.placed and c.before:
        return True  # 推进青岭新区高质量发展支撑引领行动
    if c.kind == "行动" and many and _AMONG.match(text, c.end):
        return True  # …、乙丙丁兜底行动等各项任务
    if c.kind == "项目" and _LEVELS & set(pieces):
        return length >= 4 and (c.before or c.follows or c.joined)  # 国培中西部项目
    if c.trains and (c.kind == "项目" or (c.kind == "行动" and c.before)):
        return length >= 6 and (c.before or c.follows or c.placed)
    return (
        length >= 4
        and len(pieces) >= 2
        and bool(c.proper)
        and not c.common
        and c.before
        and (c.placed or c.follows or length >= 6)
    )


def _builds(text: str, start: int, end: int) -> bool:
    """Whether a park at [start, end) is said to be built, or stands in a list of those: 加快建设甲产业园、乙科学城."""
    low = max(0, start - _LISTED)
    clause = max(text.rfind(mark, low, start) for mark in "，。；：！？\n") + 1
    return _BUILDS.fullmatch(text, max(clause, low), start) is not None or _IS_BUILT.match(text, end) is not None


# 青苗计划是由某基金会发起的一项公益项目, at the head of a clause; building works are nothing that one starts so.
_TOLD_OF = re.compile(
    "(?:是|系|于[^，。；]{4,12}?|自[^，。；]{4,10}起?)?由[^，。；由]{3,60}?(?:共同|联合|合作)?(?:发起|推出)|是[^，。；由]{3,40}?(?:共同|联合|合作)?(?:发起|推出)的"
)


def _is_told_of(text: str, start: int, end: int, pieces: list[str]) -> bool:
    """Whether a clause begins with a name of few words that it says somebody started."""
    return (
        text[start - 1 : start] in ("", *"，。；\n 　“")
        and pieces[0] not in words("generic_words.tsv")
        and pieces[0] not in program_words("common") | program_words("built")
        and _TOLD_OF.match(text, end) is not None
    )
