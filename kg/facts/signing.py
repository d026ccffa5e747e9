"""Who signs what with whom: 甲与乙签署…, 甲与乙代表双方签订…, 甲与乙…签约仪式."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain, pairwise, product

from kg.facts.doers import SINCE, visit, visitors
from kg.facts.nominal_signing import nominal_signings, parties_behind
from kg.facts.parties import Party, across, apart, chain_of, org, pairs_in, parties_of, places_doing, places_of
from kg.facts.signatories import (
    BESIDE,
    COUNTED,
    FOR_BOTH,
    NO_SIGNING,
    NUMBER,
    SIDES,
    SIGN,
    VISITED,
    bodies_counted,
    bodies_of_sides,
    body_served,
    clause_before,
    in_a_post,
    is_told,
    signers_before,
    with_place_beside,
)
from kg.facts.signed_documents import Pacts, pacts_of, signed_before, signed_documents
from kg.mentions.adopted import Titled
from kg.mentions.found import Found
from kg.mentions.person import Name
from kg.model import Kind, LineRole, Ref, Relation, Sentence

# 相信双方达成协议后: what is looked forward to.
_WISHED = re.compile("(?:相信|期待|希望|盼望|如果|一旦)[^，。；]{0,12}\\Z")
# 某某联盟成员单位甲与乙签约: the member does.
_OF_GROUP = re.compile("的?(?:常务|副)?(?:理事长|理事|会长|主席|会员|成员|牵头|盟主)单位")
_NEAR = 14  # characters before a verb of signing
_ANY_SIGNED = re.compile("签|达成|缔结")  # without one of these nobody signs in a sentence
# 甲、乙见证协议签署: they look on.
_SEEN = re.compile(
    "(?:见证|出席|参加)(?!下|中|之下|的?情况下)了?[^，。；：]{0,24}(?<!并)(?<!并现场|并共同|并分别|并联合)\\Z"
)
_SEEN_FAR = 30
# 落实省委、省政府要求，签订…: whose will is done signs nothing.
_OBEYED = re.compile("(?:贯彻|落实|响应|践行)好?了?(?:(?!工作|协议|计划)[^，。；：]){0,12}\\Z")
# 按照市委、市政府部署要求，推进签约.
_AS = re.compile("(?:按照?|根据|遵照|依据|依照)[^，。；：]{0,12}\\Z")
_BIDDEN = re.compile("[^，。；签与同]{0,24}?(?:部署|要求|安排|决策|指示|精神|决定)")
# 在甲、乙推动下，丙与丁签订…
_UNDER = re.compile(
    "[^，。；]{0,24}?(?:推动|支持|指导|见证|领导|关心|关怀|协调|帮助|统筹|组织|倡议|促成|牵线|部署|安排)(?:之)?下，"
)
_HELD = re.compile("(?:[与和同、][^，。；]{2,12})?(?:共同|联合)?(?:主办|举办|承办|协办)[^，。；]{0,10}，")
_FOUNDED = re.compile("并?(?:正式|宣告|宣布)?(?:成立|组建|揭牌)(?=[，。；！])")
# Who signs such an agreement works with the other.
_TO_COOPERATE = re.compile(
    "签约合作|签约，(?:合作|共同|携手)(?:共建|建设|打造|推进|培养|推动|开展|开发|探索)|(?:合作|框架|帮扶|协作|共建|支援|结对|战略|联盟|联建|援建|对接|协同|互助|互派|办学|共享)[^，。；《》]{0,16}(?:协议|备忘录|意向书|合同|签约)"
)
# On a page that tells of working together, so does any other signing but that of a sale.
_OF_COOPERATION = re.compile("合作|校[企地]|共建|产教融合|帮扶|协作|结对|互助|对接")
_SALE = re.compile(
    "采购|购销|买卖|销售|订单|劳动|用工|就业|租赁|贷款|授信|保险|责任书|责任状|承诺书|军令状|转让|收购|竞买|购买|和解|赔偿|补偿|仲裁|调解|解除|终止|保密|施工|承包|监理|廉洁|装修|物业|维修|供货|聘用|安全(?:责任|生产|管理)*(?:协议|合同)"
)
_TOLD_OF = 3  # events of a page
_FOR_OTHERS = re.compile(
    "(?:[一-鿿]{2,14})?(?:等[^，。；]{0,14})?(?:作为)?(?:单位|学校|医院|企业|院校|高校)?代表(?:上台|现场|分别|先后|集中|共同|依次)*"
)
_SEMICOLON = re.compile("；|，其中(?=[^，。；]{4,60}?[与和同][^，。；]{4,60}?签)")
_AND = re.compile("[与和同]")
_UNREAD = re.compile("[与和同](?!各自)[^，。；：]{2,40}")
_EACH = re.compile("[：，；]与(?P<who>[^，。；]{2,90}?)(?:共建|合作|签署|签订|签约)")
_WITH_OTHERS = re.compile("等?，?(?:分别|共同|先后|依次|相继)[与和同]")
_MAKES = ("共建", "成立", "组建", "设立", "创建", "创办", "筹建")
_TOGETHER_WITH = re.compile("(?:并|还|又|随后|之后|也)*[与同和](?=[^，。；]{2,40}(?:共同|一起|正式|现场)*签)")
# 甲、乙等27个项目集中签约: with whoever invited them.
_OF_MANY = re.compile(
    "等(?:在内的)?\\d{1,4}[余多]?(?:[个家所项位][^，。；、]{0,12}?)(?:集中|现场|成功|正式|分别|同时|先后|顺利|当场|在[^，。；]{2,16})*"
)

_THEIRS = re.compile("的?(?:代表|部门|有关|相关|负责)")  # 双方代表签署: for whom, it does not say
_AT = re.compile("在[^，。；与和同]{0,6}\\Z")  # 推介会在我市某酒店举行，会上两市签署协议
_IS_HELD = ("举行", "举办", "召开", "隆重举", "成功举")
_BESIDE = ("与", "和", "同", "向", "对", "为")  # 甲与乙、丙的代表交流，并与丁签署: 乙 is no subject
_OPENS = 12  # characters; who does what a sentence tells stands so near its head


def signings(found: Found, employers: Mapping[str, str]) -> Iterator[Relation]:
    """signs and signsWith of one page. `employers` gives for a person the body on whose behalf they sign."""
    told: frozenset[str] | None = None
    pacts = pacts_of(found)
    about = (found.page.title or "", *(h.text for h in found.events[:_TOLD_OF]))
    of_cooperation = any(_OF_COOPERATION.search(words) for words in about)
    for sentence in found.page.sentences if _ANY_SIGNED.search(found.page.text) else ():
        if not _ANY_SIGNED.search(found.page.text, sentence.start, sentence.end):
            continue
        if sentence.role in (LineRole.HEADING, LineRole.CAPTION):  # short names: of those that the text names too
            told = _told(found) if told is None else told
            yield from (
                r for r in _signed(found, sentence, employers, pacts) if {r.subject.name, r.object.name} <= told
            )
        if sentence.role is LineRole.BODY:
            text, start, end = found.page.text, sentence.start, sentence.end
            joint = _TO_COOPERATE.search(text, start, end) or (of_cooperation and not _SALE.search(text, start, end))
            for r in chain(_signed(found, sentence, employers, pacts), nominal_signings(found, sentence)):
                yield r
                if joint and r.predicate == "signsWith":
                    yield replace(r, rule="agreement to cooperate", predicate="cooperatesWith")


def _told(found: Found) -> frozenset[str]:
    """The bodies and documents that the running text names."""
    bodies = {found.body_name(b) for b in found.bodies if is_told(found, b.start)}
    return frozenset(bodies | {d.text for d in found.documents if is_told(found, d.start)})


def _segments(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a sentence between semicolons."""
    yield from pairwise([start, *(m.end() for m in _SEMICOLON.finditer(text, start, end)), end])


