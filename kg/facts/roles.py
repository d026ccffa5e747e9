"""Who holds which post: the stack of titles beside a name, read towards the body in which each is held.

    四川省委教育工委书记，教育厅党组书记、厅长余孝某 → 书记 of the 工委, 党组书记 and 厅长 of the 厅
    江海市委副书记、市长程某某 → 副书记 of 江海市委, 市长 of 江海市
A title without a body takes that of the title before it in the stack, then that of the person before it in the list.
"""

import re
from collections.abc import Iterable

from kg.facts.appointed import appointed
from kg.facts.apposed import apposed
from kg.facts.continued import continued
from kg.facts.each_own import behind_bodies, each_own
from kg.facts.field_heads import charged
from kg.facts.post_body import (
    APPOINTED,
    GENERIC,
    PLACE_HEAD,
    body_start,
    fused_bureau,
    pronoun_at,
    region_ending,
    unit_start,
)
from kg.facts.record import recorded
from kg.facts.seats import Seat, ends_in_office, is_fellow, placed, side_of, unread_unit
from kg.facts.short_body import kindred
from kg.facts.teams import led
from kg.facts.visited import visited
from kg.mentions.found import Found
from kg.mentions.person import Name
from kg.mentions.title import Title
from kg.model import Role, Span

_NO_POST = ("press", "candidate")
_UNNAMED = (
    "负责人",
    "主要负责人",
    "相关负责人",
    "有关负责人",
    "领导",
    "代表",
)  # 某会负责人，某局局长甲: one who is not named
_JOINTS = "、，兼和暨及/ 　"
# 温州某某学院的领导有…: the body of those who follow.
_LEADS_LIST = re.compile(r"的(?:领导|嘉宾|负责人|代表|来宾|同志)(?:同志|主要)?(?:有|包括|为)[：:]?\Z")
# 受某市人大常委会主任委托，副主任甲
_ON_BEHALF = re.compile(
    "(?:主任|主席|会长|理事长|[省市县区]长|董事长|书记|校长|院长|局长)(?:[一-鿿]{2,3})?(?:同志)?的?委托，\\Z"
)
_IN_A_LIST = re.compile(
    r"(?:同志|先生|女士|老师)?(?:(?:担任|当选为?|任)[^，。；、]{2,14}[长员人记](?=[，；]))?[、，；和及与 　]{0,3}|等?[、，]?以及|(?:[今昨]?（?\\d{1,2}）?日)?(?:率领?|带领|携同?|偕同?)校?"
)
_LEVELS = ("省", "市", "县", "区", "州")
# 动物营养学家, a calling with its field: nothing but this stands between two posts.
_CALLED = ("家", "获得者", "得主", "模范", "标兵", "能手")
_FIELD = re.compile("(?:\\A|(?<=[、，]))(?:国际|国内|我国)?(?:著名|知名)?[一-鿿“”]{2,18}\\Z|(?:\\A|(?<=[、，]))\\Z")
# 七县区教育局副局长, 各校校长: nobody's that is named here.
_OF_MANY = re.compile(
    "(?:各|有关|相关|部分|[两二三四五六七八九十](?:个|所|家|名|位|县区|区县|县市|市县|市州))[^，。；：、\n]*\\Z"
)
# 某厅副厅长、第七届某大赛组委会主任: which one it is stands before the body.
_SESSION = re.compile("(?:第[一二三四五六七八九十百0-9]{1,4}[届次]|[本首该]届|(?:19|20)\\d\\d年度?)\\Z")
# 甲任首任理事长，副校长乙: a post without its body is given to the one before.
_MADE = re.compile("(?:担任|兼任|出任|当选为?|[选聘]为|任)\\Z")
_CALLING = 20  # characters of a calling
_OF_SEVERAL = re.compile("[所家个大][一-鿿]{2,5}\\Z")
_SORT = 8  # characters of such a number with its sort
# 某局两位副局长甲及乙: how many they are stands before the post.
_COUNTED = re.compile("(?:[两二三四五六七八九十]|\\d{1,2})(?:[位名]|[所家个大][一-鿿]{2,5})\\Z")


