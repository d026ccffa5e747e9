"""Names in Latin letters that no title stands beside: 外籍教师Mary说, Tom Wilson表示, and where they come again."""

import re
from collections.abc import Iterator

from kg.mentions.common_word import AGENT_ENDS
from kg.mentions.lexicon import occurrences
from kg.mentions.ordered import Ordered, Placed
from kg.mentions.person import CAPITAL, SMALL, Name, is_english
from kg.mentions.person_words import is_calling, says
from kg.mentions.words import Words

_WORD = f"[{CAPITAL}][{SMALL}’']{{1,14}}"
_NAME = re.compile(
    f"(?<![A-Za-z0-9·.@/_-]){_WORD}(?:[ -]?(?:[{CAPITAL}]\\.?|{_WORD})){{0,3}}(?![{CAPITAL}{SMALL}&0-9·@/_-])"
)
_CALLED = 4  # characters of the longest noun that calls somebody what they are
_AGENTS_TOO = frozenset("家官")
_COINED = re.compile(f"[{SMALL}][{CAPITAL}]{{2}}")  # ChatGPT
_SAYS = re.compile("说(?!明)|告诉|回忆|坦言|感慨|笑着|介绍说|表示")
_LETTER = re.compile(f"[{CAPITAL}{SMALL}]")
_WITHIN = re.compile(f"[{CAPITAL}{SMALL}]|大学|学院|学校|公司|奖学金|杯|国际|队|基金|集团|中心")
_MANY = ("学生", "孩子", "居民", "网友", "游客", "青年", "粉丝", "家长", "旅客", "用户", "观众")
_FIRM = re.compile(
    "(?:公司|机构|媒体|报纸|杂志|球队|俱乐部|平台|企业|协会|旗下|品牌|网站|软件|模型|助手|引擎|乐队|社区)的?\\Z"
)
_FIRM_LONG = 4
_MACHINES = re.compile("(?:机器人|数字人|虚拟人?|智能体?|AI|大模型)[一-鿿]{0,3}\\Z")
_LEAST_TWICE = 5  # letters of a name that is looked for again
_DOES = frozenset("vdp")  # the segmenter's tags for what a name is followed by


def latin(text: str, cut: Words, taken: Ordered[Placed]) -> Iterator[Name]:
    """Where a text names persons in Latin letters, in order of the text: behind a noun for people, or before a verb of speech."""
    found = list[Name]()
    for m in _NAME.finditer(text):
        start, end = m.span()
        if taken.touches(start, end) or is_english(m.group()) or _COINED.search(m.group()):
            continue
        parts = " " in m.group() and not m.group().startswith("The ")
        says_so = parts and _SAYS.match(text, end) and not _FIRM.search(text, max(0, start - _FIRM_LONG), start)
        if says_so or (_is_called(text, cut, start) and _goes_on(text, cut, start, end)):
            found.append(Name(start, end, m.group(), "words beside"))
    known = {n.text for n in found if len(n.text) >= _LEAST_TWICE}
    places = {n.start for n in found}
    again = (
        Name(start, end, text[start:end], "words beside")
        for start, end in (occurrences(text, known) if known else ())
        if start not in places and not taken.touches(start, end) and not _WITHIN.match(text, end)
        if not _LETTER.match(text, start - 1)
    )
    yield from sorted([*found, *again], key=lambda n: n.start)


def _is_called(text: str, cut: Words, start: int) -> bool:
    """Whether a noun for people stands right before: 演员, 地质学家."""
    if start == 0:
        return False
    if _MACHINES.search(text, max(0, start - 8), start):
        return False
    index = cut.at(start - 1)
    noun = text[cut.starts[index] : start]
    if len(noun) > 1 and (noun[-1] in AGENT_ENDS or noun[-1] in _AGENTS_TOO):
        return cut.tags[index][0] == "n"
    named = cut.tags[index][0] == "n"  # not 例如, 感谢
    return named and any(is_calling(text[start - size : start]) for size in range(2, _CALLED + 1) if size <= start)


def _goes_on(text: str, cut: Words, start: int, end: int) -> bool:
    """Whether what comes behind may follow a person's name: a mark, a verb, a preposition."""
    if end >= len(text) or not "一" <= text[end] <= "鿿":
        return True
    if _USES.match(text, end):
        return False  # 教师Canva使用培训
    if text.endswith(_MANY, 0, start):
        return says().begins(text, end)  # 学生Pad不离手
    return says().begins(text, end) or (end in cut.index and cut.tags[cut.index[end]][0] in _DOES)


_USES = re.compile(
    "应用|使用|操作|培训|授课|编程|制作|注册|预订|出行|打卡|考试|认证|赞助|看|是必|推出|课程|账号|说明|运营|开发|设计"
)
