"""The words that names of programmes are made of: their kinds (计划, 大赛, 平台), their fields, and where no name goes on."""

from functools import cache

from kg.mentions.lexicon import alternation, rows, words

# Regions under old names, with which names of programmes like to begin: as good as a place.
REGIONS = (
    "中原", "齐鲁", "燕赵", "三晋", "三秦", "江淮", "荆楚", "楚天", "湖湘", "巴蜀", "天府", "八闽", "闽江", "岭南", "八桂",
    "陇原", "赣鄱", "钱江", "珠江", "太湖", "京津冀", "长三角", "大湾区", "川渝", "成渝",
)  # fmt: skip
NATIONAL = frozenset(("国家", "全国", "中国", "国家级", "世界", "国际"))


@cache
def kinds() -> dict[str, str]:
    """The words in which names of programmes end → their class."""
    return {r[0]: r[1] for r in rows("program_kinds.tsv", 2)}


@cache
def program_words(group: str) -> frozenset[str]:
    """The words of one class in program_words.tsv."""
    return frozenset(r[0] for r in rows("program_words.tsv", 2) if r[1] == group)


@cache
def contest_kinds() -> str:
    """A pattern of any kind of contest, fair or festival: 大赛, 博览会."""
    return alternation(k for k, group in kinds().items() if group == "contest")


def is_stop(word: str) -> bool:
    """Whether a name ends before this word."""
    return (
        word in words("boundary_words.tsv")
        and word not in words("name_verbs.tsv")
        and word not in words("fronted_verbs.tsv")
    )
