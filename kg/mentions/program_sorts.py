"""What reads like the name of a programme and is none: weapons and craft, sorts of works and their parts, valleys, what is likened.

“某某”防空系统        国家重点水利工程        某某高铁控制性工程        河西走廊        改造升级项目万余项        采取“某某行动”
"""

import re
from collections.abc import Iterable

from kg.mentions.bare_program import Named
from kg.mentions.program_words import program_words
from kg.mentions.words import Words

_MACHINE = re.compile(
    "“(?P<name>[^“”]+)”[一-鿿]{0,8}?(?:导弹|火箭|防空|反导|武器|火炮|弹道|雷达|作战|电子战|无人机|鱼雷|装甲|发射|太空|航天|空天|主机|装置|装备)[一-鿿]{0,4}系统"
)
_MANY = re.compile("更多|更大|一批|一系列|多[个项]|各类|众多|相关|有关")
_SAID = re.compile(
    "[一-鿿]{1,6}(?<![求于国])是(?=[一-鿿]{4})|[一-鿿]{2,6}(?:加快|高标准|高水平)?(?:建设|创建|创成|建成|获批|打造)(?=[一-鿿]{4,24}(?:示范|试验|先行)区\\Z)"
)
_SORT = re.compile(
    "(?:国家|全国|[省市县区])级?(?:重点|重大|骨干|民生)[一-鿿]{0,6}(?:工程|项目)|"
    "[一-鿿]{2,24}(?:控制性|重难点|难点|关键性?|节点|先导|附属|配套|标志性)工程|"
    "[一-鿿]{0,8}全[省市县区州国]计划|"
    "[省市县区]级[一-鿿]{2,24}(?:示范|试验|先行)区|"
    "(?:国家|省部|省市|[省市校部院])级(?:人才|科研|教学|创新|创业|质量|教改|重点|一流|科技|课程|培训|示范|实训)+(?:计划|项目|工程|平台)"
)
# 全镇范围组织广场舞大赛: whatever contest somebody holds.
_ARRANGES = re.compile(
    "[一-鿿]{2,12}(?<!合作)(?<!卫生)(?<!贸易)(?<!劳工)(?<!社会)组织[一-鿿]{2,8}(?:大赛|比赛|竞赛)\\Z"
)
_VALLEY_LEAD = 6  # characters before the name of a valley
_CUSTOM = re.compile("”(?:传统)?(?:民俗|习俗|祭祀|庙会|婚俗)(?:表演|展示|巡游)?活动\\Z")
_SO_MANY = re.compile(
    "(?:已|共|约|近|超过?|达|累计)*(?:\\d[\\d.,]{0,12}|[一二两三四五六七八九十百千万几数]{1,4})[余多]?[万千百]?[余多]?[个项]"
)
# 采取“甲行动”, 呈现了一场“乙嘉年华”: what is done or shown is likened to one.
_LIKENED = re.compile(
    "(?:采取|付诸|化为|转化为|彰显|体现|展现|贡献|书写|提供|(?:呈现|上演|奉献|献上|带来)了?一[场次][^，。；“”]{0,12})(?:了|出)?“\\Z"
)
_CLOSES = re.compile("”[，。；！？]")  # 提供“雨露计划”补助 names one
_HAN = re.compile("[一-鿿]+")
_LINES = ("工程", "项目", "铁路", "走廊")
_FAR = 24  # characters before a quotation in which its verb stands


# 甲是某会启动的流动科普项目: what it is, and not what it is called.
_TOLD_AS = re.compile(
    "(?:[是系][^，。；是系]{2,60}?(?:实施|启动|推出|打造|发起|开展|组织)|所(?:实施|启动|推出|打造|发起|开展))的(?:一[项个])?\\Z"
)
_AS_FAR = 70  # characters


def without_sorts(named: Iterable[Named], text: str) -> list[Named]:
    """The programmes among what reads like one."""
    found = list(named)
    machines = {m["name"] for n in found if (m := _MACHINE.fullmatch(n.text))}
    return [n for n in (_of_itself(n, text) for n in found) if not _is_none(n, text, machines)]


def _of_itself(named: Named, text: str) -> Named:
    """Without what is said of it: 中塞是|中非合作论坛, 支持北京建设|数据要素试验区."""
    said = _SAID.match(named.text)
    start = named.start + (said.end() if said else 0)
    return named if said is None else Named(start, named.end, text[start : named.end], named.rule)


def from_place(named: Named, text: str, cut: Words) -> Named:
    """With the place at which a line begins that is built to another: 陕北到|安徽特高压直流输电工程."""
    if not named.text.endswith(_LINES) or text[named.start - 1 : named.start] not in ("至", "到"):
        return named
    index = cut.ending_before(named.start - 1)
    start = cut.starts[index]
    if cut.tags[index] != "ns" or cut.ends[index] != named.start - 1:
        return named
    return Named(start, named.end, text[start : named.end], named.rule)


def _is_valley(name: str) -> bool:
    """Whether a 走廊 is one of the land: 河西走廊."""
    valley = next((v for v in program_words("valley") if name.endswith(v + "走廊")), "")
    return bool(valley) and len(name) <= _VALLEY_LEAD + len(valley + "走廊") and _HAN.fullmatch(name) is not None


def _is_none(named: Named, text: str, machines: set[str]) -> bool:
    name = named.text
    if _MANY.match(name) or _ARRANGES.match(name) or _SORT.fullmatch(name) or _is_valley(name) or _CUSTOM.search(name):
        return True
    if name.endswith("系统") and name.strip("“").partition("”")[0] in machines:
        return True
    if (
        named.rule.startswith("named by")
        and name.endswith(("项目", "平台", "工程"))
        and _TOLD_AS.search(text, max(0, named.start - _AS_FAR), named.start)
    ):
        return True
    if name.endswith("项目") and "”" not in name and _SO_MANY.match(text, named.end):
        return True
    return (
        text[named.start - 1 : named.start] == "“"
        and _CLOSES.match(text, named.end) is not None
        and _LIKENED.search(text, max(0, named.start - _FAR), named.start) is not None
    )
