"""Finds everything that a page names, in the order in which one kind of mention needs another.

Titles and the persons beside them come first, for no name of a body goes over them; then places, bodies, documents and programmes;
then the persons without a title, where nothing else is named; then days and events.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from kg.mentions.attached import attached
from kg.mentions.bare_program import Named
from kg.mentions.beside import LED, UNNAMED, beside
from kg.mentions.body import Body
from kg.mentions.branded import brands
from kg.mentions.byline import bylines
from kg.mentions.date import Day, calendar, days
from kg.mentions.document import titles_of_documents
from kg.mentions.event import Happening, events
from kg.mentions.foreign_name import completed, is_place
from kg.mentions.found import READ, Found
from kg.mentions.gazetteer import Hit, gazetteer
from kg.mentions.japanese_name import japanese
from kg.mentions.latin_name import latin
from kg.mentions.lexicon import occurrences
from kg.mentions.lexicon import words as word_list
from kg.mentions.listed import listed
from kg.mentions.listed_schools import as_elsewhere, listed_schools
from kg.mentions.media import media
from kg.mentions.ordered import Ordered, Placed
from kg.mentions.organization import Bodies
from kg.mentions.other_times import elsewhen
from kg.mentions.own_units import has_own_units, own_units
from kg.mentions.parted import parted
from kg.mentions.person import Name, Namer
from kg.mentions.program import programs
from kg.mentions.renowned import renowned, rulers
from kg.mentions.resolve import Resolver, definitions
from kg.mentions.school_short import short_forms, without_city
from kg.mentions.shared_organ import shared_organs
from kg.mentions.title import Title, titles
from kg.mentions.titled import names
from kg.mentions.untitled import (
    appointed_comrades,
    edges_of_appointed,
    edges_of_swallowed,
    only_brands,
    removed,
    taking_posts,
    towns,
    untitled,
)
from kg.mentions.whole_program import programs_of_bodies
from kg.mentions.words import Words, cut
from kg.model import Page, Sentence, Span

# Titles of these classes never stand inside a body's name; 工程师 and 专家 do.
# 程越同志和|县教育局, 程越和|县委书记, 程越任|县人大常委会主任: no organ of 和县 or 任县
_JOINS = re.compile("同志|先生|女士|[局委府部院校处办长员）]\\Z")
_JOINS_COMMITTEE = re.compile("[一-鿿](?<![省市在向赴到由让被对为从])和县委")  # the committee of 和县 is 和县县委
_IS_ORGAN = re.compile("委|政府|人大|政协|卫健委|发改委|人民医院|中医院|妇幼保健院|[一-鿿]{2,8}(?:[局办]|委员会)")
_SHORT_BRAND = 2  # characters
_POSTS = frozenset(("party", "government", "education", "press"))
# What a name never ends in where the characters before are a name of their own: 杨明|来到.
_ASPECTS = ("着", "了", "过")  # 崔超|望着远处
_FUNCTION = frozenset("来说致犯同家正班团在和与为等又也还就将对向把被从是的了")
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


def _with_school_shorts(text: str, bodies: list[Body]) -> list[Body]:
    """The bodies, with the short forms of the schools among them (温职院) that are no part of another body's name."""
    schools = [b.place + b.text for b in bodies if b.group == "EducationInstitution"]
    taken = Ordered(bodies)
    more = [
        Body(start, end, text[start:end], "EducationInstitution")
        for start, end in (*short_forms(text, schools), *occurrences(text, without_city(schools)))
        if not taken.touches(start, end)
    ]
    return sorted([*bodies, *more], key=lambda b: b.start) if more else bodies


def _with_own_units(page: Page, bodies: list[Body], hits: tuple[Hit, ...]) -> Resolver:
    """The bodies and their names, with the units that stand behind 我校, where the page says which school that is."""
    resolver = Resolver(page, tuple(bodies), hits)
    if not has_own_units(page.text):
        return resolver
    if not (school := resolver.school):  # of 我校合作|发展办公室 no part is a body of another's
        unknown = Ordered(own_units(page.text, ""))
        parts = {b for b in bodies if any(u.start < b.start for u in unknown.around(b.start, b.end))}
        return Resolver(page, tuple(b for b in bodies if b not in parts), hits) if parts else resolver
    units = Ordered(own_units(page.text, school))
    others = [b for b in bodies if not units.touches(b.start, b.end)]
    return Resolver(page, tuple(sorted([*units.items, *others], key=lambda b: b.start)), hits)


