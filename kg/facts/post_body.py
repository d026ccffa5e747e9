"""Where a post is held when no name of a body stands right before it: a department, 我校, a place, the page's own school."""

import re
from functools import cache

from kg.facts.levels import of_level
from kg.mentions.body_words import fields_at_end, stops
from kg.mentions.colleges import is_of_field
from kg.mentions.found import Found
from kg.mentions.gazetteer import Hit, gazetteer
from kg.mentions.lexicon import alternation, words
from kg.mentions.title import Title

# The head of a place's government is a post of the place: 市长 after 江海市委副书记 is not held in the committee.
PLACE_HEAD = re.compile(
    r"(?:常务|执行|代理?)?副?(?:省长|市长|区长|县长|州长|旗长|盟长|镇长|乡长|自治区主席|行政长官)(?:助理|候选人)?\Z"
)
# The place of its organs and of their departments: 永济市 of 永济市委组织部.
_PLACE_OF = re.compile(
    r"^(?:中共)?(?P<place>.{1,40}?)(?:党?委(?:员会)?|人大常委会|人大|政协|人民政府|政府|行署|行政公署)(?:[一-鿿]{2,12}(?:部|办公室|办|委))?\Z"
)
_RULING = ("政府", "行署", "行政公署")
_LEVELS = "省市区县旗州镇乡"
_UNIT = re.compile(
    r"教育集团\Z|(?!各|多|有关|相关|国有|民营|知名|大型|上市|该|本|两|双方|我)[一-鿿]{2,12}集团\Z|[一-鿿（）]{1,18}(?:(?<!干)部|(?<!公)司|(?<![该本总分支子属团])公司(?<=[一-鿿]{6})|[分支子]公司|处|(?<!学)科|(?<!控)股|室|(?<![家出开])庭|(?<!我)办|办公室|办公厅|中心|院|系|所|局|组|站|馆|病区|委员会|[执组管评筹]委会|理事会|监事会|[技科侨文作]协|协会|学会|研究会|联合会|商会|促进会|支部|总支|[诗报联分支旅]社|职?教育?社|出版社|杂志社|合作社|村|社区|街道|大队|支队|中队)\Z"
    r"|(?:第[一-鿿\d]{1,4}批)?[一-鿿]{2,14}(?:服务团|工作队|讲师团|医疗队)\Z|(?:理事会|监事会|董事会|校董会)\Z|[一-鿿]{2,14}联席会议\Z"
    r"|[一-鿿]{2,14}(?:代表|考察|访问|参访|慰问|交流|参观|采访|宣讲|调研|经贸|镇长|服务)团\Z"
    r"|[一-鿿]{0,8}(?:侨|监|监察|提案|文卫|文卫体|法制|经济|农业|农|科|体|教)委\Z"
    r"|[一-鿿]{0,8}(?:工会|团委|学生会|校友会|妇委会|妇联|经审会|女职委|女职委会)\Z"
)
_ZONE = re.compile(
    "(?!各|全(?![州椒南])|该|本(?!溪)|两(?!当)|有关|相关)[一-鿿]{2,12}(?:集中区|集聚区|高新区|经开区|开发区|保税区|度假区|旅游区|风景区|景区|植物园|动物园|海洋公园|湿地公园|森林公园|地质公园|国家公园|新区|工业园区|产业园区)"
)
_HEADS_ZONE = (
    "主任", "副主任", "常务副主任", "党工委", "管委会", "总工程师", "总规划师", "总经济师", "总会计师", "党委", "党总支", "园长", "副园长", "董事长",
    "总经理",
)  # fmt: skip
_JOINS_TO = frozenset("与和同率及偕携")
_INTRODUCED = re.compile(
    "(?:(?<=[一-鿿][和与及])(?=我校)|成员(?:还|主要)?有|包括|还有)(?P<unit>[一-鿿]{2,14}(?:办公室|部|处|科|中心|院|系|所|馆))\\Z"
)
_HEADS = ("长", "书记", "主任", "主席", "总裁", "经理")
_OF_HEADS = re.compile("[办辧]|室|处|部|助理|会|联|委|团")  # 校长办公室, 书记处
_OF_MACAO = re.compile("[一-鿿]{2,16}厅")  # parts of bureaus: 教育研究暨资源厅
# What may follow the name of a body and is part of it.
_DEPARTMENT = re.compile(
    "(?:(?!的)[一-鿿]){0,12}(?:主席团|理事会|董事会)|工会|团委|(?:(?!的|[我本]校|包括|还有)[一-鿿]){1,12}(?:部|司|处|科|(?<!控)股|室|(?<![家出开])庭|办|办公室|中心|院|系|所|局|站|馆|委|委员会)"
)
# 集团 of 某某集团有限责任公司
_GROUP = re.compile("集团(?:(?:有限|股份|责任|控股)*公司)?\\Z")
_INSIDE_BODY = 40  # characters of a body with its department
_TWO_UNITS = re.compile(r"(?:^.?|[部司处科室院系所局组长员])(?<!实验室)[与和]")
# 统战部长 is the head of the 统战部: the last character of the unit is the first one of the title.
FUSED = re.compile(
    r"(?:组织|宣传|统战|武装|人武|人事|教务|学生|学工|财务|后勤|科研|保卫|招生|总务|政教|德育|信访|督查)\Z"
)
SELF = ("我校", "学校", "该校", "我院", "学院", "本校", "本院", "校", "院")
OWN = ("我校", "我院", "本校", "本院")
_LONGEST_UNIT = 18  # characters
_SHORTEST_UNIT = 2
_ORIGINAL = frozenset("子料油则告创煤木平阳州种")  # 原子能所
# A department with the institution before it.
_INSIDE = re.compile(r"(.{2,20}?(?:大学|学院|学校|中学|医院|研究院|集团|公司|法院))[一-鿿]{2,14}[部司处科股室庭]\Z")
# A committee whose members head parts of the whole.
_COMMITTEE_IN = re.compile(
    "(?P<whole>.+[法察]院)(?:审判|检察)委员会|(?P<school>.+(?:大学|学院))(?:校务|院务|学术|学位|学位评定|教学|教学指导)委员会"
)
# A committee of a congress or a consultative conference.
_COMMITTEE_OF = re.compile("(.{1,20}?(?:政协|人大常委会|人大))[一-鿿]{2,12}委(?:员会)?")
# 中国某某节组织指导委员会办公室: of the whole country, and longer than any department.
_OF_NATION = re.compile(
    "(?<![一-鿿])(?:中国|全国|国家|中央|国务院)[一-鿿]{4,22}(?:委员会|领导小组|工作组|组委会|联席会议|专家组)(?:办公室|秘书处)?\\Z"
)
_LONGEST_NATIONAL = 32
# No department of the body before.
STANDS_ALONE = (
    "社", "村", "社区", "街道", "大队", "支队", "中队", "服务团", "工作队", "讲师团", "医疗队", "代表团", "考察团", "访问团",
    "镇长团", "参访团", "慰问团", "交流团", "集中区", "集聚区", "高新区", "经开区", "开发区", "保税区", "度假区", "旅游区", "景区", "植物园", "动物园", "公园",
    "新区", "园区",
)  # fmt: skip
# The words by which somebody comes to a post: 甲担任某部部长, 聘任乙为某中心主任.
APPOINTED = re.compile(
    "(?:担任|兼任|出任|就任|当选为?|推选为|选为|聘为|聘任为|任命为|[聘任](?=[^聘任命]{2,12}$)|(?<![作成称行因人者宾他她们])为)"
)
# 集团董事长, 医院院长: a body under the word for its kind alone.
GENERIC = re.compile(
    "(?:\\A|(?<=[，。；：、！？\n （）“”和及与为任由是选到受]))(?P<word>(?:总|该|本)?公司|(?:该|本)?(?:集团|医院|协会|学会|商会|研究院|研究所|研究会|实验室|联合体|共同体|促进会|联合会|校友会|中心|基金会|(?:高校|教育|职教|职业教育|产业|大学)?联盟|银行|报社|分会|专委会|专业委员会|大会|论坛|年会))\\Z"
)
# 据招生就业处处长…介绍, 由组织部部长…主持
_OF_BRACKET = re.compile("[部处科室办]\\Z|办公室\\Z|中心\\Z")
_LEADS = re.compile(
    "以及|带领|[和及与据由请率偕携]|经(?![济管贸营费信发开办审])|对(?![外口台])|向(?!阳)"
    "|(?:[中外双各]方|成员|来宾|嘉宾|代表|领导|其中|(?:出席|参加|与会|到会|列席|陪同|见证)[一-鿿]{0,6}?的)(?:还|主要|分别)?(?:有|包括)"
    "|有(?![色机限研])(?=[一-鿿]{2})"
)
_OURS_ALONE = ("我司", "本司", "我部", "本部", "我处", "本处")
UNIT_ENDS = frozenset("部司处科股室办")
_TOWN = re.compile("(?:\\A|[、，。；：和与及由\n])(?P<town>(?:(?!由)[一-鿿]){2,8}[镇乡])\\Z")
_NAMED_PLACE = re.compile("[一-鿿]{2,12}[省市县州区]\\Z")


