"""Speeches by their noun: 甲的致辞…, 在欢迎辞中，甲…, 主旨报告由甲带来, 用甲的话说."""

import re
from collections.abc import Iterator

from kg.facts.gatherings import Gatherings
from kg.facts.speakers import People, Person, person, relation
from kg.mentions.found import Found
from kg.mentions.other_times import elsewhen
from kg.model import LineRole, Relation, Sentence

_NOUN = "致辞|致词|讲话|发言|演讲|报告|讲座|授课|分享|寄语|点评"
# 甲的讲话通过视频进行; 甲的讲话精神 and 甲的报告文学 are no speech here.
_HIS = re.compile(
    rf"(?:同志|先生|女士|教授|院士)?的(?:[一-鿿]{{0,6}}?)(?:{_NOUN}|说法(?=[，是])|宣布(?=，)|话(?=说，|讲，))(?!精神|要求|稿|文学|中心|厅|会|单|制|材料|内容进行|指出的)"
)
# What is studied or handed on was said elsewhere.
_ELSEWHERE = re.compile(
    "(?:学习|贯彻|落实|传达|遵照|领会|对照|重温|收看|贺信|书面|转达|宣读|引用|采访)[^，。；]{0,40}\\Z"
)
_IN_IT = re.compile(
    rf"(?:(?<=[，。；\n])|^)(?:在)?(?:[^，。；的在]{{0,8}}的?)?(?:欢迎[辞词]|{_NOUN}|总结)(?:[中里时]|环节|阶段)?[，,]"
)
# 会议听取了甲关于…的汇报.
_HEARD = re.compile("(?:听取|聆听)了?[^，。；：]{0,40}\\Z")
_REPORTED = re.compile(
    "(?:同志|先生|女士|教授|院士)?(?:代表[^，。；]{2,16}?)?(?:的|所?作的?|关于|对|就)[^，。；]{0,50}?(?:工作|情况|专题|述职)*(?:汇报|报告|介绍|说明|通报|述职|发言|讲解)"
)
_BRINGS = re.compile("(?:带来|作出?|来致|来作|主讲|奉上|呈现|(?<!兴)致|宣读)(?=[。，；]|的|\\Z)")
_NOUNS = re.compile(
    "致辞|致词|[开闭]幕[词辞]|点评|欢迎|讲话|发言|演讲|报告|讲座|授课|分享|寄语|总结|说法|的话|听取|宣布|推介|说明|解读|汇报|聆听|述职"
)
_BY = re.compile("由[^，。；由的]{0,40}\\Z")
_LISTED = re.compile("[、，和与及]|以及")
# What stands before the name of somebody else than the speaker.
_NOT_HE = re.compile("[。；：的对向]|，.*，|(?:^|，)(?:围绕|就|与|同|和|为|从|大家|他|她)")
_TALKS = re.compile(
    "讲|介绍|分享|解读|围绕|阐述|剖析|探讨|就[^，。；]{2,24}?[作做讲谈]|以“|从[^，。；]{2,24}?(?:角度|方面|层面|维度)|(?:作|做|带来)了?[^，。；]{0,24}?(?:报告|演讲|发言|分享|讲解)"
)
_NEAR = 60  # characters that a name is looked for before
_LONG = 200  # characters of a list of speakers


def speeches(found: Found, events: Gatherings, people: People) -> Iterator[Relation]:
    """speaksAt of the speeches that a page names by their noun."""
    for sentence in found.page.sentences:
        if (
            sentence.role is LineRole.BODY
            and people.within(sentence.start, sentence.end)
            and _NOUNS.search(found.page.text, sentence.start, sentence.end) is not None
        ):
            yield from _his(found, events, people, sentence)
            yield from _and_spoke(found, events, people, sentence)
            yield from _within(found, events, people, sentence)
            yield from _listed_behind(found, events, people, sentence)
            yield from _each(found, events, people, sentence)
            yield from _by_pronoun(found, events, people, sentence)
        if sentence.role is LineRole.BODY:
            yield from _in_next(found, events, people, sentence)


