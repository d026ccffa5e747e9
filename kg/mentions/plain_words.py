"""Whether a run of words is made of common ones, as the fields of study or of work are in names of bodies."""

from functools import cache

from kg.mentions.body_edges import Edges
from kg.mentions.body_words import generic
from kg.mentions.common_word import in_dictionary
from kg.mentions.lexicon import words

# Of the dictionary's words, those that are no names.
PLAIN_TAGS = ("n", "v", "vn", "a", "an", "ad", "b", "d", "l", "i", "m", "q", "f", "s", "t", "nl")
_BODIES = frozenset(("学校", "学院", "企业", "政府", "高校", "部门", "医院", "单位", "公司", "院校", "大学", "小学", "中学", "机构", "教师", "学生", "专家"))  # fmt: skip


@cache
def common() -> frozenset[str]:
    """Words that many names of bodies share."""
    return generic() | words("name_verbs.tsv") | words("department_roots.tsv")


def is_plain(edges: Edges, start: int, end: int) -> bool:
    """Whether [start, end) holds common words only: fields of study or of work."""
    cut, text = edges.cut, edges.text
    pieces = [
        (text[max(cut.starts[i], start) : min(cut.ends[i], end)], "nz" if cut.ends[i] > end else cut.tags[i])
        for i in range(cut.at(start), cut.at(end - 1) + 1)
    ]  # 音乐 of 音乐学院, which the segmenter has for a name
    return all(
        w not in _BODIES and (w in common() or plain_word(w, tag) or (tag[:2] in ("nr", "nz") and in_dictionary(w)))
        for w, tag in pieces
    )


def is_field(edges: Edges, start: int, end: int) -> bool:
    """Whether [start, end) may be a field of study or of work: as `is_plain`, with abbreviations (光电) and 企业."""
    cut, text = edges.cut, edges.text
    pieces = [
        # 深海, which the dictionary takes for a place, is none of the gazetteer's
        (text[max(cut.starts[i], start) : min(cut.ends[i], end)], "n" if _no_place(edges, i) else cut.tags[i])
        for i in range(cut.at(start), cut.at(end - 1) + 1)
    ]
    return is_plain(edges, start, end) or all(
        (w not in _BODIES or w == "企业") and plain_word(w, tag.replace("j", "n")) for w, tag in pieces
    )


def _no_place(edges: Edges, index: int) -> bool:
    """Whether a word that the dictionary gives for a place is no division."""
    return edges.cut.tags[index] == "ns" and edges.place_at(edges.cut.starts[index]) is None


def plain_word(word: str, tag: str) -> bool:
    """Whether a word is a common one of the dictionary."""
    return len(word) > 1 and (tag in PLAIN_TAGS)
