"""Number phrases: 近6000名, 70余万, 93.5%, 百分之五, 3至5万人, 一百余项, 136亿元 — with what they bound.

Dates, ages, ordinals, codes, names of plans (“516”), list markers and words with a numeral inside (一体化) are none.
Needs repaired text: simplified script, full-width Chinese punctuation, ASCII digits.
"""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from kg.mentions.lexicon import WordList, rows, words
from kg.mentions.numeral import ARABIC, ARABIC_REST, CHINESE, LONGEST, Numeral, read_numeral, skip_code, step
from kg.mentions.share import share
from kg.model import Modifier


class Quantity(NamedTuple):
    """The repaired characters [start, end) of a number with its unit and the words that bound it.

    `kind` is the kind of its unit in the list of classifiers (person, body, thing, times, measure, currency, ratio,
    duration), "" without one; `chinese` says that the numeral is in Chinese characters.
    """

    start: int
    end: int
    value: Decimal
    modifier: Modifier
    unit: str | None
    lower: Decimal | None
    upper: Decimal | None
    lower_open: bool
    upper_open: bool
    kind: str = ""
    chinese: bool = False


_RANGE = re.compile(r" ?(?:至|到|—{1,2}|–|-{1,2}|~|～|－) ?")
_DIGITS = re.compile(ARABIC)
_SCALE = re.compile(r" ?(?:个(?=亿(?![万元级吨])))?((?:[万亿]|[百千](?![瓦克米卡赫帕伏焦])|十(?=[万亿])){1,3})")
_THEY = ("人代表", "人分别代表", "人共同代表", "人先后")
_CONGRESS = re.compile("次(?:党代会|代表大会|党员代表大会)")
_CODE_BEFORE = re.compile(r"[A-Za-z0-9._/:×＊*#№@=+〔\[\-]$")
_ADDED = re.compile(r"[0-9]{1,5}[余多]?[个家所项支条座名处类种][一-鿿]{1,16}\+$")  # 1个总站+3个分站
_CODE_AFTER = re.compile(r"[A-Za-z_:/×=+\-〕\]]|\.[0-9]")
_YEAR_OF_PLACE = re.compile("20\\d\\d(?:台[北南中东湾]|余(?:庆|姚|杭|江))")  # 2015台北大学论坛, 2016余庆推介会
_CLASS = re.compile("[0-9]{1,2}班|[一二三四五六七八九十]{1,2}班")  # 八年级3班
_ORDINAL_LIST = re.compile(r"第(?:[零一二三四五六七八九十百0-9]{1,4}[、和至到及]){1,4}$")
_ORDINAL_BEFORE = re.compile(r"(?:[第每]|[总前]|(?<!先)后|星期|礼拜|之|附[件表录])$")
_ORDINAL_ENDS = frozenset("第每总前后期拜之件表录")
_COMPOUND = re.compile(r"个(?:多|半)?(?=百分点|基点|小时|学时|课时|学分)")  # 个百分点 is 百分点
_INDEX_BEFORE = re.compile(
    r"(?:指数|系数|均分|得分|满意度|PMI)(?:平均)?(?:已|约|则|仅)?(?:为|达到?|升至|升到|降至|回升至|回落至|是)?$"
)
_SPANS = ("岁", "年", "分")
# How long people live or learn, what they score; not how old somebody is.
_SPAN_BEFORE = re.compile(
    r"(?:(?<![试卷])[总积评均]分|得分)(?!为)(?:为|达到?|是|以|超过?|突破|仅|[约近高]达?)?$|(?:寿命|教育年限)(?:原先?|已|约|则|仅|如今|现|由|从|的?平均)*(?:为|达到?|是|提高[到至]|升至|升到|增至|增加到|延长[到至])?$"
)
_NO_PREFIX = "人个户倍系岁分参度指少多无函总次件额点率通超经不以网线马晚早"  # 人数, 经过, 马上: 数, 过, 上 end a word
_SHARED_UNIT = re.compile(
    r"个?[和、及与](?:[0-9.]{1,8}个?[和、及与]){0,6}[0-9]{1,6}(?:\.[0-9]{1,4})?(个?(?:百分点|基点)|倍)"
)
_JOINED = re.compile(r"(?:[和、及与][0-9]{1,6}(?:\.[0-9]{1,4})?[百千万亿]{1,2}){1,6}")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_PER = re.compile(r"/[一-鿿A-Za-z²³]{1,4}")


