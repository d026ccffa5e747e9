"""Names of persons that no title stands beside: the heads of lives, those who come to a post, and those with evidence enough.

A name counts from a sum of points on (`kg.mentions.name_evidence`). What the segmenter swallows of a name, or adds to one, is
found here too: no word goes over the edges of a name.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.mentions.chinese_name import ChineseNames
from kg.mentions.clubs import is_of_game
from kg.mentions.common_word import is_compound, is_guessed, is_no_name, is_word
from kg.mentions.likelihood import chinese, foreign
from kg.mentions.name_evidence import AT_HOME, NO_GIVEN, PLACE_END, Evidence, surnames
from kg.mentions.ordered import Ordered, Placed
from kg.mentions.person import Name
from kg.mentions.person_words import says
from kg.mentions.surname import (
    JAPANESE_ENDS,
    compound_surnames,
    frequent_surnames,
    japanese_surnames,
    single_surnames,
    word_surnames,
)
from kg.mentions.title import Title
from kg.mentions.transcribed import transcribing
from kg.mentions.words import Words
from kg.text.scan import holds, matches_at

# The name at the head of a life: 甲某，男，汉族 …; 乙某先生：1966年出生 ….
_LIFE = re.compile(
    r"(?:^|(?<=[\n，。；：、“ ]))(?P<name>[一-鿿]{2,4}?)(?=(?:先生|女士)|[，：（] ?(?:男|女)[，。；、）]|(?:19|20)\d\d ?年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:出生|生(?=[，于。]))|[，：（] ?(?:[一-鿿]{1,4}族[，。；、]"
    r"|中国国籍|现年|(?:19|20)\d\d ?年[一-鿿\d]{0,6}?生|\d{2}岁))"
)
# The name at the head of an article about one: 甲某，江西南昌人，… 乙某（1902年…, 丙某，字…. Mark for mark, so that only a name fills the slot.
_HEAD = re.compile(
    r"(?P<name>[一-鿿]{2,4}?)(?:，(?:字|号|本名|原名|又名|别名|艺名|笔名)[一-鿿“]"
    r"|（(?:[^（），。；]{1,12}[，；])?(?:约|公元前?|前)?\d{3,4}年?(?:\d{1,2}月\d{1,2}日)?[-—－–~～至]"
    r"|，[^，。；（）\d]{2,14}(?<![工本该这那别何诗夫军商众古等的])人(?=[，。；]))"
)
_OPENING = re.compile("[\n。](?=[一-鿿]{2,4}[，（])")  # what a sentence begins behind that may begin with a name
# Without one of these no life is told.
_ANY_LIFE = re.compile(
    r"[，：（] ?(?:[男女]|[一-鿿]{1,4}族|中国国籍|现年|(?:19|20)\d\d ?年|\d\d岁)|[年月日](?:出生|生[，于。])"
)
# 甲某 某某大学校长（兼）, one a line: the name of a list of people with their posts.
_OF_LINE = re.compile("^ {0,4}(?P<name>[一-鿿]{2,3}) {1,8}(?=[一-鿿])[^\n。]{3,80}$", re.MULTILINE)
_BEHIND_POST = 6  # characters, as of （兼）
_FEWEST_LINES = 2
_TITLED = re.compile(r"(?:先生|女士|小姐|同志|[长任总工导师授])\Z")
ENOUGH = 0.1  # points from which on a name counts
_MORE_IN_GAMES = 0.6  # texts about a game are full of clubs and firms that are named like people


def untitled(text: str, cut: Words, titles: list[Title], taken: Ordered[Placed]) -> list[Name]:
    """The persons that a text names without a title, where nothing else is named (`taken`)."""
    lives = [
        Name(*m.span("name"), m["name"], "head of a life")
        for m in (_LIFE.finditer(text) if holds(text, ("先生", "女士")) or _ANY_LIFE.search(text) else ())
        if _has_surname(m["name"]) and not taken.touches(*m.span("name")) and not is_word(m["name"])
    ]
    lives += [
        Name(*m.span("name"), m["name"], "head of a life")
        for start in (0, *(o.end() for o in _OPENING.finditer(text)))
        if (m := _HEAD.match(text, start)) and _may_head(m["name"]) and not taken.touches(*m.span("name"))
    ]
    if holds(text, _OF_OFFICE):
        lives += [
            Name(*m.span("name"), m["name"], "in an appointment")
            for m in matches_at(_OFFICE, sorted({*_openings(text), *(m.start() for m in _FIRM.finditer(text))}), text)
            if _may_be_appointed(
                m["name"],
                firm=m["firm"] is not None or _is_chosen(text, m) or _is_comrade(text, m) or _is_next(text, m),
            )
            and not taken.touches(*m.span("name"))
            and not (text[m.end("name")] == "任" and m["name"][-1] in _NO_LAST_BEFORE_POST)
        ]
        lives += [n for n in _several(text) if not taken.touches(n.start, n.end)]
    ends = frozenset(t.end for t in titles if t.group not in ("press", "other"))
    lives += [n for n in _with_posts(text, ends) if not taken.touches(n.start, n.end)]
    lives += [
        Name(*m.span("name"), m["name"], "line of a list")
        for m in _lines(text, titles)
        if not taken.touches(*m.span("name"))
    ]
    evidence = Evidence(text, cut, frozenset(t.start for t in titles), frozenset(t.end for t in titles))
    heads = Ordered(lives)
    likely = [
        Name(n.start, end, text[n.start : end], "by its characters")
        for n in evidence.find(ENOUGH + (_MORE_IN_GAMES if is_of_game(text) else 0.0))
        for end in (_whole(text, cut, n.start, n.end),)
        if not (taken.touches(n.start, end) or heads.touches(n.start, end) or _is_common(text[n.start : end]))
        if text[n.start - 1 : n.start] != "驻" and not _TWO_PROVINCES.match(text, n.start)  # 驻孔敬总领事
    ]
    brands = only_brands(text, likely)
    likely = [n for n in likely if n.text not in brands]
    return sorted([*lives, *likely], key=lambda n: n.start)


# 甲（某某大学校长）、乙（某某公司董事长）主持
_POSTED = re.compile(
    "(?<![一-鿿])(?P<name>[一-鿿]{2,3})（(?P<post>[^（）\\n，。]{5,40})）(?P<after>[、，]|[和与及等]|分别|主持|致辞|出席|讲话|发言|担任|任)"
)


_SIDES = frozenset("方图奖团队员组")


def _with_posts(text: str, ends: frozenset[int]) -> Iterator[Name]:
    """The names that a bracket with a post follows, and then the next of a list or what its bearer does."""
    for m in _POSTED.finditer(text) if "）" in text else ():
        if m["post"].startswith(m["name"]) or is_word(m["name"]) or m["name"][-1] in _SIDES:
            continue  # 安踏（安踏集团副总裁）, 承办方（某大学校长）
        if m.end("post") in ends and _has_surname(m["name"]) and not is_no_name(m["name"]):
            yield Name(*m.span("name"), m["name"], "words beside")


def _lines(text: str, titles: list[Title]) -> list[re.Match[str]]:
    """The lines that open with a name and close with a post, where there are several."""
    closing = Ordered([t for t in titles if t.group != "press"])
    lines = [
        m
        for m in _OF_LINE.finditer(text)
        if _may_head(m["name"])
        and (posts := closing.within(m.end("name"), m.end()))
        and posts[-1].end >= m.end() - _BEHIND_POST
    ]
    return lines if len(lines) >= _FEWEST_LINES else []


# 推动甘青合作
_TWO_PROVINCES = re.compile(
    "[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁新]{2}(?=合作|协作|两|地区|交界|毗邻|边界|协同|联动|一体)"
)
_TRADES = "教育|科技|文化|传媒|网络|信息|医疗|医药|生物|物流|食品|能源|电子|软件|汽车|旅游|建筑|环保|农业|服饰|地产"
_COMPANY = re.compile(
    f"公司|集团|股份|实业|控股|药业|技师学院|技工学校|职业(?:技术)?学院|专修学院|(?:{_TRADES})(?=[一-鿿]{{0,6}}(?:集团|公司))"
)
_TOWN = re.compile("街道|社区|镇(?![长江静定守痛压魂])|乡(?![长亲村土贤愁音友情镇下])")
_CLAUSE_FAR = 300  # characters
_LONGEST_NAME = 4  # characters of a name without a dot


def towns(text: str) -> frozenset[str]:
    """What a text may call towns by, as long as a name is: 张庄 beside 张庄街道."""
    return _ending(text, _TOWN)


def only_brands(text: str, names: list[Name]) -> set[str]:
    """Those names by which a text calls companies (星帆 beside 星帆公司), and of which it says nowhere what only a person is or does."""
    companies = _ending(text, _COMPANY) if names else frozenset[str]()
    alike = [n for n in names if n.text in companies]
    return {n.text for n in alike} - {n.text for n in alike if _is_person_too(text, n.start, n.end)}


_OF_PERSON = re.compile("(?:校友|创始人|企业家|嘉宾|教授|作家|先生|女士|同志)\\Z")
_AS_PERSON = re.compile("说(?!明)|在(?:现场|会上|仪式上|发言|致辞)|先生|女士|同志|和同学|与同学|捐资|创办")


def _is_person_too(text: str, start: int, end: int) -> bool:
    """Whether what stands beside a name that companies bear as well is only said of persons: 校友雷某, 雷某在现场说."""
    return bool(_OF_PERSON.search(text, max(0, start - 3), start) or _AS_PERSON.match(text, end))


def _ending(text: str, kind: re.Pattern[str]) -> frozenset[str]:
    ends = [m.start() for m in kind.finditer(text)]
    return frozenset(text[end - size : end] for end in ends for size in range(2, _LONGEST_NAME + 1) if size <= end)


def _may_head(name: str) -> bool:
    """Whether the characters may be the Chinese name of one whose life is told."""
    return (
        len(name) < 4
        and _has_surname(name)
        and not is_word(name)
        and not _is_common(name)
        and chinese(name[0], name[1:]) > 0
    )


_NEAR = 3000  # characters around a name in which it comes again


def _whole(text: str, cut: Words, start: int, end: int) -> int:
    """Where a name of two characters ends that comes again and again before one and the same third, which begins no word, or before its
    own last character."""
    name, longer = text[start:end], text[start : end + 1]
    third = longer[-1]
    if end - start != 2 or len(longer) < 3 or third in NO_GIVEN or third in PLACE_END or not "一" <= third <= "鿿":
        return end
    if third == name[-1] and not is_word(text[end : end + 2]):
        return end + 1  # 闫盼盼|领跑
    index = cut.index.get(end)
    begins = says().begins(text, end) or (
        index is not None and cut.tags[index][0] in "vpducr" and is_word(cut.word(index))
    )
    if text.startswith("等", end + 1) and not begins and chinese(name[0], longer[1:]) >= _LEAST_APPOINTED:
        return end + 1  # 王加|培等市领导
    least, most = max(0, start - _NEAR), start + _NEAR
    return end + 1 if not begins and 1 < text.count(name, least, most) == text.count(longer, least, most) else end


# Whom somebody makes something: to the segmenter 任命张伟为 ends in a name of three characters.
_APPOINTED = re.compile(
    "(?:任命|聘任|聘请|提名|选举|补选|推举|推选)(?P<first>(?:[一-鿿]{2,4}、){0,9})(?P<name>[一-鿿]{2,4}?)(?:同志)?(?=为|担任|兼任|出任)"
)


# 任命甲同志: a name, whatever place its characters may be.
_COMRADE = re.compile("(?:任命|聘任|提名|免[去除]|罢免)(?P<name>[一-鿿]{2,3})(?=同志)")


def appointed_comrades(text: str) -> Iterator[str]:
    """The names of those comrades who are given a post or removed from one."""
    for m in _COMRADE.finditer(text) if "同志" in text else ():
        if _has_surname(m["name"]) and not _is_common(m["name"]):
            yield m["name"]


# 免去甲、乙、丙的某省副省长职务; 选举甲、乙为副主任: all of the list are names, whatever else their characters are.
_SEVERAL = re.compile(
    "(?:任命|聘任|聘请|提名|补选|选举|推选|推举|免[去除]|罢免)(?P<names>(?:[一-鿿]{2,3}、)+[一-鿿]{2,3}?)(?:(?:等[一-鿿\\d]{0,3}[人位名])?同志)?(?=[的为]|担任)"
)


def _several(text: str) -> Iterator[Name]:
    for m in _SEVERAL.finditer(text) if "、" in text else ():
        names = m["names"].split("、")
        if all(_has_surname(n) and not is_word(n) for n in names):
            start = m.start("names")
            for name in names:
                yield Name(start, start + len(name), name, "in an appointment")
                start += len(name) + 1


# Who comes to a post opens a clause, or what is made known (宣布甲任某校校长).
_MADE_KNOWN = "(?<=宣布)|(?<=决定)|(?<=同意)|(?<=明确)|(?<=通报)|(?<=公布)|(?<=获悉)|(?<=了解)|(?<=显示)|(?<=报道)"
_NO_MADE_KNOWN = "(?!宣布|决定|同意|明确|通报|公布|获悉|了解|显示|报道)"  # 通报显示|甲任…
# How a clause goes on that gives somebody a post, and what it ends in.
_COMES = "(?:任(?![期务教职免命何意性])|履新)"
_POSTS = "(?:书记|[校院局厅部行会台所馆省市县区州旗]长|董事长|理事长|秘书长|主任|主席|总经理|总裁|董事)"
_OPENS = f"(?:^|(?<=[，。；：、\n])|{_MADE_KNOWN})"
# What a name stands behind that comes so to a post: one character, found quickly, with what makes it such an edge.
_OPENER = re.compile(f"[，。；：、由\n布定意确报悉解示道](?:(?<=[，。；：、由\n])|{_MADE_KNOWN})(?=[一-鿿]{{2}})")
# 甲任某大学党委书记: to the segmenter 培永任 is a name, and 任 the beginning of one.
_TAKES_POST = re.compile(
    f"{_OPENS}(?P<name>{_NO_MADE_KNOWN}[一-鿿]{{2,4}}?)(?:同志)?{_COMES}(?=[^，。；\n任]{{3,30}}{_POSTS})",
    re.M,
)


# 现任, 曾任, 出任: no name ends in these before 任.
_NO_LAST_BEFORE_POST = frozenset("现曾历原连兼主担升转调接继续再首出聘责信胜委拟就卸前时改留离赴上")
# 甲同志任|中轻集团董事长, 免去其|中石油集团董事职务: to the segmenter 任中 and 其中 are words.
_TO_POST = re.compile(
    "(?:同志|先生|女士)(?:不再)?(?:担任|兼任|出任|任(?![免职教期务]))|(?:免去|免除|不再担任|辞去)其(?![省市区县州])"
)


def _openings(text: str) -> list[int]:
    """Where the name of one who comes to a post may begin."""
    return [0, *[m.end() for m in _OPENER.finditer(text)]]


def _takers(text: str) -> Iterator[re.Match[str]]:
    """Where somebody takes a post: 甲任某大学党委书记."""
    for m in matches_at(_TAKES_POST, _openings(text), text) if holds(text, ("任", "履新")) else ():
        across = is_word(text[m.end("name") - 1 : m.end("name") + 1])  # 荣任, but not where 李某荣 stands again
        fits = _may_be_appointed(m["name"], firm=False, least=0.0) and m["name"][-1] not in _NO_LAST_BEFORE_POST
        if fits and (not across or text.count(m["name"]) > 1):
            yield m


def taking_posts(text: str) -> Iterator[Name]:
    """Those who take a post, whose names the segmenter may cut otherwise: 林某立|任某校校长, of which it sees 立任."""
    for m in _takers(text):
        yield Name(*m.span("name"), m["name"], "in an appointment")


def edges_of_appointed(text: str) -> Iterator[int]:
    """Where names of those begin and end who are made something: no word goes over these edges."""
    for m in _APPOINTED.finditer(text) if holds(text, ("任命", "聘", "提名", "选举", "补选", "推举", "推选")) else ():
        if _has_surname(m["name"]):
            yield from (m.start("first"), m.start("name"), m.end("name"), m.end() + 1)
    for m in _takers(text):
        yield from m.span("name")


# 免去甲某市某局局长职务, where nothing stands between the name and the body.
_REMOVED = re.compile("(?:免去|免除|撤销|罢免)(?=[^，。；\\n]{6,60}职务)")


def removed(text: str, chinese_names: ChineseNames, places: frozenset[int]) -> Iterator[Name]:
    """Those who are removed from a post whose body begins right behind the name: at one of `places`, or with the word for a level."""
    for m in _REMOVED.finditer(text) if "职务" in text else ():
        start = m.end()
        for end in (start + 3, start + 2):
            fits = end - start in chinese_names.lengths(start) and chinese_names.characters(start, end) > 0
            fits = fits and text[end - 1] not in NO_GIVEN  # 免去甲某|的某市某局局长职务
            if fits and (end in places or text[end] in "省市区县州"):
                yield Name(start, end, text[start:end], "words beside")
                break


# The function words that the segmenter takes for the end of a name: in no given name, and in hardly any third character of one.
_NO_END = frozenset("的在是也就则还又曾已将对把被从与等所称")
_NO_FOURTH = _NO_END | frozenset("为自以任于受和向由同给让")


# 我所|周某某, in which the segmenter sees 所周.
_BY, _BY_SURNAME = re.compile("由"), 2
_OURS = re.compile("我[校院所局厅馆园台社市省县区州](?=[一-鿿])")
# 某小学|派|教师, in which the segmenter sees 学派.
_SENDS = re.compile(
    "(?<=[中小大]学)派(?=教师|老师|代表|学生|骨干|干部|专家|选手|人|员|队|师生|\\d|[一两三四五六七八九十][名位])"
)
# 足球节|在|某中学, in which the segmenter sees 节在.
_HELD_IN = re.compile("(?<=[节周季行团校组院司展课局营部会赛班坛式])在")
# 组织方|是|省教育厅, in which the segmenter sees a name.
_SIDE_IS = re.compile("(?:组织|主办|承办|协办|召集|发起|支持|指导|合作|签约|中标|出资)方(?=[是为])")


def edges_of_swallowed(text: str, cut: Words) -> Iterator[int]:
    """Where a word that the segmenter takes for a name goes on past it: 甲乙丙|为, 甲乙|称."""
    for m in _SIDE_IS.finditer(text) if holds(text, ("方是", "方为")) else ():
        yield m.end()
        yield m.end() + 1
    for m in _TO_POST.finditer(text) if holds(text, ("同志", "先生", "女士", "其")) else ():
        if cut.tags[cut.at(m.end() - 1)][0] != "v":  # no 任知行 of 任|知行学院
            yield m.end()
    for m in _OURS.finditer(text):
        index = cut.at(m.end() - 1)
        if cut.ends[index] > m.end() and not is_word(cut.word(index)):
            yield m.end()
    for m in _SENDS.finditer(text) if "学派" in text else ():
        yield m.start()
        yield m.end()
    for m in _HELD_IN.finditer(text):
        if m.start() not in cut.boundaries and not is_word(cut.word(cut.at(m.start()))):
            yield m.start()
            yield m.end()
    for m in _BY.finditer(text):
        index = cut.at(m.start())
        word = cut.word(index) if cut.starts[index] == m.start() else ""
        if len(word) == _BY_SURNAME and word[1] in single_surnames() and not is_word(word):
            yield m.end()  # 由林|某某, which the segmenter cuts so
    known = surnames()
    for index in [i for i, tag in enumerate(cut.tags) if tag[:2] == "nr"]:
        start, end = cut.starts[index], cut.ends[index]
        if end - start == 3 and text.startswith(("先生", "女士"), start + 1) and "一" <= text[start - 1] <= "鿿":
            yield start + 1  # 企业家某某|梁先生
        if text[start] == "任" and text.endswith(("同志", "先生", "女士"), 0, start):
            yield start + 1  # 甲同志任|开封某某学院院长
        elif text[start] in _LEADING and _is_led(text[start:end]):
            yield start + 1
        elif (text[end - 1] in _CLOSING and end - start > 2 and text[end : end + 1] in _BEHIND_CLOSING) or (
            end - start == 4 and _is_three_and_more(text, start)
        ):
            yield end - 1
        elif 2 < end - start < 5 and text[start] in known:
            ends = _NO_FOURTH if end - start == 4 else _NO_END
            if text[end - 1] in ends and "一" <= text[end : end + 1] <= "鿿":
                yield end - 1


# What the segmenter adds to the front of a name that it guesses: 而|雪莉, 因|梅莉, 命|伯温, 10日|科赫.
_LEADING = frozenset("而但因由与和及令命派使让被将把从向对当在是日年月字号若如且即至乃又也称以为给跟同找封")
# What it adds to the end, before a mark: 王某某|饰）, 舒某|称，.
_CLOSING, _BEHIND_CLOSING = frozenset("饰演称说问答叹"), frozenset("）)，：“、；")


@lru_cache(maxsize=1 << 14)
def _is_led(word: str) -> bool:
    """Whether a word that the segmenter guesses to be a name is one more likely without its first character."""
    rest = word[1:]
    if len(rest) < 2 or not is_guessed(word):
        return False
    if word[0] not in transcribing() and transcribing().issuperset(rest) and foreign(rest) > _LEAST_FOREIGN:
        return True
    if len(rest) != 3 or rest[0] not in frequent_surnames() or rest[-1] in _NO_END:
        return False
    alone = chinese(rest[0], rest[1:])
    return alone > _LEAST_APPOINTED and (word[0] not in single_surnames() or alone > chinese(word[0], rest))


def _is_three_and_more(text: str, start: int) -> bool:
    """Whether four characters that the segmenter guesses to be one name are one of three with the next word's first: 甲乙丙|用."""
    word = text[start : start + 4]
    if word[3] in JAPANESE_ENDS or foreign(word) > AT_HOME or not is_guessed(word):
        return False
    if word[:2] in compound_surnames() or word[:2] in japanese_surnames():
        return False
    return word[0] in single_surnames() and chinese(word[0], word[1:3]) >= _LEAST_APPOINTED