_THEN = re.compile("随后|随即|紧接着|其后|期间")
_OWN_MONTH = re.compile("(?:19|20)\\d\\d年\\d{1,2}月(?!\\d)")  # 2011年1月，甲参加…: no day before is its own
_BY_THEN = re.compile("[之以]?前(?!后|往|来|夕|沿)")  # 9月1日前完成: no day on which anything was held
_FOUNDED = ("成立于", "创办于", "创建于", "始建于", "创立于", "诞生于", "出生于", "生于")  # 某会成立于4月18日，举办年会
_EARLIER = ("早在", "此前", "曾于", "曾在")  # the day of something else
_NEAR = 400  # characters; the day of what happened then stands no further back


def _held(page: Page, dated: Ordered[Day]) -> list[Happening]:
    """The events of every sentence; one without a date takes that of the sentence before it in its paragraph."""
    held: list[Happening] = []
    before: Sentence | None = None
    dated = Ordered([d for d in dated.items if not _BY_THEN.match(page.text, d.end)])
    for s in page.sentences:
        if s.role in READ:
            near = [d for d in dated.within(s.start, s.end) if not page.text.endswith(_FOUNDED, 0, d.start)]
            follows = not near and not _OWN_MONTH.search(page.text, s.start, s.end)
            if (
                follows
                and before is not None
                and before.paragraph == s.paragraph
                and not elsewhen(page.text, s.start, s.end)
            ):
                near = dated.within(before.start, before.end)[-1:]
            if follows and not near and _THEN.search(page.text, s.start, s.end):
                told = dated.within(max(0, s.start - _NEAR), s.start)
                near = [d for d in told if not page.text.endswith(_EARLIER, 0, d.start)][-1:]
            held += events(page.text, s.start, s.end, near)
        before = s
    return held


def _named_abroad(text: str, hits: list[Hit]) -> frozenset[str]:
    """The first two characters of what the page names as a city of another country: 永川 of 韩国永川市."""
    cities = (h for h in hits if text[h.end - 1] == "市" or text.startswith(("市", "郡"), h.end))
    nations = tuple(word_list("countries.tsv"))
    return frozenset(text[h.start : h.start + 2] for h in cities if text.endswith(nations, 0, h.start))


def _is_inside_words(words: Words, start: int, end: int) -> bool:
    """Whether both edges of a short place lie inside words: 台安 in 广播电视台安徽记者站, 白山 in 太白山."""
    return start not in words.boundaries and (end in words.boundaries or end - start == 2)


_STORM = re.compile("(?:台风|飓风|风暴|气旋)[“‘]?\\Z")  # 台风“艾云尼”


def _ends_of_names(words: Words, people: list[tuple[Name, Title]]) -> frozenset[int]:
    """Where a name ends: beside a title, or by the segmenter."""
    named = (end for end, kind in zip(words.ends, words.kinds, strict=True) if kind == "nr")
    return frozenset((*named, *(n.end for n, _ in people)))


_CLASS = re.compile("(?<=[一-鿿]{2})(?:[一-鿿]{1,16}族自治)?[一-鿿]\\Z")


def _places(hits: tuple[Hit, ...]) -> frozenset[str]:
    """The divisions of a page without the words for their class: 栾川 of 栾川县 is no person there, nor 松桃 of 松桃苗族自治县."""
    names = {d.name for h in hits for d in h.divisions[:1] if len(d.name) > 2}
    return frozenset(part for name in names for part in (name[:-1], _CLASS.sub("", name)))


def _is_fragment(text: str, name: Name, parts: dict[str, str]) -> bool:
    """Whether a name is only part of another that stands right here: 哈尼 in 鲁哈尼. `parts` → the whole."""
    whole = parts.get(name.text)
    return whole is not None and text.startswith(whole, max(0, name.start - whole.index(name.text)))


def _with_title_before(
    found: list[Name], people: list[tuple[Name, Title]], marks: list[Title]
) -> list[tuple[Name, Title]]:
    """The names with their titles, and those that only their characters showed right after a title that no name follows."""
    held_by = {t.start for _, t in people}
    free = {t.end: t for t in marks if t.start not in held_by and t.group not in ("press", "other")}
    more = [(n._replace(rule="title+name"), free[n.start]) for n in found if n.start in free]
    return sorted([*people, *more], key=lambda pair: (pair[0].start, pair[1].start)) if more else people


