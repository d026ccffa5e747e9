"""All mentions of a page together: what the rules for facts read."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from kg.mentions.date import Calendar, Day, calendar, days
from kg.mentions.document import Titled, documents
from kg.mentions.event import Happening, events
from kg.mentions.gazetteer import Hit, gazetteer
from kg.mentions.organization import Bodies, Body
from kg.mentions.person import Name, Namer, bylines, names
from kg.mentions.program import Named, programs
from kg.mentions.resolve import DEFINED, Resolver
from kg.mentions.title import Title, titles
from kg.mentions.words import Words, cut
from kg.model import LineRole, Page, Sentence

# Titles of these classes never stand inside a body's name; 工程师 and 专家 do.
_POSTS = frozenset(("party", "government", "education", "press"))
READ = (LineRole.BODY, LineRole.HEADING)


@dataclass(frozen=True)
class Found:
    """The mentions of one page, in repaired offsets, each list in order of the text."""

    page: Page
    words: Words
    calendar: Calendar
    hits: tuple[Hit, ...]  # administrative divisions
    days: tuple[Day, ...]
    titles: tuple[Title, ...]
    names: tuple[tuple[Name, Title], ...]
    bylines: tuple[Name, ...]
    bodies: tuple[Body, ...]
    documents: tuple[Titled, ...]
    programs: tuple[Named, ...]
    events: tuple[Happening, ...]

    @cached_property
    def resolver(self) -> Resolver:
        return Resolver(self.page, self.bodies, self.hits)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.page.sentences]

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence that covers a position."""
        index = bisect_right(self._sentence_starts, position) - 1
        if index < 0:
            return None
        sentence = self.page.sentences[index]
        return sentence if position < sentence.end else None

    def is_read(self, position: int) -> bool:
        """Whether a position stands in running text or a heading, where facts are read."""
        sentence = self.sentence_at(position)
        return sentence is not None and sentence.role in READ

    def school_before(self, position: int) -> str | None:
        """The school that 学校 at a position means: the one the page is about, else the last one named before it in the paragraph."""
        if self.resolver.school:
            return self.resolver.school
        paragraph = self.page.text.rfind("\n", 0, position) + 1
        schools = [b for b in self.bodies if b.group == "EducationInstitution" and paragraph <= b.start and b.end <= position]
        return self.body_name(schools[-1]) if schools else None

    def body_name(self, body: Body) -> str:
        return self.resolver.names[body.start, body.end]

    @cached_property
    def bodies_ending(self) -> dict[int, Body]:
        return {b.end: b for b in self.bodies}

    @cached_property
    def persons(self) -> dict[str, list[tuple[int, int]]]:
        """Every person's name → where it stands, in running text; bylines and captions only for those who stand nowhere else."""
        seen = dict.fromkeys(n.text for n, _ in self.names if self.is_read(n.start))
        placed: dict[str, list[tuple[int, int]]] = {}
        longer = list(seen)
        for name in seen:
            others = [o for o in longer if o != name and name in o]
            places = []
            for m in re.finditer(re.escape(name), self.page.text):
                if self.is_read(m.start()) and not any(self.page.text.startswith(o, m.start() - o.index(name)) for o in others):
                    places.append((m.start(), m.end()))
            if places:
                placed[name] = places
        for n in self.bylines:
            if n.text not in placed:
                placed[n.text] = [(b.start, b.end) for b in self.bylines if b.text == n.text]
        return dict(sorted(placed.items(), key=lambda kv: kv[1][0]))


_GENERIC_SHORT = frozenset(("联盟", "学校", "公司", "中心", "协会", "学会", "集团", "大会", "论坛", "基金会", "学院", "项目", "计划", "方案", "意见", "办法"))


def _with_short_names(text: str, bodies: list[Body]) -> list[Body]:
    """The bodies, with every place where a short name stands that the article defines: 上海某某有限公司（以下简称“某某”）."""
    by_end = {b.end: b for b in bodies}
    taken = [(b.start, b.end) for b in bodies]
    more = []
    for m in DEFINED.finditer(text):
        owner, short = by_end.get(m.start()), m["short"]
        if owner is None or short in _GENERIC_SHORT or len(short) < 2:
            continue
        for use in re.finditer(re.escape(short), text):
            if not any(s < use.end() and use.start() < e for s, e in taken):
                more.append(Body(use.start(), use.end(), short, owner.group))
    return sorted([*bodies, *more], key=lambda b: b.start)


def find(page: Page, year: int | None = None) -> Found:
    """Find everything that a page names. `year` is the year of publication where the page's day is unknown."""
    text = page.text
    words = cut(text)
    marks = titles(text)
    people = names(text, words, marks)
    hits = tuple(gazetteer().find(text))
    held_by = {t.start for _, t in people}
    barriers = [t.end for t in marks if t.group in _POSTS or t.start in held_by] + [n.end for n, _ in people]
    bodies = _with_short_names(text, Bodies(text, words, barriers, hits).find())
    when = calendar(text, page.published, year)
    dates = days(text, when)
    held = [e for s in page.sentences if s.role in READ for e in events(text, s.start, s.end, dates)]
    return Found(
        page=page,
        words=words,
        calendar=when,
        hits=hits,
        days=tuple(dates),
        titles=tuple(marks),
        names=tuple(people),
        bylines=tuple(bylines(text, Namer(text, words))),
        bodies=tuple(bodies),
        documents=tuple(documents(text, words)),
        programs=tuple(programs(text, words)),
        events=tuple(held),
    )
