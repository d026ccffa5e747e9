"""Members and founders that a list names after its label: 成员单位有10所，包括甲、乙; 发起单位共有8家，分别是甲、乙; 以甲为核心单位."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.facts.being_member import adding, being, of_its, taken_in
from kg.facts.doers import list_from
from kg.facts.enumerated import DIVISIONS, places_listed_from
from kg.facts.meant_group import GROUPS, group_before, is_group, school_group
from kg.facts.members_told import members_told
from kg.facts.parties import alliance_at, list_to, org, parties_of
from kg.mentions.body import Body
from kg.mentions.found import Found
from kg.model import LineRole, Relation, Sentence

_LABEL = re.compile(
    r"(?P<kind>成员|会员|常务理事|理事|副?理事长|副?会长|副?主席|核心|牵头|(?:龙头|领办)(?!的?企业)|首批成员|发起|创始|共建|倡议)的?(?:单位|学校|高校|院校|校(?=[是为有包分：])|企业|园|(?<=[发创][起始]|[共倡][建议])方|(?<=成员)(?=包括|分别|有|为|是|：))"
    r"(?:名单[里上中]?，?)?(?:目前|现)?(?:共|有|为|是|包括|分别)*\d*[家所个]?(?:[^，。；：]{0,16}(?=：)|[^，。；：]{0,12}[，：](?:其中)?(?=即|包括|分别|有|为|是)|：)?(?:即|包括|分别|有|为|是|：)+"
)
_CORE = re.compile(
    r"以(?P<who>[^，。；]{2,40})为(?:核心|牵头|龙头|领办|理事长|盟主)(?:单位|学校|校|园|医院)?"
    r"|由(?P<led>[^，。；由]{2,40}?)(?:担任|作为|任|作)(?:核心|牵头|龙头|领办|成员)校"
)
# 甲更名为乙，作为成员校加入集团
_AS_MEMBER = re.compile(
    "(?:等?(?:[两三四五六七八九十]{1,3}|\\d{1,3})[所个家](?:学校|校|单位)?(?:（[^（）]{1,6}）)?)?(?:，)?(?:作为|成为|均?是|担任|任|(?<=[学园院校])为|(?<=）)为)(?:[一-鿿]{0,6}集团|集团|联盟)?的?(?:成员|龙头|核心|牵头|领办)学?校(?:加入集团)?(?=[，。；])"
)
_FORMER = re.compile("(?:更名|改名|更换校名|易名)(?:为|成)?(?=[一-鿿])")
_OTHER_NAME = re.compile("（[^（）]{2,40}）")
_TARGET = re.compile("要求|力争|拟|计划|\\d年前|年底前")  # 2027年前…5所学校成为成员校
# 成员学校代表甲、乙作了发言.
_SPOKE = re.compile("(?:成员|会员|理事|理事长|发起)(?:单位|学校|高校|院校|企业)代表(?=[一-鿿]{2})")
# 加入某某联盟的有甲、乙.
_JOINED = re.compile(
    "(?:加入|加盟)(?:了)?(?P<group>[^，。；的]{4,40})的(?:[一-鿿]{0,6})?(?:还|分别|，)*(?:有|是|为|包括)[：:]?"
)
# 联盟副理事长单位甲
_STYLE = re.compile(
    "(?P<alone>(?<![一-鿿])(?:该|本)?(?:联盟|集团|协会|学会|联合体|共同体|商会|理事会))?(?:的)?(?:常务|副)?(?:理事长|理事|会长|主席|会员|成员|牵头|盟主)单位[、，]?"
)
# 甲、乙等16所教育发展联盟成员院校
_OF_SO_MANY = re.compile(
    "等(?:\\d{1,3}|[两三四五六七八九十]{1,3}|十几|几十|数十)[余多]?[所家个](?=[一-鿿]{0,12}(?:成员|会员|理事|联盟)[一-鿿]{2})(?P<kind>[一-鿿]{0,10}(?:联盟|集团|联合体|共同体))?(?:成员|会员|理事|(?<=联盟))(?:单位|高校|院校|学校|企业)"
)
# 甲、乙等某某委员会单位, 甲、乙等某某联盟成员单位
_SUCH_AS = re.compile("等(?=[一-鿿“”]{3,40}?(?:单位|高校|院校|学校|企业))")
_OF_IT = re.compile("”?(?:的)?(?:(?:成员|会员|理事|组成|委员)(?:单位|高校|院校|学校|企业)|(?<=委员会)单位)")
# 联盟包含甲、乙等12所某地高校和丙等8所高校; 联盟共有20所高校，包括甲、乙.
_NUMBER_OF = r"\d{1,3}余?[所家个][一-鿿]{0,8}(?:高校|院校|学校|单位|企业|大学)"
_CONSISTS = re.compile(
    f"(?:的?成员)?(?:现|目前|首批)?(?:(?:共有?|由|有|涵盖|吸纳)?{_NUMBER_OF}[，：（]?)?(?:其中)?(?:包含|包括|涵盖|囊括)(?:了)?"
)
_AND_SO_MANY = re.compile(f"[、和与及]|以及|等{_NUMBER_OF}(?:[、和与及，]|，?以及)")
_OF_THEIRS = re.compile(
    f"(?:等(?:{_NUMBER_OF})?)?(?:的[一-鿿]|教师|教授|师生|学生|专家|校友|代表)"
)  # 涵盖甲、乙等12所高校的毕业生
# Without one of these there is no such list.
_ANY = re.compile(
    "|".join(
        f"{kind}的?(?:单位|学校|高校|院校|校|企业|园)"
        for kind in (
            *("成员", "会员", "社员", "理事", "理事长", "会长", "主席", "核心"),
            *("牵头", "龙头", "领办", "发起", "创始", "共建", "倡议"),
        )
    )
    + "|作为|组成|加盟|[任为][一-鿿]{0,8}(?:单位|成员)|成员(?:分别|还|共|，)*(?:有|为|是|包括)|[结加入]盟的|[所家个](?:成员(?:学校|单位)|联盟单位)|委员会单位|组成单位|成员校|由[^，。；、]{4,30}?牵头|加入|加盟|成员(?:包括|分别|有|为|是|：)|为(?:核心|牵头|龙头|理事长|盟主)|(?:依次|分别)由|(?:成员|会员)(?:之一)?[，。；]|(?:发起|倡议|创始|共建)方|成为其|一(?:员|分子)[，。；]|为(?:其|新|首批|该)*(?:成员|会员)|[盟团体会]成员(?=[一-鿿]{3})|成员[^，。；：]{0,20}，|[盟团体会]的?(?:成员)?[^，。；盟团体会]{0,16}[，：（]?(?:其中)?(?:包含|包括|涵盖|囊括)"
)
_FEWEST = 2  # fewer are no list
_FOUNDERS = frozenset(("发起", "创始", "共建", "倡议"))
_LED_SCHOOLS = frozenset(("龙头", "领办"))


def memberships(found: Found) -> Iterator[Relation]:
    """memberOf and establishes of the labelled lists of one page."""
    text = found.page.text
    for sentence in found.page.sentences if _ANY.search(text) else ():
        if sentence.role is LineRole.BODY and _ANY.search(text, sentence.start, sentence.end):
            yield from _labelled(found, sentence)
            yield from _places(found, sentence)
            yield from _spoken(found, sentence)
            yield from _styled(found, sentence)
            yield from _led(found, sentence)
            yield from _counted(found, sentence)
            yield from _such_as(found, sentence)
            yield from _consisting(found, sentence)
            yield from _including(found, sentence)
            yield from adding(found, sentence)
            yield from taken_in(found, sentence)
            yield from of_its(found, sentence)
            yield from being(found, sentence)
            yield from members_told(found, sentence)


def _such_as(found: Found, sentence: Sentence) -> Iterator[Relation]:
    """The members that a list names before 等 and the group with its word for members, or how many there are of the page's alliance."""
    text, ours = found.page.text, found.alliance
    for m in _OF_SO_MANY.finditer(text, sentence.start, sentence.end) if ours else ():
        members = list_to(text, parties_of(found, sentence.start, m.start()), m.start())
        meant = ours is not None and ours.text.endswith(m["kind"] or "")
        for start, _, member in members if meant else ():
            assert ours is not None
            span = found.page.span(start, m.end())
            yield Relation((span,), "member", member, "memberOf", org(found.body_name(ours)))
    for m in _SUCH_AS.finditer(text, sentence.start, sentence.end):
        group = next((b for b in found.body_index.within(m.end(), sentence.end) if b.start - m.end() < 2), None)
        of_it = _OF_IT.match(text, group.end, sentence.end) if group is not None else None
        if group is None or of_it is None or not group.text.endswith((*GROUPS, "委员会", "联席会议")):
            continue
        for start, _, member in list_to(text, parties_of(found, sentence.start, m.start()), m.start()):
            if member.name != found.body_name(group):
                span = found.page.span(start, of_it.end())
                yield Relation((span,), "member", member, "memberOf", org(found.body_name(group)))


