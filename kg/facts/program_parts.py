"""partOf of programmes: what a text says that one consists of, and whose part it calls another.

甲计划包括乙项目、丙项目        乙是甲行动的子项目        作为甲节的系列活动之一，乙赛…        甲大赛…“乙”赛道        国培计划 and 国培…项目
"""

import re
from collections.abc import Iterator

from kg.facts.programs import Programs, beside
from kg.mentions.bare_program import Named
from kg.mentions.found import Found
from kg.mentions.lexicon import words
from kg.mentions.ordered import Ordered
from kg.model import Kind, Ref, Relation

_SHUT = "[”》]?(?:[ 　]?（[^（）]{1,24}）)?"
_SORT = "(?:计划|项目|活动|行动|工程)?"
# What a part is called: 子项目, 重要组成部分, 省级选拔赛.
_PART = "(?:的|之)?(?:一[个项])?[一-鿿]{0,6}?(?:组成部分|一部分|子项目|子计划|子工程|子活动|子品牌|分项目|专项|选拔赛|预选赛|资格赛|分赛|分站赛|省赛|(?:系列|配套|重点|重要|主题|特色|核心|品牌)(?:活动|项目|赛事|工程|行动|计划)|重[要点]内容|重要板块)(?:之一)?"
# Which one of a series: 本届, 第九届, 国家级.
_WHICH = "(?:本届|此次|今年的?|20\\d\\d年?度?|首届|国家级?|[国省市]级|第[一二三四五六七八九十\\d]{1,3}届){0,3}"
# 乙是教育部甲的…: what leads to the whole.
_IS = re.compile(
    f"{_SHUT}{_SORT}，?(?:也|均|都|既|便|正)?(?:是|为|系|作为|属于|隶属于?){_WHICH}(?:[一-鿿]{{2,16}}(?=“)|[^，。；“”]{{2,40}}(?:(?:实施|发起|推出|启动|开展)的|落实(?:我[省市县区校]|国家|全[省市县区])?))?“?"
)
# 本届竞赛是甲的省级选拔赛: said of the one named last before.
_THIS = re.compile(
    "(?:(?<=[，。；\\n 　])|^)(?:该|此|这一?|本届|本次|此次)[一-鿿]{0,4}?(?P<kind>[竞大比]赛|项目|计划|活动|行动|工程)(?=[是为系作属隶])"
)
_OF = re.compile(f"{_SHUT}{_PART}(?=[，。；、：\\n]|\\Z)")
# 作为甲的…，乙
_AS = re.compile(f"作为{_WHICH}(?:[一-鿿]{{2,16}}(?=“))?“?\\Z")
_OPENS = re.compile(f"，(?:由[^，。；]{{2,40}}?(?:主办|举办|承办|组织|实施|开展)的)?{_WHICH}“?")
# 甲子项目“乙”
_NAMED = re.compile(
    f"{_SHUT}(?:的|之)?(?:重[要点])?(?:子项目|子计划|子工程|子活动|分项目|系列活动|配套活动)(?:之一)?(?:[——－-]{{1,2}}|：)?“?"
)
# 甲包括乙、丙: what leads to the parts.
_HAS = re.compile(
    f"{_SHUT}{_SORT}(?:，(?:其中)?)?(?:主要|共|具体|现|已|分别|目前|还|同时|由){{0,3}}(?:包括|包含|涵盖|下设|设有|设立|设置|含|分为)了?(?:以下)?(?:[\\d一二两三四五六七八九十]{{1,3}}[个项大类])?(?:子?(?:项目|计划|活动|工程|行动))?(?:，?(?:即|分别[是为]))?：?“?"
)
_TRACK = re.compile("”?(?:主题|专项)?(?:赛道|赛项|赛区|专项赛)")
_PROJECTS = ("项目", "专项")
_FAR = 40  # characters between what is a part and its whole
_FAR_APART = 200  # characters that one piece of evidence may span


def program_parts(found: Found, programs: Programs) -> Iterator[Relation]:
    """Which programmes of a page are parts of others."""
    text, read = found.page.text, Ordered(programs.read)
    for whole in read.items:
        for part, end in _parts(text, whole, read):
            if (relation := _relation(found, programs, part, whole, end)) is not None:
                yield relation
    known = {
        p.text: p for p in reversed(read.items) if p.text.endswith("计划") and p.text in words("program_names.tsv")
    }
    told = set[str]()  # tracks whose contest is told
    for part in read.items:
        held = None if part.text in told else _contest_of(found, part, read)
        if held is not None:
            told.add(part.text)
        elif part.text.endswith(_PROJECTS):  # 国培计划（2018）——某某研修项目
            held = next(
                (
                    p
                    for name, p in known.items()
                    if _core(name) in part.text and not part.text.startswith(f"{name}项目")
                ),
                None,
            )
        relation = _relation(found, programs, part, held, part.end) if held else None
        if relation is not None:
            yield relation


def _core(name: str) -> str:
    """What of a plan's name stands in those of its projects: 国培 in 国培中西部项目."""
    return name[:-2] if name.endswith("培计划") else name


def _relation(found: Found, programs: Programs, part: Named, whole: Named, end: int) -> Relation | None:
    own, other = (Ref(Kind.PROGRAM, programs.name(p)) for p in (part, whole))
    if own == other:
        return None
    start, stop = min(part.start, whole.start), max(part.end, whole.end, end)
    if stop - start > _FAR_APART:
        start, stop = part.start, part.end
    return Relation((found.page.span(start, stop),), "part of a programme", own, "partOf", other)


def _parts(text: str, whole: Named, read: Ordered[Named]) -> Iterator[tuple[Named, int]]:
    """The parts of a programme that the words around its name at one place tell, with where those words end."""
    if of := _OF.match(text, whole.end):
        for part in reversed(read.within(max(0, whole.start - _FAR), whole.start)):
            if part.end <= whole.start and _IS.fullmatch(text, part.end, whole.start):
                yield part, of.end()
        for this in _THIS.finditer(text, max(0, whole.start - _FAR), whole.start):
            if _IS.fullmatch(text, this.end(), whole.start):
                before = read.within(max(0, text.rfind("\n", 0, this.start())), this.start())
                yield from ((p, of.end()) for p in [p for p in before if p.text.endswith(this["kind"])][-1:])
        if _AS.search(text, max(0, whole.start - _FAR), whole.start) and (opens := _OPENS.match(text, of.end())):
            yield from (
                (p, p.end)
                for p in read.within(opens.start(), opens.end() + _FAR)[:1]
                if p.start in (opens.end(), opens.end() - 1)
            )
    lead = _HAS.match(text, whole.end) or _NAMED.match(text, whole.end)
    if lead is None:
        return
    edge = lead.end()
    for part in read.within(lead.end() - 1, lead.end() + 8 * _FAR):
        if part.start not in (edge, edge - 1) and not beside(text, edge, part.start):
            break
        edge = part.end
        yield part, part.end


def _contest_of(found: Found, part: Named, read: Ordered[Named]) -> Named | None:
    """The contest of which a quoted name is a track: “甲”赛道."""
    if part.end >= len(found.page.text) or not _TRACK.match(found.page.text, part.end):
        return None
    before = read.within(found.paragraph_start(part.start, 1), part.start)
    contests = [p for p in before if p.text.endswith("赛") and p.end <= part.start]
    return contests[-1] if contests else None