@cache
def _numbers() -> re.Pattern[str]:
    """Where a number can start: 12, 1,200, 一百, 数十, 几千, 成百上千."""
    chinese = rf"{CHINESE}*+几?"
    return re.compile(  # it begins with a set of characters, which `re` finds quickly, and looks back at the one found
        rf"[0-9数几上过成{CHINESE[1:-1]}](?:(?<=[0-9]){ARABIC_REST}|(?<={CHINESE}){chinese}"
        rf"|(?<=成)(?:百上千|千上万)|(?<=[数几上过]){CHINESE}{chinese})"
    )


@cache
def _no_numbers() -> WordList:
    return WordList(words("number_words.tsv"))


@cache
def _units() -> dict[str, re.Pattern[str]]:
    """The units that begin with a character; each with what must not follow it."""
    alike: dict[str, list[str]] = {}
    for unit, _, no in sorted(rows("classifiers.tsv", 3), key=lambda r: (-len(r[0]), r[0])):
        alike.setdefault(unit[0], []).append(re.escape(unit) + (f"(?!{no})" if no else ""))
    beside = "(?:（[套个组份台条幅对尊只张种册本件把口方]{1,2}）)?"  # 550余件（套）文物
    return {first: re.compile(f" ?({'|'.join(units)}){beside}") for first, units in alike.items()}


def _unit(text: str, position: int, end: int) -> re.Match[str] | None:
    """The unit that stands at a position, a space before it at most."""
    first = position + text.startswith(" ", position)
    units = _units().get(text[first : first + 1])
    return units.match(text, position, end) if units else None


@cache
def _kinds() -> dict[str, str]:
    return {unit: kind for unit, kind, _ in rows("classifiers.tsv", 3)}


@cache
def _modifiers(position: str) -> tuple[re.Pattern[str], dict[str, tuple[Modifier, str]]]:
    """The words of one position as a pattern, and what each means: the modifier, the bound."""
    found = sorted((r for r in rows("number_modifiers.tsv", 5) if r[1] == position), key=lambda r: (-len(r[0]), r[0]))
    if position == "before":
        body = "|".join((f"(?<![{no.replace('|', '')}])" if no else "") + re.escape(w) for w, _, _, _, no in found)
        pattern = rf"({body}) ?$"
    else:
        pattern = " ?(" + "|".join(re.escape(w) + (f"(?!{no})" if no else "") for w, _, _, _, no in found) + ")"
    return re.compile(pattern), {w: (Modifier(m), bound) for w, _, m, bound, _ in found}


class _Number(NamedTuple):
    """A number as read: value, its scale (万) and what stands inside (余), and where it ends."""

    end: int
    numeral: Numeral
    inside: str
    scaled: bool


def quantities(text: str, start: int = 0, end: int | None = None) -> list[Quantity]:
    """The number phrases of text[start:end], in order; they do not overlap."""
    end = len(text) if end is None else end
    numbers = list(_numbers().finditer(text, start, end))
    hidden: list[tuple[int, int]] = []
    if any(text[m.start()] not in "0123456789" for m in numbers):
        hidden = list(_no_numbers().find(text, start, end))
    found: list[Quantity] = []
    done, covered = start, 0
    for match in numbers:
        if (position := match.start()) < done:
            continue
        first = position + (text[position] in "上过")  # 市场上|百花齐放
        while covered < len(hidden) and hidden[covered][1] <= first:
            covered += 1
        if covered < len(hidden) and hidden[covered][0] <= first:
            done = max(match.end(), hidden[covered][1]) if match[0][0] in "0123456789" else hidden[covered][1]
            continue
        quantity = _special(text, first, end) or _general(text, match, end)
        if isinstance(quantity, Quantity):
            found.append(quantity)
            done = quantity.end
        else:
            done = quantity
    return found


