"""What one act of signing says: who signs what, and with whom."""

import re
from collections.abc import Iterable, Iterator
from itertools import product

from kg.facts.parties import Party, across, parties_of
from kg.facts.signatories import BESIDE
from kg.mentions.adopted import Titled
from kg.mentions.found import Found
from kg.mentions.person import Name
from kg.model import Kind, Ref, Relation

_EACH = re.compile("[：，；]与(?P<who>[^，。；]{2,90}?)(?:共建|合作|签署|签订|签约)")
_SEVERALLY = re.compile("分别[与和同]\\Z")
_FOR_BODY = re.compile("(?P<name>[一-鿿·]{2,5})代表(?P<body>[^，。；]{2,20})，?")


def by_hand(found: Found, signer: Name, end: int, documents: list[Titled]) -> Iterator[Relation]:
    """signs of a person who signs with a verb that ends at `end`."""
    for d in documents:
        span = found.page.span(min(signer.start, d.start), max(end, d.end))
        yield Relation((span,), "signed by hand", Ref(Kind.PERSON, signer.text), "signs", Ref(Kind.DOCUMENT, d.text))


def contract(
    found: Found, left: int, verb: int, end: int, documents: list[Titled], linked: list[Party]
) -> Iterator[Relation]:
    """signs and signsWith of one act of signing; where a person signs for a body that stays open, the person signs."""
    signer = next(reversed([*_FOR_BODY.finditer(found.page.text, left, verb)]), None)  # 甲代表学校讲话，乙代表学校签订
    ends = [signer["name"][i:] for i in range(len(signer["name"]))] if signer else []
    person = min((n for n in ends if n in found.persons), key=lambda n: found.persons[n][0], default=None)
    if person is not None and signer is not None and len(linked) < 2:
        begin = signer.start("name") + signer["name"].index(person)
        for d in documents:
            spans = (found.page.span(begin, max(end, d.end)),)
            yield Relation(spans, "signed for", Ref(Kind.PERSON, person), "signs", Ref(Kind.DOCUMENT, d.text))
    if not linked:
        return
    refs = list(dict.fromkeys(p[2] for p in linked))
    start, end = min(linked[0][0], verb), max(end, linked[-1][1])
    if len(refs) > 1 or person is None:
        for ref, d in _each_its_own(found.page.text, linked, documents, verb):
            spans = (found.page.span(min(start, d.start), max(end, d.end)),)
            yield Relation(spans, "signed", ref, "signs", Ref(Kind.DOCUMENT, d.text))
    for one, other in across(found.page.text, linked):
        yield Relation((found.page.span(start, end),), "signed with", one, "signsWith", other)


def _each_its_own(text: str, linked: list[Party], documents: list[Titled], verb: int) -> Iterable[tuple[Ref, Titled]]:
    """Who signs which document: 甲、乙分别与丙签署《一》和《二》 are one each of 甲 and 乙, and both of 丙."""
    refs = list(dict.fromkeys(p[2] for p in linked))
    joint = next((i for i in range(1, len(linked)) if _SEVERALLY.search(text, linked[i - 1][1], linked[i][0])), 0)
    several = joint > 0 and len(documents) > 1 and all(d.start >= verb for d in documents)
    for side, other in ((linked[:joint], linked[joint:]), (linked[joint:], linked[:joint])) if several else ():
        if len(side) == len(documents) and len(other) == 1:
            own = [(p[2], d) for p, d in zip(side, documents, strict=True)]
            return [*own, *((other[0][2], d) for d in documents)]
    return [(ref, d) for d in documents for ref in refs]


def others_sign(found: Found, parties: list[Party], verb: re.Match[str], documents: list[Titled]) -> Iterator[Relation]:
    """Each of a list with which somebody unnamed signs, signs too."""
    for (start, _, who), d in product(parties, documents):
        span = found.page.span(min(start, d.start), max(verb.end(), d.end))
        yield Relation((span,), "signed", who, "signs", Ref(Kind.DOCUMENT, d.text))


def one_by_one(found: Found, linked: list[Party], position: int, end: int) -> Iterator[Relation]:
    """甲与各方签约：与乙共建…，与丙共建…"""
    text = found.page.text
    if not linked or text[position : position + 1] != "：":
        return
    for m in _EACH.finditer(text, position, end):
        for start, stop, other in parties_of(found, *m.span("who")):
            if other != linked[0][2] and start < m.end():
                span = found.page.span(min(linked[0][0], start), stop)
                yield Relation((span,), "signed with", linked[0][2], "signsWith", other)


def in_pairs(
    found: Found, pairs: list[tuple[Party, Party]], verb: re.Match[str], documents: list[Titled]
) -> Iterator[Relation]:
    """甲与乙、丙与丁、戊与一家没有读出的单位签约: the two of each pair with each other."""
    for a, b in pairs:
        yield Relation((found.page.span(a[0], verb.end()),), "signed in pairs", a[2], "signsWith", b[2])
    for (begin, _, who), d in product((p for pair in pairs for p in pair), documents):
        own = found.page.text.startswith(d.text, d.start)  # and not what others signed, by a short name
        if own and 0 <= d.start - verb.end() < BESIDE:
            yield Relation((found.page.span(begin, d.end),), "signed", who, "signs", Ref(Kind.DOCUMENT, d.text))
