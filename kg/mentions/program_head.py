"""What a half quoted name begins with before its quotation: 全国大学生“甲乙”挑战赛, 实施中小学教师“丙丁”工程."""

import re

from kg.mentions.body_words import fields_at_end
from kg.mentions.lexicon import words
from kg.mentions.program_extent import nominal
from kg.mentions.program_words import contest_kinds, program_words
from kg.mentions.words import Words

# Whom a contest of the whole country is for.
_OF_WHOM = re.compile(
    "(?:全国|中国|世界|国际)(?:高职高专|高等学校|高校|职业院校|(?:大|中|小|中小|研究|青少)学?生?|青年|青少年|少年|少年儿童|职工|教师|农民|老年人|残疾人|妇女)"
    "[一-鿿]{0,4}\\Z"
)
# 实施|中小学教师: what a plan is about stands between the verb and the quotation.
_ABOUT = re.compile("(?:实施|启动|推进|开展|推行|部署)了?(?!实施|启动|推进|开展|推行|部署)(?P<what>[一-鿿]{2,8})\\Z")
_FAR = 12  # characters of verb and words
_PEOPLE = (
    "教师", "校长", "学生", "青少年", "少年", "儿童", "青年", "妇女", "老年人", "老人", "残疾人", "职工", "工人", "农民", "干部", "人才", "毕业生",
    "家长", "幼儿", "医师", "医生", "企业", "教育", "医疗",
)  # fmt: skip
_PLANS = ("计划", "工程", "行动")
_NO_FIELD = re.compile(
    "[全各新本该首这]|.{0,4}(?:[省市县区州国校部院]级|系列|专项|特色|重点|年度|轮|批|期|多项|一项|国家|重大|品牌)\\Z|国家|系列|专项|重点"
)


def head(text: str, cut: Words, quote: int, tail: str) -> int:
    """Where the name begins whose quotation opens at `quote` and goes on with `tail`; `quote` itself, where nothing before belongs to it."""
    if tail.endswith(_PLANS):
        about = _ABOUT.search(text, max(0, quote - _FAR), quote)
        if about and not _NO_FIELD.match(about["what"]) and _is_field(cut, about.start("what"), quote):
            return about.start("what")
        return quote
    whom = _OF_WHOM.search(text, max(0, quote - 2 * _FAR), quote)
    return (
        whom.start()
        if whom and re.search(contest_kinds() + "\\Z", tail) and nominal(cut, whom.start(), quote)
        else quote
    )


def _is_field(cut: Words, start: int, end: int) -> bool:
    """Whether nouns alone stand in [start, end), none of which is common to any plan."""
    if start not in cut.boundaries or not nominal(cut, start, end):
        return False
    what = cut.text[start:end]
    if not what.endswith(_PEOPLE) and not any(m.end() == len(what) for m in fields_at_end().finditer(what)):
        return False
    inside = range(cut.at(start), cut.at(end - 1) + 1)
    return all(cut.tags[i][0] in "njl" or cut.tags[i] == "vn" for i in inside) and not any(
        cut.word(i) in program_words("common") or cut.word(i) in words("leading_words.tsv") for i in inside
    )
