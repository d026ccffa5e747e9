"""Who signed what with whom, who works with whom, who founded or joined which alliance, who carries out which programme."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from kg.mentions.body_words import full_name
from kg.mentions.document import Titled
from kg.mentions.found import Found
from kg.mentions.gazetteer import gazetteer
from kg.mentions.organization import Body
from kg.model import Kind, LineRole, Ref, Relation, Sentence

_SIGN = re.compile(r"(?:正式|共同|成功|现场|分别|联合)?(?:签署|签订|签约|签下|续签|完成了?签约|达成)")
_SCHOOL = re.compile(r"我校|学校(?!的?主管|教育|改革)|该校|本校")
_TOGETHER = re.compile(
    r"合作|携手|共建|联合(?!会)|结对|对口|协同|联手|帮扶|战略伙伴|互派|共同(?:打造|推动|推进|建设|开展)|共享"
)
_FOUND_BY = re.compile(
    r"由(?P<who>[^，。；]{2,80}?)(?:牵头|共同|联合|等|倡议|单位|高校)*(?:发起|组建|成立|创建|设立|创办|共建|筹建)(?:成立|组建)?(?P<of>的)?"
)
_FOUNDS = re.compile(r"(?:共同|联合|牵头|携手|发起)?(?:成立|组建|设立|创建|发起成立|共建|创办|筹建)(?:了)?")
_CARRY = re.compile(
    r"(?:大力|深入|全面|积极|扎实|率先|持续|共同|联合|启动|组织|牵头|已|将|正在|先后|创新|探索)*(?:实施|开展|推进|推行|推出|启动|承担|落实|打造|建设|运营)(?:了|的|国家|新一轮|省级|国家级)*“?\Z"
)
_ISSUE = re.compile(
    r"(?:联合|正式|共同|对外|先后|近日|日前|已|还|昨日|\d{1,2}[月日])*(?:发布|印发|出台|公布|颁布|下发|制定|编制)(?:了|的)?(?:首个|最新|全国首个)?《?\Z"
)
_CHAIRS = re.compile(
    r"(?:出任|当选为?|担任|成为|被推选为|入选)(?P<of>[^，。；]{0,30}?)(?:副?理事长|副?会长|常务理事|理事|成员|副?主席|牵头|首批成员|秘书长)单位"
)
# What may stand between the members and 加入.
_MANY = re.compile(
    r"(?:等)?(?:\d+|[一二三四五六七八九十]+)?(?:家|所|个)?(?:单位|高校|企业|学校|院校|机构)?[^，。；]{0,6}"
)
_JOINS = re.compile(r"(?:正式)?加入(?:了)?")
_MEMBERS = re.compile(r"(?P<n>\d+|[一二三四五六七八九十]+)(?:所|家|个)成员(?:高校|单位|学校|院校|企业)")


def agreements(found: Found, employers: Mapping[str, str]) -> Iterator[Relation]:
    """signs, signsWith, cooperatesWith, establishes, memberOf, implements, publishes, partOf of one page.

    `employers` gives for a person the body on whose behalf they sign.
    """
    for sentence in found.page.sentences:
        if sentence.role is LineRole.BODY:
            yield from _signed(found, sentence, employers)
            yield from _founded(found, sentence)
        if sentence.role in (LineRole.BODY, LineRole.HEADING):
            yield from _worked(found, sentence)
            yield from _joined(found, sentence)
            yield from _carried_out(found, sentence)
    yield from _counted_members(found)
    yield from _departments(found)


def _org(name: str) -> Ref:
    return Ref(Kind.ORGANIZATION, name)


def _parties(found: Found, start: int, end: int) -> list[tuple[int, int, Ref]]:
    """The bodies in [start, end), 学校 among them where the article says which, outside of documents' names."""
    parties = [
        (b.start, b.end, _org(found.body_name(b)))
        for b in found.body_index.within(start, end)
        if not found.document_index.around(b.start, b.end)
    ]
    for m in _SCHOOL.finditer(found.page.text, start, end):
        school = found.school_before(m.start())
        if school and not any(s < m.end() and m.start() < e for s, e, _ in parties):
            parties.append((m.start(), m.end(), _org(school)))
    for m in _THAT.finditer(found.page.text, start, end):
        body = _last_of(found, m.start(), _KINDS[m["kind"]])
        if body and not any(s < m.end() and m.start() < e for s, e, _ in parties):
            parties.append((m.start(), m.end(), _org(body)))
    return sorted(parties)


