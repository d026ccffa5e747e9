"""Who holds which post: the stack of titles beside a name, read towards the body in which each is held.

    四川省委教育工委书记，教育厅党组书记、厅长余孝某 → 书记 of the 工委, 党组书记 and 厅长 of the 厅
    泸州市委副书记、市长杨某某 → 副书记 of 泸州市委, 市长 of 泸州市
A title without a body takes that of the title before it in the stack, then that of the person before it in the list.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from kg.mentions.found import Found
from kg.mentions.gazetteer import Hit, gazetteer
from kg.mentions.lexicon import alternation, words
from kg.mentions.organization import Body
from kg.mentions.person import Name
from kg.mentions.title import Title
from kg.model import LineRole, Role, Span

_JOINTS = "、，兼和暨及/ 　"
# The head of a place's government is a post of the place: 市长 after 泸州市委副书记 is not held in the committee.
_PLACE_HEAD = re.compile(
    r"(?:常务|执行|代理?)?副?(?:省长|市长|区长|县长|州长|旗长|盟长|镇长|乡长|自治区主席|行政长官)\Z"
)
# The place of its organs and of their departments: 永济市 of 永济市委组织部.
_PLACE_OF = re.compile(
    r"^(?:中共)?(?P<place>.+?)(?:委(?:员会)?|人大常委会|人大|政协|人民政府|政府)(?:[一-鿿]{2,12}(?:部|办公室|办|委))?\Z"
)
_UNIT = re.compile(
    r"[一-鿿（）]{1,12}(?:部|司|处|科|室|办|办公室|办公厅|中心|院|系|所|局|组|站|馆|委员会|支部|总支|[诗报联分支旅]社|出版社|杂志社|合作社|村|社区|大队|支队|中队)\Z"
    r"|[一-鿿]{0,8}(?:工会|团委|学生会|校友会|妇委会|妇联)\Z"
)
_TWO_UNITS = re.compile(r"(?:^.?|[部司处科室院系所局组长员])[与和]")
# 统战部长 is the head of the 统战部: the last character of the unit is the first one of the title.
_FUSED = re.compile(
    r"(?:组织|宣传|统战|武装|人武|人事|教务|学生|学工|财务|后勤|科研|保卫|招生|总务|政教|德育|信访|督查)\Z"
)
_SELF = ("我校", "学校", "该校", "我院", "学院", "本校", "校")
_OWN = ("我校", "我院", "本校")
# Posts that are held in the State Council, whatever body stands before.
_OF_STATE = frozenset(("国务委员", "国务院总理", "国务院副总理", "国务院秘书长"))
_NATIONAL = ("中央", "全国", "国家", "中国", "国务院")
# 温州某某学院的领导有…: the body of those who follow.
_LEADS_LIST = re.compile(r"的(?:领导|嘉宾|负责人|代表|来宾|同志)(?:同志|主要)?(?:有|包括|为)[：:]?\Z")
_LONGEST_UNIT = 12  # characters
# A department with the institution before it.
_INSIDE = re.compile(r"(.{2,20}?(?:大学|学院|学校|中学|医院|研究院|集团|公司))[一-鿿]{2,14}[部司处科室]\Z")
_STANDS_ALONE = ("社", "村", "社区", "大队", "支队", "中队")  # no department of the body before
# Posts of a whole body, not of the department of the person before.
_OF_THE_WHOLE = (
    "党委书记",
    "党委副书记",
    "党委委员",
    "党委常委",
    "党组书记",
    "党组副书记",
    "党组成员",
    "院长",
    "校长",
    "局长",
    "厅长",
)
_UNIT_ENDS = frozenset("部司处科室办")
_NAMED_PLACE = re.compile("[一-鿿]{2,12}[省市县州区]\\Z")
_FORMER = ("原", "时任", "前任", "曾任")
_SPEAKS_FOR_ITSELF = frozenset(("总书记", "国家主席", "国家副主席", "中央军委主席"))


@dataclass(frozen=True, slots=True)
class _Seat:
    """One title of one person with the body in which it is held, in repaired offsets."""

    person: str
    title: Title
    organization: str | None
    start: int
    end: int
    stated: bool  # the body stands in the text right before the title
    rule: str


def roles(found: Found) -> tuple[Role, ...]:
    """Every post that the running text gives a person, once each, with all the places that say so."""
    seats = [seat for seat in _seats(found) if seat.title.group != "press"]
    merged: dict[tuple[str, str, str | None], tuple[_Seat, dict[Span, None]]] = {}
    for seat in _without_repeats(seats):
        key = (seat.person, _words(seat.title), seat.organization)
        merged.setdefault(key, (seat, {}))[1][found.page.span(seat.start, seat.end)] = None
    held = [
        Role(tuple(spans), seat.rule, seat.person, _words(seat.title), seat.organization, bool(seat.title.past))
        for seat, spans in merged.values()
    ]
    return (*held, *_wrote(found, {role.person for role in held}))


def _wrote(found: Found, known: set[str]) -> Iterable[Role]:
    """The reporters and correspondents of the bylines."""
    by_name: dict[str, list[Name]] = {}
    for name in found.bylines:
        if name.text not in known:
            by_name.setdefault(name.text, []).append(name)
    for text, places in by_name.items():
        title = "通讯员" if places[0].rule == "byline of a correspondent" else "记者"
        yield Role(tuple(found.page.span(n.start, n.end) for n in places), "byline", text, title, None)


def _words(title: Title) -> str:
    return title.past + title.text if title.past in ("原", "前") else title.text


def _without_repeats(seats: list[_Seat]) -> list[_Seat]:
    """Drop a title without a stated body where the same person has it (or a fuller form of it) with one."""
    firm: dict[str, dict[str, _Seat]] = {}
    for seat in seats:
        if seat.organization is not None:
            posts = firm.setdefault(seat.person, {})
            if seat.title.text not in posts or (seat.stated and not posts[seat.title.text].stated):
                posts[seat.title.text] = seat
    said: dict[str, set[str]] = {}
    for seat in seats:
        said.setdefault(seat.person, set()).add(seat.title.text)
    kept = []
    for seat in seats:
        posts = firm.get(seat.person, {})
        twin = next((p for t, p in posts.items() if p is not seat and t.endswith(seat.title.text)), None)
        if twin and (seat.organization is None or (not seat.stated and twin.stated)):
            if seat.title.text == twin.title.text:
                kept.append(replace(seat, organization=twin.organization))
        elif seat.organization is None and any(
            t != seat.title.text and t.endswith(seat.title.text) for t in said[seat.person]
        ):
            continue
        elif seat.title.group != "rank" or seat.organization is not None:
            kept.append(seat)
    return kept


def _seats(found: Found) -> Iterable[_Seat]:
    last_stack: list[_Seat] = []
    composed: dict[str, str] = {}  # departments named here → the body each belongs to
    carried: tuple[str | None, int] = (None, -1)  # the body of the person before, and where that person's name ended
    by_end = {t.end: t for t in found.titles}
    done: set[tuple[int, int]] = set()
    for name, title in found.names:
        if not found.is_read(name.start):
            continue
        if name.rule == "title+list":
            for s in last_stack:
                yield replace(s, person=name.text, end=name.end)
            carried = (carried[0], name.end)
            continue
        if (name.start, title.start) in done or (title.text == "代表" and title.start not in found.bodies_ending):
            last_stack = []
            continue
        done.add((name.start, title.start))
        anchor = title if name.rule == "title+name" else None
        stack = _stack(found, title, by_end) if anchor else [title]
        left = min(t.start for t in stack)
        if anchor:
            left = found.bodies_ending[left].start if left in found.bodies_ending else _unit_start(found, left)
        inherited = _inherited(found, carried, left if anchor else name.start)
        seats = _placed(found, name, stack, inherited, anchor is not None, composed)
        last_stack = seats
        yield from seats
        body = next((s.organization for s in reversed(seats) if s.organization), None)
        carried = (body, max(name.end, title.end))


def _stack(found: Found, title: Title, by_end: dict[int, Title]) -> list[Title]:
    """The titles that stand before a name, from left to right, `title` the last."""
    stack = [title]
    text = found.page.text
    while True:
        first = stack[0]
        left = first.start
        body = found.bodies_ending.get(left)
        left = body.start if body is not None else _unit_start(found, first.start)
        if left == first.start and first.text.endswith("主席") and text.endswith("自治区", 0, left):
            region = _region_ending(found, left)
            left = region.start if region else left - 3
        edge = left
        while edge > 0 and text[edge - 1] in _JOINTS and left - edge < 3:
            edge -= 1
        before = by_end.get(edge)
        if before is None or before.group == "press" or (edge == left and before.end != first.start and body is None):
            return stack
        stack.insert(0, before)


@cache
def _introduction() -> re.Pattern[str]:
    """What may introduce a body and is no part of its name: 牵头单位."""
    return re.compile(alternation(w for w in words("leading_words.tsv") if len(w) > 2))


def _unit_start(found: Found, position: int) -> int:
    """Where a department that no body stands before begins (职教处 in …、职教处副处长), or `position`."""
    text = found.page.text
    if text[position - 1 : position] == "）":  # 发展规划处（产教融合处）处长
        position = max(text.rfind("（", max(0, position - 14), position), 0) or position
    start = position
    if text[position : position + 2] in ("部长", "处长") and (
        fused := _FUSED.search(text, max(0, position - 4), position)
    ):
        return fused.start()
    least = found.last_person_before(position)
    while start > least and position - start <= _LONGEST_UNIT and text[start - 1] not in "，。；：、！？\n （）“”":
        start -= 1
    if position - start > _LONGEST_UNIT:
        return position
    if lead := _introduction().match(text, start, position):
        start = lead.end()
    if text[start : start + 1] in ("和", "及", "与"):
        start += 1
    name = text[start:position]
    if _UNIT.fullmatch(name) and not re.search(r"[的由在是]", name) and not _TWO_UNITS.search(name):
        return start
    return position


def _superior(found: Found, composed: dict[str, str], name: str | None) -> str | None:
    """The body that a department belongs to, any other body as it is: the next department in a list is its sister."""
    if name in composed:
        return composed[name]
    if name is None or name[-1] not in "部司处科室":
        return name
    inside = _INSIDE.match(name)
    return found.superiors.get(name) or (inside[1] if inside else name)


def _inherited(found: Found, carried: tuple[str | None, int], left: int) -> str | None:
    """The body of the person before, where nothing but a mark of the list stands between."""
    body, end = carried
    text = found.page.text
    if (m := _LEADS_LIST.search(text, max(0, left - 12), left)) and (host := found.bodies_ending.get(m.start())):
        return found.body_name(host)
    if body is None or not 0 <= end <= left:
        return None
    between = found.page.text[end:left]
    return body if re.fullmatch(r"[、，和及与 　]{0,3}|等?[、，]?以及", between) else None


def _placed(
    found: Found, name: Name, stack: list[Title], inherited: str | None, before: bool, composed: dict[str, str]
) -> list[_Seat]:
    """Give each title of a stack its body."""
    text, seats, current = found.page.text, [], inherited
    current_start = stack[0].start if before else name.start
    for title in stack:
        edge = title.start if before else name.start
        body = found.bodies_ending.get(edge) or (
            None if before else found.bodies_ending.get(edge - 1) if text[edge - 1 : edge] in "和及" else None
        )
        stated = True
        pronoun = _pronoun(found, edge)
        if body is not None:
            name_of_body = found.body_name(body)
            if current and body.text.startswith("党委") and name_of_body == body.text:
                name_of_body = (_superior(found, composed, current) or "") + body.text  # 党委统战部 of the school
            if current and body.text.startswith("管") and current.endswith("党工委"):
                name_of_body = current.removesuffix("党工委") + body.text
            current, current_start = name_of_body, body.start
        elif pronoun:
            page_only = pronoun in _OWN  # 我校 is the page's own school and none that it names beside it
            current = _own(found) if page_only else found.school_before(edge)
            current_start = edge - len(pronoun)
        elif before and (unit := _unit_start(found, edge)) < edge:
            unit_name = re.sub("（.*", "", text[unit:edge])
            if unit_name and unit_name[-1] not in _UNIT_ENDS and _FUSED.search(unit_name):
                unit_name += text[edge]
            base = _superior(found, composed, current or found.resolver.school)
            placed = any(hit.start == unit for hit in found.hit_index.within(unit, edge))
            if own := next(
                (w for w in _SELF if len(w) > 1 and unit_name.startswith(w) and len(unit_name) > len(w) + 1), None
            ):
                unit_name, base = unit_name[len(own) :], found.resolver.school  # 学院发展规划处
            if (
                base is None
                or placed
                or unit_name.endswith(_STANDS_ALONE)
                or base.endswith(unit_name)
                or unit_name.startswith(_NATIONAL)
            ):
                base = ""
            if base:
                composed[base + unit_name] = base
            current, current_start = base + unit_name, unit
        elif not before and (spoken := _speaks_for(found, title.end)) is not None:
            current, current_start = found.body_name(spoken), title.start
        else:
            stated = False
        if current and current.endswith("兵团党委") and not title.text.endswith(("书记", "常委", "委员")):
            current = current.removesuffix("党委")  # the 司令员 is not of the committee
        if current and not stated and current in composed and title.text.endswith(_OF_THE_WHOLE):
            current = composed[current]
        organization = current if stated or title.group not in ("rank", "other", "press") else None
        if _PLACE_HEAD.match(title.text):
            organization = _place(found, title, current)
        elif title.text in _SPEAKS_FOR_ITSELF:
            organization = None
        elif title.text in _OF_STATE and not stated:
            organization = "国务院"
        elif title.text.endswith("主席") and text.endswith("自治区", 0, edge):
            organization = _region(found, edge, current)
        elif organization is None and _is_headed(found.resolver.school, title):
            organization = found.resolver.school
        if organization:
            organization = found.resolver.as_named(organization)
        past = title.past or (_past_before(text, current_start) if stated else "")
        start = min(current_start if organization else title.start, title.start, name.start)
        end = max(name.end, title.end)
        if not _one_sentence(found, start, end):
            start = min(title.start, name.start)
        seats.append(_Seat(name.text, replace(title, past=past), organization, start, end, stated, name.rule))
    return seats


def _pronoun(found: Found, edge: int) -> str | None:
    """The word for the page's own school that stands at a title: 我校, 学校, not the end of a name (管理学院)."""
    text = found.page.text
    word = next((w for w in _SELF if text.endswith(w, 0, edge)), None)
    if word is None:
        return None
    start = edge - len(word)
    clear = start == 0 or not "一" <= text[start - 1] <= "鿿" or word in _OWN
    if clear or (start in found.words.boundaries and found.words.tags[found.words.at(start - 1)][0] in "vpcud"):
        return word
    return None


