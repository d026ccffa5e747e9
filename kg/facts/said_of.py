"""What a number counts that only a verb says: who 享受政府津贴的2人 are, who came in all, what was done 累计230余次, what each is given."""

import re

from kg.facts.count_words import cut, words_of
from kg.facts.counted import Counted, clean
from kg.mentions.quantity import Quantity

_REACH = 24  # characters of what is said
_CAME_REACH = 120  # characters of a list of those who came
# What is said of people in a list of staff: 享受政府津贴的2人, 具有博士学位的45人.
_SAID = re.compile(
    "(?:^|[，；。：、（其中])(?P<what>(?:享受|具有|具备|拥有|获得?|荣获|取得|担任|兼任|入选|被评为|晋升|考取|毕业于)[^，；。：、（）0-9]{2,18})\\Z"
)
# 参加座谈的有甲、乙等，共60余人
_CAME = re.compile(
    "(?:^|[。；！？\\n，])(?P<what>(?:出席|参加|参与|列席)[^，。；：、的0-9]{0,16}|到会|参会|与会|到场)的(?:还)?(?:有|包括|是)"
)
_IN_ALL = re.compile("[，。、]?(?:总|一)?共(?:计|有)?|[，、]?(?:总计|合计)\\Z")
_OFTEN = re.compile("(?:累计|共计?|总计|合计|已|达到?|超过?)(?:已|达到?|超过?|有)?\\Z")
# 稳岗补助每人2000元, 吸纳就业补助每个企业最高10万元
_EACH = re.compile(
    "(?P<what>[^，。；：、（）“”0-9的每]{0,10}?(?=[资补奖助津救慰生])(?:[资补]助|补贴|奖励|奖金|奖学金|助学金|津贴|奖补|救助金|慰问金|生活费)(?:标准)?)(?:为|按|[：:])?每(?:[人户生家校所位名]|个?[一-鿿]{2,4}?)(?:每[人户生年月]|每学[年期])?(?:给予|发放)?(?:最高|不超过|不低于)?\\Z"
)

# 每户每年增收3000元
_GAINS = re.compile(
    "(?P<who>每(?:[人户家亩吨头只株棚]|个?[一-鿿]{2,4}?))(?:平均|每?年均?|月均|每月){0,4}(?:可|能|约|至少){0,3}(?P<what>增收|增值|创收|节省|节约|节支|获利|获益|增产|增效)了?\\Z"
)


_GIVING = re.compile("给予|发放|落实|兑现|提供|拨付|标准(?=.)|按照?|享受|领取|对|将|可|其中|提高|增加|分别")
_CALL = re.compile("(?:应|实)(?:到|出席|参会|到会)|实际(?:到会|出席|参会)")


def said_of_people(text: str, start: int, end: int) -> Counted | None:
    """What the words before 的 say of those counted: 享受政府津贴 of 享受政府津贴的2人."""
    said = _SAID.search(text, max(start - 1, end - _REACH, 0), end)
    what = clean(said["what"]) if said else ""
    return Counted(what, said.start("what"), end) if said and what else None


def who_came(text: str, start: int, number: Quantity) -> Counted | None:
    """What those do whom a number sums up behind a list of them: 参加座谈 of 参加座谈的有甲、乙，共60余人."""
    least = max(0, number.start - _CAME_REACH)
    came = None
    for mark in _CAME.finditer(text, least, number.start):
        came = mark
    if came is None or not _IN_ALL.search(text, max(came.end(), number.start - 4), number.start):
        return None
    if "。" in text[came.end() : number.start] or "\n" in text[came.end() : number.start]:
        return None
    return Counted(clean(came["what"]), start, number.start)


def often_done(text: str, start: int, end: int) -> Counted | None:
    """What is done so often that the number is what is said of it: 互访对接 of 定期互访对接累计230余次."""
    often = _OFTEN.search(text, max(start, end - 6), end)
    if often is None:
        return None
    begin = max(start, often.start() - _REACH)
    run = cut(text[begin : often.start()])
    first = len(run.starts)
    while first and run.tags[first - 1][0] in "vn" and run.word(first - 1) not in words_of("link"):
        first -= 1
    while first < len(run.starts) and len(run.word(first)) == 1:
        first += 1  # 近五年|来
    if first == len(run.starts) or not any(t == "v" for t in run.tags[first:]) or len(run.text) - run.starts[first] < 4:
        return None
    what = clean(run.text[run.starts[first] :])
    return Counted(what, begin + run.starts[first], often.start()) if what else None


def given_to_each(text: str, start: int, number: Quantity) -> Counted | None:
    """What each of them is given or gains: 稳岗补助 of 稳岗补助每人2000元, 每户增收 of 每户每年增收3000元."""
    gains = _GAINS.search(text, max(start, number.start - _REACH), number.start) if number.kind == "currency" else None
    if gains:
        return Counted(gains["who"] + gains["what"], gains.start(), gains.end())
    each = _EACH.search(text, max(start, number.start - _REACH), number.start) if number.kind == "currency" else None
    if each is None:
        return None
    what = clean(_GIVING.split(each["what"])[-1])
    return Counted(what, each.end("what") - len(what), each.end("what")) if what else None


def present(text: str, start: int, counted: Counted) -> Counted:
    """What a roll call counts: 实到代表 beside 应到代表, also for a second sort of those who are there."""
    calls = list(_CALL.finditer(text, max(start, counted.start - 2 * _REACH), counted.start))
    if not calls or counted.what.startswith(("应", "实")):
        return counted
    if counted.end <= counted.start or re.search("[。；：]", text[calls[-1].end() : counted.start]):
        return counted
    return counted._replace(what=calls[-1][0] + counted.what)
