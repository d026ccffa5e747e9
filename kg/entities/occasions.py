"""Events of one name in several articles: which of them are one, by day, year and place. 太行文旅论坛 of one day and place is 第四届太行文旅论坛.

One are those of which nothing known disagrees. Where years or places disagree, the name means several events: each year and place is
one, and an event whose year or place is not known is none of them.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.entities.body_keys import place_in
from kg.entities.setting import Setting
from kg.facts.gathering_names import event_key
from kg.mentions.event_name import is_deictic
from kg.mentions.gazetteer import gazetteer
from kg.model import Kind

# A name that only one event has, whatever is known of its day: 第七次会议, 2025年度工作会议.
_TOLD_APART = re.compile(
    r"(?<![第一二三四五六七八九十])[一二三四五六七八九十]{1,3}届[一二三四五六七八九十]{1,3}[中次]|第[一二三四五六七八九十百\d]+[次届场期]|首[届次]|20\d\d(?:年度?|[级届])?"
)
_YEAR = re.compile(r"20\d\d")
_OF_THE_PLACE = re.compile("[全本我][省市区县州]|[省市区县州](?!场|域|块)")
_OF_THE_SCHOOL = re.compile("[全本我该][校院系]|学校|学院")
# Names that are no more than a kind and words that every body uses: 教育工作会议, 开学典礼.
_WEAK = re.compile(
    "(?:工作|新生|学位|授予|[春秋夏]季|教育|教学|推进|推动|总结|表彰|动员|部署|座谈|交流|年度|专题|培训|学习|开学|毕业|签约|启动|揭牌|成立|开班|招聘|校园|就业|校企|合作|双选|"
    "主席团|全委|执委|预备|主席|委员|新闻|发布|党建|调度|视频|电视电话|现场|研讨|安全|生产|理论|中心组|党委|常委|常务|全体|扩大|代表|职工|学生|教职工|开幕|闭幕|项目|专家|讲座|理事|"
    "会员|联席|换届|选举|新年|迎新|会议|大会|会|仪式|典礼|活动|晚会|论坛|班|式|月|周)+"
)
_TODAY = re.compile("今[天日]|当[天日]")
_LONG = 10  # days that an event with a number may last: its opening and its close
_LEAST = 5  # characters of a name that stands for an event without its number
_COPIED = 3  # days after which a page that says 今天 may have been copied
Key = tuple[str, str]  # the article's hash, the event's name there


@dataclass(frozen=True, slots=True, order=True)
class Seen:
    """One event of one article; what is not known is empty. `places` are the codes from the province down, `holders` the keys of
    the bodies that hold it."""

    article: str
    name: str
    year: str
    day: str  # 10-17
    last: str  # the last of several days, or the day itself
    said_today: bool  # the day is that of the page, which may have been copied days later
    places: tuple[str, ...]
    holders: tuple[str, ...]


def occasions(settings: Sequence[Setting]) -> dict[Key, str]:
    """The identity key of every event."""
    named: dict[str, list[Seen]] = {}
    for setting in settings:
        for e in setting.facts.of(Kind.EVENT):
            named.setdefault(event_block(e.name), []).append(seen_event(e.name, setting))
    keys: dict[Key, str] = {}
    for bearers in named.values():
        keys |= keys_of(bearers)
    return keys


@lru_cache(maxsize=4096)
def event_block(name: str) -> str:
    """What the names of one event have in common, whether they number it or not: 太行文旅论坛 of 第四届太行文旅论坛."""
    key = event_key(name)
    bare = _TOLD_APART.sub("", key)
    told = len(bare) >= _LEAST and not (
        _WEAK.fullmatch(bare) or _OF_THE_PLACE.match(bare) or _OF_THE_SCHOOL.match(bare)
    )
    return bare if told else key


def keys_of(bearers: Iterable[Seen]) -> dict[Key, str]:
    """The identity key of each of the events of a block."""
    named: dict[str, list[Seen]] = {}
    for one, key in _numbered(sorted(set(bearers))):
        named.setdefault(key, []).append(one)
    return {
        (one.article, one.name): f"{key}|{mark}{suffix}"
        for key, group in named.items()
        for mark, seen in _by_day(key, group)
        for suffix, one in _split(seen)
    }


def _numbered(bearers: Sequence[Seen]) -> Iterator[tuple[Seen, str]]:
    """Each bearer with the key of its name; one without a number has that of the only numbered one of its day and place or holder."""
    keys = {one: event_key(one.name) for one in bearers}
    numbers = {one: {m for m in _TOLD_APART.findall(key) if not _YEAR.match(m)} for one, key in keys.items()}
    days: dict[str, list[Seen]] = {}
    for one in bearers:
        if one.day and numbers[one]:
            days.setdefault(one.day, []).append(one)
    for one in bearers:
        known = () if numbers[one] else days.get(one.day, ())
        fuller = {keys[o] for o in known if _meet(one, o)}
        yield one, fuller.pop() if len(fuller) == 1 else keys[one]


def _meet(one: Seen, other: Seen) -> bool:
    """Whether two events of a day have their place or a holder in common, and no other year."""
    years = {*_YEAR.findall(one.name), *_YEAR.findall(other.name), one.year, other.year} - {""}
    shared = min(len(one.places), len(other.places))
    if len(years) > 1 or one.places[:shared] != other.places[:shared]:
        return False
    return shared > 0 or not {*one.holders}.isdisjoint(other.holders)


def seen_event(name: str, setting: Setting) -> Seen:
    """What the article says of when and where the event took place."""
    facts = setting.facts
    told = [o for o in facts.occurrences if o.event == name]
    date = next((o.date for o in told if o.date), None) or ""
    place = next((o.place for o in told if o.place), None)
    line = _line(place, setting) if place else ()
    holders = [
        r.subject.name
        for r in facts.relations
        if r.predicate in ("organizes", "hosts") and r.object.name == name and r.subject.kind is Kind.ORGANIZATION
    ]
    return Seen(
        facts.page.article.sha256,
        name,
        "" if date.startswith("--") else date[:4],
        date[-5:],
        (next((o.until for o in told if o.until), None) or date)[-5:],
        any(o.date and o.date_as_written and _TODAY.match(o.date_as_written) for o in told),
        line or _province(holders),
        tuple(sorted({setting.body(h) for h in holders})),
    )


def seen_at(name: str, setting: Setting) -> tuple[frozenset[str], frozenset[tuple[str, ...]]]:
    """The day of an event and the place, as codes from the province down, as far as the article says; for accounts."""
    one = seen_event(name, setting)
    day = "-".join(filter(None, (one.year, one.day)))
    return frozenset(filter(None, (day,))), frozenset(filter(None, (one.places,)))


def _line(place: str, setting: Setting) -> tuple[str, ...]:
    hit = place_in(place)
    division = setting.which(hit) if hit else None
    return tuple(d.code for d in gazetteer().path(division)) if division else ()


def _province(holders: Sequence[str]) -> tuple[str, ...]:
    """The province of the bodies that hold an event, where they are of one."""
    hits = [hit for h in holders if (hit := place_in(h))]
    provinces = {gazetteer().province_of(d).code for hit in hits for d in hit.divisions}
    return (provinces.pop(),) if len(provinces) == 1 else ()


def _by_day(key: str, bearers: list[Seen]) -> Iterable[tuple[str, list[Seen]]]:
    """The bearers of each day, with what marks them; those of whom too little is known are on their own.

    A name with a number may go without its day. 全省工作会议 is told by its place, 开学典礼 by who holds it.
    """
    days: dict[str, list[Seen]] = {}
    bare = _TOLD_APART.sub("", key)
    local = _OF_THE_PLACE.match(bare) is not None
    weak = is_deictic(key) or _WEAK.fullmatch(bare) is not None or _OF_THE_SCHOOL.match(bare) is not None
    unique = bare != key and not local and not weak
    for seen in bearers:
        known = bool(seen.day and (seen.places if local else seen.holders if weak else True))
        if not (known or unique or (seen.places and not local and not weak)):
            yield f"{seen.day}|{seen.article}", [seen]
        else:
            mark = f"{seen.day}|{'、'.join(seen.holders)}" if weak else seen.day
            days.setdefault(mark, []).append(seen)
    if not weak:
        _join_days(days, unique)
    dated = sorted(days.keys() - {""})
    if unique and "" in days and len(dated) == 1:
        days[dated[0]] = sorted(days[dated[0]] + days.pop(""))
    yield from sorted(days.items())


def _join_days(days: dict[str, list[Seen]], unique: bool) -> None:
    """Days of one event: a day within several, the day on which a page that says 今天 was copied, the last one of a session."""
    for day in sorted(days.keys() - {""}):
        copied = all(s.said_today for s in days[day])
        into = [
            other
            for other, group in sorted(days.items())
            if other and other != day
            and (any(s.day <= day <= s.last for s in group)
                 or (copied and 0 < _number(day) - _number(other) <= _COPIED)
                 or (unique and 0 < _number(day) - _number(other) <= _LONG))
        ]  # fmt: skip
        if len(into) == 1:
            days[into[0]] = sorted(days[into[0]] + days.pop(day))


def _number(day: str) -> int:
    """The number of a day (10-17) in its year."""
    month, _, date = day.partition("-")
    return int(month) * 31 + int(date) if month.isdigit() and date.isdigit() else -100


def _split(group: list[Seen]) -> Iterable[tuple[str, Seen]]:
    """Each bearer with what tells it from the others of its name and day: nothing where none disagrees."""
    return _apart(group, [_place(0), _place(1), _place(2), lambda s: s.year])


def _place(level: int) -> Callable[[Seen], str]:
    return lambda seen: seen.places[level] if len(seen.places) > level else ""


def _apart(group: list[Seen], tellers: list[Callable[[Seen], str]]) -> Iterable[tuple[str, Seen]]:
    if not tellers:
        yield from (("", seen) for seen in group)
        return
    tell, *others = tellers
    if len({tell(s) for s in group} - {""}) <= 1:
        yield from _apart(group, others)
        return
    parts: dict[str, list[Seen]] = {}
    for seen in group:
        parts.setdefault(tell(seen) or "?" + seen.article, []).append(seen)
    for value, part in parts.items():
        for suffix, seen in _apart(part, others):
            yield f"|{value}{suffix}", seen
