"""Teams that exist for one journey or one task, at the post of who leads them: 河北代表团团长, 医疗队领队, 核查组组长."""

import re

from kg.mentions.found import Found

_JOURNEY = (
    "(?:代表|考察|访问|参访|慰问|讲师|交流|参观|观摩|采访|宣讲|调研|经贸|研学|夏令营|工作|艺术|体育|学术|演出|表演|志愿服务)团"
    "|(?:医疗|工作|救援|服务|帮扶|支教|志愿服务|志愿|援助|抢险|考察|科考|参赛|代表|宣讲|突击|先遣|运动)队"
)
_TASK = "(?:核查|督查|督导|检查|调研|考察|评估|验收|巡视|巡察|审核|考核|评审|观察|抽查|调查|采访|慰问|暗访|督察|帮扶|复核|考评|指导|评议|专家|视导)组"
_ALONE = re.compile(
    rf"(?:\A|(?<=[，。；：、！？\n （）“”和与及由兼]))(?:该|本)?(?P<kind>(?P<journey>{_JOURNEY})|{_TASK})\Z"
)
_LONGEST = 6  # characters of such a word
_NAME = "(?:(?![的由和与及任为是在率组])[一-鿿]){0,10}?"
_PARAGRAPHS = 2  # before that of the post


def team(found: Found, edge: int) -> tuple[int, str | None] | None:
    """Where the word for a team begins that ends at a post, and the team it means: the one named last before it, by a body or with
    its place. A team for a task is called by the word where none is."""
    text = found.page.text
    alone = _ALONE.search(text, max(0, edge - _LONGEST), edge)
    if alone is None:
        return None
    kind, start = alone["kind"], alone.start("kind")
    left = found.paragraph_start(start, _PARAGRAPHS)
    near = [b for b in found.body_index.within(left, start) if b.text.endswith(kind) and b.text != kind]
    if near:
        return start, found.body_name(near[-1])
    whole = re.compile(_NAME + kind)
    for hit in reversed(found.hit_index.within(left, start)):
        if (m := whole.match(text, hit.end, start)) is not None:
            return start, text[hit.start : m.end()]
    return start, None if alone["journey"] else kind
