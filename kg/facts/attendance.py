"""Who took part in an event without a speech: those present, witnesses of a signing, units that shared their practice."""

import re
from collections.abc import Iterator

from kg.facts.attended_event import NO_EVENT, NOT_YET, meant, of_two, second
from kg.facts.bodies_present import among_those, bodies_there, heads_there
from kg.facts.gathering import Gathering
from kg.facts.gatherings import Gatherings
from kg.facts.inverted import following
from kg.facts.represented import listed_present
from kg.facts.shared_practice import shared
from kg.facts.speakers import People, Person, person, relation
from kg.facts.unveiled import unveiled
from kg.mentions.found import Found
from kg.mentions.lexicon import heads
from kg.mentions.other_times import elsewhen, in_words
from kg.model import LineRole, Relation, Sentence
from kg.text.scan import matches

_OPEN_LIST = re.compile(
    r"(?<![未没])(?<![未没不]能)(?:出席|参加|列席|应邀出席|到场|与会|参会|到会|莅临|见证|齐聚|云集|相聚|亮相|现身|就[座坐])(?=[^。；]{0,70}?[有括为是：:])(?P<event>(?:(?!出席|参加|列席)[^，。：；]){0,30}?)(?P<speak>并(?:讲话|致辞|发言))?(?:的[一-鿿、\d]{2,20}?(?:负责人|负责同志|校长|院长|书记)(?=[有为是：]))?的?"
    r"(?:[一-鿿]{0,8}(?:领导|嘉宾|人员|专家|代表|同志|发[布言]人)|还|主要|的|和|，|[他她]们|分别|[中外双各]方|则){0,8}(?:(?:尚?有(?!关)|包括|(?<![并，同选聘评任举推称作成认])为|是)[：:]?|[：:])"
)
_ATTEND = re.compile(
    r"(?P<verb>应邀参加|应邀出席|出席|参加|参与(?=了?(?:[^，。；]{0,12}(?:仪式|会议|大会|活动|论坛)))|列席|到[会场](?:出席|参加)|到会|与会|到场|(?<![不没])在座(?=[，。；])|参会|莅[临会](?![^，。；：]{1,10}(?:参加|出席))|亲临(?=(?:活动)?现场)|齐聚|来到(?=(?:会议|会场|活动|仪式|发布会|比赛|大赛)?(?:现场|会场)[，。；]|会上[，。；])|在(?:会场|现场)(?=[，。；])|在[^，。；在]{0,6}分会场(?=收[看听]|观看|参加|参会|[，。；])|参与(?=讨论[，。；])|(?:集体|共同|一同|悉数|联袂|双双)亮相(?=[，。；])|(?:亮相|现身)(?=[^，。；]{4,40}(?:仪式|会议|大会|论坛|[开闭]幕式|[谈布览年峰]会)[，。；])|(?:在主席台|主席台上)(?:前排)?就[座坐](?!的)|到(?:活动|仪式|大赛|比赛)?现场(?=指导|观摩|观看|参观|祝贺)|见签|监签|见证|(?:参观|观看|观摩)(?=了?(?:本次|此次|展|演出|比赛|晚会|颁奖)))(?P<event>了?(?:(?!并(?:出席|参加))[^，。；：]){0,50})"
)
_ATTEND_HEAD = heads(
    ("应邀", "出席", "齐聚", "来到", "参加", "参与", "列席", "到会", "与会", "到场", "在座", "参会", "莅临", "莅会", "亲临", "到", "在主席台", "主席台上", "见签", "监签", "见证", "在", "集体", "共同", "一同", "悉数", "联袂", "双双", "亮相", "现身", "参观", "观看", "观摩")
)  # fmt: skip
_ALL_ABOUT_IT = ("相关活动", "有关活动")  # of the one event of a page


def attendance(found: Found, events: Gatherings, people: People) -> Iterator[Relation]:
    """participatesIn of one page."""
    for sentence in found.page.sentences:
        if sentence.role not in (LineRole.BODY, LineRole.HEADING):
            continue
        named = bool(people.within(sentence.start, sentence.end))  # most sentences name nobody
        if sentence.role is LineRole.BODY:
            if named:
                yield from _listed(found, events, people, sentence)
                yield from _also_listed(found, events, people, sentence)
                yield from _guests(found, events, people, sentence)
                yield from _guests_are(found, events, people, sentence)
                yield from _among(found, events, people, sentence)
                yield from _named_guests(found, events, people, sentence)
                yield from _met(found, events, people, sentence)
                yield from _led(found, events, people, sentence)
            yield from shared(found, events, sentence)
            yield from bodies_there(found, events, sentence)
            yield from heads_there(found, events, sentence)
            yield from among_those(found, events, sentence)
            if named:
                yield from unveiled(found, events, people, sentence)
        if named:
            yield from _attended(found, events, people, sentence)


