"""Departments and colleges under an abbreviated field: 教育部基教司 of 教育部基础教育司, 文旅厅 of a province's 文化广电和旅游厅.

Only what stands for the whole field is proposed: 化学学院 is not 化学工程学院, nor 教育局 教育和体育局.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.entities.body_keys import path_name, place_in

_KINDS = re.compile("(?:[司处局厅委办部科]|学院)\\Z")
_SUPERIORS = "部厅局委署院学团会"  # the last characters of a superior's name
_AND = re.compile("[与和及暨、]")
_WORD = re.compile("计算机|研究生|自动化|信息化|外国语|[一-鿿]{2}")
_WORDS = range(2, 5)  # in a field that may be abbreviated
# Words that say nothing after the first one: 学生处 is 学生工作处.
_EMPTY = frozenset(("工作", "管理", "事务", "合作", "交流", "服务"))
_SCIENCES = (("科学",), ("科学", "技术"), ("科学", "工程"))  # 材料学院 is 材料科学与工程学院
_BEFORE = ("高校", "人文")  # 学生司 is 高校学生司
_MARXISM = "马克思主义学院"
# What a bureau of culture and tourism also has charge of (kg.mentions.spelling gives the field so).
_CULTURE = re.compile("文[广体新]*旅[广体新]*")


@lru_cache(maxsize=1 << 14)
def _short_fields(field: str, college: bool) -> frozenset[str]:
    if _CULTURE.fullmatch(field):
        return frozenset(("文旅",)) - {field}
    bare = _AND.sub("", field)
    words = tuple(_WORD.findall(bare))
    if len(words) not in _WORDS or sum(map(len, words)) != len(bare):
        return frozenset()
    forms = {"".join(w[0] for w in words), "".join(w[0] for w in words if w != "教育")}
    if (words[1:] in _SCIENCES and words[0] != "管理") if college else _EMPTY.issuperset(words[1:]):
        forms.add(words[0])
    if words[0] in _BEFORE:
        forms |= {"".join(words[1:]), "".join(w[0] for w in words[1:])}
    return frozenset(f for f in forms if len(f) > 1)


def abbreviations(key: str) -> Iterator[str]:
    """The keys that the department or college with this key may have under an abbreviated field."""
    if (kind := _KINDS.search(key)) is None:
        return
    if key.endswith(_MARXISM):
        yield key.removesuffix(_MARXISM) + "马院"
    hit = place_in(key)
    head = 0
    if hit is not None and hit.start == 0 and len(hit.divisions) == 1:
        whole = path_name(hit.divisions[0])
        head = len(whole) if key.startswith(whole) else hit.end
    for i in range(2, kind.start() - 2):
        if i == head or (i > head and key[i - 1] in _SUPERIORS):
            field = key[i : kind.start()]
            yield from (key[:i] + short + kind.group() for short in _short_fields(field, kind.group() == "学院"))
