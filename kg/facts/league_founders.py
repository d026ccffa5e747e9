"""Founders of a league whose page tells of it in the words of its leaders: 由甲、乙等5家单位牵头, 甲、乙两所牵头院校, 作为联盟发起单位，甲…"""

import re
from collections.abc import Iterator

from kg.facts.doers import list_from
from kg.facts.parties import Party, alliance_at, list_to, org, parties_of
from kg.facts.signatories import number_of
from kg.mentions.body import Body
from kg.mentions.found import Found
from kg.model import Kind, LineRole, Relation, Sentence

# Without the founding told somewhere on the page, who leads a league did not found it.
_FOUNDED = re.compile("成立|组建|揭牌|创建|筹建|诞生|获批")
_ANY = re.compile(
    "牵头|(?:发起|创始|共建)(?:单位|高校|院校|方)|(?:倡议|发起)下|共同|联合|合作|携手|的(?:单位|机构|高校|院校|学校)?，?(?:分别|正|就)?(?:[是为有]|包括)|(?:成立|创办|创建|设立|组建|发起|建立)的"
)
_LEAGUE = "(?:联盟|联合体|共同体|协作体|医联体|集团|协会|学会)"
# 联合体以某高新区为依托，由甲、乙等5家单位牵头
_LED_BY = re.compile(
    "由(?P<who>[^。；由]{2,160}?)(?:等?(?:\\d{1,3}|[两三四五六七八九十])?[余多]?[家所个]?(?:单位|高校|院校|学校|企业)?)?(?:共同|联合)?牵头(?=[，。；])"
)
_LEAGUE_LED = re.compile(
    f"{_LEAGUE}(?:今[天日]|正式|宣告|成立|揭牌|组建|现|目前|以[^，。；：]{{2,16}}为[^，。；：]{{2,8}}|在[^，。；：]{{2,16}}(?:成立|揭牌)|，){{0,4}}\\Z"
)
# 甲和乙两所牵头院校
_LEADERS = re.compile(
    "(?:[两三四五六七八九十]|\\d{1,2})[家所个]牵头(?:院校|单位|高校|学校|企业)(?=[，。；及和共到参以将]|先后|分别)"
)
# 作为联盟发起单位，甲…; 甲、乙为联盟发起单位
_AS = re.compile(f"作为(?:该|本|此)?{_LEAGUE}的?(?:主要|联合)?(?:发起|创始|共建)(?:单位|高校|院校|方)(?:之一)?，")
_ARE = re.compile(
    f"(?:均|都|同)?(?:为|是)(?:该|本|此|(?P<named>[一-鿿“”]{{2,24}}?))?{_LEAGUE}的?(?:主要|联合|共同)?(?:发起|创始|共建)(?:单位|高校|院校|方)(?:之一)?(?=[，。；])"
)
# 发起单位之一、甲总经理某说
_ONE_OF = re.compile("(?:发起|创始|共建)(?:单位|高校|院校|方)之一[、，]")
# 联盟在甲、乙的共同倡议下成立
_AT_WHOSE = re.compile(
    "，?在(?P<who>[^，。；]{2,80}?)的?(?:共同|联合)?(?:倡议|发起)下，?(?:正式|宣告)?(?:成立|组建|诞生)"
)
# 研究院是甲和乙联合成立的机构
_IS_OF = re.compile(
    "[是系]由?(?P<who>[^，。；是由]{2,80}?)(?:共同|联合|合作|携手)(?:(?:成立|创办|创建|设立|组建|发起|建立)(?=[，。；])|(?:成立|创办|创建|设立|组建|发起|建立|打造){1,2}的[^，。；的]{0,12}?(?:机构|平台|研究院|研究中心|联盟|联合体|共同体|智库|实体|组织|学院|院校)(?=[，。；]))"
)


def league_founders(found: Found) -> Iterator[Relation]:
    """establishes of one page, by whom it calls the leaders and founders of its league."""
    text = found.page.text
    if _ANY.search(text) is None:
        return
    founded = _FOUNDED.search(text) is not None
    for sentence in found.page.sentences:
        if sentence.role is LineRole.BODY and _ANY.search(text, sentence.start, sentence.end):
            if founded and (ours := alliance_at(found, sentence.start + 1)) is not None:
                yield from _of_ours(found, sentence, ours)
                yield from _counted(found, sentence, ours)
            yield from _named_last(found, sentence)
            for thing in found.body_index.within(sentence.start, sentence.end):
                m = _AT_WHOSE.match(text, thing.end, sentence.end) if thing.group == "Alliance" else None
                m = m or _IS_OF.match(text, thing.end, sentence.end)
                if m is not None and not found.document_index.around(thing.start, thing.end):
                    yield from _founded(found, parties_of(found, *m.span("who")), thing, m.start(), m.end())


