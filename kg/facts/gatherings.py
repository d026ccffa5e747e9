"""The events of an article, each under one name: 会议, 签约仪式 and short forms go to the event that they point at."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache

from kg.facts.ceremonies import attended, mentioned, referred, signing, unnamed
from kg.facts.gathering import Gathering
from kg.facts.launches import began, marked
from kg.mentions.event import Happening
from kg.mentions.event_name import ends_name, event_name, is_deictic, names_one, parts
from kg.mentions.found import Found
from kg.mentions.gazetteer import gazetteer
from kg.model import LineRole, Occurrence
from kg.text.scan import holds

_MOST = 300  # events; a text that reports more is no article, and only its first ones are told apart
_OPENING = 400  # characters; the event that an article reports is named in them
_LONGEST = 60  # characters; what is longer is a sentence
_CEREMONY = re.compile("(?:仪式|典礼)\\Z")
_DEFINITION = re.compile(r"（(?:以下|下|又|也)?(?:统一)?[简统合]?称[^）]*）")
# Ceremonies that an article may report without a name of their own.
_GENERAL = frozenset(
    ("", "会议", "大会", "本次会议", "此次会议", "活动", "本次活动", "此次活动", "仪式", "论坛", "座谈", "会上")
)
# 会议和签约仪式: what is said of both is told of the first.
_PART = re.compile("(?<=会议)[和及、与]|(?<=仪式)[和及、与]|(?<=大会)[和及、与]")
_SITE = re.compile(
    "(?:主会场|(?<!分)会场|会址|活动地点|举办地点?|地点|现场)(?:设|选|定|放)?(?:在|于|为|是)了?(?P<place>[^，。；、在的]{2,24})(?=[，。；])"
)
_BARE = re.compile(
    r"(?:签约|签订|签署|签字|挂牌|揭幕|启用|落成|开业|揭牌|启动|成立|开班|开营|结业|结营|投产|竣工|通车|封顶|捐赠|授牌|奠基|开工|颁奖|首发|开学|毕业)(?:[暨及和][一-鿿]{2,6})?(?:仪式|典礼|大会)|新闻发布会|新闻通气会|开幕式|闭幕式"
)
# 某某项目举行开工仪式: the ceremony is the project's.
_WORKS = (
    "项目", "工程", "基地", "产业园", "园区", "大桥", "铁路", "高速公路", "水库", "生产线", "工作室", "培训", "训班", "修班", "究班", "程班", "育班",
    "年班", "读班", "学班", "训练营", "夏令营",
)  # fmt: skip
_QUOTED = re.compile("“[^“”]{2,40}”(?:[一-鿿]{0,8}(?:项目|工程|计划|行动|活动|班))?\\Z")
_WORK_FAR = 40  # characters of such a name
_HELD_BY = re.compile("由(?P<who>[^，。；由]{2,100}?)(?:共同|联合|合作)?(?:主办|举办|合办|组织)的")
_ABOUT_IT = re.compile("^[^，。；]{0,30}?(?:就(?![业近地读医餐])|围绕)")  # 某市就某项目举行签约仪式
_ITS_OWN = (
    "成立大会",
    "揭牌仪式",
    "启动仪式",
    "会员大会",
    "年会",
    "理事会",
    "代表大会",
    "成立仪式",
    "授牌仪式",
    "挂牌仪式",
)
_OURS = re.compile("[我本该]校|学校|校内|[我本该]院|院内")
_SHORT = ("大会", "大赛", "比赛", "论坛", "年会", "峰会")  # 比赛9月1日落幕, under a title that names it
_OF_SCHOOL = re.compile("[该我本]校(?=[一-鿿“\\d])")
_COUNCIL = re.compile("(?<=[一-鿿]{4})(?:第[一二三四五六七八九十\\d]+届)?理事会\\Z")
_THEME = re.compile(
    r"(?:会议|大会|活动|论坛|本届|本次|此次|峰会|仪式|展会|博览会)[^，。“]{0,12}以“(?P<a>[^”]{2,40})”为(?:主题|题)"
    r"|(?:会议|大会|活动|论坛|峰会)?的?主题[是为：](?:“(?P<b>[^”]{2,40})”)|以“(?P<c>[^”]{2,40})”为(?:会议|活动|大会|年度)?主题"
)


def _work(words: str) -> str | None:
    """The project, class or quotation at the end of the words before a ceremony."""
    near = words[-_WORK_FAR:]
    if kind := next((w for w in _WORKS if words.endswith(w)), None):
        before = max(near.rfind(mark) for mark in "，。；的") + 1
        name = near[max(before, len(near) - len(kind) - 30) :]
        if len(name) - len(kind) >= 4:
            return name
    if ends_name(words, 0, len(words)) and not is_deictic(name := event_name(words)):
        return name
    quoted = _QUOTED.search(near)
    return quoted.group() if quoted else None


def place_name(found: Found, start: int, end: int) -> str:
    """The words of a place with the class words of its divisions filled in: 四川广安 → 四川省广安市."""
    text = found.page.text[start:end].strip("、")
    if text.count("（") != text.count("）") or text.count("“") != text.count("”"):
        text = text.strip("（）“”")
    if _OURS.fullmatch(text):
        return (found.school_before(start) or text) if "校" in text else text
    if len(text) == 1 and text in gazetteer().abbreviations:
        return gazetteer().abbreviations[text].name
    hits = gazetteer().find(text, ambiguous=True)
    if len(hits) == 1 and hits[0][:2] == (0, len(text)):
        written, names = text, []
        for division in gazetteer().path(hits[0].divisions[0]):
            short = next((n for n in (division.name, *_short_names().get(division.name, ())) if n in written), None)
            if short is not None:
                names.append(division.name)
        return "".join(names) or text
    return text


@cache
def _short_names() -> dict[str, list[str]]:
    """The full name of each division → the short ones that mean it."""
    table: dict[str, list[str]] = {}
    for short, divisions in gazetteer().short.items():
        for division in divisions:
            table.setdefault(division.name, []).append(short)
    return table


@dataclass(frozen=True)
class Gatherings:
    """All events of a page; `main` is the one that the article reports."""

    found: Found

    @cached_property
    def all(self) -> tuple[Gathering, ...]:
        kept: list[Gathering] = []
        bare: list[Gathering] = []
        titles: list[Gathering] = []
        for h in sorted(map(self._placed, self.found.events[:_MOST]), key=lambda e: (self._heading(e), e.start)):
            name = self._full_name(h)
            if name is not None and h.text.endswith(name):
                h = h._replace(start=h.end - len(name))
            elif name is not None and h.hosts and _work(name.removesuffix(event_name(h.text))):
                held = _HELD_BY.search(self.found.page.text, *h.hosts)  # a project holds nothing
                h = h._replace(hosts=held.span("who") if held else None)
            if name is None:
                words = event_name(_DEFINITION.sub("", h.text))
                if (
                    (h.day or h.place)
                    and not self._heading(h)
                    and is_deictic(words)
                    and (len(words) > 2 or words in _SHORT)
                ):
                    bare.append(Gathering(words, (), ((h.start, h.end),), h.day, h.place, h.hosts, h.said, h.rule))
                continue
            same = next((g for g in kept if _same(g.name, name)), None)
            if same is None:
                if kept and self.found.page.text.endswith("至此，", 0, h.said[0]):
                    continue  # what ends so is what the article tells of
                if self._heading(h) and kept:
                    titles.append(Gathering(name, (), ((h.start, h.end),), h.day, h.place, h.hosts, h.said, h.rule))
                    continue
                kept.append(Gathering(name, (), ((h.start, h.end),), h.day, h.place, h.hosts, h.said, h.rule))
                continue
            fuller = name if len(name) > len(same.name) and not self._heading(h) else same.name
            other = {same.name, name} - {fuller}
            merged = replace(
                same, name=fuller, aliases=tuple(dict.fromkeys((*same.aliases, *sorted(other)))),
                mentions=(*same.mentions, (h.start, h.end)), day=same.day or h.day, place=same.place or h.place,
                hosts=same.hosts or h.hosts,
            )  # fmt: skip
            kept[kept.index(same)] = merged
        programs = {p.text for p in self.found.programs}
        kept = [
            g for g in kept if g.day or g.place or g.name not in programs
        ]  # a contest only mentioned is a programme
        if len(kept) > 1:  # 宣布…活动启动 is said at an event that the article tells of
            kept = [g for g in kept if g.place or not self._declared(g)] or kept
        kept = [self._renamed(g) for g in kept]
        if len(kept) == 1 and not kept[0].day and bare and bare[0].day and self._in_heading(kept[0]):
            first = replace(kept[0], day=bare[0].day, place=bare[0].place or kept[0].place, said=bare[0].said)
            kept = [replace(first, mentions=(*bare[0].mentions, *first.mentions))]  # the title alone names what opens
        named_at = min((start for g in kept for start, _ in g.mentions), default=None)
        if (founded := began(self.found, named_at)) and not any(_same(g.name, founded.name) for g in kept):
            kept = [founded, *kept]
        if not kept and (rite := marked(self.found)):
            kept = [rite]
        kept = _with_bare(kept, titles, bare)
        signed = signing(self.found, kept)
        if signed is not None:
            kept.append(signed)
        if (seen := attended(self.found)) and not any(
            g.mentions[0] < seen.mentions[0] or _same(g.name, seen.name) for g in kept
        ):
            kept.insert(0, seen)
        kept += [g for g in referred(self.found) if not any(_same(g.name, k.name) for k in kept)]
        if not kept and (heard := mentioned(self.found) or unnamed(self.found)) is not None:
            kept.append(heard)
        return tuple(self._settled(g, kept) for g in kept)

    def _declared(self, g: Gathering) -> bool:
        """Whether somebody declares it opened, and nothing more is said of it."""
        return all(self.found.page.text.endswith("宣布", 0, start) for start, _ in g.mentions)

    def _placed(self, h: Happening) -> Happening:
        """Without a place that the article does not name (我院)."""
        if h.place and (m := _OURS.fullmatch(self.found.page.text, *h.place)):
            known = "校" in m.group() and self.found.school_before(h.place[0])
            return h if known else h._replace(place=None)
        return h

    @cached_property
    def _defined(self) -> dict[str, str]:
        """The short names that the article defines for events → their full names."""
        table = {}
        for h in self.found.events[:_MOST]:
            for m in _DEFINITION.finditer(h.text):
                short = re.sub("^(?:以下|下|又|也)?(?:统一)?[简统合]?称", "", m.group()[1:-1]).strip("为“”：:")
                table[short] = event_name(_DEFINITION.sub("", h.text))
        return table

    @cached_property
    def _numbered(self) -> list[tuple[str, int, int]]:
        """Every 第五次会议 with the words before it: another wording of an event's name, where the numbers agree."""
        text, found = self.found.page.text, []
        for m in _NUMBERED.finditer(text):
            clause = max(text.rfind(mark, max(0, m.start() - _LONGEST), m.start()) for mark in "，。；：\n ") + 1
            name = event_name(text[max(clause, m.start() - _LONGEST) : m.end()])
            if len(name) > 8 and self.found.is_read(m.start()):
                found.append((name, m.end() - len(name), m.end()))
        return found[:_MOST]

    def _renamed(self, g: Gathering) -> Gathering:
        """With the other wordings of its numbered name: 推进…联席会第五次会议 of 推动…联席会议第五次会议."""
        if not _ORDINAL.search(g.name):
            return g
        other = [(n, s, e) for n, s, e in self._numbered if n != g.name and event_key(n) == event_key(g.name)]
        return replace(
            g, aliases=tuple(dict.fromkeys((*g.aliases, *(n for n, _, _ in other)))), mentions=(*g.mentions, *((s, e) for _, s, e in other))
        )  # fmt: skip

    def _in_heading(self, g: Gathering) -> bool:
        sentence = self.found.sentence_at(g.mentions[0][0])
        return sentence is None or sentence.role is LineRole.HEADING

    def _heading(self, h: Happening) -> bool:
        sentence = self.found.sentence_at(h.start)
        return sentence is None or sentence.role is LineRole.HEADING

    def _full_name(self, h: Happening) -> str | None:
        """The name without its definition brackets; a bare 成立大会 takes the name of the body that it founds or that holds it."""
        name = event_name(_DEFINITION.sub("", h.text))
        if len(name) > _LONGEST and "、" in name and _CEREMONY.search(name):
            name = name[name.rindex("、") + 1 :]  # of many things that open together, the last
        if (
            len(name) > _LONGEST
            or re.search("来源|发布时间", name)
            or any(name.startswith(p) for p in self.found.persons)
        ):
            return None
        name = self._defined.get(name, name)
        if not is_deictic(name):
            if _OF_SCHOOL.match(name) and (school := self.found.school_before(h.start)):
                name = school + name[2:]
            return name if names_one(name) else None
        if h.hosts and _COUNCIL.search(host := self.found.page.text[slice(*h.hosts)]):
            return event_name(host) + name  # 某某集团理事会召开预备会议
        if h.hosts and _BARE.fullmatch(name) and (work := _work(self.found.page.text[slice(*h.hosts)])):
            return _ABOUT_IT.sub("", work) + name
        if h.hosts and name in _ITS_OWN:
            inside = self.found.body_index.within(*h.hosts)
            alliances = [b for b in inside if b.group in ("Alliance", "Organization")]
            if alliances:
                return self.found.body_name(alliances[-1]) + name
        return None

    def _settled(self, g: Gathering, kept: list[Gathering]) -> Gathering:
        """A ceremony within the reported meeting shares its day and place where none is stated."""
        main = kept[0]
        if g is main and (site := self._site(g) if g.place is None else self._hall(*g.place)):
            return replace(g, place=site)
        if (
            g is main
            or g.place
            or not re.search("仪式|揭牌", g.name)
            or not main.day
            or (g.day and main.day and g.day.iso != main.day.iso)
        ):
            return g
        return replace(g, day=g.day or main.day, place=main.place)

    def _hall(self, start: int, end: int) -> tuple[int, int] | None:
        """Where in the division at [start, end) the article says that the main hall was."""
        text = self.found.page.text
        for m in _SITE.finditer(text, end) if "主会场" in text else ():
            if (
                m.group().startswith("主会场")
                and m["place"].startswith(text[start:end])
                and self.found.is_read(m.start())
            ):
                return m.span("place")
        return None

    def _site(self, g: Gathering) -> tuple[int, int] | None:
        """会场设在…: the place of an event in a clause of its own, in the paragraph that tells of it."""
        text = self.found.page.text
        stop = text.find("\n", g.said[1])
        m = _SITE.search(text, g.said[1], min(stop if stop > 0 else len(text), g.said[1] + _LONGEST * 4))
        return m.span("place") if m else None

    @cached_property
    def main(self) -> Gathering | None:
        """The event that the article reports: the first with a day or a place that its opening or its title names."""
        body = next((s.start for s in self.found.page.sentences if s.role is LineRole.BODY), 0)
        opening = body + max(_OPENING, (len(self.found.page.text) - body) // 4)
        title = self.found.page.title or ""
        dated = [g for g in self.all if (g.day or g.place) and (g.mentions[0][0] < opening or g.name in title)]
        if dated:
            return dated[0]
        told = [g for g in self.all if g.rule != "attended" and g.mentions[0][0] < opening]
        alone = self.all if len(self.all) == 1 else ()
        return next((g for g in (*(g for g in self.all if g.name in title), *told, *alone)), None)

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
        near = [g for _, g in self._told[low:high] if g.day or g.place]
        if not near or self.main is None:
            return self.main
        return next(g for g in near if g.said == near[-1].said)  # of two told of in one clause, the first

    def at_name(self, words: str, position: int | None = None) -> Gathering | None:
        """The event that some words mean: its name, a short form of it, or (会议, 仪式, 活动) the one told of at a position; None
        for another event."""
        words = _PART.split(words.strip("“”了的 　在"))[0]
        words = re.sub("^(?:本次|此次|本届|该|这次)(?=[^会活论仪])", "", self._defined.get(words, words))
        for g in self.all:
            if words in (g.name, *g.aliases) or (len(words) > 3 and (g.name.endswith(words) or _same(g.name, words))):
                return g
        for g in self.all:
            if len(words) > 2 and any(part.endswith(words) for part in parts(g.name)):
                return g
        for g in self.all:
            if len(words) > 3 and words in g.name:
                return g
        if is_deictic(words) or not words:
            now = self.main if position is None else self.current(position)
            end = words[-2:] if words in _GENERAL else words
            if now is None or now.name.endswith(end):
                return now
            kinds = [g for g in self.all if g.name.endswith(end) and (position is None or g.mentions[0][0] < position)]
            return kinds[0] if kinds else now
        return None

    @cached_property
    def theme(self) -> tuple[str, int, int] | None:
        """The stated theme of the main event and the clause that states it."""
        text = self.found.page.text
        for m in _THEME.finditer(text) if holds(text, ("主题", "以“")) else ():
            if self.found.is_read(m.start()):
                group = next(g for g in ("a", "b", "c") if m[g])
                return m[group], m.start(), m.end()
        return None

    def occurrences(self) -> tuple[Occurrence, ...]:
        """When and where each event took place."""
        page, result = self.found.page, []
        for g in self.all:
            start, end = min(g.said[0], g.mentions[0][0]), max(g.said[1], g.mentions[0][1])
            if g.day and self.found.sentence_at(g.day.start) == self.found.sentence_at(g.mentions[0][0]):
                start, end = min(start, g.day.start), max(end, g.day.end)
            spans = [page.span(*_trimmed(page.text, start, end))]
            theme = self.theme if g is self.main else None
            if theme:
                spans.append(page.span(theme[1], theme[2]))
            result.append(
                Occurrence(
                    evidence=tuple(dict.fromkeys(spans)),
                    rule=g.rule,
                    event=g.name,
                    date=_dated(g.name, g.day.iso) if g.day else None,
                    until=_dated(g.name, g.day.until) if g.day and g.day.until else None,
                    date_as_written=page.text[g.day.start : g.day.end] if g.day else None,
                    place=place_name(self.found, *g.place) if g.place else None,
                    theme=theme[0] if theme else None,
                )
            )
        return tuple(result)


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
        if b.day and _BARE.fullmatch(b.name) and not any(g.day or g.place or g.name.endswith(b.name) for g in kept):
            return [b, *kept]
    return kept


def _dated(event: str, iso: str) -> str:
    """A day of an event; the year that the event's own name states (2025年度工作会议) closes an open one."""
    year = re.search(r"(?<!\d)(20\d\d)(?:年|(?=[\u4e00-\u9fff]{3}))", event)
    return f"{year[1]}-{iso[2:]}" if year and iso.startswith("--") else iso


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " 　，、；。\n）":
        start += 1
    return start, end


_NUMBERED = re.compile(r"第[一二三四五六七八九十\d]+[次届场](?:全体)?(?:会议|大会|联席会议?)")
_ORDINAL = re.compile(r"第[一二三四五六七八九十\d]+[次届场期]")
_TH = re.compile(r"^第[一二三四五六七八九十百\d]+届")


@lru_cache(maxsize=4096)
def event_key(name: str) -> str:
    """A name of an event without what reports of the same event spell differently: 推动, 推进; 联席会议, 联席会; marks."""
    name = re.sub("^(?:推动|推进)", "", re.sub("[“”‘’《》 　]", "", name))
    return name.replace("首届", "第一届").replace("联席会议", "联席会").replace("工作联席会", "联席会")


# 旅游节新闻发布会 is not the 旅游节 itself.
_ABOUT = re.compile("(?:系列)?(?:活动)?(?:新闻|发布会|通气会|说明会|筹备|工作|动员|推进|总结|协调|部署|招商|推介|志愿)")


_DASH = re.compile("[—–─－-]")  # one, two or three of them between a title and what explains it


def _same(a: str, b: str) -> bool:
    """Whether two names of events mean one: one holds the other whole, and both give the same ordinal."""
    short, long = sorted((_DASH.sub("", event_key(a)), _DASH.sub("", event_key(b))), key=len)
    if short == long:
        return True
    ordinals = _ORDINAL.findall(short)
    if ordinals and set(ordinals) != set(_ORDINAL.findall(long)):
        return False
    if _ABOUT.match(long[long.find(short) + len(short) :]) if short in long else False:
        return False
    if long.startswith(short) and is_deictic(long[len(short) :]):
        return True
    if ordinals and _TH.match(short) and _TH.match(long):  # 第九届产业大会 of 第九届云岭产业大会
        rest = _TH.sub("", short)
        return len(rest) >= 6 and rest in _TH.sub("", long) and "暨" not in short
    return len(short) >= 5 and short in long and "暨" not in short
