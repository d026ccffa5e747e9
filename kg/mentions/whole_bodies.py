"""Bodies whose names are found as a whole, since they end in no word of their own: journals, parties' branches, institutes."""

import re
from collections.abc import Iterator
from functools import cache

from kg.mentions.body import Body
from kg.mentions.lexicon import PageWords, alternation, words
from kg.text.scan import holds

# The other parties have committees of their own: 民建省委, 民革四川省委会.
PARTIES = ("民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社", "台盟")
# 民进江海省委会, 九三学社某市委员会, 民盟某大学总支
_PARTY_BRANCH = re.compile(
    "(?:民革|民盟|民建|民进|农工党|致公党|九三学社|台盟)(?!中央)[一-鿿]{2,12}?(?:[省市区县州]委会|委员会|工委会|总支(?:部委员会)?|支部(?:委员会)?)(?![书常委成])"
    "|共青团[一-鿿]{2,9}?[省市区县州旗盟]委员会"
)
_COMMITTEE = re.compile("会(?=(?:专职|常务|驻会)?副?(?:主委|秘书长)|机关|常委|委员)")
_FAR = 48  # characters of a list in which a party is named


def with_party(text: str, start: int, end: int) -> tuple[int, int, str]:
    """The committee at [start, end) with the name of the party right before it, and its class: 民建|省委|会."""
    start -= len(next(p for p in PARTIES if text.endswith(p, 0, start)))
    return start, end + text.startswith("会", end), "Organization"


def of_party(text: str, start: int, end: int) -> Body | None:
    """The committee of a party that a list names before, in words for one of the Communist Party: 民建中央副主席、重庆市委|会主委."""
    if not _COMMITTEE.match(text, end):
        return None
    left = max(start - _FAR, text.rfind("。", 0, start), 0)
    _, party = max((text.rfind(p, left, start), p) for p in PARTIES)
    return Body(start, end + 1, text[start : end + 1], "Organization", place=party if party in text[left:start] else "")


