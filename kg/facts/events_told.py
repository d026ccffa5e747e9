"""The events that a page tells of, each once: what is told of one in several places united, what is only mentioned left out."""

import re
from dataclasses import dataclass, field, replace
from functools import cached_property

from kg.facts.ceremonies import attended, otherwise, referred, signed_there, signing
from kg.facts.event_days import is_vague, timed
from kg.facts.forums import without_sessions
from kg.facts.gathering import Gathering
from kg.facts.gathering_names import BARE, MOST, RITE_ENDS, GatheringNames, same_event, work_before
from kg.facts.launches import FOUNDED, marked, with_founded
from kg.facts.listed_parts import listed_parts
from kg.facts.occasions import OPENS, lone, occasions
from kg.facts.press import PRESS, announced, beside, titled
from kg.facts.rites import rites
from kg.facts.sections import other_news
from kg.facts.talks import after_talks, talks
from kg.facts.venue import hall_of, is_nowhere, main_hall, site_of
from kg.mentions.date import Day, wired
from kg.mentions.defined import DEFINITION
from kg.mentions.event import Happening
from kg.mentions.event_name import event_name, is_deictic
from kg.mentions.found import Found
from kg.mentions.other_times import elsewhen, in_words, of_its_year, on_the_way
from kg.mentions.program import FIRST_OF_SERIES
from kg.model import LineRole

_FEW = 3  # events; among more of them talks are not what an article reports
_HELD_BY = re.compile("由(?P<who>[^，。；由]{2,100}?)(?:共同|联合|合作)?(?:主办|举办|合办|组织)的")
# What an article may report without a day: 教育部今天举行新闻发布会.
_PRESS = ("新闻发布会", "新闻通气会")
_LATELY = re.compile("近日|日前|上周|近期|此前|此间")
_SOON = re.compile("[”》]?(?:也|已|还)?(?:即将|将要|将(?=[于在召举开])|就要)")  # 某某大会即将召开
_QUOTED = re.compile("“[^“”]*”")
_SHORT = ("大会", "大赛", "比赛", "论坛", "年会", "峰会")  # 比赛9月1日落幕, under a title that names it
_RITE = re.compile(
    "(?:本届|本次|此次)?(?:大赛|活动|论坛|博览会|大会|比赛|赛事|展会|峰会|运动会)?的?(?P<rite>[开闭]幕(?:式|仪式|典礼|大会)|颁奖(?:仪式|典礼|晚会))"
)
_CEREMONIAL = re.compile("仪式|典礼|[开闭]幕|座谈|签约|揭牌|发布会|晚会")


def events_told(found: Found, names: GatheringNames) -> tuple[Gathering, ...]:
    """The events of a page in the order in which it tells of them, with their days and places."""
    return _Events(found, names).settled()


@dataclass(frozen=True)
class _Collected:
    """What the mentions of events come to: those with a name, those that only a title names, those without a name."""

    kept: list[Gathering] = field(default_factory=list)
    titles: list[Gathering] = field(default_factory=list)
    bare: list[Gathering] = field(default_factory=list)


