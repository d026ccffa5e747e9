"""Names of programmes: plans, projects, platforms, contests, campaigns; quoted (“甲乙计划”), half quoted (“甲乙杯”技能大赛), or not.

Quotation marks also stand around slogans and borrowed words, so a quotation alone is no programme: the kind of programme
(计划, 大赛, 平台) stands in it or right after it, or it is said to reach or to be carried out.
"""

import itertools
import re
from functools import cache

from kg.mentions.bare_program import Named, bare_programs
from kg.mentions.lexicon import alternation, occurrences, words
from kg.mentions.listed_program import listed_programs
from kg.mentions.program_extent import longer, nominal
from kg.mentions.program_head import head
from kg.mentions.program_sorts import from_place, without_sorts
from kg.mentions.program_words import contest_kinds, kinds, program_words
from kg.mentions.series import BY_ORDINAL, series
from kg.mentions.whole_program import OF_NOTICE, whole_programs
from kg.mentions.words import Words

FIRST_OF_SERIES = "first of a series"
"""The rule by which 首场“甲讲堂” is read: it is an event, too."""

_QUOTE = re.compile(r"“([^“”\n。！？]{1,40})”")
_INNER = re.compile(r"‘([^‘’“”\n。！？]{1,40})’")  # in a speech
_REACH = re.compile(
    r"(?:已|累计|共|将|已经|今年|去年|每年|目前)*(?:招收|接待|输送|招募|惠及|覆盖|服务|培训|培养|资助|吸引|带动)"
    r"(?:了|近|超|约|逾|上|全|各|所有|[\d一二两三四五六七八九十百千万])"
)
# “甲”国家战略 says what 甲 is; it is no part of the name.
_APPOSITION = frozenset(("国家战略", "重大战略", "发展战略", "重点项目", "重大项目", "重点工程", "重大工程"))
# The plans by their numbers are periods (十四五期间), no programmes.
_PLAN = re.compile("十[一二三四五六七八]?五")
# “签约一批”项目: how they are sorted.
_SORTED = re.compile("(?![一二两三四五六七八九十])[一-鿿]{2}一批")
# “甲行”岭河站宣传周 is the part of 甲行 in one place.
_STATION = re.compile("[一-鿿]{2,6}站")
_OF_ITS_OWN = 5  # characters
# “一站式”服务平台: how any of them works; “一站式”公共转化平台 is the one.
_MANNER = re.compile("[一-鿿]{2,3}式|[一-鿿]{2}化|一对一|点对点|面对面|零距离")
# “9+3”免费教育计划; “1+X” of certificates is no programme by itself.
_SUM = re.compile("\\d{1,2}[+＋][\\dXxNn]{1,2}")
_CARRIED = ("计划", "行动", "工程", "项目")
_WHOLE = ("quoted programme", "programme of a part")  # the rules by which a quotation is the whole name
_OF_WHOLE = re.compile("([一-鿿]{2,12}(?:行动|工程|计划))[-·][一-鿿]")  # “青苗工程-百校计划”
_LONG_PLAN = 20  # characters
# “甲”主会场活动 is held of the programme 甲.
_MAIN = re.compile("(?:[一-鿿]{2,8}[省市县区州]|中国|全国)?(?:[主分]会场|[开闭]幕式?|启动)+(?:活动)")
# “甲乙”分论坛 is a part of the forum that the text tells of.
# “一句话”某省希望工程2022“甲乙行动”: under a motto and the name of the whole.
_NAMED_BEHIND = re.compile("(?:20\\d\\d年?)?“[^“”，；：。！？\\n]{2,24}(?:行动|计划|工程|项目|活动)”")
_SESSION = re.compile("(?:平行|专题)*(?:分|子|主|平行|专题)论坛")
# 两平台, 九项工程: how many there are, not what they are called.
_TALLY = re.compile(
    r"(?:[一二两三四五六七八九十][一-鿿]{1,2}){0,2}(?:[一二两三四五六七八九十]+[个项大类条]?|\d{1,9}[个项大类条])(?:平台|工程|行动|计划|项目|体系|战略)"
)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    named = [k for k, group in kinds().items() if group not in ("quoted", "whole", "match")]
    whole = alternation(k for k, group in kinds().items() if group == "whole")
    contest = contest_kinds()
    ends = re.compile(rf"(?:{alternation(named)}|(?<=..){whole})(?:\d\.0|（[^（）]{{1,16}}）)?\Z")
    return ends, re.compile(contest)


