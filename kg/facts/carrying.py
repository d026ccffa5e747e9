"""Who carries out a programme, holds a contest or issues a document: 甲实施乙计划, 甲举办乙大赛, 甲印发《丙》."""

import re
from collections.abc import Iterator

from kg.facts.doers import ADVERBS, ASKS, SINCE, doers, list_from
from kg.facts.gatherings import Gatherings
from kg.facts.parties import (
    Party,
    apart,
    is_made,
    list_ending,
    our_place,
    parties_of,
    places_doing,
    places_opening,
    places_together,
)
from kg.facts.programs import beside
from kg.mentions.event_clause import clause_of
from kg.mentions.found import Found
from kg.model import Kind, LineRole, Ref, Relation, Sentence
from kg.text.scan import matches

_LISTED = re.compile("[）)]{0,4}(?:[、和与及，同]|联合|会同|携手|以及)")
# 甲会理事长某、乙会秘书长某共同启动…: bodies by their heads.
_HEADS_LISTED = re.compile("(?:[一-鿿·]{3,16})?[、和与及]")
_CARRY = re.compile(
    r"(?:(?=[大深全积扎率持共联启组牵已将正先创探谋统部精认稳有继加快广连第一二三四五六七八九十\d具协策主同贯])(?:贯彻|大力|深入|全面|积极|扎实|率先|持续|共同|联合|启动|组织|牵头|已|将|正在|先后|创新|探索|谋划|统筹|部署|精心|全力|认真|稳步|有序|继续|加快|广泛|连续|第?[\d一二三四五六七八九十]{1,3}年|具体|协同|策划|主动|同步)){0,5}(?:实施|开展|推进|推行|推出|推动|深化|启动|发起(?!设立|成立|组建|创)|增设|承担|落实|打造|建设|运营)(?:了|的|国家|新一轮|省级|国家级|20\d\d年度?|第[一二三四五六七八九十\d]{1,3}[个批期项轮]|首[个批期项轮]|(?:以|面向|针对|围绕)[^，。；“”]{2,24}的|“[^“”。；\n]{2,24}”的)*(?:(?!仪式|典礼|大会)[一-鿿]{2,10}(?=“)|“[^“”。；\n]{2,24}”[一-鿿]{2,10}(?:20\d\d年?)?)?“?\Z"
)
# 实施甲计划——乙行动
_OF_WHOLE = re.compile("(?:实施|开展|推进|推行|推出|启动)了?[一-鿿]{4,20}(?:计划|行动|工程|项目)[—－]{1,2}\\Z")
_SPAN = 30  # characters of it
# 甲支持开展乙, 参与实施丙: who helps or takes part does not carry it out.
_HELPS = re.compile(
    "支持|参与|参加|协助|配合|助力|鼓励|倡导|指导|赞助|资助|呼吁|建议|要求|督促|引导|加入|申报|获批|入选|支援"
)
# 甲成功举办3届乙大赛
_HOLD = re.compile(
    r"(?:大力|深入|积极|共同|联合|组织|牵头|已|先后|成功|连续|每年|开设|精心|全力|统筹|集中|累计|是?第[一二三四五六七八九十\d]{1,2}次|是?[首再多]次|\d{1,2}年){0,6}(?<!参与)(?:举办|主办|开办|承办)(?:了|过|的)?(?:(?:\d{1,3}|[一二两三四五六七八九十]{1,3})[届期次场季]|首届|多[届期次场])?“?\Z"
)
# Programmes that one holds rather than carries out.
_HELD_KINDS = (
    "赛",
    "节",
    "论坛",
    "讲堂",
    "讲坛",
    "博览会",
    "展览",
    "训练营",
    "夏令营",
    "冬令营",
    "活动周",
    "科技周",
    "班",
)
# 由甲与乙联合举办的某某大赛
_HELD_BY = re.compile(
    "(?:^|(?<=[，。；了 　]))由(?P<who>[^，。；由]{2,60}?)(?:共同|联合|合作|携手)?(?:主办|举办|开办)的[“]?\\Z"
)
# 计划由甲、乙联合实施.
_CARRIED_BY = re.compile(
    r"[”》]?(?:（[^（）]{1,16}）)?(?:项目|计划|活动|工程|行动)?(?:的[^，。；由“”]{2,14}工作)?(?:(?:始|起)于\d{4}年，)?(?:，|是|系|已|均|主要|目前|现|将|自?(?:\d{4}年)?(?:\d{1,2}月)?起?|于\d{4}年(?:\d{1,2}月)?){0,3}(?<!自)由(?:[^，。；由]{2,40}(?:指导|主管|支持|资助|出资|捐资|批准)[，、]由?)?(?P<who>[^，。；由]{2,80}?)(?:等(?:[\d一二两三四五六七八九十]{0,3}[个家所]?(?:单位|部门|高校|部委|机构|企业))?)?(?:具体|负责|牵头|共同|联合|合作|组织|统筹|全面|正式|\d{4}年){0,4}(?:(?:发起|启动)并?)?(?:实施|推行|推出|启动|发起|承担|执行|运营|推进|开展)(?!的)"
)
# 计划是甲推出的一项举措.
_IS_BY = re.compile(
    "[”》]?(?:（[^（）]{1,16}）)?(?:项目|计划|活动|工程|行动)?是由?(?:[^，。；是]{2,40}?(?:指导|主管|支持|资助|出资|批准|负责|管理)[、，](?:由|委托)?){0,2}(?P<who>[^，。；由是]{2,60}?)(?:共同|联合|牵头|组织|\\d{4}年|今年|近年来?)*(?:实施|推行|推出|启动|发起|开展|打造)的"
)
# 该项目由甲、乙共同开展: what was named last before.
_THIS_BY = re.compile(
    r"(?:(?<=[，。；\n 　])|^)(?:该|此|这一|这个|这项|此项|本|此次)(?P<kind>项目|计划|活动|工程|行动)(?:是|系|已|均|主要|目前|将|自?(?:\d{4}年)?(?:\d{1,2}月)?起?，?){0,3}由(?P<who>[^，。；由]{2,120}?)"
    r"(?:等(?:[\d一二两三四五六七八九十]{0,3}[个家所]?(?:单位|部门|高校|部委|机构|企业))?)?(?:具体|负责|牵头|共同|联合|合作|组织|统筹|全面|正式|携手|\d{4}年){0,4}(?:实施|推行|推出|启动|发起|承担|执行|运营|推进|开展)(?!的)"
)
_KINDS = ("项目", "计划", "活动", "工程", "行动")
_THIS = re.compile("[该此这本](?<![^，。；\\n 　].)")
# “甲计划”，乙、丙2010年起全面实施.
_CARRIED_AFTER = re.compile(
    r"[”》]?(?:（[^（）]{1,16}）)?，(?P<who>[^，。；由]{2,60}?)(?:[自从于]?(?:\d{4}|[今去前])年(?:\d{1,2}月)?(?:起|以来|开始|就|即)*|近年来?|多年来?)?"
    r"(?:已|都|均|共同|联合|合作|组织|全面|正式|持续|连续|开始|启动|已经|具体|负责|先后|率先){0,6}(?:实施|推行|推出|启动|发起)(?:至今|以来|[\d一二两三四五六七八九十多]{1,3}年)?(?=[，。；])"
)
_ISSUE = re.compile(
    r"(?:联合|正式|共同|对外|先后|近日|日前|已|还|昨日|于?\d{1,2}[月日]){0,6}(?:发布|印发|出台|公布|颁布|下发|制定|编制|发表|发出(?=了?《[^《》]{2,60}(?:通知|公告|通告|意见|函)》))(?:并?(?:实施|施行))?(?:了|的)?(?:首个|最新|全国首个)?《?\Z"
)
# 推出希望工程新产品, 建设“甲计划”基地: something else that is called after it.
_CALLED_AFTER = re.compile(
    "[”》]?的?(?:首[批个]|系列|新|子)?[一-鿿]{0,4}?(?:产品|品牌|基地|中心|小学|学校|工作室|平台|丛书|课程|服务站|站点|专栏|网站|人才|名师|成果|礼包|套餐|主题曲)"
)
_PAPERS = ("》白皮书", "》蓝皮书", "》绿皮书", "》声明", "》公报")
_OBEYED = re.compile("[”》]?[^，。；]{0,30}(?:精神|要求|部署|会议|协议|决定|意见)")  # 落实甲工程现场会精神
# 发布《丙》的有关情况: what is told of it, and not the document.
_OF_IT = re.compile("》?的?[^，。；的《》]{0,12}(?:背景|意义|情况|要点|亮点|进展|解读|目标)")


