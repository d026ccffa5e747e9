"""What is told of a thing that was named before and now is only pointed at: 该联盟由甲和乙发起, 甲连续八年开展这一行动, 该规范由甲会同乙发布;
of a programme by the part that a body has in it: 作为“甲计划”实施单位，乙…; who reach a cooperation, and whom another aids for long."""

import re
from collections.abc import Callable, Iterator
from itertools import combinations

from kg.facts.doers import list_from
from kg.facts.parties import JOINT, Party, list_to, parties_of
from kg.mentions.found import Found
from kg.model import Kind, LineRole, Ref, Relation, Sentence

_THIS = "(?:该|这个|这一|这家|这所|此|这项)"
# 研究院由甲和乙|共同创办
_BODY_BY = re.compile(
    f"(?:(?<=[，。；\\n])|(?<![一-鿿]))(?:{_THIS})?(?P<kind>研究院|研究所|研究中心|联盟|集团|共同体|联合体|协作体|产业学院|学院|基地|实验室)(?:(?:是|系)?由)(?=[一-鿿“])"
)
_FOUND = re.compile(
    "(?:等(?:[\\d一两三四五六七八九十]{1,3}[家所个])?(?:单位|高校|院校|学校|企业)?)?(?:共同|联合|合作|携手|牵头|一起|投资|出资|合力)*(?:创办|创立|成立|组建|发起|设立|建立|创建|筹建|兴办)(?:成立|设立|组建)?(?:的)?(?=[，。；])"
)
# 甲、乙|共同投资设立的|某产业学院
_FOUNDED = re.compile(
    "(?:共同|联合|合作|携手|合力)(?:出资|投资|牵头)(?:创办|创立|组建|设立|建立|创建|兴办|成立)的“?(?=[一-鿿A-Z])"
)
# 该规范由甲会同乙|发布
_PAPER_BY = re.compile(
    f"{_THIS}(?P<kind>规范|办法|方案|意见|通知|条例|规定|指南|标准|纲要|规划|报告|细则|公告|目录|清单|白皮书|文件|计划)由(?=[一-鿿])"
)
_ISSUED = re.compile("(?:联合|共同|正式|牵头)*(?:编制并|制定并|起草并)?(?:印发|发布|公布|出台|下发|颁布)(?=[，。；])")
_WITH = re.compile(f"(?:{JOINT.pattern}|会同|联合|携手)")
# 甲|已连续八年开展|这一行动
_CARRIES = re.compile(
    f"(?:已|又|也|还|正|一直|连续[一-鿿\\d]{{1,3}}年|多年来|持续|具体|负责|牵头|组织|承担|全面|积极)*(?:执行|实施|开展|承担|推进|推行|组织实施)(?:了)?{_THIS}(?P<kind>行动|计划|项目|工程|活动)(?=[，。；])"
)
# 甲|成为该计划的承担单位
_IS_CARRIER = re.compile(
    f"(?:是|为|成为|获批成为|担任|作为)(?:{_THIS}(?P<kind>行动|计划|项目|工程|活动)|(?P<named>[^，。；是为]{{2,24}}?))的?(?:首批)?(?:实施|承担|执行|承办)(?:单位|院校|高校|学校|机构|方)(?=[，。；])"
)
_AS_CARRIER = re.compile(
    "[”》]?的?(?:首批)?(?:实施|承担|执行|承办)(?:单位|院校|高校|学校|机构|方)(?:之一)?，(?=[一-鿿])"
)
# 甲负责执行|“乙行动”
_CHARGED = re.compile("(?:负责|承担|具体负责|牵头负责)(?:执行|运营|推进|开展|落实|组织实施)“?\\Z")
_ANY = re.compile(
    "[院所心盟团体地室](?:是|系)?由|资(?:创|组|设|建|兴|成)|头(?:创|组|设|建|成)|该[规办方意通条规指标纲报细公目清白文计行项工活]|(?:这个|这一|这项|此)[行计项工活规办方意]|达成|长期|连续|多年来|一直|持续|定点|[施担行办](?:单位|院校|高校|学校|机构|方)|负责|承担"
)
_PART = re.compile(
    "(?:实施|承担|执行|承办)(?:单位|院校|高校|学校|机构|方)|(?:该|这个|这一|此|这项)(?:行动|计划|项目|工程|活动)|负责|承担"
)
_NOT_SO = re.compile(
    "如果|若|建议|希望|是否|拒绝|质疑|否认|网传|消息称|误以为|并非|谣|反对|要求|呼吁|提议|鼓励|尚未|未能|没能|暂不|不是|将(?:于|在)?(?:下|近期|明|\\d)[^，。]{0,6}(?:出台|印发|发布|实施|建)|将建"
)
_BEHIND = 8  # characters behind in which it may be taken back
_FAR = 200  # characters before that a pointer reaches