_SEATS = ("常委", "委员")  # what somebody is beside the head of a unit


@cache
def _introduction() -> re.Pattern[str]:
    """What may introduce a body and is no part of its name: 牵头单位."""
    return re.compile(alternation(w for w in words("leading_words.tsv") if len(w) > 2))


def body_start(found: Found, position: int) -> int:
    """Where the body or the department begins that stands right before a post at `position`, or `position`."""
    body = found.bodies_ending.get(position)
    return body.start if body is not None else unit_start(found, position)


def unit_start(found: Found, position: int) -> int:
    """Where a department that no body stands before begins (职教处 in …、职教处副处长), or `position`."""
    text = found.page.text
    if text[position - 1 : position] == "）":  # 发展规划处（产教融合处）处长
        position = max(text.rfind("（", max(0, position - 14), position), 0) or position
    start = position
    if text[position : position + 2] in ("部长", "处长") and (
        fused := FUSED.search(text, max(0, position - 4), position)
    ):
        body = found.bodies_ending.get(fused.start())
        return body.start if body is not None else fused.start()
    least = found.last_person_before(position)
    if text.startswith(HEADS_OF_UNITS, position) and (unit := _shared_unit(found, position, least)) is not None:
        return unit
    start = _after_mark(text, position, max(least, position - _LONGEST_UNIT - 1))
    if text[start - 1 : start] == "）" and _OF_BRACKET.match(text, start, position):  # 校监（职成）处
        opened = text.rfind("（", max(least, start - 10), start)
        start = _after_mark(text, opened, max(least, position - _LONGEST_UNIT)) if opened > 0 else start
    also = text.rfind("兼", start, position)
    if also > 0 and any(t.end == also for t in found.title_before(also)):
        start = also + 1  # 副秘书长兼某委员会秘书长
    joined = [p.end + 1 for p in found.people_index.within(start, position) if text[p.end] in _JOINS_TO]
    start = max([start, *joined])  # 甲与|某国高等教育部部长
    if (seat := max((t.end for t in found.title_before(position) if t.text.endswith(_SEATS)), default=0)) > start:
        start = seat  # 党委常委|组织部部长
    if (own := _INTRODUCED.search(text, max(start, position - _LONGEST_UNIT), position)) is not None:
        return own.start("unit")  # 某市外办负责同志和|我校合作发展办公室主任, 某大学代表团成员包括|港澳台办公室主任
    if position - start > _LONGEST_UNIT:
        if (whole := _OF_NATION.search(text, max(least, position - _LONGEST_NATIONAL), position)) is not None:
            return whole.start()
        return _after_body(found, position)
    if made := APPOINTED.search(text, start, position):
        start = made.end()
    if lead := _introduction().match(text, start, position):
        start = lead.end()
    if lead := _LEADS.match(text, start, position):
        start = lead.end()
    start = max(start, *(text.rfind(own, start, position) for own in OWN))  # 选派|我院肾病科
    if (by := text.rfind("由", start, position)) >= 0 and position - by > _SHORTEST_UNIT:
        start = by + 1  # 仪式由校友办主任…主持
    if text[start - 1 : start] == "）" and (firm := next(iter(found.body_index.around(start, start + 1)), None)):
        return firm.start if firm.end < position else start  # 某某（广东）有限公司|交通事业部
    if _WITH.match(text, start, position):
        start += 1  # 甲同|南博集团董事
    if text[start] == "原" and text[start + 1 : start + 2] not in _ORIGINAL and start < position:
        start += 1  # 原国务院外事办公室主任
    before = next(iter(found.title_before(position)), None)
    if before and start < before.start and before.text.endswith(_HEADS) and not _OF_HEADS.match(text, before.end):
        return position  # 甲局局长某率办公室|主任
    if term := _TERM.match(text, start, position):
        start = term.end()  # 十三届|全国政协社会和法制委员会
    name = text[start:position]
    if name in _OURS_ALONE:
        return position  # 我司|副总经理
    if text.startswith(_HEADS_ZONE, position) and _ZONE.fullmatch(name):
        return start  # 江南产业集中区|主任
    is_unit = _UNIT.fullmatch(name) or (_OF_MACAO.fullmatch(name) and "澳门" in text)
    if is_unit and not re.search(r"[的由在是了]", name) and not _TWO_UNITS.search(name):
        return start
    return _after_body(found, position)


