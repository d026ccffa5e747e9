"""Events that a clause names only as the occasion of what it tells: 某某大赛启动仪式上，…; 3月18日的某某推进会由甲主持."""

import re
from collections.abc import Iterator

from kg.facts.doers import SINCE
from kg.facts.gathering import Gathering
from kg.facts.gathering_names import same_event
from kg.mentions.event_name import event_name, is_deictic, name_end, names_one
from kg.mentions.found import Found
from kg.mentions.other_times import in_words
from kg.model import LineRole, Sentence

_QUOTED = re.compile("“[^“”]{4,60}”")  # “…。”3月8日，某某大会上，…
OPENS = "at the head of a sentence"
_MEETING = "仪式|典礼|大会|[开闭]幕式|[座商恳]谈会|研讨会|交流会|对接会"
_MARKED = (
    "(?=[^，。；：]{0,40}(?:第[一二三四五六七八九十百\\d]{1,4}[届次]|首届|20\\d\\d|“))"  # which makes a name of 论坛
)
# 某某大赛启动仪式上，: where a sentence begins.
_OPENS_AT = re.compile(
    f"(?P<what>(?:[^，。；：在]{{8,60}}?(?:{_MEETING})|{_MARKED}[^，。；：在]{{6,60}}?(?:论坛|年会|峰会|博览会|发布会|交流周|会议)))(?:上|现场)，"
    f"|(?P<rite>{_MARKED}?[^，。；：在]{{4,50}}?(?:[开闭]幕式|仪式|典礼))(?=由[^，。；由]{{2,60}}主持)"
)
# 3月18日的某某推进会由甲主持; 2月18日下午的某某座谈会上，…
_DATED_AT = re.compile(
    f"(?:\\d[日号]|今天|昨天|当[天日])(?:上午|下午|中午|晚上?)?(?:在[^，。；在的]{{2,20}})?(?:举行|召开|举办)?的(?P<what>[^，。；：的]{{5,40}}?(?:会议|会|论坛|{_MEETING}))"
    "(?=[上中]，|由[^，。；由]{2,60}(?:主持|召集))"
)


# Where an event is named at all, on a page that tells of none otherwise.
_PROPER = f"(?:会议|大会|论坛|年会|峰会|发布会|现场会|推进会|部署会|动员会|培训会|协调会|调度会|述职会|评议会|宣讲会|报告会|欢迎会|联席会|代表会|{_MEETING})"
_NAME = f"([^，。；：、在由的《》\\n]{{4,32}}?{_PROPER})"
_ACTS = "(?:宣读|通报|[作做](?![为出了]|贡献)|致|解读|讲(?!述)|发[言表]|报告|述职|汇报|介绍|分享|表态|点评)"
_LONE = re.compile(
    f"在{_NAME}(?:的[^，。；]{{2,6}}环节)?上(?:分别|依次|先后|现场|还|也)*{_ACTS}"
    f"|(?:(?<![未没有能曾])(?:出席|参加(?:完|了)?|列席|主持(?:召开)?|到会指导)){_NAME}(?=[，。；]|并[讲致作发])"
    f"|(?<![一-鿿]){_NAME}(?=由[^，。；由]{{2,40}}(?:主办|举办|合办|组织|发起)|的(?:主办|承办|举办|组织)(?:单位|方|者)[为是]|如约而至|如期而至|圆满举办)"
    f"|这是(?:[^，。；：、在由的]{{0,8}}\\d日)?{_NAME}上?的(?:一[个幕]|一个?(?:镜头|场景|片段))"
)
_OF_ALL = re.compile(
    "全国|中央|世界|党的|中国共产党|十[八九]届|二十届|各[级地类]|历[届次]|有关|相关|上[级届]|往届|一次"
)
_NOT_SO = re.compile(
    "曾(?=[在任经出参召举主])|去年|前年|往年|将|拟|计划|准备|邀请|未能|没有|取消|每[年月周次]|多次|如果|要求|历年|[上往前]一?届"
)
_HEAD_OF_PAGE = 600  # characters in which an article names the event that it reports


def lone(found: Found) -> list[Gathering]:
    """The one event of a page that tells of no other, named only where somebody speaks at it, attends it or holds it."""
    text, begin = found.page.text, found.page.body_start
    for s in found.page.sentences:
        if s.role is not LineRole.BODY or not found.is_read(s.start) or s.start > begin + _HEAD_OF_PAGE:
            continue
        for m in _LONE.finditer(text, s.start, s.end):
            at = m.lastindex or 0  # each way to name it has one group
            name, end = event_name(m[at]), m.end(at)
            clause = max(text.rfind(mark, s.start, m.start()) for mark in "，；") + 1 or s.start
            if (
                len(name) < _SHORTEST
                or not _is_name(name)
                or _OF_ALL.match(name)
                or _NOT_SO.search(text, clause, end)
                or in_words(text, s.start, m.start())
            ):
                continue
            days = found.day_index.within(s.start, end)
            span = end - len(name), end
            return [Gathering(name, (), (span,), days[-1] if days else None, None, None, span, "named alone")]
    return []


_SHORTEST = 8  # characters of a name that says which meeting it is


def occasions(found: Found, kept: list[Gathering]) -> list[Gathering]:
    """The first further event that a sentence names so, beside those of `kept`."""
    told = (
        g for s in found.page.sentences if s.role is LineRole.BODY and found.is_read(s.start) for g in _named(found, s)
    )
    return [g for g in told if not any(same_event(g.name, k.name) for k in kept)][:1]


def _named(found: Found, sentence: Sentence) -> Iterator[Gathering]:
    text = found.page.text
    begin = SINCE.match(text, sentence.start, sentence.end)
    first = (
        begin.end() + text.startswith("，", begin.end()) if begin and begin.end() > sentence.start else sentence.start
    )
    quoted = _QUOTED.match(text, sentence.start, sentence.end)
    dated = SINCE.match(text, quoted.end(), sentence.end) if quoted else None
    behind = {dated.end() + text.startswith("，", dated.end())} if dated else set[int]()
    for m in (_OPENS_AT.match(text, at, sentence.end) for at in sorted({sentence.start, first, *behind})):
        if m is not None and _is_name(text[slice(*(span := m.span(m.lastgroup or "what")))]):
            days = found.day_index.within(sentence.start, m.start())
            yield Gathering(text[slice(*span)], (), (span,), days[-1] if days else None, None, None, span, OPENS)
    for m in _DATED_AT.finditer(text, sentence.start, sentence.end):
        name = event_name(m["what"])
        days = found.day_index.within(sentence.start, m.start("what"))
        if days and _is_name(name) and name_end().search(name):
            span = m.end("what") - len(name), m.end("what")
            yield Gathering(name, (), (span,), days[-1], None, None, (days[-1].start, span[1]), "on its day")


def _is_name(name: str) -> bool:
    whole = name.count("“") == name.count("”")
    return whole and event_name(name) == name and not is_deictic(name) and names_one(name)
