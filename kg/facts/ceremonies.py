"""Events that an article tells of without naming them in so many words: the signing of an agreement, a press conference where something
was heard."""

import re

from kg.facts.gathering import Gathering
from kg.mentions.adopted import CARRIED_OUT, Titled
from kg.mentions.date import Day
from kg.mentions.event_clause import clause_start
from kg.mentions.event_name import event_name, is_deictic, name_end, names_one
from kg.mentions.event_place import came_to, place_before
from kg.mentions.found import Found
from kg.mentions.gazetteer import gazetteer
from kg.mentions.lexicon import heads
from kg.model import LineRole, Sentence
from kg.text.scan import matches

_BEFORE_CEREMONY = re.compile("[^一-鿿“”《》]|[及和与的了从]|出席|参加|举行|见证|在")
_FAR, _LONGEST = 30, 18
_HEARD = re.compile(
    r"从(?P<what>[^，。；：]{4,36}?)(?=[上获了得传])上?(?:获悉|了解到|得知|传来)|在(?P<there>[^，。；：在]{4,50}?)上(?:获悉|了解到|得知|听到|获知)"
)
# A meeting that the article tells of and names nowhere: 座谈会由甲主持, 在11月2日上午的座谈会上.
_MEETING = re.compile(
    r"(?:(?<=[，。；：\n在的])|(?<=召开)|(?<=召开了)|(?<=举行)|(?<=举行了)|(?<=召开的)|(?<=举行的)|(?<=出席)|(?<=参加)|(?<=参加了)|(?<=主持)|(?<=主持了)|(?<=主持召开)|(?<=进行了))(?P<name>(?:交流|工作|对接|调研|考察)?(?:座谈会|交流会|座谈交流会|见面会|汇报会|对接会|研讨会|洽谈会|恳谈会|调度会|推进会|启动会|联谊会|庆祝会|启动仪式|揭牌仪式|捐赠仪式|开班仪式|欢迎仪式|欢送仪式|出征仪式|授旗仪式)|(?:全[校院体]|中层)?(?:干部|教师|教职工|职工|教职员工)(?:教师|职工)?大会)"
    r"(?=上[，。]|，?由[^，。；]{2,60}?主持|后，|的(?:有|人员)|[。]|，(?:并)?[^，。；]{2,40}?(?:主持|出席|参加|讲话|致辞|介绍|指出|强调)|，宣布)"
)
_MEETING_HEAD = heads(
    ("交流", "工作", "对接", "调研", "考察", "座谈", "见面", "汇报", "研讨", "洽谈", "恳谈", "调度", "推进", "启动", "联谊", "庆祝", "揭牌", "捐赠", "开班", "欢迎", "欢送", "出征", "授旗", "全校", "全院", "全体", "中层", "干部", "教师", "教职", "职工")
)  # fmt: skip
_ATTENDED = re.compile(
    r"(?:出席|参加|莅临|现身|见证|主持(?!召开))了?(?:(?P<day>\d{1,2}月\d{1,2}日|\d{1,2}日)(?:上午|下午|中午|晚上?)?(?:在[^，。；：的]{2,16})?(?:(?:隆重)?(?:举行|召开|举办)的)?)?"
    r"(?P<what>[^，。；：的]{6,40})(?=[，。；]|的(?:领导|嘉宾|人员|专家|来宾|还|主要){0,3}(?:有(?!关)|是(?!否)|为(?![首主])))"
)
_OPENING = 4  # sentences in which an article says what it is about
_PACT = re.compile("(?:协议书?|备忘录|合同|意向书)\\Z")
_SIGNING = re.compile(r"(?:签约|签字|签署|签订)仪式|签约活动")