def _is_seen(found: Found, left: int, verb: int) -> bool:
    """Whether who stands before a verb of signing looks on: 甲、乙见证协议签署; not in 丙见证甲与乙签署协议."""
    text = found.page.text
    seen = _SEEN.search(text, left, verb)
    if seen is None:
        return False
    sides = chain_of(text, parties_of(found, seen.start(), verb)) if "见证" in seen.group() else []
    return len(sides) < 2 or _AND.search(text, sides[0][1], sides[-1][0]) is None


def _parties(found: Found, left: int, verb: re.Match[str], stop: int, *, named: bool) -> list[Party]:
    """Who may sign in [left, stop): those before the verb; those behind it where none stands before, and all are `named`."""
    text = found.page.text
    parties = [
        p
        for p in parties_of(found, left, verb.start())
        if not (in_a_post(found, p) or _OF_GROUP.match(text, p[1]))
        and text[p[0] - 1 : p[0]] != "在"
        and not (text.startswith(_IS_HELD, p[1]) and _AT.search(text, max(left, p[0] - 8), p[0]))
        and not _OBEYED.search(text, max(left, p[0] - _SEEN_FAR), p[0])
        and not (_BIDDEN.match(text, p[1], verb.start()) and _AS.search(text, max(left, p[0] - _SEEN_FAR), p[0]))
        and not _UNDER.match(text, p[1], verb.start())
        and not text.endswith(_MAKES, left, p[0] - (text[p[0] - 1] == "“"))
    ]
    if places := places_of(found, left, verb.start()):
        parties = apart([*parties, *places])
    if not parties and named and verb.group().endswith("签约"):
        parties = parties_of(found, verb.end(), stop)
        if parties and _OBEYED.search(text, verb.end(), parties[0][0]):
            parties = []
    return parties


