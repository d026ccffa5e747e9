"""The words that names of bodies are made of: how they end, the fields of departments, national bodies by all their names."""

import re
from collections.abc import Iterator
from functools import cache

from kg.mentions.lexicon import Beginnings, PageWords, alternation, rows, words
from kg.text.scan import matches, matches_at

# 某县一中, 第八中学, 实验二小: a school that its number tells apart.
_NUMBERED = r"(?<=[一-鿿])第?[一二三四五六七八九十]{1,3}[中小校](?![国学央东西部年共外期午型规有到小间位级个所名标全镇块片群步节段批队时村户]|组(?![建织成])|(?<=校)组)(?!(?<=[三四五六七八九十]校)[结签牵携联抱合互齐])|(?<=[一-鿿])第?[一二三四五六七八九]院(?![士校子长内外落线系所])|(?<=[一-鿿])(?:[师农医交财科工]大|理工大)(?![学讯量型多小力家会部门])"
_NUMBERED_HEAD = re.compile(
    "[第一二三四五六七八九十师农医交财科工理](?<=[一-鿿].)(?=[一二三四五六七八九十中小校院大工])"
)


@cache
def generic() -> frozenset[str]:
    """Words that do not tell one body from another."""
    return words("generic_words.tsv")


@cache
def stops() -> frozenset[str]:
    """Words that no name of a body holds."""
    return words("boundary_words.tsv") - words("name_verbs.tsv")


@cache
def suffixes() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, re.Pattern[str]]]:
    """Any suffix; the name of a numbered school; for each suffix what must not follow it."""
    table = rows("body_suffixes.tsv", 2)
    not_after = {r[0]: re.compile(r[2]) for r in table if len(r) > 2 and r[2]}
    return re.compile(alternation(r[0] for r in table)), re.compile(_NUMBERED), not_after


@cache
def _suffixes() -> PageWords:
    return PageWords(_groups())


def suffix_hits(text: str) -> list[tuple[int, int, str]]:
    """Every suffix in a text with its class: (start, end, class)."""
    suffix, numbered, not_after = suffixes()
    groups = _groups()
    found = []
    for start, longest in _suffixes().find_in_page(text):
        end = longest
        while end > start and not _stands(text, start, end, not_after):
            end -= 1
        if end > start:
            found.append((start, end, groups[text[start:end]]))
            continue
        # 儒|学联|合会; but 区委|员会议题
        inside = (suffix.match(text, at) for at in range(start + 1, longest) if text[at] != "委")
        if (m := next((m for m in inside if m), None)) and _stands(text, *m.span(), not_after):
            found.append((*m.span(), groups[m.group()]))
    found += [
        (m.start(), m.end(), "Organization" if m.group().endswith("院") else "EducationInstitution")
        for m in matches(numbered, _NUMBERED_HEAD, text)
    ]
    return sorted(found)


def _stands(text: str, start: int, end: int, not_after: dict[str, re.Pattern[str]]) -> bool:
    suffix = text[start:end]
    return suffix in _groups() and not (suffix in not_after and not_after[suffix].match(text, end))


@cache
def _groups() -> dict[str, str]:
    return {r[0]: r[1] for r in rows("body_suffixes.tsv", 2)}


@cache
def named_bodies() -> dict[str, tuple[str, str]]:
    """Bodies without a place in their name: any of their names → (full name, class)."""
    table: dict[str, tuple[str, str]] = {}
    for row in rows("bodies.tsv", 2):
        for name in (row[0], *(row[2].split("|") if len(row) > 2 and row[2] else ())):
            table[name] = (row[0], row[1])
    return table


@cache
def foreign_bodies() -> tuple[re.Pattern[str], dict[str, str]]:
    """The organs and forces of other countries (俄罗斯外交部, 美国务院, 德军); the class of each organ."""
    organs = {r[0]: r[1] for r in rows("state_organs.tsv", 2)}
    table = rows("countries.tsv", 2)
    state = "(?:(?:阿拉伯|人民|联邦|民主|伊斯兰|社会主义|多民族)*(?:共和国|王国|公国|酋长国|合众国|联邦))?"
    mission = "总领事馆|总领馆|大使馆|使馆|领事馆|领馆"
    country, short = alternation(r[0] for r in table), "[" + "".join(r[1] for r in table) + "]"
    organ = alternation(organs)
    long_organ = alternation(o for o in organs if len(o) > 2)
    forces = "军(?![事队方人官火力衔舰机工车民委区阀中法校演售备国警])"
    return (
        re.compile(
            f"(?:(?:{country}{state}|中国|中华人民共和国)?驻[一-鿿]{{1,8}}?(?:{mission})"
            f"|(?<!驻){country}{state}(?:(?P<organ>{organ})|{forces})|(?<![一-鿿]){short}(?P<short>{long_organ})|(?<!驻){short}{forces})(?!长|(?<=部)(?:[门落队]|分(?![管别])))"
        ),
        organs,
    )