def _consisting(found: Found, sentence: Sentence) -> Iterator[Relation]:
    """The members that a list names behind the group and 包含, with the number of some or of all."""
    text = found.page.text
    for group in (b for b in found.body_index.within(sentence.start, sentence.end) if b.text.endswith(GROUPS)):
        opens = _CONSISTS.match(text, group.end, sentence.end)
        if opens is None:
            continue
        edge, members = opens.end(), list[Body]()
        for body in found.body_index.within(edge, sentence.end):
            goes_on = edge > opens.end() and _AND_SO_MANY.fullmatch(text, edge, body.start)
            if body.start != edge and not goes_on:
                break
            edge = body.end
            members.append(body)
        if _OF_THEIRS.match(text, edge):
            continue
        for body in members:
            span = found.page.span(group.start, body.end)
            yield Relation((span,), "made up of", org(found.body_name(body)), "memberOf", org(found.body_name(group)))


# 联盟由26家成员单位组成，包括甲、乙; 成员都是重点大学，包括丙; 入盟的高校还包括丁
_INCLUDING = re.compile(
    "(?:(?:(?<=[一-鿿]由)|(?<=^由)|(?<=，由)|(?<![组团队会处员]))成员|(?:(?<=[盟团体会]由)(?<!员会由)|(?<=[，它其]由)|(?<=[盟团体会，]))[^，。；：由]{2,24}?[组构]成|(?<![未尚拟请望划])(?:入盟|加盟))(?!了)"
    "[^，。；：]{0,24}+"
    "(?:(?:，除[^，。；]{2,20}外)?，(?:其中|目前|现)?(?:还|就)?(?:包括|涵盖|分别[为是])了?|，(?:它们|他们|其|这些学校|这些单位)?(?:分别|依次)?(?:是|为|有)：?)"
    "|(?<![未尚拟请望划])(?:入盟|加盟|加入联盟)的[^，。；：]{0,12}?(?:除[^，。；]{2,20}外，)?(?:还|主要)?(?:包括|有)"
)


