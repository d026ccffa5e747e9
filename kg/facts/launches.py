"""Ceremonies that an article names only by what they mark: 甲研究院在某地揭牌, and then: 乙出席揭牌仪式."""

import re
from dataclasses import replace

from kg.facts.gathering import Gathering
from kg.facts.gathering_names import same_event
from kg.mentions.defined import DEFINITION
from kg.mentions.event_clause import clause_start, left_out, strip
from kg.mentions.event_name import event_name
from kg.mentions.found import Found
from kg.model import LineRole, Sentence

# “甲工作室”“乙工作室”7月13日签约揭牌，仪式在某地举行
_MARKED = re.compile(
    "(?P<verb>(?:签约|揭牌|授牌|挂牌|启动|开工|奠基|竣工|投产|开业|捐赠|开班|启用|落成){1,2})[，。][^，。；]{0,4}仪式"
    "[^，。；在]{0,12}在(?P<place>[^，。；在]{2,24}?)(?:隆重|正式)?(?:举行|进行|举办)"
)


def marked(found: Found) -> Gathering | None:
    """The ceremony whose place a clause of its own tells, under the name of what it marks."""
    text = found.page.text
    for sentence in [s for s in found.page.sentences if s.role is LineRole.BODY][:2]:
        days = found.day_index.within(sentence.start, sentence.end)
        m = _MARKED.search(text, sentence.start, sentence.end) if days else None
        if m is None:
            continue
        begin, _ = left_out(text, clause_start(text, sentence.start, m.start()), m.start(), days)
        stop = strip(text, begin, m.start(), days)
        if 4 <= stop - begin <= _LONG:
            name = event_name(text[begin:stop]) + m["verb"] + "仪式"
            return Gathering(
                name, (), ((begin, m.end("verb")),), days[0], m.span("place"), None, (begin, m.end()), "marked by a ceremony"
            )  # fmt: skip
    return None


_VERB = "成立|揭牌|挂牌|授牌|启动|启用|投产|开工|竣工|通车|奠基|封顶|落成|投用|开业|开馆|开园|开院"
# 揭牌成立, 挂牌并投入使用: one ceremony.
_BEGAN = re.compile(f"(?P<verb>{_VERB})(?:并?(?:{_VERB}|运[行营]|投入使用))?(?=[。，；])")
_WHERE = re.compile(
    "[”》]?(?:，?在(?P<place>[^，。；在]{2,24}?))?(?:正式|宣告|宣布|顺利|隆重|今天|今日|昨日|昨天|日前|近日|全面|建成|同步|同时){0,3}\\Z"
)
_WORKS = re.compile(
    "(?:^|[，。；：的])(?P<what>[^，。；：的]{6,40}(?:项目|工程|基地|产业园|大桥|铁路|公路|水库|生产线|电站)(?:[一二三]期)?)\\Z"
)
FOUNDED = "founded, and met"
_SAYS = "宣布"
_NAMED = 6  # characters; 工程 and 项目一期 name nothing
_FOUNDED = re.compile("(?:成立|揭牌|授牌|挂牌)(?:大会|仪式|典礼)\\Z")
_NEAR = 40  # characters between the body and the verb
_LONG = 60  # characters of works with what stands before them
_THERE = re.compile(
    "(?:出席|参加)了?[一-鿿]{0,4}(?:大会|仪式|活动)|(?:大会|仪式|会议|活动)(?:由[^，。；]{2,60}?主持|上，)|(?:成立大会|揭牌仪式)"
)
# What is begun or put to use without being a body or works: a pilot, a workshop, a platform.
_THING = re.compile(
    "(?:中心|工坊|工作[室站]|实验室|研究[院所]|基地|学院|书院|分院|院区|试点(?:工作|项目)?|项目|工程|计划|行动|平台|联合体|共同体|联盟|分会|服务站|"
    "[育文科博展体验术新]馆|校区|大楼|园区|场馆|科创园|示范区|专区|专线|班列)”?\\Z|”\\Z"
)
_RITE = re.compile(f"(?P<verb>{_VERB}|揭幕|剪彩)(?:仪式|大会|典礼|会(?![议员]))")
_OURS = re.compile("[我本该][国省市州县区校院]")
_QUOTED = re.compile("“[^“”]*”?")
# 为甲研究院揭牌
_FOR = re.compile(
    "(?:在(?P<place>[^，。；在]{2,24}?)，?)?(?:共同|一起|联合|分别)?为(?P<what>[^，。；]{4,36}?)(?=[揭授挂剪])(?P<verb>揭牌|授牌|挂牌|揭幕|剪彩)(?=[。，；])"
)


def with_founded(found: Found, kept: list[Gathering]) -> list[Gathering]:
    """The events of a page with what its opening says was founded: as one more, or as the day and place of the 成立大会 that the text
    names later (甲联盟在某地成立，乙出席甲联盟成立大会)."""
    named_at = min((start for g in kept for start, _ in g.mentions), default=None)
    founded = began(found, named_at)
    if founded is None and any(_FOUNDED.search(g.name) for g in kept):
        founded = began(found)
        founded = founded if founded and any(_same_founding(g.name, founded.name) for g in kept) else None
    same = next((g for g in kept if founded and _same_founding(g.name, founded.name)), None)
    if founded is None:
        return kept
    if same is None:
        return [founded, *kept]
    told = (*founded.mentions, *(m for m in same.mentions if m not in founded.mentions))
    other = (founded.name,) if founded.name not in (same.name, *same.aliases) else ()
    filled = replace(
        same,
        aliases=(*same.aliases, *other),
        day=same.day or founded.day,
        place=same.place or founded.place,
        mentions=told,
    )
    return [filled if g is same else g for g in kept]


