"""The brackets in which a page says by what short name it will call something: （以下简称“联盟”）, （下称“协议”）."""

import re

_SAYS = "（(?:以下|下|又|也)?(?:统一)?[简统合]?称(?:为|作)?：?"
DEFINITION = re.compile(f"{_SAYS}[^（）]{{1,30}}）")
"""The whole bracket."""
_OPENING = re.compile(f"{_SAYS}[“《]?\\Z")
_ENDING = re.compile(f"{DEFINITION.pattern}\\Z")
_OPENED = 12  # characters of its opening
_LONGEST = 44  # characters of the whole


def opened_before(text: str, start: int) -> int | None:
    """Where such a bracket opens if what stands at a position is the short name in it."""
    m = _OPENING.search(text, max(0, start - _OPENED), start)
    return m.start() if m else None


def without_definition(text: str, start: int, end: int) -> int:
    """The end of [start, end) without such a bracket at its end."""
    m = _ENDING.search(text, max(start, end - _LONGEST), end) if text.endswith("）", start, end) else None
    return m.start() if m else end