def told_again(found: Found) -> Iterator[Relation]:
    """establishes, publishes, cooperatesWith and implements of one page."""
    text = found.page.text
    for s in found.page.sentences:
        if s.role is LineRole.BODY and _ANY.search(text, s.start, s.end):
            yield from _founded(found, s)
            yield from _issued(found, s)
            yield from _worked(found, s)
            if found.programs:
                yield from _carried(found, s)


def _founded(found: Found, s: Sentence) -> Iterator[Relation]:
    text = found.page.text
    if not (_BODY_BY.search(text, s.start, s.end) or _FOUNDED.search(text, s.start, s.end)):
        return
    parties = parties_of(found, s.start, s.end)
    for m in _BODY_BY.finditer(text, s.start, s.end):
        who = list_from(text, parties, m.end())
        done = _FOUND.match(text, who[-1][1], s.end) if who else None
        thing = _body_before(found, m.start(), m["kind"]) if done else None
        if done and thing is not None:
            yield from _each(found, who, "establishes", Ref(Kind.ORGANIZATION, thing), m.start(), done.end())
    for m in _FOUNDED.finditer(text, s.start, s.end):
        who = list_to(text, parties, m.start())
        what = next((b for b in found.body_index.within(m.end(), s.end) if b.start == m.end()), None)
        if what is not None:
            whole = Ref(Kind.ORGANIZATION, found.body_name(what))
            yield from _each(found, who, "establishes", whole, m.start(), what.end)


# 甲、乙|日前达成合作
_AGREE = re.compile(
    "(?:日前|近日|正式|最近|已|也|还|共同){0,3}达成了?(?:战略|全面|深度|友好|长期|校[企地])*合作(?=[，。；])"
)
# 甲|将在教研方面长期帮扶|乙
_HELP = re.compile(
    "(?:将|已|还|也|在[^，。；]{2,16}方面){0,3}(?:长期|持续|连续[一-鿿\\d]{1,3}年|多年来|定点|一直){1,2}(?:对口|结对)?(?:帮扶|支援)(?=[一-鿿])"
)


_THEIR = re.compile("[^，。；、]{0,4}(?:教师|学生|师生|专家|家庭|代表)|的")  # whom a body of theirs, or one of them, is


def _worked(found: Found, s: Sentence) -> Iterator[Relation]:
    """Those who reach a cooperation, and those whom another aids for long."""
    text = found.page.text
    if not (_AGREE.search(text, s.start, s.end) or _HELP.search(text, s.start, s.end)):
        return
    parties = parties_of(found, s.start, s.end)
    for m in _AGREE.finditer(text, s.start, s.end):
        for a, b in combinations(list_to(text, parties, m.start()), 2):
            if a[2] != b[2]:
                yield Relation((found.page.span(a[0], m.end()),), "works with", a[2], "cooperatesWith", b[2])
    for m in _HELP.finditer(text, s.start, s.end):
        helper = next((p for p in parties if p[1] == m.start()), None)
        if helper is None or helper[2].kind is not Kind.ORGANIZATION:
            continue
        whom = list_from(text, parties, m.end())
        if not whom or _THEIR.match(text, whom[-1][1]) or _NOT_SO.search(text, s.start, m.end()):
            continue
        for _, end, one in whom:
            if one != helper[2]:
                span = found.page.span(helper[0], end)
                yield Relation((span,), "works with", helper[2], "cooperatesWith", one)