_WITH = re.compile("同(?![济仁方煤心安文德江盟乡学])[一-鿿]{3}")
_TERM = re.compile("第?[一二三四五六七八九十]{1,3}届(?=全国|[一-鿿]{0,8}[省市区县州旗盟])")
# 省教育厅高教|处长: the last character of the office is the first one of its head's title.
HEADS_OF_UNITS = ("处长", "科长", "股长", "司长")
_SHARED_UNIT = re.compile("(?:(?![的在由于了为任是某各])[一-鿿]){2,12}(?<![副正部司处科股室办站队所院校中心长原任时])")
_NO_NOUN = frozenset("pdrumycq")
_SAYS_HOW = ("a", "v")  # 年轻科长, 值班处长: what somebody is or does


def _shared_unit(found: Found, position: int, least: int) -> int | None:
    """Where the body begins, or else the office, that shares its last character with the title at a position."""
    text = found.page.text
    near = found.body_index.within(max(least, position - _INSIDE_BODY), position)
    if near and _SHARED_UNIT.fullmatch(text, near[-1].end, position):
        return near[-1].start
    start = _after_mark(text, position, max(least, position - _LONGEST_UNIT))
    if not _SHARED_UNIT.fullmatch(text, start, position) or (near and near[-1].end > start):
        return None
    tags = found.words.tags[found.words.at(start) : found.words.at(position - 1) + 1]
    alone = len(tags) == 1 and (tags[0] in _SAYS_HOW or text[start:position] in stops())
    return None if alone or any(tag[0] in _NO_NOUN for tag in tags) else start


