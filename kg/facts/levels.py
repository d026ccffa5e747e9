"""Units and bodies whose name begins with the level that they are of: 市政府督导室, 省造纸院; 区域合作办公室 is of none."""

import re

from kg.mentions.found import Found
from kg.mentions.ministry import own_of_ministry

_LEVEL_AT_HEAD = re.compile("(?P<body>[省市区县州旗](?:人民政府|政府|委|人大|政协))(?P<rest>办|[一-鿿]{2,})")


# 区域合作办公室, 市场部: words that only begin as a level does.
_NO_LEVEL = re.compile("区[域块间位别]|市[场容民]|市政(?!府|协)|县域|省际|旗[舰下]|州际")


def begins_with_level(name: str) -> bool:
    """Whether the name of a unit begins with the level that it is of: 市政府督导室."""
    return name[:1] in tuple("省市区县州旗") and not _NO_LEVEL.match(name)


def of_level(found: Found, name: str, start: int) -> str | None:
    """A unit whose name begins with a level word, written out: 市政府督导室 → 天水市政府督导室, 省造纸院 → 山东省造纸院."""
    if name[:1] == "部" and (own := own_of_ministry(found.page.text, name, start, found.resolver.bodies)) != name:
        return own
    if len(name) < 3 or name[1] == "级" or not begins_with_level(name):
        return None
    if m := _LEVEL_AT_HEAD.match(name):
        return found.resolver.full(m["body"], start, "GovernmentBody") + m["rest"]
    division = found.resolver.divisions.before(start, name[0])
    return found.resolver.divisions.called(division) + name[1:] if division else name
