"""Bodies under a word for their kind or a short name, at a post: 局党组书记, 院党委副书记, 青禾机电董事长."""

import re
from functools import cache

from kg.mentions.found import Found
from kg.mentions.lexicon import words
from kg.mentions.organization import Body
from kg.mentions.person import is_word
from kg.mentions.title import Title

# 局党组书记: a word for the kind of a body alone, before a post of the whole body.
_KIND = re.compile(
    "(?:\\A|(?<=[，。；：、！？\n （）由和及与]))(?P<kind>局|厅|委|部|院|署|行|社|馆|所|中心|总队|支队|大队)\\Z"
)
_OF_WHOLE = (
    "党组",
    "分党组",
    "党委",
    "纪委",
    "机关党委",
    "机关纪委",
    "党总支",
    "党支部",
    "总工程师",
    "总经济师",
    "总规划师",
)
_GRADE = re.compile("[一二三四]级(?:巡视员|调研员)")
_ENDS = {"委": "委|委员会", "行": "银行|[分支]行", "社": "社|出版社", "院": "(?<!国务)院"}
_OWN = ("我", "本")
# Posts of companies alone.
_COMPANY_POST = re.compile(
    "(?:董事长|董事局主席|董事会主席|总裁|总经理|首席[一-鿿]{2,3}官|CEO|创始人|合伙人|执行董事|监事长|监事会主席|总监)(?:助理)?\\Z"
)
_OPEN = frozenset("，。；：、！？\n （）“”《》【】—")
_LONGEST, _LEAST = 14, 2  # characters of a company's short name
_LEAD = re.compile("以及|[和与及由]|邀请|来自|原|经")
_NO_NAME = re.compile(
    "[的了在由对其是或等他她我你该这那各位名任]|公司|[和与及]\\Z|企业\\Z|集团\\Z|部门|团队|分店|(?:中国|中华|亚太|亚洲|全球|[华东西南北中]{2})大?区\\Z"
)
_NAME_TAGS = ("nz", "nr", "ns", "nt", "j", "x", "eng")


@cache
def _generic() -> frozenset[str]:
    return frozenset(words("generic_words.tsv"))


def is_of_company(title: Title) -> bool:
    """Whether a title is one that only companies and funds have: 董事长, 总裁, 创始人."""
    return _COMPANY_POST.search(title.text) is not None


def kindred(found: Found, title: Title) -> tuple[int, str | None] | None:
    """Where 局 in 局党组书记 begins and the body it means: the last one of the kind before it, or the only one of the page."""
    if not (title.text.startswith(_OF_WHOLE) or _GRADE.match(title.text)):
        return None
    text = found.page.text
    m = _KIND.search(text, max(0, title.start - 3), title.start)
    if m is None:
        return None
    ends = re.compile(f"(?:{_ENDS.get(m['kind'], m['kind'])})\\Z")
    near = found.body_index.within(found.paragraph_start(m.start(), 1), m.start())
    alike = [b for b in near if _is_of_kind(b, ends)]
    if alike and not any(word + m["kind"] in text for word in _OWN):
        return m.start(), found.body_name(alike[-1])
    named = {found.body_name(b) for b in found.bodies if found.is_read(b.start) and _is_of_kind(b, ends)}
    return m.start(), named.pop() if len(named) == 1 else None


def _is_of_kind(body: Body, ends: re.Pattern[str]) -> bool:
    return body.group != "PartyBody" and ends.search(body.text) is not None


def company_start(found: Found, title: Title, *, firm: bool) -> int:
    """Where the short name of a company begins that fills the slot before a post of companies, or the start of the title.

    `firm` says that another title of the stack shows it to be a company's: 青禾重工党委书记、总裁.
    """
    text, stop = found.page.text, title.start
    if not (firm or is_of_company(title)):
        return stop
    near = max(found.last_person_before(stop), *(t.end for t in found.title_before(stop)), 0)
    least = max(near, stop - _LONGEST)
    start = stop
    while start > least and text[start - 1] not in _OPEN:
        start -= 1
    lead = _LEAD.match(text, start, stop)
    if start and text[start - 1] not in _OPEN and not (lead and start == near):
        return stop  # longer than a name, or no mark parts it from what stands before
    start = lead.end() if lead else start
    return start if is_name(found, start, stop) else stop


def is_name(found: Found, start: int, stop: int) -> bool:
    """Whether words read like a company's short name: whole words, none that is grammar, and one of them no common word."""
    run, cut = found.page.text[start:stop], found.words
    if len(run) < _LEAST or start not in cut.boundaries or _NO_NAME.search(run):
        return False
    if any((h.start, h.end) == (start, stop) for h in found.hit_index.within(start, stop + 1)):
        return False  # a place
    index, proper, generic = cut.at(start), False, True
    while index < len(cut.starts) and cut.starts[index] < stop:
        word, tag = cut.word(index), cut.tags[index]
        proper = proper or tag.startswith(_NAME_TAGS) or not is_word(word)
        generic = generic and word in _generic()
        index += 1
    return proper and not generic
