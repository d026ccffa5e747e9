"""The school of those whom a page meets there: 在甲大学，乙校长、丙副校长与代表团座谈; 甲访问乙大学，获校长丙接待."""

import re

from kg.mentions.found import Found
from kg.mentions.person import Name
from kg.mentions.title import Title

# 在某某大学，甲校长一行参观了…: who comes there is of another school.
_IN = re.compile("(?:\\A|[^一-鿿])在\\Z")
_COMES_THERE = re.compile(
    "等?(?:一行|率|带领|带队|先后|参观|走访|考察|调研|拜访|访问|受邀|应邀|出席|了解|实地|[为给]|作)"
)


def visited(found: Found, name: Name, title: Title) -> str | None:
    """The school at which a page names somebody for the first time: 在甲大学，乙校长、丙副校长与代表团座谈."""
    text = found.page.text
    school = found.bodies_ending.get(name.start - 1) if text[name.start - 1 : name.start] == "，" else None
    if (
        school is None
        or school.group != "EducationInstitution"
        or not _IN.search(text, max(0, school.start - 2), school.start)
        or _COMES_THERE.match(text, title.end)
        or found.persons[name.text][0][0] < name.start
    ):
        return None
    return found.body_name(school)


_RECEIVED = re.compile("(?:获|[受得]到了?)\\Z")
_AS_GUESTS = re.compile("[^。；]{0,80}?(?:接待|会见|欢迎|陪同|招待)")
_GOES_TO = re.compile("(?:访问?|到访?|赴|前往|参观|走访|来到|抵达|拜访|莅临|考察)了?\\Z")


def received(found: Found, title: Title) -> str | None:
    """The school at which somebody receives those who came there: 甲访问乙大学，获校长丙、副校长丁接待."""
    text, sentence = found.page.text, found.sentence_at(title.start)
    if (
        sentence is None
        or not _RECEIVED.search(text, sentence.start, title.start)
        or not _AS_GUESTS.match(text, title.end, sentence.end)
    ):
        return None
    near = found.body_index.within(sentence.start, title.start)
    came = [
        b
        for b in near
        if b.group == "EducationInstitution" and _GOES_TO.search(text, max(sentence.start, b.start - 4), b.start)
    ]
    return found.body_name(came[-1]) if came else None
