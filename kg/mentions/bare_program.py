"""Names of programmes without quotation marks: 国家中小学智慧教育平台, 乡村教师支持计划, 全国职业院校技能大赛.

They end in a kind (计划, 大赛, 平台) and are read from right to left, word by word, to a word that no name holds. What is
left must be specific: of a place or of the country, of several words, or said to be carried out.
"""

import re
from functools import cache
from typing import NamedTuple

from kg.mentions.gazetteer import gazetteer
from kg.mentions.lexicon import alternation, beginnings, heads, rows, words
from kg.mentions.words import Words
from kg.text.scan import matches


class Named(NamedTuple):
    """A programme's name at [start, end), quotation marks included where they are part of it."""

    start: int
    end: int
    text: str
    rule: str


LONGEST = 30
"""So many characters may stand before the kind."""

_BEFORE = re.compile(
    r"(?:实施|启动|推进|开展|举办|参加|参与|发布|打造|推出|设立|纳入|列入|入选|依托|通过|落实|推行|组织|发起|加入|承担|获批|申报|主办|承办|加快|推动|共建|建设|上线|用好|应用|推广|获|获得|执行|举行|出席)了?[的]?\Z"
)
_CARRIED = re.compile(r"(?:实施|启动|入选|列入|推进|落实|依托|通过|获批|加入|推行)了?\Z")
_AFTER = re.compile(
    r"(?:覆盖|惠及|启动|实施|投入|举行|举办|落地|累计|获批|由|是|自|正式|共|已|将|建设|圆满|成功|在|吸引|上线|招募|资助|培训|落实(?:工作|情况|协议|会)|(?:全面|有序|深入|稳步|顺利|持续|加快|扎实)(?:推进|实施|启动|展开)|持续发[挥力]|(?:主要|具体|计划)?(?:包括|包含|涵盖|分为|面向|聚焦|旨在)|总投资|(?:已?全部|基本|全面)?(?:完成|完工|收官)|等|、|，|（以下|（简称|（20)"
)
# 计划 is also a verb: 原计划, 公司计划新增…
_MEANS_TO = re.compile(
    r"在|于|到|从|将|使用|今年|明年|年内|近期|总?投资|新增|招|派|用|对|把|以|再|建成|完成|利用|组织|开展|进行|举办"
)
_ORDINAL = re.compile(r"(?:第[一二三四五六七八九十百\d]{1,4}届|首届|本届|20\d\d年?度?)(?:中国|全国|国际|世界)?\Z")
_NTH_LIST = re.compile("(?:第[一二三四五六七八九十\\d]{1,3}|首)届[^，。；会节赛坛展周]{2,24}、\\Z")
_COUNTED = re.compile(r"(?:\d|[一二两三四五六七八九十百千万余多数几各]){1,8}[余多]?[个项大类批]\Z")
# 岭河邀请赛 may be one of any sport; 岭河马拉松, 岭河桃花节 are the one.
_ANY_CONTEST = frozenset(
    ("锦标赛", "挑战赛", "邀请赛", "大奖赛", "公开赛", "选拔赛", "对抗赛", "巡回赛", "冠军赛", "精英赛", "辩论赛")
)
# Regions under old names, with which names of programmes like to begin: as good as a place.
REGIONS = (
    "中原", "齐鲁", "燕赵", "三晋", "三秦", "江淮", "荆楚", "楚天", "湖湘", "巴蜀", "天府", "八闽", "闽江", "岭南", "八桂",
    "陇原", "赣鄱", "钱江", "珠江", "太湖", "京津冀", "长三角", "大湾区", "川渝", "成渝",
)  # fmt: skip
# 京蒙教育协作智慧平台, 闽宁协作工程: provinces by one character each.
_PROVINCES = re.compile("[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔贵滇藏陕甘青宁新港澳台]{2,4}\\Z")
# 中美青年创客大赛, 中原名校长培育工程: 中 that a word for another country or a region begins with.
_MIDDLE = frozenset("原俄美日韩法德英欧非老泰越")
_DASHES = frozenset("—·-－")
_SITE = re.compile("[一-鿿]{0,4}(?:基地|园区|产业园|科技园|中心|校区|院区|小镇|工厂|港区|枢纽)")
_BUILT = re.compile(
    "(?:正式|顺利|集中|成功|全面|稳步)?(?:签约|开工|落户|落地|奠基|竣工|投产|启用|建成|投用|推进|开建|揭牌|占地|总投资|属于|是|的?开工)"
)
_SO_MANY = re.compile(r"[一二三四五六七八九十]{1,3}大")
_NUMBER = re.compile(r"\d{4,5}|第?[一二三四五六七八九十]+|[百千万双]{1,2}[名人校村企县]?")
_LETTER = re.compile("[A-Z]{1,4}[0-9]{0,2}|[0-9][A-Zx][0-9]")
_YEAR = re.compile(r"20\d\d(?:年度?)?|年度?|[春夏秋冬]季|[暑寒]期")
# “甲”希望工程圆梦行动: a programme of a programme.
_LONGER = re.compile(r"[一-鿿]{1,6}?(?:专项计划|计划|专项行动|行动)(?!书|组|方案)")
_MARKER = re.compile("[一二三四五六七八九十](?:是|要)")
_JOINED = re.compile(r"[”）]?(?:、|和|及|与|以及)\Z")
# 全省中职学校教师教学竞赛: its place is where the page is from.
_THROUGHOUT = frozenset(("全省", "全市", "全县", "全区", "全州", "全自治区"))
_NATIONAL = frozenset(("国家", "全国", "中国", "国家级", "世界", "国际"))
# 世界女子拳击锦标赛 is called so; a plan or a project in the world is not.
_WIDE = frozenset(("世界", "国际", "亚洲", "全球"))


