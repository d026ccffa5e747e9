"""Who spoke at an event, chaired it, took part in it, held it."""

import re
from collections.abc import Iterator

from kg.facts.gatherings import Gathering, Gatherings
from kg.mentions.found import Found
from kg.mentions.organization import Body
from kg.model import Kind, LineRole, Ref, Relation, Sentence

_SPEAK = (
    r"指出|指(?=[，：])|强调|表示|介绍|说|认为|要求|提出|透露|谈到|坦言|建议|呼吁|宣布|致辞|致欢迎辞|致开幕辞|讲话|发言|发表|演讲|宣读|解读|部署|通报|看来|分享|汇报|"
    r"感谢|希望|祝贺|期待|欢迎|回顾|在[^，。；]{0,8}(?:致辞|讲话|发言)[中时]|"
    r"作[^，。；]{0,20}(?:报告|发言|讲话|致辞|演讲|说明|讲座|动员|总结|部署)|作了|就[^，。；]{2,60}作|代表[^，。；]{2,20}(?:致辞|讲话|发言|，对)"
)
# Between a name and its verb of speech stand a title, an adverbial, an occasion; no other person and no comma but one.
_SAYS = re.compile(
    rf"(?:同志|院士|教授|一行)?(?:(?:出席|参加)[^，。；：]{{0,12}}并|其后|致辞|在[^，。；：]{{2,50}}[上中时]?|首先|还|也|则|随后|最后|分别|先后|在致辞[中时]?|致辞时|讲话时|总结时|对此|应邀参加[^，。]{{2,40}}，并|"
    rf"\d{{1,2}}日|当天|代表[^，。；：]{{2,30}}|就[^，。；：]{{2,60}}|以[^，。；：]{{2,50}}为题|对[^，。；：]{{2,30}}|围绕[^，。；：]{{2,30}}|[，]?(?:受[^，。]{{2,10}}委托，))*(?P<verb>{_SPEAK})"
)
_CHAIR = re.compile(
    r"(?:\d{1,2}月)?(?:\d{1,2}[日号])?(?:上午|下午|晚上?)?(?:在[^，。；]{1,12}?)?(?:[一-鿿]{2,8})?主持(?!人|词|稿|召开|编|制|设计|工作)(?:了|并|会议|大会|本次|此次|开幕|仪式|论坛|座谈|交流|签约|。|，|召开)?"
)
_OPEN_LIST = re.compile(
    r"(?:出席|参加|列席|应邀出席|到场|与会)(?P<event>[^，。：；]{0,30}?)(?P<speak>并(?:讲话|致辞|发言))?的?(?:领导|嘉宾|人员|专家|还|主要|的)*(?:有|包括)[：:]?"
)
_ATTEND = re.compile(r"(?P<verb>应邀参加|应邀出席|出席|参加|列席|到会|与会|到场|参会)(?P<event>了?[^，。；：]{0,40})")
_NO_EVENT = re.compile(r"会见|调研|考察|走访|座谈(?!会)|工作$|培训(?!会|班|活动)|比赛的|高考|考试|学习")
_SHARED = re.compile(
    r"[一二两三四五六七八九十\d]+(?:家|个|所|名|位)(?:单位|高校|学校|院校|企业|部门|机构|区县|代表)(?:代表|负责人|主要负责人)?[^，。；]{0,12}(?:分享|交流|发言|介绍|汇报|作)"
)
_HELD_BY = re.compile(r"由(?P<who>[^，。；]{2,80}?)(?:共同|联合)?(?P<how>主办|承办|合办|举办|组织|协办)")
_LEADERS = frozenset(("总书记", "国家主席", "中央军委主席", "总理", "国务院总理"))


def participation(found: Found, events: Gatherings) -> Iterator[Relation]:
    """speaksAt, hosts, participatesIn and organizes of one page."""
    yield from _held_by(found, events)
    if events.main is None:
        return
    leaders = {n.text for n, t in found.names if t.text in _LEADERS or t.text.endswith("总书记")}
    for sentence in found.page.sentences:
        if sentence.role is LineRole.BODY:
            yield from _listed(found, events, sentence, leaders)
            yield from _spoken(found, events, sentence, leaders)
            yield from _units(found, events, sentence)
        if sentence.role in (LineRole.BODY, LineRole.HEADING):
            yield from _attended(found, events, sentence, leaders)


def _relation(found: Found, who: Ref, predicate: str, event: Gathering, start: int, end: int, rule: str) -> Relation:
    return Relation((found.page.span(start, end),), rule, who, predicate, Ref(Kind.EVENT, event.name))


