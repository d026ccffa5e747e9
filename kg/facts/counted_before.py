"""The noun in front of a number that it counts (招聘会500余场, 覆盖率达95%), with the change that the number states.

It is read word by word from right to left, until a word that cannot stand inside a noun.
"""

import re

from kg.facts.count_words import cut, is_metric, modifies, words_of
from kg.facts.counted import CLOSE, JOINTS, NOMINAL, ONE_WORD, OPEN, REACH, Counted, clean
from kg.mentions.words import Words

_REACHED = re.compile(r"(?:(?<![发表传雷通抵送下直到])达|达到|已达|高达|多达|可达|增至|[提上回攀]?升至|下?降至)了?$")
_HAVE = re.compile("的(?:就|已|共|约)?(?:有|达到?|占到?)?$")
_HAVE_LONGEST, _WHO_LONGEST = 4, 20  # characters
_WHO = re.compile("[^，、；。：）]{2,20}+$")  # those of them
_SHARE = re.compile(
    r"((?<![超侵强霸抢独挤])占到?+了?+(?![据地用比领有])[^，、；。占]{1,16}?)的?(比重|比例)?"
    r"(?:始终|一直|长期|持续|连年|总体)?(?:[^，、；。比]{0,3}[达到至为是在])?(?:[均都也]|分别)?(?<![了升降增高])$"
)
_PART_OF = re.compile(r"((?:完成|相当于|达到?|约为)(?!率)[^，、；。：（）0-9]{2,16})$")  # 完成全年目标的
_THAN = re.compile(
    r"((?:[高低快慢多少优好大小]于|超过|高出|低出|领先|拉动|带动|(?<![赶反])超(?=[全省国预平目年计时序]|市(?!场)))[^，；。：（）于0-9]{1,16}?)的?$"
)
_RUNNING = re.compile(
    r"连续(?:多|[一二三四五六七八九十]|[0-9]{1,2})个?(?:年|月|季度)来?[均都也]?(?:稳定|保持|维持)?在?$"
)
_POINTS = 12  # characters in which a number has its 百分点
_STAFF = (
    "人员",
    "对象",
    "队员",
    "队伍",
    "团队",
    "人才",
    "骨干",
    "机构",
    "单位",
    "站点",
)  # 服务|人员 are those who serve
_TIMES = ("全年", "上半年", "下半年")
_TO_PLACE = ("留", "来", "入", "返")  # in front of a province's short form: those who stay or come
_UNSAID = ("同期", "相比", "同期相比", "累计")  # of a comparison
_THRESHOLD = re.compile(
    r"(?<![0-9.])[0-9.]{1,8}(?:[至—-][0-9]{1,3})?[十百千万亿]{0,2}(?:周?岁|元|亩|公里|平方米|千瓦|吨|人|年|[级层])?及?$"
    r"|(?<![0-9十百千万亿])[十百千万亿]{1,2}(?:元|亩|人|吨)$"
)

# What a noun may begin with behind a number of its own.
_NUMBER = re.compile(r"(?<![0-9.年月])[0-9]{1,5}\Z")
_DIGITS, _NUMBERED, _MONEY = (
    frozenset("0123456789"),
    frozenset("型大市省县区国州级财种类代号"),
    frozenset("约近超达共.第%"),
)
_PLACES = re.compile("[市省县区国州]")
_BOTH = frozenset("国岸地省市县区校院")  # two or three of them together


def said_before(text: str, start: int, end: int) -> Counted | None:
    """What the words before 的有 say of those counted: 毕业上岗 in 已经毕业上岗的有779人."""
    have = _HAVE.search(text, max(start, end - _HAVE_LONGEST), end)
    match = _WHO.search(text, max(start, have.start() - _WHO_LONGEST), have.start()) if have else None
    if match is None:
        return None
    run = cut(match[0])
    first = 0
    while first < len(run.starts) and (run.word(first) in words_of("adverb") or run.word(first) in words_of("scope")):
        first += 1
    what = clean(run.text[run.starts[first] :]) if first < len(run.starts) else ""
    return Counted(what, match.start() + run.starts[first], match.end()) if what else None


