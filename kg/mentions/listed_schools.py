"""Schools by names of any words beside schools in a list: 云溪小学、育才中学、解二小学."""

import re
from collections.abc import Sequence

from kg.mentions.body import Body
from kg.mentions.ordered import Ordered, Placed

_ITEM = re.compile(
    "[、和与](?P<name>[一-鿿]{2,4}(?:中学|小学|幼儿园))(?=[、，。；]|等(?!级)|[和与的]|参加|调研|考察|师生|校长)"
)
_SORT = re.compile(
    "[各全本该每几数多我其这那]|部分|其他|另外|有关|相关|城区|城乡|城市|乡镇|农村|乡村|民办|公办|普通|职业|高级|初级|完全|九年|义务|特殊|贫困|偏远|薄弱|试点|示范|实验|中心|对口|结对|兄弟|部分|"
    "周边|附近|片区|直属|辖区|重点|优质|普惠|受援|帮扶|友好|姊妹|成员|试验|附属|基层|山区|县域|[一二两三四五六七八九十\\d]+[所个家]|大学|大中|高中|初中"
)
_SCHOOLS = ("中学", "小学", "学校", "高中", "幼儿园")


def listed_schools(text: str, bodies: Sequence[Body]) -> list[Body]:
    """The items of a list that end as schools do and stand right behind one that is a school by its name, in order of the text."""
    taken: Ordered[Placed] = Ordered(bodies)
    ends = {b.end for b in bodies if b.group == "EducationInstitution" and b.text.endswith(_SCHOOLS)}
    found = list[Body]()
    for m in _ITEM.finditer(text) if ends else ():
        start, end = m.span("name")
        if m.start() in ends and not _SORT.match(text, start) and not taken.touches(start, end):
            found.append(Body(start, end, m["name"], "EducationInstitution"))
            ends.add(end)
    return found
