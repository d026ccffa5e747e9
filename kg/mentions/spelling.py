"""One name for one body among the names of an article: 省文旅厅 and 省文化和旅游厅, 某某集团 and 某某集团有限公司.

教育部 is never 教育部教育考试院, nor 北京市教育局 上海市教育局: only spellings, a missing place and a missing superior count as the same.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from kg.mentions.body_words import full_name, is_department, named_bodies
from kg.mentions.clubs import club_name
from kg.mentions.gazetteer import gazetteer
from kg.mentions.lexicon import alternation, rows, words
from kg.mentions.school_short import has_school_end, nearest

_MOST = 300  # companies with which a short name is compared
# What `spelling` exchanges, each looked for only where a character that it needs is there.
_STATE = re.compile("^中华人民共和国(?=[^香澳].{2})")
_PARTY = re.compile("^(?:中国共产党|中共)(?=.)")
_AND = re.compile(r"(?<=[一-鿿])[和与](?=旅游|信息化|社会保障|城乡建设|改革|物资)")
_REGION = re.compile("(?:特别行政区|特区)政府(?=.)")
_SPECIAL = re.compile("(?<=^香港|^澳门)(?:特别行政区|特区)(?=[一-鿿]{2})(?!政府|立法|终审)")
_AND_FIELD = re.compile("(?<=[一-鿿]{2})[和与](?=[一-鿿]{2,8}部\\Z)")  # 老挝教育与体育部
_COMMITTEE_PART = re.compile(
    "(?<=[一-鿿]{2})([省市区县州旗])(?=(?:(?:统战|宣传|组织)部|网信办|政法委|(?:教育|高教|高校)工委)\\Z)"
)
# 对口援疆 is 对口支援新疆.
_AIDED = re.compile("(?<!支)援(?P<where>[疆藏])(?=[一-鿿])")
_AIDED_IN_FULL = {"疆": "支援新疆", "藏": "支援西藏"}
_TWICE = re.compile(r"([市区县州旗])\1委")
# 大板六小 is 大板第六小学.
_NUMBER = re.compile(r"第?(?P<number>[一二三四五六七八九十]{1,3})(?P<kind>[中小]学?)\Z")
_HOSPITAL = re.compile(r"(?<=大学|学院)第(?P<number>[一二三四五六七八九十]{1,2})附属医院\Z")  # 附属第一医院
_COMPANY = re.compile(r"集团(?:有限责任|有限)?公司\Z")
_COMMITTEES = (
    ("国际贸易促进委员会", "贸促会"), ("关心下一代工作委员会", "关工委"), ("总领事馆", "总领馆"), ("消费者协会", "消协"), ("新闻工作者协会", "记协"),
    ("律师协会", "律协"), ("足球协会", "足协"), ("篮球协会", "篮协"), ("计划生育协会", "计生协"), ("大学医学院附属", "大学附属"), ("中国少年先锋队", "少先队"), ("少先队工作委员会", "少工委"), ("工作委员会", "工委"), ("行政公署", "行署"), ("高教工委", "高校工委"), ("教工委", "教育工委"), ("区管理委员会", "区管委会"), ("园管理委员会", "园管委会"), ("居民委员会", "居委会"), ("村民委员会", "村委会"), ("常务委员会", "常委会"),
    ("人民代表大会", "人大"), ("委员会", "委"), ("教育委", "教委"), ("办公室", "办"), ("人民政府", "政府"),
    ("（集团）", "集团"), ("农村商业银行", "农商银行"), ("农商行", "农商银行"), ("有限责任公司", "有限公司"), ("科学技术协会", "科协"),
    ("教育科学研究院", "教科院"), ("环境科学研究院", "环科院"), ("水利科学研究院", "水科院"), ("医学科学院", "医科院"), ("农业科学院", "农科院"), ("林业科学院", "林科院"), ("社会科学院", "社科院"), ("社会科学界联合会", "社科联"), ("作家协会", "作协"),
    ("青年联合会", "青联"), ("妇女联合会", "妇联"), ("文学艺术界联合会", "文联"), ("残疾人联合会", "残联"), ("归国华侨联合会", "侨联"),
    ("曲艺家协会", "曲协"), ("戏剧家协会", "剧协"), ("美术家协会", "美协"), ("书法家协会", "书协"), ("摄影家协会", "摄协"), ("音乐家协会", "音协"),
    ("舞蹈家协会", "舞协"), ("电影家协会", "影协"), ("电视艺术家协会", "视协"), ("杂技家协会", "杂协"), ("民间文艺家协会", "民协"),
    ("工商业联合会", "工商联"), ("红十字会", "红会"), ("高新技术产业开发区", "高新区"), ("经济技术开发区", "经开区"), ("职业教育", "职教"), ("特殊教育", "特教"),
)  # fmt: skip


@cache
def _fields() -> tuple[re.Pattern[str], dict[str, str]]:
    """The full names of fields (发展和改革, 发展改革) before the end of a department's name; each → its short one."""
    short = {}
    for brief, full, *_ in rows("department_short.tsv", 2):
        short[full.replace("委员会", "委")] = brief
        short[re.sub("[和与]", "", full).replace("委员会", "委")] = brief
    return re.compile(alternation(short) + "(?=总?局|[厅委部署]|办(?!学|法|理|事))"), short


