"""Where an event takes place: the words after 在 in the clause that says so; else where somebody went, or the room that a clause opens with.

甲一行到〔地点〕考察，并召开〔名称〕        代表齐聚〔地点〕，参加〔名称〕        〔地点〕座无虚席，〔名称〕在此举行        〔地点〕先后举行〔名称〕
"""

import re

from kg.mentions.common_word import is_place
from kg.mentions.date import Day
from kg.mentions.event_clause import clause_start, in_place, left_out, strip
from kg.mentions.event_name import ends_name, last_of
from kg.mentions.gazetteer import gazetteer
from kg.mentions.lexicon import words

_AT = re.compile(
    r"(?<![所存现旨实内])(?:[在于]|假(?=[一-鿿]{3,20}\Z))(?!线|即(?=[，。；将])|读|建(?=[项工设的筑，。；])|此|是|校[生师]|职(?:[工人]|教(?!园|中心|城|集团|学院)))"
)
_NO_PLACE = re.compile(
    r"\d{1,2}(?:[日时月]|号(?!楼|馆|厅|会议|教|报告|门|院|展|线))|上午|下午|晚|不久|前不久|刚刚|日前|近日|此前|这里|那里|此|现场|当地|会上|主持|即(?=[，。；将])|今年|明年|年[内底末初中]|[月周]末|月[底初中]|本月|[上中下]旬|[第一二三四]+季度|[下本上]个?[月周]|重要|关键|历史|随后|同期|期间|会议期间|活动中|我[省市县区州校院](?=\Z|还|尚)|\d{4}年|[去前]年|第[一二三四五六七八九十]{1,3}天|农历|(?:春节|中秋|端午|清明|元旦|国庆|元宵|重阳)(?!上河|[路街村镇宫])|一片|全(?!椒|南|州|国[一-鿿]{0,6}[堂馆心厅])|我国"
)
_HERE = re.compile("在(?:此|这里)\\Z")
_A_DAY = re.compile("[今昨明前当][天晚]")  # 在今天召开的发布会上
_HELD_THEN = re.compile(
    "(?:[今昨当][天日](?:[上下]午)?|近日|日前|(?:[0-9]{1,2}月)?[0-9]{1,2}日(?:[上下]午)?)(?:召开|举行|举办)的"
)
_ORGAN_ENDS = "部委厅局会办室府"
_PLACE_TAIL = re.compile(
    r"(?:(?:还|尚)?[是属]?(?:头一[回次]|首次|第一次|首度)|等地|等处|迎来|分[一二两三四五六七八九十\d]{1,3}(?:期|阶段|批次?|场)|(?:全面|逐步|陆续|重新)?恢复|线[上下]|继续|市区|主持|组织|现场|共同|联合|正式|隆重|成功|成立并|挂牌并|鸣[锣枪哨笛炮]|击鼓|吹响号角|([一-鿿])\1([一-鿿])\2地){1,4}\Z|[为向与同对就](?![^，]{0,6}[市县区村镇馆]).*"
)
_SITE_OF = re.compile("(?:项目|建设|施工|工程|改造|发掘|考古|救援|作业|试验|拆迁)\\Z")  # 在项目建设|现场举行
_BY_WHOM = re.compile("(?<!自)由(?=[^，。；]{4})")  # 在某公园由某市委书记宣布开幕
_TOOK_PART = re.compile("(?:参加|出席|参与|观摩)了?(?!者)")  # 在人民大会堂参加了由某部举办的大会
_AIMED = re.compile("针对|围绕")  # 在某地针对某事召开
_FOR_WHOM = re.compile("(?<=[厅堂馆宫场院楼城])为(?=[^，。；]{2})")  # 在某堂北厅为来宾举行
_ONLINE = re.compile("(?:平台|网站|客户端|公众号|视频号|直播间|APP)[”》]?\\Z")
_INSIDE = re.compile("[省市区县州旗镇乡村]内|市区|城区|县城")  # 在区内举行
_THAT = re.compile("该[省市区县州镇乡](?=[一-鿿]{2})")  # 在该区某镇开幕
_WITHIN = re.compile(
    "(?:活动|会议|仪式|论坛|大会|会|[大比决]赛|赛事|展演|式|典礼|[展书画车花]展)(?:[中上]|期间|同期)\\Z|(?:大赛|赛事|展会)\\Z|[声香景云雨雪氛围》”乐曲舞唱]中\\Z|等[一二三四五六七八九十\\d]*[家个]?(?:部门|单位|机构|企业|部委|媒体)\\Z|(?:支持|领导|指导|推动|帮助|关心|关怀|组织|牵头|主导|统筹|倡议|见证|配合|协助)(?:之)?下\\Z|(?:[汇起]点|时刻|关头|阶段|时期|背景|形势|征程|历程|进程|过程|道路|基础|前提|前夕|之际|之[时前后间])[上中下]?\\Z"
)


