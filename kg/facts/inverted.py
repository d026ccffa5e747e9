"""Sentences that name last who did something: 致辞的有甲、乙; 主持会议的是丙; 最后发言的丁, 报告人为戊."""

import re
from collections.abc import Iterator

from kg.facts.gatherings import Gatherings
from kg.facts.speakers import People, Person, person, relation
from kg.mentions.found import READ, Found
from kg.mentions.lexicon import heads
from kg.model import LineRole, Relation, Sentence
from kg.text.scan import matches

_SPEECH = "报告|发言|讲话|致辞|演讲|说明|讲座|动员|总结|部署|点评|讲解|汇报|分享|表态|介绍|宣讲|交流|解读"
_WHO = "(?:(?:[两三四五六七八九十]|\\d{1,2})[位名])?(?:嘉宾|领导|代表|专家|学者|人员|同志|院士)*"
_ARE = "(?:，|还|先后|分别|依次|首先|首位|先|也|主要|则)*(?:有|是|为|包括)(?:[：:]|分别是)?"
_DID = re.compile(
    rf"(?P<speech>致[^，。；的]{{0,4}}[辞词]|讲话|发言|演讲|主讲|介绍(?:[^，。；的]{{0,10}}(?:情况|背景|经验|做法|进展))?|宣布[^，。；的]{{0,30}}|宣读[^，。；]{{0,40}}?|代表[^，。；的]{{2,16}}(?:汇报|通报|介绍)[^，。；的]{{0,24}}|(?<!听取)(?<!参加)(?<!出席)(?:汇报|解读|讲解)[^，。；的]{{0,24}}(?:情况|工作|政策|精神|方案|规划|办法|意见|内容|文件)|[作做][^，。；的]{{0,32}}?(?=[报发讲致演说动总部点汇分表介宣交解])(?:{_SPEECH}))的{_WHO}{_ARE}|"
    rf"(?P<chair>(?:共同|轮流|先后|联合)?主持(?![^，。；的人]{{0,18}}(?:课题|项目|研究|节目|工作|早会|例会))[^，。；的人]{{0,20}})的{_WHO}{_ARE}|(?:以|担任)(?P<as>主持人?)(?:身份)?(?:亮相|登场|出场|现身|登台)?的{_WHO}{_ARE}|主持者(?P<host>)(?=[一-鿿]{{2,20}}[，。；])|(?<![曾年直续将午])主持(?P<sat>(?:会议|大会|仪式|论坛|座谈会?|活动|开幕式)的)(?=[一-鿿、·]{{2,40}})|"
    rf"(?P<role>报告人|主讲人|演讲人|演讲嘉宾|主讲嘉宾|致辞嘉宾|发言人)(?:分别|依次)*(?:为|是|有|：)|(?P<chairman>主持人)(?:为|是|：(?!欢迎|有?请|感谢|谢谢|刚才|好的|那么|今天|下面|接下来))|"
    r"(?P<stage>走上发布台的(?:还|分别|依次|，)*(?:有|是|为)|特邀[^，。；：]{0,12}(?:嘉宾|代表|专家|企业家|学者|负责人)(?:上台|先后|分别|现场)?(?:[作做]了?[^，。；：]{0,8}?)?(?:发言|演讲|报告|分享|授课)：)|"
    r"(?P<last>致辞|发言|讲话)的(?=[一-鿿·]{2,30}[，。])"
)
_TOGETHER = ("共同", "轮流", "先后", "联合")
_DID_HEAD = heads(
    (
        "致",
        "代表",
        "汇报",
        "解读",
        "讲解",
        "走上",
        "特邀",
        "介绍",
        "作",
        "做",
        "讲话",
        "发言",
        "演讲",
        "主讲",
        "宣布",
        "宣读",
        "主持",
        "共同",
        "轮流",
        "先后",
        "联合",
        "以主",
        "担任",
        "报告",
    )
)
# What follows the names and is not said of them.
_ENDS = re.compile("[。；！？\n]|，(?=(?:[他她]|会议|大会|活动|仪式|对|向|在|就|要求|希望|指出|强调|表示|各|与会|共))")
_ENDS_LIST = re.compile(_ENDS.pattern.replace("；", ""))  # 作报告的有：甲；乙
# A line of its own, with one person a line after it.
_LABEL = re.compile("(?:出席|参加|参会|与会)(?:人员|嘉宾|领导)?[：:]|主持人[：:]|发布人[：:]|(?:主要)?嘉宾[：:]")
# 出席今天发布会的各位领导，他们是：
_LIST_BELOW = re.compile(
    "(?:出席|参加)[^，。；：]{0,16}?(?:发布会|通气会|说明会|会议|大会|活动|论坛|仪式)的?(?:[^，。；：]{0,10}(?:领导|嘉宾|发布人|同志|负责人|专家))?，?(?:[他她]们)?(?:分别|还|主要)*(?:是|有|为)[：:]\\Z"
)
_LAST = re.compile("(?:先生|女士|同志|教授|院士)?[。！]\\Z")
_FAR = 60  # characters; a title between two names of a list is no longer
_LONGEST = 100  # the titles at the head of it and behind a ；


