"""Names of programmes: plans, projects, platforms, contests, campaigns; quoted (“甲乙计划”), half quoted (“甲乙杯”技能大赛), or not.

Quotation marks also stand around slogans and borrowed words, so a quotation alone is no programme: the kind of programme
(计划, 大赛, 平台) stands in it or right after it, or it is said to reach or to be carried out.
"""

import itertools
import re
from dataclasses import dataclass
from functools import cache

from kg.mentions.gazetteer import gazetteer
from kg.mentions.lexicon import alternation, rows, words
from kg.mentions.words import Words


@dataclass(frozen=True, slots=True)
class Named:
    """A programme's name at [start, end), quotation marks included where they are part of it."""

    start: int
    end: int
    text: str
    rule: str


_QUOTE = re.compile(r"“([^“”\n。！？]{1,24})”")
_REACH = re.compile(
    r"(?:已|累计|共|将|已经|今年|去年|每年|目前)*(?:招收|接待|输送|招募|惠及|覆盖|服务|培训|培养|资助|吸引|带动)"
    r"(?:了|近|超|约|逾|上|全|各|所有|[\d一二两三四五六七八九十百千万])"
)
_COUNTED = re.compile(r"(?:\d|[一二两三四五六七八九十百千万余多数几各])+[余多]?[个项大类批届]\Z")
# The plans by their numbers are periods (十四五期间), no programmes.
# Verbs whose object a programme is, although they may stand inside other names (规划建设…工程).
_VERBS = frozenset(
    [
        "建设",
        "规划",
        "试点",
        "推广",
        "应用",
        "推出",
        "巩固",
        "拓展",
        "提升",
        "发展",
        "创新",
        "完善",
        "催生",
        "筑牢",
        "建强",
        "改革",
        "保障",
        "开发",
        "运营",
        "管理",
        "监督",
        "指导",
        "组织",
        "统筹",
        "申报",
        "评选",
        "培训",
    ]
)
# “甲”国家战略 says what 甲 is; it is no part of the name.
_APPOSITION = frozenset(("国家战略", "重大战略", "发展战略", "重点项目", "重大项目", "重点工程", "重大工程"))
_MARKER = re.compile("[一二三四五六七八九十](?:是|要)")
_PLAN = re.compile("十[一二三四五六七八]?五")


@cache
def _kinds() -> tuple[frozenset[str], frozenset[str]]:
    """Words that a programme's name ends in: firm ones (计划, 大赛) and loose ones that need more around them (项目, 平台)."""
    table = rows("program_kinds.tsv", 2)
    return frozenset(r[0] for r in table if r[1] == "firm"), frozenset(r[0] for r in table if r[1] == "loose")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    firm, loose = _kinds()
    kind = alternation(firm | loose)
    ends = re.compile(kind + r"\Z")
    anywhere = re.compile(
        kind
        + r"(?!书|师|学院|学科|专业|技术|大学|生|团队|负责人|组|单位|性|化|部|院校|学校|目标|任务|要求|资金|经费|总额|金额|指标)"
    )
    quoted = alternation(firm | loose | frozenset(r[0] for r in rows("program_kinds.tsv", 2) if r[1] == "quoted"))
    after = re.compile(rf"[一-鿿]{{0,10}}?{quoted}(?!书|生|组|性|化)")
    return ends, anywhere, after


_BEFORE = re.compile(
    r"(?:实施|启动|推进|开展|举办|参加|参与|发布|打造|推出|设立|纳入|入选|依托|通过|落实|推行|组织|发起|加入|承担|获批|申报|主办|承办|加快|推动|共建|建设)了?[的]?\Z"
)
_AFTER = re.compile(
    r"(?:覆盖|惠及|启动|实施|投入|举行|举办|落地|累计|获批|由|是|自|正式|共|已|将|建设|圆满|成功|在|吸引|等|、|，)"
)


