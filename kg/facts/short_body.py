"""Bodies under a word for their kind or level alone, at a post: 局党组书记, 院党委副书记, 市一级巡视员."""

import re

from kg.facts.post_body import government, region_ending
from kg.mentions.body import Body
from kg.mentions.found import Found
from kg.mentions.title import Title

# 局党组书记: a word for the kind of a body alone, before a post of the whole body.
_KIND = re.compile(
    "(?:\\A|(?<=[，。；：、！？\n （）由和及与]))(?P<kind>局|厅|委|部|院|署|行|社|馆|所|中心|总队|支队|大队)\\Z"
)
_OF_WHOLE = (
    "党组",
    "分党组",
    "党委",
    "纪委",
    "机关党委",
    "机关纪委",
    "党总支",
    "党支部",
    "总工程师",
    "总经济师",
    "总规划师",
)
_GRADE = re.compile("[一二三四]级(?:巡视员|调研员)")
_ENDS = {"委": "委|委员会", "行": "银行|[分支]行", "社": "社|出版社", "院": "(?<!国务)院"}
# 某纪委驻教育部纪检监察组组长、部党组成员: of the one in which they are posted.
_POSTED = re.compile("驻(?P<at>[一-鿿]{2,16}?)(?:机关)?纪检(?:监察)?组(?:副?组长|长)?、(?:[^，。；]{0,12}、)?\\Z")
_POSTED_FAR = 48
_OWN = ("我", "本")


def kindred(found: Found, title: Title) -> tuple[int, str | None] | None:
    """Where 局 in 局党组书记 begins and the body it means: the last one of the kind before it, or the only one of the page."""
    if not (title.text.startswith(_OF_WHOLE) or _GRADE.match(title.text)):
        return None
    text = found.page.text
    m = _KIND.search(text, max(0, title.start - 3), title.start)
    if m is None:
        return None
    ends = re.compile(f"(?:{_ENDS.get(m['kind'], m['kind'])})\\Z")
    near = found.body_index.within(found.paragraph_start(m.start(), 1), m.start())
    posted = _POSTED.search(text, max(0, m.start() - _POSTED_FAR), m.start())
    if posted is not None and ends.search(posted["at"]):
        return m.start(), found.resolver.as_named(
            found.resolver.full(posted["at"], posted.start("at"), "GovernmentBody")
        )
    alike = [b for b in near if _is_of_kind(b, ends)]
    if alike and not any(word + m["kind"] in text for word in _OWN):
        return m.start(), found.body_name(alike[-1])
    named = {found.body_name(b) for b in found.bodies if found.is_read(b.start) and _is_of_kind(b, ends)}
    return m.start(), named.pop() if len(named) == 1 else None


_OF_TOWN = re.compile(
    "(?:\\A|(?<=[，。；：、！？\n （）“”由和及与]))(?P<level>[镇乡])(?P<organ>党委|党?工委|人大|纪委|政府)\\Z"
)


def organ_of_town(found: Found, title: Title) -> tuple[int, str] | None:
    """Where 镇党委 in 镇党委书记 begins, and the committee of the township that the paragraph tells of."""
    m = _OF_TOWN.search(found.page.text, max(0, title.start - 5), title.start)
    town = found.resolver.town_before(m.start(), m["level"]) if m else ""
    return (m.start(), town + m["organ"]) if m and len(town) > 1 else None


def _is_of_kind(body: Body, ends: re.Pattern[str]) -> bool:
    return body.group != "PartyBody" and ends.search(body.text) is not None


_GRADED = re.compile("(?:[一二三四]级)?(?:巡视员|调研员|主任科员)|副?总督学|督学")
_LEVEL = re.compile("(?:\\A|(?<=[，。；：、！？\n （）“”由和及与]))(?P<level>自治[区州县旗]|[省市县区州旗盟])\\Z")


def graded_in(found: Found, title: Title) -> str | None:
    """The government in which a grade is held that stands behind a place or a level alone: 青岭市一级巡视员, 市总督学."""
    if not _GRADED.fullmatch(title.text):
        return None
    if (hit := region_ending(found, title.start)) is not None:
        return government(found.page.text[hit.start : hit.end])
    level = _LEVEL.search(found.page.text, max(0, title.start - 4), title.start)
    division = found.resolver.divisions.before(level.start(), level["level"]) if level else None
    return government(found.resolver.divisions.called(division)) if division else None
