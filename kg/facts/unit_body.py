"""The body of a unit that no name of a body covers, at a post: 教务处 of 我校 before its 处长, 工会 of the company named before."""

import re
from functools import cache

from kg.facts.levels import begins_with_level, of_level
from kg.facts.post_body import (
    FUSED,
    HEADS_OF_UNITS,
    SELF,
    STANDS_ALONE,
    UNIT_ENDS,
    named_so,
    superior,
)
from kg.mentions.body import Body
from kg.mentions.colleges import is_of_field, university_of
from kg.mentions.defined import DEFINITION
from kg.mentions.departments import ZONE_ALONE
from kg.mentions.found import Found
from kg.mentions.gazetteer import gazetteer
from kg.mentions.lexicon import words
from kg.mentions.school_short import has_school_end
from kg.mentions.title import Title

_QUOTED = 20  # characters of a programme with its marks
_BARE_OFFICE = re.compile("(?:党委)?(?:组织|宣传|统战|人事|教师工作|学生工作|武装|保卫){1,3}部")
_OF_FORCES = re.compile("驻[一-鿿]{0,4}(?:部队|武警)|武警|消防救援|军分区|人民武装")
_WHOLE_SCHOOLS = ("技术学院", "职业学院", "大学")  # abroad none is a part of another
_OF_CONTESTS = ("仲裁组", "裁判组", "评审组", "评委组", "评判组")
_COMMITTEES = ("委员会", "领导小组", "工作组")
_COMPANIES = ("集团", "公司", "银行")
_BARE = 6  # characters of a department without its body
_ROOMS_OF_BODY = ("办公室", "处", "科", "室", "部")
_OF_BUREAUS = ("局", "厅", "部", "委", "委员会", "政府", "院", "署", "会", "公司", "集团", "银行")
# 省局党组书记、局长: a bureau under its level alone is no department of another body.
_BUREAU_OF_LEVEL = re.compile("[省市区县州旗](?:局|厅|委|院|所|中心|总队|支队)")
_OF_KIND = re.compile("(?:公司|集团|医院|协会|学会|商会|研究院|研究所|基金会|联盟)(?=[一-鿿]{2})")
_NO_SCHOOL = ("公司", "局", "厅", "委", "委员会", "政府", "教研室", "中心", "协会", "学会", "研究会", "联盟")
_LABORATORIES = ("实验室", "工程中心", "研究中心", "图书馆")
_BOARDS = ("理事会", "监事会", "董事会")  # of a body that is not named
_TERM = re.compile("^第?[一二三四五六七八九十]{1,3}届(?:(?:常务)?理事会|监事会|董事会)$")  # 联盟第一届理事会理事长
_REGIONS = ("长三角", "珠三角", "京津冀", "粤港澳", "成渝", "长江经济带", "黄河流域", "环渤海")
_SHORT_SCHOOL = 5  # characters
_BUREAU = 3  # characters of the name of a bureau
_HOUSES = ("博物院", "博物馆", "图书馆", "美术馆", "科技馆", "纪念馆", "档案馆", "文化馆")
_SOCIETIES = ("学会", "协会", "研究会", "商会", "促进会", "基金会", "联谊会")
_NUMBERED = re.compile("第?[〇零一二三四五六七八九]{2,4}(?:研究)?[所院]")  # 七一三所
_OF_INDUSTRY = re.compile("[一-鿿]{2,8}(?:工业|行业|产业)[一-鿿]{2,6}中心\\Z")  # 有色金属工业人才中心
_ON_THEIR_OWN, _OWN_NAME = ("发展中心", "研究中心", "研究院", "研究所", "服务中心", "促进中心"), 8  # characters
_OF_OFFICIALS = ("局", "厅", "委", "委员会", "政府", "部", "政协", "人大", "人大常委会")
_SUPERVISORS = ("监委", "监察委", "监察委员会")
# Offices of a whole school, not of one of its colleges: 甲学院院长乙，科技处处长丙.
_OF_WHOLE_SCHOOL = re.compile(
    "学院\\Z|处\\Z|教育部\\Z|(?:教学|招生|学生)[一-鿿]{0,4}部\\Z|(?:组织|宣传|统战|人事|保卫|武装|学工|研工|学生工作|研究生工作|教师工作)部?\\Z"
)
# Offices that a college has none of.
_OF_UNIVERSITY = re.compile(
    "(?:港澳台|公共关系|对外(?:合作|交流)|校友)[一-鿿]{0,8}(?:办公室|部|办)\\Z|(?:持续|继续|终身)教育(?:中心|部)\\Z"
)
_OF_ALL = re.compile("(?:党政|党委|校长|学校|院长)办公?室?")
_OF_COMMITTEE = re.compile("(?:中共)?(?P<place>[一-鿿]{2,12}?[省市区县州旗])委(?=[一-鿿]{0,4}\\Z)")
# Departments of a party committee and no government's; offices that stand beside the one of the government.
_OF_PARTY = frozenset(("组织部", "宣传部", "统战部"))
_OFFICES_OF_PLACE = frozenset(("扶贫办", "法制办", "金融办", "外事办", "侨办", "信访办", "督查室"))
_BESIDE_OFFICE = re.compile("(?:(?:人民)?政府办(?:公室)?|(?<=[省市区县州旗])委办(?:公室)?|(?<=[省市区县州旗])委)\\Z")
_STREET = re.compile("[一-鿿]{2,12}街道(?=党委|党?工委)")
_WITHOUT_YOUTH = ("会", "中心", "书院", "实验室", "研究所", "研究院", "图书馆", "处", "部", "办公室")
_OF_A_SCHOOL = re.compile("(?:学院|系|学部|教务[处科]|学生处)\\Z")
# Bodies with a name of their own beside a government, not its offices: 副市长甲，云谷管理局局长乙.
_OF_TROOPS = ("部队", "政治部", "司令部", "支队", "总队", "大队")  # 驻某地部队政治部
_GOVERNING = ("人民政府", "省委", "市委", "区委", "县委", "州委", "旗委")
_BESIDE_GOVERNMENT = ("局", "管委会", "委员会", "院", "集团", "公司")
# 某某联盟（以下简称“联盟”）
_CALLED_FAR, _CALLED_BODY = 26, 60  # characters