@cache
def _after() -> re.Pattern[str]:
    """What may follow a quotation up to the word for what it is: “甲乙”校园阅读行动."""
    contest = contest_kinds()
    kind = alternation(k for k, group in kinds().items() if group != "whole" and k != "工程项目")
    many = "[一二两三四五六七八九十]{1,2}(?:[个项]|大(?![一-鿿]{2,6}(?:行动|工程|计划)))"
    return re.compile(
        rf"(?!建设[和与及]|{many})[一-鿿\d]{{0,20}}?{kind}"
        rf"(?!书|生|组|团|[小分]*队|性|化|方案|建设[一二三四五六七八九十\d]{{0,2}}期?工程|(?<=展)[演示现开区馆厅品位台览播评卖销板出商]|(?<=战略)(?:性?合作|协作|框架|协议|伙伴)|(?<=工程)(?:技术|装备|机械|设备|建设(?![，。；、])|师|类|专业|学科|[硕博]士)|[一-鿿]{{0,2}}{contest})"
    )


# “甲”“乙”专项行动: what is carried out has names, other things beside each other need not.
_CARRIED_OUT = re.compile("(?:专项)?(?:行动|计划|工程)")
# “甲”暨暑期“乙”活动: held together.
_TOGETHER = re.compile("暨[一-鿿\\d]{0,6}")
# “国培”“银龄计划”: a known plan without 计划.
_ALONE = re.compile("[“、，。；和与及等]|\\Z")
# “高校百县行”首站启动仪式: a round of visits.
_ROUTE = re.compile("[一-鿿]{3}(?<![银先运践同举发执进出旅飞流推盛自通])行\\Z")
_STOPS = re.compile(
    "(?:走进(?=[^，。；]{2,16}?(?:大学|学院|学校|中学|公司|集团|园区|[省市县区乡镇]))|(?:20\\d\\d年)?第[一二三四五六七八九十]{1,3}站|首站|[一-鿿]{2,4}站|启动|出征|(?:大型|主题|系列|采访|公益|志愿)*活动)"
)
# “甲”“乙”“丙”三项工程: each is one.
_SO_MANY = re.compile("等?[两二三四五六七八九十\\d]{1,2}[大项个](?:专项|重点)?(?:工程|行动|计划)(?!部|师)")
# “甲”“乙”等公益项目, where one of them is known; “甲杯”“乙青春”等科创赛事.
_SUCH = re.compile(
    "等(?!级)[一-鿿]{0,14}?(?:(?P<contest>赛事|大赛|竞赛|比赛)|(?<![建产课招])(?:项目|行动|工程|计划))(?![组部书师库])"
)
# “甲乙杯”茶王赛: a cup is competed for.
_CUP = re.compile("[一-鿿]{0,12}?(?:[比竞大决]赛|赛|评选|征文)(?![事区道项场季手制])")

