"""Signing told of by a noun and not by a verb between the parties: 签约仪式, 与甲签约的有乙, 签约双方为甲和乙."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise, product

from kg.facts.doers import list_from
from kg.facts.inverted import following
from kg.facts.parties import Party, across, apart, is_other_name, list_ending, org, pairs_in, parties_of, places_of
from kg.facts.signatories import NO_SIGNING, NUMBER, SIGN, clause_before
from kg.facts.speakers import People
from kg.mentions.adopted import CARRIED_OUT, Titled
from kg.mentions.found import Found
from kg.model import Kind, LineRole, Ref, Relation, Sentence

_CEREMONY = re.compile(
    "(?:签约|签字|签署|续签|签订)(?:暨[^，。；“”]{0,16}?(?:“[^“”]{2,24}”[^，。；“”]{0,10}?)?|[暨和、]?(?:[授揭挂颁]牌|启动|捐赠|开[工班]|颁奖|成立))?(?:仪式|活动)"
)
_TIGHT = re.compile("[、与和同及]|以及|分别[与同]|携手|联合|—{1,2}|[-－–]")
_TIGHT_IN_TITLE = re.compile(f"{_TIGHT.pattern}|[ ·]")  # 《甲局 乙大学合作协议》
_JOINTLY = re.compile("共建|共同|合作|战略合作|联合|[三四五多]方")  # 甲、乙、丙共建某园签约仪式
_GOES_TO = re.compile("出席|参加|主持|赴|见证")
_MADE = re.compile(
    "(?<=[一-鿿]{4})(?:共同|联合|合作|携手)(?:组建|共建|成立|设立|创建|建立|打造|建设|创办)|共建(?!单位)"
)
_IS_HELD = re.compile("(?:在[^，。；]{2,24}?)?(?:成功|正式|隆重|共同|联合|顺利){0,3}(?:举行|举办)")
_COME = re.compile("(?:出席|参加|见证|列席|观摩|担任|作为)了?[^，。；]{0,40}\\Z")
_ACROSS = re.compile("[与和同—－–-]")
_ACROSS_IN_TITLE = re.compile("[与和同—－– ·-]")
# 与甲签约的有乙、丙.
_SIGNED_WITH = re.compile(
    "[与和同](?=[^，。；签]{2,46}+签)(?P<one>[^，。；]{2,40}?)(?:现场|成功|正式)?签(?:约|署|订)[^，。；]{0,20}?的(?:企业|单位|高校|学校|院校|公司|机构|客商)?(?:还|分别|，)*(?:有|是|为|包括)"
)
# 签订合作协议的有：甲与乙，丙与丁.
_SIGNED_IN_PAIRS = re.compile(
    "签(?:约|署|订)[^，。；]{0,20}?的(?:企业|单位|高校|学校|院校|公司|机构)?(?:还|分别|，)*(?:有|是|为|包括)[：:]?"
)
# 签署的是《…》，签约双方为甲和乙; 代表双方签字的是丙和丁.
_THE_SIDES = re.compile("签[约署订](?:双方|各方|[三四五多]方|方|主体|单位)(?:代表)?(?:，|分别|则)*(?:为|是|有|：)")
_THE_HANDS = re.compile(
    "(?:代表[^，。；]{2,8}?)?(?:在[^，。；]{1,24}上)?(?:签字|签约|落笔|签名|签下名字|签署[^，。；]{0,24}|签订[^，。；]{0,24})的(?:，|分别|还|代表|一[方位边])*(?:有|是|为)[：:]?"
)
_EACH_HAND = re.compile("一[方位边]")
_LEVELS = "省市区县州旗盟"
_LONG = 90  # characters
_PACT = re.compile("(?:协议书?|备忘录|合同|意向书)\\Z")


def nominal_signings(found: Found, sentence: Sentence, employers: Mapping[str, str]) -> Iterator[Relation]:
    """signs and signsWith of one sentence of the running text, as far as a noun tells of them. `employers` gives for a person the body
    on whose behalf they sign."""
    yield from _ceremonies(found, sentence)
    yield from _named_last(found, sentence)
    yield from _named_sides(found, sentence)
    yield from _named_hands(found, sentence, employers)
    yield from _agreement_of(found, sentence)


# A line of a list of those who sign: 1.甲小学与乙小学
_PAIR_HEAD = re.compile("(?:[（(]?\\d{1,2}[)）.．、]|[一二三四五六七八九十]{1,2}、)? ?")
_SEVERAL = re.compile("分别|分批|逐一|一一|[\\d两三四五六七八九十]对|名单|如下|：\\s*\\Z|结对|缔结")
_SIGN_EACH = re.compile("签[署订约]|结对|缔结|结为")


def paired_lines(found: Found) -> Iterator[Relation]:
    """signsWith of the lines below a sentence that says that several pairs sign, each with one pair and no more."""
    text, lines = found.page.text, list[tuple[tuple[int, int], Party, Party]]()
    listing: tuple[int, int] | None = None  # where several pairs are said to sign
    for sentence in found.page.sentences:
        head = _PAIR_HEAD.match(text, sentence.start)
        start = head.end() if head else sentence.start
        parties = parties_of(found, start, sentence.end) if listing is not None else []
        joint = text[parties[0][1] : parties[1][0]] if len(parties) == 2 else ""
        stop = sentence.end - text.endswith(("。", "；", "，"), start, sentence.end)
        whole = len(parties) == 2 and (parties[0][0], parties[1][1]) == (start, stop)
        if listing is not None and whole and _ACROSS.fullmatch(joint):
            lines.append((listing, parties[0], parties[1]))
            continue
        said = _SIGN_EACH.search(text, sentence.start, sentence.end) if sentence.role is LineRole.BODY else None
        said = said if said and _SEVERAL.search(text, sentence.start, sentence.end) else None
        listing = said.span() if said else None
    for said_at, one, other in lines if len(lines) > 1 else ():  # a single one may be a caption
        spans = (found.page.span(*said_at), found.page.span(one[0], other[1]))
        yield Relation(spans, "line of those who sign", one[2], "signsWith", other[2])


def _ceremonies(found: Found, sentence: Sentence) -> Iterator[Relation]:
    """甲与乙…签约仪式: whoever holds such a ceremony together signs."""
    text = found.page.text
    for m in _CEREMONY.finditer(text, sentence.start, sentence.end):
        clause = max(clause_before(text, sentence.start, m.start()), sentence.start)
        bodies = {
            (b.start, b.end, org(found.body_name(b)))
            for b in found.body_index.within(clause, m.start())
            if not is_other_name(found, b)
        }
        made = _MADE.search(text, clause, m.start())  # 甲与乙共同组建丙联盟签约仪式: 丙 is no party
        stop = made.start() if made else m.start()
        sides = apart([*{*bodies, *parties_of(found, clause, m.start())}, *places_of(found, clause, m.start())])
        if named := next((d for d in found.document_index.within(clause, m.start()) if d.end == m.start()), None):
            sides = apart([*{*sides, *_places(found, named.start, named.end)}])  # 甲与乙市战略合作协议签约仪式
        chain = list_ending(text, [p for p in sides if p[1] <= stop], _TIGHT)
        if not chain and _IS_HELD.match(text, clause, m.start()):  # 甲、乙，在丙举行合作签约仪式
            before = parties_of(found, sentence.start, clause)
            chain = list_ending(text, before, _TIGHT) if before and before[-1][1] == clause - 1 else []
            held = bool(chain) and clause_before(text, sentence.start, chain[0][0]) in (0, chain[0][0])
            for one, other in across(text, chain) if held and len(chain) > 1 else ():
                span = found.page.span(chain[0][0], m.end())
                yield Relation((span,), "signing ceremony", one, "signsWith", other)
            continue
        if len(chain) < 2 or m.start() - chain[-1][1] > 40 or _GOES_TO.search(text, clause, chain[0][0]):
            continue
        if _COME.search(text, chain[-1][1], m.start()):
            continue  # 甲、乙等单位负责人参加签约仪式
        if any(_ACROSS.search(text, a[1], b[0]) for a, b in pairwise(chain)) or _JOINTLY.match(text, chain[-1][1]):
            span = found.page.span(chain[0][0], m.end())
            for one, other in across(text, chain):
                yield Relation((span,), "signing ceremony", one, "signsWith", other)
            if all(p[2].kind is Kind.PLACE for p in chain):
                continue  # bodies of the places sign for them
            for d in _signed_there(found, chain[-1][1], m.start()):
                for _, _, ref in chain:
                    yield Relation((span,), "signing ceremony", ref, "signs", Ref(Kind.DOCUMENT, d.text))


# 大会签署了甲与乙、丙战略合作协议, 双方签署《甲与乙战略合作协议》: the agreement names those who sign it.
_OF_THEM = re.compile("(?!等)[^，。；《》与和同、]{0,30}?(?:协议书?|备忘录|合同|意向书)(?!的共识)")


# 签署了3项合作协议，包括：《甲与乙战略合作协议》、《丙与丁合作备忘录》
_TITLES_OF = re.compile("了?(?:[^，。；《》]{0,24}?(?:协议|备忘录|合同|文件)(?:，|包括|分别|是|为|即|有|：){1,4})?《")
_NEXT_TITLE = re.compile("》(?:[、，；]|和|及|以及)?《")


def _agreement_of(found: Found, sentence: Sentence) -> Iterator[Relation]:
    text = found.page.text
    for m in SIGN.finditer(text, sentence.start, sentence.end):
        if NO_SIGNING.match(text, m.end()):
            continue
        clause = max(clause_before(text, sentence.start, m.start()), sentence.start)
        others = parties_of(found, clause, m.start())
        known = {p[2] for p in others}
        for d, parties in _titles(found, m.end(), sentence.end):
            if known <= {p[2] for p in parties}:  # 甲代表我校签署《我校 某县合作协议》
                yield from _between(found, m.start(), d.end, parties, [d])
        if parties := parties_behind(found, m.end(), sentence.end, others):
            end = parties[-1][1]
            named = [d for d in found.document_index.within(m.end(), sentence.end) if d.start <= end <= d.end]
            yield from _between(found, m.start(), end, parties, named)


def _between(found: Found, start: int, end: int, parties: list[Party], documents: list[Titled]) -> Iterator[Relation]:
    """Who signs with whom, and what, as [start, end) tells it."""
    span = found.page.span(start, end)
    for one, other in across(found.page.text, parties):
        yield Relation((span,), "agreement between", one, "signsWith", other)
    for (_, _, who), d in product(parties, documents):
        yield Relation((span,), "agreement between", who, "signs", Ref(Kind.DOCUMENT, d.text))


def _titles(found: Found, verb: int, end: int) -> Iterator[tuple[Titled, list[Party]]]:
    """The agreements in title marks behind a verb of signing that open with those who sign them."""
    text, at = found.page.text, verb
    for d in found.document_index.within(verb, end):
        opens = _TITLES_OF.fullmatch(text, at, d.start) if at == verb else _NEXT_TITLE.fullmatch(text, at, d.start)
        if opens is None:
            return
        at = d.end
        parties = _opening(found, d.start, d.end, _TIGHT_IN_TITLE) if _PACT.search(d.text) else []
        if len(parties) > 1 and _ACROSS_IN_TITLE.search(text, parties[0][1], parties[-1][0]):
            yield d, parties


def parties_behind(found: Found, verb: int, end: int, before: list[Party]) -> list[Party]:
    """The parties that an agreement names, whose name stands right behind a verb of signing; none where those who stand `before` it
    sign themselves (甲市某局与乙市某局签署《甲市与乙市…协议》)."""
    text = found.page.text
    if len({p[2] for p in before}) > 1:
        return []
    begin = verb + text.startswith("了", verb)
    begin += text.startswith("《", begin)
    parties = _opening(found, begin, min(begin + _LONG, end))
    if not parties or not _OF_THEM.match(text, parties[-1][1], end):
        return []
    joined = _ACROSS.search(text, parties[0][1], parties[-1][0]) or _JOINTLY.match(text, parties[-1][1])
    for_places = before and all(p[2].kind is Kind.PLACE for p in parties)
    return parties if joined and len(parties) > 1 and not for_places else []


def _opening(found: Found, begin: int, end: int, joint: re.Pattern[str] = _TIGHT) -> list[Party]:
    """The list of bodies and places that stands right behind a position, a title's own among them."""
    text = found.page.text
    bodies = [(b.start, b.end, org(found.body_name(b))) for b in found.body_index.within(begin, end)]
    listed = list[Party]()
    for p in apart([*bodies, *_places(found, begin, end)]):
        if p[0] == begin if not listed else joint.fullmatch(text, listed[-1][1], p[0]):
            listed.append(p)
        elif listed:
            break
    return listed


