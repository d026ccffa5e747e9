"""Posts in the record of a person's life: 甲，男，汉族，1972年11月生，…，某省纪委委员，曾任某某大学党委书记."""

import re
from collections.abc import Iterator

from kg.facts.post_lists import at_school
from kg.facts.seats import Seat, placed
from kg.mentions.found import Found
from kg.mentions.person import Name

_OPENS = re.compile("(?:同志)?[，,](?:男|女)(?=[，。；,])")
_PAST = re.compile("(?:曾|历|先后)(?:担)?任|原任")
_NOW = re.compile("现任|现为")


def recorded(found: Found, composed: dict[str, str]) -> Iterator[Seat]:
    """The posts of the sentences that open with a name and what is male or female; none of anybody else's named there."""
    text = found.page.text
    for person in found.people_index.items:
        sentence = found.sentence_at(person.start)
        if sentence is None or not found.is_read(person.start) or not _OPENS.match(text, person.end):
            continue
        if text[sentence.start : person.start].strip(" 　") or len(found.people_index.within(person.end, sentence.end)):
            continue
        name = Name(person.start, person.end, person.text, "record of a life")
        past, at, held, last, school = "", person.end, None, None, ""
        while (title := found.next_title(at)) is not None and title.end <= sentence.end:
            for m in re.finditer(f"{_PAST.pattern}|{_NOW.pattern}", text[at : title.start]):
                past = "" if _NOW.fullmatch(m.group()) else "时任"
            if title.group not in ("press", "rank"):
                one = title._replace(past=title.past or past)
                seats = placed(found, name, [one], held, True, composed)
                body = found.bodies_ending.get(title.start)
                school = text[body.start : body.parent_end] if body and body.parent_end else school if held else ""
                if last is not None and held and school.endswith(("大学", "学院")):
                    seats = [at_school(s, last, school) for s in seats]  # 某大学教务处处长、副校长
                last = seats[-1]
                held = seats[-1].organization if text[title.end : title.end + 1] == "、" else None
                yield from (s for s in seats if s.organization is not None)
            at = title.end