def roles(found: Found) -> tuple[Role, ...]:
    """Every post that the running text gives a person, once each, with all the places that say so."""
    seats = _with_superiors(continued(found, [seat for seat in _seats(found) if seat.title.group not in _NO_POST]))
    merged: dict[tuple[str, str, str | None], tuple[Seat, dict[Span, None]]] = {}
    for seat in _without_repeats(seats):
        key = (seat.person, _words(seat.title), seat.organization)
        merged.setdefault(key, (seat, {}))[1][found.page.span(seat.start, seat.end)] = None
    held = [
        Role(tuple(spans), seat.rule, seat.person, _words(seat.title), seat.organization, bool(seat.title.past))
        for seat, spans in merged.values()
    ]
    return (*held, *_wrote(found, {role.person for role in held}))


def _with_superiors(seats: list[Seat]) -> list[Seat]:
    """Give a department that a second mention of its head names alone the body that the first gives it: 教育部甲司司长某, later 甲司司长某."""
    bodies: dict[tuple[str, str], set[str]] = {}
    for seat in seats:
        if seat.organization is not None:
            bodies.setdefault((seat.person, seat.title.text), set()).add(seat.organization)
    whole = {}
    for post, names in bodies.items():
        for name in names if len(names) > 1 else ():
            longer = [n for n in names if n != name and n.endswith(name)]
            if len(longer) == 1:
                whole[*post, name] = longer[0]
    return [
        s._replace(organization=whole.get((s.person, s.title.text, s.organization or ""), s.organization))
        for s in seats
    ]


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


def _without_repeats(seats: list[Seat]) -> list[Seat]:
    """Drop a title without a stated body where the same person has it (or a fuller form of it) with one."""
    firm: dict[str, dict[str, Seat]] = {}
    for seat in seats:
        if seat.organization is not None:
            posts = firm.setdefault(seat.person, {})
            if seat.title.text not in posts or (seat.stated and not posts[seat.title.text].stated):
                posts[seat.title.text] = seat
    said: dict[str, set[str]] = {}
    of_person: dict[str, list[Seat]] = {}
    for seat in seats:
        said.setdefault(seat.person, set()).add(seat.title.text)
        of_person.setdefault(seat.person, []).append(seat)
    kept = []
    for seat in seats:
        posts = firm.get(seat.person, {})
        twin = next(
            (
                p
                for t, p in posts.items()
                if p is not seat and t.endswith(seat.title.text) and not _beside(seat, t, of_person[seat.person])
            ),
            None,
        )
        elsewhere = (
            twin is not None
            and seat.rule in ("came to a post", "record of a life")
            and seat.organization not in (None, twin.organization)
        )  # 曾任甲局副局长、局长，乙局党组成员、局长
        if twin and not elsewhere and (seat.organization is None or (not seat.stated and twin.stated)):
            if seat.title.text == twin.title.text:
                kept.append(seat._replace(organization=twin.organization))
        elif seat.organization is None and any(
            t != seat.title.text and t.endswith(seat.title.text) and not _beside(seat, t, of_person[seat.person])
            for t in said[seat.person]
        ):
            continue
        elif seat.title.group != "rank" or seat.organization is not None:
            kept.append(seat)
    return kept


def _beside(seat: Seat, deputy: str, seats: Iterable[Seat]) -> bool:
    """Whether a post stands in one list with the deputy's post that its bearer, who has the `seats`, holds elsewhere: 甲公司副总经理、总经理乙."""
    return deputy == f"副{seat.title.text}" and any(
        s.title.text == deputy and 0 < seat.title.start - s.title.start < _CALLING for s in seats
    )


_HELD_ONCE = frozenset(("校长", "园长", "局长", "厅长", "县长", "市长", "区长"))  # nobody holds two of these
_DEPUTY = re.compile("^(?:常务|执行|名誉|第一)*副")


