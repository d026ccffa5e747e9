"""What a clause says about the numbers in it: the programs that brought them, the period they hold for, targets."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from kg.facts.count_words import cut, words_of
from kg.facts.counted import Counted
from kg.facts.stated_period import PERIOD
from kg.mentions.lexicon import alternation, heads
from kg.mentions.quantity import Quantity
from kg.model import Mention
from kg.text.scan import matches

_BREAK = re.compile(r"[，；：。！？,;:?!\n|— ](?:(?<![— ])|(?<=—)—|(?<= )(?:(?<![0-9一-鿿] )|(?![0-9])(?=[一-鿿“])))")
_STRONG = "；。！？;?!\n"
_PRONOUN = re.compile(
    r"(?:该|这一?|此|本)(?:项目|计划|平台|工程|行动|活动|政策|赛事|大赛|专项|试点|系统|基金|制度|品牌)"
)
_GOAL = re.compile(
    r"力争|争取|预计|预期(?![指目寿值下上差从的])|有望|目标(?=[是为：在达设定])|(?:全年|年度|今年|本年)目标(?![的任])|拟(?=[新建投招设安在到于实引组将])|计划(?=[到于在用投建新招培每今明年完成实施开引总安将从分力再继选派增组扩举募筹推打改设支资])|"
    r"(?:要|将)(?=达|超|突破|建成|实现|新增|新建|培育|打造|培养|引进|完成|增加|提高|提升|形成|投入|建设|覆盖|培训|扩大|保持|稳定|再|于|在[^，]{0,12}年|有[0-9])|"
    r"(?:到|至)(?=(?P<year>20[0-9]{2})年)|届时|(?:建成|投产|达产|投用|投运|竣工|完工|运营)(?:之?后|使用后|投产后|投用后|运营后)(?=，?[^，。；0-9]{0,12}(?:可|能|将))"
)
# Where one of these may begin.
_GOAL_HEAD = heads(
    (
        "力争",
        "争取",
        "预计",
        "预期",
        "有望",
        "目标",
        "全年",
        "年度",
        "今年",
        "本年",
        "计划",
        "拟",
        "要",
        "将",
        "到",
        "至",
        "届时",
        "建成",
        "投产",
        "达产",
        "投用",
        "投运",
        "竣工",
        "完工",
        "运营",
    )
)
_PLANNER = re.compile(r"(?:^|[，。；：、“（\s年月日底内间省市县区国方校厅局院团司我还也并前正们])$")
_GOAL_REACH = 160  # characters before a number in which 力争 or 到2027年 stands
_FAR = 24  # characters from the beginning of a clause within which its subject stands
_APART = 16  # characters between a program and what entered it
_NAME = 80  # longer than the name of any program
_FEW = 10
_NORM = re.compile(
    r"(?:应当|(?<![供响反对效适感相顺])应(?=[配设有由在达不按为占保])|必须|(?<!必)须|不得|不准|原则上|严禁)[^，；。]{0,18}$"
)
_WHEN = r"[^，、；。]{0,14}?(?:年前?|月|日|末|底|初|期|时|度|目前|现在|如今)"
_RATE = r"(?:每[年月日天户人]|[人户生年月]均|平均)?"
_FROM = re.compile(rf"[从由自](?:(?P<when>{_WHEN})的?)?(?:最初|原来|原先|原有|过去|以前|此前|当时)?的?{_RATE}$")
_TO = re.compile(rf"，?[^，、；。]{{0,6}}?(?:到了?|至|为|成)(?:{_WHEN}的?)?{_RATE}")
_DONE = re.compile(r"已|了|截至|截止")
_RISEN = re.compile("[高加大展长升降少](?:到|至)20[0-9]{2}年的")  # 由2015年的93%提高到2023年的98%: both are known


class Clause(NamedTuple):
    """The repaired characters [start, end) between two marks of punctuation; `fresh` after a strong one."""

    start: int
    end: int
    fresh: bool


def clauses(text: str, start: int, end: int) -> list[Clause]:
    """The clauses of a sentence; a thousands comma or a 、 does not part clauses."""
    found, begin, fresh = [], start, True
    for mark in _BREAK.finditer(text, start, end):
        if mark[0] in ",:." and mark.end() < end and text[mark.end()].isdigit() and text[mark.start() - 1].isdigit():
            continue
        if mark.start() > begin:
            found.append(Clause(begin, mark.start(), fresh))
            fresh = False
        fresh = fresh or mark[0] in _STRONG
        begin = mark.end()
    if begin < end:
        found.append(Clause(begin, end, fresh))
    return found


@dataclass(frozen=True, slots=True)
class Change:
    """From one number to another: where 从 or 由 stands, and whether the first number is dated."""

    start: int
    dated: bool


class Found(NamedTuple):
    """A quantity with what it counts, in one clause."""

    quantity: Quantity
    counted: Counted
    clause: Clause
    rule: str
    when: tuple[tuple[int, int], ...]  # the stretches of text that may state its period, the nearest first


@cache
def _carrier() -> re.Pattern[str]:
    """What may stand before a program for it to be what a clause is about."""
    lead = alternation(words_of("carrier"))
    return re.compile(rf"(?:(?:{lead}|国家级?|省级|全国|新一轮|首批|和|与|及|、|了|的|“|”|《|》| ){{0,5}})$")


def subject_programs(text: str, clause: Clause, mentions: Sequence[Mention]) -> list[Mention]:
    """The programs that a clause is about: at its beginning, or the object of 实施, 依托 and the like."""
    found: list[Mention] = []
    covered = clause.start
    for mention in mentions:
        if PERIOD.match(text, max(clause.start, mention.start - 1), min(mention.end + 6, clause.end)):
            continue  # “十五五”期间: a period
        if mention.start - covered > 4 * _FAR:
            break  # too far in for the clause to begin with it
        lead = text[covered : mention.start]
        matched = _carrier().search(lead)
        bare = lead[: matched.start()] if matched else lead
        if found and (len(bare) > _FAR or bare.strip("“”《》、和与及")):
            break
        if not found and (len(bare) > _FAR or (bare and not _introduces(bare, lead[len(bare) :]))):
            continue
        behind = text[mention.end : min(clause.end, mention.end + 6)].lstrip("”》")
        if behind.startswith("的") and not behind.startswith(("的实施", "的推进", "的带动")):
            continue
        found.append(mention)
        covered = mention.end
    return found


def _introduces(bare: str, carrier: str) -> bool:
    """Whether the words before a program leave it the first thing said: a period, an adverb, or a subject with 实施."""
    if any(word in carrier for word in words_of("carrier")):
        return True
    rest = PERIOD.sub("", bare).strip("“”《》、 ，的")
    if not rest or rest in words_of("scope"):
        return True
    run = cut(rest)
    modifying = all(t in ("d", "t", "c", "f", "ns", "m", "r") for t in run.tags)
    return modifying or rest.endswith(("在", "随着", "通过", "由"))


def frames(text: str, clause: Clause, program: Mention) -> bool:
    """Whether a clause only sets the scene for those behind it: …工作中, 在…计划支持下, …工程实施以来."""
    rest = text[program.end : clause.end].strip("”》")
    return len(rest) <= 10 and rest.endswith(("中", "方面", "下", "以来", "期间", "框架内"))


def starts_with_pronoun(text: str, start: int, end: int) -> bool:
    """该项目, 这一计划, 该平台: the program of the sentence before is meant."""
    return text[start] in "该这此本" and bool(_PRONOUN.match(text, start, min(end, start + 12)))


def goes_on(text: str, clause: Clause, number_start: int) -> bool:
    """Whether a clause brings no subject of its own before its number, so that the subject of the one before holds."""
    pronoun = _PRONOUN.match(text, clause.start, number_start)
    begin = pronoun.end() if pronoun else clause.start
    lead = text[begin : min(number_start, begin + 2 * _FAR)].strip("“” ")
    if not lead:
        return True
    run = cut(lead[:_FAR])
    for word, tag in zip((run.word(i) for i in range(len(run.starts))), run.tags, strict=True):
        if word in words_of("scope") or word in words_of("link") or tag in ("d", "c", "t", "x", "f", "m", "p"):
            continue
        return tag.startswith("v") or word in words_of("predicate")
    return True


def is_norm(text: str, clause: Clause, number: Quantity) -> bool:
    """Whether a number is asked for by a rule: 应当配备不少于3名, 安排2人以上专人."""
    if number.kind == "person" and number.value <= _FEW and text.endswith("以上", number.start, number.end):
        return True
    return bool(_NORM.search(text, max(clause.start, number.start - 20), number.start))


def starts_change(text: str, begin: int, number: Quantity, following: Quantity) -> Change | None:
    """The change that starts at a number: 从1万亩扩大到2万亩, 由2020年的81.3%提高到2024年的90.6%."""
    if following.start - number.end > 32 or not any(c in text[number.end : following.start] for c in "到至为成"):
        return None
    lead = _FROM.search(text, max(begin, number.start - 24), number.start)
    if lead is None:
        return None
    between = _TO.fullmatch(text, number.end, following.start)
    if between is None or (between[0].startswith("，") and number.unit != following.unit):
        return None
    return Change(lead.start(), bool(lead["when"] and PERIOD.search("由" + lead["when"])))


def starts_at(text: str, begin: int, number: Quantity) -> int | None:
    """Where 从 or 由 stands before a dated number: 从2012年的64.5%."""
    lead = _FROM.search(text, max(begin, number.start - 24), number.start)
    return lead.start() if lead and lead["when"] and PERIOD.search("由" + lead["when"]) else None


def is_target(text: str, start: int, position: int, published: str | None) -> bool:
    """Whether a number is aimed at or forecast: 力争, 预计, 计划…, 将达到, 到2027年 (where that is still to come)."""
    start = max(start, position - _GOAL_REACH)
    for match in matches(_GOAL, _GOAL_HEAD, text, start, position):
        if match[0] == "计划" and not _PLANNER.search(text, max(0, match.start() - 2), match.start()):
            continue  # the end of a program's name
        if _DONE.search(text, match.end(), position):
            continue
        if match["year"] and (
            (match.start() and text[match.start() - 1] in "截达提增升降复溯年月")
            or (published and match["year"] <= published[:4])
            or (not published and _RISEN.search(text, max(0, match.start() - 2), match.end() + 6))
        ):
            continue  # 提高到, 恢复到2019年同期的九成
        return True
    return False


def brought_by(
    text: str,
    parts: Sequence[Clause],
    founds: Sequence[Found],
    mentions: Sequence[Mention],
    carried: Sequence[Mention],
) -> dict[tuple[int, int], list[Mention]]:
    """The programs that brought each number, by (start of its clause, start of the number)."""
    result: dict[tuple[int, int], list[Mention]] = {}
    holding: list[Mention] = list(carried)
    framed = False  # the program frames the whole sentence: 在…计划支持下, …工作中
    nouns = [(f.counted.start, f.counted.end) for f in founds if f.counted.start >= f.quantity.end]
    grouped: dict[int, list[Found]] = {}
    for found in founds:
        grouped.setdefault(found.clause.start, []).append(found)
    at = 0
    for clause in parts:
        here: list[Mention] = []
        while at < len(mentions) and mentions[at].start < clause.end:
            around = bisect_right(nouns, (mentions[at].start, len(text))) - 1
            if around < 0 or mentions[at].end > nouns[around][1]:
                here.append(mentions[at])
            at += 1
        numbers = grouped.get(clause.start, [])
        subject = subject_programs(text, clause, here)
        if clause.fresh and not (clause is parts[0] and carried):
            holding, framed = [], False
        if subject:
            holding, framed = subject, frames(text, clause, subject[-1])
        ends, starts = [m.end for m in subject], [m.start for m in here]
        for found in numbers:
            before = subject[: bisect_right(ends, found.quantity.start)]
            if before and text.startswith(("等", "”等", "》等"), before[-1].end, found.quantity.start):
                before = []  # A、B等5个试验区: they are among what is counted
            if before:
                by = before
            else:
                low = bisect_left(starts, found.quantity.start - _NAME - _APART)
                high = bisect_right(starts, max(found.counted.end, found.quantity.end) + _APART)
                by = [m for m in here[low:high] if _object_of(text, m, found, clause)]
                if not by and (framed or _adds(text, found)):
                    by = holding
            result[clause.start, found.quantity.start] = by
        if numbers and not subject and not framed and not all(_adds(text, f) for f in numbers):
            holding = []
    return result


def _adds(text: str, found: Found) -> bool:
    """Whether a number goes on about the subject of the clause before: 累计培训…, 学生受益; not 巩固率达98%."""
    counted, number = found.counted, found.quantity
    if counted.end <= number.start and not counted.verbal and counted.start - found.clause.start <= 1:
        return False
    return goes_on(text, found.clause, min(counted.start, number.start))


def _object_of(text: str, mention: Mention, found: Found, clause: Clause) -> bool:
    """Whether what is counted entered a program: 9所学校入选“…计划”, 进入“…”建设名单的有8所高校."""
    verbs = ("入选", "进入", "纳入", "列入", "获批", "参与", "参加", "加入", "享受")
    edge = max(found.counted.end, found.quantity.end)
    begin = edge
    if mention.start < edge:
        begin, behind = clause.start, found.quantity.start
        if behind - mention.end > _APART or "的" not in text[mention.end : behind]:
            return False
    between = text[begin : min(mention.start, begin + _APART + 1)]
    return len(between) <= _APART and any(verb in between for verb in verbs) and "、" not in between
