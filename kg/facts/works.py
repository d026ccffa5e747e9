"""Works and sites under names of their own, as the ceremonies held for them have them: 青山二号矿井项目|开工仪式."""

import re
from collections.abc import Iterator

from kg.mentions.bare_program import Named
from kg.mentions.body import Body
from kg.mentions.event_name import event_name
from kg.mentions.found import Found
from kg.mentions.lexicon import occurrences
from kg.mentions.ordered import Ordered

_RITE = re.compile(
    "(?P<what>[^，。；：、“”《》\n]{6,60}?(?:项目|工程|示范园区?|产业园区?|科技园区?|创业园区?)(?:[（(]?[一二三四]期[)）]?(?:工程|项目)?)?)"
    "(?:正式|全面|建设)?(?:(?:开工|动工|奠基|竣工|投产|通车|封顶|落成|点火|投运|投用|启用|开园|揭牌|挂牌|(?:战略|项目)?(?:合作)?签约|点亮|交付|完工)[和及、]?){1,2}"
    "(?:暨[^，。；]{2,24}?|[和及、](?:奠基|签约|揭牌|启动))?(?:仪式|典礼|庆典)\\Z"
)
# 2024年第三季度重大项目, 校企合作项目: several, or any of a sort.
_ANY = re.compile(
    "(?:[^，。；]{0,20}?(?:20\\d\\d年度?|第[一二三四]季度|[首第][一二三四五六七八九十]{0,3}批|[一二三四五六七八九十\\d]{1,3}月份?|[一二三四五六七八九十百\\d]{1,5}余?[个项]|等|[市县区省州镇校院]))?"
    "(?:重大|重点|产业|[一二三四]季度|集中开工|签约|暨|招商|引资|合作|校企|校地|院地|政校|科技|产学研用?|投资|民生|工业|农业|文旅|教育|基础设施|城建|建设|示范|战略|和|与|及|、|部分|集中|亿元|以上|基础|新|系列|相关|有关|各|首个|入园|落地|成果|转化)*(?:项目|工程|示范园区?|产业园区?|科技园区?|创业园区?)(?:[（(]?[一二三四]期[)）]?(?:工程|项目)?)?"
)
_SHORTEST = 8  # characters


def works(found: Found) -> Iterator[Named]:
    """Each works of a ceremony, wherever the text names it in the same words."""
    text = found.page.text
    bodies: Ordered[Body] = found.body_index
    seen: set[str] = set()
    for e in found.events:
        words = event_name(e.text)
        if not e.text.endswith(words):
            continue
        m = _RITE.match(text, e.end - len(words), e.end)
        if m is None:
            continue
        start, end = m.span("what")
        start = max(start, text.rfind("暨", start, end) + 1, text.rfind("——", start, end) + 2)
        opening = max(text.rfind("）", start, end), text.rfind("的", start, end)) + 1
        start = max(start, opening if end - opening >= _SHORTEST else start)
        for b in bodies.within(start, end):  # who builds it
            if b.start == start and end - b.end >= _SHORTEST and b.text.endswith(("公司", "集团")):
                start = b.end
        name = text[start:end]
        if len(name) < _SHORTEST or name in seen or _ANY.fullmatch(name) or bodies.around(start, end):
            continue
        if any(b.start < start < b.end or b.start < end < b.end for b in bodies.within(start - 30, end + 30)):
            continue
        seen.add(name)
    for start, end in occurrences(text, seen):
        yield Named(start, end, text[start:end], "works of a ceremony")
