"""The division that a page speaks of as its own: the one whose paper or government it is from, or that its 我市 can mean alone."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from kg.mentions.body import Body
from kg.mentions.common_word import is_word
from kg.mentions.gazetteer import Division, Hit, gazetteer
from kg.mentions.ordered import Ordered
from kg.model import LineRole, Page

_OFFICE = re.compile(
    "(?:人民)?政府|人大|政协|[市县区州旗]?委|(?:教|卫|科|文|人|财|发|农|商|民|医)[一-鿿]{1,12}(?:局|厅|委员会|委)|融媒|传媒|广电|在线|频道|新闻|日报|晚报|时报|报社|发布|广播|电视|网"
)
# Where running text begins with the paper that it is from: 某某日报讯（记者…）, 某某新闻网讯.
_DATELINE = re.compile("(?:日报|晚报|晨报|网|新闻|融媒体?)[^，。；：\n]{0,6}?(?:讯|消息|记者)")
_FIRST = 60  # characters of running text in which a dateline stands
_OUR = re.compile("我(?=(?P<level>[省市县区州旗]))")
# What is not one's own: one goes there, and signs with it.
_ELSEWHERE = re.compile(
    "(?:[在赴到至抵往与和同跟对向从跨驻由]|前往|来自|走进|考察|访问|承接|邀请|对口|支援|驰援|援助|援建|奔赴|驻守|携手|联合|毗邻|途经)\\Z"
)
_TO_OURS = re.compile("[到来赴抵]我(?P<level>[省市县区州旗])")
_MARK = re.compile("[，。；\n]")
_CLAUSE = 200  # characters
_SENTENCE = 600  # characters
# 江苏省向我省投入资金, 在我省实施项目: another province.
_IN_OURS = re.compile("(?:[向在给对]|帮助|支援|援助|援建)我(?P<level>[省市县区州])")
_WITH = frozenset("与同跟自")
# 南通市体育局局长甲致辞，我市市委书记乙到会: the one is not the other.
_OURS_TOO = re.compile("[，、；]我(?P<level>[市县区州旗])(?=[市县区州旗]委|副?[市县区州旗]长|(?:有关)?领导)")
# 滕州市委书记甲率领我市考察团.
_LED = re.compile("率(?:领|队)?我(?P<level>[市县区州旗])[^，。；\n]{0,8}?(?:团|组|队)")
_TRAVELS = re.compile(
    "(?:考察|代表|学习|访问|观摩|参观)团[^，。；\n]{0,16}?(?:赴|前往|来到|抵达)|率团[^，。；\n]{0,4}?(?:赴|前往|来到|抵达)"
)
_OUR_PEOPLE = re.compile("(?:我|(?:^|[ ，。；\n])(?=[市县区州旗](?:委|长|政府)))(?P<level>[市县区州旗])")
# 省委书记, 市政府, 自治区主席: of the place whose paper it is.
_BARE = re.compile(
    "(?:^|(?<=[，、。；：\\n和与及由 　]))(?P<level>自治区(?=党委|(?:人民)?政府|(?:常务)?副?主席|人大|政协)|[省市县区州旗](?=委|政府|人大|政协|长)|(?:常务)?副(?P<head>[省市县区州旗])长)"
)
_WIDE = ("province", "prefecture")  # 华龙网 is of no 华龙区
_LISTED = frozenset("、和与及")
_SHORT = 8  # characters of a short name with what follows it
_COMES = re.compile("[来到赴](?!自)|考察团|代表团|一行|走进")  # another's people in one's own place
_GOES_ON = re.compile("[：: 　与]|召开|举[行办]")

# 甲市某某推介会在乙市举行: it is the first one's.
_HELD_THERE = re.compile("[^，。；\n]{0,12}?(?:举行|举办|召开|开幕|启动|签约)")
_BEFORE_NAME = re.compile("(?:(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日|(?:昨|今)[天日])?(?:上午|下午|晚)?[“]?(?:20\\d\\d年?)?")
_NEAR = 80  # characters

Ancestor = Callable[[Division, str], Division | None]
Pick = Callable[[Hit], Division]


def _between(hits: Sequence[Hit], start: int, end: int) -> Sequence[Hit]:
    """The hits that begin in [start, end)."""
    low, high = (bisect_left(hits, p, key=lambda h: h.start) for p in (start, end))
    return hits[low:high]


def _clause(text: str, position: int, marks: str = "，。；\n", reach: int = _CLAUSE) -> int:
    """Where the clause of a position begins, or what one of other marks ends."""
    least = max(0, position - reach)
    return max(least - 1, *(text.rfind(mark, least, position) for mark in marks)) + 1


def acting_in_ours(text: str, hits: Sequence[Hit], pick: Pick, ancestor: Ancestor) -> set[str]:
    """The codes of the divisions that do something in 我省 or for it: 江苏省向我省投入资金, 江苏省在我省实施项目."""
    found = set[str]()
    for m in _IN_OURS.finditer(text):
        for hit in _between(hits, _clause(text, m.start()), m.start()):
            if text[hit.end - 1] == m["level"] and (other := ancestor(pick(hit), m["level"])):
                found.add(other.code)
    return found


def home(
    page: Page, hits: tuple[Hit, ...], bodies: tuple[Body, ...], pick: Pick, ancestor: Ancestor
) -> Division | None:
    """The division whose page this is, or None where the page does not say."""
    text = page.text
    own = frozenset(m["level"] for m in _OUR.finditer(text))
    read = [(s.start, s.end) for s in page.sentences if s.role in (LineRole.BODY, LineRole.HEADING)]
    lines = Ordered(s for s in page.sentences if s.role in (LineRole.BODY, LineRole.HEADING))
    first = read[0][0] if read else 0
    head: list[Hit] = []
    body: list[Hit] = []
    for hit in hits:
        (body if lines.around(hit.start, hit.start + 1) else head).append(hit)
    named = {pick(h).code for h in body}
    bare = tuple(own | {m["head"] or m["level"] for m in _BARE.finditer(text)}) if head or page.publisher else ()
    bodies_apart = Ordered(b for b in bodies if b.group not in ("GovernmentBody", "PartyBody"))
    told = [pick(h) for h in body if not bodies_apart.around(h.start, h.end)] if bare else []

    def meant(division: Division) -> bool:
        """Whether 市委 alone can be of the outlet's city: where the page names no other."""
        if division.level not in _WIDE or not division.name.endswith(bare):
            return False
        return all(ancestor(d, division.name[-1]) in (None, division) for d in told)

    found = {
        division.code: division
        for hit in head
        if _OFFICE.match(text, hit.end)
        for division in [pick(hit)]
        if division.name[-1] in own or division.code in named or meant(division)
    }
    found |= {d.code: d for hit in head if _is_of_head(text, hit, d := pick(hit), bodies, first)}
    publisher = page.publisher or ""  # 宁国传媒网, though 宁国 may be no place in running text
    for hit in gazetteer().find(publisher, ambiguous=True):
        division = pick(hit)
        if hit.start == 0 and _OFFICE.match(publisher, hit.end) and (division.name[-1] in own or meant(division)):
            found[division.code] = division
    if not found:
        found = {
            pick(hit).code: pick(hit) for hit in body if hit.start < first + _FIRST and _DATELINE.match(text, hit.end)
        }
    if found:
        return next(iter(found.values())) if len(found) == 1 else None
    if (leader := _of_leader(text, body, pick)) is not None:
        return leader
    for level in "县区旗市州省":
        if level in own:
            return _meant(text, body, bodies, pick, ancestor, level) or _of_headline(page, level, pick)
    return None


