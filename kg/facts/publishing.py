"""Who issued a document: 《…》由甲、乙联合印发, and 《甲关于…的通知》, which says so itself."""

import re
from collections.abc import Iterator

from kg.facts.parties import org, parties_of
from kg.mentions.found import Found
from kg.model import Kind, LineRole, Ref, Relation, Sentence

_BY = re.compile(
    r"》?[^，。；由《]{0,10}由(?P<who>[^，。；]{2,80}?)(?:联合|共同|正式|牵头)*(?:印发|发布|公布|出台|下发|颁布|制定|编制|编写)"
)
_ISSUED = re.compile("关于.*(?:通知|意见|决定|通报|公告|批复|函|办法)\\Z")


def publishing(found: Found) -> Iterator[Relation]:
    """publishes of one page, where the document stands before its issuer or names it."""
    for sentence in found.page.sentences if found.documents else ():
        if sentence.role in (LineRole.BODY, LineRole.HEADING):
            yield from _issued(found, sentence)


def _issued(found: Found, sentence: Sentence) -> Iterator[Relation]:
    text = found.page.text
    for d in found.document_index.within(sentence.start, sentence.end):
        document = Ref(Kind.DOCUMENT, d.text)
        if by := _BY.match(text, d.end, sentence.end):
            for _, _, who in parties_of(found, *by.span("who")):
                yield Relation((found.page.span(d.start, by.end()),), "issued by", who, "publishes", document)
        for body in found.body_index.within(d.start, d.end):
            if body.start == d.start and _ISSUED.match(text, body.end, d.end):
                span = found.page.span(d.start, d.end)
                yield Relation((span,), "issuer in the title", org(found.body_name(body)), "publishes", document)