def signing(found: Found, kept: list[Gathering]) -> Gathering | None:
    """A 签约仪式 that has no name of its own takes that of the agreement that was signed."""
    text = found.page.text
    if any(re.search("签约|签字|签署", g.name) for g in kept):
        return None
    mention = next((m for m in _SIGNING.finditer(text) if found.is_read(m.start())), None)
    pacts = [
        d
        for d in found.documents
        if (d.rule == "agreement signed" or (_PACT.search(d.text) and d.rule != CARRIED_OUT)) and found.is_read(d.start)
    ]
    told = [d for d in pacts if (at := found.sentence_at(d.start)) and at.role is LineRole.BODY]
    signed = next(iter(told or pacts), None)
    if mention is None and told and not kept:
        return _act(found, told[0])
    if mention is None or found.sentence_at(mention.start()) is None:
        return None
    if signed is None or (signed.rule != "agreement signed" and text[mention.start() - 1] in "录议书同"):
        return _ceremony(found, mention) if not kept else None
    sentence = found.sentence_at(signed.start)
    assert sentence is not None  # running text always stands in a sentence
    days = found.day_index.within(sentence.start, sentence.end)
    held = next((h.place for h in found.events if h.end == mention.end() and h.place), None)
    place = _where(found, sentence, signed.start) or held or _room(found, sentence, signed.start)
    return Gathering(
        signed.text + mention.group(), (mention.group(),), (mention.span(),), days[0] if days else None, place, None,
        (days[0].start if days else signed.start, signed.end), "signing of an agreement",
    )  # fmt: skip


_AFTER_SIGNING = re.compile("(?:签约|签署|签字|签订)(?:仪式)?(?:结束)?之?后")


def signed_there(found: Found, g: Gathering) -> tuple[int, int] | None:
    """Where the sentence of its day says that something was signed, after which an event is said to follow: 签约之后，〔名称〕召开."""
    text, told = found.page.text, found.sentence_at(g.mentions[0][0])
    before = found.sentence_at(g.day.start) if g.day is not None else None
    if told is None or before is None or not _AFTER_SIGNING.search(text, told.start, g.mentions[0][0]):
        return None
    return next(
        (p for m in _SIGNED.finditer(text, before.start, before.end) if (p := _where(found, before, m.end()))), None
    )


# 甲与乙在郑州签署某某协议
_SIGNED_AT = re.compile(
    "在(?P<place>[^，。；：在]{1,20}?)(?:正式|共同|联合|成功|现场|举行)*(?P<verb>签署|签订|签约|续签)(?!仪式|大会|活动)"
)
_SIGNED = re.compile("(?P<verb>签署|签订|签约|续签)(?!仪式|大会|活动)")
_WITNESSED = re.compile(
    "见证了?[^，。；]{0,20}?(?:签署|签订|签约|签字)|见证(?=[。；])|(?:出席|参加|列席)了?[^，。；]{0,16}?(?:签署|签订|签约|签字)|(?:出席|参加)(?:活动)?(?=[。；])"
)
_SOON = 600  # characters within which an article says who was there
_NEXT = 6  # characters between what is signed and the verb after it
_BESIDE = 24  # characters between the verb and what is signed


def _where(found: Found, sentence: Sentence, position: int) -> tuple[int, int] | None:
    """Where a sentence says that an agreement named at a position was signed: a division, or what lies in one."""
    text = found.page.text
    for m in _SIGNED_AT.finditer(text, sentence.start, position):
        start, end = m.span("place")
        if position - m.end() <= _BESIDE and (
            text[start:end] in gazetteer().abbreviations
            or any(h.start == start for h in found.hit_index.within(start, end))
        ):
            return start, end
    return None


def _room(found: Found, sentence: Sentence, position: int) -> tuple[int, int] | None:
    """The room in a clause of its own before the one that says what was signed: 市政府第一会议室里，甲与乙签订…"""
    text, days = found.page.text, found.day_index.within(sentence.start, position)
    return place_before(text, sentence.start, clause_start(text, sentence.start, position), days)


