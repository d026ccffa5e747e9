"""One title of one person with its body: where each post of a stack of titles is held."""

import re
from typing import NamedTuple

from kg.facts.clause_subject import clause_subject, new_head_of
from kg.facts.field_heads import before_charge, charged_body
from kg.facts.our_body import college_of_page, our_body, own_body
from kg.facts.party_cell import party_cell
from kg.facts.post_body import (
    GENERIC,
    OWN,
    PLACE_HEAD,
    fits,
    fused_bureau,
    government_of,
    is_headed,
    named_so,
    pronoun_at,
    region_ending,
    region_government,
    superior,
    unit_start,
)
from kg.facts.short_body import graded_in, kindred, organ_of_town
from kg.facts.spoken_for import speaks_for, spoken_for
from kg.facts.states import is_head_of_state, state_of
from kg.facts.studio import HEADS, studio
from kg.facts.teams import team
from kg.facts.unit_body import unit_body
from kg.facts.visited import received
from kg.mentions.body import Body
from kg.mentions.body_words import is_department
from kg.mentions.colleges import is_of_field, university_of
from kg.mentions.found import Found
from kg.mentions.person import Name
from kg.mentions.title import Title

_OF_STATE = frozenset(("国务委员", "国务院总理", "国务院副总理", "国务院秘书长"))
# Posts of a whole body, not of the department of the person before.
_OF_THE_WHOLE = (
    "党委书记", "纪委书记", "党委副书记", "党委委员", "党委常委", "党组书记", "党组副书记", "党组成员", "院长", "校长", "局长",
    "厅长", "检察长", "董事长", "监事长", "总裁", "总经理助理", "校长助理", "总会计师", "总经济师", "总法律顾问", "工会主席",
)  # fmt: skip
_OFFICE_IN = re.compile("(?:工会|团委|办公室|妇联|党办|党委|纪委)\\Z")
_COMPANIES = ("公司", "集团", "银行", "厂")
_SCHOOLS = ("大学", "学院", "学校", "中学", "小学")
_OF_WHOLE = re.compile("(.{2,16}?(?:大学|学院))[一-鿿]{1,14}学院")
_SAYS_SCHOOL = re.compile("我校|学校")
_POSTS = ("party", "government", "education", "company")
_HONORARY = ("名誉", "荣誉", "终身", "首席", "创始")
_FORMER = ("原", "时任", "前任", "曾任")
_UNREAD = re.compile(
    "(?<=、)(?:[一-鿿“”·]{3,18}|[一-鿿]协|集团|联盟|协会|学会|商会|学校|学院|我校|公司|医院|峰会|大会|论坛|[一-鿿]{2,12}第?\\d{1,3}届[一-鿿]{2,4})\\Z"
)
_LONGEST_UNREAD = 19  # characters
_RUN = re.compile("(?:(?<![一-鿿])|(?<=[和与及由]))(?P<short>[一-鿿]{4,8})\\Z")
_LONGEST_SHORT = 10  # characters
_OFFICES = frozenset("处科司室办系")
_CAME_TO = re.compile("(?:[到来]访|访问|考察|调研|参观|走访|看望|慰问|前[来往]|[来去]到|抵达|莅临|[赴到对])了?\\Z")
_HEADS_OF_BODY = re.compile(
    "(?:常务|执行)?副?(?:校长|院长|园长|董事长|总经理|总裁|会长|理事长|局长|厅长|馆长|所长|台长)"
)
_OPENS_BODY = re.compile("(?:\\A|[，。；：、\\n 　]|[由与和及同自]|单位|[主承协]办方?)\\Z")  # not 毕业于|某大学的校长
_GRADE = re.compile("[一二三四]级(?:巡视员|调研员)")
_FELLOWS = ("院士", "学部委员")
_SPEAKS_FOR_ITSELF = frozenset(("总书记", "国家主席", "国家副主席", "中央军委主席"))
_SIDE = re.compile(
    "(?:(?:方面|一方|这边|(?:代表团|考察团|访问团|专家组|医疗队)(?:主要)?(?:成员)?)|(?:派出|派来)的[^，。；、]{0,10}|(?:一方|方面)?的[^，。；、]{0,6}(?:代表|领导|嘉宾|人员|负责人|团队|专家)|(?:主要|相关|有关)?领导(?:同志|干部)?)"
    "，?(?:出席的|参加的|到场的|出面的|来的)?(?:还|主要|分别)?(?:有|是|为|由|包括)[：:]?\\Z"
)
_SIDE_FAR, _PAGE_FAR = 28, 3000
# 中心方面，主任甲; 院方有副院长乙: of the one body so called that the page has named.
_OWN_SIDE = re.compile(
    "(?<![一-鿿])(?:(?P<kind>中心|学院|医院|公司|集团|协会|学会|研究院|[院校])(?:方面|一方)|(?P<short>[院校])方)(?:出席的|参加的|到场的)?(?:还|主要|分别)?(?:有|是|为|包括)?[，：]?\\Z"
)
_ENDS_OF = {"院": ("院",), "校": ("学校", "中学", "小学", "大学", "学院")}
# 分管日常工作副主席: what somebody has in hand, in the body of the post before.
_CHARGED = re.compile("分管|主管|主持|负责")
_OF_DIVISION = ("政委", "师长")
_LEAGUE = re.compile("(?P<place>.+)(?:地|(?P<league>盟))委")  # whose office is next to it: 某地委副书记、行署专员
_PARTY_OF_PLACE = re.compile("中共(?!中央)")
# 某开发区党工委副书记、主任: who runs a zone or a street heads its office, not the committee.
_RUN_BY = (("街道", "办事处"), ("区", "管委会"), ("园", "管委会"), ("城", "管委会"))
_RUNS = ("主任", "副主任", "常务副主任")


