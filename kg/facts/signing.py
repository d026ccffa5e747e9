"""Who signs what with whom: 甲与乙签署…, 甲与乙代表双方签订…, 甲与乙…签约仪式."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise, product

from kg.facts.inverted import following
from kg.facts.parties import Party, across, apart, chain_of, list_ending, org, parties_of, places_of
from kg.facts.speakers import People
from kg.mentions.body import Body
from kg.mentions.document import Titled
from kg.mentions.found import Found
from kg.mentions.person import Name
from kg.model import Kind, LineRole, Ref, Relation, Sentence

SIGN = re.compile(
    r"(?:正式|共同|成功|现场|分别|联合)?(?:签署|签订|签约缔结|签约|缔结(?!的|计划|关系的)|签下|续签|完成了?签约|达成|签了?(?=《)|签了(?=[^，。；]{0,16}(?:协议|合同|备忘录|意向书))|(?<=[书议同录》]上)签(?:字|名|下名字|下了))"
)


_ANY_SIGNED = re.compile("签|达成|缔结")  # without one of these nobody signs in a sentence


def signings(found: Found, employers: Mapping[str, str]) -> Iterator[Relation]:
    """signs and signsWith of one page. `employers` gives for a person the body on whose behalf they sign."""
    for sentence in found.page.sentences if _ANY_SIGNED.search(found.page.text) else ():
        if not _ANY_SIGNED.search(found.page.text, sentence.start, sentence.end):
            continue
        if sentence.role is LineRole.HEADING:  # short names: of those that the running text names too
            told = {found.body_name(b) for b in found.bodies if _is_told(found, b.start)}
            told |= {d.text for d in found.documents if _is_told(found, d.start)}
            yield from (r for r in _signed(found, sentence, employers) if {r.subject.name, r.object.name} <= told)
        if sentence.role is LineRole.BODY:
            yield from _signed(found, sentence, employers)
            yield from _ceremonies(found, sentence)
            yield from _named_last(found, sentence)
            yield from _named_sides(found, sentence)


def _is_told(found: Found, position: int) -> bool:
    sentence = found.sentence_at(position)
    return sentence is not None and sentence.role is LineRole.BODY


def _segments(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a sentence between semicolons."""
    yield from pairwise([start, *(start + m.end() for m in re.finditer("；", text[start:end])), end])