@lru_cache(maxsize=1 << 16)
def spelling(name: str) -> str:
    """A name in the one form of all its spellings: 委 for 委员会, 文旅厅 for 文化和旅游厅, 某某集团 for 某某集团有限公司.

    Nothing is left out that tells bodies apart: a place, a unit of the body, 股份.
    """
    if name.startswith("中华"):
        name = _STATE.sub("", name)
    name = club_name(full_name(name))
    for long, short in _COMMITTEES:
        if long in name:
            name = name.replace(long, short)
    if "和" in name or "与" in name:
        name = _AND.sub("", name)
    if name.startswith("中科院"):
        name = "中国科学院" + name[3:]
    if "区政府" in name:
        name = _REGION.sub("特别行政区", name)
    if name.startswith(("香港特", "澳门特")):
        name = _SPECIAL.sub("", name)  # 香港特区教育局, as 香港教育局
    if name.endswith("部"):
        name = _AND_FIELD.sub("", name)
    if name.endswith(("部", "办", "委")):
        name = _COMMITTEE_PART.sub(r"\1委", name)
    if "委" in name:
        name = _TWICE.sub(r"\1委", name)
    if "援" in name:
        name = _AIDED.sub(lambda m: _AIDED_IN_FULL[m["where"]], name)
    if "附属医院" in name:
        name = _HOSPITAL.sub(r"附属第\g<number>医院", name)
    if name.endswith(("中学校", "小学校")):
        name = name[:-1]  # 江海中学校 is 江海中学
    if name[-1:] in ("中", "小", "学"):
        name = _NUMBER.sub(lambda m: m["number"] + m["kind"][0], name)
    fields, brief = _fields()
    name = fields.sub(lambda m: brief[m.group()], name)
    if name.endswith("公司"):
        name = _COMPANY.sub("集团", name)
    return _PARTY.sub("", name) if name.startswith("中") else name


_OF_NATION = ("中国", "中华", "全国", "国家", "中央")
# Universities that were divided and have no seat without a bracket; 香港科技大学 is not 香港科技大学（广州）.
_OF_TWO_SITES = frozenset(("中国地质大学", "中国矿业大学", "中国石油大学", "华北电力大学"))


