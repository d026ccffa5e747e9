"""Posts that somebody comes to or leaves: 甲当选某协会会长, 任命乙担任某部部长, 聘任丙为某某中学及分校校长."""

import re
from collections.abc import Iterable

from kg.facts.appointed_around import elected, given_to, told_before, with_post
from kg.facts.bare_post import body_meant, left_for
from kg.facts.gone_to import gone_to
from kg.facts.our_body import own_body
from kg.facts.post_body import (
    GENERIC,
    PLACE_HEAD,
    fits,
    government_of,
    is_headed,
    unit_start,
)
from kg.facts.post_lists import HEADS_OF_SCHOOL, list_of_posts, next_post
from kg.facts.seats import Seat
from kg.mentions.body import Body
from kg.mentions.found import Found
from kg.mentions.person import Name
from kg.mentions.title import Title
from kg.text.scan import holds, matches

_COMES_TO = re.compile(
    "(?:（[一-鿿，、]{1,10}）)?(?:同志|先生|女士|博士|教授|研究员|院士|校友|老师|等?(?:\\d{1,6}|[一二三四五六七八九十]{1,6})[人位名](?:同志)?)?(?:(?:重?回到?|调到|转到|转至)[^，。；]{2,20}，(?=担任该|出任该))?(?:，(?:就|也)?(?=现任|曾任|历任|兼任|[被当][推当]?选|后任))?(?:，?因[^，。；]{2,14}，?(?=不再))?(?:则?(?:离[京沪津渝粤港]|北上|南下|东进|西行|返[京沪])，?(?=升任|调任|转任|出任|改任|接任))?(?:(?:上个?月|上周|本月|日前|近日|年初|年底|今年|去年|此后|随后)(?=已|正式|起|升任|调任|转任|出任|改任|接任|担任))?(?:先后|相继|现|起|一直|仍|还|已|正式|成功|顺利|光荣|新|均|并|[于在](?:19|20)\\d\\d年(?:\\d{1,2}月)?(?:起|正式)?|，?跨[校省市公司行业]{1,3}，?){0,3}(?P<leaves>不再|曾经?|历|原|(?<=[他她])的[履简]历[里中上](?=有)|(?:在此|此|之|履新|到任|上任|任职)前(?=是|为|任|担任))?(?:先后|相继|继续)?(?P<left>[由从](?:(?![由从])[^，。；]){4,30}?(?=[转调升接改]任|(?<=[长记任])任))?"
    "(?:担任|兼任|出任|就任|署任|履新|执掌|接掌|出掌|接任|调任|转任|改任|升任|连任|再任|续任|(?P<quits>(?:申请|请求|主动|提出|自愿)?辞去(?:了|所任的?|担任的)?|卸任)|(?:再次|再度|全票|高票)?(?:连选连任|当选)为?|[获受]聘(?:担任|为|任)?|获颁(?=[^，。；]{4,40}?聘书)|被?(?:推选|推举|选举|补选|增选|增补|改选|选|聘请|聘任|聘|任命)为|为|是(?=[一-鿿]{4})|(?<=历[里中上])有|任(?!命)|代理(?=[^，。；]{2,30}职务))过?(?:的(?:则|正|就)?是)?"
    "(?:(?:新一届|下一届|第?[一二三四五六七八九十]+届)(?:理事会|监事会|董事会|委员会)?)?(?P<own>我校|我院|本校|学校|学院|该[校院局厅所馆])?(?:新一任)?"
)
_LEAVES = re.compile(
    "(?:同志)?(?:的|所任的?|(?:所)?担任的|原任的?|任)?(?P<leaves>)(?P<quits>)(?P<left>)(?P<own>)"
)  # after 免去甲; its groups are those of _COMES_TO
# 免去甲的A职务、乙的B职务; 免去：甲的A职务，乙的B职务: what stands between 免去 and the second of them.
_LISTED_AFTER = re.compile(
    "(?:免去|免除|罢免|撤销)[：:]?(?P<others>(?:(?!任命|[聘任升]为|决定|[^职]务为|担任)[^。；\n]){0,120}[，、；;和])?\\Z"
)
_OF_THEM = re.compile("(?:同志)?(?:的|(?P<comes>任))[^，。；、]{3,40}")
# 甲任A局局长，免去其B局局长职务.
_HIS = re.compile(
    "(?:免去|免除|不再担任|撤销|辞去)(?:其|他|她)(?:的|所任的?|担任的|兼任的|原任的?|现任的?)?|(?<=，)(?:同时)?不再[担兼]任(?![其他她])"
)
# 甲同志的某某大学校长职务…均予免去
_OF_THEIRS = re.compile("(?:同志)?的(?=[^，。；]{4,40}职务[^。]{0,60}?(?:予以?免去|予以?免除|被免去))")
_LONGEST = 16  # characters of a name
_LISTED_FAR = 130  # characters between 免去 and the last of those whom it is said of
_FUSED = ("兼任", "现任", "曾任", "历任")
_FURTHEST = 40  # characters between the verb and the title
# 某某中学及分校校长; 某学会第十届理事会理事长, which is of the society.
_BEHIND = re.compile(
    "[及和与](?:其|所属)?[一-鿿]{0,3}(?:分校|校区|分院|院区)|第[一二三四五六七八九十百\\d]{1,4}届(?:(?:常务)?理事会|监事会|委员会|执委会|主席团)?"
)