@dataclass(frozen=True)
class _Events:
    found: Found
    names: GatheringNames

    def settled(self) -> tuple[Gathering, ...]:
        told = self._collected()
        kept = self._told_of(told.kept)
        kept = self._with_unnamed(kept, told)
        kept = self._with_signing(kept)
        kept = self._with_attended(kept)
        kept = self._with_others(kept)
        return tuple(self._with_day_and_place(g, kept) for g in kept)

    def _collected(self) -> _Collected:
        """Each event once, under its fullest name."""
        kept, titles, bare = (collected := _Collected()).kept, collected.titles, collected.bare
        told = (self._wired(self._placed(timed(self.found, e))) for e in self.found.events[:MOST])
        for h in sorted(told, key=lambda e: (self._heading(e), e.start)):
            name = self.names.full_name(h)
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
        return collected

    def _told_of(self, kept: list[Gathering]) -> list[Gathering]:
        """Without those that are only mentioned."""
        series = without_sessions(self.found.page.text, self.found.programs)
        programs = {p.text for p in series if p.rule != FIRST_OF_SERIES}
        kept = [
            g
            for g in kept
            if g.day
            or g.place
            or (g.name not in programs and ("、" not in _QUOTED.sub("", g.name) or g.name.endswith(RITE_ENDS)))
        ]  # a contest only mentioned is a programme
        if len(kept) > 1:  # 宣布…活动启动 is said at an event that the article tells of
            kept = [g for g in kept if g.place or not self._declared(g)] or kept
        return [self.names.renamed(g) for g in kept]

    def _with_unnamed(self, kept: list[Gathering], told: _Collected) -> list[Gathering]:
        """With what opens, is founded, is reported to the press or belongs to another event, where the text names it elsewhere or not at all."""
        titles, bare = told.titles, told.bare
        alone = len(kept) == 1 and not kept[0].day and not kept[0].name.endswith(_PRESS)
        if alone and bare and bare[0].day and self._in_heading(kept[0]) and not bare[0].name.endswith(PRESS):
            first = replace(kept[0], day=bare[0].day, place=bare[0].place or kept[0].place, said=bare[0].said)
            kept = [replace(first, mentions=(*bare[0].mentions, *first.mentions))]  # the title alone names what opens
        kept = with_founded(self.found, kept)
        if not kept and (rite := marked(self.found)):
            kept = [rite]
        opened = rites(self.found, kept, bare)
        bare = [b for b in bare if not any(b.mentions == g.mentions for g in opened)]
        kept = _with_bare(kept, titles, bare) + opened
        if (press := titled(self.found, bare) or announced(self.found, kept, bare)) is not None:
            others = [g for g in kept if g.name not in press.aliases]
            kept = _with_bare([*others, press], [], [b for b in bare if b.name not in press.aliases])
        return kept + beside(self.found, kept, bare) + listed_parts(self.found, kept)

    def _with_signing(self, kept: list[Gathering]) -> list[Gathering]:
        signed = signing(self.found, kept)
        if signed is not None:
            opens = signed.day is not None and all(signed.said[0] < min(g.said[0], g.mentions[0][0]) for g in kept)
            kept.insert(0 if opens else len(kept), signed)
        return kept

    def _with_attended(self, kept: list[Gathering]) -> list[Gathering]:
        """With the event that somebody is only said to attend."""
        seen = attended(self.found)
        if seen and (part := next((g for g in kept if g.rule == FOUNDED and seen.name.endswith("暨" + g.name)), None)):
            whole = replace(
                part, name=seen.name, aliases=(*part.aliases, part.name), mentions=(*part.mentions, *seen.mentions),
                day=part.day or seen.day,
            )  # fmt: skip
            kept[kept.index(part)] = whole  # 甲为乙研究院揭牌; 丙主持丁工程开工典礼暨乙研究院揭牌仪式
        if seen and not any(g.mentions[0] < seen.mentions[0] or same_event(g.name, seen.name) for g in kept):
            kept.insert(0, seen)
        return kept

    def _with_others(self, kept: list[Gathering]) -> list[Gathering]:
        """With events that are opened, referred to or talks, where the page reports no other."""
        kept += occasions(self.found, kept)
        kept += [g for g in referred(self.found) if not any(same_event(g.name, k.name) for k in kept)]
        if len(kept) < _FEW and (met := talks(self.found)) is not None:
            kept = [g for g in kept if g.name not in met.aliases]  # 甲与乙召开合作座谈会
            alone = any(g.day or g.place for g in kept) and not after_talks(self.found, met, kept)
            kept = kept if alone else [met, *kept]
        if not kept and (heard := otherwise(self.found)) is not None:
            kept.append(heard)
        return kept or lone(self.found)

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

    def _with_day_and_place(self, g: Gathering, kept: list[Gathering]) -> Gathering:
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
            if (at := self.found.sentence_at(d.start)) and at.role is LineRole.BODY and not in_dateline(self.found, d)
        ]
        if (
            not days
            or len({d.iso for d in days}) > 1
            or not of_its_year(g.name, days[0])
            or days[0].start > min(self._opens_until, g.mentions[0][0])
        ):
            return None
        return days[0]

    def _heading_only(self, g: Gathering) -> bool:
        return all((s := self.found.sentence_at(a)) is None or s.role is LineRole.HEADING for a, _ in g.mentions)


def in_dateline(found: Found, day: Day) -> bool:
    """Whether a day is that of the page's dateline."""
    line = wired(found.page.text, found.calendar)
    return line is not None and line.start <= day.start < line.end


def _with_bare(kept: list[Gathering], titles: list[Gathering], bare: list[Gathering]) -> list[Gathering]:
    """With the ceremony that the text tells of without a name: under the name that the title or another sentence gives it, else,
    where the text names no other event, under that of its kind."""
    for b in bare[:1]:
        if any(g.day and b.day and g.day.iso == b.day.iso and b.name in g.name for g in kept):
            continue  # 甲大赛开幕式举行。乙宣布大赛开幕
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
