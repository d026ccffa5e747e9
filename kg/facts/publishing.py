"""Who issued a document: 《…》由甲、乙联合印发, and 《甲关于…的通知》, which says so itself."""

import re
from collections.abc import Iterator

from kg.facts.parties import org, parties_of
from kg.mentions.adopted import Titled
from kg.mentions.body import Body
from kg.mentions.document import HEADLINE
from kg.mentions.found import Found
from kg.model import Kind, LineRole, Ref, Relation, Sentence

_BY = re.compile(
    r"》?[^，。；由《]{0,10}由(?P<who>[^，。；]{2,80}?)(?:联合|共同|正式|牵头)*(?:印发|发布|公布|出台|下发|颁布|制定|编制|编写)"
)
# 这一计划由甲、乙于5月印发: of the document named last before
_THIS_BY = re.compile(
    "(?:这一|该|此)(?P<kind>计划|方案|意见|办法|规划|纲要|通知|措施|文件)由(?P<who>[^，。；]{2,80}?)(?:于|在)?(?:\\d{4}年)?(?:\\d{1,2}月)?(?:\\d{1,2}日)?"
    "(?:联合|共同|正式)*(?:印发|发布|公布|出台|下发|制定)"
)
_BETWEEN = re.compile("[、 和与及]|以及")
_ISSUED = re.compile("关于.*(?:通知|意见|决定|通报|公告|公示|通告|批复|函|办法|措施|规定|方案|细则|规划)\\Z")


def publishing(found: Found) -> Iterator[Relation]:
    """publishes of one page, where the document stands before its issuer or names it."""
    for sentence in found.page.sentences if found.documents else ():
        if sentence.role in (LineRole.BODY, LineRole.HEADING):
            yield from _issued(found, sentence)


def _issued(found: Found, sentence: Sentence) -> Iterator[Relation]:
    text = found.page.text
    for m in _THIS_BY.finditer(text, sentence.start, sentence.end):
        before = found.document_index.within(found.paragraph_start(m.start(), 1), m.start())
        named = [d for d in before if re.sub("（[^（）]*）$", "", d.text).endswith(m["kind"])]
        issuers = parties_of(found, *m.span("who"))
        for start, end, who in issuers if named and issuers and issuers[-1][1] == m.end("who") else ():
            span = found.page.span(min(m.start(), start), max(m.end(), end))
            yield Relation((span,), "issued by", who, "publishes", Ref(Kind.DOCUMENT, named[-1].text))
    for d in found.document_index.within(sentence.start, sentence.end):
        document = Ref(Kind.DOCUMENT, d.text)
        if by := _BY.match(text, d.end, sentence.end):
            for _, _, who in parties_of(found, *by.span("who")):
                yield Relation((found.page.span(d.start, by.end()),), "issued by", who, "publishes", document)
        for start, who in _before(found, sentence.start, d):
            yield Relation((found.page.span(start, d.end),), "issuer before the title", who, "publishes", document)
        for start, who in _so_many(found, sentence, d):
            yield Relation((found.page.span(start, d.end),), "so many of them", who, "publishes", document)
        if d.rule == HEADLINE:
            yield from _signed(found, d)
        for body in _in_title(found, d):
            span = found.page.span(d.start, d.end)
            yield Relation((span,), "issuer in the title", org(found.body_name(body)), "publishes", document)


# 五部门又联合下发《…》
_OF_SO_MANY = re.compile(
    "(?P<n>[两三四五六七八九十]|\\d{1,2})个?部门(?:又|还|再|也|同时|随后|再次|继续)*(?:联合|共同)*(?:印发|下发|发布|发文|出台|制定)了?《\\Z"
)
_NUMBERS = {n: i for i, n in enumerate("两三四五六七八九十", 2)}


def _so_many(found: Found, sentence: Sentence, d: Titled) -> Iterator[tuple[int, Ref]]:
    """The list of so many bodies that the paragraph names last before 五部门, each with where 五部门 stands."""
    text = found.page.text
    m = _OF_SO_MANY.search(text, max(sentence.start, d.start - 30), d.start)
    if m is None:
        return
    number, listed = _NUMBERS.get(m["n"]) or int(m["n"]), list[Body]()
    for body in reversed(found.body_index.within(found.paragraph_start(sentence.start), m.start())):
        if listed and not _LISTED.fullmatch(text, body.end, listed[-1].start):
            if len(listed) == number:
                break
            listed = []
        listed.append(body)
    official = all(b.group in ("GovernmentBody", "PartyBody") for b in listed)  # 部门 are of a government
    for body in listed if len(listed) == number and official else ():
        yield m.start(), org(found.body_name(body))


# 岭河市统计局 国家统计局岭河调查队, 2024年3月1日: the line below such a title.
_BELOW = re.compile("[、 　和]{0,4}")
_DAY = re.compile("[ 　（(]{0,4}(?:20\\d\\d[年\\-/.]\\d{1,2}[月\\-/.]\\d{1,2}日?)?[）) 　\\n]{0,4}")


def _signed(found: Found, d: Titled) -> Iterator[Relation]:
    """The bodies whose names alone stand on the line below the title of a page that is a document."""
    below = found.page.text.find("\n", d.end)
    stop = found.page.text.find("\n", below + 1) if below >= 0 else -1
    edge, signed = below + 1, list[Body]()
    for body in found.body_index.within(below, stop) if stop > 0 else ():
        if not _BELOW.fullmatch(found.page.text, edge, body.start):
            return
        signed.append(body)
        edge = body.end
    if signed and _DAY.fullmatch(found.page.text, edge, stop):
        for body in signed:
            span = found.page.span(d.start, body.end)
            yield Relation(
                (span,), "issuer below the title", org(found.body_name(body)), "publishes", Ref(Kind.DOCUMENT, d.text)
            )


def _in_title(found: Found, d: Titled) -> list[Body]:
    """The bodies whose list a title opens with: 《甲、乙关于…的通知》."""
    listed: list[Body] = []
    for body in found.body_index.within(d.start, d.end):
        if body.start != d.start if not listed else not _BETWEEN.fullmatch(found.page.text, listed[-1].end, body.start):
            break
        listed.append(body)
    return listed if listed and _ISSUED.match(found.page.text, listed[-1].end, d.end) else []


# 教育部、财政部《关于…的通知》, 市政府印发的《…办法》
_POLICY = re.compile("(?:通知|意见|决定|通报|公告|办法|方案|规划|纲要|条例|规定|计划|措施|细则)(?:（[^）]*）)?\\Z")
_ISSUES = re.compile(
    "(?:等[一-鿿\\d]{0,6})?(?:(?:联合|共同|近日|最新|正式)*(?:印发|发布|下发|出台|颁布|制定|公布)的)?(?:最新|首个)?《"
)
_LISTED = re.compile("[、和与及]|以及|会同|联合")


def _before(found: Found, start: int, d: Titled) -> Iterator[tuple[int, Ref]]:
    """Each body of the list that stands right before the title of a document of policy, and where it begins."""
    text = found.page.text
    bodies = found.body_index.within(start, d.start) if _POLICY.search(text, d.start, d.end) else ()
    if not bodies or not _ISSUES.fullmatch(text, bodies[-1].end, d.start):
        return
    if any(e.start <= bodies[0].start and d.end <= e.end for e in found.events):
        return  # 教育部《甲计划》实施工作交流会: who holds it
    edge = bodies[-1].start
    for body in reversed(bodies):
        if body is not bodies[-1] and not _LISTED.fullmatch(text, body.end, edge):
            return
        yield body.start, org(found.body_name(body))
        edge = body.start