@cache
def kinds() -> dict[str, str]:
    """The words in which names of programmes end → their class."""
    return {r[0]: r[1] for r in rows("program_kinds.tsv", 2)}


@cache
def program_words(group: str) -> frozenset[str]:
    """The words of one class in program_words.tsv."""
    return frozenset(r[0] for r in rows("program_words.tsv", 2) if r[1] == group)


@cache
def contest_kinds() -> str:
    """A pattern of any kind of contest, fair or festival: 大赛, 博览会."""
    return alternation(k for k, group in kinds().items() if group == "contest")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    kind = alternation(k for k, group in kinds().items() if group not in ("quoted", "whole"))
    no_kind = (
        "书|师|学院|学科|专业|技术|大学|生|团队|负责人|经理|组|单位|性|化|部|院校|学校|目标|任务|要求|资金|经费|总额|金额|指标|制|力|者|式|库|方案"
        "|自觉|单列|机械|系|中心|研究|实践|造价|质量|款|量|监理|经济|企业|公司|秘书处|内|外|管理|会$"
    )
    known = rf"(?<![一二三四五六七八九十百千万\d]){alternation(words('program_names.tsv'))}(?!生育)"
    return re.compile(kind + rf"(?!{no_kind})"), re.compile(known)


@cache
def _kind_heads() -> tuple[re.Pattern[str], frozenset[str]]:
    return heads(kinds()), beginnings(kinds())


@cache
def _name_heads() -> tuple[re.Pattern[str], frozenset[str]]:
    names = words("program_names.tsv")
    return heads(names), beginnings(names)


def bare_programs(text: str, cut: Words, quoted_ends: frozenset[int]) -> list[Named]:
    """The programmes named without quotation marks, in order of their ends; `quoted_ends` are where quoted ones end."""
    anywhere, known = _patterns()
    head, begins = _name_heads()
    named_so = matches(known, head, text, begins=begins)
    found = [_with_project(text, cut, Named(m.start(), m.end(), m.group(), "known by name")) for m in named_so]
    ends = quoted_ends | {n.end for n in found}
    head, begins = _kind_heads()
    for m in matches(anywhere, head, text, begins=begins):
        named = _read(text, cut, m.start(), m.end(), ends)
        if named is not None:
            found.append(named)
            ends |= {named.end}
    return found


# 国培计划（2014）云南省乡村教师研修项目, “国培计划（2014）”——云南省…项目: a project of a programme, in one year.
_PROJECT = re.compile(" ?(?:（20\\d\\d年?）”?|”（20\\d\\d年?）)[—－一-]{0,3}[一-鿿]{4,30}?项目(?![组部办])")


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