class Seat(NamedTuple):
    """One title of one person with the body in which it is held, in repaired offsets."""

    person: str
    title: Title
    organization: str | None
    start: int
    end: int
    stated: bool  # the body stands in the text right before the title
    rule: str


def placed(
    found: Found, name: Name, stack: list[Title], inherited: str | None, before: bool, composed: dict[str, str]
) -> list[Seat]:
    """Give each title of a stack its body. `before`: the stack stands before the name; `inherited` is the body of the person before in
    a list; `composed` has each department named in the list → the body it belongs to."""
    return _Stack(found, name, stack, inherited, before, composed).seats()


# What belongs to a university and has a 校长 of its own.
_HAVE_HEADS = ("学校", "中学", "小学", "高中", "附中", "附小", "一中", "分校", "校区")


class _Stack:
    """The titles of one person, read from left to right: the body of one is that of the next which names none."""

    def __init__(
        self,
        found: Found,
        name: Name,
        titles: list[Title],
        inherited: str | None,
        before: bool,
        composed: dict[str, str],
    ) -> None:
        self._found, self._text, self._name = found, found.page.text, name
        self._titles, self._inherited, self._before, self._composed = titles, inherited, before, composed
        start = titles[0].start
        side = side_of(found, start) or side_of(found, unit_start(found, start)) if before else None
        self._current = side or inherited
        self._current_start = start if before else name.start
        self._generic = False  # 集团董事长: of a company that the page does not name here, and of no school
        self._seats = list[Seat]()

    def seats(self) -> list[Seat]:
        """One seat a title."""
        for title in self._titles:
            edge = before_charge(self._found, title.start) if self._before else self._name.start
            room = studio(self._found, self._name.text, edge) if title.text in HEADS else None
            if room is not None:
                self._current_start, self._current = room
            stated = room is not None or self._read(title, edge, self._body_beside(title, edge))
            stated = self._settle(title, edge, stated)
            organization, stated = self._held_in(title, edge, stated)
            self._seats.append(self._seat(title, organization, stated))
            if is_fellow(title) or room is not None:
                self._current = self._inherited  # 中国工程院院士、校长: of the school
        return self._seats

    def _body_beside(self, title: Title, edge: int) -> Body | None:
        """The body that ends right before a title, or before what links the two: 甲医院的乙院长, 某大学的校长是甲, 丙特校的校长丁."""
        text, ending = self._text, self._found.bodies_ending
        body = ending.get(edge)
        if body is None and self._before and text[edge - 1] == "的" and _HEADS_OF_BODY.fullmatch(title.text):
            owner = ending.get(edge - 1)
            if (
                owner is not None
                and fits(title, self._found.body_name(owner))
                and title.start in self._found.titles_before_names
                and _OPENS_BODY.search(text, max(0, owner.start - 3), owner.start)
            ):
                return owner
        linked = self._before and text.startswith(("是", "为", "现"), title.end)
        joined = not self._before and text[edge - 1] in "和及" and not is_fellow(title)  # 某研究所及甲院士
        if body is None and (joined or (linked and text[edge - 1] == "的")):
            return ending.get(edge - 1)
        school = ending.get(edge - 1) if body is None and text[edge - 1] == "校" else None
        if school is not None and school.group == "EducationInstitution":
            return school  # 某某中学|校党委书记
        if body is None and not self._before and title.group != "press" and text[edge - 1] == "的":
            return _from(self._found, edge - 1, title)
        cell = next((w for w in (("校",) if self._before else ("党委",)) if text.endswith(w, 0, edge)), "")
        return ending.get(edge - len(cell)) if body is None and cell else body  # 某中学|校党委书记甲; 某学院党委乙书记

    def _read(self, title: Title, edge: int, body: Body | None) -> bool:
        """Read what stands before a title; whether that states a body."""
        found, text, before = self._found, self._text, self._before
        pronoun = pronoun_at(found, edge)
        own_word = GENERIC.search(text, max(0, edge - 6), edge) if body is None else None
        if body is not None:
            self._current, self._current_start = self._named(body), body.start
        elif pronoun:
            self._pointed(pronoun, edge)
        elif (ours := our_body(found, edge)) is not None:
            self._current_start, self._current = ours  # 我所所长
        elif before and (cell := party_cell(found, title, edge)) is not None:
            self._current_start, self._current = cell
        elif before and (led := team(found, edge)) is not None:
            (self._current_start, self._current), self._generic = led, True  # 医疗队领队, 核查组组长
        elif before and (pointed := found.pointer_ending.get(edge)) is not None:
            self._current, self._current_start = pointed.body, pointed.start  # 该公司董事长, 联盟理事长
        elif before and (organ := organ_of_town(found, title)) is not None:
            self._current_start, self._current = organ
        elif before and (kin := kindred(found, title)) is not None:
            self._current_start, self._current = kin  # 局党组书记
        elif before and title.text in ("局长", "厅长") and (bureau := fused_bureau(found, edge)) is not None:
            self._current_start, self._current = bureau
        elif own_word:
            self._generic, self._current = True, named_so(found, own_word["word"], edge)
            self._current_start = own_word.start("word")
        elif (
            not is_head_of_state(found, title)
            and (before or ends_in_office(text, edge))
            and (unit := unit_start(found, edge)) < edge
        ):
            after_nobody = bool(self._seats) and self._seats[-1].organization is None
            of = self._current or (None if self._generic else found.resolver.school)
            self._current_start, self._current = unit_body(found, title, edge, unit, of, self._composed, after_nobody)
        elif before and (company := charged_body(found, title)) is not None:
            self._current, self._current_start = found.body_name(company), company.start
        elif not before and (spoken := speaks_for(found, title.end)) is not None:
            self._current, self._current_start = found.body_name(spoken), title.start
            return False
        elif before and (firm := _short_company(found, title)) is not None:
            self._current_start, self._current = firm
        else:
            unread = unread_unit(found, title) if before else title.start
            if unread < title.start and not _CHARGED.match(text, unread):
                # 某协会会长、第三届茶业大会执行主席: of neither the association nor the page's school
                self._current, self._generic = None, True
            return False
        return True

    def _named(self, body: Body) -> str:
        """The name of a body right before a title, with what the list lends it."""
        found, text, current, composed = self._found, self._text, self._current, self._composed
        name = found.body_name(body)
        if current and body.text.startswith("党委") and name == body.text:
            above = superior(found, composed, current) or ""  # 党委统战部 of the school
            name = (university_of(above) if body.text.endswith("部") else above) + body.text
        if name == body.text and self._before and (whole := college_of_page(found, body)) is not None:
            name = whole
            composed[whole] = str(found.resolver.school)
        first = self._titles[0].start
        if self._seats and is_department(body.text) and (place := region_ending(found, first)) is not None:
            name = f"{found.place_named(place)}{body.text}"  # 天水市二级巡视员、文化和旅游局局长
        word = body.start - (text[body.start - 1] == "校")  # 、校党委宣传部
        if text[word] == "校" and (of := _school_of_list(found, composed, self._inherited, word)):
            name = of + body.text.removeprefix("校")
        if current and body.text.startswith("管") and current.endswith("党工委"):
            name = current.removesuffix("党工委").removesuffix("管委会") + body.text
        if name.endswith("校董会"):
            composed[name] = name.removesuffix("校董会")
        return name

    def _pointed(self, pronoun: str, edge: int) -> None:
        """Read 我校, 学校 or 校 before a title: 我校 is the page's own school and none that it names beside it."""
        found, start = self._found, edge - len(pronoun)
        listed = _school_of_list(found, self._composed, self._inherited, start)
        if pronoun == "学院" and str(self._inherited).endswith("学院") and university_of(str(self._inherited)):
            listed = self._inherited  # 外语学院党委书记甲，学院党委副书记乙
        if pronoun in OWN:
            self._current = own_body(found, pronoun)
        else:
            self._current = listed or found.school_before(edge, pronoun)
        of_university = "大学" in self._text and not _SAYS_SCHOOL.search(self._text)
        current = str(self._current)
        if pronoun == "校" and current.endswith("学院") and (of_university or is_of_field(current)):
            self._current, self._generic = None, True  # 校党委书记 on the page of a college: of its university
        elif pronoun == "校" and (whole := _OF_WHOLE.fullmatch(current)):
            self._current = whole[1]  # on the page of 某师范学院文学院
        self._current_start = start

    def _settle(self, title: Title, edge: int, stated: bool) -> bool:
        """Give up or shorten the body of the title before where it cannot be this one's too; whether a body is stated."""
        found, current, inherited, composed = self._found, self._current, self._inherited, self._composed
        if current and current.endswith("兵团党委") and not title.text.endswith(("书记", "常委", "委员")):
            current = current.removesuffix("党委")  # the 司令员 is not of the committee
        if current and current.endswith("市党委") and title.text.endswith(_OF_DIVISION):
            current = current.removesuffix("党委")  # nor is the 政委
        if (league := _LEAGUE.fullmatch(current or "")) and self._text.endswith("行署", 0, edge):
            current, stated = league["place"] + (league["league"] or "地区") + "行署", True
        if current and not stated and title.group == "company" and (office := _OFFICE_IN.search(current)):
            if current in composed:
                current = composed[current] or None  # 工会主席甲，副总经理乙
            elif current[: office.start()].endswith(_COMPANIES):
                current = current[: office.start()]  # 云岭集团工会主席甲，副总经理乙
        if current and not stated and title.text in _RUNS and current.endswith("党工委"):
            run = current.removesuffix("党工委")
            current = next((run + office for end, office in _RUN_BY if run.endswith(end)), current)
        if current and not stated and title.text.endswith(("局长", "厅长")):
            current = _office_beside(found, current, title.text[-2])
        if current and not stated and title.text.startswith("党工委") and current.endswith("街道办事处"):
            current = current.removesuffix("办事处") + "党工委"
        of_college = title.text.endswith("院长") and bool(current) and str(current).endswith("院")
        heads = (t.text.endswith(str(current)[-1:] + "长") for t in self._titles if t != title)
        of_college = of_college or any(heads)  # 党委书记兼副部长
        if current and not stated and current in composed and title.text.endswith(_OF_THE_WHOLE) and not of_college:
            current = composed[current] or None
        if current and not stated and title.text.endswith("校长") and not current.endswith(_HAVE_HEADS):
            current = found.superiors.get(current, current)  # 甲大学乙学院教授、副校长
        named = self._seats[-1] if self._seats else None
        headed = named is not None and named.stated and named.organization == current and str(current).endswith("大学")
        if (
            headed
            and title.text in ("院长", "副院长")
            and named is not None
            and named.title.text.startswith(("党委", "校党委"))
        ):
            self._current = current
            return stated  # 某职业大学党委副书记、院长
        if current and not stated and not fits(title, current):
            current = inherited if inherited and fits(title, inherited) else None  # 全国政协委员、副院长
        self._current = current
        return stated

    def _held_in(self, title: Title, edge: int, stated: bool) -> tuple[str | None, bool]:
        """The body in which a title is held, by the title's kind where none is stated; and whether it counts as stated."""
        found, text, before, current, seats = self._found, self._text, self._before, self._current, self._seats
        organization = current if stated or title.group not in ("rank", "other", "press") else None
        last = seats[-1] if seats else None
        if PLACE_HEAD.match(title.text):
            organization = government_of(found, title, current)
            stated = stated or (bool(organization) and last is not None and last.stated)  # 某市委副书记、市长
        elif before and not stated and (placed_in := graded_in(found, title)) is not None:
            organization = placed_in
        elif before and not stated and last and _GRADE.fullmatch(title.text) and PLACE_HEAD.match(last.title.text):
            organization = last.organization  # 副市长、一级巡视员
        elif title.text in _SPEAKS_FOR_ITSELF:
            organization = current if stated and title.text == "总书记" else None
        elif title.text in _OF_STATE and not stated:
            organization = "国务院"
        elif title.text.endswith("主席") and (
            text.endswith(("自治区", "、政府"), 0, edge) or (not stated and str(current).endswith("自治区党委"))
        ):
            organization = region_government(found, edge, current)
        elif before and not stated and (new := new_head_of(found, title)) is not None:
            organization, stated = new, True
        elif organization is None and not self._generic and is_headed(found.resolver.school, title):
            organization = found.resolver.school
        elif organization is None and not (self._generic or stated) and before:
            organization = received(found, title) or found.headed_body(title) or spoken_for(found, title)
            organization = organization or clause_subject(found, title)
        if before and organization is None:
            organization = state_of(found, title, edge, last.organization if last else None)
        if organization:
            organization = found.resolver.as_named(organization)
            if _PARTY_OF_PLACE.match(organization) and not organization.endswith(("委", "委员会")):
                organization = organization.removeprefix("中共")  # 中共甲市委 and 甲市委组织部
        return organization, stated

    def _seat(self, title: Title, organization: str | None, stated: bool) -> Seat:
        """The title with its body, and where the two and the name stand."""
        found, name = self._found, self._name
        past = _past_before(self._text, self._current_start) if stated else _past_too(self._text, self._seats, title)
        start = min(self._current_start if organization else title.start, title.start, name.start)
        end = max(name.end, title.end)
        if found.sentence_at(start) != found.sentence_at(end - 1):
            start = min(title.start, name.start)
        held = title._replace(past=title.past or past)
        return Seat(name.text, held, organization, start, end, stated, name.rule)


