"""One script: radicals, compatibility and full-width forms, traditional characters → simplified, one for one."""

import re
import unicodedata
from functools import cache, lru_cache

from opencc import OpenCC

from kg.resources import data_file

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
"""Chinese characters, for use inside a character class."""

_FORMS = re.compile("[\u2e80-\u2fd5\uf900-\ufaff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U0002f800-\U0002fa1f]")
_SURROGATE = re.compile("[\ud800-\udfff]")

# Characters that t2s changes though simplified text has them too: 张乾, 徵, 於 as a surname, 拚. In a line without one
# truly traditional character they stay.
_EITHER = frozenset("乾吒夥後徵拚捱摺於榘菸薹袷醣麴麽藉瞭著郃")

# 著 is 着 except in these words (zhù: to write, to be known).
_ASPECT_FIRST = "著火|著陆|著急|著力|著手|著眼|著重|著想|著落|著实|著装|著色|著床|著迷|著凉|著魔"
_WRITTEN = re.compile(
    "著名|著作|著称|著述|著者|著录|著书立|著有《|著《|著有“"
    "|[显专名巨编原论译所遗昭卓拙撰土]著(?!火|陆|急|力|手|眼|重|想|落|实)"
    "|(?<![结配联混糅融符吻综组集整])合著"
    "|较著|(?<=[ 　])著(?=[\\s，。）]|$)"
)
_ZHU = re.compile(f"(?P<aspect>{_ASPECT_FIRST})|(?P<written>{_WRITTEN.pattern})|(?P<other>著)")
# In simplified text 著 is right more often than not: only words that admit no other reading are changed.
_ASPECT_SIMPLIFIED = re.compile(
    "(?:随|沿|朝|向|本|为|接|有|跟|意味|标志|围绕|伴随|面临|承载|充满|活跃|走|坐|站|看|听|带|穿|拿|存在|坚持|发挥|起|"
    "肩负|关系|怀|抱|凭借|依|靠|对|执|连|紧跟|奔|试|笑|唱)著(?![名作称述书者录])|" + _ASPECT_FIRST
)


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


@cache
def _pairs(name: str) -> dict[str, str]:
    """The table data/lexicon/{name}.tsv: one character → another."""
    lines = data_file(f"lexicon/{name}.tsv").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return dict((first, second) for first, second in pairs)


@cache
def _variants() -> re.Pattern[str]:
    return re.compile("[" + "".join(sorted(_pairs("variants").keys() | {"郃"})) + "](?:(?<!郃)|(?!阳|陽))")


def _unified(match: re.Match[str]) -> str:
    character = match[0]
    known = _pairs("radicals").get(character)
    if known is not None:
        return known
    plain = unicodedata.normalize("NFKC", character)
    return plain if len(plain) == 1 else character


def unify(text: str) -> str:
    """Radicals, compatibility ideographs, full-width letters and digits → ordinary characters, one for one."""
    return _FORMS.sub(_unified, text)


@lru_cache(maxsize=8192)
def simplify(character: str) -> str:
    """One character in simplified script."""
    simple: str = _converter().convert(character)
    return simple if len(simple) == 1 else character


def _convert(text: str) -> str:
    """t2s of a text in which no line changes its length; what would is taken character by character."""
    converted: str = _converter().convert(_SURROGATE.sub("\ufffd", text))
    if len(converted) == len(text):
        return converted
    lines = text.split("\n")
    if len(lines) > 1:
        return "\n".join(_convert(line) for line in lines)
    return "".join(c if "\ud800" <= c <= "\udfff" else simplify(c) for c in text)


def _aspect(match: re.Match[str]) -> str:
    return match[0] if match.lastgroup == "written" else match[0].replace("著", "着")


def to_simplified(text: str) -> str:
    """The text in simplified script, of the same length.

    Traditional characters are exchanged line by line as the words ask (乾隆, but 乾燥 → 干燥); characters that
    simplified text has too are left alone in lines that are simplified already.
    """
    converted = _variants().sub(lambda m: _pairs("variants")[m[0]], _convert(text))
    if converted == text and "著" not in text:
        return text
    lines: list[str] = []
    for old, new in zip(text.split("\n"), converted.split("\n"), strict=True):
        changed = [i for i, (a, b) in enumerate(zip(old, new, strict=True)) if a != b] if old != new else []
        traditional = any(old[i] not in _EITHER and simplify(old[i]) != old[i] for i in changed)
        line = _restored(old, new, [i for i in changed if not traditional or _is_wrong(old, new, i)])
        if "著" in line:
            line = (_ZHU if traditional else _ASPECT_SIMPLIFIED).sub(_aspect, line)
        lines.append(line)
    return "\n".join(lines)


def _is_wrong(old: str, new: str, i: int) -> bool:
    """首批覆盖 holds the word 批覆 (批复) by accident; a name keeps 馼, whose simplified form no font has."""
    return (old[i] == "覆" and new[i + 1 : i + 2] == "盖") or (new[i] > "\uffff" and old[i] <= "\uffff")


def _restored(old: str, new: str, changed: list[int]) -> str:
    """`new` with the characters of `old` in some places."""
    if not changed:
        return new
    characters = list(new)
    for i in changed:
        characters[i] = old[i]
    return "".join(characters)
