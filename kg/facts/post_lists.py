"""The posts of one person in a list: 某大学甲研究所所长、乙学院院长、副校长; 曾任某校副校长、校长、某局局长."""

import re

from kg.facts.post_body import PLACE_HEAD, body_start, region_ending
from kg.facts.seats import Seat, placed
from kg.mentions.found import Found
from kg.mentions.gazetteer import gazetteer
from kg.mentions.person import Name
from kg.mentions.title import Title

_FURTHEST = 40  # characters between one post and the next
_ASIDE = re.compile("（[^（）]{2,8}）(?=[，、])")


def list_of_posts(found: Found, name: Name, title: Title, composed: dict[str, str], *, leaves: bool) -> list[Seat]:
    """The posts of a list, the first with its body; those in units and at the head of one school are all of that school:
    某大学甲研究所所长、乙学院院长、研究生部主任、副校长."""
    body = found.bodies_ending.get(title.start)
    school = found.page.text[body.start : body.parent_end] if body is not None and body.parent_end else ""
    school = school if school.endswith(("大学", "学院")) else ""
    seats = placed(found, name, [title], None, True, composed)
    after = next_post(found, title, lived=leaves)
    while after is not None:
        held = after._replace(past=after.past or "时任") if leaves else after
        for seat in placed(found, name, [held], seats[-1].organization, True, composed):
            seats.append(at_school(seat, seats[-1], school) if school else seat)
        after = next_post(found, after, lived=leaves)
    return seats


_UNIT_OF_SCHOOL = re.compile("(?!国家|中央|全国|中国)[一-鿿]{1,20}(?:学院|系|所|中心|部|处|院|办公室|实验室)")


def at_school(seat: Seat, before: Seat, school: str) -> Seat:
    """A post in the next unit of a school, or at its head."""
    unit, last = seat.organization or "", before.organization or ""
    if unit == last:
        heads = last.startswith(school) and seat.title.text.endswith(HEADS_OF_SCHOOL)
        return seat._replace(organization=school) if heads else seat  # not where another school stands between
    if last.startswith(school) and unit.startswith(last):
        unit = unit[len(last) :]  # a unit beside the one before, not within it
    whole = _UNIT_OF_SCHOOL.fullmatch(unit) and "大学" not in unit and not gazetteer().find(unit)
    return seat._replace(organization=school + unit) if whole else seat


HEADS_OF_SCHOOL = ("校长", "教务长", "校长助理", "党委书记", "党委副书记", "党委常委", "纪委书记")


def next_post(found: Found, title: Title, *, lived: bool = False) -> Title | None:
    """The post after this one in a list that no other name ends: 曾任某校副校长、校长、某局局长."""
    text, end = found.page.text, title.end
    end = aside.end() if (aside := _ASIDE.match(text, end)) else end  # 副董事长（正职待遇）
    mark = text[end : end + 1]
    if mark not in ("、", "兼", "和", "及", "，"):
        return None
    after = found.next_title(title.end)
    if after is not None and after.start == end and mark == "兼":
        return after  # 党委副书记兼纪委书记
    if after is None or after.start - end > _FURTHEST or after.start in found.titles_before_names:
        return None
    body = found.bodies_ending.get(after.start)
    left = body_start(found, after.start)
    if mark == "，" and (
        (body is None and not (lived and PLACE_HEAD.fullmatch(after.text)))
        or text[after.end : after.end + 1] not in ("，。；、" if lived or not _ends_at_name(found, after) else "，。；")
    ):
        return None
    if left == after.start and PLACE_HEAD.fullmatch(after.text) and (place := region_ending(found, left)) is not None:
        left = place.start  # 、武进区区长
    left -= text[left - 1] == "校"  # 科研处处长、校党委常委
    return after if left == end + 1 else None


def _ends_at_name(found: Found, title: Title) -> bool:
    """Whether the list of posts that goes on with a title leads to a name: 甲局局长、副书记乙."""
    while found.page.text[title.end : title.end + 1] == "、" and (after := found.next_title(title.end)) is not None:
        title = after
    return title.start in found.titles_before_names
