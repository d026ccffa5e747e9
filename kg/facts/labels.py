"""Lines that say who is in the chair or speaks before bringing the words: 主持人：某厅副处长 甲, 某厅副厅长、新闻发言人乙：."""

import re
from collections.abc import Iterator

from kg.facts.gathering import Gathering
from kg.facts.gatherings import Gatherings
from kg.facts.press import PRESS
from kg.facts.speakers import People, Person, person, relation
from kg.mentions.found import Found
from kg.model import LineRole, Relation, Sentence

_SPEAKER = "(?:新闻)?(?:发言人|发布人|发布嘉宾)|主讲(?:人|嘉宾|专家|教师)?|报告人|宣讲人|致[辞词](?:人|嘉宾)?|演讲(?:人|者|嘉宾)|授课(?:人|专家|教师)|分享(?:人|嘉宾)|发言(?:嘉宾|代表)|点评(?:人|嘉宾|专家)|与谈(?:人|嘉宾)|对谈(?:人|嘉宾)"
_LABEL = re.compile(
    rf"[【（ 　]*(?:会议|大会|论坛|活动|仪式|开幕式|本场|本次)?(?:(?P<chair>主持(?:人|嘉宾)?)|(?P<speaks>{_SPEAKER})|(?P<there>(?:出席|参会|与会|参加)(?:人员|嘉宾|领导|专家)))[】） 　]*(?:[：:]|[ 　]{{1,4}}(?=[一-鿿]{{2}}))[ 　]*"
)
# ▲出席开幕式的领导, and below it those who came, one a line.
_CAME = re.compile(
    "[▲△■◆●【]{0,2} ?(?:应邀|受邀)?(?:出席|参加)(?:(?:本次|此次)?(?:开幕式|闭幕式|会议|大会|活动|仪式|论坛|座谈会|典礼))?的?(?:主要|重要)?(?:领导|嘉宾|人员|专家|来宾)(?:和嘉宾|、嘉宾|、专家|和来宾)?(?:有)?[】：:]{0,2}"
)
# The name ends the line, or the words of its bearer begin behind a space.
_ENDS = re.compile("(?:女士|先生|同志)?(?:[（(][^（）()]{1,24}[）)])?[】]?(?:[ 　\\n。；]|\\Z)")
_CREDIT = re.compile("供稿|编辑|主编|校对|审核|来源|记者|通讯员|摄影")
_LINE = 60  # characters of a post and a name
_JOINT = re.compile("(?:女士|先生|同志)?(?:[（(][^（）()]{1,24}[）)])?[、，,；; 　和]")
_POST = re.compile("[^。；：！？]{0,60}")
_WORDS_FOLLOW = re.compile("(?:女士|先生|同志)?[：:]")


def labelled(found: Found, events: Gatherings, people: People) -> Iterator[Relation]:
    """hosts, speaksAt and participatesIn of one page's lines of this kind."""
    chairs: set[str] = set()
    came: Gathering | None = None  # to which those came whom the lines now name
    for sentence in found.page.sentences:
        if _CAME.fullmatch(found.page.text, sentence.start, sentence.end):
            came = events.current(sentence.start)
            continue
        listed = _listed(found, people, sentence.start, sentence.end) if came else []
        if (
            came is not None
            and listed
            and sentence.end - sentence.start <= _LINE
            and not _CREDIT.search(found.page.text, sentence.start, sentence.end)
        ):
            for p in listed:
                yield relation(found, person(p.name), "participatesIn", came, sentence.start, p.end, "labelled line")
            continue
        came = None
        if sentence.role not in (LineRole.BODY, LineRole.HEADING) or events.main is None:
            continue
        label = _LABEL.match(found.page.text, sentence.start, sentence.end)
        if label is None:
            yield from _speaks(found, events, people, sentence, chairs)
            continue
        listed = _listed(found, people, label.end(), sentence.end)
        if label["chair"]:
            chairs |= {p.name for p in listed}
        event = events.current(sentence.start)
        for p in listed if event is not None else ():
            assert event is not None
            predicate = "hosts" if label["chair"] else "participatesIn" if label["there"] else "speaksAt"
            yield relation(found, person(p.name), predicate, event, sentence.start, p.end, "labelled line")


def _listed(found: Found, people: People, start: int, end: int) -> list[Person]:
    """The persons of a labelled line, each with nothing before the name but posts."""
    text, listed, edge = found.page.text, list[Person](), start
    for p in people.within(start, end):
        if not _POST.fullmatch(text, edge, p.start) or (p.start > edge and p.start not in found.title_of):
            break
        listed.append(p)
        after = people.title_after(p.end)
        if (joint := _JOINT.match(text, after, end)) is None:
            return listed if _ENDS.match(text, after, end) or after == end else listed[:-1]
        edge = joint.end()
    return listed


def _speaks(
    found: Found, events: Gatherings, people: People, sentence: Sentence, chairs: set[str]
) -> Iterator[Relation]:
    """Whoever's words at a press conference stand behind their post, name and a colon."""
    assert events.main is not None  # asked for before
    if not events.main.name.endswith(PRESS):
        return
    text = found.page.text
    first = next(iter(people.within(sentence.start, sentence.end)), None)
    title = found.title_of.get(first.start) if first else None
    if first is None or title is None or title.group == "press" or first.name in chairs:
        return
    said = _WORDS_FOLLOW.match(text, first.end, sentence.end)
    if said and _POST.fullmatch(text, sentence.start, first.start) and "记者" not in text[sentence.start : first.start]:
        yield relation(
            found, person(first.name), "speaksAt", events.main, sentence.start, said.end(), "words of theirs"
        )
