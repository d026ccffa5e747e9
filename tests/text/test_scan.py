"""Patterns that are tried only where a cheap one says that they may begin find the same as everywhere."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from kg.facts import (
    agreements,
    appointed,
    attendance,
    bodies_present,
    carrying,
    ceremonies,
    holders,
    inverted,
    memberships,
    occurrences,
    outcome_scope,
    parties,
    stated_period,
    topics,
    unveiled,
)
from kg.mentions import (
    adopted,
    bare_program,
    body_words,
    byline,
    clubs,
    date,
    document,
    event,
    own_units,
    pointer,
    quantity,
    renowned,
    resolve,
    school_short,
    title,
    untitled,
    whole_bodies,
    whole_program,
    zones,
)
from kg.mentions.gazetteer import gazetteer
from kg.mentions.lexicon import Beginnings, PageWords, WordList, alternation, heads, words
from kg.mentions.program_words import kinds
from kg.text import dates, marks, signs
from kg.text.repair import repair
from kg.text.scan import holds, matches, matches_at

ROOT = Path(__file__).parent.parent.parent
# Articles, and the tables of the tests: they show every construction that a rule knows.
FILES = [
    *(ROOT / "data/articles").glob("*.txt"),
    *(ROOT / "bench").glob("*/*.txt"),
    *(ROOT / "tests").glob("*/test_*.py"),
]
TEXTS = [repair(path.read_text(encoding="utf-8"))[0] for path in sorted(FILES)]

PAIRS: dict[str, tuple[re.Pattern[str], re.Pattern[str]]] = {
    "dates": (date._FULL, date._START),
    "days told from another": (date._RELATIVE, date._DEICTIC),
    "periods": (stated_period.PERIOD, stated_period._SINCE),
    "goals": (outcome_scope._GOAL, outcome_scope._GOAL_HEAD),
    "numbered schools": (body_words.suffixes()[1], body_words._NUMBERED_HEAD),
    "who wrote it": (byline._WROTE, byline._WROTE_HEAD),
    "who edited it": (byline._CREDIT, byline._CREDIT_HEAD),
    "words that point to a body": (pointer._POINTER, pointer._HEAD),
    "the school of the page": (parties._SCHOOL, parties._SCHOOL_HEAD),
    "meetings without a name": (ceremonies._MEETING, ceremonies._MEETING_HEAD),
    "those present": (attendance._ATTEND, attendance._ATTEND_HEAD),
    "speakers named last": (inverted._DID, inverted._DID_HEAD),
    "events held": (event._HELD, event._HELD_HEAD),
    "units of the school": (own_units._LIST, own_units._HEAD),
    "who carries it out": (carrying._THIS_BY, carrying._THIS),
    "posts of whoever was named before": (appointed._HE, appointed._HE_HEAD),
    "short forms of universities": school_short._known()[:2],
}
LISTS: dict[str, tuple[Iterable[str], WordList]] = {
    "ends of bodies' names": (body_words._groups(), body_words._suffixes()),
    "bodies of the national list": (body_words.named_bodies(), body_words._named()),
    "words of themes": (topics._themes(), topics._words()),
    "words that hold a numeral": (words("number_words.tsv"), quantity._no_numbers()),
    "words of a game": (clubs._GAME.split("|"), clubs._game()),
}
# Long lists that are looked for in whole pages, with what must stand behind a word.
KINDS = [kind for kind, group in kinds().items() if group not in ("quoted", "whole")]
PAGE_LISTS: dict[str, tuple[Iterable[str], PageWords, re.Pattern[str] | None]] = {
    "ends of bodies' names": (body_words._groups(), body_words._suffixes(), None),
    "bodies of the national list": (body_words.named_bodies(), body_words._named(), None),
    "persons": (renowned._known().words, renowned._known(), None),
    "titles": (title._groups(), title._base(), title._BEHIND),
    "kinds of programme": (KINDS, bare_program._kinds(), bare_program._patterns()[0]),
}
BEGINNINGS: dict[str, tuple[re.Pattern[str], Beginnings]] = {
    "bodies of other countries": (body_words.foreign_bodies()[0], body_words._foreign_beginnings()),
    "known programmes": (bare_program._patterns()[1], bare_program._name_beginnings()),
}
# A pattern, and the words of which everything that it finds holds one.
NEEDED: dict[str, tuple[re.Pattern[str], Iterable[str] | re.Pattern[str]]] = {
    "who holds it": (holders._ACTIVE, holders._HELD),
    "a clause that says who holds it": (holders._BARE, holders._HELD),
    "by whom it is held": (holders._BY, holders._HELD),
    "unveiled": (unveiled._UNVEIL, unveiled._UNVEILED),
    "unveiled by whom": (unveiled._UNVEILED_BY, unveiled._UNVEILED),
    "units in a chair": (agreements._CHAIRS, agreements.IN_A_CHAIR),
    "lists of those who came": (bodies_present._CAME, bodies_present._CAME_WORDS),
    "what is read out": (adopted._READS_OUT, ("倡议", "宣言", "公约", "声明")),
    "funds of research": (whole_program._RESEARCH, ("基金", "研发计划", "支撑计划", "重大专项")),
    "mottos with a year": (whole_program._mottos(), ("”20",)),
    "contests of two leagues": (whole_program._leagues(), ("”暨",)),
    "zones": (zones._KIND, ("高新", "经济技术开发区", "经开区")),
    "cities of the corps": (whole_bodies._CORPS_CITY, whole_bodies._CORPS_NUMBER),
    "who joined": (agreements._JOINS, agreements.JOINED),
    "announced documents": (document._ANNOUNCED, ("关于",)),
    "listed documents": (document._LISTED, document._LISTS),
    "documents in marks": (document._TITLED, ("《",)),
    "short names defined": (resolve._DEFINED, ("简称", "下称")),
    "themes of events": (occurrences._THEME, ("主题", "以“")),
    "datelines": (date._DATELINE, date._WIRED),
}
CLAUSE_END = re.compile("[，。；\n]")


@pytest.mark.parametrize("name", PAIRS)
def test_nothing_is_missed(name: str) -> None:
    pattern, head = PAIRS[name]
    found = 0
    for text in TEXTS:
        everywhere = [m.span() for m in pattern.finditer(text)]
        assert [m.span() for m in matches(pattern, head, text)] == everywhere
        found += len(everywhere)
    assert found > 2


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("events held", event._HELD_BEGINS),
        ("short forms of universities", school_short._known()[2]),
    ],
)
def test_beginnings_miss_nothing(name: str, begins: frozenset[str]) -> None:
    pattern, head = PAIRS[name]
    for text in TEXTS:
        assert [m.span() for m in matches(pattern, head, text, begins=begins)] == [
            m.span() for m in pattern.finditer(text)
        ]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_finds_what_its_pattern_finds(name: str) -> None:
    items, listed = LISTS[name]
    pattern = re.compile(alternation(items))
    found = 0
    for text in TEXTS:
        everywhere = [m.span() for m in pattern.finditer(text)]
        assert list(listed.find(text)) == everywhere
        found += len(everywhere)
    assert found > 5


@pytest.mark.parametrize("name", PAGE_LISTS)
def test_a_list_finds_in_pages_what_its_pattern_finds(name: str) -> None:
    items, listed, tail = PAGE_LISTS[name]
    pattern = re.compile(alternation(items) + (tail.pattern if tail else ""))
    found = 0
    for text in TEXTS:
        everywhere = [m.span() for m in pattern.finditer(text)]
        assert list(listed.find_in_page(text, tail)) == everywhere
        found += len(everywhere)
    assert found > 5


@pytest.mark.parametrize("name", BEGINNINGS)
def test_a_page_is_searched_where_a_pattern_may_begin(name: str) -> None:
    pattern, begins = BEGINNINGS[name]
    found = 0
    for text in TEXTS:
        everywhere = [m.span() for m in pattern.finditer(text)]
        assert [m.span() for m in matches_at(pattern, begins.places(text), text)] == everywhere
        found += len(everywhere)
    assert found > 5


def test_who_comes_to_a_post() -> None:
    for text in TEXTS:
        opens, firm = untitled._openings(text), [m.start() for m in untitled._FIRM.finditer(text)]
        for pattern, places in ((untitled._TAKES_POST, opens), (untitled._OFFICE, sorted({*opens, *firm}))):
            assert [m.span() for m in matches_at(pattern, places, text)] == [m.span() for m in pattern.finditer(text)]


def test_short_forms_of_schools() -> None:
    ends = f"(?P<end>{'|'.join(school_short._ENDS)})(?![一-鿿]{{0,4}}(?:大学|学院|专科)|[学生科量型多家])"
    pattern = re.compile(f"(?P<lead>[一-鿿]{{1,5}}?){ends}")
    for text in TEXTS:
        everywhere = [(m.start(), m.start("end"), m.end()) for m in pattern.finditer(text)]
        assert list(school_short._leads(text)) == everywhere


def test_divisions_of_a_page() -> None:
    for text in TEXTS:
        assert gazetteer().find_in_page(text) == gazetteer().find(text)


@pytest.mark.parametrize("name", NEEDED)
def test_what_a_pattern_needs(name: str) -> None:
    pattern, needed = NEEDED[name]
    for text in TEXTS:
        for m in pattern.finditer(text):
            ahead = CLAUSE_END.search(text, m.end())  # a pattern may look so far ahead
            end = ahead.start() if ahead else len(text)
            if isinstance(needed, re.Pattern):
                assert needed.search(text, m.start(), end), m.group()
            else:
                assert holds(text, needed, m.start(), end), m.group()


@pytest.mark.parametrize(
    ("pattern", "sought"),
    [
        (renowned._NUMBER, renowned._ANY_NUMBER),
        (dates._DATELINE, dates._WIRED),
        (marks._MARK, marks._ANY_MARK),
        (signs.inner(), signs.INNER_MARK),
    ],
)
def test_what_is_sought_first(pattern: re.Pattern[str], sought: re.Pattern[str]) -> None:
    for line in {line for text in TEXTS for line in text.split("\n")}:
        for m in pattern.finditer(line) if sought.search(line) is None else ():
            assert pattern is marks._MARK and m.lastgroup is None, line  # a comma that stays


def test_verbs_of_events() -> None:
    for text in TEXTS:
        for m in event._HELD.finditer(text):
            assert event._ANY_HELD.search(text, m.start(), m.end()), m.group()


def test_lists_of_members() -> None:
    for text in TEXTS:
        for m in (*memberships._LABEL.finditer(text), *memberships._CORE.finditer(text)):
            assert memberships._ANY.search(text, m.start(), m.end()), m.group()


def test_heads_of_lives() -> None:
    lives = [
        "甲某某，男，汉族，1970年5月出生。",
        "乙某某先生：生平。",
        "丙某，现年40岁。",
        "丁某某，1980年5月生。",
        "戊某，35岁。",
        "己某，中国国籍。",
    ]
    assert all(untitled._LIFE.search(life) for life in lives)
    for text in (*TEXTS, *lives):
        if untitled._LIFE.search(text):
            assert holds(text, ("先生", "女士")) or untitled._ANY_LIFE.search(text), text[:60]


def test_number_of_pairs() -> None:
    assert (len(PAIRS), len(LISTS), len(PAGE_LISTS), len(BEGINNINGS), len(NEEDED)) == (17, 5, 5, 2, 20)
    assert len(TEXTS) > 60


@pytest.mark.parametrize(
    ("words", "text", "starts"),
    [
        (["计划", "大赛"], "技能大赛和支持计划", [2, 7]),
        (["局", "办公室"], "教育局和办公桌", [2, 4]),  # 办公 may begin 办公室
        (["a.b", "[x]"], "a.c [x]", [0, 4]),
    ],
)
def test_heads(words: list[str], text: str, starts: list[int]) -> None:
    assert [m.start() for m in heads(words).finditer(text)] == starts


@pytest.mark.parametrize(
    ("items", "text", "limits", "spans"),
    [
        (["教育", "教育局", "局"], "教育局和教育厅，局", (0, None), [(0, 3), (4, 6), (8, 9)]),
        (["教育", "教育局"], "教育局", (0, 2), [(0, 2)]),  # the longest that fits
        (["教育", "教育局"], "教育局教育局", (1, None), [(3, 6)]),
        (["局", "局长会"], "局长", (0, None), [(0, 1)]),  # a single character, where a longer word begins so
        (["系"], "系", (0, None), [(0, 1)]),
    ],
)
def test_word_list(items: list[str], text: str, limits: tuple[int, int | None], spans: list[tuple[int, int]]) -> None:
    assert list(WordList(items).find(text, *limits)) == spans


@pytest.mark.parametrize(
    ("items", "text", "spans"),
    [
        (["教育", "教育局", "局"], "教育局和教育厅，局", [(0, 3), (4, 6), (8, 9)]),
        (["教育", "教育局"], "和教育", [(1, 3)]),  # at the end, where the longer one may begin too
        (["系"], "系", [(0, 1)]),
        (["系"], "", []),
    ],
)
def test_words_of_a_page(items: list[str], text: str, spans: list[tuple[int, int]]) -> None:
    listed = PageWords(items)
    assert list(listed.find_in_page(text)) == spans
    assert list(PageWords(["和"]).find_in_page(text)) == [(i, i + 1) for i, c in enumerate(text) if c == "和"]
    assert list(listed.find_in_page(text)) == spans  # once more, after the other list was added


def test_words_that_begin_at_a_place() -> None:
    listed = WordList(["局", "局长会", "教育局"])
    assert [i for i in range(6) if listed.begins("教育局长会", i)] == [0, 2]
    assert [i for i in range(3) if listed.begins("教育厅", i)] == []


def test_holds() -> None:
    assert holds("由甲主办", ("承办", "主办"))
    assert not holds("由甲主办", ("承办", "主办"), 0, 3)
    assert not holds("由甲主办", ("承办", "主办"), 3)


def test_start_and_end() -> None:
    pattern, head = re.compile("ab+"), re.compile("a")
    assert [m.span() for m in matches(pattern, head, "abbabb", 1, 5)] == [(3, 5)]
    assert [m.span() for m in matches(re.compile("a*"), head, "aab")] == [(0, 2)]
