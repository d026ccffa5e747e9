"""Names of bodies: found at the word they end in, then read leftwards to where they begin.

A name of a body is a chain of nouns that ends in a known word (大学, 教育局, 联盟). Leftwards it ends before a verb of the genre,
a preposition, a title, a person, a count or a mark; the administrative division that most names begin with is its firmest edge.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kg.mentions.body_words import (
    field,
    fields_at_end,
    joined_fields,
    named_bodies,
    suffix_hits,
    suffixes,
)
from kg.mentions.gazetteer import Hit
from kg.mentions.lexicon import words
from kg.mentions.words import Words

LONGEST = 34  # characters; a longer run of nouns is no name


@dataclass(frozen=True, slots=True)
class Body:
    """A mention of a body at [start, end). `parent_end` is where the superior body's name ends inside it, if it has one."""

    start: int
    end: int
    text: str
    group: str  # the class in the ontology
    parent_end: int | None = None
    place: str = ""  # the place that the name before it in a list lends it


@cache
def _generic() -> frozenset[str]:
    return words("generic_words.tsv")


@cache
def _stops() -> frozenset[str]:
    return words("boundary_words.tsv") - words("name_verbs.tsv")


_LEADING_VERBS = frozenset(("建设", "推广", "应用", "提升", "保护", "发展", "改革", "学习", "合作", "联合"))
_LEVELS = frozenset("省市区县州旗盟")
_BRACKET = re.compile(r"（([一-鿿]{2,8})）\Z")
_TASK_FORCE = ("组", "小组", "专班", "领导小组")
_TASK_VERBS = ("推动", "推进", "促进", "深化", "加快", "落实", "服务", "支持")
# Classes of body that have departments.
_SUPERIOR = ("GovernmentBody", "PartyBody", "Organization", "EducationInstitution")
_BETWEEN = frozenset(("联合", "协同", "指导", "组织", "同", "统筹", "协调", "领导", "援助", "合作"))
_ROOMS = ("会议室", "教室", "接待室", "阅览室", "演播室", "活动室", "报告厅", "展示室", "休息室", "培训室")
_NATIONS = frozenset("俄美日韩法德英欧非阿东老泰越缅柬印巴意加澳新蒙哈乌")
# The other parties have committees of their own: 民建省委, 民革四川省委会.
_PARTIES = ("民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社", "台盟")
_REGIONS = frozenset(["华东", "华北", "华南", "华中", "西南", "西北", "东北", "中国", "香港", "澳门"])
# The segmenter may take 由县, 在市 for words.
_FUSED = re.compile("[由在与和同向对从率到赴][省市区县州镇]")
# 市委市政府 are two bodies.
_TWIN = re.compile("[省市区县州]?(?:人民政府|政府|人大|政协|纪委|委(?!员会))")
_COUNT = re.compile(r"[\d一二两三四五六七八九十百千万余多数几]+[余多]?[个所家名位项支批类种座处条]?\Z")