def _for_whom(found: Found, body: str) -> str:
    """The body for which the head of a body signs as one of two sides: of the university for a college; not for a hospital or an
    institute of an academy."""
    whole = found.superiors.get(body, body)
    return body if body.endswith("医院") or whole.endswith(("科学院", "科院")) else whole


def _signed(found: Found, sentence: Sentence, employers: Mapping[str, str], pacts: Pacts) -> Iterator[Relation]:
    text = found.page.text
    signed = set[str]()  # what other parties signed before in the sentence
    for left, right in _segments(text, sentence.start, sentence.end):
        before = frozenset(signed)
        # Who signed before in the sentence also signs what has no subject: 与乙签订…，与丙签订…
        first: Ref | None = None
        verbs = [
            v
            for v in SIGN.finditer(text, left, right)
            if not (NO_SIGNING.match(text, v.end()) or FOR_BOTH.search(text, max(left, v.start() - 6), v.start()))
            and not _WISHED.search(text, max(left, v.start() - _NEAR), v.start())
            and not _is_seen(found, max(left, v.start() - _SEEN_FAR), v.start())
        ]
        for i, verb in enumerate(verbs):
            stop = right
            if i + 1 < len(verbs):
                stop = clause_before(text, verb.end(), verbs[i + 1].start()) or verbs[i + 1].start()
            documents = signed_documents(found, pacts, left, verb, max(stop, verb.end()), before)
            if not documents and (pact := signed_before(found, signed, left, verb)) is not None:
                for n in signers_before(found, left, verb.start()):
                    yield from _by_hand(found, n, verb.end(), [pact])
                left = verb.end()
                continue
            signed |= {d.text for d in documents}
            if verb.group().endswith("达成") and not any(0 <= d.start - verb.end() < 30 for d in documents):
                continue
            comma = text.find("，", verb.end(), stop)
            sides = SIDES.search(text, left, verb.start())
            if sides and text[sides.start() - 1] in "向对为":
                continue  # 代表区委、区政府向双方成功签约表示祝贺
            parties = _parties(found, left, verb, comma if comma > 0 else stop, named=sides is None)
            named = {p[2] for p in parties_behind(found, verb.end(), stop, parties)}
            parties = [p for p in parties if not named or p[2] in named]  # 甲推动签署乙与丙合作协议
            if len(guests := visit(found, sentence.start, verb.start(), parties)) > NUMBER["双"]:
                for host in guests[1:]:
                    yield from _contract(found, left, verb.start(), verb.end(), documents, [guests[0], host])
                left = verb.end()
                continue
            linked = chain_of(text, parties)
            if linked and _HELD.match(text, linked[-1][1], verb.start()):
                continue  # 论坛由甲与乙共同主办，累计签署协议百份: those who came sign
            pairs = pairs_in(text, parties, verb.start())
            if len(pairs) > 1 and len(linked) != 2 * len(pairs):  # 甲与乙、丙与丁、戊与一家没有读出的单位签约
                for a, b in pairs:
                    yield Relation((found.page.span(a[0], verb.end()),), "signed in pairs", a[2], "signsWith", b[2])
                for (begin, _, who), d in product((p for pair in pairs for p in pair), documents):
                    if 0 <= d.start - verb.end() < BESIDE:
                        yield Relation(
                            (found.page.span(begin, d.end),), "signed", who, "signs", Ref(Kind.DOCUMENT, d.text)
                        )
                left = verb.end()
                continue
            if (
                linked
                and _FOR_OTHERS.fullmatch(text, linked[-1][1], verb.start())
                and not found.people_index.within(linked[-1][1], verb.start())
            ):
                continue  # 甲、乙等单位代表签约: each with somebody who is not named
            if (
                len(linked) > 1
                and verb.group().endswith("签约")
                and _OF_MANY.fullmatch(text, linked[-1][1], verb.start())
                and not _AND.search(text, linked[0][1], linked[-2][1])
            ):
                continue
            if linked and text.startswith("为", linked[0][0] - 2) and text[linked[0][0] - 1] in "与和同跟":
                continue  # 为与甲签约的学校提供资助
            if linked and linked[-1][1] == verb.start() and _FOUNDED.match(text, verb.end()):
                continue  # 甲、乙发起的联盟签约成立: what is founded signs with nobody
            if sides and linked and not _AND.search(text, linked[0][1], linked[-1][0]):
                seen = VISITED.search(text, max(left, linked[0][0] - 4), linked[0][0])
                linked = (
                    [] if seen or len({p[2] for p in linked}) > NUMBER[sides[1]] else linked
                )  # 访问了甲、乙，双方签署…
                told = {p[2]: p for p in reversed(parties)}  # 甲书记某、乙校长某出席仪式，双方签署…
                theirs = _THEIRS.match(text, sides.end(1) + 1)
                if len(linked) == 1 and len(told) == NUMBER[sides[1]] and not theirs:
                    linked = sorted(told.values())
                linked = [] if theirs and len(linked) == 1 else linked
            signers = signers_before(found, left, verb.start())
            if len(signers) == 1 and (other := _joined_by(found, left, verb.start(), signers[0])):
                signers = [other, *signers]
            elif not signers and (one := _goes_on(found, left, verb.start())):
                yield from _by_hand(found, one, verb.end(), documents)
            for n in (
                signers
                if len(signers) > 1 or "代表" in text[signers[0].end if signers else verb.start() : verb.start()]
                else ()
            ):
                yield from _by_hand(found, n, verb.end(), documents)
            sided = [(n, _as_told(found, body)) for n in signers if (body := body_served(found, n, employers))]
            if "代表" not in text[left : verb.start()]:  # a 副省长 does not say by itself that the government signs
                sided = [(n, body) for n, body in sided if body in found.body_names]
            if sides:  # 代表双方: whoever heads a part signs for the whole
                sided = [(n, _for_whom(found, body)) for n, body in sided]
            served = list(dict.fromkeys(body for _, body in sided))
            both = bodies_of_sides(found, sides.start(), NUMBER[sides[1]]) if sides and (not parties or served) else []
            own = len(served) == NUMBER["双"] == len(sided) and found.body_names.issuperset(served)
            if both and not own and (not parties or any(p[2].name in served for p in both)):
                linked = both
            elif len(served) > 1 and len(sided) == len(signers):
                linked = [(n.start, n.end, org(body)) for n, body in sided]
            elif len({p[2] for p in parties}) < 2 and (counted := COUNTED.search(text, left, verb.start())):
                many = bodies_counted(found, counted, parties)
                linked = sorted([*((*counted.span(), p[2]) for p in many), *linked], key=lambda p: p[:2])
            hand = next(
                (n for n in found.people_index.within(left, verb.start()) if linked and linked[0][0] - n.end in (1, 3)),
                None,
            )
            beside = hand is not None and linked[0][0] - hand.end == 1
            known = hand and (found.title_of.get(hand.start) or (beside and hand.text in employers))
            if hand and known and text[linked[0][0] - 1] in "与和同":
                yield from _by_hand(found, hand, verb.end(), documents)
                linked = (
                    [(hand.start, hand.end, org(employers[hand.text])), *linked]
                    if hand.text in employers
                    else linked[:1]
                )
            linked = guests if guests and len(linked) < NUMBER["双"] else linked
            if linked and (place := with_place_beside(found, linked, verb.start())):
                linked = place
            if linked and text.startswith("该校", linked[-1][0]) and len({p[2] for p in linked}) == 1:
                linked = linked[-1:]  # 甲到访乙，并与该校签署
            others = bool(linked) and text[linked[0][0] - 1] in "与和同跟"
            if others and not first and not (parties and parties[0] not in linked):
                since = SINCE.match(text, left, linked[0][0])
                doing = places_doing(found, since.end() if since else left, linked[0][0])
                first = doing[0][2] if doing else None  # 甲市将农产品纳入储备，与乙市签订…
            opens = parties and parties[0][0] - left <= _OPENS and not text.endswith(_BESIDE, left, parties[0][0])
            if others and not first and opens and parties[0] not in linked:
                first = _side(found, parties[0], linked[0][2])  # 甲大学校长…作了发言，并与乙签署
            if others and not first and text.startswith("该校", linked[0][0]):  # 甲校长一行到访乙，并与该校签署
                came = visitors(found, sentence.start, parties_of(found, sentence.start, verb.start()))
                first = came[0][2] if came and came[1][2] == linked[0][2] else None
            if others and first:
                linked.insert(0, (linked[0][0] - 1, linked[0][0] - 1, first))
            elif linked and _WITH_OTHERS.match(text, linked[-1][1]) and verb.start() - linked[-1][1] > BESIDE:
                yield from _others_sign(found, linked, verb, documents)  # 甲、乙分别与所在乡镇签订
                linked = linked[:1]
            elif others or (
                _with_unread(text, linked, verb.start()) and not _AND.search(text, linked[0][1], linked[-1][0])
            ):
                # 代表学校与甲、乙签署, 甲、乙与某企业签署: they do not sign with each other
                yield from _others_sign(found, linked, verb, documents)
                linked = linked[:1]
            yield from _one_by_one(found, linked, verb.end(), right)
            end = max([verb.end(), *(d.end for d in documents if d.start > verb.start() and d.end - verb.end() < 80)])
            yield from _contract(found, left, verb.start(), end, documents, linked)
            first = linked[0][2] if linked and (first or not others) else first
            left = max(end, verb.end())