def _walk(cut: Words, kind_start: int) -> tuple[int, list[str], list[str]]:
    """From the kind to the left as far as a name can reach: where that is, the words (the nearest first), their tags."""
    position = kind_start
    pieces: list[str] = []
    tags: list[str] = []
    if kind_start not in cut.boundaries:  # 服务平台 is a word of its own
        index = cut.at(kind_start)
        position = cut.starts[index]
        pieces.append(cut.word(index)[: kind_start - position])
        tags.append("n")
    while position > 0 and kind_start - position < LONGEST:
        index = cut.ending_before(position)
        word, tag = cut.word(index), cut.tags[index]
        if (
            word in _DASHES
            and index
            and pieces
            and cut.tags[index - 1][:2] in ("ns", "nt")
            and pieces[-1] not in _DASHES
        ):
            position = cut.starts[index]  # 中国—东盟, 北海·合浦
            pieces.append(word)
            tags.append("n")
            continue
        if word in "）)" and (opening := _bracket(cut, index)) is not None:
            position = cut.starts[opening]  # 智慧校园（二期）工程, 中国（岭河）茶业博览会
            pieces.append(cut.text[position : cut.ends[index]])
            tags.append("n")
            continue
        if not _holds(word, tag, pieces, cut.word(index - 1) if index else ""):
            break
        position = cut.starts[index]
        pieces.append(word)
        tags.append(tag)
    return position, pieces, tags


_BRACKET = 10  # characters


def _bracket(cut: Words, index: int) -> int | None:
    """The index of the word that opens the bracket that closes at `index`, if a name can hold that bracket and goes on before it."""
    for i in range(index - 1, max(0, index - _BRACKET), -1):
        word, tag = cut.word(i), cut.tags[i]
        if word in "（(":
            return (
                i
                if i
                and cut.ends[index] - cut.starts[i] <= _BRACKET
                and _holds(cut.word(i - 1), cut.tags[i - 1], ["（"], "")
                else None
            )
        if tag[0] in "pcudrx" or is_stop(word):
            return None
    return None


def _holds(word: str, tag: str, pieces: list[str], before: str) -> bool:
    """Whether a name can hold `word`, which stands after the word `before`; `pieces` are those behind it, the last the nearest."""
    fronted, last = words("fronted_verbs.tsv"), pieces[-1] if pieces else ""
    if (
        word in words("name_verbs.tsv")
        or word in program_words("inside")
        or (word == "名" and last in ("校长", "校", "师"))
    ):
        return True
    if word in fronted and (not last or last in "与和及" or last in fronted):
        return True
    if word in ("与", "和", "及") and len(pieces) > 1 and (pieces[0] in fronted or before in pieces[-2:]):
        return before in fronted or before in pieces[-2:]  # 社区教育和老年教育资源共享行动
    if (word == "级" and _LETTER.fullmatch(before)) or (_LETTER.fullmatch(word) and pieces):
        return True  # 世界B级自行车锦标赛, 全国U17女子足球锦标赛
    a_time = tag == "t" and word not in words("generic_words.tsv")  # 青年 is tagged as one
    if (
        word in words("boundary_words.tsv")
        or tag[0] in "pcudryxqoe"
        or a_time
        or _MARKER.fullmatch(word)
        or word == "暨首届"
    ):
        return False
    if tag[0] == "m":
        return bool(_NUMBER.fullmatch(word))
    return not (len(word) > 2 and tag[0] in "vil" and (is_stop(word[:2]) or is_stop(word[-2:])))


_NO_NAME = frozenset(("之间", "期间", "以来", "方面", "过程", "基础"))


def nominal(cut: Words, start: int, end: int) -> bool:
    """Whether the words of [start, end) can all stand in a name."""
    position = start
    while position < end:
        index = cut.at(position)
        word = cut.word(index)
        if word in _NO_NAME:
            return False
        joins = word in ("和", "与") and start < position and cut.ends[index] < end  # 文化和旅游消费行动计划
        tag = cut.tags[index]
        known = _YEAR.fullmatch(word) or word in program_words("act") or word in ("线上", "线下")
        known = known or (tag == "t" and word in words("generic_words.tsv"))  # 青年 is tagged as a time
        if not joins and not known and (is_stop(word) or tag[0] in "pcudrymtqx"):
            return False
        position = cut.ends[index]
    return True


