"""Which body a mention means: 市教委, 教育厅, 我校 and short forms, settled by what the article itself says.

Nothing is guessed from outside: a level word takes the division that it means here (`kg.mentions.divisions`); 我校 takes the school
that the page is about; where the article does not settle it, the words stay as they are.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.mentions.body import Body
from kg.mentions.body_words import full_name, is_department
from kg.mentions.divisions import Divisions
from kg.mentions.gazetteer import Hit, gazetteer
from kg.mentions.ordered import Ordered
from kg.mentions.own_school import only_left
from kg.mentions.same_body import (
    Abbreviations,
    full_hospital,
    unite_abbreviated,
    unite_colleges,
    unite_departments,
    unite_hospitals,
    unite_renamed,
    unite_vocational,
)
from kg.mentions.spelling import spelling, unite
from kg.mentions.voice import speaks
from kg.mentions.whole_bodies import PARTIES
from kg.model import LineRole, Page
from kg.text.scan import holds

_LEVEL = re.compile(r"(?P<level>自治[区州县旗]|省|市|区|县|州|旗|盟)(?P<rest>.+)")
_POINTED = re.compile(r"[该我本](?P<level>[省市州县区旗])")  # right before a body: 该市教育局
_PARTY_BRANCH = re.compile(f"(?P<party>{'|'.join(PARTIES)})(?P<level>[省市区县州])(?P<rest>(?:委|工委)(?:员?会)?)")
_YOUTH = re.compile("团(?P<level>[省市区县州])委")
SELF_SCHOOL = ("我校", "学校", "该校", "我院", "学院")
# 学院 by itself, 院党委, 全体院领导: the college of which a page tells.
_COLLEGE = re.compile(
    "(?<![一-鿿])(?:学院(?=[党领大图新本坚始将已现共]|[^一-鿿、])|院(?=党委|领导|长[一-鿿]))|(?:在|年来|时间|全体)(?:学院|院领导)(?!派)"
)
_PARTNER = re.compile("(?:[与同和跟及向赴到对]|访问|来自|前往|走进|参观|邀请|携手|联合)\\Z")
# Fields that a province has a 厅 for: 教育局 after 四川省教育厅 is another place's.
_NO_BUREAU = re.compile(
    "(?:教育|科技|科学技术|财政|民政|公安|司法|人社|人力资源|住建|住房|交通|水利|水务|农业|商务|文旅|文化|卫健|自然资源|国土|生态环境|环保|工信|退役军人|审计)[一-鿿]{0,8}局\\Z"
)
# 文理学院、教育学院相关负责人: colleges of 我校, in a list of who came.
_OF_OURS = re.compile(
    "(?:[、和及与][一-鿿]{2,12}){0,4}等?(?:学院|部门|单位)?(?:相关|有关|主要)+(?:负责人|负责同志|领导|人员|师生)(?!班子|调整|任免|变动|职务)"
)
_SCHOOL = re.compile("(?:大学|学院|学校|中学|小学)(?:（[一-鿿]{2,6}）)?\\Z")
_OURS = re.compile("我校")
_THE_SCHOOL = re.compile(r"学校(?<![高院两各全本职民中小党军]..)(?<!大学校(?=长))(?!的?教育|改革发展的大力支持)")
# A page that tells of 全校 and its 党委 tells of one school.
_WHOLE = re.compile("全校(?:领导|教职工|师生|干部|教师|中层)|校党委(?:书记|副书记|委员|常委)|校领导班子|学校领导班子")
# 我校与某某大学: which is another.
_OURS_AND = re.compile("(?:我校|我院|本校)(?:[与和同]|携手|联合|访问|赴)\\Z")
# 某大学校长甲一行来我校考察, 某学院师生来校参观: who comes to 我校 is another.
_TO_OURS = re.compile(
    "(?!新闻|[网报讯]|官)(?:[^。；！？，\\n]{0,40}?|[^。；！？\\n]{0,60}?(?:一行|带领|率队|率团|师生)[^。；！？，\\n]{0,30}?)"
    "(?:(?:来|到|赴|莅临|访问|走进)了?我[校院](?!区)|[来到]校(?:考察|调研|访问|交流|参观|洽谈|座谈|走访|学习|指导))"
)
_HEADED = re.compile("(?:原|常务)?(?:党委|副|校长|院长|书记)")
_AND_OURS = re.compile("(?:^|[\\n。，；：　 ])(?P<who>[一-鿿]{3,14})[与和同]我[校院]")
_OURS_WITH = re.compile("我[校院][与和同](?P<who>[一-鿿]{3,14}?)(?=签|合作|共建|举行|开展|联合|携手|战略|达成|就)")
_OFFICE = re.compile("[一-鿿]{2,12}(?:处|部|办公室|研究生院|中心|图书馆|院|系)")
_HEAD_OF_SCHOOL = re.compile("(?<=大学)校(?=长)")
_COMES = re.compile("我校|来访|来校|一行|到访|赴|走进|访问")  # in a heading: whose it is comes later
_VISITS = re.compile("(?:访问|来访|莅临|参观|考察|造访|走访|[来到对赴抵访])了?\\Z")
_SENTENCE = 300  # characters
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
    def divisions(self) -> Divisions:
        return Divisions(self.page, self.bodies, self.hits)

    def full(self, text: str, start: int, group: str) -> str:
        """The name of a body with its level word or missing place filled in, where the article settles it."""
        if full_name(text) != text:
            return text
        if m := _YOUTH.fullmatch(text):
            division = self.divisions.before(start, m["level"])
            return f"共青团{self.divisions.called(division)}委" if division else text
        if m := _PARTY_BRANCH.fullmatch(text):  # 民进省委会
            division = self.divisions.before(start, m["level"])
            return f"{m['party']}{self.divisions.called(division)}{m['rest']}" if division else text
        if m := _LEVEL.fullmatch(text):
            division = self.divisions.before(start, m["level"])
            rest = m["rest"]
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
                if written in gazetteer().short and is_department(text[hit.end :]):
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
        return text

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
        first = {(b.start, b.end): self._with_parent(b) for b in self.bodies}
        canon = unite(sorted(set(first.values())))
        for b in self.bodies:  # 理学院 once more, after 我校理学院
            if b.place and b.group == "EducationInstitution" and b.text in canon:
                canon[b.text] = canon[first[b.start, b.end]]
        self._unite_placed(canon)
        unite_abbreviated(canon, Abbreviations(sorted(set(canon.values())), self._place_in))
        unite_colleges(canon)
        unite_vocational(canon)
        unite_hospitals(canon)
        unite_departments(self.page.text, self.bodies, canon)
        unite_renamed(self.page.text, self.bodies, first, canon)
        by_end = {b.end: b for b in self.bodies}
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
        return known or self._abbreviations.meant(name) or name

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
    def school(self) -> str | None:
        """The school that the page is about: named in its head or navigation, or before the first 学校 or 我校."""
        text = self.page.text
        partners = {
            self.names[b.start, b.end] for b in self.bodies if _OURS_AND.search(text, max(0, b.start - 6), b.start)
        }
        schools = [
            b
            for b in self.bodies
            if b.group == "EducationInstitution"
            and b.parent_end is None
            and not b.place
            and self.names[b.start, b.end] not in partners
        ]
        publisher = self.page.publisher or ""
        for b in schools:
            if b.text == publisher:
                return self.names[b.start, b.end]
        heads = [(s.start, s.end) for s in self.page.sentences if s.role in (LineRole.NOISE, LineRole.SOURCE)]
        first_body = next((s.start for s in self.page.sentences if s.role is LineRole.BODY), 0)
        for b in schools:
            if b.start < first_body and any(s <= b.start < e for s, e in heads):
                return self.names[b.start, b.end]
        schools = [b for b in schools if self.names[b.start, b.end] not in self.visitors]
        return self._told_school(schools, first_body) or only_left(
            self.page, schools, lambda b: self.names[b.start, b.end]
        )

    def _told_school(self, schools: Sequence[Body], first_body: int) -> str | None:
        """The school that the page is about, by what it says of 我校 or 学校 beside the names of `schools`."""
        text = self.page.text
        office = next((b for b in self.bodies if b.group == "EducationInstitution" and b.parent_end), None)
        if (
            office is not None
            and office.parent_end
            and office.end <= first_body
            and _OFFICE.fullmatch(text, office.parent_end, office.end)
        ):
            ends = text[office.end : office.end + 1] in "\n 　" and text[office.start - 1 : office.start] in "\n 　"
            if ends:  # the head of a page of 某某大学教务处
                return self.full(text[office.start : office.parent_end], office.start, office.group)
        if (ours := self._with_ours(schools)) is not None:
            return ours
        position = self._first_pronoun(first_body, several=len({self.names[b.start, b.end] for b in schools}) > 1)
        if position is None:
            if _COLLEGE.search(text, first_body) is None:
                return None
            headed = self._heading_school(schools)
            return headed if headed and headed.endswith("学院") else self._only_college(schools)
        own = text.startswith("我校", position)
        if _VISITS.search(text, max(0, position - 3), position):  # who visits 我校 is not 我校
            position = max(text.rfind(mark, 0, position) for mark in "。\n") + 1
        before = [
            b
            for b in schools
            if first_body <= b.start < position and self._is_subject(b.start) and not b.text.endswith("集团")
        ]
        if before:
            return self.names[before[-1].start, before[-1].end]
        if own and (headed := self._heading_school(schools)):
            return headed
        named = {self.names[b.start, b.end] for b in schools}
        alone = (
            len(named) == 1
            and (own or _WHOLE.search(text) is not None)
            and not any(self._is_partner(b.start) for b in schools)
        )
        alone = alone and all(b.start > position for b in schools)  # first 我校, then its name
        alone = alone and not any(_OF_OURS.match(text, b.end) for b in schools)
        alone = alone and not any(self._is_beside_ours(b.start) for b in schools)
        alone = alone and not (self.visitors and any(_HEADED.match(text, b.end) for b in schools))
        return named.pop() if alone and (not own or any(self._is_subject(b.start) for b in schools)) else None

    @cached_property
    def visitors(self) -> frozenset[str]:
        """The schools from which somebody comes to 我校."""
        text = self.page.text
        return frozenset(
            self.names[b.start, b.end]
            for b in self.bodies
            if b.group == "EducationInstitution" and _TO_OURS.match(text, b.end)
        )

    def _first_pronoun(self, start: int, *, several: bool) -> int | None:
        """Where the page first says 我校, or else 学校, of its own school; what others say of theirs is left out where it names several."""
        text, covered = self.page.text, Ordered(self.bodies)
        starts = [s.start for s in self.page.sentences]
        quoted: int | None = None  # the first 我校 in what somebody says
        for word in (_OURS, _THE_SCHOOL):
            for m in word.finditer(text, start):
                if covered.around(m.start(), m.end()):
                    continue
                index = bisect_right(starts, m.start()) - 1
                sentence = self.page.sentences[index] if index >= 0 else None
                if not (several and sentence and speaks(text, sentence.start, m.start(), sentence.end)):
                    return m.start()
                quoted = m.start() if quoted is None and word is _OURS else quoted
        first = next((s for s in self.page.sentences if s.role is LineRole.BODY), None)
        if quoted is None and first and (head := _HEAD_OF_SCHOOL.search(text, first.start, first.end)) is not None:
            return head.start()  # nobody says 学校: a university whose head the page names first
        return quoted

    def _heading_school(self, schools: Sequence[Body]) -> str | None:
        """The school with which a heading begins, where it names no other and tells of no visit: 青禾大学与某市签约."""
        text = self.page.text
        for s in self.page.sentences:
            if s.role is LineRole.HEADING and not _COMES.search(text, s.start, s.end):
                named = [b for b in schools if s.start <= b.start < s.end and _SCHOOL.search(b.text)]
                if named and named[0].start == s.start and len({self.names[b.start, b.end] for b in named}) == 1:
                    return self.names[named[0].start, named[0].end]
        return None

    def _only_college(self, schools: Sequence[Body]) -> str | None:
        """The one school that a page which tells of 学院 names at all, where that is one: 学院与某区签约…代表某某技师学院签署."""
        named = {self.names[b.start, b.end] for b in schools}
        one = named.pop() if len(named) == 1 else ""
        return one if one.endswith("学院") and not any(self._is_partner(b.start) for b in schools) else None

    def _with_ours(self, schools: Sequence[Body]) -> str | None:
        """The school that is where the page says 我校: 甲市与我校签约, and elsewhere 甲市与某某大学签约."""
        text = self.page.text
        m = _AND_OURS.search(text) if holds(text, ("我校", "我院")) else None
        if m is None:
            return self._with_partner(schools)
        meant = {
            self.names[b.start, b.end]
            for b in schools
            if text[b.start - 1 : b.start] in ("与", "和", "同") and text.endswith(m["who"], 0, b.start - 1)
        }
        return meant.pop() if len(meant) == 1 else None

    def _with_partner(self, schools: Sequence[Body]) -> str | None:
        """The school that is where the page says 我校 before a partner: 我校与某局签约, and elsewhere 某某中学与某局签约."""
        text = self.page.text
        m = _OURS_WITH.search(text)
        if m is None:
            return None
        beside = re.compile(f"[与和同]{re.escape(m['who'])}")
        named = [*schools, *(b for b in self.bodies if b.parent_end and b.group == "EducationInstitution")]
        meant = {self.names[b.start, b.end] for b in named if beside.match(text, b.end)}
        return meant.pop() if len(meant) == 1 else None

    def _is_partner(self, position: int) -> bool:
        """Whether the body named here is one that 我校 has to do with, and so is another: 我校与某某大学."""
        return _PARTNER.search(self.page.text, max(0, position - 3), position) is not None

    def _is_beside_ours(self, position: int) -> bool:
        """Whether the sentence tells of 我校 before it comes to a position: 我校与甲签约；乙大学与丙签约."""
        text = self.page.text
        left = max(text.rfind(mark, max(0, position - _SENTENCE), position) for mark in "。\n")
        return text.find("我校", max(left, position - _SENTENCE, 0), position) >= 0

    def _is_subject(self, position: int) -> bool:
        return position == 0 or self.page.text[position - 1] in "，。\n 　；日"
