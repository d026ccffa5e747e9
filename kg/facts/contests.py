"""Contests, of which a page counts what only contests have: 共设45个赛项, 817名选手参赛, 获一等奖6项."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple, Self

from kg.facts.outcome_scope import Found
from kg.model import Mention

_CONTEST = re.compile("(?:大赛|竞赛|联赛|锦标赛|邀请赛|挑战赛|选拔赛|运动会)”?\\Z")
_OF_CONTEST = re.compile(
    "赛[项区道场]|参赛|选手|裁判|评委|代表队|[金银铜]奖|[一二三特]等奖|优[胜秀]奖|[本此][届次](?:大赛|比赛|赛事|竞赛)|晋级|[决复初]赛"
)


class Contests(NamedTuple):
    """The contests that a page names, and where."""

    starts: list[int]
    mentions: list[Mention]

    @classmethod
    def among(cls, programs: Sequence[Mention]) -> Self:
        """Those among the programmes of a page, which stand in its order."""
        contests = [m for m in programs if _CONTEST.search(m.name)]
        return cls([m.start for m in contests], contests)

    def of(self, text: str, found: Found) -> list[Mention]:
        """The contest of which a number counts something: the one named last before it."""
        before = bisect_left(self.starts, found.quantity.start)
        if not before or not _OF_CONTEST.search(text, found.clause.start, found.clause.end):
            return []
        return [self.mentions[before - 1]]
