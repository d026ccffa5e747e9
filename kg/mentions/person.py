"""Names of persons: after a title, before a title, in lists under one title, in bylines.

A Chinese name has no mark of its own, so a title beside it is what makes it one: 厅长 + surname + one or two characters.
Where it ends is decided by what follows (punctuation, a verb of speech, a preposition), by the segmenter, and by how the
same characters end elsewhere in the article.
"""

import re
from dataclasses import dataclass
from functools import cache

import rjieba

from kg.mentions.lexicon import alternation, rows, words
from kg.mentions.title import Title
from kg.mentions.words import Words

_HAN = re.compile(r"[一-鿿㐀-䶿]")
_FOREIGN = re.compile(r"[一-鿿]{1,8}(?:[·・•][一-鿿A-Z]{1,8}){1,4}")
# Characters in which foreign names are written: a run of four and more of them is one.
_TRANSLITERATED = re.compile(
    "[阿艾安奥巴鲍贝本比彼波伯布查茨楚达戴丹德蒂迪丁杜多恩尔法菲费弗夫冈盖戈格古哈海汉赫亨霍基吉加贾杰金喀卡凯坎科克肯库拉莱兰朗劳勒雷黎里历丽利列林卢鲁"
    "罗洛马玛迈麦曼梅门蒙米莫姆穆纳娜内尼涅努诺欧帕佩皮普奇契乔琴瑞若萨塞桑瑟森沙山舍什施史斯司苏索塔泰坦汤陶特提图托瓦万威韦维魏温沃乌西希夏谢辛雅亚扬耶"
    "叶伊易因尤约泽扎詹兹佐]{4,9}"
)
# A given name hardly ever ends in these, so a candidate that does has swallowed a function word.
_FUNCTION = frozenset("的了在和与等为是说也还就将对向从到把被及并率赴来任兼主出参作会有让这两以而同由")
_PARTICLES = frozenset("则也还就都在说称将又再对向为和与及曾已即却更仍均从到等作任用以致获受带率赴应")
_NEAR = 3000  # characters around a name in which its other occurrences count
# Surnames that more often join or lead: 书记和校长, 校长于今年.
_NO_GIVEN = frozenset("省市县区部局厅处委司院校")
_JOINERS = frozenset("和于同从向由但都连全应能自为")
_CLOSERS = frozenset("，。；：、！？）》」』”’…—-,.;:!?()（【】[]|/ \t\n\r　·")
# The last character of a body's or place's name, which no given name ends in.
_BODY_END = frozenset("省市县区州镇乡村校院部局厅处委会司社团府所站系室办")


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name at [start, end) and the rule that saw it."""

    start: int
    end: int
    text: str
    rule: str


@cache
def _surnames() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Single surnames, compound surnames, and single ones that are also common words (和, 于, 常)."""
    table = rows("surnames.tsv", 3)
    single = frozenset(r[0] for r in table if len(r[0]) == 1)
    return (
        single,
        frozenset(r[0] for r in table if len(r[0]) == 2),
        frozenset(r[0] for r in table if r[1] == "word" and r[2] == "3"),
    )


@cache
def word_surnames() -> frozenset[str]:
    """The surnames that are common words as well: 高, 于, 常."""
    return frozenset(r[0] for r in rows("surnames.tsv", 3) if r[1] == "word")


@cache
def _follow() -> re.Pattern[str]:
    """Words of two characters and more that come after a name and never belong to it."""
    return re.compile(alternation(w for w in words("boundary_words.tsv") if len(w) > 1) + r"|[一两三\d]")


@cache
def _cut(text: str) -> list[tuple[str, str]]:
    """The words of a short text by the segmenter's dictionary alone, with their tags."""
    return list(rjieba.tag(text, False))


@cache
def is_word(text: str) -> bool:
    """Whether the segmenter's dictionary knows these characters as a common word and not as a name."""
    cut = _cut(text)
    return len(cut) == 1 and not cut[0][1].startswith("nr")