def _his(found: Found, events: Gatherings, people: People, sentence: Sentence) -> Iterator[Relation]:
    """甲的致辞…; 报告由甲带来."""
    text = found.page.text
    for p in people.within(sentence.start, sentence.end):
        after, near = people.title_after(p.end), max(sentence.start, p.start - _NEAR)
        said = _HIS.match(text, after, sentence.end)
        if said is None and _HEARD.search(text, near, p.start):
            said = _REPORTED.match(text, after, sentence.end)
        if said is None and _BY.search(text, near, p.start):
            said = _BRINGS.match(text, after, sentence.end)
        if said is None or p.name in people.lay or _ELSEWHERE.search(text, near, p.start):
            continue
        event = events.current(p.start)
        if event is not None:
            yield relation(found, person(p.name), "speaksAt", event, p.start, said.end(), "speech of theirs")


# 甲当选会长并讲话; 甲听取汇报后讲话; 甲在某会上致辞时，特别提到…; 甲、乙依次述职
_AND_SPOKE = re.compile(
    "(?:同志|先生|女士)?(?:(?:当选[^，。；]{2,16}?|听取了?[^，。；]{0,24}?)(?:并|后|之后|以后)(?:作|做|发表)?了?[^，。；]{0,8}?(?:讲话|致辞|发言|总结)(?=[，。；])"
    "|(?:在(?P<where>[^，。；]{4,40}?)[上中])(?:致辞|致词|讲话|发言)时，"
    "|(?:依次|分别|先后|相继)?(?:作了?|进行了?)?述职(?=[，。；]))"
)


_AT_OTHER = re.compile("会前|会后|此前|前一[天日]|次日|(?:19|20)\\d\\d年(?=，|[^，。]{0,10}当选)|没有|不再|未")


def _and_spoke(found: Found, events: Gatherings, people: People, sentence: Sentence) -> Iterator[Relation]:
    """Those whose speech comes behind something else that they do, or says when they did so."""
    text, named = found.page.text, people.within(sentence.start, sentence.end)
    for i, p in enumerate(named):
        said = _AND_SPOKE.match(text, people.title_after(p.end), sentence.end)
        if said is None or _ELSEWHERE.search(text, max(sentence.start, p.start - _NEAR), p.start):
            continue
        if _AT_OTHER.search(text, sentence.start, said.end()):
            continue
        event = events.at_name(said["where"], p.start) if said["where"] else events.current(p.start)
        dated = found.day_index.within(sentence.start, p.start)
        if dated and event is not None and not any(sentence.start <= at < sentence.end for at, _ in event.mentions):
            continue  # 5月20日，甲当选会长后讲话: on another day
        listed = people.chain(named[: i + 1], people.title_after(p.end)) if "述职" in said.group() else [p]
        for q in listed if event is not None else ():
            assert event is not None
            yield relation(found, person(q.name), "speaksAt", event, q.start, said.end(), "spoke behind")


# 代表们也发言，他们是甲、乙
_THEY_ARE = re.compile(f"(?:{_NOUN})，(?:他们|她们)(?:分别)?是(?!由|来自)")


def _listed_behind(found: Found, events: Gatherings, people: People, sentence: Sentence) -> Iterator[Relation]:
    """Those of whom a sentence says that they spoke before it names them."""
    text = found.page.text
    m = _THEY_ARE.search(text, sentence.start, sentence.end)
    event = events.current(m.start()) if m else None
    if m is None or event is None:
        return
    listed = people.within(m.end(), sentence.end)
    if listed and text.startswith("的", listed[-1].end):
        return  # 他们是程越的学生
    for p in listed:
        yield relation(found, person(p.name), "speaksAt", event, m.start(), p.end, "spoke, and named")


# 大会由甲主持，他在会上也作了讲话
_HE = re.compile(
    "(?<=[，；。])(?:他|她)(?:也|还|又|同时|随后|在(?:会|大会|会议|仪式|论坛|活动|现场)上)*(?:致辞|讲话|发言|(?:[作做]|发表)了?[^，。；的]{0,12}?(?:讲话|报告|总结|发言|致辞|演讲))(?=[，。；])"
)


_THERE = re.compile("主持|出席|参加|到会")
_ELSE = re.compile("会后|此后|之后|陪同|(?:19|20)\\d\\d年")


