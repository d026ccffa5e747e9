"""What a page does not state as done: what is planned, drafted or under talks (拟与乙签署, 计划明年组建), called off, or rumoured."""

import re
from collections.abc import Iterable, Iterator

from kg.mentions.found import Found
from kg.model import Relation, Span

# What a plan tells of like of what was done.
_OF_PLANS = frozenset(
    (
        "establishes",
        "signs",
        "signsWith",
        "cooperatesWith",
        "memberOf",
        "publishes",
        "implements",
        "organizes",
        "speaksAt",
        "participatesIn",
        "hosts",
    )
)
_WHO = "学院校局厅司府团委会部省市县区盟所心方"  # how those end who plan
_PLANS = re.compile(
    f"(?<=[{_WHO}])(?:目前|也|还|均|都|已)?(?:拟(?![订定态人音议]|[一-鿿]{{1,4}}的)|打算|有意(?![义思识])|有望|准备(?=[在于与和同组成签加])|正在?(?:筹[建备划]|起草|酝酿|商谈|洽谈|磋商)"
    "|计划(?=于|在|明年|今年|年[内底]|下[个半]?[年月周]|近期|\\d{1,4}[年月]|[与和同]|牵头|组建|成立|签[署订约]|共[建同]|加入|推出|出台|印发|发布|设立|建立|筹建))"
    "|原定于?(?=[一-鿿\\d])|原计划(?=[一-鿿\\d])|网传|谣传|误传"
)
_CLAUSE = re.compile("[，。；！？\\n]")
# 原定于3月签署的协议，已于4月签署: what is done all the same; 打算推广的“某工程”由甲实施: what is done with it.
_DONE = re.compile(
    "已(?:于|经|在|正式)|已[^，。；]{0,6}(?:签|成立|印发|发布)|正式(?:签|成立|揭|印|发)|昨[日天]|今[日天]|提前签|同时[与和同]|后[与和同]|签署了|开幕|公布|的消息传出后"
)
_OF_WHAT = re.compile("[^，。；]{2,16}?的(?=[《“一-鿿])")
_CALLED_OFF = re.compile(
    "(?:签约仪式|签字仪式|签约|仪式)(?:已|被|因故|临时|宣布|将|最终){0,3}(?:取消|推迟|延期|告吹|搁浅|中止)(?:举行)?(?=[，。；])"
)
_RUMOUR = re.compile(
    "“(?P<what>[^“”]{4,60})”(?:的(?:说法|传言|传闻|谣言|谎言)|一说(?=[，。])|一事(?=，[^。]{0,40}(?:回应|辟谣|澄清|否认|从未|不实)))"
)
_STOP = re.compile("[。！？\n]")
_LONG = 60  # characters of the clause that ends with what is called off


def stated(found: Found, relations: Iterable[Relation]) -> Iterator[Relation]:
    """The relations without those that only a plan, a draft or a rumour tells of."""
    spans = list(_unstated(found))
    for r in relations:
        if (
            not spans
            or r.predicate not in _OF_PLANS
            or not any(s.start < e.end and e.start < s.end for s in spans for e in r.evidence)
        ):
            yield r


def _unstated(found: Found) -> Iterator[Span]:
    """Where a page tells of what is not done."""
    text = found.page.text
    for m in _PLANS.finditer(text):
        stop = _STOP.search(text, m.end())
        rest = m.end(), stop.start() if stop else len(text)
        if _DONE.search(text, *rest) or (m.group()[0] != "原" and _OF_WHAT.match(text, *rest)):
            continue
        end = _CLAUSE.search(text, m.end())
        yield found.page.span(m.start(), end.start() if end else len(text))
    for m in _CALLED_OFF.finditer(text):
        start = max(text.rfind(mark, max(0, m.start() - _LONG), m.start()) for mark in "，。；\n") + 1
        yield found.page.span(start, m.end())
    for m in _RUMOUR.finditer(text):
        yield found.page.span(*m.span("what"))
