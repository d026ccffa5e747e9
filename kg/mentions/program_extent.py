"""How far the name of a programme reaches: from its kind to the left, word by word, to one that no name holds; and to the right."""

import re

from kg.mentions.body_edges import JOINED
from kg.mentions.lexicon import words
from kg.mentions.program_words import NATIONAL, is_stop, kinds, program_words
from kg.mentions.words import Words

LONGEST = 30
"""So many characters may stand before the kind."""
BEFORE = re.compile(
    r"(?:实施|启动|推进|开展|举办|参加|参与|发布|打造|推出|设立|纳入|列入|入选|依托|通过|落实|推行|组织|发起|加入|承担|获批|申报|主办|承办|加快|推动|共建|建设|上线|用好|应用|推广|获|获得|执行|举行|出席|出台|印发|制定|编制|，即)了?[的]?\Z"
)
# 中美青年创客大赛, 中原名校长培育工程: 中 that a word for another country or a region begins with.
_MIDDLE = frozenset("原俄美日韩法德英欧非老泰越")
_DASHES = frozenset("—·-－")
_NUMBER = re.compile(r"\d{4,5}|第?[一二三四五六七八九十]+|[百千万双]{1,2}[名人校村企县亩吨]?")
_LETTER = re.compile("[A-Z]{1,4}[0-9]{0,2}|[0-9][A-Zx][0-9]")
_YEAR = re.compile(r"20\d\d(?:年度?)?|年度?|[春夏秋冬]季|[暑寒]期")
# “甲”希望工程圆梦行动: a programme of a programme.
_LONGER = re.compile(r"[一-鿿]{1,6}?(?:专项计划|计划|专项行动|行动)(?!书|组|方案)")
_MARKER = re.compile("[一二三四五六七八九十](?:是|要)")
# 世界女子拳击锦标赛 is called so; a plan or a project in the world is not.
_WIDE = frozenset(("世界", "国际", "亚洲", "全球"))
_BRACKET = 10  # characters
_TERM = frozenset(("一年", "两年", "三年", "五年", "十年"))  # “甲乙”三年行动计划
_NO_NAME = frozenset(("之间", "期间", "以来", "方面", "过程", "基础"))
_CARRIES = re.compile("(?:实施|启动|开展|推进|推出|发起|打造)了?(?=[^，。；：！？\\n])")
_BOTH = frozenset("和与及")
_DOES = re.compile("(?:实施|启动|开展|推行|发起)了?\\Z")
_SETS = re.compile("(?:实施|启动|入选|立项|列入|纳入|获批)了?\\Z")
_SET_OUT = ("实施", "启动", "推行")
_FIRST = 20  # characters of the first of two things


def reach(cut: Words, kind_start: int) -> tuple[int, list[str], list[str]]:
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
        or (word in program_words("last") and program_words("last").union(program_words("inside")).issuperset(pieces))
        or (word == "名" and last in ("校长", "校", "师"))
    ):
        return True
    if word in fronted and (not last or last in "与和及" or last in fronted):
        return True
    if word in ("与", "和", "及") and len(pieces) > 1 and (pieces[0] in fronted or before in pieces[-2:]):
        return before in fronted or before in pieces[-2:]  # 社区教育和老年教育资源共享行动
    if (word == "级" and _LETTER.fullmatch(before)) or (_LETTER.fullmatch(word) and pieces):
        return True  # 世界B级自行车锦标赛, 全国U17女子足球锦标赛
    if len(word) == 4 and word.endswith(_SET_OUT):
        return False  # 全面实施
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
        known = _YEAR.fullmatch(word) or word in program_words("act") or word in ("线上", "线下", "免费")
        known = known or word in _TERM
        known = known or (tag == "t" and word in words("generic_words.tsv"))  # 青年 is tagged as a time
        if not joins and not known and (is_stop(word) or tag[0] in "pcudrymtqx"):
            return False
        position = cut.ends[index]
    return True


def longer(text: str, cut: Words, end: int) -> int:
    """Where a name that could end at `end` does end: behind 圆梦行动 in 希望工程圆梦行动."""
    more = _LONGER.match(text, end)
    return more.end() if more and nominal(cut, end, more.end()) else end


