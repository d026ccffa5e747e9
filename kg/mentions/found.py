"""All mentions of a page together: what the rules for facts read."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kg.mentions.bare_program import Named
from kg.mentions.beside import UNNAMED, beside
from kg.mentions.branded import brands
from kg.mentions.byline import bylines
from kg.mentions.date import Calendar, Day, calendar, days
from kg.mentions.document import Titled, titles_of_documents
from kg.mentions.event import Happening, events
from kg.mentions.foreign_name import completed, is_place
from kg.mentions.gazetteer import Hit, gazetteer
from kg.mentions.lexicon import occurrences
from kg.mentions.ordered import Ordered, Placed
from kg.mentions.organization import Bodies, Body
from kg.mentions.own_units import has_own_units, own_units
from kg.mentions.parted import parted
from kg.mentions.person import Name, Namer
from kg.mentions.pointer import Pointer, pointers
from kg.mentions.program import programs
from kg.mentions.renowned import renowned, rulers
from kg.mentions.resolve import Resolver, definitions
from kg.mentions.title import Title, titles
from kg.mentions.titled import names
from kg.mentions.untitled import edges_of_appointed, edges_of_swallowed, untitled
from kg.mentions.words import Words, cut
from kg.model import LineRole, Page, Sentence

# Titles of these classes never stand inside a body's name; 工程师 and 专家 do.
_POSTS = frozenset(("party", "government", "education", "press"))
# What a name never ends in where the characters before are a name of their own: 杨明|来到.
_FUNCTION = frozenset("来说致犯同家正班团在和与为等又也还就将对向把被从是的了")
_GROUPS = ("教育集团", "职教集团", "共同体", "联合体", "协作体")
_BACK = 2000  # characters; what is said of 该校 or 我市 stands no further back
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
    untitled: tuple[Name, ...]  # persons whom no title introduces
    bylines: tuple[Name, ...]
    bodies: tuple[Body, ...]
    documents: tuple[Titled, ...]
    works: tuple[Titled, ...]  # films, books, speeches in book-title marks
    programs: tuple[Named, ...]
    events: tuple[Happening, ...]

    @cached_property
    def resolver(self) -> Resolver:
        return Resolver(self.page, self.bodies, self.hits)

    @cached_property
    def body_index(self) -> Ordered[Body]:
        return Ordered(self.bodies)

    @cached_property
    def document_index(self) -> Ordered[Titled]:
        return Ordered(self.documents)

    @cached_property
    def title_index(self) -> Ordered[Titled]:
        """What stands in book-title marks, documents and works."""
        return Ordered((*self.works, *(d for d in self.documents if d.rule == "book-title marks")))

    @cached_property
    def program_index(self) -> Ordered[Named]:
        return Ordered(self.programs)

    @cached_property
    def hit_index(self) -> Ordered[Hit]:
        return Ordered(self.hits)

    @cached_property
    def day_index(self) -> Ordered[Day]:
        return Ordered(self.days)

    @cached_property
    def people_index(self) -> Ordered[Name]:
        """Where persons are named, their bylines left out."""
        wrote = {(b.start, b.end) for b in self.bylines}
        return Ordered(
            Name(s, e, name, "") for name, places in self.persons.items() for s, e in places if (s, e) not in wrote
        )

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        starts: list[int] = []
        for before, sentence in zip((None, *self.page.sentences), self.page.sentences, strict=False):
            if before is None or before.paragraph != sentence.paragraph:
                starts.append(sentence.start)
        return starts

    def paragraph_start(self, position: int, back: int = 0) -> int:
        """Where the paragraph of a position begins; with `back` 1, the paragraph before it. At most 2,000 characters back."""
        index = bisect_right(self._paragraph_starts, position) - 1 - back
        return max(self._paragraph_starts[max(index, 0)] if self._paragraph_starts else 0, position - _BACK)

    @cached_property
    def pointers(self) -> tuple[Pointer, ...]:
        """The words that mean a body here and name it nowhere: 我校, 该联盟."""
        return tuple(pointers(self))

    @cached_property
    def pointer_ending(self) -> dict[int, Pointer]:
        """Where each of them ends."""
        return {p.end: p for p in self.pointers}

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
        near = self.body_index.within(self.paragraph_start(position), position)
        schools = [b for b in near if b.group == "EducationInstitution"]
        return self.body_name(schools[-1]) if schools else None

    def body_name(self, body: Body) -> str:
        return self.resolver.names[body.start, body.end]

    @cached_property
    def body_names(self) -> frozenset[str]:
        """The names of all bodies of the page."""
        return frozenset(self.body_name(b) for b in self.bodies)

    @cached_property
    def alliance(self) -> Body | None:
        """The one alliance that the article is about."""
        groups = [
            b for b in self.bodies if (b.group == "Alliance" or b.text.endswith(_GROUPS)) and self.is_read(b.start)
        ]
        names = {self.body_name(b): b for b in groups}
        return next(iter(names.values())) if len(names) == 1 else None

    @cached_property
    def _name_ends(self) -> list[int]:
        return sorted(n.end for n, _ in self.names)

    def last_person_before(self, position: int) -> int:
        """Where the last person named before a position, with a title, ends; 0 without one."""
        index = bisect_right(self._name_ends, position) - 1
        return self._name_ends[index] if index >= 0 else 0

    @cached_property
    def _title_starts(self) -> list[int]:
        return [t.start for t in self.titles]

    def next_title(self, position: int) -> Title | None:
        """The first title that starts at a position or after it."""
        index = bisect_left(self._title_starts, position)
        return self.titles[index] if index < len(self.titles) else None

    def title_before(self, position: int) -> tuple[Title, ...]:
        """The last title that starts before a position, or nothing."""
        index = bisect_left(self._title_starts, position)
        return self.titles[max(index - 1, 0) : index]

    @cached_property
    def title_at(self) -> dict[int, Title]:
        """Where each title starts."""
        return {t.start: t for t in self.titles}

    @cached_property
    def title_of(self) -> dict[int, Title]:
        """Where each name starts that a title stands before → that title."""
        return {n.start: t for n, t in self.names if t.start < n.start}

    @cached_property
    def titles_before_names(self) -> frozenset[int]:
        """Where each title starts that a name stands after."""
        return frozenset(t.start for t in self.title_of.values())

    @cached_property
    def titles_behind_names(self) -> frozenset[int]:
        """Where each title starts that stands right behind a name and before no other: 甲副司长."""
        return frozenset(t.start for n, t in self.names if n.end == t.start) - self.titles_before_names

    @cached_property
    def superiors(self) -> dict[str, str]:
        """The full name of each department → that of the body it belongs to."""
        table = {}
        for body in self.bodies:
            if body.parent_end is not None:
                name, unit = self.body_name(body), self.page.text[body.parent_end : body.end]
                if name.endswith(unit):
                    table[name] = self.resolver.as_named(name.removesuffix(unit))
        return table

    @cached_property
    def bodies_ending(self) -> dict[int, Body]:
        return {b.end: b for b in self.bodies}

    def _by_surname(self, seen: set[str]) -> Iterator[tuple[int, int, str]]:
        """王校长, 李书记: one who was named with the title before, where nobody else here has the surname."""
        alike: dict[str, list[str]] = {}
        for name in sorted(seen):
            if "·" not in name:
                alike.setdefault(_surname_of(name), []).append(name)
        held: dict[str, set[str]] = {}
        for n, title in self.names:
            held.setdefault(n.text, set()).add(title.text)
        named = {n.end for n, _ in self.names}
        for title in self.titles:
            start = title.start - 1
            who = alike.get(self.page.text[start : title.start], ()) if start >= 0 else ()
            if len(who) != 1 or title.start in named or start not in self.words.boundaries or not self.is_read(start):
                continue
            if any(post.endswith(title.text) for post in held.get(who[0], ())):
                yield start, title.end, who[0]

    @cached_property
    def persons(self) -> dict[str, list[tuple[int, int]]]:
        """Every person's name → where it stands, in running text; bylines and captions only for those who stand nowhere else."""
        seen = {n.text for n, _ in self.names if self.is_read(n.start)}
        seen |= {n.text for n in self.untitled if self.is_read(n.start)}
        placed: dict[str, list[tuple[int, int]]] = {}
        for start, end in occurrences(self.page.text, seen):
            if self.is_read(start):
                placed.setdefault(self.page.text[start:end], []).append((start, end))
        for start, end, name in self._by_surname(seen):
            placed[name].append((start, end))
        for n in self.bylines:
            if n.text not in placed:
                placed[n.text] = [(b.start, b.end) for b in self.bylines if b.text == n.text]
        return dict(sorted(((name, sorted(spans)) for name, spans in placed.items()), key=lambda kv: kv[1][0]))


