"""Posts that somebody comes to or leaves: 甲当选某协会会长, 任命乙担任某部部长, 聘任丙为某某中学及分校校长."""

import re
from collections.abc import Iterable
from dataclasses import replace

from kg.facts.post_body import GENERIC
from kg.facts.seats import Seat, placed
from kg.mentions.found import Found
from kg.mentions.organization import Body
from kg.mentions.person import Name
from kg.mentions.title import Title

# Posts that are held in the State Council, whatever body stands before.
_COMES_TO = re.compile("(?:同志)?(?:担任|兼任|出任|就任|当选为?|被?推选为|为|任)")
_FURTHEST = 40  # characters between the verb and the title
_AND_BRANCH = re.compile("[及和与](?:其|所属)?[一-鿿]{0,3}(?:分校|校区|分院|院区)")


def appointed(found: Found, composed: dict[str, str]) -> Iterable[Seat]:
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
            seat = Seat(person.text, title, found.body_name(branch), person.start, title.end, True, "came to a post")
            yield seat
        elif found.is_read(person.start) and (
            (body is not None and body.start == made.end()) or GENERIC.fullmatch(text, made.end(), title.start)
        ):
            name = Name(person.start, person.end, person.text, "came to a post")
            yield from (
                replace(s, start=person.start, end=title.end)
                for s in placed(found, name, [title], None, True, composed)
            )


def _body_and_branch(found: Found, start: int, title: Title) -> Body | None:
    """The body that starts here where its branch stands between it and the title: 某某中学及分校校长."""
    body = next((b for b in found.body_index.within(start, title.start) if b.start == start), None)
    if body is None or not _AND_BRANCH.fullmatch(found.page.text, body.end, title.start):
        return None
    return body
