"""What the families of relations build on: one page's mentions, its events and the posts of its people."""

import re
from dataclasses import dataclass
from functools import cached_property

from kg.facts.gatherings import Gatherings
from kg.mentions.found import Found
from kg.model import Role

_BRACKET = re.compile("（[^（）]{1,24}）")


@dataclass(frozen=True)
class Told:
    """One page as far as it is read when relations are looked for."""

    found: Found
    events: Gatherings
    posts: tuple[Role, ...]

    @cached_property
    def employers(self) -> dict[str, str]:
        """The body that each person serves: of several, the last that is no party organ (市长 before 市委副书记), but the one of which the
        name of an event tells beside another (联盟理事长、大学书记 at 某联盟与某市峰会)."""
        served: dict[str, str] = {}
        told = _BRACKET.sub("", "\n".join(g.name for g in self.events.all))
        for role in self.posts:
            body = role.organization
            if not body or role.former or (role.person in served and body.endswith("委")):
                continue
            if role.person not in served or not _is_side(served[role.person], told) or _is_side(body, told):
                served[role.person] = body
        return served


def _is_side(body: str, told: str) -> bool:
    """Whether names of events tell of a body and of another beside it."""
    return any(side in told for joint in "与和" for side in (body + joint, joint + body))
