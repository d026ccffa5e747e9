"""Names of documents: in book-title marks, and agreements that are signed without them."""

import re
from dataclasses import dataclass

from kg.mentions.words import Words

_TITLED = re.compile(r"《([^《》\n]{2,60}(?:《[^《》\n]{1,40}》[^《》\n]{0,40})?)》")
# A newspaper, a film or a book series is no document that somebody issues or signs.
_PRESS = re.compile(
    r"(?:日报|晚报|晨报|早报|时报|导报|周报|商报|快报|周刊|月刊|杂志|学报|画报|新闻联播|频道|客户端|公众号|报)\Z"
)
_PRESS_AFTER = re.compile(r"记者|杂志|报道|主编|剧组|栏目|电视剧|电影|纪录片|剧目|舞剧|话剧|歌剧|邮发|编辑部|编委")
_PRESS_BEFORE = re.compile(
    r"(?:电影|电视剧|纪录片|歌曲|舞剧|话剧|歌剧|原创剧目|演唱|合唱|朗诵|歌舞|演奏|小说|散文|诗歌|来源：|书籍|专著)\Z"
)
_AGREEMENT = (
    "(?:合作协议书?|框架协议书?|协议书?|谅解备忘录|备忘录|合同书?|意向书|责任书|合作协定|协定|联合声明|共同宣言|倡议书)"
)
_SIGN = re.compile(r"(?:签署|签订|签下|达成|签约|续签)了?")
_AGREEMENT_AT = re.compile(_AGREEMENT)
_BEFORE_SIGN = re.compile(rf"(?P<name>{_AGREEMENT})(?:正式|成功|顺利|共同|的)?(?=签署|签订|签约|达成)")
_BARE = re.compile(
    r"(?:了|项|份|个|多项|系列|相关|有关|一|双方|三方|多方|[一二两三四五六七八九十\d]+[项份个])*(?:合作)?" + _AGREEMENT
)


_NO_PART = frozenset(["举行", "召开", "举办", "开展", "促成", "推动", "关于", "就", "将", "达成", "签署", "签订"])


@dataclass(frozen=True, slots=True)
class Titled:
    """A document's name at [start, end), marks excluded."""

    start: int
    end: int
    text: str
    rule: str


def documents(text: str, cut: Words) -> list[Titled]:
    """The documents that a text names, in order."""
    found = []
    for m in _TITLED.finditer(text):
        if (
            _PRESS.search(m[1])
            or _PRESS_AFTER.match(text, m.end())
            or _PRESS_BEFORE.search(text, max(0, m.start() - 5), m.start())
        ):
            continue
        found.append(Titled(m.start(1), m.end(1), m[1], "book-title marks"))
    for m in _SIGN.finditer(text):
        found += _after(text, m.end())
    for m in _BEFORE_SIGN.finditer(text):
        if (start := _run(text, cut, m.start())) is not None:
            end = m.start() + len(m["name"])
            found.append(Titled(start, end, text[start:end], "agreement signed"))
    unique: dict[tuple[int, int], Titled] = {}
    for d in found:
        if ("《" not in text[d.start : d.end] and not _BARE.fullmatch(d.text)) or d.rule == "book-title marks":
            unique.setdefault((d.start, d.end), d)
    return sorted(unique.values(), key=lambda d: d.start)


def _after(text: str, position: int) -> list[Titled]:
    """Agreements named after 签署, several in a list."""
    found: list[Titled] = []
    while True:
        stop = re.search(r"[，。；！？\n《]", text[position : position + 80])
        clause_end = position + (stop.start() if stop else 80)
        m = _AGREEMENT_AT.search(text, position, clause_end)
        if m is None:
            return found
        start = position
        for joint in re.finditer(r"[“‘]|关于|了", text[position : m.start()]):
            if joint.group() == "了":
                start = position + joint.end()
        name = text[start : m.end()]
        if "、" not in name and "的" not in name:
            found.append(Titled(start, m.end(), name, "agreement signed"))
        elif "的" in name:
            tail = start + name.rindex("的") + 1
            if tail < m.start():
                found.append(Titled(tail, m.end(), text[tail : m.end()], "agreement signed"))
        if text[m.end() : m.end() + 1] not in "、和":
            return found
        position = m.end() + 1


def _run(text: str, cut: Words, end: int) -> int | None:
    """Where the nouns before an agreement begin, a quotation at their head included."""
    position = end
    while position > 0:
        index = cut.ending_before(position)
        word, tag = cut.word(index), cut.tags[index]
        if word == "”":
            opening = text.rfind("“", max(0, position - 16), position)
            return opening if opening >= 0 else None
        if tag[0] not in "nvajbs" or word in _NO_PART:
            break
        position = cut.starts[index]
    return position if position < end else None
