"""The post that a clause right before a name or right behind it says its bearer has: 现任某校校长的甲, 主任由乙担任."""

import re
from collections.abc import Iterable

from kg.facts.bare_post import body_meant
from kg.facts.parties import last_of
from kg.facts.post_body import PLACE_HEAD, body_start, fits, region_ending
from kg.facts.seats import Seat, placed
from kg.mentions.found import Found
from kg.mentions.person import Name
from kg.mentions.title import Title

# 曾任某医院副院长的甲, 现任某校校长的乙.
_BEFORE_NAME = re.compile(
    "(?P<past>曾任|曾担任|曾经担任|历任|原任|曾为)|现任|担任|兼任|出任|身为|作为|当选为?|连任|就任|接任|升任|调任|新任|刚任"
)
_STATED = 6  # characters before the body of such a post


def told_before(found: Found, person: Name, by_end: dict[int, Title], composed: dict[str, str]) -> Iterable[Seat]:
    """The post that a clause right before a name says its bearer holds or held."""
    text = found.page.text
    title = by_end.get(person.start - 1) if text[person.start - 1 : person.start] == "的" else None
    if title is None or title.group in ("press", "rank") or not found.is_read(person.start):
        return
    chain = [title]
    while text[chain[0].start - 1] == "、" and (before := by_end.get(chain[0].start - 1)) is not None:
        chain.insert(0, before)  # 曾任某校党委书记、校长的甲
    first = chain[0].start
    left = body_start(found, first)
    if left == first and PLACE_HEAD.fullmatch(chain[0].text) and (place := region_ending(found, first)) is not None:
        left = place.start  # 出任甲县代县长的乙
    lead = next((m for m in _BEFORE_NAME.finditer(text, max(0, left - _STATED), left) if m.end() == left), None)
    if lead is None or left == first:
        return
    name = Name(person.start, person.end, person.text, "clause before the name")
    past = "时任" if lead["past"] else ""
    for seat in placed(found, name, [t._replace(past=t.past or past) for t in chain], None, True, composed):
        yield seat._replace(title=seat.title._replace(past=seat.title.past or past))


_GIVEN = re.compile("(?:同志|先生|女士)?(?:分别|共同)?(?:兼任|担任|出任|调任|接任|继任|当选)(?=[，。；、）]|\\Z)")
_SEATS = re.compile("[一两二三四五六七八九十\\d]{1,2}[人名位]，\\Z")  # 副会长三人，由甲、乙、丙当选
_OFFICE = re.compile("(?:一职|职务|的职务)(?:目前|现|此前|之前|长期|一直|曾|暂时?|将|均|都)*\\Z")
_IS_OVER = re.compile("此前|之前|曾")
_OFFICE_FAR = 10  # characters
_GIVEN_FAR = 50  # characters from the post to the name, with what is said of its bearer
_LIST_FAR = 400  # the same of the last of a list
_HEADS_TASK = frozenset(("组长", "副组长", "常务副组长", "总召集人", "召集人", "副召集人"))
_TASKS = ("领导小组", "工作组", "专班", "联席会议", "小组")
_NEXT = re.compile("[，、和与及]")


def given_to(found: Found, person: Name, by_end: dict[int, Title], composed: dict[str, str]) -> Iterable[Seat]:
    """The post that somebody, or each of a list, is given by a clause with 由: 实验室主任由某某大学教授甲担任, 组长由甲，乙担任."""
    text = found.page.text
    if not found.is_read(person.start) or not _GIVEN.match(text, _behind(found, person)):
        return
    stop = max(text.rfind(mark, max(0, person.start - _LIST_FAR), person.start) for mark in "。；\n") + 1
    by = text.rfind("由", max(stop, person.start - _LIST_FAR), person.start)
    title = by_end.get(by) or by_end.get(by - 1)
    if (so_many := _SEATS.search(text, max(stop, by - _OFFICE_FAR), max(by, 0))) is not None:
        title = by_end.get(so_many.start()) if text.startswith("当选", _behind(found, person)) else None
    if (so_called := _OFFICE.search(text, max(stop, by - _OFFICE_FAR), max(by, 0))) is not None:
        title = by_end.get(so_called.start())  # 局长一职一直由甲担任
        if title is not None and _IS_OVER.search(so_called.group()):
            title = title._replace(past=title.past or "时任")
    if by < 0 or title is None or title.group in ("press", "rank"):
        return
    listed = [p for p in found.people_index.within(by, person.start) if found.is_read(p.start)]
    if any(not _NEXT.match(text, _behind(found, p)) for p in listed):
        return
    if re.search("[；，]" if len(listed) == 0 else "；", text[by : person.start]):
        return
    if not listed and person.start - by > _GIVEN_FAR:
        return
    for each in (*listed, person):
        name = Name(each.start, each.end, each.text, "given a post")
        seats = placed(found, name, [title], None, True, composed)
        if seats[0].organization is None and title.text in _HEADS_TASK:
            held = last_of(found, title.start, _TASKS)
        else:
            held = body_meant(found, title.start, title) if seats[0].organization is None else None
        if seats[0].organization is None and held is None:
            held = _of_sentence(found, name, title, composed)
        yield from ([seats[0]._replace(organization=held), *seats[1:]] if held is not None else seats)