# 任命甲为, 免去乙的, 丙同志任, 丁不再担任: who comes to a post or leaves it.
_FIRM = re.compile("任命|聘任|聘请|提名|补选|推举|推选|免[去除]|罢免|接受|批准")
_OFFICE = re.compile(
    f"(?:(?P<firm>{_FIRM.pattern})|(?:^|(?<=[，。；：、由\n])|" + _MADE_KNOWN + f"))(?P<name>{_NO_MADE_KNOWN}"
    "[一-鿿]{2,4}?)"
    "(?:(?:同志|先生|女士)(?=[为的任兼]|不再|担任|原任|历任|曾任|[^，。；\n]{2,20}(?:一职|职务))"
    "|(?=(?:（[^（）\n]{2,30}）)?成?为[^，。；\n]{2,40}[长记任员席事]|的[^，。；\n]{2,40}职务|(?:因[^，。；\n]{2,14}，)?不再担任|(?:申请|请求|主动)?辞去|卸任|出任|调任|接任|升任|转任|改任|连任|(?:再次|再度|全票|高票)?(?:当选|连选连任)"
    f"|{_COMES}[^，。；\n任]{{3,30}}{_POSTS}[，。；（、\n]))",
    re.M,
)
_OF_OFFICE = ("任", "当选", "聘请", "提名", "补选", "推举", "推选", "免去", "免除", "罢免", "同志")
_NO_CHOSEN = frozenset("他她它其们者方")