_GO_OR_GET = re.compile("走访|参观|调研|考察|获|颁奖|学习|赴|出席|参加")  # what members do, and who they are not


def _including(found: Found, sentence: Sentence) -> Iterator[Relation]:
    """The members that a list names behind what the clause before says of all of them."""
    text = found.page.text
    for m in _INCLUDING.finditer(text, sentence.start, sentence.end):
        if _GO_OR_GET.search(m.group()):
            continue
        named = [b for b in found.body_index.within(sentence.start, m.start()) if b.group == "Alliance"]
        group = named[-1] if named else alliance_at(found, m.start())
        listed = list_from(text, parties_of(found, m.end(), sentence.end), m.end())
        if group is None or _OF_THEIRS.match(text, listed[-1][1] if listed else m.end()):
            continue
        for _, end, member in listed if len(listed) > 1 else ():
            if member.name != found.body_name(group):
                span = found.page.span(m.start(), max(end, m.end()))
                yield Relation((span,), "made up of", member, "memberOf", org(found.body_name(group)))


def _labelled(found: Found, sentence: Sentence) -> Iterator[Relation]:
    text = found.page.text
    for m in _AS_MEMBER.finditer(text, sentence.start, sentence.end):
        group = school_group(found, m.start())
        if group is None or _TARGET.search(text, sentence.start, m.start()):
            continue
        for body in _renamed(found, sentence, m.start()):
            if found.body_name(body) != found.body_name(group):
                span = found.page.span(body.start, m.end())
                yield Relation((span,), "member", org(found.body_name(body)), "memberOf", org(found.body_name(group)))
    for pattern in (_LABEL, _CORE):
        for m in pattern.finditer(text, sentence.start, sentence.end):
            listed = pattern is _LABEL
            if m.group().rstrip("是为有包括分别：").endswith("校") or (listed and m["kind"] in _LED_SCHOOLS):
                group = school_group(found, m.start())
            else:
                group = group_before(found, m.start(), int(listed and m["kind"] in _FOUNDERS))
            if group is None:
                continue
            start, end = (m.end(), _stop(text, m.end(), sentence.end)) if listed else m.span(m.lastgroup or "who")
            name = found.body_name(group)
            predicate = "establishes" if listed and m["kind"] in _FOUNDERS else "memberOf"
            for body in found.body_index.within(start, end):
                member = found.body_name(body)
                if member != name:
                    spans = (found.page.span(m.start(), max(m.end(), body.end)),)
                    yield Relation(spans, "labelled list", org(member), predicate, org(name))


