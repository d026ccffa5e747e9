"""Programmes that a list names without quotation marks: 一是甲提升工程，二是乙行动; 甲项目、乙项目等6个项目; 甲建设、乙提质两项计划."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.mentions.bare_program import Named
from kg.mentions.words import Words
from kg.text.scan import holds

# 一是文化旅游基础设施提档升级工程，…
_POINT = re.compile("(?<=[一二三四五六七八九十]是)(?P<name>[一-鿿]{6,24}?(?:工程|行动|计划))(?=[，。；：])")
# …项目等6个产业项目
_SO_MANY = re.compile("项目等(?:\\d{1,4}|[一二两三四五六七八九十]{1,3})个")
_JOINS = re.compile("(?<=项目)[、和]")
_ITEM = re.compile("[一-鿿\\dA-Za-z（）“”·—]{4,34}项目")
_OPENS = re.compile("有|包括|涉及|分别[是为]|涵盖|引进|签约|推进|建设")  # 会上签约的有甲项目
_FAR = 200  # characters of such a list


def listed_programs(text: str, cut: Words) -> Iterator[Named]:
    """The programmes of numbered points and of counted lists of projects."""
    for m in _POINT.finditer(text):
        if not cut.tags[cut.at(m.start())].startswith("v"):  # 一是实施…工程 says what is done
            yield Named(m.start(), m.end(), m["name"], "numbered point")
    yield from shared_kinds(text)
    yield from counted_before(text)
    for m in _SO_MANY.finditer(text):
        yield from _projects(text, m.start() + len("项目"))


# 实施甲建设、乙建设、丙提质三项计划: three, each with the word for all
_SHARED = re.compile(
    "(?:实施|推进|启动|推行|落实)(?:好|了)?(?P<items>[一-鿿“”]{4,24}(?:、[一-鿿“”]{4,24}){1,8})(?:等)?(?P<n>[两二三四五六七八九十]|\\d{1,2})(?:项|大|个)(?P<kind>计划|工程|行动)(?![一-鿿]{0,2}(?:的|方案))"
)
_NUMBERS = {n: i for i, n in enumerate("二三四五六七八九十", 2)} | {"两": 2}


def shared_kinds(text: str) -> Iterator[Named]:
    """The programmes of a list that share one word for their kind, as many as the list says."""
    for m in (
        _SHARED.finditer(text) if holds(text, ("项计划", "项工程", "项行动", "大计划", "大工程", "大行动")) else ()
    ):
        items = m["items"].split("、")
        items[-1] = items[-1].removesuffix("等")
        start = m.start("items")
        if any(item.endswith(("计划", "工程", "行动")) for item in items):
            continue  # each has its own
        for item in items if len(items) == (_NUMBERS.get(m["n"]) or int(m["n"])) else ():
            yield Named(start, start + len(item), item + m["kind"], "shared kind")
            start += len(item) + 1


# 三项行动，就是甲提升行动、乙建设行动、丙壮大行动
_COUNTED = re.compile(
    "(?P<n>[两二三四五六七八九十]|\\d{1,2})(?:项|大|个)(?:重点|专项|重大|核心|惠民|民生|特色)?(?P<kind>计划|工程|行动)(?:，|——)?(?:就是|即|也就是|包括|分别[是为]|[是为有：]){1,2}"
)
_EACH = re.compile("(?![^“”]*的)[一-鿿“”]{3,24}(?<![在上下])(?:计划|工程|行动)")
_JOINT = re.compile("、|和|以及|及")


def counted_before(text: str) -> Iterator[Named]:
    """The programmes of a list whose number and kind stand before it, each of that kind and as many as that."""
    for m in _COUNTED.finditer(text) if holds(text, ("项", "大", "个")) else ():
        number, start, found = _NUMBERS.get(m["n"]) or int(m["n"]), m.end(), list[Named]()
        while len(found) < number and (end := text.find(m["kind"], start, start + _ITEM_LONG)) >= 0:
            end += len(m["kind"])
            if not _EACH.fullmatch(text, start, end):
                break
            found.append(Named(start, end, text[start:end], "counted list"))
            joint = _JOINT.match(text, end)
            start = joint.end() if joint else len(text)
        if len(found) == number and text[found[-1].end : found[-1].end + 1] in "，。；！\n":
            yield from found


_ITEM_LONG = 30  # characters of one of them


def _projects(text: str, end: int) -> Iterator[Named]:
    """The projects of the list that ends at `end`, two and more."""
    left = max(text.rfind(mark, max(0, end - _FAR), end) for mark in "，。；：！？\n") + 1
    left = max(left, end - _FAR)
    left = max([m.end() for m in _OPENS.finditer(text, left, text.find("项目", left))], default=left)
    edges = [left, *(m.end() for m in _JOINS.finditer(text, left, end)), end + 1]
    for start, following in pairwise(edges) if len(edges) > 2 else ():
        if _ITEM.fullmatch(text, start, following - 1):
            yield Named(start, following - 1, text[start : following - 1], "list of projects")
