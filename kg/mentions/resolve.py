"""Which body a mention means: 市教委, 教育厅, 我校 and short forms, settled by what the article itself says.

Nothing is guessed from outside: a level word takes the division that it means here (`kg.mentions.divisions`); 我校 takes the school
that the page is about; where the article does not settle it, the words stay as they are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kg.mentions.body import Body
from kg.mentions.body_words import full_name, is_department
from kg.mentions.divisions import Divisions
from kg.mentions.gazetteer import Hit, gazetteer
from kg.mentions.ministry import own_of_ministry
from kg.mentions.ordered import Ordered
from kg.mentions.page_school import PageSchool
from kg.mentions.same_body import (
    Abbreviations,
    full_hospital,
    institute_of,
    league_of_kind,
    unite_abbreviated,
    unite_attached,
    unite_colleges,
    unite_departments,
    unite_hospitals,
    unite_leagues,
    unite_of_one_region,
    unite_of_regions,
    unite_parts,
    unite_renamed,
    unite_second_names,
    unite_tails,
    unite_vocational,
    whole_of_tail,
)
from kg.mentions.spelling import spelling, unite
from kg.mentions.whole_bodies import PARTIES
from kg.model import Page
from kg.text.scan import holds

_LEVEL = re.compile(
    r"(?P<level>自治[区州县旗]|省|市(?!场(?!监))|区(?!块)|县|州|旗|盟)(?P<rest>(?![域级属际]).+)"
)  # no 县域
_POINTED = re.compile(r"[该我本](?P<level>[省市州县区旗])")  # right before a body: 该市教育局
_PARTY_BRANCH = re.compile(f"(?P<party>{'|'.join(PARTIES)})(?P<level>[省市区县州])(?P<rest>(?:委|工委)(?:员?会)?)")
# 伯阳镇党委、镇政府
_TOWN_ORGAN = re.compile("[镇乡](?:党委|政府|人民政府|人大|人大主席团|纪委)")
# 在伯阳镇石门村, 富顺县伯阳镇: a township named behind a mark, a word for where or its county.
_TOWN = re.compile(
    r"(?:(?<=[在到赴往于至和与及、，。；（“\n县区市旗 ])|\A)(?![各全本我该乡城村集重小古下家老在到赴往于至和与及对从由])(?![一-鿿]{0,2}[了的着过是有个这那些每两几多该本全各])"
    r"(?:(?!由)[一-鿿]){2,3}(?<![乡城村集重小古])(?:镇|乡)(?![镇村土亲贤情愁长]|[一-鿿]{0,2}(?:企业|卫生院|干部))"
)
_OF_TOWN = re.compile("(?P<town>[一-鿿]{2,20}[镇乡])(?:党委|政府|人民政府|人大|纪委)")
_YOUTH = re.compile("团(?P<level>[省市区县州])委")
SELF_SCHOOL = ("我校", "学校", "该校", "我院", "学院")
# Fields that a province has a 厅 for: 教育局 after 四川省教育厅 is another place's.
_NO_BUREAU = re.compile(
    "(?:教育|科技|科学技术|财政|民政|公安|司法|人社|人力资源|住建|住房|交通|水利|水务|农业|商务|文旅|文化|卫健|自然资源|国土|生态环境|环保|工信|退役军人|审计)[一-鿿]{0,8}局\\Z"
)
_OF_ZONE = ("党工委", "管委会", "工管委", "纪工委")  # a district has a 区委
_ZONE = re.compile(
    "(?:国家级?)?(?:高新技术产业开发区|高新技术开发区|经济技术开发区|经济开发区|高新区|经开区|开发区|工业园区|新区|保税区|度假区)"
)
# 成都铁路局 is none of the city's: fields whose bodies are named after where they sit.
_OF_SYSTEMS = ("铁路", "供电", "海事", "民航", "航道", "海警")
_SENTENCE = 300  # characters
_DEFINED = re.compile(
    r"[（(](?:[^（）()，,]{1,20}[，,])?(?:以下)?(?:简称|下称|以下称)[:：]?[“\"]?(?P<short>[^“”\"（）()，]{2,14})[”\"]?[）)]"
)


def definitions(text: str) -> Iterator[re.Match[str]]:
    """Where a text defines a short name: each bracket, with the name as the group `short`."""
    return _DEFINED.finditer(text) if holds(text, ("简称", "下称")) else iter(())


# 中共甲市委宣传部 is as often 甲市委宣传部; 四川省省委 is the page's 四川省 before its 省委.
_PARTY = re.compile("中共(?!中央)(?=[一-鿿]{2,20}委(?!员会?\\Z)[一-鿿]{2})(?!.*委\\Z)")
_LEVEL_TWICE = re.compile(
    "(?:(?<=省)省|(?<=[一-鿿]{2}市)(?<!津市)市|(?<=[一-鿿]{2}州)州|(?<=[一-鿿]{2}区)(?<![城郊矿]区)区)(?=委|人民政府|政府|人大|政协)"
)  # 沁县县委 is right


def _usual(name: str) -> str:
    """A name without 中共 before a committee's own organ, and with the word for its level once: 岭河市|市委."""
    return _LEVEL_TWICE.sub("", _PARTY.sub("", name))