def carried_out(found: Found, events: Gatherings, sentence: Sentence) -> Iterator[Relation]:
    """甲实施乙计划; 甲举办乙大赛; 甲印发《丙》."""
    text = found.page.text
    targets = [
        (p.start, p.end, Ref(Kind.PROGRAM, p.text), _CARRY, "implements")
        for p in found.program_index.within(sentence.start, sentence.end)
    ]
    targets += [
        (p.start, p.end, Ref(Kind.PROGRAM, p.text), _HOLD, "organizes")
        for p in found.program_index.within(sentence.start, sentence.end)
        if p.text.rstrip("”").endswith(_HELD_KINDS)
    ]
    targets += [
        (d.start, d.end, Ref(Kind.DOCUMENT, d.text), _ISSUE, "publishes")
        for d in found.document_index.within(sentence.start, sentence.end)
        if not _OF_IT.match(text, d.end, sentence.end)
    ]
    if not targets:
        return
    parties = parties_of(found, sentence.start, sentence.end)
    last: dict[str, tuple[int, list[Party]]] = {}  # where the one named last ends, and who carries it out
    for start, end, ref, verb, predicate in targets:
        if predicate != "publishes" and ref.name.rstrip("”").endswith(_HELD_KINDS):
            this = next((g for g in events.all if any(s < end and start < e for s, e in g.mentions)), None)
            if this and (predicate == "implements" or this.hosts):
                continue
            ref = Ref(Kind.EVENT, this.name) if this else ref  # the one of this year is an event
        if predicate != "publishes" and found.document_index.around(start, end):
            continue  # 印发《关于实施甲计划的意见》
        if predicate == "implements":
            for s, e, who in _told_behind(found, end, sentence):
                yield Relation((found.page.span(min(s, start), max(e, end)),), predicate, who, predicate, ref)
        clause = clause_of(text, sentence.start, start)
        if predicate == "organizes" and (by := _HELD_BY.search(text, max(sentence.start, start - 70), start)):
            for s, e, who in parties_of(found, *by.span("who")):
                yield Relation((found.page.span(s, max(end, e)),), "held by", who, predicate, ref)
            continue
        opened = (
            predicate == "implements" and text[start] == "“"
        )  # the mark tells how far what stands before it reaches
        m = verb.search(text, clause, start + opened)
        if m is None and predicate == "implements":
            m = _OF_WHOLE.search(text, max(clause, start - _SPAN), start)
        if predicate == "implements" and _CALLED_AFTER.match(text, end, sentence.end):
            continue
        if m is not None and "发表" in m.group() and not text.startswith(_PAPERS, end):
            continue  # 发表《甲》: a book or a talk
        if m is not None and m.group().startswith("落实") and _OBEYED.match(text, end, sentence.end):
            continue
        edge, group = last.get(predicate, (sentence.start, []))
        if m is not None:
            group = _who(found, sentence, m.start(), parties, predicate)
        elif not beside(text, edge, start):
            continue
        last[predicate] = end, group
        for s, _, who in group:
            yield Relation((found.page.span(s, end),), predicate, who, predicate, ref)


