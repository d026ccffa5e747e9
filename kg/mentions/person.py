"""Names of persons: after a title, before a title, in lists under one title, in bylines.

A Chinese name has no mark of its own, so a title beside it is what makes it one: 厅长 + surname + one or two characters.
Where it ends is decided by what follows (punctuation, a verb of speech, a preposition), by the segmenter, and by how the
same characters end elsewhere in the article.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

import rjieba

from kg.mentions.gazetteer import gazetteer
from kg.mentions.lexicon import alternation, beginnings, rows, words
from kg.mentions.likelihood import chinese, foreign
from kg.mentions.parted import DOTS, HAN, parted_before, right_end, transcribing
from kg.mentions.surname import compound_surnames, frequent_surnames, japanese_surnames, single_surnames
from kg.mentions.title import Title
from kg.mentions.words import Words

_NAME_LONG = re.compile(r"[一-鿿㐀-䶿]{2,4}")
_FOREIGN = re.compile(rf"{HAN}{{1,8}}(?:[{DOTS}][一-鿿A-Z]{{1,8}}){{1,4}}")
# A given name hardly ever ends in these, so a candidate that does has swallowed a function word.
_FUNCTION = frozenset("的了犯在和与等为是说也还就将对向从到把被及并率赴来任兼主出参作会有让这两以而同由于")
_PARTICLES = frozenset("今昨犯则也还就都在说称将又再对向为和与及曾已即却更仍均从到等作任用以致获受带率赴应")
_COUNTS = frozenset("一两三")
_WHERE = frozenset("上中下里内外前后间时")
# How nouns for people end: 村民, 毕业生, 选手, 志愿者.
AGENT_ENDS = frozenset("生民户员者手工人师匠友迷星帅将长妻夫母父儿女弟妹哥姐")
_JOINING = frozenset("和与及同")
_ACTS = re.compile("一行|带队|带领|率|介绍|表示|说|指出|强调|要求|出席|主持|讲话|致辞|来到|赴|先后|陪同|代表")
_NEAR = 3000  # characters around a name in which its other occurrences count
_ENOUGH = 1.2
_USUAL = 3  # characters of most names
_NO_WORD = frozenset(("g", "zg"))  # the segmenter's tags for a character that is no word
_GIVEN_ENOUGH = 1.0  # log-odds of two given characters
_ENOUGH_BEFORE = 1.5  # 行长 after a name says less than before it
# What leads to a name: 由, 请, 感谢 and other words that end so.
_LEADS = frozenset("和与及由请邀的在对向为给让同是据")
# Surnames that more often join or lead: 书记和校长, 校长于今年.
_JOINERS = frozenset("和于同从向由但都连全应能自为来到")
_TOWARDS = frozenset("对向同与和给由把被")  # no foreign name begins so
_AT_INVITATION = frozenset("应由在与和向对为自从就")  # before a country
_CLOSERS = frozenset("，。；：、！？）》」』”’…—-,.;:!?()（【】[]|/ \t\n\r　·")
_BARE = frozenset("，。；、\n")  # what stands after a rank that no name follows
_CLOSED = _CLOSERS | frozenset("等和与及")
# The last character of a body's or place's name, which no given name ends in.
_SCHOOLS = frozenset(("大学", "中学", "小学", "高中"))  # 华夏中学 begins like a surname and a husband's name
_BODY_END = frozenset("省市县区州镇乡村校院部局厅处委会司社团府所站系室办科")


class Name(NamedTuple):
    """A person's name at [start, end) and the rule that saw it."""

    start: int
    end: int
    text: str
    rule: str


@cache
def _transliteration() -> re.Pattern[str]:
    """Two to nine of the characters in which foreign names are written."""
    characters = "".join(sorted(transcribing()))
    return re.compile(f"[{characters}]{{2,9}}")