def unit_body(
    found: Found,
    title: Title,
    edge: int,
    unit: int,
    current: str | None,
    composed: dict[str, str],
    after_nobody: bool,
) -> tuple[int, str | None]:
    """Where the unit begins that stands from `unit` to the post at `edge`, and the body it is, within `current` where it belongs to one;
    `after_nobody` tells of a post before it in the same stack whose body is unknown."""
    text = found.page.text
    unit_name = re.sub("（[^）]*）?\\Z", "", text[unit:edge])
    if unit_name[-1:] not in UNIT_ENDS and (FUSED.search(unit_name) or title.text in HEADS_OF_UNITS):
        unit_name += text[edge]
    if text[unit - 1 : unit] == "”" and (opened := text.rfind("“", max(0, unit - _QUOTED), unit)) >= 0:
        unit, unit_name = opened, text[opened:unit] + unit_name  # the office of a “programme”
        if (of := found.bodies_ending.get(opened)) is not None:  # 某省委“甲”大讨论督导组
            unit, unit_name = of.start, found.body_name(of) + unit_name
    if text[unit - 1 : unit] == "）" and (called := _called_before(found, unit)) is not None:
        of_it = found.body_name(called)
        composed[of_it + unit_name] = of_it
        return called.start, of_it + unit_name
    base = superior(found, composed, current)
    if unit_name.endswith((*_COMMITTEES, "所")) and found.resolver.as_named(unit_name) != unit_name:
        return unit, found.resolver.as_named(unit_name)  # 专家指导委员会, which the page names in full
    if unit_name.startswith("校") and base and _BARE_OFFICE.fullmatch(base):
        base = None  # 宣传部部长甲，校工会主席乙
    if unit_name.startswith(("校党", "校办", "校团", "校工")):  # of the university, after one of its colleges
        unit_name = unit_name.removeprefix("校" if unit_name != "校办" else "")
        base = found.resolver.as_named(university_of(base)) if base else None
    if unit_name.startswith(("院党", "院办", "院团委", "院工会", "院纪委")) and str(base).endswith("学院"):
        unit_name = unit_name[1:]  # of the college before
    placed = any(hit.start == unit for hit in found.hit_index.within(unit, edge)) or any(
        b.start == unit for b in found.body_index.within(unit, edge)
    )
    if own := next((w for w in SELF if len(w) > 1 and unit_name.startswith(w) and len(unit_name) > len(w) + 1), None):
        base = found.resolver.school  # 学院发展规划处; 学校办公室 of one that is not named
        unit_name = unit_name if base is None and unit_name == "学校办公室" else unit_name[len(own) :]
    if (kind := _OF_KIND.match(unit_name)) and (full := named_so(found, kind.group(), unit)):
        unit_name, base = full + _TERM.sub("", unit_name[kind.end() :]), None  # 基金会奖励委员会
    if base and base.endswith(_NO_SCHOOL) and _OF_A_SCHOOL.search(unit_name):
        base = found.resolver.school  # the college of who received them
    if base and base.endswith(_LABORATORIES) and unit_name.endswith("学院"):
        base = composed.get(base) or found.resolver.school  # which is of the same university
    if base and (
        _OF_ALL.match(unit_name)
        or (base.endswith("实验室") and unit_name.endswith(_ROOMS_OF_BODY))
        or (unit_name == "团委" and base.endswith(_WITHOUT_YOUTH))
    ):
        whole = base if base.endswith(("大学", "学院", "学校", "医院")) else None
        base = composed.get(base, whole)  # of the whole school, and no part of its office or laboratory
    if unit_name in _SUPERVISORS and base and base.endswith("委"):  # 省纪委书记、监委主任
        unit_name, base = re.sub("纪?委\\Z", "", base) + unit_name, None
    if (
        unit_name.startswith("政府") and base and (ruled := _OF_COMMITTEE.match(base))
    ):  # 市委办公室副主任甲、政府办公室副主任乙
        unit_name, base = ruled["place"] + unit_name, None
    if unit_name.startswith(("街道", "办事处")) and (
        street := _STREET.match(base or "")
    ):  # 某街道党工委书记甲、街道办事处主任乙
        unit_name, base = street.group() + unit_name.removeprefix("街道"), None
    if base and unit_name in _OF_PARTY and base.endswith("人民政府"):
        place = base.removesuffix("人民政府")  # 区长甲、宣传部部长乙
        base = place + ("党委" if place.endswith(("自治区", "镇", "乡")) else "委")
    if base and unit_name in _OFFICES_OF_PLACE and (office := _BESIDE_OFFICE.search(base)):
        base = base[: office.start()]  # 区政府办主任甲、扶贫办主任乙
    if base and _OF_WHOLE_SCHOOL.search(unit_name):
        base = university_of(base)
    if base and _OF_UNIVERSITY.search(unit_name) and "学院" not in unit_name:
        base = university_of(base)
    if base and _OF_WHOLE_SCHOOL.search(unit_name) and is_of_field(base):
        school = found.resolver.school
        base = composed.get(base) or (None if school == base else school)  # 甲学院书记、乙学院院长 of one university
    if unit_name.endswith(("局", "厅")) and (
        not str(base).endswith(_OF_BUREAUS) or found.resolver.as_named(unit_name) != unit_name
    ):
        base = None  # 某办公室副部长甲、教青局副局长乙
    if unit_name.endswith("厅") and str(base).endswith("厅"):
        base = None  # 甲厅厅长、乙厅厅长: neither is a part of the other
    if unit_name.endswith("厅") and (bureau := found.resolver.bureau_of_region(unit)) is not None:
        base = bureau
    whole = base if base and unit_name and base.endswith(unit_name) else ""
    if base is None or placed or _is_apart(found, base, unit_name):
        base = ""
    base = _place_of_bureau(base, unit_name) or base
    if base and not begins_with_level(unit_name):
        composed[base + unit_name] = base
    elif (
        not placed
        and (
            len(unit_name) <= _BARE
            or (not base and unit_name.endswith(_ROOMS_OF_BODY) and not begins_with_level(unit_name))
            or (after_nobody and unit_name.endswith(_ROOMS_OF_BODY))
        )
        and not _BUREAU_OF_LEVEL.fullmatch(unit_name)
        and not unit_name.endswith(_COMPANIES)
    ):
        composed[unit_name] = ""  # 工会 of a school that is not named
    levelled = of_level(found, unit_name, unit)
    whole = levelled or whole or base + unit_name
    return unit, None if whole in _BOARDS else whole


