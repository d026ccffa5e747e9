"""Documents that were released at an event: 会上发布的《…》《…》."""

import re
from collections.abc import Iterator

from kg.facts.gatherings import Gatherings
from kg.mentions.adopted import Titled
from kg.mentions.found import Found
from kg.model import LineRole, Release, Sentence

_RELEASED = re.compile(
    r"(?:会上|会议(?:期间)?|大会|会议现场|活动现场|现场|仪式上|论坛上|会议上|活动上|期间|启动仪式上|开幕式上|与会)[^。；]{0,20}?(?:发布|揭晓|公布|推出|首发|发出|审议通过)(?:了|的)?"
)


def releases(found: Found, events: Gatherings) -> Iterator[Release]:
    """The documents that follow the words of release in one sentence, each with the event at which that was."""
    if events.main is None or not found.documents:
        return
    text = found.page.text
    for sentence in found.page.sentences:
        if sentence.role is not LineRole.BODY or not found.document_index.within(sentence.start, sentence.end):
            continue
        event = events.current(sentence.start) or events.main
        for m in _RELEASED.finditer(text, sentence.start, sentence.end):
            position = m.end()
            for d in found.document_index.within(position, sentence.end):
                if not re.fullmatch(r"[《》、和及与“”，]{0,3}(?:[^，。；《》]{0,8})", text[position : d.start]):
                    break
                yield Release((found.page.span(m.start(), d.end),), "released at the event", d.text, event.name)
                position = d.end
        yield from _passive(found, event.name, sentence)


_AT = re.compile(r"(?:会上|仪式上|论坛上|大会上|活动上|现场|期间)[，,]?")
_THEN = re.compile(r"》?(?:等[一-鿿]{0,8})?(?:正式|同步|联合|成功|首次|对外|重磅)*(?:发布|首发|揭晓|出炉|亮相)")


def _passive(found: Found, event: str, sentence: Sentence) -> Iterator[Release]:
    """开幕式上，《…》《…》正式发布."""
    text = found.page.text
    documents = found.document_index.within(sentence.start, sentence.end)
    chain: list[Titled] = []
    for d in documents:
        chain = [*chain, d] if chain and re.fullmatch("》?[、和及与]?《?", text[chain[-1].end : d.start]) else [d]
        opening = max(text.rfind(mark, sentence.start, chain[0].start) for mark in "。；") + 1
        at = _AT.search(text, max(opening, sentence.start), chain[0].start)
        if at and chain[0].start - at.end() <= 6 and (then := _THEN.match(text, d.end)):
            for released in chain:
                yield Release((found.page.span(at.start(), then.end()),), "released at the event", released.text, event)