def _divisions(
    text: str, words: Words, people: list[tuple[Name, Title]], marks: list[Title], mentioned: list[tuple[int, int]]
) -> tuple[Hit, ...]:
    """The divisions that a page names, those aside that lie in a name of a person or in a word."""
    # 市委书记宁波 is no place, and 代县长 is no head of 代县.
    named: Ordered[Placed] = Ordered([*(n for n, _ in people), *(t for t in marks if t.group == "government")])
    again = Ordered(Span(start, end) for start, end in mentioned)  # 李虎林 without a title is in no 虎林
    ends = frozenset[int]()
    if "和县" in text or "任县" in text:
        ends = _ends_of_names(words, people).union(end for _, end in mentioned)
    everywhere = gazetteer().find_in_page(text)
    abroad = _named_abroad(text, everywhere)
    return tuple(
        h
        for h in everywhere
        if text[h.start : h.start + 2] not in abroad
        and not named.around(h.start, h.end)
        and not named.around(h.end - 1, h.end + 1)  # 纪检组长葛某 holds no 长葛
        and not any(n.start < h.start for n in again.around(h.start, h.start + 1))  # 余志民和县教育局负责人
        and not (h.end - h.start == 2 and _is_inside_words(words, h.start, h.end))
        and not (
            text[h.start] in "和任"
            and (
                h.start in ends
                or _JOINS_COMMITTEE.match(text, h.start - 1)
                or _JOINS.search(text, max(0, h.start - 3), h.start)
            )
            and _IS_ORGAN.match(text, h.end)
        )
    )


def _called(quoted: list[Named]) -> frozenset[str]:
    """What stands in quotation marks in names of programmes: 青苗 of “青苗”资助项目."""
    return frozenset(p.text[1 : p.text.index("”")] for p in quoted if p.text[0] == "“" and "”" in p.text)


# 坚持以某某新时代中国特色社会主义思想为指导: what one thought is not the one who did.
_DOCTRINE = re.compile("新时代中国特色社会主义|(?:经济|法治|文化|外交|强军|教育|生态文明)?思想(?![家的工政])")

# 徐圩新区, 某某国际教育创新试验区: called after where they lie.
_ZONE = re.compile(
    "[园片景港]区|经开区|新城|"
    "(?:国际|高新|经济|科技|技术|产业|教育|创新|开放|先行|自贸|综合|现代|保税|旅游|度假|生态|农业|开发|合作|贸易|自由){0,6}+"
    "(?:试验区|开发区|新区|示范区|高新区|保税区|度假区|科学城|科技城)"
)

_BOTH_PLACES = re.compile("两[省地市]")  # 龙粤两省
_SO_MANY_PLACES = re.compile("”?[两三四五六]?(?:地|省区?|省市)(?![委政])")  # 湘闽宁三地


def _sifted(text: str, found: Iterable[Name], known: Collection[str], there: Collection[str]) -> list[Name]:
    """Without those that are a known name with a word beside it, what the page names so otherwise (`there`), storms and zones."""
    return [
        n
        for n in found
        if not (n.text[:-1] in known and n.text[-1] in _FUNCTION)
        and not (n.text[0] in "由与和及" and n.text[1:] in known)
        and not (n.text[:-1] in known and text[n.end : n.end + 1] in _ASPECTS)
        and n.text not in there
        and not _STORM.search(text, max(0, n.start - 5), n.start)
        and not _DOCTRINE.match(text, n.end)
        and not _ZONE.match(text, n.end)
        and not (set(n.text) <= gazetteer().abbreviations.keys() and _SO_MANY_PLACES.match(text, n.end))
        and not (n.text[1:] in gazetteer().abbreviations and _BOTH_PLACES.match(text, n.end))
    ]