def _act(found: Found, signed: Titled) -> Gathering | None:
    """The signing itself, where the article tells who was there and of no ceremony: 甲与乙签署某某协议，丙出席并见证签署."""
    sentence = found.sentence_at(signed.start)
    assert sentence is not None  # told in running text
    text, days = found.page.text, found.day_index.within(sentence.start, sentence.end)
    verbs = [m for m in _SIGNED.finditer(text, sentence.start, signed.start) if signed.start - m.end() <= _BESIDE]
    verbs += [m for m in _SIGNED.finditer(text, signed.end, min(signed.end + _NEXT, sentence.end))]
    if not verbs or not days or not _WITNESSED.search(text, sentence.start, sentence.end + _SOON):
        return None
    name = signed.text + verbs[-1]["verb"]
    return Gathering(
        name, ("签约仪式",), ((min(verbs[-1].start(), signed.start), max(verbs[-1].end(), signed.end)),), days[0],
        _where(found, sentence, signed.start), None,
        (days[0].start, signed.end), "signing with witnesses",
    )  # fmt: skip


_HOW_MANY = re.compile("\\d{1,4}余?\\Z(?<=[\\d余])")


def _ceremony(found: Found, mention: re.Match[str]) -> Gathering | None:
    """A 备忘录签署仪式 that the text only mentions, on the first day that it names."""
    text = found.page.text
    words = text[max(0, mention.start() - _FAR) : mention.start()]
    if (
        (opened := words.rfind("“")) >= 0
        and "”" not in words[opened:]
        and text[mention.end() : mention.end() + 1] == "”"
    ):
        span = (mention.start() - len(words) + opened + 1, mention.end())  # “甲区-乙姊妹学校签约仪式”
        return Gathering(
            text[slice(*span)], (mention.group(),), (span,), found.days[0] if found.days else None, None, None, span,
            "ceremony mentioned",
        )  # fmt: skip
    cuts = [m.end() for m in _BEFORE_CEREMONY.finditer(words)]
    what = words[cuts[-1] :] if cuts else words
    if count := _HOW_MANY.search(words, 0, len(words) - len(what)):
        what = count.group() + what  # 27|个项目签约仪式
    if len(what) in (1, *range(_LONGEST, _FAR + 1)) or (not what and not found.days):
        return None
    start = mention.start() - len(what)
    with_whom = found.bodies_ending.get(start - 1) if text[start - 1 : start] in ("与", "和", "同") else None
    if with_whom is not None and any(b.start == start for b in found.body_index.within(start, mention.end())):
        start, what = with_whom.start, text[with_whom.start : mention.start()]  # 甲大学与|乙学院签约仪式
    span = (start, mention.end())
    day = found.days[0] if found.days else None
    aliases = (mention.group(),) if what else ()
    return Gathering(what + mention.group(), aliases, (span,), day, None, None, span, "ceremony mentioned")


def otherwise(found: Found) -> Gathering | None:
    """The event of an article that names none in so many words as taking place."""
    return _mentioned(found) or _headed(found) or attended(found, dated=False) or _unnamed(found)


def _mentioned(found: Found) -> Gathering | None:
    """The meeting at which the first sentences say that something was heard or said: 从某某新闻发布会上获悉."""
    text = found.page.text
    for sentence in [s for s in found.page.sentences if s.role is LineRole.BODY][:2]:
        for m in _HEARD.finditer(text, sentence.start, sentence.end):
            said = "what" if m["what"] else "there"
            name = event_name(m[said])
            if name_end().search(name) and not is_deictic(name) and names_one(name):
                days = found.day_index.within(sentence.start, m.end(said))  # what comes after is of what was heard
                day = days[-1] if days else None
                start = m.end(said) - len(name)
                return Gathering(name, (), ((start, m.end(said)),), day, None, None, m.span(), "heard at the event")
    return None