def programs(text: str, cut: Words) -> list[Named]:
    """The programmes that a text names, in order, none overlapping."""
    ends, anywhere, after = _patterns()
    found: list[Named] = []
    quotes = list(_QUOTE.finditer(text))
    for m in quotes:
        inside = m[1]
        if any(mark in inside for mark in "，；：+＋") or inside.endswith(("的", "了")) or _PLAN.fullmatch(inside):
            continue
        tail = after.match(text, m.end())
        middle_ok = tail is not None and _nominal(cut, m.end(), tail.end())
        if (ends.search(inside) and len(inside) > 2) or (
            tail is not None and tail.group() in _APPOSITION and len(inside) > 2
        ):
            found.append(Named(m.start(1), m.end(1), inside, "quoted programme"))
        elif tail is not None and middle_ok:
            found.append(Named(m.start(), tail.end(), text[m.start() : tail.end()], "quotation and kind"))
        elif _REACH.match(text, m.end()) and len(inside) > 2:
            found.append(Named(m.start(1), m.end(1), inside, "quotation that reaches people"))
    starts = {f.start for f in found}
    for m, follower in reversed(list(itertools.pairwise(quotes))):  # “甲”“乙”惠及: one speaks for both
        beside = follower.start() - m.end() <= 1 and follower.start(1) in starts
        if beside and not starts & {m.start(), m.start(1)} and len(m[1]) > 2:
            found.append(Named(m.start(1), m.end(1), m[1], "quotation beside a programme"))
            starts.add(m.start(1))
    for m in anywhere.finditer(text):
        named = _plain(text, cut, m.start(), m.end())
        if named is not None:
            found.append(named)
    found.sort(key=lambda n: (n.start, -n.end))
    chosen: list[Named] = []
    for n in found:
        if not chosen or n.start >= chosen[-1].end:
            chosen.append(n)
    return chosen


def _nominal(cut: Words, start: int, end: int) -> bool:
    """Whether the words of [start, end) can all stand in a name."""
    position = start
    while position < end:
        index = cut.at(position)
        if cut.tags[index][0] in "pcudrymtqx":
            return False
        position = cut.ends[index]
    return True


def _plain(text: str, cut: Words, kind_start: int, end: int) -> Named | None:
    """An unquoted name that ends in a kind, if it is specific enough."""
    firm, _ = _kinds()
    kind = text[kind_start:end]
    generic, stops, name_verbs = words("generic_words.tsv"), words("boundary_words.tsv"), words("name_verbs.tsv")
    position, pieces = kind_start, []
    if position not in cut.boundaries:
        return None
    while position > 0 and kind_start - position < 24:
        index = cut.ending_before(position)
        word, tag = cut.word(index), cut.tags[index]
        if (
            (word in stops and word not in name_verbs)
            or tag[0] in "pcudryxqoe"
            or tag == "t"
            or _MARKER.fullmatch(word)
        ):
            break
        if tag[0] == "m" and not re.fullmatch(r"\d{4}|第?[一二三四五六七八九十]+", word):
            break
        position = cut.starts[index]
        pieces.append(word)
    while pieces and (
        pieces[-1] in words("leading_words.tsv") or pieces[-1] in _VERBS or re.fullmatch(r"\d{4}|年|年度", pieces[-1])
    ):
        position += len(pieces.pop())
    if not pieces or _COUNTED.search(text, max(0, position - 8), position):
        return None
    name = text[position:end]
    proper = [w for w in pieces if w not in generic and w not in name_verbs and len(w) > 1]
    places = gazetteer().find(name)
    placed = bool(places) and places[0].start == 0
    before = _BEFORE.search(text, max(0, position - 6), position) is not None
    follows = _AFTER.match(text, end) is not None
    length = kind_start - position
    if kind in firm:
        good = length >= 4 and (len(proper) >= 1 or placed) and (placed or before or follows or len(pieces) >= 3)
    else:
        good = (
            length >= 4
            and len(pieces) >= 2
            and len(proper) >= 1
            and ((placed and (before or follows)) or (before and follows) or (follows and len(pieces) >= 3))
        )
    rule = "named by its kind" if kind in firm else "named by a loose kind"
    return Named(position, end, name, rule) if good else None
