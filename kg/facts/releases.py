"""Documents that were released at an event: 会上发布的《…》《…》."""

import re
from collections.abc import Iterator

from kg.facts.gatherings import Gatherings
from kg.mentions.found import Found
from kg.model import LineRole, Release

_RELEASED = re.compile(
    r"(?:会上|会议(?:期间)?|大会|会议现场|活动现场|现场|仪式上|论坛上|会议上|活动上|期间|启动仪式上|开幕式上|与会)[^。；]{0,20}?(?:发布|揭晓|公布|推出|首发|发出|审议通过)(?:了|的)?"
)


def releases(found: Found, events: Gatherings) -> Iterator[Release]:
    """The documents that follow the words of release in one sentence, each with the event at which that was."""
    event = events.main
    if event is None:
        return
    text = found.page.text
    for sentence in found.page.sentences:
        if sentence.role is not LineRole.BODY:
            continue
        for m in _RELEASED.finditer(text, sentence.start, sentence.end):
            position = m.end()
            for d in found.document_index.within(position, sentence.end):
                if not re.fullmatch(r"[《》、和及与“”，]{0,3}(?:[^，。；《》]{0,8})", text[position : d.start]):
                    break
                yield Release((found.page.span(m.start(), d.end),), "released at the event", d.text, event.name)
                position = d.end