# “甲乙智慧农业实践基地”揭牌: a base that is founded, under a name; “大学生实习实训基地” is any.
_BASE = re.compile("[一-鿿A-Z\\d·—-]{5,24}(?:基地|示范园区?)")
_ANY_BASE = re.compile(
    "(?:(?:[本外]科|大|中小|中|小)?学?生|人才|教师|校[外企地内]|院[校企地]|产教|产学研用?|党性|党员|干部|志愿|国家级|[省市区县校]级|国家|全国|[省市区县]|"
    "合作|联合|融合|实习|实训|实践|就业|见习|培养|培训|教学|教育|创新|创业|科研|科普|研学|研究|示范|社会|劳动|思政|爱国主义|优质|生源|服务|技能|技术|专业|职业|基层|挂职|锻炼|双创|[和与及暨])+(?:基地|示范园区?)"
)
_FOUNDED = re.compile(
    "(?:等[^，。；]{1,12}?)?(?:已|也|还|今[天日]|当[天日]|同时|同步|正式|顺利|集中|共同|现场|同日|双双|先后|相继)*+(?:在[^，。；]{2,16}?)?(?:已|也|还|今[天日]|当[天日]|同时|同步|正式|顺利|集中|共同|现场|同日|双双|先后|相继)*+(?:揭牌|挂牌|授牌|启用|投用|落成|建成|成立|启动|开工|落地|落户|奠基|签约)"
)
_FOUNDS = re.compile(
    "(?:共建|建立|设立|成立|建成|打造|建设|启用|揭牌成立|挂牌|建起)(?:的|了|起)?(?:“[^“”]{2,24}”[、和]?){0,4}“?\\Z"
)
_NAMED_BASE = 80  # characters in which the verb before a list of them stands


# “甲行动——乙专项行动”: a part of 甲行动.
_PARTED = re.compile("(?P<whole>[一-鿿]{2,16}(?:行动|工程|计划))[—－]{1,2}[一-鿿]{4,20}(?:行动|工程|计划|项目)")
# 首场“名家分享会”: one of a series.
_FIRST_OF = re.compile("(?:首|每|第[一二三四五六七八九十\\d]{1,3})[场期讲站](?:的|是)?\\Z")
_TALK = re.compile(
    "(?:分享会|讲堂|讲坛|讲座|沙龙|论坛|课堂|夜校|读书会|故事会|茶话会|恳谈会|面对面|大讲坛|公开课|音乐会|市集|集市|夜市)\\Z"
)
# “甲乙丙丁”深入实施后; “放管服”改革 and ways of working are none.
_DONE = re.compile("(?:深入|全面|正式|顺利|持续|接连|相继|先后|启动)*实施(?:以来|以后|之后|后|，|。)")
_NO_DEED = re.compile(
    "回头看|加速度|开门红|政策|[一二两三]孩|制度|机制|规定|办法|条例|意见|方案|规划|战略|改革|模式|法|令|制|[+＋]|十[一二三四五]五"
)
# 推出的公益项目“甲乙”: what it is stands before its name.
_STANDS = re.compile("[，。；、]|近日|日前|落户|正式")  # behind a name of three characters
_KIND_BEFORE = re.compile(
    "(?:公益|慈善|助学|帮扶|扶贫|救助|惠民|民生|品牌|志愿服务|专项|资助|培训|科普|健康|人才|文化|教育|重点)(?:项目|计划|行动|工程)\\Z"
)
# 实施甲政策、“甲乙丙丁”等重大民生工程
_SUCH_WORKS = re.compile(
    "等(?:一批|一系列|多[个项]|系列)?(?:重[大点]|特色|惠民|教育|民生|公益|专项|品牌|帮扶|资助|人才|扶贫|国家|省级|培训){1,4}(?:工程|项目|计划|行动)(?![组部书师库])|等(?:工程|项目|计划|行动)(?=[，。；])"
)
_CARRIES_LIST = re.compile("(?:实施|推进|落实|抓好|开展|启动|推行)了?[^，。；：]*\\Z")
_LIST = 40  # characters
# “甲乙”是某省实施的民生工程: said to be one.
_IS_ONE = re.compile(
    "(?:是|作为|系)由?[^，。；“”是]{2,40}?(?:实施|推出|开展|启动|发起|推行|组织|创办|共建|设立|牵头)的(?:[一首][项个])?[^，。；“”的]{0,12}(?<!模式)(?:工程|项目|计划|行动)(?:之一)?(?=[，。；、])"
)
# 办成百姓“家门口的运动会”: what something is likened to.
_LIKENED = re.compile(
    "(?:[办变当看比]成|变为|视为|誉为|称为|当作|看作|比作|称作|堪称|号称|好比|如同)(?:了|是)?[^，。；：“”]{0,8}\\Z"
)
# 是建设现代化某省的“基础工程”: what it is worth.
_IS_A_SORT = re.compile("[一-鿿]{2,4}工程")
_IS_THE = re.compile("(?:是|为|作为|成为|当[作成]|视为)[^，。；：“”]{2,32}的“?\\Z")
_CLOSED = re.compile("[，。；、]")
# “大抓项目、抓大项目”理念: what one holds to.
_SAYING = re.compile("的?(?:鲜明)?(?:理念|思想|精神|导向|原则|方针|作风|意识|氛围|热潮|信念|观念|口号|思路|思维)")
# “硬科技”项目已有53个: a sort of which there are so many.
_SO_MANY_OF_IT = re.compile("(?:已|共|总|累计|目前)*(?:有|达|达到|超过|超|突破|近|约)\\d{1,6}余?多?[个项]")
# 贯彻“六稳”重大项目集中开工: works in the sense of a policy.
_POLICY = re.compile("(?:贯彻|落实|践行|围绕|坚持)(?:落实)?了?\\Z")
_WORKS = re.compile("(?:重[大点](?:产业|工业|招商|投资|民生|建设)?|产业|招商|投资|建设|亿元)项目")
# “2025读书季” is one of those that the page tells of by their names.
_YEAR_AND_KIND = re.compile("20\\d\\d年?度?")


