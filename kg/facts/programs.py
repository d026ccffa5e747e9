"""The programmes of a page under one name each: with and without quotation marks, short and full, defined short."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from kg.facts.forums import without_sessions
from kg.facts.works import works
from kg.mentions.adopted import ANNOUNCED
from kg.mentions.bare_program import Named
from kg.mentions.event import Happening
from kg.mentions.found import Found
from kg.mentions.gazetteer import gazetteer
from kg.mentions.lexicon import alternation, words
from kg.mentions.ordered import Ordered
from kg.mentions.program_words import kinds, program_words
from kg.mentions.series import BY_ORDINAL
from kg.mentions.spelling import in_order

_YEAR = re.compile(
    r"^\d{4}年?(?:度)?|20\d\d年度?|^第[一二三四五六七八九十百\d]+期|第[一二三四五六七八九十百\d]+届|首届"
)


def _bare(name: str) -> str:
    name = re.sub("[—－]", "-", _YEAR.sub("", re.sub("[“”‘’]", "", name)))
    return _CAMPAIGN.sub("", name)


# 甲基金（救助某某患儿）, 甲基金项目
_FOR_WHOM = re.compile(
    "(?<=基金)(?:[ 　]?（(?!20)[^（）]{6,}）|项目)\\Z|(?<=[计项][划目])[ 　]?（(?!20)[^（）]{6,}）\\Z"
)
# 甲周活动 and 甲周 are one.
_CAMPAIGN = re.compile("(?<=[周月季节行])(?:系列)?活动\\Z")


_BESIDE = re.compile("[”》]?(?:[、和及与]|以及)[“《]?|”“|》《|(?<=”)“")


_ABOUT = re.compile("[”》]?[、和](?!等|其他)[一-鿿]{2,6}")  # “甲”行动、科技成果“乙”行动


def beside(text: str, end: int, start: int) -> bool:
    """Whether two names, the one to `end` and the other from `start` on, stand in one list: “甲”“乙”、《丙》和“丁”."""
    opens = text.startswith("“", start)  # a lookahead sees no further than where a match may end
    between = text[end:start]
    about = opens and _ABOUT.fullmatch(between) is not None
    return _BESIDE.fullmatch(between) is not None or about or (opens and between == "”")


def _united(names: list[str], apart: set[frozenset[str]]) -> dict[str, str]:
    """Each name of a programme → the fullest one of the same programme; two that stand `apart` in a list are two."""
    canon = {n: n for n in names}
    bare = {n: _bare(n) for n in names}
    alike: dict[tuple[str, str], list[str]] = {}
    for name in sorted(names, key=lambda n: (-len(n), n)):
        alike.setdefault((bare[name][:2], bare[name][-2:]), []).append(name)
    ending: dict[str, list[str]] = {}
    for name in names:
        ending.setdefault(bare[name][-6:], []).append(name)
    for short in sorted(names, key=len):
        first, last = bare[short][:2], bare[short][-2:]
        fairs = alike.get((first, "览会"), ())[:_MOST] if last == "博会" else ()
        for long in (*fairs, *alike[first, last][:_MOST], *(ending[bare[short][-6:]][:_MOST] if "“" in short else ())):
            a, b = bare[short], bare[long]
            if short == long or len(a) > len(b) or {short, long} in apart:
                continue
            if "“" in short and b.endswith(a) and _of_place(long[: -len(short)]):
                canon[short] = canon[long]  # “甲+”创业大赛 of 云岭省“甲+”创业大赛
                break
            if "“" in short and len(a) >= 6 and b.endswith(a):
                canon[long] = short  # 教育强镇筑基行动 adds to “强镇筑基”行动 what it is about
                break
            if a == b or (a[:2] == b[:2] and a.endswith("博会") and b.endswith("博览会") and in_order(a[:-2], b)):
                canon[short] = canon[long]  # 云岭农博会 of 云岭农业博览会
                break
            if _same_motto(short, long):
                canon[short] = canon[long]  # “甲乙”青岭患儿救助行动, “甲乙”儿童救助行动
                break
            if short in words("program_names.tsv") and a != b:
                continue  # 全国职业院校技能大赛, and 全国煤炭行业职业院校技能大赛
            if a == b or (len(a) >= 5 and a[:2] == b[:2] and a[-2:] == b[-2:] and in_order(a, b)):
                canon[short] = canon[long] if canon[long] != short else long
                break
    for short, long in _other_names(names):
        if canon[short] == short and canon[long] != short:
            canon[short] = canon[long]
    return {name: canon[long] for name, long in canon.items()}


def _same_motto(short: str, long: str) -> bool:
    """Whether two names have the same words in quotation marks at their head and end alike, as those of plans."""
    motto = short[: short.find("”") + 1]
    return len(motto) > 4 and long.startswith(motto) and short[-4:] == long[-4:] and short.endswith(_CARRIED)


def _of_place(words: str) -> bool:
    """Whether some words before a name are those of a place or of the country, with a cup or an ordinal."""
    words = _ORDINAL_CUP.sub("", words)
    hits = gazetteer().find(words)
    return words in _COUNTRY or (bool(hits) and hits[0].start == 0 and hits[-1].end == len(words))


_ORDINAL_CUP = re.compile("“[^“”]{1,12}杯”|第[一二三四五六七八九十\\d]+届")
_COUNTRY = ("中国", "全国", "国际", "中国国际", "世界", "全省", "全市")
_MOST = 50  # names that begin and end alike; a text with more of them is a list
_SHORT = re.compile("(?:[一-鿿]{2}){1,2}(?:计划|行动|工程|项目)")
_SIZES = (4, 6)  # characters that it has
_TELLING = 7  # characters of a name without its place that tell it from others
_FAIRS = {"博会": "博览会", "交会": "交易会", "洽会": "洽谈会", "贸会": "贸易会"}
_CARRIED = ("行动", "计划", "工程", "项目")
_PLAINLY = ("活动", "行动", "计划", "工程", "项目", "系列活动", "专项行动")
_OF_ALL = ("全省", "全区", "全市", "全县")
_WHOSE = ("农村", "国家", "全国", "中国")  # 农村|义务教育学生营养改善计划
_CUP = re.compile("(?:“[^“”]{1,12}|[一-鿿]{2,8}?)杯”?")
_MOST_FAIRS = 20  # of a text; one that names more is a list of them
_ONE_OF = re.compile("(?:专项)?(?:活动|巡回展|巡展|项目)\\Z|（20\\d\\d年?）\\Z")
_OF_QUOTED = re.compile(
    "“(?P<core>[^“”]{2,24})”(?:专项|公益|慈善|助学|帮扶|救助|扶贫|惠民|志愿服务|主题|系列|品牌){0,3}(?:活动|行动|计划|工程|项目|平台|巡回展|巡展)"
)


_HEAD_QUOTED = re.compile("“(?P<core>[^“”]{2,12})”")
_NUMERALS = re.compile("[一三五双十百千万亿]{2,4}(?:计划|行动|工程|项目)")
_COUNTS = re.compile("[一三五双十百千万亿](?=[县镇村企校人师生户家项博园区乡街镇岗团队医名店馆场业厂])")


def _numerals(name: str) -> str:
    """The numbers of what a programme is for: 百千万 of 百县千镇万村高质量发展工程."""
    return "".join(_COUNTS.findall(name)) if len(name) > _TELLING else ""


def _other_names(names: list[str]) -> Iterator[tuple[str, str]]:
    """Names in other words than the full ones before or behind them, with those."""
    known, listed = set(names), words("program_names.tsv")
    for long in names:
        nth = _NTH_INSIDE.search(long, 1)
        if nth and long[nth.end() :] in known:
            yield long[nth.end() :], long  # 美食节 of 岭河市第二届美食节
        if (quoted := _OF_QUOTED.fullmatch(long)) and quoted["core"] in known:
            yield quoted["core"], long  # 三支一扶 of “三支一扶”计划
        if long.endswith("赛") and (cup := _HEAD_QUOTED.match(long)) and cup["core"] in known:
            yield cup["core"], long  # 云帆杯 of “云帆杯”大学生创业竞赛
        if long.startswith("中国") and long[2:] in known:
            yield long[2:], long  # 岭河茶叶博览会 of 中国岭河茶叶博览会
        core = _ONE_OF.sub("", long)
        if core != long and core in known and (core in listed or long == core + "活动"):
            yield core, long  # 春风行动 of 春风行动活动
        hits, lead = gazetteer().find(long), 2 * long.startswith("中国")
        rest = long[hits[0].end :] if hits and hits[0].start == lead else ""
        # 希望工程 of 岭河市希望工程; 岭河县运动会 of 青岭市岭河县运动会; 水乡旅游节 of 中国岭河水乡旅游节
        for part in sorted({long[at:] for at in range(2, hits[0].end + 1)} & known) if rest else ():
            if part in listed and part.endswith(_CARRIED) and len(part) < _TELLING:
                yield long, part  # that of the whole country
            elif part in listed or len(part) >= _TELLING:
                yield part, long
        if rest and len(rest) >= _TELLING:
            yield from ((level + rest, long) for level in _OF_ALL if level + rest in known)  # 全省某某技能大赛
        if (cup := _CUP.match(long)) and long[cup.end() :] in known:
            yield long[cup.end() :], long  # 某省技能大赛 of “某某杯”某省技能大赛
    cores: dict[str, list[str]] = {}
    for name in names:
        cores.setdefault(_FOR_WHOM.sub("", name), []).append(name)
    for alike in cores.values():
        yield from ((name, min(alike, key=len)) for name in alike if name != min(alike, key=len))
    ending: dict[str, set[str]] = {}
    for name in names:
        for size in _SIZES:
            ending.setdefault(_bare(name)[-size:], set()).add(name)
    mottos: dict[str, str] = {}  # the fullest name under each
    for name in sorted(names, key=len):
        if name.startswith("“") and name.endswith(_PLAINLY):
            mottos[name[: name.find("”") + 1]] = name
    for short in names:
        motto = short[: short.find("”") + 1]
        if short[len(motto) :] in _PLAINLY and mottos.get(motto, short) != short:
            yield short, mottos[motto]  # “甲乙”活动 of “甲乙”爱心公益行动
        if (
            _NUMERALS.fullmatch(short)
            and short not in listed
            and (long := next((n for n in names if _numerals(n) == short[:-2] and n.endswith(short[-2:])), ""))
        ):
            yield short, long  # 百千万工程 of 百县千镇万村高质量发展工程
        ends = ending.get(short, set()) - {short} if _SHORT.fullmatch(short) else set()
        if ends and all((long := max(ends, key=len)).endswith(other) for other in ends):
            yield short, long  # “研修计划” of “百名校长研修计划”
        if len(short) > _TELLING and short.endswith(_CARRIED):
            yield from ((short, whose + short) for whose in _WHOSE if whose + short in known)
    fairs = [name for name in names if name.endswith(tuple(_FAIRS.values()))][:_MOST_FAIRS]
    for short in names:
        full = _FAIRS.get(short[-2:], "") if len(short) < 6 else ""
        long = next((n for n in fairs if n.endswith(full) and in_order(short[:-2], n)), "") if full else ""
        if long:
            yield short, long  # 茶博会 of 云岭茶业博览会


def other_forms(text: str, program: Named) -> list[str]:
    """The quoted core of “甲乙”行动计划, and a name with the year before it."""
    forms = []
    if program.text.startswith("“") and (close := program.text.find("”")) > 2 and close < len(program.text) - 1:
        core = program.text[1:close]
        forms += [core] if core not in program_words("strategy") else []  # “一带一路”国际合作高峰论坛
    if year := re.search(r"(?<!\d)\d{4}年(?:度)?\Z", text[max(0, program.start - 7) : program.start]):
        forms.append(year.group() + program.text)
    return forms


_FULLY = re.compile("“(?P<short>[^“”，。；]{2,20})”(?:[ 　]?（[^（）]{1,24}）)?的?全称(?:是|为|叫)?：?“?\\Z")
_FAR = 60  # characters before a full name in which its short form stands
# 甲计划，即某地“乙”免费教育计划
_THAT_IS = re.compile("[”》]?，?[（(]?(?:即|也就是|亦称|又称|又名)[一-鿿]{0,4}“?")
_DEFINED = re.compile(r"”?（(?:以下|下|又)?(?:统?简|统|又)?称为?：?“(?P<short>[^”]{2,20})”")
_WORKED_ON = re.compile("改造|建设|提升|帮扶|振兴|发展|培养|支持|扶持|改善|教师|校长|学生")


# 全国科技馆联合行动: no name without what stands before it.
_ANY = re.compile("(?:联合|统一|集中|专项|协同|开放|志愿|公益|服务|一体化)+(?:行动|计划|工程)|[一-鿿]{2}大讲堂")
_DASHES = frozenset("—-－·")


def _without_body(found: Found, program: Named) -> Named | None:
    """A programme without the body that stands before it (青山大学强师计划); none where a body's name is part of a bare name."""
    if program.rule.startswith("named") and program.text.startswith(_OF_ALL) and program.text.endswith(_CARRIED):
        program = program._replace(start=program.start + 2, text=program.text[2:])  # 全省职业教育提质行动
    bodies = found.body_index.within(program.start, program.end)
    if not bodies or not program.rule.startswith("named"):
        return program
    start = bodies[0].end
    if found.page.text[start : program.end] == "项目":
        return program  # 某某研究中心项目
    if found.page.text.startswith("—", start) or found.page.text[bodies[0].start - 1] in _DASHES:
        return program  # 甲大学——乙大学博士生论坛, 中国—东盟博览会
    name = found.page.text[start : program.end]
    if (
        len(bodies) == 1
        and bodies[0].start == program.start
        and (_WORKED_ON.match(found.page.text, start) or _ANY.fullmatch(name))
    ):
        return program  # 薄弱学校改造计划, 科技馆联合行动
    if len(bodies) > 1 or bodies[0].start != program.start or len(name) < 4 or name[:2] in program_words("common"):
        return None
    return program._replace(start=start, text=name)


