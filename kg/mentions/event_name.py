"""The words of an event's name: where it ends, what is no part of it, and which words only point at an event named elsewhere."""

import re
from functools import cache

from kg.mentions.lexicon import alternation, rows

_ORDINAL = r"(?:第[一二三四五六七八九十百\d]+[次届场期](?:全体)?(?:会议|大会|活动)?|[（(][^（）()]{1,12}[)）])?"
_DEFINED = r"(?:[（(](?:以下|下|又|也)?(?:统一)?[简统合]?称[^（）()]{1,30}[)）])?"
# What stands before a name and is no part of it.
_HEAD = re.compile(
    "(?:了|的|主题(?=“)|本(?:学期|学年|年度|季度)(?!末)|[（(]\\d{1,2}月\\d{1,2}日[)）]|是(?=[一-鿿]{0,8}第)|在?[今去前明]年(?:[一二三四五六七八九十\\d]{1,2}月份?)?(?=第)|本次|此次|本届|这[场次届]|一[场次届](?!会议)|首[场次](?!会议)|两场|场|次|题为|名为|主题为|主题是|隆重|盛大|正式|为期[一二两三四五六七八九十百\\d]+[天日周月个]+|"
    "现场(?!会)|集中(?!开工|签约)|重要|专门|大型|全新|全面(?!战略|合作|深化|从严|推进|加强|建设)|近年来|一年一度)+"
)
# 一场主题为“数字赋能”的…论坛
_THEMED = re.compile("^[^“”]{0,8}(?:主题[为是]|题为|以)“[^”]{2,60}”(?:为主?题)?的")
_LIKE = re.compile(
    "^“(?:选手|客人|主角|嘉宾|考生|队员|明星|老师|学生|新生|代表)”—{1,2}(?=.{6})"
)  # 一群特殊的“选手”——某市机器人竞赛
_THIS_YEAR = re.compile("^(?:今年|去年|明年)的?(?=[一-鿿]{3})")
_FIRST_TIME = re.compile("^[^“”]{0,24}(?:首次|首场)(?=“[^“”]{4,40}”\\Z)")  # 某局首次“局长恳谈会”
# 31个代表团、817名选手——某某大赛: how many come to it.
_SO_MANY = re.compile(r"[^“”—，。]{0,24}?\d万?[余多]?[名位个项家支所][^“”—，。、\d]{1,8}(?:—|–){1,2}(?=.{4})")
# 深化协同育人 助推产业发展——某某签约仪式在我院举行: a motto before the name, in a title.
_MOTTO = re.compile("(?P<motto>[^—，。；]{8,60})(?<!中国)—{1,2}(?=[^—，。；]{8,})")
# The words that introduce an event, in a sentence that goes on to name it.
_INTRODUCES = re.compile(
    "祝贺|包括(?=20\\d\\d|第)|借助|趁着|借着|考虑到|鉴于|本周(?:也|正)?是|之日起到|致信|致电|参观了?|出席了?|参加了?|结束后|之后|期间|(?<!播音)(?<!节目)主持(?!人)|宣布(?!(?<=(?:任免|任职|任命|干部|决定|命令|人事|调整)宣布)会)|强调|表示|正在|即将|当天|同日|来到|听取|(?<=[一-鿿])(?=本[次届])|(?:一道|一起|一同|携手)为(?=[“＿])|介绍|亲临|[ 　]决定(?=[一-鿿]{4})|(?:高度|密切|持续)关注|热切(?:期待|期盼)|，?包括(?=\\d|第|首届)|(?:引人注目|备受[关瞩][注目]|备受期待|[万举][众世]瞩目|广受关注)的|(?<=[一-鿿]{12})[ 　]+(?=[一-鿿]{4})|(?:相继|决定)?召开了?|举行了?|[承主]办了?(?=20\\d\\d|第[一二三四五六七八九十\\d]|首届|全[国省市区县])|重温了?|审议(?:并)?通过了?|表决通过了?|通过了|方式通过|完成了|共同为|热烈欢迎|(?:共同|一起|一道|一同)(?:庆祝|迎接)(?=我[省市县区州旗校]第)"
)
# 系列活动, 4项主体活动, 多场比赛 name no one event.
_SEVERAL = re.compile(
    r"^(?:每当|届时|更多|另一[场次个届]|(?:有史以来|历届|历年|迄今|目前|国内|全国|全省|全市|史上)?(?:规模|规格|层次|参与人数)?最[大高多广]|经过|(?:严格)?(?:按照|依照|遵照|根据)|感谢|祝愿|期待|[前后往][几两三数]?[届年次]|这?[两几]个|一?系列|多[项场个次种届]|各[类种项级地]|相关|有关|大规模|大量|众多|若干|类似|这样|主要|其[他它]|丰富多彩|形式多样|不少|许多|部分|年度|每[年月周])|"
    r"^(?!20\d\d届)(?:\d+|[一二两三四五六七八九十百千]+)余?(?:[项场次个种](?!会议|[^，。；]{0,12}集中(?:开工|签约|竣工|投产))|届(?!会议|[一二三四五六七八九十]{1,2}次|[^，]{0,14}(?:第|全会|次会议)))|系列活动\Z|品牌活动\Z|配套活动\Z|主体活动\Z|抗议活动\Z|慰问活动\Z|欢迎仪式\Z|示威"
)
# 6个项目的比赛, 国家级大型经贸展览活动: what it is, and no name; a day inside it belongs to a sentence.
_DESCRIBES = re.compile(
    r"(?<!\d)\d{1,4}个?(?:项目|赛项|大项|小项|单项)的(?:比赛|竞赛|角逐)\Z|[自从至到]\d{1,2}月|"
    r"^(?:国家级|世界级|国际级|省级|国际性|全国性|区域性|综合性|专业性|高规格|高水平|高层次|高质量|高端)[^“”第届]{0,12}(?:活动|展会|展览|盛会|赛事)\Z|各项活动\Z|"
    r"^[^“”第届]{0,6}活动[和与及、][^“”第届]{0,4}活动\Z"
)
# “甲工作室”“乙工作室”揭牌仪式 is one, “甲”“乙”活动 are two.
_CEREMONY = re.compile("(?:仪式|典礼|发布会|大会|座谈会|论坛)\\Z")
# A series under a title or of one year is told of as one event.
_OF_ONE_NAME = re.compile(
    r"^(?=[^“]*“|.*20\d\d年|.*第[一二三四五六七八九十\d]+届)(?!.*等系列活动|一?系列|多[项场]).{12,}系列活动\Z"
)
_QUOTED = re.compile("[“《‘][^“”《》‘’]*[”》’]")
# 党的十九届六中全会, “…”的讨论会: a 的 inside a name.
_NO_CUT = re.compile(
    "(?<=党)的|(?<=[^瞩]目)的|(?<=个项目)的(?=[^的，]{0,8}(?:开工|签约|奠基|竣工|投产|揭牌)[^的，]{0,4}\\Z)|(?<=”)的(?=[^的]{0,12}\\Z)"
)
# 《…意见》（云发〔2024〕1号）新闻发布会
_OF_TITLE = re.compile("(?<=》)[（(][^（）()]{1,60}[)）](?=[^（）()]{2})")
# 系列发布会——稳定就业专场, 招聘会（大专专场）
_OF_SESSION = r"(?:[—–·]{0,2}[^，。；：、—“”（）在由的]{0,16}专场|[（(][^（）]{2,16}专场[)）])"
SESSION = re.compile(_OF_SESSION)
_SESSION = _OF_SESSION + "?"
_LONGEST_END = 70  # characters of a kind, an ordinal and a definition
_AND = re.compile("暨|和|及|与|、")