def appointed(found: Found, composed: dict[str, str]) -> Iterable[Seat]:
    """The posts that somebody comes to: 甲当选某协会会长, 任命乙担任某部部长."""
    text = found.page.text
    by_end = found.title_ending
    yield from _his(found, composed)
    yield from elected(found, composed)
    for person in found.people_index.items:
        yield from told_before(found, person, by_end, composed)
        yield from given_to(found, person, by_end, composed)
        yield from gone_to(found, person, composed)
    last: tuple[int, str | None] = (-1, None)  # where the post ends that somebody before comes to, and its body
    for person in (*found.people_index.items, *_pointed_to(found)):
        rank = found.title_at.get(person.end)
        fused = rank if rank is not None and text.startswith(_FUSED, rank.start) else None
        rank = None if fused else rank
        removed = _is_removed(found, person)
        made = (_LEAVES if removed else _COMES_TO).match(text, rank.end if rank else person.end)
        title = _post_from(found, made.end()) if made else None
        if fused is not None and made is not None and fused.start <= made.end() < fused.end:
            title = fused._replace(start=made.end())  # 甲|兼任秘书长
        if person.rule in (_PRONOUN, _LEFT_OUT) and title is not None and _is_another(found, person, title):
            continue
        if made is None or title is None or title.start - made.end() > _FURTHEST or title.group == "press":
            continue
        told = made.group().endswith("是")  # 甲是某某大学校长, and no more than that
        if made.group() == "为" and _FOR_THEM.match(text, title.end):
            continue
        if (title.group == "rank" and not told) or (told and not _CLOSES.match(text, title.end)):
            continue
        before = person.rule == _LEFT_OUT and _IS_OVER.search(text, max(0, person.end - _LONGEST), person.end)
        leaves = removed or bool(before) or made.group().endswith("过") or bool(made["leaves"]) or bool(made["quits"])
        if leaves:
            title = title._replace(past=title.past or "时任")
        if made.group().endswith("代理"):  # 代理某区人民法院院长职务
            title = title._replace(text="代理" + title.text)
        edge = title.start - (text[title.start - 1] == "的" and title.start > made.end())
        post, title = title, title._replace(start=edge)  # 当选为集团的理事长
        body = found.bodies_ending.get(title.start)
        branch = _body_and_branch(found, made.end(), title)
        if branch is not None and found.is_read(person.start):
            at = found.body_name(branch)
            for who in _listed(found, person):
                yield Seat(who.text, title, at, who.start, title.end, True, "came to a post")
        elif found.is_read(person.start) and (
            (body is not None and body.start - 2 * text.startswith("中共", made.end(), body.start) == made.end())
            or GENERIC.fullmatch(text, made.end(), title.start)
            or is_of_place(found, made.end(), title)
            or (
                made.end() < title.start
                and unit_start(found, title.start) == made.end()
                and text[made.end()] not in "本此该某各其这"
            )
        ):
            name = Name(person.start, person.end, person.text, "came to a post")
            seats = list_of_posts(found, name, title, composed, leaves=leaves)
            last = (seats[-1].end, seats[-1].organization)
            yield from (s._replace(person=p.text, start=p.start) for p in _listed(found, person) for s in seats)
        elif found.is_read(person.start) and (post.start == made.end() or _of_government(text, made.end(), post)):
            first = with_post(found, _listed(found, person)[0])
            carried = last[1] if text[last[0] : first] in ("，", "、", "；") else None
            bare = list(_bare(found, person, post, made, carried, removed=removed, leaves=leaves))
            last = (bare[-1].end, bare[-1].organization) if bare else last
            yield from bare