@dataclass(frozen=True)
class Resolver:
    """Resolves the bodies of one page."""

    page: Page
    bodies: tuple[Body, ...]
    hits: tuple[Hit, ...]

    @cached_property
    def divisions(self) -> Divisions:
        return Divisions(self.page, self.bodies, self.hits)

    def full(self, text: str, start: int, group: str) -> str:
        """The name of a body with its level word or missing place filled in, where the article settles it."""
        if full_name(text) != text:
            return text
        if text[0] == "部":
            return own_of_ministry(self.page.text, text, start, self.bodies)
        if text.startswith(("本澳", "本港")):
            return ("澳门" if text[1] == "澳" else "香港") + text[2:]
        if m := _YOUTH.fullmatch(text):
            division = self.divisions.before(start, m["level"])
            return f"共青团{self.divisions.called(division)}委" if division else text
        if m := _PARTY_BRANCH.fullmatch(text):  # 民进省委会
            division = self.divisions.before(start, m["level"])
            return f"{m['party']}{self.divisions.called(division)}{m['rest']}" if division else text
        if _TOWN_ORGAN.fullmatch(text):
            return self.town_before(start, text[0]) + text[1:]
        if m := _LEVEL.fullmatch(text):
            division = self.divisions.before(start, m["level"])
            rest = m["rest"]
            if m["level"] == "区" and rest in _OF_ZONE and (zone := self._zone(start)):
                return zone + rest
            if division is None:
                return text
            name = self.divisions.called(division)
            if rest == "委":
                level = m["level"] if len(name) == 2 else ""  # 威县县委
                return f"{name}{level}委"
            return name + rest
        if group in ("GovernmentBody", "PartyBody"):
            hits = gazetteer().find(text)
            if hits and hits[0].start == 0:
                hit = hits[0]
                written = text[: hit.end]
                division = self.divisions.pick(hit)
                if written.endswith(division.name):
                    return text  # 湖南湘江新区管委会, with the province before it
                if (
                    written in gazetteer().short
                    and is_department(text[hit.end :])
                    and not text.startswith(_OF_SYSTEMS, hit.end)
                ):
                    if division.name.endswith("特别行政区") and division.name not in self.page.text:
                        return text  # 香港教育局
                    return self.divisions.called(division) + text[hit.end :]
                return text
            if is_department(text) and not text.startswith(("国家", "中国", "全国", "中央")):
                if (m := _POINTED.match(self.page.text, max(start - 2, 0), start)) and (
                    division := self.divisions.before(m.start(), m["level"])
                ):
                    return division.name + text
                return self._place_department(text, start)
        pointed = _POINTED.match(self.page.text, max(start - 2, 0), start) if group == "EducationInstitution" else None
        if (m := pointed) and not gazetteer().find(text):
            division = self.divisions.before(m.start(), m["level"])  # 该县机关幼儿园
            return division.name + text if division else text
        return text

    @cached_property
    def _named_zones(self) -> list[tuple[int, str]]:
        """Where the page names development zones, and how."""
        text, named = self.page.text, list[tuple[int, str]]()
        for h in self.hits:
            if h.divisions[0].level == "zone":
                named.append((h.start, text[h.start : h.end]))
            elif m := _ZONE.match(text, h.end):
                named.append((h.start, text[h.start : m.end()]))
        return named

    def _zone(self, position: int) -> str | None:
        """The zone whose committee 区党工委 is: the last one named before, or the only one of the page."""
        before = [name for start, name in self._named_zones if start < position]
        names = {name for _, name in self._named_zones}
        return before[-1] if before else names.pop() if len(names) == 1 else None

    def town_before(self, start: int, level: str) -> str:
        """The township whose organ the paragraph names last before a position, else the only one that the page names at all; the word
        for its level where none is settled."""
        line = self.page.text.rfind("\n", 0, start)
        near = [town for at, town in self._towns if line < at < start and town.endswith(level)]
        of_page = {town for _, town in self._towns if town.endswith(level)}
        return near[-1] if near else next(iter(of_page)) if len(of_page) == 1 else level

    @cached_property
    def _towns(self) -> list[tuple[int, str]]:
        """Where townships and their organs are named, with the township: 伯阳镇 of 伯阳镇党委, of 在伯阳镇石门村."""
        organs = [(b.start, m["town"]) for b in self.bodies if (m := _OF_TOWN.match(b.place + b.text))]
        fuller = tuple(town for _, town in organs)
        bare = ((m.start(), m.group()) for m in _TOWN.finditer(self.page.text))
        return sorted([*organs, *((at, town) for at, town in bare if not any(f.endswith(town) for f in fuller))])

    def _place_department(self, text: str, start: int) -> str:
        """教育厅 after 四川省委…, 教委 after 重庆市委…; 龙湾区发改局、教育局."""
        if text.endswith("部") or text in ("人民法院", "人民检察院"):
            return text
        if text.endswith("厅"):
            if (bureau := self.bureau_of_region(start)) is not None:
                return bureau + text
            division = self.divisions.before(start, "省")
            return division.name + text if division else text
        division = self.divisions.of_organ_before(start)
        if division and not (division.name.endswith(("省", "自治区")) and _NO_BUREAU.match(text)):
            return division.name + text
        return self._only_department(text)

    def bureau_of_region(self, start: int) -> str | None:
        """The bureau of Macao named before in the sentence, whose parts are called 厅: 教育及青年发展局局长甲、教育厅厅长乙."""
        far = max(start - _SENTENCE, 0)
        bureaus, elsewhere = self._bureaus_of_region
        near = bureaus.within(max(far, self.page.text.rfind("。", far, start) + 1), start)
        return near[-1].text if near and near[-1].start not in elsewhere else None

    @cached_property
    def _bureaus_of_region(self) -> tuple[Ordered[Body], frozenset[int]]:
        """The bureaus that a page of Macao names; where the name of another place begins."""
        told = holds(self.page.text, ("澳门", "本澳"))
        bureaus = Ordered([b for b in self.bodies if told and b.text.endswith("局")])
        return bureaus, frozenset(h.start for h in self.hits if not h.divisions[0].name.startswith("澳门"))

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
    def defined(self) -> dict[str, int]:
        """Short names that the article defines (以下简称“X”) → where the definition's bracket opens."""
        return {m["short"]: m.start() for m in definitions(self.page.text)}

    @cached_property
    def names(self) -> dict[tuple[int, int], str]:
        """Every body's span → its fullest name in the article."""
        by_end = {b.end: b for b in self.bodies}
        owned = {
            short for short, bracket in self.defined.items() if bracket in by_end
        }  # 省社, of whatever society it is
        first = {(b.start, b.end): b.text if b.text in owned else _usual(self._with_parent(b)) for b in self.bodies}
        schools = (b for b in self.bodies if b.parent_end is not None and b.group == "EducationInstitution")
        parents = {self.page.text[b.start : b.parent_end] for b in schools}  # 甲交通大学, of its 统战部
        canon = unite(sorted({*first.values(), *parents}))
        for b in self.bodies:  # 理学院 once more, after 我校理学院
            if b.place and b.group == "EducationInstitution" and b.text in canon:
                canon[b.text] = canon[first[b.start, b.end]]
        for name in [n for n in canon if n.endswith("中学") and n + "校" in canon]:
            canon[name] = canon[name + "校"]  # 某某中学|校党委书记, of 某某中学校
        self._unite_placed(canon)
        unite_abbreviated(canon, Abbreviations(sorted(set(canon.values())), self._place_in))
        unite_colleges(canon)
        unite_vocational(canon)
        unite_leagues(canon)
        unite_of_one_region(self.page.text, canon)
        unite_tails(canon)
        unite_hospitals(canon)
        unite_of_regions(canon)
        unite_departments(self.page.text, self.bodies, canon)
        unite_renamed(self.page.text, self.bodies, first, canon)
        unite_second_names(self.page.text, self.bodies, first, canon)
        unite_attached(canon)
        unite_parts(canon)
        for short, bracket in self.defined.items():
            owner = by_end.get(bracket)
            if owner is not None:
                canon[short] = canon[first[owner.start, owner.end]]
                for kind in ("集团", "公司"):  # 江海能化集团 of 江海能源化工集团有限公司（以下简称“江海能化”）
                    if kind in canon[short] and short + kind in canon:
                        canon[short + kind] = canon[short]
        return {span: canon.get(name, name) for span, name in first.items()}

    def _place_in(self, name: str) -> tuple[str, int]:
        """The code of the division with which a name begins, and how long it is there; none and 0 without one."""
        hit = next(iter(gazetteer().find(name)), None)
        return (self.divisions.pick(hit).code, hit.end) if hit is not None and hit.start == 0 else ("", 0)

    def _unite_placed(self, canon: dict[str, str]) -> None:
        """青海科协, beside 青海省科协; 和平中医院, beside 和平县中医院."""
        for name in sorted(canon):
            hit = next(iter(gazetteer().find(name, ambiguous=True)), None)
            if canon[name] == name and hit is not None and hit.start == 0 and hit.end < len(name):
                full = self.divisions.pick(hit).name + name[hit.end :]
                canon[name] = canon.get(full, name)

    @cached_property
    def _by_spelling(self) -> dict[str, str]:
        return {spelling(name): name for name in sorted(set(self.names.values()), key=lambda n: (len(n), n))}

    def as_named(self, name: str) -> str:
        """A name put together from its parts as the article writes it: 青岭市政府 for 青岭市人民政府."""
        known = (
            self._by_spelling.get(spelling(name)) or self._colleges.get(name) or self._by_place.get(self._placed(name))
        )
        if not known and (hospital := full_hospital(name)) in self._by_spelling.values():
            return hospital
        if not known:
            known = league_of_kind(name, self._of_themselves) or whole_of_tail(name, self._of_themselves)
            known = known or institute_of(name, self._of_themselves)
        return known or self._abbreviations.meant(name) or name

    @cached_property
    def _of_themselves(self) -> dict[str, str]:
        return {name: name for name in self._by_spelling.values()}

    @cached_property
    def _by_place(self) -> dict[tuple[str, str], str]:
        """The division with which a name begins and its other words → the name: 江海市青岭区人民政府 for 青岭区人民政府."""
        names = sorted(set(self.names.values()), key=lambda n: (len(n), n))
        return {key: name for name in names if all(key := self._placed(name))}

    def _placed(self, name: str) -> tuple[str, str]:
        code, end = self._place_in(name)
        return code, spelling(name[end:])

    @cached_property
    def _abbreviations(self) -> Abbreviations:
        return Abbreviations(sorted(set(self.names.values())), self._place_in)

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
    def _page_school(self) -> PageSchool:
        return PageSchool(self.page, self.bodies, self.names, self.full)

    @property
    def school(self) -> str | None:
        """The school that the page is about."""
        return self._page_school.name

    @property
    def visitors(self) -> frozenset[str]:
        """The schools from which somebody comes to 我校."""
        return self._page_school.visitors