def _people(found: Found, start: int, end: int) -> list[tuple[int, int, str]]:
    """The persons named in [start, end), in order."""
    return [(n.start, n.end, n.text) for n in found.people_index.within(start, end)]


def _title_after(found: Found, end: int) -> int:
    """Where a title right after a name ends (黄某某院长), or `end`."""
    title = found.title_at.get(end)
    return title.end if title and title.text != "代表" else end


def _title_before(found: Found, start: int) -> int:
    title = found.title_of.get(start)
    return title.start if title else start


def _spoken(found: Found, events: Gatherings, sentence: Sentence, leaders: set[str]) -> Iterator[Relation]:
    text = found.page.text
    people = _people(found, sentence.start, sentence.end)
    for i, (start, end, name) in enumerate(people):
        if name in leaders:
            continue
        after = _title_after(found, end)
        if chair := _CHAIR.match(text, after):
            event = _named_before(found, events, sentence.start, start) or _named_after(
                found, events, chair.start(), sentence.end
            )
            if event is not None:
                yield _relation(
                    found,
                    Ref(Kind.PERSON, name),
                    "hosts",
                    event,
                    _chair_start(text, sentence.start, start),
                    chair.end(),
                    "in the chair",
                )
        says = _SAYS.match(text, after)
        if says is None or text[_title_before(found, start) - 1 : start] in ("对", "向"):
            continue  # 对余某某一行表示欢迎: somebody else speaks
        event = _occasion(found, events, text[after : says.end()], text[sentence.start : start])
        if event is None:
            continue
        group = [(start, end, name)]
        for s, e, n in reversed(people[:i]):  # 甲、乙分别致辞
            gap = text[_title_after(found, e) : _title_before(found, group[0][0])]
            if (
                n in leaders
                or not re.fullmatch(r"[、和，与及 ]{1,2}[^，。；：]{0,40}", gap)
                or (
                    not text[after : says.end()].startswith(("分别", "先后", "等", "共同", "出席", "参加"))
                    and "、" not in gap
                    and "和" not in gap
                )
            ):
                break
            group.insert(0, (s, e, n))
        for s, _, n in group:
            yield _relation(found, Ref(Kind.PERSON, n), "speaksAt", event, s, says.end(), "verb of speech")


def _chair_start(text: str, left: int, start: int) -> int:
    by = text.rfind("由", left, start)
    return max(max(text.rfind(mark, left, by) for mark in "，。；") + 1, left) if by >= 0 and start - by < 40 else start


_OPENING = re.compile(r"^(?:在)?(?P<what>[^，。；]{2,40}?)[上中]，")


def _occasion(found: Found, events: Gatherings, words: str, opening: str) -> Gathering | None:
    """The event at which something was said: named between name and verb, or at the head of the sentence, else the main one."""
    if m := re.search(r"在(?P<what>[^，。；]{2,40}?)[上中](?:[^一-鿿]|$|指|强|表|介|说|致|发|讲|作|公|宣)", words):
        return events.at_name(m["what"])
    if m := re.search(r"参加(?P<what>[^，。；]{3,40})，并", words):
        return events.at_name(m["what"])
    if (m := _OPENING.match(opening)) and (event := events.at_name(m["what"])):
        return event
    return events.main


def _named_before(found: Found, events: Gatherings, left: int, start: int) -> Gathering | None:
    m = re.search(r"(?P<what>[^，。；、]{2,40}?)由[^，。；由]{0,40}\Z", found.page.text[left:start])
    return events.at_name(m["what"]) if m else None


def _named_after(found: Found, events: Gatherings, start: int, end: int) -> Gathering | None:
    m = re.match(r"主持(?:召开|了|并)?(?P<what>[^，。；]{2,40})", found.page.text[start:end])
    return events.at_name(m["what"]) if m else events.main


def _listed(found: Found, events: Gatherings, sentence: Sentence, leaders: set[str]) -> Iterator[Relation]:
    """出席大会的有：…"""
    text = found.page.text
    m = _OPEN_LIST.search(text, sentence.start, sentence.end)
    if m is None or _NO_EVENT.search(m["event"]):
        return
    event = events.at_name(m["event"]) if m["event"] else events.main
    if event is None:
        return
    stop = text.find("等", m.end(), sentence.end)
    stop = stop if stop > 0 and text[stop + 1 : stop + 2] in "；。，" and text[stop + 1] != "，" else sentence.end
    for start, end, name in _people(found, m.end(), stop):
        if name not in leaders:
            yield _relation(
                found,
                Ref(Kind.PERSON, name),
                "speaksAt" if m["speak"] else "participatesIn",
                event,
                m.start(),
                end,
                "list of those present",
            )
            _ = start


