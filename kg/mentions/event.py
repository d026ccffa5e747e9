"""Meetings, ceremonies, launches, contests held: read clause by clause around the verb that says they took place.

10月17日，〔名称〕在〔地点〕召开        〔机构〕14日在〔地点〕举行〔名称〕        在〔地点〕举行的〔名称〕上
〔名称〕，6月12日在〔地点〕举行        10月17日，〔人物〕出席〔名称〕并讲话
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.mentions.date import Day
from kg.mentions.event_behind import named_behind
from kg.mentions.event_clause import beside_left_out, clause_start, left_out, strip
from kg.mentions.event_holder import is_account, is_another
from kg.mentions.event_name import ends_name, event_name, is_deictic, kind, last_of, quoted
from kg.mentions.event_pairs import and_another, each_event
from kg.mentions.event_place import came_to, is_host, is_room, is_venue, place_after, place_before, place_of, welcomed
from kg.mentions.lexicon import heads
from kg.text.scan import matches

_HELD = re.compile(
    r"(?:(?:随即|随后|紧接着|接着|继而|相继|正式|先行|全部|隆重|成功|顺利|圆满|如期|如约|联合|共同|合作|牵头|同步|同时|同期|同场|同台|再次|首次|集中|现场|组织|主持|胜利|盛大|火热|热烈|精彩|重磅|"
    r"相继|陆续|线上|线下|在线|分别|鸣枪|盛装|耀世|璀璨|震撼|惊艳|华丽|闪亮|激情|浪漫|欢乐|荣耀|燃情|温情|强势|喜庆|准时|热闹){0,6})"
    r"(?=[召举主承进迎办开起启揭闭结首上落收走登移展打画告鸣拉与同和亮取])(?P<verb>(?:召开|举行|举办)(?!时间|地点?|方|单位|权|城市|日期|届|者|国(?![家际内庆学防务产土企有])|好(?!莱坞|[声物书歌人]))|[主承]办(?=了)|(?<=[共联][同合])主办(?=[^，。；、的由]{4})|进行(?=[。，；\n]|$|了?[^，。；]{4,30}(?:汇报会|座谈会|交流会|报告会|仪式|讲座|培训会))|迎来(?=了?[^，。；]{4,40})|办(?=了一?[场届次])|办过(?=一?[场届次])|开展(?=[。，；\n]|$|了一[场次]|(?:第[一二三四五六七八九十\d]{1,3}届|首届|20\d\d年?)[^，。；]{2,40}(?:大赛|竞赛|比赛|运动会)(?![、等])|[^，。；]{4,40}(?:仪式|大会|典礼|发布会|座谈会|论坛|(?:研讨|交流|报告|推进|宣讲|培训|招聘|观摩|分享|动员|恳谈)会(?![、等\d])|(?:签约|推介|洽谈|对接|揭牌|授牌|捐赠)活动))|(?:开幕|启幕|揭幕|闭幕|启动|开班|开营|开课|结业|闭营|开讲|开跑|起跑|开赛|开馆|首演|首映|上演|开锣)"
    r"(?!式|仪式|会|活动|大会|典礼|晚会|词|辞|信|致|资金|建设|实施|了|(?<=起跑)[线点区处]|地[的，。、]|(?<=启动)区(?![域块县]))|启动(?=了)|落幕|落下帷幕|收官|取得(?:了)?(?:圆满)?成功|(?<=正式)开始(?=[，。；])|(?<=圆满|顺利|胜利)(?:结束|举行完毕)|(?<=[动展讲演日式会坛赛])走进(?=[^，。；]{3,30}[，。；\n])|(?<=[动展会坛赛节日])(?:登陆|落户|移师)(?=[^，。；]{2,30}[，。；\n])|结束(?=[，。；\n])|展开(?:角逐|较量|比拼|对决)|打响|画上圆?满?句号|告一段落|鸣锣|开了(?=一?[次场个]|[^，。；]{4,30}(?:座谈会|推进会|动员会|交流会|研讨会|发布会|报告会|调度会|部署会|现场会|论坛|大会))|拉开(?:了?(?:帷幕|序幕|战幕|大幕))|[与同和](?:[^，。；与同和]{0,4}(?:市民|观众|读者|公众|游客|大家))见面|(?<=[馆院厅廊区心])(?:展出|亮相))(?P<tail>了|的)?"
)
# Without the beginning of one of its verbs there is nothing for _HELD to find.
_ANY_HELD = re.compile(
    "办[了过]|迎来|走进|结束|登陆|落户|移师|展开|打响|画上|告一|鸣锣|开了|[召举主承进开起启揭闭结首上落收拉](?=[开行办幕班营课讲跑赛锣馆动业演映下官展])|见面|展出|亮相|取得|正式开始"
)
_HELD_WORDS = (
    "随即", "随后", "紧接着", "接着", "继而", "正式", "先行", "全部", "走进", "结束", "登陆", "落户", "移师", "展开", "打响", "画上", "告一", "鸣锣", "开了", "隆重", "成功", "顺利", "圆满", "如期", "如约", "联合", "共同", "合作", "牵头", "同步", "同时", "同期", "同场", "同台", "再次", "首次", "集中", "现场", "组织",
    "主持", "胜利", "盛大", "火热", "热烈", "精彩", "重磅", "相继", "陆续", "线上", "线下", "在线", "分别", "鸣枪", "盛装", "耀世", "璀璨", "震撼", "惊艳", "华丽", "闪亮", "激情", "浪漫", "欢乐", "荣耀", "燃情", "温情", "强势", "喜庆", "准时", "热闹", "召开", "举行", "举办", "主办", "承办",
    "进行", "迎来", "办了", "办过", "开展", "开幕", "启幕", "揭幕", "闭幕", "启动", "开班", "开营", "开课", "结业", "闭营", "开讲", "开跑", "起跑", "开赛", "开馆", "首演",
    "首映", "上演", "开锣", "落幕", "落下", "收官", "拉开", "与", "同", "和", "展出", "亮相", "取得",
)  # fmt: skip
# Where it may begin, and with which characters.
_HELD_HEAD, _HELD_BEGINS = heads(_HELD_WORDS), frozenset(w[:2] for w in _HELD_WORDS)
_RIGHT_VERBS = frozenset(("召开", "举行", "举办", "启动", "承办", "主办", "开展", "进行", "迎来", "办", "办过", "开了"))
_ENDS = tuple("，。；：！？、…）)”\n")
_INTO = frozenset(("走进", "登陆", "落户", "移师"))
_BY_VERB = re.compile(
    r"(?P<how>主办|承办|指导|组织|发起|举办|协办|召开|举行|开展|支持|合办|主持召开|推出|牵头)(?:的?以“[^“”]{2,60}”为主?题)?(?:[、，].{2,60}?(?:承办|协办|支持|执行|指导))*\Z"
)
_ROLE = re.compile(
    r"(?:由)?(?P<who>[^，。；]{2,80}?)(?:共同|联合)?(?P<how>主办|合办|举办|(?<!教科文)(?<!卫生|贸易|劳工|移民|旅游|气象|海事|粮农|民航|刑警|产权|国际|世界|海关)(?<!上海合作)(?<!党)组织(?!共同|联合|携手|主办|承办|合办|和|与|、)|发起|承办|召开|举行|指导|协办|支持|(?<=联合|共同)开展)"
)
# 甲对大会召开表示祝贺: what somebody says of the event, whose name begins behind 对.
_WISHED = re.compile("的?(?:圆满|顺利|成功)*(?:表示|致以|送上)")
_DECIDED = re.compile("(?:会议|大会)[ 　]{0,2}决定(?=.{4})")  # 会议决定某某大会在北京举行
_COUNCILS = ("理事会", "常委会", "常务委员会")  # which hold meetings
# 多次召开, 每年举办: a habit; 拟举办: a plan without a day.
_HABIT = re.compile(
    r"每(?:[年月周季个隔天]|学[年期])|轮[流番]|多次|先后|曾|定期|历年|历届|常年|不断|经常|连续|累计|共(?:计|组织)?\Z|拟\Z|计划\Z|准备|即将\Z|将\Z|筹备|争取|申办|为了?\Z|可以|能够|(?:应当?|(?<![主重])要|须|务必|尽快|立即|及时)(?:立即|尽快|及时|按时|认真|迅速|马上|抓紧|切实|适时|专门|在[^，。；]{2,12}[前内]){0,4}\Z|不\Z|未\Z|通过\Z|积极\Z|广泛\Z"
)
_OFTEN = ("连续", "历年", "历届", "常年", "累计", "每年", "每月", "每周", "每天", "定期")
_COUNTDOWN = re.compile(
    "后的|还有|倒计时|在即|前夕|之际|以来|之前|之后|第?[一二三四五六七八九十\\d]{1,3}个?(?:年头|周?年)(?![一-鿿“”]{0,12}?(?:会|庆典|典礼|论坛|活动|仪式))"
)
_SINCE = re.compile("[^，。；]{0,8}以来")
# What means something else, or does not take place: 标志着甲会战启动, 放弃在某地举办开幕式.
_MEANS = re.compile("放弃|取消|拒绝|(?<![无犍])为了?\\Z|标志着?|意味着|象征着?|宣告着?(?=.{4})")
# 推动某大会取得成功: what is wanted or praised.
_WANTED = re.compile("推动|促进|确保|保障|赞赏|赞扬|感谢|祝|为|助力|支持|力争|争取|相信|期待|希望|是对")
_MOVES = re.compile("推动|助推|带动|引导|促使|促成")
_THEN = re.compile("(?:的)?(?:当[天日晚]|之[日时]|前后|期间|时)")  # 在甲博览会开幕当天
_PASSIVE = re.compile("由(?P<who>[^，。；由]{2,60})\\Z")
# 〔名称〕由甲主办，3日在北京开幕
_HELD_BY = re.compile("(?<=[会坛式展赛节动])由(?P<who>[^，。；由]{2,60}?)(?:共同|联合)?(?:主办|举办|合办)\\Z")
_BY_FAR = 62
_AS = re.compile("(?:作为|系|是)[^，。；为系是]{2,40}(?:活动|论坛|内容|项目|环节|之一|部分|专场|板块|赛事)\\Z")
# 到某地开展: the place stands after 到.
_GOES = re.compile(
    "(?:到|赴|走进|前往)(?P<place>[一-鿿]{2,20}?)(?=[与同和考调走参视检慰看指]|\\Z)(?:[与同和][一-鿿]{2,24})?(?:(?:考察|调研|走访|参观|视察|检查|慰问|看望|指导){1,6}(?:时|并)?)?\\Z"
)
_GONE_TO = re.compile("(?:走进|来到|赴|前往|莅临|抵达)[^，。；]{1,20}\\Z")
_SENDS = re.compile("(?<=[一-鿿]{3})组织(?!部|者|委|和|与|及|、|机构|单位|开展|召开)[^，。；]{2,60}\\Z")
_GOES_ON = re.compile("(?:并|还|又|也|同时|随后)*")  # 甲举办讲座，并召开某某推进会
_THERE = re.compile("在(?P<place>[^，。；在的]{2,24}?)(?:成功)?(?:举行|举办|召开|开展)的\\Z")
# 又一场学术会议在某地举办 names none.
_INDEFINITE = re.compile("[又这是有]?一[场次个届项](?![^的]{0,4}会议第)")
# 在某省第十四届人民代表大会常务委员会第十六次会议上作报告
_AT_SESSION = re.compile(
    "在(?P<name>(?![全本此该这])[^，。；、“”在]{2,40}?(?:人民代表大会|人大|政协|委员会|常委会|理事会)[^，。；、“”在上]{0,12}第[一二三四五六七八九十百]{1,4}次(?:全体)?会议)上(?=[作做]|，?(?:报告|汇报|审议|通过|表决))"
)
_ATTENDS = re.compile(
    r"(?:应邀)?(?:出席|参加|参与|亮相|现身)(?:了|由[^，。；]{2,40}的)?(?P<place>在[^，。；]{2,20}?(?:举行|召开|举办|开幕)的)?"
)
_MEETING = re.compile(
    "(?:会|会议|大会|论坛|仪式|典礼|峰会|年会|开幕式|闭幕式|座谈|沙龙|博览会|洽谈会|式)(?:第[^，。；]{1,5}[次届]会议)?\\Z|仪式暨[^，。；]{4,30}\\Z"
)
_SPOKE = re.compile(
    "(?![谈见晤面])[^，。；]{0,12}(?:[，并]|时)[^。；]{0,40}?(?:致辞|讲话|发言|演讲|报告|主持|宣布|指出|强调|表示|揭牌|启动)|[，。]"
)


class Happening(NamedTuple):
    """An event at [start, end). `day` the date beside it, `place` the words after 在, `hosts` the words of who holds it;
    `said` is the clause [said_start, said_end) that says so."""

    start: int
    end: int
    text: str
    day: Day | None
    place: tuple[int, int] | None
    hosts: tuple[int, int] | None
    said: tuple[int, int]
    rule: str


def events(text: str, start: int, end: int, days: list[Day]) -> list[Happening]:
    """The events whose taking place the sentence [start, end) states."""
    found: list[Happening] = []
    if _ANY_HELD.search(text, start, end) is None:
        return [_gone_to(text, start, h) for h in _attended(text, start, end, days)]
    for m in matches(_HELD, _HELD_HEAD, text, start, end, _HELD_BEGINS):
        found += _held(text, start, end, m, days)
    if not found:
        found += _attended(text, start, end, days)
    found = [_before_day(text, h) for h in found if not _is_some(text, h)]
    halves = [h for h in found if text[h.start] == "暨" and any(o.start < h.start < o.end for o in found)]
    return [_gone_to(text, start, h) for h in found if h not in halves]  # 甲启动暨|乙开园活动 is one


# 联盟举办的一场|高层次论坛: what sort of meeting it is.
_SORT = re.compile("高(?:层次|水平|规格|质量|级别|端)[一-鿿]{0,4}(?:论坛|会议|峰会|研讨会|盛会)")


def _is_some(text: str, h: Happening) -> bool:
    return text.endswith(("一场", "一次"), 0, h.start) and _SORT.fullmatch(h.text) is not None


def _before_day(text: str, h: Happening) -> Happening:
    """Without the first character of a word for time that its kind could end in: 采访活动|日前结束."""
    if h.text.endswith("活动日") and text.startswith("前", h.end):
        return h._replace(end=h.end - 1, text=h.text[:-1])
    return h


def _gone_to(text: str, start: int, h: Happening) -> Happening:
    """A meeting without a place is held where its sentence says that somebody went."""
    if h.place is None and _MEETING.search(h.text.rstrip("”")) and (place := came_to(text, start, h.start)):
        return h._replace(place=place)
    return h


_OFFICES = frozenset("局厅委")
_FOR_IT = re.compile("(?<![作成])为(?!期|主题|主体|主线|契机|题|核心|目标|引领)")


def _held(text: str, start: int, end: int, m: re.Match[str], days: list[Day]) -> list[Happening]:
    clause = clause_start(text, start, m.start())
    near = [d for d in days if clause <= d.start < m.start()] or [d for d in days if d.start < m.start()]
    day = near[-1] if near else None
    if text.startswith("期间", m.end()) or (m["verb"].startswith("拉开") and _FOR_IT.search(text, clause, m.start())):
        return []  # 放在运动会开幕期间, 短片为开幕式拉开序幕
    if _COUNTDOWN.match(text, m.end()) or (_THEN.match(text, m.end()) and text[clause : clause + 1] == "在"):
        return []
    if text[clause] in "自从" and _SINCE.match(text, m.end(), end):
        return []  # 自今年5月大赛启动报名以来
    if _MEANS.search(text, clause, m.start()) or (
        m["verb"].startswith("取得") and _WANTED.search(text, clause, m.start())
    ):
        return []  # 标志着“甲会战”正式启动
    stripped = beside_left_out(text, clause, strip(text, clause, m.start(), days), m.group())
    place, before_end = place_of(text, clause, stripped, days)
    held_by = place is None and text.startswith("在", clause) and is_host(text, before_end)
    clause += held_by
    offices = place is not None and m["tail"] == "的" and m["verb"] in ("举办", "主办") and place[1] == m.start()
    if place is not None and offices and text[place[1] - 1] in _OFFICES and text[place[0] - 1] == "在":
        clause, before_end, held_by, place = place[0], place[1], True, None  # 在某局举办的典礼上
    place = place or (
        place_after(text, m.end(), end) if m["verb"] in _INTO else place_before(text, start, clause, days)
    )
    if by := _PASSIVE.search(text, max(clause, before_end - _BY_FAR), before_end):  # 〔名称〕10月28日由〔机构〕举行
        cut = strip(text, clause, by.start(), days)
        if ends_name(text, clause, cut):
            begin, _ = left_out(text, clause, cut, days)
            return [Happening(begin, cut, text[begin:cut], day, place, by.span("who"), (clause, m.end()), "held by")]
    name_start, name_end_at = left_out(text, clause, before_end, days)
    under = bool(ends_name(text, name_start, name_end_at))
    if under and m["verb"] in _RIGHT_VERBS and m["verb"] != "迎来" and not m["tail"]:
        other = named_behind(text, m.end(), end)
        if other is not None and is_another(text, m.end(), other):
            host = (name_start, name_end_at)
            return [Happening(*other, text[slice(*other)], day, place, host, (clause, other[1]), "held, then name")]
    if is_account(text, start, m.start(), m.end(), end):
        return []
    if m["verb"] == "迎来" and under:  # 某某博览会今天迎来第十万名观众: neither its day nor its place
        whole = text[name_start:name_end_at]
        return [Happening(name_start, name_end_at, whole, None, None, None, (clause, m.end()), "under way")]
    name_end_at -= name_end_at - name_start > 4 and text[name_end_at - 1] == "是"  # 甲论坛是在乙支持下举办的
    habit = None if ends_name(text, name_start, name_end_at) else _HABIT.search(text, name_start, m.start())
    if habit and (day is None or (day.end < clause and habit.group() in _OFTEN)):
        return []
    found: list[Happening] = []
    if (
        m["verb"] in _RIGHT_VERBS
        and text.endswith(_COUNCILS, name_start, name_end_at)
        and (own := named_behind(text, m.end(), end))
    ):
        s, e = own  # a council holds a meeting
        return [Happening(s, e, text[s:e], day, place, (name_start, name_end_at), (clause, e), "held, then name")]
    acts = (
        _GOES_ON.fullmatch(text, clause, m.start())
        and m["verb"] in _RIGHT_VERBS
        and text[m.end() : m.end() + 1] not in _ENDS
    )  # 发布了…，启动“甲”活动
    if name_start >= name_end_at and clause > start and text[clause - 1] == "，" and not acts:
        # 〔名称〕，6月12日在〔地点〕举行
        earlier = clause_start(text, start, clause - 1)
        named = _AS.search(text, earlier, clause - 1)  # 〔名称〕作为某博览会的同期活动，在〔地点〕举行
        stop = named.start() if named and ends_name(text, earlier, named.start()) else clause - 1
        name_start, name_end_at = left_out(text, earlier, strip(text, earlier, stop, days), days)
    if own_hosts := _HELD_BY.search(text, name_start, name_end_at):
        name_end_at = own_hosts.start()
    pointed = m["verb"] in _RIGHT_VERBS and m["tail"] == "了" and _POINTED.fullmatch(text, name_start, name_end_at)
    if pointed and (own := named_behind(text, m.end(), end)) and not is_deictic(event_name(text[own[0] : own[1]])):
        return [
            Happening(a, b, text[a:b], day, place, None, (clause, own[1]), "held, then name")
            for a, b in each_event(text, *own)
        ]
    if _WISHED.match(text, m.end(), end):
        name_start = max(name_start, *(text.rfind(to, name_start, name_end_at) + 1 for to in "对向"))
    if name_start < name_end_at and (
        ends_name(text, name_start, name_end_at)
        or quoted().search(text, max(name_start, name_end_at - 80), name_end_at)
    ):
        if m["verb"] in _INTO and _MOVES.search(text, name_start, name_end_at):
            return []  # 推动甲博览会走进更多城市
        begin, hosts = _described(text, start, name_start, name_end_at)
        hosts = hosts or (own_hosts.span("who") if own_hosts else None)
        if place is None and (there := _THERE.search(text, name_start, begin)):  # 在天津开展的〔名称〕落幕
            place = there.span("place")
        if (one := _INDEFINITE.match(text, name_start, name_end_at)) and (
            one[0] != "一场" or day is None or place is None
        ):
            return []
        if decided := _DECIDED.search(text, begin, name_end_at):
            begin = decided.end()
        spans = _listed_before(text, start, name_start, days) if hosts is None else []
        for s, e in (*spans, *each_event(text, begin, name_end_at)):
            holder = (clause_start(text, start, s), s - 2) if text.endswith(("承办", "主办"), start, s) else hosts
            found.append(Happening(s, e, text[s:e], day, place, holder, (clause, m.end()), "name, then held"))
        return found
    if (loose := _loose(text, name_start, name_end_at, m.end())) and place is not None:
        begin, hosts = _described(text, start, name_start, loose)
        return [Happening(begin, loose, text[begin:loose], day, place, hosts, (clause, m.end()), "unknown kind")]
    begins = next((m.end() + len(w) for w in ("，是", "是") if text.startswith(w, m.end())), m.end())  # 举行的，是…论坛
    if m["tail"] == "的" and begins > m.end() and place is None and is_venue(text, name_start, name_end_at):
        place = (name_start, name_end_at)  # 某村举行的是某某仪式
    if m["verb"] in _RIGHT_VERBS and (after := named_behind(text, begins, end)):
        s, e = after
        if "、" in text[s : e + 1] and not _NAMED.search(text, s, e):
            ahead = "将" in text[clause : m.start()] and _SO_MANY.match(text, e)
            if ahead or _AMONG.match(text, e):
                return []
        rule = "held at" if m["tail"] == "的" else "held, then name"
        if place is None and (went := _GOES.search(text, max(clause, m.start() - 24), m.start())):
            place = went.span("place")
            name_end_at = min(name_end_at, went.start())
        if sends := _SENDS.search(text, name_start, name_end_at):
            name_end_at = sends.start()  # 甲组织各区教育局赴某地开展…
        if place and (into := _GONE_TO.search(text, name_start, name_end_at)):
            name_end_at = into.start()  # 甲走进某市，在某市举行…
        held_by |= text.startswith("这是", clause) or text.endswith(
            "从", start, name_start
        )  # 记者从某办举行的发布会上了解到
        acts = (m["tail"] != "的" or held_by) and name_start < name_end_at
        actor = (name_start, name_end_at) if acts else None
        if place is None and actor and m["verb"] != "迎来" and is_room(text, *actor):  # 报告厅先后举行两场活动
            place, actor = actor, None
        if (
            m["verb"] == "开展"
            and text.endswith("活动", s, e)
            and place is None
            and not text.startswith("了一", m.end("verb"))
        ):
            return []  # what is carried out nowhere is a campaign
        if m["verb"] == "迎来":  # 成都迎来…论坛
            if actor is None or (where := welcomed(text, *actor)) is None:
                return []
            place, actor = where, None
        each = [*each_event(text, s, e), *and_another(text, e, end)]
        found += [Happening(a, b, text[a:b], day, place, actor, (clause, e), rule) for a, b in each]
    return found


# 展会还举办了…签约活动: an event that was named before, and one that is part of it.
_POINTED = re.compile(
    "(?:本[次届]|此次|该|这次)?(?:展会|大会|会议|活动|论坛|峰会|博览会|年会|文化节|大赛)(?:期间|现场|同期|当[天日]|还|也|同时|并|将|上)*"
)


# Other words than those of the lexicon in which a name may end where only an event can stand: …会在某地召开。
_LOOSE = re.compile(
    "(?<![协学商工社机议董监理基事国总农妇联晚委侨员只])会\\Z|(?:[大决预]赛|赛项|分?赛[场区]|会谈|会商|(?:辅导|专题|学术|主题|宣讲)报告|节|式|典礼|营|论坛|讲坛|大典|周|季|展)[”》]?\\Z|[月日行季]”\\Z"
)

_NTH = re.compile("(?:第[一二三四五六七八九十\\d]{1,3}|首)届[^的在后将于，]{4,30}\\Z")  # 第三届“…伙伴行动”在某地举行


# 第三届甲大赛最终花落某地: what became of it, and no name.
_TURNED_OUT = re.compile(
    "(?:最终|最后|已经?|也|正式|成功|将|均|都|再次)*(?:花落|落户|选址|定于|确定|宣布|授予|交由|移师|定在|敲定)"
)


def _loose(text: str, start: int, end: int, after: int) -> int | None:
    """Where a name of an unknown kind ends, if the verb after it has no object."""
    if (
        end - start < 6
        or text[after : after + 1] not in "。，；！\n"
        or not (_LOOSE.search(text, start, end) or _NTH.search(text, start, end))
    ):
        return None
    for m in kind().finditer(text, start, end):
        if _TURNED_OUT.match(text, m.end()):
            return m.end()
    return end


def _described(text: str, start: int, left: int, right: int) -> tuple[int, tuple[int, int] | None]:
    """Where the name begins after what describes it (由甲主办的…), and the words of who holds the event."""
    cut = last_of(text[left:right])
    if cut == 0:
        return left, None
    by = _BY_VERB.search(text, left, left + cut - 1)
    if by is None and is_deictic(text[left + cut : right]) and ends_name(text, left, left + cut - 1):
        return left + cut, (left, left + cut - 1)  # 某某论坛的开幕式
    if by is None:
        return left + cut, None
    first = left - (text[left - 1 : left] == "由")
    while first > start and text[first - 1] == "，":  # 由甲指导，由乙、丙主办，丁承办的…
        earlier = clause_start(text, start, first - 1)
        if not _ROLE.fullmatch(text, earlier, first - 1):
            break
        first = earlier
    roles = list(_roles(text, first, left + cut - 1))
    held = next((r for r in roles if r["how"] in ("主办", "合办")), None) or next(
        (r for r in roles if r["how"] not in ("指导", "协办", "支持")), None
    )
    if held is None:
        return left + cut, (left, by.start("how"))
    return left + cut, held.span("who")


def _roles(text: str, start: int, stop: int) -> Iterator[re.Match[str]]:
    """Who does what in 由甲指导，乙主办，丙承办."""
    while 0 <= start < stop:
        if role := _ROLE.match(text, start, stop):
            yield role
            start = role.end()
            start += text[start : start + 1] in ("，", "；", "、")
        else:
            start = text.find("，", start, stop) + 1 or stop


_UNVEILED = ("揭牌", "挂牌", "授牌", "签约", "启动", "揭幕")


def _listed_before(text: str, start: int, left: int, days: list[Day]) -> list[tuple[int, int]]:
    """〔名称〕，〔名称〕在〔地点〕举行: the name in the clause before, where that is a name and nothing else."""
    if left <= start or text[left - 1] != "，":
        return []
    earlier, stop = left_out(text, clause_start(text, start, left - 1), left - 1, days)
    if stop - earlier < 6 or stop - earlier > 40 or not ends_name(text, earlier, stop):
        return []
    words = text[earlier:stop]
    whole = event_name(words)
    if words.endswith(_UNVEILED):
        return []  # 某联盟揭牌，成立大会随即召开
    if words.removesuffix(whole).endswith(("承办", "主办")):
        return [(stop - len(whole), stop)]  # 甲承办某某赛，比赛3月1日在某地举行
    return (
        [(earlier, stop)] if whole in (words, words[1:-1]) and not _HELD.search(words) and not is_deictic(whole) else []
    )


# 推介、签约、展销等多项活动: kinds of things, of which none has a name.
_AMONG = re.compile(
    "(?:、[^，。；]{1,30}?)?等(?:多|一系列|系列|各|丰富|配套|品牌|特色|主题|重点|精彩)[^，。；]{0,6}活动"
)
# 将举办甲交流会、乙推介会等20余场活动
_SO_MANY = re.compile(
    "(?:、[^，。；]{1,30}?)?等\\d{1,4}余?[项场个次][^，。；]{0,6}(?:活动|赛事|论坛|会议|比赛|展会|演出)"
)
_NAMED = re.compile("[“”《第届\\d]")


def _attended(text: str, start: int, end: int, days: list[Day]) -> list[Happening]:
    """A meeting that a sentence with a date says somebody attended, or that it opens with; a numbered one at which somebody reports."""
    if (at := _AT_SESSION.search(text, start, end)) is not None:
        near = [d for d in days if d.end <= at.start()][-1:]
        day = near[0] if near else None
        return [Happening(*at.span("name"), at["name"], day, None, None, at.span(), "reported at")]
    if not days:
        return []
    for m in _ATTENDS.finditer(text, start, end):
        after = named_behind(text, m.end(), end)
        if after is None:
            continue
        s, e = after
        name = event_name(text[s:e])
        own = next((d for d in days if d.start == e - len(name) and d.end < e), None)  # 出席1月8日|某某座谈会
        if own:
            s, name = own.end, text[own.end : e]
        near = [own] if own else [d for d in days if d.start < m.start()]
        if (
            near
            and not is_deictic(name)
            and len(name) >= 6
            and _MEETING.search(name)
            and not re.search(r"\d{4}年|届", text[m.end() : s])
            and _SPOKE.match(text, e)
        ):
            place, _ = place_of(text, clause_start(text, start, m.start()), m.start(), days)
            if m["place"]:
                inside = re.match(r"在(.+?)(?:举行|召开|举办|开幕)的", m["place"])
                place = (m.start("place") + 1, m.start("place") + 1 + len(inside[1])) if inside else place
            return [Happening(s, e, text[s:e], near[-1], place, None, (near[-1].start, e), "attended")]
    return []