def _special(text: str, start: int, end: int) -> Quantity | None:
    """百分之五, 三分之二, 两番, 九成: forms with a unit of their own."""
    if (found := share(text, start, end)) is None:
        return None
    made = _made(text, start, found.end, found.value, found.unit, "ratio", digit=found.digit)
    return made if found.bounded else made._replace(lower=None, upper=None)


def _general(text: str, match: re.Match[str], end: int) -> Quantity | int:
    """The quantity that starts with a number, or where to look on."""
    start, after = match.start(), match.end()
    before = text[max(0, start - 3) : start].rstrip(" ")
    arabic = match[0][0] in "0123456789"
    if _refused(text, start, before, arabic):
        return skip_code(text, after, end) if arabic else after
    first = _number(text, match, end)
    if first is None:
        return after
    if text[first.end : first.end + 1] == "”" and before.endswith(("“", "《")):
        return first.end  # “516”
    if before and before[-1] in "省市区县州党" and _CONGRESS.match(text, first.end):
        return first.end  # 省十二次党代会: which one it is
    if text.startswith(_THEY, first.end) and text[start - 1 : start] in ("，", "。"):
        return first.end  # 甲、乙出席，两人代表双方签字
    unit = _unit(text, first.end, end)
    position = unit.end() if unit else first.end
    if (span := _RANGE.match(text, position)) and (second := _second(text, span.end(), end)):
        joined = _range(text, start, before, first, unit, second, end)
        if joined is not None:
            return joined
    if _CODE_AFTER.match(text, first.end) and not unit:
        return skip_code(text, first.end, end)
    return _finish(text, start, first.numeral, first, unit, end)


def _refused(text: str, start: int, before: str, arabic: bool) -> bool:
    lead = text[max(0, start - 16) : start]
    if before.endswith("年级") and _CLASS.match(text, start):
        return True
    if ("第" in lead and _ORDINAL_LIST.search(lead)) or (arabic and _YEAR_OF_PLACE.match(text, start)):
        return True
    if before and before[-1] in _ORDINAL_ENDS and _ORDINAL_BEFORE.search(before):
        return not before.endswith("总") or text[max(0, start - 2) : start] == "总第"
    if not arabic and before.endswith("干部") and text[start + 1 : start + 2] in ("处", "科", "局", "室"):
        return True  # 组织部干部三处
    if arabic:
        if before.endswith("+") and _ADDED.search(text, max(0, start - 24), start):
            return False
        return bool(_CODE_BEFORE.search(before)) and text[start - 1] != " "
    if text[start] in "数上过" and start and text[start - 1] in _NO_PREFIX:
        return True
    return bool(before) and (before[-1] in "初周老" or (before[-1] in "0123456789." and text[start - 1] != " "))