def _side(found: Found, party: Party, other: Ref) -> Ref:
    """Whom a party signs for with a place: the division that its name begins with (甲区人大副主任一行来乙区，并与我区签署)."""
    hits = found.hit_index.within(*party[:2]) if other.kind is Kind.PLACE else []
    headed = party[1] in found.title_at
    return Ref(Kind.PLACE, found.place_named(hits[-1])) if hits and headed else party[2]


def _as_told(found: Found, body: str) -> str:
    """A body as the page names it, where one name alone ends as it does: 青岭市云岭区人民政府 for the one that a 区长 heads."""
    if body in found.body_names:
        return body
    longer = [name for name in found.body_names if name.endswith(body)]
    return longer[0] if len(longer) == 1 else body


def _joined_by(found: Found, left: int, verb: int, signer: Name) -> Name | None:
    """Who is said before in the sentence to sign with somebody: 甲作了介绍，并与某某大学校长乙共同签署."""
    text = found.page.text
    clause = clause_before(text, left, verb)
    if clause <= left or not _TOGETHER_WITH.match(text, clause) or signer.start < clause:
        return None
    before = {n.text: n for n in found.people_index.within(left, clause)}
    return next(iter(before.values())) if len(before) == 1 and signer.text not in before else None


def _goes_on(found: Found, left: int, verb: int) -> Name | None:
    """Who alone is said before in the sentence to do something, where a clause without a subject tells of the signing: 甲作了汇报，
    并与各高校签署."""
    clause = clause_before(found.page.text, left, verb)
    if clause <= left or not _TOGETHER_WITH.match(found.page.text, clause) or found.people_index.within(clause, verb):
        return None
    before = {n.text: n for n in found.people_index.within(left, clause)}
    one = next(iter(before.values())) if len(before) == 1 else None
    return one if one is not None and one.start in found.title_of else None


