"""The names of an article's events: the fullest wording of each, and whether two wordings mean one event."""

import re
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from kg.facts.gathering import Gathering
from kg.mentions.defined import DEFINITION
from kg.mentions.event import Happening
from kg.mentions.event_name import ends_name, event_name, is_deictic, names_one
from kg.mentions.found import Found
from kg.mentions.gazetteer import gazetteer

MOST = 300  # events; a text that reports more is no article, and only its first ones are told apart
_LONGEST = 60  # characters; what is longer is a sentence
_FOR_WHOM = re.compile(
    "(?:同志|教授|院士|先生|女士|博士|老师|烈士|大师)(?:[与和、][一-鿿]{2,4}(?:教授|院士|先生|女士))?(?!在|为|向|就|对|作|等)[一-鿿]{0,12}"
    "(?:聘任|受聘|聘请|任职|入职|拜师|收徒|追悼|告别|追思|悼念|捐赠|颁奖|表彰|授予|授聘|首发|诞辰|逝世|纪念|从教|从艺|先进事迹|事迹|新书|揭牌|聘书)[一-鿿\\d]{0,10}"
)
_CEREMONY = re.compile("(?:仪式|典礼)\\Z")
RITE_ENDS = ("仪式", "典礼")
"""What the name of a ceremony ends in."""
BARE = re.compile(
    r"(?:签约|签订|签署|签字|挂牌|揭幕|启用|落成|开业|揭牌|启动|成立|开班|开营|结业|结营|投产|竣工|通车|封顶|捐赠|授牌|奠基|开工|颁奖|首发|开学|毕业|开园|开馆|开院|入学|升旗|表彰|聘任)(?:[暨及和][一-鿿]{2,6})?(?:仪式|典礼|大会)|(?:新闻)?发布会|新闻通气会|记者会|记者招待会|开幕式|闭幕式"
)
# 某某项目举行开工仪式: the ceremony is the project's.
_WORKS = (
    "项目", "工程", "基地", "产业园", "园区", "大桥", "铁路", "高速公路", "水库", "生产线", "工作室", "培训", "训班", "修班", "究班", "程班", "育班",
    "年班", "读班", "学班", "训练营", "夏令营",
)  # fmt: skip
_QUOTED = re.compile("“[^“”]{2,40}”(?:[一-鿿]{0,8}(?:项目|工程|计划|行动|活动|班))?\\Z")
_WORK_FAR = 40  # characters of such a name
_ABOUT_IT = re.compile("^[^，。；]{0,30}?(?:就(?![业近地读医餐])|围绕)")  # 某市就某项目举行签约仪式
_ITS_OWN = (
    "成立大会",
    "揭牌仪式",
    "启动仪式",
    "会员大会",
    "年会",
    "理事会",
    "代表大会",
    "成立仪式",
    "授牌仪式",
    "挂牌仪式",
)
# 协同发展联盟成立大会, 联盟第二届年会, 专委会成立: of a group that the page names in full elsewhere
_OF_GROUP = re.compile(
    "(?P<short>[一-鿿]{0,12}?(?:联盟|联合体|共同体|协作体|集团|协会|学会|研究会|分会|专委会|专业委员会))"
    "(?P<rite>(?:第[一二三四五六七八九十]{1,3}[届次])?(?:(?:成立|揭牌|授牌|挂牌|启动){1,2}(?:大会|仪式)?|年会|会员大会|代表大会))"
)
_IS_FOUNDED = ("集团", "共同体", "联合体", "研究院", "研究所", "中心", "学院", "基地", "实验室")
_OF_SCHOOLS = re.compile("(?:开园|开学|毕业|开院|入学|校庆)(?:典礼|仪式|大会)")
_OF_STAFF = re.compile(
    "(?:全[校院体])?(?:(?:领导|教师|中层|党员|处级|科级)(?:及?以上)?)*(?:干部|教职工|职工|教职员工|党员)(?:教师|教职工)?(?:代表)?(?:大会|会议)"
)
_AFTER_DASH = re.compile(
    "(?:今天|昨天|今日|昨日|热闹|沸腾|传来|迎来|签约|掌声|喜讯)[^—]{0,16}——(?=[一-鿿“]{6})"
    "|^[^—“]{4,40}——(?=(?:20\\d\\d年?|第[一二三四五六七八九十\\d]{1,3}届|首届)[一-鿿“]{4})"
)
_OF_OURS = re.compile("我(?P<level>[省市县区州盟旗])(?=[第首]|20)")
_OF_SCHOOL = re.compile("[该我本]校(?=[一-鿿“\\d])")
_COUNCIL = re.compile(
    "(?<=[一-鿿]{4})(?:第[一二三四五六七八九十\\d]+届)?理事会\\Z|[一二三四五六七八九十\\d]届(?:人大|人民代表大会|政协|委员会)?(?:常委会|常务委员会)\\Z"
)
_NUMBERED = re.compile(r"第[一二三四五六七八九十\d]+[次届场](?:全体)?(?:会议|大会|联席会议?)")
_NTH_MEETING = re.compile(
    r"(?:20\d\d年(?:度)?)?第[一二三四五六七八九十\d]{1,4}[次届](?:全体|专题|工作|扩大|推进)*(?:会议|大会|例会|联席会议?)"
)
_CAMPAIGNS = ("周", "月", "季", "行动", "活动", "工程", "计划", "项目")
_RITE_TOLD = re.compile("(?<![一-鿿”》])启动仪式|(?:出席|参加|在)启动仪式")
_ORDINAL = re.compile(r"第[一二三四五六七八九十\d]+[次届场期]")
_DIGITS = re.compile(r"(?<=第)\d{1,2}(?=[次届场期])")
_TH = re.compile(r"^第[一二三四五六七八九十百\d]+届")
# 旅游节新闻发布会 is not the 旅游节 itself.
_ABOUT = re.compile("(?:系列)?(?:活动)?(?:新闻|发布会|通气会|说明会|筹备|工作|动员|推进|总结|协调|部署|招商|推介|志愿)")
_DASH = re.compile("[—–─－-]")  # one, two or three of them between a title and what explains it