class Bodies:
    """Finds bodies in one text; `barriers` are offsets no name may reach over (ends of titles and of persons' names)."""

    def __init__(self, text: str, cut: Words, barriers: Sequence[int], places: Sequence[Hit]) -> None:
        self.text, self.cut = text, cut
        self._barriers = sorted(barriers)
        self._places = places
        self._place_starts = [p[0] for p in self._places]
        self._found: dict[int, Body] = {}
        self._begins = frozenset(self._place_starts)
        self._place_ends = {p[1]: p[0] for p in self._places}

    def find(self) -> list[Body]:
        """Every body, the longest where one stands inside another, in order of the text."""
        found: dict[int, Body] = {}
        self._found = found
        for m in named_bodies()[0].finditer(self.text):
            if not self._glued(m.start(), m.end()) and self._barrier(m.end() - 1) <= m.start():
                found[m.end()] = Body(m.start(), m.end(), m.group(), named_bodies()[1][m.group()][1])
        for start, end, group in suffix_hits(self.text):
            if self.text[end - 1] == "委" and self.text.startswith("员会", end):
                end += 2
            body = self._read(start, end, group, found)
            if body is not None:
                old = found.get(body.end)
                if old is None or body.start < old.start:
                    found[body.end] = body
        chosen: list[Body] = []
        for body in sorted(found.values(), key=lambda b: (b.start, -b.end)):
            if not chosen or body.start >= chosen[-1].end:
                chosen.append(body)
        return chosen

    def _glued(self, start: int, end: int) -> bool:
        """Whether a short name is really part of a longer word (教育部门, 清华园)."""
        return (
            bool(re.match(r"[门长分队级署]|[一-鿿]{0,1}[牌杯]", self.text[end : end + 2]))
            and end not in self.cut.boundaries
        )

    def _barrier(self, position: int) -> int:
        index = bisect_right(self._barriers, position)
        return self._barriers[index - 1] if index else 0

    def _read(self, suffix: int, end: int, group: str, found: dict[int, Body]) -> Body | None:
        text = self.text
        if group == "unit":
            return self._unit(suffix, end, found) or self._ministry(suffix, end)
        if text[end : end + 1] == "（":  # 中国地质大学（武汉）
            close = text.find("）", end, end + 10)
            inside = text[end + 1 : close]
            if close > 0 and (inside in _REGIONS or (end + 1, close) in {(s, e) for s, e, _ in self._near(end)}):
                end = close + 1
        start = self._walk(suffix, self._barrier(suffix))
        trimmed = self._trim(start, suffix, end)
        if trimmed is None:
            return None
        start = trimmed
        parent_end = next((e for e in range(end - 1, start, -1) if e in found and found[e].start == start), None)
        adjoining = found.get(start)
        if (
            adjoining is not None
            and group != "Company"
            and not _TWIN.match(text, start)
            and self._barrier(suffix) <= adjoining.start
        ):
            start, parent_end = adjoining.start, start
        elif parent_end is not None and _TWIN.match(text, parent_end):
            start, parent_end = parent_end, None
        if party := next((p for p in _PARTIES if text.endswith(p, 0, start)), None):
            start, group = start - len(party), "Organization"  # 民建省委 is no committee of the Communist Party
            end += text.startswith("会", end)
        name = text[start:end]
        if not self._specific(start, suffix, end, group, parent_end):
            return None if start < suffix else self._coordinated(suffix, end, group, found)
        if group in ("Organization", "Alliance") and name.endswith(_TASK_FORCE):
            start = self._task_verb(start)
            name = text[start:end]
        if group == "GovernmentBody" and name.endswith("委员会") and not self._official(start, suffix):
            group = "Organization"
        return Body(start, end, name, group, parent_end)

    def _coordinated(self, start: int, end: int, group: str, found: dict[int, Body]) -> Body | None:
        """奉节中学、职教中心: a bare kind of school after a mark takes the place of the school before it."""
        before = found.get(start - 1)
        if (
            group != "EducationInstitution"
            or end - start < 4
            or self.text[start - 1] != "、"
            or before is None
            or before.group != group
            or before.start not in self._begins
        ):
            return None
        place = self._places[bisect_left(self._place_starts, before.start)]
        return Body(start, end, self.text[start:end], group, place=self.text[place.start : place.end])

    def _unit(self, suffix: int, end: int, found: dict[int, Body]) -> Body | None:
        """A department right after the body that it belongs to: 教育部 + 职业教育与成人教育司."""
        parent = next((found[e] for e in range(suffix - 1, max(suffix - 13, 0), -1) if e in found), None)
        if parent is None or self._barrier(suffix) > parent.end or parent.group not in _SUPERIOR:
            return None
        between = self.text[parent.end : suffix]
        if not re.fullmatch(r"[一-鿿]{1,12}", between) or re.search(
            r"[的在由对将了为各]|相关|有关|所属|主办|印发|会同|联合|部署|召开", between
        ):
            return None
        if (
            self.text[parent.end : end] in named_bodies()[1]
            or self.text[end - 2 : end] in words("unit_exceptions.tsv")
            or self.text[parent.end : end].endswith(_ROOMS)
            or (end - parent.end > 2 and not self._nouns(parent.end, suffix))
        ):
            return None
        return Body(parent.start, end, self.text[parent.start : end], parent.group, parent.end)

    def _nouns(self, start: int, end: int) -> bool:
        """Whether no word that ends a name stands in [start, end)."""
        inside = (self.cut.word(i) for i in range(self.cut.at(start), self.cut.at(end - 1) + 1))
        return not any(word in _stops() and word not in "和与及" for word in inside)

    def _task_verb(self, start: int) -> int:
        """推动…专项组: a task force is often named by what it is to do, the verb included."""
        for verb in _TASK_VERBS:
            begin = start - len(verb)
            if (
                begin >= 0
                and self.text[begin:start] == verb
                and (begin == 0 or self.text[begin - 1] in "，。\n 　、日电）")
            ):
                return begin
        return start

    def _near(self, position: int) -> list[tuple[int, int, object]]:
        low = bisect_right(self._place_starts, position - LONGEST)
        high = bisect_right(self._place_starts, position + 12)
        return [(p[0], p[1], p[2]) for p in self._places[low:high]]

    def _walk(self, suffix: int, barrier: int) -> int:
        """Leftwards from the suffix, word by word, to where the run of nouns begins."""
        text, cut = self.text, self.cut
        position = suffix
        if position not in cut.boundaries:
            position = max(cut.starts[cut.at(position)], barrier)
            if text[position:suffix] in _stops():  # 结成联盟 is one word to the segmenter
                return suffix
        while position > barrier and suffix - position < LONGEST:
            place = self._place_ends.get(position)
            if place is not None and place >= barrier:
                position = place
                continue
            index = cut.ending_before(position)
            word, tag = cut.word(index), cut.tags[index]
            start = max(cut.starts[index], barrier)
            if word == "）" and (m := _BRACKET.search(text, max(barrier, position - 12), position)):
                position = m.start()
                continue
            if word == "”":
                opening = text.rfind("“", max(barrier, position - 14), position)
                if opening < 0 or text[position - 2] == "式":
                    break
                position = opening
                continue
            if word in "和与及" and self._joins(position):
                position = start
                continue
            if word == "·":
                position = start
                continue
            if _FUSED.fullmatch(word):
                position = start + 1
                break
            if tag == "x" or word in _stops() or not self._nominal(word, tag):
                break
            if start in self._found and (word in _BETWEEN or tag == "p"):
                break  # 甲厅联合乙厅 are two bodies
            if word[0] in "由经" and len(word) > 1 and tag.startswith("nr"):
                position = start + 1
                break
            whole = word in words("name_verbs.tsv") or start in self._place_ends or len(word) == 1
            if not whole and (tag == "i" or (tag == "v" and position == suffix)):
                break  # an idiom; a verb whose object the suffix is
            position = start
        if text[position : position + 1] == "（":
            position = text.index("）", position) + 1
        return position

    def _nominal(self, word: str, tag: str) -> bool:
        if word in words("name_verbs.tsv"):
            return True
        if tag[0] == "m":
            return bool(re.fullmatch(r"第?[一二三四五六七八九十]{1,3}", word))
        return tag[0] not in "pcudryeoqt" or tag.endswith("g")  # a lone morpheme may be part of a proper name

    def _joins(self, position: int) -> bool:
        """Whether 和 right before `position` stands inside a department's name (文化和旅游部)."""
        text = self.text
        if any(text.startswith(root, position - 1 - at) for root, at in joined_fields() if position - 1 >= at):
            return True
        left = fields_at_end().search(self.text, max(0, position - 13), position - 1)
        return bool(left and field().match(text, position))

    def _trim(self, start: int, suffix: int, end: int) -> int | None:
        """Drop leading words that are no part of the name; None where nothing is left."""
        text, cut = self.text, self.cut
        while start < suffix:
            index = cut.at(start)
            word, tag = cut.word(index), cut.tags[index]
            if cut.starts[index] != start:
                break
            if word == "中" and text[start + 1] in _NATIONS:
                break  # 中俄工科大学联盟
            drop = (
                word in words("leading_words.tsv")
                or (word in _LEADING_VERBS and cut.ends[index] < suffix)
                or (
                    tag[0] in "vad"
                    and word not in words("name_verbs.tsv")
                    and tag != "vn"
                    and start not in self._begins
                )
            )
            if drop and tag[0] == "v" and len(word) > 1 and cut.ends[index] >= suffix:
                break
            if not drop:
                break
            start = cut.ends[index]
        inner = [p for p in self._near(suffix) if start < p[0] < suffix]
        for place_start, _, _ in inner:
            prefix = text[start:place_start]
            if self._cuttable(start, place_start, prefix):
                start = place_start
                break
        return start if start < end - 1 else None

    def _cuttable(self, start: int, place_start: int, prefix: str) -> bool:
        if (
            re.search(r"中国|国家|全国|中央|中共|共青团|联合国|第[一二三四五六七八九十]+", prefix)
            or place_start not in self.cut.boundaries
        ):
            return False
        if start in self._begins:
            return False
        return (
            prefix in _generic()
            or any(prefix.endswith(w) for w in words("leading_words.tsv") if len(w) > 1)
            or (
                len(prefix) >= 2
                and not suffixes()[0].search(prefix)
                and all(self.cut.tags[i][0] in "va" for i in range(self.cut.at(start), self.cut.at(place_start)))
            )
        )

    def _ministry(self, suffix: int, end: int) -> Body | None:
        """A department without a superior before it: 省委宣传部 has one, 资源发展司 alone stays unread."""
        start = self._trim(self._walk(suffix, self._barrier(suffix)), suffix, end)
        if start is None:
            return None
        name = self.text[start:end]
        if name[-1] == "部" and fields_at_end().fullmatch(name[:-1]):
            return Body(start, end, name, "GovernmentBody")
        return None

    def _official(self, start: int, suffix: int) -> bool:
        return bool(fields_at_end().search(self.text, start, suffix))

    def _specific(self, start: int, suffix: int, end: int, group: str, parent_end: int | None) -> bool:
        """Whether the name tells one body from others of its sort."""
        text, cut = self.text, self.cut
        head = text[start:suffix]
        ending = text[suffix:end]
        if ending.startswith(("厅", "局")) or ending == "委":
            return self._official(start, suffix) or (
                ending == "局" and head.endswith("管理") and self._has_place(start, suffix)
            )
        if ending in words("organs.tsv") and head in _LEVELS:
            return True
        if head in _LEVELS and group == "EducationInstitution":
            return True
        if (head.endswith("中") and ending == "小学") or (
            ending in ("中心", "学校") and head.endswith(("会议", "会展", "展览", "体育", "活动", "购物", "文化"))
        ):
            return False
        if group == "PartyBody":
            return len(head) > 0 or ending in ("省委", "市委", "区委", "县委", "州委")
        if group == "GovernmentBody":
            if self._official(start, suffix) or ending in ("教委", "科委"):
                return True
            if ending in ("政府", "人民政府") and head in _LEVELS:
                return True
            return bool(head) and (self._has_place(start, suffix) or head.startswith(("国家", "中国", "全国")))
        if not head:
            return False
        if _COUNT.search(text, max(0, start - 6), start):
            return False
        if parent_end is not None:
            return end - parent_end > 1
        if self._has_place(start, suffix) or head.startswith(("中国", "国家", "全国")):
            return True
        pieces = [
            text[max(cut.starts[i], start) : min(cut.ends[i], suffix)]
            for i in range(cut.at(start), cut.at(suffix - 1) + 1)
        ]
        proper = [
            w
            for w in pieces
            if w not in _generic() and w not in words("name_verbs.tsv") and w not in words("department_roots.tsv")
        ]
        if group == "Company" and ending in ("集团", "药业", "制药", "控股", "重工", "实业", "保险", "银行", "公司"):
            return len(head) >= 2 and bool(proper)
        return bool(proper)

    def _has_place(self, start: int, suffix: int) -> bool:
        return any(start <= p[0] and p[1] <= suffix + 1 for p in self._near(suffix))