_THAT = re.compile("该(?P<kind>校|院|公司|集团|企业|联盟|局|厅|中心|协会|所)")
_KINDS = {
    "校": ("学", "校", "院"), "院": ("院",), "公司": ("公司", "集团"), "集团": ("集团", "公司"), "企业": ("公司", "集团"),
    "联盟": ("联盟",), "局": ("局",), "厅": ("厅",), "中心": ("中心",), "协会": ("协会",), "所": ("所",),
}  # fmt: skip


def _last_of(found: Found, position: int, endings: tuple[str, ...]) -> str | None:
    """The body of a kind named last before a position, in its paragraph or the one before (该公司)."""
    before = found.body_index.within(found.paragraph_start(position, 1), position)
    near = [b for b in before if b.text.endswith(endings) and found.is_read(b.start)]
    return found.body_name(near[-1]) if near else None


def _segments(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a sentence between semicolons."""
    yield from pairwise([start, *(start + m.end() for m in re.finditer("；", text[start:end])), end])


def _signed(found: Found, sentence: Sentence, employers: Mapping[str, str]) -> Iterator[Relation]:
    text = found.page.text
    for left, right in _segments(text, sentence.start, sentence.end):
        # Who signed before in the sentence also signs what has no subject: 与乙签订…，与丙签订…
        first: Ref | None = None
        verbs = [v for v in _SIGN.finditer(text, left, right) if not _NO_SIGNING.match(text, v.end())]
        for i, verb in enumerate(verbs):
            stop = _clause_before(text, verb.end(), verbs[i + 1].start()) if i + 1 < len(verbs) else right
            documents = [
                d
                for d in found.document_index.within(left, max(stop, verb.end()))
                if not _RELEASED.search(text, verb.end(), d.start)
            ]
            if verb.group().endswith("达成") and not any(0 <= d.start - verb.end() < 30 for d in documents):
                continue
            comma = text.find("，", verb.end(), stop)
            parties = _parties(found, left, verb.start()) or _parties(found, verb.end(), comma if comma > 0 else stop)
            linked = _chain(text, parties)
            behalf = _BEHALF.search(text, left, verb.start())
            signers = found.people_index.within(left, behalf.start()) if behalf else []
            if behalf and len(signers) > 1 and all(n.text in employers for n in signers):
                linked = [(n.start, n.end, _org(employers[n.text])) for n in signers]
            elif not parties and (sides := _SIDES.search(text, left, verb.start())):
                linked = _sides(found, sides.start(), _NUMBER[sides[1]])
            if linked and first and text[linked[0][0] - 1] in "与和同":
                linked.insert(0, (linked[0][0], linked[0][0], first))
            end = max([verb.end(), *(d.end for d in documents if d.start > verb.start() and d.end - verb.end() < 80)])
            yield from _contract(found, left, verb.start(), end, documents, linked)
            first = linked[0][2] if linked else first
            left = max(end, verb.end())


# 签约仪式 and 签约金额 are nouns; 签署…令 is no agreement.
_NO_SIGNING = re.compile("仪式|活动|授牌|揭牌|暨|和揭牌|现场|金额|项目|额|[^，。；《]{0,10}(?:主席|国务院)?令")


_RELEASED = re.compile("发布|印发|公布|推出|出台")
_NUMBER = {"双": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6}
# 郑某与徐某代表双方签署: they sign for the bodies they serve.
_BEHALF = re.compile("(?:分别)?代表(?:双方|三方|各方|各自|本|两校|校地|校企|政校|单位|学校)[^，。；]{0,6}\\Z")
_SIDES = re.compile("(双|两|三|四|五|六)方(?:代表|负责人|领导)?(?:现场|共同|正式|分别)?")


def _sides(found: Found, position: int, number: int) -> list[tuple[int, int, Ref]]:
    """The bodies that 三方 means: the last list of so many bodies before it. They stand elsewhere, so their place is the word's."""
    text, chain = found.page.text, list[Body]()
    for body in reversed(found.body_index.within(found.paragraph_start(position, 99), position)):
        if chain and re.fullmatch("[、和与及同]|以及", text[body.end : chain[0].start]):
            chain.insert(0, body)
            continue
        if len(chain) == number:
            break
        chain = [body]
    names = dict.fromkeys(found.body_name(b) for b in chain)
    return [(position, position + 2, _org(n)) for n in names] if len(names) == number else []


def _clause_before(text: str, start: int, position: int) -> int:
    """Where the clause that holds a position begins, no further back than `start`; 0 where it began before."""
    return max(text.rfind("，", start, position), text.rfind("；", start, position)) + 1


def _chain(text: str, parties: list[tuple[int, int, Ref]]) -> list[tuple[int, int, Ref]]:
    """The parties that hang together, backwards from the last one."""
    chain: list[tuple[int, int, Ref]] = []
    for p in reversed(parties):
        if chain and not _linked(text, p[1], chain[0][0]):
            break
        chain.insert(0, p)
    return chain


def _contract(
    found: Found, left: int, verb: int, end: int, documents: list[Titled], linked: list[tuple[int, int, Ref]]
) -> Iterator[Relation]:
    """signs and signsWith of one act of signing; where a person signs for a body that stays open, the person signs."""
    signer = re.search(r"(?P<name>[一-鿿·]{2,5})代表(?P<body>[^，。；]{2,20})，?", found.page.text[left:verb])
    person = next((n for n in found.persons if signer and signer["name"].endswith(n)), None)
    if person is not None and signer is not None and len(linked) < 2:
        begin = left + signer.start("name") + signer["name"].index(person)
        for d in documents:
            spans = (found.page.span(begin, max(end, d.end)),)
            yield Relation(spans, "signed for", Ref(Kind.PERSON, person), "signs", Ref(Kind.DOCUMENT, d.text))
    if not linked:
        return
    refs = list(dict.fromkeys(p[2] for p in linked))
    start, end = min(linked[0][0], verb), max(end, linked[-1][1])
    if len(refs) > 1 or person is None:
        for d in documents:
            spans = (found.page.span(min(start, d.start), max(end, d.end)),)
            for ref in refs:
                yield Relation(spans, "signed", ref, "signs", Ref(Kind.DOCUMENT, d.text))
    for one, other in _across(found.page.text, linked):
        yield Relation((found.page.span(start, end),), "signed with", one, "signsWith", other)


def _across(text: str, linked: list[tuple[int, int, Ref]]) -> list[tuple[Ref, Ref]]:
    """Who signs with whom: across 与 or 同 (甲、乙与丙: each of the two with 丙), else the first with each."""
    joints = [i for i in range(1, len(linked)) if re.search("[与同]", text[linked[i - 1][1] : linked[i][0]])]
    sides = (linked[: joints[-1]], linked[joints[-1] :]) if joints else (linked[:1], linked[1:])
    pairs = [(a[2], b[2]) for a in sides[0] for b in sides[1] if a[2] != b[2]]
    return list(dict.fromkeys(pairs))


def _linked(text: str, left: int, right: int) -> bool:
    return bool(
        re.fullmatch(
            r"(?:等[一-鿿]{0,4})?(?:分别|共同)?[与和同、及，]?(?:与|和|同)?(?:[^，。；]{0,6})|[^，。；]{0,14}[与和同]",
            text[left:right],
        )
    )


def _worked(found: Found, sentence: Sentence) -> Iterator[Relation]:
    text = found.page.text
    parties = _parties(found, sentence.start, sentence.end)
    for (s1, e1, a), (s2, e2, b) in pairwise(parties):
        joint = text[e1:s2]
        if a == b or not re.fullmatch(r"与|和|同|携手|联合|牵手", joint):
            continue
        end = min((i for i in (text.find(x, e2, sentence.end) for x in "，。；") if i > 0), default=sentence.end)
        comma_ok = text[end : end + 1] == "，"
        m = _TOGETHER.search(text, e2, end) or (
            _TOGETHER.search(text, e2, min(end + 20, sentence.end)) if comma_ok and joint in "与同" else None
        )
        if m is None and joint not in ("携手", "联合"):
            continue
        if m is not None and (
            _SIGN.search(text, e2, m.start())
            or re.match("合作(?:协议|备忘录|框架|意向)", text[m.start() : m.start() + 5])
        ):
            continue
        stop = m.end() if m else e2
        group = [b]
        for (_, e3, c), (s4, e4, d) in pairwise(parties[parties.index((s2, e2, b)) :]):
            if text[e3:s4] != "、":
                break
            group.append(d)
            stop = max(stop, e4)
            _ = c
        for other in group:
            if other != a:
                yield Relation((found.page.span(s1, stop),), "works with", a, "cooperatesWith", other)


def _founded(found: Found, sentence: Sentence) -> Iterator[Relation]:
    """由甲、乙发起成立的丙; 丙由甲、乙联合成立; 甲、乙共同成立丙."""
    text = found.page.text
    bodies = found.body_index.within(sentence.start, sentence.end)
    that = [
        (m.start(), m.end(), name)
        for m in re.finditer("该联盟|联盟(?=由)", text[sentence.start : sentence.end])
        if (name := _last_of(found, sentence.start + m.start(), ("联盟",)))
    ]
    made = [b for b in bodies if b.group in ("Alliance", "Organization", "EducationInstitution")]
    for m in _FOUND_BY.finditer(text, sentence.start, sentence.end):
        if m["of"]:
            target = next((b for b in made if 0 <= b.start - m.end() <= 2), None)
        else:
            target = next((b for b in reversed(made) if 0 <= m.start() - b.end <= 2), None)
        if target is None:
            for s, e, name in that:
                if sentence.start + e == m.start():
                    for ref in _founders(found, m.start("who"), m.end("who")):
                        yield Relation(
                            (found.page.span(sentence.start + s, m.end()),),
                            "founded by",
                            ref,
                            "establishes",
                            _org(name),
                        )
            continue
        for ref in _founders(found, m.start("who"), m.end("who")):
            start, end = min(m.start(), target.start), max(m.end(), target.end)
            yield Relation(
                (found.page.span(start, end),), "founded by", ref, "establishes", _org(found.body_name(target))
            )
    for m in _FOUNDS.finditer(text, sentence.start, sentence.end):
        target = next((b for b in bodies if b.start == m.end() and b.group in ("Alliance", "Organization")), None)
        if target is not None and found.document_index.around(target.start, target.end):
            continue  # 签订共建…实验室协议 is an agreement yet, not a laboratory
        comma = max(text.rfind(x, sentence.start, m.start()) for x in "，；。") + 1
        if target is None:
            continue
        subjects = _parties(found, max(comma, sentence.start), m.start())
        if subjects and m.start() - subjects[-1][1] <= 8:
            for s, _, ref in subjects:
                yield Relation(
                    (found.page.span(s, target.end),), "founds", ref, "establishes", _org(found.body_name(target))
                )


def _founders(found: Found, start: int, end: int) -> list[Ref]:
    bodies = _parties(found, start, end)
    if bodies:
        return [p[2] for p in bodies]
    hits = [h for h in gazetteer().find(found.page.text[start:end])]
    return [Ref(Kind.PLACE, found.page.text[start + h.start : start + h.end]) for h in hits]


def _the_alliance(found: Found) -> Body | None:
    """The one alliance that an article is about."""
    names = {found.body_name(b): b for b in found.bodies if b.group == "Alliance" and found.is_read(b.start)}
    return next(iter(names.values())) if len(names) == 1 else None


def _joined(found: Found, sentence: Sentence) -> Iterator[Relation]:
    """甲、乙等6家单位加入联盟; 甲当选理事长单位."""
    text = found.page.text
    for pattern in (_CHAIRS, _JOINS):
        for m in pattern.finditer(text, sentence.start, sentence.end):
            members = _chain(text, _parties(found, sentence.start, m.start()))
            if not members or not _MANY.fullmatch(text, members[-1][1], m.start()):
                continue
            near = found.body_index.within(m.start(), m.end() + 40)
            target = next((b for b in near if b.group == "Alliance" and b.start < m.end() + 2), None)
            if target is None and (pattern is _CHAIRS or text.startswith("联盟", m.end())):
                target = _the_alliance(found)
            if target is None:
                continue
            end = max(m.end(), target.end) if m.start() <= target.start <= m.end() + 2 else m.end()
            alliance = _org(found.body_name(target))
            for start, _, member in members:
                yield Relation((found.page.span(start, end),), "member", member, "memberOf", alliance)


def _counted_members(found: Found) -> Iterator[Relation]:
    """联盟20所成员高校负责同志…。参加的有：…: a list with as many schools as there are members names them."""
    text, alliance = found.page.text, _the_alliance(found)
    if alliance is None:
        return
    for m in _MEMBERS.finditer(text):
        sentence = found.sentence_at(m.start())
        if sentence is None or not m["n"].isdigit():
            continue
        following = found.sentence_at(sentence.end)
        if following is None:
            continue
        listed = found.body_index.within(following.start, following.end)
        schools = {found.body_name(b): b for b in listed if b.group == "EducationInstitution"}
        if len(schools) == int(m["n"]):
            for name, body in schools.items():
                yield Relation(
                    (found.page.span(body.start, body.end), found.page.span(m.start(), m.end())), "counted members", _org(name), "memberOf",
                    _org(found.body_name(alliance)),
                )  # fmt: skip


def _carried_out(found: Found, sentence: Sentence) -> Iterator[Relation]:
    """甲实施乙计划; 甲印发《丙》."""
    text = found.page.text
    targets = [
        (p.start, p.end, Ref(Kind.PROGRAM, p.text), _CARRY, "implements")
        for p in found.program_index.within(sentence.start, sentence.end)
    ]
    targets += [
        (d.start, d.end, Ref(Kind.DOCUMENT, d.text), _ISSUE, "publishes")
        for d in found.document_index.within(sentence.start, sentence.end)
    ]
    parties = _parties(found, sentence.start, sentence.end)
    for start, end, ref, verb, predicate in targets:
        clause = max(text.rfind(x, sentence.start, start) for x in "，；。：") + 1
        clause = max(clause, sentence.start)
        m = verb.search(text, clause, start)
        before = [p for p in parties if clause <= p[0] and m and p[1] <= m.start()]
        if not before or m is None or m.start() - before[-1][1] > 10:
            continue
        group = [before[-1]]
        for p in reversed(before[:-1]):
            if text[p[1] : group[0][0]] not in ("、", "和", "与", "及", "联合", "会同", "，"):
                break
            group.insert(0, p)
        for s, _, who in group:
            yield Relation((found.page.span(s, end),), predicate, who, predicate, ref)


def _is_department(text: str, body: Body) -> bool:
    """Whether a body is a department or institute of the one that its name begins with; a party organ's own organs are not."""
    if body.group in ("PartyBody", "Company") or body.parent_end is None:
        return False
    parent, own = text[body.start : body.parent_end], text[body.parent_end : body.end]
    return (
        (own[-1] in "部司处科室" and not own.endswith("办公室"))
        or full_name(parent) == "中国科学院"
        or (parent.endswith(("大学", "科学院")) and own.endswith(("学院", "研究院", "研究所", "医院")))
    )


def _departments(found: Found) -> Iterator[Relation]:
    """A department is part of the body whose name its own begins with."""
    for body in found.bodies:
        if body.parent_end is not None and found.is_read(body.start) and _is_department(found.page.text, body):
            whole = found.body_name(body)
            parent = whole[: len(whole) - (body.end - body.parent_end)]
            if parent and parent != whole:
                yield Relation(
                    (found.page.span(body.start, body.end),), "department", _org(whole), "partOf", _org(parent)
                )
