"""How much speaks for a Chinese name: its characters, what follows it, the segmenter, and how it ends elsewhere in the article."""

import re
from functools import cache

from kg.mentions.common_word import (
    dictionary_cut,
    in_dictionary,
    is_guessed,
    is_no_name,
    is_place,
    is_word,
)
from kg.mentions.lexicon import alternation, beginnings, words
from kg.mentions.likelihood import chinese
from kg.mentions.surname import LAND, compound_surnames, frequent_surnames, japanese_surnames, single_surnames
from kg.mentions.title import Title
from kg.mentions.words import Words

NAME_LONG = re.compile(r"[一-鿿㐀-䶿]{2,4}")
# A given name hardly ever ends in these, so a candidate that does has swallowed a function word.
FUNCTION_WORDS = frozenset("都的了犯在和与等为是说也还就将对向从到把被及并率赴来任兼主出参作会有让这两以而同由于")
PARTICLES = frozenset("今昨犯则也还就都在说称将又再对向为和与及同曾已即却更仍均从到等作任用以致获受带率赴应")
_COUNTS = frozenset("一两三")
_WHERE = frozenset("上中下里内外前后间时")
_JOINING = frozenset("和与及同")
_TOO = frozenset("也还都均又曾")
_IN = re.compile("在(?![座场校职岗])")  # 李某和|在会上
_ACTS = re.compile(
    "[今昨前][（(]|一行|带队|带领|率|介绍|表示|说|指出|强调|要求|出席|主持|讲话|致辞|来到|赴|先后|陪同|代表|作[一-鿿]{0,8}(?:讲话|发言|报告|致辞)"
)
# 黄增向|分别介绍: what a preposition cannot govern.
_GOVERNS = frozenset("向对")
_NO_OBJECT = re.compile(
    "(?:分别|先后|首先|随后|依次)(?:介绍|致[辞词]|讲|发[言表]|作|汇报|通报|宣读|主持|表示|强调|指出)(?![^，。；]{0,8}的(?!概况|情况|经验|做法|成果|背景|内容|历史|进展|特色)[^，。；]{2})|(?:在|就)(?![座场职校业医地近读餐诊])[^，。；的]{2,30}?(?:上|作了?|进行)(?=讲|发|致|表|说|指|强|介|汇|[，。])"
    "|主持(?![人词])|致[辞词]|讲话(?![的稿精])|(?:表示|指出|强调)(?=[，：])"
)
_TODAY = re.compile("[今昨前][（(]\\d")  # 包某和|今（12）日
_COMES = re.compile("到场|到会|出席|与会|莅临|致[辞词]|讲话(?![的稿精])|指出|强调|表示|主持(?![人词稿的])")
_GREETING = re.compile("[一-鿿]{0,4}[辞词](?![去退职别职典语汇])|贺|祝|问候|慰问|感谢|悼")
_FEW = 8  # places where the same characters are looked for
_NEAR = 3000  # characters around a name in which its other occurrences count
ENOUGH = 1.2  # what must speak for a name after a title
# Surnames that more often join or lead: 书记和校长, 校长于今年.
_JOINERS = frozenset("和于同从向由但都连全应能自为来到")
_HARDLY = -2.5  # log-odds of what is hardly a name
_GIVEN_TOO = 4.0  # log-odds of a name whose given name is a word too
CLOSERS = frozenset("，。；：、！？）》」』”’…—-,.;:!?()（【】[]|/ \t\n\r　·")
# 甲说，…: what a verb of one character leads to that tells what was said.
_SAID, _BEFORE_SPEECH = frozenset("说称"), frozenset("，：“")
_CLASS = re.compile("(?:年级|[高初大][一二三四])[（(]?[0-9一二三四五六七八九十]{1,2}[)）]?\\Z")
_BETWEEN_POSTS = frozenset("、，")
_ON_BEHALF = re.compile("受[^，。；受]{2,24}?的?委托")  # 甲受县委书记乙委托致辞
_BARE = frozenset("，。；、\n")  # what stands after a rank that no name follows
_CLOSED = CLOSERS | frozenset("等和与及")


@cache
def _follow() -> re.Pattern[str]:
    """Words of two characters and more that come after a name and never belong to it; so do numbers."""
    return re.compile(alternation(w for w in words("boundary_words.tsv") if len(w) > 1))