@cache
def _follow() -> re.Pattern[str]:
    """Words of two characters and more that come after a name and never belong to it; so do numbers."""
    return re.compile(alternation(w for w in words("boundary_words.tsv") if len(w) > 1))


@cache
def _follow_heads() -> frozenset[str]:
    """How those words begin: looked up before the pattern is tried."""
    return beginnings(w for w in words("boundary_words.tsv") if len(w) > 1)


@lru_cache(maxsize=1 << 16)
def _cut(text: str) -> list[tuple[str, str]]:
    """The words of a short text by the segmenter's dictionary alone, with their tags."""
    return list(rjieba.tag(text, False))


@lru_cache(maxsize=1 << 16)
def is_word(text: str) -> bool:
    """Whether the segmenter's dictionary knows these characters as a common word and not as a name."""
    cut = _cut(text)
    return len(cut) == 1 and not cut[0][1].startswith("nr")


def is_guessed(word: str) -> bool:
    """Whether the segmenter's dictionary lacks a word, so that its being one is a guess."""
    return len(_cut(word)) > 1


def _is_place(name: str) -> bool:
    cut = _cut(name)
    return len(cut) == 1 and cut[0][1] == "ns"


@cache
def _no_names() -> frozenset[str]:
    """Common words, countries and capitals, the sides in talks (韩方), and football clubs."""
    sides = (short + "方" for r in rows("countries.tsv", 2) for short in (r[0][0], r[1][:1]))
    clubs = (name for r in rows("clubs.tsv") for name in (r[0], *"".join(r[1:2]).split("|")) if name)
    return frozenset((*words("no_names.tsv"), *words("countries.tsv"), *sides, *clubs))


def is_no_name(text: str) -> bool:
    """Whether these characters read like a person's name and are known to be none, after no title."""
    return text in _no_names() or (text[-1] in "愿称" and text[:-1] in _no_names())