def work_before(words: str) -> str | None:
    """The project, class or quotation at the end of the words before a ceremony."""
    near = words[-_WORK_FAR:]
    if kind := next((w for w in _WORKS if words.endswith(w)), None):
        before = max(near.rfind(mark) for mark in "，。；的") + 1
        name = near[max(before, len(near) - len(kind) - 30) :]
        if len(name) - len(kind) >= 4:
            return name
    if ends_name(words, 0, len(words)) and not is_deictic(name := event_name(words)):
        return name
    quoted = _QUOTED.search(near)
    return quoted.group() if quoted else None


_ONES: tuple[str, ...] = ("", *"一二三四五六七八九")


def _numeral(number: int) -> str:
    """十二 for 12; below 100."""
    tens, ones = divmod(number, 10)
    return ("" if not tens else "十" if tens == 1 else _ONES[tens] + "十") + _ONES[ones]


# 政协第十四届全国委员会常务委员会第八次会议 is 全国政协十四届常委会第八次会议; 第十四届全国人民代表大会, 十四届全国人大.
_CONFERENCE = re.compile(
    "政协第?(?P<term>[一二三四五六七八九十]{1,3}届)(?P<of>全国|[一-鿿]{2,8}?[省市县区州旗盟])委员会"
)
_CONGRESS = re.compile(
    "第?(?P<term>[一二三四五六七八九十]{1,3}届)(?P<of>全国|[一-鿿]{2,8}?[省市县区州旗盟])?人民代表大会"
)


