"""The surnames with which Chinese and Japanese names begin, from the list of them."""

from functools import cache

from kg.mentions.lexicon import rows

# What the given names of Japan end in.
JAPANESE_ENDS = frozenset(
    "郎子美夫雄介彦之人一二三太树治辅助哉也香织奈菜惠幸代江枝世里纪贵明男平吉作藏造司志士仁义信行弘宏光秀茂隆浩诚实清正昭"
)

# The land that a family has its name on: 周家山, 李家巷.
LAND = frozenset("山沟湾巷坝村镇坪河桥庄寨岭坡渡店营屯堡垭岩塘")


@cache
def single_surnames() -> frozenset[str]:
    """Those of one character."""
    return frozenset(r[0] for r in rows("surnames.tsv", 3) if len(r[0]) == 1)


@cache
def compound_surnames() -> frozenset[str]:
    """The Chinese ones of two characters."""
    return frozenset(r[0] for r in rows("surnames.tsv", 3) if len(r[0]) == 2 and r[1] != "japanese")


@cache
def japanese_surnames() -> frozenset[str]:
    """The surnames of Japan, of two characters."""
    return frozenset(r[0] for r in rows("surnames.tsv", 3) if r[1] == "japanese")


@cache
def word_surnames() -> frozenset[str]:
    """The surnames that are common words as well: 高, 于, 常."""
    return frozenset(r[0] for r in rows("surnames.tsv", 3) if r[1] == "word")


@cache
def frequent_surnames() -> frozenset[str]:
    """The four hundred most frequent surnames that are no common words."""
    return frozenset(r[0] for r in rows("surnames.tsv", 3) if r[2] in "12" and r[1] != "word" and len(r[0]) == 1)


@cache
def first_of_surnames() -> frozenset[str]:
    """The characters with which Chinese names begin."""
    return single_surnames() | {surname[0] for surname in (*compound_surnames(), *japanese_surnames())}
