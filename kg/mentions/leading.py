"""Words before the name of a body that are no part of it, where the run of nouns was read too far to the left: 参加|云岭大学."""

import re

from kg.mentions.beside_names import ALLY, COMPANIES, GUEST, KIND_BEFORE, PERSON, ROLE_OF, SORT_OF_COMPANY
from kg.mentions.body_edges import JOINED, TECHNICAL, Edges
from kg.mentions.body_words import field, generic, suffixes
from kg.mentions.common_word import in_dictionary
from kg.mentions.lexicon import words
from kg.mentions.several import LEVELS

_FIELD_BODIES = ("实验室", "研究中心", "创新中心", "研究院", "研究所")
_NEW_FIELD = re.compile(
    "材料|能源|农村|农科|工科|医科|文科|商科|媒体|药|[一-鿿]{1,3}(?:镇|乡|街道)"
)  # 新材料某某实验室, 新河口镇党委
_NAMED_SCHOOLS = ("中学", "小学", "高中", "幼儿园", "学校")
_SHORT_SCHOOL, _AROUND = 5, 2000  # characters of 新 with such a name; those in which it is named again
_OFFICES = ("办公室", "处", "部", "中心")
_COMES = ("参加", "出席", "前往", "走访", "到访", "考察", "访问", "调研")
_LEADING_VERBS = frozenset(
    ("主持", "建设", "推广", "应用", "提升", "保护", "发展", "改革", "学习", "合作", "联合", "指导")
)
_CONTESTS = ("大赛", "竞赛", "比赛", "锦标赛", "公开赛", "运动会", "博览会")
CORPORATE = re.compile("(?:公司|企业|集团|单位|机构)$")
_FOUNDS = frozenset(("创建", "筹建", "组建", "新建", "改建", "开办"))
SCHOOLS = ("大学", "学院", "学校", "中学", "小学", "幼儿园")
"""What the names of schools end in."""
_NATIONS = frozenset("俄美日韩法德英欧非阿东老泰越缅柬印巴意加澳新蒙哈乌")
# 世界知名大学 is no name; 世界旅游联盟 is one.
_WORLD = frozenset(("世界", "全球", "亚洲", "国际", "全国"))
_RATED = re.compile(
    "知名|著名|一流|领先|先进|顶级|顶尖|级|性|各|多|上|范围|五百强|[0-9一二三四五六七八九十百]|排名|最|首|大型|通用|化"
)
SEVERALLY = ("分别", "先后", "相继", "陆续", "再次")
"""Behind one of these 同 is a preposition and begins no name (分别|同|星帆集团)."""
_SIDES = (
    "主办",
    "协办",
    "承办",
    "合办",
    "举办",
    "合作",
    "支持",
    "赞助",
    "投资",
    "建设",
    "出资",
    "甲",
    "乙",
    "资",
    "校",
    "企",
    "院",
)
_FROM_NOW = frozenset(("未来", "今后", "目前", "当前", "如今", "近年", "现在"))
_SAYS = ("表示", "说", "指出", "强调", "认为", "提出", "希望", "介绍", "相信", "，")
_DOES = re.compile(
    "[作做](?!家|协|物|业|品|者|曲|风)|(?<=[又再新])添(?=[一-鿿]{2})|(?<=.)占(?=幼儿园|学校|小学|中学|高校|企业)"
)
_AT = re.compile("在(?:[一-鿿、]{2,22}(?<=[、和]))?\\Z")  # 在成都、双流建设数据中心
_BUILDS = re.compile("建设(?![路街村镇局厅银兵委职技学集大中小控])|建立|设立|成立|打造|新建|兴建|投资(?=建|新|兴)|筹建")


