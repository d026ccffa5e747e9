"""Bodies of several places, or several of one kind, under one word, which name none of them: 各市教育局, 甲、乙两市教育局."""

import re

from kg.mentions.body_edges import Edges
from kg.mentions.body_words import is_department

LEVELS = frozenset("省市区县州旗盟镇乡")
_EACH_PLACE = re.compile(
    "各(?:地市?|[省市州盟区县旗、]{1,6}(?:（[省市州盟区县旗、]{1,8}）)?)(?:[^，。；]{0,16}[、和])?\\Z"
)
_OF_BOTH = re.compile("(?:双方|[两二三各]地)的?(?:[^，。；、\\n]{1,16}、){0,10}[^，。；、\\n]{1,16}[、和]\\Z")
_OF_EACH = re.compile("(?:各[省市区县州旗盟、]{0,4}|\\d[余多几]?个?)\\Z")
_COUNTED = re.compile("[两三四五六七八九十]{1,3}(?:所|家|个|校|省|市|县|区|州|院)\\Z")
_OF_LEVELS = re.compile("[个地]?[省市区县州旗盟镇乡]{2,4}")
_AND_OTHERS = re.compile("等(?:[省市县区地州校]|院校|高校|单位|企业)|[东西]部地区\\Z")
_SEVERAL = re.compile("(?<=[一-鿿])[两三四五六七八九十]{1,2}[省市县区州地](?=[一-鿿])")


def are_several(edges: Edges, start: int, suffix: int, rest: str, group: str, parent_end: int | None) -> bool:
    """Whether what reads like a name from `start`, with its suffix, is said of several bodies. `rest` is what stands in it between
    its place and its suffix."""
    text = edges.text
    if text[start] in LEVELS and (
        _OF_EACH.search(text, max(0, start - 5), start)
        or (parent_end is None and text.endswith(("各地", "等"), 0, start))
    ):
        return True  # 各市|州教育局, 全省17|市教育局; 各地|市教育局, 甲、乙等|市政府
    if _COUNTED.search(rest) or _AND_OTHERS.search(rest):
        return True  # 甲大学、乙大学五所大学, 江海等市科技局
    if group != "GovernmentBody":
        return False
    if _OF_LEVELS.fullmatch(text, start, suffix):
        return True  # 14个|区县政府
    if any(not any(s <= m.start() < e for s, e in edges.near(suffix)) for m in _SEVERAL.finditer(text, start, suffix)):
        return True  # 甲、乙两市教育局
    if parent_end is not None:
        return False
    if text.endswith(("两地", "双方", "三地", "各地"), 0, start):
        return True  # 两地教育局
    if _OF_BOTH.search(text, max(0, start - 64), start) and is_department(text[start : suffix + 1]):
        return True  # 两地教育厅（委）、人社厅
    # 各市教育局; 各市市长和人社局局长
    return (
        text[start] not in LEVELS
        and _EACH_PLACE.search(text, max(0, start - 24), start) is not None
        and not edges.has_place(start, suffix)
    )
