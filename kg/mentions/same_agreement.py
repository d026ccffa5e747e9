"""Agreements under one name each: 甲协议书 and 甲协议, 院省甲协议, 战略合作协议 of a title, 此次签订的协议."""

import re
from bisect import bisect_left
from collections.abc import Iterable

from kg.mentions.adopted import CARRIED_OUT, Titled
from kg.mentions.spelling import in_order

AGREEMENT = "(?:合作协议书?|框架协议书?|协议书?|谅解备忘录|备忘录|合同书?|意向书|责任书|责任状|承诺书|合作协定|协定|联合声明|共同宣言|倡议书)"
"""What an agreement is called."""

_AGREEMENT_END = re.compile(AGREEMENT + "\\Z")
# 还分别与某地签署了战略合作协议: others than the one of which the page tells.
_SEVERALLY = re.compile(
    "(?:分别[与和同]|(?:(?<=[，。；])|(?<=\\n))(?:此外|另外|同时)，)[^，。；]{2,60}签[署订约]了?\\Z"
)
_SEVERAL_FAR = 80  # characters


def is_of_others(text: str, d: Titled) -> bool:
    """Whether a name that any agreement may bear is of those that several sign with somebody, each for itself."""
    if d.rule != "agreement signed" or not _ANY_AGREEMENT.fullmatch(d.text):
        return False
    return _SEVERALLY.search(text, max(0, d.start - _SEVERAL_FAR), d.start) is not None


# 院省战略合作协议: between whom it is.
_BETWEEN = re.compile("(?:[校院省市部企政银区县地军央所][校院省市部企政银区县地军所]|双方|三方|两地|两校)")
_SHORTEST = 6  # characters; 合作协议 may be any


def _unframed(name: str) -> str:
    """A name of an agreement without 框架 and marks, which reports put and leave out."""
    return re.sub("^(?:关于|推动|推进|深化)(?=.{8})|框架|[“”·•]", "", name)


def _of_kind(name: str) -> str:
    """A name of an agreement without the words for its kind, which reports put and leave out in it: 共建甲中心|战略合作|协议|书."""
    return re.sub("(?:战略|框架|合作)+(?=协议)|(?<=协议)书", "", _unframed(name))


def _is_short_of(name: str, title: str) -> bool:
    """Whether a name of an agreement is a title without some of its words: “十四五”教育合作协议 of 甲区与乙市“十四五”期间教育合作协议."""
    short, full = _unframed(name), _unframed(title)
    return full.endswith(short[-_END:]) and in_order(short, full)


def _titles_of(name: str, titles: set[str]) -> list[str]:
    """The titles that end in a name, else those that it shortens."""
    return [t for t in titles if t.endswith(name)] or [t for t in titles if _is_short_of(name, t)]


def _of_ceremony(text: str, name: str, signed: Iterable[str]) -> str | None:
    """The name with 框架 that the page's ceremony bears, of which another leaves that out: 战略合作框架协议签约仪式, 签订战略合作协议."""
    if not _ANY_AGREEMENT.fullmatch(name):
        return None
    return next((n for n in signed if n != name and _unframed(n) == name and f"{n}签约" in text), None)


# 甲基金会 乙大学合作框架协议: between whom a title says that it is.
_PARTS = re.compile("[ 　、与和]")
_KIND = re.compile("(?:大学|学院|学校|中学|公司|集团|基金会|医院|研究院|政府|[厅局委])\\Z")


def _is_of_another(text: str, d: Titled, title: str) -> bool:
    """Whether a sentence tells of an agreement with another body than the one that a title names."""
    start = max(text.rfind("。", 0, d.start), text.rfind("\n", 0, d.start)) + 1
    parts, others = [p for p in _PARTS.split(title.removesuffix(d.text)) if p], text[start : d.start]
    for part in parts:
        others = others.replace(part, "。")
    for part in parts:
        kind = _KIND.search(part)
        if kind and len(part) > len(kind.group()) + 1 and part not in text[start : d.start]:
            return re.search(f"(?<![我该本])[一-鿿]{{2}}{kind.group()}", others) is not None
    return False


