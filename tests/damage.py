"""Clean articles → the damage and the layout that real pages come in, by rule, so that what is lost can be measured."""

import re
from collections.abc import Callable
from functools import cache
from itertools import count

from opencc import OpenCC

from kg.text.pinyin import readings

TONES = {"a": "āáǎà", "e": "ēéěè", "i": "īíǐì", "o": "ōóǒò", "u": "ūúǔù", "v": "ǖǘǚǜ"}


@cache
def syllables() -> dict[str, str]:
    """A reading of each character of the table, ü written as v."""
    return {c: s for s, characters in reversed(readings().items()) for c in characters}


def toned(syllable: str, tone: int) -> str:
    """The syllable with a tone mark on the vowel that bears it."""
    vowels = [i for i, c in enumerate(syllable) if c in TONES]
    if not vowels:
        return syllable
    at = next((i for i in vowels if syllable[i] in "ae"), vowels[-1])
    return (syllable[:at] + TONES[syllable[at]][tone % 4] + syllable[at + 1 :]).replace("v", "ü")


@cache
def _table() -> OpenCC:
    return OpenCC("s2t")


def traditional(text: str) -> str:
    converted: str = _table().convert(text)
    return converted if len(converted) == len(text) else text


def _with_readings(text: str, reading: Callable[[str, int], str]) -> str:
    """What a copying site makes of a text: traditional script, a reading behind most characters that differ."""
    numbers = count()
    parts = []
    for simple, other in zip(text, traditional(text), strict=True):
        known = syllables().get(simple)
        parts.append(other + (reading(known, n) if other != simple and known and (n := next(numbers)) % 4 else ""))
    return "".join(parts)


_IN_STEP = re.compile("[" + "".join(c for c in map(chr, range(0x4E00, 0x9FA6)) if c.encode("gbk")[-1] < 0x80) + "]")


def _after_full_stops(text: str) -> str:
    """The first byte of 。《, 。“ or 。現 lost in GBK; a second byte below 0x80 ends what is out of step."""

    def lost(match: re.Match[str]) -> str:
        try:
            return "?" + match.group().encode("gbk")[1:].decode("gbk")
        except UnicodeDecodeError:
            return match.group()

    return re.sub("。(?:[《“][^\x00-\x7f。]{0,6}?)?(?:" + _IN_STEP.pattern + ")", lost, text)


def _wrapped(text: str) -> str:
    """Lines broken off at 68 columns, of which a Chinese character takes two."""
    lines = [""]
    columns = 0
    for c in text:
        if c != "\n" and columns + (1 if c.isascii() else 2) > 68:
            lines.append("")
            columns = 0
        columns = 0 if c == "\n" else columns + (1 if c.isascii() else 2)
        lines[-1] += c
    return "\n".join(lines)


_HALF = str.maketrans("，：；（）！？", ",:;()!?")
_FULL = {ord(c): ord(c) + 0xFEE0 for c in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"}


def _sprinkled(text: str) -> str:
    marks = ("\u200b", "\ufeff", "\u00ad")
    return "".join(c + (marks[i % 3] if i % 7 == 3 else "") for i, c in enumerate(text))


def _in_entities(text: str) -> str:
    lines = text.replace("“", "&ldquo;").replace("”", "&rdquo;").split("\n")
    return "\n".join("&nbsp;&nbsp;&emsp;" + line if line else line for line in lines)


def _on_a_site(text: str) -> str:
    """Between the navigation of a site and what stands below an article."""
    title, _, body = text.partition("\n")
    return f"""设为首页 | 加入收藏 | 无障碍浏览
首页 政务公开 新闻中心 办事服务 互动交流 专题专栏
当前位置：首页 > 新闻中心 > 要闻 > 正文
{title}
发布时间：2099-01-02 10:20 信息来源：某某网 浏览次数：120次 字号：[ 大 中 小 ]
分享到：微信 微博 QQ空间
{body}
（责任编辑：丁一）
一审：丁一 二审：王二 三审：张三
扫一扫在手机打开当前页
上一篇：某县教育局局长钱四调研学前教育
下一篇：没有了
相关阅读
某市召开教育工作会议
版权所有：某某网 ICP备00000000号"""


DAMAGES: dict[str, Callable[[str], str]] = {
    "readings with tones": lambda t: _with_readings(t, lambda s, n: f"({toned(s, n)})"),
    "readings without tones": lambda t: _with_readings(t, lambda s, n: f"({s})"),
    "readings in full brackets": lambda t: _with_readings(t, lambda s, n: f"（{toned(s, n)}）"),
    "readings twice": lambda t: _with_readings(t, lambda s, n: f"({toned(s, n)})" * (1 + n % 2)),
    "readings in the line": lambda t: _with_readings(t, lambda s, n: f"({toned(s, n)}){toned(s, n)}"),
    "traditional": traditional,
    "lost bytes": lambda t: _after_full_stops(_with_readings(t, lambda s, n: f"({toned(s, n)})")),
    "half-width marks": lambda t: t.translate(_HALF),
    "full-width letters": lambda t: t.translate(_FULL),
    "著 for 着": lambda t: t.replace("着", "著"),
    "broken lines": _wrapped,
    "invisible characters": _sprinkled,
    "references": _in_entities,
    "a site around it": _on_a_site,
}
