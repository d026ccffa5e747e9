"""The posts for which somebody goes to a body: 甲赴某某大学任校长, 乙从某局调到某某学院担任党委书记、院长."""

import re
from collections.abc import Iterable

from kg.facts.post_body import fits
from kg.facts.post_lists import list_of_posts
from kg.facts.seats import Seat
from kg.mentions.found import Found
from kg.mentions.person import Name

_GOES_AS = re.compile(
    "(?:同志|先生|女士)?(?:(?:[于在]?(?:19|20)\\d\\d年(?:\\d{1,2}月)?|去年|今年|日前|近日)，?)?(?:从[^，。；]{2,16}?(?=调))?(?:已|随后|(?P<past>此前|曾))?"
    "(?:调?赴|调?[到入往]|调(?![研查整解])|前往|回到?)(?P<body>[^，。；]{3,24}?)(?:担任|出任|任)(?![职教务])"
)
_THERE = re.compile("[，。；、\\n]|\\Z|至今|已")


def gone_to(found: Found, person: Name, composed: dict[str, str]) -> Iterable[Seat]:
    """The posts for which somebody goes to a body."""
    rank = found.title_at.get(person.end)
    m = _GOES_AS.match(found.page.text, rank.end if rank is not None and rank.group == "rank" else person.end)
    body = found.bodies_ending.get(m.end("body")) if m else None
    title = found.title_at.get(m.end()) if m else None
    if m is None or body is None or body.start != m.start("body") or title is None or not found.is_read(person.start):
        return
    if title.start in found.titles_before_names or not _THERE.match(found.page.text, title.end):
        return  # 到某大学任校长甲的助手, 任校长一职的消息不实
    if title.group in ("press", "rank") or not fits(title, found.body_name(body)):
        return
    title = title._replace(past="时任") if m["past"] else title
    name = Name(person.start, person.end, person.text, "came to a post")
    seats = list_of_posts(found, name, title._replace(start=body.end), composed, leaves=bool(m["past"]))
    yield from (s._replace(organization=found.body_name(body)) if s.organization is None else s for s in seats)
