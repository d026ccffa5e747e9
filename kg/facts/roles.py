"""Who holds which post: the stack of titles beside a name, read towards the body in which each is held.

    四川省委教育工委书记，教育厅党组书记、厅长余孝某 → 书记 of the 工委, 党组书记 and 厅长 of the 厅
    泸州市委副书记、市长杨某某 → 副书记 of 泸州市委, 市长 of 泸州市
A title without a body takes that of the title before it in the stack, then that of the person before it in the list.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.facts.post_body import (
    APPOINTED,
    FUSED,
    OWN,
    PLACE_HEAD,
    SELF,
    STANDS_ALONE,
    UNIT_ENDS,
    fits,
    government_of,
    is_headed,
    named_so,
    of_level,
    own_body,
    pronoun_at,
    region_ending,
    region_government,
    superior,
    unit_start,
)
from kg.facts.post_body import (
    GENERIC as _GENERIC,
)
from kg.mentions.found import Found
from kg.mentions.organization import Body
from kg.mentions.person import Name
from kg.mentions.title import Title
from kg.model import Role, Span

_JOINTS = "、，兼和暨及/ 　"
# Posts that are held in the State Council, whatever body stands before.
_COMES_TO = re.compile("(?:同志)?(?:担任|兼任|出任|就任|当选为?|被?推选为|为|任)")
_FURTHEST = 40  # characters between the verb and the title
_OF_STATE = frozenset(("国务委员", "国务院总理", "国务院副总理", "国务院秘书长"))
_NATIONAL = ("中央", "全国", "国家", "中国", "国务院")
# 温州某某学院的领导有…: the body of those who follow.
_LEADS_LIST = re.compile(r"的(?:领导|嘉宾|负责人|代表|来宾|同志)(?:同志|主要)?(?:有|包括|为)[：:]?\Z")
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
_LEVELS = ("省", "市", "县", "区", "州")
_FORMER = ("原", "时任", "前任", "曾任")
_AND_BRANCH = re.compile("[及和与](?:其|所属)?[一-鿿]{0,3}(?:分校|校区|分院|院区)")
# 动物营养学家, a calling with its field: nothing but this stands between two posts.
_FIELD = re.compile("(?:\\A|(?<=[、，]))(?:国际|国内|我国)?(?:著名|知名)?[一-鿿]{2,16}\\Z|(?:\\A|(?<=[、，]))\\Z")
_CALLING = 20  # characters of a calling
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
        if name.rule == "list+title":
            yield from _shared(found, name, title, composed)
            last_stack = []
            continue
        anchor = title if name.rule == "title+name" else None
        stack = _stack(found, title, by_end) if anchor else [title]
        left = min(t.start for t in stack)
        if anchor:
            left = found.bodies_ending[left].start if left in found.bodies_ending else unit_start(found, left)
        inherited = _inherited(found, carried, left if anchor else name.start)
        seats = _placed(found, name, stack, inherited, anchor is not None, composed)
        last_stack = seats
        yield from seats
        body = next((s.organization for s in reversed(seats) if s.organization), inherited)
        carried = (body, max(name.end, title.end))
    yield from _appointed(found, composed)
    yield from _called(found, by_end, composed)


def _shared(found: Found, name: Name, title: Title, composed: dict[str, str]) -> Iterable[_Seat]:
    """The post that a list of names shares with the title after it: 甲、乙等某院院士."""
    for seat in _placed(found, replace(name, start=title.start), [title], None, True, composed):
        yield replace(seat, start=name.start, end=title.end)


def _called(found: Found, by_end: dict[int, Title], composed: dict[str, str]) -> Iterable[_Seat]:
    """The posts before a calling that is no post itself: 中国工程院院士、动物营养学家甲."""
    text = found.page.text
    for person in found.people_index.items:
        if text[person.start - 1 : person.start] != "家" or not found.is_read(person.start):
            continue
        field = _FIELD.search(text, max(0, person.start - _CALLING), person.start)
        title = by_end.get(field.start() - 1) if field else None
        if title is not None and title.group != "press":
            name = Name(person.start, person.end, person.text, "title+name")
            yield from _placed(found, name, _stack(found, title, by_end), None, True, composed)


def _appointed(found: Found, composed: dict[str, str]) -> Iterable[_Seat]:
    """The posts that somebody comes to: 甲当选某协会会长, 任命乙担任某部部长."""
    text = found.page.text
    for person in found.people_index.items:
        rank = found.title_at.get(person.end)
        made = _COMES_TO.match(text, rank.end if rank else person.end)
        title = found.next_title(made.end()) if made else None
        if made is None or title is None or title.start - made.end() > _FURTHEST or title.group in ("press", "rank"):
            continue
        body = found.bodies_ending.get(title.start)
        branch = _body_and_branch(found, made.end(), title)
        if branch is not None and found.is_read(person.start):
            seat = _Seat(person.text, title, found.body_name(branch), person.start, title.end, True, "came to a post")
            yield seat
        elif found.is_read(person.start) and (
            (body is not None and body.start == made.end()) or _GENERIC.fullmatch(text, made.end(), title.start)
        ):
            name = Name(person.start, person.end, person.text, "came to a post")
            yield from (
                replace(s, start=person.start, end=title.end)
                for s in _placed(found, name, [title], None, True, composed)
            )


def _body_and_branch(found: Found, start: int, title: Title) -> Body | None:
    """The body that starts here where its branch stands between it and the title: 某某中学及分校校长."""
    body = next((b for b in found.body_index.within(start, title.start) if b.start == start), None)
    if body is None or not _AND_BRANCH.fullmatch(found.page.text, body.end, title.start):
        return None
    return body


def _stack(found: Found, title: Title, by_end: dict[int, Title]) -> list[Title]:
    """The titles that stand before a name, from left to right, `title` the last."""
    stack = [title]
    text = found.page.text
    while True:
        first = stack[0]
        left = first.start
        body = found.bodies_ending.get(left)
        left = body.start if body is not None else unit_start(found, first.start)
        if (
            left == first.start
            and first.group == "rank"
            and (field := _FIELD.search(text, max(0, left - _CALLING), left))
        ):
            left = field.start()
        if left == first.start and first.text.endswith("主席") and text.endswith("自治区", 0, left):
            region = region_ending(found, left)
            left = region.start if region else left - 3
        if text[left - 1 : left] in _LEVELS and text[max(left - 2, 0)] in _JOINTS:
            left -= 1  # 市总督学
        edge = left
        while edge > 0 and text[edge - 1] in _JOINTS and left - edge < 3:
            edge -= 1
        before = by_end.get(edge)
        if before is not None and _is_given_to_another(found, before):
            return stack
        if before is None or before.group == "press" or (edge == left and before.end != first.start and body is None):
            return stack
        stack.insert(0, before)


def _is_given_to_another(found: Found, title: Title) -> bool:
    """Whether the title before is what somebody named before it became: 任命甲担任某部部长、某联盟秘书长乙."""
    body = found.bodies_ending.get(title.start)
    left = body.start if body is not None else unit_start(found, title.start)
    text = found.page.text
    lead = APPOINTED.search(text, max(0, left - 4), title.start)
    if lead is None or lead.end() < left:
        return False
    return "一" <= text[lead.start() - 1 : lead.start()] <= "鿿" and text[lead.start() - 1] not in "时现曾原历前新拟"


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
    generic = False  # 集团董事长: of a company that the page does not name here, and of no school
    for title in stack:
        edge = title.start if before else name.start
        body = found.bodies_ending.get(edge) or (
            None if before else found.bodies_ending.get(edge - 1) if text[edge - 1 : edge] in "和及" else None
        )
        stated = True
        pronoun = pronoun_at(found, edge)
        own_word = _GENERIC.search(text, max(0, edge - 6), edge) if body is None else None
        if body is not None:
            name_of_body = found.body_name(body)
            if current and body.text.startswith("党委") and name_of_body == body.text:
                name_of_body = (superior(found, composed, current) or "") + body.text  # 党委统战部 of the school
            if current and body.text.startswith("管") and current.endswith("党工委"):
                name_of_body = current.removesuffix("党工委") + body.text
            current, current_start = name_of_body, body.start
        elif pronoun:
            page_only = pronoun in OWN  # 我校 is the page's own school and none that it names beside it
            current = own_body(found) if page_only else found.school_before(edge)
            current_start = edge - len(pronoun)
        elif before and (pointed := found.pointer_ending.get(edge)) is not None:
            current, current_start = pointed.body, pointed.start  # 该公司董事长, 联盟理事长
        elif own_word:
            generic, current = True, named_so(found, own_word["word"], edge)
            current_start = own_word.start("word")
        elif before and (unit := unit_start(found, edge)) < edge:
            unit_name = re.sub("（.*", "", text[unit:edge])
            if unit_name and unit_name[-1] not in UNIT_ENDS and FUSED.search(unit_name):
                unit_name += text[edge]
            if unit_name.startswith(("校党", "校办", "校团", "校工")):
                unit_name = unit_name[1:]
            base = superior(found, composed, current or (None if generic else found.resolver.school))
            placed = any(hit.start == unit for hit in found.hit_index.within(unit, edge))
            if own := next(
                (w for w in SELF if len(w) > 1 and unit_name.startswith(w) and len(unit_name) > len(w) + 1), None
            ):
                unit_name, base = unit_name[len(own) :], found.resolver.school  # 学院发展规划处
            if (
                base is None
                or placed
                or unit_name.endswith("实验室")
                or unit_name.startswith(("公司", "集团"))
                or unit_name.endswith(STANDS_ALONE)
                or base.endswith(unit_name)
                or unit_name.startswith(_NATIONAL)
            ):
                base = ""
            if base and unit_name[:1] not in _LEVELS:
                composed[base + unit_name] = base
            levelled = of_level(found, unit_name, unit)
            current, current_start = levelled or base + unit_name, unit
        elif not before and (spoken := _speaks_for(found, title.end)) is not None:
            current, current_start = found.body_name(spoken), title.start
        else:
            stated = False
        if current and current.endswith("兵团党委") and not title.text.endswith(("书记", "常委", "委员")):
            current = current.removesuffix("党委")  # the 司令员 is not of the committee
        if current and not stated and current in composed and title.text.endswith(_OF_THE_WHOLE):
            current = composed[current]
        if current and not stated and not fits(title, current):
            current = None
        organization = current if stated or title.group not in ("rank", "other", "press") else None
        if PLACE_HEAD.match(title.text):
            organization = government_of(found, title, current)
        elif title.text in _SPEAKS_FOR_ITSELF:
            organization = None
        elif title.text in _OF_STATE and not stated:
            organization = "国务院"
        elif title.text.endswith("主席") and text.endswith("自治区", 0, edge):
            organization = region_government(found, edge, current)
        elif organization is None and not generic and is_headed(found.resolver.school, title):
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


def _past_before(text: str, position: int) -> str:
    """原 or 时任 right before the body: 原某省水利厅厅长 is a past one, though the title alone is bare."""
    return "时任" if text.endswith(_FORMER, max(0, position - 2), position) else ""


def _speaks_for(found: Found, position: int) -> Body | None:
    """The body that 代表 right after a title names: 蒋某某校长代表某某大学."""
    if not found.page.text.startswith("代表", position):
        return None
    return next((b for b in found.body_index.within(position + 2, position + 40) if b.start == position + 2), None)


def _one_sentence(found: Found, start: int, end: int) -> bool:
    return found.sentence_at(start) == found.sentence_at(end - 1)