class Namer:
    """Finds names in one text."""

    def __init__(self, text: str, cut: Words, titles: list[Title]) -> None:
        self.text, self.cut = text, cut
        self.title_starts = frozenset(t.start for t in titles)
        self._starts = {s: i for i, s in enumerate(cut.starts)}

    def at(self, position: int, *, firm: bool = False) -> int | None:
        """Where the name that starts at `position` ends, or None. `firm` asks for a name that fills its slot up to a mark."""
        text = self.text
        if foreign := _FOREIGN.match(text, position):
            return self._trim_foreign(position, foreign.end())
        if (foreign := _TRANSLITERATED.match(text, position)) and self._ends_well(foreign.end()):
            return foreign.end()
        single, compound, also_word = _surnames()
        if text[position : position + 2] in compound:
            lengths: tuple[int, ...] = (4, 3)
        elif text[position : position + 1] in single:
            lengths = (3, 2)
        else:
            return None
        need = 3.0 if text[position] in also_word else 1.5
        best: tuple[float, int] | None = None
        for length in lengths:
            end = position + length
            if end > len(text) or not all(_HAN.match(c) for c in text[position:end]):
                continue
            score = self._score(position, end, lengths[0])
            if firm and not self._closed(end):
                continue
            if score >= need and (best is None or score > best[0]):
                best = (score, end)
        return best[1] if best else None

    def _is_place(self, name: str) -> bool:
        cut = _cut(name)
        return len(cut) == 1 and cut[0][1] == "ns"

    def listed(self, position: int) -> int | None:
        """Where the next name of a list ends: it fills its slot up to a mark, or is the last and a verb follows."""
        end = self.at(position, firm=True)
        if end is None and (last := self.at(position)) is not None and _follow().match(self.text, last):
            end = last if last not in self.title_starts else None
        return end

    def _closed(self, end: int) -> bool:
        return end >= len(self.text) or self.text[end] in _CLOSERS or self.text[end : end + 1] in "等和与及"

    def _trim_foreign(self, start: int, end: int) -> int:
        """Where a name with · ends: before a mark or a word that comes after names, at the latest after eight characters."""
        dot = max(self.text.rfind(c, start, end) for c in "·・•")
        for position in range(dot + 2, end):
            if self._closed(position) or self._goes_on(position) or self.text[position] in "的在率将与及说称对向":
                return position
        while end > dot + 2 and not self._closed(end) and end not in self.cut.boundaries:
            end -= 1
        return end

    def _ends_well(self, end: int) -> bool:
        return self._closed(end) or self._goes_on(end)

    def _goes_on(self, position: int) -> bool:
        """Whether what starts here comes after a name and is no part of it: a verb of the genre, another title."""
        return position in self.title_starts or _follow().match(self.text, position) is not None

    def _score(self, start: int, end: int, longest: int) -> float:
        text, name = self.text, self.text[start:end]
        score = 0.3 if end - start == longest else 0.0
        if end >= len(text) or text[end] in _CLOSERS or text[end].isascii():
            score += 3
        elif self._goes_on(end):
            score += 2
        elif text[end] in _PARTICLES:
            score += 1.4
        elif end in self.cut.boundaries:
            index = self._starts.get(end)
            tag = self.cut.tags[index] if index is not None else "x"
            score += 1.5 if tag[0] in "vdpcur" else 1.0
        else:
            score -= 2
        if text[end - 1] in _FUNCTION:  # before a mark there is nothing that the word could govern
            score -= 0.3 if text[end - 1] not in "等说的了" and (end >= len(text) or text[end] in _CLOSERS) else 1.8
        index = self._starts.get(start)
        if index is not None and self.cut.ends[index] == end and self.cut.tags[index].startswith("nr"):
            score += 0.7
        if name[-1] in _NO_GIVEN:
            score -= 2  # 宣传部
        if self._is_place(name):
            score -= 1  # 宁波 may be a person after a title and before a mark
        elif is_word(name) or (name[0] in _JOINERS and is_word(name[1:]) and len(name) == 3):
            score -= 2.2  # 和校长, 于今年
        if end - start == longest:
            near = max(0, start - _NEAR), start + _NEAR
            shorter, longer = text.count(name[:-1], *near), text.count(name, *near)
            if longer > 1:
                score += 0.8 if shorter == longer else -0.4
            elif shorter > longer:
                score -= 0.8
        return score

    def before(self, title: Title, known: frozenset[str] = frozenset()) -> int | None:
        """Where the name that ends right at a title begins (甲某某校长), or None. The left edge must be a clear one."""
        text = self.text
        single, compound, _ = _surnames()
        for length in (3, 2, 4):
            start = title.start - length
            name = text[max(start, 0) : title.start]
            if start < 0:
                continue
            if name in known:
                return start
            surnamed = name[:2] in compound if length == 4 else name[:1] in single or name[:2] in compound
            if not surnamed or not all(_HAN.match(c) for c in name) or name[-1] in _FUNCTION or name[-1] in _BODY_END:
                continue
            if is_word(name) or start not in self.cut.boundaries:
                continue
            index = self._starts.get(start, -1)
            tagged = (
                index >= 0 and self.cut.ends[index] == title.start and self.cut.tags[index] == "nrfg"
            )  # a name the dictionary knows
            if (
                start == 0
                or text[start - 1] in _CLOSERS
                or text[start - 1] in _BODY_END
                or text[start - 1] in "和与及由"
                or tagged
            ):
                return start
        return None


