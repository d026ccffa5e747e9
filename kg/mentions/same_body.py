"""What an article shows to be one body under several of its names: 轻工学院, 职成司, 甲局（现为乙局）.

Each function notes it in `canon`, which has each name → the fullest.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import permutations

from kg.mentions.body import Body
from kg.mentions.body_words import named_bodies
from kg.mentions.common_word import in_dictionary
from kg.mentions.school_short import shortens
from kg.mentions.spelling import in_order

_GOVERNMENT = re.compile("^(?:特别行政区|特区|人民)*政府")
_REGIONAL = ("特区政府", "特别行政区政府")
_OF_REGION = re.compile("(?:特别行政区|特区)政府")
_MOST = 50  # bodies that begin and end alike; a text with more of them is a list
_WITH_PLACE = 12  # characters of a short name with its place
_SHORTENED = ("院", "局", "厅", "委", "办", "中心", "联", "协")
_WIDE = re.compile("\\A(?:中国|中华|全国)(?=[一-鿿]+[联协]\\Z)")
_SOCIETY = re.compile("(?<=联)合会\\Z|(?<=协)会\\Z")  # 工经联 of 工业经济联合会, 老科协 of 老科技工作者协会
_LEAST_SHORT, _LONGEST_SHORT = 3, 5  # characters of a short name without its place
_COLLEGE = re.compile("[一-鿿（）]{4,30}(?:学院|研究生院|系|中心|研究所)")
_NUMBERED_HOSPITAL = re.compile("(?P<place>[一-鿿]{2,10}?)第?(?P<number>[一二三四五六七八九十]{1,2})(?:人民)?医?院")
_ATTACHED_TO = re.compile(
    "[一-鿿]{2,14}(?:大学|学院|学校)[一-鿿]{0,6}附属第(?P<number>[一二三四五六七八九十]{1,2})(?:人民)?医院"
)
_SHORT_ATTACHED = re.compile("(?P<school>[一-鿿]{0,6}?)附属?第?(?P<number>[一二三四五六七八九十]{1,2})(?:人民)?医?院")
_LEAST_OF_COLLEGE = 5  # characters; 湖南学院 is another than 湖南职业技术学院
_OF_SCHOOL = re.compile("(?:大学|学院|学校)(?:（[一-鿿]{2,6}）)?\\Z")
_TWO_NAMED = ("医院", "保健院", "疗养院", "中心")
_RENAMED = re.compile("（(?:现更名为|现改名为|现为|现名|今为|[现今原]|原名|原为|前身[为是])")  # 某某局（现为某某局）


def _abbreviates(short: str, long: str) -> bool:
    """Whether the characters of a short name stand in the long one in order, the first and the last at its ends: 职成司."""
    return short[0] == long[0] and short[-1] == long[-1] and in_order(short, long)


Place = Callable[[str], tuple[str, int]]
"""Gives for a name the code of the division that it begins with, and the length of that one's name in it."""


