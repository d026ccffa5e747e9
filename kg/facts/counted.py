"""What a number counts, where it stands behind the number: 6000名教师.

A noun is read word by word, away from the number, until a word that cannot stand inside one.
"""

import re
from typing import NamedTuple

from kg.facts.count_words import cut, endings, is_concrete, is_metric, is_person, modifies, words_of
from kg.mentions.words import Words

REACH = 40  # characters on either side of a number in which the noun that it counts stands
OPEN, CLOSE = "“《‘「", "”》’」"
NOMINAL = ("n", "vn", "b", "j", "l", "i", "eng", "s", "f", "k", "a", "z", "g", "q", "h")  # tags that begin with one
_HEADS = ("n", "vn", "an", "j", "l", "i", "eng", "s", "k", "g")
JOINTS = ("和", "及", "与", "以及", "或", "、")
ONE_WORD = re.compile(
    r"正高级|[一二三]本(?=上线|达线|录取|批次|院校|率)|在[校读岗职建研园学线册编籍营训院孵]|[0-9]{2,4}强|[0-9]{1,3}(?:多|余)?岁(?:以上|以下)?的?"
)
_DOING = ("为", "成", "了", "到", "至", "出", "过", "给", "于", "着")  # right behind a verb: 展出|了
_VERB_REACH = 24  # characters behind a number in which a verb is sought
# What is done where somebody goes, which is no part of what is counted there.
_ON_VISIT = frozenset(
    ("考察", "交流", "调研", "走访", "指导", "参观", "学习", "慰问", "检查", "座谈", "看望", "视察", "督导")
)
_WENT = re.compile("(?:赴|前往|走进|来到|深入|(?<![达得遇看收受感听提做想涉找谈见直不等接])到)[^，。；]{1,24}\\Z")
# 6个二级学院和甲、乙等7个产业学院: what the next number counts opens with names.
_OTHERS = re.compile("[^，。；]{2,40}?等(?:\\d{1,6}|[一二两三四五六七八九十]{1,3})[余多]?[个所家项名种类位门支条]")
_SOURCES = ("数据", "显示", "统计", "消息", "记者", "报告", "报道", "表示")  # who says it
_GRADE = re.compile(r"(?:[级型性类式]|国内外|省|市|国际)$")
_SIZED = re.compile(r"^[重长宽高深厚]的(?=.)")  # 3吨重的|物资
_BRACKETS = re.compile(r"（[^（）]{0,60}）")


class Counted(NamedTuple):
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