def unite(names: Sequence[str]) -> dict[str, str]:
    """Each name → the fullest name of the same body among `names`.

    Only spellings of one name, a name without the place before it, and a name without its superior body count as the same:
    教育部 is never 教育部教育考试院, nor 北京市教育局 上海市教育局.
    """
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(spelling(name), []).append(name)
    canon = {n: max(group, key=lambda x: (len(x), x)) for group in groups.values() for n in group}
    index = _Index(names)
    for name in names:
        own = spelling(name)  # 青岭区政府 of 江海市青岭区人民政府
        if len(own) >= _LEAST_DEPARTMENT and len(name) >= (_LEAST_DEPARTMENT if is_department(name) else _LEAST):
            _join(canon, name, [o for o, prefix in index.spelled.get(own, ()) if _is_prefix(prefix, own, index.known)])
    for name in names:  # 汕尾分院 of 某省农业科学院汕尾分院, 西苑医院 of 某某科学院西苑医院
        if canon[name] == name and len(name) >= _LEAST and (_BRANCH.search(name) or not gazetteer().find(name)):
            kept = spelling(name)[-3:]
            _join(canon, name, [o for o in index.written.get(name, ()) if spelling(o)[-3:] == kept])
    _unite_hospitals(canon, names)
    for name in names:  # 某某集团 of 某某集团有限公司
        if canon[name] == name:
            _only(canon, name, [o for o in index.companies.get(name, ()) if o != name])
    shortened = [n for n in names if n not in named_bodies()]  # 中国科学院 is not short for 中国社会科学院
    for name in shortened:  # 万济医院 of 武汉万济精神病医院
        if canon[name] == name and (kind := _KIND.search(name)) and kind.start() >= 2 and not gazetteer().find(name):
            # 某某学院水产学院 is a part of 某某学院
            alike = index.kinds.get(kind.group() + name[:2], ())[:_MOST]
            _only(
                canon,
                name,
                [
                    o
                    for o in alike
                    if len(o) > len(name) + 1
                    and not o.startswith(name)
                    and in_order(name, _core(o))
                    and not _has_another_field(name, o)
                    and ("第" in name or "第" not in o)  # 华山医院 is not 华山第二医院
                ],
            )
    for name in names:  # 中国地质大学, beside 中国地质大学（武汉） alone
        if canon[name] == name and name in _OF_TWO_SITES:
            _only(canon, name, [o for o in index.sites.get(name, ()) if o.endswith("）")])
    for name in shortened:  # 温职院 of 温州职业技术学院
        if canon[name] == name and has_school_end(name):
            fuller = nearest(name, index.starts[name[0]][:_MOST])
            _only(canon, name, [o for o in fuller if not (o.endswith("）") and o[: o.find("（")] in fuller)])
    companies = [o for o in names if o.endswith("公司")][:_MOST]
    for name in shortened:  # 甲乙集团 of 上海甲乙丙丁集团有限公司
        if canon[name] == name and name.endswith(("集团", "公司", "银行")):
            _only(canon, name, [o for o in companies if len(o) > len(name) + 1 and _shortens(name, o)])
    return {n: _root(n, canon) for n in names}


def _unite_hospitals(canon: dict[str, str], names: Sequence[str]) -> None:
    """华山二院 is 某某大学华山第二医院, 中医院 is 青岭县中医院."""
    hospitals = [o for o in names if o.endswith("医院")][:_MOST]
    for name in names:
        if canon[name] == name and (short := _SHORT_HOSPITAL.fullmatch(name)):
            core, number = short["core"], short["number"]
            full = re.compile(
                f"(?:{core}[省市县区州]?|\\A{core[0]}[一-鿿]{{1,4}}大学)第{number}(?:附属|人民)?医院\\Z"
            )  # 吉大一院 of 吉林大学第一医院, too
            _only(canon, name, [o for o in hospitals if full.search(o)])
        if canon[name] == name and name in _BARE_HOSPITALS:
            _only(canon, name, [o for o in hospitals if o != name and o.endswith(name)])


def _join(canon: dict[str, str], name: str, longer: Sequence[str]) -> None:
    """Note that a name is that of the longer ones, where all of these are one body."""
    if len({canon[o] for o in longer}) == 1:
        canon[name] = canon[longer[0]]


def _only(canon: dict[str, str], name: str, longer: Sequence[str]) -> None:
    """Note that a name is that of the longer one, where there is but one."""
    if len(longer) == 1:
        canon[name] = canon[longer[0]]


class _Index:
    """The names by what a shorter one has of them, so that none is compared with all the others."""

    def __init__(self, names: Sequence[str]) -> None:
        self.known = frozenset(names)
        self.spelled: dict[str, list[tuple[str, str]]] = {}
        """Each spelling → the names whose spelling ends in it, with what stands before it there."""
        self.written: dict[str, list[str]] = {}
        """Each name → those that add their superior before it."""
        self.companies: dict[str, list[str]] = {}
        """Each name → the companies that it is without their legal form."""
        self.kinds: dict[str, list[str]] = {}
        """A kind and the first characters behind the place → the names that have them."""
        self.sites: dict[str, list[str]] = {}
        """Each name → those that add a bracket to it."""
        self.starts: dict[str, list[str]] = {}
        own = {spelling(name) for name in names}
        for name in names:
            whole = spelling(name)
            for i in range(1, len(whole)):
                if whole[i:] in own:
                    self.spelled.setdefault(whole[i:], []).append((name, whole[:i]))
            for i in range(1, len(name)):
                if name[i:] in self.known and _SUPERIOR.search(name, 0, i):
                    self.written.setdefault(name[i:], []).append(name)
                if name[i] == "（" and name[:i] in self.known:
                    self.sites.setdefault(name[:i], []).append(name)
            self._add_company(name)
            if kind := _KIND.search(name):
                self.kinds.setdefault(kind.group() + _core(name)[:2], []).append(name)
            self.starts.setdefault(name[:1], []).append(name)

    def _add_company(self, name: str) -> None:
        """华星科技集团, and 华星科技 of 四川华星科技有限公司."""
        whole = name.replace("（集团）", "集团")
        if whole[:2] != name[:2] or not whole.endswith("公司"):
            return
        place = next((hit.end for hit in gazetteer().find(whole) if hit.start == 0), 0)
        for start in sorted({0, place}):
            for i in range(max(start + 2, len(whole) - _LEGAL_FORM), len(whole)):
                short = whole[start:i]
                if short.endswith(_OWN_KIND):
                    continue  # 长江某研究院 and 长江某研究院有限公司 are two
                if short in self.known and len(short) > (2 if start else 1) and _LEGAL.fullmatch(whole, i):
                    self.companies.setdefault(short, []).append(name)


