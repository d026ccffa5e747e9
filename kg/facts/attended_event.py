"""The event that somebody attended, by the words after the verb."""

import re

from kg.facts.gathering import Gathering
from kg.facts.gatherings import Gatherings

NO_EVENT = re.compile(
    r"(?:相关|有关|上述|系列)活动|会见|调研|考察|走访|座谈(?!会|暨)|工作\Z|培训(?!会|班|活动)|比赛的|高考|考试|学习|过|革命|劳动|战(?!略)|(?:变化|成长|变迁|历程|奇迹|腾飞|崛起|辉煌|发展)\Z"
)
NOT_YET = re.compile(
    r"(?:没有?|未能?|不[能再]|无法|拒绝|将|拟|曾|要|可|来|前来|组织|邀请|鼓励|欢迎|(?<!运)动员|积极)\Z"
)
_AND_MORE = re.compile("等(?:系列|相关|有关|各项)?活动\\Z")

_AND = re.compile("以?及|和")


def of_two(words: str) -> str:
    """出席会见及签署仪式: of two things attended, the second where the first is no event; 签约仪式等系列活动: the first of several."""
    words = _AND_MORE.sub("", words)
    first, joint, second = words.partition("及") if "及" in words else words.partition("和")
    return second if joint and NO_EVENT.search(first) and len(second) > 2 else words


_LOOKING_ON = ("观礼", "现场", "见证", "指导", "指导工作")
# 线下现场会议 is the meeting, for those who sat there.
_ITS_PART = re.compile("^(?:线[上下]|现场|主会场|分会场|主场)+(?:的)?(?=会议|大会|活动|仪式|论坛)")


def meant(events: Gatherings, words: str, position: int) -> Gathering | None:
    """The event that somebody attended, by the words after the verb."""
    words = re.split("并|[（(]|之后|期间|的(?=领导|嘉宾|人员|专家)", words.removeprefix("了"))[0].strip("的 ")
    words = "" if words in _LOOKING_ON else _ITS_PART.sub("", words)
    if (first := _AND_MORE.sub("", words)) != words:
        words = "签约仪式" if first.endswith(("签署", "签约", "签订")) else first  # 出席协议签署等系列活动
    if not words:
        return events.current(position)
    each = (events.at_name(part, position) for part in (words, *reversed(_AND.split(words))))
    return next((event for event in each if event is not None), None)  # 论坛及联盟成立大会


_AND_RITE = re.compile("(?:会议|大会|论坛|活动|仪式)[和及暨、](?P<rite>[一-鿿]{2,4}(?:仪式|典礼))\\Z")


def second(events: Gatherings, words: str, first: Gathering) -> Gathering | None:
    """The other one of two events that somebody attended: 出席会议和揭牌仪式."""
    m = _AND_RITE.search(words)
    return next((g for g in events.all if g is not first and g.name.endswith(m["rite"])), None) if m else None