_BYLINE = re.compile(
    r"(?:记者|通讯员|特约记者|实习生|见习记者|撰稿|撰文|文[:：/／]|作者[:：])[ 　:：]*(?=[一-鿿])|电[ 　]*[（(](?:记者|通讯员)?[ 　]*(?=[一-鿿])"
)
_END_CREDIT = re.compile(r"[（(]([一-鿿·]{2,4}(?:[ 、　][一-鿿·]{2,4}){0,3})[)）]\s*$", re.M)
_GAP = re.compile(r"[ 　、，,]+")


def bylines(text: str, namer: Namer) -> list[Name]:
    """Names of those who wrote the article: after 记者, in a dateline, or in brackets at the very end of a paragraph."""
    found: list[Name] = []
    for m in _BYLINE.finditer(text):
        position = m.end()
        rule = "byline of a correspondent" if m.group().startswith("通讯员") else "byline"
        while (end := namer.at(position, firm=True)) is not None:
            found.append(Name(position, end, text[position:end], rule))
            gap = _GAP.match(text, end)
            if gap is None:
                break
            position = gap.end()
    for m in _END_CREDIT.finditer(text):
        position = m.start(1)
        for part in re.split("[ 、　]", m[1]):
            if namer.at(position, firm=True) == position + len(part):
                found.append(Name(position, position + len(part), part, "byline"))
            position += len(part) + 1
    return found


def names(text: str, namer: Namer, titles: list[Title]) -> list[tuple[Name, Title]]:
    """Every name that a title stands beside, with that title; a list after one title shares it (副校长甲、乙)."""
    found: list[tuple[Name, Title]] = []
    title_starts = {t.start for t in titles}
    for title in titles:
        position = title.end
        while position < len(text) and text[position] in " 　" and position - title.end < 2:
            position += 1
        if position in title_starts:
            continue
        end = namer.at(position, firm=position > title.end)
        rule = "title+name"
        while end is not None:
            found.append((Name(position, end, text[position:end], rule), title))
            if end >= len(text) or text[end] not in "、和":
                break
            position, rule = end + 1, "title+list"
            end = namer.listed(position)
    known = frozenset(n.text for n, _ in found)
    taken = {n.start for n, _ in found} | {n.end for n, _ in found}
    for title in titles:
        start = namer.before(title, known)
        if start is not None and start not in taken:
            found.append((Name(start, title.start, text[start : title.start], "name+title"), title))
    return sorted(found, key=lambda pair: (pair[0].start, pair[1].start))
