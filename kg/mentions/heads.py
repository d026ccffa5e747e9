"""Titles that stand for the head of one kind of body: 校长 of a school, 局长 of a bureau."""

import re

from kg.mentions.lexicon import words
from kg.mentions.surname import frequent_surnames

# Which bodies a head is of, where the title alone stands: 校长 of a school, 局长 of a bureau.
_HALL = "(?:协会|商会|学会|联合会|促进会|研究会|总会|校友会)\\Z"
_FIRM = "(?:公司|集团)\\Z"
HEADED = {
    head: re.compile(kind)
    for head, kind in {
        "校长": "(?:大学|(?<!科)学院|学校|[中小]学|高中|分校|一中)(?:（[一-鿿]{2,6}）)?\\Z",
        "院长": "(?<![法察务])院\\Z",
        "局长": "局\\Z",
        "厅长": "厅\\Z",
        "馆长": "馆\\Z",
        "园长": "幼儿园\\Z",
        "所长": "研究所\\Z",
        "台长": "台\\Z",
        "行长": "行\\Z",
        "社长": "社\\Z",
        "董事长": _FIRM,
        "总经理": _FIRM,
        "总裁": _FIRM,
        "会长": _HALL,
        "理事长": "(?:协会|学会|研究会|联盟|基金会|职教集团|职业教育集团|共同体)\\Z",
    }.items()
}
HEAD = re.compile(f"(?P<head>{'|'.join(sorted(HEADED, key=len, reverse=True))})(?:助理)?\\Z")
HEAD_ALONE = re.compile(
    f"(?:(?<![一-鿿])|(?<=[兼和与]))(?:(?:常务|执行)?副)?(?P<head>{'|'.join(sorted(HEADED, key=len, reverse=True))})"
)
# Posts that go with those of a head.
PARTY_POSTS = ("党委书记", "党委副书记", "党委委员", "党委常委", "纪委书记", "党组书记", "党组副书记", "党组成员", "党总支书记", "党支部书记")  # fmt: skip
_OF_PUPILS = ("小学", "中学", "幼儿园")
_HAS_HEAD = re.compile("(?:副?[校园]长|(?:党支部|党总支|党委)?(?:副)?书记)")


def has_a_head(text: str, start: int, suffix: int, end: int) -> bool:
    """Whether a common word before 小学 is a name, as a head with a name stands behind it: 团结小学校长王某, but no 乡村小学校长."""
    return (
        text[start:suffix] in words("school_names.tsv")
        and text[suffix:end] in _OF_PUPILS
        and (head := _HAS_HEAD.match(text, end)) is not None
        and text[head.end() : head.end() + 1] in frequent_surnames()
        and (not "一" <= text[start - 1 : start] <= "鿿" or text[start - 1] in "由在")
    )
