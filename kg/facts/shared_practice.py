"""The bodies that shared their practice at an event: 六家单位代表分享了…, with the bodies before it or in the next sentence."""

import re
from collections.abc import Iterator

from kg.facts.gatherings import Gatherings
from kg.mentions.body import Body
from kg.mentions.found import Found
from kg.model import Kind, Ref, Relation, Sentence

_SHARED = re.compile(
    r"(?:[一二两三四五六七八九十\d]{1,6}(?:家|个|所|名|位)(?:单位|高校|学校|院校|企业|部门|机构|区县|代表)(?:代表|负责人|主要负责人)?[^，。；]{0,12}(?:分享|交流|发言|介绍|汇报|作)|(?P<alone>(?:等)?(?:分别|先后|依次|代表|的代表){0,4}[作做]了?(?:典型|经验|交流|表态|大会|书面){1,4}(?:发言|交流|分享|介绍)|(?P<speak>(?:等)?(?:(?:的)?(?:代表|负责人))?(?:分别|先后|依次|相继)(?:交流)?发言(?=[，。；]))))"
)
# 甲、乙分享了各自的探索成果: several of them, each with its own.
_OF_THEIR_OWN = re.compile(
    "(?:的?(?:代表|负责人))?(?:还|也|分别|先后|依次|相继|逐一){0,3}(?:分享|交流|介绍)(?!的)了?[^，。；]{0,24}(?:经验|做法|成果|案例|体会|探索|实践|模式|心得)"
)
_OPENS = re.compile("(?:\\A|[，。；：\\n 　]|会上|来自)\\Z")
_THEN = re.compile("近年|年来|去年|每年|此前|往年|以来|[0-9]{4}年起|长期|一直")
_MORE = re.compile(
    "、|和|及|与|以及|(?:等(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})?[家所个]?(?:单位|高校|学校|院校|企业|部门|机构)?)?"
)


def shared(found: Found, events: Gatherings, sentence: Sentence) -> Iterator[Relation]:
    """六家单位代表分享了…。甲大学…；乙公司…: the bodies that open the parts of the next sentence took part."""
    following = found.sentence_at(sentence.end)
    last = following.end if following and following.paragraph == sentence.paragraph else sentence.end
    if events.main is None or not found.body_index.within(sentence.start, last):
        return
    told = _SHARED.search(found.page.text, sentence.start, sentence.end)
    if told is None:
        yield from _several(found, events.main.name, sentence)
        return
    event = Ref(Kind.EVENT, events.main.name)
    for body in _chain_before(found, sentence.start, told.start()):
        said = (found.page.span(body.start, told.end()),)
        yield Relation(said, "shared its practice", _body(found, body), "participatesIn", event)
    if told["alone"]:
        return
    areas = [(told.end(), sentence.end)] + (
        [(following.start, following.end)] if following and following.paragraph == sentence.paragraph else []
    )
    for left, right in areas:
        for body in found.body_index.within(left, right):
            if body.start == left or found.page.text[body.start - 1] in "；：。":
                stop = min(
                    (i for i in (found.page.text.find(x, body.end, right) for x in "，；。") if i > 0), default=right
                )
                spans = (
                    found.page.span(body.start, max(stop, body.end)),
                    found.page.span(told.start(), told.end()),
                )
                yield Relation(spans, "shared its practice", _body(found, body), "participatesIn", event)


def _several(found: Found, event: str, sentence: Sentence) -> Iterator[Relation]:
    bodies = found.body_index.within(sentence.start, sentence.end)
    for body in bodies:
        more = _MORE.match(found.page.text, body.end)
        told = _OF_THEIR_OWN.match(found.page.text, more.end() if more else body.end, sentence.end)
        chain = _chain_before(found, sentence.start, body.end) if told and len(bodies) > 1 else []
        if chain and not _OPENS.search(found.page.text, max(0, chain[0].start - 3), chain[0].start):
            continue  # 到甲、乙交流经验, 要求甲、乙分享
        if chain and _THEN.search(found.page.text, sentence.start, chain[0].start):
            continue
        for one in chain if len(chain) > 1 else ():
            said = (found.page.span(one.start, told.end() if told else body.end),)
            yield Relation(said, "shared its practice", _body(found, one), "participatesIn", Ref(Kind.EVENT, event))


def _body(found: Found, body: Body) -> Ref:
    return Ref(Kind.ORGANIZATION, found.body_name(body))


def _chain_before(found: Found, left: int, position: int) -> list[Body]:
    """The bodies of a list that ends at a position: 甲、乙、丙 + 三家单位."""
    chain: list[Body] = []
    for body in reversed(found.body_index.within(left, position)):
        edge = chain[0].start if chain else position
        if not _MORE.fullmatch(found.page.text, body.end, edge):
            break
        chain.insert(0, body)
    return chain