def noun_before(text: str, start: int, end: int, people: bool = False, rate: bool = False) -> Counted | None:
    """The noun that ends before the number at `end`, with the change that the number states: 招生录取率同比增长.

    Where `people` are counted, they are the object of a verb that is done to people (学校培训|教师300名); a `rate` may
    say how far one thing is above another (高于全省平均), or which part of it.
    """
    begin = max(start, end - REACH)
    if reached := _REACHED.search(text, max(begin, end - 6), end):
        end = reached.start()
    if text.find("连续", begin, end) >= 0 and (running := _RUNNING.search(text, begin, end)):
        end = running.start()  # 就业率|连续五年稳定在
    if text.find("占", begin, end) >= 0 and (share := _SHARE.search(text, begin, end)) and (share[2] or rate):
        return _of_subject(text, begin, share, text[share.start() : share.end(2 if share[2] else 1)], "")
    if rate and text.startswith("的", end - 1) and (part := _PART_OF.search(text, begin, end - 1)):
        return _of_subject(text, begin, part, part[1], "")
    than = _THAN.search(text, begin, end) if rate else None
    if than and (than[1][1:2] != "动" or text.find("百分点", end, end + _POINTS) >= 0):  # 带动消费增长120%
        return _of_subject(text, begin, than, than[1], than[1])
    run = cut(text[begin:end])
    stop, change, compared = _tail(run)
    stop = _without_place(run, _without_aside(run, stop))
    if stop > 1 and run.word(stop - 1) == "中" and run.tags[stop - 2].startswith("n"):
        stop -= 1  # 贫困劳动力中已有
    tail = "".join(w for i in range(change, compared) if (w := run.word(i)) not in _UNSAID) if change >= 0 else ""
    first = _object_start(run, _noun_start(run, stop), stop, people)
    lead = begin + (run.starts[first] if first < len(run.starts) else len(run.text))
    if first == stop:
        if tail:
            return Counted(tail, begin + run.starts[change], begin + run.ends[compared - 1], change=tail)
        word = run.word(stop - 1) if stop else ""
        verbal = word and (run.tags[stop - 1].startswith("v") or _acts(word))
        if verbal and word not in words_of("link") and word not in words_of("speech"):
            return Counted(run.word(stop - 1), begin + run.starts[stop - 1], begin + run.ends[stop - 1], verbal=True)
        return None
    finish = begin + run.ends[stop - 1]
    if text.startswith(("以上", "以下"), lead) and (least := _THRESHOLD.search(text, max(begin, lead - 12), lead)):
        lead = least.start()  # 60岁及以上人口, 亿元以上项目
    what = clean(text[lead:finish])
    if not what:
        return None
    if lead > begin and text[lead - 1] in _DIGITS and (text[lead] in _NUMBERED or text.startswith("年度", lead)):
        lead = _with_number(text, begin, lead)
        what = clean(text[lead:finish])
    if text[lead - 1] in "两三" and text[lead] in _BOTH and lead > begin:
        lead -= 1  # 两国贸易额
        what = clean(text[lead:finish])
    closing = begin + run.ends[compared - 1] if change >= 0 else finish
    return Counted(what + tail, lead, closing, change=tail)


def _with_number(text: str, begin: int, lead: int) -> int:
    """Where a noun begins whose first word is counted or numbered itself: 055|型导弹驱逐舰, 12|大类产品, 内地9|市."""
    number = _NUMBER.search(text, max(begin, lead - 12), lead)
    if number is None or text[number.start() - 1 : number.start()] in _MONEY:
        return lead
    start = number.start()
    before = _PLACES.match(text, lead) and noun_before(text, begin, start)
    return before.start if before and before.end == start and not (before.verbal or before.change) else start


def _of_subject(text: str, begin: int, said: re.Match[str], words: str, change: str) -> Counted:
    """What is said of the noun in front of it: 新能源汽车产量 + 占全国的比重."""
    whole = noun_before(text, begin, said.start()) if begin < said.start() else None
    if whole is None or whole.verbal:
        return Counted(words, said.start(), said.end(1), change=change)
    return Counted(whole.what + words, whole.start, said.end(1), change=change)


def _acts(word: str) -> bool:
    return word in words_of("predicate") and word not in words_of("adverb")