def named_in(text: str) -> Iterator[tuple[int, int]]:
    """Where a text names bodies of the national list, by any of their names."""
    table = named_bodies()
    for start, end in _named().find_in_page(text):
        name, before = text[start:end], text[start - 1 : start]
        is_company = table[name][1] == "Company"
        if is_company and name[-1] == "航" and text[end : end + 1] in tuple("班楼"):
            continue  # 海航班
        if is_company and end - start < 4 and name[-1] != "航" and (before == "·" or _PRODUCT.match(text, end)):
            continue  # 尼古拉·特斯拉, 波音737
        if (
            name in _BANKS
            and before
            and "一" <= before <= "鿿"
            and before not in "、和与向在由从及对据是到为地县市省家"
        ):
            continue  # 黔中行
        if name[-1] == "军" and text.startswith(_NAMED_AFTER_ARMIES, end):
            continue
        if (is_company or name[-1] == "军") and end - start == 2 and before in _surnames():
            continue  # 张国军
        yield start, end


_BANKS = frozenset(("中行", "农行", "工行", "建行", "交行"))
_NAMED_AFTER_ARMIES = ("城", "桥", "路", "街", "村", "渡", "岩", "后代", "后裔", "故事", "精神")  # 红军桥
# What bears the name of a company and is none: 波音737, 腾讯新闻.
_PRODUCT = re.compile(
    "[0-9A-Z]|教育|新闻|微博|视频|音乐|游戏|地图|百科|课堂|会议|体育|财经|娱乐|公益|手机|电脑|疫苗|乐园|网(?!络)|号(?![召称令码])|云(?!南)"
)


@cache
def _surnames() -> frozenset[str]:
    """The more frequent surnames, but those that rather join or lead to the next word."""
    frequent = (r[0] for r in rows("surnames.tsv", 3) if len(r[0]) == 1 and r[2] in "12")
    return frozenset(frequent) - frozenset("万和于同从向由但都连全应能自为与及对成")


def with_country(text: str, start: int) -> int:
    """Where the name of a company begins at whose head stands the country that it comes from: 德国某某公司."""
    countries = words("countries.tsv")
    return next((start - n for n in range(2, 6) if n <= start and text[start - n : start] in countries), start)


@cache
def _named() -> PageWords:
    return PageWords(named_bodies())


def foreign_in(text: str) -> Iterator[re.Match[str]]:
    """The organs and forces of other countries that a text names."""
    return matches_at(foreign_bodies()[0], _foreign_beginnings().places(text), text)


@cache
def _foreign_beginnings() -> Beginnings:
    table, organs = rows("countries.tsv", 2), words("state_organs.tsv")
    short = (c + o[0] for r in table for c in r[1] for o in (*organs, "军"))
    return Beginnings([*(r[0] for r in table), *short, "中国", "中华", "驻"])


def full_name(name: str) -> str:
    """The full name of a body of the national list (中科院 → 中国科学院); any other name as it is."""
    known = named_bodies().get(name)
    return known[0] if known else name


@cache
def field() -> re.Pattern[str]:
    """One field of administration: 教育, 人力资源和社会保障."""
    return re.compile(alternation(words("department_roots.tsv")))


@cache
def joined_fields() -> tuple[tuple[str, int], ...]:
    """The fields whose name holds a 和 or its like, and where in it: (人力资源和社会保障, 4), (教育暨青年, 2)."""
    return tuple((r, i) for r in sorted(words("department_roots.tsv")) for i, c in enumerate(r) if c in "和及与暨")


@cache
def fields_at_end() -> re.Pattern[str]:
    """One field or several, joined, at the end of a text: 文化和旅游."""
    root = alternation(words("department_roots.tsv"))
    return re.compile(rf"{root}(?:[和与、及暨]?{root}){{0,3}}\Z")


_DEPARTMENT_END = re.compile(
    r"(?:厅|局|委员会|委|办公室|办|教委|人民政府|政府|管委会|工委|政协|人大|人大常委会|纪委|署)\Z"
)


def is_department(name: str) -> bool:
    """Whether a name without its place is that of a local department or organ: 教育局, 教委, 人民政府."""
    end = _DEPARTMENT_END.search(name)
    return end is not None and (
        (
            end.group() in ("政府", "人民政府", "管委会", "政协", "人大", "人大常委会", "纪委", "教委")
            and end.start() == 0
        )
        or bool(fields_at_end().fullmatch(name[: end.start()]))
        or name in ("教委", "委教育工委")
    )


# Bodies that departments are for.
_FOR_KINDS_OF_SCHOOL = frozenset(("实验室", "学校", "企业", "公司", "校企"))
_FOR_KINDS = _FOR_KINDS_OF_SCHOOL | {
    "博物馆", "图书馆", "文化馆", "美术馆", "档案馆", "纪念馆", "高校", "高等学校", "中小学", "中学", "小学", "幼儿园", "职业学校", "医院", "医疗机构", "社团",
    "社会组织", "基金会", "出版社", "银行", "协会", "商会", "学会", "企事业单位", "合作社", "农场", "林场",
}  # fmt: skip


def is_served(kind: str, of_government: bool) -> bool:
    """Whether a department of a government, or of any other body, may be there for bodies of a kind (博物馆与社会文物司)."""
    return kind in (_FOR_KINDS if of_government else _FOR_KINDS_OF_SCHOOL)
