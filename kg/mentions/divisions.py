"""Which division a place or a level word of a page means: 市教委, 副省长, 朝阳区.

Nothing is guessed from outside: a level word (省, 市, 区) takes the last division of that level named before it, or the one that
the article names most; where the article does not settle it, there is none.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from kg.mentions.body import Body
from kg.mentions.gazetteer import Division, Hit, gazetteer
from kg.mentions.home import acting_in_ours, home, host_elsewhere, visited
from kg.mentions.ordered import Ordered
from kg.model import LineRole, Page

# What the article itself writes; its source line names the office that put it out in full.
_TOLD = (LineRole.BODY, LineRole.HEADING)

# What follows a place in the name of a body that is none of its organs.
_OTHER_BODY = re.compile(
    "(?:(?![在的举召开为与和是到赴于])[一-鿿]){0,8}?(?:军区|警备区|卫戍区|部队|院|集团|公司|研究所|中心|厂|社|站)"
)
# 市 without the name of a city: 市委, 市财政局, 副市长.
_BARE_CITY = re.compile(
    "(?:^|(?<=[，、。；：\n和与及由 ]))(?:市(?:委|政府|人大|政协|直|领导|[一-鿿]{2,6}[局委办部])|(?:常务)?副?市长)"
)
_HEAD = re.compile("(?:原|代|常务)?副?市长")
_JOINTS = ("与", "·", "—", "——")
_OFTEN = 4  # times that a page names the city that it is of, at the least
_BACK = 2000  # characters; what a level word refers to stands no further back
# 四川省巴中市市委书记甲，市委副书记、市长乙带领党政代表团来汉中市.
_LIST_BACK = 120
# 四川、重庆、陕西、湖北四省（市）: one of so many.
_ONE_OF = re.compile(
    "(?:[、和与及](?![和与及])[一-鿿]{2,5}){0,8}(?:等?[两二三四五六七八九十\\d]{1,2}个?(?:[省市]|地[（(市区、，的])|等(?:多?地(?!方)|多?省份?(?!级)|省区?市))"
)
_COME_HERE = re.compile(
    "([^。；\n]{0,80}?)(?:率领?|带领)[^，。；\n]{0,14}?(?:团|一行|组|队)[^，。；\n]{0,4}?(?:来|到|赴|抵)"
)
_RANK_OF = re.compile("(?<=[市县区州旗省])[市县区州旗省]?(?:委|长|政府|人大|政协)")
_COMES_OR_GOES = re.compile("来到|来我|到我|到[^，。]{0,4}[市县区]|前往|考察|会见|陪同|欢迎|接待|参加")
_BELOW_PROVINCE = ("county", "zone", "prefecture")
MUNICIPALITIES = frozenset(("北京市", "天津市", "上海市", "重庆市"))


# 市教育局与…, 市教育局局长甲赴…: an organ under its level alone, at the head of a clause.
_DEALS = re.compile("(?<![^\\n，。；： ])[市县区州](?:[一-鿿]{2,8}?[局委厅院]|政府)[^，。；\\n]{0,24}?(?:与|同|赴)")
_ELSEWHERE = re.compile("(?:总|青年|企业家?)?(?:商会|同乡会|同乡联谊会|乡贤会|乡亲会|乡友会)")


@dataclass(frozen=True)
class Divisions:
    """Says which divisions the places and level words of one page mean. `hits` are its places, in order of the text."""

    page: Page
    bodies: tuple[Body, ...]
    hits: tuple[Hit, ...]

    @cached_property
    def _hit_starts(self) -> list[int]:
        return [h.start for h in self.hits]

    @cached_property
    def _votes(self) -> tuple[Counter[str], Counter[str]]:
        """How often the article names divisions of each province, and each city."""
        provinces: Counter[str] = Counter()
        cities: Counter[str] = Counter()
        for hit in self.hits:
            if not self._is_read(hit.start):
                continue
            codes = {gazetteer().province_of(d).code for d in hit.divisions}
            if len(codes) == 1:
                provinces[codes.pop()] += 1
        for hit in self._local_hits:
            if (
                self._is_read(hit.start)
                and not self._names_another(hit)
                and (city := self._ancestor(self.pick(hit), "市"))
            ):
                cities[city.code] += 1
        return provinces, cities

    @cached_property
    def _counties(self) -> Counter[str]:
        """How often the article names each county and zone, and each prefecture."""
        counties: Counter[str] = Counter()
        for hit in self.hits:
            if (
                self._is_read(hit.start)
                and (division := self.pick(hit)).level in _BELOW_PROVINCE
                and all(d.name == division.name for d in hit.divisions)  # 新华区, wherever it lies
            ):
                counties[division.code] += 1
        return counties

    def _county_votes(self, level: str) -> Counter[str]:
        votes: Counter[str] = Counter()
        for code, count in self._counties.items():
            division = gazetteer().at(code)
            if division is not None and (meant := self._ancestor(division, level)):
                votes[meant.code] += count  # of a 州, what is named of its counties
        return votes

    @cached_property
    def _noise(self) -> list[tuple[int, int]]:
        return [(s.start, s.end) for s in self.page.sentences if s.role is LineRole.NOISE]

    def _is_read(self, position: int) -> bool:
        index = bisect_right(self._noise, (position, len(self.page.text) + 1)) - 1
        return index < 0 or position >= self._noise[index][1]

    @cached_property
    def _support(self) -> Counter[str]:
        """How often the article names each division, or one that lies in it, by a name that no other bears."""
        support: Counter[str] = Counter()
        for hit in self.hits:
            if len(hit.divisions) == 1 and self._is_read(hit.start):
                support.update(d.code for d in gazetteer().path(hit.divisions[0]))
        return support

    def pick(self, hit: Hit) -> Division:
        """The division a hit means: among several, one in a city, or in the province, that the article names most."""
        if len(hit.divisions) > 1:
            cities = [[self._support[d.code] for d in gazetteer().path(division)[1:-1]] for division in hit.divisions]
            best = max(cities, key=sum)
            if sum(best) and cities.count(best) == 1:
                return hit.divisions[cities.index(best)]
            top = self._province_code
            for d in hit.divisions:
                if gazetteer().province_of(d).code == top:
                    return d
        return hit.divisions[0]

    @property
    def province(self) -> Division | None:
        """The province that the article names most, None where two are named alike."""
        return gazetteer().at(self._province_code) if self._province_code else None

    @cached_property
    def _province_code(self) -> str | None:
        counts: Counter[str] = Counter()
        for hit in self.hits:
            codes = {gazetteer().province_of(d).code for d in hit.divisions}
            if len(codes) == 1 and self._is_read(hit.start):
                counts[codes.pop()] += 1
        ranked = sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))
        if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            return None
        return ranked[0][0]

    @cached_property
    def _lone_cities(self) -> frozenset[str]:
        """The county-level cities of which the article names neither the prefecture nor another part of it: there 市 means them."""
        parts: dict[str, set[Division]] = {}  # of each prefecture
        times: Counter[str] = Counter()
        for hit in self.hits:
            times[self.pick(hit).code] += 1
            path = gazetteer().path(self.pick(hit))
            for upper, lower in pairwise((*path, path[-1])):
                if upper.level == "prefecture":
                    chained = (
                        hit.end - hit.start > len(lower.name) and upper.name[:2] in self.page.text[hit.start : hit.end]
                    )
                    parts.setdefault(upper.code, set()).update((upper, lower) if chained else (lower,))
        for code, named in parts.items():  # named again and again, and with little of its prefecture
            below = [d for d in named if d.code != code]
            if len(below) == 1 and times[below[0].code] >= max(_OFTEN, 1.5 * times[code]):
                parts[code] = set(below)
        lone = (next(iter(named)) for named in parts.values() if len(named) == 1)
        return frozenset(d.code for d in lone if d.level == "county" and d.name.endswith("市"))

    def called(self, division: Division) -> str:
        """What the article calls a division: 青岭州 where it never writes 青岭某某族自治州."""
        return self._short_regions.get(division.code, division.name)

    @cached_property
    def _short_regions(self) -> dict[str, str]:
        """The autonomous prefectures and counties that the article names by their short names with 州 or 县 alone → those names."""
        short: dict[str, str] = {}
        told = [self.page.text[s.start : s.end] for s in self.page.sentences if s.role in _TOLD]
        for hit in self.hits:
            division = self.pick(hit)
            if division.name.endswith(("自治州", "自治县", "自治旗")) and not any(
                division.name in sentence for sentence in told
            ):
                written = self.page.text[hit.start : hit.end]
                ends = (written[i:] for i in range(len(written) - 2) if written.endswith(("州", "县", "旗")))
                if name := next((e for e in ends if division in gazetteer().short.get(e, ())), None):
                    short.setdefault(division.code, name)
        return short

    def _ancestor(self, division: Division, level: str) -> Division | None:
        """The division of a level word that `division` is or lies in."""
        if level == "市" and division.code in self._lone_cities:
            return division
        for d in reversed(gazetteer().path(division)):
            if level in ("省", "自治区") and d.level == "province" and d.name.endswith(level):
                return d if d.name != "台湾省" else None  # 省政府台湾事务办公室 is another's
            if level == "市" and (d.name in MUNICIPALITIES or (d.level == "prefecture" and d.name.endswith("市"))):
                return d
            if level in ("自治州", "自治县", "自治旗") and d.name.endswith(level):
                return d
            if level == "州" and d.level == "prefecture" and d.name.endswith("州"):
                return d
            if level == "盟" and d.level == "prefecture" and d.name.endswith("盟"):
                return d
            if level in ("区", "县", "旗") and d.level in ("county", "zone") and d.name.endswith((level, "新区")):
                return d
        if level == "市" and division.level == "county" and division.name.endswith("市"):
            return division
        return None

    def before(self, position: int, level: str) -> Division | None:
        """The division that a level word at `position` means: the last one of that level named in the same paragraph before it,
        else the one that the article names most."""
        for hits in (self._free_hits, self._local_hits):
            if found := self._before(hits, position, level):
                return found
        return None

    @cached_property
    def _free_hits(self) -> tuple[Hit, ...]:
        """The divisions that are not part of the name of a hospital or company: 岳阳医院 may stand in 上海."""
        named = Ordered(b for b in self.bodies if b.group not in ("GovernmentBody", "PartyBody"))
        return tuple(
            h
            for h in self.hits
            if h.divisions[0].name.endswith(self.page.text[h.start : h.end]) or not named.around(h.start, h.end)
        )

    @cached_property
    def _local_hits(self) -> tuple[Hit, ...]:
        """The divisions without those whose people meet elsewhere: 安徽省温州商会 is in no 温州."""
        text = self.page.text
        return tuple(
            h for h in self.hits if h.divisions[0].name == text[h.start : h.end] or not _ELSEWHERE.match(text, h.end)
        )

    @cached_property
    def _hits_of_organs(self) -> tuple[Hit, ...]:
        """The divisions with which the name of an organ of government or party begins, or that a head follows (江城市副市长)."""
        text = self.page.text
        return tuple(h for h in self.hits if h.start in self._governments or _HEAD.match(text, h.end))

    @cached_property
    def _starts_of_organs(self) -> list[int]:
        return [h.start for h in self._hits_of_organs]

    @cached_property
    def _home(self) -> Division | None:
        """The division whose page this is."""
        own = home(self.page, self.hits, self.bodies, self.pick, self._ancestor)
        return None if own is not None and own.name == "台湾省" else own  # 台湾网 tells of other provinces

    def _before(self, hits: Sequence[Hit], position: int, level: str) -> Division | None:
        text, own = self.page.text, self._home
        if own is not None and not own.name.endswith(level):
            own = self._ancestor(own, level)
        elif own is not None:
            least = max(position - _BACK, 0)
            clause = max(least - 1, *(text.rfind(mark, least, position) for mark in "，；。\n"))
            low = bisect_right(hits, clause, key=lambda h: h.start)
            near = hits[low : bisect_left(hits, position, lo=low, key=lambda h: h.start)]
            meant_by = (self.pick(h) for h in near)  # one's own city is no part of the one above it
            named = [d for m in meant_by if (d := m if m == own else self._ancestor(m, level))]
            return named[-1] if named else self._of_visitors(position, level) or own
        if level == "市" and (city := self._city_of_list(position)):
            return city
        paragraph = max(position - _BACK, self.page.text.rfind("\n", max(position - _BACK, 0), position) + 1)
        index = bisect_right(hits, position, key=lambda h: h.start) - 1
        while index >= 0 and hits[index].start >= paragraph:
            found = self._ancestor(self.pick(hits[index]), level)
            if found and (host := host_elsewhere(text, hits, index)) is not None:
                found = self._ancestor(self.pick(host), level) or found
            joined = index > 0 and text[hits[index - 1].end : hits[index].start] in _JOINTS
            if found and joined and (first := self._ancestor(self.pick(hits[index - 1]), level)):
                found = first  # 甲市与乙市: the page is of the first
            if (
                found
                and not _ONE_OF.match(text, hits[index].end)
                and found.code not in self._partners
                and not self._names_another(hits[index])
                and not (level == "市" and self._only_above(found, hits[index], paragraph))
            ):
                return found
            index -= 1
        if own is not None:
            return own
        organs = [h for h in self._hits_of_organs if level == "市" and text[h.end - 1] == level]
        run = {self.pick(h) for h in organs}
        if len(run) == 1 and organs[0].start < position and self._partners.isdisjoint(d.code for d in run):
            return run.pop()  # 江海市政府, beside 青岭科技大学 and 青岭工业大学
        provinces, cities = self._votes
        votes = provinces if level in ("省", "自治区") else cities if level == "市" else self._county_votes(level)
        meant = [(count, d) for code, count in votes.items() if (d := gazetteer().at(code))]
        if level in ("省", "自治区"):  # which 北京市 is not
            meant = [vote for vote in meant if vote[1].name.endswith(level) and vote[1].name != "台湾省"]
        meant = [vote for vote in meant if vote[1].code not in self._partners]
        ranked = sorted(meant, key=lambda vote: (-vote[0], vote[1].code))
        if ranked and (len(ranked) == 1 or ranked[0][0] > ranked[1][0]):
            return ranked[0][1]
        return run.pop() if len(run) == 1 and ranked else None  # 江海市委, beside 青岭区委 and 河湾区委

    def _only_above(self, city: Division, hit: Hit, paragraph: int) -> bool:
        """Whether a municipality is named nowhere but for a district of it, in a paragraph that has named another city by an organ of
        its own before: 青岭市委书记甲，永川区委常委乙到会。会议由市委常委丙主持."""
        if (
            city.name not in MUNICIPALITIES
            or self.pick(hit) == city
            or any(self.pick(h) == city for h in self._free_hits)
        ):
            return False
        first, last = (bisect_left(self._starts_of_organs, at) for at in (paragraph, hit.start))
        return any(self.page.text[h.end - 1] == "市" for h in self._hits_of_organs[first:last])

    def _of_visitors(self, position: int, level: str) -> Division | None:
        """The division of the list in which a post stands, of those who come here together: 巴中市委书记甲，市长乙率领代表团来我市."""
        text = self.page.text
        if not (comes := _COME_HERE.match(text, position)) or _COMES_OR_GOES.search(comes.group(1)):
            return None
        least = max(position - _LIST_BACK, 0)
        sentence = max(least, *(text.rfind(mark, least, position) for mark in "；。\n"))
        index = bisect_left(self.hits, position, key=lambda h: h.start) - 1
        if index < 0 or (hit := self.hits[index]).start < sentence or not _RANK_OF.match(text, hit.end):
            return None
        if _COMES_OR_GOES.search(text, hit.end, position):
            return None
        return self._ancestor(self.pick(hit), level)

    @cached_property
    def _partners(self) -> frozenset[str]:
        """The divisions, with what they lie in, with whose organs a bureau under its level alone deals (市教育局与上海市松江区教育局签约),
        those to which a delegation of the page's own place goes, and those that do something in 我省 (江苏省向我省投入资金)."""
        text = self.page.text
        ends = {m.end() for m in _DEALS.finditer(text)}
        return frozenset(
            d.code
            for h in self.hits
            if h.start in ends and h.start in self._governments
            for d in gazetteer().path(self.pick(h))
        ).union(
            (d.code for d in visited(text, self.hits, self.pick)),
            acting_in_ours(text, self.hits, self.pick, self._ancestor),
        )

    def _names_another(self, hit: Hit) -> bool:
        """Whether a place begins the name of what is no organ of it: 北京卫戍区, 北京某某集团."""
        place = self.page.text[hit.start : hit.end]
        return (
            hit.start not in self._governments
            and place in gazetteer().short
            and _OTHER_BODY.match(self.page.text, hit.end) is not None
        )

    def _city_of_list(self, position: int) -> Division | None:
        """The city whose organ was the last one named in the sentence, where no 市 without a name came before it in the paragraph:
        某某市委副书记甲，市卫健局局长乙, be it a prefecture or a city within one."""
        text = self.page.text
        least = max(position - _BACK, 0)
        sentence = max(least, *(text.rfind(mark, least, position) + 1 for mark in "。\n"))
        paragraph = max(least, text.rfind("\n", least, position) + 1)
        organs, starts = self._hits_of_organs, self._starts_of_organs
        index = bisect_left(starts, position) - 1
        while index >= 0 and organs[index].start >= sentence:
            if text[organs[index].end - 1] == "市":
                bare = _BARE_CITY.search(text, paragraph, organs[index].start)
                before = organs[bisect_left(starts, paragraph) : bisect_left(starts, bare.start() if bare else 0)]
                named = any(text[h.end - 1] == "市" for h in before)
                return self.pick(organs[index]) if not bare or named else None
            index -= 1
        if index >= 0 and organs[index].start >= paragraph and text[organs[index].end - 1] == "市":
            # 某某市委副书记、市长甲出席。副市长乙主持: 市 has meant it once
            told = _BARE_CITY.search(text, organs[index].end, sentence)
            return self.pick(organs[index]) if told else None
        return None

    def of_organ_before(self, position: int) -> Division | None:
        """The division of the last organ of government or party that the sentence names before a position."""
        index = bisect_right(self._hit_starts, position) - 1
        sentence = max(self.page.text.rfind(mark, max(position - _BACK, 0), position) + 1 for mark in "\n。")
        while index >= 0 and self.hits[index].start >= sentence:
            if self.hits[index].start in self._governments:
                return self.pick(self.hits[index])
            index -= 1
        return None

    @cached_property
    def _governments(self) -> frozenset[int]:
        """Where bodies of governments and parties begin."""
        return frozenset(b.start for b in self.bodies if b.group in ("GovernmentBody", "PartyBody"))
