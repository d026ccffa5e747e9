"""Colleges and hospitals of a university, and the university itself, which a list names once: 甲大学文学院、历史学院, 甲大学第一医院、第二医院."""

import re
from collections.abc import Mapping

from kg.mentions.body import Body
from kg.mentions.body_edges import Edges
from kg.mentions.common_word import dictionary_cut
from kg.mentions.gazetteer import gazetteer

_WHOLE_COLLEGE = re.compile("职业|技师|师范学院|专科|高等|大学|独立|[一-鿿]{2}理工学院")
_JOINTS = frozenset("与和及")
_REGIONS = frozenset(
    [
        "东北",
        "西北",
        "华北",
        "华东",
        "华南",
        "华中",
        "西南",
        "东南",
        "中南",
        "北方",
        "南方",
        "东方",
        "西部",
        "中部",
        "长江",
        "黄河",
        "珠江",
        "中原",
        "江南",
        "塞北",
        "岭南",
    ]
)
_COLLEGE = re.compile("(.{2,16}?大学)[一-鿿]{1,14}(?:学院|学部|系|研究院)")
_SCHOOLS = ("大学", "学院", "医学院")
_HOSPITAL = re.compile("(?:附属)?第[一二三四五六七八九十]{1,2}(?:附属|临床)?医院|附属(?!医院)[一-鿿]{2,4}医院")
_NUMBERED = re.compile("第[一二三四五六七八九十]{1,4}(?P<kind>[一-鿿]{2,12})\\Z")
_OF_UNIVERSITY = re.compile(
    "(?P<school>[一-鿿（）]{2,16}?大学(?:医学院)?)(?P<attached>附属)?(?:第[一二三四五六七八九十]|附属|[一-鿿]{2,6}医院)"
)


def is_of_field(name: str) -> bool:
    """Whether a college is named by its field alone, as those of a university are: 马克思主义学院, but not 某某职业技术学院."""
    field = name.removesuffix("学院")
    if field == name or _WHOLE_COLLEGE.search(name) or gazetteer().find(name):
        return False
    words = dictionary_cut(field)
    if words[0][0] in _REGIONS:
        return False  # 华北水利水电学院
    return len(field) == 1 or all(len(word) > 1 or word in _JOINTS for word, _ in words)  # 青|禾|工程


def university_of(name: str) -> str:
    """The university of a college, any other body as it is."""
    college = _COLLEGE.fullmatch(name)
    return college[1] if college else name


def whose(edges: Edges, start: int, end: int, found: Mapping[int, Body]) -> str:
    """The university, or the place, of what stands at [start, end) in a list behind another of its colleges or hospitals."""
    text = edges.text
    mark = start - 2 if text.endswith("以及", 0, start) else start - 1
    before = found.get(mark) if text[start - 1 : start] in "、和与及" else None
    if before is None or edges.place_at(start) is not None:
        return ""
    name, whole = text[start:end], before.place + before.text
    if (nth := _NUMBERED.fullmatch(name)) and (one := _NUMBERED.search(whole)) and one["kind"] == nth["kind"]:
        return whole[: one.start()]  # 岭河市第一人民医院、第三人民医院; 青禾集团公司第五十四研究所、第十四研究所
    if _HOSPITAL.fullmatch(name) and whole.endswith("医院") and (university := _OF_UNIVERSITY.match(whole)):
        lent = university["attached"] and "附属" not in name
        return university["school"] + ("附属" if lent else "")
    school = text[before.start : before.parent_end] if before.parent_end else before.place
    return school if school.endswith(_SCHOOLS) and is_of_field(name) and not _is_called(name) else ""


def _is_called(college: str) -> bool:
    """Whether a college goes by a name of its own, as those that are schools by themselves do: 文华学院."""
    words = dictionary_cut(college.removesuffix("学院"))
    return len(words) == 1 and len(words[0][0]) == 2 and words[0][1] in ("nz", "nr", "nrt")
