"""The events of an article, each under one name: 会议, 签约仪式 and short forms go to the event that they point at."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from kg.facts.event_days import is_vague
from kg.facts.events_told import events_told, in_dateline
from kg.facts.gathering import Gathering
from kg.facts.gathering_names import RITE_ENDS, GatheringNames, same_event
from kg.facts.press import PRESS, is_ahead, reported
from kg.facts.sections import Sections, at_another_time, earlier, other_news
from kg.mentions.event_name import is_deictic, parts
from kg.mentions.found import Found
from kg.mentions.other_times import in_words
from kg.model import LineRole

# Characters in which the event is named that an article reports.
_OPENING, _WHOLE = 400, 700  # the whole of a short one
# Ceremonies that an article may report without a name of their own.
_GENERAL = frozenset(
    ("", *["会议", "大会", "本次会议", "此次会议", "活动", "本次活动", "此次活动", "仪式", "论坛", "座谈", "会上"])
)
_MEETINGS = ("会议", "大会")
# 会议和签约仪式: what is said of both is told of the first.
_PART = re.compile("(?<=会议)[和及、与]|(?<=仪式)[和及、与]|(?<=大会)[和及、与]")
_LOOSE = re.compile(
    "(?:本次|此次|双方|两地|两校|战略|全面|校企|校地|友好|合作|项目|框架|协议|备忘录|结对|共建|帮扶)+(?P<rite>(?:签约|签字|签署|揭牌|启动)仪式)"
)
_RITE_VERB = re.compile("签约|签字|签署|揭牌|揭幕|授牌|挂牌|启动|开工|奠基|捐赠|开班|开园|开馆|成立|颁奖|聘任|拜师")
_RITES = re.compile(
    f"(?P<verbs>(?:{_RITE_VERB.pattern})(?:[暨及和与、]?(?:{_RITE_VERB.pattern})){{1,3}})(?:仪式|典礼|活动|大会)"
)
_ITS_OPENING = re.compile("(?:[本此这该][届次])[一-鿿]{2,8}?[开闭]幕(?:式|会|仪式|典礼|大会)")
_INVITED = re.compile("(?<!应)邀请?[^，。；]{0,24}(?:参加|出席|参与|莅临)[^，。；]{0,40}\\Z")

# 签约仪式也在现场举行, as the first that is told of: beside what the page reports under a name that was not read.
_ALSO = re.compile("也(?:在现场|在此|现场|同[期步时])+(?:举行|举办|进行)|现场还(?:举行|举办)")


@dataclass(frozen=True)
class Gatherings:
    """All events of a page; `main` is the one that the article reports."""

    found: Found

    @cached_property
    def _names(self) -> GatheringNames:
        return GatheringNames(self.found)

    @cached_property
    def _report(self) -> Sections | None:
        """The parts of the page that tell of the main event."""
        return Sections(self.found, self.main) if self.main else None

    @cached_property
    def all(self) -> tuple[Gathering, ...]:
        return events_told(self.found, self._names)

    @cached_property
    def main(self) -> Gathering | None:
        """The event that the article reports: the first with a day or a place that its opening or its title names."""
        body = self.found.page.body_start
        own, whole = other_news(self.found) - body, len(self.found.page.text) - body
        opening = body + (own if own <= _WHOLE else max(_OPENING, whole // 4))
        title = self.found.page.title or ""
        reportable = [g for g in self.all if not self._only_said(g) and not self._beside_another(g)]
        dated = [
            g
            for g in reportable
            if ((g.day and not is_vague(g.day)) or g.place) and (g.mentions[0][0] < opening or g.name in title)
        ]
        if dated:
            return reported(dated)
        told = [g for g in reportable if g.rule != "attended" and g.mentions[0][0] < opening]
        alone = reportable if len(self.all) == 1 else ()
        return next((g for g in (*(g for g in self.all if g.name in title), *told, *alone)), None)

    def _beside_another(self, g: Gathering) -> bool:
        """Whether an event is told of first as held beside another, below the opening sentence."""
        sentence = self.found.sentence_at(g.said[0])
        opens = sentence is None or sentence.start <= self.found.page.body_start
        return not opens and _ALSO.search(self.found.page.text, *g.said) is not None

    def _only_said(self, g: Gathering) -> bool:
        """Whether an event is named only in what somebody is said to say: 甲表示，今年9月举行的〔名称〕…"""
        for start, _ in g.mentions:
            sentence = self.found.sentence_at(start)
            if sentence is None or sentence.role is not LineRole.BODY:
                return False
            if not in_words(self.found.page.text, sentence.start, start):
                return False
        return True

    @cached_property
    def _told(self) -> list[tuple[int, Gathering]]:
        """Where each event is told of as taking place."""
        return sorted(((m[0], g) for g in self.all for m in g.mentions), key=lambda told: told[0])

    @cached_property
    def _told_at(self) -> list[int]:
        return [at for at, _ in self._told]

    def current(self, position: int) -> Gathering | None:
        """The event that a paragraph has told of last before a position, else the main one."""
        if at_another_time(self.found, self._told_at, position):
            return None
        low = bisect_left(self._told_at, self.found.paragraph_start(position))
        high = bisect_left(self._told_at, position, low)
        main = self.main
        near = [
            g
            for at, g in self._told[low:high]
            if ((g.day and not is_vague(g.day)) or g.place)
            and not (main and (is_ahead(g, main) or (g is not main and self._invited(at))))
        ]
        if near and main is None:  # of those that the last words tell of, the one named first
            return next(g for g in near if g.said == near[-1].said)
        if not near or main is None:
            apart = main is not None and (
                self._of_another_day(main, position)
                or (self._report is not None and self._report.apart(position))
                or earlier(self.found, main, position)
            )
            return None if apart else main
        return next(g for g in near if g.said == near[-1].said)  # of two told of in one clause, the first

    def _invited(self, at: int) -> bool:
        """Whether what is told of at a position is only what somebody is invited to: 邀请我县参加近期举办的某年会."""
        return _INVITED.search(self.found.page.text, self.found.paragraph_start(at), at) is not None

    def _of_another_day(self, main: Gathering, position: int) -> bool:
        """Whether a page tells of another day up to a position, and only then of its event."""
        if main.day is None or min(main.mentions)[0] < position or main.said[0] < position:
            return False
        days = self.found.day_index.within(0, position)
        told = {d.iso for d in days if self.found.is_read(d.start) and not in_dateline(self.found, d)}
        return bool(told) and main.day.iso not in told

    def held(self, position: int) -> Gathering | None:
        """The event that is held by whoever a position says so of without naming it: at a press conference, the one to come."""
        now = self.current(position)
        return self.ahead if now is self.main else now

    @cached_property
    def ahead(self) -> Gathering | None:
        """The event to come that the reported press conference is on, else the reported event itself."""
        main = self.main
        return next((g for g in self.all if is_ahead(g, main)), main) if main else None

    def at_name(self, words: str, position: int | None = None) -> Gathering | None:
        """The event that some words mean: its name, a short form of it, or (会议, 仪式, 活动) the one told of at a position; None
        for another event."""
        words = _PART.split(words.strip("“”了的 　在"))[0]
        opening = _ITS_OPENING.fullmatch(words)
        words = re.sub("^(?:本次|此次|本届|该|这次)(?=[^会活论仪])", "", self._names.defined.get(words, words))
        if position is not None and len(words) > 3 and is_deictic(words):  # of two such rites, the one that is told of
            now = self.current(position)
            if now is None or now.name.endswith(words):
                return now
        for g in self.all:
            if words in (g.name, *g.aliases) or (
                len(words) > 3 and (g.name.endswith(words) or same_event(g.name, words))
            ):
                return g
        told = self.current(position) if position is not None and len(words) > 2 else None
        if told is not None and words in told.name:  # 出席了协作会, of 甲协作会第二次会议
            ended = (g for g in self.all if g.mentions[0][0] < (position or 0) and g.name.endswith(words))
            return next(ended, told)
        for g in self.all:
            if len(words) > 2 and any(part.endswith(words) for part in parts(g.name)):
                return g
        for g in self.all:
            if len(words) > 3 and words in g.name:
                return g
        if (loose := _LOOSE.fullmatch(words)) and not is_deictic(words):
            alike = [g for g in self.all if g.name.endswith(loose["rite"])]
            if len(alike) == 1:  # 合作协议签约仪式, of a 结对帮扶协议
                return alike[0]
        if rites := _RITES.fullmatch(words):  # 签约暨揭牌仪式, of 甲与乙签约仪式暨丙揭牌仪式
            verbs = _RITE_VERB.findall(rites["verbs"])
            if (both := next((g for g in self.all if all(verb in g.name for verb in verbs)), None)) is not None:
                return both
        if opening and (now := self.main if position is None else self.current(position)):
            return now  # 本届非遗节开幕式, of a festival with a longer name
        if is_deictic(words) or not words:
            now = self.main if position is None else self.current(position)
            end = words[-2:] if words in _GENERAL else words
            if now and position and words in _MEETINGS and now.name.endswith(RITE_ENDS):
                met = [g for g in self.all if g.mentions < now.mentions and g.name[-1] == "会" and g.day == now.day]
                now = met[-1] if met else now  # 大会召开，举行了联盟成立仪式。甲出席会议
            if now is None or now.name.endswith(end):
                return now
            kinds = [
                g
                for g in self.all
                if g.name.rstrip("”").endswith(end) and (position is None or g.mentions[0][0] < position)
            ]
            if not kinds and words.endswith(PRESS):
                return None  # a press conference is no other meeting
            ahead = self.ahead  # of which the words at a press conference tell before they name it
            return kinds[0] if kinds else ahead if ahead and ahead.name.endswith(end) else now
        return None