def _seats(found: Found) -> Iterable[Seat]:
    last_stack: list[Seat] = []
    composed: dict[str, str] = {}  # departments named here → the body each belongs to
    carried: tuple[str | None, int] = (None, -1)  # the body of the person before, and where that person's name ended
    by_end = found.title_ending
    taken: set[int] = set()  # where the posts begin that the name behind them has
    done: set[tuple[int, int]] = set()
    beside: dict[int, list[Name]] = {}  # where each title starts → the names behind it
    for name, title in found.names:
        if name.rule in ("title+name", "title+list") and found.is_read(name.start):
            beside.setdefault(title.start, []).append(name)
    first: dict[int, int] = {}  # where each title starts that a list shares → where the list starts
    for name, title in found.names:
        if not found.is_read(name.start):
            continue
        if name.rule == "title+list":
            for s in last_stack:
                yield s._replace(person=name.text, end=name.end)
            carried = (carried[0], name.end)
            continue
        if (name.start, title.start) in done or (title.text == "代表" and title.start not in found.bodies_ending):
            last_stack = []
            continue
        done.add((name.start, title.start))
        lead = by_end.get(name.start) if name.rule == "name+title" else None
        of = found.bodies_ending.get(lead.start) if lead is not None and lead.group == "rank" else None
        if lead is not None and of is not None and not (title.text.endswith("院长") and of.text.endswith("大学")):
            name = name._replace(
                start=lead.start
            )  # 某研究院高级工程师甲院长: the post is of what stands before the rank, too
        if name.rule == "list+title":
            yield from _shared(found, name, title, first.setdefault(title.start, name.start), composed)
            last_stack = []
            continue
        listed = beside.get(title.start, [])
        at = _uncounted(found, title) if len(listed) > 1 else title
        several = found.page.text[title.start - _SORT : title.start] if at is not title else ""
        each = _OF_SEVERAL.search(several) is not None  # 甲大学、乙学院两所高校校长丙、丁
        own = list(each_own(found, at, listed, composed, alike=not each)) if len(listed) > 1 else []
        title = title if each and not own else at
        if own:
            yield from own
            last_stack, carried = [], (None, -1)
            continue
        anchor = title if name.rule in ("title+name", "ruler with a number") else None
        stack = _stack(found, title, by_end) if anchor else [title]
        taken.update(t.start for t in stack if anchor)
        left = min(t.start for t in stack)
        if anchor:
            left = body_start(found, left)
            left -= found.page.text[left - 1 : left] == "校"  # 甲大学校长某、校党委书记某
            if PLACE_HEAD.match(stack[0].text) and found.page.text.endswith("政府", 0, left):
                left -= 2  # 常务副县长甲，政府副县长乙
            if left == stack[0].start and (charge := charged(found, stack[0])) < left:
                left = charge
        elif ends_in_office(found.page.text, name.start):
            left = unit_start(found, name.start)
        else:
            left = name.start
        again = (
            anchor is None
            and last_stack
            and last_stack[-1].person == name.text
            and last_stack[-1].title.end == name.start
        )
        inherited = (
            (last_stack[-1].organization if again else None)
            or _inherited(found, carried, left)
            or (None if anchor else visited(found, name, title))
        )
        if inherited is not None:  # 副总经理、乙公司董事长甲，副总经理丙: of the group of which 甲 is, too
            head = _DEPUTY.sub("", stack[0].text)  # 某学会会长、某大学教授甲，副会长乙
            same = [s for s in last_stack if s.title.text in (stack[0].text, head)]
            inherited = next((s.organization for s in same), None) or inherited
        seats = placed(found, name, stack, inherited, anchor is not None, composed)
        if not anchor:
            seats = [*_before_rank(found, name, inherited, by_end, composed), *seats]
        last_stack = seats
        yield from seats
        body = next((s.organization for s in reversed(seats) if s.organization and not is_fellow(s.title)), inherited)
        if body is None and seats and all(is_fellow(s.title) for s in seats):
            body = side_of(found, left)  # 某研究所一方出席的有某院院士甲，所长乙
        carried = (body, max(name.end, title.end))
    yield from apposed(found, composed, taken)
    yield from appointed(found, composed)
    yield from recorded(found, composed)
    yield from _called(found, by_end, composed)
    yield from behind_bodies(found)
    for name, title, team, start, end in led(found):
        yield Seat(name.text, title, team, start, end, True, "leads the team named behind")


