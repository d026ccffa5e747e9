"""Officers whose body the sentence has named with others of the same post: 某盟政协副主席甲、乙出席会议；副主席丙、丁列席."""

import re
from collections.abc import Sequence

from kg.facts.post_body import fits
from kg.facts.seats import Seat
from kg.mentions.found import Found

_GROUPS = ("government", "association", "party", "company")
_HEAD = re.compile(
    "(?:常务|执行|专职|兼职|驻会|第一)*(?P<deputy>副?)(?P<head>主席|主任|局长|厅长|部长|会长|理事长|秘书长|总经理|检察长|院长|书记|常委)"
)
_GRADE = re.compile("[一二]级(?:巡视员|调研员)|副?巡视员")
_OFFICES = ("局", "厅", "委", "委员会", "部", "办公室", "政府")
_RULES = ("title+name", "title+list")


def _is_bare(text: str, start: int) -> bool:
    """Whether no word of another body stands right before a title: 会见某国协商会议|副主席甲."""
    before = text[start - 1 : start]
    return not "一" <= before <= "鿿" or before in "由和及与同兼"


def continued(found: Found, seats: Sequence[Seat]) -> list[Seat]:
    """The seats, each deputy without a body in that of the only one of its post that the sentence names before it."""
    told: dict[tuple[int, str], set[str]] = {}  # where a sentence starts, and the post → the bodies that have it
    heads: dict[int, set[str]] = {}  # where a sentence starts → the bodies in which it names posts
    filled = list[Seat]()
    for seat in seats:
        if seat.organization is not None:
            if (at := found.sentence_at(seat.title.start)) is not None:
                heads.setdefault(at.start, set()).add(seat.organization)
        elif _GRADE.fullmatch(seat.title.text) and _is_bare(found.page.text, seat.title.start):
            at = found.sentence_at(seat.title.start)
            only = heads.get(at.start, set()) if at else set()
            if len(only) == 1 and (body := next(iter(only))).endswith(_OFFICES):
                seat = seat._replace(organization=body)  # 某厅副厅长甲到会，二级巡视员乙主持
        head = _HEAD.fullmatch(seat.title.text) if seat.title.group in _GROUPS and seat.rule in _RULES else None
        sentence = found.sentence_at(seat.title.start) if head else None
        if head is None or sentence is None:
            filled.append(seat)
            continue
        named = told.setdefault((sentence.start, head["head"]), set())
        if seat.organization is not None:
            named.add(seat.organization)
        elif (
            _is_bare(found.page.text, seat.title.start)
            and head["deputy"]
            and len(named) == 1
            and not seat.title.past
            and fits(seat.title, next(iter(named)))
        ):
            seat = seat._replace(organization=next(iter(named)))
        filled.append(seat)
    return filled