def _number(text: str, match: re.Match[str], end: int) -> _Number | None:
    """The number that the match begins: its digits, 余, its scale."""
    position, body = match.end(), match[0]
    inside, scaled = "", False
    if len(body) > 2 * LONGEST:
        return None
    if body[0] in "0123456789":
        if (more := _modifiers("inside")[0].match(text, position)) and _SCALE.match(text, more.end()):
            inside, position = more[1], more.end()
        while len(body) <= 2 * LONGEST and (scale := _SCALE.match(text, position)):
            body, position, scaled = body + scale[1], scale.end(), True
            digits = _DIGITS.match(text, position, min(end, position + LONGEST))
            if not digits or inside:
                break
            if not _SCALE.match(text, digits.end()):
                if scale[1] == "万" and len(digits[0]) == 4:
                    body, position = body + digits[0], digits.end()  # 3万8000
                break
            body, position = body + digits[0], digits.end()
        more = _modifiers("inside")[0].match(text, position) if scaled and not inside else None
        if more and (scale := _SCALE.match(text, more.end())):  # 1万多亿
            inside, body, position = more[1], body + scale[1], scale.end()
    else:
        scaled = body[-1] in "百千万亿"
        if body[-1] == "几" and body != "十几":
            body = body[:-1] if len(body) > 1 else body
            inside = "多"
        elif (more := _modifiers("inside")[0].match(text, position)) and (scale := _SCALE.match(text, more.end())):
            inside, body, position, scaled = more[1], body + scale[1], scale.end(), True
        elif text.startswith("个亿", position) and (scale := _SCALE.match(text, position)):
            body, position, scaled = body + scale[1], scale.end(), True  # 十个亿
    tens = body[0] in "0123456789" or body[-1] in "十百千万亿"  # not 四多
    if not inside and tens and (more := _modifiers("inside")[0].match(text, position)):
        inside, position = more[1], more.end()
    elif text[position : position + 1] == "来" and body[-1] == "十":
        inside, position = "多", position + 1
    numeral = read_numeral(body)
    return None if numeral is None or position > end else _Number(position, numeral, inside, scaled)


def _second(text: str, position: int, end: int) -> _Number | None:
    match = _numbers().match(text, position, end)
    return _number(text, match, end) if match else None


def _range(
    text: str, start: int, before: str, first: _Number, unit: re.Match[str] | None, second: _Number, end: int
) -> Quantity | int | None:
    """3至5万人, 50%—60%, or where to look on (1990—2000年); None where the two numbers stand apart (从30%到50%)."""
    low, high = first.numeral.value, second.numeral.value
    last = _unit(text, second.end, end)
    if _YEAR.fullmatch(text[start : first.end]) and not unit and high < 2100:
        return second.end
    if last is None and not second.scaled:
        return skip_code(text, second.end, end)
    if unit and last is None:
        return None
    if before.endswith(("从", "由", "自")):
        return None if unit else second.end  # 从3到5: a change, and the end of it is what counts
    if second.scaled and not first.scaled and low < high:
        scale = Decimal(1)
        while high % (scale * 10) == 0 and low * scale * 10 < high:
            scale *= 10
        written = _SCALE.search(text, second.end - 3, second.end)
        value = read_numeral(written[1]) if written else None
        low *= value.value if value and low < value.value else 1
    if not low < high:
        return None
    kind = _kinds()[last[1]] if last else ""
    if kind == "none" or (unit and last and unit[1] != last[1]):
        return last.end() if last else second.end
    after = last.end() if last else second.end
    name = _name(last[1]) if last else None
    return Quantity(
        start, after, low, Modifier.APPROX, name, low, high, False, False, kind, text[start] not in "0123456789"
    )  # fmt: skip