def _after_mark(text: str, position: int, least: int) -> int:
    """Where the run of words begins that ends at a position."""
    while position > least and text[position - 1] not in "，。；：、！？\n （）“”":
        position -= 1
    return position


def _after_body(found: Found, position: int) -> int:
    """Where the body begins whose department ends at a position (由某某学院进修二部), or the position."""
    near = found.body_index.within(max(0, position - _INSIDE_BODY), position)
    body = near[-1] if near else None
    if body is None or any(
        t.start >= body.end and not found.page.text.startswith("资格", t.end) for t in found.title_before(position)
    ):
        return position  # a post stands between: 某基金会顾问甲和委员会
    return body.start if _DEPARTMENT.fullmatch(found.page.text, body.end, position) else position


def superior(found: Found, composed: dict[str, str], name: str | None) -> str | None:
    """The body that a department belongs to, any other body as it is: the next department in a list is its sister."""
    if name in composed:
        return composed[name]
    if name and name.endswith("政治局"):
        return name.removesuffix("政治局")  # 中共中央政治局委员、书记处书记
    if name and (committee := _COMMITTEE_IN.fullmatch(name)):
        return (
            committee["whole"] or committee["school"]
        )  # 某法院审判委员会委员、民事审判庭庭长; 某大学校务委员会副主任、某某中心主任
    if name and (committee := _COMMITTEE_OF.fullmatch(name)):
        return committee[1]
    if name is None or name[-1] not in "部司处科股室庭":
        return name
    inside = _INSIDE.match(name)
    return found.superiors.get(name) or (inside[1] if inside else name)