_JOINT_WORK = re.compile("(?<=[一-鿿]{4})(?:合作|共同|联合|携手)(?:建设|共建|创建|打造|成立|组建)(?=[一-鿿]{2})")
MAKES = re.compile("建设|打造|构建|创建|共建|办好|建好|推进")
"""What somebody wants to build, and no body yet, is quoted so: “建设区域教育中心”的蓝图."""
AIDS = re.compile(
    "(?:方面)?(?:重点|对口|结对|定点|精准|一对一)*(?:帮扶|支援|扶持|托管)(?![县村乡镇市区校])(?=[一-鿿]{2})"
)
"""What is done to a school, and begins no name of one."""
_MADE = re.compile("(?:打造|构建|组建|建设|成立|推动|推进|促进|深化|助力|服务)(?=成)")


def trim(edges: Edges, start: int, suffix: int, end: int) -> int | None:
    """Drop leading words that are no part of the name; None where nothing is left."""
    text, cut, begin = edges.text, edges.cut, start
    while start < suffix:
        index = cut.at(start)
        word, tag = cut.word(index), cut.tags[index]
        if JOINED.match(text, start):
            return start
        if (made := _MADE.match(text, start)) is not None and JOINED.match(text, made.end()):
            return made.end()  # 打造|成渝地区…, of which the segmenter has 打造成
        if (place := edges.place_at(start)) is not None and place.end > cut.ends[index]:
            break  # 新吴区, whatever 新 is
        if place is not None and _BUILDS.match(text, place.end) and _AT.search(text, max(0, start - 24), start):
            return None  # 在双流建设数据中心: what is to be
        if _DOES.match(text, start):
            start += 1  # 奚某某|作联盟工作报告
            continue
        if text.endswith(SCHOOLS, suffix, end) and (aids := AIDS.match(text, start, suffix)):
            start = aids.end()  # 等方面重点帮扶|双河幼儿园
            continue
        if text[start] == "方" and text.endswith(_SIDES, 0, start):
            start += 1  # 协办方|江海医院
            continue
        if text[start] in "同与和" and text.endswith(SEVERALLY, 0, start):
            start += 1  # 分别|同|星帆集团, 分别|与|星帆集团
            continue
        if word in _FROM_NOW and text.endswith(_SAYS, 0, start):
            start = cut.ends[index]  # 表示|未来|某某分会将
            continue
        if cut.starts[index] != start:
            break
        if word == "要" and start not in edges.begins and cut.tags[index + 1][0] == "v":
            start = min(cut.ends[index + 1], suffix)  # 要办田间学校, 要重视专家工作站
            continue
        if word[0] in LEVELS and (run_by := field().match(text, start + 1)) and run_by.end() > cut.ends[index]:
            break  # 省住|建厅
        if (
            word == "新"
            and not "一" <= text[start - 1 : start] <= "鿿"
            and text.endswith("联盟", suffix, end)
            and suffix > cut.ends[index] + 1
        ):
            break  # 新丝绸之路大学联盟
        if word == "新" and (_NEW_FIELD.match(text, cut.ends[index]) or _always(text, start, suffix, end)):
            break
        if (word == "有" and start not in edges.begins) or (word == "继" and start + 1 in edges.begins):
            start += 1  # 到场的有原某某, 继|江海某某中学之后
            continue
        if word == "中" and (text[start + 1] in _NATIONS or not "一" <= text[start - 1 : start] <= "鿿"):
            break  # 中俄工科大学联盟, 、中北高新区管委会
        if word in _WORLD and not _RATED.match(text, cut.ends[index]):
            break
        if word in TECHNICAL and suffix - cut.ends[index] > 3 and text.endswith(_FIELD_BODIES, suffix, end):
            break
        if word == "合作" and text.endswith(_OFFICES, suffix, end) and not "一" <= text[start - 1 : start] <= "鿿":
            break  # 、合作发展办公室
        drop = (
            word in words("leading_words.tsv")
            or (word in _FOUNDS and text.endswith(SCHOOLS, suffix, end))  # 创建|医科大学
            or (word == "接待" and _is_place(edges, cut.ends[index]))  # 接待办 is one
            or (word in _LEADING_VERBS and cut.ends[index] < suffix and (word != "应用" or start > begin))
            or (word == "组织" and not re.match("人事|工作|部|编制|机构", text[cut.ends[index] : cut.ends[index] + 2]))
            or (
                tag[0] in "vad"
                and len(word) > 1
                and word not in words("name_verbs.tsv")
                and tag != "vn"
                and start not in edges.begins
                and (tag[0] != "d" or in_dictionary(word))
            )
        )
        if drop and tag[0] == "v" and len(word) > 1 and cut.ends[index] >= suffix:
            break
        if not drop:
            break
        start = cut.ends[index]
    if begin < start < suffix and text[start] in "与及" and start not in edges.begins:
        return None  # 改革|与发展联盟
    if (
        text[start : start + 1] in ("现", "原", "今")
        and text[start - 1 : start] == "（"
        and start not in edges.begins
        and start < suffix - 1
    ):
        start += 1  # 某某学院（现某某大学）
    if joint := list(_JOINT_WORK.finditer(text, start, suffix)):
        start = joint[-1].end()  # 某某示范区|合作建设|江海医院北院区
    guest = GUEST.match(text, start, suffix) or ROLE_OF.match(text, start, suffix) or ALLY.match(text, start, suffix)
    if guest is None and text.endswith(COMPANIES, suffix, end):
        guest = SORT_OF_COMPANY.match(text, start, suffix)
    if guest is not None:
        start = guest.end()
    for index in range(cut.at(start) + 1, cut.at(suffix - 1) + 1):  # 外籍专家|英国某某大学
        if cut.word(index) in words("countries.tsv") and PERSON.search(text, start, cut.starts[index]):
            start = cut.starts[index]
    inner = [p for p in edges.near(suffix) if start < p[0] < suffix]
    for place_start, _ in inner:
        prefix = text[start:place_start]
        if _cuttable(edges, start, place_start, prefix):
            start = place_start
            break
    return start if start < end - 1 else None


