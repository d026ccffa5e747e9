"""Names of those who wrote an article, took its pictures or edited it, told apart from the people it is about."""

import re

from kg.mentions.common_word import is_word
from kg.mentions.person import Name, Namer
from kg.text.scan import matches

_WROTE = re.compile(
    r"(?:记者|通讯员|特约记者|实习生|见习记者|撰稿|撰文|图[/／]文|文[/／]图|(?:文图|图文|文)[:：/／]|作者[:：])[ 　:：]*(?=[一-鿿])|[电讯][ 　]*[（(](?:记者|通讯员)?[ 　]*(?=[一-鿿])"
)
# 编辑：甲 乙, 图/丙, 一审：丁: who stands after such a word and a mark edited the page or took its pictures.
_CREDIT = re.compile(
    r"(?:摄影|图片|图|摄)[:：/／|｜丨][ 　]*(?=[一-鿿])"
    r"|(?:责任编辑|[值执]班编[辑委]|编[ 　]?辑|编审|责[ 　]?编|编委|审核|审稿|审[ 　]?校|校[ 　]?对|[初复终一二三][ 　]?审|总?监[ 　]?制|责校)"
    r"[ 　]*[:：/／|｜丨][ 　]*(?=[一-鿿])"
)
# Where these two may begin.
_WROTE_HEAD = re.compile("[记通特实见撰文图作电讯](?=[者讯约习稿文图:：/／ 　（(])")
_CREDIT_HEAD = re.compile("[摄图责值执编审校初复终一二三总监](?=[影片:：/／|｜丨 　任班辑审委核稿校编对制监])")
# （甲 乙/文 丙/摄） and （通讯员 甲） at the end of a paragraph.
_CLOSING = re.compile(r"[（(](?P<inside>[一-鿿·][一-鿿· 　、/／:：]{1,40})[)）]\s*$", re.M)
_PARTS = re.compile(
    r"(?P<names>[一-鿿·]{2,6}(?:[ 　、][一-鿿·]{2,6}){0,5})(?:[ 　]*[/／:：](?P<kind>文图?|图文?|摄影?|供图))?"
)
# A line of names and a date under the headline of a newspaper's page.
_LINE = re.compile(r"^[ 　]*(?=[一-鿿]{2,4}(?:[ 　][一-鿿]{2,4}){0,3}[ 　]+20\d\d[-年./])", re.M)
_WHERE_IN_PICTURE = re.compile("[左右前后][一二三四五六七八起数排]|(?:文图|图文)[:：/／]")  # 左一, 左起, no Mr 文
_OFFICE = re.compile("[一-鿿]{2,6}?[部处室局委办社网镇县院校馆站厅](?![一-鿿·])")
_SLOT = re.compile("[一-鿿]{2,6}(?=[ 　]*[)）])")
_IN_BRACKET = re.compile("[(（](?:(?:本报|本网|首席|见习|特约|实习|全媒体)*(?:记者|通讯员))[ 　]*\\Z")
_ONE, _NEAR = 3, 16  # characters of one name; before it in its bracket
_GAP = re.compile(r"[ 　、，,]+")
_SPACED = re.compile(r"[一-鿿][ 　]{1,2}[一-鿿](?![一-鿿])")


def bylines(text: str, namer: Namer) -> list[Name]:
    """Names of those who made the article: after 记者 or 编辑, in a dateline, in brackets at the very end of a paragraph.

    The rule "credit" stands for those who edited it or took its pictures.
    """
    found: list[Name] = []
    for m in matches(_WROTE, _WROTE_HEAD, text):
        found += _row(text, namer, m.end(), "byline of a correspondent" if "通讯员" in m.group() else "byline")
    for m in _LINE.finditer(text):
        found += _row(text, namer, m.end(), "byline")
    for m in matches(_CREDIT, _CREDIT_HEAD, text):
        found += _row(text, namer, m.end(), "credit")
    for m in _CLOSING.finditer(text):
        for part in _PARTS.finditer(text, m.start("inside"), m.end("inside")):
            rule = "credit" if (part["kind"] or "文")[0] in "图摄供" else "byline"
            found += _row(text, namer, part.start(), rule, part.end("names"))
    return list({n.start: n for n in reversed(found)}.values())[::-1]


def _row(text: str, namer: Namer, position: int, rule: str, limit: int | None = None) -> list[Name]:
    """The names that stand from `position` on, with nothing but spaces and marks between them."""
    row: list[Name] = []
    while limit is None or position < limit:
        end = namer.at(position, firm=True) if not _WHERE_IN_PICTURE.match(text, position) else None
        if end is None:
            spaced = _SPACED.match(text, position) if namer.chinese.surname_at(position) else None
            if spaced is None:
                return row + _alone(text, namer, position, rule)
            end = spaced.end()
        end -= end - position == 3 and text[end - 1] == "摄"  # 本报记者林某摄
        if text[end - 1] in "他她它我你您":
            break  # 当记者问他
        if _OFFICE.match(text, position):
            break  # （宣传部 供稿）
        row.append(Name(position, end, re.sub("[ 　]", "", text[position:end]), rule))
        gap = _GAP.match(text, end)
        if gap is None:
            break
        position = gap.end()
    return row


_NOBODY = re.compile("走基层|主任|部|站|团|台|社|报|网|组|院|室")  # （记者走基层）, （记者部主任）


def _alone(text: str, namer: Namer, position: int, rule: str) -> list[Name]:
    """What fills the rest of a bracket with 记者 in it: one name whatever it begins with, or two without a space between them."""
    slot = _SLOT.match(text, position) if rule.startswith("byline") else None
    if slot is None or not _IN_BRACKET.search(text, max(0, position - _NEAR), position):
        return []
    start, end = slot.span()
    if _NOBODY.search(slot.group()):
        return []
    if end - start <= _ONE:
        return [] if is_word(slot.group()) else [Name(start, end, slot.group(), rule)]
    pairs = [
        (namer.chinese.score(start, mid) + namer.chinese.score(mid, end), mid)
        for mid in range(start + 2, end - 1)
        if mid - start in namer.chinese.lengths(start) and end - mid in namer.chinese.lengths(mid)
    ]
    if not pairs:
        return []
    _, mid = max(pairs)
    return [Name(start, mid, text[start:mid], rule), Name(mid, end, text[mid:end], rule)]
