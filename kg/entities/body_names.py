"""The full name of a body that goes by a short form: 中科院, 中国石化, 四川省政协, 某某师大, 某某附中."""

import re
from functools import cache

from kg.mentions.body_words import full_name
from kg.mentions.lexicon import alternation, rows, words

_STATE = "中华人民共和国"
_CONFERENCE = re.compile(r"中国人民政治协商会议(?P<place>[一-鿿]{2,14}?)委员会")
_TAXES = re.compile(r"国家税务总局(?P<local>[一-鿿]{2,20}税务局)")
_ATTACHED = re.compile(r"(?P<owner>[一-鿿]{2,12}?)(?:附属|附)(?P<kind>[中小])学?")
_CORPS, _CORPS_IN_FULL = "兵团", "新疆生产建设兵团"
_SHORTEST = 3  # characters: 重师大 may be of 重庆 and of others, 华东师大 is one
# The end of a university's name and what it stands for: only those that stand for one word.
_UNIVERSITIES = {
    "师大": "师范大学", "农大": "农业大学", "医大": "医科大学", "财大": "财经大学", "交大": "交通大学",
    "林大": "林业大学", "体大": "体育大学", "民大": "民族大学",
}  # fmt: skip
_PIONEERS = re.compile(r"(?:中国少年先锋队|少先队)(?P<place>[一-鿿]{2,14}?[省市区县州旗盟])工(?:作委员会|委)")
_POLICE = re.compile(r"(?P<city>[一-鿿]{2,8}市)公安局(?P<area>[一-鿿]{1,6}?)分局")
_EMBASSY = re.compile(
    r"(?:中国|中华人民共和国)驻(?P<where>[一-鿿]{1,8}?)(?P<mission>大使馆|使馆|总领事馆|总领馆)(?P<unit>[一-鿿]{2,6}处|)"
)
_HOSPITAL = re.compile(r"(?P<school>[一-鿿]{2,4})(?P<number>[一二三四五六七八])院")
_BRANCH = re.compile(r"(?P<bank>中行|工行|建行|农行|交行|招行|[一-鿿]{2}银行)(?P<branch>(?!总行)[一-鿿]{2,20}[分支]行)")
_LEAGUE = re.compile(r"(?:共青团|中国共产主义青年团|团)(?P<place>[一-鿿]{2,14}?[省市区县州旗盟])委(?:员会)?")


@cache
def _short_forms() -> dict[str, str]:
    return {name: row[0] for row in rows("body_short_forms.tsv", 2) for name in row[1].split("|")}


def standard_name(name: str) -> str:
    """The full name of a body of the public lists (中科院, 中国石化, 四川省政协); any other name as it is."""
    if name.startswith(_STATE) and len(name) > len(_STATE) + 1:
        rest = name[len(_STATE) :]
        if full_name(rest) != rest or rest in _ministries() or rest.endswith("海关"):
            name = rest
    if m := _EMBASSY.fullmatch(name):
        mission = "大使馆" if m["mission"] == "使馆" else m["mission"]
        name = f"中国驻{_states()[0].get(m['where'], m['where'])}{mission}{m['unit']}"
    if m := _states()[1].fullmatch(name):
        return _states()[0][m["short"]] + m["organ"]
    if m := _CONFERENCE.fullmatch(name):
        return "全国政协" if m["place"] == "全国" else m["place"] + "政协"
    if m := _LEAGUE.fullmatch(name):
        return f"共青团{m['place']}委"
    if m := _PIONEERS.fullmatch(name):
        return f"{m['place']}少工委"
    if m := _TAXES.fullmatch(name):
        return m["local"]
    if m := _POLICE.fullmatch(name):
        return f"{m['city']}{m['area']}公安分局"
    if m := _BRANCH.fullmatch(name):
        return full_name(m["bank"]) + m["branch"]
    if name.startswith(_CORPS) and len(name) > len(_CORPS) + 1:
        return _CORPS_IN_FULL + name[len(_CORPS) :]
    if m := _ATTACHED.fullmatch(name):
        name = f"{standard_name(m['owner'])}附属{m['kind']}学"
    if (m := _HOSPITAL.fullmatch(name)) and (school := _short_forms().get(m["school"], "")).endswith("大学"):
        return f"{school}附属第{m['number']}医院"
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