# 联盟成员有甲区、乙县，丙省丁市; 结盟的五地，是甲市、乙市
_PLACES_ARE = re.compile(
    "(?:联盟|集团|共同体|联合体|协作体)(?:的)?(?:首批)?成员(?:单位)?(?:目前|现)?(?:分别|还|共|，)*(?:有|为|是|包括|包含)"
    f"|(?:结盟|加盟|入盟)的(?:[两三四五六七八九十]|\\d{{1,2}})个?(?:{DIVISIONS}|地|方|城)，?(?:分别|，)*(?:是|为|有|包括)"
)


def _places(found: Found, sentence: Sentence) -> Iterator[Relation]:
    """The divisions that a list names as the members of a league."""
    text = found.page.text
    for m in _PLACES_ARE.finditer(text, sentence.start, sentence.end):
        listed = places_listed_from(found, m.end(), sentence.end)
        group = alliance_at(found, m.start()) if len(listed) > 1 else None
        closed = _LIST_ENDS.match(text, listed[-1][1]) if listed else None
        if group is None or closed is None:
            continue
        for _, end, place in listed:
            span = found.page.span(m.start(), max(end, closed.end()))
            yield Relation((span,), "labelled list", place, "memberOf", org(found.body_name(group)))


# Behind the last of them; not 昆明、曲靖等地的30所高校, 昆明市、曲靖市文旅局.
_LIST_ENDS = re.compile(
    "也?(?:在其中|位列其中|在列)|(?:等(?:地|(?:[两三四五六七八九十]{1,3}|\\d{1,3})个?[省市县区州地]{1,2})?)?(?=[，。；！\\n]|\\Z)"
)


