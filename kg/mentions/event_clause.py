"""The clause around the verb that says that an event took place: where it begins, and what stands in it beside the name."""

import re

from kg.mentions.date import Day
from kg.mentions.gazetteer import gazetteer

_LONGEST = 6  # characters of a division's name on either side

_LEAD = re.compile(
    r"^(?:(?:继(?![续承任电])|据悉|据了解|据介绍|当天|当日|日前|近日|昨日|今日|今天|昨天|随后|同时|此外|其间|期间|会议期间|会上|会前|会后|活动期间|活动现场|现场(?!会)|"
    r"随着|借着|趁着|伴随着|近期|连日来|上午|下午|晚上?|同日|次日|与此同时|为期[一二两三四五六七八九十\d]+天的|由|本次|此次|本届|这是|作为|还|并|也|将|又|据报道|记者(?:[今昨][天日]|\d{1,2}日|近日|日前)?从|记者获悉|获悉|"
    r"\d{1,2}[时点](?:\d{1,2}分|许|整|半)?|备受(?:关注|瞩目)的|(?:万众瞩|引人注|令人瞩)目的)[，、：]?|(?:[一-鿿]{2,6}|[一-鿿]{2,8}频道)(?:消息|报道|讯)[ 　]*(?:（[^）]{1,60}）[：:]?[ 　]*|[ 　]+|[：:]))+"
)
# What may stand between the name or the place and the verb: 将于, 以线上方式, 下午3时.
_TAIL = re.compile(
    r"(?:（(?:见|如|上|下|右|左|附)?图）|(?:即将|定|拟|将|已|也|还|又|也曾|再度|就|均|则|选|安排|改|正式|同时|先后|相继|陆续|成功|隆重|共同|联合|如期|如约|准时|按时|按期|一并|一同|随之|随即|随后|顺利|盛大){0,8}(?:于|在)?|(?<=[日月])起|"
    r"(?<=[式会礼坛])(?:以及|及|和)(?:有关|相关|系列|其他)[^，。；、]{0,12}活动|"
    r"(?:日前|近日|此前|昨[日天]?|今[日天]?|前[日天]|当[日天]|[昨今前][（(]\d{1,2}[)）]日|(?:[今昨明前当][天日晚])?[（(](?:\d{1,2}月)?\d{1,2}[日号][)）]|当地时间|(?:明年|\d{4}年)(?:\d{1,2}月)?|近期|上周|本周|上月)(?:上午|下午|晚[上间]?)?|"
    r"在?(?:圆满|顺利|胜利)完成(?:了|全部|各项|既定|预定)[^，。；在]{2,10}后?|在(?:圆满|顺利)?完成[^，。；在]{2,10}后|(?:以|通过|采[用取])[^，。；以]{2,20}(?:方式|形式|相结合)|\d{1,2}日(?:上午|下午|晚[上间]?)?|(?:上午|下午|晚上?)?\d{1,2}[时点:：](?:\d{1,2}分?|许|整|半)?)\Z"
)
_FAR = 600  # characters of a clause before its verb
# 新华网哈尔滨1月9日电 before the first sentence.
_DATELINE = re.compile(
    r"[^，。；“”（）\n]{2,24}?(?:（[^（）\n]{2,16}）)?[讯道息电][ 　]*（(?:本报|本网|首席|见习|特约|实习)?(?:记者|通讯员|作者)[^）\n]{0,50}）|[^，。；“”\n]{2,20}?\d{1,2}月\d{1,2}日(?:[一-鿿]{2,4})?(?:电|讯|消息)[ 　]*(?:（[^）]{0,30}）)?[ 　]*"
)
_ITEM = re.compile(
    r"(?:\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]{1,3}、|[（(]\d{1,2}[)）]) ?"
)  # 2.某某大会 in a list
_SAID = re.compile("“[^“”]{2,200}。”")  # what somebody said, before an event is named
_TAG = re.compile(r"【[^】]{1,12}】|\[[^\]]{1,8}\]")  # 【云川省】, [导读] before a title


def clause_of(text: str, start: int, position: int) -> int:
    """Where the clause before a position begins, in a sentence that begins at `start`; every comma begins one, and it has an end."""
    start = max(start, position - _FAR)
    return max(start, *(text.rfind(mark, start, position) + 1 for mark in "，；。："))


def clause_start(text: str, start: int, position: int) -> int:
    """Where the clause before a position begins; a comma inside a quotation or a bracket begins none."""
    clause = clause_of(text, start, position)
    for opening, closing in ("“”", "（）", "《》"):
        if text.count(closing, clause, position) > text.count(opening, clause, position):
            at = text.rfind(opening, start, clause)
            if at >= 0:
                clause = clause_of(text, start, at)
    return clause


def in_place(text: str, start: int, position: int, end: int) -> bool:
    """Whether a position is within the name of a division that stands in [start, end): 保|定."""
    low, high = max(start, position - _LONGEST), min(end, position + _LONGEST)
    hits = gazetteer().find(text[low:high], ambiguous=True)
    return any(low + h.start < position < low + h.end for h in hits)


def strip(text: str, start: int, end: int, days: list[Day]) -> int:
    """The end of [start, end) without the dates, hours and adverbs that close it."""
    changed = True
    while changed:
        changed = False
        while end > start and text[end - 1] in " 　":
            end -= 1
        for d in days:
            if start <= d.start < end <= d.end:
                end, changed = d.start, True
        m = _TAIL.search(text, max(start, end - 24), end)
        if m and m.start() < end and not (text[m.start()] in "定则" and in_place(text, start, m.start(), end)):
            end, changed = m.start(), True
    return end


_AT_ONCE = ("同期", "同时", "同步", "同场")
_BESIDE = re.compile(
    "[与和同](?:[开闭]幕式|开赛式|大会|论坛|主论坛|会议|大赛|比赛|活动|(?:启动|签约|揭牌|颁奖|成立|开[班园馆幕])?仪式|展会|博览会)\\Z"
)


def beside_left_out(text: str, start: int, end: int, verb: str) -> int:
    """The end of [start, end) without the other thing at the time of which something is held: 甲讲座与开幕式|同期举行."""
    beside = _BESIDE.search(text, start, end) if verb.startswith(_AT_ONCE) else None
    return beside.start() if beside else end


def left_out(text: str, start: int, end: int, days: list[Day]) -> tuple[int, int]:
    """[start, end) without dates, dateline brackets and adverbials at its head."""
    changed = True
    while changed and start < end:
        changed = False
        while start < end and text[start] in " 　，、）)\n":
            start += 1
        if (close := text.find("）", start, min(end, start + 24))) >= 0 and re.search(
            r"[电讯]|记者", text[start:close]
        ):
            start, changed = close + 1, True
            continue
        if tag := _TAG.match(text, start, end):
            start, changed = tag.end(), True
        if said := _SAID.match(text, start, end):
            start, changed = said.end(), True
        if text[start - 1 : start] in ("", "\n") and (item := _ITEM.match(text, start, end)):
            start, changed = item.end(), True
        for d in days:
            if d.start <= start < d.end:
                start, changed = d.end, True
        if line := _DATELINE.match(text, start, end):
            start, changed = line.end(), True
            continue
        if (m := _LEAD.match(text[start:end])) and m.end():
            start, changed = start + m.end(), True
    return start, max(start, end)