def longer(text: str, cut: Words, end: int) -> int:
    """Where a name that could end at `end` does end: behind 圆梦行动 in 希望工程圆梦行动."""
    more = _LONGER.match(text, end)
    return more.end() if more and nominal(cut, end, more.end()) else end


def is_stop(word: str) -> bool:
    """Whether a name ends before this word."""
    return (
        word in words("boundary_words.tsv")
        and word not in words("name_verbs.tsv")
        and word not in words("fronted_verbs.tsv")
    )


def _without_head(text: str, position: int, pieces: list[str], tags: list[str], group: str) -> int:
    """The start of the name without verbs and words of address that stand before it; drops them from the lists."""
    verb, generic = False, words("generic_words.tsv")
    for i in range(len(pieces) - 1, 0, -1):  # 推广应用国家…平台, 支持上海…
        word, left = pieces[i - 1], pieces[i]
        does = tags[i] == "i" or (
            tags[i][0] == "v" and (tags[i] != "vn" or left not in generic)
        )  # 教育 is tagged as vn
        verb = verb or (len(left) > 1 and (does or left in program_words("carry")))
        named = word in _NATIONAL or tags[i - 1] == "ns"
        if (
            named
            and (verb or (word in ("国家", "全国") and not left.endswith("杯")))
            and left not in program_words("adjective")
        ):
            position += sum(len(w) for w in pieces[i:])
            del pieces[i:], tags[i:]
            break
    name_verbs, leading = words("name_verbs.tsv"), words("leading_words.tsv")
    if len(pieces) > 2 and pieces[-1] == "中" and pieces[-2][0] in _MIDDLE:
        pieces[-2:], tags[-2:] = ["中" + pieces[-2]], ["ns"]
    while pieces:
        head, tag = pieces[-1], tags[-1]
        new_era = head == "新" and pieces[-2:-1] == ["时代"]
        if not (
            (head in leading and not new_era and not (head in _WIDE and group == "contest"))
            or head in program_words("carry")
            or re.fullmatch(r"\d{4}|年|年度", head)
            or (
                tag[0] == "v"
                and tag != "vn"
                and head not in name_verbs
                and not _BEFORE.search(text, max(0, position - 6), position)
            )
            or (len(head) == 1 and tag[0] in "vadf" and not new_era)
            or head in "与和及"
            or kinds().get(head) == "contest"  # 大赛设置…挑战赛
        ):
            break
        position += len(pieces.pop())
        tags.pop()
    glued = bool(pieces) and text[position] == "年" and text[position - 1 : position].isdecimal()
    return position + 1 if glued else position  # the segmenter takes 年岭 of 2019年岭河市 for a word


_SCOPE = ("农村", "乡村", "城乡", "中小学", "义务教育", "学前教育", "高中", "职业教育", "特殊教育", "教育")
_LISTS = frozenset("、和及")
_CARRIES = re.compile("(?:实施|启动|开展|推进|推出|发起|打造)了?(?=[^，。；：！？\\n])")


def _both(text: str, cut: Words, position: int, pieces: list[str], tags: list[str]) -> int:
    """Where a name begins that is about two things, each one word, behind a verb: 开展高铁和轨道交通人才培训行动."""
    if not pieces or text[position - 1 : position] not in _BOTH:
        return position
    if (start := _listed(text, cut, position)) is not None:
        pieces.append(text[start:position])
        tags.append("n")
        return start
    index = cut.ending_before(position - 1)
    word, tag = cut.word(index), cut.tags[index]
    start = cut.starts[index]
    if not (2 <= len(word) <= 3 and tag == "n") or is_stop(word) or not _DOES.search(text, max(0, start - 4), start):
        return position
    pieces += [text[position - 1], word]
    tags += ["c", tag]
    return start


def _listed(text: str, cut: Words, position: int) -> int | None:
    """The same in a list of what is carried out, where only nouns stand from the mark on: 、骨干校长与|教师培训计划."""
    start = position - 1
    while start > 0 and position - start < 10:
        index = cut.ending_before(start)
        if cut.word(index) == "、":
            return start if position - start > 3 and _in_list(text, start) else None
        if cut.tags[index][0] not in "nj" or is_stop(cut.word(index)):
            return None
        start = cut.starts[index]
    return None