def _renamed(found: Found, sentence: Sentence, position: int) -> list[Body]:
    """The schools that the clauses before a position tell of: 甲学校、乙学校, or 乙学校 of 甲学校更名为乙学校（加挂“丙学校”）."""
    text = found.page.text
    bodies = [b for b in found.body_index.within(sentence.start, position) if b.group == "EducationInstitution"]
    former = list(_FORMER.finditer(text, sentence.start, position))
    if former:
        bodies = [b for b in bodies if b.start == former[-1].end()]
    last = bodies[-1] if bodies else None
    edge = last.end if last else position
    if last is not None and last.parent_end is None and last.end < position and "、" in text[last.end : position]:
        return []
    if last and (other := _OTHER_NAME.match(text, edge)):
        edge = other.end()
    if last is None or text[edge:position] not in ("", "，"):
        return []
    listed = [last]
    for body in reversed(bodies[:-1]):
        if text[body.end : listed[0].start] not in ("、", "和", "与", "及"):
            break
        listed.insert(0, body)
    return listed


# 集团共有甲、乙、丙等八所成员校; 集团由甲牵头.
_SO_MANY = re.compile(
    "(?:共|现|目前|还)?(?:拥?有|包括|吸纳|吸收|接纳|纳入)(?P<who>(?:(?!包括|吸纳|吸收|接纳|纳入)[^，。；有]){4,160}?)(?=[等共在\\d一二两三四五六七八九十])(?:等|共|在内的){0,4}(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})余?[所家个]?(?:成员|会员|理事)(?:单位|学校|高校|院校|校|企业|园)"
)
_IS_LED = re.compile(
    "由(?P<who>[^，。；、]{4,30}?)(?:牵头(?=[，。；、]|负责|运[行营]|管理)(?![，、]?(?:[一-鿿]{0,20}?(?:成立|组建|发起|创建|创立|建设|筹建)))|担任(?:理事长|牵头)单位|任理事长单位)"
)


# 由甲担任理事长单位，乙、丙为副理事长单位
_OTHERS_ARE = re.compile(
    "，(?:由)?(?P<who>(?:[^，。；为任]|(?<=[院学校司团会])，){2,160}?)(?:为|任|担任)(?:常务|副)?(?:副?理事长|会长|理事|主席|成员)单位"
)


def _counted(found: Found, sentence: Sentence) -> Iterator[Relation]:
    """The members that a list names before their number, and who leads a group that stands right before."""
    text = found.page.text
    for m in _SO_MANY.finditer(text, sentence.start, sentence.end):
        group = group_before(found, m.start(), 0)
        for body in found.body_index.within(*m.span("who")) if group is not None else ():
            assert group is not None
            span = found.page.span(m.start(), m.end())
            yield Relation((span,), "counted list", org(found.body_name(body)), "memberOf", org(found.body_name(group)))
    for group in (b for b in found.body_index.within(sentence.start, sentence.end) if b.text.endswith(GROUPS)):
        led = _IS_LED.match(text, group.end, sentence.end)
        if led is None:
            continue
        span = found.page.span(group.start, led.end())
        others = _OTHERS_ARE.match(text, led.end(), sentence.end)
        bodies = found.body_index.within(*led.span("who"))
        listed = found.body_index.within(*others.span("who")) if others else []
        if others and listed and listed[0].start == others.start("who"):
            bodies = [*bodies, *listed]
        for body in bodies:
            yield Relation((span,), "led by", org(found.body_name(body)), "memberOf", org(found.body_name(group)))


# 甲联盟、乙联盟将分别组建，依次由丙、丁牵头.
_IN_TURN = re.compile(
    "[^。；]{0,20}?(?:依次|分别)由(?P<who>[^，。；]{4,80}?)(?:牵头|担任(?:理事长|牵头)单位|任理事长单位)"
)


