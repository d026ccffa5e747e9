"""The school of a page that begins with 学校 or 学院 and names it once, where others speak of it: the only one left of those that it names.

学院与某区政府举行签约仪式 … 代表某某技师学院签署 → 某某技师学院; one that deals with others, is acted for or
thanked; none that is visited, signs with 学校, has a post of its own or a field alone.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from kg.mentions.body import Body
from kg.mentions.gazetteer import gazetteer
from kg.model import LineRole, Page

_BEGINS = re.compile(
    "(?:\\A|[，。\n　 日午：])(?P<word>学校|学院)(?=党委|党政|党组|领导|副[校院]长|院长|校长|书记|[与和同]|赴|召开|举行|举办|组织|成功|受邀|师生|团委|工会|一行|隆重|获|[一-鿿]{2,8}(?:处|部|系)(?:[长主副]|组织|举办))"
)
_FIRST = 26  # characters in which a sentence that tells of it begins
_ELSEWHERE = re.compile(
    "(?:来到|(?<![设建])在|[赴到与和同跟向对]|前往|走进|抵达|访问|考察|走访|参观|邀请|来自|携手|联合|对口支援|帮扶|“)\\Z"
)
_REPRESENTS = re.compile("代表[^，。；]{0,30}\\Z")
_HAS_POST = re.compile("(?:原|常务)?(?:党委|纪委|副|校长|院长|书记|主任|教授|学生|毕业生)")
# What a page says of its own school by its name: 某某学院与某区政府携手, 某某学院将发挥优势.
_DEALS = re.compile("将|[与和同](?!学校|学院|[我该])")
_OPENS = re.compile("[，。；\\n　 ：日]\\Z")
_STOP = re.compile("[。\\n]")
_COLLEGE = re.compile("(?:学院|大学)\\Z")
_SCHOOL = re.compile("(?:大学|学院|学校|中学|小学|高专|中专|幼儿园)\\Z")
_OWN = re.compile("我[校院]")
_NAMED = re.compile("职业|技师|师范|专科|高等|大学|[一-鿿]{2}理工学院|中学|小学")


def only_left(page: Page, schools: Sequence[Body], name: Callable[[Body], str]) -> str | None:
    """The name of the one of `schools` that 学校 or 学院 may mean at the head of a page."""
    text = page.text
    word = _first_word(page)
    if word is None:
        return None
    ends = _COLLEGE if word == "学院" else _SCHOOL
    others = {name(b) for b in schools if _is_another(text, b)}
    left = {n for b in schools if (n := name(b)) not in others and ends.search(n) and _is_named(n)}
    if len(left) != 1:
        return None
    headed = [b.end for b in schools if _HAS_POST.match(text, b.end)]
    own = any(_is_own(text, b, headed) for b in schools if name(b) in left)
    return left.pop() if own else None  # 江海大学甲教授作报告: a guest's


# 某某联盟成立 我校为理事长单位; 某某集团成立大会在我校举行
_LEADS_HERE = re.compile(
    "(?:我校|我院)(?:当选|成为|[为任]|担任|出任)(?:首任|首届)?(?:理事长|牵头)单位|(?:我校|我院)牵头|在我[校院](?:举[行办]|召开|成立|揭牌)"
)
_LEADS = re.compile("牵头(?:组建|成立|发起|建立|创建|筹建)")
_APPOINTED = re.compile("(?:出|担|接|就|升)?任\\Z|[为]\\Z")
_HEAD_OF = re.compile("(?:党委(?:委员、(?:常委、)?)?)?(?:书记|院长|校长)(?=[，。；、）]|职务)")


def _heading(page: Page) -> tuple[int, int]:
    """From the page's start to the end of its first sentence."""
    first = [s.end for s in page.sentences if s.role is LineRole.BODY][:1]
    return 0, first[0] if first else len(page.text)


def leading(page: Page, schools: Sequence[Body], name: Callable[[Body], str]) -> str | None:
    """The one school that leads a league whose founding a page tells of as 我校's: 由某某学院牵头组建的集团, 我校为理事长单位."""
    if not _LEADS_HERE.search(page.text, *_heading(page)):
        return None
    leads = {name(b) for b in schools if _LEADS.match(page.text, b.end)}
    return leads.pop() if len(leads) == 1 else None


def only_appointed(page: Page, schools: Sequence[Body], name: Callable[[Body], str]) -> str | None:
    """The only school of a page that tells of 我院, where somebody becomes its head: 我院召开大会 …某某同志任某某学院院长."""
    text = page.text
    named, heading = {name(b) for b in schools}, _heading(page)
    if len(named) != 1 or not _OWN.search(text, *heading) or _ALUMNUS.search(text, *heading):
        return None
    appointed = any(
        _APPOINTED.search(text, max(0, b.start - 2), b.start) and _HEAD_OF.match(text, b.end) for b in schools
    )
    return named.pop() if appointed else None


_WITH_OTHER = re.compile("[与同和]\\Z")
_ALUMNUS = re.compile("校友|毕业生|[级届]")
_TOLD = 2  # times


def hosting(page: Page, schools: Sequence[Body], name: Callable[[Body], str]) -> str | None:
    """The only school that a page to which another comes names beside that, told of twice and without a post of anybody's:
    甲大学校长一行来我校…支持乙大学的建设. `schools` are those that do not come."""
    text, named = page.text, {name(b) for b in schools}
    if (
        len(named) != 1
        or len(schools) < _TOLD
        or any(_HAS_POST.match(text, b.end) for b in schools)
        or _WITH_OTHER.search(text, max(0, schools[0].start - 1), schools[0].start)
    ):
        return None
    return named.pop()


def _first_word(page: Page) -> str | None:
    first = [s for s in page.sentences if s.role is LineRole.HEADING]
    first += [s for s in page.sentences if s.role is LineRole.BODY][:1]
    told: Iterable[re.Match[str] | None] = (
        _BEGINS.search(page.text, max(0, s.start - 1), min(s.end, s.start + _FIRST)) for s in first
    )
    return next((m["word"] for m in told if m is not None), None)


def _is_another(text: str, school: Body) -> bool:
    """Whether who is told of at a mention is not the page's own school."""
    if _HAS_POST.match(text, school.end):
        return True
    if _REPRESENTS.search(text, max(0, school.start - 32), school.start):
        return False  # 代表甲区政府和某某技师学院签署
    return _ELSEWHERE.search(text, max(0, school.start - 4), school.start) is not None


def _is_own(text: str, school: Body, headed: Sequence[int]) -> bool:
    """Whether a mention tells of a school as one that deals with others, is acted for, or is thanked by another's head."""
    start, before = school.start, max(0, school.start - 32)
    if start == 0 or _OPENS.search(text, before, start):
        return _DEALS.match(text, school.end) is not None
    if text.endswith("感谢", before, start):
        head = bisect_left(headed, start) - 1
        return head >= 0 and not _STOP.search(text, headed[head], start)
    unveiled = text.endswith("为", before, start) and text.startswith("“", school.end)
    return unveiled or _REPRESENTS.search(text, before, start) is not None


def _is_named(name: str) -> bool:
    """Whether a school has a name of its own, and not a field of study alone."""
    return bool(_NAMED.search(name) or gazetteer().find(name))