def _listed(found: Found, events: Gatherings, people: People, sentence: Sentence) -> Iterator[Relation]:
    """出席大会的有：…"""
    text = found.page.text
    for m in _OPEN_LIST.finditer(text, sentence.start, sentence.end):
        words = of_two(m["event"])
        event = None if NO_EVENT.search(words) else meant(events, words, m.start())
        if event is None and words in _ALL_ABOUT_IT and len(events.all) == 1:
            event = events.main
        if event is None:
            continue
        stop = text.find("等", m.end(), sentence.end)
        stop = stop if stop > 0 and text[stop + 1 : stop + 2] == "。" else sentence.end
        act = _ACTS.search(text, m.end(), stop)  # 出席的有甲、乙等；丙主持仪式
        stop = act.start() if act else stop
        predicate = "speaksAt" if m["speak"] else "participatesIn"
        for p in people.within(m.end(), stop):
            yield relation(found, person(p.name), predicate, event, m.start(), p.end, "list of those present")
        yield from listed_present(found, event, m.end(), sentence.end)


# 出席会议的领导有：…。学委会专家有：乙
_ALSO_LISTED = re.compile(
    "(?:(?![未没缺获]|受(?!邀)|请假|不能|去世)[^，。；：\n]){0,14}(?:专家|学者|嘉宾|领导|代表|成员|委员|企业家)(?:还|主要|分别)?(?:有|包括)[：:]"
)


def _also_listed(found: Found, events: Gatherings, people: People, sentence: Sentence) -> Iterator[Relation]:
    """Those of another sort, in a sentence behind one that lists those present."""
    more = _ALSO_LISTED.match(found.page.text, sentence.start, sentence.end)
    before = found.sentence_at(sentence.start - 1) if more else None
    opened = _OPEN_LIST.search(found.page.text, before.start, before.end) if before else None
    event = meant(events, of_two(opened["event"]), sentence.start) if opened else None
    for p in people.within(sentence.start, sentence.end) if event else ():
        assert event is not None
        yield relation(found, person(p.name), "participatesIn", event, sentence.start, p.end, "list of those present")


# 应邀前来的嘉宾有：甲、乙; 企业界代表则有丙、丁
_GUESTS_ARE = re.compile(
    "(?P<lead>(?:(?<=[，。；：\\n 　])|^)[^，。；：\\n]{0,20}?(?:嘉宾|来宾|领导|代表|人员|专家|学者))(?:们)?(?:还|则|主要|分别|也)*(?:有|包括)[：:]?(?=[一-鿿])"
)
_GUESTS_LEAD = re.compile(
    "[?？ 　]*(?:(?:应邀|受邀|到场|到会|与会|出席|参会|前来|莅临|参加|来自[^，。；]{0,8})[^，。；：]{0,8}?)?(?:[一-鿿]{0,4}(?:界|方面|方|行业|单位|部门|高校|院校|企业|学校|政府|政企|校方|地方))?的?(?:重要|主要|特邀)?(?:嘉宾|来宾|领导|代表|人员|专家|学者)"
)
_NO_GUESTS = re.compile(
    "获|选|聘|评|缺|未|表彰|担任|受邀请?[作为]|成员|慰问|看望|采访|培[训养]|历任|历届|知名|著名|曾|毕业|校友|[学协]会专家"
)


def _guests_are(found: Found, events: Gatherings, people: People, sentence: Sentence) -> Iterator[Relation]:
    """Those of a list of several with their posts that guests, leaders or delegates are said to be."""
    text = found.page.text
    for m in _GUESTS_ARE.finditer(text, sentence.start, sentence.end):
        if (
            not _GUESTS_LEAD.fullmatch(m["lead"])
            or _NO_GUESTS.search(m["lead"])
            or _OPEN_LIST.search(text, m.start(), m.end())
        ):
            continue
        event = events.current(m.start())
        listed = following(people, text, m.end(), sentence.end) if event else []
        for p in listed if len(listed) > 1 and listed[0].start in found.title_of else ():
            assert event is not None
            yield relation(found, person(p.name), "participatesIn", event, m.start(), p.end, "guest")