def _always(text: str, start: int, suffix: int, end: int) -> bool:
    """Whether a school is named more than once around here, and each time with the character before: 新河桥中学."""
    if not text.endswith(_NAMED_SCHOOLS, suffix, end) or end - start < _SHORT_SCHOOL:
        return False
    low, high = max(0, start - _AROUND), end + _AROUND
    return 1 < text.count(text[start:end], low, high) == text.count(text[start + 1 : end], low, high)


def _is_place(edges: Edges, position: int) -> bool:
    """Whether a division or a country is named at a position."""
    return position in edges.begins or edges.cut.word(edges.cut.at(position)) in words("countries.tsv")


def _cuttable(edges: Edges, start: int, place_start: int, prefix: str) -> bool:
    """Whether what stands before a place inside a run of nouns is no part of the name."""
    if (
        re.search(r"中国|国家|全国|中央|中共|共青团|联合国|第[一二三四五六七八九十]+", prefix)
        or place_start not in edges.cut.boundaries
    ):
        return False
    if start in edges.begins:
        return prefix.endswith(("单位", *_CONTESTS))  # 某省某联盟理事长单位 + 江海大学, 某省技能大赛 + 江海学校赛区
    prefix = prefix.lstrip("和与及")
    return (
        prefix in generic()
        or bool(CORPORATE.search(prefix))
        or bool(PERSON.search(prefix))
        or prefix.endswith(("接待", "精神"))
        or any(prefix.endswith(w) for w in words("leading_words.tsv") if len(w) > 1)
        or (
            len(prefix) >= 2
            and not suffixes()[0].search(prefix)
            and all(
                edges.cut.tags[i][0] in "va"
                for i in range(edges.cut.at(place_start - len(prefix)), edges.cut.at(place_start))
            )
        )
        or _does_before(edges, place_start)
        or bool(KIND_BEFORE.search(edges.text, max(0, place_start - 12), place_start))
    )


def _does_before(edges: Edges, position: int) -> bool:
    """Whether a verb that no name holds stands right before a position: 校领导率队参加|安徽省…."""
    index = edges.cut.ending_before(position)
    word = edges.cut.word(index)
    return (edges.cut.tags[index] == "v" and len(word) > 1 and word not in words("name_verbs.tsv")) or (
        len(word) == 4 and word.endswith(_COMES)  # 率队参加
    )