def _by_hand(found: Found, signer: Name, end: int, documents: list[Titled]) -> Iterator[Relation]:
    for d in documents:
        span = found.page.span(min(signer.start, d.start), max(end, d.end))
        yield Relation((span,), "signed by hand", Ref(Kind.PERSON, signer.text), "signs", Ref(Kind.DOCUMENT, d.text))


def _one_by_one(found: Found, linked: list[Party], position: int, end: int) -> Iterator[Relation]:
    """甲与各方签约：与乙共建…，与丙共建…"""
    text = found.page.text
    if not linked or text[position : position + 1] != "：":
        return
    for m in _EACH.finditer(text, position, end):
        for start, stop, other in parties_of(found, *m.span("who")):
            if other != linked[0][2] and start < m.end():
                span = found.page.span(min(linked[0][0], start), stop)
                yield Relation((span,), "signed with", linked[0][2], "signsWith", other)


def _with_unread(text: str, linked: list[Party], verb: int) -> bool:
    """Whether those with whom a list signs stand right behind it, under names that were not read."""
    return len(linked) > 1 and _UNREAD.fullmatch(text, linked[-1][1], verb) is not None


_FOR_BODY = re.compile("(?P<name>[一-鿿·]{2,5})代表(?P<body>[^，。；]{2,20})，?")


def _contract(
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
        for d in documents:
            spans = (found.page.span(min(start, d.start), max(end, d.end)),)
            for ref in refs:
                yield Relation(spans, "signed", ref, "signs", Ref(Kind.DOCUMENT, d.text))
    for one, other in across(found.page.text, linked):
        yield Relation((found.page.span(start, end),), "signed with", one, "signsWith", other)


def _others_sign(
    found: Found, parties: list[Party], verb: re.Match[str], documents: list[Titled]
) -> Iterator[Relation]:
    """Each of a list with which somebody unnamed signs, signs too."""
    for (start, _, who), d in product(parties, documents):
        span = found.page.span(min(start, d.start), max(verb.end(), d.end))
        yield Relation((span,), "signed", who, "signs", Ref(Kind.DOCUMENT, d.text))