def _is_of_head(text: str, hit: Hit, division: Division, bodies: tuple[Body, ...], first: int) -> bool:
    """Whether a body in the page's head is called by its level alone below it: 江海市人民医院, and then 市人民医院."""
    body = next((b for b in bodies if b.start == hit.start), None)
    if body is None or body.end - hit.end < _REST or division.name[-1] not in "市县区州旗":
        return False
    bare = division.name[-1] + text[hit.end : body.end]
    at = text.find(bare, first)
    return at > 0 and not "一" <= text[at - 1] <= "鿿"


_REST = 3  # characters of a body's name behind its place


def _of_headline(page: Page, level: str, pick: Pick) -> Division | None:
    """The division of a level whose short name a headline opens with, though it may be a word or a name: 大荔与某某分院开展院地合作."""
    for line in page.sentences:
        if line.role is LineRole.BODY:
            break
        if line.role is LineRole.HEADING and not _COMES.search(page.text, line.start, line.end):
            opening = page.text[line.start : line.start + _SHORT]
            for hit in gazetteer().find(opening, ambiguous=True)[:1]:
                goes_on = not is_word(opening[: hit.end]) or _GOES_ON.match(opening, hit.end)
                if hit.start == 0 and len(hit.divisions) == 1 and pick(hit).name.endswith(level) and goes_on:
                    return pick(hit)
    return None