# 甲为某校校长、副校长颁奖: done for them, not a post.
_FOR_THEM = re.compile(
    "(?:[、和及与][^，。；]{2,38}?)?等?(?:颁|献|授[予旗牌课]|赠|送上|佩戴|作|做|讲|题词|撰|庆|祝|介绍|揭|提供|带来|点赞|加油|拍|画)"
)
_REMOVING = ("免去", "免除", "罢免")
_REMOVES = re.compile("免(?=[去除])|罢(?=免)|撤(?=销)")


def _is_removed(found: Found, person: Name) -> bool:
    """Whether a name stands after 免去, or in a list of those who are removed from their posts."""
    text = found.page.text
    if text.endswith(_REMOVING, 0, person.start) or _OF_THEIRS.match(text, person.end):
        return True
    before = max(
        (m.start() for m in _REMOVES.finditer(text, max(0, person.start - _LISTED_FAR), person.start)), default=-1
    )
    listed = _LISTED_AFTER.match(text, before, person.start) if before >= 0 else None
    own = _OF_THEM.match(text, person.end) if listed else None
    if listed is None or own is None:
        return False
    # 免去其某局局长职务；乙任某局局长: that list has ended
    return not (own["comes"] and "职务" in (listed["others"] or "")) or own.group().endswith("职务")


def _post_from(found: Found, position: int) -> Title | None:
    """The first title from a position on that is no word in the name of a body: 会长 of 书法家协会会长."""
    title = found.next_title(position)
    while title is not None and title.start - position <= _FURTHEST:
        if not any(
            b.start <= title.start and title.end < b.end
            for b in found.body_index.within(position, title.end + _LONGEST)
        ):
            return title
        title = found.next_title(title.end)
    return None


# 免去甲的某局局长职务，任命其为某厅厅长
_MAKES_HIM = re.compile("(?:任命|聘任|聘请|推选|选举)(?:其|他|她)(?:为|担任)")


_TAKEN_FROM = re.compile("免[去除]|辞去|同意")  # whom 其 means is the one removed, and not who receives them


def _his(found: Found, composed: dict[str, str]) -> Iterable[Seat]:
    """The posts from which the one named before is removed, or which they are given: 甲任某局局长，免去其某局局长职务."""
    text = found.page.text
    for m in (*_HIS.finditer(text), *_MAKES_HIM.finditer(text)):
        sentence, title = found.sentence_at(m.start()), _post_from(found, m.end())
        if sentence is None or title is None or title.start - m.end() > _FURTHEST or not found.is_read(m.start()):
            continue
        before = found.people_index.within(max(sentence.start, m.start() - _LISTED_FAR), m.start())
        if m.re is _MAKES_HIM and not (
            before
            and _TAKEN_FROM.search(text, sentence.start, before[-1].start)
            and text[m.start() - 1] not in "拟将议"
        ):
            continue
        body = found.bodies_ending.get(title.start)
        if not before or not ((body is not None and body.start == m.end()) or is_of_place(found, m.end(), title)):
            continue
        name = Name(before[-1].start, before[-1].end, before[-1].text, "came to a post")
        leaves = m.re is _HIS
        held = title._replace(past=title.past or "时任") if leaves else title
        yield from list_of_posts(found, name, held, composed, leaves=leaves)