# What stands before the name of a series in that of one year: 第四届, 2016年, 2025.
_NTH = re.compile("(?:20\\d\\d年?度?|(?:全国|全省|全市|世界|国际)?第[一二三四五六七八九十百\\d]+届|首届|[暨·“])+")


_IN_PLACE = re.compile("[一-鿿]{1,8}[省市县区州旗盟](?=第|首届|20)")
_NTH_INSIDE = re.compile("第[一二三四五六七八九十百\\d]+届|首届")


def _is_series(before: str, name: str) -> bool:
    """Whether the words before a name in that of an event only say which one of a series it is; the forum of a year is of none."""
    place = _IN_PLACE.match(before)
    nth = _NTH.fullmatch(before, place.end() if place else 0)
    return nth is not None and not (name.endswith("论坛") and "20" in before and "届" not in before)


def _whole(text: str, program: Named, events: list[Happening]) -> Named:
    """The series as the name of its event has it, from the ordinal on: 中国—东盟某某论坛 after 第三届."""
    for e in events:
        nth = _NTH.match(text, e.start, program.start)
        if (
            nth
            and nth.end() < program.start
            and not _NTH_INSIDE.search(text, nth.end(), program.end)
            and _JOINED.fullmatch(text, nth.end(), program.start)
        ):
            return program._replace(start=nth.end(), text=text[nth.end() : program.end])
    return program