def _finish(
    text: str, start: int, numeral: Numeral, number: _Number, unit: re.Match[str] | None, end: int
) -> Quantity | int:
    kind = _kinds()[unit[1]] if unit else ""
    chinese = text[start] not in "0123456789"
    if kind == "none":
        if not unit or unit[1] not in _SPANS or not _SPAN_BEFORE.search(text, max(0, start - 16), start):
            return unit.end() if unit else number.end
        kind = "measure"  # 预期寿命达78岁, 平均受教育年限为10年
    plain_digits = not chinese and not number.scaled
    shared = _SHARED_UNIT.match(text, number.end, end) if plain_digits and (not unit or unit[1] == "个") else None
    if shared:  # 5.3和9.4个百分点, 0.2个、3.1个百分点
        after = unit.end() if unit else number.end
        return _made(text, start, after, numeral.value, _name(shared[1]), "ratio", chinese=False)
    if not unit and plain_digits and _INDEX_BEFORE.search(text[max(0, start - 12) : start]):
        return _made(text, start, number.end, numeral.value, None, "ratio", number.inside, numeral, chinese)
    if not unit and not (number.scaled or number.inside):
        return number.end  # a bare number: a year, a code, a score
    if not unit and chinese and not (number.inside or numeral.vague or text.endswith("个亿", start, number.end)):
        return number.end  # 万 and 千 in front of a noun are more often part of a name
    if chinese and _indefinite(text, start, number):
        return unit.end() if unit else number.end
    after = unit.end() if unit else number.end
    name = _name(unit[1]) if unit else None
    more = _JOINED.match(text, number.end, end) if not unit and number.scaled and not number.inside else None
    if more and (last := _unit(text, more.end(), end)) and _kinds()[last[1]] != "none":
        name, kind = _name(last[1]), _kinds()[last[1]]  # 6.6万、6.4万人
    if unit and (per := _PER.match(text, after, end)) and kind in ("measure", "currency"):
        name, after = f"{name}{per[0]}", per.end()
    return _made(text, start, after, numeral.value, name, kind, number.inside, numeral, chinese)


def _name(unit: str) -> str:
    return "%" if unit == "％" else _COMPOUND.sub("", unit)


def _indefinite(text: str, start: int, number: _Number) -> bool:
    """一 (a, an), and a bare scale (百名, 千万家) with no word that makes it an amount (近百名, 百余名)."""
    written = text[start : number.end]
    if number.inside or number.numeral.vague:
        return False
    return (
        written == "一"
        or (
            all(c in "百千万亿" for c in written)
            and not text.endswith(("达", "达到"), max(0, start - 2), start)  # 年门诊量达百万人次
            and not _modifiers("before")[0].search(text[max(0, start - 8) : start])
        )
    )


def _made(
    text: str, start: int, end: int, value: Decimal, unit: str | None, kind: str,
    inside: str = "", numeral: Numeral | None = None, chinese: bool = True, digit: Decimal | None = None,
) -> Quantity:  # fmt: skip
    """The quantity with the words around it that bound it: the word inside the number weighs most, then a firm one in
    front (至少), then the one behind. `digit` is the unit of its last digit where the value does not show it (九成)."""
    modifier, bound = Modifier.EXACT, ""
    pattern, meaning = _modifiers("before")
    window = text[max(0, start - 8) : start]
    if before := pattern.search(window):
        modifier, bound = meaning[before[1]]
        start -= len(window) - before.start()
    pattern, meaning = _modifiers("after")
    if after := pattern.match(text, end):
        end = after.end()
        if not before or modifier is Modifier.APPROX:
            modifier, bound = meaning[after[1]]
    if inside:
        modifier, bound = _modifiers("inside")[1][inside]
    lower: Decimal | None
    upper: Decimal | None
    lower, upper = _bounds(value, modifier, bound, digit)
    if numeral and numeral.vague:
        lower, upper = value, numeral.upper  # 数十, 上百, 七八百: the word says where it ends
        modifier = {"至": Modifier.APPROX, "上": Modifier.AT_LEAST, "成": Modifier.AT_LEAST}.get(
            numeral.vague, Modifier.OVER
        )
        bound = "above" if modifier is Modifier.OVER else ""
    lower_open = bound in ("above", "below")
    upper_open = upper is not None and bound in ("above", "below", "under")
    return Quantity(start, end, value, modifier, unit, lower, upper, lower_open, upper_open, kind, chinese)


def _bounds(
    value: Decimal, modifier: Modifier, bound: str, digit: Decimal | None
) -> tuple[Decimal | None, Decimal | None]:
    """The lower and upper bound that a modifier sets, None where there is none."""
    if bound == "above":
        return value, value + (digit or step(value))
    if bound == "below":
        return max(value - (digit or step(value)), Decimal(0)), value
    if bound == "from":
        return value, None
    if bound in ("to", "under"):
        return None, value
    return (None, None) if modifier is Modifier.APPROX else (value, value)