@cache
def _follow_heads() -> frozenset[str]:
    """How those words begin: looked up before the pattern is tried."""
    return beginnings(w for w in words("boundary_words.tsv") if len(w) > 1)


_SPEAKS = re.compile("致[辞词]|讲话|发言|主持|出席|宣布|宣读|到会|陪同")
_AT_IT = re.compile(
    "(?:在(?:会上|会议|讲话|致[辞词]|仪式|发布会|论坛|座谈|活动|大会)|率(?![先真直性领到等]|[一-鿿]{0,8}(?:主任|[处科局院部]长|书记))[一-鿿]{5})"
)
_BY = re.compile("由[^，。；、]*\\Z")
_CLAUSE = 40  # characters

_BEFORE_SAME = frozenset("高中初平优同上下均对相")  # 高等, 平等: words that end in 等
_FAIRS = ("博会", "交会", "洽会", "贸会", "展会", "运会", "投会")


class ChineseNames:
    """Weighs the Chinese names of one text."""

    def __init__(self, text: str, cut: Words, titles: list[Title]) -> None:
        self.text, self.cut = text, cut
        self._post_ends = {t.start: t.end for t in titles}
        self.title_starts = self._post_ends.keys()
        self._title_ends = frozenset(t.end for t in titles)
        self.rank_starts = frozenset(t.start for t in titles if t.group == "rank" and text[t.end : t.end + 1] in _BARE)
        self._single, self._compound = single_surnames(), compound_surnames()
        self._japanese, self._frequent, self._heads = japanese_surnames(), frequent_surnames(), _follow_heads()
        self._told: dict[int, bool] = {}  # where `goes_on` was asked → what it said
        self._lengths: dict[int, tuple[int, ...]] = {}  # the same of `lengths`
        self._countries = words("countries.tsv")

    def lengths(self, position: int) -> tuple[int, ...]:
        """How long a Chinese name that begins here may be, the longest first."""
        lengths = self._lengths.get(position)
        if lengths is None:
            lengths = self._lengths[position] = self._read_lengths(position)
        return lengths

    def _read_lengths(self, position: int) -> tuple[int, ...]:
        two = self.text[position : position + 2]
        if two in self._countries or (two[:1] == "从" and self.text.endswith("记者", 0, position)):
            return ()  # 泰国高等教育部; 记者从中铁某局获悉
        if two[:1] == "班" and _CLASS.search(self.text, max(0, position - 8), position):
            return ()  # 八年级3班|某某同学
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
        han = NAME_LONG.match(self.text, position)
        if han is None:
            return ()
        most = han.end() - position
        return lengths if most >= lengths[0] else tuple([n for n in lengths if n <= most])

    def may_begin(self, position: int) -> bool:
        """Whether a surname stands here."""
        return bool(self.lengths(position))

    def _is_slot(self, name: str, end: int) -> bool:
        """Whether what stands between a post and the one that ends at `end` may be a name: no word (书记谈心、校长谈话), or one before a name."""
        after = self.text[end : end + 2]
        return not in_dictionary(name) or (len(after) > 1 and self.surname_at(end) and not in_dictionary(after))

    def surname_at(self, position: int) -> bool:
        """Whether the character here is a surname."""
        return self.text[position : position + 1] in self._single

    def joins_a_word(self, start: int, end: int) -> bool:
        """Whether a word stands here after a 和 or 于, and no name: 领导和嘉宾."""
        return self.text[start] in _JOINERS and is_word(self.text[start + 1 : end])

    def known_to_dictionary(self, start: int, end: int) -> float:
        """What the dictionary says for a name: it has these characters as a person (3), as some name (-1), as another word (-2)."""
        cut = dictionary_cut(self.text[start:end])
        if len(cut) > 1:
            return 0.0
        tag = cut[0][1]
        return 3.0 if tag == "nrfg" else 0.5 if tag == "nrt" else -1.2 if tag[:2] == "nr" else -2.0

    def best(self, position: int, firm: bool = False) -> tuple[float, int] | None:
        """The likeliest Chinese name that starts at `position`: how much speaks for it, and where it ends."""
        best: tuple[float, int] | None = None
        longer_fits = False
        for length in self.lengths(position):
            end = position + length
            if firm and not self.closed(end):
                continue
            score, well = self.score(position, end), self.ends_well(end)
            if longer_fits and not well:
                score -= 0.8  # 祁望 is one word, but 祁望舒 stands before a mark
            last = self.text[end - 1]
            longer_fits = well and (last not in FUNCTION_WORDS or (last in "让有" and self.goes_on(end)))
            if best is None or score > best[0]:
                best = (score, end)
        if best is not None and best[1] - position == 2 and self._is_doubled(best[1]):
            best = best[0], best[1] + 1
        return best

    def _is_doubled(self, end: int) -> bool:
        """Whether a name goes on with its last character once more, which begins no word: 闫盼|盼."""
        text = self.text
        return text[end - 1] == text[end : end + 1] and not is_word(text[end : end + 2])

    def fills(self, start: int, end: int) -> bool:
        """Whether a Chinese name is all that stands in [start, end), a slot between two marks."""
        return end - start in self.lengths(start) and self.score(start, end) >= ENOUGH

    def score(self, start: int, end: int) -> float:
        """How much speaks for a name that fills [start, end): its characters, what follows, the segmenter, the article."""
        name = self.text[start:end]
        odds = self.characters(start, end)
        score = odds / (4 if odds > 0 else 8) + self._right(start, end, odds)
        cut = self.cut
        index = cut.index.get(start)
        if index is not None and cut.ends[index] == end and cut.kinds[index] == "nr":
            score += 0.7
        between = start in self._title_ends and self.text[end : end + 1] in _BETWEEN_POSTS
        if between and (next_post := self._post_ends.get(end + 1)) and self._is_slot(name, next_post):
            score += 0.9  # 省委书记强卫、省长某某: a slot between two posts
        known = is_word(name) or (
            is_no_name(name) and (odds < _HARDLY or not self.ends_well(end))
        )  # 荣获奖项, but 金秋表示
        if known and (is_place(name) or self.text.startswith("一行", end)):
            score -= 1  # 宁波 may be a person after a title and before a mark
        elif name.endswith(_FAIRS):
            score -= 4  # 推出更多高博会品牌活动
        elif self.text.startswith("为首先", end):
            score -= 3  # 徐可为|首先致辞
        elif name[-1] in "地得的" and in_dictionary(name[:-1]) and odds < 4:
            score -= 3  # 殷切地希望
        elif known and odds > 3 and self.ends_well(end):
            score -= 1  # 高松讲话
        elif len(name) == 4 and name[:2] not in self._compound and is_word(name[2:]):
            score -= 3  # 高桥讲话; 代表江南大学; 江南产业
        elif known or (len(name) == 3 and self.joins_a_word(start, end)):
            given = not known and odds > _GIVEN_TOO and dictionary_cut(name[1:])[0][1] != "t"
            score -= 1.0 if given and self.ends_well(end) else 2.2  # 和校长, 于今年, but 于伟民 before a verb
        if name[1] == "家" and (self.text[end : end + 1] if len(name) == 2 else name[-1]) in LAND:
            score -= 3 if start not in self._title_ends else 0  # 李家|巷, 周家山; but 校长王家山
        if len(name) == 3 or name[:2] in self._compound:
            least, most = max(0, start - _NEAR), start + _NEAR
            shorter = self.text.count(name[:-1], least, most)
            longer = self.text.count(name, least, most) if shorter > 1 else 1  # both stand here
            if longer > 1:
                score += 0.8 * min(longer - 1, 3) if shorter == longer else -0.4
            elif shorter > longer + 1 and name[-1] in FUNCTION_WORDS:
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
        closed = not after or after in CLOSERS
        if closed or after.isascii():
            score = 3.0
        elif self.goes_on(end) or (last in _JOINING and _TODAY.match(text, end)):
            score = 2.0
        elif after == "等" and last not in _BEFORE_SAME:
            score = 2.0  # nothing but a list ends so
        elif after in PARTICLES:
            apart = after in _JOINING and (
                _ACTS.match(text, end + 1) or text[end + 1 : end + 2] in CLOSERS or end + 1 in self.rank_starts
            )
            apart = apart or (after in _GOVERNS and _NO_OBJECT.match(text, end + 1) is not None)
            score = -1.0 if apart else 1.4  # 王中和一行, 孙铭和、, 林信和院士: no 和 joins here
        elif (index := self.cut.index.get(end)) is not None:
            tag, size = self.cut.tags[index], self.cut.ends[index] - end
            torn = size == 2 and text[end + 1] in PARTICLES and is_guessed(self.cut.word(index))  # 彭斌|柏在
            score = -0.8 if torn or (size == 1 and tag[0] in "nagjzx") else 1.5 if tag[0] in "vdpcur" else 0.6
        else:
            score = -2.0
        idle = (
            last in _JOINING
            and (end in self.rank_starts or _ACTS.match(text, end) or _IN.match(text, end) or self._acts(start, end))
        ) or (
            last == "为" and _COMES.match(text, end)  # 郭大为|到场, for nobody is made to
        )
        idle = idle or (last in _GOVERNS and _NO_OBJECT.match(text, end) is not None)
        if _AT_IT.match(text, end):
            score += -2.0 if last in _TOO else 1.5  # 高山|在会上介绍, 高山|也在会上介绍
        elif last == "线" and after == "上":
            score -= 3.0  # 欧阳某|线上致辞
        elif last == "正" and _SPEAKS.match(text, end):
            score += 2.0  # 张雄正|致辞: nobody is 正 at it
        elif last == "作" and after in "。；，" and _BY.search(text, max(0, start - _CLAUSE), start):
            score -= 3.0  # 报告由某主任甲|作。
        elif last == "第" and after in "一二三":
            score -= 3.0  # 处长甲|第一个开讲
        elif last == "有" and self.goes_on(end):
            score += 1.0  # 何林有|主持: there is nothing that one has
        elif last == "让" and (after in _JOINING or self.goes_on(end)):
            score += 0.4  # 让和, 让主持: a verb that must go on otherwise is none
        elif last in FUNCTION_WORDS and not idle:
            # before a mark there is nothing that the word could govern
            score -= 3.0 if last in "说等" else 0.3 if closed and last not in "等的了" else 1.8
        elif last == "致" and _GREETING.match(text, end):
            score -= 3.0  # 车某|致欢迎辞
        elif last in "今昨前" and after in "（(":
            score -= 3.0  # 今（13）日
        elif last in _WHERE and odds < 0:
            score -= 1.8  # 委员通道上
        return score

    def _acts(self, start: int, end: int) -> bool:
        """Whether the same characters stand near before what somebody does, so that a 和 at their end joins nothing: 欧阳某和|表示."""
        name, at = self.text[start:end], max(0, start - _NEAR)
        for _ in range(_FEW):
            at = self.text.find(name, at, start + _NEAR)
            if at < 0:
                return False
            if _ACTS.match(self.text, at + len(name)):
                return True
            at += 1
        return False

    def ends_well(self, end: int) -> bool:
        """Whether a mark stands here, or what comes after a name."""
        return self.closed(end) or self.goes_on(end)

    def closed(self, end: int) -> bool:
        """Whether a mark stands here, or one more name of a list, or the text ends."""
        return end >= len(self.text) or self.text[end] in _CLOSED

    def goes_on(self, position: int) -> bool:
        """Whether what starts here comes after a name and is no part of it: a verb of the genre, another title."""
        known = self._told.get(position)
        if known is None:
            two = self.text[position : position + 2]
            if position in self.title_starts:
                known = True
            elif two in self._heads:
                known = _follow().match(self.text, position) is not None
            elif two[:1] in _SAID:
                known = two[1:] in _BEFORE_SPEECH  # 李培|明说，: 明说 is a word too
            else:
                counts = two[:1] in _COUNTS and not (
                    two == "一等" and self.text[position + 2 : position + 3] not in "奖功级"
                )
                known = (
                    two[:1].isdecimal()
                    or (two[:1] == "率" and _AT_IT.match(self.text, position) is not None)
                    or counts
                    or (two[:1] == "于" and two[1:].isdecimal())
                    or (two[:1] == "受" and _ON_BEHALF.match(self.text, position) is not None)
                )
            self._told[position] = known
        return known