def _tail(run: Words) -> tuple[int, int, int]:
    """(end of the noun, start and end of the change); the change is (-1, -1) where there is none.

    覆盖率|达 → 覆盖率; 录取率|同比增长 → the change is 同比增长; 产量|比上年|增长 → 增长.
    """
    last = len(run.starts)
    link = False
    if last > 1 and run.word(last - 1) == "的":
        last -= 1  # 意向面积的44.3%
    while last and (
        run.word(last - 1) in words_of("link")
        or run.word(last - 1) in (" ", "（")
        or (last < len(run.starts) and run.word(last - 1).startswith("全") and run.word(last - 1) in words_of("scope"))
    ):  # 普通高中|全国共有
        if run.word(last - 1) in ("了", "，", "近", "约"):
            last -= 1
            continue
        link = link or run.word(last - 1) in ("到", "至", "为", "达", "达到", "成", "在", "是")
        last -= 1
    reached = last and last < len(run.starts) and run.word(last) in ("到", "至") and run.tags[last - 1] == "vn"
    moved = run.tags[last - 1] == "v" or run.word(last - 1) in ("发展", "调整") if last else False
    if link and last > 1 and (moved or reached) and run.word(last - 1) not in words_of("change"):
        last -= 1  # 恢复至, 设定为, 监测到
        while last > 1 and run.word(last - 1) in words_of("adverb"):
            last -= 1
        return last, -1, -1
    if not last or run.word(last - 1) not in words_of("change"):
        return last, -1, -1
    compared = last
    last -= 1
    while last and (run.word(last - 1) in words_of("comparison") or run.word(last - 1) in words_of("change")):
        last -= 1
    change = last
    for index in range(change - 1, max(-1, change - 8), -1):
        compared_to = run.text[run.ends[index] : run.starts[change]]
        if (
            run.word(index) in ("比", "较", "比前")
            or compared_to.startswith("于")
            or (run.word(index) in ("与", "同", "和") and "相比" in compared_to)
        ):
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
        if word in CLOSE or (word == "）" and index < stop):
            opening = _opening(run, index - 1)
            if opening < 0:
                break
            index = opening
            continue
        if index < stop and word in JOINTS[:5] and index > 1 and _nominal(run, index - 2, metric):
            index -= 1
            continue
        if word == "+" and 1 < index < stop and _nominal(run, index - 2, metric):
            index -= 1  # 水稻+班
            continue
        if word == "、" and index == stop - 1 and _pair(run, index):
            index -= 1
            continue
        if word == "的" and index < stop and metric and index > 1 and run.tags[index - 2].startswith("n"):
            index -= 1
            continue
        state = run.text[run.starts[index - 1] : run.starts[index - 1] + 4]
        both = word == "上线" and run.text.startswith(
            "线上线下", run.starts[index - 1] - 1
        )  # to the segmenter 线|上线|下
        if (
            not both
            and not ONE_WORD.match(state)
            and not _nominal(run, index - 1, metric and index < stop, index == stop)
        ):
            break
        index -= 1
    while index < stop and (
        run.word(index) in words_of("scope") or run.word(index) in JOINTS or run.word(index) == "后"
    ):
        index += 1
    if 0 < index < stop and run.tags[index] == "j" and run.word(index - 1) in _TO_PLACE:
        index -= 1  # 留黔就业比例, 来琼游客
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
        if (people and word in words_of("care") and run.word(index + 1) not in _STAFF) or (
            benefits and index > first and word in words_of("predicate") and not is_metric(run.word(stop - 1))
        ):
            return index + 1
    return first


def _opening(run: Words, index: int) -> int:
    mark = (OPEN + "（")[(CLOSE + "）").index(run.word(index))]
    for i in range(index - 1, max(-1, index - 16), -1):
        if run.word(i) == mark:
            return i
    return -1


def _ends_compound(word: str) -> bool:
    return word in words_of("compound") or word in words_of("generic")


def _nominal(run: Words, index: int, metric: bool, final: bool = False) -> bool:
    """Whether a word can stand inside the noun that is being read from right to left."""
    word, tag = run.word(index), run.tags[index]
    if word in words_of("scope") or (word in words_of("adverb") and not is_metric(word)):
        return False
    if word in ("各级", "各类", "各级各类", "各式", "各种"):
        return True
    if is_metric(word) and tag.startswith(("n", "v", "l", "j")) and (final or len(word) > 1):
        return True
    opens = index == 0 or run.word(index - 1) in words_of("scope")
    begun = opens or run.word(index - 1) in words_of("adverb") or run.word(index - 1) in _TIMES
    if begun and not final and word in words_of("deed") and (not metric or run.word(index + 1) == "资金"):
        return word in words_of("nominal") and _ends_compound(run.word(index + 1))  # 收治|患者; not 认证|机构
    if opens and not final and not metric and word in words_of("predicate") and modifies(word):
        return index + 2 == len(run.starts) and run.word(index + 1) in words_of("generic")  # 建设项目; not 培育|企业
    if modifies(word):
        between = index > 0 and run.tags[index - 1].startswith(("n", "b", "j")) and not final
        after_noun = index > 0 and run.tags[index - 1] != "x" and run.word(index - 1) not in words_of("scope")
        named = after_noun and index + 1 < len(run.starts) and _ends_compound(run.word(index + 1))
        return (
            metric
            or between
            or named
            or tag.startswith(("n", "vn"))
            or (word not in words_of("predicate") and not final)
        )
    if word in words_of("predicate") and (not metric or word in words_of("achieve")):
        return False
    if tag.startswith("v") and tag != "vn":
        return metric and len(word) > 1 and word not in words_of("achieve")
    if word.isdigit() and index + 1 < len(run.starts) and run.word(index + 1).startswith("强"):
        return True  # 世界500强
    if tag in ("m", "t", "p", "c", "d", "r", "x", "u", "uj", "y", "e", "o"):
        return word.isascii() and word.isalnum() and not word.isdigit()
    return tag.startswith(NOMINAL)