class Abbreviations:
    """Finds which of some bodies a short name stands for: 上海教科院 for 上海市教育科学研究院, 教青局 for the only 教育及青年发展局."""

    def __init__(self, names: Iterable[str], place: Place) -> None:
        self._place = place
        self._colleges: dict[str, list[tuple[str, str]]] = {}  # by the code of their place
        self._long: dict[tuple[str, str], list[tuple[str, str, str]]] = {}  # by the first and the last character
        for name in names:
            if name.endswith("学院") and (placed := self._parts(name))[0]:
                self._colleges.setdefault(placed[0], []).append((placed[1], name))
            if (shown := _SOCIETY.sub("", name)).endswith(_SHORTENED):
                code, rest = self._parts(shown)
                if len(rest) > _LEAST_SHORT + 1 and rest.count(rest[-1]) == 1:  # none is a 分院 of the one meant
                    self._long.setdefault((rest[0], rest[-1]), []).append((rest, code, name))

    def meant(self, name: str) -> str | None:
        """The one body whose name a short one, of the same place, abbreviates."""
        if not (self._long and len(name) <= _WITH_PLACE and name.endswith(_SHORTENED)) or name in named_bodies():
            return None  # 中国工程院 is no 中国工程物理研究院
        code, short = self._parts(name)
        if (
            code and len(short) == len("牧院") and short.endswith("院") and not in_dictionary(short)
        ):  # 江海牧院 of 江海畜牧兽医职业学院
            alike = {full for rest, full in self._colleges.get(code, ())[:_MOST] if short[0] in rest[:-2]}
            return alike.pop() if len(alike) == 1 else None
        if short.endswith("学院") and len(short) == _LEAST_SHORT:
            return None  # 商学院 is no 商业与法律学院
        if len(_WIDE.sub("", short)) < _LEAST_SHORT or len(short) > _LONGEST_SHORT:
            return None  # 中国书协 is of no 中国书画收藏家协会
        alike = {
            full
            for rest, of, full in self._long.get((short[0], short[-1]), ())[:_MOST]
            if len(rest) > len(short) + 1 and code in ("", of) and _abbreviates(short, rest)
        }
        return alike.pop() if len(alike) == 1 else None

    def _parts(self, name: str) -> tuple[str, str]:
        code, at = self._place(name)
        return code, _GOVERNMENT.sub("", name[at:])


def unite_abbreviated(canon: dict[str, str], known: Abbreviations) -> None:
    """上海教科院, beside 上海市教育科学研究院."""
    for name in sorted(canon):
        if canon[name] == name and (full := known.meant(name)) is not None and full != name:
            canon[name] = canon.get(full, full)


def unite_parts(canon: dict[str, str]) -> None:
    """云大附中西林分校, beside 云南大学附属中学西林分校, where 云大附中 is that school."""
    names = sorted(canon)
    for index, name in enumerate(names):
        if canon[name] == name:
            continue
        for part in names[index + 1 : index + _MOST]:
            if not part.startswith(name):
                break
            whole = canon[name] + part[len(name) :]
            if canon[part] == part and whole in canon:
                canon[part] = canon[whole]


def unite_attached(canon: dict[str, str]) -> None:
    """江医大附属青岭医院, beside 江海医科大学附属青岭医院."""
    attached: dict[str, list[str]] = {}  # what stands behind 附属 → the names
    for name in sorted(canon):
        _, _, rest = name.partition("附属")
        if rest and canon[name] == name:
            attached.setdefault(rest, []).append(name)
    for rest, names in attached.items():
        for name in names[:_MOST]:
            school = name.removesuffix("附属" + rest)
            whole = [o for o in names[:_MOST] if o != name and shortens(school, o.removesuffix("附属" + rest))]
            if len(whole) == 1:
                canon[name] = canon[whole[0]]


def unite_colleges(canon: dict[str, str]) -> None:
    """轻工学院, after 某某大学轻工学院."""
    ending: dict[str, set[str]] = {}  # each end of a college's name that is a name, too → the colleges
    for college in {name for name in canon.values() if _COLLEGE.fullmatch(name)}:
        for i in range(1, len(college) - 3):
            if college[i:] in canon:
                ending.setdefault(college[i:], set()).add(college)
    for name in sorted(canon):
        whole = ending.get(name, set())
        if len(whole) == 1 and canon[name] == name and _OF_SCHOOL.search(next(iter(whole)).removesuffix(name)):
            canon[name] = next(iter(whole))


def full_hospital(name: str) -> str:
    """江海市第一人民医院 of 江海市一院; of any other name nothing."""
    m = _NUMBERED_HOSPITAL.fullmatch(name)
    return f"{m['place']}第{m['number']}人民医院" if m else ""