def _called_before(found: Found, position: int) -> Body | None:
    """The body whose short name is set right before a position: 某某大学附属医院（以下简称“附院”）|胸部肿瘤科主任."""
    opened = found.page.text.rfind("（", max(0, position - _CALLED_FAR), position)
    if opened < 0 or not DEFINITION.fullmatch(found.page.text, opened, position):
        return None
    return next((b for b in found.body_index.within(max(0, opened - _CALLED_BODY), opened) if b.end == opened), None)


def _is_apart(found: Found, base: str, unit_name: str) -> bool:
    """Whether a unit stands beside the body named before it and is no part of that."""
    return (
        unit_name.endswith("实验室")
        or _OF_FORCES.match(unit_name) is not None
        or unit_name.startswith(("“", "公司", "集团", "大赛", "赛区", "赛项", "赛事", "比赛", "竞赛", "论坛", "会议"))
        or unit_name.endswith((*STANDS_ALONE, *_OF_CONTESTS))
        or _NUMBERED.fullmatch(unit_name) is not None
        or (unit_name.endswith("集团") and not unit_name.endswith("教育集团"))
        or (base.startswith(_national()) and unit_name.endswith(_WHOLE_SCHOOLS))
        or (len(unit_name) < _SHORT_SCHOOL and has_school_end(unit_name))  # 温职院
        or any(unit_name.startswith(short) for short in found.resolver.defined)
        or base.endswith(unit_name)
        or (base.endswith(_HOUSES) and unit_name.endswith(_HOUSES) and len(unit_name) > _BUREAU)
        or unit_name.startswith(_national())
        or ZONE_ALONE.match(unit_name) is not None
        or (_OF_INDUSTRY.search(unit_name) is not None and base.endswith((*_OF_BUREAUS, "中心")))
        or (base.endswith(_SOCIETIES) and unit_name.endswith(_ON_THEIR_OWN) and len(unit_name) >= _OWN_NAME)
        or unit_name.startswith(_REGIONS)  # 长三角区域合作办公室
        or (unit_name.startswith("驻") and unit_name.endswith(_OF_TROOPS))
        or (base.endswith(_GOVERNING) and unit_name.endswith(_BESIDE_GOVERNMENT))
    )


def _place_of_bureau(base: str, unit: str) -> str | None:
    """The place of which one body is beside a bureau, and no part of it: 某市旅发委主任、文广新旅局局长; 某省教育厅副厅长、高教学会会长."""
    beside = (
        base.endswith(("局", "委", "委员会"))
        if unit.endswith("局")
        else unit.endswith(_SOCIETIES) and base.endswith(_OF_OFFICIALS)
    )
    if len(unit) < _BUREAU or not beside:
        return None
    hit = next(iter(gazetteer().find(base)), None)
    return base[: hit.end] if hit is not None and hit.start == 0 and hit.end < len(base) else None


@cache
def _national() -> tuple[str, ...]:
    """How the names of bodies of a whole country begin."""
    return (
        "中央",
        "全国",
        "国家",
        "中国",
        "国务院",
        "国际",
        "世界",
        "联合国",
        "亚洲",
        "全球",
        *sorted(words("countries.tsv")),
    )
