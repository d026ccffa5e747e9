"""Bodies known as a whole, by a list or by their form: of the national list, organs of other countries, ministries, institutes of
academies, zones that act, clubs."""

import re
from collections.abc import Sequence

from kg.mentions.barriers import last_barrier
from kg.mentions.body import Body
from kg.mentions.body_edges import Edges
from kg.mentions.body_words import foreign_bodies, foreign_in, named_bodies, named_in, with_country
from kg.mentions.clubs import clubs
from kg.mentions.whole_bodies import institutes, local_institutes, ministries, office, sent_teams, whole_bodies
from kg.mentions.words import Words
from kg.mentions.zones import zones

_WITH_STAFF = ("组织", "党群", "干部", "劳动", "党委", "综合", "纪检", "行政", "教师")
_EDUCATION_OF = ("社会", "继续", "基础", "成人", "通识", "国际", "学前", "素质", "实践")
_REST = 3  # characters behind a short name that make no word with it
LEVEL_ALONE = re.compile("(?:^|[^一-鿿]|[由和与及])[省市区县州]\\Z")


def known_bodies(text: str, cut: Words, edges: Edges, barriers: Sequence[int]) -> dict[int, Body]:
    """Bodies known as a whole, by their ends."""
    found: dict[int, Body] = {}

    def add(start: int, end: int, group: str) -> None:
        if last_barrier(barriers, end) <= start:
            found[end] = Body(start, end, text[start:end], group)

    table = named_bodies()
    for named, end in named_in(text):
        if text.startswith("教育部", named) and text.endswith(_EDUCATION_OF, 0, named):
            continue  # 某大学社会|教育部
        start = _whole_start(text, edges, named, end)
        if not _glued(text, cut, edges, start, end, start in found):
            add(start, end, table[text[named:end]][1])
    organs = foreign_bodies()[1]
    for m in foreign_in(text):  # not 市长韩军
        group = "GovernmentBody" if "驻" in m.group() else "Organization"
        add(m.start(), m.end(), organs.get(m["organ"] or m["short"] or "", group))
    for start, end in ministries(text):
        add(start, end, "GovernmentBody")
    for start, end, group in whole_bodies(text):
        add(start, end, group)
    for start, academy, end, known in institutes(text):
        if known or edges.place_at(academy):
            add(start, end, "Organization")
    for field, end, alone in (*local_institutes(text), *sent_teams(text)):
        place = edges.place_ending(field)
        if alone or place is not None:
            add(field if place is None else place, end, "Organization")
    for body in list(found.values()):
        last = office(text, body.end) if body.group in ("Company", "Organization") else None
        if last and last not in found:
            found[last] = Body(body.start, last, text[body.start : last], body.group)
    for start, end in zones(text, edges):
        if end not in found:
            add(start, end, "GovernmentBody")
    for start, end in clubs(text):
        if end not in found:
            add(start, end, "Organization")
    return found


def _whole_start(text: str, edges: Edges, named: int, end: int) -> int:
    """Where the body begins whose name in the list stands at [named, end)."""
    start = named - 7 * text.endswith("中华人民共和国", 0, named)
    if text.endswith("联合国", 0, start) and text.startswith("世界", start):
        start -= 3  # 联合国世界旅游组织
    if text.startswith("中华", named):
        if (place := edges.place_ending(start)) is not None:
            start = place  # 云南中华职业教育社
        elif LEVEL_ALONE.search(text, max(0, start - 2), start):
            start -= 1  # 省中华职业教育社
    if text.endswith("集团", 0, end) and text.endswith("中国", 0, start):
        return start - 2  # 中国东方电气集团
    return with_country(text, start) if text.endswith("公司", 0, end) else start


def _glued(text: str, cut: Words, edges: Edges, start: int, end: int, follows: bool) -> bool:
    """Whether a short name is really part of a longer word (教育部门, 清华园, 人民建设); one that `follows` another is none of
    the segmenter's words with that one (中共中央国务院)."""
    if text.startswith(("特殊津贴", "政府特殊津贴", "杯"), end):
        return True
    if text.startswith("共产党", end - 3) and re.match("的?领导|第|成立|章程|人(?!民)|党员", text[end : end + 3]):
        return True
    if end not in cut.boundaries and re.match(r"[门长分队级署]|[一-鿿]{0,1}[牌杯]", text[end : end + 2]):
        return True
    if text.startswith("人事部", start) and text.endswith(_WITH_STAFF, 0, start):
        return True  # 组织人事部 of a school
    if end - start > 3:
        return False
    whole = cut.at(start)
    if cut.starts[whole] == start and cut.ends[whole] - end > _REST:
        return False  # 教育部|高校学生司, a word of the dictionary
    return (not follows and edges.straddled(start)) or edges.straddled(end)