def unite_hospitals(canon: dict[str, str]) -> None:
    """江海市一院, 江海市一医院, beside 江海市第一人民医院; 附一医院, 江大附一院 of 江海大学附属第一医院."""
    attached: dict[str, list[str]] = {}  # each number → the hospitals of universities that have it
    for name in sorted(set(canon.values())):
        if (m := _ATTACHED_TO.fullmatch(name)) is not None:
            attached.setdefault(m["number"], []).append(name)
    for name in sorted(canon):
        if canon[name] == name:
            canon[name] = canon.get(full_hospital(name), name)
        if canon[name] == name and attached and (m := _SHORT_ATTACHED.fullmatch(name)) is not None:
            meant = [h for h in attached.get(m["number"], ())[:_MOST] if in_order(m["school"], h)]
            canon[name] = meant[0] if len(meant) == 1 else name


def unite_vocational(canon: dict[str, str]) -> None:
    """江海民政学院, beside 江海民政职业技术学院."""
    for name in sorted(canon):
        if len(name) > _LEAST_OF_COLLEGE and name.endswith("学院") and "职业" not in name and canon[name] == name:
            whole = {f for kind in ("职业技术学院", "职业学院") if (f := name[:-2] + kind) in canon}
            if len(whole) == 1:
                canon[name] = canon[whole.pop()]


# The end of a longer name by which the text also calls a body: 专家指导委员会, 四川研究院.
_TAILS = ("指导委员会", "专家委员会", "咨询委员会", "研究院", "研究中心", "领导小组", "专委会", "组委会")
_OF_A_SCHOOL = re.compile("[一-鿿]{2,12}?(?:大学|学院)")
_LONGER = 3  # characters


def unite_tails(canon: dict[str, str]) -> None:
    """四川研究院, beside 某某发展战略四川研究院 and no other."""
    for name in sorted(canon):
        if canon[name] == name:
            canon[name] = whole_of_tail(name, canon) or name


def whole_of_tail(name: str, canon: Mapping[str, str]) -> str | None:
    """The one name that ends in another, where that is the end of a longer name."""
    if not name.endswith(_TAILS):
        return None
    whole = {canon[f] for f in canon if len(f) >= len(name) + _LONGER and f.endswith(name)}
    if name.endswith(("研究院", "研究中心")):  # 某大学西部四川研究中心 is none of 四川研究中心
        whole = {f for f in whole if not _OF_A_SCHOOL.match(f, 0, len(f) - len(name))}
    return whole.pop() if len(whole) == 1 else None


# A league by its kind alone, and how the name of one ends.
_KINDS = {
    kind: (kind, kind.replace("职教", "职业教育"), kind.replace("产教", "产教融合"))
    for kind in (
        "职教集团",
        "职业教育集团",
        "职教联盟",
        "产教联盟",
        "产教联合体",
        "产教融合联盟",
        "产教融合共同体",
        "产教共同体",
    )
}


def unite_leagues(canon: dict[str, str]) -> None:
    """职教集团, beside 江海职业教育集团 and no other."""
    for kind in sorted(_KINDS):
        if canon.get(kind) == kind:
            canon[kind] = league_of_kind(kind, {name: canon[name] for name in canon if name != kind}) or kind


# 川渝某某联盟, of 成渝地区双城经济圈某某联盟
_MOST_ALIKE = 4  # names of one league
_REGION = re.compile("(?:川渝|成渝|巴蜀)(?:地区|两地)?(?:双城经济圈)?(?=[一-鿿]{6})")


def unite_of_one_region(text: str, canon: dict[str, str]) -> None:
    """Leagues whose names differ in the word for Sichuan and Chongqing alone are one, under the longest name."""
    alike: dict[str, list[str]] = {}
    for name in canon:
        if (region := _REGION.match(name)) is not None and canon[name] == name:
            alike.setdefault(name[region.end() :], []).append(name)
    for names in alike.values():
        if any(f"{a}{joint}{b}" in text for a, b in permutations(names[:_MOST_ALIKE], 2) for joint in "、与和及同"):
            continue  # 巴蜀某某联盟、成渝某某联盟: two
        whole = max(names, key=lambda n: (len(n), n))
        canon.update(dict.fromkeys(names, whole))