def noun_after(
    text: str,
    start: int,
    end: int,
    described: bool = True,
    plain: bool = False,
    people: bool = False,
    sum_of: bool = False,
) -> Counted | None:
    """The noun that begins at `start` and ends before `end`: 边远和薄弱学校 in 边远和薄弱学校、70余万学生.

    With `described` a phrase may modify it (30项在教育领域的新举措); a `plain` one has no verb before it; what `people`
    do is no part of it (300名学生|体验项目, but 5个学生体验项目); a `sum_of` money may be of a verb (10万元奖励).
    """
    end = min(end, start + REACH)
    run = cut(text[start:end])
    if plain and run.starts and run.tags[0] == "v" and not modifies(run.word(0)):
        return None  # 三分之一留在本省工作
    first = _skip_clause(run, described)
    begin, last, head = start + (run.starts[first] if first < len(run.starts) else 0), first, False
    index = first
    while index < len(run.starts):
        word, tag = run.word(index), run.tags[index]
        if word in OPEN and (closing := _closing(run, index)) >= 0:
            if head and (not _noun_at(run, closing + 1) or run.word(closing + 1) in _GIVEN):
                break  # 种养大户“一对一”落实: what is quoted belongs to the verb; 授予50个单位“…”称号
            index = last = closing + 1
            head = True
            continue
        if word == "（" and head and run.word(index - 1) in ("省", "县"):
            break  # 31个省（区、市）|报告
        if word == "（" and head and (closing := _closing(run, index)) >= 0 and _goes_on(run, closing + 1):
            index = last = closing + 1  # 715个村级（社区）服务中心
            continue
        if word == "、" or word in JOINTS:
            if not _continues(run, index, head, word) or (head and _OTHERS.match(text, start + run.ends[index])):
                break
            index += 1
            continue
        if word == "的":
            if head and not (run.tags[index - 1].startswith(("v", "a")) and index - first <= 2):
                break
            index += 1
            continue
        if word == "+" and head and text[start + run.ends[index] : start + run.ends[index] + 1].isdigit():
            break  # 1个总站|+3个分站
        if head and word.startswith("在") and is_person(run.word(index - 1)):
            break  # 留学生|在校学习
        if state := ONE_WORD.match(text, start + run.starts[index]):
            last = index = _index_at(run, state.end() - start)
            head = head or not state[0].endswith(("岁", "的", "上", "下"))
            continue
        if sum_of and _closes(run, index):
            index = last = index + 1
            head = True
            continue
        acts = people and head and (tag.startswith("v") or word in words_of("act"))
        done = acts and is_person(run.word(index - 1)) and not _by_people(run, index)
        if head and word in _PER_HEAD:
            break  # 1700余户农户|户均增收
        if done or (not _inside(run, index, head) and not (head and _graded(run, index))):
            if head and (jump := _described(run, index)):
                begin, index, last, head = start + run.ends[jump - 1], jump, jump, False
                continue
            break
        index += 1
        last = index
        head = (
            head or tag.startswith(_HEADS) or word in endings("concrete")
        )  # 村, which the dictionary gives no noun's tag
    while last > first and run.tags[last - 1] == "f" and run.word(last - 1) not in ("以上",):
        last -= 1
    while last - 1 > first and run.word(last - 1) in _ON_VISIT and _WENT.search(text, max(0, start - REACH), start):
        last -= 1  # 赴5所高职院校|考察|交流
    if last > first and not head:
        head = _closes(run, last - 1)  # 60场|巡演。
    if 0 < last < len(run.starts) and run.word(last) == "日" and run.tags[last - 1][0] in "nv":
        last += 1  # 5个比赛|日
    if last == first or not head or start + run.ends[last - 1] <= begin:
        return None
    if text[start + run.ends[last - 1] : start + run.ends[last - 1] + 1].isdigit():
        last = next((i for i in range(last - 2, first, -1) if _joins_place(run, i)), last)
    finish = start + run.ends[last - 1]
    what = clean(text[begin:finish])
    return Counted(what, begin, finish) if what else None


def _joins_place(run: Words, index: int) -> bool:
    """Whether 和 goes on to the place of what the next number counts: 600万小学生|和青海玉树6500个家庭."""
    return run.word(index) in JOINTS and run.tags[index + 1].startswith("ns")


_PER_HEAD = frozenset(("户均", "人均", "亩均", "年均", "月均", "日均", "平均", "均"))
# What people and bodies are given under a name in quotation marks.
_GIVEN = frozenset(("称号", "荣誉称号", "荣誉", "奖牌", "牌匾", "证书", "头衔", "光荣称号"))


def of_thing(counted: Counted) -> Counted:
    """高新区 of 5家高新区生产总值: a body or a thing is counted, not what it yields."""
    run = cut(counted.what)
    last = len(run.starts)
    while last > 1 and is_metric(run.word(last - 1)):
        last -= 1
    what = clean(run.text[: run.ends[last - 1]])
    if last == len(run.starts) or not is_concrete(what):
        return counted
    return counted._replace(what=what, end=counted.start + len(what))


def verb_after(text: str, start: int, end: int, many: bool = True) -> Counted | None:
    """The verb with its object behind a number, past an adverb, and of `many` past a phrase that says how: 参会 in
    150余人参会, 空袭 in 2万次空袭, 达成意向 in 60人与企业达成意向."""
    run = cut(text[start : min(end, start + _VERB_REACH)])
    first, words = 0, len(run.starts)
    while first < words and (run.tags[first] == "d" or run.word(first) in words_of("adverb")):
        if run.word(first) in words_of("act"):
            break
        first += 1
    if many and first < words and (run.tags[first] == "p" or run.word(first) in words_of("preposition")):
        place = next((i for i in range(first, min(words, first + 8)) if run.tags[i] == "f"), first + 1)
        first = next((i for i in range(place + 1, words) if _may_act(run, i)), words)
    acts = first < words and (run.tags[first].startswith("v") or run.word(first) in words_of("act"))
    if not acts or _links(run.word(first)):
        return None
    light = run.word(first) in words_of("light")
    behind = first + 1 + (light and first + 1 < words and run.word(first + 1) in ("了", "过"))
    last = behind
    while last < words and (
        run.tags[last].startswith(("n", "vn", "j", "b"))
        or (light and last < behind + 2 and run.tags[last][0] in "vnabd")
    ):
        last += 1
    if light and last == behind:
        if last < words and run.tags[last] == "m":
            return None  # 4人获得6个月的刑期
        last = first + 1
    begin, finish = start + run.starts[first], start + run.ends[last - 1]
    what = (
        text[begin : start + run.ends[first]] + text[start + run.starts[behind] : finish]
        if last > behind
        else text[begin:finish]
    )
    return Counted(what, begin, finish, verbal=True)