def _bare(
    found: Found,
    person: Name,
    title: Title,
    made: re.Match[str],
    carried: str | None,
    *,
    removed: bool,
    leaves: bool,
) -> Iterable[Seat]:
    """The posts that name no body where somebody comes to them: 甲当选会长，乙任秘书长."""
    own = own_body(found)
    held = left_for(found, *made.span("left")) if made["left"] else body_meant(found, person.start, title)
    if held is None and carried is not None and not removed and fits(title, carried):
        held = carried  # 甲任某公司董事长，乙任总经理
    if held is None and (removed or made["own"]) and is_headed(own, title):
        held = own  # 任命甲为我校校长, 免去乙校长职务
    if held is None and made["own"] and (pointed := found.pointer_ending.get(title.start)) is not None:
        held = pointed.body  # 任命甲为该校副校长
    named_nowhere = held is None and bool(removed or made["own"]) and title.text.endswith(HEADS_OF_SCHOOL)
    if held is None and PLACE_HEAD.fullmatch(title.text):
        held, named_nowhere = government_of(found, title, None), True  # 任命甲为政府副县长
    post: Title | None = title if held or named_nowhere else None
    while post is not None:
        past = "时任" if leaves else ""
        for who in _listed(found, person):
            at = post._replace(past=post.past or past)
            yield Seat(who.text, at, held, who.start, post.end, True, "came to a post")
        after = next_post(found, post)
        post = after if after is not None and after.start == post.end + 1 else None


# 他曾任…, or without 他 where a life is told: 甲，历史学博士。历任…
_HE = re.compile(
    "(?<![^，。；\\n ])(?:(?:他|她)(?:还|也|又|后|其后|此后|同时)?|(?=(?:先后|曾先后)?(?:曾任|曾担任|历任|现任|担任过))|(?:(?:(?:19|20)\\d\\d(?:年(?:\\d{1,2}月)?)?[-—－~～至到]{1,2})?(?:19|20)\\d\\d年(?:\\d{1,2}月)?期?间?(?:起|后|，)?|[次同][年月]|随后|其后|此后|之后|后来?|(?:在此|任职|履新|到任|上任|调任|调入|来校)?(?:[此之以]前|前)|同时)(?=(?:先后)?(?:任|担任|出任|升任|调任|转任|续任|连任|当选|兼任)|(?<=[此之]前)(?:为(?![了止何此期])|是(?=[一-鿿]{4}))))(?=(?:先后|相继|现|曾|历|原|出|兼|担|就|当选|任|升|调|转|续|连|为|是|的履历|的简历)[一-鿿])"
)
# 此前任某校校长, 2002年8月至2010年5月任某校校长: what is over.
_IS_OVER = re.compile("前\\Z|[-—－~～至到](?:19|20)\\d\\d年(?:\\d{1,2}月)?期?间?，?\\Z")
_HE_HEAD = re.compile("[他她先曾历现担12次同随其此之后在任履到上调来前](?<![^，。；\\n ].)")
# 甲会见了一名学者，此前任…: told of somebody without a name.
_SOMEBODY_ELSE = re.compile(
    "(?:会见|会晤|接见|接待|采访|拜访|看望|邀请|陪同|师从|慰问|纪念|悼念|接替|娶|嫁)[^。\\n]{0,60}+。?\\Z"
)
_OPENS_LIFE = re.compile(
    "(?:（[^（）]{1,20}）)?(?:今年|现年|年近|年仅|，?(?:男|女)，|，?(?:19|20)\\d\\d年(?:\\d{1,2}月)?(?:出?生|参加工作)|，?[一-鿿]{2,8}人，)"
)
_GIVEN = re.compile("(?:兼任|担任|出任|接任|继任)[，。；]")
_TOLD_OF = 160  # characters before 他 in which nobody else is named
_CLOSES = re.compile("后?，|\\d{1,2}年|[。；、（\\n]|[并兼至等]|期间|(?:的)?职务|\\Z")
_ANY_HE = (
    "曾任",
    "历任",
    "现任",
    "担任过",
    "他",
    "她",
    "年",
    "前任",
    "前担任",
    "前为",
    "前是",
    "同时",
    "后来",
    "随后",
    "其后",
    "此后",
    "之后",
)
_PRONOUN, _LEFT_OUT = "pronoun", "subject left out"  # the rules that see whom a post is told of


