"""Who holds an event or carries out a programme, by a list behind a word for what they do: 牵头单位是甲和乙; 实施方有三家：甲、乙和丙;
由四家单位联合主办，分别是甲、乙、丙和丁."""

import re
from collections.abc import Iterator

from kg.facts.doers import list_from
from kg.facts.gatherings import Gatherings
from kg.facts.parties import Party, parties_of
from kg.facts.speakers import relation
from kg.mentions.found import Found
from kg.model import Kind, LineRole, Ref, Relation, Sentence

_HOLD = "主办|合办|联办|举办|牵头|组织(?!机构)|召集|发起"
_CARRY = "实施|承担|执行|推行"
_UNIT = "单位|机构|方|主体|院校|高校|学校|部门"
_SO_MANY = f"(?:\\d{{1,3}}|[两三四五六七八九十]{{1,3}})余?[家所个](?:{_UNIT}|企业)?"
_ARE = "(?:分别|依次|则|均|都|即|就)*(?:是|为|有|包括)(?:：)?"
# 牵头单位是, 实施方有三家：
_LABEL = re.compile(
    f"(?:(?P<hold>{_HOLD})|(?P<carry>{_CARRY}))(?:{_UNIT})(?:(?:共有?|一共有?|总共有?|有){_SO_MANY}(?:，{_ARE}|：)|，?{_ARE}|：)"
)
# 由四家单位联合主办，分别是
_BY_SO_MANY = re.compile(
    f"由{_SO_MANY}(?:共同|联合|合作|携手|牵头|一起|具体|负责)*(?:(?P<hold>{_HOLD})|(?P<carry>{_CARRY}))(?:，(?:它们|他们|其中)?{_ARE}|：)"
)
# 负责实施甲计划的是乙
_WHO_CARRIES = re.compile(
    "(?:负责|承担|牵头|组织|具体|联合|共同){1,4}(?:实施|承担|推行|执行|运营|推进)(?:了|该|这一|这项)?“?\\Z"
)
_ARE_THOSE = re.compile(f"”?的(?:{_UNIT}|企业)?，?(?:分别|主要|正|就)*(?:是|为|有|包括)：?")
_ANY = re.compile(f"负责|承担|牵头|(?:{_HOLD}|{_CARRY})(?:{_UNIT}|，|：)")
_TASKS = frozenset(("牵头", "发起", "组织"))  # said of works as well as of the event that the sentence tells of
_LEADS = frozenset(("牵头", "发起"))  # of a league, these are words for its members
# What may stand in its clause before a label: the event or the programme, by a word for it, and nothing else.
_OF_EVENT = re.compile(
    "(?:本次|此次|这次|该|本届|这)?(?:活动|会议|大会|论坛|峰会|赛事|大赛|比赛|竞赛|仪式|培训|展会|博览会|年会|研讨会|座谈会|典礼|启动仪式)?(?:的)?(?:共同|联合|总)?"
)
_OF_PROGRAMME = re.compile("(?:[”》]?的?|(?:该|这一|此|这项)?(?:项目|计划|工程|行动|活动)?的?)(?:共同|联合|主要|具体)?")
_OF_TASK = re.compile("(?:配合|责任|协作|协办|参加)(?:单位|部门)")
_OF_LEAGUE = re.compile("(?:集团|联盟|共同体|联合体|协作体|协会|学会|联合会)的?\\Z")
_OF_OTHER_TIMES = re.compile("[上下前往每历各]一?届[^，。；]{0,14}\\Z")


def stated_roles(found: Found, events: Gatherings, sentence: Sentence) -> Iterator[Relation]:
    """organizes and implements of the lists of one sentence."""
    text = found.page.text
    if sentence.role is not LineRole.BODY or _ANY.search(text, sentence.start, sentence.end) is None:
        return
    yield from _named_last(found, sentence)
    for m in (
        *_LABEL.finditer(text, sentence.start, sentence.end),
        *_BY_SO_MANY.finditer(text, sentence.start, sentence.end),
    ):
        listed = list_from(text, parties_of(found, m.end(), sentence.end), m.end())
        if (
            not listed
            or text.startswith("的", listed[-1][1])
            or _OF_OTHER_TIMES.search(text, sentence.start, m.start())
        ):
            continue
        begin = max(text.rfind(mark, sentence.start, m.start()) for mark in "，；：") + 1 or sentence.start
        named = _programme(found, m.start())
        if m["hold"]:
            if _OF_EVENT.fullmatch(text, begin, m.start()) and not _OF_TASK.search(text, sentence.start, sentence.end):
                yield from _hold(found, events, sentence, m, listed)
        elif named is not None and _is_of_it(found, begin, m.start()):
            for _, end, who in listed:
                yield Relation((found.page.span(m.start(), end),), "implements", who, "implements", named)


def _named_last(found: Found, sentence: Sentence) -> Iterator[Relation]:
    text = found.page.text
    for p in found.program_index.within(sentence.start, sentence.end):
        verb = _WHO_CARRIES.search(text, max(sentence.start, p.start - _NEAR), p.start)
        are = _ARE_THOSE.match(text, p.end, sentence.end) if verb else None
        if verb is None or are is None:
            continue
        listed = list_from(text, parties_of(found, are.end(), sentence.end), are.end())
        if listed and (listed[-1][1] in found.title_at or text.startswith("的", listed[-1][1])):
            continue
        for _, end, who in listed:
            span = found.page.span(verb.start(), end)
            yield Relation((span,), "implements", who, "implements", Ref(Kind.PROGRAM, p.text))


_NEAR = 12  # characters of the verb


def _is_of_it(found: Found, begin: int, label: int) -> bool:
    """Whether nothing but a programme, or a word for one, stands in the clause before a label."""
    named = found.program_index.within(begin, label)
    return _OF_PROGRAMME.fullmatch(found.page.text, named[-1].end if named else begin, label) is not None


def _hold(
    found: Found, events: Gatherings, sentence: Sentence, m: re.Match[str], listed: list[Party]
) -> Iterator[Relation]:
    event = events.held(m.start())
    of_league = m["hold"] in _LEADS and (
        any(b.group == "Alliance" for b in found.body_index.within(sentence.start, m.start()))
        or _OF_LEAGUE.search(found.page.text, sentence.start, m.start()) is not None
    )
    told = event is not None and any(sentence.start <= start < m.start() for start, _ in event.mentions)
    if m["hold"] in _TASKS and not told:
        return  # 防溺水工作由甲局牵头，牵头单位是乙局
    for _, end, who in listed if event and not of_league else ():
        assert event is not None
        yield relation(found, who, "organizes", event, m.start(), end, "held by")


def _programme(found: Found, position: int) -> Ref | None:
    """The programme that the paragraph names last before a position, or the one before it."""
    before = found.program_index.within(found.paragraph_start(position, 1), position)
    named = [p for p in before if found.is_read(p.start)]
    return Ref(Kind.PROGRAM, named[-1].text) if named else None