def _is_comrade(text: str, m: re.Match[str]) -> bool:
    """Whether 同志任 follows, before which only a name stands."""
    return text.startswith(("同志任", "同志担任", "同志兼任", "同志为"), m.end("name"))


_CHOSEN = ("当选", "再次当选", "再度当选", "全票当选", "高票当选", "连选连任")


def _is_chosen(text: str, m: re.Match[str]) -> bool:
    """Whether 当选 follows, which says whom they chose: 甲当选会长, not 祝贺他当选."""
    return text.startswith(_CHOSEN, m.end()) and m["name"][-1] not in _NO_CHOSEN


def _is_next(text: str, m: re.Match[str]) -> bool:
    """Whether the clause before says whom somebody appoints: 任命甲为某厅厅长，乙为某局局长."""
    if text[m.end("name")] != "为" or text[m.start("name") - 1] != "，":
        return False
    clause = (
        max(text.rfind(mark, max(0, m.start("name") - _CLAUSE_FAR), m.start("name") - 1) for mark in "，。；\n") + 1
    )
    return text.find("任命", clause, m.start("name")) >= 0


_LEAST_FOREIGN = 3.0  # log-odds of a foreign name behind a character that is none of its own
_LEAST_APPOINTED = 2.0  # log-odds of the characters of a name that no verb of appointing stands before