def _told_behind(found: Found, end: int, sentence: Sentence) -> Iterator[Party]:
    """Who carries out the programme that ends at a position, where that is said behind it, with the end of what says so."""
    for match, whole in (
        (_CARRIED_BY.match, False),
        (_IS_BY.match, False),
        (_CARRIED_AFTER.match, True),
        (_CARRIES_IT.match, True),
    ):
        if m := match(found.page.text, end, sentence.end):
            text, (left, right) = found.page.text, m.span("who")
            parties = [p for p in parties_of(found, left, right) if not _HEEDED.search(text, max(left, p[0] - 4), p[0])]
            if whole:
                parties = _list_whole(found.page.text, parties, *m.span("who"))
                parties = parties or [p for p in places_opening(found, *m.span("who")) if p[1] == m.end("who")]
            elif (
                not parties and (named := _SO_MANY_UNITS.search(m["who"])) is not None and named.end() == len(m["who"])
            ):
                parties = _named_behind(found, m.end(), sentence.end)  # 由四家单位联合实施，分别是甲、乙
            yield from ((s, max(m.end(), e), who) for s, e, who in parties)


_HEEDED = re.compile("(?:响应|根据|依据|按照?|遵照|受)了?\\Z")  # 由民进中央响应|中共中央号召而实施
# 行动计划江西近年来已连续实施两期
_CARRIES_IT = re.compile(
    r"[”》]?(?:（[^（）]{1,16}）)?(?P<who>[一-己巳-鿿]{2,24}?)(?=[近多率先连全深持正目已早\d])(?:近年来?|多年来?|已|先后|连续|率先|全面|深入|持续|正在|目前|早在\d{4}年就|\d{4}年[起就]?){1,5}(?:实施|推行|开展|启动)(?=[，。；了]|\d|多|[两三四五六七八九十]期)"
)
_SO_MANY_UNITS = re.compile("(?:[两三四五六七八九十]|\\d{1,2})[家个](?:单位|部门|机构|高校|企业|部委|方)")
_ARE_BEHIND = re.compile("，(?:分别|即|它们|依次)*(?:是|为)")


