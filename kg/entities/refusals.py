"""Why two things are not one: named refusals, each a function of two portraits that gives its reason in words, or None.

A merge needs a rule that proposes it and no refusal that forbids it. The tuples at the end say which refusals watch over which class, in
the order in which they are asked.
"""

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import NamedTuple

from kg.entities.portrait import Line, Portrait
from kg.entities.renamed import renaming
from kg.mentions.gazetteer import gazetteer
from kg.mentions.lexicon import words

Reason = Callable[[Portrait, Portrait], str | None]


class Refusal(NamedTuple):
    """A refusal by name, in English and Chinese."""

    name: str
    chinese: str
    reason: Reason


_LEGAL_FORM = re.compile("(?:股份|控股|集团|总)?(?:有限责任|有限)?公司|集团|股份")
_NUMBER = re.compile(
    r"第?[一二三四五六七八九十百\d]{1,12}+(?:[届次期场]|(?=[中小校医号院]|分|附))|首[届次]|20\d\d年?度?"
)
_HEADS = re.compile(
    "(?:省长|市长|州长|县长|区长|旗长|镇长|乡长|厅长|局长|署长|部长|校长|院长|馆长|园长|行长|主任|书记|党委书记|党组书记|董事长|总经理|总裁)"
)
LISTING = "、和与及"
_MONTH = 31  # days in which nobody heads two bodies of one sort
OFFICES = frozenset(("party", "government", "education", "company", "association"))


def place_name(line: Line) -> str:
    """四川省成都市, of the codes of its divisions."""
    return "".join(division.name for code in line if (division := gazetteer().at(code)))


def _places(portrait: Portrait) -> str:
    return "、".join(filter(None, (place_name(line) for line in sorted(portrait.lines))))


def _names(one: Portrait, other: Portrait) -> str:
    return f"{one.name} / {other.name}"


def other_division(one: Portrait, other: Portrait) -> str | None:
    """Their names place them in different administrative divisions: 北京市教育局, 上海市教育局."""
    if one.lines and other.lines and not one.lines & other.lines:
        return f"{_places(one)} / {_places(other)}"
    return None


def successor_of_several(one: Portrait, other: Portrait) -> str | None:
    """One took over the work of the other and of more: 国家旅游局, 文化和旅游部."""
    for old, new in ((one, other), (other, one)):
        became = renaming(old.key)
        if became is not None and not became.whole and became.new == new.key:
            return f"{old.name} was merged into {new.name} ({became.since}; {became.source})"
    return None


def superior_and_subordinate(one: Portrait, other: Portrait) -> str | None:
    """One is named after the other that it belongs to: 教育部, 教育部教育考试院."""
    short, long = sorted((one.key.partition("|")[0], other.key.partition("|")[0]), key=len)
    if (
        len(short) > 1
        and len(short) < len(long)
        and long.startswith(short)
        and not _LEGAL_FORM.fullmatch(long[len(short) :])
    ):
        return f"{long[len(short) :]} of {short}"
    return None


def other_number(one: Portrait, other: Portrait) -> str | None:
    """Their names are told apart by a number: 第一中学, 第二中学; 第七次会议, 第八次会议."""
    a, b = _NUMBER.findall(one.name), _NUMBER.findall(other.name)
    if a != b and _NUMBER.sub("", one.name) == _NUMBER.sub("", other.name):
        return f"{'、'.join(a) or '–'} / {'、'.join(b) or '–'}"
    return None


def other_class(one: Portrait, other: Portrait) -> str | None:
    """One is a school, the other a company."""
    if one.classes and other.classes and not one.classes & other.classes:
        return f"{'、'.join(sorted(one.classes))} / {'、'.join(sorted(other.classes))}"
    return None


def named_side_by_side(one: Portrait, other: Portrait) -> str | None:
    """An article lists both: 某某协会、某某学会."""
    if other.key in one.beside:
        return "an article lists both"
    together = one.articles & other.articles
    for s in one.sightings if together else ():
        if s.article not in together:
            continue
        text = s.setting.facts.page.article.text
        spans = [m for o in other.sightings if o.article == s.article for m in o.entity.mentions]
        starts, ends = {m.start for m in spans}, {m.end for m in spans}
        for m in s.entity.mentions:
            after = m.end < len(text) and text[m.end] in LISTING and m.end + 1 in starts
            before = m.start > 0 and text[m.start - 1] in LISTING and m.start - 1 in ends
            if after or before:
                return f"{s.setting.facts.page.article.source} lists both"
    return None


def other_calling(one: Portrait, other: Portrait) -> str | None:
    """One writes for the press and the other holds an office."""
    for a, b in ((one, other), (other, one)):
        if a.callings == {"press"} and b.callings and "press" not in b.callings:
            return f"a journalist / {_posts(b)}"
    return None


def _posts(portrait: Portrait) -> str:
    return "、".join(sorted({f"{body}{title}" for title, body, _ in portrait.posts})[:3]) or portrait.name


