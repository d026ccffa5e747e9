"""What a number counts: the noun behind it (6000名教师), or the noun in front of it (招聘会500余场, 覆盖率达95%).

A noun is read word by word, away from the number, until a word that cannot stand inside one.
"""

import re
from dataclasses import dataclass

from kg.facts.count_words import cut, is_metric, words_of
from kg.mentions.words import Words

REACH = 40  # characters on either side of a number in which the noun that it counts stands
_OPEN, _CLOSE = "“《‘「", "”》’」"
_NOMINAL = ("n", "vn", "b", "j", "l", "i", "eng", "s", "f", "k", "a", "z", "g", "q", "h")  # tags that begin with one
_HEADS = ("n", "vn", "an", "j", "l", "i", "eng", "s", "k", "g")
_JOINTS = ("和", "及", "与", "以及", "或", "、")
_ONE_WORD = re.compile(r"在[校读岗职建研园学线册编籍营训院孵]|[0-9]{2,4}强|[0-9]{1,3}(?:多|余)?岁(?:以上|以下)?的?")
_REACHED = re.compile(r"(?:(?<![发表传雷通抵送下直到])达|达到|已达|高达|多达|可达|增至|[提上回攀]?升至|下?降至)了?$")
_WHO = re.compile(r"([^，、；。：）]{2,20})的(?:就|已|共|约)?(?:有|达|占)?$")
_SOURCES = ("数据", "显示", "统计", "消息", "记者", "报告", "报道", "表示")  # who says it
_SHARE = re.compile(r"(占[^，、；。占]{1,12}的?(?:比重|比例))(?:[^，、；。]{0,3}[达到至为是在])?$")
_THAN = re.compile(r"(?<=[，；。（])([高低快多少优好]于[^，、；。于]{2,16}?(?:水平|平均|均值|增速|目标|预期|面))$")
_AGED = re.compile(r"[0-9]{1,3}(?:[至—-][0-9]{1,3})?周?岁及?$")
_GRADE = re.compile(r"(?:[级型性类式]|国内外|省|市|国际)$")
_BRACKETS = re.compile(r"（[^（）]{0,60}）")


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted, in words; [start, end) is the run of the text that it was read from."""

    what: str
    start: int
    end: int
    verbal: bool = False  # only a verb was there: 培训 in 累计培训3000余人次
    change: str = ""  # the end of `what` that names a change, where the number is that of one: 增长 in 录取率增长5%

    @property
    def thing(self) -> str:
        """What is counted without the change."""
        return self.what.removesuffix(self.change)


def noun_after(text: str, start: int, end: int, described: bool = True, plain: bool = False) -> Counted | None:
    """The noun that begins at `start` and ends before `end`: 边远和薄弱学校 in 边远和薄弱学校、70余万学生.

    With `described` a phrase may modify it (30项在教育领域的新举措); a `plain` one has no verb before it.
    """
    end = min(end, start + REACH)
    run = cut(text[start:end])
    if plain and run.starts and run.tags[0] == "v" and run.word(0) not in words_of("nominal"):
        return None  # 三分之一留在本省工作
    first = _skip_clause(run, described)
    begin, last, head = start + (run.starts[first] if first < len(run.starts) else 0), first, False
    index = first
    while index < len(run.starts):
        word, tag = run.word(index), run.tags[index]
        if word in _OPEN and (closing := _closing(run, index)) >= 0:
            if head and not _noun_at(run, closing + 1):
                break  # 种养大户“一对一”落实: what is quoted belongs to the verb
            index = last = closing + 1
            head = True
            continue
        if word == "、" or word in _JOINTS:
            if not _continues(run, index, head, word):
                break
            index += 1
            continue
        if word == "的":
            if head and not (run.tags[index - 1].startswith(("v", "a")) and index - first <= 2):
                break
            index += 1
            continue
        if state := _ONE_WORD.match(text, start + run.starts[index]):
            last = index = _index_at(run, state.end() - start)
            head = head or not state[0].endswith(("岁", "的", "上", "下"))
            continue
        if not _inside(run, index, head) and not (head and _graded(run, index)):
            if head and (jump := _described(run, index)):
                begin, index, last, head = start + run.ends[jump - 1], jump, jump, False
                continue
            break
        index += 1
        last = index
        head = head or tag.startswith(_HEADS)
    while last > first and run.tags[last - 1] == "f" and run.word(last - 1) not in ("以上",):
        last -= 1
    if _predicate_behind(run, first, last):
        last -= 1
    if last == first or not head or start + run.ends[last - 1] <= begin:
        return None
    finish = start + run.ends[last - 1]
    what = clean(text[begin:finish])
    return Counted(what, begin, finish) if what else None


def verb_after(text: str, start: int, end: int) -> Counted | None:
    """The verb with its object right behind a number: 参会 in 150余人参会, 空袭 in 2万次空袭."""
    run = cut(text[start : min(end, start + 12)])
    if not run.starts or not run.tags[0].startswith("v") or run.word(0) in words_of("link"):
        return None
    last = 1
    while last < len(run.starts) and run.tags[last].startswith(("n", "vn", "j")):
        last += 1
    finish = start + run.ends[last - 1]
    return Counted(text[start:finish], start, finish, verbal=True)


def said_before(text: str, start: int, end: int) -> Counted | None:
    """What the words before 的有 say of those counted: 毕业上岗 in 已经毕业上岗的有779人."""
    match = _WHO.search(text, max(start, end - REACH), end)
    if match is None:
        return None
    run = cut(match[1])
    first = 0
    while first < len(run.starts) and (run.word(first) in words_of("adverb") or run.word(first) in words_of("scope")):
        first += 1
    what = clean(run.text[run.starts[first] :]) if first < len(run.starts) else ""
    return Counted(what, match.start(1) + run.starts[first], match.end(1)) if what else None


def noun_before(text: str, start: int, end: int, people: bool = False) -> Counted | None:
    """The noun that ends before the number at `end`, with the change that the number states: 招生录取率同比增长.

    Where `people` are counted, they are the object of a verb that is done to people (学校培训|教师300名).
    """
    begin = max(start, end - REACH)
    if reached := _REACHED.search(text, begin, end):
        end = reached.start()
    if share := _SHARE.search(text, begin, end):
        whole = noun_before(text, begin, share.start()) if begin < share.start() else None
        named = "" if whole is None or whole.verbal else whole.what
        return Counted(named + share[1], whole.start if whole and named else share.start(), share.end())
    if than := _THAN.search(text, begin, end):
        return Counted(than[1], than.start(), than.end(), change=than[1] if is_metric(than[1]) else "")
    run = cut(text[begin:end])
    stop, change, compared = _tail(run)
    stop = _without_place(run, _without_aside(run, stop))
    tail = "".join(run.word(i) for i in range(change, compared)) if change >= 0 else ""
    first = _object_start(run, _noun_start(run, stop), stop, people)
    lead = begin + (run.starts[first] if first < len(run.starts) else len(run.text))
    if first == stop:
        if tail:
            return Counted(tail, begin + run.starts[change], begin + run.ends[compared - 1], change=tail)
        none = words_of("link") | words_of("speech")
        if stop and run.tags[stop - 1].startswith("v") and run.word(stop - 1) not in none:
            return Counted(run.word(stop - 1), begin + run.starts[stop - 1], begin + run.ends[stop - 1], verbal=True)
        return None
    finish = begin + run.ends[stop - 1]
    if text.startswith(("以上", "以下"), lead) and (aged := _AGED.search(text, max(begin, lead - 10), lead)):
        lead = aged.start()  # 60岁及以上人口
    what = clean(text[lead:finish])
    if not what:
        return None
    closing = begin + run.ends[compared - 1] if change >= 0 else finish
    return Counted(what + tail, lead, closing, change=tail)


def leading_noun(text: str, start: int, end: int) -> str:
    """What a clause is about: 义务教育 of 义务教育方面, the nouns before its first verb."""
    said = cut(text[max(start, end - 6) : end].rstrip("说 “"))
    if said.starts and said.word(len(said.starts) - 1) in words_of("speech"):
        return ""  # who says it: …局长某某介绍
    run = cut(text[start : min(end, start + REACH)])
    last = 0
    while last < len(run.starts) and (
        run.word(last) in "“”的、和"
        or (not run.word(last).startswith(("持续", "稳步")) and _inside(run, last, last > 0))
        or (run.tags[last : last + 2] == ("v", "n") and run.word(last) not in words_of("predicate"))
    ):
        last += 1
    if any(tag == "nr" for tag in run.tags[max(0, last - 2) : last]):
        return ""
    noun = clean(run.text[: run.ends[last - 1]]).removesuffix("方面").removesuffix("工作") if last else ""
    return "" if "来说" in noun or "来看" in noun or noun.endswith(_SOURCES) else noun


def _graded(run: Words, index: int) -> bool:
    """Whether a word goes on with the noun for the grade in front of it: 省级|表彰项目; not 30个城市|开展试点."""
    before = run.word(index - 1)
    if before.endswith(("省", "市")) and run.word(index) in words_of("predicate"):
        return False
    return run.tags[index][0] not in "xtmdpcu" and bool(_GRADE.search(before))


def _predicate_behind(run: Words, first: int, last: int) -> bool:
    """Whether the last word read belongs to the verb behind it: 汽车|连环相撞."""
    if last - first < 2 or last >= len(run.starts) or run.tags[last] != "v" or run.word(last) in words_of("nominal"):
        return False
    return run.tags[last - 1] == "vn" and run.word(last - 1) not in words_of("nominal") and run.tags[last - 2] == "n"


def _skip_clause(run: Words, described: bool) -> int:
    """Past a clause that modifies the noun: 来自四川的优秀学生 → 优秀学生; 有影响力的品牌 is kept whole."""
    if not run.starts:
        return 0
    begins_verbal = run.tags[0] == "v" and (len(run.word(0)) > 1 or run.word(0) in "有无受患持")
    if described and run.word(0) in words_of("preposition"):
        begins_verbal = True
    if begins_verbal and run.word(0) not in words_of("nominal"):
        for index in range(1, min(len(run.starts), 12)):
            if run.word(index) == "的":
                return index + 1
            if run.tags[index] == "x" and run.word(index) not in "“”、":
                break
    return 0


def _noun_at(run: Words, index: int) -> bool:
    return index < len(run.starts) and (run.tags[index].startswith(_HEADS) or run.word(index) in words_of("nominal"))


def _described(run: Words, index: int) -> int:
    """The index behind the 的 of a description: 理论功底深厚的教师 → 教师; 0 where there is none."""
    for i in range(index, min(len(run.starts), index + 4)):
        if run.word(i) == "的":
            return i + 1 if i > index else 0
        if run.tags[i] not in ("a", "ad", "d", "i", "l", "z", "an") or run.word(i) in words_of("predicate"):
            return 0
    return 0


def _closing(run: Words, index: int) -> int:
    mark = _CLOSE[_OPEN.index(run.word(index))]
    for i in range(index + 1, min(len(run.starts), index + 16)):
        if run.word(i) == mark:
            return i
    return -1


def _index_at(run: Words, offset: int) -> int:
    """The index behind the word that covers the character before `offset`."""
    return run.at(offset - 1) + 1


def _continues(run: Words, index: int, head: bool, joint: str) -> bool:
    """Whether a noun goes on behind 、 or 和."""
    following = index + 1
    if index == 0 or following >= len(run.starts):
        return False
    if joint == "、":
        return bool(_GRADE.search(run.word(index - 1))) or run.tags[index - 1] in ("b", "a", "f")
    if joint == "与" and head and run.tags[index - 1].startswith("n") and not _more_nouns(run, following):
        return False
    return run.tags[following].startswith((*_NOMINAL, "v")) and run.word(following) not in words_of("predicate")


def _more_nouns(run: Words, index: int) -> bool:
    return index < len(run.starts) and run.tags[index].startswith("n") and (
        index + 1 >= len(run.starts) or run.tags[index + 1] == "x"
    )  # fmt: skip


def _inside(run: Words, index: int, head: bool) -> bool:
    """Whether a word belongs to the noun that is being read from left to right."""
    word, tag = run.word(index), run.tags[index]
    if word in words_of("adverb"):
        return False
    following = index + 1 < len(run.starts)
    next_nominal = following and (
        run.tags[index + 1].startswith(_NOMINAL) or run.word(index + 1) in words_of("nominal")
    )
    if word in words_of("predicate"):
        return word in words_of("nominal") and next_nominal
    if tag == "vn" or word in words_of("nominal"):
        return True
    if tag.startswith("v"):
        return not head and next_nominal
    if tag in ("a", "ad") and head:
        return next_nominal
    if tag == "i" and head:
        return False
    if word.startswith("各"):
        return not head or next_nominal
    if tag == "x":
        return (word.isascii() and word.isalnum()) or word in "+·-"
    if tag in ("m", "t"):
        return not head and next_nominal
    return tag.startswith(_NOMINAL)


def _tail(run: Words) -> tuple[int, int, int]:
    """(end of the noun, start and end of the change); the change is (-1, -1) where there is none.

    覆盖率|达 → 覆盖率; 录取率|同比增长 → the change is 同比增长; 产量|比上年|增长 → 增长.
    """
    last = len(run.starts)
    link = False
    if last > 1 and run.word(last - 1) == "的":
        last -= 1  # 意向面积的44.3%
    while last and (run.word(last - 1) in words_of("link") or run.word(last - 1) in (" ", "（")):
        if run.word(last - 1) in ("了", "，", "近", "约"):
            last -= 1
            continue
        link = link or run.word(last - 1) in ("到", "至", "为", "达", "达到", "成", "在", "是")
        last -= 1
    moved = run.tags[last - 1] == "v" or run.word(last - 1) in ("发展", "调整") if last else False
    if link and last > 1 and moved and run.word(last - 1) not in words_of("change"):
        return last - 1, -1, -1  # 恢复至, 设定为
    if not last or run.word(last - 1) not in words_of("change"):
        return last, -1, -1
    compared = last
    last -= 1
    while last and (run.word(last - 1) in words_of("comparison") or run.word(last - 1) in words_of("change")):
        last -= 1
    change = last
    for index in range(change - 1, max(-1, change - 8), -1):
        compared_to = run.text[run.ends[index] : run.starts[change]]
        if run.word(index) in ("比", "较", "比前") or (run.word(index) in ("与", "同", "和") and "相比" in compared_to):
            last = index
            if not any(c in compared_to for c in "年月季期前"):
                change = index  # 比规划指标高出: what it is compared with is part of what is said
            break
    while last and (run.word(last - 1) in words_of("adverb") or run.word(last - 1) in words_of("link")):
        last -= 1
    return (last, -1, -1) if link else (last, change, compared)


def _without_aside(run: Words, stop: int) -> int:
    """In front of a bracket: 票房 of 票房（含预售）."""
    if stop and run.word(stop - 1) == "）":
        for index in range(stop - 2, max(-1, stop - 16), -1):
            if run.word(index) == "（":
                return index
    return stop


def _without_place(run: Words, stop: int) -> int:
    """In front of 在…中: 服务业 of 服务业在经济中占到50.8%."""
    if stop and run.word(stop - 1) in ("中", "内", "里", "方面"):
        for index in range(stop - 2, max(-1, stop - 8), -1):
            if run.word(index) in ("在", "于", "从"):
                return index
    return stop


def _noun_start(run: Words, stop: int) -> int:
    """The index of the first word of the noun that ends before word `stop`, read from right to left."""
    if not stop:
        return 0
    index = stop
    metric = is_metric(run.word(stop - 1))
    while index:
        word = run.word(index - 1)
        if word in _CLOSE:
            opening = _opening(run, index - 1)
            if opening < 0:
                break
            index = opening
            continue
        if index < stop and word in _JOINTS[:5] and index > 1 and _nominal(run, index - 2, metric):
            index -= 1
            continue
        if word == "、" and index == stop - 1 and _pair(run, index):
            index -= 1
            continue
        if word == "的" and index < stop and metric and index > 1 and run.tags[index - 2].startswith("n"):
            index -= 1
            continue
        state = run.text[run.starts[index - 1] : run.starts[index - 1] + 2]
        if not _ONE_WORD.match(state) and not _nominal(run, index - 1, metric and index < stop, index == stop):
            break
        index -= 1
    while index < stop and (run.word(index) in words_of("scope") or run.word(index) in _JOINTS):
        index += 1
    return index


def _pair(run: Words, index: int) -> bool:
    """Whether two plain nouns stand on either side of a 、 and no more before them: 输送|硕士、博士."""
    if index < 2 or run.tags[index - 2] != "v" or run.word(index - 2) not in words_of("predicate"):
        return False
    return run.tags[index - 1] == run.tags[index] == "n" and not is_metric(run.word(index))


def _object_start(run: Words, first: int, stop: int, people: bool) -> int:
    """Past the verb whose object the noun is: 为乡镇卫生院培训|全科医生."""
    benefits = first > 0 and run.word(first - 1) in ("为", "给", "向", "对", "面向")
    for index in range(stop - 2, first - 1, -1):
        word = run.word(index)
        if (people and word in words_of("care")) or (
            benefits and index > first and word in words_of("predicate") and not is_metric(run.word(stop - 1))
        ):
            return index + 1
    return first


def _opening(run: Words, index: int) -> int:
    mark = _OPEN[_CLOSE.index(run.word(index))]
    for i in range(index - 1, max(-1, index - 16), -1):
        if run.word(i) == mark:
            return i
    return -1


def _nominal(run: Words, index: int, metric: bool, final: bool = False) -> bool:
    """Whether a word can stand inside the noun that is being read from right to left."""
    word, tag = run.word(index), run.tags[index]
    if word in words_of("scope") or (word in words_of("adverb") and not is_metric(word)):
        return False
    if word in ("各级", "各类", "各级各类", "各式", "各种"):
        return True
    if is_metric(word) and tag.startswith(("n", "v", "l", "j")) and (final or len(word) > 1):
        return True
    if index == 0 and not final and not metric and word in words_of("predicate") & words_of("nominal"):
        return index + 2 == len(run.starts) and run.word(index + 1) in words_of("generic")  # 建设项目; not 培育|企业
    if word in words_of("nominal"):
        between = index > 0 and run.tags[index - 1].startswith(("n", "b", "j")) and not final
        return metric or between or tag.startswith(("n", "vn"))
    if word in words_of("predicate") and (not metric or word in words_of("achieve")):
        return False
    if tag.startswith("v") and tag != "vn":
        return metric and len(word) > 1 and word not in words_of("achieve")
    if word.isdigit() and index + 1 < len(run.starts) and run.word(index + 1).startswith("强"):
        return True  # 世界500强
    if tag in ("m", "t", "p", "c", "d", "r", "x", "u", "uj", "y", "e", "o"):
        return word.isascii() and word.isalnum() and not word.isdigit()
    return tag.startswith(_NOMINAL)


def clean(what: str) -> str:
    """Without brackets, white space at the ends, unpaired quotes and hanging joints."""
    what = _BRACKETS.sub("", what).strip(" 　、，的和及与—-·")
    if what.count("“") != what.count("”"):
        what = what.replace("“", "").replace("”", "")
    return what
