"""The state in which a post is held: its head, its ministers under short names, whom it sends abroad.

泰国总理甲, 刚果（布）总统乙 → of the country whose name stands there        俄总统丙, 以总理丁 → of the one that its first character means
意大利副总理兼外长戊 → both of the same one                                泰国驻华大使己 → of the one that sends them
法国里昂市长庚 → 法国里昂市, the place in it
"""

import re
from functools import cache

from kg.mentions.found import Found
from kg.mentions.lexicon import alternation, rows, words
from kg.mentions.title import Title

# Heads of states and of their governments, and ministers under the short names of their posts.
_HEADS = re.compile(
    "(?:候任|代|临时|看守|过渡)?(?:副|第一副)?(?:国家元首|国家主席|总统|总理|首相|国王|女王|议长|国会主席|外长|防长|财长|国务卿|总督)"
)
_ENVOYS = ("大使", "总领事", "公使", "参赞")
_POSTED = re.compile("驻[一-鿿]{1,8}\\Z")
_LONG = 14  # characters of a country's name with what stands before the post
_LONG_MINISTRY = 24  # characters of a country's name with the field of a ministry
_SECURITY = "国家安全"
_NEXT_TO_FIGURES = re.compile("[0-9〇一二三四五六七八九十]\\Z")  # 4日首相…
_AS = re.compile("[^，。；]{0,12}(?:为首|为代表|身份|名义|的话)")  # 以总统某某的名义


def state_of(found: Found, title: Title, edge: int, before: str | None) -> str | None:
    """The state whose post a title at `edge` is; `before` is the body of the post that stands before it in the stack."""
    text = found.page.text
    if _HEADS.fullmatch(title.text):
        joined = text[edge - 1 : edge] in ("兼", "、") or text.startswith("兼", edge)
        beside = before if joined and before in words("countries.tsv") else None
        return state_ending(text, edge) or _short_state(found, edge, title.end) or beside
    if _PLACE_HEAD.fullmatch(title.text):
        return _place_abroad(text, edge, title.text)
    if title.text in ("部长", "大臣"):
        return _fused_ministry(text, edge)
    if title.text == "顾问" and text.endswith(_SECURITY, 0, edge):
        return state_ending(text, edge - len(_SECURITY))
    if title.text.endswith(_ENVOYS):
        post = _POSTED.search(text, max(0, edge - 10), edge)
        home = "中国" if post and text.endswith("中国", 0, post.start()) else None
        return home or (state_ending(text, post.start()) if post else None)
    return None


# The heads of towns, states and provinces: 里昂|市长, 京畿道|知事.
_PLACE_HEAD = re.compile("[市州省县区郡]长|知事|府尹")
_LONG_PLACE = 24  # characters of a country's name with that of the place


@cache
def _abroad() -> re.Pattern[str]:
    return re.compile(
        rf"{alternation(words('countries.tsv'))}(?!前|现任|新任|各|首都)(?:(?![和与及的驻])[一-鿿·]){{2,10}}\Z"
    )


def _place_abroad(text: str, edge: int, title: str) -> str | None:
    """The place abroad, behind its country, whose head's title stands at its end without the word for its class."""
    m = _abroad().search(text, max(0, edge - _LONG_PLACE), edge)
    level = title[0] if title[0] in "市州省县区郡" else ""
    return m.group() + (level if not m.group().endswith(level) else "") if m else None


def is_head_of_state(found: Found, title: Title) -> bool:
    """Whether a country's name stands right before the title of its head or minister."""
    return _HEADS.fullmatch(title.text) is not None and state_ending(found.page.text, title.start) is not None


@cache
def _state() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<state>{alternation(words('countries.tsv'))})(?:[一-鿿]{{0,6}}(?:王国|联邦|共和国|公国|酋长国|合众国))?(?:新任|现任|新当选|当选|前|时任)?\Z"
    )


def state_ending(text: str, position: int) -> str | None:
    """The state whose name ends at a position."""
    m = _state().search(text, max(0, position - _LONG), position)
    return m["state"] if m else None


@cache
def _ministry() -> re.Pattern[str]:
    field = alternation(
        {o[:-1] for o in words("state_organs.tsv") if o.endswith(("部", "省"))}
        | words("ministry_fields.tsv")
        | words("department_roots.tsv")
    )
    return re.compile(rf"{alternation(words('countries.tsv'))}{field}(?:[和与及、]?{field}){{0,2}}\Z")


def _fused_ministry(text: str, edge: int) -> str | None:
    """The ministry whose field stands before the title of its head: 美国财政|部长, 日本外务|大臣."""
    m = _ministry().search(text, max(0, edge - _LONG_MINISTRY), edge)
    return m.group() + ("省" if m.group().startswith("日本") else "部") if m else None


@cache
def _short() -> dict[str, str]:
    """The one character that stands for a country → its name."""
    return {r[1]: r[0] for r in rows("countries.tsv", 2) if r[1]}


def _short_state(found: Found, edge: int, end: int) -> str | None:
    """The country for which the one character before a post stands, a word by itself: of several that begin so the one that the
    page names, the last before the post."""
    text, start = found.page.text, edge - 1
    usual = _short().get(text[start:edge]) if start >= 0 else None
    if usual is None or _NEXT_TO_FIGURES.search(text, max(0, start - 1), start):
        return None
    before = text[start - 1 : start]
    if before == "中" or before in _short() or ("一" <= before <= "鿿" and start not in found.words.boundaries):
        return None  # 中法, 当日
    alike = [c for c in words("countries.tsv") if c[0] == text[start] or c == usual]
    told = {c: text.rfind(c, 0, edge) for c in alike if c in text}
    if text[start] == "以" and (not told or _AS.match(text, end)):
        return None
    return max(told, key=lambda c: (told[c], len(c))) if told else usual if len(alike) == 1 else None