def _series(text: str, event: Happening) -> Iterator[Named]:
    """The contests and fairs of which an event is the one of this year, or a part: 第五届甲乙大赛决赛, 甲大会暨第四届乙论坛."""
    start = event.start
    for part in _PARTS.split(event.text):
        stop = start + len(part)
        nth = _NTH.match(text, start, stop)
        named = _contest().fullmatch(text, nth.end(), stop) if nth else None
        if nth is not None and named is not None and _is_series(nth.group(), named["name"]):
            begin, end = named.span("name")
            begin -= named["name"].count("”") > named["name"].count("“") and text[begin - 1] == "“"  # “甲”高峰论坛
            yield Named(begin, end, text[begin:end], "series of an event")
        start = stop + 1


# “国培计划（2018）”——云岭省骨干教师研修项目: of the programme 国培计划.
_WHOSE_PROJECT = re.compile("“?(?P<name>[^“”（）]{2,12}计划)”?（20\\d\\d年?）")


def _of_which(read: list[Named]) -> Iterator[Named]:
    """The known programmes that are named only in the names of their projects, at the first of those."""
    named = {p.text for p in read}
    for p in read:
        whose = _WHOSE_PROJECT.match(p.text)
        if whose and whose["name"] in words("program_names.tsv") - named and p.text.endswith("项目"):
            named.add(whose["name"])
            start, end = whose.span("name")
            yield Named(p.start + start, p.start + end, whose["name"], "programme of a project")