def _issued(found: Found, s: Sentence) -> Iterator[Relation]:
    text = found.page.text
    for m in _PAPER_BY.finditer(text, s.start, s.end):
        before = found.document_index.within(max(found.paragraph_start(m.start()), m.start() - _FAR), m.start())
        papers = {d.text for d in before if d.text.rstrip("》").endswith(m["kind"]) or m["kind"] == "文件"}
        who = list[Party]()
        for p in parties_of(found, m.end(), s.end):
            if (not who and p[0] == m.end()) or (who and _WITH.fullmatch(text, who[-1][1], p[0])):
                who.append(p)
        done = _ISSUED.match(text, who[-1][1], s.end) if who else None
        if done and len(papers) == 1:
            yield from _each(found, who, "publishes", Ref(Kind.DOCUMENT, min(papers)), m.start(), done.end())


def _carried(found: Found, s: Sentence) -> Iterator[Relation]:
    text = found.page.text
    if not _PART.search(text, s.start, s.end):
        return
    parties = parties_of(found, s.start, s.end)
    for pattern in (_CARRIES, _IS_CARRIER):
        for m in pattern.finditer(text, s.start, s.end):
            who = list_to(text, parties, m.start())
            if not who:
                continue
            name = _programme_before(found, m.start(), m["kind"]) if m["kind"] else None
            if name is None and pattern is _IS_CARRIER and m["named"]:
                inside = found.program_index.within(*m.span("named"))
                name = inside[0].text if len(inside) == 1 else None
            if name is not None:
                yield from _each(found, who, "implements", Ref(Kind.PROGRAM, name), m.start(), m.end())
    for p in found.program_index.within(s.start, s.end):
        opens = text.endswith(("作为", "身为", "作为“", "身为“"), s.start, p.start)
        one = _AS_CARRIER.match(text, p.end, s.end) if opens else None
        if one:
            who = list_from(text, parties, one.end())[:1]
            yield from _each(found, who, "implements", Ref(Kind.PROGRAM, p.text), p.start, one.end())
        charged = _CHARGED.search(text, max(s.start, p.start - 12), p.start)
        if charged:
            who = list_to(text, parties, charged.start())
            yield from _each(found, who, "implements", Ref(Kind.PROGRAM, p.text), charged.start(), p.end)


def _body_before(found: Found, position: int, kind: str) -> str | None:
    return _only(
        found,
        position,
        lambda start: {found.body_name(b) for b in found.body_index.within(start, position) if b.text.endswith(kind)},
    )


def _programme_before(found: Found, position: int, kind: str) -> str | None:
    return _only(
        found,
        position,
        lambda start: {p.text for p in found.program_index.within(start, position) if kind in p.text},
    )


def _only(found: Found, position: int, named_from: Callable[[int], set[str]]) -> str | None:
    """The one name before a position that `named_from` finds from where its paragraph begins, or else the one before."""
    for paragraphs in (0, 1):
        near = named_from(max(found.paragraph_start(position, paragraphs), position - _FAR))
        if near:
            return min(near) if len(near) == 1 else None
    return None


def _each(found: Found, who: list[Party], predicate: str, what: Ref, start: int, end: int) -> Iterator[Relation]:
    sentence = found.sentence_at(start)
    if sentence is None or _NOT_SO.search(found.page.text, sentence.start, min(end + _BEHIND, sentence.end)):
        return
    for begin, stop, one in who:
        if one != what:
            span = found.page.span(min(begin, start), max(stop, end))
            yield Relation((span,), "told again", one, predicate, what)