# The house that makes a journal or a book: 《某某》编辑部; the journal itself where it holds something: 《某某》杂志、某县教育局承办.
_JOURNAL = re.compile(
    "《[^《》\\n]{1,20}》(?:编辑部|杂志社|编委会|编辑委员会|期刊社|报社|杂志(?=主办|承办|协办|联合|、[一-鿿]{4,20}(?:主办|承办|协办|、)|(?:执行|副)*(?:主编|总编|社长)))"
)
# The divisions and regiments of the corps of Xinjiang.
_CORPS = re.compile(
    "(?:新疆生产建设)?兵团第?[一二三四五六七八九十]{1,3}师(?:[一二三四五六七八九十\\d]{1,4}团)?(?![生资范傅])"
)
_CORPS_NUMBER = re.compile("第(?=[一二三四五六七八九十]{1,2}师)")
# 第一师阿拉尔市党委: a division of the corps and its city are one.
_CORPS_CITY = re.compile(
    "(?:(?:新疆生产建设)?兵团)?第(?:十[一二三四]?|[一二三四五六七八九])师(?:阿拉尔|铁门关|图木舒克|可克达拉|双河|五家渠|胡杨河|石河子|白杨|北屯|新星|昆玉)市(?:党委)?"
)
# 中铁五局, 中交二航局, 中建八局: the builders of the state by their numbers.
_BUILDERS = re.compile(
    "中(?:铁|交|建|冶|煤|核|水|国水电|国电建|国铁建|国中铁|国能建)第?[一二三四五六七八九十]{1,3}(?:航|公)?[局院冶](?![长部面限势促士子校落])(?:集团)?(?!有限)"
)
# 中央纪委国家监委驻教育部纪检监察组, 省纪委驻省卫生厅纪检组: those whom a commission for discipline stations at a body.
_STATIONED = re.compile(
    "(?:(?:中共)?中央纪委|中(?:共中央)?纪委|(?:(?![由从与和及])[一-鿿]){0,6}[省市区县州]纪委)(?:国家监委|[省市区县州]?监委|监察厅|监察局)?(?:派)?驻[一-鿿]{2,16}?(?:纪检监察组|纪检组|监察组)"
)
# FM103.8江海之声: stations of a place by the frequency before them.
_STATION = re.compile(
    "(?:(?:FM|AM|调频|中波) ?\\d{2,4}(?:\\.\\d{1,2})?|(?<!\\d)\\d{2,4}\\.\\d)(?:MHz|KHz|兆赫|千赫)? ?(?P<name>[一-鿿]{2,6}?之声)"
)
# 中船七〇三所, 兵器二〇一所: institutes of the arms and ship industries by their number.
_NUMBERED = re.compile(
    "(?:中船(?:重工|集团)?|中国船舶|兵器|中国兵器|航天|航空|中航|中核|电科|中国电科|核工业)第?(?:[一二三四五六七八九〇零]{2,4}|\\d{2,4})(?:研究)?[所院]"
)
# 中科院江海材料所, 中国农科院麻类所: an institute by its short name, told by a place at its head or a field of study.
_ACADEMY = re.compile(
    "中(?:国科学院|科院|国(?:社会|农业|医学|林业|水产|环境|中医)科学院|国(?:社|农|林)科院)(?!大学|研究生院|附属)"
    "(?P<rest>(?:(?![与和及的在等由对向将了是为院系于并给各到士有会从联、])[一-鿿]){2,9}?(?<!研究)(?<![分所院])[所院])(?![士属有谓得以需在受内])"
)
_FIELD = re.compile(
    "(?:物理|化学|力学|声学|光学|光机|光电|半导体|电子|计算|软件|自动化|动物|植物|微生物|生物|植保|蜜蜂|饲料|营养|灌溉|农机|环保|沼气|柑桔|甘薯|甜菜|橡胶|热作|兽药|牧药|经信|区划|都市|遗传|发育|地理|地质|地球|大气|理化|过程|材料|硅酸盐|金属|应化|化物|技物"
    "|药物|海洋|湖泊|土壤|生态|心理|天文|空间|能源|水稻|茶叶|蔬菜|作物|麻类|兽医|昆虫|法学|经济|哲学|历史|考古|语言|民族|社会|文学|信工|信息|数学|空天|先进|近代|加工|质标|环发|畜牧|牧医|资划|油料|棉花|果树|烟草|蚕业|草原|特产)[一-鿿]{0,3}[所院]\\Z"
)
_LOCAL = re.compile(
    "(?:光机|应化|应用化学|化物|化学物理|硅酸盐|有机|药物|微系统|技物|技术物理|精机|物构|稀土|金属|应物|应用物理|山地|地化|地质|海洋|湖泊|水生|植物|动物|煤化|近物|近代物理|盐湖|光电|生态|土壤)所(?![有长谓属在见需得能致示作做产含用受处占带])"
)
# 联合国某署驻华办事处; 中国某集团第38研究所
_OFFICE = re.compile(
    "驻(?:华|京|中国|[一-鿿]{2,4}?)(?:办事处|代表处|联络处)|第?(?:\\d{1,4}|[一二三四五六七八九十〇零]{1,5})(?:研究)?所(?!有|在|学)|第?[一二三四五六七八九十]{1,3}院(?![士长校])"
)


@cache
def _of_saint() -> re.Pattern[str]:
    """圣若瑟某某学校: schools and hospitals of churches under a saint, as Hong Kong and Macao write them."""
    return re.compile(
        f"(?:(?<![一-鿿])|(?<=[与和及同在由到为是有向]))圣{alternation(words('saints.tsv'))}"
        "(?:(?![与和及同在由到])[一-鿿]){0,8}?(?P<kind>书院|学校|中学|小学|女校|幼稚园|幼儿园|学院|大学|医院)"
    )


@cache
def _ministry() -> re.Pattern[str]:
    field = alternation(words("department_roots.tsv") | words("ministry_fields.tsv"))
    return re.compile(
        f"(?:共和国|王国|联邦)?(?:{field}[和与及、]?){{1,6}}(?:部|署|总署|总局)(?![长队门分级委落]|(?<=部)署)|(?:共和国|王国|联邦)?(?:{field}[和与及、]?){{2,6}}(?:局|委员会)(?![长部面])"
    )


