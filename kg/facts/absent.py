"""Who is quoted and did not speak at the event: who sent it a letter, and who talks before it is held or when it is over.

甲向大会发来贺信。甲表示，…        欢迎仪式后，甲同乙举行会谈。甲表示，…        签约仪式后，甲参观了实验室。甲表示，…
"""

import re
from dataclasses import dataclass
from functools import cached_property

from kg.facts.gathering import Gathering
from kg.facts.speakers import People
from kg.mentions.found import READ, Found
from kg.text.scan import holds

_WHEN = "(?:今[天日]|近日|日前|当天|\\d{1,2}日|专门|特意|也|还|分别)*+"
_LETTER = re.compile(  # to whom once: what it may hold could be read in ever more ways
    f"{_WHEN}(?:[向给为](?!大家)[^，。；]{{2,60}}?)?"
    "(?:(?:发来|致以?|寄来|送来|发出)了?(?:贺信|贺电|贺函|慰问信|书面致辞)|致信|致电|致贺)"
)
_LETTERS = ("贺信", "贺电", "贺函", "慰问信", "书面致辞", "致信", "致电", "致贺")
_OVER = re.compile(
    "(?:仪式|典礼|[开闭]幕式|会议|大会|论坛|活动|座谈会|发布会|推进会|现场会)(?:结束|完毕|闭幕|举行)?(?:之)?后，"
    "(?=[^。；]{0,60}?(?:会谈|会见|会晤|参观|考察|调研|走访|交谈|巡馆|前往|来到|走进|(?<!共)赴))"
)
# 甲向随行记者介绍, 甲接受某报专访.
_TO_PRESS = re.compile("[^，。；]{0,24}?(?:告诉记者|[对向](?:[一-鿿]{1,6})?记者|接受[^，。；]{2,20}?[采专]访)")
# Two sides meet, which is no event by name: what they say, they say to each other.
_MEET = re.compile("会见(?!室|厅|记者|采访)|会谈(?!纪要|室)|会晤|通电话|通话(?!时)|交谈|晤谈")
_MEET_OR_VISIT = re.compile(
    f"{_MEET.pattern}|(?:赴|到|来到|走进|前往)[^，。；]{{2,24}}?(?:参观|考察|走访|调研)(?!团|组)"
)
_TALKS = re.compile("(?:[座会商恳面]谈|见面|交流|会见|会晤|对话|对接|洽谈)(?:会|活动|仪式)?\\Z")
# 将 that is neither 即将 done by now nor part of a word: 将于3日, 将在京.
_WILL = re.compile("(?<![一-鿿]将)将(?=[于在]|\\d|[召举开]|出席|如期|正式)")


@dataclass(frozen=True)
class Absent:
    """Those of a page who are quoted without having spoken at its event."""

    found: Found
    people: People

    @cached_property
    def writers(self) -> frozenset[str]:
        """Those who sent a letter, or talked to a reporter."""
        text = self.found.page.text
        letters, asked = holds(text, _LETTERS), "记者" in text or "访" in text
        named = self.people.within(0, len(text)) if letters or asked else []
        behind = [(p.name, self.people.title_after(p.end)) for p in named]
        return frozenset(
            name
            for name, at in behind
            if (letters and _LETTER.match(text, at)) or (asked and _TO_PRESS.match(text, at))
        )

    @cached_property
    def _over(self) -> list[int]:
        text = self.found.page.text
        return [m.start() for m in _OVER.finditer(text) if self.found.is_read(m.start())] if "后，" in text else []

    @cached_property
    def _meets(self) -> bool:
        """Whether the title of the page, or without one its first sentence, tells of two sides who meet."""
        page = self.found.page
        lines = [s for s in page.sentences if s.role in READ]
        head = [s for s in lines if s.start < page.body_start] or lines[:1]
        return any(_MEET.search(page.text, s.start, s.end) for s in head)

    def is_met(self, event: Gathering, position: int) -> bool:
        """Whether what is said at a position is said in talks and not at an event of which the paragraph does not tell."""
        text, paragraph = self.found.page.text, self.found.paragraph_start(position)
        told = max((end for start, end in event.mentions if paragraph <= start < position), default=None)
        if _TALKS.search(event.name):
            return False
        met = _MEET_OR_VISIT.search(text, paragraph if told is None else told, position) is not None
        return met or (told is None and self._meets and not self._heads(event))

    def _heads(self, event: Gathering) -> bool:
        """Whether an event is told of in the title of the page."""
        body = self.found.page.body_start
        return any(start < body for start, _ in event.mentions)

    def is_to_come(self, event: Gathering) -> bool:
        """Whether the clause that tells of an event says that it is still to come: 甲将于3日召开某会议."""
        return _WILL.search(self.found.page.text, *event.said) is not None

    def is_over(self, event: Gathering, position: int) -> bool:
        """Whether the paragraph of a position, or the page where it tells of the event only so, has said that the event is over."""
        paragraph = self.found.paragraph_start(position)
        return any(
            at < position and (at >= paragraph or all(start <= at < end for start, end in event.mentions))
            for at in self._over
        )
