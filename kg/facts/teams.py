"""Teams that exist for one journey or one task, at the post of who leads them: 河北代表团团长, 医疗队领队, 核查组组长, 以甲为团长的某某代表团."""

import re
from collections.abc import Iterable

from kg.mentions.found import Found
from kg.mentions.person import Name
from kg.mentions.title import Title

_JOURNEY = (
    "(?:代表|考察|访问|参访|慰问|讲师|交流|参观|观摩|采访|宣讲|调研|经贸|研学|夏令营|工作|镇长|博士服务|艺术|体育|学术|演出|表演|志愿服务)团"
    "|(?:医疗|工作|救援|服务|帮扶|支教|志愿服务|志愿|援助|抢险|考察|科考|参赛|代表|宣讲|突击|先遣|运动)队"
)
_TASK = "(?:核查|督查|督导|检查|调研|考察|评估|验收|巡视|巡察|审核|考核|评审|观察|抽查|调查|采访|慰问|暗访|督察|帮扶|复核|考评|指导|评议|专家|视导)组"
# What a body has of its own, unless the page names one before: 省科技厅厅长、专项工作组组长.
_STANDING = "(?:专项工作|专项|联合工作)组|(?:领导|工作|协调|专项)小组|工作专班"
_ALONE = re.compile(
    rf"(?:\A|(?<=[，。；：、！？\n （）“”和与及由兼]))(?:该|本)?(?P<kind>(?P<journey>{_JOURNEY})|{_TASK}|(?P<standing>{_STANDING}))\Z"
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
    if alone["standing"]:
        return None
    whole = re.compile(_NAME + kind)
    for hit in reversed(found.hit_index.within(left, start)):
        if (m := whole.match(text, hit.end, start)) is not None:
            return start, text[hit.start : m.end()]
    return start, None if alone["journey"] else kind


_LED_BY = re.compile(
    "(?:同志|先生|女士|教授)?[为任](?P<post>(?:执行|常务)?副?(?:组长|团长|队长|领队|总指挥|指挥长|召集人))的"
    "(?P<team>(?![一两三四五六七八九十])[一-鿿“”·]{2,40}?(?:[小分]?组|团|队|指挥部|专班))(?![一-鿿]?[长员织体])"
)
_STACK = 80  # characters of posts before a name


def led(found: Found) -> Iterable[tuple[Name, Title, str | None, int, int]]:
    """Who leads a team that is named behind them: 以省人社厅厅长甲为组长的|某某督查组; with where those words begin and end."""
    text = found.page.text
    if "长的" not in text and "领队的" not in text:
        return
    for name in found.people_index.items:
        m = _LED_BY.match(text, name.end)
        if m is None or not found.is_read(name.start):
            continue
        by = text.rfind("以", max(0, name.start - _STACK), name.start)
        if by < 0 or any(mark in text[by : name.start] for mark in "，。；：\n"):
            continue
        body = found.bodies_ending.get(m.end())
        start = m.start("team")
        whole = body is not None and body.start == start
        team = found.body_name(body) if body and whole else found.resolver.full(m["team"], start, "Organization")
        named = None if re.fullmatch(_JOURNEY, m["team"]) else team
        yield name, Title(m.start("post"), m.end("post"), m["post"], "", "other"), named, by, m.end()