def _signed(found: Found, sentence: Sentence, employers: Mapping[str, str]) -> Iterator[Relation]:
    text = found.page.text
    for left, right in _segments(text, sentence.start, sentence.end):
        # Who signed before in the sentence also signs what has no subject: 与乙签订…，与丙签订…
        first: Ref | None = None
        verbs = [
            v
            for v in SIGN.finditer(text, left, right)
            if not _NO_SIGNING.match(text, v.end())
            and not _SEEN.search(text, max(left, v.start() - _SEEN_FAR), v.start())
        ]
        for i, verb in enumerate(verbs):
            stop = _clause_before(text, verb.end(), verbs[i + 1].start()) if i + 1 < len(verbs) else right
            documents = [
                d
                for d in found.document_index.within(left, max(stop, verb.end()))
                if not _RELEASED.search(text, verb.end(), d.start) and not _apart(text, d, verb.start())
            ]
            if verb.group().endswith("达成") and not any(0 <= d.start - verb.end() < 30 for d in documents):
                continue
            comma = text.find("，", verb.end(), stop)
            sides = _SIDES.search(text, left, verb.start())
            if sides and text[sides.start() - 1] in "向对为":
                continue  # 代表区委、区政府向双方成功签约表示祝贺
            parties = [
                p
                for p in parties_of(found, left, verb.start())
                if not _party_post(found, p)
                and text[p[0] - 1 : p[0]] != "在"
                and not _OBEYED.search(text, max(left, p[0] - _SEEN_FAR), p[0])
            ]
            if places := places_of(found, left, verb.start()):
                parties = apart([*parties, *places])
            if not parties and sides is None and verb.group().endswith("签约"):
                parties = parties_of(found, verb.end(), comma if comma > 0 else stop)
                if parties and _OBEYED.search(text, verb.end(), parties[0][0]):
                    parties = []
            linked = chain_of(text, parties)
            if linked and _FOR_OTHERS.fullmatch(text, linked[-1][1], verb.start()):
                continue  # 甲、乙等单位代表签约: each with somebody who is not named
            if linked and text.startswith("为", linked[0][0] - 2) and text[linked[0][0] - 1] in "与和同跟":
                continue  # 为与甲签约的学校提供资助
            if linked and linked[-1][1] == verb.start() and _FOUNDED.match(text, verb.end()):
                continue  # 甲、乙发起的联盟签约成立: what is founded signs with nobody
            signers = _signers(found, left, verb.start())
            for n in (
                signers
                if len(signers) > 1 or "代表" in text[signers[0].end if signers else verb.start() : verb.start()]
                else ()
            ):
                yield from _by_hand(found, n, verb.end(), documents)
            sided = [(n, body) for n in signers if (body := _served(found, n, employers))]
            if "代表" not in text[left : verb.start()]:  # a 副省长 does not say by itself that the government signs
                sided = [(n, body) for n, body in sided if body in found.body_names]
            if sides:  # 代表双方: whoever heads a part signs for the whole
                sided = [(n, found.superiors.get(body, body)) for n, body in sided]
            served = list(dict.fromkeys(body for _, body in sided))
            both = _sides(found, sides.start(), _NUMBER[sides[1]]) if sides and (not parties or served) else []
            if both and (not parties or any(p[2].name in served for p in both)):
                linked = both
            elif len(served) > 1 and len(sided) == len(signers):
                linked = [(n.start, n.end, org(body)) for n, body in sided]
            elif len({p[2] for p in parties}) < 2 and (counted := _COUNTED.search(text, left, verb.start())):
                many = _counted(found, counted, parties)
                linked = sorted([*((*counted.span(), p[2]) for p in many), *linked], key=lambda p: p[:2])
            hand = next(
                (n for n in found.people_index.within(left, verb.start()) if linked and linked[0][0] - n.end in (1, 3)),
                None,
            )
            if hand and text[linked[0][0] - 1] in "与和同" and found.title_of.get(hand.start):
                yield from _by_hand(found, hand, verb.end(), documents)
                linked = (
                    [(hand.start, hand.end, org(employers[hand.text])), *linked]
                    if hand.text in employers
                    else linked[:1]
                )
            if linked and (place := _place_beside(found, linked, verb.start())):
                linked = place
            others = bool(linked) and text[linked[0][0] - 1] in "与和同跟"
            if others and not first and parties and parties[0] not in linked and parties[0][0] - left <= _OPENS:
                first = parties[0][2]  # 甲大学校长…作了发言，并与乙签署
            if others and first:
                linked.insert(0, (linked[0][0] - 1, linked[0][0] - 1, first))
            elif linked and _WITH_OTHERS.match(text, linked[-1][1]) and verb.start() - linked[-1][1] > _BESIDE:
                linked = linked[:1]  # 甲、乙分别与所在乡镇签订
            elif (others or _with_unread(text, linked, verb.start())) and not _AND.search(
                text, linked[0][1], linked[-1][0]
            ):
                # 代表学校与甲、乙签署, 甲、乙与某企业签署: they do not sign with each other
                yield from _others_sign(found, linked, verb, documents)
                linked = linked[:1]
            yield from _one_by_one(found, linked, verb.end(), right)
            end = max([verb.end(), *(d.end for d in documents if d.start > verb.start() and d.end - verb.end() < 80)])
            yield from _contract(found, left, verb.start(), end, documents, linked)
            first = linked[0][2] if linked else first
            left = max(end, verb.end())


# 签约仪式 and 签约金额 are nouns; 签署…令 is no agreement.
# 家庭医生签约服务 and 签约率 are no signing of bodies.
_NO_SIGNING = re.compile(
    "仪式|活动|授牌|揭牌|暨|和揭牌|现场|金额|项目|额|服务|率|居民|患者|人[口数群]|家庭|医生|[^，。；《]{0,10}(?:主席|国务院)?令"
)


# 甲、乙见证协议签署: they look on.
_SEEN = re.compile("(?:见证|出席|参加)(?!下|中|之下|的?情况下)了?[^，。；：]{0,24}\\Z")
_SEEN_FAR = 30
# 落实省委、省政府要求，签订…: whose will is done signs nothing.
_OBEYED = re.compile("(?:贯彻|落实|响应|践行)好?了?(?:(?!工作|协议|计划)[^，。；：]){0,12}\\Z")
_FOUNDED = re.compile("并?(?:正式|宣告|宣布)?(?:成立|组建|揭牌)(?=[，。；！])")
_CEREMONY = re.compile("(?:签约|签字|签署)(?:暨[^，。；]{0,16}?)?(?:仪式|活动)")
_FOR_OTHERS = re.compile(
    "(?:[一-鿿]{2,14})?(?:等[^，。；]{0,14})?(?:作为)?(?:单位|学校|医院|企业|院校|高校)?代表(?:上台|现场|分别|先后|集中|共同|依次)*"
)
_TIGHT = re.compile("[、与和同及]|以及|分别[与同]|携手|联合")
_GOES_TO = re.compile("出席|参加|主持|赴|见证")