_OWN_KIND = ("研究院", "研究所", "大学", "学院", "学校", "医院", "协会", "学会", "委员会", "联盟")
_LEAST = 4  # characters of a name that a longer one may have at its end
_LEAST_DEPARTMENT = 3
_LEGAL = re.compile("(?:股份|控股|集团)?(?:有限责任|有限)?公司")
_LEGAL_FORM = 8  # characters that it has at most
_BRANCH = re.compile(r"(?:分院|分校|校区|分行|支行|分公司|分会|医院)\Z")
_SHORT_HOSPITAL = re.compile("(?P<core>[一-鿿]{1,6}?)(?:大|医)?(?P<number>[一二三四五六七八九十])院")
_BARE_HOSPITALS = frozenset(("中医院", "人民医院", "中心医院", "第一医院", "儿童医院", "肿瘤医院"))
_SUPERIOR = re.compile(r"(?:大学|学院|科学院|医院|研究院|集团|银行|公司|委员会|中学|小学|学校|附属)\Z")
_KIND = re.compile(r"(?:医院|联盟|协会|基金会|研究院|学校|职院|学院)\Z")


# Who has one of these for all has others for a field each.
_ALLIED = ("联盟", "协会", "基金会")
_OF_ANY = re.compile("(?:战略|合作|协作|协同|发展|创新|共建|联合|建设|服务|互助|教育)*")


def _has_another_field(short: str, long: str) -> bool:
    """Whether the longer name has a field right before the kind that is not the shorter one's: 甲地高校联盟, 甲地高校法治教育联盟."""
    kind = next((k for k in _ALLIED if short.endswith(k)), "")
    shared = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return (
        bool(kind) and shared >= len(short) - len(kind) and not _OF_ANY.fullmatch(long, shared, len(long) - len(kind))
    )


def _root(name: str, canon: dict[str, str]) -> str:
    seen = {name}
    while canon.get(name, name) != name and canon[name] not in seen:
        name = canon[name]
        seen.add(name)
    return name


def _is_prefix(prefix: str, name: str, names: frozenset[str]) -> bool:
    """Whether what a longer name has before a shorter one is its place or its superior body."""
    if name.startswith(_OF_NATION):
        return False  # 四川省中华职业教育社 is not 中华职业教育社
    prefix = re.sub("(?:特别行政区|特区)?政府$", "", prefix) if is_department(name) else prefix
    hits = gazetteer().find(prefix, ambiguous=True)
    placed = (len(hits) == 1 and hits[0][:2] == (0, len(prefix))) or prefix in words("countries.tsv")
    if placed:
        own, both = gazetteer().find(name), gazetteer().find(prefix + name)
        return not own or own[0].start > 0 or (bool(both) and both[0].end > len(prefix))
    return prefix in names and not gazetteer().find(name)[:1]


def _shortens(short: str, long: str) -> bool:
    """Whether a company's short name is made of the characters of the long one in order, from the one after its place."""
    core = _core(long)
    return core[:2] == short[:2] and in_order(short, core)


@lru_cache(maxsize=1 << 16)
def _core(name: str) -> str:
    """A name without the place that it begins with."""
    hits = gazetteer().find(name)
    return name[hits[0].end :] if hits and hits[0].start == 0 else name


def in_order(short: str, long: str) -> bool:
    """Whether the characters of a short name stand in the long one in order: 农博 in 农业博览会."""
    rest = iter(long)
    return all(c in rest for c in short)