def _of_leader(text: str, hits: list[Hit], pick: Pick) -> Division | None:
    """The division of whoever leads our delegation: 滕州市委书记甲率领我市考察团."""
    for m in _LED.finditer(text):
        near = _between(hits, _clause(text, m.start()), m.start())
        ranks = [d for h in near if (d := pick(h)).name.endswith(m["level"])]
        if ranks:
            return ranks[-1]
    return None


def visited(text: str, hits: Sequence[Hit], pick: Pick) -> Iterator[Division]:
    """What a delegation of the page's own place goes to on its own level, and what that lies in: 我市考察团赴昆山市."""
    for m in _TRAVELS.finditer(text):
        # with the mark before the clause, behind which 市委 may stand
        if (who := _OUR_PEOPLE.search(text, max(0, _clause(text, m.start()) - 1), m.start())) is None:
            continue
        end = mark.end() if (mark := _MARK.search(text, m.end())) else len(text)
        for hit in _between(hits, m.end(), end):
            yield from (d for d in gazetteer().path(pick(hit)) if d.name.endswith(who["level"]))


def _beside_ours(text: str, hits: list[Hit], pick: Pick, level: str) -> Iterator[Division]:
    """The divisions of a level that a sentence names before it goes on with 我市."""
    for m in _OURS_TOO.finditer(text):
        if m["level"] == level:
            for hit in _between(hits, _clause(text, m.start(), "。", _SENTENCE), m.start()):
                if (division := pick(hit)).name.endswith(level):
                    yield division


def _meant(
    text: str, hits: list[Hit], bodies: tuple[Body, ...], pick: Pick, ancestor: Ancestor, level: str
) -> Division | None:
    """The one division of a level that a page which says 我市 can mean."""
    partners = {
        d.code
        for m in _TO_OURS.finditer(text)
        if m["level"] == level
        for hit in _between(hits, _clause(text, m.start(), "。", _SENTENCE), m.start())
        if (d := ancestor(pick(hit), level))
    }  # 增城区委常委甲率队到我区
    others = {d.code for d in (*_beside_ours(text, hits, pick, level), *visited(text, hits, pick))}
    others |= acting_in_ours(text, hits, pick, ancestor)
    named: dict[str, list[str]] = {}  # code → how it is written, each time
    meant: dict[str, Division] = {}
    for hit, division in _own(text, hits, bodies, pick, ancestor, level, partners):
        if division.code in others:  # 南通市 is another, 海门市 may be ours
            division = pick(hit)
            if division.code in others or not division.name.endswith(level):
                continue
        meant[division.code] = division
        named.setdefault(division.code, []).append(text[hit.start : hit.end])
    if len(meant) > 1:  # 青岭市与珠海市签约…珠海市教育局
        meant = {code: d for code, d in meant.items() if code not in partners}
    if len(meant) > 1:  # named once and without its class word: 吴忠 may be the beginning of a name
        meant = {code: d for code, d in meant.items() if len(named[code]) > 1 or named[code][0].endswith(level)}
    return next(iter(meant.values())) if len(meant) == 1 else None


def _own(
    text: str, hits: list[Hit], bodies: tuple[Body, ...], pick: Pick, ancestor: Ancestor, level: str, partners: set[str]
) -> Iterator[tuple[Hit, Division]]:
    """The divisions of a level, with where they are named, that a page which says 我市 names, without those that it goes to or deals
    with; the codes of those that it deals with are added to `partners`."""
    organs = ("GovernmentBody", "PartyBody")
    others = Ordered(b for b in bodies if b.group not in organs and "援" not in b.text)  # 江海市援藏医疗队 is its own
    elsewhere = -1  # where the last hit ended that is not the page's own
    for hit in hits:
        division = ancestor(pick(hit), level)
        if division is None or others.around(hit.start, hit.end):
            continue
        joined = hit.start - 1 == elsewhere and text[elsewhere] in _LISTED
        if joined or _ELSEWHERE.search(text, max(0, hit.start - 4), hit.start):
            elsewhere = hit.end
            if text[hit.start - 1] in _WITH:
                partners.add(division.code)
            continue
        yield hit, division


def host_elsewhere(text: str, hits: Sequence[Hit], index: int) -> Hit | None:
    """The place whose event a clause tells of that is held at another, the one at `index`: 甲市招商推介会在乙市举行."""
    venue = hits[index]
    if text[venue.start - 1 : venue.start] != "在" or not _HELD_THERE.match(text, venue.end):
        return None
    clause = _clause(text, venue.start, reach=_NEAR)
    first = hits[bisect_left(hits, clause, key=lambda h: h.start)]
    if first.start >= venue.start or text[first.end - 1] not in "市县区州旗":
        return None
    return first if _BEFORE_NAME.fullmatch(text, clause, first.start) else None