def _ceremonies(found: Found, sentence: Sentence) -> Iterator[Relation]:
    """甲与乙…签约仪式: whoever holds such a ceremony together signs."""
    text = found.page.text
    for m in _CEREMONY.finditer(text, sentence.start, sentence.end):
        clause = max(_clause_before(text, sentence.start, m.start()), sentence.start)
        bodies = {(b.start, b.end, org(found.body_name(b))) for b in found.body_index.within(clause, m.start())}
        chain = list_ending(text, sorted({*bodies, *parties_of(found, clause, m.start())}), _TIGHT)
        if len(chain) < 2 or m.start() - chain[-1][1] > 40 or _GOES_TO.search(text, clause, chain[0][0]):
            continue
        if re.search("[与和同]", text[chain[0][1] : chain[-1][0]]):
            span = found.page.span(chain[0][0], m.end())
            for one, other in across(text, chain):
                yield Relation((span,), "signing ceremony", one, "signsWith", other)
            for d in _signed_there(found, chain[-1][1], m.start()):
                for _, _, ref in chain:
                    yield Relation((span,), "signing ceremony", ref, "signs", Ref(Kind.DOCUMENT, d.text))


# 与甲签约的有乙、丙.
_SIGNED_WITH = re.compile(
    "[与和同](?=[^，。；签]{2,46}+签)(?P<one>[^，。；]{2,40}?)(?:现场|成功|正式)?签(?:约|署|订)[^，。；]{0,20}?的(?:企业|单位|高校|学校|院校|公司|机构|客商)?(?:还|分别|，)*(?:有|是|为|包括)"
)


def _named_last(found: Found, sentence: Sentence) -> Iterator[Relation]:
    text = found.page.text
    for m in _SIGNED_WITH.finditer(text, sentence.start, sentence.end):
        one = parties_of(found, *m.span("one"))
        stop = min((i for i in (text.find(x, m.end(), sentence.end) for x in "；。") if i > 0), default=sentence.end)
        for start, end, other in parties_of(found, m.end(), stop) if len(one) == 1 else ():
            if other != one[0][2] and start >= m.end():
                yield Relation((found.page.span(m.start(), end),), "signed with", one[0][2], "signsWith", other)


# 签署的是《…》，签约双方为甲和乙; 代表双方签字的是丙和丁.
_THE_SIDES = re.compile("签[约署订](?:双方|各方|[三四五多]方|方|主体|单位)(?:代表)?(?:，|分别|则)*(?:为|是|有|：)")
_THE_HANDS = re.compile(
    "(?:代表[^，。；]{2,8}?)?(?:在[^，。；]{1,24}上)?(?:签字|签约|落笔|签名|签下名字|签署[^，。；]{0,24}|签订[^，。；]{0,24})的(?:，|分别|还|代表)*(?:有|是|为)[：:]?"
)


def _named_sides(found: Found, sentence: Sentence) -> Iterator[Relation]:
    text = found.page.text
    for m in _THE_SIDES.finditer(text, sentence.start, sentence.end):
        stop = min((i for i in (text.find(x, m.end(), sentence.end) for x in "；。，") if i > 0), default=sentence.end)
        parties = apart([*parties_of(found, m.end(), stop), *places_of(found, m.end(), stop)])
        end = max([m.end(), *(p[1] for p in parties)])
        for d in found.document_index.within(sentence.start, m.start()):
            for _, _, who in parties:
                span = found.page.span(d.start, end)
                yield Relation((span,), "signing sides named", who, "signs", Ref(Kind.DOCUMENT, d.text))
    for m in _THE_HANDS.finditer(text, sentence.start, sentence.end):
        documents = found.document_index.within(sentence.start, m.end())
        if documents:
            for n in following(People(found), text, m.end(), sentence.end):
                span = found.page.span(min(documents[-1].start, m.start()), n.end)
                yield Relation(
                    (span,), "signed by hand", Ref(Kind.PERSON, n.name), "signs", Ref(Kind.DOCUMENT, documents[-1].text)
                )


