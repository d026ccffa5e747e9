"""All mentions of a page together: what the rules for facts read."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kg.mentions.adopted import Titled
from kg.mentions.bare_program import Named
from kg.mentions.body import Body
from kg.mentions.body_ends import body_ends
from kg.mentions.date import Calendar, Day
from kg.mentions.event import Happening
from kg.mentions.foreign_name import spelled
from kg.mentions.gazetteer import Hit
from kg.mentions.heads import HEAD, HEAD_ALONE, HEADED, PARTY_POSTS
from kg.mentions.lexicon import occurrences
from kg.mentions.ordered import Ordered
from kg.mentions.person import Name
from kg.mentions.pointer import Pointer, pointers
from kg.mentions.resolve import Resolver
from kg.mentions.title import Title
from kg.mentions.voice import speaks
from kg.mentions.words import Words
from kg.model import LineRole, Page, Sentence

_GROUPS = ("教育集团", "职教集团", "共同体", "联合体", "协作体")
_BACK = 2000  # characters; what is said of 该校 or 我市 stands no further back
READ = (LineRole.BODY, LineRole.HEADING)
_OPENS_POST = re.compile("[，。；：、！？\\n 　（）“”和与及由兼]|\\A")
_SHORTEST_COMPANY = 4  # characters
_OF_MEMBERS = ("联盟", "基金会", "协会", "学会", "商会", "共同体", "联合体", "促进会", "联合会", "研究会", "校友会")
_OWN = re.compile("我[校院局厅馆园所台行社]|我公司|我集团|本校|本院")
_OUR_SCHOOL = re.compile("[我本]校")
_BECAME = re.compile("(?:前身|原名|曾用名|旧称)(?:[为是]|系|即|叫做?)?\\Z")  # the school that 该校 no longer is
_BESIDE = 60  # characters between posts of one list


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
    resolver: Resolver  # the bodies and their names
    documents: tuple[Titled, ...]
    works: tuple[Titled, ...]  # films, books, speeches in book-title marks
    programs: tuple[Named, ...]
    events: tuple[Happening, ...]

    @property
    def bodies(self) -> tuple[Body, ...]:
        return self.resolver.bodies

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
    def _places(self) -> dict[str, str]:
        """The code of each division → the longest name under which the page has it."""
        names: dict[str, str] = {}
        for h in self.hits:
            code, name = h.divisions[0].code, self.page.text[h.start : h.end]
            names[code] = max(names.get(code, ""), name, key=len)
        return names

    def place_named(self, hit: Hit) -> str:
        """A division as the page names it elsewhere with its class word: 福州市 for 福州."""
        short, long = self.page.text[hit.start : hit.end], self._places[hit.divisions[0].code]
        return long if long.startswith(short) else short

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
        pairs = zip((None, *self.page.sentences), self.page.sentences, strict=False)
        return [s.start for before, s in pairs if before is None or before.paragraph != s.paragraph]

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
        sentence = self.page.sentences[index] if index >= 0 else None
        return sentence if sentence and position < sentence.end else None

    def is_read(self, position: int) -> bool:
        """Whether a position stands in running text or a heading, where facts are read."""
        return 0 <= position < len(self._read) and self._read[position] == 1

    @cached_property
    def _read(self) -> bytearray:
        """1 for each character of running text or a heading: many rules ask for many places."""
        read = bytearray(len(self.page.text))
        for s in self.page.sentences:
            if s.role in READ:
                read[s.start : s.end] = b"\1" * (s.end - s.start)
        return read

    @cached_property
    def _says_our_school(self) -> bool:
        return _OUR_SCHOOL.search(self.page.text) is not None

    def school_before(self, position: int, word: str = "学校") -> str | None:
        """The school that 学校 at a position means: that of who speaks there, the one the page is about, else the last one named before
        it in the paragraph; 学院 is no university."""
        college = word == "学院"
        if word == "该校" and (that := self._last_school(position)) is not None:
            return that
        if (spoken := self._school_of_speaker(position)) is not None:
            return spoken
        if self.resolver.school and not (college and self.resolver.school.endswith("大学")):
            return self.resolver.school
        if self._says_our_school:
            return None  # 我校, which no line names, and not the one that it signs with
        for back in (0, 1):
            near = self.body_index.within(self.paragraph_start(position, back), position)
            schools = [b for b in near if b.group == "EducationInstitution" and not b.text.endswith("产业学院")]
            schools = [b for b in schools if b.text.endswith("学院")] if college else schools
            if any(self.body_name(b) in self.resolver.visitors for b in schools):
                return None  # of those who came: 学校 is not theirs
            if schools:
                return self.body_name(schools[-1])
        return None

    def _last_school(self, position: int) -> str | None:
        """The school named last before a position in its paragraph, whole: 某大学 of its 招生处."""
        near = self.body_index.within(self.paragraph_start(position), position)
        schools = [b for b in near if b.group == "EducationInstitution"]
        names = [self.body_name(b) for b in schools if not _BECAME.search(self.page.text, max(0, b.start - 6), b.start)]
        return self.superiors.get(names[-1], names[-1]) if names else None

    def headed_body(self, title: Title) -> str | None:
        """The body of a post that stands without one (校长, 局长), or of a 党委书记 in one sentence with such a post: the only one of
        its kind that the text names so far."""
        text = self.page.text
        if self._tells_of_own or not _OPENS_POST.search(text, max(0, title.start - 1), title.start):
            return None
        if (head := HEAD.search(title.text)) is not None:
            heads = [head["head"]]
        elif title.text.endswith(PARTY_POSTS) and (sentence := self.sentence_at(title.start)):
            end = min(sentence.end, title.end + _BESIDE)
            heads = [m["head"] for m in HEAD_ALONE.finditer(text, max(sentence.start, title.start - _BESIDE), end)]
        else:
            return None
        firsts = {self._first_of_kind[head] for head in heads}
        names = {name for name, begun, ended in firsts if begun < title.start <= ended}
        return names.pop() if len(names) == len(firsts) == 1 else None

    @cached_property
    def hospitals(self) -> tuple[Body, ...]:
        """The hospitals that the text names, those of its navigation left out."""
        return tuple(b for b in self.bodies if b.text.endswith("医院") and self.is_read(b.start))

    @cached_property
    def _tells_of_own(self) -> bool:
        """Whether the page speaks of 我校 and does not name it: a head is more likely of that one."""
        return self.resolver.school is None and _OWN.search(self.page.text) is not None

    @cached_property
    def _first_of_kind(self) -> dict[str, tuple[str | None, int, int]]:
        """Each word for a head → the first body of its kind that the text names, where it does, and where it names another one."""
        first: dict[str, tuple[str | None, int, int]] = dict.fromkeys(HEADED, (None, 0, 0))
        for b in self.bodies:
            if not self.is_read(b.start) or (b.text.endswith("大学") and b.parent_end is not None):
                continue
            for head, kind in HEADED.items():
                name, begun, ended = first[head]
                if ended or not kind.search(b.text):
                    continue
                if name is None:
                    first[head] = (self.body_name(b), b.start, 0)
                elif self.body_name(b) != name:
                    first[head] = (name, begun, b.start)
        end = len(self.page.text)
        return {head: (name, begun, ended or end) for head, (name, begun, ended) in first.items()}

    def own_school(self, position: int) -> str | None:
        """The school that 我校 or 学校 at a position means: that of who speaks there, else the one the page is about."""
        return self._school_of_speaker(position) or self.resolver.school

    def _school_of_speaker(self, position: int) -> str | None:
        """The school in which whoever is reported to speak at a position holds a post that names it; None in the page's own voice."""
        sentence = self.sentence_at(position)
        if sentence is None or (who := speaks(self.page.text, sentence.start, position, sentence.end)) is None:
            return None
        named = self.people_index.within(*who)
        return self._schools.get(named[-1].text) if named else None

    @cached_property
    def _schools(self) -> dict[str, str]:
        """Each person → the one school in which a title before the name is held."""
        held: dict[str, set[str]] = {}
        for name, title in self.names:
            body = self.bodies_ending.get(title.start) if title.start < name.start else None
            if body is not None and body.group == "EducationInstitution" and name.rule == "title+name":
                held.setdefault(name.text, set()).add(self.body_name(body))
        return {name: next(iter(schools)) for name, schools in held.items() if len(schools) == 1}

    def body_name(self, body: Body) -> str:
        return self.resolver.names[body.start, body.end]

    @cached_property
    def body_names(self) -> frozenset[str]:
        """The names of all bodies of the page."""
        return frozenset(self.body_name(b) for b in self.bodies)

    @cached_property
    def groups(self) -> dict[str, frozenset[str]]:
        """The words for what has members (联盟, 协会) → the bodies of the page whose names end so."""
        return {
            kind: frozenset(self.body_name(b) for b in self.bodies if b.text.endswith(kind) and b.text != kind)
            for kind in _OF_MEMBERS
        }

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
    def title_ending(self) -> dict[int, Title]:
        """Where each title ends."""
        return {t.end: t for t in self.titles}

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
        """Where each title starts that stands behind a name and before no other: 甲副司长, 甲会长兼秘书长, 秘书长甲大使."""
        behind = frozenset(t.start for n, t in self.names if n.end == t.start or n.rule == "name+title")
        named = frozenset(n.end for n, _ in self.names)
        return (behind | named.intersection(t.start for t in self.titles)) - self.titles_before_names

    def company_of(self, short: str) -> str | None:
        """The one company in whose name a short form stands: 远山工程 of 江海远山工程技术有限公司."""
        if len(short) < _SHORTEST_COMPANY:
            return None
        return self._companies.setdefault(short, self._holding(short))

    def _holding(self, short: str) -> str | None:
        named = {self.body_name(b) for b in self.bodies if b.group == "Company" and short in b.text}
        return named.pop() if len(named) == 1 else None

    @cached_property
    def _companies(self) -> dict[str, str | None]:
        return {}

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
        """Where each body ends at which a post may begin: with its marks and with what stands between the two."""
        return body_ends(self.page.text, self.bodies, self.title_at)

    def _by_surname(self, seen: set[str]) -> Iterator[tuple[int, int, str]]:
        """王校长, 李书记: one who was named with the title before, where nobody else here has the surname."""
        alike: dict[str, list[str]] = {}
        for name in sorted(seen):
            if "·" not in name:
                alike.setdefault(name[: 1 + (len(name) > 3)], []).append(name)
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
        titled = {n.text for n, _ in self.names if self.is_read(n.start)}
        seen = titled | {n.text for n in self.untitled if self.is_read(n.start)}
        placed: dict[str, list[tuple[int, int]]] = {}
        for start, end in occurrences(self.page.text, seen):
            within = () if self.page.text[start:end] in titled else self.body_index.around(start, end)
            if self.is_read(start) and not any(b.end > end for b in within):  # 华清 is not there as 华清远见集团
                places = placed.setdefault(self.page.text[start:end], [])
                places.append((start, end))
                if (again := spelled(self.page.text, end)) is not None:
                    places.append(again)
        for start, end, name in self._by_surname(seen):
            if name in placed:  # else it stands only within longer names
                placed[name].append((start, end))
        wrote: dict[str, list[tuple[int, int]]] = {}
        for n in self.bylines:
            if n.text not in placed:
                wrote.setdefault(n.text, []).append((n.start, n.end))
        placed |= wrote
        return dict(sorted(((name, sorted(spans)) for name, spans in placed.items()), key=lambda kv: kv[1][0]))