def _surname_of(name: str) -> str:
    return name[0] if len(name) < 4 else name[:2]


_GENERIC_SHORT = frozenset(
    (
        "联盟",
        "学校",
        "公司",
        "中心",
        "协会",
        "学会",
        "集团",
        "大会",
        "论坛",
        "基金会",
        "学院",
        "项目",
        "计划",
        "方案",
        "意见",
        "办法",
    )
)


def _with_short_names(text: str, bodies: list[Body]) -> list[Body]:
    """The bodies, with every place where a short name stands that the article defines: 上海某某有限公司（以下简称“某某”）."""
    by_end = {b.end: b for b in bodies}
    groups: dict[str, str] = {}
    for m in definitions(text):
        owner, short = by_end.get(m.start()), m["short"]
        if owner is None or short in _GENERIC_SHORT or len(short) < 2:
            continue
        groups.setdefault(short, owner.group)
    if not groups:
        return bodies
    taken = Ordered(bodies)
    more = [
        Body(start, end, text[start:end], groups[text[start:end]])
        for start, end in occurrences(text, groups)
        if not taken.around(start, end) and not taken.within(start, end + 1)
    ]
    return sorted([*bodies, *more], key=lambda b: b.start)


def _with_own_units(page: Page, bodies: list[Body], hits: tuple[Hit, ...]) -> list[Body]:
    """The bodies, with the units that stand behind 我校, where the page says which school that is."""
    if not has_own_units(page.text) or not (school := Resolver(page, tuple(bodies), hits).school):
        return bodies
    units = Ordered(own_units(page.text, school))
    return sorted([*units.items, *(b for b in bodies if not units.touches(b.start, b.end))], key=lambda b: b.start)


