"""The body that a page calls its own: 我校, 我院, 我所, 我局; colleges of its own school."""

import re

from kg.mentions.body import Body
from kg.mentions.common_word import is_word
from kg.mentions.found import Found
from kg.mentions.plain_words import PLAIN_TAGS
from kg.model import LineRole

_KIND_ALONE = 2  # characters
_IS_VISITED = re.compile("(?:[到赴往与和同、]|访问|走访|考察|来自)\\Z")  # 我所所长到某研究所调研
# 某研究院来我院交流: who comes to 我院 is another.
_VISITS = re.compile("[^，。；\\n]{0,24}?(?:(?:[来到赴]|莅临|访问|走进)了?我院|来访|到访|莅临)")
_IS_ANOTHER = re.compile("[与和同、]我院|(?:党委|党总支|副|院长|书记|[一-鿿]{2,8}科)")
_OF_THE_SICK = re.compile("患者|病人|义诊|诊疗|门诊|病区|手术|护理|医护|医师|科主任|临床")
_HEAD = 600  # characters in which a page says whose it is
_OURS = re.compile("[我本](?P<kind>[所局厅馆园台社办处])\\Z")


def our_body(found: Found, position: int) -> tuple[int, str | None] | None:
    """Where 我所 or 我局 begins that ends at a position, with the body that it means: the only one of its kind in the page's head or first
    sentence."""
    text = found.page.text
    m = _OURS.search(text, max(0, position - 2), position)
    if m is None:
        return None
    first = next((s.end for s in found.page.sentences if s.role is LineRole.BODY), len(text))
    head = [
        b
        for b in found.body_index.within(0, min(first, _HEAD))
        if b.text.endswith(m["kind"])
        and len(b.text) > _KIND_ALONE
        and not _IS_VISITED.search(text, max(0, b.start - 2), b.start)
    ]
    named = {found.body_name(b) for b in head}
    return m.start(), named.pop() if len(named) == 1 else None


def own_body(found: Found, word: str = "") -> str | None:
    """The body that the page calls 我校 or 我院: its own school, or the institute named in its head; 我院 is no university."""
    school = found.resolver.school
    if school and not (word == "我院" and school.endswith("大学")):
        return school
    first_read = found.page.body_start
    text = found.page.text
    head = [
        b
        for b in found.body_index.within(0, first_read)
        if b.text.endswith("院")
        and not _IS_VISITED.search(text, max(0, b.start - 2), b.start)
        and not _VISITS.match(text, b.end)
    ]
    if head:
        return found.body_name(head[0])
    return _only_hospital(found) if word == "我院" and school is None else None


def _only_hospital(found: Found) -> str | None:
    """The one hospital that a page which says 我院 names at all, where it is none that deals with 我院 and has no head there; it stands
    before 我院, or the page tells of the sick (我院 is also what a court calls itself)."""
    text = found.page.text
    named = found.hospitals
    if len({found.body_name(b) for b in named}) != 1:
        return None
    another = any(
        _IS_VISITED.search(text, max(0, b.start - 2), b.start)
        or _IS_ANOTHER.match(text, b.end)
        or _VISITS.match(text, b.end)
        for b in named
    )
    is_hospital = named[0].start < text.find("我院") or _OF_THE_SICK.search(text)
    return found.body_name(named[0]) if is_hospital and not another else None


def college_of_page(found: Found, body: Body) -> str | None:
    """A college named by its field alone as one of the page's own school: 艺术学院 on a page of 某某大学."""
    school = found.resolver.school
    if school is None or not school.endswith(("大学", "学院")) or body.parent_end is not None or body.place:
        return None
    field = body.text.removesuffix("学院")
    if field.startswith(("国家", "中央", "全国", "中国")):
        return None  # 国家教育行政学院
    if field == body.text or not field or school.endswith(body.text) or found.hit_index.within(body.start, body.end):
        return None
    cut = found.words
    plain = (
        cut.tags[i] in PLAIN_TAGS and is_word(cut.word(i))
        for i in range(cut.at(body.start), cut.at(body.start + len(field) - 1) + 1)
    )
    return school + body.text if all(plain) else None
