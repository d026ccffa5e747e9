"""Bodies of two fields, whose names reach over 与 or 和: 继续教育与国际交流学院."""

import re
from collections.abc import Mapping

from kg.mentions.body import Body
from kg.mentions.body_edges import LABORATORY, Edges
from kg.mentions.body_words import stops
from kg.mentions.far_edges import technical
from kg.mentions.plain_words import is_field, is_plain

_WHO = ("负责人", "领导", "代表", "师生", "教师", "学生", "人员", "同志")
_OF_PROVINCE = re.compile("[一-鿿]{2,3}(?:省|自治区)\\Z|(?:全国|国家)重点\\Z")  # …与绿色制造山东省实验室
_NATIONAL = re.compile("中国|中华|国家|全国|国际|亚洲|世界")


def with_twin(edges: Edges, start: int, suffix: int, barrier: int, found: Mapping[int, Body]) -> int:
    """继续教育与国际交流学院: two fields of study or of work share the word that they end in."""
    text, cut = edges.text, edges.cut
    of_province = _OF_PROVINCE.search(text, start + 1, suffix)
    if start - 1 in found or start - 1 not in cut.boundaries or (start == suffix and text.startswith("学院", suffix)):
        return start  # 参与|职教集团; 在各方面与|学院合作
    plain = is_plain(edges, start, of_province.start() if of_province else suffix)
    left = edges.walk(start - 1, barrier, found)
    if text.startswith(LABORATORY, suffix):
        before = cut.ending_before(start - 1)
        if left == start - 1 and cut.tags[before] == "v" and cut.word(before) not in stops():
            left = edges.walk(cut.starts[before], barrier, found)  # 电力系统运行与控制…实验室
        left = technical(edges, left, barrier)
    if left >= start - 2 or suffix - left > 18 or text.endswith(_WHO, 0, start - 1):
        return start
    core = max((b.end for b in found.values() if b.start == left), default=left)
    if not plain and (core == left or not text.endswith("学院", suffix, suffix + 2)):
        return start  # 教师 is none, but in the college of a university
    if core == left and (place := edges.place_at(left)):
        core = place.end  # 江海轨道交通与物流职业教育集团
    elif core == left and edges.has_place(left, start - 1):
        return start
    if core == left and (wide := _NATIONAL.match(text, left)):
        core = wide.end()  # 中国企业成长与经济安全研究中心
    return left if core < start - 2 and is_field(edges, core, start - 1) else start