_END = 4  # characters in which names of agreements are alike
_MOST = 50  # names that end alike; a text with more of them is a list


def same_agreements(text: str, found: list[Titled]) -> list[Titled]:
    """Agreements named without marks under one name each: 甲协议书 and 甲协议, 院省甲协议, the end of the one title in marks."""
    signed = {d.text: None for d in found if d.rule == "agreement signed"}
    if not signed:
        return found
    titles = {d.text for d in found if d.rule == "book-title marks" and _AGREEMENT_END.search(d.text)}
    kinds = {n: _of_kind(n) for n in signed}
    first_of: dict[str, str] = {}
    ending: dict[str, list[str]] = {}
    for name in signed:
        first_of.setdefault(name.removesuffix("书"), name)
        for size in range(1, _END + 1):
            if len(alike := ending.setdefault(kinds[name][-size:], [])) < _MOST and name not in alike[-1:]:
                alike.append(name)
    same: dict[str, str] = {}
    for name in signed:
        plain = name.removesuffix("书") if name.endswith("协议书") else name
        first = first_of.get(plain, name)
        between = _BETWEEN.match(name)
        longer = [
            n
            for n in ending[kinds[name][-_END:]]
            if kinds[name] != "协议"  # one of any kind
            and n.removesuffix("书") != plain
            and len(n) > len(name)
            and kinds[n].endswith(kinds[name])
            and not ((b := _BETWEEN.match(n)) and n[b.end() :] == name)
        ]
        if first != name:
            same[name] = first
        elif len({kinds[n] for n in longer}) == 1:
            same[name] = longer[0]  # 落实协议 of 甲计划落实协议书
        elif between and name[between.end() :] in signed:
            same[name] = name[between.end() :]
        elif (framed := _of_ceremony(text, name, signed)) is not None:
            same[name] = framed
        elif len(name) >= _SHORTEST and len(full := _titles_of(name, titles)) == 1:
            same[name] = full[0]
    found = [
        d._replace(text=same[d.text])
        if d.rule == "agreement signed"
        and d.text in same
        and not is_of_others(text, d)
        and not _is_of_another(text, d, same[d.text])
        else d
        for d in found
    ]
    return _pointed_at(text, found)


_ANY_AGREEMENT = re.compile("(?:战略|全面|框架|合作|共建|校企|校地|市校|教育|落实)+(?:协议书?|备忘录)")
_BACK = re.compile(
    "(?:(?:此次|本次|这[次份一项]+|该|上述|[把将在按照据]|落实|履行|执行)(?:双方)?(?:(?:签[署订约]|达成)的)?|双方(?:共同|正式|现场|当场)*签[署订]了?)[“]?\\Z"
)


_PAST = re.compile("[。！？\n]")


def _pointed_at(text: str, found: list[Titled]) -> list[Titled]:
    """战略合作协议 of a title, or of words that point back (此次签订的共建协议), under the name of the one agreement of the text."""
    pacts = [d for d in found if not d.is_work and d.rule != CARRIED_OUT and _AGREEMENT_END.search(d.text)]
    named = [d for d in pacts if not _ANY_AGREEMENT.fullmatch(d.text)]
    if len({d.text for d in named}) != 1:
        return found
    first = named[0].start
    starts = sorted(d.start for d in named)  # 双方签订甲协议，乙与丙签订丁协议: two
    head = min(text.find("。"), text.rfind("\n", 0, first) + 1, first)  # what ends before is a title
    beside = {  # 签订战略合作协议，…签订丁协议
        d.text
        for d in pacts
        if _ANY_AGREEMENT.fullmatch(d.text)
        and (n := bisect_left(starts, d.end)) < len(starts)
        and not _PAST.search(text, d.end, starts[n])
    }
    return [
        d._replace(text=named[0].text)
        if d.rule == "agreement signed"
        and _ANY_AGREEMENT.fullmatch(d.text)
        and d.text not in beside
        and (
            (d.end < head and text.find("。", d.end, text.find("\n", d.end)) < 0)
            or (first < d.start and (_BACK.search(text, max(0, d.start - 12), d.start) or d.text == "落实协议"))
        )
        else d
        for d in found
    ]