def _signed_there(found: Found, start: int, end: int) -> list[Titled]:
    """The agreement that the ceremony's words name, else the only one that the page says was signed."""
    if found.document_index.within(start, end):
        return [d for d in found.document_index.within(start, end) if d.end == end]
    signed = [
        d for d in found.documents if (d.rule == "agreement signed" or _PACT.search(d.text)) and found.is_read(d.start)
    ]
    told = [d for d in signed if (at := found.sentence_at(d.start)) and at.role is LineRole.BODY] or signed
    return told[:1] if len({d.text for d in told}) == 1 else []


_PACT = re.compile("(?:协议书?|备忘录|合同|意向书)\\Z")


# 甲与乙(分别)(代表双方)签署: what may stand between the last of those who sign and the verb.
_TO_SIGN = re.compile(
    "(?:同志|先生|女士)?(?:，(?=分别|共同))?(?:(?:[两二三四五六七八]|\\d)(?:人|位)|(?:作为|以)[^，。；]{2,20}(?:，|身份)|受[^，。；]{2,16}委托，|分别|共同|现场|正式|先后|一起|在[^，。；]{2,16})*(?:代表[^，。；]{1,20}?)?(?:分别|共同|现场|正式|先后)*"
)
_EACH_OF, _COMMA = re.compile("分别|双方|共同"), re.compile("，[^，。；：]{2,40}")
_WITH = re.compile("(?:代表[^，。；]{2,30}?)?[、与和同及][^，。；：]{0,40}|以及[^，。；：]{0,40}")


def _signers(found: Found, left: int, verb: int) -> list[Name]:
    """The persons who sign with their own hand: 甲校长与乙董事长代表双方 + 签署."""
    text, chain = found.page.text, list[Name]()
    for n in reversed(found.people_index.within(left, verb)):
        title = found.title_at.get(n.end)
        end = title.end if title and title.text != "代表" else n.end
        if not chain:
            if not _TO_SIGN.fullmatch(text, end, verb):
                break
        elif not _WITH.fullmatch(text, end, chain[0].start) and not (
            _EACH_OF.search(text, chain[-1].end, verb) and _COMMA.fullmatch(text, end, chain[0].start)
        ):
            break
        chain.insert(0, n)
    return chain


def _served(found: Found, signer: Name, employers: Mapping[str, str]) -> str | None:
    """The body for which a person signs: the one named after 代表, else the one they serve."""
    if found.page.text.startswith("代表", signer.end):
        named = found.body_index.within(signer.end, signer.end + 34)
        if named and named[0].start == signer.end + 2:
            return found.body_name(named[0])
    return employers.get(signer.text)


def _by_hand(found: Found, signer: Name, end: int, documents: list[Titled]) -> Iterator[Relation]:
    for d in documents:
        span = found.page.span(min(signer.start, d.start), max(end, d.end))
        yield Relation((span,), "signed by hand", Ref(Kind.PERSON, signer.text), "signs", Ref(Kind.DOCUMENT, d.text))


def _apart(text: str, document: Titled, verb: int) -> bool:
    """Whether a document named before the verb is not what was signed: 作了题为《…》的发言，并…签署."""
    return document.end <= verb and bool(
        ("，" in text[document.end : verb] and not text.startswith("》", document.end, document.end + 1))
        or re.match(
            "》?[^，。；]{0,12}(?:报告|发言|讲座|演讲|主题|课|文章|汇报|部署|要求|精神|框架下)",
            text[document.end : verb],
        )
    )


def _party_post(found: Found, party: Party) -> bool:
    """Whether a committee only stands in somebody's post (县委常委张某某与县财政局签订…)."""
    after = found.title_at.get(party[1])
    return after is not None and after.group == "party" and party[2].name.endswith("委")


_RELEASED = re.compile("发布|印发|公布|推出|出台")
_AND = re.compile("[与和同]")
_UNREAD = re.compile("[与和同](?!各自)[^，。；：]{2,40}")
_BESIDE = 8  # characters between a place that signs and the verb
_EACH = re.compile("[：，；]与(?P<who>[^，。；]{2,90}?)(?:共建|合作|签署|签订|签约)")
_WITH_OTHERS = re.compile("(?:分别|共同|先后)[与和同]")
_OPENS = 12  # characters; who does what a sentence tells stands so near its head
_NUMBER = {"双": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6}
# 5家企业与甲大学签署: the last list of five.
_COUNTED = re.compile(
    r"(\d{1,2}|[两三四五六七八九十])[家所个](?:重点|知名|龙头|骨干|成员)?(?P<kind>企业|单位|高校|学校|院校|公司|医院)"
)
_SIDES = re.compile("(双|两|三|四|五|六)方(?:代表|负责人|领导)?(?:现场|共同|正式|分别)?")


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


