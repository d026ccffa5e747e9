"""Posts that somebody comes to or leaves: 甲当选某协会会长, 任命乙担任某部部长, 聘任丙为某某中学及分校校长."""

import re
from collections.abc import Iterable

from kg.facts.post_body import GENERIC, PLACE_HEAD, unit_start
from kg.facts.seats import Seat, placed
from kg.mentions.body import Body
from kg.mentions.found import Found
from kg.mentions.person import Name
from kg.mentions.title import Title

_COMES_TO = re.compile(
    "(?:同志)?(?:先后|相继|现|一直|仍|还|已|正式|新|均|并){0,3}(?P<leaves>不再|曾|原)?(?:先后|相继|继续)?"
    "(?:担任|兼任|出任|就任|接任|调任|改任|升任|当选为?|被?推选为|为|任(?!命))(?:新一届|第[一二三四五六七八九十]+届)?"
)
_LEAVES = re.compile("(?:同志)?的?")  # after 免去甲
# 甲同志的某某大学校长职务…均予免去
_OF_THEIRS = re.compile("(?:同志)?的(?=[^，。；]{4,40}职务[^。]{0,60}?(?:予以?免去|予以?免除|被免去))")
_LONGEST = 16  # characters of a name
_FURTHEST = 40  # characters between the verb and the title
_AND_BRANCH = re.compile("[及和与](?:其|所属)?[一-鿿]{0,3}(?:分校|校区|分院|院区)")


def appointed(found: Found, composed: dict[str, str]) -> Iterable[Seat]:
    """The posts that somebody comes to: 甲当选某协会会长, 任命乙担任某部部长."""
    text = found.page.text
    for person in found.people_index.items:
        rank = found.title_at.get(person.end)
        removed = text.endswith("免去", 0, person.start) or _OF_THEIRS.match(text, person.end) is not None
        made = (_LEAVES if removed else _COMES_TO).match(text, rank.end if rank else person.end)
        title = found.next_title(made.end()) if made else None
        if made is None or title is None or title.start - made.end() > _FURTHEST or title.group in ("press", "rank"):
            continue
        if removed or made.groupdict().get("leaves"):
            title = title._replace(past=title.past or "时任")
        body = found.bodies_ending.get(title.start)
        branch = _body_and_branch(found, made.end(), title)
        if branch is not None and found.is_read(person.start):
            seat = Seat(person.text, title, found.body_name(branch), person.start, title.end, True, "came to a post")
            yield seat
        elif found.is_read(person.start) and (
            (body is not None and body.start == made.end())
            or GENERIC.fullmatch(text, made.end(), title.start)
            or _is_of_place(found, made.end(), title)
        ):
            name = Name(person.start, person.end, person.text, "came to a post")
            seats = placed(found, name, [title], None, True, composed)
            while (title := _next(found, title)) is not None:
                seats += placed(found, name, [title], seats[-1].organization, True, composed)
            yield from (s._replace(person=p.text, start=p.start) for p in _listed(found, person) for s in seats)


def _is_of_place(found: Found, start: int, title: Title) -> bool:
    """Whether a place fills [start, title): 杭州市副市长."""
    return PLACE_HEAD.fullmatch(title.text) is not None and any(
        (hit.start, hit.end) == (start, title.start) for hit in found.hits
    )


def _listed(found: Found, person: Name) -> list[Name]:
    """Somebody and those who stand before in the same list: 甲及乙、丙当选为副会长."""
    chain = [person]
    text = found.page.text
    while text[chain[0].start - 1 : chain[0].start] in ("、", "和", "及"):
        end = chain[0].start - 1
        before = next((p for p in found.people_index.within(max(0, end - _LONGEST), end) if p.end == end), None)
        if before is None:
            break
        chain.insert(0, before)
    return chain


def _next(found: Found, title: Title) -> Title | None:
    """The post after this one in a list that no other name ends: 曾任某校副校长、校长、某局局长."""
    if found.page.text[title.end : title.end + 1] not in ("、", "兼", "和"):
        return None
    after = found.next_title(title.end)
    if after is None or after.start - title.end > _FURTHEST or after.start in found.titles_before_names:
        return None
    body = found.bodies_ending.get(after.start)
    left = body.start if body else unit_start(found, after.start)
    return after if left == title.end + 1 else None


def _body_and_branch(found: Found, start: int, title: Title) -> Body | None:
    """The body that starts here where its branch stands between it and the title: 某某中学及分校校长."""
    body = next((b for b in found.body_index.within(start, title.start) if b.start == start), None)
    if body is None or not _AND_BRANCH.fullmatch(found.page.text, body.end, title.start):
        return None
    return body
