"""Meetings, ceremonies, launches, contests held: read clause by clause around the verb that says they took place.

10月17日，〔名称〕在〔地点〕召开        〔机构〕14日在〔地点〕举行〔名称〕        在〔地点〕举行的〔名称〕上
"""

import re
from dataclasses import dataclass
from functools import cache

from kg.mentions.date import Day
from kg.mentions.lexicon import alternation, rows

_ORDINAL = r"(?:第[一二三四五六七八九十百\d]+[次届场期](?:全体)?(?:会议|大会|活动)?|[（(][^（）()]{1,12}[)）])?"
_HELD = re.compile(
    r"(?:(?:正式|隆重|成功|顺利|圆满|如期|联合|共同|同步|再次|首次|集中|现场|组织|胜利|盛大|线上|分别)*)"
    r"(?P<verb>召开|举行|举办|(?:开幕|启幕|揭幕|闭幕|启动)(?!式|仪式|会|活动|大会|典礼|晚会)|落幕|落下帷幕|开赛|收官|拉开帷幕|拉开序幕|开讲)(?P<tail>了|的)?"
)
_PLACE = re.compile(r"(?P<at>[在于])(?P<place>[^，。；在于的]{2,32})\Z")
_LEAD = re.compile(
    r"^(?:(?:据悉|据了解|当天|当日|日前|近日|昨日|今日|今天|昨天|随后|同时|此外|其间|期间|会议期间|会上|会前|会后|活动期间|活动现场|现场|"
    r"随着|近期|连日来|上午|下午|同日|与此同时|为期[一二两三四五六七八九十\d]+天的|由|本次|此次|本届|这是|作为|还|并|也|将|又)[，、]?)+"
)
_BY = re.compile(
    r"^(?:由)?(?P<hosts>[^，。；]{2,60}?)(?:共同|联合)?(?P<how>主办|承办|指导|组织|发起|举办|协办)(?:[、，].{2,40}?(?:承办|协办|支持))*的"
)
_DEICTIC = frozenset(
    (
        "会议",
        "大会",
        "本次会议",
        "此次会议",
        "活动",
        "本次活动",
        "此次活动",
        "仪式",
        "论坛",
        "座谈会",
        "签约仪式",
        "启动仪式",
        "开幕式",
        "揭牌仪式",
        "交流会",
        "培训班",
        "发布会",
        "新闻发布会",
        "比赛",
        "大赛",
        "研讨会",
        "成立大会",
        "联席会议",
        "讲座",
    )
)


# 新华网哈尔滨1月9日电 before the first sentence.
_DATELINE = re.compile(r"[^，。；“”\n]{2,20}?\d{1,2}月\d{1,2}日(?:电|讯|消息)[ 　]*(?:（[^）]{0,30}）)?[ 　]*")


@dataclass(frozen=True, slots=True)
class Happening:
    """An event at [start, end). `day` the date beside it, `place` the words after 在, `hosts` the words of who holds it;
    `said` is the clause [said_start, said_end) that says so."""

    start: int
    end: int
    text: str
    day: Day | None
    place: tuple[int, int] | None
    hosts: tuple[int, int] | None
    said: tuple[int, int]
    rule: str


_INTRODUCES = re.compile(
    "祝贺|致信|致电|参观了?|出席了?|参加了?|结束后|之后|期间|主持(?!人)|宣布|强调|表示|正在|即将|当天|同日|来到|听取|介绍|亲临"
)
_NO_PLACE = re.compile(r"\d{1,2}[日号时]|上午|下午|晚|这里|那里|此|现场|当地|会上|主持|即|今年|明年|年内")


@cache
def _name() -> re.Pattern[str]:
    return re.compile(alternation(r[0] for r in rows("event_kinds.tsv")) + _ORDINAL)


@cache
def _name_end() -> re.Pattern[str]:
    return re.compile(alternation(r[0] for r in rows("event_kinds.tsv")) + _ORDINAL + r"\Z")


def is_deictic(name: str) -> bool:
    """Whether a name only points at an event named elsewhere (会议, 签约仪式), or is no more than a kind (招聘会)."""
    return name in _DEICTIC or _name().fullmatch(name) is not None or len(name) < 5


def event_name(words: str) -> str:
    """The words of an event without what only introduces them."""
    if cuts := list(_INTRODUCES.finditer(words)):
        words = words[cuts[-1].end() :]
    return re.sub(r"^(?:的|了|本次|此次|本届|一场|首场|这场|场|次)+", "", words).strip(" 　，、")


