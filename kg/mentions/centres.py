"""Institutions of the place whose bureaus a list names before them: 某市商务局、杂粮产业发展中心."""

import re
from collections.abc import Mapping

from kg.mentions.body import Body

_CENTRE = re.compile(
    "(?![各有相该其主])[一-鿿]{2,10}(?:发展|服务|保障|促进|事务|推广|监测|管理|信息|救助|指导|统计|监督|中介|鉴定)中心"
)


def is_centre(text: str, start: int, end: int, found: Mapping[int, Body]) -> bool:
    """Whether [start, end) is such an institution, right behind a bureau in a list."""
    before = found.get(start - 1 - (text[start - 2 : start] == "以及"))
    return before is not None and before.group == "GovernmentBody" and _CENTRE.fullmatch(text, start, end) is not None