def _named_behind(found: Found, start: int, end: int) -> list[Party]:
    """The list behind 分别是."""
    m = _ARE_BEHIND.match(found.page.text, start, end)
    listed = list_from(found.page.text, parties_of(found, m.end(), end), m.end()) if m else []
    return [] if listed and found.page.text.startswith("的", listed[-1][1]) else listed


def _list_whole(text: str, parties: list[Party], start: int, end: int) -> list[Party]:
    """The parties, if they are all that stands in [start, end)."""
    chain = list_ending(text, parties, _LISTED)
    return chain if chain and chain[0][0] == start and chain[-1][1] == end else []


def _who(found: Found, sentence: Sentence, verb: int, parties: list[Party], predicate: str) -> list[Party]:
    """Who does what a verb says: those of earlier clauses, else the list right before it, else the place (某市实施“甲”计划, 我州出台《乙》)."""
    text = found.page.text
    doing = _places_doing(found, sentence.start, verb) if predicate != "organizes" else []
    if (earlier := doers(found, sentence.start, verb, apart([*parties, *doing]) if doing else parties)).own:
        return earlier.all
    clause = clause_of(text, sentence.start, verb)
    before = [p for p in parties if clause <= p[0] and p[1] <= verb and not is_made(found, p[0])]
    if clause == sentence.start and predicate != "organizes" and _OPENS.fullmatch(text, clause, verb):
        if _ATTRIBUTE.match(text, verb):
            return []  # 正在实施的甲计划形成产品百项
        return _told_before(found, sentence)
    if not before and predicate != "organizes":
        since = _THIS_IS.match(text, clause, verb) or SINCE.match(text, clause, verb)
        begin = since.end() if since else clause
        if (ours := _OUR.fullmatch(text, begin, verb)) and (place := our_place(found, begin, ours["level"])):
            return [(begin, verb, place)]
        if there := _IN_OR_FOR.search(text, begin + 2, verb):
            verb = there.start()  # 甲市在乙地区|推进丙项目
        return [p for p in places_opening(found, begin, verb) if p[1] == verb] or places_together(found, begin, verb)
    while before and (there := _THERE.search(text, clause, before[-1][0])):  # 甲、乙在丙共同启动, 甲校长一行赴丙开展
        verb = there.start()
        before.pop()
    if not before or verb - before[-1][1] > _NEAR or _HELPS.search(text, before[-1][1], verb):
        return []
    through = found.people_index.within(before[-1][1], verb)
    return list_ending(text, before, _HEADS_LISTED if through else _LISTED)


def _told_before(found: Found, sentence: Sentence) -> list[Party]:
    """Who does what the sentence before in the paragraph ends with, for one that opens with its verb: 甲市深入推进改革。先后出台《乙》."""
    text, told = found.page.text, found.sentence_at(sentence.start - 1)
    if told is None or told.paragraph != sentence.paragraph or told.role is not LineRole.BODY:
        return []
    stop = told.end - 1
    parties = apart([*parties_of(found, told.start, stop), *_places_doing(found, told.start, stop)])
    last = clause_of(text, told.start, stop)
    since = SINCE.match(text, last, stop)
    own = list_from(text, parties, since.end() if since else last) or doers(found, told.start, last, parties).own
    if not own or ASKS.search(text, own[-1][1], stop):
        return []
    title = found.next_title(own[-1][1])
    return [] if title and title.start == own[-1][1] else own


def _places_doing(found: Found, start: int, end: int) -> list[Party]:
    """The divisions that open clauses of [start, end) and do something there."""
    text, places = found.page.text, list[Party]()
    while 0 <= start < end:
        since = SINCE.match(text, start, end)
        places += places_doing(found, since.end() if since else start, end)
        mark = _CLAUSE.search(text, start, end)
        start = mark.end() if mark else end
    return places