def inverted(found: Found, events: Gatherings, people: People) -> Iterator[Relation]:
    """speaksAt and hosts of the sentences that name last who spoke or was in the chair."""
    label: str | None = None
    text = found.page.text
    for sentence in found.page.sentences:
        if sentence.role is LineRole.BODY and people.within(sentence.start, sentence.end):
            yield from _told(found, events, people, sentence)
        if sentence.role is LineRole.BODY and "我" in text[sentence.start : sentence.end]:
            yield from _myself(found, events, people, sentence)
        if m := _LABEL.fullmatch(text, sentence.start, sentence.end):
            label = "hosts" if m[0].startswith("主持") else "participatesIn"
            continue
        if _LIST_BELOW.search(text, max(sentence.start, sentence.end - _FAR), sentence.end):
            label = "participatesIn"
            continue
        if label is None:
            continue
        line = text[sentence.start : sentence.end]
        named = people.within(sentence.start, sentence.end) if sentence.role in READ and len(line) < _FAR else []
        event = events.current(sentence.start)
        ends = line.endswith(("。", "！"))
        if len(named) != 1 or event is None or (ends and not _LAST.fullmatch(text, named[0].end, sentence.end)):
            label = None
            continue
        yield relation(found, person(named[0].name), label, event, sentence.start, sentence.end, "list under a label")
        label = None if ends else label


# 我是省政府新闻办副主任甲，今天的发布会由我主持
_I_CHAIR = re.compile(
    "由我(?:来)?(?:为大家)?主持|我(?:很高兴|非常高兴|很荣幸)?(?:来|为大家)?主持(?=今天|本次|本场|这[次场])|我是(?:今天|本次|本场|这[次场])[^，。；]{0,12}主持人"
)
_NEAR = 120  # characters between the two
_STOPS = ("，", "。", "；", "、", "！", "")


def _myself(found: Found, events: Gatherings, people: People, sentence: Sentence) -> Iterator[Relation]:
    """Whoever says that they are in the chair, under the name that they gave before."""
    text = found.page.text
    for m in _I_CHAIR.finditer(text, sentence.start, sentence.end):
        at = text.rfind("我是", max(found.paragraph_start(m.start()), m.start() - _NEAR), m.start() + len("我是"))
        named = next(iter(people.within(at, min(at + _FAR, sentence.end))), None) if at >= 0 else None
        event = events.current(m.start())
        if named is None or text[people.title_after(named.end) : people.title_after(named.end) + 1] not in _STOPS:
            continue  # 我是某校长甲的学生
        if event and not _ENDS.search(text, at, named.start) and "，" not in text[at : named.start]:
            start, end = min(at, m.start()), max(named.end, m.end())
            yield relation(found, person(named.name), "hosts", event, start, end, "in the chair")


def _told(found: Found, events: Gatherings, people: People, sentence: Sentence) -> Iterator[Relation]:
    text = found.page.text
    for m in matches(_DID, _DID_HEAD, text, sentence.start, sentence.end):
        ends = _ENDS_LIST if text.startswith("：", m.end() - 1) else _ENDS
        named = following(people, text, m.end(), sentence.end, alone=m.lastgroup in ("last", "host", "sat"), ends=ends)
        if not named:
            continue
        chaired = m["chair"] or m["chairman"] or m.lastgroup in ("as", "host", "sat")
        words = re.sub("^(?:共同|轮流|先后|联合)?主持(?:召开|了)?", "", m["chair"]) if m["chair"] else ""
        event = events.at_name(words, m.start()) if words else events.current(m.start())
        if event is None:
            continue
        predicate, rule = ("hosts", "in the chair") if chaired else ("speaksAt", "verb of speech")
        if chaired:
            together = m.group().startswith(_TOGETHER)
            named = [p for p in named if "，" not in text[m.end() : p.start]] if together else named[:1]
        for p in named:
            yield relation(found, person(p.name), predicate, event, m.start(), p.end, rule)


def following(
    people: People, text: str, start: int, stop: int, *, alone: bool = False, ends: re.Pattern[str] = _ENDS
) -> list[Person]:
    """The list of persons that begins at a position, each after a title at most; `alone` takes the first, before any mark."""
    end = ends.search(text, start, stop)
    listed: list[Person] = []
    edge = start
    for p in people.within(start, end.start() if end else stop):
        gap = text[edge : p.start]
        if (
            len(gap) > (_LONGEST if edge == start or text[edge] == "；" else _FAR)
            or people.acts(gap)
            or (alone and "，" in gap)
        ):
            break
        listed.append(p)
        edge = people.title_after(p.end)
        if alone:
            break
    return listed
