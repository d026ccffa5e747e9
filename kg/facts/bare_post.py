"""The body of a post that stands without one, where somebody comes to it: the association whose members chose, the college set up.

学会选举产生新一届理事会，甲当选会长，乙任秘书长 → both of the 学会
甲由某某大学党委书记转任校长 → of the same university
"""

import re

from kg.facts.post_body import fits
from kg.mentions.found import Found
from kg.mentions.title import Title

# What follows a post that names no body, where somebody comes to it.
_ENDS = re.compile("[，。；、）（\\n]|并|的?职务|一职|的(?:还|分别)?(?:有|是|为)|\\Z|兼|等")
_ELECTED = re.compile(
    "(?:名誉|荣誉|创会|常务|执行|轮值|驻会|专职|第一|联席|首任)*副?(?:会长|理事长|监事长|秘书长|主席|主任委员|总会长|总干事|监事|理事)"
)
# The bodies whose members choose who heads them.
_CHOSEN_BY = re.compile(
    "(?:学会|协会|商会|联盟|研究会|促进会|联合会|基金会|校友会|集团|共同体|联合体|委员会|总会|分会|职业教育社|协作体|教指委)\\Z"
)
_OF_STATE = re.compile("中央|国务院|全国人大|全国政协")
_HEADS = re.compile("(?:首任|执行|常务|名誉|荣誉)*副?(?:院长|所长|主任)")
# What is set up: 某某产业学院揭牌, 成立某某研究院.
_SET_UP = re.compile("(?:学院|研究院|书院|研究所|研究中心|中心|实验室)\\Z")
_FOUNDED_AFTER = re.compile("”?(?:在[^，。；]{2,10}?)?(?:正式|举行|今日|昨日|同日|宣布)*(?:揭牌|成立|挂牌|启动|设立)")
_FOUNDED_BEFORE = re.compile("(?:成立|组建|共建的?|设立|建立|创办)了?“?\\Z")


def body_meant(found: Found, position: int, title: Title) -> str | None:
    """The body of a post that stands without one, where somebody comes to it: the association whose members chose, the college set up."""
    text = found.page.text
    if not _ENDS.match(text, title.end):
        return None
    near = found.body_index.within(found.paragraph_start(position, 1), position)
    if _HEADS.fullmatch(title.text):
        if not text.endswith("任", 0, title.start):
            return None
        new = [
            b
            for b in near
            if _SET_UP.search(b.text)
            and (_FOUNDED_AFTER.match(text, b.end) or _FOUNDED_BEFORE.search(text, max(0, b.start - 4), b.start))
        ]
        return found.body_name(new[-1]) if new and fits(title, new[-1].text) else None
    if not _ELECTED.fullmatch(title.text):
        return None
    alike = [
        b for b in near if _CHOSEN_BY.search(b.text) and b.end not in found.title_at and not _OF_STATE.match(b.text)
    ]
    if alike:
        return found.body_name(alike[-1])
    before = [b for b in found.body_index.within(0, position) if b.group != "GovernmentBody"]
    named = {found.body_name(b) for b in before if _CHOSEN_BY.search(b.text)}
    return named.pop() if len(named) == 1 else None


def left_for(found: Found, start: int, end: int) -> str | None:
    """The body of which somebody leaves one post for another: 由某某大学党委书记转任校长."""
    inside = found.body_index.within(start, end)
    return found.body_name(inside[-1]) if inside else None
