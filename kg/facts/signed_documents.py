"""What is signed: the documents beside a verb, or the one agreement of the page that a mere 协议 means."""

import re
from collections.abc import Collection

from kg.mentions.adopted import CARRIED_OUT, Titled
from kg.mentions.found import Found

_RELEASED = re.compile("发布|印发|公布|推出|出台")
# The one that the page names in full elsewhere; a mere 协议 where somebody signs for a side.
_BARE_PACT = re.compile("了?(?P<which>战略|框架|全面|合作)*(?:框架)?协议(?=[，。；])")
# 在协议上共同签字
_ON_PACT = re.compile("(?P<pact>协议)上(?:共同|分别|现场|正式|郑重|先后)?\\Z")
# 合作备忘录由甲和乙签署
_BY_HANDS = re.compile("(?:协议书?|备忘录|意向书)(?=由[^，。；由]{4,60}\\Z)")
_KINDS_OF_PACT = ("协议", "备忘录", "意向")
Pacts = dict[str, dict[str, Titled]]  # what the last words of agreements are → those, by their names


def pacts_of(found: Found) -> Pacts:
    """The agreements that a page names, by the kinds that may stand for one of them alone."""
    pacts: Pacts = {}
    for d in found.documents:
        for kind in _KINDS_OF_PACT if d.rule != CARRIED_OUT else ():
            if d.text.rstrip("书").endswith(kind):
                pacts.setdefault(kind, {})[d.text] = d
    return pacts


# 双方签署协议，是贯彻落实《…意见》的举措: which nobody signs.
_CARRIES_OUT = re.compile("(?:贯彻|落实|根据|按照|依据|响应|服务)[^，。；]{0,8}《?\\Z")


def signed_documents(
    found: Found, pacts: Pacts, left: int, verb: re.Match[str], stop: int, before: frozenset[str]
) -> list[Titled]:
    """The documents in [left, stop) that are signed with a verb, else the one agreement of the page that a mere 协议 beside it means,
    if it is not among those of `before`."""
    text = found.page.text
    released = _RELEASED.search(text, verb.end(), stop)
    last_comma = text.rfind("，", left, verb.start())
    documents = [
        d
        for d in found.document_index.within(left, stop)
        if d.rule != CARRIED_OUT
        and (released is None or d.start < released.end())
        and not _apart(text, d, verb.start(), last_comma)
        and not _CARRIES_OUT.search(text, verb.end(), max(verb.end(), d.start))
    ]
    if not documents and (on := _ON_PACT.search(text, left, verb.start())) and "签" in verb.group():
        documents = _only_agreement(pacts, *on.span("pact"), "协议")
    elif not documents and (passive := _BY_HANDS.search(text, left, verb.start())):
        documents = _only_agreement(pacts, *passive.span(), passive.group())
    elif (
        not documents
        and (bare := _BARE_PACT.match(text, verb.end()))
        and (bare["which"] or "代表" in text[left : verb.start()])
        and "分别与" not in text[left : verb.start()]
    ):
        alike = _only_agreement(pacts, bare.end() - 2, bare.end(), "协议")
        documents = [d for d in alike if d.text not in before]
    elif (
        not documents
        and text[left - 1 : left] in "。！\n"
        and text[verb.end() : verb.end() + 1] in ("，", "。", "；")
        and _FOR_SIDES.search(text, left, verb.start())
    ):
        told = {d.text: d for alike in pacts.values() for d in alike.values()}
        documents = [d._replace(start=verb.start(), end=verb.end()) for d in told.values()] if len(told) == 1 else []
    return documents


def signed_before(found: Found, signed: Collection[str], left: int, verb: re.Match[str]) -> Titled | None:
    """The one document that the sentence said before is `signed`, where somebody goes on to sign for the sides: 甲与乙签订《…》，丙、丁
    分别代表双方签字."""
    if len(signed) != 1 or not _FOR_SIDES.search(found.page.text, left, verb.start()):
        return None
    named = next((d for d in found.documents if d.text in signed), None)
    return named._replace(start=verb.start(), end=verb.end()) if named else None


_FOR_SIDES = re.compile(
    "(?:代表(?:双方|各方|三方|两[校院地家]|校[企地]双方|学校|公司|企业|医院|集团)|作为[^，。；]{1,10}代表)(?:在[^，。；]{2,10}上)?(?:上台|现场|正式|共同|分别)*\\Z"
)


def _only_agreement(pacts: Pacts, start: int, end: int, kind: str) -> list[Titled]:
    """The one agreement of the page of the kind named at [start, end), a 协议 on which somebody puts a name."""
    alike = pacts.get(kind.rstrip("书"), {})
    return [d._replace(start=start, end=end) for d in alike.values()] if len(alike) == 1 else []


_SAID = re.compile("》?[^，。；]{0,12}(?:报告|发言|讲座|演讲|主题|课|文章|汇报|部署|要求|精神|框架下)")


_ON_ITS_GROUNDS = re.compile(
    "(?:落实|贯彻|根据|按照|依据|依照|响应|遵照|参照|推[进动]|学习|围绕|基于|发布|公布|推出|编制|解读|宣读|审议通过|印发|出台)(?:好|了)?[^，。；《》]{0,10}《?\\Z"
)
_NEAR = 16  # characters


def _apart(text: str, document: Titled, verb: int, last_comma: int) -> bool:
    """Whether a document named before the verb is not what was signed: 作了题为《…》的发言，并…签署. `last_comma` is that before it."""
    return document.end <= verb and bool(
        _ON_ITS_GROUNDS.search(text, max(0, document.start - _NEAR), document.start)
        or (document.end <= last_comma and not text.startswith("》", document.end, document.end + 1))
        or _SAID.match(text, document.end, verb)
    )