_THEN = re.compile("随后|随即|紧接着|其后|期间")
_NEAR = 400  # characters; the day of what happened then stands no further back


def _held(page: Page, dated: Ordered[Day]) -> list[Happening]:
    """The events of every sentence; one without a date takes that of the sentence before it in its paragraph."""
    held: list[Happening] = []
    before: Sentence | None = None
    for s in page.sentences:
        if s.role in READ:
            near = dated.within(s.start, s.end)
            if not near and before is not None and before.paragraph == s.paragraph:
                near = dated.within(before.start, before.end)[-1:]
            if not near and _THEN.search(page.text, s.start, s.end):
                near = dated.within(max(0, s.start - _NEAR), s.start)[-1:]
            held += events(page.text, s.start, s.end, near)
        before = s
    return held


def _is_inside_words(words: Words, start: int, end: int) -> bool:
    """Whether both edges of a short place lie inside words: 台安 in 广播电视台安徽记者站, 白山 in 太白山."""
    return start not in words.boundaries and (end in words.boundaries or end - start == 2)


_STORM = re.compile("(?:台风|飓风|风暴|气旋)[“‘]?\\Z")  # 台风“艾云尼”


def _places(hits: tuple[Hit, ...]) -> frozenset[str]:
    """The divisions of a page without the words for their class: 栾川 of 栾川县 is no person there."""
    return frozenset(d.name[:-1] for h in hits for d in h.divisions[:1] if len(d.name) > 2)


def _is_fragment(text: str, name: Name, parts: dict[str, str]) -> bool:
    """Whether a name is only part of another that stands right here: 哈尼 in 鲁哈尼. `parts` → the whole."""
    whole = parts.get(name.text)
    return whole is not None and text.startswith(whole, max(0, name.start - whole.index(name.text)))


