"""Persons whom no title introduces but other words do: 据张某某介绍, 村民李某某说, 甲、乙、丙参加, names that come again and again.

A candidate is a run that the segmenter takes for a name, that begins with a surname, or that is written as foreign names are.
What speaks for it is added up as log-odds: its characters, the segmenter, what stands on either side, a list it stands in, how
often it comes. The weights were fitted by logistic regression on half of a public set of labelled news sentences and rounded.
"""

import re
from collections.abc import Iterator
from functools import cache

from kg.mentions.clubs import is_of_game
from kg.mentions.common_word import AGENT_ENDS, is_compound, is_no_name, is_word
from kg.mentions.likelihood import foreign
from kg.mentions.name_evidence import NO_LAST, after_country, belonging
from kg.mentions.parted import DOTS
from kg.mentions.person import Name, Namer
from kg.mentions.person_words import after_names, is_calling, leads, says
from kg.mentions.renowned import AWARD
from kg.mentions.surname import first_of_surnames
from kg.mentions.transcribed import transcribing

_RUN_LONG = 3  # such slots side by side
_CALLS = (2, 3, 4)  # characters of a noun that says who somebody is
_SLOT = re.compile("[一-鿿]{2,8}(?=[、等])")
_PARTED = frozenset(DOTS)
_ENOUGH = 0.6
# Log-odds of the characters that count at most, and those that count where no word says that a person is meant: places abroad
# are written in the same characters.
_MOST_FOREIGN = 12.0
_PLACES_TOO = 8.0
# What stands before the name of a place much more often than before a person's.
_TO_PLACES = frozenset(
    ("在", "到", "至", "赴", "距", "离", "沿", "驻", "从", "经", "抵达", "到达", "前往", "飞往", "开往", "运往", "位于", "坐落于", "途经", "经过",
     "距离", "来自", "毗邻", "首都", "首府", "省会", "城市", "城镇", "重镇", "地区", "小镇", "村庄", "边境", "北部", "南部", "东部", "西部", "中部", "东北部",
     "东南部", "西北部", "西南部")
)  # fmt: skip
_SURELY_FOREIGN = 6.0  # log-odds of the characters
_LIST_MARKS = frozenset("、，和与及 　")
_JOINTS = ("和", "与", "及")
_OPEN = frozenset("。！？；：\n“”‘’（）()《》【】…—")
_AFTER = frozenset("的在是也就则还又曾已将对把被从以于")
# 李女士, 王某: whoever they are, no name is given.
UNNAMED = re.compile(
    "女士|先生|小姐|老师|医生|同学|同志|师傅|大[爷妈姐哥]|阿姨|奶奶|爷爷|老太|老汉|.?[某氏姓总董局处科校院区县市镇乡村部厅省河湖桥路街寺庙沟坪坝岭园馆][长]?\\Z|家[山湾巷村镇河桥庄寨坡渡店营屯堡垭岩塘]\\Z|书记|主任|教授|院士"
)
# A place or body it seems (李家河), but a person in the list that 市领导 leads.
_LED = re.compile("(?:领导|领导班子成员|党政班子成员)(?:同志)?(?:有|：)?\\Z")


_OF_SCHOOL = re.compile(
    "学院|课堂|学堂|大学|中学|小学|学校|书院|医院|(?:慈善|公益|教育|专项|爱心)*基金|体育[馆场]|纪念[堂馆]|图书馆|科学馆|礼堂|讲堂|[大教]学楼|大楼|奖学金|"
    + AWARD
    + "|大道|故居|[铜塑雕]像|(?:国际|假日|商务)?(?:宾馆|大?酒店|饭店|大厦|风?景区)"
)


def beside(namer: Namer, taken: list[Name]) -> list[Name]:
    """Names of persons without a title, in order of the text, that lie outside `taken`."""
    text = namer.text
    known = {n.text for n in taken}
    candidates = _candidates(namer, {p for n in taken for p in range(n.start, n.end)})
    counts: dict[str, int] = {}
    for start, (end, _) in candidates.items():
        counts[text[start:end]] = counts.get(text[start:end], 0) + 1
    ends = {end: score for end, score in candidates.values()} | {n.end: 9.0 for n in taken}
    found, again = list[Name](), list[Name]()  # those whom a title names elsewhere
    for start, (end, score) in candidates.items():
        name, before, after = text[start:end], text[start - 1 : start], text[end : end + 1]
        score += min(counts[name] - 1, 3) * 0.5
        if after == "、" and candidates.get(end + 1, (0, -9.0))[1] > -1.5:
            score += 1.5
        if before == "、" and ends.get(start - 1, -9.0) > -1.5:
            score += 1.3
        if (after in _JOINTS and candidates.get(end + 1, (0, -9.0))[1] > _ENOUGH) or (
            before in _JOINTS and ends.get(start - 1, -9.0) > _ENOUGH
        ):
            score += 1.0  # beside one that is sure
        if score < _ENOUGH or after in _PARTED or before in _PARTED or _OF_SCHOOL.match(text, end):
            continue  # part of a longer name: 、孔子课堂
        in_list = before == "、" and ends.get(start - 1, -9.0) > -1.5  # 于 joins nothing after 、
        joins = namer.chinese.joins_a_word(start, end) and not in_list
        unnamed = UNNAMED.match(name, 1) and not (len(name) == 3 and _LED.search(text, max(0, start - 12), start))
        unnamed = unnamed or not namer.chinese.title_starts.isdisjoint((start + 1, end - 2))  # 柯|会长
        if name in known:
            again.append(Name(start, end, name, "words beside"))
        elif not (joins or unnamed or is_no_name(name) or is_compound(name)):
            found.append(Name(start, end, name, "words beside"))
    led = {n.start: n for n in _led(namer, {n.start for n in taken})}
    found = [*(n for n in found if n.start not in led), *led.values()]
    named = [*taken, *found, *again]
    return sorted([*found, *_in_lists(namer, named), *_before_lists(namer, named)], key=lambda n: n.start)


