"""Companies that go by a brand alone in a list that says what they are: 考察星澜方舟、云岭激光等企业."""

import re
from collections.abc import Sequence
from functools import cache

from kg.mentions.body import Body
from kg.mentions.body_words import generic, stops
from kg.mentions.branded import begins_brand
from kg.mentions.common_word import in_dictionary
from kg.mentions.gazetteer import Hit
from kg.mentions.lexicon import rows
from kg.mentions.ordered import Ordered, Placed
from kg.mentions.plain_words import PLAIN_TAGS
from kg.mentions.program_words import REGIONS
from kg.mentions.words import Words

_SORT = re.compile(
    r"等(?:\d+[余多]?家|[一二三四五六七八九十两数几多]{1,3}[余多]?家|一批|一大批|众多|一系列)?"
    "(?:国内外?|知名|著名|龙头|重点|骨干|头部|大型|高科技|高新技术|科技|上市|民营|本地|当地|合作|行业|优秀|规上|规模以上|链主|领军|领先|独角兽|国有|外资|生产|制造|加工|上下游|实力|医药|制药|生物|汽车|电子|化工|食品|建筑|能源|新能源|矿业|钢铁|物流|农业|外贸|互联网|软件|半导体|医疗器械|金融|电商|零售|纺织|航空|[一-鿿]{2}籍|的)*(?:企业|公司|车企|药企|名企|(?:人力资源(?:服务)?|金融|检测|检验检测|咨询|中介|创投|投资|猎头)机构)(?!家|化|管理|文化|技术|人才|导师|专家)"
)
# 王某、李某等企业负责人: whom the list names may be people.
_PEOPLE = re.compile("的?(?:代表|负责人|高管|员工|职工|职员|主要领导|领导|老板|老总|掌门人|导师|专家|校友|带头人|经理)")
_OF_PERSON = 4  # characters of a name
_JOINTS = re.compile("[、和与]")
_MARK = re.compile("[，。；：！？\n“”‘’（）()《》]")
_SPAN = 160  # characters of a list
_MOST = 20  # items


@cache
def _surnames() -> frozenset[str]:
    return frozenset(r[0] for r in rows("surnames.tsv", 1)) | {"小", "老"}


def _is_sort(text: str, cut: Words, start: int, end: int) -> bool:
    """Whether an item of a list says with common words what sort of company is meant: 网约车 beside 物流快递."""
    position = end
    while position > start:
        index = cut.ending_before(position)
        word, tag = cut.word(index), cut.tags[index]
        if position < end and (word in stops() or (tag[0] in "vpcud" and not tag.endswith("g"))):
            break  # 支持 + 火电
        if word not in generic() and not (tag in PLAIN_TAGS and in_dictionary(word)):
            return False
        position = cut.starts[index]
    return True


def _is_name(text: str, start: int, end: int, taken: Ordered[Placed]) -> bool:
    """Whether an item may be the name of a person."""
    return text[start] in _surnames() and end - start <= _OF_PERSON and not taken.touches(start, end)


def listed(text: str, cut: Words, bodies: Sequence[Body], hits: Sequence[Hit]) -> list[Body]:
    """Each brand of such lists of two or more, as a company, in order of the text; none that touches one of the `bodies`."""
    taken: Ordered[Placed] = Ordered(bodies)
    places = Ordered(hits)
    found: dict[int, Body] = {}
    for m in _SORT.finditer(text):
        end, least = m.start(), max(0, m.start() - _SPAN)
        for mark in _MARK.finditer(text, least, end):
            least = mark.end()
        parts = [j.end() for j in _JOINTS.finditer(text, least, end)][-_MOST:]
        if not parts:
            continue
        if len(parts) > 1 and text[parts[0] - 1] in "与和" and _is_name(text, least, parts[0] - 1, taken):
            least, *parts = parts  # 林某某与|甲集团、乙制药等企业
        items = list(zip([least, *parts], [*(p - 1 for p in parts), end], strict=True))
        if _PEOPLE.match(text, m.end()) and any(_is_name(text, s, e, taken) for s, e in items):
            continue
        if any(text.endswith(REGIONS, s, e) for s, e in items):
            continue  # 长三角、珠三角等企业
        if not any(taken.touches(s, e) for s, e in items) and any(_is_sort(text, cut, s, e) for s, e in items):
            continue
        for part, last in reversed(items):
            if taken.touches(part, last):
                if part == least or not any(b.end == last for b in taken.within(part, last)):
                    break
                continue
            start = begins_brand(text, cut, last)
            if start is None or start < part or (start > part and part != least):
                continue
            if not taken.touches(start, last) and not any(p.start > start for p in places.within(start, last)):
                found[last] = Body(start, last, text[start:last], "Company")
    return [found[end] for end in sorted(found)]