def _uncounted(found: Found, title: Title) -> Title:
    """A post of several with its beginning before their number, where a body or a word for one stands there: 市教育局两位|副局长."""
    counted = _COUNTED.search(found.page.text, max(0, title.start - 8), title.start)
    if counted is None:
        return title
    left = counted.start()
    named = left in found.bodies_ending or unit_start(found, left) < left
    named = bool(named or pronoun_at(found, left) or region_ending(found, left))
    return title._replace(start=left) if named else title


def _before_rank(
    found: Found, name: Name, inherited: str | None, by_end: dict[int, Title], composed: dict[str, str]
) -> list[Seat]:
    """The posts before the body of one whose last title stands behind the name: 中国科学院院士、某大学甲教授."""
    body = found.bodies_ending.get(name.start)
    if body is None or found.page.text[body.start - 1 : body.start] != "、":
        return []
    title = by_end.get(body.start - 1)
    stated = title is not None and title.start in found.bodies_ending
    if title is None or not stated or title.group == "press" or title.start in found.titles_behind_names:
        return []
    if _OF_MANY.search(found.page.text, max(0, title.start - _CALLING), title.start):
        return []
    return placed(found, name, _stack(found, title, by_end), inherited, True, composed)


def _shared(found: Found, name: Name, title: Title, first: int, composed: dict[str, str]) -> Iterable[Seat]:
    """The post that a list of names, from `first` on, shares with the title after it: 甲、乙等某院院士, 某学会甲、乙等委员."""
    before = title.start not in found.bodies_ending and (
        first in found.bodies_ending or unit_start(found, first) < first
    )
    at = title._replace(start=first, end=first) if before else title
    for seat in placed(found, name._replace(start=at.start), [at], None, True, composed):
        yield seat._replace(title=title, start=min(seat.start, name.start), end=title.end)


def _called(found: Found, by_end: dict[int, Title], composed: dict[str, str]) -> Iterable[Seat]:
    """The posts before a calling or an honour that is no post itself: 中国工程院院士、动物营养学家甲, 某协会主席、某奖获得者乙."""
    text = found.page.text
    for person in found.people_index.items:
        if not text.endswith(_CALLED, 0, person.start) or not found.is_read(person.start):
            continue
        field = _FIELD.search(text, max(0, person.start - _CALLING), person.start)
        title = by_end.get(field.start() - 1) if field else None
        if field is not None and found.last_person_before(person.start) > field.start():
            continue  # 甲以及著名书法家乙
        if title is not None and title.group != "press":
            name = Name(person.start, person.end, person.text, "title+name")
            yield from placed(found, name, _stack(found, title, by_end), None, True, composed)