# 5位馆长作了发言：1、甲谈…；乙讲…；丙的题目是…
_EACH_SPEAKS = re.compile(
    "(?:\\d{1,2}|[两三四五六七八九十]{1,2}|几|多)[位名][^，。；：]{0,12}?(?:先后|分别|依次|相继|现场|上台|应邀)*(?:[作做]了?[^，。；：]{0,10}?)?(?:发言|报告|演讲|分享|交流|致辞)：(?:\\d[、.．])?"
)


def _each(found: Found, events: Gatherings, people: People, sentence: Sentence) -> Iterator[Relation]:
    """Those with whom the clauses begin behind how many they are that speak."""
    text = found.page.text
    m = _EACH_SPEAKS.search(text, sentence.start, sentence.end)
    event = events.current(m.start()) if m else None
    for p in people.within(m.end(), sentence.end) if m and event else ():
        assert m is not None and event is not None
        clause = max(m.end(), text.rfind("；", m.end(), p.start) + 1)
        first = people.title_before(p.start)
        body = found.bodies_ending.get(first)
        opens = body.start if body is not None else first
        if next(iter(people.within(clause, sentence.end))) == p and not text[clause:opens].strip("0123456789、.．"):
            yield relation(found, person(p.name), "speaksAt", event, m.start(), p.end, "spoke, and named")


def _by_pronoun(found: Found, events: Gatherings, people: People, sentence: Sentence) -> Iterator[Relation]:
    """The speech of the one whom the clause right before names, and tells of at the event."""
    text = found.page.text
    for m in _HE.finditer(text, sentence.start, sentence.end):
        clause = max(text.rfind(mark, sentence.start, m.start() - 1) for mark in "，；：") + 1 or sentence.start
        there = _THERE.search(text, clause, m.start())
        named = people.within(clause, m.start())
        event = events.current(m.start())
        if there and event is not None and len(named) == 1 and not _ELSE.search(text, sentence.start, m.start()):
            yield relation(found, person(named[0].name), "speaksAt", event, m.start(), m.end(), "verb of speech")


# 理事长由甲担任。他在会上表示
_HE_SAYS = re.compile("(?:他|她)(?:也|还|则)?在(?:会|大会|会议|仪式|论坛|活动|现场)上(?:表示|说|指出|强调|介绍)")


_CAME_ELSEWHERE = re.compile("(?:赴|到|在)[^，。；]{2,8}(?:参加|出席|主持召开)")  # 上月，甲赴京参加会议。他在会上表示


def _in_next(found: Found, events: Gatherings, people: People, sentence: Sentence) -> Iterator[Relation]:
    """The words of the only one whom the sentence before names, at the event of which it tells."""
    m = _HE_SAYS.match(found.page.text, sentence.start, sentence.end)
    before = found.sentence_at(sentence.start - 1) if m else None
    if m is None or before is None or before.paragraph != sentence.paragraph:
        return
    named = {p.name for p in people.within(before.start, before.end)}
    event = events.current(sentence.start)
    if elsewhen(found.page.text, before.start, before.end) or _CAME_ELSEWHERE.search(
        found.page.text, before.start, before.end
    ):
        return
    if event is not None and len(named) == 1:
        yield relation(found, person(min(named)), "speaksAt", event, m.start(), m.end(), "verb of speech")


def _within(found: Found, events: Gatherings, people: People, sentence: Sentence) -> Iterator[Relation]:
    """在欢迎辞中，甲、乙…"""
    text = found.page.text
    for m in _IN_IT.finditer(text, sentence.start, sentence.end):
        if people.within(m.start(), m.end()):
            continue  # 甲讲话，乙主持
        speakers: list[Person] = []
        for p in people.within(m.end(), min(m.end() + _LONG, sentence.end)):
            edge = people.title_after(speakers[-1].end) if speakers else m.end()
            gap = text[edge : p.start]
            if _NOT_HE.search(gap) or people.acts(gap) or (speakers and not _LISTED.match(gap)):
                break
            speakers.append(p)
        if "环节" in m.group() or "阶段" in m.group():  # 主旨报告环节，甲讲…，乙讲…
            named = people.within(m.end(), sentence.end)
            speakers += [p for p in named if p not in speakers and _TALKS.match(text, people.title_after(p.end))]
        event = events.current(m.start())
        for p in speakers if event is not None else ():
            assert event is not None
            yield relation(found, person(p.name), "speaksAt", event, m.start(), p.end, "in the speech")
