"""Names of programmes without quotation marks: 国家中小学智慧教育平台, 乡村教师支持计划, 全国职业院校技能大赛.

They end in a kind (计划, 大赛, 平台) and are read from right to left, word by word, to a word that no name holds. What is
left must be specific: of a place or of the country, of several words, or said to be carried out.
"""

import re
from functools import cache
from typing import NamedTuple

from kg.mentions.gazetteer import gazetteer
from kg.mentions.lexicon import Beginnings, PageWords, alternation, words
from kg.mentions.program_extent import BEFORE, in_list, longer, reach, with_both, without_head
from kg.mentions.program_words import NATIONAL, REGIONS, kinds, program_words
from kg.mentions.words import Words
from kg.text.scan import matches_at


class Named(NamedTuple):
    """A programme's name at [start, end), quotation marks included where they are part of it."""

    start: int
    end: int
    text: str
    rule: str


_CARRIED = re.compile(r"(?:实施|启动|入选|列入|推进|落实|依托|通过|获批|加入|推行)了?\Z")
_AFTER = re.compile(
    r"(?:覆盖|惠及|启动|实施|投入|举行|举办|落地|累计|获批|由|是|自|正式|共|已|将|建设|圆满|成功|在|吸引|上线|招募|资助|培训|落实(?:工作|情况|协议|会)|(?:全面|有序|深入|稳步|顺利|持续|加快|扎实)(?:推进|实施|启动|展开)|持续发[挥力]|提供了?|(?:主要|具体|计划)?(?:包括|包含|涵盖|分为|面向|聚焦|旨在)|总投资|(?:已?全部|基本|全面)?(?:完成|完工|收官)|等|、|，|（以下|（简称|（20)"
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
_NTH_LIST = re.compile("(?:第[一二三四五六七八九十\\d]{1,3}|首)届[^，。；会节赛坛展周]{2,24}、\\Z")
_COUNTED = re.compile(r"(?:\d|[一二两三四五六七八九十百千万余多数几各]){1,8}[余多]?[个项大类批]\Z")
# 岭河邀请赛 may be one of any sport; 岭河马拉松, 岭河桃花节 are the one.
_ANY_CONTEST = frozenset(
    ("锦标赛", "挑战赛", "邀请赛", "大奖赛", "公开赛", "选拔赛", "对抗赛", "巡回赛", "冠军赛", "精英赛", "辩论赛")
)
_SUPERLATIVE = re.compile("(?:大|高|小)规模|大型|综合性|群众性|高水平|高规格|历届|[一-鿿]{2}级别")
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
    "(?:[一-鿿“”（）·A-Za-z\\d]{2,20}(?:、|和|及|与|以及))*"
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
# 京蒙教育协作智慧平台, 闽宁协作工程: provinces by one character each.
_PROVINCES = re.compile("[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔贵滇藏陕甘青宁新港澳台]{2,4}\\Z")
_SITE = re.compile("[一-鿿]{0,4}(?:基地|园区|产业园|科技园|中心|校区|院区|小镇|工厂|港区|枢纽)")
_BUILT = re.compile(
    "(?:正式|顺利|集中|成功|全面|稳步)?(?:签约|开工|落户|落地|奠基|竣工|投产|启用|建成|投用|推进|开建|揭牌|占地|总投资|属于|是|的?开工)"
)
_SO_MANY = re.compile(
    "[一二三四五六七八九十]{1,3}大|(?:[近约超逾]?[百千万][余多]?|[近约超逾][一二两三四五六七八九十]{1,3})[个家项所支]"
)
_SESSIONS = ("主论坛", "分论坛", "子论坛", "平行论坛")
_JOINED = re.compile(r"[”）]?(?:、|和|及|与|以及)\Z")
# 全省中职学校教师教学竞赛: its place is where the page is from.
_THROUGHOUT = frozenset(("全省", "全市", "全县", "全区", "全州", "全自治区"))
_SCOPE = ("农村", "乡村", "城乡", "中小学", "义务教育", "学前教育", "高中", "职业教育", "特殊教育", "教育")
_LISTS = frozenset("、和及")
# 国培计划（2014）云南省乡村教师研修项目, “国培计划（2014）”——云南省…项目: a project of a programme, in one year.
_PROJECT = re.compile(" ?(?:（20\\d\\d年?）”?|”（20\\d\\d年?）)[—－一-]{0,3}[一-鿿]{4,30}?项目(?![组部办])")


# 健康云岭行动, 技能江北行动: what a place is to become.
_FOR_PLACE = ("行动", "行动计划", "专项行动", "三年行动", "三年行动计划")
_BRAND = re.compile(
    "(?:健康|平安|法治|美丽|数字|书香|技能|智慧|文明|质量|品牌|清洁|绿色|信用|诚信|节水|无废|清廉|幸福|食安|活力|创业|阅读|科普|双拥)(?P<where>[一-鿿]{2,8})\\Z"
)
_DOES = re.compile("(?:实施|启动|推行|推出)了?\\Z")
_LECTURES = re.compile("\\d{1,4}讲(?![一-鿿])")
_VERSION = re.compile("\\d\\.0(?!\\d)")
_PUT_OUT = re.compile("(?:出台|印发)了?(?=.{4})")
_BRAND_AT_MOST = 10  # characters


def _brand(text: str, position: int, kind_start: int) -> int | None:
    """Where a name begins that is a word for what a place is to become and that place: 健康云岭|行动."""
    m = _BRAND.search(text, max(position, kind_start - _BRAND_AT_MOST), kind_start)
    if m is None:
        return None
    hits = gazetteer().find(m["where"])
    whole = bool(hits) and hits[0].start == 0 and hits[-1].end == len(m["where"])
    return m.start() if whole or m["where"] in REGIONS else None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    no_kind = (
        "书|师|面积|总量|数量|(?<=节)目(?!前)|学院|学科|专业|技术|大学|生|团队|负责人|经理|组|单位|性|化|部|院校|学校|目标|任务|要求|资金|经费|总额|金额|指标|制|力|者|式|库|方案"
        "|(?<=赛)事|(?<=展)[演示现开区馆厅品位台览播映评卖销板出团商]|自觉|单列|机械|装备|系|中心|研究|实践|造价|质量|款|量|监理|经济|企业|公司|秘书处|内|外|管理|会$"
    )
    known = rf"(?<![一二三四五六七八九十百千万\d]){alternation(words('program_names.tsv'))}(?!生育)"
    return re.compile(rf"(?!{no_kind})"), re.compile(known)


@cache
def _kinds() -> PageWords:
    return PageWords(k for k, group in kinds().items() if group not in ("quoted", "whole"))


@cache
def _name_beginnings() -> Beginnings:
    return Beginnings(words("program_names.tsv"))


def bare_programs(text: str, cut: Words, quoted_ends: frozenset[int]) -> list[Named]:
    """The programmes named without quotation marks, in order of their ends; `quoted_ends` are where quoted ones end."""
    no_kind, known = _patterns()
    named_so = matches_at(known, _name_beginnings().places(text), text)
    found = [_with_project(text, cut, Named(m.start(), m.end(), m.group(), "known by name")) for m in named_so]
    ends = quoted_ends | {n.end for n in found}
    for start, end in _kinds().find_in_page(text, no_kind):
        named = _read(text, cut, start, end, ends)
        if named is not None:
            found.append(named)
            ends |= {named.end}
    return found


def _builds(text: str, start: int, end: int) -> bool:
    """Whether a park at [start, end) is said to be built, or stands in a list of those: 加快建设甲产业园、乙科学城."""
    low = max(0, start - _LISTED)
    clause = max(text.rfind(mark, low, start) for mark in "，。；：！？\n") + 1
    return _BUILDS.fullmatch(text, max(clause, low), start) is not None or _IS_BUILT.match(text, end) is not None


def _with_project(text: str, cut: Words, named: Named) -> Named:
    project = _PROJECT.match(text, named.end)
    if project is None:
        if (end := longer(text, cut, named.end)) == named.end:
            return named
        start = named.start
        if (hits := gazetteer().find(text[max(0, start - 8) : start])) and hits[-1].end == min(8, start):
            start -= hits[-1].end - hits[-1].start  # 岭河市希望工程圆梦行动
        return Named(start, end, text[start:end], "known by name")
    start = named.start - (text[named.start - 1 : named.start] == "“" and "”" in project.group())
    return Named(start, project.end(), text[start : project.end()], "project of a known programme")


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


def _read(text: str, cut: Words, kind_start: int, end: int, ends: frozenset[int]) -> Named | None:
    """The name that ends in the kind at [kind_start, end), if it is specific enough."""
    if kind_start not in cut.boundaries and cut.ends[cut.at(kind_start)] != end:
        return None
    position, pieces, tags = reach(cut, kind_start)
    if pieces and kinds()[text[kind_start:end]] == "zone" and any("）" in piece for piece in pieces):
        return None  # 中国（岭河）自由贸易试验区 is a place
    if pieces and text[kind_start:end] == "项目" and kinds().get(pieces[0]) == "contest":
        return None  # 参加全国某某大赛项目
    position = with_both(text, cut, position, pieces, tags)
    position = without_head(text, position, pieces, tags, kinds()[text[kind_start:end]])
    if kind_start == end - 2 and text.endswith(_SESSIONS, position, end):
        return None  # 大会设主论坛
    if not pieces or _SO_MANY.match(text, position):
        return None
    if text[position - 1 : position] == "”" and "站" in text[position:kind_start]:
        return None  # “甲行”岭河站宣传周
    if (
        text[position - 1] == "、"
        and kinds()[text[kind_start:end]] == "contest"
        and _NTH_LIST.search(text, max(0, position - 30), position)
    ):
        return None  # 第九届山南与江北、海东大学校长论坛 is one
    if text[position] in "名位" and text[position - 1 : position].isdigit():
        return None  # 向45|名准大学生发放奖学金
    if put_out := _PUT_OUT.search(text, position, kind_start):
        position = put_out.end()  # the segmenter may divide 出台 otherwise
    kind, name = text[kind_start:end], text[position:end]
    length, group = kind_start - position, kinds()[kind]
    if kind in _FOR_PLACE and (brand := _brand(text, position, kind_start)):
        # 18项|健康云岭行动, 启动|平安江北行动: the one of a place
        return Named(brand, end, text[brand:end], "named by its kind")
    if _COUNTED.search(text, max(0, position - 8), position):
        return None
    generic, name_verbs = words("generic_words.tsv"), words("name_verbs.tsv")
    proper = [
        w
        for w, t in zip(pieces, tags, strict=True)
        if w not in generic and w not in name_verbs and len(w) > 1 and t != "v"
    ]
    hits = gazetteer().find(name)
    placed = (
        pieces[-1] in NATIONAL
        or (bool(hits) and hits[0].start == 0)
        or name.startswith(REGIONS)
        or _PROVINCES.match("".join(pieces[:-3:-1]) if len(pieces[-1]) == 1 else pieces[-1]) is not None
    )
    alone = placed and len(pieces) == 1  # 浙江省计划
    if (
        alone
        and kind == "论坛"
        and pieces[0] in NATIONAL
        and not _ORDINAL.search(text, max(0, position - 10), position)
    ):
        return None  # 国际论坛
    joined = bool(_JOINED.search(text, max(0, position - 3), position)) and any(
        e in ends for e in range(position - 3, position)
    )
    before = joined or put_out is not None or bool(BEFORE.search(text, max(0, position - 6), position))
    before = before or (
        kind.endswith(("行动", "计划", "大讲堂"))
        and text[position - 1 : position] in _LISTS
        and in_list(text, position)
    )
    follows = _AFTER.match(text, end) is not None
    common = pieces[0] in program_words("common")
    # 学前教育行动计划实施以来: a kind of two words says enough where it is carried out
    done = len(kind) > 3 and _CARRIED_OUT.match(text, end) is not None
    # 教育科研提升工程: words that are common by themselves, and a name together.
    trains = pieces[0] in program_words("trains")
    if kind == "计划" and (
        pieces[-1] == "原" or pieces[0] in "原本曾正还也都将已未拟按" or (_MEANS_TO.match(text, end) and not before)
    ):
        return None
    if group == "plan":
        if kind in ("工程", "工程项目"):
            good = (
                length >= 4
                and (bool(proper) or placed or (trains and length >= 6))
                and (before or placed or (follows and length >= 6 and (trains or name.startswith(_SCOPE))))
                and (placed or pieces[0] not in program_words("built") or _MENDED.search(name[:length]))
                and not (common and kind == "工程项目")
            )
        elif length >= 6:
            good = before or follows or placed
        elif length >= 4:
            good = (bool(proper) or placed or done) and (before or placed or done) and not common
        else:
            good = (placed and not alone and not common) or (
                length >= 2 and len(pieces) == 1 and not common and bool(proper) and tags[0][0] in "njba"
                and _CARRIED.search(text, max(0, position - 4), position) is not None
            )  # fmt: skip
    elif group == "contest":
        ordinal = _ORDINAL.search(text, max(0, position - 10), position) is not None
        placed = placed and pieces[-1] != "国家级"
        specific = any(w not in program_words("common") for w in proper) and (
            (ordinal and length >= 4) or (length >= 5 and (before or follows))
        )
        if kind in _SHOWN:  # 项目登台展演 says what is done
            specific = False
        throughout = pieces[-1] in _THROUGHOUT and length >= 6 and len(pieces) > 2 and (before or follows or ordinal)
        good = length >= 2 and (placed or specific or throughout)
        good = (
            good
            and (not alone or kind == "论坛" or (len(kind) > 2 and kind[-1] in "节赛松" and kind not in _ANY_CONTEST))
            and not pieces[0].endswith(_STATIONS)
            and not (_SUPERLATIVE.search(name) or text[position - 1 : position] == "最")
        )  # 某地站巡展, 天津赛区选拔赛, 最大规模综合性运动会
    elif group == "match":
        among = _MATCHES.match(text, end) is not None
        good = length >= 6 and (placed or among) and (joined or among) and not pieces[0].endswith(_STATIONS)
    elif group == "park":
        # what is built or to be built under a name of its own; 彭泽县现代农业产业园 is where a company is
        good = (
            length >= 4
            and pieces[-1] not in ("国家", "国家级", "省级", "市级")
            and (placed or joined or any(t[:2] in ("ns", "nr", "nt", "nz") for t in tags))
            and not common
            and (joined or _builds(text, position, end))
        )
    elif group == "zone":
        named = any(t in ("ns", "nr", "nt") for t in tags)
        good = length >= 4 and (placed or (named and (before or follows or len(pieces) >= 3)))
    elif kind == "平台" and _MANNERS & {pieces[0], pieces[-1]}:
        return None  # 数字化平台, 国家级信息服务平台
    elif kind == "平台":
        good = (placed and length >= 4 and not common and "平台" not in pieces) or (
            length >= 6 and len(pieces) >= 3 and bool(proper) and before and follows and not common
        )
    elif kind == "项目" and _SITE.fullmatch(pieces[0]) and length >= 6 and (placed or len(pieces) > 2):
        # 呼和产业园项目签约: what is built under a name of its own
        good = (bool(proper) or placed) and (before or _BUILT.match(text, end) is not None)
    elif (
        kind == "行动"
        and len(pieces) > 2
        and length >= 8
        and (joined or _DOES.search(text, max(0, position - 4), position))
    ):
        good = True  # 乡村产业振兴科技支撑行动: words that are common by themselves, and a name together
    elif kind == "行动" and len(pieces) > 2 and length >= 8 and _AMONG.match(text, end):
        good = True  # …、乙丙丁兜底行动等各项任务
    elif trains and (kind == "项目" or (kind == "行动" and before)):
        good = length >= 6 and (before or follows or placed)
    else:
        good = (
            length >= 4
            and len(pieces) >= 2
            and bool(proper)
            and not common
            and (before and (placed or follows or length >= 6))
        )
    if group == "plan" and length and not good:
        good = _is_told_of(text, position, end, pieces)
    if kind == "大讲堂" and (good or (before and length >= 4)):
        good = True
        if lectures := _LECTURES.match(text, end):
            end, name = lectures.end(), text[position : lectures.end()]
    if good and group == "plan" and (version := _VERSION.match(text, end)):
        end, name = version.end(), text[position : version.end()]  # 培养计划2.0
    if good and group == "contest" and text.endswith("两岸暨", 0, position):
        position -= 5 if text.endswith("海峡两岸暨", 0, position) else 3
        name = text[position:end]  # 海峡两岸暨港澳某某邀请赛
    return (
        Named(position, end, name, "named by a loose kind" if group == "loose" else "named by its kind")
        if good
        else None
    )