LED = "list of leaders"
_LEADERS = re.compile(
    "(?<=[省市区县州旗盟厅局委部校院团社级军政])(?:班子)?领导(?:班子成员)?(?:同志)?(?:有|：)?(?=[一-鿿]{2,4}、)"
)


def _led(namer: Namer, starts: set[int]) -> Iterator[Name]:
    """The names of two and more whom 市领导 leads, as those after a title: 市领导甲、乙."""
    text = namer.text
    for m in _LEADERS.finditer(text) if "领导" in text else ():
        position, listed = m.end(), list[Name]()
        while (end := namer.listed(position)) is not None:
            listed.append(Name(position, end, text[position:end], LED))
            if text[end : end + 1] != "、":
                break
            position = end + 1
        if len(listed) > 1:
            yield from (n for n in listed if n.start not in starts and not is_no_name(n.text))


def _in_lists(namer: Namer, names: list[Name]) -> Iterator[Name]:
    """What stands between the names of a list is a name too: 甲、巴雅斯古楞、乙、王为明、丙."""
    text = namer.text
    starts, marks = {n.start for n in names}, {n.end for n in names if text[n.end : n.end + 1] == "、"}
    for end in sorted(marks):
        run, position = list[re.Match[str]](), end + 1
        while (slot := _SLOT.match(text, position)) is not None and slot.start() not in starts and len(run) < _RUN_LONG:
            if UNNAMED.match(slot.group(), 1) or is_no_name(slot.group()):
                break
            native = len(slot.group()) < 4 and namer.chinese.may_begin(slot.start())
            if not native and (run or foreign(slot.group()) <= 2):
                break
            run.append(slot)
            position = slot.end() + 1
            if position in starts or text[slot.end()] == "等":
                yield from (Name(s.start(), s.end(), s.group(), "words beside") for s in run)
                break


# What fills the slot before the first 、 of a list.
_LEAST_OF_FIRST = -1.0  # log-odds of its characters
_FIRST_SLOT = re.compile("(?<![一-鿿])[一-鿿]{2,3}\\Z")


def _before_lists(namer: Namer, names: list[Name]) -> Iterator[Name]:
    """What opens a list whose next two are names is one too, where it begins with a surname and no dictionary has it: 夏丏尊、甲、乙."""
    text = namer.text
    starts = {n.start: n.end for n in names}
    taken = {n.end for n in names}
    for start, end in starts.items():
        if text[start - 1] != "、" or start - 1 in taken or text[end : end + 1] != "、" or end + 1 not in starts:
            continue
        slot = _FIRST_SLOT.search(text, max(0, start - 5), start - 1)
        if slot is None or not namer.chinese.may_begin(slot.start()) or UNNAMED.match(slot.group(), 1):
            continue
        if namer.chinese.characters(*slot.span()) < _LEAST_OF_FIRST:
            continue
        if not (is_word(slot.group()) or is_no_name(slot.group()) or is_compound(slot.group())):
            yield Name(slot.start(), slot.end(), slot.group(), "words beside")


@cache
def _first_characters() -> frozenset[str]:
    """The characters with which names begin."""
    return first_of_surnames() | transcribing()