def _places(found: Found, begin: int, end: int) -> list[Party]:
    """The divisions named whole in [begin, end), in a title too."""
    hits = found.hit_index.within(begin, end)
    return [
        (h.start, h.end, Ref(Kind.PLACE, found.place_named(h))) for h in hits if found.page.text[h.end - 1] in _LEVELS
    ]


def _named_last(found: Found, sentence: Sentence) -> Iterator[Relation]:
    text = found.page.text
    for m in _SIGNED_IN_PAIRS.finditer(text, sentence.start, sentence.end):
        for a, b in pairs_in(text, parties_of(found, m.end(), sentence.end), sentence.end - 1):
            yield Relation((found.page.span(m.start(), b[1]),), "signed in pairs", a[2], "signsWith", b[2])
    for m in _SIGNED_WITH.finditer(text, sentence.start, sentence.end):
        one = parties_of(found, *m.span("one"))
        stop = min((i for i in (text.find(x, m.end(), sentence.end) for x in "；。") if i > 0), default=sentence.end)
        for start, end, other in parties_of(found, m.end(), stop) if len(one) == 1 else ():
            if other != one[0][2] and start >= m.end():
                yield Relation((found.page.span(m.start(), end),), "signed with", one[0][2], "signsWith", other)


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


def _named_hands(found: Found, sentence: Sentence, employers: Mapping[str, str]) -> Iterator[Relation]:
    """在协议上签字的是甲局副局长某和乙局副局长某: they sign, and for two bodies of the page so do these."""
    text = found.page.text
    for m in _THE_HANDS.finditer(text, sentence.start, sentence.end):
        documents = found.document_index.within(sentence.start, m.end())[-1:]
        people = People(found)
        hands = following(people, text, m.end(), sentence.end)
        if _EACH_HAND.search(m.group()):
            hands = people.within(m.end(), sentence.end)
        listed = list_from(text, parties_of(found, m.end(), sentence.end), m.end()) if not hands else []
        stop = listed[-1][1] if listed else m.end()
        two = len(listed) == NUMBER["双"] and text[stop : stop + 1] in "，。；" and documents
        if two and _PACT.search(documents[-1].text):  # 签署协议的是甲大学和乙公司
            yield from _between(found, m.start(), listed[-1][1], listed, documents)
        for n, d in product(hands, documents):
            span = found.page.span(min(d.start, m.start()), n.end)
            yield Relation((span,), "signed by hand", Ref(Kind.PERSON, n.name), "signs", Ref(Kind.DOCUMENT, d.text))
        served = dict.fromkeys(employers[n.name] for n in hands if n.name in employers)
        if len(hands) == len(served) == NUMBER["双"] and found.body_names.issuperset(served):
            parties = [(n.start, n.end, org(body)) for n, body in zip(hands, served, strict=True)]
            yield from _between(found, m.start(), hands[-1].end, parties, documents)


def _signed_there(found: Found, start: int, end: int) -> list[Titled]:
    """The agreement that the ceremony's words name, else the only one that the page says was signed."""
    if found.document_index.within(start, end):
        edge = end - found.page.text.startswith("》", end - 1)  # 《甲协议》签约仪式
        return [d for d in found.document_index.within(start, end) if d.end == edge]
    signed = [
        d
        for d in found.documents
        if (d.rule == "agreement signed" or (_PACT.search(d.text) and d.rule != CARRIED_OUT)) and found.is_read(d.start)
    ]
    told = [d for d in signed if (at := found.sentence_at(d.start)) and at.role is LineRole.BODY] or signed
    return told[:1] if len({d.text for d in told}) == 1 else []
