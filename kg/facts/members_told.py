"""Members that a sentence tells of in other ways than by a label before their list: 甲、乙为核心成员校, 甲任理事长单位，乙任副理事长单位的联盟,
由甲、乙组成, 新增甲、乙为成员单位, 甲获准加入, 作为联盟成员，甲…"""

import re
from collections.abc import Iterator

from kg.facts.doers import list_from
from kg.facts.meant_group import groups_before, is_group
from kg.facts.parties import Party, list_to, org, parties_of
from kg.mentions.body import Body
from kg.mentions.found import Found
from kg.model import Relation, Sentence

_CALLED = "(?:该|本|此|这个|这一)?(?:教育|办学|职教)?(?:集团|联盟|共同体|联合体|协作体|医联体)"
_SORT = "(?:首批|新|核心|紧密型|协作型|松散型|合作型|帮扶型|龙头|牵头|领办|发起)"
_OFFICE = "(?:常务|执行|轮值|联合)?(?:副?理事长|副?会长|理事|副?主席|成员|会员|核心|龙头|牵头|盟主)"
_UNIT = "(?:单位|学校|高校|院校|校|园|医院|企业)"
_AND_MORE = "(?:等(?:\\d{1,3}|[一两二三四五六七八九十]{1,3})?[家所个]?(?:单位|学校|高校|院校|企业)?)?"
# 甲、乙|同为共同体成员校
_ARE = re.compile(
    f"{_AND_MORE}(?:均|都|也|则|分别|一并|共同|同)?(?:为|是|任|担任|连任|当选为?|出任|续任|增补为|入选)(?:{_CALLED}的?)?{_SORT}{{0,2}}{_OFFICE}{_UNIT}(?:(?P<of>的(?=[一-鿿“]))|(?=[，。；]))"
)
# 甲、乙|获准加入
_JOIN = re.compile(
    f"{_AND_MORE}(?:获准|正式|此次|本次|也|均|都|先后|相继|同时|成功|顺利|新近|近日|日前){{0,3}}(?:加入|加盟)(?:了)?(?:{_CALLED})?(?=[，。；])"
)
# 集团由甲、乙|组成
_MADE_OF = re.compile(f"(?P<called>{_CALLED})?由(?=[一-鿿“])")
_MAKE_UP = re.compile(f"{_AND_MORE}(?:共同|联合)?组成(?=[，。；])")
# 甲与乙组成了|某集团
_MAKE_UP_GROUP = re.compile(f"{_AND_MORE}(?:共同|联合)?组成了?“?\\Z")
# 新增甲、乙|为集团成员单位
_NEW = re.compile("(?:新增|增补|新吸纳|新接纳|吸纳|吸收|接纳)了?(?=[一-鿿])")
_AS_MEMBERS = re.compile(f"{_AND_MORE}(?:作?为|成为)(?:{_CALLED}的?|其)?{_SORT}{{0,2}}{_OFFICE}{_UNIT}?(?=[，。；])")
# 作为某联盟成员，|甲
_BEING_ONE = re.compile(f"的?{_SORT}?{_OFFICE}{_UNIT}?(?:之一)?，(?=[一-鿿])")
# 甲|作为联盟成员派员参加
_AS_ONE = re.compile(
    f"(?:也|还)?(?:作为|身为)(?:{_CALLED}的?)?{_SORT}?{_OFFICE}{_UNIT}?(?=[，。；]|派|参[加与会]|出席|承办|主办|积极|应邀|率先|代表)"
)
# 加入该联盟的高校有|甲、乙
_THOSE_WHO = re.compile(
    f"(?:加入|加盟)(?:了)?(?:{_CALLED})的(?:高校|院校|学校|单位|企业)?，?(?:还|分别|目前|已|共)?(?:有|是|为|包括)：?"
)
_MAY = re.compile(
    "[员事长席心头主]的?(?:单位|学校|高校|院校|校|园|医院|企业)|组成|加[入盟](?:了)?(?:该|本|此|这|集团|联盟|共同体|[，。；教办职])|(?:作为|身为)[^，。；]{0,24}(?:成员|会员|理事)"
)
_NOT_SO = re.compile(
    "拟|计划|将|申请|力争|争取|希望|建议|推荐|鼓励|支持|要求|曾|未|并非|不是|不再|退出|如果|若|网传|谣|一旦|邀请|欢迎|提名|有望|考虑|传闻|否认|否决|假如|准备|筹备|原"
)
_OF_TASK = re.compile("(?<![盟团体])的?(?:牵头|龙头|核心)单位\\Z")
_STANDS = frozenset(("", "，", "。", "；", "”", "（", "\n"))
_BEHIND_ONE = re.compile("代表|教师|专家|学生|校友|[党校院处科]|负责|领导|董事|总经|的")