def without_head(text: str, position: int, pieces: list[str], tags: list[str], group: str) -> int:
    """The start of the name without verbs and words of address that stand before it; drops them from the lists."""
    verb, generic = False, words("generic_words.tsv")
    for i in range(len(pieces) - 1, 0, -1):  # 推广应用国家…平台, 支持上海…
        word, left = pieces[i - 1], pieces[i]
        does = tags[i] == "i" or (
            tags[i][0] == "v" and (tags[i] != "vn" or left not in generic) and left not in program_words("noun")
        )  # 教育 is tagged as vn
        verb = verb or (len(left) > 1 and (does or left in program_words("carry")))
        named = word in NATIONAL or tags[i - 1] == "ns"
        if (
            named
            and (verb or (word in ("国家", "全国") and not left.endswith("杯")))
            and left not in program_words("adjective")
            and not JOINED.fullmatch(left)  # 长吉图国家…示范区
        ):
            position += sum(len(w) for w in pieces[i:])
            del pieces[i:], tags[i:]
            break
    name_verbs, leading = words("name_verbs.tsv"), words("leading_words.tsv")
    if len(pieces) > 2 and pieces[-1] == "中" and pieces[-2][0] in _MIDDLE:
        pieces[-2:], tags[-2:] = ["中" + pieces[-2]], ["ns"]
    while pieces:
        head, tag = pieces[-1], tags[-1]
        if (
            group in ("plan", "loose")
            and tag == "n"
            and len(head) > 1
            and BEFORE.search(text, max(0, position - 6), position)
        ):
            break  # 实施|高校毕业生就业促进计划
        new_era = head == "新" and pieces[-2:-1] == ["时代"]
        if not (
            (head in leading and not new_era and not (head in _WIDE and group == "contest"))
            or head in program_words("carry")
            or re.fullmatch(r"\d{4}|年|年度", head)
            or (
                tag[0] == "v"
                and tag != "vn"
                and head not in name_verbs
                and not BEFORE.search(text, max(0, position - 6), position)
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


def with_both(text: str, cut: Words, position: int, pieces: list[str], tags: list[str]) -> int:
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
    if not (2 <= len(word) <= 3 and tag == "n" and not is_stop(word) and _DOES.search(text, max(0, start - 4), start)):
        return _both_of(text, cut, position, pieces, tags)
    pieces += [text[position - 1], word]
    tags += ["c", tag]
    return start


def _both_of(text: str, cut: Words, position: int, pieces: list[str], tags: list[str]) -> int:
    """Where a name begins that is about two things, the first of several words: 启动|高水平高职学校和专业群建设计划."""
    start, words_before, tags_before = position - 1, [text[position - 1]], ["c"]
    while start > 0 and position - start < _FIRST:
        if _SETS.search(text, max(0, start - 4), start):
            pieces += words_before
            tags += tags_before
            return start
        index = cut.ending_before(start)
        word, tag = cut.word(index), cut.tags[index]
        if is_stop(word) or not (tag[0] in "njb" or tag == "vn" or (tag == "a" and len(word) > 1)):
            break
        words_before.append(word)
        tags_before.append(tag)
        start = cut.starts[index]
    return position


def _listed(text: str, cut: Words, position: int) -> int | None:
    """The same in a list of what is carried out, where only nouns stand from the mark on: 、骨干校长与|教师培训计划."""
    start = position - 1
    while start > 0 and position - start < _FIRST:
        index = cut.ending_before(start)
        if cut.word(index) == "、":
            return start if position - start > 3 and in_list(text, start) else None
        if cut.tags[index][0] not in "nj" or is_stop(cut.word(index)):
            return None
        start = cut.starts[index]
    return None


def in_list(text: str, position: int) -> bool:
    """Whether what begins at a position is named in a list behind a verb of carrying out: 启动了甲大讲堂、乙行动、…."""
    low = max(0, position - 80)
    clause = max(text.rfind(mark, low, position) for mark in "，。；：！？\n") + 1
    return "、" in text[clause:position] and _CARRIES.search(text, max(clause, low), position) is not None