def _own(found: Found) -> str | None:
    """The body that the page calls 我校 or 我院: its own school, or the institute named in its head."""
    if found.resolver.school:
        return found.resolver.school
    first_read = next((s.start for s in found.page.sentences if s.role is LineRole.BODY), 0)
    head = [b for b in found.body_index.within(0, first_read) if b.text.endswith("院")]
    return found.body_name(head[0]) if head else None


def _is_headed(school: str | None, title: Title) -> bool:
    """Whether a title that names no body is one of the page's own school: 校长 or 党委书记 of any, 院长 of a college."""
    if school is None:
        return False
    if title.text.endswith("院长"):
        return school.endswith("院")
    return title.text.endswith(
        ("校长", "党委书记", "党委副书记", "党委委员", "党委常委", "纪委书记", "教务长", "总会计师")
    ) or (title.group == "education" and title.text.endswith("书记"))


def _past_before(text: str, position: int) -> str:
    """原 or 时任 right before the body: 原某省水利厅厅长 is a past one, though the title alone is bare."""
    return "时任" if text.endswith(_FORMER, max(0, position - 2), position) else ""


def _speaks_for(found: Found, position: int) -> Body | None:
    """The body that 代表 right after a title names: 蒋某某校长代表某某大学."""
    if not found.page.text.startswith("代表", position):
        return None
    return next((b for b in found.body_index.within(position + 2, position + 40) if b.start == position + 2), None)