@lru_cache(maxsize=4096)
def event_key(name: str) -> str:
    """A name of an event without what reports of the same event spell differently: 推动, 推进; 联席会议, 联席会; marks."""
    name = re.sub("^(?:推动|推进)", "", re.sub("[“”‘’《》·• 　]", "", name))
    name = re.sub(r"(?<=20\d\d)年(?=[一-鿿])", "", name)  # 2024年某某论坛, 2024某某论坛
    if digits := _DIGITS.search(name):
        name = f"{name[: digits.start()]}{_numeral(int(digits.group()))}{name[digits.end() :]}"
    name = _CONFERENCE.sub(r"\g<of>政协\g<term>", name.replace("常务委员会", "常委会"))
    name = _CONGRESS.sub(lambda m: f"{m['term']}{m['of'] or ''}人大", name)
    return name.replace("首届", "第一届").replace("联席会议", "联席会").replace("工作联席会", "联席会")


@lru_cache(maxsize=4096)
def _without_places(name: str) -> str:
    """A name of an event without the divisions in it: 对口扶贫协作座谈会 of 滕州市对口丰都县扶贫协作座谈会."""
    for hit in reversed(gazetteer().find(name)):
        name = name[: hit.start] + name[hit.end :]
    return name


def same_event(a: str, b: str) -> bool:
    """Whether two names of events mean one: one holds the other whole, and both give the same ordinal."""
    short, long = sorted((_DASH.sub("", event_key(a)), _DASH.sub("", event_key(b))), key=len)
    if short == long:
        return True
    ordinals = _ORDINAL.findall(short)
    if ordinals and set(ordinals) != set(_ORDINAL.findall(long)):
        return False
    if _ABOUT.match(long[long.find(short) + len(short) :]) if short in long else False:
        return False
    if long.startswith(short) and is_deictic(long[len(short) :]):
        return True
    if ordinals and _TH.match(short) and _TH.match(long):  # 第九届产业大会 of 第九届云岭产业大会
        rest = _TH.sub("", short)
        return len(rest) >= 6 and rest in _TH.sub("", long) and "暨" not in short
    return len(short) >= 5 and (short in long or short == _without_places(long)) and "暨" not in short


