"""Programmes that are read as a whole, each by a construction of its own.

Workshops abroad (泰国鲁班工坊), funds and plans of research at their level (省自然科学基金), aid by whole teams (“组团式”教育援藏), that of one province to another (苏陕协作),
what the state builds everywhere (国家…建设项目), campaigns of a place in one year (2023岭河市全民阅读活动), and contests and campaigns
under a motto with the year behind it (“乐享冰雪”2024年云岭省冰雪系列活动).
"""

import re
from collections.abc import Iterable
from functools import cache

from kg.mentions.bare_program import Named
from kg.mentions.body import Body
from kg.mentions.gazetteer import gazetteer
from kg.mentions.lexicon import alternation, rows
from kg.mentions.program_extent import nominal
from kg.mentions.program_words import contest_kinds, program_words
from kg.mentions.words import Words
from kg.text.scan import holds

_RESEARCH = re.compile(
    "(?:(?:自然|社会|哲学社会|软)科学|社科|自科|艺术|出版|文艺|杰出青年(?:科学)?|优秀青年(?:科学)?|青年科学)基金(?![会公委办管])|(?:重点研发|科技支撑)计划|科技重大专项"
)
_LEVEL = re.compile(
    "(?:国家|全国|自治区|兵团|教育部|(?<![一-鿿])[省市]|(?<=[和与及、由了得担获报请持行施展金开])[省市])\\Z"
)
_LEVELS_FROM = 8  # characters before a fund in which its level or place stands

_TEAMS = re.compile(
    "(?:国家乡村振兴重点帮扶县)?(?P<whom>(?:医疗|教育|干部|卫生|科技|医疗卫生|医疗教育|教育医疗)人才)?(?P<mark>“?)组团式(?P<close>”?)"
    "(?P<field>(?:医疗|教育|卫生|科技|农业|人才|干部|健康){0,2})(?P<aid>援[藏疆青川滇黔甘琼宁桂渝]|对口支援|帮扶|支援)"
    "(?![人医教干专队团组指前省市点双单的教队校]|卫生|科技)"
)
# 苏陕协作, 京蒙扶贫协作: the aid of one province to another, by one character of each.
_AID_OF_TWO = re.compile(
    "(?<![京津沪苏浙闽鲁粤辽])[京津沪苏浙闽鲁粤辽][蒙冀黔滇川渝桂藏青甘陕宁疆琼](?:东西部|扶贫|对口)?协作(?![区体组办会网社单“]|平台|机制|项目|章|关系|医院|学校)"
)
_STATE_BUILDS = re.compile("国家(?![级重])(?P<what>[一-鿿]{4,16}?)建设项目(?![组部办库]|单位|学校|名单|\\d)")
_RATED = re.compile("(?:重点|重大|示范|专项|投资|工程|产业|信息化|基本|基础设施)*")

_THEN = "(?=暨|(?:[开闭]幕|启动|闭幕|动员|总结)|在[一-鿿]{2,12}(?:启动|举[办行]|开幕))"
_CAMPAIGN = re.compile(
    f"20\\d\\d年?度?(?P<name>[一-鿿]{{2,10}}?[一-鿿]{{4,16}}?活动(?![周月日年季中室])(?:（[一-鿿]{{2,6}}）)?){_THEN}"
)
_NATION = re.compile("中国|全国")
_STAGE = re.compile("(?:[主分]会场|仪式|庆祝|纪念|新闻发布)")
OF_NOTICE = "programme of a notice"
# 《关于组织实施某某项目的通知》
_CARRIED_BY_TITLE = re.compile(
    "《关于(?:组织|开展|做好)?(?:实施|启动|推进)(?:20\\d\\d年?度?)?(?P<name>[一-鿿“”\\d]{4,30}?(?:项目|计划|工程|行动|专项))的?(?:工作)?的(?:通知|意见)》"
)
# “某某计划”——2015年偏远地区农村校长助力工程: of the one, in a year, the other.
_UNDER = re.compile(
    "(?:”|（20\\d\\d年?）)[—－]{1,2}(?:20\\d\\d年?)(?P<name>[一-鿿]{6,24}?(?:工程|计划|行动))(?![部办组师院学])"
)


@cache
def _workshops() -> re.Pattern[str]:
    countries = alternation(r[0] for r in rows("countries.tsv", 2))
    return re.compile(countries + alternation(program_words("abroad")))


@cache
def _mottos() -> re.Pattern[str]:
    kind = f"(?:{contest_kinds()}|(?:系列|主题)活动|运动会)"
    return re.compile(
        "“[^“”，；：。！？\\n]{4,24}”20\\d\\d(?:[—－-]20\\d\\d)?年?度?(?P<what>[一-鿿]{2,34}?"
        f"{kind})(?![员议季周月赛])"
    )


