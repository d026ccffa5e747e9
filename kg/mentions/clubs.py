"""Football clubs and leagues: 曼联, 拉科鲁尼亚队, 意甲. Most are also the names of cities, so they count only among words of the game."""

import re
from functools import cache, lru_cache

from kg.mentions.common_word import in_dictionary
from kg.mentions.lexicon import WordList, alternation, beginnings, heads, rows, words
from kg.text.scan import matches

_GAME = (
    "联赛|足球|主场|客场|英超|中超|苏超|意甲|西甲|德甲|法甲|荷甲|欧冠|联盟杯|足总杯|球队|球员|球迷|亚盘|赔率|赔付|主胜|客胜|胜胜|平胜|负胜|进球|失球|主队|客队|射门|门将|中场|前锋|后卫|主教练|主帅|杯赛|"
    "足彩|让球|点球|球场|VS|Vs|vS|vs|比赛|上轮|本轮|首轮|赛季|夺冠|对阵|交战|交锋|客战|主战|盘口|不败|连胜|连败|转会|引援|锋线|防线|进攻|防守|球星|出线|小组赛|淘汰赛|半决赛|决赛|世界杯|欧锦赛"
)
# What a country's team in a game is called after its name: 巴西队, 韩国国家男子篮球队.
_TEAM = "(?:国家)?(?:男子|女子|[男女])?(?:足球|篮球|排球|手球|曲棍球|橄榄球|乒乓球|羽毛球|网球|棒球|冰球|[足篮排乒羽])?队(?![员友长服伍列])"
_BREAK = re.compile(r"[。！？\n]")


@cache
def _table() -> tuple[re.Pattern[str], dict[str, str], frozenset[str]]:
    """Any name; each name → the fullest; the names that mean nothing else."""
    full = {}
    for row in rows("clubs.tsv", 1):
        for name in (row[0], *(n for n in row[1:2] and row[1].split("|") if n)):
            full[name] = row[0]
    plain = frozenset(n for n in full if not in_dictionary(n))
    team = f"(?:中国|{alternation(words('countries.tsv'))}){_TEAM}"
    return re.compile(f"{team}|(?:{alternation(full)})(?:足球俱乐部|俱乐部|队(?![员友长服伍列]))?"), full, plain


@cache
def _heads() -> tuple[re.Pattern[str], frozenset[str]]:
    """Where a name of the table or of a country may begin."""
    items = [*_table()[1], *words("countries.tsv"), "中国"]
    return heads(items), beginnings(items)


@cache
def _game() -> WordList:
    return WordList(_GAME.split("|"))


def is_about_game(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether words of a game stand in text[start:end]."""
    return next(_game().find(text, start, end), None) is not None


@lru_cache(maxsize=1)
def is_of_game(text: str) -> bool:
    """Whether a page is about a game; asked of many names."""
    return is_about_game(text)


def clubs(text: str) -> list[tuple[int, int]]:
    """Where a text about football names clubs and leagues."""
    if not is_of_game(text):
        return []
    pattern, _, plain = _table()
    head, begins = _heads()
    found: list[tuple[int, int]] = []
    start = 0
    for stop in (*(m.end() for m in _BREAK.finditer(text)), len(text)):
        named = [m.span() for m in matches(pattern, head, text, start, stop, begins)]
        if named and (len(named) > 1 or is_about_game(text, start, stop) or any(text[s:e] in plain for s, e in named)):
            found += named
        start = stop
    return found


def club_name(name: str) -> str:
    """The fullest name of a club or league; any other name as it is."""
    return _table()[1].get(name, name)