def pronoun_at(found: Found, edge: int) -> str | None:
    """The word for the page's own school that stands at a title: 我校, 学校, not the end of a name (管理学院)."""
    text = found.page.text
    if not text.endswith(SELF, 0, edge):
        return None
    word = next(w for w in SELF if text.endswith(w, 0, edge))
    start = edge - len(word)
    clear = start == 0 or not "一" <= text[start - 1] <= "鿿" or text[start - 1] in "届率" or word in OWN
    if clear or (start in found.words.boundaries and found.words.tags[found.words.at(start - 1)][0] in "vpcud"):
        before = found.words.at(start - 1)
        if found.words.tags[before] == "vn" or found.words.word(before) in words("name_verbs.tsv"):
            return None  # 管理学院, 智能制造学院
        return word
    return None


def named_so(found: Found, word: str, position: int) -> str | None:
    """The body that 集团 or 医院 at a position means: the last one shortly before it whose name ends so."""
    kind = word.lstrip("该本总")
    near = found.body_index.within(found.paragraph_start(position, 1), position)
    if kind == "集团":
        return next((found.body_name(b) for b in reversed(near) if _GROUP.search(b.text) and b.text != kind), None)
    if kind.endswith("联盟") and not any(b.text.endswith(kind) and b.text != kind for b in near):
        kind = "联盟"
    alike = [b for b in near if b.text.endswith(kind) and b.text != kind]
    told = [b for b in alike if b.end not in found.title_at]  # of which the text tells, not only somebody's who came
    here = found.body_name((told or alike)[-1]) if alike else None
    if here is None:  # 被推举为联盟理事长, where the page names one
        named = found.groups.get(kind, frozenset())
        here = next(iter(named)) if len(named) == 1 else None
    return here


def is_headed(school: str | None, title: Title) -> bool:
    """Whether a title that names no body is one of the page's own school: 校长 or 党委书记 of any, 院长 of a college."""
    if school is None:
        return False
    if title.text.endswith("院长"):
        return school.endswith("院")
    if title.text.endswith(("校长", "党委委员", "党委常委", "纪委书记")) and is_of_field(school):
        return False  # 副校长 on the page of a college: of its university
    if title.text.endswith(("党支部书记", "党总支书记")) and school.endswith(
        ("小学", "中学", "学校", "幼儿园", "高中")
    ):
        return True
    return title.text.endswith(
        ("校长", "校长助理", "党委书记", "党委副书记", "党委委员", "党委常委", "纪委书记", "教务长", "总会计师")
    ) or (title.group == "education" and title.text.endswith("书记"))


def government(place: str) -> str:
    """青岭县人民政府; those of the two special regions are called 政府."""
    return place + ("政府" if place.endswith(("特别行政区", "特区")) else "人民政府")


def government_of(found: Found, title: Title, body: str | None) -> str | None:
    """The government that a 市长 heads: 江海市人民政府 after 江海市委副书记 or after the place; the body itself where it is one."""
    text = found.page.text
    level = title.text.removesuffix("助理").removesuffix("候选人")[-2:-1]
    if (
        body
        and (m := _PLACE_OF.match(body))
        and m["place"][-1] in "省市区县州旗盟镇乡"  # none is 某省卫生健康 of its 委
        and (m["place"][-1] == level or level not in _LEVELS)
    ):
        place = re.sub(r"([市区县旗])\1\Z", r"\1", m["place"])  # 寿县县委
        return body if body.endswith(_RULING) else government(place)
    hits = gazetteer().find(text[max(0, title.start - 14) : title.start])
    if hits and hits[-1].end == min(14, title.start):
        named = text[max(0, title.start - 14) + hits[-1].start : title.start]
        whole = named + text[title.start]  # 五大连池市长: one 市 for both
        if any(whole.endswith(d.name) for d in hits[-1].divisions):
            return government(whole)
        headed = [d for d in hits[-1].divisions if d.name[-1] == level] if named in gazetteer().short else []
        if len(headed) == 1:  # 陕西副省长
            return government(found.resolver.divisions.called(headed[0]))
        return government(named)
    if (
        level
        and text[title.start - 1 : title.start] == level
        and (name := _NAMED_PLACE.search(text, _after_others(found, title.start), title.start))
        and not name.group().startswith("自治")
    ):
        return name.group()  # a division of another country
    if level and level in "镇乡" and (town := _TOWN.search(text, max(0, title.start - 12), title.start)):
        return town["town"] + "人民政府"
    if level and level in "镇乡" and len(told := found.resolver.town_before(title.start, level)) > 1:
        return told + "人民政府"
    division = found.resolver.divisions.before(title.start, level) if level and level in "省市区县州" else None
    return government(found.resolver.divisions.called(division)) if division else None


