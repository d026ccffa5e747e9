"""Names of persons: after a title, before a title, in lists under one title, in bylines.

A Chinese name has no mark of its own, so a title beside it is what makes it one: 厅长 + surname + one or two characters.
Where it ends is decided by what follows (punctuation, a verb of speech, a preposition), by the segmenter, and by how the
same characters end elsewhere in the article (`kg.mentions.chinese_name`); a foreign one by the characters that it is written in.
"""

import re
from functools import cache
from typing import NamedTuple

from kg.mentions.body_words import named_bodies
from kg.mentions.chinese_name import CLOSERS, ENOUGH, FUNCTION_WORDS, NAME_LONG, PARTICLES, ChineseNames
from kg.mentions.common_word import in_dictionary, is_no_name, is_word
from kg.mentions.gazetteer import gazetteer
from kg.mentions.lexicon import alternation, beginnings, rows, words
from kg.mentions.likelihood import chinese, foreign
from kg.mentions.parted import DOTS, HAN, parted_before, right_end
from kg.mentions.title import Title
from kg.mentions.transcribed import transcribing, transliteration, with_a_rare
from kg.mentions.words import Words
from kg.text.scan import matches

_FOREIGN = re.compile(rf"{HAN}{{1,8}}(?:[-－]{HAN}{{1,6}})?(?:[{DOTS}][一-鿿A-Z]{{1,8}}){{1,4}}")
_LANDS = frozenset("山江河湖海岛峡")
_DOES = re.compile("代表|宣布|宣告|出席|参加|主持|致[辞词]|讲话|会见|访问|介绍|中国")  # 周某某宣布中国·宁陵…节开幕
# What may follow a name up to a mark and is no part of it.
_SAYS = re.compile(
    "[的在率将与及说称等均也还先曾]|[向对](?!.$)|出席|参加|主持|致[辞词]|讲话|表示|一行|夫妇|先生|女士|介绍|代表|大使|会见|访问|抵达|发言"
)
# Two parts of a name, and no word behind them that is said of its bearer.
_WHOLE = re.compile(
    rf"(?!.*[报网社台刊]){HAN}{{1,6}}[{DOTS}]{HAN}{{2,6}}(?<!报道)(?<!综合)(?<!采写)(?<!摄影)(?<!整理)(?<![摄图文电讯])"
)
# A name in Latin letters, two words at least: 校长John Smith.
CAPITAL, SMALL = "A-ZÀ-ÖØ-Þ", "a-zß-öø-ſ"
_LATIN = re.compile(
    f"(?:(?:Dr|Prof|Mr|Ms|Mrs)\\.? ?)?(?P<name>[{CAPITAL}][{SMALL}]{{1,14}}(?:-[{CAPITAL}][{SMALL}]{{1,14}})?"
    f"(?: (?:[{CAPITAL}]\\.?|(?:de|da|do|dos|del|van|von|der|bin|al|la|el)|[{CAPITAL}][{CAPITAL}{SMALL}'’]{{1,14}}(?:-[{CAPITAL}][{SMALL}]{{1,14}})?)){{1,4}})(?![{CAPITAL}{SMALL}&])"
)
_LATIN_LONG = 48  # characters
_OUTLETS = frozenset("报网社台刊")
_LONGEST_PART = 4  # characters behind the first one of a name's last part
_USUAL = 3  # characters of most names
_NO_WORD = frozenset(("g", "zg"))  # the segmenter's tags for a character that is no word
_SMALL_WORDS = frozenset(("d", "p", "c"))  # its tags for adverbs, prepositions and what joins
_GIVEN_ENOUGH = 1.0  # log-odds of two given characters
_SURE, _GOES = 2.5, frozenset("在率赴与向对就为应")  # what speaks for the last name of a list, before one of these
_ENOUGH_BEFORE = 1.5  # 行长 after a name says less than before it
# What leads to a name: 由, 请, 感谢 and other words that end so.
_LEADS = frozenset("和与及由请邀的在对向为给让同是据")
_TOWARDS = frozenset("对向同与和给由把被是为系即从在于到自")  # no foreign name begins so
_CROWNED = ("总统", "首相", "国王", "女王")  # no Chinese name stands before these
_RUN_BEFORE = re.compile("(?<=[对向同与和给让把被])[一-鿿]{2,8}\\Z")
_RUN_LONG = 9  # characters of such a name with the preposition
_SCHOOL_ENDS = ("大学", "学院")
_LONGEST_FOREIGN = 6  # characters of a foreign name without a dot
_FOREIGN_ENOUGH = 3.0  # log-odds of its characters
_AT_INVITATION = frozenset("应由在与和向对为自从就")  # before a country
_SCHOOLS = frozenset(("大学", "中学", "小学", "高中"))  # 华夏中学 begins like a surname and a husband's name
# The last character of a body's or place's name, which no given name ends in.
_BODY_END = frozenset("省市县区州镇乡村校院部局厅处委会司社团府所站系室办科")


