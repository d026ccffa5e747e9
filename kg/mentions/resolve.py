"""Which body a mention means: 市教委, 教育厅, 我校 and short forms, settled by what the article itself says.

Nothing is guessed from outside: a level word (省, 市, 区) takes the last division of that level named before it, or the one that
the article names most; 我校 takes the school that the page is about; where the article does not settle it, the words stay as they are.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from kg.mentions.body_words import full_name, is_department
from kg.mentions.gazetteer import Division, Hit, gazetteer
from kg.mentions.home import home
from kg.mentions.ordered import Ordered
from kg.mentions.organization import Body
from kg.mentions.same_body import unite_colleges, unite_departments, unite_renamed
from kg.mentions.spelling import spelling, unite
from kg.model import LineRole, Page
from kg.text.scan import holds

_LEVEL = re.compile(r"(?P<level>自治区|省|市|区|县|州|旗)(?P<rest>.+)")
_POINTED = re.compile(r"[该我本](?P<level>[省市州县区旗])")  # right before a body: 该市教育局
_YOUTH = re.compile("团(?P<level>[省市区县州])委")
# What follows a place in the name of a body that is none of its organs.
_OTHER_BODY = re.compile(
    "(?:(?![在的举召开为与和是到赴于])[一-鿿]){0,8}?(?:军区|警备区|卫戍区|部队|院|集团|公司|研究所|中心|厂|社|站)"
)
# 市 without the name of a city: 市委, 市财政局, 副市长.
_BARE_CITY = re.compile(
    "(?:^|(?<=[，、。；：\n和与及由 ]))(?:市(?:委|政府|人大|政协|直|领导|[一-鿿]{2,6}[局委办部])|(?:常务)?副?市长)"
)
_HEAD = re.compile("(?:原|代|常务)?副?市长")
_BACK = 2000  # characters; what a level word refers to stands no further back
MUNICIPALITIES = frozenset(("北京市", "天津市", "上海市", "重庆市"))
SELF_SCHOOL = ("我校", "学校", "该校", "我院", "学院")
_PARTNER = re.compile("(?:[与同和跟及向赴到对]|访问|来自|前往|走进|参观|邀请|携手|联合)\\Z")
_SCHOOL = re.compile("(?:大学|学院|学校|中学|小学)(?:（[一-鿿]{2,6}）)?\\Z")
_COMES = re.compile("我校|来访|来校|一行|到访|赴|走进|访问")  # in a heading: whose it is comes later
_VISITS = re.compile("(?:访问|来访|莅临|参观|考察|造访|走访|[来到对赴抵访])了?\\Z")
_DEFINED = re.compile(
    r"[（(](?:[^（）()，,]{1,20}[，,])?(?:以下)?(?:简称|下称|以下称)[:：]?[“\"]?(?P<short>[^“”\"（）()，]{2,14})[”\"]?[）)]"
)


def definitions(text: str) -> Iterator[re.Match[str]]:
    """Where a text defines a short name: each bracket, with the name as the group `short`."""
    return _DEFINED.finditer(text) if holds(text, ("简称", "下称")) else iter(())


@dataclass(frozen=True)
class Resolver:
    """Resolves the bodies of one page."""

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
        for hit in self.hits:
            if self._is_read(hit.start) and (city := self._ancestor(self._pick(hit), "市")):
                cities[city.code] += 1
        return provinces, cities

    @cached_property
    def _counties(self) -> Counter[str]:
        """How often the article names each county and zone."""
        counties: Counter[str] = Counter()
        for hit in self.hits:
            if self._is_read(hit.start) and len(hit.divisions) == 1 and hit.divisions[0].level in ("county", "zone"):
                counties[hit.divisions[0].code] += 1
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
        return not (index >= 0 and self._noise[index][0] <= position < self._noise[index][1])

    @cached_property
    def _support(self) -> Counter[str]:
        """How often the article names each division, or one that lies in it, by a name that no other bears."""
        support: Counter[str] = Counter()
        for hit in self.hits:
            if len(hit.divisions) == 1 and self._is_read(hit.start):
                support.update(d.code for d in gazetteer().path(hit.divisions[0]))
        return support

    def _pick(self, hit: Hit) -> Division:
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
        for hit in self.hits:
            path = gazetteer().path(self._pick(hit))
            for upper, lower in pairwise((*path, path[-1])):
                if upper.level == "prefecture":
                    chained = (
                        hit.end - hit.start > len(lower.name) and upper.name[:2] in self.page.text[hit.start : hit.end]
                    )
                    parts.setdefault(upper.code, set()).update((upper, lower) if chained else (lower,))
        lone = (next(iter(named)) for named in parts.values() if len(named) == 1)
        return frozenset(d.code for d in lone if d.level == "county" and d.name.endswith("市"))

    def called(self, division: Division) -> str:
        """What the article calls a division: 青岭州 where it never writes 青岭某某族自治州."""
        return self._short_regions.get(division.code, division.name)

    @cached_property
    def _short_regions(self) -> dict[str, str]:
        """The autonomous prefectures that the article names by their short names with 州 alone → those names."""
        short: dict[str, str] = {}
        for hit in self.hits:
            division = self._pick(hit)
            if division.name.endswith("自治州") and division.name not in self.page.text:
                written = self.page.text[hit.start : hit.end]
                ends = (written[i:] for i in range(len(written) - 2) if written.endswith("州"))
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
            if level == "州" and d.level == "prefecture" and d.name.endswith("州"):
                return d
            if level in "区县旗" and d.level in ("county", "zone") and d.name.endswith((level, "新区")):
                return d
        if level == "市" and division.level == "county" and division.name.endswith("市"):
            return division
        return None

    def division_before(self, position: int, level: str) -> Division | None:
        """The division that a level word at `position` means: the last one of that level named in the same paragraph before it,
        else the one that the article names most."""
        for hits in (self._free_hits, self.hits):
            if found := self._division_before(hits, position, level):
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
        return home(self.page, self.hits, self.bodies, self._pick, self._ancestor)

    def _division_before(self, hits: Sequence[Hit], position: int, level: str) -> Division | None:
        text, own = self.page.text, self._home
        if own is not None and not own.name.endswith(level):
            own = self._ancestor(own, level)
        elif own is not None:
            least = max(position - _BACK, 0)
            clause = max(least - 1, *(text.rfind(mark, least, position) for mark in "，；。\n"))
            low = bisect_right(hits, clause, key=lambda h: h.start)
            near = hits[low : bisect_left(hits, position, lo=low, key=lambda h: h.start)]
            named = [d for h in near if (d := self._ancestor(self._pick(h), level))]
            return named[-1] if named else own
        if level == "市" and (city := self._city_of_list(position)):
            return city
        paragraph = max(position - _BACK, self.page.text.rfind("\n", max(position - _BACK, 0), position) + 1)
        index = bisect_right(hits, position, key=lambda h: h.start) - 1
        while index >= 0 and hits[index].start >= paragraph:
            if (found := self._ancestor(self._pick(hits[index]), level)) and not self._names_another(hits[index]):
                return found
            index -= 1
        if own is not None:
            return own
        provinces, cities = self._votes
        votes = provinces if level in ("省", "自治区") else cities if level == "市" else self._county_votes(level)
        ranked = sorted(votes.items(), key=lambda kv: (-kv[1], kv[0]))
        if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
            return gazetteer().at(ranked[0][0])
        return None

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
                return self._pick(organs[index]) if not bare or named else None
            index -= 1
        return None

    def full(self, text: str, start: int, group: str) -> str:
        """The name of a body with its level word or missing place filled in, where the article settles it."""
        if full_name(text) != text:
            return text
        if m := _YOUTH.fullmatch(text):
            division = self.division_before(start, m["level"])
            return f"共青团{self.called(division)}委" if division else text
        if m := _LEVEL.fullmatch(text):
            division = self.division_before(start, m["level"])
            rest = m["rest"]
            if division is None:
                return text
            name = self.called(division)
            if rest == "委":
                level = m["level"] if len(name) == 2 else ""  # 威县县委
                return f"{name}{level}委"
            return name + rest
        if group in ("GovernmentBody", "PartyBody"):
            hits = gazetteer().find(text)
            if hits and hits[0].start == 0:
                hit = hits[0]
                written = text[: hit.end]
                division = self._pick(hit)
                if written in gazetteer().short and is_department(text[hit.end :]):
                    if division.name.endswith("特别行政区") and division.name not in self.page.text:
                        return text  # 香港教育局
                    return self.called(division) + text[hit.end :]
                return text
            if is_department(text) and not text.startswith(("国家", "中国", "全国", "中央")):
                if (m := _POINTED.match(self.page.text, max(start - 2, 0), start)) and (
                    division := self.division_before(m.start(), m["level"])
                ):
                    return division.name + text
                return self._place_department(text, start)
        return text

    def _place_department(self, text: str, start: int) -> str:
        """教育厅 after 四川省委…, 教委 after 重庆市委…; 龙湾区发改局、教育局."""
        if text.endswith("部") or text in ("人民法院", "人民检察院"):
            return text
        if text.endswith("厅"):
            division = self.division_before(start, "省")
            return division.name + text if division else text
        index = bisect_right(self._hit_starts, start) - 1
        sentence = max(self.page.text.rfind(mark, max(start - _BACK, 0), start) + 1 for mark in "\n。")
        while index >= 0 and self.hits[index].start >= sentence:
            if self.hits[index].start in self._governments:
                return self._pick(self.hits[index]).name + text
            index -= 1
        return self._only_department(text)

    def _only_department(self, text: str) -> str:
        """教育局, where the article names one with its place (市教育局) and no second."""
        if text not in self._departments:
            alike = [b for b in self.bodies if len(text) < len(b.text) <= len(text) + 12 and b.text.endswith(text)]
            named = {self.full(b.text, b.start, b.group) for b in alike if b.parent_end is None}
            self._departments[text] = named.pop() if len(named) == 1 else text
        return self._departments[text]

    @cached_property
    def _departments(self) -> dict[str, str]:
        return {}

    @cached_property
    def _governments(self) -> frozenset[int]:
        """Where bodies of governments and parties begin."""
        return frozenset(b.start for b in self.bodies if b.group in ("GovernmentBody", "PartyBody"))

    @cached_property
    def defined(self) -> dict[str, int]:
        """Short names that the article defines (以下简称“X”) → where the definition's bracket opens."""
        return {m["short"]: m.start() for m in definitions(self.page.text)}

    @cached_property
    def names(self) -> dict[tuple[int, int], str]:
        """Every body's span → its fullest name in the article."""
        first = {(b.start, b.end): self._with_parent(b) for b in self.bodies}
        canon = unite(sorted(set(first.values())))
        for b in self.bodies:  # 理学院 once more, after 我校理学院
            if b.place and b.group == "EducationInstitution" and b.text in canon:
                canon[b.text] = canon[first[b.start, b.end]]
        self._unite_placed(canon)
        unite_colleges(canon)
        unite_departments(self.page.text, self.bodies, canon)
        unite_renamed(self.page.text, self.bodies, first, canon)
        by_end = {b.end: b for b in self.bodies}
        for short, bracket in self.defined.items():
            owner = by_end.get(bracket)
            if owner is not None:
                canon[short] = canon[first[owner.start, owner.end]]
        return {span: canon.get(name, name) for span, name in first.items()}

    def _unite_placed(self, canon: dict[str, str]) -> None:
        """青海科协, beside 青海省科协."""
        for name in sorted(canon):
            hit = next(iter(gazetteer().find(name)), None)
            if canon[name] == name and hit is not None and hit.start == 0 and hit.end < len(name):
                full = self._pick(hit).name + name[hit.end :]
                canon[name] = canon.get(full, name)

    @cached_property
    def _by_spelling(self) -> dict[str, str]:
        return {spelling(name): name for name in sorted(set(self.names.values()), key=lambda n: (len(n), n))}

    def as_named(self, name: str) -> str:
        """A name put together from its parts as the article writes it: 青岭市政府 for 青岭市人民政府."""
        return self._by_spelling.get(spelling(name)) or self._colleges.get(name, name)

    @cached_property
    def _colleges(self) -> dict[str, str]:
        """The bare names of colleges → their full ones: 轻工学院."""
        schools = [b for b in self.bodies if b.group == "EducationInstitution"]
        inside = {self.page.text[b.parent_end : b.end]: self.names[b.start, b.end] for b in schools if b.parent_end}
        return inside | {b.text: self.names[b.start, b.end] for b in schools}

    def _with_parent(self, body: Body) -> str:
        if body.parent_end is not None:
            parent = self.page.text[body.start : body.parent_end]
            return self.full(parent, body.start, "GovernmentBody") + self.page.text[body.parent_end : body.end]
        return self.full(body.place + body.text, body.start, body.group)

    @cached_property
    def school(self) -> str | None:
        """The school that the page is about: named in its head or navigation, or before the first 学校 or 我校."""
        text = self.page.text
        schools = [b for b in self.bodies if b.group == "EducationInstitution" and b.parent_end is None and not b.place]
        publisher = self.page.publisher or ""
        for b in schools:
            if b.text == publisher:
                return self.names[b.start, b.end]
        heads = [(s.start, s.end) for s in self.page.sentences if s.role in (LineRole.NOISE, LineRole.SOURCE)]
        first_body = next((s.start for s in self.page.sentences if s.role is LineRole.BODY), 0)
        for b in schools:
            if b.start < first_body and any(s <= b.start < e for s, e in heads):
                return self.names[b.start, b.end]
        pronoun = re.search("我校", text[first_body:]) or re.search(
            r"学校(?<![高院两各全本职民中小党军]..)(?!的?教育|改革发展的大力支持)", text[first_body:]
        )
        if pronoun is None:
            return None
        position = first_body + pronoun.start()
        if _VISITS.search(text, max(0, position - 3), position):  # who visits 我校 is not 我校
            position = max(text.rfind(mark, 0, position) for mark in "。\n") + 1
        before = [
            b
            for b in schools
            if first_body <= b.start < position and self._is_subject(b.start) and not b.text.endswith("集团")
        ]
        if before:
            return self.names[before[-1].start, before[-1].end]
        if pronoun.group() == "我校" and (headed := self._heading_school(schools)):
            return headed
        named = {self.names[b.start, b.end] for b in schools}
        alone = len(named) == 1 and pronoun.group() == "我校" and not any(self._is_partner(b.start) for b in schools)
        alone = alone and all(b.start > position for b in schools)  # first 我校, then its name
        return named.pop() if alone and any(self._is_subject(b.start) for b in schools) else None

    def _heading_school(self, schools: Sequence[Body]) -> str | None:
        """The school with which a heading begins, where it names no other and tells of no visit: 青禾大学与某市签约."""
        text = self.page.text
        for s in self.page.sentences:
            if s.role is LineRole.HEADING and not _COMES.search(text, s.start, s.end):
                named = [b for b in schools if s.start <= b.start < s.end and _SCHOOL.search(b.text)]
                if named and named[0].start == s.start and len({self.names[b.start, b.end] for b in named}) == 1:
                    return self.names[named[0].start, named[0].end]
        return None

    def _is_partner(self, position: int) -> bool:
        """Whether the body named here is one that 我校 has to do with, and so is another: 我校与某某大学."""
        return _PARTNER.search(self.page.text, max(0, position - 3), position) is not None

    def _is_subject(self, position: int) -> bool:
        return position == 0 or self.page.text[position - 1] in "，。\n 　；日"