def _place_beside(found: Found, linked: list[Party], verb: int) -> list[Party] | None:
    """永川区与甲学校签署: the parties with the place that signs beside them."""
    text, (start, _, _), (_, end, _) = found.page.text, linked[0], linked[-1]
    for hit in found.hit_index.within(max(0, start - 14), verb):
        party = (hit.start, hit.end, Ref(Kind.PLACE, text[hit.start : hit.end]))
        if hit.end == start - 1 and text[hit.end] in "与和同":
            return [party, *linked]
        if hit.start == end + 1 and text[end] in "与和同" and verb - hit.end < _BESIDE:
            return [*linked, party]
    return None


def _number(numeral: str) -> int:
    return int(numeral) if numeral.isdigit() else "零一两三四五六七八九十".index(numeral)


def _headed(found: Found, position: int) -> list[Party]:
    """The two bodies that a heading says sign, where the running text names both."""
    for sentence in found.page.sentences:
        verb = SIGN.search(found.page.text, sentence.start, sentence.end)
        if sentence.role is not LineRole.HEADING or not verb or _NO_SIGNING.match(found.page.text, verb.end()):
            continue
        linked = chain_of(found.page.text, parties_of(found, sentence.start, sentence.end))
        told = {found.body_name(b) for b in found.bodies if _is_told(found, b.start)}
        if len(linked) == _NUMBER["双"] and all(p[2].name in told for p in linked) and linked[0][2] != linked[1][2]:
            return [(position, position + 2, p[2]) for p in linked]
    return []


def _sides(found: Found, position: int, number: int) -> list[Party]:
    """The bodies that 三方 means: the last list of so many bodies before it. They stand elsewhere, so their place is the word's."""
    text, chain = found.page.text, list[Body]()
    if number == _NUMBER["双"] and (headed := _headed(found, position)):
        return headed
    for body in reversed(found.body_index.within(found.paragraph_start(position, 99), position)):
        if chain and re.fullmatch("[、和与及同]|以及", text[body.end : chain[0].start]):
            chain.insert(0, body)
            continue
        if len(chain) == number:
            break
        chain = [body]
    if (
        number == len(chain) == _NUMBER["双"]
        and text[chain[0].end : chain[1].start] == "、"
        and chain[0].text[-2:] != chain[1].text[-2:]
    ):
        return []  # 区委、区政府 are no two sides
    names = dict.fromkeys(found.body_name(b) for b in chain)
    return [(position, position + 2, org(n)) for n in names] if len(names) == number else []


_OF_KIND = {
    "企业": ("公司", "集团", "厂"), "公司": ("公司", "集团"), "医院": ("医院", "卫生院"), "高校": ("大学", "学院", "学校"),
    "院校": ("大学", "学院", "学校"), "学校": ("大学", "学院", "学校", "中学", "小学", "中心", "一中"),
}  # fmt: skip


def _counted(found: Found, counted: re.Match[str], parties: list[Party]) -> list[Party]:
    """The bodies that 两家企业 means: the last list of so many, else all of that kind before it if there are so many."""
    number = _number(counted[1])
    if listed := _sides(found, counted.start(), number):
        return listed
    before = found.body_index.within(found.paragraph_start(counted.start(), 99), counted.start())
    others = {p[2].name for p in parties}
    names = dict.fromkeys(
        name
        for b in before
        if b.text.endswith(_OF_KIND.get(counted["kind"], ())) and (name := found.body_name(b)) not in others
    )
    return [(*counted.span(), org(n)) for n in names] if 1 < len(names) == number else []


def _contract(
    found: Found, left: int, verb: int, end: int, documents: list[Titled], linked: list[Party]
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
    for one, other in across(found.page.text, linked):
        yield Relation((found.page.span(start, end),), "signed with", one, "signsWith", other)


def _others_sign(
    found: Found, parties: list[Party], verb: re.Match[str], documents: list[Titled]
) -> Iterator[Relation]:
    """Each of a list with which somebody unnamed signs, signs too."""
    for (start, _, who), d in product(parties, documents):
        span = found.page.span(min(start, d.start), max(verb.end(), d.end))
        yield Relation((span,), "signed", who, "signs", Ref(Kind.DOCUMENT, d.text))


def _clause_before(text: str, start: int, position: int) -> int:
    """Where the clause that holds a position begins, no further back than `start`; 0 where it began before."""
    return max(text.rfind("，", start, position), text.rfind("；", start, position)) + 1