@cache
def _kinds() -> str:
    """Any word in which a name ends; 动员会 may go on to 动员会议."""
    return alternation(r[0] for r in rows("event_kinds.tsv")) + "(?:(?<=会)议(?![程题定案事员长论室厅]))?"


@cache
def kind() -> re.Pattern[str]:
    """A word in which the names of events end, with an ordinal after it."""
    return re.compile(_kinds() + _ORDINAL)


@cache
def name_end() -> re.Pattern[str]:
    """The end of an event's name at the end of a run of words, with a definition and a closing quotation mark."""
    return re.compile("(?P<kind>" + _kinds() + ")" + _ORDINAL + _SESSION + r"(?P<after>[”》]?" + _DEFINED + r")\Z")


def ends_name(text: str, start: int, end: int) -> re.Match[str] | None:
    """The end of an event's name right before `end`."""
    return name_end().search(text, max(start, end - _LONGEST_END), end)


@cache
def quoted() -> re.Pattern[str]:
    """A whole quotation that names an event, with a subtitle after the word for it (“…论坛——大学之策”)."""
    return re.compile(f"“[^“”]{{0,40}}{_kinds()}[^“”]{{0,30}}”\\Z")


# What a ceremony may mark, in words that name no one of them: 开业投产仪式.
_ACTS = (
    "开业|投产|竣工|开工|奠基|通车|封顶|落成|成立|启用|启动|揭幕|揭牌|挂牌|开园|开馆|开营|交付|签订|签署|签字|签约|首发"
)


@cache
def _act_lists() -> re.Pattern[str]:
    return re.compile(f"(?:(?:集中)?(?:{_ACTS})、)+(?=(?:集中)?(?:{_ACTS}))")