def _is_another(found: Found, person: Name, title: Title) -> bool:
    """Whether a list of posts belongs to whoever is named behind it: 会议召开，现任校长甲; 2019年任校长的甲; 2019年任校长，甲…"""
    last = title
    while (after := next_post(found, last, lived=True)) is not None:
        last = after
    text = found.page.text
    if last.start in found.titles_before_names or text.startswith(("的", "后的", "之后的"), last.end):
        return True
    if person.rule != _LEFT_OUT:
        return False
    closed = _CLOSES.match(text, last.end)  # 现任校长出席 tells of somebody who is not named
    return closed is None or any(
        n.start == closed.end() and text[closed.start()] not in "。；\n"
        for n in found.people_index.within(closed.end(), closed.end() + _LONGEST)
    )


def _pointed_to(found: Found) -> Iterable[Name]:
    """Where 他, or nothing at all, stands for the one person whom the text before names."""
    text = found.page.text
    if not holds(text, _ANY_HE):
        return
    for m in matches(_HE, _HE_HEAD, text):
        least = max(0, m.start() - _TOLD_OF)
        left = max(text.rfind("\n", least, m.start()), least)
        named = found.people_index.within(left, m.start())
        sentence = found.sentence_at(m.start())
        own = [n for n in named if sentence and n.start >= sentence.start]
        if len({n.text for n in own}) == 1 and _OPENS_LIFE.match(text, own[0].end):
            named = own  # 甲今年56岁，公开资料显示，他曾任…
        given = bool(named) and _GIVEN.fullmatch(text, named[-1].end, m.start())  # 局长一职由甲担任，他曾任…
        if named and (given or len({n.text for n in named}) == 1) and found.is_read(named[-1].start):
            if _SOMEBODY_ELSE.search(text, named[-1].end, m.start()):
                continue
            rule = _PRONOUN if "他" in m.group() or "她" in m.group() else _LEFT_OUT
            yield Name(named[-1].start, m.end(), named[-1].text, rule)


def is_of_place(found: Found, start: int, title: Title) -> bool:
    """Whether a place fills [start, title): 杭州市副市长."""
    return PLACE_HEAD.fullmatch(title.text) is not None and any(
        (hit.start, hit.end) == (start, title.start) for hit in found.hits
    )


def _of_government(text: str, start: int, title: Title) -> bool:
    """Whether nothing but 政府 stands in [start, title) before the head of a place."""
    return text[start : title.start] == "政府" and PLACE_HEAD.fullmatch(title.text) is not None


def _listed(found: Found, person: Name) -> list[Name]:
    """Somebody and those who stand before in the same list: 甲及乙、丙当选为副会长; 推举某公司总裁甲、某大学教授乙为副会长."""
    chain = [person]
    text = found.page.text
    while text[(left := with_post(found, chain[0])) - 1 : left] in ("、", "和", "及"):
        end = left - 1
        if text[end - 1] == "）" and (aside := text.find("（", max(0, end - _LONGEST), end)) > 0:
            end = aside  # 李某（女）、张某某
        before = next((p for p in found.people_index.within(max(0, end - _LONGEST), end) if p.end == end), None)
        if before is None:
            break
        chain.insert(0, before)
    return chain


def _body_and_branch(found: Found, start: int, title: Title) -> Body | None:
    """The body that starts here where its branch stands between it and the title: 某某中学及分校校长."""
    body = next((b for b in found.body_index.within(start, title.start) if b.start == start), None)
    if body is None or not _BEHIND.fullmatch(found.page.text, body.end, title.start):
        return None
    return body