def _links(word: str) -> bool:
    return word in words_of("link") and (len(word) == 1 or word not in words_of("achieve"))


def _may_act(run: Words, index: int) -> bool:
    """Whether a word is a verb of its own, and none that modifies the noun behind it."""
    return run.tags[index] == "v" and not modifies(run.word(index)) and len(run.word(index)) > 1


_RANKED = re.compile("[稳位跃排]?居[全第]|[位排]?[列名][全第]")  # 居全省第6位


def leading_noun(text: str, start: int, end: int) -> str:
    """What a clause is about: 义务教育 of 义务教育方面, the nouns before its first verb; nothing of one that gives a rank."""
    if _RANKED.match(text, start, end):
        return ""
    tail = text[max(start, end - 6) : end].rstrip(" “")
    if tail.endswith(tuple(words_of("speech"))):
        said = cut(tail)
        if said.word(len(said.starts) - 1) in words_of("speech"):
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
    while last and (run.tags[last - 1] in ("d", "a", "ad") or run.word(last - 1) in words_of("change")):
        last -= 1
    noun = clean(run.text[: run.ends[last - 1]]).removesuffix("方面").removesuffix("工作") if last else ""
    return "" if "来说" in noun or "来看" in noun or noun.endswith(_SOURCES) else noun


def _by_people(run: Words, index: int) -> bool:
    """Whether a verb makes the people before it part of the name of others: 学生|管理|人员."""
    return index + 1 < len(run.starts) and run.tags[index + 1].startswith("n") and is_person(run.word(index + 1))


def _graded(run: Words, index: int) -> bool:
    """Whether a word goes on with the noun for the grade in front of it: 省级|表彰项目; not 30个城市|开展试点."""
    before = run.word(index - 1)
    word = run.word(index)
    if word in words_of("link") or (before.endswith(("省", "市")) and word in words_of("predicate")):
        return False
    return run.tags[index][0] not in "xtmdpcu" and bool(_GRADE.search(before))


def _skip_clause(run: Words, described: bool) -> int:
    """Past a clause that modifies the noun: 来自四川的优秀学生 → 优秀学生; 有影响力的品牌 is kept whole."""
    if not run.starts:
        return 0
    begins_verbal = run.tags[0] == "v" and (len(run.word(0)) > 1 or run.word(0) in "有无受患持")
    if described and run.word(0) in words_of("preposition"):
        begins_verbal = True
    if (
        run.tags[0] == "v"
        and begins_verbal
        and len(run.starts) > 1
        and run.tags[1][0] == "n"
        and is_person(run.word(1))
    ):
        return 0  # 获奖院士在各自领域作出的贡献
    if begins_verbal and not modifies(run.word(0)):
        for index in range(1, min(len(run.starts), 12)):
            if run.word(index) == "的":
                return index + 1
            if run.tags[index] == "x" and run.word(index) not in "“”、":
                break
    return 0


def _closes(run: Words, index: int) -> bool:
    """Whether a verb that makes nouns is the last word of its clause: 奖励 in 10万元奖励。"""
    ends = index + 1 == len(run.starts) or run.word(index + 1) in "，。；！）"
    return ends and run.word(index) in words_of("nominal")


def _noun_at(run: Words, index: int) -> bool:
    return index < len(run.starts) and (run.tags[index].startswith(_HEADS) or modifies(run.word(index)))


def _goes_on(run: Words, index: int) -> bool:
    """Whether a noun goes on behind a bracket: 村级（社区）|服务中心, 3A级（含）|以上景区."""
    return _noun_at(run, index) or (index < len(run.starts) and run.word(index) in ("以上", "以下"))