@cache
def _pointer() -> re.Pattern[str]:
    return re.compile(
        f"(?:本次|此次|本届|该|这次|上述|大会|会议|活动|论坛|年会)*(?:(?:(?:{_ACTS})[、和及]?)*{_kinds()}{_ORDINAL}(?:暨|[、和及](?:项目)?)?)+"
    )


def is_deictic(name: str) -> bool:
    """Whether a name only points at an event named elsewhere (会议, 签约仪式), or is no more than a kind (招聘会)."""
    return len(name) < 5 or _pointer().fullmatch(name) is not None


def last_of(words: str) -> int:
    """Where the name begins in words that describe it first (甲共同申报的…推进会): after the last 的 outside of quotations."""
    if "的" not in words:
        return 0
    words = _NO_CUT.sub("＿", words)
    return _masked(words).rfind("的") + 1


def _masked(words: str) -> str:
    """The words with what stands in quotation marks or a title, one in the other, made unreadable."""
    for _ in range(2):
        words = _QUOTED.sub(lambda m: "＿" * len(m.group()), words)
    return words


def event_name(words: str) -> str:
    """The words of an event without what only introduces them."""
    if cuts := list(_INTRODUCES.finditer(_masked(words))):
        words = words[cuts[-1].end() :]
    words = _FIRST_TIME.sub("", _THEMED.sub("", words))
    words = _LIKE.sub("", _THIS_YEAR.sub("", words))
    if many := _SO_MANY.match(words):
        words = words[many.end() :]
    motto = _MOTTO.match(_masked(words))
    if motto and not ends_name(words, 0, motto.end("motto")):
        words = words[motto.end() :]
    words = words[last_of(words) :]
    if head := _HEAD.match(words):
        words = words[head.end() :]
    words = _OF_TITLE.sub("", words).strip(" 　，、")
    if words.startswith("“") and "”" not in words:
        words = words[1:]  # 宣布：“某省第十五届运动会|开幕！”
    if len(words) > 2 and words[0] == "“" and words.find("”") == len(words) - 1:
        words = words[1:-1]
    return words


# What a school or a place does from day to day, under no name of its own.
_SORT = re.compile(
    "[^“”0-9第届]{0,12}(?:(?:线[上下]|教育|科研)?教学|科技|科研|生产|经营|娱乐|健身)活动|群众性[一-鿿]{2,6}活动"
)


# 美术大展、国际演艺大会, 欢迎宴会和相关双边活动: kinds of things, none with a name of its own.
_OF_KINDS = re.compile(
    "(?![^，]*(?:[“《第届0-9]|[式礼]\\Z))[^，]{0,12}?(?:展览?|论坛|大会|大赛|比赛|晚会|宴会|音乐会|演出|峰会)(?:、(?!论坛\\Z|峰会\\Z|会议\\Z)|[和及](?:相关|有关|其他|系列|双边))"
)


# A day, several of one sort, a body that holds something, or a clause in what would be a name.
_SENTENCE = re.compile(
    "[今昨明][天日][（(]|[开闭]幕 |^[超近约逾]\\d|(?<!第)(?<!第\\d)(?<!第\\d\\d)\\d[余多]?[个场](?:[^第届]{0,6}(?:座谈会|论坛|研讨会|推介会|会议|(?<!集中开工)(?<!集中签约)活动))\\Z|(?<![第一二三四五六七八九十])[两三四五六七八九十]场[^第届]{0,4}(?:座谈会|会议)\\Z|^[^第届“《]{0,12}(?:常委|委员|联合国大)会\\Z|^[主分]会场活动\\Z|等(?:仪式|会议|论坛)\\Z"
)


def names_one(name: str) -> bool:
    """Whether a name is that of one event, and not of several or of a habit (系列活动, 4项主体活动)."""
    name = _act_lists().sub("", name)  # 开工、投产、签约活动
    return (
        (_SEVERAL.search(name) is None or _OF_ONE_NAME.search(name) is not None)
        and _DESCRIBES.search(name) is None
        and ("”“" not in name or _CEREMONY.search(name) is not None)
        and "》《" not in name
        and name.count("（") == name.count("）")
        and _SENTENCE.search(name) is None
        and _SORT.fullmatch(name) is None
        and _OF_KINDS.match(name) is None
        and not (
            (
                "、" in _QUOTED.sub("", name)
                and name.endswith(("展览", "表演", "演出", "比赛", "展示", "活动", "讲座", "培训", "沙龙"))
            )
            or re.search("等(?:节目|系列|活动|赛事)", name) is not None
            or ("、" in _QUOTED.sub("", name) and name.endswith(("系列活动", "等活动")))
        )
    )


def parts(name: str) -> list[str]:
    """甲大会暨乙论坛 → both."""
    return [p for p in _AND.split(name) if p]