_REFERRED = re.compile(
    r"份?的?(?P<what>[^，。；：！？\n在的]{4,50}?(?:会议|大会|对接会|座谈会|推进会|联席会|动员会|研讨会|年会|峰会|论坛|全会)(?:第[一二三四五六七八九十\d]{1,4}次(?:全体)?会议)?)"
    r"(?=(?:的(?:重要)?(?:成果|精神|部署|要求|决定|共识)|上?(?:签订|签署|通过|审议通过|确定|达成|作出|提出|商定)的?|精神|部署))"
)


_AFTER = re.compile("(?:根据|按照|依据|依照|遵照|落实|贯彻|执行|学习|对照)了?(?:好|在)?\\Z")


_LAST_OF_MONTH = ("底", "末", "初", "起", "以来", "至")
_MONTH = re.compile(r"(?P<year>20(?<!\d20)\d\d)年(?P<month>1[0-2]|0?[1-9])月(?!\d)")


def _months(text: str, start: int, end: int) -> list[Day]:
    """The months with their year that stand there without a day."""
    return [
        Day(*m.span(), f"{m['year']}-{int(m['month']):02d}")
        for m in _MONTH.finditer(text, start, end)
        if not text.startswith(_LAST_OF_MONTH, m.end())
    ]


def referred(found: Found) -> list[Gathering]:
    """Earlier meetings whose results the article tells of, each with its day or month: 落实2021年12月4日某某对接会的成果."""
    text, result = found.page.text, []
    for day in (*found.days, *_months(text, 0, len(text))):
        after = _AFTER.search(text, max(0, day.start - 8), day.start) if found.is_read(day.start) else None
        m = _REFERRED.match(text, day.end) if after else None
        name = event_name(m["what"]) if m else ""
        if m and not is_deictic(name) and names_one(name):
            start = m.end("what") - len(name)
            told = (day.start, m.end())
            result.append(Gathering(name, (), ((start, told[1]),), day, None, None, told, "referred to"))
    return result


def attended(found: Found, dated: bool = True) -> Gathering | None:
    """The meeting that somebody attended according to the first sentences, on the day named before it; or, not `dated`, without one
    according to the first two."""
    text = found.page.text
    first = [s for s in found.page.sentences if s.role is LineRole.BODY][:_OPENING]
    for i, sentence in enumerate(first if found.days or not dated else ()):
        span = sentence.start, sentence.end
        for m in (*_ATTENDED.finditer(text, *span), *_AT_IT.finditer(text, *span)):
            listed = text.startswith("的", m.end("what"))  # 出席…仪式的有甲、乙: what the page tells of
            if (i > 1 and not (dated or listed)) or _NOT_HERE.search(text, sentence.start, m.start()):
                continue
            name = event_name(m["what"])
            if not _ONE.search(name) or not name_end().search(name) or is_deictic(name) or not names_one(name):
                continue
            until = m.start("what") if m.re is _ATTENDED else m.start()
            paragraph = found.paragraph_start(m.start())
            chaired = m.group().startswith("主持")  # the ceremony that the page has told of before
            days = [*found.day_index.within(first[0].start if chaired or listed else paragraph, until)]
            months = _months(text, days[-1].end if days else paragraph, until)  # after a day, a month of another event
            days += months[-1:]
            if bool(days) is not dated or name.endswith("活动"):
                continue
            start, day = m.end("what") - len(name), days[-1] if days else None
            return Gathering(name, (), ((start, m.end("what")),), day, None, None, m.span(), "attended")
    return None


# 总书记在某大会上强调, 他曾在某大会上分享, 将出席某大会的有甲: another's meeting, or another time's.
_NOT_HERE = re.compile(
    "总书记|国家主席|总理|委员长|曾|去年|前年|当年|此前|引用|回忆|早在|多次|[将拟]\\Z|计划|届时|没有|未能"
)
# 7月23日，在某某推进会上，甲与乙签署协议
_AT_IT = re.compile(
    r"(?<![现实旨存自])在(?P<what>[^，。；：在]{6,40}?)(?:上|中|现场)(?=，|说[，。：]|表示|介绍|指出|致辞|讲话|发言|演讲|作(?![为用出风])|强调|宣布|发表|分享|透露|主持)"
)