# “打造标杆和示范项目”的嘱托: what one is to do.
_URGED = ("打造", "坚持", "加快", "做好", "抓好", "争创", "聚焦", "围绕")


def programs(text: str, cut: Words) -> list[Named]:
    """The programmes that a text names, in order, none overlapping."""
    found = _quoted(text, cut)
    found += series(text, cut)
    found += whole_programs(text, cut)
    found += listed_programs(text, cut)
    found += bare_programs(text, cut, frozenset(f.end for f in found))
    found += _once_more(text, found)
    found = without_sorts([n for n in (_with_marks(f, text) for f in found) if n is not None], text)
    found = sorted((_with_verb(from_place(n, text, cut), text) for n in found), key=lambda n: (n.start, -n.end))
    chosen: list[Named] = []
    for n in found:
        if not chosen or n.start >= chosen[-1].end:
            chosen.append(n)
    return chosen


# 消除义务教育大班额计划实施后: what does something is the whole plan, and no verb stands before it.
_FRONTED = re.compile(
    "(?:\\A|(?<=[，。；：\n 　]))(?:消除|面向|支持|促进|提升|培养|扶持|振兴|改善|关爱|保护|助力|扶助)\\Z"
)
_IS_CARRIED = re.compile("(?:实施|覆盖|启动|累计|已(?!有)|共(?!同)|自20|惠及|全面|正式|为期|每年|年均)")


def _with_verb(named: Named, text: str) -> Named:
    if not named.text.endswith(("计划", "工程", "行动")) or not _IS_CARRIED.match(text, named.end):
        return named
    verb = _FRONTED.search(text, max(0, named.start - 3), named.start)
    return named._replace(start=verb.start(), text=verb.group() + named.text) if verb else named


def _once_more(text: str, found: list[Named]) -> list[Named]:
    """Where what a text names in quotation marks as a plan stands without them: “青苗工程”启动, 青苗工程由…发起."""
    quoted = {n.text for n in found if n.rule in _WHOLE and n.text.endswith(_CARRIED) and 3 < len(n.text) <= _LONG_PLAN}
    quoted |= {n.text for n in found if n.rule == BY_ORDINAL and "20" in n.text}  # 某省2023年活动周由…主办
    quoted |= {n.text for n in found if n.rule == OF_NOTICE}
    quoted |= {part[1] for name in quoted if (part := _OF_WHOLE.match(name))}
    return [
        Named(start, end, text[start:end], "named in quotation marks elsewhere")
        for start, end in occurrences(text, quoted)
        if not text.startswith("”", end)
    ]


