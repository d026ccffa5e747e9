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
from kg.mentions.program_judged import Candidate, is_specific, is_verb
from kg.mentions.program_words import NATIONAL, REGIONS, kinds
from kg.mentions.words import Words
from kg.text.scan import matches_at


class Named(NamedTuple):
    """A programme's name at [start, end), quotation marks included where they are part of it."""

    start: int
    end: int
    text: str
    rule: str


_NTH_LIST = re.compile("(?:第[一二三四五六七八九十\\d]{1,3}|首)届[^，。；会节赛坛展周]{2,24}、\\Z")
_COUNTED = re.compile(r"(?:\d|[一二两三四五六七八九十百千万余多数几各]){1,8}[余多]?[个项大类批]\Z")
# 京蒙教育协作智慧平台, 闽宁协作工程: provinces by one character each.
_PROVINCES = re.compile("[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔贵滇藏陕甘青宁新港澳台]{2,4}\\Z")
_SO_MANY = re.compile(
    "[一二三四五六七八九十]{1,3}大|(?:[近约超逾]?[百千万][余多]?|[近约超逾][一二两三四五六七八九十]{1,3})[个家项所支]"
)
_SESSIONS = ("主论坛", "分论坛", "子论坛", "平行论坛")
_JOINED = re.compile(r"[”）]?(?:、|和|及|与|以及)\Z")
_LISTS = frozenset("、和及")
# 国培计划（2014）云南省乡村教师研修项目, “国培计划（2014）”——云南省…项目: a project of a programme, in one year.
_PROJECT = re.compile(" ?(?:（20\\d\\d年?）”?|”（20\\d\\d年?）)[—－一-]{0,3}[一-鿿]{4,30}?项目(?![组部办])")


# 健康云岭行动, 技能江北行动: what a place is to become.
_FOR_PLACE = ("行动", "行动计划", "专项行动", "三年行动", "三年行动计划")
_BRAND = re.compile(
    "(?:健康|平安|法治|美丽|数字|书香|技能|智慧|文明|质量|品牌|清洁|绿色|信用|诚信|节水|无废|清廉|幸福|食安|活力|创业|阅读|科普|双拥)(?P<where>[一-鿿]{2,8})\\Z"
)
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


def _read(text: str, cut: Words, kind_start: int, end: int, ends: frozenset[int]) -> Named | None:
    """The name that ends in the kind at [kind_start, end), if it is specific enough."""
    if kind_start not in cut.boundaries and cut.ends[cut.at(kind_start)] != end:
        return None
    kind, group = text[kind_start:end], kinds()[text[kind_start:end]]
    position, pieces, tags = reach(cut, kind_start)
    if pieces and group == "zone" and any("）" in piece for piece in pieces):
        return None  # 中国（岭河）自由贸易试验区 is a place
    if pieces and kind == "项目" and kinds().get(pieces[0]) == "contest":
        return None  # 参加全国某某大赛项目
    both = with_both(text, cut, position, pieces, tags)
    if both < position and text.startswith("—", end):
        return None  # 甲与乙提升行动计划——丙行动: the name stands behind
    position = without_head(text, both, pieces, tags, group)
    if not pieces or _is_none(text, position, kind_start, end):
        return None
    if put_out := _PUT_OUT.search(text, position, kind_start):
        position = put_out.end()  # the segmenter may divide 出台 otherwise
    if kind in _FOR_PLACE and (brand := _brand(text, position, kind_start)):
        # 18项|健康云岭行动, 启动|平安江北行动: the one of a place
        return Named(brand, end, text[brand:end], "named by its kind")
    if _COUNTED.search(text, max(0, position - 8), position):
        return None
    candidate = _candidate(text, position, kind_start, end, pieces, tags, ends)
    if put_out is not None:
        candidate = candidate._replace(before=True)
    if candidate.alone and kind == "论坛" and pieces[0] in NATIONAL and not candidate.ordinal:
        return None  # 国际论坛
    good = not is_verb(candidate) and is_specific(candidate)
    if kind == "大讲堂" and (good or (candidate.before and candidate.length >= 4)):
        good, lectures = True, _LECTURES.match(text, end)
        end = lectures.end() if lectures else end
    if good and group == "plan" and (version := _VERSION.match(text, end)):
        end = version.end()  # 培养计划2.0
    if good and group == "contest" and text.endswith("两岸暨", 0, position):
        position -= 5 if text.endswith("海峡两岸暨", 0, position) else 3  # 海峡两岸暨港澳某某邀请赛
    rule = "named by a loose kind" if group == "loose" else "named by its kind"
    return Named(position, end, text[position:end], rule) if good else None


def _is_none(text: str, position: int, kind_start: int, end: int) -> bool:
    """Whether what begins at a position is no name, by the characters around it."""
    return bool(
        (kind_start == end - 2 and text.endswith(_SESSIONS, position, end))  # 大会设主论坛
        or _SO_MANY.match(text, position)
        or (text[position - 1 : position] == "”" and "站" in text[position:kind_start])  # “甲行”岭河站宣传周
        or (
            text[position - 1] == "、"
            and kinds()[text[kind_start:end]] == "contest"
            and _NTH_LIST.search(text, max(0, position - 30), position)
        )  # 第九届山南与江北、海东大学校长论坛 is one
        or (text[position] in "名位" and text[position - 1 : position].isdigit())  # 向45|名准大学生发放奖学金
    )


def _candidate(
    text: str, position: int, kind_start: int, end: int, pieces: list[str], tags: list[str], ends: frozenset[int]
) -> Candidate:
    """What speaks for the name at [position, end); `ends` are where other programmes end."""
    kind, name = text[kind_start:end], text[position:end]
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
    joined = bool(_JOINED.search(text, max(0, position - 3), position)) and any(
        e in ends for e in range(position - 3, position)
    )
    before = joined or bool(BEFORE.search(text, max(0, position - 6), position))
    before = before or (
        kind.endswith(("行动", "计划", "大讲堂"))
        and text[position - 1 : position] in _LISTS
        and in_list(text, position)
    )
    return Candidate(text, position, kind_start, end, kinds()[kind], pieces, tags, proper, placed, joined, before)
