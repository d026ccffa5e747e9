"""Names written as foreign ones are: whether one is a place's or a weapon's, where one ends, and its spelling in Latin letters."""

import re

from kg.mentions.lexicon import words
from kg.mentions.likelihood import foreign
from kg.mentions.person import Name
from kg.mentions.transcribed import transcribing

_AT_LEAST = 2.0  # log-odds of the characters of a name that may be foreign
_PLACES = 20  # places in a text at which one name is looked at
# What stands after the name of a place and never after a person's, also after a list of places: 甲、乙等地, 甲等多个方向.
_PLACE_AFTER = re.compile(
    "(?:[、和][^、和，。；：！？\\n]{2,9}){0,8}(?:等(?:[0-9]{1,3}|[一二两三四五六七八九十多])?个?(?:地(?!位)|省|州|城市|城镇|社区|多地)|(?:等多?个?)?(?:方向|地区|难民营|定居点))"
    "|(?:（[^（）]{0,60}）)?，?(?:是|为|又名|又称)[^，。；\\n]{0,16}?(?:城镇|城市|市镇|小镇|河流|支流|岛屿|群岛|湖泊|山脉|山峰|火山|海峡|半岛|行政区|县份|村庄|首府|港口|火车站|车站|地区)(?=[，。；\\n]|之一|$)"
    "|(?:（[^（）]{0,60}）)?，?位于|社区|[省州](?![长议立])|群?岛(?!内)|半岛|海峡|湾(?![区仔])|高地|盆地|高原|沙漠|花园|机场|军港|[空海]军基地|共和国|王国|联邦|公国|酋长国|合众国|过境点|口岸|河畔|油田|海沟|大坝|郊区|航空|跨境(?:经济|合作|贸易)"
)
_WEAPON = re.compile(
    "”(?:号|型|级|系列|式|[一-鿿]{0,6}?导弹|炸弹|火箭|无人机|战机|战斗机|直升机|坦克|潜艇|舰)"
)  # “尼米兹”号


_PLACE_BEFORE = re.compile("(?:城市|重镇|城镇|小镇|首府|省会|位于|抵达|飞往|前往|迁往|[省州市县])\\Z")


def is_place(text: str, name: Name) -> bool:
    """Whether a name written as foreign ones are is somewhere in the text said to be that of a place, a weapon or part of a country's."""
    if "·" in name.text or name.rule not in ("by its characters", "words beside") or foreign(name.text) < _AT_LEAST:
        return False
    for country in words("countries.tsv"):
        if country.startswith(name.text) and text.startswith(country, name.start):
            return True
    at = text.find(name.text)
    for _ in range(_PLACES):
        if at < 0:
            return False
        end = at + len(name.text)
        if _PLACE_AFTER.match(text, end) or _WEAPON.match(text, end) or _PLACE_BEFORE.search(text, max(0, at - 3), at):
            return True
        at = text.find(name.text, end)
    return False


_ORIGINAL = re.compile("[一-鿿]（[A-Z][a-z]")


def completed(text: str, name: Name) -> Name:
    """A foreign name up to the bracket that gives it in Latin letters: 菲尔·莫伦卡|特（Phil …."""
    if _ORIGINAL.match(text, name.end) and text[name.end] in transcribing() and foreign(name.text) > 0:
        return Name(name.start, name.end + 1, text[name.start : name.end + 1], name.rule)
    return name


# 丹路殊（Walter Damrosch）, 胡礼（英语：Richard Hulley，1950年: a word with small letters, so that no CEO or WTO counts.
_SPELLED = re.compile(r"[（(](?:[一-鿿]{2,4}[：:] ?)?(?P<name>[A-Z][a-zÀ-ɏ'’][A-Za-zÀ-ɏ.'’ -]{1,48})(?=[，,；;）)])")


def spelled(text: str, end: int) -> tuple[int, int] | None:
    """Where a person's name is given again in Latin letters, in a bracket right behind it."""
    found = _SPELLED.match(text, end) if text[end : end + 1] in ("（", "(") else None
    return found.span("name") if found else None
