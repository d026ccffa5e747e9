"""The units of the page's own school, listed after the word for it or by themselves: 我校党政办公室、科研处、理学院负责人."""

import re
from collections.abc import Iterator

from kg.mentions.body import Body
from kg.text.scan import matches

# No name of a unit holds the words of a sentence: 学校将在体育中心…
_UNIT = r"(?:(?:(?![学本]校|[我的在将于由从为把了是有各])[一-鿿]){1,8}?(?=[办处部学研中图医团工系])(?:办公室|处|部(?!门)|(?<=[政校党])办(?![学公理法事好赛])|学院|研究院|研究所|研究生院|中心|图书馆|医院|团委|工会|系(?![统列数着为]))|研究生院|图书馆|团委|工会)(?![长级分校子的])"
# Offices that every school has: a list that opens with one and names only who heads the units is of the page's own school.
_OFFICE = "(?:校长|党委|党政|学校)办公?室?|党委(?:宣传|组织|统战|学工)部|(?:教务|科研|科技|学生|人事|财务|发展规划|招生就业|社会合作|国际交流)处|研究生院"
_LIST = re.compile(
    rf"(?:我校|本校|(?:(?<![一-鿿])|(?<=以及))(?:学校|校(?=[党教科学人财研校])|(?=(?:{_OFFICE})、(?:{_UNIT}[、和，]){{0,11}}{_UNIT}(?:等部门|等单位)?(?:主要|相关|有关)?负责)))"
    rf"(?P<units>(?![与和同及跟]|联合|携手|赴|到|来){_UNIT}(?:[、和，]{_UNIT}){{0,11}})(?=等|负责|副?(?:部长|处长|主任|院长|科长|馆长|所长|书记|主席)|相关|有关|主要|领导|师生|教师|代表|[，。；]|参加|出席|主办|承办|召开|举[行办])"
)
# One character with which such a list may begin, told by what stands beside it.
_HEAD = re.compile("[我本学校党教科人财发招社国研](?:(?<=[我本])(?=校)|(?<![一-鿿].)|(?<=以及.))")
_EACH = re.compile(rf"(?=[^、和，]{{2,16}}(?:[、和，]|\Z)){_UNIT}(?=[、和，]|\Z)")
_UNIVERSITY = re.compile("[一-鿿]{2,12}?(?:大学|学院)(?=[一-鿿]{2,12}学院\\Z)")
# 学校领导、教务处
_NO_UNIT = re.compile("[关联体]系|领导|相关|全体|职能|干部|召开|举行|组织(?!部)|部署")


def own_units(text: str, school: str) -> Iterator[Body]:
    """Each unit of a list after 我校 or 学校, as a body of `school`."""
    if whole := _UNIVERSITY.match(school):  # a page of one of its colleges speaks of the university as 学校
        school = whole.group()
    units = list[tuple[int, str]]()
    for m in matches(_LIST, _HEAD, text):
        for unit in _EACH.finditer(text, *m.span("units")):
            start = unit.start() + unit.group().startswith("和")
            units.append((start, text[start : unit.end()]))
    names = {name for _, name in units}
    for start, name in units:
        if not _NO_UNIT.search(name):
            full = f"党委{name}" if f"党委{name}" in names else name  # 党委组织部, later 组织部
            yield Body(start, start + len(name), full, "EducationInstitution", place=school)


def has_own_units(text: str) -> bool:
    """Whether there is any such list."""
    return next(matches(_LIST, _HEAD, text), None) is not None
