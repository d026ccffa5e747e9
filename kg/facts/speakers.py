"""The persons of a sentence as its verbs take them: lists under one verb, surnames with a title (孙局长), who is no official speaker."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from kg.facts.gathering import Gathering
from kg.mentions.found import Found
from kg.mentions.lexicon import alternation
from kg.mentions.ordered import Ordered
from kg.model import Kind, Ref, Relation

_LEADERS = frozenset(("总书记", "国家主席", "中央军委主席", "总理", "国务院总理"))
# Those whom a report quotes and who give no speech.
_LAY = (
    "学生",
    "村民",
    "家长",
    "市民",
    "游客",
    "居民",
    "选手",
    "志愿者",
    "观众",
    "同学",
    "农民",
    "消费者",
    "患者",
    "店主",
    "运动员",
)
_COMPOUND = 2
_POST_LONG = 40  # characters of a bracket with a post
_SHORT_TITLES = (
    "局长", "校长", "书记", "主任", "院长", "教授", "部长", "厅长", "市长", "县长", "区长", "省长", "处长", "科长", "镇长", "理事长", "董事长",
    "总经理", "会长", "秘书长", "院士", "主席", "司长", "所长", "行长", "社长", "馆长", "园长", "副局长", "副校长", "副书记", "副主任", "副院长",
    "副部长", "副厅长", "副市长", "副县长", "副区长", "副省长", "副处长", "副主席", "副会长", "巡视员", "总监", "总裁", "总工程师", "老师", "博士",
    "乡长", "州长", "盟长", "旗长", "台长", "组长", "团长", "主委", "督学", "检察长", "副乡长", "副镇长", "副州长", "副盟长", "副旗长",
    "副司长", "副所长", "副馆长", "副社长", "副行长", "副园长", "副主委", "副总经理", "副董事长", "副理事长", "副秘书长", "副总裁",
)  # fmt: skip
# What a person does who stands before another in a sentence: a list does not go over it.
_ACT = re.compile(
    "主持|指出|强调|表示|介绍|致辞|致词|讲话|发言(?!人)|宣读|宣布|汇报|作出|会见|批示|出席|参加|列席|与会|到会|参会|到场|率|率队|代表[^，。；、]{0,12}(?:致|讲|发|作)|陪同|签署|签订|揭牌|"
    "授牌|颁奖|担任|任命|免[去除]|罢免|聘任|当选|同志[为任兼]|召开|开幕|闭幕|认为|要求|提出|说|因|向|受[^，。；]{2,12}委托|委托，|就[^，。；、]{2,30}(?:作|进行)"
)
# 《甲》主编, “《甲》读者年”代表: a title that only tells who somebody is.
_EDITED = re.compile(
    "“[^“”]*”|《[^《》]{1,20}》(?:杂志|期刊|编辑部|执行|副|总|原|常务|特约)*(?:社长?|主编|总编辑?|编辑|编委|编审|记者|责编|作者|译者|导演|编剧)"
)
_JOINT = re.compile("(?:等[一-鿿]{0,6}?)?(?:[、，和与及；]|以及|同|暨)")
# What goes on after a name with neither a mark nor a word of a list is said of that one (甲奖学金的获得者，…).
_GOES_ON = re.compile("(?![等及以同暨与和一率携女先博教院（(])[一-鿿]{9}")
# 校长甲考察企业，市长乙出席论坛
_ELSEWHERE = re.compile(
    "(?:[赴到在][^，。；、]{2,10})?(?:考察(?!团)|调研(?!员)|走访|检查(?![组院长])|视察(?!员)|看望|慰问|接待(?![办处科])|出差|缺席|请假)"
)
# 甲（上图右）, 乙（左二）, 丙（女，白族）: where somebody stands in a picture, or who they are.
ASIDE = re.compile(
    "（(?:(?:[上下左右]图|图中?|前排|后排|中排)?(?:[左右][侧一二三四五六七八九1-9]?|居?中)|女|[男女]，[一-鿿]{1,4}族|[一-鿿]{1,4}族)）"
)


class Person(NamedTuple):
    """A person's name at [start, end), or a surname that stands for it."""

    start: int
    end: int
    name: str


@cache
def _short_titles() -> re.Pattern[str]:
    return re.compile(alternation(_SHORT_TITLES))