def _candidates(namer: Namer, covered: set[int]) -> dict[int, tuple[int, float]]:
    """Where a name may start → where it ends and what speaks for it, leaving `covered` characters alone."""
    text, cut, found = namer.text, namer.cut, dict[int, tuple[int, float]]()
    surnames, foreigners = first_of_surnames(), transcribing()
    starts, ends, tags, kinds, initials = cut.starts, cut.ends, cut.tags, cut.kinds, cut.initials
    either = _first_characters()
    for index in [i for i, first in enumerate(initials) if first in either]:
        start, first = starts[index], initials[index]
        if start in covered:
            continue
        is_native = first in surnames and (ends[index] - start == 1 or kinds[index] == "nr")
        is_other = first in foreigners and tags[index][0] in "nx" and text[start + 1 : start + 2] in foreigners
        if is_native and (best := namer.chinese.best(start)):
            if best[1] - start > 2 and text[best[1] - 1] in NO_LAST and "一" <= text[best[1] : best[1] + 1] <= "鿿":
                best = best[0], best[1] - 1  # 司马睿|亦
            odds = namer.chinese.characters(start, best[1])
            if tags[index] == "nrfg":  # the dictionary knows this person
                odds = max(odds, 0.0)
            found[start] = best[1], odds / 3 - 3.2 + _evidence(namer, start, best[1])
        if (
            is_other
            and (last := namer.foreign_at(start))
            and (start not in found or found[start][1] < 0 or _goes_past(text, start, found[start][0], last))
        ):
            left = after_country(text, _further_left(namer, start, covered), last)
            if last - left < 2:
                continue
            odds = foreign(text[left:last])
            odds = min(odds, _MOST_FOREIGN if odds > _PLACES_TOO and _is_cued(namer, left, last) else _PLACES_TOO)
            found[left] = last, odds / 4 - 4.0 + _evidence(namer, left, last) - _of_place(namer, left, last)
            if left == start and kinds[index] == "nr" and ends[index] == last and _is_subject(namer, start, last):
                found[left] = last, found[left][1] + 0.8
            if left != start:
                found.pop(start, None)
    return found


def _is_subject(namer: Namer, start: int, end: int) -> bool:
    """Whether a clause or an item begins here and goes on with a verb, an adverb or a preposition."""
    text, cut = namer.text, namer.cut
    opens = start == 0 or text[start - 1] in _OPEN or text[start - 1] in _LIST_MARKS
    return opens and end in cut.index and cut.tags[cut.index[end]][0] in "vdp"


def _further_left(namer: Namer, start: int, covered: set[int]) -> int:
    """Where the run of a foreign name begins that the segmenter has cut: 库切列纳, of which it sees 列纳."""
    left, text = start, namer.text
    while left > 0 and start - left < 4 and left - 1 not in covered and foreign(text[left - 1]) > 0:
        if text[left - 1] not in transcribing():
            break
        left -= 1
    while left < start and left not in namer.cut.boundaries:
        left += 1
    return left


def _of_place(namer: Namer, start: int, end: int) -> float:
    """What says that a foreign name is that of a place or a thing: 抵达 before it, 机场 or 大学 behind it."""
    text, cut = namer.text, namer.cut
    before = start > 0 and cut.word(cut.at(start - 1)) in _TO_PLACES
    behind = end in cut.index and cut.word(cut.index[end]) in belonging()
    cut_short = text[end : end + 1] in transcribing() and not says().begins(text, end)  # 卡斯蒂|略总统
    return 2.0 * before + 2.5 * behind + 1.0 * cut_short


def _goes_past(text: str, start: int, native: int, last: int) -> bool:
    """Whether a foreign name (潘德罗夫斯基) goes on where a Chinese one would end (潘德罗)."""
    return last > native and last - start > 3 and foreign(text[start:last]) > _SURELY_FOREIGN


def _is_cued(namer: Namer, start: int, end: int) -> bool:
    """Whether a word on either side says that a person is meant, or the text is about a game."""
    text = namer.text
    return bool(
        says().begins(text, end) or after_names().match(text, end) or _leads_to(namer, start) or is_of_game(text)
    )


def _leads_to(namer: Namer, start: int) -> bool:
    """Whether a word that leads to persons stands before: 据, 前锋, a noun for people."""
    text, cut = namer.text, namer.cut
    if start == 0:
        return False
    return leads(text, start) or (text[start - 1] in AGENT_ENDS and start - 1 not in cut.boundaries)


def _is_called(text: str, start: int) -> bool:
    """Whether a noun that says who somebody is stands right before: 弟弟, 作家."""
    return any(is_calling(text[start - size : start]) for size in _CALLS if size <= start)


def _evidence(namer: Namer, start: int, end: int) -> float:
    """What the segmenter and the words on either side say for a name."""
    text, cut = namer.text, namer.cut
    score = namer.chinese.known_to_dictionary(start, end)
    index = cut.index.get(start)
    if index is not None and cut.ends[index] == end and cut.kinds[index] == "nr":
        score += 1.2
    elif end not in cut.boundaries:
        score -= 1.0
    if says().begins(text, end):
        score += 1.8
    elif after_names().match(text, end):
        score += 1.6
    elif end >= len(text) or text[end] in _OPEN:
        score += 0.8
    elif text[end] in _LIST_MARKS:
        score += 0.4
    elif text[end] in _AFTER:
        score += 0.9
    elif end in cut.boundaries and cut.tags[cut.at(end)][0] in "vdp":
        score += 0.6
    if start == 0 or text[start - 1] in _OPEN:
        score += 1.3
    elif _leads_to(namer, start):
        score += 2.5 if _is_called(text, start) else 1.5
    elif text[start - 1] in _LIST_MARKS or text[start - 1] == "的":
        score += 0.9
    elif cut.tags[cut.at(start - 1)][0] == "v":
        score += 0.4
    return score