_CLAUSE = re.compile("[，；]")
_OPENS = re.compile(f"(?!将|拟|计划|决定)(?:{ADVERBS}){{0,4}}")
_ATTRIBUTE = re.compile("[一-鿿]{2,6}的(?![首新第])")
_IN_OR_FOR = re.compile(
    "(?<![所存现旨实内])(?:在(?![校读建职线外京沪岗编任册华闽渝粤川鄂湘港澳台])[^，。；在]{1,18}(?:地区|[省市县区州镇乡村校园内中上])|(?:面向|针对|围绕|聚焦)[^，。；在]{2,20})\\Z"
)
_THIS_IS = re.compile("(?:这(?:也|已)?|此次(?:也|已)?|今年|本次)是")
_THERE = re.compile("(?:在|来?到|前?赴|前往|走进|深入|进驻|奔赴)\\Z")
_OUR = re.compile("我(?P<level>[省市县区州旗盟])")
_NEAR = 10  # characters between those who do something and the verb


# 省教育厅3月份启动这一行动
_POINTED = re.compile(
    r"(?:于?(?:\d{4}年|今年|去年)?(?:\d{1,2}月份?(?:\d{1,2}日)?)?)?(?:正式|率先|全面|联合|共同|组织|牵头|深入){0,3}(?:实施|启动|推出|开展|推行|发起)了?(?:这一|这项|该|此项|上述)(?P<kind>项目|计划|活动|工程|行动)(?=[，。；])"
)
# 省委、省政府把“甲行动”作为民生工程来实施
_AS_WORKS = re.compile(
    "[”》]?(?:项目|计划|活动|工程|行动)?(?:作为|当作|列为)[^，。；]{2,20}?(?:来|加以|予以)?(?:实施|推进|来抓|落实)"
)


def carried_else(found: Found, sentence: Sentence) -> Iterator[Relation]:
    """甲启动这一行动, of the programme named last; 甲把乙计划作为民生工程来实施."""
    text = found.page.text
    for m in _POINTED.finditer(text, sentence.start, sentence.end):
        before = found.program_index.within(found.paragraph_start(m.start(), 1), m.start())
        named = [p for p in before if found.is_read(p.start) and p.text.rstrip("”").endswith(m["kind"])]
        clause = clause_of(text, sentence.start, m.start())
        who = _list_whole(text, parties_of(found, clause, m.start()), clause, m.start())
        who = who or [p for p in places_opening(found, clause, m.start()) if p[1] == m.start()]
        for start, _, one in who if named else ():
            ref = Ref(Kind.PROGRAM, named[-1].text)
            yield Relation((found.page.span(start, m.end()),), "implements", one, "implements", ref)
    for p in found.program_index.within(sentence.start, sentence.end):
        m2 = _AS_WORKS.match(text, p.end, sentence.end)
        taken = p.start - text.startswith(("“", "《"), p.start - 1) - 1 if m2 else -1
        if m2 is None or text[taken : taken + 1] not in ("把", "将"):
            continue
        clause = clause_of(text, sentence.start, p.start)
        parties = apart([*parties_of(found, clause, taken), *places_opening(found, clause, taken)])
        who = list_from(text, parties, clause)
        for start, _, one in who if who and who[-1][1] == taken else ():  # not 甲要求|各高校把…
            ref = Ref(Kind.PROGRAM, p.text)
            yield Relation((found.page.span(start, m2.end()),), "implements", one, "implements", ref)


def carried_by(found: Found, sentence: Sentence) -> Iterator[Relation]:
    """该项目由甲、乙共同实施, said of the programme that its paragraph or the one before named last."""
    for m in matches(_THIS_BY, _THIS, found.page.text, sentence.start, sentence.end):
        before = [
            p
            for p in found.program_index.within(found.paragraph_start(m.start(), 1), m.start())
            if found.is_read(p.start)
        ]
        named = [p for p in before if p.text.rstrip("”").endswith(m["kind"])]
        if named or len({p.text for p in before if not p.text.rstrip("”").endswith(_KINDS)}) == 1 == len(before):
            ref = Ref(Kind.PROGRAM, (named or before)[-1].text)
            for _, end, who in parties_of(found, *m.span("who")):
                yield Relation((found.page.span(m.start(), max(m.end(), end)),), "implements", who, "implements", ref)