@cache
def _leagues() -> re.Pattern[str]:
    return re.compile(f"20\\d\\d年?“[^“”，；：。！？\\n]{{2,12}}”暨(?P<what>[一-鿿]{{4,30}}?{contest_kinds()})")


def whole_programs(text: str, cut: Words) -> list[Named]:
    """The programmes of a text that such a construction names, in order of the constructions."""
    abroad = _workshops().finditer(text) if holds(text, program_words("abroad")) else ()
    found = [Named(*m.span(), m.group(), "workshop abroad") for m in abroad]
    for m in _RESEARCH.finditer(text) if holds(text, ("基金", "研发计划", "支撑计划", "重大专项")) else ():
        start = _level(text, m.start())
        if start < m.start():
            found.append(Named(start, m.end(), text[start : m.end()], "fund of a level"))
    for m in _TEAMS.finditer(text) if "组团式" in text else ():
        if (
            (m["field"] or m["mark"])
            and bool(m["mark"]) == bool(m["close"])
            and (m["field"] or m["whom"] or m["aid"][0] == "援")
        ):
            found.append(Named(*m.span(), m.group(), "aid by teams"))
    found += [Named(*m.span(), m.group(), "aid of a province") for m in _AID_OF_TWO.finditer(text)]
    for m in _STATE_BUILDS.finditer(text) if "建设项目" in text else ():
        if not _RATED.fullmatch(m["what"]) and nominal(cut, *m.span("what")):
            found.append(Named(*m.span(), m.group(), "what the state builds"))
    for m in _CAMPAIGN.finditer(text) if "活动" in text else ():
        start = m.start("name")
        rest = _behind_place(text, start, m.end())
        if rest > start and _is_plain(cut, rest, m.end()) and not _STAGE.search(text, start, m.end()):
            start -= 4 * (start == m.start() + 4)  # 2023中国…对接活动（岭河）
            found.append(Named(start, m.end(), text[start : m.end()], "campaign of a year"))
    for m in _CARRIED_BY_TITLE.finditer(text) if "《关于" in text else ():
        found.append(Named(*m.span("name"), m["name"], OF_NOTICE))
    for m in _UNDER.finditer(text) if "—" in text else ():
        if _is_plain(cut, *m.span("name")):
            found.append(Named(*m.span("name"), m["name"], "programme under another"))
    for m in _mottos().finditer(text) if "”20" in text else ():
        start = m.start("what")
        if _behind_place(text, start, m.end()) > start:
            found.append(Named(m.start(), m.end(), m.group(), "motto and year"))
    for m in _leagues().finditer(text) if "”暨" in text else ():
        start = text.index("“", m.start())
        if nominal(cut, m.start("what"), m.end()):
            found.append(Named(start, m.end(), text[start : m.end()], "contest of two leagues"))
    return found


def _is_plain(cut: Words, start: int, end: int) -> bool:
    """Whether nouns and verbs alone stand in [start, end), as in 产业转移发展对接活动, whatever the segmenter takes them for."""
    first, last = cut.at(start), cut.at(end - 1)
    return not any(tag[0] in "pucry" for tag in cut.tags[first : last + 1])


def _level(text: str, end: int) -> int:
    """Where the level or the place before a fund begins, `end` if there is none."""
    low = max(0, end - _LEVELS_FROM)
    hits = gazetteer().find(text[low:end])
    if hits and hits[-1].end == end - low:
        return low + hits[-1].start
    level = _LEVEL.search(text, low, end)
    return level.start() if level else end


def _behind_place(text: str, start: int, end: int) -> int:
    """Where what stands behind the place or the country at `start` begins; `start` itself where none stands there."""
    if nation := _NATION.match(text, start, end):
        return nation.end()
    hits = gazetteer().find(text[start:end])
    return start + hits[0].end if hits and hits[0].start == 0 else start


# 某某中学二期项目, 某某实验室科技专项
_OF_BODY = re.compile("(?:[一二三四]期(?:建设|扩建|改造|迁建)?(?:项目|工程)|科技专项)(?![部办组款资])")


def programs_of_bodies(text: str, bodies: Iterable[Body]) -> list[Named]:
    """The works in stages and the research that stand right behind the name of the body that they are of."""
    return [
        Named(b.start, m.end(), text[b.start : m.end()], "works of a body")
        for b in bodies
        if (m := _OF_BODY.match(text, b.end)) is not None
    ]