def is_host(text: str, stop: int) -> bool:
    """Whether the words after 在 that end at `stop` are of whoever holds the event: 在某部今日召开的发布会上."""
    return _HELD_THEN.match(text, stop) is not None and text[stop - 1] in _ORGAN_ENDS


def place_of(text: str, clause: int, end: int, days: list[Day]) -> tuple[tuple[int, int] | None, int]:
    """The words after 在 at the end of [clause, end), and where what stands before them ends."""
    if here := _HERE.search(text, max(clause, end - 3), end):
        return _pointed(text, clause), strip(text, clause, here.start(), days)
    at = None
    for m in _AT.finditer(text, clause, end):
        if text.startswith("正", m.start() - 1) and not _opens_with_place(text, m.end(), end):
            continue  # 正在|进行
        if at is not None and m.group() == "于" and text[m.start() - 1] in "位落处设建":
            continue  # 在位于某市的某学院
        if text.count("“", clause, m.start()) <= text.count("”", clause, m.start()):  # none in a “…·在云南” of a title
            at = at if m.group() == "于" and at is not None and m.start() == at.end() else m  # 在|于都
    if at is None or end - at.end() > 40 or ends_name(text, at.end(), end):
        return None, end
    if aimed := _AIMED.search(text, at.end() + 1, end):
        end = aimed.start()
    before = strip(text, clause, at.start() - text.startswith("正", at.start() - 1), days)
    begin = at.end() + last_of(text[at.end() : end])
    stop = end
    tail = _PLACE_TAIL.search(text, begin, end)
    if tail and not in_place(text, begin, tail.start(), end):
        stop = tail.start() if tail.start() > begin else end
    if by := _BY_WHOM.search(text, begin + 2, stop):
        stop = by.start()
    if came := _TOOK_PART.search(text, begin + 2, stop):
        stop = came.start()
    if for_whom := _FOR_WHOM.search(text, begin + 2, stop):
        stop = for_whom.start()
    begin += 2 if _THAT.match(text, begin, stop) else 0
    if _WITHIN.search(text, begin, stop) or _INSIDE.fullmatch(text, begin, stop):
        return None, before
    if stop - begin == 1 and text[begin] not in gazetteer().abbreviations:
        return None, before if stop == end and at.group() == "在" else end  # 在聊|举行, of a city by one character
    if stop <= begin or _NO_PLACE.match(text, begin) or (at.group() == "于" and not ends_name(text, clause, before)):
        return None, before if at.group() == "在" else end
    if _A_DAY.match(text, begin) or _ONLINE.search(text, begin, stop):
        return None, before
    if is_host(text, stop):
        return None, stop
    if text.startswith("由", begin):
        return None, before  # 在由甲、乙联合举办的某大会上
    stop += 2 * (text.startswith("现场", stop) and _SITE_OF.search(text, begin, stop) is not None)
    return (begin, stop), before


# What ends the words for a place where nothing is said to take place in it: a room, a ground, a school, a village.
_VENUE = re.compile(
    "(?:[厅堂馆院校园村镇乡县市州区楼场港城营寨宫寺庙店湖岛畔]|大厦|宾馆|酒店|中心|会议室|教室|[大中小]学|幼儿园|公园|景区|基地|社区|街道|广场|大街|公司|集团|码头|车间|现场)\\Z"
)
_VAGUE = re.compile("[全各每]|广大|我国|国内|现场|活动|会议|这|那|一|许多|很多|不少|农村\\Z")