# 出席仪式的官员等约四百人，当中包括甲主任乙
_AMONG = re.compile(
    "(?<![未没将拟])(?<!没有)(?<!未能)(?<!计划)(?<!届时)(?<!原定)(?<!此前)(?P<verb>出席|参加|参与|到场|与会|参会)了?(?P<event>[^，。；：的]{0,24}?)(?:的[^。；：]{2,70}?)?，(?:当中|其中)(?:就|也|还)*(?:包括|有|不乏)[：:]?(?=[一-鿿])"
)


_KIND_OF = re.compile("会议?|仪式|典礼|活动|论坛|[大比竞联]赛|展|节|式")


def _among(found: Found, events: Gatherings, people: People, sentence: Sentence) -> Iterator[Relation]:
    """Those whom a sentence names among the many who came."""
    text = found.page.text
    for m in _AMONG.finditer(text, sentence.start, sentence.end):
        if m["verb"] in ("参加", "参与") and not _KIND_OF.search(m["event"]):
            continue  # 参与起草的专家
        event = None if NO_EVENT.search(m["event"]) else meant(events, m["event"], m.start())
        listed = following(people, text, m.end(), sentence.end) if event else []
        for p in listed if listed and listed[0].start in found.title_of else ():
            assert event is not None
            yield relation(found, person(p.name), "participatesIn", event, m.start(), p.end, "list of those present")


_ACTS = re.compile("；[^；。]{2,60}?(?:主持|致辞|讲话|宣布|发言|陪同|介绍)")
# 大会邀请到甲、乙等专家.
_GUESTS = re.compile(
    "(?:(?<![学协商工])会|论坛|活动|仪式|讲座)[^，。；]{0,6}?(?:邀请到|邀请了|特邀|请来)了?(?!全国各地)"
)


def _guests(found: Found, events: Gatherings, people: People, sentence: Sentence) -> Iterator[Relation]:
    """Those whom the event has as its guests."""
    for m in _GUESTS.finditer(found.page.text, sentence.start, sentence.end):
        event = events.current(m.start())
        for p in following(people, found.page.text, m.end(), sentence.end) if event else ():
            assert event is not None
            yield relation(found, person(p.name), "participatesIn", event, m.start(), p.end, "guest")


# 甲协会会长某，乙院副院长某等领导嘉宾，…: only guests are called so.
_AS_GUESTS = re.compile("等(?:领导|来宾|嘉宾)?(?:和|、)?(?:嘉宾|来宾)(?=[，。]|\\Z)")


def _named_guests(found: Found, events: Gatherings, people: People, sentence: Sentence) -> Iterator[Relation]:
    """Those of a list that opens a sentence and says no more of them than that they are guests."""
    text = found.page.text
    m = _AS_GUESTS.search(text, sentence.start, sentence.end)
    event = events.current(m.start()) if m else None
    chain = people.chain(people.within(sentence.start, m.start()), m.start()) if m and event else []
    opens = bool(chain) and not people.acts(text[sentence.start : chain[0].start]) and len(chain) > 1
    for p in chain if opens and chain == people.within(sentence.start, chain[-1].end) else ():
        assert m is not None and event is not None
        yield relation(found, person(p.name), "participatesIn", event, p.start, m.end(), "guest")


_KIND = 2  # characters that say what kind of event one is


# 甲、乙，以及学校教务处负责人，在某公司会议室举行座谈会: they met there.
_HELD_AT = re.compile(
    "(?:(?:，?(?:以及|[、及和])[^，。；]{2,40}?(?:负责人|代表|人员|教师|师生|专家|一行)|等|一行)[^，。；]{0,10})?，?(?:共同|一同|一起)?"
    "在[^，。；在]{2,30}?(?:共同|联合)?(?:举行|召开|开展|举办)了?(?P<event>[^，。；]{2,40})"
)


def _met(found: Found, events: Gatherings, people: People, sentence: Sentence) -> Iterator[Relation]:
    """Several people who held a meeting somewhere: they met at it."""
    text, named = found.page.text, people.within(sentence.start, sentence.end)
    for i, p in enumerate(named[1:], 2):
        m = _HELD_AT.match(text, people.title_after(p.end), sentence.end)
        event = _reported(found, events, sentence, m) if m and not NO_EVENT.search(m["event"]) else None
        chain = people.chain(named[:i], p.end) if event else []
        for q in chain if len(chain) > 1 else ():
            assert m is not None and event is not None
            yield relation(found, person(q.name), "participatesIn", event, q.start, m.end(), "met at the event")


_ANY_MEETING = ("会议", "活动")