def _same_founding(name: str, founded: str) -> bool:
    """Whether a named event is that at which something was founded: 甲论坛暨乙联盟成立大会, of 乙联盟成立仪式."""
    what = _FOUNDED.sub("", founded)
    return same_event(name, founded) or (what != founded and _FOUNDED.sub("", name).endswith("暨" + what))


def began(found: Found, before: int | None = None) -> Gathering | None:
    """The 成立大会 or 揭牌仪式 of what the opening sentence says was founded, unveiled, launched, where the text then tells of
    大会 or 仪式. `before` is where another event is named first, if any is: the ceremony is told of before it."""
    for sentence in [s for s in found.page.sentences if s.role is LineRole.BODY][:2]:
        if before is not None and sentence.end > before:
            return None
        told = _unveiled(found, sentence, before) or _begun(found, sentence, before)
        if told is not None:
            return told
    return None


def _begun(found: Found, sentence: Sentence, before: int | None) -> Gathering | None:
    """甲研究院在某地揭牌."""
    text = found.page.text
    for m in _BEGAN.finditer(text, sentence.start, sentence.end):
        where = _WHERE.search(text, max(sentence.start, m.start() - _NEAR), m.start())
        assert where is not None  # it may be empty
        rite = _rite(text, m.group(), m.end(), before)
        days = found.day_index.within(sentence.start, m.start("verb"))
        named = next((d.start for d in days if d.end == where.start()), where.start())  # 某某联盟5月22日在甲市成立
        named -= text[named - 1] == "，"  # 甲博物馆，10月7日正式开馆
        edge = named + (text[named] == "”")
        begin = _opened(found, sentence.start, named, m["verb"], rite)
        if begin is None and rite:
            begin = _thing(found, sentence, edge)
        if begin is None or not (days or (rite and before is None)):
            continue
        if not rite and (before is not None or not _THERE.search(text, m.end())):
            continue
        said = text.rfind(_SAYS, begin, edge) + len(_SAYS)
        if said >= len(_SAYS):  # 市长甲宣布|某某大桥工程开工
            begin = said
            if edge - begin < _NAMED:
                continue
        begin = max([begin, *(d.end for d in days if d.start <= begin < d.end)])
        edge -= text.count("“", begin, edge) < text.count("”", begin, edge)
        name = DEFINITION.sub("", text[begin:edge]) + (
            rite or ("成立大会" if m["verb"] == "成立" else m["verb"] + "仪式")
        )
        place = where.span("place") if where["place"] else None
        day = days[-1] if days else None
        return Gathering(name, (), ((begin, m.end("verb")),), day, place, None, (begin, m.end()), FOUNDED)
    return None


def _unveiled(found: Found, sentence: Sentence, before: int | None) -> Gathering | None:
    """乙在某地为甲研究院揭牌."""
    text = found.page.text
    for m in _FOR.finditer(text, sentence.start, sentence.end):
        rite = _rite(text, m["verb"], m.end(), before)
        days = found.day_index.within(sentence.start, m.start("verb"))
        if rite and days and _is_thing(found, *m.span("what")):
            place, said = (m.span("place") if m["place"] else None), (m.start("what"), m.end())
            return Gathering(m["what"] + rite, (), (said,), days[-1], place, None, said, FOUNDED)
    return None


def _rite(text: str, verbs: str, start: int, before: int | None) -> str | None:
    """What the text from `start` on calls the ceremony of one of the verbs in some words: 揭牌仪式, 启动大会."""
    for m in _RITE.finditer(text, start, len(text) if before is None else before):
        if m["verb"] in verbs or ({m["verb"], verbs[:2]} <= _PLATES):
            return m.group()
    return None


# 某办公室挂牌 at its 揭牌仪式.
_PLATES = {"揭牌", "挂牌"}


def _is_thing(found: Found, start: int, end: int) -> bool:
    """Whether some words end in a word for what is begun, or in a body that does not govern."""
    bodies = found.bodies_ending.get(end - (found.page.text[end - 1] == "”"))
    return _THING.search(found.page.text, start, end) is not None or (
        bodies is not None and bodies.group != "GovernmentBody"
    )


def _opened(found: Found, start: int, edge: int, verb: str, rite: str | None) -> int | None:
    """Where the name of the body or the works begins that the verb at the end of [start, edge) is said of."""
    text = found.page.text
    if verb not in ("成立", "揭牌", "挂牌", "授牌", "开馆", "开园", "开院"):
        works = _WORKS.search(text, max(start, edge - _LONG), edge)
        return works.start("what") if works else None
    bodies = [b for b in found.body_index.within(start, edge) if b.end == edge]
    if not bodies or (bodies[-1].group == "GovernmentBody" and not rite):
        return None  # a bureau that is founded holds no meeting for it
    before = found.body_index.within(start, bodies[-1].start)
    listed = before and text[before[-1].end : bodies[-1].start] in ("、", "和", "暨")
    return before[-1].start if listed else bodies[-1].start


def _thing(found: Found, sentence: Sentence, edge: int) -> int | None:
    """Where the words begin that name what is begun: the end of a clause, behind 由甲与乙共建的 and the day."""
    text = found.page.text
    days = found.day_index.within(sentence.start, edge)
    clause = clause_start(text, sentence.start, edge)
    begin, _ = left_out(text, clause, edge, days)
    words = _QUOTED.sub(lambda q: "＿" * len(q.group()), text[begin:edge])
    begin += words.rfind("的") + 1
    begin += 2 * bool(_OURS.match(text, begin, edge))
    if not 4 <= edge - begin <= _NEAR or not _is_thing(found, begin, edge):
        return None
    return begin if text.count("“", begin, edge) == text.count("”", begin, edge) else None