class Namer:
    """Finds names in one text."""

    def __init__(self, text: str, cut: Words, titles: list[Title]) -> None:
        self.text, self.cut = text, cut
        self.title_starts = frozenset(t.start for t in titles)
        self.title_ends = frozenset(t.end for t in titles)
        self.rank_starts = frozenset(t.start for t in titles if t.group == "rank" and text[t.end : t.end + 1] in _BARE)
        self._single, self._compound = single_surnames(), compound_surnames()
        self._japanese, self._frequent, self._heads = japanese_surnames(), frequent_surnames(), _follow_heads()
        self._told: dict[int, bool] = {}  # where `_goes_on` was asked → what it said

    def at(self, position: int, *, firm: bool = False) -> int | None:
        """Where the name that starts at `position` ends, or None. `firm` asks for a name that fills its slot up to a mark."""
        dotted = _FOREIGN.match(self.text, position)
        if dotted and self.text[position] not in _TOWARDS and not self._holds_title(position, dotted):
            last = self._trim_foreign(position, dotted.end())
            return last if not firm or self.ends_well(last) else None  # 山报·山|海网记者
        if (end := self._transliterated(position)) and not (firm and not self._closed(end)):
            return end
        best = self.best(position, firm)
        return best[1] if best and best[0] >= _ENOUGH else self._rare(position)

    def _rare(self, position: int) -> int | None:
        """Where a name of three characters ends right after a title whose surname the table lacks: given characters, before a mark
        or verb, in a word that no dictionary has or after a character that is no word."""
        index = self.cut.index.get(position) if position in self.title_ends else None
        if index is None or self._lengths(position):
            return None
        end, cut = position + _USUAL, self.cut
        apart = (
            cut.tags[index] in _NO_WORD
            and cut.ends[index] == position + 1
            and cut.ends[index + 1 : index + 2] == (end,)
        )
        name = self.text[position:end]
        if not (apart or (cut.ends[index] == end and not is_word(name))) or name[-1] in _FUNCTION:
            return None
        fits = _NAME_LONG.fullmatch(name) and self.ends_well(end) and chinese("", name[1:]) >= _GIVEN_ENOUGH
        return end if fits else None

    def best(self, position: int, firm: bool = False) -> tuple[float, int] | None:
        """The likeliest Chinese name that starts at `position`: how much speaks for it, and where it ends."""
        best: tuple[float, int] | None = None
        longer_fits = False
        for length in self._lengths(position):
            end = position + length
            if firm and not self._closed(end):
                continue
            score, well = self.score(position, end), self.ends_well(end)
            if longer_fits and not well:
                score -= 0.8  # 祁望 is one word, but 祁望舒 stands before a mark
            longer_fits = well and self.text[end - 1] not in _FUNCTION
            if best is None or score > best[0]:
                best = (score, end)
        return best

    def _transliterated(self, position: int) -> int | None:
        """Where a foreign name without a dot ends: a run of the characters that such names are written in, up to a mark or verb."""
        run = _transliteration().match(self.text, position)
        if run is None:
            return None
        for end in range(run.end(), position + 1, -1):
            odds = foreign(self.text[position:end])
            if odds < 3 + (2 if end - position < 4 else 0):
                continue
            if not (
                self.ends_well(end)
                or self.text[end] in _PARTICLES
                or (odds > 6 and end - position > 3 and end in self.cut.boundaries)
            ):
                continue
            if end - position > 3 or odds > self.characters(position, end):
                return end if not is_word(self.text[position:end]) else None
        return None

    def _lengths(self, position: int) -> tuple[int, ...]:
        """How long a Chinese name that begins here may be, the longest first."""
        two = self.text[position : position + 2]
        if two in words("countries.tsv"):
            return ()  # 泰国高等教育部
        if two in self._compound:
            lengths: tuple[int, ...] = (4, 3)
        elif two in self._japanese:
            lengths = (4, 3, 2) if two[0] in self._single else (4, 3)
        elif two[:1] not in self._single:
            return ()
        elif two[0] in self._frequent and two[1:] in self._frequent:
            lengths = (4, 3, 2)  # 林郑某某, a husband's name before one's own
        else:
            lengths = (3, 2)
        han = _NAME_LONG.match(self.text, position)
        if han is None:
            return ()
        most = han.end() - position
        return lengths if most >= lengths[0] else tuple([n for n in lengths if n <= most])

    def fills(self, start: int, end: int) -> bool:
        """Whether a Chinese name is all that stands in [start, end), a slot between two marks."""
        return end - start in self._lengths(start) and self.score(start, end) >= _ENOUGH

    def may_begin(self, position: int) -> bool:
        """Whether a surname stands here."""
        return bool(self._lengths(position))

    def surname_at(self, position: int) -> bool:
        """Whether the character here is a surname."""
        return self.text[position] in self._single

    def joins_a_word(self, start: int, end: int) -> bool:
        """Whether a word stands here after a 和 or 于, and no name: 领导和嘉宾."""
        return self.text[start] in _JOINERS and is_word(self.text[start + 1 : end])

    def known_to_dictionary(self, start: int, end: int) -> float:
        """What the dictionary says for a name: it has these characters as a person (3), as some name (-1), as another word (-2)."""
        cut = _cut(self.text[start:end])
        if len(cut) > 1:
            return 0.0
        tag = cut[0][1]
        return 3.0 if tag == "nrfg" else 0.5 if tag == "nrt" else -1.2 if tag[:2] == "nr" else -2.0

    def foreign_at(self, position: int) -> int | None:
        """Where a run of the characters of foreign names ends at a word's edge, or None."""
        run = _transliteration().match(self.text, position)
        if run is None:
            return None
        cut = self.cut
        for end in range(run.end(), position + 1, -1):
            if end in cut.boundaries and cut.tags[cut.at(end - 1)] not in ("d", "p", "c"):  # 卡拉里|都
                return end if foreign(self.text[position:end]) > 3 else None
        return None

    def listed(self, position: int) -> int | None:
        """Where the next name of a list ends: it fills its slot up to a mark, or is the last and a verb follows."""
        end = self.at(position, firm=True)
        if end is None and (last := self.at(position)) is not None and self._goes_on(last):
            end = last if last not in self.title_starts else None
        return end

    def _closed(self, end: int) -> bool:
        return end >= len(self.text) or self.text[end] in _CLOSED

    def _holds_title(self, start: int, dotted: re.Match[str]) -> bool:
        """Whether a title ends before the dot: 甲、自治区主席艾某·某某 after 书记 lists no name that begins with the post."""
        dot = re.search("[·・•]", dotted.group())
        return dot is not None and any(p in self.title_ends for p in range(start + 1, start + dot.start()))

    def _trim_foreign(self, start: int, end: int) -> int:
        """Where a name with · ends: before a mark or a word that comes after names, at the latest after eight characters."""
        dot = max(self.text.rfind(c, start, end) for c in DOTS)
        end = max(dot + 2, right_end(self.text, self.cut, dot, end))
        for position in range(dot + 2, end):
            if self._closed(position) or self._goes_on(position) or self.text[position] in "的在率将与及说称对向":
                return position
        while end > dot + 2 and not self._closed(end) and end not in self.cut.boundaries:
            end -= 1
        return end

    def ends_well(self, end: int) -> bool:
        """Whether a mark stands here, or what comes after a name."""
        return self._closed(end) or self._goes_on(end)

    def _goes_on(self, position: int) -> bool:
        """Whether what starts here comes after a name and is no part of it: a verb of the genre, another title."""
        known = self._told.get(position)
        if known is None:
            two = self.text[position : position + 2]
            if position in self.title_starts:
                known = True
            elif two in self._heads:
                known = _follow().match(self.text, position) is not None
            else:
                known = two[:1].isdecimal() or two[:1] in _COUNTS
            self._told[position] = known
        return known

    def score(self, start: int, end: int) -> float:
        """How much speaks for a name that fills [start, end): its characters, what follows, the segmenter, the article."""
        name = self.text[start:end]
        odds = self.characters(start, end)
        score = odds / (4 if odds > 0 else 8) + self._right(start, end, odds)
        index = self.cut.index.get(start)
        if index is not None and self.cut.ends[index] == end and self.cut.kinds[index] == "nr":
            score += 0.7
        known = is_word(name)
        if known and _is_place(name):
            score -= 1  # 宁波 may be a person after a title and before a mark
        elif name[-1] in "地得的" and is_word(name[:-1]) and odds < 4:
            score -= 3  # 殷切地希望
        elif known and odds > 3 and self.ends_well(end):
            score -= 1  # 高松讲话
        elif len(name) == 4 and name[:2] in self._japanese and is_word(name[2:]):
            score -= 3  # 高桥讲话
        elif known or (len(name) == 3 and self.joins_a_word(start, end)):
            score -= 2.2  # 和校长, 于今年
        if len(name) == 3 or name[:2] in self._compound:
            least, most = max(0, start - _NEAR), start + _NEAR
            shorter = self.text.count(name[:-1], least, most)
            longer = self.text.count(name, least, most) if shorter > 1 else 1  # both stand here
            if longer > 1:
                score += 0.8 * min(longer - 1, 3) if shorter == longer else -0.4
            elif shorter > longer + 1 and name[-1] in _FUNCTION:
                score -= 1.8  # 杨明来到, where 杨明 comes again and again
            elif shorter > longer:
                score -= 0.8
        return score

    def characters(self, start: int, end: int) -> float:
        """The log-odds of the characters, between -8 and 8; names of three are the usual ones."""
        text, size = self.text, end - start
        two = text[start : start + 2]
        compound = two in self._compound or (two in self._japanese and (size == 4 or two[0] not in self._single))
        surname = start + (2 if (compound and size > 2) or size == 4 else 1)
        odds = chinese(text[start:surname], text[surname:end]) - (0.3 if end - surname == 2 else 1.4)
        if size == 4 and not compound:
            odds -= 6
        return -8.0 if odds < -8.0 else 8.0 if odds > 8.0 else odds

    def _right(self, start: int, end: int, odds: float) -> float:
        """What follows: a mark, a verb of the genre, a function word, the edge of a word; the opposite inside a word."""
        text, last = self.text, self.text[end - 1]
        after = text[end : end + 1]
        closed = not after or after in _CLOSERS
        if closed or after.isascii():
            score = 3.0
        elif self._goes_on(end):
            score = 2.0
        elif after in _PARTICLES:
            apart = after in _JOINING and (
                _ACTS.match(text, end + 1) or text[end + 1 : end + 2] in _CLOSERS or end + 1 in self.rank_starts
            )
            score = -1.0 if apart else 1.4  # 王中和一行, 孙铭和、, 林信和院士: no 和 joins here
        elif (index := self.cut.index.get(end)) is not None:
            tag = self.cut.tags[index]
            alone = self.cut.ends[index] - end == 1 and tag[0] in "nagjzx"
            score = 1.5 if tag[0] in "vdpcur" else -0.8 if alone else 0.6
        else:
            score = -2.0
        idle = last in _JOINING and (end in self.rank_starts or _ACTS.match(text, end))
        if last == "让" and after in _JOINING:
            score += 0.4  # 让和, 让与: a verb that must go on otherwise is none
        elif last in _FUNCTION and not idle:
            # before a mark there is nothing that the word could govern
            score -= 3.0 if last in "说等" else 0.3 if closed and last not in "等的了" else 1.8
        elif last in "今昨前" and after in "（(":
            score -= 3.0  # 今（13）日
        elif last in _WHERE and odds < 0:
            score -= 1.8  # 委员通道上
        return score

    def before(self, title: Title, known: frozenset[str] = frozenset()) -> int | None:
        """Where the name that ends right at a title begins (甲某某校长), or None. The left edge must be a clear one."""
        text = self.text
        if (whole := parted_before(text, self.cut, title.start)) is not None:
            return whole
        best: tuple[float, int] | None = None
        for length in (3, 2, 4) if title.start not in self.title_ends else ():  # 卢院长代表学校
            start = title.start - length
            if start < 0:
                continue
            name = text[start : title.start]
            if name in known:
                return start
            if (
                length not in self._lengths(start)
                or name[-1] in _FUNCTION
                or name[-1] in _BODY_END
                or name[-2:] in _SCHOOLS
            ):
                continue
            if name in words("countries.tsv") or (name[0] in _AT_INVITATION and name[1:] in words("countries.tsv")):
                continue  # 文莱大使, 应德国总理邀请
            if name + text[title.start] in gazetteer().by_name:
                continue  # 杨浦区长海路
            if start not in self.cut.boundaries or (is_word(name) and name not in known):
                continue
            odds = self.characters(start, title.start)
            score = odds / 4 + self._left(start)
            index = self.cut.index.get(start, -1)
            if index >= 0 and self.cut.ends[index] == title.start and self.cut.tags[index].startswith("nr"):
                score += (
                    4.0 if self.cut.tags[index] == "nrfg" else 1.9 if self._left(start) >= 2 else 1.0
                )  # nrfg: a person whom the dictionary knows
            if score >= _ENOUGH_BEFORE and (best is None or score > best[0]):
                best = (score, start)
        return best[1] if best else None

    def _left(self, start: int) -> float:
        """What stands before a name: a mark, a preposition, the end of a body's name."""
        text = self.text
        if start == 0 or text[start - 1] in _CLOSERS or start in self.title_ends:
            return 2.0
        if text[start - 1] == "驻":
            return -3.0  # 驻汤加大使
        if text[start - 1] in _BODY_END or text[start - 1] == "行" or text[start - 1] in _LEADS:
            return 1.5
        return 0.8