def _with_marks(named: Named, text: str) -> Named | None:
    """With the quotation mark that a name closes, as 甲湾”论坛 in “甲湾”论坛; None where that is not right before it."""
    opened = named.text.count("“")
    if opened == named.text.count("”"):
        return named
    if text[named.start - 1 : named.start] == "“" and named.text.count("”") == opened + 1:
        return named._replace(start=named.start - 1, text="“" + named.text)
    return None


def _quoted(text: str, cut: Words) -> list[Named]:
    """Programmes in quotation marks, or with a quotation at their head."""
    ends, contest = _patterns()
    found: list[Named] = []
    quotes = list(_QUOTE.finditer(text))
    for m in (*quotes, *_INNER.finditer(text)) if "‘" in text else quotes:
        inside = m[1]
        if text[m.start()] == "‘" and text[m.start() - 1] == "’":
            continue  # ‘甲’‘乙’展
        if (parts := _PARTED.fullmatch(inside)) is not None:
            found.append(Named(m.start(1), m.start(1) + parts.end("whole"), parts["whole"], "programme of a part"))
            continue
        if len(inside) > 24 and not inside.endswith("）"):
            continue
        if (
            any(mark in inside for mark in "，；：")
            or inside.endswith(("的", "了"))
            or inside.startswith(_URGED)
            or _PLAN.fullmatch(inside)
            or _SORTED.fullmatch(inside)
        ):
            continue
        if inside in program_words("scare") or _YEAR_AND_KIND.sub("", inside) in kinds():
            continue
        if inside[0] > "9" and inside + "计划" in words("program_names.tsv") and _ALONE.match(text, m.end()):
            found.append(Named(m.start(1), m.end(1), inside, "known by name"))
            continue
        if _SAYING.match(text, m.end()):
            continue
        tail = _after().match(text, m.end()) or (_CUP.match(text, m.end()) if inside.endswith("杯") else None)
        if tail is not None and (
            tail.group().startswith(("倡议", "概括", "总结", "归纳", "形容"))  # “甲乙”倡议与丙战略 are two
            or _SESSION.fullmatch(tail.group())
            or _MAIN.fullmatch(tail.group())
            or _NAMED_BEHIND.match(text, tail.end())
            or "资金" in tail.group()  # “甲乙”专项资金支持项目
            or not (
                tail.group() in kinds()  # 读书月, whatever 读书 is
                or nominal(cut, m.end() + 2 * text.startswith("系列", m.end()), tail.end())
            )
        ):
            tail = None
        if tail is not None and len(tail.group()) < _OF_ITS_OWN and _MANNER.fullmatch(inside):
            continue
        if tail is not None and (
            (tail.group() == "项目" and _SO_MANY_OF_IT.match(text, tail.end()))
            or (_WORKS.fullmatch(tail.group()) and _POLICY.search(text, max(0, m.start() - 6), m.start()))
        ):
            continue
        if (
            _CLOSED.match(text, m.end())
            and _IS_A_SORT.fullmatch(inside)
            and _IS_THE.search(text, max(0, m.start() - 40), m.start())
        ):
            continue
        if tail is None and "的" in inside and _LIKENED.search(text, max(0, m.start() - 16), m.start()):
            continue
        plus = any(mark in inside for mark in "+＋")
        if plus and not (
            tail
            and (
                (_SUM.fullmatch(inside) and tail.group().endswith(_CARRIED))
                or contest.search(tail.group())
                or tail.group().endswith("区")
                or ends.search(inside.rstrip("+＋"))
            )
        ):
            continue
        if (ends.search(inside) and len(inside) > 2 and not _TALLY.fullmatch(inside)) or (
            tail is not None and tail.group() in _APPOSITION and len(inside) > 2
        ):
            found.append(Named(m.start(1), m.end(1), inside, "quoted programme"))
        elif tail is not None:
            if inside.endswith("行") and _STATION.match(tail.group()):
                found.append(Named(m.start(1), m.end(1), inside, "quoted programme"))
                continue
            end, start = longer(text, cut, tail.end()), head(text, cut, m.start(), tail.group())
            found.append(Named(start, end, text[start:end], "quotation and kind"))
        elif inside.endswith(("基地", "园", "园区")) and _is_base(text, m):
            found.append(Named(m.start(1), m.end(1), inside, "base that is founded"))
        elif _ROUTE.search(inside) and _STOPS.match(text, m.end()):
            found.append(Named(m.start(1), m.end(1), inside, "quoted programme"))
        elif len(inside) > 3 and _FIRST_OF.search(text, max(0, m.start() - 6), m.start()) and _TALK.search(inside):
            found.append(Named(m.start(1), m.end(1), inside, FIRST_OF_SERIES))
        elif (
            len(inside) > 2
            and (
                (len(inside) > 3 and (_DONE.match(text, m.end()) or _IS_ONE.match(text, m.end())))
                or (
                    len(inside) < _LONG_PLAN
                    and (len(inside) > 3 or _STANDS.match(text, m.end()))
                    and _KIND_BEFORE.search(text, max(0, m.start() - 8), m.start())
                )
            )
            and not _NO_DEED.search(inside)
        ) or _one_of_such(text, m):
            found.append(Named(m.start(1), m.end(1), inside, "quotation that is carried out"))
        elif _REACH.match(text, m.end()) and len(inside) > 2:
            found.append(Named(m.start(1), m.end(1), inside, "quotation that reaches people"))
    found += _counted_together(text, quotes, {f.start for f in found})
    starts = {f.start for f in found}
    for m, follower in reversed(list(itertools.pairwise(quotes))):  # “甲”“乙”惠及: one speaks for both
        between = text[m.end() : follower.start()]
        beside = (len(between) < 2 and follower.start(1) in starts) or (
            follower.start() in starts
            and (
                _TOGETHER.fullmatch(between) is not None
                or (between in ("", "、", "和") and _CARRIED_OUT.match(text, follower.end()) is not None)
            )
        )
        any_base = m[1].endswith("基地") and _ANY_BASE.fullmatch(m[1])
        if beside and not any_base and not starts & {m.start(), m.start(1)} and len(m[1]) > 2:
            found.append(Named(m.start(1), m.end(1), m[1], "quotation beside a programme"))
            starts.add(m.start(1))
    return found