def _may_be_appointed(name: str, *, firm: bool, least: float = _LEAST_APPOINTED) -> bool:
    """Whether the characters may be the name of one who comes to a post."""
    if len(name) > 3 or not _has_surname(name) or is_word(name) or _is_common(name):
        return False
    return firm or chinese(name[0], name[1:]) >= least


def _has_surname(name: str) -> bool:
    known = surnames()
    return name[:2] in known if len(name) == 4 else name[0] in known or (len(name) == 3 and name[:2] in known)


# Common words that the segmenter's dictionary takes for parts of foreign names.
_TAKEN_FOR_FOREIGN = frozenset(("科普", "普惠", "普法", "普查", "普及", "普高", "普职"))


def _is_common(name: str) -> bool:
    """Whether the characters are a country's name, a surname with a title, or one that is a word too with a word (高水平)."""
    if _TITLED.search(name) or name[:2] in _TAKEN_FOR_FOREIGN:
        return True
    if len(name) == 4 and is_word(name[2:]):
        return not (name[:2] in japanese_surnames() and name[3] in JAPANESE_ENDS)  # 横田基地, but 三浦美幸
    return (
        is_no_name(name) or is_compound(name) or (name[0] in word_surnames() and len(name) == 3 and is_word(name[1:]))
    )