class Name(NamedTuple):
    """A person's name at [start, end) and the rule that saw it."""

    start: int
    end: int
    text: str
    rule: str


@cache
def _parts() -> re.Pattern[str]:
    """Two parts of one people's names, up to four characters of Mongolian ones more."""
    table = rows("name_parts.tsv", 2)
    tibetan, mongolian = (alternation([r[0] for r in table if r[1] == people]) for people in ("tibetan", "mongolian"))
    long = alternation([r[0] for r in table if len(r[0]) > 2])  # a name by itself: 那日苏
    return re.compile(f"{tibetan}{tibetan}|{mongolian}{mongolian}{{1,2}}|{long}")


@cache
def _english() -> re.Pattern[str]:
    """A word that English names of bodies, journals, products and honours hold, and those of persons do not."""
    return re.compile(rf"\b{alternation(words('english_words.tsv'))}\b")


def is_english(name: str) -> bool:
    """Whether a name in Latin letters holds such a word."""
    return _english().search(name) is not None


@cache
def _long_countries() -> tuple[str, ...]:
    """The names of countries that begin no person's: 肯尼亚, but 马里 of 马里奥."""
    return tuple(sorted(c for c in words("countries.tsv") if len(c) > _USUAL - 1 and transcribing().issuperset(c)))


@cache
def _post_abroad() -> re.Pattern[str]:
    """A country's name with a body and its title in one slot."""
    return re.compile(rf"{alternation(words('countries.tsv'))}[一-鿿]{{2,24}}\Z")


@cache
def _part_beginnings() -> frozenset[str]:
    return beginnings(row[0] for row in rows("name_parts.tsv", 2))


@cache
def _tibetan_parts() -> frozenset[str]:
    return frozenset(row[0] for row in rows("name_parts.tsv", 2) if row[1] == "tibetan" and len(row[0]) == 2)


@cache
def _part_heads() -> re.Pattern[str]:
    return re.compile("[" + "".join(sorted({two[0] for two in _part_beginnings()})) + "]")


_BODIES = ("大学", "学院", "中学", "小学", "学校", "医院", "公司", "集团", "研究院", "研究所", "协会", "学会")
_POST_LONG = 30  # characters of a post abroad


@cache
def _commissions() -> tuple[str, ...]:
    """The short names of commissions: 经信委, 发改委."""
    return tuple(sorted(r[0] for r in rows("body_suffixes.tsv", 2) if len(r[0]) > 2 and r[0].endswith("委")))


@cache
def _short_forms() -> frozenset[str]:
    return frozenset(name for row in rows("body_short_forms.tsv", 2) for name in row[1].split("|"))


def _is_latin(character: str) -> bool:
    """Whether a character may begin or end a name in Latin letters."""
    return character.isascii() or "À" <= character <= "ſ"