_BOTH = frozenset("和与及")
_DOES = re.compile("(?:实施|启动|开展|推行|发起)了?\\Z")


def _in_list(text: str, position: int) -> bool:
    """Whether what begins at a position is named in a list behind a verb of carrying out: 启动了甲大讲堂、乙行动、…."""
    low = max(0, position - 80)
    clause = max(text.rfind(mark, low, position) for mark in "，。；：！？\n") + 1
    return "、" in text[clause:position] and _CARRIES.search(text, max(clause, low), position) is not None


def _read(text: str, cut: Words, kind_start: int, end: int, ends: frozenset[int]) -> Named | None:
    """The name that ends in the kind at [kind_start, end), if it is specific enough."""
    if kind_start not in cut.boundaries and cut.ends[cut.at(kind_start)] != end:
        return None
    position, pieces, tags = _walk(cut, kind_start)
    if pieces and kinds()[text[kind_start:end]] == "zone" and any("）" in piece for piece in pieces):
        return None  # 中国（岭河）自由贸易试验区 is a place
    position = _both(text, cut, position, pieces, tags)
    position = _without_head(text, position, pieces, tags, kinds()[text[kind_start:end]])
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
    if _COUNTED.search(text, max(0, position - 8), position):
        return None
    kind, name = text[kind_start:end], text[position:end]
    length, group = kind_start - position, kinds()[kind]
    generic, name_verbs = words("generic_words.tsv"), words("name_verbs.tsv")
    proper = [
        w
        for w, t in zip(pieces, tags, strict=True)
        if w not in generic and w not in name_verbs and len(w) > 1 and t != "v"
    ]
    hits = gazetteer().find(name)
    placed = (
        pieces[-1] in _NATIONAL
        or (bool(hits) and hits[0].start == 0)
        or name.startswith(REGIONS)
        or _PROVINCES.match("".join(pieces[:-3:-1]) if len(pieces[-1]) == 1 else pieces[-1]) is not None
    )
    alone = placed and len(pieces) == 1  # 浙江省计划
    before = bool(_BEFORE.search(text, max(0, position - 6), position)) or (
        bool(_JOINED.search(text, max(0, position - 3), position))
        and any(e in ends for e in range(position - 3, position))
    )
    before = before or (
        kind.endswith(("行动", "计划", "大讲堂"))
        and text[position - 1 : position] in _LISTS
        and _in_list(text, position)
    )
    follows = _AFTER.match(text, end) is not None
    common = pieces[0] in program_words("common")
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
                and (placed or pieces[0] not in program_words("built"))
                and not (common and kind == "工程项目")
            )
        elif length >= 6:
            good = before or follows or placed
        elif length >= 4:
            good = (bool(proper) or placed) and (before or placed) and not common
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
        throughout = pieces[-1] in _THROUGHOUT and length >= 6 and len(pieces) > 2 and (before or follows or ordinal)
        good = length >= 2 and (placed or specific or throughout)
        good = (
            good
            and (not alone or kind == "论坛" or (len(kind) > 2 and kind[-1] in "节赛松" and kind not in _ANY_CONTEST))
            and not pieces[0].endswith("站")
        )  # 某地站巡展
    elif group == "zone":
        named = any(t in ("ns", "nr", "nt") for t in tags)
        good = length >= 4 and (placed or (named and (before or follows or len(pieces) >= 3)))
    elif kind == "平台":
        good = (placed and length >= 4 and not common and "平台" not in pieces) or (
            length >= 6 and len(pieces) >= 3 and bool(proper) and before and follows and not common
        )
    elif kind == "项目" and _SITE.fullmatch(pieces[0]) and length >= 6 and (placed or len(pieces) > 2):
        # 呼和产业园项目签约: what is built under a name of its own
        good = (bool(proper) or placed) and (before or _BUILT.match(text, end) is not None)
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
    return (
        Named(position, end, name, "named by a loose kind" if group == "loose" else "named by its kind")
        if good
        else None
    )