def find(page: Page, year: int | None = None) -> Found:
    """Find everything that a page names. `year` is the year of publication where the page's day is unknown."""
    text = page.text
    words = cut(text)
    marks = titles(text, words)
    words = words.divided((*(t.start for t in marks), *edges_of_appointed(text), *edges_of_swallowed(text, words)))
    namer = Namer(text, words, marks)
    people = names(text, namer, marks)
    mentioned = list(occurrences(text, {*(n.text for n, _ in people), *appointed_comrades(text)}))
    hits = _divisions(text, words, people, marks, mentioned)
    crowned = Ordered(list(rulers(text, words)))
    if crowned.items:
        people = [(next(iter(crowned.around(n.start, n.start + 1)), n), t) for n, t in people]
    held_by = {t.start for _, t in people}
    places = {h.start for h in hits}  # 集团副理事长|广州市某某有限公司
    barriers = [t.end for t in marks if t.group in _POSTS or t.start in held_by or t.end in places]
    # No name of a body ends inside a person's or reaches over it.
    barriers += [p for start, end in mentioned for p in range(start + 1, end + 1)]
    left = [*removed(text, namer.chinese, frozenset(h.start for h in hits)), *taking_posts(text)]
    barriers += [n.end for n in left]
    posts = {t.start: t.end for t in marks}
    plain = Bodies(text, words, barriers, hits).find()
    plain = [b for b in plain if b.text != "纪委" or posts.get(b.start, 0) <= b.end]  # 党委委员、纪委书记甲
    plain = as_elsewhere(text, words, plain)
    plain = sorted([*plain, *brands(text, words, people, marks, plain, hits)], key=lambda b: b.start)
    plain = sorted([*plain, *listed(text, words, plain, hits)], key=lambda b: b.start)
    plain = sorted([*plain, *listed_schools(text, plain)], key=lambda b: b.start)
    plain = sorted([*plain, *media(text, plain)], key=lambda b: b.start)
    plain = sorted([*plain, *shared_organs(text, plain, hits)], key=lambda b: b.start)
    resolver = _with_own_units(page, _with_school_shorts(text, _with_short_names(text, plain)), hits)
    bodies = resolver.bodies
    titled = titles_of_documents(text, words)
    holders = Ordered([n for n, t in people if t.end == n.start])  # 院长某某|主持论坛
    quoted = [p for p in programs(text, words) if text[p.start] == "“" or not holders.within(p.start + 1, p.end)]
    of_bodies = programs_of_bodies(text, bodies)
    own: Ordered[Placed] = Ordered(of_bodies)
    quoted = sorted([p for p in quoted if not own.touches(p.start, p.end)] + of_bodies)
    wrote = bylines(text, namer)
    taken: Ordered[Placed] = Ordered([*(n for n, _ in people), *wrote, *hits, *bodies, *titled, *quoted])
    renown = [n for n in (*crowned.items, *renowned(text, words)) if not taken.touches(n.start, n.end)]
    renown += [n for n in left if not taken.touches(n.start, n.end)]
    taken = taken.and_(renown)
    foreigners = [Name(s, e, text[s:e], "foreign name in parts") for s, e in parted(text, words, taken)]
    foreigners += [
        Name(s, e, text[s:e], "Japanese name in full") for s, e in japanese(text, words) if not taken.touches(s, e)
    ]
    foreigners += [Name(s, e, text[s:e], "name of parts") for s, e in namer.of_parts() if not taken.touches(s, e)]
    foreigners += latin(text, words, taken)
    taken = taken.and_(foreigners)
    near = beside(namer, [*(n for n, _ in people), *wrote, *renown, *foreigners])
    firms = only_brands(text, near)
    near = [n for n in near if len(n.text) > _SHORT_BRAND or n.rule == LED or n.text not in firms]  # 携手海亮
    # 市领导沈丹阳、…: no 丹阳 there
    led = any(n.rule == LED for n in near)
    firm = Ordered([i for i in taken.items if not isinstance(i, Hit)]) if led else taken
    seen = {n.start for n in (*near, *(n for n, _ in people))}
    near += [n for chain in attached(text, bodies, namer.chinese, seen) for n in chain if n.start not in seen]
    near = [n for n in near if not (firm if n.rule == LED else taken).touches(n.start, n.end)]
    if led:  # 市领导李桂林、…，市政府秘书长: no 桂林 there
        leaders = Ordered([n for n in near if n.rule == LED])
        hits = tuple(h for h in hits if not leaders.around(h.start, h.end))
        resolver = replace(resolver, hits=hits)
    shown = [*renown, *foreigners, *near]
    taken = taken.and_(shown)
    others = [n for n in untitled(text, words, marks, taken) if not UNNAMED.match(n.text, 1)]
    known = {n.text for n in (*(n for n, _ in people), *shown, *others)}
    there = _called(quoted) | _places(hits) | (towns(text) if shown or others else frozenset())
    shown, others = ([completed(text, n) for n in _sifted(text, f, known, there)] for f in (shown, others))
    placed = {n.text for n in (*shown, *others) if is_place(text, n)}
    others, shown = ([n for n in found if n.text not in placed] for found in (others, shown))
    parts = {
        k[i:j]: k for k in sorted(known) for i in range(len(k)) for j in range(i + 2, len(k) + 1) if j - i < len(k)
    }
    shown, others = ([n for n in found if not _is_fragment(text, n, parts)] for found in (shown, others))
    people = _with_title_before([*shown, *others], people, marks)
    when = calendar(text, page.published, year)
    dates = days(text, when)
    dated = Ordered(dates)
    held = _held(page, dated)
    closing = {h.end for h in held}  # 某地水川康养节: no one's name ends that of an event
    others = [n for n in others if n.end not in closing]
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
        resolver=resolver,
        documents=tuple(d for d in titled if not d.is_work),
        works=tuple(d for d in titled if d.is_work),
        programs=tuple(quoted),
        events=tuple(held),
    )
