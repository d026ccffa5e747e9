"""The school that a page is about, which 我校 and 学校 mean: by its head, or by what it says of 我校 beside the names of schools."""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.mentions.body import Body
from kg.mentions.colleges import is_of_field
from kg.mentions.ordered import Ordered
from kg.mentions.own_school import hosting, leading, only_appointed, only_left
from kg.mentions.voice import speaks
from kg.model import LineRole, Page
from kg.text.scan import holds

# 学院 by itself, 院党委, 全体院领导: the college of which a page tells.
_COLLEGE = re.compile(
    "(?<![一-鿿])(?:学院(?=[党领大图新本坚始将已现共]|[^一-鿿、])|院(?=党委|领导|长[一-鿿]))|(?:在|年来|时间|全体)(?:学院|院领导)(?!派)"
)
_PARTNER = re.compile(
    "(?:[与同和跟及向赴到对]|来自|邀请|携手|联合|(?:访问|前往|走[进访]|参观|考察|调研|拜访|看望)了?)\\Z"
)
# 文理学院、教育学院相关负责人: colleges of 我校, in a list of who came.
_OF_OURS = re.compile(
    "(?:[、和及与][一-鿿、]{2,50}?)?等?(?:学院|部门|单位)?(?:相关|有关|主要)+(?:负责人|负责同志|领导|人员|师生)(?!班子|调整|任免|变动|职务)"
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
    "|(?!新闻|[网报讯]|官)[^。；！？，\\n]{0,30}?(?:率[^。；！？，\\n]{0,8}?|一行(?:\\d{1,3}人)?)[来到]访(?=[，。；]|我[校院])"
)
_HEADED = re.compile("(?:原|常务)?(?:党委|副|校长|院长|书记)")
_AND_OURS = re.compile("(?:^|[\\n。，；：　 ])(?P<who>[一-鿿]{3,14})[与和同]我[校院]")
_TAIL = 6  # characters at the end of a partner's name, which has its place in one of two
_OURS_WITH = re.compile(
    "我[校院][与和同](?P<who>[一-鿿]{3,14}?)(?=签|合作|共[建同]|举[行办]|召开|开展|联合|携手|战略|达成|就)"
)
_OURS_SIGN = re.compile("我[校院][^。；\\n]{0,40}?签[署订]了?《(?P<title>[^》\\n]{6,60})》")
_OFFICE = re.compile("[一-鿿]{2,12}(?:处|部|办公室|研究生院|中心|图书馆|院|系)")
_HEAD_OF_SCHOOL = re.compile("(?<=大学)校(?=长)")
_COMES = re.compile("我校|来访|来校|一行|到访|赴|走进|访问")  # in a heading: whose it is comes later
_VISITS = re.compile("(?:访问|来访|莅临|参观|考察|造访|走访|[来到对赴抵访])了?\\Z")
_GUESTS = 2  # schools whose heads a list names
_SENTENCE = 300  # characters
_HOPES = re.compile("(?:希望|期待|祝愿|盼望?)\\Z")
_STEM = 3  # characters by which a partner is known again
# 学院副院长甲与乙为某某产业学院揭牌: the one is not the other.
UNVEILED = re.compile("”?(?:(?:以及|[、和与及])[^，。；]{2,30}?)?(?:揭牌|授牌|揭幕)(?!成立|更名)")


