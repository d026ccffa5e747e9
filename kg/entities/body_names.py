"""The full name of a body that goes by a short form: 中科院, 中国石化, 四川省政协, 某某师大, 某某附中."""

import re
from functools import cache

from kg.mentions.body_words import full_name
from kg.mentions.lexicon import alternation, rows, words

_STATE = "中华人民共和国"
_CONFERENCE = re.compile(r"中国人民政治协商会议(?P<place>[一-鿿]{2,14}?)委员会")
_TAXES = re.compile(r"国家税务总局(?P<local>[一-鿿]{2,20}税务局)")
_ATTACHED = re.compile(r"(?P<owner>[一-鿿]{2,12}?)(?:附属|附)(?P<kind>[中小])学?")
_SHORTEST = 3  # characters: 重师大 may be of 重庆 and of others, 华东师大 is one
# The end of a university's name and what it stands for: only those that stand for one word.
_UNIVERSITIES = {
    "师大": "师范大学", "农大": "农业大学", "医大": "医科大学", "财大": "财经大学", "交大": "交通大学",
    "林大": "林业大学", "体大": "体育大学", "民大": "民族大学",
}  # fmt: skip
_LEAGUE = re.compile(r"(?:共青团|中国共产主义青年团|团)(?P<place>[一-鿿]{2,14}?[省市区县州旗盟])委(?:员会)?")


@cache
def _short_forms() -> dict[str, str]:
    return {name: row[0] for row in rows("body_short_forms.tsv", 2) for name in row[1].split("|")}


def standard_name(name: str) -> str:
    """The full name of a body of the public lists (中科院, 中国石化, 四川省政协); any other name as it is."""
    if name.startswith(_STATE) and len(name) > len(_STATE) + 1:
        rest = name[len(_STATE) :]
        if full_name(rest) != rest or rest in _ministries():
            name = rest
    if m := _states()[1].fullmatch(name):
        return _states()[0][m["short"]] + m["organ"]
    if m := _CONFERENCE.fullmatch(name):
        return "全国政协" if m["place"] == "全国" else m["place"] + "政协"
    if m := _LEAGUE.fullmatch(name):
        return f"共青团{m['place']}委"
    if m := _TAXES.fullmatch(name):
        return m["local"]
    if m := _ATTACHED.fullmatch(name):
        name = f"{standard_name(m['owner'])}附属{m['kind']}学"
    if len(name) > _SHORTEST and (end := _UNIVERSITIES.get(name[-2:])):
        name = name[:-2] + end
    name = name.replace("非遗", "非物质文化遗产")
    short = _short_forms()
    return full_name(short.get(full_name(name), full_name(name)))


@cache
def _states() -> tuple[dict[str, str], re.Pattern[str], re.Pattern[str]]:
    """Countries by the one character that stands for them; 俄国防部; a name that begins with a country's."""
    table = rows("countries.tsv", 2)
    short = {row[1]: row[0] for row in table if row[1] and row[0] != "苏联"}
    organs = alternation(o for o in words("state_organs.tsv") if len(o) > 2)
    return (
        short,
        re.compile(f"(?P<short>[{''.join(short)}])(?P<organ>{organs})"),
        re.compile(f"{alternation(row[0] for row in table)}(?!族|人)"),
    )


def of_other_state(name: str) -> bool:
    """Whether a name begins with that of another country: 英国国家统计局."""
    return _states()[2].match(name) is not None


@cache
def _ministries() -> frozenset[str]:
    return frozenset(name for row in rows("bodies.tsv", 2) for name in (row[0], *"|".join(row[2:]).split("|")))