def place_before(text: str, start: int, clause: int, days: list[Day]) -> tuple[int, int] | None:
    """The place in a clause of its own before the one that says so: 11月4日，在〔地点〕，〔名称〕举行."""
    if clause - 4 <= start or text[clause - 1] != "，":
        return None
    begin, stop = left_out(text, clause_start(text, start, clause - 1), clause - 1, days)
    return (
        _named(text, begin, stop)
        or full_room(text, begin, stop)
        or ((begin, stop) if is_room(text, begin, stop) else None)
    )


def place_after(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The place behind 走进, up to the next mark."""
    m = _UP_TO.match(text, start, end)
    return m.span("place") if m and (is_venue(text, *m.span("place")) or gazetteer().find(m["place"])) else None


def is_venue(text: str, start: int, end: int) -> bool:
    """Whether some words name a room, a ground, a school, a village, and not several of them (全市中小学)."""
    return _VENUE.search(text, start, end) is not None and not _VAGUE.match(text, start)


def _named(text: str, begin: int, stop: int) -> tuple[int, int] | None:
    """The words after 在 in [begin, stop), if they are those of a place and nothing else."""
    if not 4 <= stop - begin <= 40:
        return None
    if text[begin] == "在":
        begin += 1
        cut = last_of(text[begin:stop])
        begin += cut if cut and not is_venue(text, begin, begin + cut - 1) else 0  # 在风景秀丽的〔地点〕
    elif text[stop - 1] not in "里内":
        return None
    stop -= text[stop - 1] in "里内"
    return (begin, stop) if is_venue(text, begin, stop) else None


def _pointed(text: str, clause: int) -> tuple[int, int] | None:
    """The place that 此 in 在此 means: the last that stands in a clause of its own before it."""
    start = max(0, text.rfind("\n", 0, clause), clause - _NEAR)
    begin, stop = left_out(text, clause, min(clause + 80, len(text)), [])
    if room := full_room(text, begin, stop):
        return room
    if school := _CAME_TO_SCHOOL.match(text, begin, stop):
        return school.span("place")
    comma = clause
    while (comma := max(text.rfind(mark, start, comma) for mark in "，。；")) > 0:
        begin = max(text.rfind(mark, start, comma) for mark in "，；。：\n") + 1
        if to := _DRIVES.match(text, begin, comma):
            begin = to.end()
            if is_venue(text, begin, comma):
                return begin, comma
            if near := _VILLAGE.match(text, begin, comma):
                return near.span()
        if begin > start and (named := _named(text, begin, comma) or full_room(text, begin, comma)):
            return named
        if (
            begin > start
            and comma - begin <= _LONG
            and is_venue(text, begin, comma)
            and _opens_with_place(text, begin, comma)
        ):
            return begin, comma  # 红石县杏花村红薯基地，机声阵阵
        stop = comma - 4 - 5 * (text[comma - 5] == "、")  # 西湖彩旗飘扬、碧水青山
        stop -= text[stop - 1] in "上里内"  # 文化广场上红旗招展
        if begin > start and stop - begin >= 4 and is_venue(text, begin, stop):
            return begin, stop
    return None


def _opens_with_place(text: str, start: int, end: int) -> bool:
    hits = gazetteer().find(text[start:end])
    return (bool(hits) and hits[0].start == 0) or any(
        text[start:stop] in words("countries.tsv") for stop in range(start + 2, min(start + _COUNTRY, end) + 1)
    )


_COUNTRY = 8  # characters


_LONG = 40  # characters of a place that its divisions open
_VILLAGE = re.compile("[一-鿿]{2,8}?(?:[乡镇村]|街道|社区)(?=[一-鿿])")
_DRIVES = re.compile("[^，。；：在]{0,6}?(?:直达|直抵|抵达|来到|驶入|驶进|走进|步入|走入|到达)了?")  # 车子直达某乡
_UP_TO = re.compile(
    "(?P<place>[^，。；、的\\n]{2,30}?)(?=[隆成正举召开，。；\\n])(?:隆重|成功|正式){0,3}(?:举行|召开|举办|开幕)?(?=[，。；\\n])"
)
_PORT = re.compile("(?:机场|[车港]站|航站楼|高铁站|码头|口岸)\\Z")  # where somebody only arrives
_NEAR = 120  # characters between a place and the 在此 that means it

_CAME = re.compile(
    "(?:(?<![得感收达直找提看回受接遇做办等不未听想买拿拆])到(?!访)|来到|(?<![前到回后未往将近本年以日天月])来(?=[一-鿿]{2,12}(?:出席|参加|参会|考察|调研))|赴|前往|走进|莅临|深入|抵达|齐聚|相聚|汇聚|聚首|云集|相约|(?<!曾)(?:到访|造访))(?P<place>[^，。；、“”到赴在和与同]{2,20}?)(?:（(?:以下|下)?(?:简称|称)[^（）]{2,20}）)?"
    "(?=[实开专参集考调访看慰检指督交洽对视出举召，]|走访|进行)(?=(?:实地|进行|开展|专题|参观|专程|集中)?(?:考察|调研|参观|访问|看望|慰问|检查|指导|督导|交流|走访|洽谈|对接|调查|视察|出席|参加|举行|召开|开展[^，。；]{2,24}[，。]|，))"
)
_ROOMS = "体育馆|体育场|报告厅|会议室|礼堂|会堂|演播[厅室]|多功能厅|广场|大剧院|剧场|操场|音乐厅|宴会厅|会展中心|博览中心|会议中心|大厅"
_ROOM = re.compile(f"[一-鿿A-Za-z0-9]{{0,30}}(?:{_ROOMS})")
# 甲大学体育馆内座无虚席: what is said of a room full of people.
_FULL_ROOM = re.compile(
    f"(?P<place>[一-鿿A-Za-z0-9]{{2,24}}?(?:{_ROOMS}))(?:[内里外上前]|今[天日晚])*(?:座无|灯光|灯火|格外|彩旗|红旗|掌声|人头|人山|气氛|热闹|洋溢|喜气|歌声|鼓声|锣鼓|欢声|华灯|星光|暖意|春意)"
)
# 甲小学来了一群特殊的客人，某活动在这里举行
_CAME_TO_SCHOOL = re.compile(
    "(?P<place>[一-鿿A-Za-z0-9]{4,24}?(?:小学|中学|学校|幼儿园|校园|操场))[内里上]?(?:来了|迎来)"
)
# 到某县调研后，回到省城参加会议: somewhere else by then.
_LEFT_AGAIN = re.compile("对[^，。；]{2,10}?进行|[回返转][到往赴抵京校省国]|返回|返程|移师|转场|转战")
_BACK = 120  # characters before the verb within its sentence


def came_to(text: str, start: int, stop: int) -> tuple[int, int] | None:
    """The last place in [start, stop) that somebody is said to go to, if its words are those of a place."""
    going = list(_CAME.finditer(text, max(start, stop - _BACK), stop))
    if not going:
        return None
    begin, end = going[-1].span("place")
    begin += last_of(text[begin:end])
    begin += 3 * text.startswith("主会场", begin, end - 1)  # 齐聚大会的主会场某区
    if _LEFT_AGAIN.search(text, end, stop):
        return None
    hits = gazetteer().find(text[begin:end])
    if _PORT.search(text, begin, end):
        return None
    abroad = text[begin:end] in words("countries.tsv") or is_place(text[begin:end])
    return (begin, end) if abroad or is_venue(text, begin, end) or (hits and hits[-1].end == end - begin) else None


def full_room(text: str, start: int, stop: int) -> tuple[int, int] | None:
    """The room that the clause [start, stop) says is full, lit or decked."""
    m = _FULL_ROOM.match(text, start, stop)
    return m.span("place") if m else None


def is_room(text: str, start: int, stop: int) -> bool:
    """Whether the words name a room or a ground, which holds nothing by itself."""
    return _ROOM.fullmatch(text, start, stop) is not None


def welcomed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where something takes place that 〔地点〕迎来: a division at the end of the words before it, or a venue."""
    hits = [h for h in gazetteer().find(text[start:end]) if h.end == end - start]
    if hits and (hits[0].start == 0 or text[start + hits[0].start - 1] not in "在的、和与"):
        return start + hits[0].start, end
    start += last_of(text[start:end])
    return (start, end) if is_venue(text, start, end) else None