def _reported(found: Found, events: Gatherings, sentence: Sentence, m: re.Match[str]) -> Gathering | None:
    """The event of the page that the words of `m` for one mean; none where they are of another kind or time."""
    event, start = meant(events, m["event"], m.start()), m.start("event")
    if event is None or elsewhen(found.page.text, sentence.start, start):
        return None
    words = m["event"].rstrip("”》")
    return event if words.endswith((event.name.rstrip("”》")[-_KIND:], *_ANY_MEETING)) else None


# 甲率乙、丙赴某地考察，并与丁单位举行座谈会: the one who leads and those who are led.
_LEADS = re.compile(
    "(?:一行)?(?:率(?:队|团|领)?|带领|带队)(?P<whom>[^。；]{0,80}?)(?:赴|来到|(?<![得感收达直找提看回受接])到|前往|走进|莅临|深入)[^。；]{2,60}?，(?:其间，|期间，)?(?:并|双方|随后|还)*(?:[与同和][^，。；]{2,40}?)?(?:就[^，。；]{2,40}?)?(?:在[^，。；]{2,20}?)?"
    "(?:举行|召开|参加|出席)了?(?P<event>[^，。；]{0,24}?(?:座谈会|交流会|对接会|洽谈会|座谈交流会|恳谈会|推进会|会议|仪式))(?=[，。；])"
)


def _led(found: Found, events: Gatherings, people: People, sentence: Sentence) -> Iterator[Relation]:
    """The one who leads others to a meeting somewhere, and those who are led: they met at it."""
    text, named = found.page.text, people.within(sentence.start, sentence.end)
    for p in named:
        m = _LEADS.match(text, people.title_after(p.end), sentence.end)
        event = _reported(found, events, sentence, m) if m else None
        for q in (p, *people.within(*m.span("whom"))) if m and event else ():
            assert m is not None and event is not None
            yield relation(found, person(q.name), "participatesIn", event, min(p.start, q.start), m.end(), "led there")


# 参加分会场的有关活动, 岭河主会场活动并宣布开工
_HALL = re.compile(
    "了?(?:本次|此次)?(?:线[上下]|现场)?(?:(?:(?![会议论坛活动仪式])[一-鿿]){2,3})?(?:主|分)会场(?:的?(?:相关|有关|各项)?(?:活动|会议))?(?:并宣布[^，。；]{0,12})?\\Z"
)


def _attended(found: Found, events: Gatherings, people: People, sentence: Sentence) -> Iterator[Relation]:
    """甲、乙等出席会议; 甲见证签约."""
    text, first, last = (
        found.page.text,
        sentence.start,
        sentence.start,
    )  # where the first verb of a clause is, the last ends
    for m in matches(_ATTEND, _ATTEND_HEAD, text, sentence.start, sentence.end):
        first = first if text.startswith("并", last) and m.start() == last + 1 else m.start()
        last = m.end()
        hall = _HALL.fullmatch(m["event"]) is not None
        if (
            text[m.end("verb") : m.end("verb") + 1] == "的"
            or _OPEN_LIST.match(text, m.start())
            or in_words(text, sentence.start, m.start())  # 甲表示，去年乙见证签署了协议
            or (m["verb"].endswith(_WERE_THERE) and _NOT_NOW.search(text, sentence.start, m.start()))
            or (
                NO_EVENT.search(of_two(m["event"]))
                and not hall
                and not (_RELATED.fullmatch(m["event"]) and _told_here(found, events, m.start()))
                and not (_TALKS.fullmatch(m["event"]) and _one_meeting(events))
            )
            or (
                NOT_YET.search(text, max(sentence.start, m.start() - 2), m.start())
                and not people.ends_at(m.start())  # 史可|出席
            )
        ):
            continue
        words = "" if _WITH_OTHERS.match(text, m.end("verb")) else m["event"]
        if not words.strip("了") and _after_meeting(found, sentence):
            continue
        talks = _TALKS.fullmatch(m["event"]) is not None
        witnessed = m["verb"] in ("见签", "监签", "见证")
        if hall or _RELATED.fullmatch(m["event"]):
            event = events.current(m.start())
        elif witnessed or not talks:
            event = events.at_name("签约仪式", m.start()) if witnessed else meant(events, words, m.start())
        else:
            event = events.main
        if event is None or (m["event"].endswith("会谈") and not event.name.endswith("谈")):
            continue  # 甲参加会谈, on a page of a 欢迎仪式
        end = m.end() if len(m["event"]) < 30 else m.end("verb")
        led = _LED.search(text, max(sentence.start, first - _FAR_BACK), first)
        led = led or _MET_FIRST.search(text, sentence.start, first) or _ALONG.search(text, sentence.start, first)
        led = led or _WENT.search(text, sentence.start, first)
        at = led.start() if led else first - 2 * text.startswith("陪同", first - 2)  # 甲陪同参加
        also = None if witnessed else second(events, m["event"], event)
        here = people.within(sentence.start, at)
        chain = people.chain(here, at) or _accompanied(people, text, here, at)
        for p in (*_along(people, text, here, chain), *chain):
            for one in (event, also) if also else (event,):
                yield relation(found, person(p.name), "participatesIn", one, p.start, end, "took part")


