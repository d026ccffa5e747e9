"""Who signs what with whom: 甲与乙签署…, 甲与乙代表双方签订…, 甲与乙…签约仪式."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain, pairwise, zip_longest

from kg.facts.nominal_signing import nominal_signings, paired_lines
from kg.facts.parties import chain_of, parties_of
from kg.facts.signatories import FOR_BOTH, NO_SIGNING, SIGN, clause_before, is_told, signers_before
from kg.facts.signed_documents import Pacts, pacts_of, signed_before, signed_documents
from kg.facts.signing_act import Act, read_act
from kg.facts.signing_relations import by_hand
from kg.mentions.found import Found
from kg.model import LineRole, Ref, Relation, Sentence

# 相信双方达成协议后: what is looked forward to.
_WISHED = re.compile("(?:相信|期待|希望|盼望|如果|一旦)[^，。；]{0,12}\\Z")
_NEAR = 14  # characters before a verb of signing
_ANY_SIGNED = re.compile("签|达成|缔结")  # without one of these nobody signs in a sentence
# 甲、乙见证协议签署: they look on.
_SEEN = re.compile(
    "(?:见证|出席|参加)(?!下|中|之下|的?情况下)了?[^，。；：]{0,24}(?<!并)(?<!并现场|并共同|并分别|并联合)\\Z"
)
_SEEN_FAR = 30
# Who signs such an agreement works with the other.
_TO_COOPERATE = re.compile(
    "签约合作|签约，(?:合作|共同|携手)(?:共建|建设|打造|推进|培养|推动|开展|开发|探索)|(?:合作|框架|帮扶|协作|共建|支援|结对|战略|联盟|联建|援建|对接|协同|互助|互派|办学|共享)[^，。；《》]{0,24}(?:协议|备忘录|意向书|合同|签约)"
)
# On a page that tells of working together, so does any other signing but that of a sale.
_OF_COOPERATION = re.compile("合作|校[企地]|共建|产教融合|帮扶|协作|结对|互助|对接")
_SALE = re.compile(
    "采购|购销|买卖|销售|订单|劳动|用工|就业|租赁|贷款|授信|保险|责任书|责任状|承诺书|军令状|转让|收购|竞买|购买|和解|赔偿|补偿|仲裁|调解|解除|终止|保密|施工|承包|监理|廉洁|装修|物业|维修|供货|聘用|安全(?:责任|生产|管理)*(?:协议|合同)"
)
_TOLD_OF = 3  # events of a page
_SEMICOLON = re.compile("；|，其中(?=[^，。；]{4,60}?[与和同][^，。；]{4,60}?签)")
_AND = re.compile("[与和同]")
# …；再与丙签约: who signed with 乙 does.
_GOES_ON = re.compile("(?:并|又|也|还|再|接着|随后|最后|而后|继而|之后|然后|紧接着|同时){1,2}，?(?:分别)?[与和同]")
_ACHIEVED = 30  # characters from 达成 to what it is


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
            for r in chain(_signed(found, sentence, employers, pacts), nominal_signings(found, sentence, employers)):
                yield r
                if joint and r.predicate == "signsWith":
                    yield replace(r, rule="agreement to cooperate", predicate="cooperatesWith")
    if _ANY_SIGNED.search(found.page.text):
        yield from paired_lines(found)


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


def _verbs(found: Found, left: int, right: int) -> list[re.Match[str]]:
    """The verbs of a part of a sentence with which somebody signs."""
    text = found.page.text
    return [
        v
        for v in SIGN.finditer(text, left, right)
        if not (NO_SIGNING.match(text, v.end()) or FOR_BOTH.search(text, max(left, v.start() - 6), v.start()))
        and not _WISHED.search(text, max(left, v.start() - _NEAR), v.start())
        and not _is_seen(found, max(left, v.start() - _SEEN_FAR), v.start())
    ]


def _signed(found: Found, sentence: Sentence, employers: Mapping[str, str], pacts: Pacts) -> Iterator[Relation]:
    text = found.page.text
    signed = set[str]()  # what other parties signed before in the sentence
    first: Ref | None = None  # who signed before in the sentence
    for left, right in _segments(text, sentence.start, sentence.end):
        before = frozenset(signed)
        first = first if _GOES_ON.match(text, left, right) else None
        verbs = _verbs(found, left, right)
        for verb, after in zip_longest(verbs, verbs[1:]):
            stop = right
            if after is not None:
                stop = clause_before(text, verb.end(), after.start()) or after.start()
            documents = signed_documents(found, pacts, left, verb, max(stop, verb.end()), before)
            if not documents and (pact := signed_before(found, signed, left, verb)) is not None:
                for n in signers_before(found, left, verb.start()):
                    yield from by_hand(found, n, verb.end(), [pact])
                left = verb.end()
                continue
            signed |= {d.text for d in documents}
            if verb.group().endswith("达成") and not any(0 <= d.start - verb.end() < _ACHIEVED for d in documents):
                continue
            act = Act(found, sentence.start, left, verb, stop, right, documents, employers)
            relations, left, first = read_act(act, first)
            yield from relations