def _from(found: Found, end: int, title: Title) -> Body | None:
    """The body, ending at `end`, of somebody who comes from it: 某公司的甲总经理; none of one who came to it."""
    body = found.bodies_ending.get(end)
    came = body is not None and _CAME_TO.search(found.page.text, max(0, body.start - 4), body.start)
    return body if body is not None and not came and fits(title, found.body_name(body)) else None


def _school_of_list(found: Found, composed: dict[str, str], inherited: str | None, start: int) -> str | None:
    """The school that 校 means which continues a list or leads to whom somebody brings: 甲大学党委书记某、校党委副书记某."""
    if inherited is None or found.page.text[start - 1 : start] not in ("、", "率", "领"):
        return None
    school = superior(found, composed, inherited)
    return school if school and school.endswith(_SCHOOLS) else None


# 某区教育工委副书记、局长: who runs the bureau beside the committee of its field.
_OF_FIELD = re.compile(
    "(?P<place>[一-鿿]{0,12}?(?:自治区|[省市县区州旗]))委?(?P<field>(?:(?!委|党|机关|街道|社区|两新|非公|社会|工作)[一-鿿]){1,6}?)(?:工委|工作委员会|工作党委|党委)"
)


def _office_beside(found: Found, committee: str, kind: str) -> str:
    """The 局 or 厅 of the place and field of a party committee, as the page names it; the committee itself where it is of no field."""
    m = _OF_FIELD.fullmatch(committee)
    if m is None:
        return committee
    field = "教育" if m["field"] in ("教", "高校", "高教") else m["field"]
    alike = [b for b in sorted(found.body_names) if b.startswith(m["place"]) and b.endswith(kind) and field[0] in b]
    if len(alike) == 1:
        return alike[0]
    if field != "教育" or m["place"] in _WITH_COMMISSIONS:
        return committee
    return f"{m['place']}{field}{kind}"


