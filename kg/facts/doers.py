"""Who does what a verb says whose clause does not name them: 甲联合乙，邀请丙，共同举办…; 甲加强管理，与乙签署…; 甲校长一行赴丙考察，并签署…

A clause that opens with its verb, or with 联合乙 or 与乙 before it, goes on with the subject of an earlier clause of its sentence.
One reading of that serves whatever asks for it: who holds, issues, carries out, founds, signs, works together.
"""

import re
from typing import NamedTuple

from kg.facts.parties import Party
from kg.mentions.event_clause import clause_of
from kg.mentions.found import Found

# What may open a clause before its subject or its verb.
SINCE = re.compile(
    "(?:(?:近年|近几年|多年|去年以|今年以|长期以|一直以|年初以|\\d{4}年以|\\d{1,2}月以)来|近期|目前|据了解|据悉|据介绍|近日|日前|今年|去年|会上|其间|期间|当[日天][上下]?午?|[今昨]日|[今昨]天|(?:\\d{4}年)?(?:\\d{1,2}月)?(?:\\d{1,2}[日号])?(?:至\\d{1,2}[日号])?(?:上午|下午|晚上?)?)?"
)
# What stands between the mark that opens a clause and its verb, where it names nobody. No word twice, and never more than a few in a
# row: what can be read in many ways takes ever longer.
ADVERBS = "并|还|也|又|同时|并且|进一步|不断|正在|已经?|将|现场|随后|之后|会后|其间|期间|在此基础上|拟|先后|相继|陆续|成功|决定|计划|当天|现|再|正式|即将|均|积极|主动|继而|深入|全面|大力|全力|扎实|牵头"
_ALSO = re.compile(
    f"(?:{ADVERBS}|，){{0,8}}(?:(?:面向|围绕|针对|依托|结合|聚焦|立足|通过|利用|以|在|于|来?到|前?赴|前往|走进|深入|奔赴)[^，。；]{{2,24}}?(?:{ADVERBS}){{0,8}})?"
)
# Who does it with them.
_WITH = re.compile(f"(?:{ADVERBS}|共同|牵头|率先|分别){{0,8}}(?:联合(?!会)|携手|会同|协同|联手|[与和同])")
_UNNAMED = re.compile(
    "(?:有关|相关|多家|各级|各|社会|爱心|部分|当地|本地|多个|一批|若干|众多|其他|区域内){0,3}(?:企业|部门|单位|机构|力量|人士|高校|院校|组织|方面|各界|媒体|医院|学校|专家|团队)|[一-鿿]{2,6}部门"
)
_HOW = "(?:共同|联合|合作|一起|携手|分别|先后|正式|将|现场|也|成功){0,8}"
_AFTER = re.compile(f"(?:等[^，。；、]{{0,16}})?，?{_HOW}(?:(?:在|就|于)[^，。；]{{2,30}}?)?{_HOW}")
# Who asks, says or wants something does not do it.
ASKS = re.compile(
    "要求|提出|指出|强调|明确|表示|介绍|鼓励|支持|引导|希望|建议|指导|帮助|号召(?![，。])|呼吁|倡导|部署|督促|通知|认为|说(?!明)|称(?!号)|获悉|了解到|(?<![重主必需])要(?![素点闻求])|由|让|："
)
_JOINTLY = re.compile("并?(?:共同|联合|携手|合作|合力|联手|协同|共建|合办)")
_PLANS = re.compile("将|拟")
_JOINT = re.compile(
    "(?:等[一-鿿\\d]{0,8})?(?:、|和|与|及|以及|联合|携手|会同|协同|同)|[（(][^（）()]{1,16}[)）](?:、|和|与)"
)
_LONG = 200  # characters between a subject and its last verb


class Doers(NamedTuple):
    """Those who open the clauses that a verb goes on, and those with whom they do it."""

    own: list[Party]
    along: list[Party]

    @property
    def all(self) -> list[Party]:
        """Both, in the order of the text."""
        return sorted({*self.own, *self.along}, key=lambda p: p[:2])


