"""Talks of two sides, which an article names by their sides alone: 甲部与乙省在北京举行工作会谈."""

import re
from dataclasses import replace

from kg.facts.gathering import Gathering
from kg.facts.parties import apart, org, parties_of, places_at
from kg.mentions.event_clause import clause_start, left_out, strip
from kg.mentions.found import Found
from kg.model import LineRole, Sentence

_TALKS = re.compile(
    "(?:举行|召开|开展|进行)了?(?P<kind>(?:工作|合作|科技|经贸|商务|产业|项目|院[地省市]|交流|高层|专题|业务|对接|战略|友好|深入|校地|校企)*(?:会谈|座谈|会商|座谈会|交流会|对接会|座谈交流|交流座谈|对接座谈|洽谈会?))(?=[，。；])"
)
_AT = re.compile("在(?P<place>[^，。；在]{2,24})\\Z")
_AND = re.compile("[与和同]")
_OPENING = 4  # sentences
_FAR = 160  # characters between the day and the verb


def talks(found: Found) -> Gathering | None:
    """The talks of which the first sentences tell, between two bodies or places, on a day."""
    text, told = found.page.text, list[Gathering]()
    for sentence in [s for s in found.page.sentences if s.role is LineRole.BODY][:_OPENING]:
        told += [g for m in _TALKS.finditer(text, sentence.start, sentence.end) if (g := _of_two(found, sentence, m))]
    if not told:
        return None
    placed = next((g.place for g in told if g.place and g.name == told[0].name), None)  # a summary may leave it out
    return replace(told[0], place=told[0].place or placed)


_AFTERWARDS = re.compile("(?:会谈|座谈|洽谈|会商|交流)?(?:会)?(?:结束)?[后前]，")


def after_talks(found: Found, met: Gathering, kept: list[Gathering]) -> bool:
    """Whether all that the page tells of else took place before or after the talks: 会谈后，双方举行签约仪式."""
    text = found.page.text
    return all(
        g.said[0] > met.said[1] and _AFTERWARDS.search(text, max(met.said[1], g.said[0] - 24), g.said[0]) for g in kept
    )


def _of_two(found: Found, sentence: Sentence, m: re.Match[str]) -> Gathering | None:
    text = found.page.text
    days = found.day_index.within(max(sentence.start, m.start() - _FAR), m.start())
    if not days:
        return None
    clause = clause_start(text, sentence.start, m.start())
    begin, end = left_out(text, clause, strip(text, clause, m.start(), days), days)
    place = at.span("place") if (at := _AT.search(text, begin, end)) else None
    end = strip(text, begin, at.start(), days) if at else end
    sides = apart([*parties_of(found, begin, end), *places_at(found, begin, end)])
    if len(sides) != 2 or sides[0][0] != begin or sides[1][1] != end or sides[0][2] == sides[1][2]:
        return None
    if not _AND.fullmatch(text, sides[0][1], sides[1][0]):
        return None
    kind = m["kind"].removeprefix("深入")
    names = [p[2].name if p[2] == org(p[2].name) and text[p[0] : p[1]] in _POINTS else text[p[0] : p[1]] for p in sides]
    name = "与".join(names) + kind
    return Gathering(
        name, (kind,), ((begin, m.end("kind")),), days[-1], place, (begin, end), (begin, m.end()), "talks of two sides"
    )


_POINTS = ("学校", "我校", "学院", "该校", "本校")  # words that name a side elsewhere
