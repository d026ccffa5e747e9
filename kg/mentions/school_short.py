"""Short forms of schools that a page names in full: 温职院 of 温州职业技术学院, 长春汽车高专 of 长春汽车工业高等专科学校."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kg.mentions.lexicon import alternation, beginnings, heads, rows
from kg.text.scan import matches

# How a short form ends → how the full name does.
_ENDS = {
    "职院": re.compile("职业(?:技术)?学院\\Z"),
    "职大": re.compile("职业(?:技术)?大学\\Z"),
    "师大": re.compile("师范大学\\Z"),
    "师院": re.compile("师范学院\\Z"),
    "农大": re.compile("农业大学\\Z"),
    "医大": re.compile("医科大学\\Z"),
    "工大": re.compile("工业大学\\Z"),
    "科大": re.compile("科技大学\\Z|科学技术大学\\Z"),
    "财大": re.compile("财经大学\\Z"),
    "林大": re.compile("林业大学\\Z"),
    "交大": re.compile("交通大学\\Z"),
    "民大": re.compile("民族大学\\Z"),
    "外大": re.compile("外国语大学\\Z"),
    "海大": re.compile("海洋大学\\Z|海事大学\\Z"),
    "矿大": re.compile("矿业大学\\Z"),
    "建大": re.compile("建筑(?:科技)?大学\\Z"),
    "电大": re.compile("广播电视大学\\Z"),
    "体院": re.compile("体育学院\\Z"),
    "美院": re.compile("美术学院\\Z"),
    "医专": re.compile("医学高等专科学校\\Z"),
    "幼专": re.compile("幼儿师范高等专科学校\\Z"),
    "高专": re.compile("高等专科学校\\Z"),
    "师专": re.compile("师范(?:高等)?专科学校\\Z"),
    "附中": re.compile("附属(?:高级)?中学\\Z"),
    "附小": re.compile("附属小学\\Z"),
    "理工": re.compile("理工(?:大学|学院)\\Z"),
}
_FULL = re.compile("|".join(full.pattern for full in _ENDS.values()))
_SHORT_END = re.compile(f"(?:{'|'.join(_ENDS)})(?<=[一-鿿]..)(?![一-鿿]{{0,4}}(?:大学|学院|专科)|[学生科量型多家])")
_LEAD = re.compile("[一-鿿]{1,5}\\Z")
_LONGEST_LEAD = 5  # characters before such an end
_LEAST = 3  # characters of a short form


def has_school_end(name: str) -> bool:
    """Whether a name ends as the short forms of schools do."""
    return name[-2:] in _ENDS or is_initial(name)


def is_initial(name: str) -> bool:
    """Whether a name may be the first character of a university with 大: 澳大."""
    return len(name) == 2 and name[1] == "大"


def shortens(short: str, full: str) -> bool:
    """Whether a short form is one of a school's full name: the same first character, the rest in order, and its end."""
    if is_initial(short):
        return short[0] == full[0] and _UNIVERSITY.fullmatch(full) is not None
    kind = _ENDS.get(short[-2:])
    end = kind.search(full) if kind else None
    if end is None or len(short) < _LEAST or short[0] != full[0]:
        return False
    rest = iter(full[: end.start()])
    return all(c in rest for c in short[:-2])


def nearest(short: str, names: Iterable[str]) -> list[str]:
    """The shortest of the schools whose short form it is: 杭职院 is of 杭州职业技术学院, not of 杭州万向职业技术学院 beside it."""
    meant = [n for n in names if shortens(short, n)]
    least = min(map(len, meant), default=0)
    return [n for n in meant if len(n) == least]


# 澳大副校长, 由浙大承办: two characters, where only a university can stand.
_INITIAL = re.compile(
    "(?<![一-鿿])(?P<short>[一-鿿]大)(?=[校党]|副?(?:校长|书记)|承办|举行|师生|学生|教授|将|与|的)|(?<=[由在与和同于赴聚首进访获及表对向从请])(?P<behind>[一-鿿]大)(?=[校承举主召，。、签及和与]|副?(?:校长|书记)|附属)"
)
_UNIVERSITY = re.compile("[一-鿿]{2,4}大学")


# 北大校长, 任复旦党委书记: the well-known short forms, where only a post of a school follows.
_IN_SCHOOL = "(?=(?:常务|执行|原)?副?(?:校长|党委书记|教务长|教授|研究员)|校?党委|校长|博士生导师|讲师)"


@cache
def _known() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    short = [s for row in rows("body_short_forms.tsv", 2) if row[0].endswith("大学") for s in row[1].split("|")]
    where = "(?:(?<![一-鿿])|(?<=[任为由在与和及兼是请聘]))"
    return re.compile(f"{where}(?P<short>{alternation(short)}){_IN_SCHOOL}"), heads(short), beginnings(short)


def _initials(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where the first character of the one university that begins with it stands for it: 澳大."""
    first: dict[str, set[str]] = {}
    for name in names:
        if _UNIVERSITY.fullmatch(name):
            first.setdefault(name[0], set()).add(name)
    for m in _INITIAL.finditer(text) if first else ():
        short = m["short"] or m["behind"]
        if len(first.get(short[0], ())) == 1:
            yield (m.start("short"), m.end("short")) if m["short"] else (m.start("behind"), m.end("behind"))


def short_forms(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where short forms of the schools `names` stand, each of one of them only."""
    full = [n for n in dict.fromkeys(names) if _FULL.search(n)]
    yield from _initials(text, names)
    pattern, head, begins = _known()
    yield from (m.span("short") for m in matches(pattern, head, text, begins=begins))
    firsts = {n[0] for n in full}
    for left, last, end in _leads(text) if full else ():
        for start in range(left, last):
            if text[start] in firsts and len(nearest(text[start:end], full)) == 1:
                yield start, end
                break


def _leads(text: str) -> Iterator[tuple[int, int, int]]:
    """Where short forms may begin, at the earliest and where their end begins; and where that ends."""
    done = 0
    while end := _SHORT_END.search(text, done + 1):
        lead = _LEAD.search(text, max(done, end.start() - _LONGEST_LEAD), end.start())
        done = end.end()
        if lead:
            yield lead.start(), end.start(), done


_IN_CITY = re.compile(
    "[一-鿿]{2,6}?[市州盟](?P<rest>(?!第|实验|直属|特殊|市|区)[一-鿿]{2,5}(?:第?[一二三四五六七八九十]{1,2}[中小]|中学|小学|高中))"
)


def without_city(schools: Iterable[str]) -> frozenset[str]:
    """The names of schools without the city in which their county lies: 青岭一中 of 江海市青岭一中."""
    return frozenset(m["rest"] for school in schools if (m := _IN_CITY.fullmatch(school)) is not None)
