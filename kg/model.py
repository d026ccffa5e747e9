"""The records that pass from one stage to the next.

Every record is frozen; a stage returns new ones. Nothing here imports another part of kg.

Two coordinate systems exist and are never mixed in one field:

- *original* offsets count Unicode code points of `Article.text`, the text as decoded from the file, damage included;
  they are what `Span` holds, and what leaves the house.
- *repaired* offsets count code points of `Page.text`, the text after repair (simplified script, no pinyin brackets);
  they are what rules work with (`Sentence`, `Mention`). `Page.span` turns them into a `Span`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """The classes of entity; the value is the local name of the class in the ontology."""

    PERSON = "Person"
    ORGANIZATION = "Organization"
    PROGRAM = "Program"
    DOCUMENT = "Document"
    EVENT = "Event"
    PLACE = "Place"


class LineRole(StrEnum):
    """What a line of a page is for."""

    BODY = "body"
    HEADING = "heading"  # a title or a heading between paragraphs
    SOURCE = "source"  # 来源, 发布时间, 记者 lines: metadata and bylines, no facts
    CAPTION = "caption"  # the words under a picture
    NOISE = "noise"  # navigation, mastheads, disclaimers, comment boxes


class Modifier(StrEnum):
    """How a stated number bounds the real one."""

    EXACT = "exact"
    APPROX = "approx"  # 近, 约, 左右
    AT_LEAST = "atLeast"  # 以上, 不少于
    OVER = "over"  # 余, 多, 超, 突破
    AT_MOST = "atMost"  # 以内, 不超过


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The code points [start, end) of `Article.text`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")


@dataclass(frozen=True, slots=True)
class Article:
    """A text as decoded from one file, before any repair.

    `sha256` is of the text in UTF-8: that of the file itself where the file is plain UTF-8, and the same for one text
    in several encodings. `source` is the file's name without its folder.
    """

    id: str
    source: str
    text: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """The repaired characters [start, end) of one sentence, with the role of the line it stands in."""

    start: int
    end: int
    role: LineRole
    paragraph: int


@dataclass(frozen=True, slots=True)
class Page:
    """An article after repair, cut into sentences.

    `offsets[i]` is the index in `article.text` of the character that became `text[i]`; it rises strictly.
    """

    article: Article
    text: str
    offsets: Sequence[int]
    sentences: tuple[Sentence, ...]
    title: str | None = None
    published: str | None = None  # 2025-10-17, 2025-10, or None
    publisher: str | None = None
    # Where the running text begins, below titles and what stands around them; 0 where there is none. It is found
    # once: rules ask for it at every sentence.
    body_start: int = field(init=False)

    def __post_init__(self) -> None:
        start = next((s.start for s in self.sentences if s.role is LineRole.BODY), 0)
        object.__setattr__(self, "body_start", start)

    def span(self, start: int, end: int) -> Span:
        """The original span of the repaired characters [start, end)."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


@dataclass(frozen=True, slots=True)
class Mention:
    """A run of repaired characters that names something, and the rule that saw it."""

    kind: Kind
    start: int
    end: int
    name: str
    rule: str


class Ref(NamedTuple):
    """An entity within one article: its class and its fullest name there."""

    kind: Kind
    name: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing that an article names, under all its names. `id` is its IRI, set by the stage of identity."""

    kind: Kind
    name: str
    mentions: tuple[Span, ...]
    aliases: tuple[str, ...] = ()
    subclass: str | None = None  # GovernmentBody, PartyBody, EducationInstitution, Company, Alliance, PolicyDocument
    code: str | None = None  # the code of an administrative division
    id: str = ""
    pointers: tuple[str, ...] = ()  # words that mean it in this article alone and are no names: 我校, 该联盟
    label: str = ""  # what it is called over all articles, where identity settles that; else its fullest name
    division: str | None = None  # the code of the administrative division that a body or venue lies in, by its name

    @property
    def ref(self) -> Ref:
        return Ref(self.kind, self.name)


@dataclass(frozen=True, slots=True)
class Fact:
    """What every fact carries: the spans that say it (at least one) and the rule that read it."""

    evidence: tuple[Span, ...]
    rule: str

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"a fact without evidence (rule {self.rule})")


@dataclass(frozen=True, slots=True)
class Role(Fact):
    """A person holds a post: 厅长 of 四川省教育厅. `organization` is None where the article names no body."""

    person: str
    title: str
    organization: str | None
    former: bool = False


@dataclass(frozen=True, slots=True)
class Occurrence(Fact):
    """When and where an event took place. `date` is ISO 8601, or --10-17 with the year open; `theme` as quoted."""

    event: str
    date: str | None = None
    date_as_written: str | None = None
    place: str | None = None
    theme: str | None = None
    until: str | None = None  # the last day of an event of several, in the form of `date`


@dataclass(frozen=True, slots=True)
class Outcome(Fact):
    """One quantity of one thing counted.

    `value` is the number as counted (35.34万 → 353400); `unit` a classifier, currency or %; `programs` names of the
    programs that brought it; `as_of` a date or period as stated.
    """

    value: Decimal
    modifier: Modifier
    unit: str | None
    what: str
    as_written: str
    programs: tuple[str, ...] = ()
    organization: str | None = None
    lower: Decimal | None = None
    upper: Decimal | None = None
    lower_open: bool = False
    upper_open: bool = False
    as_of: str | None = None
    is_target: bool = False


@dataclass(frozen=True, slots=True)
class Relation(Fact):
    """subject predicate object; `predicate` is one of `PREDICATES`."""

    subject: Ref
    predicate: str
    object: Ref


@dataclass(frozen=True, slots=True)
class Release(Fact):
    """A document was released at an event."""

    document: str
    event: str


@dataclass(frozen=True, slots=True)
class Direction(Fact):
    """One of the numbered points that a speaker set out (一是…；二是…), in the speaker's words (`text`, repaired)."""

    speaker: Ref
    ordinal: int
    text: str
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Topic(Fact):
    """What a programme, an event or an outcome is about: `theme` is a local name of ontology/themes.ttl."""

    of: Ref | Outcome
    theme: str


PREDICATES = (
    "organizes", "hosts", "participatesIn", "speaksAt", "signs", "signsWith", "publishes", "implements",
    "partOf", "locatedIn", "cooperatesWith", "establishes", "memberOf",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """All that one article says. Lists stand in order of first mention."""

    page: Page
    entities: tuple[Entity, ...] = ()
    roles: tuple[Role, ...] = ()
    occurrences: tuple[Occurrence, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    relations: tuple[Relation, ...] = ()
    releases: tuple[Release, ...] = ()
    directions: tuple[Direction, ...] = ()
    topics: tuple[Topic, ...] = ()
    reported: str | None = None  # the day of what the article reports, on which its people held their posts
    index: dict[Ref, Entity] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.index.update((e.ref, e) for e in self.entities)

    def of(self, kind: Kind) -> tuple[Entity, ...]:
        """The entities of one class."""
        return tuple(e for e in self.entities if e.kind is kind)