def _place(found: Found, title: Title, body: str | None) -> str | None:
    """The government that a 市长 heads: 泸州市人民政府 after 泸州市委副书记 or after the place; the body itself where it is one."""
    text = found.page.text
    if body and (m := _PLACE_OF.match(body)):
        return body if body.endswith("政府") else m["place"] + "人民政府"
    hits = gazetteer().find(text[max(0, title.start - 14) : title.start])
    if hits and hits[-1].end == min(14, title.start):
        return text[max(0, title.start - 14) + hits[-1].start : title.start] + "人民政府"
    level = title.text[-2:-1]
    if (
        level
        and text[title.start - 1 : title.start] == level
        and (name := _NAMED_PLACE.search(text, max(0, title.start - 14), title.start))
    ):
        return name.group()  # a division of another country
    division = found.resolver.division_before(title.start, level) if level and level in "省市区县州" else None
    return division.name + "人民政府" if division else None


def _region_ending(found: Found, position: int) -> Hit | None:
    """The division whose name ends at a position."""
    return next((h for h in found.hit_index.within(max(position - 12, 0), position) if h.end == position), None)


def _region(found: Found, edge: int, body: str | None) -> str | None:
    """The government that an 自治区主席 heads: of the region named right before, or of the party committee before it."""
    hit = _region_ending(found, edge)
    if hit is not None and len(hit.divisions) == 1:
        return hit.divisions[0].name + "人民政府"
    if body and body.endswith("自治区党委"):
        return body.removesuffix("党委") + "人民政府"
    division = found.resolver.division_before(edge, "自治区")
    return division.name + "人民政府" if division else None


def _one_sentence(found: Found, start: int, end: int) -> bool:
    return found.sentence_at(start) == found.sentence_at(end - 1)