_ONE = re.compile("(?:大会|仪式|[典庆]礼|庆典|[幕班业发映营课]式|论坛|沙龙|会议|(?<![协学商工社机动员理事常委])会)\\Z")


_HELD_AT = re.compile(
    "在(?P<place>(?!\\d{1,4}[年月日])[^，。；在上]{2,24}?)(?:内|里)?(?:(?<=[厅堂馆宫场院楼城])为[^，。；]{2,30}?)?(?:主持|组织)?(?:召开|举行|进行)了?的?\\Z"
)
# 甲在某广场举行仪式，欢迎乙: the place of what is called 欢迎仪式 below.
_HELD_THERE = re.compile(
    "在(?P<place>[^，。；在]{2,24}?)(?:隆重|共同|联合)?(?:举行|召开|举办)了?[^，。；]{0,4}?(?P<kind>仪式|谈会|流会|面会|祝会)(?=[，。；])"
)


_BEFORE = 4  # paragraphs


def _unnamed(found: Found) -> Gathering | None:
    """The one meeting of an article that names none: a 座谈会 under the name of its kind, on the day before it."""
    text = found.page.text
    for m in matches(_MEETING, _MEETING_HEAD, text):
        if found.is_read(m.start()) and (sentence := found.sentence_at(m.start())) and sentence.role is LineRole.BODY:
            days = [d for d in found.days if d.start < m.start()]
            here = [d for d in days if d.start >= found.paragraph_start(m.start())]
            told = [d for d in days if found.is_read(d.start)]
            day, at = (
                next(iter((*reversed(here), *(told or days))), None),
                _HELD_AT.search(text, sentence.start, m.start("name")),
            )
            there = at or _HELD_THERE.search(text, found.paragraph_start(m.start(), _BEFORE), m.start())
            place = there.span("place") if there and (at or there["kind"] == m["name"][-2:]) else None
            place = place or came_to(text, sentence.start, m.start())
            return Gathering(m["name"], (), (m.span("name"),), day, place, None, m.span("name"), "meeting unnamed")
    return None


_PRESS = re.compile("(?:新闻)?(?:发布会|通气会|说明会)\\Z")


def _headed(found: Found) -> Gathering | None:
    """The press conference of which a page brings the words, under a title that is its name: who speaks stands before what they say."""
    text = found.page.text
    for sentence in found.page.sentences:
        if sentence.role is not LineRole.HEADING:
            continue
        name = text[sentence.start : sentence.end].strip(" 　")
        if _PRESS.search(name) and event_name(name) == name and not is_deictic(name) and names_one(name):
            day, place = _stated_below(found, sentence.end)
            at = (sentence.start, sentence.end)
            return Gathering(name, (), (at,), day, place, None, at, "title of the page")
    return None


# 时　间：2011年2月22日9:30
_TIME = re.compile("(?:发布)?时[ 　]*间[：: 　]")
_PLACE = re.compile(r"地[ 　]*点[：: 　]+(?P<place>[一-鿿A-Za-z0-9]{2,30})[ 　]*(?=\n|\Z)")
_BELOW = 200  # characters of a page's head


def _stated_below(found: Found, start: int) -> tuple[Day | None, tuple[int, int] | None]:
    """When and where a meeting is held according to the lines below its title."""
    text = found.page.text
    place = _PLACE.search(text, start, start + _BELOW)
    time = _TIME.search(text, start, place.start()) if place else None  # alone it is that of the page
    days = found.day_index.within(time.end(), place.start()) if time and place else []
    return (days[0] if days else None), (place.span("place") if place else None)