def doers(found: Found, start: int, verb: int, parties: list[Party], *, planned: bool = False) -> Doers:
    """Who does what the verb at `verb` says, in a sentence that begins at `start`, where its clause goes on an earlier one; `planned`
    takes what is still to come, too."""
    text, clause = found.page.text, clause_of(found.page.text, start, verb)
    along = _along(text, clause, verb, parties)
    if along is None or clause == start:
        return _NOBODY
    joint = not along and _JOINTLY.match(text, verb)  # 甲与乙签订协议，合作举办丙
    while clause > start and verb - clause < _LONG:
        stop = clause - 1
        clause = clause_of(text, start, stop)
        begin = SINCE.match(text, clause, stop)
        first = begin.end() if begin else clause
        own = list_from(text, [p for p in parties if p[1] <= stop], first)
        if not own and text.startswith("由", first):  # 由甲、乙牵头成立的丙，在某地召开…
            own = [p for p in parties if p[1] == stop and text[p[0] - 1] == "的"]
            if own:
                return Doers(own, along)
        if own and own[0][1] < stop:
            end = own[-1][1]
            asks = ASKS.search(text, end, verb) or (not planned and _PLANS.search(text, end, verb))
            title = found.next_title(end)  # 甲局局长乙、丙公司经理丁，在某地举行…: it is they who do
            person = title and title.start == end and not _LEADS.search(text, end, stop)
            other = person or _SITE.match(text, end, stop + 1)
            return _NOBODY if asks or other else Doers(own, along)
        if text[stop] != "，":
            break
        along = [*(_along(text, clause, stop, parties, ends=not joint) or ()), *along]
    return _NOBODY


_NOBODY = Doers([], [])
_LEADS = re.compile("率(?:队|团|领)?|带队|一行")  # 甲大学校长率队走访某市，与乙签订…: the university does
# 某某大学礼堂内，举行…: where, and not who.
_SITE = re.compile("[^，。；]{0,8}(?:里|内|门前|门口|校园|操场|现场|广场|礼堂|会议室|会议厅|报告厅)，")


def _along(text: str, clause: int, stop: int, parties: list[Party], *, ends: bool = True) -> list[Party] | None:
    """With whom a clause says that its subject does something; None where it `ends` not so, but says more before `stop`."""
    if _ALSO.fullmatch(text, clause, stop):
        return []
    joined = _WITH.match(text, clause, stop)
    if joined and _UNNAMED.fullmatch(text, joined.end(), stop):
        return []
    along = list_from(text, [p for p in parties if p[1] <= stop], joined.end()) if joined else []
    return along if along and (not ends or _AFTER.fullmatch(text, along[-1][1], stop)) else None


def list_from(text: str, parties: list[Party], start: int) -> list[Party]:
    """The list of parties that begins at a position."""
    listed = list[Party]()
    for p in parties:
        if (p[0] == start) if not listed else _JOINT.fullmatch(text, listed[-1][1], p[0]):
            listed.append(p)
        elif listed:
            break
    return listed


_GOES_TO = re.compile("(?:访问|走访|参访|拜访|考察|调研|到访|前往|赴|到|来到|走进|莅临|抵达)了?\\Z")
_THEY = re.compile(
    f"(?:{ADVERBS}){{0,8}}(?:双方|两(?:家单位|[校院家馆地])|与(?:该[校院]|其|之|对方))?(?:{ADVERBS}|共同){{0,4}}(?:(?:在|就)[^，。；]{{2,40}}?)?(?:{ADVERBS}|共同){{0,8}}"
)


# 甲访问乙、丙，分别与两校签署…
_EACH = re.compile(
    f"(?:{ADVERBS}|分别|各自){{0,8}}[与和同](?:以上|上述|对方|这)?[两三四五六七八九十]{{0,2}}[所家个]?(?:[校院家地馆方]|高校|学校|大学|企业|单位|医院|机构)(?:{ADVERBS}|分别){{0,8}}"
)


def visit(found: Found, start: int, verb: int, parties: list[Party]) -> list[Party]:
    """Who goes to whom, where the one and the others do what the verb at `verb` says: 甲校长一行赴乙考察，并签署…"""
    text, clause = found.page.text, clause_of(found.page.text, start, verb)
    before = [p for p in parties if p[1] < clause]
    each = _EACH.fullmatch(text, clause, verb)
    if not before or not (each or (len({p[2] for p in before}) == _TWO and _THEY.fullmatch(text, clause, verb))):
        return []
    pair = visitors(found, start, before if each else [before[0], before[-1]])
    if each and not pair:  # 甲联合乙、丙开展…，并与两家单位会签
        pair = list_from(text, before, before[0][0])
        joined = len(pair) >= _TWO and _WITH.fullmatch(text, pair[0][1], pair[1][0])
        return pair if joined else []
    hosts = list_from(text, before[1:], pair[1][0]) if each and pair else pair[1:]
    return [*pair[:1], *hosts] if pair and not ASKS.search(text, pair[0][1], verb) else []


def visitors(found: Found, start: int, parties: list[Party]) -> list[Party]:
    """The first two of the parties, where the one opens a clause and goes to the other."""
    if len(parties) < _TWO or parties[0][2] == parties[1][2]:
        return []
    (guest, end, _), (host, _, _) = parties[:_TWO]
    opens = clause_of(found.page.text, start, guest)
    begin = SINCE.match(found.page.text, opens, guest)
    comes = (begin.end() if begin else opens) == guest and _GOES_TO.search(found.page.text, end, host)
    return parties[:_TWO] if comes else []


_TWO = 2
