"""Posts told right behind a name: 甲（某大学教授）, 甲，某局局长。, 甲：某大学教授、博士生导师, a line 甲 某大学教授."""

import re
from collections.abc import Iterator

from kg.facts.appointed import is_of_place
from kg.facts.post_lists import list_of_posts
from kg.facts.seats import Seat
from kg.mentions.found import Found
from kg.mentions.person import Name

# What parts the name from the post: 甲（左二），… 甲，女，汉族，…
_PARTED = re.compile(
    "(?:（[左右前后][一二三四五六]?(?:排[一-鿿]{1,4})?）)?(?P<mark>[，：（]|[ 　]{1,8})(?:[男女]，)?(?:[一-鿿]{1,4}族，)?(?:中共党员，)?"
)
_CLOSE = {"（": re.compile("[）；，]"), "，": re.compile("[。；\\n]|\\Z|，(?![^，。；]{0,12}(?:出席|参加|陪同))")}
_CLOSE["："] = re.compile("[。；，\\n]|\\Z")
_CLOSE[" "] = re.compile("(?:（兼[职任]?）)?[ 　]{0,8}(?:[；。、，\\n]|\\Z)")
_FAR = 60  # characters from the name to the title


def apposed(found: Found, composed: dict[str, str], taken: set[int]) -> Iterator[Seat]:
    """The posts that stand behind a name and are all that its clause, bracket or line says.

    `taken` is where the posts begin that the name behind them has: 甲，乙公司总经理，丙协会会长丁.
    """
    text = found.page.text
    for person in found.people_index.items:
        rank = found.title_at.get(person.end)  # 甲院士，某大学校长。
        after = rank.end if rank is not None and rank.group == "rank" else person.end
        parted = _PARTED.match(text, after) if found.is_read(person.start) else None
        title = found.next_title(parted.end()) if parted else None
        if parted is None or title is None or title.start - parted.end() > _FAR or title.group == "press":
            continue
        if parted["mark"] == "，" and person.start in found.title_ending:
            continue  # 副市长甲，市教育局局长，市财政局局长: others, who are not named
        body = found.bodies_ending.get(title.start)
        if not (body is not None and body.start == parted.end()) and not is_of_place(found, parted.end(), title):
            continue
        name = Name(person.start, person.end, person.text, "post behind the name")
        seats = list_of_posts(found, name, title, composed, leaves=False)
        closed = _CLOSE[parted["mark"][0].replace("　", " ")].match(text, seats[-1].title.end)
        named = any(s.title.start in found.titles_before_names for s in seats)
        if text.startswith("，", title.end) and text[person.start - 1] in "、和与及":
            continue  # 甲、乙，某大学负责人，某局负责人: others, who are not named
        if closed and not named and title.start not in taken:
            yield from seats
