"""The programme that a whole page is about, of which it counts what no other thing brought: the contest in its title, the plan that
it names again and again."""

import re
from collections import Counter
from collections.abc import Sequence

from kg.model import Mention, Page

_CONTEST = re.compile("(?:大赛|竞赛|联赛|锦标赛|邀请赛|挑战赛|选拔赛|运动会)”?\\Z")
_PLAN = re.compile("(?:计划|工程|行动|项目|平台|试点|专项)”?\\Z")
_MARKS = re.compile("[“”‘’（）() 　]")
_OFTEN = 4  # times that a page names the plan that it is about, and twice as often as any other


def topic(page: Page, programs: Sequence[Mention]) -> Mention | None:
    """The first mention of that programme, which stands for all."""
    title = _bare(page.title or "")
    headed = {m.name for m in programs if _CONTEST.search(m.name) and _bare(m.name) in title}
    if len(headed) == 1:
        return next(m for m in programs if m.name in headed)
    named = Counter(m.name for m in programs).most_common(2)
    if not named or named[0][1] < _OFTEN or _PLAN.search(named[0][0]) is None:
        return None
    if len(named) > 1 and named[0][1] < 2 * named[1][1]:
        return None
    return next(m for m in programs if m.name == named[0][0])


def _bare(name: str) -> str:
    return _MARKS.sub("", name)