def members_told(found: Found, sentence: Sentence) -> Iterator[Relation]:
    """memberOf of one sentence."""
    text = found.page.text
    if _MAY.search(text, sentence.start, sentence.end) is None:
        return
    parties = parties_of(found, sentence.start, sentence.end)
    for pattern in (_ARE, _JOIN, _AS_ONE):
        for m in pattern.finditer(text, sentence.start, sentence.end):
            who = list_to(text, parties, m.start())
            if not who:
                continue
            group = _group(found, who[0][0])
            if pattern is _ARE and m["of"]:
                group = next((b for b in found.body_index.within(m.end(), sentence.end) if is_group(b)), None)
            if pattern is _ARE and (_OF_TASK.search(m.group()) or text.find("课题", sentence.start, m.start()) >= 0):
                continue  # 课题由甲为牵头单位
            if pattern is _AS_ONE and any(is_group(b) for b in found.body_index.within(m.end(), sentence.end)):
                continue  # 作为会员单位参加了另一学会的年会
            yield from _belong(found, sentence, who, group, m.start(), m.end())
    for m in _MADE_OF.finditer(text, sentence.start, sentence.end):
        group = found.bodies_ending.get(m.start())
        if m["called"]:
            group = _group(found, m.start()) if text[m.start() - 1] in "，。；\n" else None
        who = list_from(text, parties, m.end())
        end = _MAKE_UP.match(text, who[-1][1], sentence.end) if len(who) > 1 else None
        if end and group is not None and is_group(group):
            yield from _belong(found, sentence, who, group, m.start(), end.end())
    for m in _NEW.finditer(text, sentence.start, sentence.end):
        who = list_from(text, parties, m.end())
        end = _AS_MEMBERS.match(text, who[-1][1], sentence.end) if who else None
        if end:
            yield from _belong(found, sentence, who, _group(found, m.start()), m.start(), end.end())
    for m in _THOSE_WHO.finditer(text, sentence.start, sentence.end):
        who = list_from(text, parties, m.end())
        if who and not _BEHIND_ONE.match(text, who[-1][1]):
            yield from _belong(found, sentence, who, _group(found, m.start()), m.start(), m.end())
    for group in found.body_index.within(sentence.start, sentence.end):
        if not is_group(group):
            continue
        if text.endswith(("作为", "身为"), 0, group.start) and (one := _BEING_ONE.match(text, group.end, sentence.end)):
            first = list_from(text, parties, one.end())[:1]
            if first and ("校" in one.group() and first[0][2].name[-1] not in "学校院园中小"):
                continue  # 作为集团成员校，某教育厅重视某中学的发展
            yield from _belong(found, sentence, first, group, group.start, one.end())
        make = _MAKE_UP_GROUP.search(text, max(sentence.start, group.start - 12), group.start)
        who = list_to(text, parties, make.start()) if make else []
        stands = text[group.end : group.end + 1] in _STANDS
        if make and stands and len(who) > 1:
            yield from _belong(found, sentence, who, group, make.start(), group.end)


def _group(found: Found, position: int) -> Body | None:
    """The one group that the paragraph of a position and the one before name up to there."""
    groups = groups_before(found, position, 1)
    return groups[-1] if len({found.body_name(b) for b in groups}) == 1 else None


def _belong(
    found: Found, sentence: Sentence, who: list[Party], group: Body | None, start: int, end: int
) -> Iterator[Relation]:
    text = found.page.text
    begins = min(who[0][0] if who else start, start)
    clause = max(text.rfind(mark, sentence.start, begins) for mark in "，；：") + 1 or sentence.start
    if group is None or _NOT_SO.search(text, clause, end):
        return
    for begin, stop, member in who:
        if member.name != found.body_name(group) and not (begin < group.end and group.start < stop):
            span = found.page.span(min(begin, start), max(stop, end))
            yield Relation((span,), "member", member, "memberOf", org(found.body_name(group)))