_FOUND = "成立|创办|创建|设立|组建|发起"
_FOUND_IT = re.compile(f"(?:共同|联合|携手|牵头|发起){{0,3}}(?:{_FOUND})了?“?\\Z")
_ARE_THE = re.compile("”?的(?:单位|机构|高校|院校|学校)?，?(?:分别|正|就)?(?:[是为有]|包括)[：:]?")
# 在甲和乙的倡议下，联盟成立
_AT_HEAD = re.compile("在(?P<who>[^，。；在]{2,80}?)的?(?:共同|联合)?(?:倡议|发起|牵头)下，“?")
_COMES = re.compile(
    "”?(?:[于在][^，。；]{1,12}?)?(?:正式|宣告|应运而?|今[天日]|日前|近日){0,3}(?:成立|组建|揭牌|诞生)(?:大会|仪式)?(?=[，。；])"
)


def _named_last(found: Found, sentence: Sentence) -> Iterator[Relation]:
    """成立联盟的，是甲和乙; 在甲和乙的倡议下，联盟成立."""
    text = found.page.text
    for thing in found.body_index.within(sentence.start, sentence.end):
        if found.document_index.around(thing.start, thing.end):
            continue
        verb = _FOUND_IT.search(text, max(sentence.start, thing.start - _NEAR), thing.start)
        are = _ARE_THE.match(text, thing.end, sentence.end) if verb else None
        if verb and are and (verb.start() == sentence.start or text[verb.start() - 1] in "，；："):
            listed = list_from(text, parties_of(found, are.end(), sentence.end), are.end())
            if listed and (listed[-1][1] in found.title_at or text.startswith("的", listed[-1][1])):
                continue  # 倡议成立甲书院的是乙大学教授丙
            yield from _founded(found, listed, thing, verb.start(), are.end())
        head = next((m for m in _AT_HEAD.finditer(text, sentence.start, thing.start) if m.end() == thing.start), None)
        if head and thing.group == "Alliance" and (came := _COMES.match(text, thing.end, sentence.end)):
            yield from _founded(found, parties_of(found, *head.span("who")), thing, head.start(), came.end())


_NEAR = 12  # characters of the verb before what was founded


# 共同体的牵头单位有15家。企业方面是甲、乙，高校有丙…
_SO_MANY = re.compile(
    "(?:的(?:牵头|发起|创始|共建)(?:单位|高校|院校|方)|(?:共同|联合)(?:发起|组建|成立){1,2}的(?:单位|高校|院校|学校|企业)?)共?有(?P<number>\\d{1,3}|[两三四五六七八九十])[家所个][。：，]"
)
_LISTS = ("是", "有", "即", "包括", "为", "：")


def _counted(found: Found, sentence: Sentence, ours: Body) -> Iterator[Relation]:
    """The founders whose number a page gives before it names exactly so many of them in that paragraph."""
    for m in _SO_MANY.finditer(found.page.text, sentence.start, sentence.end):
        group = found.bodies_ending.get(m.start())
        if not m.group().startswith("的"):
            group = _named(found, sentence.start, m.start(), ours)
        end = found.page.text.find("\n", m.end())
        who = parties_of(found, m.end(), end if end > 0 else len(found.page.text))
        named = {p[2]: p for p in reversed(who)}
        announced = bool(who) and found.page.text.endswith(_LISTS, m.start(), who[0][0])
        if group is not None and group.group == "Alliance" and announced and len(named) == number_of(m["number"]):
            yield from _founded(found, sorted(named.values()), group, m.start(), m.end())


def _of_ours(found: Found, sentence: Sentence, ours: Body) -> Iterator[Relation]:
    """The founders of the league that is told of."""
    for who, m in _leaders(found, sentence):
        league = _named(found, sentence.start, m.end(), ours)
        if m.groupdict().get("named") and not m.start() <= league.start < m.end():
            continue  # 甲是另一联盟的发起单位, which was not read
        yield from _founded(found, who, league, m.start(), m.end())


def _leaders(found: Found, sentence: Sentence) -> Iterator[tuple[list[Party], re.Match[str]]]:
    """Those who are said to lead a league or to have founded it, and the words that say so."""
    text = found.page.text
    for m in _LED_BY.finditer(text, sentence.start, sentence.end):
        if _LEAGUE_LED.search(text, sentence.start, m.start()):
            yield parties_of(found, *m.span("who")), m
    for pattern in (_LEADERS, _ARE):
        for m in pattern.finditer(text, sentence.start, sentence.end):
            who = list_to(text, parties_of(found, sentence.start, m.start()), m.start())
            if len(who) > (pattern is _LEADERS):
                yield who, m
    for pattern in (_ONE_OF, _AS):
        for m in pattern.finditer(text, sentence.start, sentence.end):
            yield [p for p in parties_of(found, m.end(), sentence.end) if p[0] == m.end()], m


def _named(found: Found, start: int, position: int, ours: Body) -> Body:
    """The league that the sentence names last before a position, else the one that is told of."""
    named = [b for b in found.body_index.within(start, position) if b.group == "Alliance"]
    return named[-1] if named else ours


def _founded(found: Found, who: list[Party], thing: Body, start: int, end: int) -> Iterator[Relation]:
    name = org(found.body_name(thing))
    for begin, stop, one in who:
        if one != name and one.kind is Kind.ORGANIZATION:
            yield Relation(
                (found.page.span(min(start, begin), max(end, stop)),), "founders of a league", one, "establishes", name
            )