@dataclass(frozen=True)
class People:
    """Where the persons of a page stand."""

    found: Found

    @cached_property
    def leaders(self) -> frozenset[str]:
        """The heads of state and government, who are quoted at events and seldom there: also 甲主席, of nothing that the page names."""
        titled: dict[str, set[str]] = {}
        for n, t in self.found.names:
            titled.setdefault(n.text, set()).add(t.text if t.start != n.end else "-" + t.text)
        return frozenset(
            name for name, titles in titled.items()
            if titles == {"-主席"} or any(t.lstrip("-") in _LEADERS or t.endswith("总书记") for t in titles)
        )  # fmt: skip

    @cached_property
    def lay(self) -> frozenset[str]:
        """Those whom the page first names as students, villagers, visitors."""
        text = self.found.page.text
        first = {name: places[0][0] for name, places in self.found.persons.items()}
        return frozenset(name for name, at in first.items() if text.endswith(_LAY, max(0, at - 4), at))

    @cached_property
    def _titles(self) -> dict[str, set[str]]:
        """The titles that each person bears beside the name."""
        titles: dict[str, set[str]] = {}
        for n, t in self.found.names:
            titles.setdefault(n.text, set()).add(t.text)
        return titles

    @cached_property
    def _short(self) -> Ordered[Person]:
        """孙局长 for the one 孙 of the page, once named in full before."""
        bearers: dict[str, list[tuple[str, int]]] = {}
        for name, places in self.found.persons.items():
            bearers.setdefault(name[: _COMPOUND if len(name) > 3 else 1], []).append((name, places[0][0]))
        text, titles = self.found.page.text, _short_titles()
        named = {n.start for n, _ in self.found.names}
        found: dict[int, Person] = {}
        for surname in sorted(bearers, key=len):
            at = text.find(surname)
            while at >= 0:
                end = at + len(surname)
                title = titles.match(text, end) if at == 0 or not "一" <= text[at - 1] <= "鿿" else None
                if title is not None:
                    found.pop(at, None)  # 欧 of 欧阳局长
                    before = [name for name, first in bearers[surname] if first < at]
                    if len(before) > 1:  # 李校长, of 李某校长 and 李某乡长
                        before = [name for name in before if title.group() in self._titles.get(name, ())]
                    if len(before) == 1 and title.end() not in named:
                        found[at] = Person(at, end, before[0])
                at = text.find(surname, at + 1)
        return Ordered(found.values())

    def within(self, start: int, end: int) -> list[Person]:
        """The persons named in [start, end), in order, without those who are only quoted."""
        return self._index.within(start, end)

    def ends_at(self, position: int) -> bool:
        """Whether a person's name ends at a position."""
        return position in self._ends

    @cached_property
    def _ends(self) -> frozenset[int]:
        return frozenset(p.end for p in self._index.items)

    @cached_property
    def _index(self) -> Ordered[Person]:
        named = [Person(n.start, n.end, n.text) for n in self.found.people_index.items]
        return Ordered(p for p in (*named, *self._short.items) if p.name not in self.leaders)

    def title_after(self, end: int) -> int:
        """Where a title right after a name ends (黄某某院长), or `end`; a remark about the person goes with them."""
        title = self.found.title_at.get(end)
        end = title.end if title and title.text != "代表" else end
        aside = ASIDE.match(self.found.page.text, end)
        return aside.end() if aside else self._behind_post(end)

    def _behind_post(self, end: int) -> int:
        """Where a bracket with somebody's post ends that begins at a position (甲（某大学校长）), or the position."""
        text = self.found.page.text
        close = text.find("）", end, end + _POST_LONG) if text[end : end + 1] == "（" else -1
        return close + 1 if close > 0 and close in self.found.title_ending else end

    def title_before(self, start: int) -> int:
        title = self.found.title_of.get(start)
        return title.start if title else start

    def acts(self, words: str) -> bool:
        """Whether somebody does something in the words between two names."""
        return _ACT.search(words) is not None

    def chain(self, people: Sequence[Person], position: int) -> list[Person]:
        """The list of persons that ends before a position: back to where somebody does something else."""
        text, chain = self.found.page.text, list[Person]()
        edge = position
        for person in reversed(people):
            gap = text[self.title_after(person.end) : edge]
            if "。" in gap or "：" in gap or "》" in _EDITED.sub("", gap) or len(gap) > 120 or _ACT.search(gap):
                break
            if chain and (_GOES_ON.match(gap) or _ELSEWHERE.match(gap)):
                break
            if chain and not _JOINT.match(gap.lstrip(" （）()")) and "、" not in gap and "，" not in gap:
                break
            chain.insert(0, person)
            edge = person.start
        return chain


def relation(found: Found, who: Ref, predicate: str, event: Gathering, start: int, end: int, rule: str) -> Relation:
    """A relation to an event, said in [start, end)."""
    return Relation((found.page.span(start, end),), rule, who, predicate, Ref(Kind.EVENT, event.name))


def person(name: str) -> Ref:
    return Ref(Kind.PERSON, name)