_WITH_COMMISSIONS = frozenset(("北京市", "上海市", "天津市", "重庆市"))  # 教育委员会 and no bureau


def side_of(found: Found, position: int) -> str | None:
    """The body whose side a list of posts tells of: 甲大学方面有校长某, 甲大学的签约代表是校长某, 甲医院派出的团队由副院长某带领."""
    m = _SIDE.search(found.page.text, max(0, position - _SIDE_FAR), position)
    body = found.bodies_ending.get(m.start()) if m else None
    if body is not None:
        return found.body_name(body)
    own = _OWN_SIDE.search(found.page.text, max(0, position - _SIDE_FAR), position)
    kind = own["kind"] or own["short"] if own else None
    ends = _ENDS_OF.get(kind, (kind,)) if kind else ()
    near = found.body_index.within(max(0, position - _PAGE_FAR), position) if ends else []
    named = {found.body_name(b) for b in near if b.text.endswith(ends)}
    return named.pop() if len(named) == 1 else None


def ends_in_office(text: str, position: int) -> bool:
    """Whether an office ends right before a name that its post follows: 初教科甲科长, 麓山街道甲书记."""
    return text[position - 1 : position] in _OFFICES or text.endswith(("街道", "社区"), 0, position)


def unread_unit(found: Found, title: Title) -> int:
    """Where what stands between the post before in a stack and a title begins (第三届茶业大会 of its 执行主席), or the title's start."""
    text = found.page.text
    m = _UNREAD.search(text, max(0, title.start - _LONGEST_UNREAD), title.start)
    if m is None or found.last_person_before(title.start) > m.start():
        return title.start
    if any(t.end == title.start for t in found.title_before(title.start)):
        return title.start  # 党委委员、副院长兼总会计师
    if m.group() == "学校" and title.text.startswith("纪委"):
        return title.start  # 驻学校纪检监察组组长、学校纪委书记
    return m.start() if any(t.end == m.start() - 1 for t in found.title_before(m.start())) else title.start


def _short_company(found: Found, title: Title) -> tuple[int, str] | None:
    """The company under a short form right before a title: 远山工程董事长, of 某市远山工程技术有限公司."""
    run = _RUN.search(
        found.page.text, max(found.last_person_before(title.start), title.start - _LONGEST_SHORT), title.start
    )
    name = found.company_of(run["short"]) if run else None
    return (run.start("short"), name) if run and name else None


def is_fellow(title: Title) -> bool:
    """Whether a title is of an academy, which is an honour: what stands beside it is held elsewhere."""
    return title.text.endswith(_FELLOWS)


def _past_too(text: str, seats: list[Seat], title: Title) -> str:
    """原党组书记、主席甲: what says that the first of two posts is a past one is said of both, of no calling or honour."""
    first = seats[-1].title if seats else None
    if first is None or first.past != "原" or text[first.end : title.start] != "、" or title.group not in _POSTS:
        return ""
    return "" if title.text.startswith(_HONORARY) else "时任"


def _past_before(text: str, position: int) -> str:
    """原 or 时任 right before the body: 原某省水利厅厅长 is a past one, though the title alone is bare."""
    return "时任" if text.endswith(_FORMER, max(0, position - 2), position) else ""