def _stack(found: Found, title: Title, by_end: dict[int, Title]) -> list[Title]:
    """The titles that stand before a name, from left to right, `title` the last."""
    stack = [title]
    text = found.page.text
    while True:
        first = stack[0]
        left = first.start
        body = found.bodies_ending.get(left)
        left = body_start(found, left)
        seated = body is not None or PLACE_HEAD.match(first.text)  # 某市委常委，某区|副区长
        if seated and (place := region_ending(found, left)) is not None:
            left = place.start  # 包头|市委, which the segmenter cuts so
        if left == first.start:
            kin = kindred(found, first)
            left = kin[0] if kin else left
        if left == first.start and first.group == "rank":
            left = _field(found, left)
        if left == first.start and first.text.endswith("主席") and text.endswith("自治区", 0, left):
            region = region_ending(found, left)
            left = region.start if region else left - 3
        if left == first.start and first.text.endswith(("专员", "盟长")) and text.endswith("行署", 0, left):
            left -= 2  # 某地委副书记、行署专员
        if text[left - 1 : left] in _LEVELS and text[max(left - 2, 0)] in _JOINTS:
            left -= 1  # 市总督学
        if left == first.start and PLACE_HEAD.match(first.text) and text.endswith("政府", 0, left):
            left -= 2  # 县委副书记、政府县长
        if left == first.start and first.text in ("局长", "厅长") and (bureau := fused_bureau(found, left)):
            left = bureau[0]  # 副州长、公安|局长
        if left == first.start:
            left = unread_unit(found, first)
        if left == first.start and (alone := GENERIC.search(text, max(0, left - 6), left)) is not None:
            left = alone.start("word")  # 工商联主席、商会会长
        if session := _SESSION.search(text, max(0, left - 6), left):
            left = session.start()
        if text[left - 1 : left] in ("原", "前") and text[left - 2 : left - 1] in ("，", "、"):
            left -= 1  # 某学院院长、前|TCL集团总裁
        if text[left - 1 : left] == "“" and text.find("”", left, first.start) >= 0:
            left -= 1  # 副委员长、“甲工程”理事长
        edge = left
        while edge > 0 and text[edge - 1] in _JOINTS and left - edge < 3:
            edge -= 1
        before = by_end.get(edge)
        if before is None and text[edge - 1 : edge] == "）" and edge < left:
            before = by_end.get(text.rfind("（", max(0, edge - 8), edge))  # 主席（会长）、某公司董事长
        if before is not None and (
            (before.text == "代表" and before.start not in found.bodies_ending)
            or before.start in found.titles_behind_names
            or _OF_MANY.search(text, max(0, before.start - _CALLING), before.start)
            or _is_given_to_another(found, before, by_end)
            or (before.text in _UNNAMED and "，" in text[edge:left])
            or (
                "，" in text[edge:left] and before.text in _HELD_ONCE and before.text in {t.text for t in stack}
            )  # 甲小学校长，乙中学书记、校长丙
        ):
            return stack
        beside = before is not None and before.text.endswith(("常委", "委员"))  # 党委常委组织部部长
        apart = edge == left and before is not None and before.end != first.start and body is None and not beside
        if before is None or before.group == "press" or apart:
            return stack
        stack.insert(0, before)


def _field(found: Found, position: int) -> int:
    """Where the field of a calling begins (国际著名摩擦学 of 国际著名摩擦学专家), with no person and no post in it."""
    field = _FIELD.search(found.page.text, max(0, position - _CALLING), position)
    if field is None or found.last_person_before(position) > field.start():
        return position
    return position if any(t.end > field.start() for t in found.title_before(position)) else field.start()


def _is_given_to_another(found: Found, title: Title, by_end: dict[int, Title]) -> bool:
    """Whether the title before is what somebody named before it became: 任命甲担任某部部长、某联盟秘书长乙."""
    body = found.bodies_ending.get(title.start)
    left = body_start(found, title.start)
    text = found.page.text
    left -= text[left - 1 : left] == "“"
    if left == title.start and (alone := GENERIC.search(text, max(0, left - 6), left)) is not None:
        left = alone.start("word")
    stop = left if body is not None else title.start  # 有限责任公司 holds no 任
    lead = APPOINTED.search(text, max(0, left - 4), stop) or _MADE.search(text, max(0, left - 4), left)
    while lead is None and text[left - 1] in "、兼" and (listed := by_end.get(left - 1)) is not None:
        left = found.bodies_ending[listed.start].start if listed.start in found.bodies_ending else listed.start
        lead = _MADE.search(text, max(0, left - 4), left)
    if lead is None or lead.end() < left:
        return False
    return "一" <= text[lead.start() - 1 : lead.start()] <= "鿿" and text[lead.start() - 1] not in "时现曾原历前新拟"


def _inherited(found: Found, carried: tuple[str | None, int], left: int) -> str | None:
    """The body of the person before, where nothing but a mark of the list stands between."""
    body, end = carried
    text = found.page.text
    lead = _LEADS_LIST.search(text, max(0, left - 12), left) or _ON_BEHALF.search(text, max(0, left - 12), left)
    if (m := lead) and (host := found.bodies_ending.get(m.start())):
        return found.body_name(host)
    if body is None or not 0 <= end <= left:
        return None
    if (rank := found.title_at.get(end)) and rank.end <= left:  # 某委副主任甲院士、乙副主任
        end = rank.end
    between = found.page.text[end:left]
    return body if _IN_A_LIST.fullmatch(between) else None
