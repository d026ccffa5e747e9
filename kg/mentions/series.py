"""Contests, fairs and festivals that their ordinal shows: 第六届云岭茶业博览会, 岭河市第二届美食节, 第九届茶博会.

What follows 届 is the name of a series, up to the first word for what it is. The ordinal is no part of the name, unless the place
stands before it. Of several words that any school would use (第三届技能大赛) no series is known.
"""

import re
from functools import cache

from kg.mentions.bare_program import Named
from kg.mentions.gazetteer import gazetteer
from kg.mentions.lexicon import words
from kg.mentions.program_words import REGIONS, contest_kinds, is_stop, kinds, program_words
from kg.mentions.words import Words

BY_ORDINAL = "known by its ordinal"
"""The rule by which these are read."""

_MARKS = frozenset("“”·—-（）()+＋")
_BROAD = ("发展大会", "创新大会", "产业大会", "合作大会", "贸易大会", "投资大会")
_CONGRESS = 8  # characters that the name of one has that names no place
_JOINS = frozenset(("和", "与", "及", "暨"))
_WIDE = ("中国", "全国", "世界", "国际", "亚洲", "全球", "海峡", "两岸", "中外")
# 甲论坛暨乙大赛: two of them.
_TWO = re.compile("(?:会|节|赛|展|坛|式|周|营)[”」]?[与和及暨]")
# 第九届甲年会全国乙大赛: held at it.
_PART_OF = re.compile("(?:年会|大会|峰会)(?=全国|中国|国际|世界)")
_PLACE_ENDS = re.compile("（[一-鿿·]{2,8}）\\Z")
_BEFORE = 16
"""So many characters before an ordinal may name its place."""


@cache
def _of_nth() -> re.Pattern[str]:
    kind = contest_kinds()
    inside = "(?![第首届将于的了为获参由])[一-鿿“”·—（）()+＋\\d-]"
    kind = f"(?:{kind}|(?:发展|创新|产业|数字经济|互联网|智能|合作|贸易|投资|[制渔农林茶酒药旅牧]业)大会)"
    return re.compile(
        "(?:第[一二三四五六七八九十百零\\d]{1,5}|首|(?<=[^\\d第])\\d{1,2})届"
        f"(?P<name>[一-鿿]{{1,3}}(?:[博交洽贸]会)|(?P<games>(?:(?:残疾人|老年人|农民|学生|大学生|中学生|青年|职工|少数民族传统)?(?:体育)?运动会|(?:农民体育|老年人体育|全民)?健身大会|体育大会|全民阅读大会|全民健身(?:运动会|大赛)))(?![员议目])|(?P<long>(?:{inside}){{1,30}}?{kind}(?:(?<=马拉松)赛)?(?![员议目庆水约])”?)|(?:{inside}){{1,24}}?(?:节(?![目奏约日能点水省假气庆])|(?:展(?:览|洽)会|洽谈会)|(?<![发会参开布拓扩进])展(?![能示览演销品区馆厅位台现望会团商板出播映评卖]|开(?![幕展放]))|(?<![省市县区校国院州])赛(?![事区道项场季手制])))"
    )


@cache
def _of_year() -> re.Pattern[str]:
    """昆明市2023年职业院校技能大赛, 昆明市中等职业学校2023年技能大赛: a place, whose year it is, and a contest."""
    kind = contest_kinds()
    inside = "(?![第首届将于的了为获参由])[一-鿿“”·—（）()+＋-]"
    return re.compile(
        f"(?<=[省市县区州旗盟校])20\\d\\d年度?(?P<name>(?P<long>(?:{inside}){{2,30}}?{kind}(?![员议目庆水约])”?))"
    )


# 第36个爱国卫生月: what is kept every year. Days (第40个教师节) are no programmes.
_KEPT = re.compile(
    "第[一二三四五六七八九十百\\d]{1,4}个(?P<name>(?:(?![第个的年月周日在于])[一-鿿]){2,14}?[周月])(?![期末初边年])"
)
_YEARLY = re.compile("[省市县区州旗盟校]20\\d\\d年")
_SCHOOLS = re.compile("(?:普通|中等|高等|职业|技工|中小){1,3}(?:学校|院校)\\Z|中小学校?\\Z|高校\\Z")


