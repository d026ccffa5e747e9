"""Companies that go by a brand alone, told by who speaks for them: 、星澜云副总裁陆某某, 中国青冶党委书记、董事长卓某某.

The brand is what stands between a mark or a verb and the first of the titles that a person holds, one of them a company's.
"""

import re
from collections.abc import Sequence

from kg.mentions.body import Body
from kg.mentions.body_words import generic, stops
from kg.mentions.common_word import in_dictionary
from kg.mentions.gazetteer import Hit
from kg.mentions.lexicon import words
from kg.mentions.ordered import Ordered, Placed
from kg.mentions.person import Name
from kg.mentions.plain_words import PLAIN_TAGS
from kg.mentions.title import Title
from kg.mentions.words import Words

# Titles that only companies have.
_OF_COMPANY = re.compile("董事长|董事局主席|董事会主席|总裁|总经理|首席[一-鿿]{2}官|C[EFTO]O|创始人|合伙人|总监\\Z")
_CHAINED = frozenset("、兼")  # between the titles of one person
_DUTY = re.compile(
    "(?:教育|技术|市场|运营|销售|财务|产品|品牌|内容|设计|研发|生产|质量|法务|人力资源|人事|行政|投资|战略|渠道|营销|体育|公关|客户|艺术|创意)\\Z"
)  # 教育总监
_DEPARTMENT = re.compile("[一二三四五六七八九十]部|[一-鿿]{2}(?:中心|事业|策划|项目|论坛|活动|计划|工程|部门|节目)\\Z")
_OF_UNIVERSITY = re.compile(
    "(?:事务|国际|教务|学生|科研|招生|校友|总务|财务|人事|后勤|出版)[一-鿿]{0,2}\\Z"
)  # 江大全球事务总监
_BRAND = re.compile("[A-Z]{0,5}[一-鿿]{2,10}|[A-Z][A-Za-z]{1,9}")
_LONGEST = 10  # characters
# What no brand begins with or ends in: 时任董事长, 某企业总裁, 事业部总经理, 大中华区总裁.
_NO_HEAD = frozenset(
    "原时现任前其该本我某各每兼由据经被将把对向从为到在是有请让使给跟同并又也还等及与和此这那多几全首副第的"
)
_NO_END = frozenset("部区处组室科界企家员者人长里上中下方类级位名个任时届度届国省市县洲州公司厂行店的")
_NO_TRADE = ("企业", "行业", "产业", "专业", "事业", "创业", "毕业")  # but 汇禾置业
_MARKS = frozenset("、，。；：！？\n（）()“”‘’【】《》…— 　|｜/")
_FUNCTION = frozenset("在由与于至为是及的和对向从以经以被将把等了着过并或到给让使据由任兼系")
_SMALL = frozenset("pcurydeo")
_INSIDE = frozenset("中内外上下大小新老")


def brands(
    text: str,
    cut: Words,
    people: Sequence[tuple[Name, Title]],
    titles: Sequence[Title],
    bodies: Sequence[Body],
    hits: Sequence[Hit],
) -> list[Body]:
    """Each brand before the titles of a person, as a company, in order of the text; none that touches one of the `bodies` or a
    person, or has a division inside it but at its head."""
    if not any(_OF_COMPANY.search(t.text) for t in titles):
        return []
    taken: Ordered[Placed] = Ordered([*bodies, *titles, *(n for n, _ in people)])
    body_ends = {b.end: b for b in bodies}
    places = Ordered(hits)
    by_end = {t.end: t for t in titles}
    found: dict[int, Body] = {}
    for name, first in people:
        if first.start > name.start:
            continue
        last: Title | None = first
        while last is not None:
            chain = [last]
            while text[chain[-1].start - 1 : chain[-1].start] in _CHAINED and (
                before := by_end.get(chain[-1].start - 1)
            ):
                chain.append(before)
            edge = chain[-1].start
            if any(_OF_COMPANY.search(t.text) for t in chain) and (end := _ends(text, chain[-1])):
                start = begins_brand(text, cut, end)
                if (
                    start is not None
                    and not taken.touches(start, end)
                    and not any(p.start > start for p in places.within(start, end))
                    and not _DEPARTMENT.search(text, start, end)
                    and not (text[start + 1] == "大" and _OF_UNIVERSITY.search(text, start + 2, end))
                ):
                    group = "Organization" if text.endswith(("会", "党", "基金"), start, end) else "Company"
                    found[end] = Body(start, end, text[start:end], group)
            body = body_ends.get(edge)  # 甲创始人、乙集团董事长 are posts of one person
            last = (
                by_end.get(body.start - 1) if body is not None and text[body.start - 1 : body.start] == "、" else None
            )
    return [found[end] for end in sorted(found)]


def _ends(text: str, title: Title) -> int:
    """Where the brand before a title ends: before 教育总监, 新总裁."""
    end = title.start
    if title.text.endswith("总监") and (duty := _DUTY.search(text, max(0, end - 4), end)):
        end = duty.start()
    return end - 1 if text[end - 1 : end] == "新" else end


def begins_brand(text: str, cut: Words, end: int) -> int | None:
    """Where the brand that ends at a position begins, if one does."""
    start, pieces = end, list[tuple[str, str]]()
    while start > 0 and text[start - 1] not in _MARKS:
        index = cut.ending_before(start)
        word, tag = cut.word(index), cut.tags[index]
        if word in stops() or word in _FUNCTION or (tag[0] in _SMALL and not tag.endswith("g")):
            left = cut.starts[index]
            if word not in _INSIDE:
                break
            if left and text[left - 1] not in _MARKS:
                return None  # 中房某某 is cut wrongly
        start = cut.starts[index]
        pieces.insert(0, (word, cut.tags[index]))
        if end - start > _LONGEST:
            return None
    while pieces and pieces[0][0] in words("leading_words.tsv"):
        start += len(pieces.pop(0)[0])
    if not pieces or not _BRAND.fullmatch(text, start, end) or text[start] in _NO_HEAD or text[end - 1] in _NO_END:
        return None
    if text.endswith(_NO_TRADE, start, end):
        return None
    of_state = pieces[0][0] == "中国" and pieces[-1][1] == "j" and "企" not in pieces[-1][0]  # 中国中冶
    return start if of_state or any(_is_proper(word, tag) for word, tag in pieces) else None


def _is_proper(word: str, tag: str) -> bool:
    """Whether a word may be a name: no common one, no place of the dictionary, or none that the dictionary has."""
    if word in generic() or tag in ("m", "q"):
        return False
    return len(word) == 1 or not (tag in PLAIN_TAGS or tag in ("j", "ns")) or not in_dictionary(word)