@dataclass(frozen=True)
class GatheringNames:
    """What a page calls its events."""

    found: Found

    @cached_property
    def defined(self) -> dict[str, str]:
        """The short names that the article defines for events → their full names."""
        table = {}
        for h in self.found.events[:MOST]:
            for m in DEFINITION.finditer(h.text):
                short = re.sub("^(?:以下|下|又|也)?(?:统一)?[简统合]?称", "", m.group()[1:-1]).strip("为“”：:")
                before = event_name(h.text[: m.start()])  # 某某洽谈会（简称“科洽会”）新闻发布会: it is the fair's
                whole = event_name(DEFINITION.sub("", h.text))
                table[short] = before if ends_name(before, 0, len(before)) and not is_deictic(before) else whole
        return table

    @cached_property
    def _numbered(self) -> list[tuple[str, int, int]]:
        """Every 第五次会议 with the words before it: another wording of an event's name, where the numbers agree."""
        text, found = self.found.page.text, []
        for m in _NUMBERED.finditer(text):
            clause = max(text.rfind(mark, max(0, m.start() - _LONGEST), m.start()) for mark in "，。；：\n ") + 1
            name = event_name(text[max(clause, m.start() - _LONGEST) : m.end()])
            if len(name) > 8 and self.found.is_read(m.start()):
                found.append((name, m.end() - len(name), m.end()))
        return found[:MOST]

    def renamed(self, g: Gathering) -> Gathering:
        """With the other wordings of its numbered name: 推进…联席会第五次会议 of 推动…联席会议第五次会议."""
        if not _ORDINAL.search(g.name):
            return g
        other = [(n, s, e) for n, s, e in self._numbered if n != g.name and event_key(n) == event_key(g.name)]
        return replace(
            g, aliases=tuple(dict.fromkeys((*g.aliases, *(n for n, _, _ in other)))), mentions=(*g.mentions, *((s, e) for _, s, e in other))
        )  # fmt: skip

    def _rite(self, h: Happening, name: str) -> str:
        """What is added to the name of a week or a campaign of which the page says that it began, and tells of 启动仪式."""
        text = self.found.page.text
        began = text.endswith("启动", 0, h.said[1]) and name.rstrip("”").endswith(_CAMPAIGNS)
        return "启动仪式" if began and _RITE_TOLD.search(text, h.said[1]) else ""

    @cached_property
    def _titled(self) -> frozenset[str]:
        """The persons with a title, who are no mistake for a word with which a name begins."""
        return frozenset(n.text for n, _ in self.found.names)

    def _is_clause(self, name: str) -> bool:
        """Whether words begin with a person who does something, and not whom a ceremony is for: 张某某教授聘任仪式."""
        who = next((p for p in self._titled if name.startswith(p)), None)
        return who is not None and not _FOR_WHOM.fullmatch(name, len(who))

    def _group(self, short: str) -> str | None:
        """The one group of the page whose name ends in a shorter form of it: 协同发展联盟, 联盟; a company only where there is no other."""
        endings = (short, short.replace("专委会", "专业委员会"))
        alike = [b for b in self.found.bodies if b.text.endswith(endings)]
        groups = [b for b in alike if b.group != "Company"] or alike
        names = {self.found.body_name(b) for b in groups}
        return names.pop() if len(names) == 1 and not any(b.text == short for b in groups) else None

    def full_name(self, h: Happening) -> str | None:
        """The name without its definition brackets; a bare 成立大会 takes the name of the body that it founds or that holds it."""
        name = event_name(DEFINITION.sub("", h.text))
        if len(name) > _LONGEST and "、" in name and _CEREMONY.search(name):
            name = name[name.rindex("、") + 1 :]  # of many things that open together, the last
        if (
            len(name) > (_LONGEST + 30 if "暨" in name and "、" not in name else _LONGEST)
            or re.search("来源|发布时间", name)
            or self._is_clause(name)
        ):
            return None
        name = self.defined.get(name, name)
        if (of := _OF_GROUP.fullmatch(name)) and (group := self._group(of["short"])):
            return group + of["rite"]
        if (dashed := _AFTER_DASH.search(name)) is not None:
            name = name[dashed.end() :]  # 体育馆今天格外热闹——某省第十六届大赛开幕式
        short = is_deictic(name) or not name.startswith("全")  # 全校干部大会 is a name of its own
        if short and h.hosts and _OF_STAFF.fullmatch(name) and (held := self.found.bodies_ending.get(h.hosts[1])):
            return self.found.body_name(held) + name  # 某某大学召开干部大会
        host = self.found.page.text[slice(*h.hosts)] if h.hosts else ""
        if h.hosts and _NTH_MEETING.fullmatch(name):
            if _COUNCIL.search(host):
                return event_name(host) + name  # 某市十七届人大常委会举行第十三次会议
            if (held := self.found.bodies_ending.get(h.hosts[1])) is not None:
                return self.found.body_name(held) + name  # 某某领导小组召开第五次会议
        if not is_deictic(name):
            if (ours := _OF_OURS.match(name)) and (own := self.found.resolver.divisions.before(h.start, ours["level"])):
                name = self.found.resolver.divisions.called(own) + name[ours.end() :]
            if _OF_SCHOOL.match(name):
                own_school = self.found.school_before(h.start) or ""
                name = own_school + name[2:] if own_school or name[2] not in "与和同" else name  # 我校与乙签约仪式
            return name + self._rite(h, name) if names_one(name) else None
        if _COUNCIL.search(host):
            return event_name(host) + name  # 某某集团理事会召开预备会议
        if BARE.fullmatch(name) and (work := work_before(host)):
            return _ABOUT_IT.sub("", work) + name
        if h.hosts and _OF_SCHOOLS.fullmatch(name):
            held = self.found.bodies_ending.get(h.hosts[1])
            if held is not None and held.group == "EducationInstitution":
                return self.found.body_name(held) + name  # 某某幼儿园举行开园典礼
        if h.hosts and name in _ITS_OWN:
            inside = self.found.body_index.within(*h.hosts)
            founded = name.startswith("成立")  # 某职业教育集团举行成立大会
            alliances = [
                b
                for b in inside
                if b.group in ("Alliance", "Organization") or (founded and b.text.endswith(_IS_FOUNDED))
            ]
            if alliances:
                return self.found.body_name(alliances[-1]) + name
        return None
