"""Pages of several reports, each under a heading of its own: what one of them tells of is not what another one does.

国际快讯 / 某论坛在甲地举行 / …… / 乙国景气指数下滑 / 某研究所所长表示，…
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.facts.gathering import Gathering
from kg.mentions.date import wired
from kg.mentions.found import Found
from kg.model import LineRole, Sentence

# What the first line of a page says that is a digest, and no path to a channel (首页 > 校园快讯).
_DIGEST = re.compile(
    "[^>＞›»]*(?:快讯|简讯|短讯|要闻|速览|速递|集萃|集锦|简报|[早晚日周]报|一周回顾|新闻摘要|动态汇总)\\s*\\Z"
)
_PICTURE = re.compile("供图|摄\\s*\\Z|摄影|图片|图为|图[：:]")


@dataclass(frozen=True)
class Sections:
    """The parts of a page between its headings, and those of them that tell of an event."""

    found: Found
    event: Gathering

    @cached_property
    def _headings(self) -> list[Sentence]:
        return [s for s in self.found.page.sentences if s.role is LineRole.HEADING]

    @cached_property
    def _is_digest(self) -> bool:
        page = self.found.page
        return any(s.start < page.body_start and _DIGEST.match(page.text, s.start, s.end) for s in self._headings[:2])

    @cached_property
    def _heads(self) -> list[int]:
        """Where the headings of the parts stand: above the text only on a page that is a digest; none is the line of a picture."""
        text, least = self.found.page.text, -1 if self._is_digest else self.found.page.body_start
        return [s.start for s in self._headings if s.start > least and not _PICTURE.search(text, s.start, s.end)]

    def _of(self, position: int) -> int:
        return bisect_right(self._heads, position)

    @cached_property
    def _told(self) -> frozenset[int]:
        """The parts that tell of the event."""
        return frozenset(map(self._of, (self.event.said[0], *(start for start, _ in self.event.mentions))))

    @cached_property
    def _wired(self) -> int:
        """Where the dateline stands behind which alone the page tells of the event, or where the page begins."""
        line = wired(self.found.page.text, self.found.calendar)
        first = min(self.event.said[0], *(start for start, _ in self.event.mentions), len(self.found.page.text))
        return self.found.paragraph_start(line.start) if line and line.start < first else 0

    @cached_property
    def _other_news(self) -> int:
        return other_news(self.found)

    def apart(self, position: int) -> bool:
        """Whether a position stands in another report than the event: before its dateline, on a digest, or where only a later part
        tells of the event."""
        if position < self._wired:
            return True
        if max(start for start, _ in self.event.mentions) < self._other_news <= position:
            return True
        if not self._heads:
            return False
        return self._of(position) not in self._told and (self._is_digest or 0 not in self._told)


_OTHER = re.compile("\\W{0,3}(?:相关|延伸|背景)(?:阅读|新闻|链接|报道|资料|资讯)")


def other_news(found: Found) -> int:
    """Where 相关新闻 begins, below which a page tells of what is none of its own news; else the page's end."""
    text = found.page.text
    below = ((s, _OTHER.match(text, s.start)) for s in found.page.sentences if s.start > found.page.body_start)
    told = (
        s.start for s, m in below if m and (s.role is not LineRole.BODY or text[m.end() : m.end() + 1] in tuple("：】"))
    )
    return next(told, len(text))


_MONTH = re.compile("[ 　]*(?:早在)?(?P<year>20\\d\\d)年\\d{1,2}月(?:\\d{1,2}日)?(?![以来起至到开始底末])")


def earlier(found: Found, event: Gathering, position: int) -> bool:
    """Whether a paragraph opens with a month of an earlier year than that of the page's event."""
    opens = _MONTH.match(found.page.text, found.paragraph_start(position))
    year = event.day.iso[:4] if event.day else ""
    return opens is not None and year.isdecimal() and opens["year"] < year


_ANOTHER_TIME = re.compile(
    "(?:据了解，|据悉，|据介绍，|其中，|早在|就在|而)?(?:(?:[去前]年|上个?月|上周|往年|明年|下个?月|下周)(?![度末以来起]|[^，。；]{0,12}(?:以来|开始))(?:底|初|年底|\\d{1,2}月(?:\\d{1,2}日)?)?，)"
)


def at_another_time(found: Found, told: Sequence[int], position: int) -> bool:
    """Whether the sentence of a position opens with another time (去年12月，…) and names no event before it; `told`: where events are
    named, in order."""
    sentence = found.sentence_at(position)
    if sentence is None or _ANOTHER_TIME.match(found.page.text, sentence.start, position) is None:
        return False
    return bisect_left(told, sentence.start) == bisect_left(told, sentence.end)
