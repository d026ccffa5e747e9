"""The press conference that tells of an event to come: under the name of that event where the page gives it none.

某省政府新闻办召开新闻发布会，宣布〔名称〕将于7月21日开幕        记者8日从该大赛新闻发布会上获悉
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.facts.gathering import Gathering
from kg.mentions.found import Found
from kg.model import LineRole

PRESS = ("新闻发布会", "新闻通气会", "新闻说明会", "媒体通气会", "发布会", "记者会", "记者招待会", "吹风会", "通气会")
_HEARD = re.compile(
    "从(?:该|此次|本次|本届|这次)?(?:大赛|活动|赛事|博览会|论坛|展会|大会|运动会)?(?:的)?(?P<name>(?:新闻)?(?:发布会|通气会|说明会))上?(?:获悉|了解到|得知)"
)
# 甲系列活动启动仪式 is told of at the press conference on 甲.
_RITE = re.compile("(?:系列)?(?:活动)?(?:启动|开幕|开赛|开营|首发)(?:仪式|式|大会|典礼)\\Z")
_ON_WHAT_COMES = "press on what comes"
# 举行新闻发布会，通报流感情况: on what, where the event stands in another sentence.
_ON_ELSE = re.compile(
    "，(?:集中|权威|正式|联合|对外)*(?:通报|解读|发布|公布|介绍|回应)(?![^，。；]{0,8}(?:有关|相关|本届|大赛|大会|活动|赛事|展会|论坛|筹备))"
)
_FAR = 300  # characters between the two
_AHEAD = re.compile("将(?:于|在|以|正式|拉开|举[行办]|会|隆重|盛大)|即将|定于|拟于")


def announced(found: Found, kept: Sequence[Gathering], bare: Sequence[Gathering]) -> Gathering | None:
    """The press conference of which the page tells before an event that it names and that is still to come."""
    if not kept or any(g.name.endswith(PRESS) for g in kept):
        return None
    told = next((b for b in bare if b.name.endswith(PRESS)), None) or _heard(found)
    event = next((g for g in kept if told and _to_come(found, told, g)), None)
    if told is None or event is None:
        return None
    kind = told.name if told.name.startswith(("新闻", "媒体")) else "新闻" + told.name
    return Gathering(
        _RITE.sub("", event.name) + kind, (told.name,), told.mentions, told.day, told.place, told.hosts, told.said, _ON_WHAT_COMES
    )  # fmt: skip


# “第五届甲大会”新闻发布会文字实录
_QUOTED = re.compile(f"“[^“”\\n]{{4,50}}”(?:{'|'.join(PRESS)})")


def titled(found: Found, bare: Sequence[Gathering]) -> Gathering | None:
    """The press conference whose title quotes what it is on, where the text tells of one without a name."""
    told = [b for b in bare if b.name.endswith(PRESS)]
    if not told:
        return None
    for sentence in (s for s in found.page.sentences if s.role is LineRole.HEADING):
        if m := _QUOTED.search(found.page.text, sentence.start, sentence.end):
            day, place, hosts = (
                next((v for b in told if (v := getattr(b, key))), None) for key in ("day", "place", "hosts")
            )
            by = (sentence.start, m.start()) if m.start() in found.bodies_ending else None
            mentions = tuple(at for b in told for at in b.mentions)
            return Gathering(
                m.group(), (told[0].name,), mentions, day, place, by or hosts, told[0].said, _ON_WHAT_COMES
            )  # fmt: skip
    return None


def _heard(found: Found) -> Gathering | None:
    """从该大赛新闻发布会上获悉, in the first sentences."""
    text = found.page.text
    for sentence in [s for s in found.page.sentences if s.role is LineRole.BODY][:3]:
        if m := _HEARD.search(text, sentence.start, sentence.end):
            clause = max(text.rfind(mark, sentence.start, m.start()) for mark in "，；") + 1
            days = found.day_index.within(max(clause, sentence.start), m.start())
            return Gathering(
                m["name"], (), (m.span("name"),), days[-1] if days else None, None, None, m.span(), "heard at the event"
            )
    return None


def _to_come(found: Found, told: Gathering, event: Gathering) -> bool:
    """Whether an event is told of as one to come after a press conference."""
    text = found.page.text
    if event.day and told.day and event.day.iso[:1] == told.day.iso[:1] and event.day.iso <= told.day.iso:
        return False
    at = event.mentions[0][0]
    near, far = sorted((at, told.mentions[0][0]))
    # 某某大赛组委会举行新闻发布会
    by_its_own = told.hosts is not None and text.startswith(event.name, told.hosts[0])
    if not by_its_own and (far - near > _FAR or text.count("。", near, far) > 1):
        return False  # it may be on anything else
    if "。" in text[near:far] and not by_its_own and _ON_ELSE.match(text, told.mentions[0][1]):
        return False
    sentence = found.sentence_at(at)
    return sentence is not None and _AHEAD.search(text, at, sentence.end) is not None


_BESIDE = "press conference beside other events"


def beside(found: Found, kept: Sequence[Gathering], bare: Sequence[Gathering]) -> list[Gathering]:
    """The press conferences of which a page tells beside its other events, each of a body and of a day of its own: 8月4日，某省政府
    新闻办举行新闻发布会."""
    told, days = list[Gathering](), {g.day.iso for g in kept if g.day}
    for b in bare if days else ():
        body = found.bodies_ending.get(b.hosts[1]) if b.hosts and b.name.endswith(PRESS) else None
        if body is not None and b.day and b.day.iso not in days and found.is_read(b.mentions[0][0]):
            days.add(b.day.iso)
            name = found.page.text[body.start : body.end] + b.name
            told.append(replace(b, name=name, aliases=(*b.aliases, b.name), rule=_BESIDE))
    return told


def reported(dated: Sequence[Gathering]) -> Gathering:
    """Of the events that a page opens with, the one that it reports: the press conference on what comes, else the first."""
    press = next((g for g in dated if g.name.endswith(PRESS)), None)
    return press if press is not None and is_ahead(dated[0], press) else dated[0]


def is_ahead(event: Gathering, press: Gathering) -> bool:
    """Whether an event is one to come, of which a press conference tells."""
    if event is press or event.name.endswith(PRESS) or not press.name.endswith(PRESS) or press.rule == _BESIDE:
        return False
    if event.day and press.day and event.day.iso[:1] == press.day.iso[:1]:
        return event.day.iso > press.day.iso
    return press.rule == _ON_WHAT_COMES and press.name.lstrip("“").startswith(_RITE.sub("", event.name))