@cache
def _countries() -> PageWords:
    return PageWords(words("countries.tsv"))


def whole_bodies(text: str) -> Iterator[tuple[int, int, str]]:
    """Where they stand, with the class of body: (start, end, class)."""
    for m in _PARTY_BRANCH.finditer(text):
        yield m.start(), m.end(), "Organization"
    for m in _JOURNAL.finditer(text):
        yield m.start(), m.end(), "Organization"
    for m in _BUILDERS.finditer(text):
        yield m.start(), m.end(), "Company"
    for m in _STATIONED.finditer(text) if "驻" in text else ():
        yield m.start(), m.end(), "PartyBody"
    for m in _STATION.finditer(text) if "之声" in text else ():
        yield *m.span("name"), "Organization"
    for m in _NUMBERED.finditer(text):
        yield m.start(), m.end(), "Organization"
    for m in _of_saint().finditer(text) if "圣" in text else ():
        yield m.start(), m.end(), "Organization" if m["kind"] == "医院" else "EducationInstitution"
    for m in _CORPS.finditer(text) if "兵团" in text else ():
        yield m.start(), m.end(), "GovernmentBody"
    for m in _CORPS_CITY.finditer(text) if _CORPS_NUMBER.search(text) else ():
        yield m.start(), m.end(), "PartyBody" if text[m.end() - 1] == "委" else "GovernmentBody"


def ministries(text: str) -> Iterator[tuple[int, int]]:
    """The ministries of other countries by their long names: 老挝教育与体育部."""
    if holds(text, ("部", "署", "局", "委员会")):
        for start, country in _countries().find_in_page(text):
            if (m := _ministry().match(text, country)) and text[start - 1 : start] != "驻":
                yield start, m.end()


def institutes(text: str) -> Iterator[tuple[int, int, int, bool]]:
    """Institutes of the academies by their short names: (start, end of the academy, end, whether the field tells it)."""
    if holds(text, ("科学院", "科院")):
        for m in _ACADEMY.finditer(text):
            yield m.start(), m.start("rest"), m.end(), _FIELD.search(m["rest"]) is not None


def local_institutes(text: str) -> Iterator[tuple[int, int, bool]]:
    """Institutes of the Academy by their place and field: where the field begins behind a place, where it ends (长春|光机所), and
    that it is no name without the place."""
    for m in _LOCAL.finditer(text) if "所" in text else ():
        yield m.start(), m.end(), False


# 江海省第九批援藏工作队, 中国（江海）第20批援塞拉利昂医疗队: those whom a place sends.
_SENT = re.compile(
    "(?P<nth>(?:第(?:[一二三四五六七八九十百]{1,4}|\\d{1,3})|首)[批期届](?:[省市县区])?)?(?:对口)?支?援(?:派|(?![助建外])(?:(?![的了与和及向在各第到入由队])[一-鿿]){1,9}?)"
    "(?:中国)?(?:医疗|教育|干部|人才|技术|专业|抗疫|救治){0,3}(?:工作队|工作组|医疗队|支教队|指挥部)"
)
_SENDS = re.compile("(?:中国（[一-鿿]{2,8}）|(?:(?<![一-鿿])|(?<=[我由与和及为是]))(?:自治区|[省市县区州]))\\Z")
_SENDS_LONG = 12  # characters


def sent_teams(text: str) -> Iterator[tuple[int, int, bool]]:
    """Teams that a place sends elsewhere: where what tells them begins, behind the place or its level, where the name ends, and
    whether it is a name without the place, too: by the number, or by the country that they are sent to."""
    for m in _SENT.finditer(text) if "援" in text else ():
        level = _SENDS.search(text, max(0, m.start() - _SENDS_LONG), m.start())
        abroad = _countries().begins(text, text.index("援", m.start()) + 1)
        yield level.start() if level else m.start(), m.end(), bool(level or m["nth"] or abroad)


def office(text: str, end: int) -> int | None:
    """Where the office or numbered institute ends that stands right behind a body's name."""
    m = _OFFICE.match(text, end)
    return m.end() if m else None
