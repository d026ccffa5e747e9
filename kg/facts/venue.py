"""The venue of an event: the full name of a place, and where an article says that the hall or the site was."""

import re
from functools import cache

from kg.facts.gathering import Gathering
from kg.mentions.defined import DEFINITION
from kg.mentions.event_place import is_venue
from kg.mentions.found import Found
from kg.mentions.gazetteer import gazetteer

_SITE = re.compile(
    "(?:(?:主会场|(?<!分)会场|会址|活动地点|举办地点?|地点|现场)(?:设|选|定|放)?(?:在|于|为|是)了?|(?:大会|会议|仪式|活动)(?:就|也)?(?:开|办|放)在(?!即)了?)(?P<place>[^，。；、在的]{2,24})(?=[，。；])"
)
# 八十余位代表聚首云岭大学
_GATHERED = re.compile("(?:聚首|齐聚|相聚|汇聚|会聚|云集)(?:在|于|到)?(?P<place>[^，。；、在的于一]{2,20})(?=[，。；])")
_FAR = 240  # characters between what is said of an event and the clause that gives its site
_OURS = re.compile("[我本该]校|学校|校内|[我本该]院|院内")
"""A school or college that speaks of itself, which names no place."""


# 在该县体育馆: the words behind 该县, which the division stands for.
_THAT = re.compile("该(?P<level>[市区县州旗])")
# 在我市富丽华酒店, 在我市: the page's own.
_OUR_PLACE = re.compile("我(?P<level>[省市区县州旗盟])(?=[一-鿿]{2}|\\Z)")
# 该校运动场 is the school's.
_LEVELS = frozenset("省市区县州旗")
_OF_OURS = re.compile("[我本该]校(?=[一-鿿]{2})")


def place_name(found: Found, start: int, end: int) -> str:
    """The words of a place with the class words of its divisions filled in: 四川广安 → 四川省广安市."""
    text = DEFINITION.sub("", found.page.text[start:end].strip("、"))
    if text.count("（") != text.count("）") or text.count("“") != text.count("”"):
        text = text.strip("（）“”")
    if (of_ours := _OF_OURS.match(text)) is not None:
        return (found.school_before(start) or "") + text[of_ours.end() :]
    if _OURS.fullmatch(text):
        return (found.school_before(start) if "校" in text else own_institute(found)) or text
    if (that := _THAT.fullmatch(found.page.text, max(0, start - 2), start)) is not None:
        division = found.resolver.divisions.before(start, that["level"])
        return found.resolver.divisions.called(division) + text if division else text
    if (ours := _OUR_PLACE.match(text)) is not None:
        division = found.resolver.divisions.before(start, ours["level"])
        return (found.resolver.divisions.called(division) if division else "") + text[ours.end() :] or text
    if text == "宁" and "南京" in found.page.text and "宁夏" not in found.page.text:
        return "南京市"
    if len(text) == 1 and text in gazetteer().abbreviations:
        return gazetteer().abbreviations[text].name
    body = found.bodies_ending.get(end)
    defined = text in found.resolver.defined
    if body is not None and body.start == start and (body.group == "EducationInstitution" or defined):
        return found.body_name(body)  # 聚首澳大
    if body is not None and body.start == start and body.group == "GovernmentBody" and text[0] in _LEVELS:
        return found.body_name(body)  # 在省教育厅
    hits = gazetteer().find(text, ambiguous=True)
    of = next((h.end for h in hits if hits[0].start == 0 and text.startswith("的", h.end)), None)
    if of is not None:
        return text[:of] + text[of + 1 :]  # 青岭县的西湖
    if len(hits) == 1 and hits[0][:2] == (0, len(text)):
        written, names = text, []
        for division in gazetteer().path(hits[0].divisions[0]):
            short = next((n for n in (division.name, *_short_names().get(division.name, ())) if n in written), None)
            if short is not None:
                names.append(division.name)
        return "".join(names) or text
    return text


def is_nowhere(found: Found, start: int, end: int) -> bool:
    """Whether the words for a place mean one that the article does not name: 我院, 我市."""
    text = found.page.text
    if (ours := _OUR_PLACE.fullmatch(text, start, end)) is not None:
        return found.resolver.divisions.before(start, ours["level"]) is None
    if (m := _OURS.fullmatch(text, start, end)) is None:
        return False
    return not (found.school_before(start) if "校" in m.group() else "院" in m.group() and own_institute(found))


def own_institute(found: Found) -> str | None:
    """The college or hospital that a page calls 我院: its own, or the only one that stands above its text."""
    school = found.resolver.school
    if school and school.endswith("院"):
        return school
    first_read = found.page.body_start
    head = {found.body_name(b) for b in found.body_index.within(0, first_read) if b.text.endswith(("学院", "医院"))}
    return head.pop() if len(head) == 1 else None


@cache
def _short_names() -> dict[str, list[str]]:
    """The full name of each division → the short ones that mean it."""
    table: dict[str, list[str]] = {}
    for short, divisions in gazetteer().short.items():
        for division in divisions:
            table.setdefault(division.name, []).append(short)
    return table


def hall_of(found: Found, start: int, end: int) -> tuple[int, int] | None:
    """Where in the division at [start, end) the article says that the main hall was."""
    text = found.page.text
    for m in _SITE.finditer(text, end) if "主会场" in text else ():
        if m.group().startswith("主会场") and m["place"].startswith(text[start:end]) and found.is_read(m.start()):
            return m.span("place")
    return None


# 省委书记甲在青岭主会场出席: where it was led from, of a rite at many places at once.
_MAIN_HALL = re.compile(
    "在(?P<place>[^，。；、在的]{2,16}主会场)(?=[，。；]|出席|参加|宣布|主持|致辞|讲话|下达|按下|为|观看|启动)"
)
_MANY_PLACES = re.compile("(?:\\d{1,4}|[一二两三四五六七八九十百]{1,4}|各|多|全)(?:余|多)?(?:个|地|[省市县区州盟旗])")


def main_hall(found: Found, g: Gathering) -> tuple[int, int] | None:
    """The main hall that the paragraph of an event names, where the event has no place or many."""
    text = found.page.text
    if "主会场" not in text or (g.place and not _MANY_PLACES.match(text, *g.place)):
        return None
    stop = text.find("\n", g.said[1])
    m = _MAIN_HALL.search(text, g.said[1], min(stop if stop > 0 else len(text), g.said[1] + _FAR))
    return m.span("place") if m else None


def site_of(found: Found, g: Gathering) -> tuple[int, int] | None:
    """会场设在…: the place of an event in a clause of its own, in the paragraph that tells of it."""
    text = found.page.text
    stop = text.find("\n", g.said[1])
    m = _SITE.search(text, g.said[1], min(stop if stop > 0 else len(text), g.said[1] + _FAR))
    if m is not None:
        return m.span("place")
    for m in _GATHERED.finditer(text, g.said[1], min(stop if stop > 0 else len(text), g.said[1] + _FAR)):
        start, end = m.span("place")
        body = found.bodies_ending.get(end)
        if is_venue(text, start, end) or (body is not None and body.start == start):
            return start, end
    return None
