"""The post that a clause right before a name or right behind it says its bearer has: 现任某校校长的甲, 主任由乙担任."""

import re
from collections.abc import Iterable

from kg.facts.bare_post import body_meant
from kg.facts.parties import last_of
from kg.facts.post_body import PLACE_HEAD, body_start, region_ending
from kg.facts.seats import Seat, placed
from kg.mentions.found import Found
from kg.mentions.person import Name
from kg.mentions.title import Title

# 曾任某医院副院长的甲, 现任某校校长的乙.
_BEFORE_NAME = re.compile(
    "(?P<past>曾任|曾担任|曾经担任|历任|原任|曾为)|现任|担任|兼任|出任|身为|作为|当选为?|连任|就任|接任|升任|调任|新任|刚任"
)
_STATED = 6  # characters before the body of such a post


def told_before(found: Found, person: Name, by_end: dict[int, Title], composed: dict[str, str]) -> Iterable[Seat]:
    """The post that a clause right before a name says its bearer holds or held."""
    text = found.page.text
    title = by_end.get(person.start - 1) if text[person.start - 1 : person.start] == "的" else None
    if title is None or title.group in ("press", "rank") or not found.is_read(person.start):
        return
    chain = [title]
    while text[chain[0].start - 1] == "、" and (before := by_end.get(chain[0].start - 1)) is not None:
        chain.insert(0, before)  # 曾任某校党委书记、校长的甲
    first = chain[0].start
    left = body_start(found, first)
    if left == first and PLACE_HEAD.fullmatch(chain[0].text) and (place := region_ending(found, first)) is not None:
        left = place.start  # 出任甲县代县长的乙
    lead = next((m for m in _BEFORE_NAME.finditer(text, max(0, left - _STATED), left) if m.end() == left), None)
    if lead is None or left == first:
        return
    name = Name(person.start, person.end, person.text, "clause before the name")
    past = "时任" if lead["past"] else ""
    for seat in placed(found, name, [t._replace(past=t.past or past) for t in chain], None, True, composed):
        yield seat._replace(title=seat.title._replace(past=seat.title.past or past))


_GIVEN = re.compile("(?:同志)?(?:分别|共同)?(?:兼任|担任|出任)(?=[，。；、）]|\\Z)")
_OFFICE = re.compile("(?:一职|职务|的职务)(?:目前|现|此前|之前|长期|一直|曾|暂时?|将|均|都)*\\Z")
_IS_OVER = re.compile("此前|之前|曾")
_OFFICE_FAR = 10  # characters
_GIVEN_FAR = 50  # characters from the post to the name, with what is said of its bearer
_LIST_FAR = 400  # the same of the last of a list
_HEADS_TASK = frozenset(("组长", "副组长", "常务副组长", "总召集人", "召集人", "副召集人"))
_TASKS = ("领导小组", "工作组", "专班", "联席会议", "小组")
_NEXT = re.compile("[，、和与及]")


def given_to(found: Found, person: Name, by_end: dict[int, Title], composed: dict[str, str]) -> Iterable[Seat]:
    """The post that somebody, or each of a list, is given by a clause with 由: 实验室主任由某某大学教授甲担任, 组长由甲，乙担任."""
    text = found.page.text
    if not found.is_read(person.start) or not _GIVEN.match(text, _behind(found, person)):
        return
    stop = max(text.rfind(mark, max(0, person.start - _LIST_FAR), person.start) for mark in "。；\n") + 1
    by = text.rfind("由", max(stop, person.start - _LIST_FAR), person.start)
    title = by_end.get(by) or by_end.get(by - 1)
    if (so_called := _OFFICE.search(text, max(stop, by - _OFFICE_FAR), max(by, 0))) is not None:
        title = by_end.get(so_called.start())  # 局长一职一直由甲担任
        if title is not None and _IS_OVER.search(so_called.group()):
            title = title._replace(past=title.past or "时任")
    if by < 0 or title is None or title.group in ("press", "rank"):
        return
    listed = [p for p in found.people_index.within(by, person.start) if found.is_read(p.start)]
    if any(not _NEXT.match(text, _behind(found, p)) for p in listed):
        return
    if re.search("[；，]" if len(listed) == 0 else "；", text[by : person.start]):
        return
    if not listed and person.start - by > _GIVEN_FAR:
        return
    for each in (*listed, person):
        name = Name(each.start, each.end, each.text, "given a post")
        seats = placed(found, name, [title], None, True, composed)
        if seats[0].organization is None and title.text in _HEADS_TASK:
            held = last_of(found, title.start, _TASKS)
        else:
            held = body_meant(found, title.start, title) if seats[0].organization is None else None
        yield from ([seats[0]._replace(organization=held), *seats[1:]] if held is not None else seats)


def _behind(found: Found, person: Name) -> int:
    """Where a person's name ends, with the rank behind it."""
    rank = found.title_at.get(person.end)
    return rank.end if rank is not None and rank.group == "rank" else person.end