def find(page: Page, year: int | None = None) -> Found:
    """Find everything that a page names. `year` is the year of publication where the page's day is unknown."""
    text = page.text
    words = cut(text)
    marks = titles(text, words)
    words = words.divided((*(t.start for t in marks), *edges_of_appointed(text), *edges_of_swallowed(text, words)))
    namer = Namer(text, words, marks)
    people = names(text, namer, marks)
    # 市委书记宁波 is no place, and 代县长 is no head of 代县.
    named: Ordered[Placed] = Ordered([*(n for n, _ in people), *(t for t in marks if t.group == "government")])
    hits = tuple(
        h
        for h in gazetteer().find(text)
        if not named.around(h.start, h.end)
        and not named.around(h.end - 1, h.end + 1)  # 纪检组长葛某 holds no 长葛
        and not (h.end - h.start == 2 and _is_inside_words(words, h.start, h.end))
    )
    crowned = Ordered(list(rulers(text, words)))
    if crowned.items:
        people = [(next(iter(crowned.around(n.start, n.start + 1)), n), t) for n, t in people]
    held_by = {t.start for _, t in people}
    barriers = [t.end for t in marks if t.group in _POSTS or t.start in held_by]
    # No name of a body ends inside a person's or reaches over it.
    mentioned = occurrences(text, {n.text for n, _ in people})
    barriers += [p for start, end in mentioned for p in range(start + 1, end + 1)]
    plain = Bodies(text, words, barriers, hits).find()
    plain = sorted([*plain, *brands(text, words, people, marks, plain, hits)], key=lambda b: b.start)
    bodies = _with_own_units(page, _with_short_names(text, plain), hits)
    titled = titles_of_documents(text, words)
    quoted = programs(text, words)
    wrote = bylines(text, namer)
    taken: Ordered[Placed] = Ordered([*(n for n, _ in people), *wrote, *hits, *bodies, *titled, *quoted])
    renown = [n for n in (*crowned.items, *renowned(text, words)) if not taken.touches(n.start, n.end)]
    taken = Ordered([*taken.items, *renown])
    foreigners = [Name(s, e, text[s:e], "foreign name in parts") for s, e in parted(text, words, taken)]
    taken = Ordered([*taken.items, *foreigners])
    near = beside(namer, [*(n for n, _ in people), *wrote, *renown, *foreigners])
    shown = [*renown, *foreigners, *(n for n in near if not taken.touches(n.start, n.end))]
    taken = Ordered([*taken.items, *shown])
    others = [n for n in untitled(text, words, marks, taken) if not UNNAMED.match(n.text, 1)]
    known = {n.text for n in (*(n for n, _ in people), *shown, *others)}
    shown, others = (
        [n for n in found if not (n.text[:-1] in known and n.text[-1] in _FUNCTION)] for found in (shown, others)
    )
    named_there = _places(hits)
    others, shown = (
        [n for n in found if n.text not in named_there and not _STORM.search(text, max(0, n.start - 5), n.start)]
        for found in (others, shown)
    )
    others, shown = ([completed(text, n) for n in found] for found in (others, shown))
    placed = {n.text for n in (*shown, *others) if is_place(text, n)}
    others, shown = ([n for n in found if n.text not in placed] for found in (others, shown))
    parts = {
        k[i:j]: k for k in sorted(known) for i in range(len(k)) for j in range(i + 2, len(k) + 1) if j - i < len(k)
    }
    shown, others = ([n for n in found if not _is_fragment(text, n, parts)] for found in (shown, others))
    when = calendar(text, page.published, year)
    dates = days(text, when)
    dated = Ordered(dates)
    held = _held(page, dated)
    return Found(
        page=page,
        words=words,
        calendar=when,
        hits=hits,
        days=tuple(dates),
        titles=tuple(marks),
        names=tuple(people),
        untitled=tuple(sorted([*shown, *others], key=lambda n: n.start)),
        bylines=tuple(b for b in wrote if b.rule != "credit"),
        bodies=tuple(bodies),
        documents=tuple(d for d in titled if not d.is_work),
        works=tuple(d for d in titled if d.is_work),
        programs=tuple(quoted),
        events=tuple(held),
    )