@dataclass(frozen=True)
class PageSchool:
    """Finds the school of a page by its bodies, their names by place, and what fills in the name of one."""

    page: Page
    bodies: tuple[Body, ...]
    names: Mapping[tuple[int, int], str]
    full: Callable[[str, int, str], str]

    def _called(self, body: Body) -> str:
        return self.names[body.start, body.end]

    @cached_property
    def name(self) -> str | None:
        """The school that the page is about: named in its head or navigation, or before the first 学校 or 我校."""
        text = self.page.text
        partners = {self._called(b) for b in self.bodies if _OURS_AND.search(text, max(0, b.start - 6), b.start)}
        ours = _OURS.search(text)  # 我校艺术学院: what is called by its field alone is no 校
        schools = [
            b
            for b in self.bodies
            if b.group == "EducationInstitution"
            and b.parent_end is None
            and not b.place
            and self._called(b) not in partners
            and not (ours and is_of_field(b.text))
        ]
        publisher = self.page.publisher or ""
        for b in schools:
            if b.text == publisher:
                return self._called(b)
        heads = [(s.start, s.end) for s in self.page.sentences if s.role in (LineRole.NOISE, LineRole.SOURCE)]
        first_body = self.page.body_start
        for b in schools:
            if b.start < first_body and any(s <= b.start < e for s, e in heads):
                return self._called(b)
        schools = [b for b in schools if self._called(b) not in self.visitors]
        return (
            self._told_school(schools, first_body)
            or only_left(self.page, schools, self._called)
            or self._that_signs()
            or only_appointed(self.page, schools, self._called)
            or (hosting(self.page, schools, self._called) if self.visitors else None)
        )

    def _that_signs(self) -> str | None:
        """The one school in the title of what 我校 signs: 我校副校长与甲市签署了《甲市与某某学院合作协议》."""
        m = _OURS_SIGN.search(self.page.text)
        meant = {
            self._called(b)
            for b in (self.bodies if m else ())
            if m and b.group == "EducationInstitution" and m.start("title") <= b.start and b.end <= m.end("title")
        }
        return meant.pop() if len(meant) == 1 else None

    def _told_school(self, schools: Sequence[Body], first_body: int) -> str | None:
        """The school that the page is about, by what it says of 我校 or 学校 beside the names of `schools`."""
        text = self.page.text
        office = next(
            (
                b
                for b in self.bodies
                if b.group in ("EducationInstitution", "PartyBody")
                and b.parent_end
                and (b.group == "EducationInstitution" or _SCHOOL.search(text, b.start, b.parent_end))
            ),
            None,
        )
        if (
            office is not None
            and office.parent_end
            and office.end <= first_body
            and _OFFICE.fullmatch(text, office.parent_end, office.end)
        ):
            ends = text[office.end : office.end + 1] in "\n 　" and text[office.start - 1 : office.start] in "\n 　"
            if ends:  # the head of a page of 某某大学教务处
                return self.full(text[office.start : office.parent_end], office.start, "EducationInstitution")
        if (ours := self._with_ours(schools)) is not None:
            return ours
        if (leads := leading(self.page, schools, self._called)) is not None:
            return leads
        position = self._first_pronoun(first_body, several=len({self._called(b) for b in schools}) > 1)
        if position is None:
            if _COLLEGE.search(text, first_body) is None:
                return None
            college = self._heading_school(schools)
            return college if college and college.endswith("学院") else self._only_college(schools)
        own = text.startswith("我校", position)
        if _VISITS.search(text, max(0, position - 3), position):  # who visits 我校 is not 我校
            position = max(text.rfind(mark, 0, position) for mark in "。\n") + 1
        before = [
            b
            for b in schools
            if first_body <= b.start < position and self._is_subject(b.start) and not b.text.endswith("集团")
        ]
        ahead = [b for b in schools if first_body <= b.start < position]
        headed = {self._called(b) for b in ahead if _HEADED.match(text, b.end)}
        if len(headed) >= _GUESTS:  # 甲学院校长某某，乙学院校长某某: those who came
            before = [b for b in before if self._called(b) not in headed]
        if before:
            return self.names[before[-1].start, before[-1].end]
        if own and (told := self._heading_school(schools)):
            return told
        named = {self._called(b) for b in schools}
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
            self._called(b) for b in self.bodies if b.group == "EducationInstitution" and _TO_OURS.match(text, b.end)
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
                if named and named[0].start == s.start and len({self._called(b) for b in named}) == 1:
                    return self.names[named[0].start, named[0].end]
        return None

    def _only_college(self, schools: Sequence[Body]) -> str | None:
        """The one school that a page which tells of 学院 names at all, where that is one: 学院与某区签约…代表某某技师学院签署."""
        named = {self._called(b) for b in schools if not UNVEILED.match(self.page.text, b.end)}
        one = named.pop() if len(named) == 1 else ""
        return one if one.endswith("学院") and not any(self._is_partner(b.start) for b in schools) else None

    def _with_ours(self, schools: Sequence[Body]) -> str | None:
        """The school that is where the page says 我校: 甲市与我校签约, and elsewhere 甲市与某某大学签约."""
        text = self.page.text
        m = _AND_OURS.search(text) if holds(text, ("我校", "我院")) else None
        if m is None:
            return self._with_partner(schools)
        whose = (m["who"], re.sub("(?<!人民)政府$", "人民政府", m["who"]))  # 《甲市人民政府某某大学合作协议》
        meant = {
            self._called(b)
            for b in schools
            if text.endswith(whose, 0, b.start - (text[b.start - 1 : b.start] in ("与", "和", "同")))
        }
        if not meant:  # 某某中专与江海市职教中心, beside 江海职教中心和我校
            tail = m["who"][-_TAIL:]
            after = re.compile(f"[与和同][^，。；\\n与和同]{{0,12}}?{re.escape(tail)}")
            meant = {self._called(b) for b in schools if after.match(text, b.end)}
        return meant.pop() if len(meant) == 1 else None

    def _with_partner(self, schools: Sequence[Body]) -> str | None:
        """The school that is where the page says 我校 before a partner: 我校与某局签约, and elsewhere 某某中学与某局签约."""
        text = self.page.text
        m = _OURS_WITH.search(text)
        if m is None:
            return None
        beside = re.compile(f"[与和同]{re.escape(m['who'])}")
        named = [*schools, *(b for b in self.bodies if b.parent_end and b.group == "EducationInstitution")]
        if text.startswith("我院", m.start()):
            named += [b for b in self.bodies if b.text.endswith("院") and b not in named]  # a hospital, an institute
        meant = {self._called(b) for b in named if beside.match(text, b.end)}
        if not meant and not _SCHOOL.search(m["who"]) and len({self._called(b) for b in schools}) == 1:
            # 我校与甲市人民政府签约, and somebody hopes that 乙大学 does something for 甲市
            sentences = ((s.start, s.end) for s in self.page.sentences)
            with_them = [(a, z) for a, z in sentences if text.find(m["who"][:_STEM], a, z) >= 0]
            hoped = [b for b in schools if _HOPES.search(text, max(0, b.start - 4), b.start)]
            meant = {self._called(b) for b in hoped for a, z in with_them if a <= b.start < z}
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