def other_province(one: Portrait, other: Portrait) -> str | None:
    """Persons who serve in different provinces, as far as the articles tell."""
    a, b = one.provinces, other.provinces
    if one.bodies & other.bodies or (one.national and other.national):
        return None
    if (a and b and not a & b) or (a and not b and other.national) or (b and not a and one.national):
        return f"{_where(one)} / {_where(other)}"
    return None


def _where(portrait: Portrait) -> str:
    return _places(portrait) or ("a central body" if portrait.national else "?")


def is_common(name: str) -> bool:
    """Whether very many people bear a name: one of two characters, or 建国, 志强 after the surname."""
    return len(name) < 3 or (len(name) == 3 and name[1:] in words("common_given_names.tsv"))


def other_prefecture(one: Portrait, other: Portrait) -> str | None:
    """Persons who serve counties of different cities; with a common name, different cities."""
    if one.bodies & other.bodies or not one.lines or not other.lines:
        return None
    deep = 2 if is_common(one.name) else 3
    a, b = _cities(one), _cities(other)
    if a and b and not a & b and all(len(line) >= deep for p in (one, other) for line in p.lines):
        return f"{_places(one)} / {_places(other)}"
    return None


def _cities(portrait: Portrait) -> set[Line]:
    return {line[:2] for line in portrait.lines if len(line) > 1}


def same_post_elsewhere(one: Portrait, other: Portrait) -> str | None:
    """The same post in two bodies within a month: 某县县长 and 另县县长."""
    if one.bodies & other.bodies:
        return None
    held = [(t, b, d) for t, b, d in sorted(one.posts) if _HEADS.fullmatch(t) and len(d) == 10]
    for title, body, day in held:
        for also, elsewhere, then in sorted(other.posts):
            if also == title and elsewhere != body and len(then) == 10 and _apart(day, then) <= _MONTH:
                return f"{title} of {body} on {day}, of {elsewhere} on {then}"
    return None


@cache
def _apart(one: str, other: str) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def common_name(one: Portrait, other: Portrait) -> str | None:
    """A common name in one province, where one of the two holds no office: too many people are called so."""
    if not is_common(one.name) or one.bodies & other.bodies:
        return None
    if not (one.callings & OFFICES and other.callings & OFFICES):
        return f"{one.name}: nothing but the province in common"
    return None


def other_day(one: Portrait, other: Portrait) -> str | None:
    """Events on different days."""
    if one.days and other.days and not one.days & other.days:
        return f"{'、'.join(sorted(one.days))} / {'、'.join(sorted(other.days))}"
    return None


def other_place(one: Portrait, other: Portrait) -> str | None:
    """Events in places of which neither lies in the other."""
    for a in one.lines:
        for b in other.lines:
            if a[: len(b)] != b[: len(a)]:
                return f"{_places(one)} / {_places(other)}"
    return None


def other_name(one: Portrait, other: Portrait) -> str | None:
    """Two persons who held one post: it passed from one to the other."""
    shared = {(t, b) for t, b, _ in one.posts} & {(t, b) for t, b, _ in other.posts}
    if one.name != other.name and shared:
        title, body = min(shared)
        return f"{body}{title}: " + ", ".join(f"{p.name} {_span(p, title, body)}" for p in (one, other))
    return None


def _span(portrait: Portrait, title: str, body: str) -> str:
    days = sorted(d for t, b, d in portrait.posts if (t, b) == (title, body) and d)
    return "–".join(dict.fromkeys((days[0], days[-1]))) if days else "(undated)"


BODIES = (
    Refusal("successor of several", "由几个机构合并而来", successor_of_several),
    Refusal("other administrative division", "不同行政区划", other_division),
    Refusal("superior and subordinate", "上下级机构", superior_and_subordinate),
    Refusal("other number", "序号不同", other_number),
    Refusal("other class", "类别不同", other_class),
    Refusal("named side by side", "同一篇文章中并列出现", named_side_by_side),
)
PEOPLE = (
    Refusal("other person in the post", "同一职务先后由不同人担任", other_name),
    Refusal("other calling", "身份不同", other_calling),
    Refusal("other administrative division", "不同行政区划", other_province),
    Refusal("other prefecture", "不同市州", other_prefecture),
    Refusal("same post elsewhere", "同时在别处任同一职务", same_post_elsewhere),
    Refusal("common name", "常见姓名，证据不足", common_name),
)
EVENTS = (
    Refusal("other number", "序号不同", other_number),
    Refusal("other day", "日期不同", other_day),
    Refusal("other place", "地点不同", other_place),
)
OTHERS = (
    Refusal("other number", "序号不同", other_number),
    Refusal("superior and subordinate", "整体与部分", superior_and_subordinate),
)


def refused(one: Portrait, other: Portrait, refusals: tuple[Refusal, ...]) -> tuple[Refusal, str] | None:
    """The first refusal that keeps the two apart, with its reason."""
    for refusal in refusals:
        if (why := refusal.reason(one, other)) is not None:
            return refusal, why
    return None
