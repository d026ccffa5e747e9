"""The events of an article, each under one name: 会议, 签约仪式 and short forms go to the event that they point at."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cached_property

from kg.facts.ceremonies import OPENS, attended, opened_at, otherwise, referred, signed_there, signing
from kg.facts.event_days import is_vague, timed
from kg.facts.gathering import Gathering
from kg.facts.gathering_names import BARE, DEFINITION, MOST, GatheringNames, same_event, work_before
from kg.facts.launches import FOUNDED, marked, with_founded
from kg.facts.listed_parts import listed_parts
from kg.facts.press import PRESS, announced, beside, is_ahead, reported, titled
from kg.facts.sections import Sections, earlier, other_news
from kg.facts.talks import after_talks, talks
from kg.facts.venue import hall_of, is_nowhere, main_hall, site_of
from kg.mentions.date import Day, wired
from kg.mentions.event import Happening
from kg.mentions.event_name import event_name, is_deictic, parts
from kg.mentions.found import Found
from kg.mentions.other_times import elsewhen, in_words, of_its_year, on_the_way
from kg.mentions.program import FIRST_OF_SERIES
from kg.model import LineRole

_FEW = 3  # events; among more of them talks are not what an article reports
# Characters in which the event is named that an article reports.
_OPENING, _WHOLE = 400, 700  # the whole of a short one
# Ceremonies that an article may report without a name of their own.
_GENERAL = frozenset(
    ("", *["会议", "大会", "本次会议", "此次会议", "活动", "本次活动", "此次活动", "仪式", "论坛", "座谈", "会上"])
)
_MEETINGS = ("会议", "大会")
# 会议和签约仪式: what is said of both is told of the first.
_PART = re.compile("(?<=会议)[和及、与]|(?<=仪式)[和及、与]|(?<=大会)[和及、与]")
_HELD_BY = re.compile("由(?P<who>[^，。；由]{2,100}?)(?:共同|联合|合作)?(?:主办|举办|合办|组织)的")
# What an article may report without a day: 教育部今天举行新闻发布会.
_PRESS = ("新闻发布会", "新闻通气会")
_LATELY = re.compile("近日|日前|上周|近期|此前|此间")
_SOON = re.compile("[”》]?(?:也|已|还)?(?:即将|将要|将(?=[于在召举开])|就要)")  # 某某大会即将召开
_QUOTED = re.compile("“[^“”]*”")
_RITE_ENDS = ("仪式", "典礼")  # of several projects
_SHORT = ("大会", "大赛", "比赛", "论坛", "年会", "峰会")  # 比赛9月1日落幕, under a title that names it
_LOOSE = re.compile(
    "(?:本次|此次|双方|两地|两校|战略|全面|校企|校地|友好|合作|项目|框架|协议|备忘录|结对|共建|帮扶)+(?P<rite>(?:签约|签字|签署|揭牌|启动)仪式)"
)
_RITE_VERB = re.compile("签约|签字|签署|揭牌|揭幕|授牌|挂牌|启动|开工|奠基|捐赠|开班|开园|开馆|成立|颁奖|聘任|拜师")
_RITES = re.compile(
    f"(?P<verbs>(?:{_RITE_VERB.pattern})(?:[暨及和与、]?(?:{_RITE_VERB.pattern})){{1,3}})(?:仪式|典礼|活动|大会)"
)
_INVITED = re.compile("(?<!应)邀请?[^，。；]{0,24}(?:参加|出席|参与|莅临)[^，。；]{0,40}\\Z")
_RITE = re.compile(
    "(?:本届|本次|此次)?(?:大赛|活动|论坛|博览会|大会|比赛|赛事|展会|峰会|运动会)?的?(?P<rite>[开闭]幕(?:式|仪式|典礼|大会)|颁奖(?:仪式|典礼|晚会))"
)
_CEREMONIAL = re.compile("仪式|典礼|[开闭]幕|座谈|签约|揭牌|发布会|晚会")


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
        kept: list[Gathering] = []
        bare: list[Gathering] = []
        titles: list[Gathering] = []
        told = (self._wired(self._placed(timed(self.found, e))) for e in self.found.events[:MOST])
        for h in sorted(told, key=lambda e: (self._heading(e), e.start)):
            name = self._names.full_name(h)
            if name is not None and h.text.endswith(name):
                h = h._replace(start=h.end - len(name))
            elif name is not None and h.hosts and work_before(name.removesuffix(event_name(h.text))):
                held = _HELD_BY.search(self.found.page.text, *h.hosts)  # a project holds nothing
                h = h._replace(hosts=held.span("who") if held else None)
            if name is None:
                words = event_name(DEFINITION.sub("", h.text))
                if (
                    (h.day or h.place or (words in _PRESS and h.hosts and h.start < self._opens_until))
                    and not self._heading(h)
                    and is_deictic(words)
                    and (len(words) > 2 or words in _SHORT)
                ):
                    bare.append(Gathering(words, (), ((h.start, h.end),), h.day, h.place, h.hosts, h.said, h.rule))
                continue
            same = next((g for g in kept if same_event(g.name, name)), None)
            if same is None:
                if kept and self.found.page.text.endswith("至此，", 0, h.said[0]):
                    continue  # what ends so is what the article tells of
                if self._heading(h) and any(g.mentions[0][0] < other_news(self.found) for g in kept):
                    titles.append(Gathering(name, (), ((h.start, h.end),), h.day, h.place, h.hosts, h.said, h.rule))
                    continue
                kept.append(Gathering(name, (), ((h.start, h.end),), h.day, h.place, h.hosts, h.said, h.rule))
                continue
            fuller = name if len(name) > len(same.name) and not self._heading(h) else same.name
            other = {same.name, name} - {fuller}
            merged = replace(
                same, name=fuller, aliases=tuple(dict.fromkeys((*same.aliases, *sorted(other)))),
                mentions=(*same.mentions, (h.start, h.end)), day=h.day if h.day and (not same.day or is_vague(same.day)) else same.day, place=same.place or h.place,
                hosts=same.hosts or h.hosts,
            )  # fmt: skip
            kept[kept.index(same)] = merged
        programs = {p.text for p in self.found.programs if p.rule != FIRST_OF_SERIES}
        kept = [
            g
            for g in kept
            if g.day
            or g.place
            or (g.name not in programs and ("、" not in _QUOTED.sub("", g.name) or g.name.endswith(_RITE_ENDS)))
        ]  # a contest only mentioned is a programme
        if len(kept) > 1:  # 宣布…活动启动 is said at an event that the article tells of
            kept = [g for g in kept if g.place or not self._declared(g)] or kept
        kept = [self._names.renamed(g) for g in kept]
        alone = len(kept) == 1 and not kept[0].day and not kept[0].name.endswith(_PRESS)
        if alone and bare and bare[0].day and self._in_heading(kept[0]) and not bare[0].name.endswith(PRESS):
            first = replace(kept[0], day=bare[0].day, place=bare[0].place or kept[0].place, said=bare[0].said)
            kept = [replace(first, mentions=(*bare[0].mentions, *first.mentions))]  # the title alone names what opens
        kept = with_founded(self.found, kept)
        if not kept and (rite := marked(self.found)):
            kept = [rite]
        kept = _with_bare(kept, titles, bare)
        if (press := titled(self.found, bare) or announced(self.found, kept, bare)) is not None:
            others = [g for g in kept if g.name not in press.aliases]
            kept = _with_bare([*others, press], [], [b for b in bare if b.name not in press.aliases])
        kept += beside(self.found, kept, bare) + listed_parts(self.found, kept)
        signed = signing(self.found, kept)
        if signed is not None:
            opens = signed.day is not None and all(signed.said[0] < min(g.said[0], g.mentions[0][0]) for g in kept)
            kept.insert(0 if opens else len(kept), signed)
        seen = attended(self.found)
        if seen and (part := next((g for g in kept if g.rule == FOUNDED and seen.name.endswith("暨" + g.name)), None)):
            whole = replace(
                part, name=seen.name, aliases=(*part.aliases, part.name), mentions=(*part.mentions, *seen.mentions),
                day=part.day or seen.day,
            )  # fmt: skip
            kept[kept.index(part)] = whole  # 甲为乙研究院揭牌; 丙主持丁工程开工典礼暨乙研究院揭牌仪式
        if seen and not any(g.mentions[0] < seen.mentions[0] or same_event(g.name, seen.name) for g in kept):
            kept.insert(0, seen)
        kept += opened_at(self.found, kept)
        kept += [g for g in referred(self.found) if not any(same_event(g.name, k.name) for k in kept)]
        if len(kept) < _FEW and (met := talks(self.found)) is not None:
            kept = [g for g in kept if g.name not in met.aliases]  # 甲与乙召开合作座谈会
            alone = any(g.day or g.place for g in kept) and not after_talks(self.found, met, kept)
            kept = kept if alone else [met, *kept]
        if not kept and (heard := otherwise(self.found)) is not None:
            kept.append(heard)
        return tuple(self._settled(g, kept) for g in kept)

    @cached_property
    def _opens_until(self) -> int:
        """Where the first two sentences of the body end."""
        body = [s.end for s in self.found.page.sentences if s.role is LineRole.BODY][:2]
        return body[-1] if body else 0

    def _declared(self, g: Gathering) -> bool:
        """Whether somebody declares it opened, and nothing more is said of it."""
        text = self.found.page.text
        told = [at for at in g.mentions if not self._in_title(at[0])]
        return bool(told) and all(text.endswith("宣布", 0, s) or text.find("宣布", s, e) >= 0 for s, e in told)

    def _placed(self, h: Happening) -> Happening:
        """Without a place that the article does not name (我院, 我市)."""
        return h._replace(place=None) if h.place and is_nowhere(self.found, *h.place) else h

    def _wired(self, h: Happening) -> Happening:
        """A press conference of the first sentences without a day is held on that of the dateline."""
        text = self.found.page.text
        if h.day or not h.text.endswith(_PRESS) or h.start > self._opens_until or self._heading(h):
            return h
        sentence = self.found.sentence_at(h.start)
        if sentence is None or _LATELY.search(text, sentence.start, h.start):
            return h
        return h._replace(day=wired(text, self.found.calendar))

    def _in_heading(self, g: Gathering) -> bool:
        return self._in_title(g.mentions[0][0])

    def _in_title(self, position: int) -> bool:
        sentence = self.found.sentence_at(position)
        return sentence is None or sentence.role is LineRole.HEADING

    def _heading(self, h: Happening) -> bool:
        sentence = self.found.sentence_at(h.start)
        return sentence is None or sentence.role is LineRole.HEADING

    def _settled(self, g: Gathering, kept: list[Gathering]) -> Gathering:
        """A ceremony within the reported meeting, or the one that its paragraph told of before, shares its day and place where none
        is stated."""
        main = kept[0]
        if g.day and not g.place and (there := signed_there(self.found, g)):
            return replace(g, place=there)
        if g is main and not g.day and not self._heading_only(g) and (day := self._only_day(g)):
            g = main = replace(g, day=day)
            kept[0] = g
        if g is main and (hall := main_hall(self.found, g)):
            kept[0] = replace(g, place=hall)
            return kept[0]
        if g is main and (site := site_of(self.found, g) if g.place is None else hall_of(self.found, *g.place)):
            return replace(g, place=site)
        if g is main or g.place or g.rule == OPENS or not re.search("仪式|揭牌", g.name):
            return g
        at = g.mentions[0][0]
        least = self.found.paragraph_start(at)
        near = [k for k in kept if (k.day or k.place) and k is not g and least <= k.mentions[0][0] < at]
        host = max(near, key=lambda k: k.mentions[0][0]) if near else main
        if not (host.day or near) or (g.day and host.day and g.day.iso != host.day.iso):
            return g
        led_from = host.place and self.found.page.text.endswith("主会场", *host.place)
        return replace(g, day=g.day or host.day, place=None if led_from else host.place)

    def _only_day(self, g: Gathering) -> Day | None:
        """The one day that the running text names at all, where it does so in its first sentences and before the event."""
        told = self.found.sentence_at(g.mentions[0][0])
        if (
            told is None
            or g.rule == "under way"
            or self.found.page.text.find("正在", *g.said) >= 0
            or _LATELY.search(self.found.page.text, told.start, told.end)
            or elsewhen(self.found.page.text, told.start, g.mentions[0][0])
            or in_words(self.found.page.text, told.start, g.mentions[0][0])
            or _SOON.match(self.found.page.text, g.mentions[0][1])
            or (g.rule == "attended" and on_the_way(self.found.page.text, told.start, g.mentions[0][0]))
        ):
            return None
        days = [
            d
            for d in self.found.days
            if (at := self.found.sentence_at(d.start)) and at.role is LineRole.BODY and not self._in_dateline(d)
        ]
        if (
            not days
            or len({d.iso for d in days}) > 1
            or not of_its_year(g.name, days[0])
            or days[0].start > min(self._opens_until, g.mentions[0][0])
        ):
            return None
        return days[0]

    def _in_dateline(self, day: Day) -> bool:
        line = wired(self.found.page.text, self.found.calendar)
        return line is not None and line.start <= day.start < line.end

    def _heading_only(self, g: Gathering) -> bool:
        return all((s := self.found.sentence_at(a)) is None or s.role is LineRole.HEADING for a, _ in g.mentions)

    @cached_property
    def main(self) -> Gathering | None:
        """The event that the article reports: the first with a day or a place that its opening or its title names."""
        body = self.found.page.body_start
        own, whole = other_news(self.found) - body, len(self.found.page.text) - body
        opening = body + (own if own <= _WHOLE else max(_OPENING, whole // 4))
        title = self.found.page.title or ""
        reportable = [g for g in self.all if not self._only_said(g)]
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
        low = bisect_left(self._told_at, self.found.paragraph_start(position))
        high = bisect_left(self._told_at, position, low)
        main = self.main
        near = [
            g
            for at, g in self._told[low:high]
            if ((g.day and not is_vague(g.day)) or g.place)
            and not (main and (is_ahead(g, main) or (g is not main and self._invited(at))))
        ]
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
        told = {d.iso for d in days if self.found.is_read(d.start) and not self._in_dateline(d)}
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
        if is_deictic(words) or not words:
            now = self.main if position is None else self.current(position)
            end = words[-2:] if words in _GENERAL else words
            if now and position and words in _MEETINGS and now.name.endswith(_RITE_ENDS):
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


def _with_bare(kept: list[Gathering], titles: list[Gathering], bare: list[Gathering]) -> list[Gathering]:
    """With the ceremony that the text tells of without a name: under the name that the title or another sentence gives it, else,
    where the text names no other event, under that of its kind."""
    for b in bare[:1]:
        named = next((g for g in (*kept, *titles) if g.name.endswith(b.name) and not (g.day and g.place)), None)
        if named is not None:
            full = replace(
                named, aliases=(*named.aliases, b.name), mentions=(*b.mentions, *named.mentions), day=named.day or b.day,
                place=named.place or b.place, hosts=named.hosts or b.hosts, said=b.said,
            )  # fmt: skip
            return [full if g is named else g for g in kept] if named in kept else [full, *kept]
        if kept and b.place and (rite := _RITE.fullmatch(b.name)) and not _CEREMONIAL.search(kept[0].name):
            main = kept[0]  # 论坛在甲地举行。23日，开幕仪式在乙处举行
            if main.place != b.place and (main.day or main.place) and b.mentions[0][0] > main.mentions[0][0]:
                return [*kept, replace(b, name=main.name + rite["rite"])]
        if (
            (b.day or b.name in _PRESS)
            and BARE.fullmatch(b.name)
            and not any(g.day or g.place or g.name.endswith(b.name) for g in kept)
        ):
            return [b, *kept]
    return kept
