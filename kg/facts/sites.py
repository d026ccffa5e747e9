"""Where a body stands: 甲大学坐落在某市, 乙合作社位于某乡某村."""

import re
from collections.abc import Iterator

from kg.facts.parties import org
from kg.facts.told import Told
from kg.facts.venue import place_name
from kg.mentions.body import Body
from kg.mentions.found import Found
from kg.model import Kind, LineRole, Ref, Relation, Sentence

# Each begins with a plain word: `re` finds such a pattern many times as fast.
_LIES = "|".join(what + "(?:设|位)?[在于]" for what in ("总部", "校址", "院址", "地址", "校区"))
_STANDS = re.compile(f"坐落[于在]|座落[于在]|位[于在]|地处|{_LIES}|落户[于在]?|设址[于在]?")
_PLACE = re.compile(
    "(?P<place>[^，。；、：（）“”的和与\\n]{2,24}?)(?=[，。；、：（）\\n]|\\Z|的|境内|市区|城区|城[东西南北]|以[东西南北内]|中心城区|与|和|并)"
)
# What may stand between the body and the verb.
_LINK = re.compile(
    "(?:（[^（）]{1,40}）)?(?:新|老|主)?(?:校区|校园|院区)?(?:就|则|也|主要|现|分别|是一所|正式|创建时)*"
)
_PLACES = 24  # characters of a division within others
_FAR = 200  # characters between the body that opens a sentence and the verb
_UNSURE = re.compile("第|前列|首位|前茅|榜|领先|优势|地位|水平|关键|阶段|时期|期")


def sites(told: Told) -> Iterator[Relation]:
    """locatedIn of the bodies of one page."""
    found = told.found
    for sentence in found.page.sentences:
        if sentence.role is not LineRole.BODY:
            continue
        for m in _STANDS.finditer(found.page.text, sentence.start, sentence.end):
            yield from _stands(found, sentence, m)
            yield from _attribute(found, sentence, m)


def _stands(found: Found, sentence: Sentence, m: re.Match[str]) -> Iterator[Relation]:
    text = found.page.text
    at = _PLACE.match(text, m.end(), sentence.end)
    if at is None or _UNSURE.search(at["place"]):
        return
    hit = next((h for h in found.hit_index.within(m.end(), at.end()) if h.start == m.end()), None)
    body = _subject(found, sentence, m.start()) if hit is not None else None
    if body is None:
        return
    where = Ref(Kind.PLACE, place_name(found, *at.span("place")))
    span = found.page.span(body.start, at.end("place"))
    yield Relation((span,), "stands in place", org(found.body_name(body)), "locatedIn", where)


# 坐落在某市某区白马湖畔、象山之麓|的|某某中学: where the next body stands, by its attribute.
_OF_BODY = re.compile("[^，。；：（）\\n]{0,24}?的(?=[一-鿿“])")


def _attribute(found: Found, sentence: Sentence, m: re.Match[str]) -> Iterator[Relation]:
    """Where a body stands by the attribute before its name, which opens a clause."""
    text, end = found.page.text, m.end()
    if "一" <= text[m.start() - 1 : m.start()] <= "鿿" or m.start() == 0:
        return
    for hit in found.hit_index.within(m.end(), min(sentence.end, m.end() + _PLACES)):
        end = hit.end if hit.start == end else end  # 绍兴市|上虞区
    of_body = _OF_BODY.match(text, end, sentence.end) if end > m.end() else None
    behind = found.body_index.within(of_body.end(), sentence.end)[:1] if of_body else []
    for body in (b for b in behind if of_body and b.start == of_body.end() and b.group != "GovernmentBody"):
        where = Ref(Kind.PLACE, place_name(found, m.end(), end))
        span = found.page.span(m.start(), body.end)
        yield Relation((span,), "stands in place", org(found.body_name(body)), "locatedIn", where)


def _subject(found: Found, sentence: Sentence, position: int) -> Body | None:
    """The body right before a verb, else the one that opens the sentence, where nothing else is said to stand there."""
    text = found.page.text
    left = max(sentence.start, position - _FAR)
    before = [b for b in found.body_index.within(left, position) if b.group != "GovernmentBody"]
    if before and _LINK.fullmatch(text, before[-1].end, position):
        return before[-1]
    opens = before[0] if before and not text[sentence.start : before[0].start].strip(" 　") else None
    if opens is None or len({found.body_name(b) for b in before}) > 1 or text[position - 1] not in "，；":
        return None
    return opens
