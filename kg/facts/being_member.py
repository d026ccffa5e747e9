"""Whoever is said to be a member of a group, or to become one: 甲是联盟成员, 甲获授“联盟”牌匾，成为其成员单位."""

import re
from collections.abc import Iterator

from kg.facts.doers import ASKS, list_from
from kg.facts.meant_group import GROUPS
from kg.facts.parties import Party, list_to, org, parties_of
from kg.mentions.body import Body
from kg.mentions.found import Found
from kg.model import Relation, Sentence

_IF = re.compile("(?:如果?|若|倘若|假如|假设|一旦|只要|只有|除非|凡|无论|不管|是否|能否|可否|是不是)")
_WISHED = re.compile(
    "支持|鼓励|推动|助力|帮助|欢迎|建议|邀请|要求|同意|祝愿|希望|提名|推荐|拟|公示|申报|力争|争取|计划|将"
)
_IS_MEMBER = re.compile(
    "(?:既|还|均|都|(?:已|经批准|获准|正式|成功|顺利|光荣|最终){1,2}(?=成为)|(?P<also>，(?:同时|也|又|还)+))?(?<!不)(?:是|系(?![系统列])|(?<=[学院校司局会厅团])为|(?<![望将拟请未可能争想以])成为)(?P<group>(?:[^，。；是成]|成(?!为)){2,40}?)(?:(?:第[一二三四五六七八九十]{1,3}届)?理事会)?的?新?(?:(?:成员|会员|一员|一分子)(?:之一)?|(?:团体)?(?:成员|会员|社员|常务理事|理事|副?理事长|副?会长|副?主席|盟主|牵头)(?:单位|学校|高校|院校|企业)(?:之一)?)(?=[，。；])"
)
_CLAUSE = re.compile("[，；：]")


# 甲博物馆获授“某某联盟”牌匾，正式成为其成员单位
_OF_ITS = re.compile(
    "，(?:正式|由此|也|并)*(?:成为|是)其(?:首批)?(?:成员|会员|理事)(?:单位|学校|高校|院校|馆|医院)?(?:之一)?(?=[，。；])"
)


# 集团再添一所成员校——甲; 集团新增甲、乙两所成员校
_SO_MANY = "(?:(?:[一两三四五六七八九十]|\\d{1,2})[所家个])?"
_ADDS = re.compile(
    f"[^，。；]{{0,18}}?(?:添|增加?|增添|吸纳|吸收)了?(?:{_SO_MANY}新?(?:成员|会员)(?:校|单位|学校|高校|院校|企业)?(?:——|：|，(?:分别|即)?[是为])|(?=[一-鿿]))"
)
_AS_NEW = re.compile(f"等?{_SO_MANY}(?:作?为)?新?(?:成员|会员)(?:校|单位|学校|高校|院校|企业)?(?=[，。；])")


def adding(found: Found, sentence: Sentence) -> Iterator[Relation]:
    """Those whom a group takes in as further members."""
    text = found.page.text
    for group in found.body_index.within(sentence.start, sentence.end):
        if text.startswith("成员", group.end) and group.text.endswith(_OF_BODIES):  # 联盟成员|甲大学
            for start, end, member in parties_of(found, group.end, sentence.end)[:1]:
                if start == group.end + len("成员") and _BEHIND.match(text, end):
                    yield from _of(found, group, [(start, end, member)])
        m = _ADDS.match(text, group.end, sentence.end) if group.text.endswith(GROUPS) else None
        listed = list_from(text, parties_of(found, m.end(), sentence.end), m.end()) if m else []
        if m is None or not listed or ("成员" not in m.group() and not _AS_NEW.match(text, listed[-1][1])):
            continue
        yield from _of(found, group, listed)


def _of(found: Found, group: Body, listed: list[Party]) -> Iterator[Relation]:
    """Those of a list behind a group as its members."""
    for _, end, member in listed:
        span = found.page.span(group.start, end)
        yield Relation((span,), "member", member, "memberOf", org(found.body_name(group)))


