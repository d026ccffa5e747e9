"""Whose head a bare title means by the subject of the clause before it: 云岭学院承办了活动，院长某某表示."""

import re

from kg.facts.post_body import fits
from kg.mentions.found import Found
from kg.mentions.title import Title

# Titles whose body shows in its name.
_HEADS = re.compile("(?:常务|执行)?副?(?:校长|院长|董事长|总经理|总裁|会长|理事长|局长|厅长|园长|馆长|所长|行长|台长)")
_OF_COMPANY = ("董事长", "总经理", "总裁")
_SOCIETIES = ("会", "社", "联盟", "团")
# 甲与乙签约, 甲、乙到会: more than one subject; 甲校长 has its own.
_JOINED = re.compile("[与和同及、的等]|代表|师生|党委|校长|院长|书记")
# 甲中学到访，校长某致欢迎辞: of who receives them.
_CAME = re.compile("[到来走]访|捐|赠|来[校院]|一行|考察|参观|慰问|看望|送[来到去]|入驻")
_BEFORE = re.compile("(?:\\A|[。\\n]|作为[^，。；]{2,30}，|(?:\\d{1,2}[日月]|近日|日前|当天|今天)，?)\\Z")
_FAR = 40  # characters before the body
_CLAUSE = 60  # characters of the clause that it begins


# 某某大学迎来新校长甲
_GETS = re.compile(
    "(?:于?\\d{1,2}月\\d{1,2}日)?(?:正式|终于|将|又|再)?(?:迎来|任命|有了|产生)了?(?:一[位名])?(?P<new>新一?[任届]?|首[任位]|第[一二三四五六七八九十]{1,3}任)?"
)
_GETS_LONG = 20  # characters
_NEW = ("新任", "首任")


def new_head_of(found: Found, title: Title) -> str | None:
    """The body that a clause says gets a new head, whose bare title follows."""
    text = found.page.text
    for m in _GETS.finditer(text, max(0, title.start - _GETS_LONG), title.start):
        body = found.bodies_ending.get(m.start())
        if body is not None and m.end() == title.start and (m["new"] or text.startswith(_NEW, title.start)):
            name = found.body_name(body)
            return name if fits(title, name) else None
    return None


def clause_subject(found: Found, title: Title) -> str | None:
    """The body that does what the clause before a title tells, where it alone is named there and may have such a head."""
    text = found.page.text
    if not _HEADS.fullmatch(title.text) or text[title.start - 1 : title.start] != "，":
        return None
    stop = title.start - 1
    clause = max(text.rfind(mark, max(0, stop - _CLAUSE), stop) for mark in "，。；：\n") + 1
    if _CAME.search(text, clause, stop):
        return None
    named = found.body_index.within(clause, stop)
    if len(named) != 1 or named[0].start != clause or _JOINED.match(text, named[0].end):
        return None
    name = found.body_name(named[0])
    if not _BEFORE.search(text, max(0, clause - _FAR), clause) or not fits(title, name):
        return None
    if title.text.endswith(_OF_COMPANY):
        return name if named[0].group == "Company" else None
    return name if not title.text.endswith(("会长", "理事长")) or name.endswith(_SOCIETIES) else None
