"""One act of signing: who stands around the verb, which of them sign, and what that says."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from kg.facts.doers import SINCE, visit, visitors
from kg.facts.enumerated import DIVISIONS, places_counted
from kg.facts.nominal_signing import parties_behind
from kg.facts.parties import Party, apart, chain_of, org, pairs_in, parties_of, places_doing, places_of
from kg.facts.signatories import (
    BESIDE,
    COUNTED,
    NUMBER,
    SIDES,
    VISITED,
    bodies_counted,
    bodies_of_sides,
    body_served,
    clause_before,
    in_a_post,
    number_of,
    signers_before,
    with_place_beside,
)
from kg.facts.signing_relations import by_hand, contract, in_pairs, one_by_one, others_sign
from kg.mentions.adopted import Titled
from kg.mentions.found import Found
from kg.mentions.person import Name
from kg.model import Kind, Ref, Relation

# 某某联盟成员单位甲与乙签约: the member does.
_OF_GROUP = re.compile("的?(?:常务|副)?(?:理事长|理事|会长|主席|会员|成员|牵头|盟主)单位")
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
_FOR_OTHERS = re.compile(
    "(?:[一-鿿]{2,14})?(?:等[^，。；]{0,14})?(?:作为)?(?:单位|学校|医院|企业|院校|高校)?代表(?:上台|现场|分别|先后|集中|共同|依次)*"
)
_AND = re.compile("[与和同]")
_UNREAD = re.compile(
    "(?:、[^，。；、与和同]{2,10}){0,4}(?:等?[两三四五六七八九十\\d]{1,2}(?:[地市州省区县校所家院]|个[市州省区县]))?[与和同](?!各自)[^，。；：]{2,40}"
)
_WITH_OTHERS = re.compile("(?:等(?:\\d{0,3}[市省区县州地校所家个])?)?，?(?:分别|共同|先后|依次|相继)[与和同]")
_BUILT = ("共建", "成立", "组建", "设立", "创建", "创办", "筹建")
_TOGETHER_WITH = re.compile("(?:并|还|又|随后|之后|也)*[与同和](?=[^，。；]{2,40}(?:共同|一起|正式|现场)*签)")
# 甲、乙等27个项目集中签约: with whoever invited them.
_OF_MANY = re.compile(
    "等(?:在内的)?\\d{1,4}[余多]?(?:[个家所项位][^，。；、]{0,12}?)(?:集中|现场|成功|正式|分别|同时|先后|顺利|当场|在[^，。；]{2,16})*"
)
_THEIRS = re.compile("的?(?:代表|部门|有关|相关|负责)")  # 双方代表签署: for whom, it does not say
_COUNTED_PLACES = re.compile(
    f"(?<![又另还]有)(?<!其他)(?<!其余)(\\d{{1,2}}|[三四五六七八九十])个({DIVISIONS})(?:政府)?(?:在[^，。；]{{1,12}}上|现场|共同|分别|正式|集体|联合){{0,3}}\\Z"
)
_AT = re.compile("在[^，。；与和同]{0,6}\\Z")  # 推介会在我市某酒店举行，会上两市签署协议
# 甲、乙先后发言，并共同签署
_ALL_OF_THEM = re.compile("(?:并|还|随后)(?:共同|一起)(?:现场)?(?=签)")
_ONE_FOR_ANOTHER = re.compile("代表|听取|陪同|会见|对|向|为|的")
_IS_HELD = ("举行", "举办", "召开", "隆重举", "成功举")
_BESIDE = ("与", "和", "同", "向", "对", "为")  # 甲与乙、丙的代表交流，并与丁签署: 乙 is no subject
_OPENS = 12  # characters; who does what a sentence tells stands so near its head
# 甲、乙联合召开会议，51项科技项目在会上签约; 甲、乙先后推介，两地企业签订协议: others do.
_THEY_SIGN = re.compile(
    "(?:会上|现场|期间|活动中|仪式上)?，?(?:共有?|其中)?(?:\\d{1,4}[余多]?[项个]|[两三四各]地的?(?:企业(?!家)|高校|院校|学校|医院|单位|商会|协会))[^，。；与和同]{0,24}"
)
_WHAT = 80  # characters behind the verb
_FAR = 30  # characters before a party that tell whose will is done


@dataclass(frozen=True)
class Act:
    """A verb of signing in its sentence: those who sign stand in [left, verb), what they sign mostly in [verb, stop)."""

    found: Found
    begin: int  # of the sentence
    left: int
    verb: re.Match[str]
    stop: int
    right: int  # of the part of the sentence
    documents: list[Titled]
    employers: Mapping[str, str]  # for whom a person signs

    @property
    def text(self) -> str:
        return self.found.page.text

    @property
    def at(self) -> int:
        """Where the verb begins."""
        return self.verb.start()


class Read(NamedTuple):
    """What an act says, where reading goes on, and who signs on in its sentence what has no subject."""

    relations: list[Relation]
    left: int
    first: Ref | None


def read_act(act: Act, first: Ref | None) -> Read:
    """Who signs what with whom at one verb. `first` signed before in the sentence: 与乙签订…，与丙签订…"""
    found, text, verb, documents = act.found, act.text, act.verb, act.documents
    sides = SIDES.search(text, act.left, act.at)
    if sides and text[sides.start() - 1] in "向对为":
        return Read([], act.left, first)  # 代表区委、区政府向双方成功签约表示祝贺
    parties = _parties(act, named=sides is None)
    if len(guests := visit(found, act.begin, act.at, parties)) > NUMBER["双"]:
        hosts = ([guests[0], host] for host in guests[1:])
        signed = [r for two in hosts for r in contract(found, act.left, act.at, verb.end(), documents, two)]
        return Read(signed, verb.end(), first)
    linked = chain_of(text, parties)
    if (named := _named_as_sides(act, parties)) is not None:
        linked = named
    if linked and _HELD.match(text, linked[-1][1], act.at):
        return Read([], act.left, first)  # 论坛由甲与乙共同主办，累计签署协议百份: those who came sign
    pairs = pairs_in(text, parties, act.at)
    if len(pairs) > 1:
        return Read([*in_pairs(found, pairs, verb, documents)], verb.end(), first)
    if linked and _none_signs(act, linked):
        return Read([], act.left, first)
    if sides and linked and not _AND.search(text, linked[0][1], linked[-1][0]):
        linked = _of_sides(act, sides, linked, parties)
    signers = _signers(act)
    by = _by_hand(act, signers)
    if named is None:
        linked = _for_whom_signed(act, sides, linked, parties, signers)
    linked, more = _with_hand_beside(act, linked)
    by += more
    linked = guests if guests and len(linked) < NUMBER["双"] else linked
    if linked and (place := with_place_beside(found, linked, act.at)):
        linked = place
    if linked and text.startswith("该校", linked[-1][0]) and len({p[2] for p in linked}) == 1:
        linked = linked[-1:]  # 甲到访乙，并与该校签署
    others = bool(linked) and text[linked[0][0] - 1] in "与和同跟"
    first = first or (_subject(act, linked, parties) if others else None)
    if others and first:
        linked.insert(0, (linked[0][0] - 1, linked[0][0] - 1, first))
    elif linked and _WITH_OTHERS.match(text, linked[-1][1]) and act.at - linked[-1][1] > BESIDE:
        by += others_sign(found, linked, verb, documents)  # 甲、乙分别与所在乡镇签订
        linked = linked[:1]
    elif others or (_with_unread(text, linked, act.at) and not _AND.search(text, linked[0][1], linked[-1][0])):
        # 代表学校与甲、乙签署, 甲、乙与某企业签署: they do not sign with each other
        by += others_sign(found, linked, verb, documents)
        linked = linked[:1]
    end = max([verb.end(), *(d.end for d in documents if d.start > act.at and d.end - verb.end() < _WHAT)])
    by += [
        *one_by_one(found, linked, verb.end(), act.right),
        *contract(found, act.left, act.at, end, documents, linked),
    ]
    first = linked[0][2] if linked and (first or not others) else first
    return Read(by, max(end, verb.end()), first)


def _parties(act: Act, *, named: bool) -> list[Party]:
    """Who may sign in [left, stop): those before the verb; those behind it where none stands before, and all are `named`."""
    found, text, left, verb = act.found, act.text, act.left, act.verb
    parties = [
        p
        for p in parties_of(found, left, verb.start())
        if not (in_a_post(found, p) or _OF_GROUP.match(text, p[1]))
        and text[p[0] - 1 : p[0]] != "在"
        and not (text.startswith(_IS_HELD, p[1]) and _AT.search(text, max(left, p[0] - 8), p[0]))
        and not _OBEYED.search(text, max(left, p[0] - _FAR), p[0])
        and not (_BIDDEN.match(text, p[1], verb.start()) and _AS.search(text, max(left, p[0] - _FAR), p[0]))
        and not _UNDER.match(text, p[1], verb.start())
        and not text.endswith(_BUILT, left, p[0] - (text[p[0] - 1] == "“"))
    ]
    if places := places_of(found, left, verb.start()):
        parties = apart([*parties, *places])
    comma = text.find("，", verb.end(), act.stop)
    stop = comma if comma > 0 else act.stop
    if not parties and named and verb.group().endswith("签约"):
        parties = parties_of(found, verb.end(), stop)
        if parties and _OBEYED.search(text, verb.end(), parties[0][0]):
            parties = []
    told = {p[2] for p in parties_behind(found, verb.end(), act.stop, parties)}
    return [p for p in parties if not told or p[2] in told]  # 甲推动签署乙与丙合作协议


_FOR_SIDES = re.compile("(?:分别|共同|各自)代表(?=[^，。；]{4,60}\\Z)")


def _named_as_sides(act: Act, parties: list[Party]) -> list[Party] | None:
    """The two for whom persons sign, where these are named right before the verb: 甲、乙与丙、丁，分别代表某大学和某区签订."""
    stands = _FOR_SIDES.search(act.text, act.left, act.at)
    sides = [p for p in parties if stands is not None and p[0] >= stands.end()]
    if stands is None or len(sides) != NUMBER["双"] or sides[0][0] != stands.end() or sides[0][2] == sides[1][2]:
        return None
    return sides if act.text[sides[0][1] : sides[1][0]] in ("和", "与", "、") and sides[1][1] == act.at else None


def _none_signs(act: Act, linked: list[Party]) -> bool:
    """Whether none of those before a verb sign with each other."""
    text, (start, _, _), (_, end, _) = act.text, linked[0], linked[-1]
    if _FOR_OTHERS.fullmatch(text, end, act.at) and not act.found.people_index.within(end, act.at):
        return True  # 甲、乙等单位代表签约: each with somebody who is not named
    clause = clause_before(text, end, act.at)
    if clause > end and _THEY_SIGN.fullmatch(text, clause, act.at):
        return True
    if text.startswith("的", act.verb.end()) and "，" in text[end : act.at]:
        return True  # 依据是甲有关文件，还有三省市签署的协议: of others
    many = len(linked) > 1 and act.verb.group().endswith("签约") and _OF_MANY.fullmatch(text, end, act.at)
    if many and not _AND.search(text, linked[0][1], linked[-2][1]):
        return True
    if text.startswith("为", start - 2) and text[start - 1] in "与和同跟":
        return True  # 为与甲签约的学校提供资助
    return end == act.at and _FOUNDED.match(text, act.verb.end()) is not None  # 甲、乙发起的联盟签约成立


def _of_sides(act: Act, sides: re.Match[str], linked: list[Party], parties: list[Party]) -> list[Party]:
    """The parties that 双方 means, of those before it between which stands no 与."""
    seen = VISITED.search(act.text, max(act.left, linked[0][0] - 4), linked[0][0])
    if seen or len({p[2] for p in linked}) > NUMBER[sides[1]]:
        linked = []  # 访问了甲、乙，双方签署…
    told = {p[2]: p for p in reversed(parties)}  # 甲书记某、乙校长某出席仪式，双方签署…
    theirs = _THEIRS.match(act.text, sides.end(1) + 1)
    if len(linked) == 1 and len(told) == NUMBER[sides[1]] and not theirs:
        linked = sorted(told.values())
    return [] if theirs and len(linked) == 1 else linked


def _signers(act: Act) -> list[Name]:
    """The persons who sign with their own hand."""
    signers = signers_before(act.found, act.left, act.at)
    other = _joined_by(act, signers[0]) if len(signers) == 1 else None
    return [other, *signers] if other else signers


def _by_hand(act: Act, signers: list[Name]) -> list[Relation]:
    """What persons sign: several, one for whom it is said whom they stand for, or whoever the sentence tells of."""
    one = signers[0] if len(signers) == 1 else None
    if one is not None and "代表" not in act.text[one.end : act.at]:
        clause = max(clause_before(act.text, act.left, act.at), act.left)
        beside = act.text[one.start - 1] in "与同和" and parties_of(act.found, clause, one.start)
        return [*by_hand(act.found, one, act.verb.end(), act.documents)] if beside else []  # 甲学院与乙签下
    who = signers or _going_on(act)
    return [r for n in who for r in by_hand(act.found, n, act.verb.end(), act.documents)]


def _for_whom_signed(
    act: Act, sides: re.Match[str] | None, linked: list[Party], parties: list[Party], signers: list[Name]
) -> list[Party]:
    """The bodies that sign through the hands of persons or under a word for them all (双方, 三家企业), else those before the verb."""
    found = act.found
    sided = [(n, _as_told(found, body)) for n in signers if (body := body_served(found, n, act.employers))]
    if "代表" not in act.text[act.left : act.at]:  # a 副省长 does not say by itself that the government signs
        sided = [(n, body) for n, body in sided if body in found.body_names]
    if sides:  # 代表双方: whoever heads a part signs for the whole
        sided = [(n, _for_whom(found, body)) for n, body in sided]
    served = list(dict.fromkeys(body for _, body in sided))
    both = bodies_of_sides(found, sides.start(), NUMBER[sides[1]]) if sides and (not parties or served) else []
    own = len(served) == NUMBER["双"] == len(sided) and found.body_names.issuperset(served)
    if both and not own and (not parties or any(p[2].name in served for p in both)):
        return both
    if len(served) > 1 and len(sided) == len(signers):
        return [(n.start, n.end, org(body)) for n, body in sided]
    counted = COUNTED.search(act.text, act.left, act.at) if len({p[2] for p in parties}) < NUMBER["双"] else None
    if counted is None:
        places = _COUNTED_PLACES.search(act.text, act.left, act.at) if not parties else None
        named = places_counted(found, number_of(places[1]), places[2]) if places else []
        return [(*places.span(), p[2]) for p in named] if places else linked  # 5个州市在仪式上签订
    many = bodies_counted(found, counted, parties)
    return sorted([*((*counted.span(), p[2]) for p in many), *linked], key=lambda p: p[:2])


def _with_hand_beside(act: Act, linked: list[Party]) -> tuple[list[Party], list[Relation]]:
    """Those who sign with a person before them, for the body of that person, and what the person signs: 甲局长乙与丙签订."""
    if not linked:
        return linked, []
    people = act.found.people_index.within(act.left, act.at)
    hand = next((n for n in people if linked[0][0] - n.end in (1, 3)), None)
    if hand is None or act.text[linked[0][0] - 1] not in "与和同":
        return linked, []
    served = act.employers.get(hand.text)
    if not (act.found.title_of.get(hand.start) or (linked[0][0] - hand.end == 1 and served)):
        return linked, []
    by = [*by_hand(act.found, hand, act.verb.end(), act.documents)]
    return [(hand.start, hand.end, org(served)), *linked] if served else linked[:1], by


def _subject(act: Act, linked: list[Party], parties: list[Party]) -> Ref | None:
    """Who signs with those before whom 与 stands, where an earlier clause of the sentence names them."""
    found, text, left = act.found, act.text, act.left
    first: Ref | None = None
    if not (parties and parties[0] not in linked):
        since = SINCE.match(text, left, linked[0][0])
        doing = places_doing(found, since.end() if since else left, linked[0][0])
        first = doing[0][2] if doing else None  # 甲市将农产品纳入储备，与乙市签订…
    opens = parties and parties[0][0] - left <= _OPENS and not text.endswith(_BESIDE, left, parties[0][0])
    if not first and opens and parties[0] not in linked:
        first = _side(found, parties[0], linked[0][2])  # 甲大学校长…作了发言，并与乙签署
    if not first and (among := _one_of_them(act, parties)) is not None:
        first = among  # 甲大学是其中之一，与乙签署
    if not first and text.startswith("该校", linked[0][0]):  # 甲校长一行到访乙，并与该校签署
        came = visitors(found, act.begin, parties_of(found, act.begin, act.at))
        first = came[0][2] if came and came[1][2] == linked[0][2] else None
    return first


_AMONG_THEM = re.compile("(?:便|就|也|正)?(?:是其中之一|是其中一[所家个]|名列其中|位列其中|也在其中|在列)，")


def _one_of_them(act: Act, parties: list[Party]) -> Ref | None:
    """Who is said to be one of those whom the clauses before tell of, right before a clause without a subject."""
    for _, end, ref in reversed(parties):
        told = _AMONG_THEM.match(act.text, end, act.at)
        if told and act.text[told.end() : told.end() + 1] in tuple("与同和"):
            return ref
    return None


def _for_whom(found: Found, body: str) -> str:
    """The body for which the head of a body signs as one of two sides: of the university for a college; not for a hospital, a league
    of universities or an institute of an academy."""
    whole = found.superiors.get(body, body)
    return body if body.endswith(("医院", "联盟")) or whole.endswith(("科学院", "科院")) else whole


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


def _joined_by(act: Act, signer: Name) -> Name | None:
    """Who is said before in the sentence to sign with somebody: 甲作了介绍，并与某某大学校长乙共同签署."""
    found, text, left, verb = act.found, act.text, act.left, act.at
    clause = clause_before(text, left, verb)
    if clause <= left or not _TOGETHER_WITH.match(text, clause) or signer.start < clause:
        return None
    before = {n.text: n for n in found.people_index.within(left, clause)}
    return next(iter(before.values())) if len(before) == 1 and signer.text not in before else None


def _going_on(act: Act) -> list[Name]:
    """Who alone, or which list of persons, is said before in the sentence to do something, where a clause without a subject tells of the
    signing: 甲作了汇报，并与各高校签署; 甲、乙先后发言，并共同签署."""
    found, left, verb = act.found, act.left, act.at
    clause = clause_before(found.page.text, left, verb)
    if clause <= left or found.people_index.within(clause, verb):
        return []
    who = list({n.text: n for n in found.people_index.within(left, clause)}.values())
    together = _ALL_OF_THEM.match(found.page.text, clause) is not None
    if together and len(who) > 1 and _ONE_FOR_ANOTHER.search(found.page.text, who[0].end, who[-1].start):
        return []  # 校长甲代表校长乙致辞
    if not together and not _TOGETHER_WITH.match(found.page.text, clause):
        return []
    return who if (together or len(who) == 1) and all(n.start in found.title_of for n in who) else []


def _with_unread(text: str, linked: list[Party], verb: int) -> bool:
    """Whether those with whom a list signs stand right behind it, under names that were not read."""
    return len(linked) > 1 and _UNREAD.fullmatch(text, linked[-1][1], verb) is not None