def _attended(found: Found, events: Gatherings, sentence: Sentence, leaders: set[str]) -> Iterator[Relation]:
    """甲、乙等出席会议; also bodies whose heads or delegates did."""
    text = found.page.text
    for m in _ATTEND.finditer(text, sentence.start, sentence.end):
        if (
            text[m.end("verb") : m.end("verb") + 1] == "的"
            or _OPEN_LIST.match(text, m.start())
            or _NO_EVENT.search(m["event"])
        ):
            continue
        left = sentence.start
        for mark in "；：":
            left = max(left, text.rfind(mark, sentence.start, m.start()) + 1)
        named = re.split("并|[（(]", m["event"].lstrip("了"))[0]
        event = events.at_name(named) if named else events.main
        if event is None:
            continue
        people = [p for p in _people(found, left, m.start()) if p[2] not in leaders]
        end = m.end() if len(m["event"]) < 30 else m.end("verb")
        for start, _, name in people:
            yield _relation(found, Ref(Kind.PERSON, name), "participatesIn", event, start, end, "took part")


def _units(found: Found, events: Gatherings, sentence: Sentence) -> Iterator[Relation]:
    """六家单位代表分享了…。甲大学…；乙公司…: the bodies that open the parts of the next sentence took part."""
    shared = _SHARED.search(found.page.text, sentence.start, sentence.end)
    if shared is None or events.main is None:
        return
    following = found.sentence_at(sentence.end)
    listed = _chain_before(found, sentence.start, shared.start())
    for body in listed:
        yield _relation(
            found, Ref(Kind.ORGANIZATION, found.body_name(body)), "participatesIn", events.main, body.start, shared.end(), "shared its practice"
        )  # fmt: skip
    areas = [(shared.end(), sentence.end)] + (
        [(following.start, following.end)] if following and following.paragraph == sentence.paragraph else []
    )
    for left, right in areas:
        for body in found.body_index.within(left, right):
            if body.start == left or found.page.text[body.start - 1] in "；：。":
                name = found.body_name(body)
                stop = min(
                    (i for i in (found.page.text.find(x, body.end, right) for x in "，；。") if i > 0), default=right
                )
                said = (found.page.span(body.start, max(stop, body.end)), found.page.span(shared.start(), shared.end()))
                event = Ref(Kind.EVENT, events.main.name)
                yield Relation(said, "shared its practice", Ref(Kind.ORGANIZATION, name), "participatesIn", event)


def _chain_before(found: Found, left: int, position: int) -> list[Body]:
    """The bodies of a list that ends at a position: 甲、乙、丙 + 三家单位."""
    chain: list[Body] = []
    for body in reversed(found.body_index.within(left, position)):
        edge = chain[0].start if chain else position
        if found.page.text[body.end : edge] not in ("、", "和", "及", "与", "以及", "等", ""):
            break
        chain.insert(0, body)
    return chain


def _held_by(found: Found, events: Gatherings) -> Iterator[Relation]:
    """organizes: 由甲主办, 甲召开, and a task force whose name the meeting bears."""
    text = found.page.text
    for g in events.all:
        if g.hosts and not _people(found, *g.hosts):
            for body in found.body_index.within(*g.hosts):
                if not text[g.hosts[0] : g.hosts[1]].endswith("的"):
                    end = max(g.said[1], g.mentions[0][1])
                    yield _relation(
                        found,
                        Ref(Kind.ORGANIZATION, found.body_name(body)),
                        "organizes",
                        g,
                        body.start,
                        max(end, body.end),
                        "holds the event",
                    )
        start, end = g.mentions[0]
        for body in found.body_index.within(start, end):
            if (
                body.start == start
                and body.end < end
                and body.group == "Organization"
                and body.text.endswith(("组", "专班", "小组"))
            ):
                yield _relation(
                    found,
                    Ref(Kind.ORGANIZATION, found.body_name(body)),
                    "organizes",
                    g,
                    start,
                    g.said[1],
                    "meeting of the body",
                )
    if events.main is None:
        return
    for sentence in found.page.sentences:
        if sentence.role is not LineRole.BODY:
            continue
        for m in _HELD_BY.finditer(text, sentence.start, sentence.end):
            opens = m.start() == sentence.start or text[m.start() - 1] in "，；"
            event = events.main if opens else _named_before(found, events, sentence.start, m.start("who"))
            for body in found.body_index.within(*m.span("who")):
                if event:
                    yield _relation(
                        found,
                        Ref(Kind.ORGANIZATION, found.body_name(body)),
                        "organizes",
                        event,
                        m.start(),
                        m.end(),
                        "held by",
                    )