def _led(found: Found, sentence: Sentence) -> Iterator[Relation]:
    """The leaders of a list of leagues, one each."""
    text = found.page.text
    groups = [b for b in found.body_index.within(sentence.start, sentence.end) if b.text.endswith(GROUPS)]
    for i, last in enumerate(groups):
        led = _IN_TURN.match(text, last.end, sentence.end)
        who = found.body_index.within(*led.span("who")) if led else []
        listed = groups[max(0, i + 1 - len(who)) : i + 1]
        joined = all(text[a.end : b.start] in ("、", "和") for a, b in (*pairwise(listed), *pairwise(who)))
        if not led or len(who) < _FEWEST or len(listed) != len(who) or not joined:
            continue
        for body, group in zip(who, listed, strict=True):
            span = found.page.span(group.start, led.end())
            yield Relation((span,), "led in turn", org(found.body_name(body)), "memberOf", org(found.body_name(group)))


def _spoken(found: Found, sentence: Sentence) -> Iterator[Relation]:
    """The members that a list names right after 成员学校代表, or after 加入联盟的有."""
    text = found.page.text
    for pattern in (_SPOKE, _JOINED):
        for m in pattern.finditer(text, sentence.start, sentence.end):
            group = group_before(found, m.end("group")) if pattern is _JOINED else group_before(found, m.start(), 99)
            if group is None or (pattern is _JOINED and group.start < m.start("group")):
                continue
            edge, name = m.end(), found.body_name(group)
            for body in found.body_index.within(m.end(), sentence.end):
                if text[edge : body.start] not in ("", "、", "和", "与", "及", "以及"):
                    break
                edge = body.end
                if found.body_name(body) != name:
                    span = found.page.span(min(m.start(), group.start) if pattern is _JOINED else m.start(), edge)
                    yield Relation((span,), "member", org(found.body_name(body)), "memberOf", org(name))


_LAST = ("和", "及", "以及")
_TOGETHER = re.compile("(?:正式|共同|联合|现场|携手)*(?:签|共同|联合|携手|合作|共建)")


def _styled(found: Found, sentence: Sentence) -> Iterator[Relation]:
    """What a member is before its name: 某某联盟副理事长单位甲, 联盟理事单位乙."""
    text = found.page.text
    for m in _STYLE.finditer(text, sentence.start, sentence.end):
        member = next((b for b in found.body_index.within(m.end(), sentence.end) if b.start == m.end()), None)
        group = found.bodies_ending.get(m.start())
        opens = group.start if group is not None else m.start()
        if m.group().endswith("，") and not text.endswith(("作为", "身为"), 0, opens):
            continue  # 到会的有联盟副理事长单位，甲学院
        if group is None and text.endswith(("作为", "身为"), 0, m.start()):
            group = alliance_at(found, m.start()) or group_before(found, m.start(), 99)
        if group is None and m["alone"]:
            group = alliance_at(found, m.start()) or group_before(found, m.start("alone"), 99)
        if "会长" in m.group() and group is not None and not found.body_name(group).endswith("会"):
            continue  # 作为会长单位，甲大学编写了乙研究会会刊, on the page of a league
        if member is None or group is None or not is_group(group):
            continue
        other, listed = found.body_name(group), [member]
        for one in found.body_index.within(member.end, sentence.end):
            joint = text[listed[-1].end : one.start]
            if joint != "、" and not (joint in _LAST and len(listed) > 1):
                break  # 某某联盟成员单位甲与乙签约: 乙 is none
            listed.append(one)
        together = _TOGETHER.match(text, listed[-1].end)  # 某某联盟理事长单位甲、乙和丙签约
        for one in listed[:1] if together else listed:
            if found.body_name(one) != other:
                span = found.page.span(m.start(), one.end)
                yield Relation((span,), "member", org(found.body_name(one)), "memberOf", org(other))


def _stop(text: str, start: int, end: int) -> int:
    """Where a list ends: at the next label at the latest."""
    again = _LABEL.search(text, start, end)
    history = _BEFORE_IT.search(text, start, again.start() if again else end)
    return history.start() if history else again.start() if again else end


_BEFORE_IT = re.compile("，(?:其?前身|其原|原名|原为|由原)")