def _after_others(found: Found, position: int) -> int:
    """Where a place abroad may begin that ends at a position: at its country, else behind the person before and what joins or
    leads to it."""
    least = max(0, position - 14, found.last_person_before(position))
    leads = [
        m.start() if m["country"] else m.end() for m in _leads_abroad().finditer(found.page.text, least, position - 2)
    ]
    return max(least, *leads) if leads else least


@cache
def _leads_abroad() -> re.Pattern[str]:
    return re.compile(
        f"(?P<country>{alternation(words('countries.tsv'))})|[和与及、同的了]|会[见晤]|接[见待]|拜[会访]|看望|陪同|邀请|介绍|欢迎|感谢"
    )


def fused_bureau(found: Found, position: int) -> tuple[int, str] | None:
    """The bureau whose last character is the first one of its head's title: 兰州市教育|局长, 省教育|厅长."""
    text = found.page.text
    field = fields_at_end().search(text, max(0, position - _LONGEST_UNIT), position)
    if field is None:
        return None
    start, hit = field.start(), region_ending(found, field.start())
    if hit is not None:
        start = hit.start
    elif start > 0 and text[start - 1] in _LEVELS:
        start -= 1
    name = text[start : position + 1]
    return start, (of_level(found, name, start) or found.resolver.full(name, start, "GovernmentBody"))


# Which bodies a title of this kind can be held in, where it stands without one.
_FITS = (
    ("校长", re.compile("[学校园院中小]\\Z|(?<!人)大\\Z|大学|教育集团|学部")),
    ("院长", re.compile("院\\Z|学部\\Z")),
    ("检察长", re.compile("检察院?\\Z")),
    ("厅长", re.compile("厅\\Z")),
    ("局长", re.compile("局\\Z|委\\Z")),
    ("会长", re.compile("(?<![司局厅处委部])\\Z(?<!政府)(?<!大学)(?<!学院)")),
    ("监事长", re.compile("(?<![司局厅处委部])\\Z(?<!政府)")),
    ("行长", re.compile("[行社]\\Z")),
    ("台长", re.compile("台\\Z|集团\\Z")),
    ("园长", re.compile("园\\Z")),
    ("馆长", re.compile("馆\\Z")),
    ("所长", re.compile("所\\Z")),
    ("处长", re.compile("[处厅局委部]\\Z|大学|学院|学校")),
    ("董事长", re.compile("(?<![厅局委])\\Z(?<!政府)|[一二三四五六七八九十]局\\Z")),
    ("总经理", re.compile("(?<![厅局委])\\Z(?<!政府)|[一二三四五六七八九十]局\\Z")),
    ("总裁", re.compile("(?<![厅局委])\\Z(?<!政府)")),
)


def fits(title: Title, body: str) -> bool:
    """Whether a title may be held in the body of the person before: no 院长 of an association, no 董事长 of a bureau."""
    return all(not title.text.endswith(word) or kind.search(body) for word, kind in _FITS)


def region_ending(found: Found, position: int) -> Hit | None:
    """The division whose name ends at a position."""
    return next((h for h in found.hit_index.within(max(position - 12, 0), position) if h.end == position), None)


def region_government(found: Found, edge: int, body: str | None) -> str | None:
    """The government that an 自治区主席 heads: of the region named right before, or of the party committee before it."""
    hit = region_ending(found, edge)
    if hit is not None and len(hit.divisions) == 1:
        return government(hit.divisions[0].name)
    if body and body.endswith("自治区党委"):
        return body.removesuffix("党委") + "人民政府"
    division = found.resolver.divisions.before(edge, "自治区")
    return government(found.resolver.divisions.called(division)) if division else None