_INSTITUTE = re.compile("(?:中国(?:农业|林业|医学|社会)?科学院)?(?P<field>[一-鿿〇]{3,24})研究所")
_NUMERAL = frozenset("〇零一二三四五六七八九")
_LEAST_INSTITUTE = 4  # characters


def institute_of(short: str, names: Iterable[str]) -> str | None:
    """The one institute that a short form means: 东北地理所 of 中国科学院东北地理与农业生态研究所."""
    if len(short) < _LEAST_INSTITUTE or not short.endswith("所") or short.endswith("研究所"):
        return None
    field = short[:-1]
    ends = not _NUMERAL.isdisjoint(field[0])  # 七一三所 of 某集团第七一三研究所
    whole = {
        n
        for n in names
        if (m := _INSTITUTE.fullmatch(n)) is not None
        and (m["field"].endswith(field) if ends else m["field"].startswith(field))
    }
    return whole.pop() if len(whole) == 1 else None


def league_of_kind(kind: str, canon: Mapping[str, str]) -> str | None:
    """The one league among the names that is of a kind by which the text also calls it."""
    if kind not in _KINDS:
        return None
    whole = {name for short, name in canon.items() if short.endswith(_KINDS[kind])}
    return whole.pop() if len(whole) == 1 else None


def unite_of_regions(canon: dict[str, str]) -> None:
    """特区政府教育局, beside 香港特区政府教育局 and no such body of Macao."""
    for name in sorted(canon):
        if (own := _OF_REGION.match(name)) and canon[name] == name:
            rest = name[own.end() :]
            whole = {canon[f] for r in ("香港", "澳门") for k in _REGIONAL if (f := r + k + rest) in canon}
            if len(whole) == 1:
                canon[name] = whole.pop()


def unite_departments(text: str, bodies: Sequence[Body], canon: dict[str, str]) -> None:
    """职成司, beside 职业教育与成人教育司 of the same body."""
    departments: dict[str, dict[str, None]] = {}  # of each body, in the order of the text
    for b in bodies:
        if b.parent_end is not None:
            departments.setdefault(text[b.start : b.parent_end], {})[text[b.parent_end : b.end]] = None
    for parent, owns in departments.items():
        alike: dict[str, list[str]] = {}  # by their first and last characters, which a short name keeps
        for own in owns:
            alike.setdefault(own[0] + own[-1], []).append(own)
        for short in owns:
            if len(short) < 5 and short[-1] in "司处科室局" and parent + short in canon:
                fuller = alike[short[0] + short[-1]][:_MOST]
                long = [parent + o for o in fuller if len(o) > len(short) + 1 and in_order(short, o)]
                if len(long) == 1 and long[0] in canon:
                    canon[parent + short] = canon[long[0]]


def unite_second_names(
    text: str, bodies: Sequence[Body], first: Mapping[tuple[int, int], str], canon: dict[str, str]
) -> None:
    """甲医院（乙医院）: a hospital under two names, the second in brackets."""
    by_start = {b.start: b for b in bodies if b.text.endswith("医院")}
    for b in bodies:
        if text[b.end : b.end + 1] == "（" and b.text.endswith(_TWO_NAMED) and (other := by_start.get(b.end + 1)):
            own, second = canon.get(first[b.start, b.end], ""), first[other.start, other.end]
            if text[other.end : other.end + 1] == "）" and own and canon.get(second) == second != own:
                canon[second] = own


def unite_renamed(
    text: str, bodies: Sequence[Body], first: Mapping[tuple[int, int], str], canon: dict[str, str]
) -> None:
    """甲局（现为乙局）, 乙局（原甲局）; `first` is each body's span → its name."""
    by_start = {b.start: b for b in bodies}
    for b in bodies:
        if (
            text[b.end : b.end + 1] == "（"
            and (m := _RENAMED.match(text, b.end))
            and (other := by_start.get(m.end()))
            and text[other.end : other.end + 1] == "）"
        ):
            old, new = (other, b) if "原" in m.group() or "前" in m.group() else (b, other)
            canon[first[old.start, old.end]] = canon[first[new.start, new.end]]