# 联盟吸纳甲、乙为成员; 甲被吸收为联盟成员
_OF_BODIES = ("联盟", "集团", "联合体", "共同体", "协作体", "医联体")  # whose members are no persons
_BEHIND = re.compile("[，。；、]|积极|等|[和与在作将为]|先后|分享|介绍")
_TAKES = re.compile("(?:还|又|也|近日|正式|新)*(?:吸纳|吸收|接纳|增补)了?(?=[一-鿿]{2})")
_AS_ONE = re.compile(
    "(?:等(?:[\\d两三四五六七八九十]{1,3}[家所个])?(?:单位|高校|院校|学校|企业)?)?为(?:其|新|首批|该)*(?:成员|会员|理事)(?:单位|学校|高校|院校)?"
)
_TAKEN = re.compile(
    "(?:正式)?(?:[被获]|被正式)(?:吸收|吸纳|接纳|增补|批准|推选|选)(?:成)?为(?P<group>[^，。；]{2,40}?)的?(?:成员|会员|理事|一员)(?:单位)?(?=[，。；])"
)


def taken_in(found: Found, sentence: Sentence) -> Iterator[Relation]:
    """Those whom a group takes in, or who are taken in."""
    text = found.page.text
    parties = parties_of(found, sentence.start, sentence.end)
    for group in found.body_index.within(sentence.start, sentence.end):
        m = _TAKES.match(text, group.end, sentence.end) if group.text.endswith(GROUPS) else None
        listed = list_from(text, parties, m.end()) if m else []
        if m and listed and _AS_ONE.match(text, listed[-1][1], sentence.end):
            yield from _of(found, group, listed)
    for m in _TAKEN.finditer(text, sentence.start, sentence.end):
        who = list_to(text, parties, m.start())
        groups = {
            found.body_name(b)
            for b in found.body_index.within(*m.span("group"))
            if b.end == m.end("group") and b.text.endswith(GROUPS)
        }
        for begin, _, member in who if len(groups) == 1 else ():
            yield Relation((found.page.span(begin, m.end()),), "member", member, "memberOf", org(min(groups)))


def of_its(found: Found, sentence: Sentence) -> Iterator[Relation]:
    """Whoever becomes a member of the league that the sentence names before 其."""
    text = found.page.text
    for m in _OF_ITS.finditer(text, sentence.start, sentence.end):
        named = found.body_index.within(sentence.start, m.start())
        groups = {found.body_name(b) for b in named if b.group == "Alliance"}
        for begin, _, member in _last_subject(found, sentence.start, m.start()) if len(groups) == 1 else ():
            if member.name not in groups:
                span = found.page.span(begin, m.end())
                yield Relation((span,), "member", member, "memberOf", org(min(groups)))


def being(found: Found, sentence: Sentence) -> Iterator[Relation]:
    """Whoever is said to be a member of one group, or of several: 甲既是联盟理事会成员，也是丙集团成员."""
    text, who = found.page.text, list[Party]()
    for m in _IS_MEMBER.finditer(text, sentence.start, sentence.end):
        clause = max(text.rfind(mark, sentence.start, m.start()) for mark in "，；") + 1 or sentence.start
        wished = "是" not in m.group()[:3] and _WISHED.search(text, sentence.start, m.start())
        if wished or _IF.search(text, clause, m.start() + 2):
            who = []
            continue
        if m["also"] is None or not who:
            who = list_to(text, parties_of(found, sentence.start, m.start()), m.start())
        if m["also"] and not who:  # 甲现有师生万人，也是乙联盟理事长单位
            who = _last_subject(found, sentence.start, m.start())
        near = (found.body_name(b).removesuffix("理事会") for b in found.body_index.within(m.start("group"), m.end()))
        named = {n for n in near if n.endswith(GROUPS) or (n.endswith("社") and "社员" in m.group())}
        groups = named or found.groups.get(m["group"], frozenset())
        for begin, _, member in who if len(groups) == 1 else ():
            (group,) = groups
            if member.name != group:
                yield Relation((found.page.span(begin, m.end()),), "member", member, "memberOf", org(group))


def _last_subject(found: Found, start: int, position: int) -> list[Party]:
    """The one that the last clause before a position which names its subject opens with, where nobody is said to say what follows."""
    text, parties = found.page.text, parties_of(found, start, position)
    begins = [start, *(m.end() for m in _CLAUSE.finditer(text, start, position))]
    opening = [listed for begin in begins if (listed := list_from(text, parties, begin))]
    one = opening[-1] if opening else []
    titled = len(one) == 1 and one[0][1] in found.title_at  # 甲集团董事长
    return one if len(one) == 1 and not titled and not ASKS.search(text, one[0][1], position) else []