# 甲在乙陪同下，来到某地，出席…
_IN_COMPANY = re.compile("(?:在|由)[^，。；]{0,30}\\Z")
_ACCOMPANIED = re.compile("等?(?:的)?陪同下?，(?:[^，。；]{2,24}，){0,2}")


def _accompanied(people: People, text: str, here: list[Person], position: int) -> list[Person]:
    """Somebody, and who comes with them, where the clause before a position says so."""
    if len(here) < 2 or not _ACCOMPANIED.fullmatch(text, people.title_after(here[-1].end), position):
        return []
    who, edge = here[-2:], people.title_after(here[-2].end)
    return who if _IN_COMPANY.match(text, edge, people.title_before(who[1].start)) else []


def _along(people: People, text: str, here: list[Person], chain: list[Person]) -> list[Person]:
    """Those who come with the first of a list: 副校长甲陪同校长乙出席."""
    if not chain:
        return []
    with_them = [p for p in here if p.end <= chain[0].start]
    at = people.title_before(chain[0].start)
    return with_them[-1:] if with_them and text[people.title_after(with_them[-1].end) : at] == "陪同" else []


_WERE_THERE = ("在座", "在现场", "在会场", "亮相", "现身")
_NOT_NOW = re.compile("去年|上[周月]|当年|曾|年前|此前|将于?|首映|电影|电视剧|综艺")
# 甲到场与用人单位交谈, 乙在分会场收看: no words for the event.
_WITH_OTHERS = re.compile("(?<=到[场会])(?:[与同和对为]|指导|看望|祝贺)|(?<=参与)讨论|(?<=分会场)")
# 大会前，甲会见了来宾。乙参加。
_MEETS = re.compile("(?:会见|接见)了?(?!室|厅|记者)[^，。；]{2,40}\\Z")


def _after_meeting(found: Found, sentence: Sentence) -> bool:
    """Whether the sentence before, in the same paragraph, ends with people received, and with no event."""
    before = found.sentence_at(sentence.start - 1)
    if before is None or before.paragraph != sentence.paragraph:
        return False
    return _MEETS.search(found.page.text, before.start, before.end - 1) is not None


# 参加座谈, where the article tells of one meeting: that one.
_TALKS = re.compile("了?(?:座谈|座谈交流|交流座谈|研讨|交流|学习)(?:活动)?(?:并[^，。；：]{0,12})?")
_MET = re.compile("(?:会|会议|仪式|座谈|论坛)\\Z")


# 甲、乙参加有关活动, in the paragraph that tells of the page's one event: they were there.
_RELATED = re.compile("了?(?:本次|此次)?(?:相关|有关|上述)活动")


def _told_here(found: Found, events: Gatherings, position: int) -> bool:
    """Whether the paragraph of a position has told of the only event of the page."""
    paragraph = found.paragraph_start(position)
    return len(events.all) == 1 and any(paragraph <= start < position for start, _ in events.all[0].mentions)


def _one_meeting(events: Gatherings) -> bool:
    """Whether the article tells of one event alone, and that is a meeting or a ceremony."""
    return len(events.all) == 1 and events.main is not None and _MET.search(events.main.name) is not None


_FAR_BACK = 16  # characters before a verb
_LED = re.compile("(?:率(?:队|团|领)?[^，。；、]{0,12}|带队)\\Z")  # 甲率队参会


# 甲、乙会见了丙一行，并出席会议: 丙 is only met.
_MET_FIRST = re.compile("(?:会见|接见|看望|陪同)了?[^，。；]{2,60}，并(?:一同|共同|一起)?\\Z")


# 甲、乙一行5人来到某学院，参加签约仪式.
_WENT = re.compile(
    "(?:一行(?:[\\d一二三四五六七八九十]{1,3}人)?)?(?:专程|率队)?(?:来到|前往|赴|走进|抵达)[^，。；]{2,30}，(?:并)?(?:应邀|受邀)?\\Z"
)


# 甲、乙等陪同调研并参加座谈会.
_ALONG = re.compile("(?<!，)(?:陪同|随同)(?:调研|考察|参观|走访|检查|视察|访问|指导)*，?并(?:一同|共同|一起)?\\Z")