# 当选副会长的有甲、乙等40人
_ELECTED = re.compile("(?:当选|增选|补选)为?")
_NOT_SO = re.compile("[未没若如]|有望|资格|预测|可能|据传|网传|此前|[曾将拟]|上一?届|年前|[12]\\d\\d\\d年|首届")
_ARE = re.compile("的(?:还|分别|，)*(?:有|是|为)：?")


def elected(found: Found, composed: dict[str, str]) -> Iterable[Seat]:
    """The post that a clause names before those who are elected to it."""
    text = found.page.text
    for m in _ELECTED.finditer(text):
        title = found.next_title(m.end())
        are = _ARE.match(text, title.end) if title is not None else None
        if title is None or are is None or title.group in ("press", "rank"):
            continue
        body = found.bodies_ending.get(title.start)
        if title.start > m.end() and (body is None or body.start != m.end()):
            continue  # 当选优秀班主任的有甲
        if _NOT_SO.search(text, max(0, m.start() - _OFFICE_FAR), m.start()):
            continue
        edge = are.end()
        for person in found.people_index.within(edge, edge + _LIST_FAR):
            if with_post(found, person) != edge or not found.is_read(person.start):
                break
            name = Name(person.start, person.end, person.text, "came to a post")
            seats = placed(found, name, [title], None, True, composed)
            held = seats[0].organization or body_meant(found, m.start(), title)
            yield seats[0]._replace(organization=held, start=min(title.start, person.start), end=person.end)
            edge = person.end + 1


def with_post(found: Found, person: Name) -> int:
    """Where the posts begin that stand before a name with their body, or the name."""
    start = person.start
    while (title := found.title_ending.get(start)) is not None and title.group != "press":
        start = body_start(found, title.start)
        if found.page.text[start - 1 : start] == "、" and found.title_ending.get(start - 1) is not None:
            start -= 1
    return start


# 据悉，某基金会1989年成立，…，会长由甲担任; 专家组组长由甲担任，副组长由乙担任.
_OPENS = re.compile("(?:(?:据悉|据了解|据介绍|其中|目前)，)?")
# Heads whose body shows in what they are called.
_CHOSEN = re.compile("(?:名誉|常务|执行)?副?(?:会长|理事长|秘书长|校长|院长|园长|董事长|总经理|馆长)")
_FOUNDS = re.compile("(?:成立|设立|组建|建立|举办|组织|实行|创办|发起|筹建)了?(?=[一-鿿])")


def _of_sentence(found: Found, name: Name, title: Title, composed: dict[str, str]) -> str | None:
    """The body that the sentence of a bare title opens with, or whose head it has named right before its deputy."""
    sentence = found.sentence_at(title.start)
    if sentence is None:
        return None
    head = title
    while title.text.startswith("副") and head.start > sentence.start and (before := found.title_before(head.start)):
        (head,) = before
        if head.text == title.text.removeprefix("副") and head.start >= sentence.start:
            return placed(found, name, [head], None, True, composed)[0].organization
    if not _CHOSEN.fullmatch(title.text):
        return None  # 大学组织志愿者支援，队长由甲担任
    opens = _OPENS.match(found.page.text, sentence.start)
    first = opens.end() if opens else sentence.start
    named = found.body_index.within(first, title.start)
    if not named or named[0].start != first or not fits(title, found.body_name(named[0])):
        return None
    if _FOUNDS.search(found.page.text, named[0].end, title.start):
        return None  # 江海大学成立了研究会，会长由甲担任
    same = {found.body_name(b) for b in named if fits(title, found.body_name(b))}
    return found.body_name(named[0]) if len(same) == 1 else None


def _behind(found: Found, person: Name) -> int:
    """Where a person's name ends, with the rank behind it."""
    rank = found.title_at.get(person.end)
    return rank.end if rank is not None and rank.group == "rank" else person.end