class Namer:
    """Finds names in one text."""

    def __init__(self, text: str, cut: Words, titles: list[Title]) -> None:
        self.text, self.cut = text, cut
        self.chinese = ChineseNames(text, cut, titles)
        self.title_ends = frozenset(t.end for t in titles)
        self._posts = frozenset(t.start - (text[t.start - 1 : t.start] in ("和", "与", "及")) for t in titles)

    def at(self, position: int, *, firm: bool = False) -> int | None:
        """Where the name that starts at `position` ends, or None. `firm` asks for a name that fills its slot up to a mark."""
        if _is_latin(self.text[position : position + 1]):
            return self._latin(position)
        dotted = _FOREIGN.match(self.text, position)
        if dotted and (post := next((p for p in range(position + 2, dotted.end()) if p in self._posts), None)):
            dotted = _FOREIGN.match(self.text, position, post)  # 甲·乙和校长丙·丁
        first = re.split(f"[{DOTS}]", dotted.group())[0] if dotted else ""
        if _DOES.search(first) or (first[-1:] in _LANDS and in_dictionary(first)) or first in gazetteer().by_name:
            dotted = None  # 代表|长白山·天池文旅联盟
        if dotted and self.text[position] not in _TOWARDS and not self._holds_title(position, dotted):
            whole = _WHOLE.fullmatch(dotted.group()) and self.chinese.closed(dotted.end())
            said = _SAYS.search(dotted.group()) or is_word(dotted.group()[-2:])  # …·吉尔迪宣布
            if whole and (firm or (position in self.title_ends and not said)):
                return dotted.end()  # 记者 加孜拉·泥斯拉别克: all that stands between two marks
            last = self._trim_foreign(position, dotted.end())
            return last if not firm or self.chinese.ends_well(last) else None  # 山报·山|海网记者
        if (end := self._of_parts(position)) is not None:
            return end
        if (end := self._transliterated(position)) and not (firm and not self.chinese.closed(end)):
            return end
        best = self.chinese.best(position, firm)
        if best is None or best[0] < ENOUGH:
            return self._rare(position)
        return best[1] if self.chinese.ends_well(best[1]) else self._abroad(position, best[1]) or best[1]

    def _abroad(self, position: int, end: int) -> int | None:
        """Where a name of four to six characters ends that no Chinese one fills, right after a post abroad (柬埔寨某大臣杭春那洛)."""
        if (
            position not in self.title_ends
            or _post_abroad().search(self.text, max(0, position - _POST_LONG), position) is None
        ):
            return None
        for whole in range(max(end + 1, position + 4), position + 7):
            if self.chinese.ends_well(whole):
                name = self.text[position:whole]
                return whole if NAME_LONG.fullmatch(name) and not FUNCTION_WORDS.intersection(name) else None
        return None

    def _latin(self, position: int) -> int | None:
        """Where a name in Latin letters ends."""
        m = _LATIN.match(self.text, position)
        return m.end() if m and not is_english(m["name"]) else None

    def _rare(self, position: int) -> int | None:
        """Where a name of three characters ends right after a title whose surname the table lacks: given characters, before a mark
        or verb, in a word that no dictionary has or after a character that is no word."""
        if (doubled := self._doubled(position)) is not None:
            return doubled
        index = self.cut.index.get(position) if position in self.title_ends else None
        if index is None or self.chinese.lengths(position):
            return None
        end, cut = position + _USUAL, self.cut
        apart = (
            cut.tags[index] in _NO_WORD
            and cut.ends[index] == position + 1
            and cut.ends[index + 1 : index + 2] == (end,)
        )
        name = self.text[position:end]
        if not (apart or (cut.ends[index] == end and not is_word(name))) or name[-1] in FUNCTION_WORDS:
            return None
        fits = NAME_LONG.fullmatch(name) and self.chinese.ends_well(end) and chinese("", name[1:]) >= _GIVEN_ENOUGH
        return end if fits else None

    def _doubled(self, position: int) -> int | None:
        """Where a name ends that is one character twice, right after a title and before a mark or verb, whatever its surname: 果果, 朵朵."""
        end, name = position + 2, self.text[position : position + 2]
        if position not in self.title_ends or name[:1] != name[1:] or not NAME_LONG.fullmatch(name):
            return None
        return end if self.chinese.ends_well(end) and not (is_word(name) or is_no_name(name)) else None

    def _of_parts(self, position: int) -> int | None:
        """Where a Tibetan or Mongolian name of two parts ends, before a mark or what comes after names: 格桑玉珍, 哈斯额尔敦."""
        if self.text[position : position + 2] not in _part_beginnings():
            return None
        whole = _parts().match(self.text, position)
        if whole is None:
            end = position + 2  # one part alone right after a title: 院长次旦汇报
            alone = position in self.title_ends and self.text[position:end] in _tibetan_parts()
            return end if alone and self.chinese.ends_well(end) and not is_word(self.text[position:end]) else None
        end = whole.end()
        return end if self.chinese.ends_well(end) or self.text[end] in PARTICLES else None

    def of_parts(self) -> list[tuple[int, int]]:
        """Where the text has Tibetan or Mongolian names of two parts, whatever stands before them: 洛松曲批说."""
        found = list[tuple[int, int]]()
        for m in matches(_parts(), _part_heads(), self.text, begins=_part_beginnings()):
            if m.start() in self.cut.boundaries and len(m.group()) > _USUAL and self._of_parts(m.start()) == m.end():
                found.append(m.span())
        return found

    def _transliterated(self, position: int) -> int | None:
        """Where a foreign name without a dot ends: a run of the characters that such names are written in, up to a mark or verb."""
        run = transliteration().match(self.text, position)
        if run is None or self.text.startswith(_long_countries(), position):
            return None
        for end in range(run.end(), position + 1, -1):
            odds = foreign(self.text[position:end])
            if odds < 3 + (2 if end - position < 4 else 0) or self._swallows(position, end):
                continue
            if not (
                self.chinese.ends_well(end)
                or self.text[end] in PARTICLES
                or (odds > 6 and end - position > 3 and end in self.cut.boundaries)
            ):
                continue
            if end - position > 3 or odds > self.chinese.characters(position, end):
                return end if not is_word(self.text[position:end]) else None
        rare = with_a_rare(self.text, position) if position in self.title_ends else None
        return rare if rare and self.chinese.ends_well(rare) else None

    def _swallows(self, start: int, end: int) -> bool:
        """Whether the last character of a foreign name is rather a word that joins it to the next: 帕什尼扬|曾|表示."""
        index = self.cut.at(end - 1)
        return end - start > 3 and self.cut.starts[index] == end - 1 and self.cut.tags[index] in _SMALL_WORDS

    def foreign_at(self, position: int) -> int | None:
        """Where a run of the characters of foreign names ends at a word's edge, or None."""
        run = transliteration().match(self.text, position)
        if run is None:
            return None
        cut = self.cut
        for end in range(run.end(), position + 1, -1):
            if end in cut.boundaries and cut.tags[cut.at(end - 1)] not in _SMALL_WORDS:  # 卡拉里|都
                return end if foreign(self.text[position:end]) > 3 else None
        return None

    def listed(self, position: int) -> int | None:
        """Where the next name of a list ends: it fills its slot up to a mark, or is the last and a verb follows."""
        end = self.at(position, firm=True)
        if end is None and (last := self.at(position)) is not None:
            on = self.chinese.goes_on(last)
            if not on and self.text[last : last + 1] in _GOES and (best := self.chinese.best(position)) is not None:
                on = best[0] >= _SURE  # 副校长甲、乙在主楼会见来宾
            end = last if on and last not in self.chinese.title_starts else None
        return end

    def _holds_title(self, start: int, dotted: re.Match[str]) -> bool:
        """Whether a title ends before the dot: 甲、自治区主席艾某·某某 after 书记 lists no name that begins with the post."""
        dot = re.search("[·・•]", dotted.group())
        return dot is not None and any(p in self.title_ends for p in range(start + 1, start + dot.start()))

    def _trim_foreign(self, start: int, end: int) -> int:
        """Where a name with · ends: before a mark or a word that comes after names, at the latest after eight characters."""
        dot = max(self.text.rfind(c, start, end) for c in DOTS)
        end = max(dot + 2, right_end(self.text, self.cut, dot, end))
        if end == dot + 2 and (whole := self._last_part(end)) is not None:
            return whole
        for position in range(dot + 2, end):
            part = transcribing().issuperset(self.text[position:end])  # 海力其汗·哈|力克, though 力克 is a word too
            if (
                self.chinese.closed(position)
                or (self.chinese.goes_on(position) and not (part and self.chinese.ends_well(end)))
                or self.text[position] in "的在率将与及说称对向"
            ):
                return position
        while end > dot + 2 and not self.chinese.closed(end) and end not in self.cut.boundaries:
            end -= 1
        last = self.text[end : end + 1]
        more = last in transcribing() and last not in PARTICLES and last not in FUNCTION_WORDS
        return end + 1 if more and not self.chinese.ends_well(end) and self.chinese.ends_well(end + 1) else end

    def _last_part(self, start: int) -> int | None:
        """Where the last part of a name ends of which the first character stands before `start`, up to a mark or what comes after names."""
        for end in range(start + 1, start + _LONGEST_PART):
            if not "一" <= self.text[end - 1 : end] <= "鿿" or self.text[end - 1] in _OUTLETS:
                return None  # 某省报·某省网记者
            if self.chinese.ends_well(end) or self.text[end] in PARTICLES or _SAYS.match(self.text, end):
                rest = self.text[start:end]
                return None if end - start > 1 and is_word(rest) and not transcribing().issuperset(rest) else end
        return None

    def before(self, title: Title, known: frozenset[str] = frozenset()) -> int | None:
        """Where the name that ends right at a title begins (甲某某校长), or None. The left edge must be a clear one."""
        text = self.text
        if title.start > 0 and _is_latin(text[title.start - 1]):
            named = _LATIN.finditer(text, max(0, title.start - _LATIN_LONG), title.start)
            return next((m.start("name") for m in named if m.end() == title.start and not is_english(m["name"])), None)
        if (whole := parted_before(text, self.cut, title.start)) is not None:
            return whole
        if title.text.endswith(_CROWNED) and (crowned := self._crowned(title.start)) is not None:
            return crowned
        best: tuple[float, int] | None = None
        for length in (3, 2, 4) if title.start not in self.title_ends else ():  # 卢院长代表学校
            start = title.start - length
            if start < 0:
                continue
            name = text[start : title.start]
            if text[start - 1 : start] in tuple(DOTS):
                continue  # 海力其汗·|哈力克|老师
            if name in known:
                return start
            if self.chinese.joins_a_word(start, title.start) and start in self.title_ends:
                continue  # 医生|和|青年|医生
            if name[0] == "由" or (name[0] in _TOWARDS and title.text.endswith(_CROWNED)):
                continue  # 由梅校长签署, 向普京总统转达
            if (
                length not in self.chinese.lengths(start)
                or (name[-1] in FUNCTION_WORDS and not self._ends_in_and(name, title))
                or name[-1] in _BODY_END
                or name[-2:] in _SCHOOLS
            ):
                continue
            if name in words("countries.tsv") or (name[0] in _AT_INVITATION and name[1:] in words("countries.tsv")):
                continue  # 文莱大使, 应德国总理邀请
            if name + text[title.start] in gazetteer().by_name:
                continue  # 杨浦区长海路
            if not self._begins_apart(start) or (is_word(name) and name not in known):
                continue
            odds = self.chinese.characters(start, title.start)
            score = (
                odds / 4
                + self._left(start)
                + 2 * (length == _USUAL and start > 0 and title.text.endswith(text[start - 1] + "长"))
            )  # 厅|单某|副厅长
            index = self.cut.index.get(start, -1)
            if index >= 0 and self.cut.ends[index] == title.start and self.cut.tags[index].startswith("nr"):
                score += (
                    4.0 if self.cut.tags[index] == "nrfg" else 1.9 if self._left(start) >= 2 else 1.0
                )  # nrfg: a person whom the dictionary knows
            if score >= _ENOUGH_BEFORE and (best is None or score > best[0]):
                best = (score, start)
        return best[1] if best else self._foreign_before(title)

    def _ends_in_and(self, name: str, title: Title) -> bool:
        """Whether a name of three ends in 和 before a rank, where it stands more than once so: 饶某和教授, 饶某和院士."""
        return name[-1] == "和" and len(name) > 2 and title.group == "rank" and self.text.count(name) > 1

    def _foreign_before(self, title: Title) -> int | None:
        """Where the foreign name without a dot begins that a post of a school follows, behind a body or a mark: 某某大学|威尔森|校长."""
        text = self.text
        if title.group != "education" or title.start in self.title_ends:
            return None
        for start in range(max(0, title.start - _LONGEST_FOREIGN), title.start - 2):
            name = text[start : title.start]
            apart = self._left(start) >= _ENOUGH_BEFORE or text.endswith(_SCHOOL_ENDS, 0, start)
            if apart and transcribing().issuperset(name) and foreign(name) > _FOREIGN_ENOUGH + 1:
                return None if is_word(name) or name in named_bodies() or name in _short_forms() else start
        return None

    def _crowned(self, end: int) -> int | None:
        """Where the foreign name begins, behind a preposition, that a head of state's title follows: 向|普京|总统."""
        run = _RUN_BEFORE.search(self.text, max(0, end - _RUN_LONG), end)
        name = self.text[run.start() : end] if run else ""
        return run.start() if run and transcribing().issuperset(name) and foreign(name) > _FOREIGN_ENOUGH else None

    def _begins_apart(self, start: int) -> bool:
        """Whether a word begins here, or only the end of a body's name stands before in one word that no dictionary has (局苏|朝晖)."""
        if start in self.cut.boundaries:
            return True
        if self.text[start - 1] == "委" and self.text.endswith(_commissions(), 0, start):
            return True  # 省经|信委顾 as the segmenter has it
        index = self.cut.at(start)
        return (
            self.cut.starts[index] == start - 1
            and (self.text[start - 1] in _BODY_END or self.text[start - 1] in "协联盟团行馆园台组")
            and not is_word(self.cut.word(index))
        )

    def _left(self, start: int) -> float:
        """What stands before a name: a mark, a preposition, the end of a body's name."""
        text = self.text
        if start == 0 or text[start - 1] in CLOSERS or start in self.title_ends:
            return 2.0
        if text[start - 1] == "驻":
            return -3.0  # 驻汤加大使
        if text[start - 1] in _BODY_END or text[start - 1] in "行组" or text[start - 1] in _LEADS:
            return 1.5
        if text.endswith(_BODIES, 0, start):
            return 1.5
        return 0.8