def events(text: str, start: int, end: int, days: list[Day]) -> list[Happening]:
    """The events whose taking place the sentence [start, end) states."""
    found: list[Happening] = []
    for m in _HELD.finditer(text, start, end):
        clause = max(text.rfind(mark, start, m.start()) for mark in "，；。：") + 1
        clause = _open_quote(text, max(clause, start), m.start(), start)
        near = [d for d in days if clause <= d.start < m.start()] or [d for d in days if start <= d.start < m.start()]
        day = near[-1] if near else None
        before_end = m.start()
        place = None
        stripped = _strip_days(text, clause, before_end, days)
        if (p := _PLACE.search(text, clause, stripped)) and len(p["place"]) >= 2 and not _NO_PLACE.match(p["place"]):
            place = p.span("place")
            before_end = _strip_days(text, clause, p.start("at"), days)
        else:
            before_end = stripped
        name_start, name_end = _left(text, clause, before_end, days)
        hosts: tuple[int, int] | None = None
        if by := _BY.match(text[name_start:name_end]):
            hosts = (name_start + by.start("hosts"), name_start + by.end("hosts"))
            name_start += by.end()
        if name_start < name_end and _name_end().search(text, name_start, name_end):
            for s, e in _split(text, name_start, name_end):
                found.append(Happening(s, e, text[s:e], day, place, hosts, (clause, m.end()), "name, then held"))
            continue
        if m["verb"] in ("召开", "举行", "举办", "启动") and (after := _right(text, m.end(), end)):
            s, e = after
            rule = "held at" if m["tail"] == "的" else "held, then name"
            if place is None and (ahead := re.search(r"[在于]([^，。；在于的]{2,30})\Z", text[clause:name_end])):
                place = None if _NO_PLACE.match(ahead[1]) else (clause + ahead.start(1), clause + ahead.end(1))
            actor = (name_start, name_end) if m["tail"] != "的" and name_start < name_end else None
            found.append(Happening(s, e, text[s:e], day, place, actor, (clause, e), rule))
    return found


def _open_quote(text: str, clause: int, position: int, start: int) -> int:
    """A comma inside a quoted title does not begin a clause: go back to before the quotation."""
    if text.count("”", clause, position) > text.count("“", clause, position):
        opening = text.rfind("“", start, clause)
        if opening >= 0:
            return max(text.rfind(mark, start, opening) for mark in "，；。：") + 1 or start
    return clause


def _strip_days(text: str, start: int, end: int, days: list[Day]) -> int:
    """The end of [start, end) without the dates that close it."""
    changed = True
    while changed:
        changed = False
        while end > start and text[end - 1] in " 　":
            end -= 1
        for d in days:
            if d.end == end and d.start >= start:
                end, changed = d.start, True
    return end


def _left(text: str, start: int, end: int, days: list[Day]) -> tuple[int, int]:
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
        for d in days:
            if d.start <= start < d.end:
                start, changed = d.end, True
        if line := _DATELINE.match(text, start, end):
            start, changed = line.end(), True
            continue
        if (m := _LEAD.match(text[start:end])) and m.end():
            start, changed = start + m.end(), True
    return start, end


def _right(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The event's name after the verb: up to the last word for an event before the clause ends."""
    stop = re.search(r"[，。；！？\n]", text[start:end])
    limit = start + (stop.start() if stop else end - start)
    if text.count("“", start, limit) > text.count("”", start, limit):  # a title in quotation marks may hold a comma
        close = text.find("”", limit, min(end, limit + 40))
        more = re.search(r"[，。；！？\n]", text[close:end]) if close > 0 else None
        if close > 0:
            limit = close + (more.start() if more else end - close)
    last = None
    for m in _name().finditer(text, start, limit):
        if text[m.end() : m.end() + 1] not in "精筹" and not re.match(
            r"室|厅|中心|馆|纪要|议程|主题|由|代表", text[m.end() : m.end() + 2]
        ):
            last = m.end()
    if last is None or last - start > 60:
        return None
    head = re.match(
        r"(?:的|了|以.{2,30}?为主题的|为期.{1,4}天的|主题为.{2,30}?的|一场|首场|首届(?=的))*", text[start:last]
    )
    begin = start + (head.end() if head else 0)
    return (begin, last) if last - begin >= 2 else None


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """甲会议和乙座谈会 are two events."""
    for m in re.finditer("[和、与]|以及", text[start:end]):
        cut = start + m.start()
        if _name_end().search(text, start, cut) and not is_deictic(text[start + m.end() : end]):
            return [(start, cut), *_split(text, start + m.end(), end)]
    return [(start, end)]