def _one_of_such(text: str, m: re.Match[str]) -> bool:
    """Whether a quotation is the one that a list of what is carried out ends with: 实施“甲乙丙丁”等民生工程."""
    return (
        len(m[1]) > 3
        and "，" not in m[1]
        and _NO_DEED.search(m[1]) is None
        and m[1] not in words("number_words.tsv")  # 一带一路
        and _SUCH_WORKS.match(text, m.end()) is not None
        and _CARRIES_LIST.search(text, max(0, m.start() - _LIST), m.start()) is not None
    )


def _is_base(text: str, m: re.Match[str]) -> bool:
    """Whether the words in a quotation name a base that is founded, and no sort of base or an honour."""
    return (
        _BASE.fullmatch(m[1]) is not None
        and _ANY_BASE.fullmatch(m[1]) is None
        and (
            _FOUNDED.match(text, m.end()) is not None
            or _FOUNDS.search(text, max(0, m.start() - _NAMED_BASE), m.start()) is not None
        )
    )


def _counted_together(text: str, quotes: list[re.Match[str]], starts: set[int]) -> list[Named]:
    """The programmes of a list that says how many or what they are, where one of them is known by its own words (from `starts` on)."""
    found: list[Named] = []
    run: list[re.Match[str]] = []
    for m in quotes:
        if run and text[run[-1].end() : m.start()] not in ("", "、", "和"):
            run = []
        run.append(m)
        such = _SUCH.match(text, m.end()) if len(run) > 1 else None
        known = such and (such["contest"] or any({q.start(), q.start(1)} & starts for q in run))
        if len(run) > 1 and (known or _SO_MANY.match(text, m.end())):
            found += [
                Named(q.start(1), q.end(1), q[1], "one of so many")
                for q in run
                if len(q[1]) > 2
                and not {q.start(), q.start(1)} & starts
                and not _PLAN.fullmatch(q[1])
                and not any(mark in q[1] for mark in "，；：")
            ]
    return found