_PARTS = re.compile("暨|[和与及、·](?=第|首届|20\\d\\d)")


@cache
def _contest() -> re.Pattern[str]:
    kind = alternation(k for k, group in kinds().items() if group == "contest")
    return re.compile(
        rf"(?P<name>[^，。；：、暨的]{{3,30}}?{kind})(?:[^，。；：、暨的]{{0,8}}(?:[开闭]幕式?|仪式|典礼|[决预初复]赛|[开闭]幕大?会|(?:新闻)?(?:发布|通气|推介)会))?"
    )


# What a name may hold that the words before its kind are not read over: 中国—东盟, 北海·合浦.
_JOINED = re.compile("(?=.*[—·-])(?!.*暨)[一-鿿—·-]{2,12}")


_CAMPAIGNS = ("周", "月", "季", "行动", "计划", "工程")


def _is_launched(text: str, event: Happening, program: Named) -> bool:
    """Whether an event is the launch of a campaign, which is a programme: 某地职业教育活动周5月24日在某地启动."""
    return text.endswith("启动", 0, event.said[1]) and program.text.endswith(_CAMPAIGNS)


class Programs:
    """The programmes of a page under one name each: with and without quotation marks, short and full."""

    def __init__(self, found: Found) -> None:
        held = Ordered(e for e in found.events if e.day or e.place)
        self.read: list[Named] = [
            p
            for p in (
                _without_body(found, _whole(found.page.text, p, held.around(p.start, p.end)))
                for p in found.programs
                if found.is_read(p.start)
            )
            if p is not None
            and not found.body_index.around(p.start, p.end)
            and not found.title_index.around(p.start, p.end)
            and not any(d.rule == ANNOUNCED for d in found.document_index.around(p.start, p.end))
            and not any(
                (
                    e.end == p.end
                    and p.rule != BY_ORDINAL
                    and not _is_launched(found.page.text, e, p)
                    and not _is_series(found.page.text[e.start : p.start], p.text)
                )
                or p.rule == "named by a loose kind"
                for e in held.around(p.start, p.end)
            )
        ]
        read = Ordered(self.read)  # with the forums, of which an event is no series
        self.read = without_sessions(found.page.text, self.read)
        for e in held.items:  # the whole name of a contest that words inside it keep the others from reading
            for series in _series(found.page.text, e):
                if not read.touches(series.start, series.end) and found.is_read(series.start):
                    self.read.append(series)
        built = Ordered(w for w in works(found) if found.is_read(w.start))
        self.read = [p for p in self.read if not built.touches(p.start, p.end)]
        self.read += built.items
        self.read += list(_of_which(self.read))
        self.read.sort(key=lambda p: (p.start, -p.end))
        apart = (frozenset((p.text, q.text)) for p, q in pairwise(self.read) if beside(found.page.text, p.end, q.start))
        self.names = _united(list(dict.fromkeys(p.text for p in self.read)), set(apart))
        for p in self.read:  # “甲”全称“乙计划”, wherever 甲 or “甲”项目 stands
            if fully := _FULLY.search(found.page.text, max(0, p.start - _FAR), p.start):
                short = {
                    self.names[n] for n in self.names if n.replace("”", "“").strip("“").split("“")[0] == fully["short"]
                }
                self.names |= {n: self.names[p.text] for n, one in self.names.items() if one in short}
        for p in self.read:  # （以下简称“甲计划”）
            said = _DEFINED.match(found.page.text, p.end)
            if said and self.names.get(said["short"]) == said["short"]:
                self.names[said["short"]] = self.names[p.text]
        for p, q in pairwise(self.read):
            if _THAT_IS.fullmatch(found.page.text, p.end, q.start) and self.names[q.text] == q.text:
                self.names |= {n: self.names[p.text] for n, one in self.names.items() if one == q.text}

    def name(self, program: Named) -> str:
        return self.names[program.text]