def _described(run: Words, index: int) -> int:
    """The index behind the 的 of a description: 理论功底深厚的教师 → 教师; 0 where there is none."""
    for i in range(index, min(len(run.starts), index + 4)):
        if run.word(i) == "的":
            return i + 1 if i > index else 0
        if run.tags[i] not in ("a", "ad", "d", "i", "l", "z", "an") or run.word(i) in words_of("predicate"):
            return 0
    return 0


def _closing(run: Words, index: int) -> int:
    mark = (CLOSE + "）")[(OPEN + "（").index(run.word(index))]
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
    if run.tags[following] == "m" or run.word(following)[0] in "数几两三四五六七八九":
        return False  # 5架战机和数架无人机
    if joint == "、":
        return bool(_GRADE.search(run.word(index - 1))) or run.tags[index - 1] in ("b", "a", "f")
    if joint in ("与", "和") and head and _only_place(run, following):
        return False  # 8所学校与常熟市|8所学校
    if head and joint != "或" and _named_body(run, following):
        return False  # 12所本地高校|和江海大学
    if joint == "与" and head and run.tags[index - 1].startswith("n") and not _more_nouns(run, following):
        return False
    if (
        head
        and run.tags[following] == "ns"
        and "的" in (run.word(i) for i in range(following, min(following + 3, len(run.starts))))
    ):
        return False  # 120名营员和某州的180名学生
    return run.tags[following].startswith((*NOMINAL, "v")) and run.word(following) not in words_of("predicate")


_SCHOOL = ("大学", "学院", "中学", "公司", "集团", "研究院", "医院")
_NAME_LONG = 4  # words of a body's name


def _named_body(run: Words, index: int) -> bool:
    """Whether a place or a name stands here and a kind of body behind it: 江海|师范大学."""
    if run.tags[index] not in ("ns", "nt", "nz", "nr"):
        return False
    last = min(len(run.starts), index + _NAME_LONG)
    return any(run.word(i).endswith(_SCHOOL) for i in range(index, last) if not run.tags[i].startswith(("v", "x")))


def _only_place(run: Words, index: int) -> bool:
    """Whether nothing but a place stands from here to where the words end, as before another number."""
    last = len(run.starts) - 1
    return run.tags[index] == "ns" and (
        index == last or (last - index < _PLACE_LONG and run.word(last)[-1] in "省市县区州旗")
    )


_PLACE_LONG = 4  # words of a place


def _more_nouns(run: Words, index: int) -> bool:
    return index < len(run.starts) and run.tags[index].startswith("n") and (
        index + 1 >= len(run.starts) or run.tags[index + 1] == "x"
    )  # fmt: skip


def _inside(run: Words, index: int, head: bool) -> bool:
    """Whether a word belongs to the noun that is being read from left to right."""
    word, tag = run.word(index), run.tags[index]
    if word in words_of("adverb") or (len(word) > 2 and tag.startswith("v") and word[-1] in _DOING):
        return False  # 交付给
    following = index + 1 < len(run.starts)
    next_nominal = following and (run.tags[index + 1].startswith(NOMINAL) or modifies(run.word(index + 1)))
    if head and word in ("联合", "共同"):
        return following and run.tags[index + 1].startswith(("n", "vn"))  # 20个部门|联合主办
    if word in words_of("predicate"):
        fresh = not head and word in ("新增", "在建", "新建", "现有")  # 九成的新增就业
        return (modifies(word) or fresh) and next_nominal
    if tag == "vn" or word in words_of("nominal"):
        done = following and (run.word(index + 1) in _DOING or run.word(index + 1)[0] in "全各我该")
        return not (head and done)  # 展出|了, 市州展示|全省成果
    if word in words_of("attributive"):
        return not tag.startswith("v") or next_nominal or (following and run.word(index + 1) in JOINTS)
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
        named = tag == "t" and index > 0 and run.word(index - 1) in CLOSE  # “五一”|假期|旅游线路
        return (named or not head) and next_nominal
    return tag.startswith(NOMINAL)


def clean(what: str) -> str:
    """Without brackets, white space at the ends, unpaired quotes and hanging joints."""
    what = _SIZED.sub("", _BRACKETS.sub("", what)).strip(" 　、，的和及与—-·")
    if what.count("“") != what.count("”"):
        what = what.replace("“", "").replace("”", "")
    return what