def series(text: str, cut: Words) -> list[Named]:
    """The series that a text numbers, in order."""
    found = [n for m in _of_nth().finditer(text) if (n := _named(text, cut, m))] if "届" in text else []
    for m in _KEPT.finditer(text) if "个" in text else ():
        found.append(Named(*m.span("name"), m["name"], BY_ORDINAL))
    if _YEARLY.search(text):
        found += [n for m in _of_year().finditer(text) if (n := _named(text, cut, m)) and n.start < m.start()]
    return sorted(found)


def _named(text: str, cut: Words, m: re.Match[str]) -> Named | None:
    start, end = m.span("name")
    name = m["name"]
    if name.endswith("”") and "“" not in name:  # “第三届云岭茶业大会”
        end, name = end - 1, name[:-1]
    if name.endswith("大会") and (name[0] in "“省市县" or "“" in name or _of_any(name)):
        return None  # 5届省级某某大会; 首届“甲乙”合作大会 is told of by its theme
    if _TWO.search(name) or name.count("“") != name.count("”") or name.count("（") != name.count("）"):
        return None
    if part := _PART_OF.search(name):
        start += part.end()
        name = name[part.end() :]
    if m.groupdict().get("games"):  # 云岭省第十六届运动会, 岭河市第二届体育大会: nothing but their place tells them
        place = _place(text, m.start())
        return Named(m.start() - place, end, text[m.start() - place : end], BY_ORDINAL) if place else None
    if not m["long"]:
        known = len(name) > 3 or name.endswith(("博会", "交会", "洽会", "贸会"))
        common = name.endswith(("大赛", "竞赛", "比赛", "展", "展览会", "洽谈会")) and not name.startswith(_WIDE)
        if not known or (common and "“" not in name and not gazetteer().find(name[:8])):
            return None
        return Named(start, end, name, BY_ORDINAL)
    specific = "“" in name or name.startswith(_WIDE) or name.startswith(REGIONS)
    position = start
    while position < end:
        index = cut.at(position)
        word, tag = cut.word(index), cut.tags[index]
        position = cut.ends[index]
        if word in _JOINS or word in _MARKS:
            continue
        if is_stop(word) or tag[0] in "pcudryqeox":
            return None
        specific = specific or _is_proper(word, tag)
    if start == m.start("name") and (place := _place(text, m.start())):
        start = m.start() - place
        return Named(start, end, text[start:end], BY_ORDINAL)
    if not (specific or gazetteer().find(name[:8])) or len(name) < 5:
        return None
    return Named(start, end, name, BY_ORDINAL)


def _of_any(name: str) -> bool:
    """Whether a congress is about nothing but a place, or might be any one: 云南发展大会, 合作发展大会."""
    hits = gazetteer().find(name)
    if hits and hits[0].start == 0:
        return name[hits[0].end :] == "发展大会"
    return name.endswith(_BROAD) and len(name) < _CONGRESS and not name.startswith(_WIDE)


def _is_proper(word: str, tag: str) -> bool:
    """Whether a word says more than what any contest may be about."""
    return (
        len(word) > 1
        and tag != "v"
        and word not in words("generic_words.tsv")
        and word not in words("name_verbs.tsv")
        and word not in program_words("common")
        and word not in kinds()
    )


def _place(text: str, position: int) -> int:
    """How many characters before an ordinal name its place: 岭河市, 云岭省青岭市, 中国（岭河）."""
    before = text[max(0, position - _BEFORE) : position]
    if before.endswith("全国"):
        return 2
    if bracket := _PLACE_ENDS.search(before):
        country = before.endswith("中国", 0, bracket.start())
        return len(bracket.group()) + 2 * country if gazetteer().find(bracket.group()) else 0
    end = start = schools.start() if (schools := _SCHOOLS.search(before)) else len(before)
    for hit in reversed(gazetteer().find(before)):
        if hit.end != start:
            break
        start = hit.start
    return len(before) - start if start < end else 0
