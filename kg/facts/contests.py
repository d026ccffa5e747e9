"""Contests, of which a page counts what only contests have: 共设45个赛项, 817名选手参赛, 获一等奖6项."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple, Self

from kg.facts.outcome_scope import Found
from kg.model import Mention, Page, Sentence

_CONTEST = re.compile("(?:大赛|竞赛|联赛|锦标赛|邀请赛|挑战赛|选拔赛|运动会)”?\\Z")
# What tells of a contest wherever a clause has it, and what does so where it is counted itself.
_TOLD = re.compile("赛[项区道场]|参赛(?!作品)|选手(?!型)|代表队|[本此][届次](?:大赛|比赛|赛事|竞赛)")
_COUNTED = re.compile("裁判|评委|[金银铜]奖|[一二三特]等奖|优[胜秀]奖|[决复初]赛")
# 现有裁判12名, 近三年获一等奖6项: what there is anyway, or of many contests.
_OF_OTHERS = re.compile(
    "现有|拥有|[年月]来|近[一两三四五六七八九十\\d]+年|省级以上|各级|各类|其他|历届|往届|上届|篮球|足球|门票|职称"
)
# Another contest or award between the contest and the number; not 比赛共设 and 本届大赛.
_ANOTHER = re.compile(
    "(?<=[一-鿿])(?<![本此该][次届])(?<![本此该])(?:竞赛|比赛|联赛|[辩球]论?赛|锦标赛|赛事|评比)(?!项目|日程|场地|规则|期间|现场|分|共|设|于|在|将|的|由)"
    "|[“一-鿿]杯|马拉松|奥运|奖励|评审|揭晓|[果步材秀佳]奖(?=[一二三特金银铜])|优秀[一-鿿]{2,4}奖|论文|公布名单"
)
_FAR = 400  # characters
_OPENING = 150  # characters of the text in which a page names the contest that it reports


class Contests(NamedTuple):
    """The programmes of a page that are contests, where they are named, and those that the page reports."""

    starts: list[int]
    mentions: list[Mention]
    reported: frozenset[str]

    @classmethod
    def among(cls, page: Page, programs: Sequence[Mention]) -> Self:
        """Those among the programmes of a page, which stand in its order."""
        contests = [m for m in programs if _CONTEST.search(m.name)]
        opening = page.body_start + _OPENING
        return cls([m.start for m in contests], contests, frozenset(m.name for m in contests if m.start < opening))

    def counted(self, text: str, sentence: Sentence, found: Found) -> list[Mention]:
        """The contest that counts something, where a number does: the one named last before it, with no other contest or award between;
        one that the page reports need not be near."""
        number, counted = found.quantity, found.counted
        before = bisect_left(self.starts, number.start)
        contest = self.mentions[before - 1] if before else None
        if contest is None:
            return []
        reported = contest.name in self.reported
        if not reported and (number.start - contest.end > _FAR or "\n" in text[contest.end : number.start]):
            return []
        start, end = found.clause.start, found.clause.end
        own = _COUNTED.search(text, min(counted.start, number.start), max(counted.end, number.end))
        if (own is None and _TOLD.search(text, start, end) is None) or _OF_OTHERS.search(text, start, end):
            return []
        since = max(contest.end, sentence.start) if reported else contest.end
        return [contest] if _ANOTHER.search(text, since, number.start) is None else []
